#include "Lower.h"

#include <algorithm>

#include "Documentation.h"
#include "LowerMeaning.h"
#include "Macros.h"
#include "Names.h"
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
    R.Body = extentOf(Body->getSourceRange(), U);
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
      const std::string Handle = handleOf(Function, I, Shapes);
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
    for (const FunctionDecl* Declaration : writtenDeclarations(writtenDefinition(Function)))
      for (const MacroUse& Use : macroUsesIn(Declaration->getSourceRange(), U))
        R.Macros.insert(Use.Name->getName().str());
    return R;
  }

 private:
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
      To.Default = lowerMeaning(*Default, U);
      To.Source = textOf(U.Sources.getFileID(U.Sources.getFileLoc(P->getBeginLoc())));
      return;
    }
    const std::string Written = sourceText(P->getDefaultArg()->getSourceRange(), U);
    To.DefaultText = (IsReplaced && beginsWithBrace(Written) ? spell(decayed(Type)) : "") + Written;
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
      return {.Text = Text.rfind("[[", 0) == 0 ? Text : Unused + Text, .IsSource = true};
    }
    std::string Text = Unused + (IsReplaced ? Handle : spell(Type)) + " " + P->getNameAsString();
    ir::Parameter Written = {.Text = Text};
    if (P->hasDefaultArg() && !P->hasInheritedDefaultArg() && !P->hasUninstantiatedDefaultArg())
      addDefault(Written, P, Type, /*IsReplaced=*/true, Default);
    return Written;
  }

  ir::Change change(const Edit& E) const {
    ir::Change C;
    if (E.IsText) {
      C.What = ir::Change::Kind::Insert;
      C.Where = extentOf(E.Range, U);
      C.Inserted = E.Text;
      C.IsDropped = E.IsDropped;
    } else if (E.IsInsertion && E.By) {
      const unsigned At = U.Sources.getFileOffset(U.Sources.getFileLoc(E.Range.getBegin()));
      C.Where = {At, At};
      C.By.What = ir::Expression::Kind::Path;
      ir::Expression Comma;
      Comma.Text = ", ";
      C.By.Parts = {lowerMeaning(*E.By, U), Comma};
    } else if (E.IsInsertion) {
      C.What = ir::Change::Kind::Insert;
      const unsigned At = U.Sources.getFileOffset(U.Sources.getFileLoc(E.Range.getBegin()));
      C.Where = {At, At};
      C.Inserted = E.Text;
    } else if (E.Locals) {
      C.What = ir::Change::Kind::Declare;
      C.Where = extentOf(E.Range, U);
      C.Declared.IsConst = E.Locals->IsConst;
      for (const LocalMeaning& Local : E.Locals->Locals)
        C.Declared.All.push_back({writtenName(Local.Variable), Local.Type, Local.Reference, lowerHeld(Local.Value, U)});
    } else {
      C.Where = extentOf(E.Range, U);
      C.By = lowerHeld(*E.By, U);
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
