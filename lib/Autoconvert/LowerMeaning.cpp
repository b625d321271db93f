#include "LowerMeaning.h"

#include "Lower.h"
#include "Macros.h"
#include "Names.h"
#include "Overloads.h"
#include "Parse.h"
#include "Tokens.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

namespace {

using ir::Expression;

Expression word(std::string Text) {
  Expression E;
  E.What = Expression::Kind::Word;
  E.Text = std::move(Text);
  return E;
}

Expression callOf(std::string Text, Expression Part) {
  Expression Call;
  Call.What = Expression::Kind::Call;
  Call.Text = std::move(Text);
  Call.Where = Part.Where;
  Call.Parts.push_back(std::move(Part));
  return Call;
}

bool isTuple(QualType Type) {
  const CXXRecordDecl* Class = Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  return Class != nullptr && Class->isInStdNamespace() && Class->getName() == "tuple";
}

class MeaningLowering {
 public:
  explicit MeaningLowering(const Unit& Of) : U(Of) {}

  /// `auto p = std::make_shared<T>(x)`: an object that is its own, however often p is passed on.
  Expression held(const Meaning& M) const {
    Expression E = expression(M, true, true);
    if (M.Allocated.empty()) return E;
    const std::string Object = "::run::Config<" + M.Allocated.substr(llvm::StringRef("::run::Shared<").size());
    return callOf(M.Allocated, callOf(Object, std::move(E)));
  }

  /// `IsWhole`: on its own, where no argument's type says what braces mean.
  Expression expression(const Meaning& M, bool IsWhole, bool IsLocal = false) const {
    if (M.IsOnce) {
      Meaning Plain = M;
      Plain.IsOnce = false;
      return callOf("::run::made_once", expression(Plain, true));
    }
    Expression E;
    if (M.Source != nullptr) {
      const SourceRange Written = writtenRange(M.Source);
      if (textRange(Written, U).isValid()) E.Where = extentOf(Written, U);
    }
    if (M.IsMoved) E.Move = "::std::move";
    lower(M, IsWhole, IsLocal, E);
    return E;
  }

 private:
  /// `E` stands where the meaning does.
  void lower(const Meaning& M, bool IsWhole, bool IsLocal, Expression& E) const {
    switch (M.What) {
      case Meaning::Kind::Value:
      case Meaning::Kind::Ready:
      case Meaning::Kind::Choice:
      case Meaning::Kind::Braced:
        return text(M, IsWhole, E);
      case Meaning::Kind::Local:
      case Meaning::Kind::Parameter:
        if (M.IsCopy || M.IsPointee) return call("::run::object_copy", word(writtenName(M.Variable)), E);
        E.Text = writtenName(M.Variable);
        E.Settings = named(M.Settings);
        if (!E.Settings.empty()) E.What = Expression::Kind::Set;
        return;
      case Meaning::Kind::Null:
        // However the source spells the empty pointer or optional, an argument understands this.
        E.Text = "nullptr";
        return;
      case Meaning::Kind::Construct:
      case Meaning::Kind::Call:
        return node(M, IsLocal, E);
      case Meaning::Kind::Recipe:
        return recipe(M, E);
      case Meaning::Kind::Load:
        if (IsLocal && M.IsShared && !M.IsArg)
          return call("::run::Shared<" + spell(decayed(elementsOf(M.Type).front())) + ">", path(M), E);
        if (M.IsPointee) return call("::run::object_copy", path(M), E);
        // A value is taken out of its place; a configured member is the place itself.
        return stand(path(M, M.Class == nullptr && !isConfigured(M.Type) ? ".get()" : ""), E);
      case Meaning::Kind::Place:
        return stand(path(M, M.Method), E);
      case Meaning::Kind::Changed:
        E.Text = "autoconvert_value";
        return;
      case Meaning::Kind::Change: {
        E.What = Expression::Kind::Change;
        E.Text = M.Type.isNull() ? "auto" : spell(M.Type);
        Expression Text;
        Text.What = Expression::Kind::Source;
        Text.Where = E.Where;
        addParts(M, Text);
        E.Parts.push_back(path(M));
        E.Parts.push_back(std::move(Text));
        return;
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
        return;
      case Meaning::Kind::Invoke:
        E.What = Expression::Kind::Invoke;
        E.Text = M.Method;
        E.Parts.push_back(path(M));
        return addParts(M, E);
      case Meaning::Kind::Entry:
        E.What = Expression::Kind::Path;
        E.Parts = {expression(M.Parts[0], true), word(".at("), expression(M.Parts[1], true), word(")")};
        return;
      case Meaning::Kind::Each:
        return between("(::std::size_t " + M.Method + " = 0; " + M.Method + " < ", M, ".size(); ++" + M.Method + ")",
                       E);
      case Meaning::Kind::EachKey:
        return between((M.IsTyped ? "([[maybe_unused]] const auto& " : "(const auto& ") + M.Method + " : ", M,
                       ".sorted_keys())", E);
      case Meaning::Kind::Elements:
        return stand(path(M, ".elements" + (M.Method.empty() ? "" : "<" + M.Method + ">") + "()"), E);
      case Meaning::Kind::Word:
        E.Text = M.Method;
        return;
      case Meaning::Kind::List:
        E.What = IsWhole || M.IsTyped ? Expression::Kind::Container : Expression::Kind::Braces;
        E.Text = spellArgument(M.Type);
        if (E.What == Expression::Kind::Container) E.Text = "::run::Config<" + E.Text + ">";
        // The members of a tuple are each given to a template, which braces alone say nothing.
        return addParts(M, E, isTuple(M.Type));
      case Meaning::Kind::Repeat:
        E.What = Expression::Kind::Call;
        E.Text = "::run::repeated<" + spellArgument(M.Type) + ">";
        return addParts(M, E);
      case Meaning::Kind::Blank:
        E.Text = spellBlank(M.Type);
        return;
      case Meaning::Kind::Convert:
        E.What = Expression::Kind::Cast;
        E.Text = M.Method.empty() ? spell(M.Type) : M.Method;
        E.Parts.push_back(expression(M.Parts.front(), true));
        return;
      case Meaning::Kind::Invalid:
      case Meaning::Kind::Unset:
        return;
    }
  }

  /// The text as it stands, with its parts replaced.
  void text(const Meaning& M, bool IsWhole, Expression& E) const {
    const bool IsTyped = M.What == Meaning::Kind::Braced && (IsWhole || !fitsBraces(M));
    E.What = IsTyped ? Expression::Kind::Typed : Expression::Kind::Source;
    if (IsTyped) E.Text = spell(M.Type);
    if (!M.Method.empty()) {
      E = word(E.Text + M.Method);
      return;
    }
    addParts(M, E);
    dropDirectives(M, E);
  }

  // Where the source divides a text of which other parts are not kept, as an argument with the start of an #if in it:
  // what is compiled stays.
  void dropDirectives(const Meaning& M, Expression& E) const {
    const auto textOf = [&](const Meaning& Of) {
      const CharSourceRange Range = Of.Source == nullptr ? CharSourceRange() : textRange(writtenRange(Of.Source), U);
      return Lexer::getSourceText(Range, U.Sources, U.Context.getLangOpts());
    };
    const auto isDivided = [&](const Meaning& Of) { return splitsConditional(textOf(Of), U.Context.getLangOpts()); };
    if (!isDivided(M) && llvm::none_of(M.Parts, isDivided)) return;
    for (const auto& [Begin, End] : directivesIn(textOf(M), textRange(writtenRange(M.Source), U).getBegin(), U)) {
      Expression Gap = word("");
      Gap.Where = {E.Where.Begin + Begin, E.Where.Begin + End};
      const auto covers = [&](const Expression& Part) {
        return Part.Where.Begin < Gap.Where.End && Gap.Where.Begin < Part.Where.End;
      };
      if (llvm::none_of(E.Parts, covers)) E.Parts.push_back(std::move(Gap));
    }
  }

  void node(const Meaning& M, bool IsLocal, Expression& E) const {
    E.What = Expression::Kind::Node;
    const bool IsShared = M.IsShared && IsLocal;
    const char* Handle = IsShared ? "::run::Shared<" : "::run::Config<";
    if (M.What == Meaning::Kind::Construct)
      E.Text = (M.IsPartial ? "::run::Partial<" : Handle) + M.Target + ">";
    else if (IsShared || isa<CXXConversionDecl>(M.Function))
      E.Text = Handle + spellCall(M.Function) + ">";
    else
      E.Text = (M.IsPartial ? "::run::partial<" : "::run::config<") + spellPointer(M.Function) + ">";
    if (!M.Overload.empty()) E.Overload = "::run::overload<" + M.Overload + ">";
    E.Arguments = named(M.Arguments);
    E.Settings = named(M.Settings);
  }

  void recipe(const Meaning& M, Expression& E) const {
    E.What = Expression::Kind::Call;
    E.Text = "::run::autoconvert<" + spellPointer(M.Function) + ">";
    E.Callee = calleeOf(M);
    E.CalleeId = identityOf(M.Function);
    addParts(M, E);
    if (!M.Target.empty()) {
      E = callOf("::run::Config<" + M.Target + ">", std::move(E));
      E.What = Expression::Kind::Cast;
    }
    E.Settings = named(M.Settings);
  }

  static void call(const std::string& Text, Expression Of, Expression& E) {
    E.What = Expression::Kind::Call;
    E.Text = Text;
    E.Parts.push_back(std::move(Of));
  }

  /// What is there already, in the place of `E`.
  static void stand(Expression Of, Expression& E) {
    Of.Where = E.Where;
    E = std::move(Of);
  }

  void between(const std::string& InFront, const Meaning& M, const std::string& Behind, Expression& E) const {
    E.What = Expression::Kind::Path;
    E.Parts.push_back(word(InFront));
    E.Parts.push_back(path(M));
    E.Parts.push_back(word(Behind));
  }

  void addParts(const Meaning& M, Expression& E, bool AreWhole = true) const {
    for (const Meaning& Part : M.Parts) E.Parts.push_back(expression(Part, AreWhole));
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

  std::vector<ir::Named> named(const std::vector<NamedMeaning>& Arguments) const {
    std::vector<ir::Named> Lowered;
    for (const NamedMeaning& Argument : Arguments)
      Lowered.push_back({Argument.Name, expression(Argument.Of, /*IsWhole=*/Argument.Of.IsTyped)});
    return Lowered;
  }

  /// A local, and the way from it to what is meant.
  Expression path(const Meaning& M, const std::string& Behind = "") const {
    Expression E;
    E.What = Expression::Kind::Path;
    std::string Text = writtenName(M.Variable);
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

  const Unit& U;
};

}  // namespace

ir::Expression lowerMeaning(const Meaning& M, const Unit& U) { return MeaningLowering(U).expression(M, true); }

ir::Expression lowerHeld(const Meaning& M, const Unit& U) { return MeaningLowering(U).held(M); }

std::string writtenName(const VarDecl* Variable) {
  const auto* Bindings = dyn_cast<DecompositionDecl>(Variable);
  if (Bindings == nullptr) return Variable->getNameAsString();
  std::string Name = "autoconvert";
  for (const BindingDecl* B : Bindings->bindings()) Name += "_" + B->getNameAsString();
  return Name;
}

ir::Extent extentOf(SourceRange Range, const Unit& U) {
  const CharSourceRange File = textRange(Range, U);
  return {U.Sources.getFileOffset(File.getBegin()), U.Sources.getFileOffset(File.getEnd())};
}

}  // namespace autoconvert
