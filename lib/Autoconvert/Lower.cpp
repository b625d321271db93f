#include "Lower.h"

#include <algorithm>

#include "Documentation.h"
#include "Names.h"
#include "Overloads.h"
#include "Parameters.h"
#include "Standing.h"
#include "Templates.h"
#include "Tokens.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

using ir::Expression;

class Lowering {
 public:
  Lowering(const Unit& Of, TargetShapes& S, ir::Unit::Form F, const std::string& Name,
           const std::shared_ptr<const std::string>& Main)
      : U(Of), Shapes(S), Form(F), FileName(Name) {
    Texts[U.Sources.getMainFileID()] = Main;
  }

  ir::Recipe lower(const CheckedRecipe& Checked) {
    const FunctionDecl* Function = Checked.recipe().Definition;
    ir::Recipe R;
    R.Function = spellPointer(Function);
    R.Name = readableName(Function);
    R.ConvertedName = "autoconvert_" + Function->getNameAsString();
    R.Namespaces = namespacesOf(Function);
    R.Classes = classesOf(Function);
    R.Bindings = bindingsOf(Function);
    R.Scope = scopeOf(Function);
    R.QualifiedName = qualified(Function, (R.Scope.empty() ? "" : R.Scope + "::") + R.ConvertedName);
    R.Result = Checked.result().Type;
    R.Returned = spell(Function->getReturnType());
    const Stmt* Body = Function->getBody();
    R.Body = extent(Body->getSourceRange());
    const SourceLocation Begin = U.Sources.getFileLoc(Body->getBeginLoc());
    R.Line = U.Sources.getSpellingLineNumber(Begin);
    const FileID File = U.Sources.getFileID(Begin);
    R.File = nameOf(File);
    R.Source = textOf(File);
    for (const Word& Name : includedFromBeside(File, R.Body.Begin, R.Body.End, U.Sources, U.Context.getLangOpts()))
      R.Beside.push_back({Name.Begin, Name.End});
    R.IsInSource = Form == ir::Unit::Form::Source && U.isInMainFile(Function);
    const FunctionDecl* Declared = R.IsInSource ? headerDeclaration(Function) : nullptr;
    R.IsDeclaredInHeader = Declared != nullptr;
    for (unsigned I = 0; I < Function->getNumParams(); ++I) {
      // A default argument stands in the first declaration that has one; the converted recipe says it once as well.
      const QualType Type = Function->getParamDecl(I)->getType();
      const FunctionDecl* Written = writtenDefinition(Function);
      const std::string Handle = handleOf(Function, I);
      const Meaning* Default = Checked.defaultOf(I);
      R.Parameters.push_back(parameter(Written->getParamDecl(I), Type, Handle, Default));
      if (Declared != nullptr)
        R.Declared.push_back(parameter(Declared->getParamDecl(I), Type, Handle, Default));
      else if (const ParmVarDecl* With = elsewhereDefault(Written, I))
        addDefault(R.Parameters.back(), With, Type, !Handle.empty(), Default);
      R.Parameters.back().Name = parameterName(Function, I);
      if (Handle.empty()) R.Parameters.back().Value = spell(decayed(Type));
    }
    R.NamesDeprecated = Function->isDeprecated();
    R.IsExpandable = Checked.recipe().Options.NoInline;
    if (auto Arguments = lowerArguments(U, Function, Shapes)) {
      R.IsListed = true;
      R.Arguments = std::move(*Arguments);
    }
    const SourceLocation Named = U.Sources.getFileLoc(Function->getLocation());
    R.NameLine = U.Sources.getSpellingLineNumber(Named);
    R.NameColumn = U.Sources.getSpellingColumnNumber(Named);
    R.Doc = documentation(writtenDefinition(Function), U.Context);
    // The converted form of an explicit specialisation has none of its template's default arguments.
    const bool IsSpecialised = Function->getTemplateSpecializationKind() == TSK_ExplicitSpecialization;
    R.Required = IsSpecialised ? Function->getNumParams() : Function->getMinRequiredArguments();
    if (IsSpecialised)
      for (ir::TargetArgument& Argument : R.Arguments) Argument.DefaultText = Argument.DefaultValue = "";
    for (const Edit& E : Checked.edits()) R.Changes.push_back(change(E));
    return R;
  }

 private:
  ir::Extent extent(SourceRange Range) const {
    const CharSourceRange File = textRange(Range, U);
    return {U.Sources.getFileOffset(File.getBegin()), U.Sources.getFileOffset(File.getEnd())};
  }

  /// Each file's once, for all that stands in it.
  std::shared_ptr<const std::string> textOf(FileID File) const {
    std::shared_ptr<const std::string>& Text = Texts[File];
    if (Text == nullptr) Text = std::make_shared<const std::string>(U.Sources.getBufferData(File).str());
    return Text;
  }

  // The main file's own header lies beside it.
  std::string nameOf(FileID File) const {
    const auto Entry = U.Sources.getFileEntryRefForID(File);
    if (File == U.Sources.getMainFileID() || !Entry) return FileName;
    llvm::SmallString<128> Name(llvm::sys::path::parent_path(FileName));
    llvm::sys::path::append(Name, llvm::sys::path::filename(Entry->getName()));
    return Name.str().str();
  }

  const FunctionDecl* headerDeclaration(const FunctionDecl* Function) const {
    for (const FunctionDecl* Declaration : writtenDeclarations(Function))
      if (!U.isInMainFile(Declaration)) return Declaration;
    return nullptr;
  }

  // A default argument that another declaration of this file has.
  static const ParmVarDecl* elsewhereDefault(const FunctionDecl* Function, unsigned Index) {
    if (Function->getParamDecl(Index)->hasDefaultArg() && !Function->getParamDecl(Index)->hasInheritedDefaultArg())
      return nullptr;
    // An explicit specialisation has none of its own; Clang shows it those of its template.
    if (Function->getTemplateSpecializationArgs() != nullptr) return nullptr;
    for (const FunctionDecl* Declaration : writtenDeclarations(Function)) {
      const ParmVarDecl* Parameter = Declaration->getParamDecl(Index);
      if (Parameter->hasDefaultArg() && !Parameter->hasInheritedDefaultArg()) return Parameter;
    }
    return nullptr;
  }

  /// Braces make a handle what they make the parameter.
  void addDefault(ir::Parameter& To, const ParmVarDecl* P, QualType Type, bool IsReplaced,
                  const Meaning* Default) const {
    if (Default != nullptr) {
      To.Default = expression(*Default, true);
      To.Source = textOf(U.Sources.getFileID(U.Sources.getFileLoc(P->getBeginLoc())));
      return;
    }
    const std::string Written = sourceText(P->getDefaultArg()->getSourceRange(), U);
    To.Text += " = " + (IsReplaced && beginsWithBrace(Written) ? spell(decayed(Type)) + Written : Written);
  }

  /// `Type` is the parameter's own, or that of the instance; `Handle` is what takes its place, if anything does.
  ir::Parameter parameter(const ParmVarDecl* P, QualType Type, const std::string& Handle,
                          const Meaning* Default) const {
    const bool IsReplaced = !Handle.empty();
    const bool IsAuto = isAbbreviated(P);
    // The attributes stand in front of what Clang takes for the parameter.
    const std::string Unused = P->hasAttr<UnusedAttr>() ? "[[maybe_unused]] " : "";
    if (!IsReplaced && !IsAuto) {
      const std::string Text = sourceText(P->getSourceRange(), U);
      return {.Text = Text.rfind("[[", 0) == 0 ? Text : Unused + Text};
    }
    std::string Text = Unused + (IsReplaced ? Handle : spell(Type)) + " " + P->getNameAsString();
    ir::Parameter Written = {.Text = Text};
    if (P->hasDefaultArg() && !P->hasInheritedDefaultArg() && !P->hasUninstantiatedDefaultArg())
      addDefault(Written, P, Type, /*IsReplaced=*/true, Default);
    return Written;
  }

  // As the source has it, where the arguments of a template may be deduced, or follow from others.
  std::string calleeOf(const Meaning& M) const {
    const auto* Call = M.Source == nullptr ? nullptr : dyn_cast<CallExpr>(M.Source->IgnoreImplicit());
    if (Call != nullptr && M.Function->getTemplateSpecializationArgs() != nullptr) {
      const SourceRange Named = Call->getCallee()->getSourceRange();
      if (textRange(Named, U).isValid()) return sourceText(Named, U);
    }
    return spell(cast<NamedDecl>(M.Function));
  }

  Expression word(std::string Text) const {
    Expression E;
    E.What = Expression::Kind::Word;
    E.Text = std::move(Text);
    return E;
  }

  static Expression at(ir::Extent Where, Expression E) {
    E.Where = Where;
    return E;
  }

  std::vector<ir::Named> named(const std::vector<NamedMeaning>& Arguments) const {
    std::vector<ir::Named> Lowered;
    for (const NamedMeaning& Argument : Arguments)
      Lowered.push_back({Argument.Name, expression(Argument.Of, /*IsWhole=*/Argument.Of.IsTyped)});
    return Lowered;
  }

  // What a structured binding takes apart has no name in C++.
  static std::string nameOf(const VarDecl* Variable) {
    const auto* Bindings = dyn_cast<DecompositionDecl>(Variable);
    if (Bindings == nullptr) return Variable->getNameAsString();
    std::string Name = "autoconvert";
    for (const BindingDecl* B : Bindings->bindings()) Name += "_" + B->getNameAsString();
    return Name;
  }

  /// A local, and the way from it to what is meant.
  Expression path(const Meaning& M, const std::string& Behind = "") const {
    Expression E;
    E.What = Expression::Kind::Path;
    std::string Text = nameOf(M.Variable);
    for (const PathStep& Step : M.Path) {
      if (Step.Index.empty()) {
        Text += (Step.Name.front() == '.' ? "" : "->") + Step.Name;
        continue;
      }
      // What is assigned is made by that.
      const bool IsAssigned = &Step == &M.Path.back() && M.What != Meaning::Kind::Load && Behind.empty() &&
                              (M.What == Meaning::Kind::Place || (M.What == Meaning::Kind::Assign && !M.Parts.empty()));
      const bool Makes = Step.Makes && !IsAssigned;
      E.Parts.push_back(word(Text + (Makes ? ".made_at(" : "[")));
      E.Parts.push_back(expression(Step.Index.front(), true));
      Text = Makes ? ")" : "]";
    }
    Text += Behind;
    if (E.Parts.empty()) return word(Text);
    E.Parts.push_back(word(Text));
    return E;
  }

  /// What a local holds. `auto p = std::make_shared<T>(x)`: an object that is its own, however often p is passed on.
  Expression held(const Meaning& M) const {
    Expression E = expression(M, true, true);
    if (M.Allocated.empty()) return E;
    const auto call = [](std::string Text, Expression Part) {
      Expression Call;
      Call.What = Expression::Kind::Call;
      Call.Text = std::move(Text);
      Call.Where = Part.Where;
      Call.Parts.push_back(std::move(Part));
      return Call;
    };
    const std::string Object = "::run::Config<" + M.Allocated.substr(llvm::StringRef("::run::Shared<").size());
    return call(M.Allocated, call(Object, std::move(E)));
  }

  /// `IsWhole`: on its own, where no argument's type says what braces mean.
  Expression expression(const Meaning& M, bool IsWhole, bool IsLocal = false) const {
    if (M.IsOnce) {
      Meaning Plain = M;
      Plain.IsOnce = false;
      Expression Once;
      Once.What = Expression::Kind::Call;
      Once.Text = "::run::made_once";
      Once.Parts.push_back(expression(Plain, true));
      Once.Where = Once.Parts.front().Where;
      return Once;
    }
    Expression E;
    if (M.Source != nullptr) {
      const SourceRange Written = writtenRange(M.Source);
      if (textRange(Written, U).isValid()) E.Where = extent(Written);
    }
    E.IsMoved = M.IsMoved;
    switch (M.What) {
      case Meaning::Kind::Value:
      case Meaning::Kind::Ready:
      case Meaning::Kind::Choice:
      case Meaning::Kind::Braced:
        E.What = M.What == Meaning::Kind::Braced && (IsWhole || !fitsBraces(M)) ? Expression::Kind::Typed
                                                                                : Expression::Kind::Source;
        if (E.What == Expression::Kind::Typed) E.Text = spell(M.Type);
        if (!M.Method.empty()) return word(E.Text + M.Method);
        for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, true));
        break;
      case Meaning::Kind::Local:
        if (M.IsCopy || M.IsPointee) {
          E.What = Expression::Kind::Call;
          E.Text = "::run::object_copy";
          E.Parts.push_back(word(nameOf(M.Variable)));
          break;
        }
        [[fallthrough]];
      case Meaning::Kind::Parameter:
        E.Text = nameOf(M.Variable);
        E.Settings = named(M.Settings);
        if (!E.Settings.empty()) E.What = Expression::Kind::Set;
        break;
      case Meaning::Kind::Null:
        // However the source spells the empty pointer or optional, an argument understands this.
        E.Text = "nullptr";
        break;
      case Meaning::Kind::Construct: {
        E.What = Expression::Kind::Node;
        const char* Handle = M.IsPartial             ? "::run::Partial<"
                             : M.IsShared && IsLocal ? "::run::Shared<"
                                                     : "::run::Config<";
        E.Text = Handle + M.Target + ">";
        if (!M.Overload.empty()) E.Overload = "::run::overload<" + M.Overload + ">";
        E.Arguments = named(M.Arguments);
        E.Settings = named(M.Settings);
        break;
      }
      case Meaning::Kind::Call:
        E.What = Expression::Kind::Node;
        if (M.IsShared && IsLocal)
          E.Text = "::run::Shared<" + spellCall(M.Function) + ">";
        else if (isa<CXXConversionDecl>(M.Function))
          E.Text = "::run::Config<" + spellCall(M.Function) + ">";
        else
          E.Text = (M.IsPartial ? "::run::partial<" : "::run::config<") + spellPointer(M.Function) + ">";
        E.Arguments = named(M.Arguments);
        E.Settings = named(M.Settings);
        break;
      case Meaning::Kind::Recipe:
        E.What = Expression::Kind::Call;
        E.Text = "::run::autoconvert<" + spellPointer(M.Function) + ">";
        E.Callee = calleeOf(M);
        E.CalleeId = identityOf(M.Function);
        for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, true));
        if (!M.Target.empty()) {
          Expression Cast;
          Cast.What = Expression::Kind::Cast;
          Cast.Where = E.Where;
          Cast.Text = "::run::Config<" + M.Target + ">";
          Cast.Parts.push_back(std::move(E));
          E = std::move(Cast);
        }
        E.Settings = named(M.Settings);
        break;
      case Meaning::Kind::Load:
        if (IsLocal && M.IsShared) {
          E.What = Expression::Kind::Call;
          E.Text = "::run::Shared<" + spell(decayed(elementsOf(M.Type).front())) + ">";
          E.Parts.push_back(path(M));
          break;
        }
        if (M.IsPointee) {
          E.What = Expression::Kind::Call;
          E.Text = "::run::object_copy";
          E.Parts.push_back(path(M));
          break;
        }
        // A value is taken out of its place; a configured member is the place itself.
        return at(E.Where, path(M, M.Class == nullptr && !isConfigured(M.Type) ? ".get()" : ""));
      case Meaning::Kind::Place:
        return at(E.Where, path(M, M.Method));
      case Meaning::Kind::Changed:
        E.Text = "autoconvert_value";
        break;
      case Meaning::Kind::Change: {
        E.What = Expression::Kind::Change;
        E.Text = M.Type.isNull() ? "auto" : spell(M.Type);
        Expression Text;
        Text.What = Expression::Kind::Source;
        Text.Where = E.Where;
        for (const Meaning& Part : M.Parts) Text.Parts.push_back(expression(Part, true));
        E.Parts.push_back(path(M));
        E.Parts.push_back(std::move(Text));
        break;
      }
      case Meaning::Kind::Assign:
        E.What = Expression::Kind::Assign;
        for (const Meaning& Part : M.Parts) {
          E.Parts.push_back(path(M));
          E.Parts.push_back(expression(Part, true));
        }
        for (const NamedMeaning& Setting : M.Settings) {
          E.Parts.push_back(path(M, "->" + Setting.Name));
          E.Parts.push_back(expression(Setting.Of, true));
        }
        break;
      case Meaning::Kind::Invoke:
        E.What = Expression::Kind::Invoke;
        E.Text = M.Method;
        E.Parts.push_back(path(M));
        for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, true));
        break;
      case Meaning::Kind::Each: {
        E.What = Expression::Kind::Path;
        E.Parts.push_back(word("(::std::size_t " + M.Method + " = 0; " + M.Method + " < "));
        E.Parts.push_back(path(M));
        E.Parts.push_back(word(".size(); ++" + M.Method + ")"));
        break;
      }
      case Meaning::Kind::EachKey:
        E.What = Expression::Kind::Path;
        E.Parts.push_back(
            word(std::string(M.IsTyped ? "([[maybe_unused]] " : "(") + "const auto& " + M.Method + " : "));
        E.Parts.push_back(path(M));
        E.Parts.push_back(word(".sorted_keys())"));
        break;
      case Meaning::Kind::Elements:
        return at(E.Where, path(M, ".elements" + (M.Method.empty() ? "" : "<" + M.Method + ">") + "()"));
      case Meaning::Kind::Word:
        E.Text = M.Method;
        break;
      case Meaning::Kind::List:
        E.What = IsWhole || M.IsTyped ? Expression::Kind::Container : Expression::Kind::Braces;
        E.Text = spellArgument(M.Type);
        if (E.What == Expression::Kind::Container) E.Text = "::run::Config<" + E.Text + ">";
        // The members of a tuple are each given to a template, which braces alone say nothing.
        for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, isTuple(M.Type)));
        break;
      case Meaning::Kind::Repeat:
        E.What = Expression::Kind::Call;
        E.Text = "::run::repeated<" + spellArgument(M.Type) + ">";
        for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, true));
        break;
      case Meaning::Kind::Blank:
        E.Text = spellBlank(M.Type);
        break;
      case Meaning::Kind::Convert:
        E.What = Expression::Kind::Cast;
        E.Text = M.Method.empty() ? spell(M.Type) : M.Method;
        E.Parts.push_back(expression(M.Parts.front(), true));
        break;
      case Meaning::Kind::Invalid:
      case Meaning::Kind::Unset:
        break;
    }
    return E;
  }

  static bool isTuple(QualType Type) {
    const CXXRecordDecl* Class = Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    return Class != nullptr && Class->isInStdNamespace() && Class->getName() == "tuple";
  }

  // {1, 2, 3} for a vector of plain values can be read by the argument itself.
  bool fitsBraces(const Meaning& M) const {
    if (M.Source == nullptr) return false;
    const auto Elements = elementsOf(M.Type);
    const CXXRecordDecl* Class = M.Type->getAsCXXRecordDecl();
    if (Class == nullptr || !Class->isInStdNamespace() || Elements.empty()) return false;
    const llvm::StringRef Name = Class->getName();
    if (Name != "vector" && Name != "deque" && Name != "list") return false;
    if (!Elements.front()->isArithmeticType() && !Elements.front()->isEnumeralType()) return false;
    const auto* Construct = dyn_cast<CXXConstructExpr>(skipTransparent(M.Source));
    if (Construct == nullptr || Construct->getNumArgs() == 0) return false;
    const auto* Listed = dyn_cast<CXXStdInitializerListExpr>(skipTransparent(Construct->getArg(0)));
    const auto* Init = Listed == nullptr ? nullptr : dyn_cast<InitListExpr>(skipTransparent(Listed->getSubExpr()));
    if (Init == nullptr || Init->getNumInits() == 0) return false;
    return llvm::all_of(Init->inits(), [&](const Expr* E) { return !isBraced(E, U); });
  }

  ir::Change change(const Edit& E) const {
    ir::Change C;
    if (E.IsText) {
      C.What = ir::Change::Kind::Insert;
      C.Where = extent(E.Range);
      C.Inserted = E.Text;
      C.IsDropped = E.IsDropped;
    } else if (E.IsInsertion && E.By) {
      const unsigned At = U.Sources.getFileOffset(U.Sources.getFileLoc(E.Range.getBegin()));
      C.Where = {At, At};
      C.By.What = Expression::Kind::Path;
      C.By.Parts = {expression(*E.By, true), word(", ")};
    } else if (E.IsInsertion) {
      C.What = ir::Change::Kind::Insert;
      const unsigned At = U.Sources.getFileOffset(U.Sources.getFileLoc(E.Range.getBegin()));
      C.Where = {At, At};
      C.Inserted = E.Text;
    } else if (E.Locals) {
      C.What = ir::Change::Kind::Declare;
      C.Where = extent(E.Range);
      C.Declared.IsConst = E.Locals->IsConst;
      for (const LocalMeaning& Local : E.Locals->Locals)
        C.Declared.All.push_back({nameOf(Local.Variable), Local.Type, Local.Reference, held(Local.Value)});
    } else {
      C.Where = extent(E.Range);
      C.By = held(*E.By);
    }
    return C;
  }

  const Unit& U;
  TargetShapes& Shapes;
  ir::Unit::Form Form;
  const std::string& FileName;
  mutable llvm::DenseMap<FileID, std::shared_ptr<const std::string>> Texts;
};

}  // namespace

std::string identityOf(const FunctionDecl* Function) {
  llvm::SmallString<128> Id;
  index::generateUSRForDecl(Function->getCanonicalDecl(), Id);
  return Id.str().str();
}

std::shared_ptr<const std::string> mainText(const Unit& U) {
  return std::make_shared<const std::string>(U.Sources.getBufferData(U.Sources.getMainFileID()).str());
}

std::vector<ir::Recipe> lowerRecipes(const Unit& U, const std::vector<CheckedRecipe>& Passed, TargetShapes& Shapes,
                                     ir::Unit::Form Form, const std::string& FileName,
                                     const std::shared_ptr<const std::string>& MainText) {
  Lowering Lower(U, Shapes, Form, FileName, MainText);
  std::vector<ir::Recipe> Recipes;
  for (const CheckedRecipe& Checked : Passed) Recipes.push_back(Lower.lower(Checked));
  // A converted recipe stands behind those it calls: their types must be known.
  std::vector<ir::Recipe> Ordered;
  std::vector<char> Done(Passed.size(), 0);
  llvm::DenseMap<const FunctionDecl*, std::size_t> IndexOf;
  for (std::size_t I = 0; I < Passed.size(); ++I) IndexOf[Passed[I].recipe().Definition->getCanonicalDecl()] = I;
  const auto place = [&](auto& Self, std::size_t I) -> void {
    if (Done[I] != 0) return;
    Done[I] = 1;
    for (const FunctionDecl* Called : Passed[I].calledRecipes())
      if (const auto At = IndexOf.find(Called); At != IndexOf.end()) Self(Self, At->second);
    Ordered.push_back(std::move(Recipes[I]));
  };
  for (std::size_t I = 0; I < Passed.size(); ++I) place(place, I);
  return Ordered;
}

}  // namespace autoconvert
