// what a checked recipe takes with it behind the gate: the edits of its text, and the targets that it uses.
#include "Record.h"

#include "Lower.h"
#include "Macros.h"
#include "Names.h"
#include "Tokens.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

Meaning CheckRecord::refuse(Rule Id, SourceLocation Where, SourceRange Range, const std::string& Message) {
  Finding& F = Into.add(Id, Where, Range, Message);
  // Of functions, whoever reports them says more.
  if (Id == Rule::ValueOfConfigured)
    F.Notes.push_back({Where,
                       "what the recipe itself sets can be read; all else is known only when the configuration is "
                       "built: do it in a function of your own, whose call becomes a node of the configuration"});
  return {};
}

Meaning CheckRecord::refuse(Rule Id, const Expr* E, const std::string& Message, const std::string& WayOut) {
  refuse(Id, E->getBeginLoc(), E->getSourceRange(), Message);
  if (!WayOut.empty()) Into.last().Notes = {{E->getBeginLoc(), WayOut}};
  return {};
}

void CheckRecord::useInstance(ConstructorInstance Used) {
  if (!llvm::is_contained(Out.Constructors, Used)) Out.Constructors.push_back(Used);
}

void CheckRecord::reachClass(const CXXRecordDecl* Class) {
  if (!llvm::is_contained(Out.Reached, Class)) Out.Reached.push_back(Class);
}

void CheckRecord::useClass(const CXXRecordDecl* Class) {
  if (Class == nullptr) return;
  if (Class->getDefinition() != nullptr) Class = Class->getDefinition();
  if (!llvm::is_contained(Out.Classes, Class)) Out.Classes.push_back(Class);
}

void CheckRecord::useFunction(const FunctionDecl* Function) {
  Function = Function->getCanonicalDecl();
  if (!llvm::is_contained(Out.Functions, Function)) Out.Functions.push_back(Function);
}

// YAML writes a function by its name.
void CheckRecord::useName(const FunctionDecl* Function) {
  if (recipeAttribute(Function) != nullptr || isLocalDefinition(Function) || !isNameable(cast<NamedDecl>(Function)) ||
      isInNamespace(Function, "std") || (isExemptFunction(Function) && !Function->isConstexpr()))
    return;
  const QualType Result = Function->getReturnType();
  const Shape Kind = shapeOf(Result);
  if (Result->isUndeducedType() || Kind == Shape::Config || Kind == Shape::Partial || !isNameable(Result) ||
      !isNameable(Function->getType()) || Function->isVariadic())
    return;
  const auto* Method = dyn_cast<CXXMethodDecl>(Function);
  const bool IsMember = Method != nullptr && !Method->isStatic();
  // What can be called with arguments by name is a target.
  if (!IsMember && !Result->isVoidType() && !Result->isReferenceType() && !Result->isIncompleteType() &&
      Shapes.of(Function).signature(Function) != nullptr)
    return useFunction(Function);
  Function = Function->getCanonicalDecl();
  if (!llvm::is_contained(Out.Named, Function)) Out.Named.push_back(Function);
}

void CheckRecord::useRecipe(const FunctionDecl* Recipe) {
  if (!llvm::is_contained(Out.Called, Recipe->getCanonicalDecl())) Out.Called.push_back(Recipe->getCanonicalDecl());
}

// The construction that a chain of setters begins with.
static const Expr* beforeChain(const Expr* E) {
  while (const auto* Call = dyn_cast<CXXMemberCallExpr>(skipTransparent(E))) E = Call->getImplicitObjectArgument();
  return E;
}

// A construction that one macro writes from end to end is replaced as a whole, with the values that it wrote.
bool CheckRecord::canMove(Meaning& M, SourceRange Whole, bool IsByMacro) {
  const bool IsText = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced ||
                      M.What == Meaning::Kind::Ready || M.What == Meaning::Kind::Choice ||
                      M.What == Meaning::Kind::Parameter || M.What == Meaning::Kind::Change;
  if (IsText && M.Source != nullptr && textRange(writtenRange(M.Source), U).isInvalid()) {
    const bool IsValue = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced;
    if (IsByMacro && IsValue && M.Parts.empty()) M.Method = macroText(writtenRange(M.Source), U);
    if (!M.Method.empty()) return true;
    refuse(Rule::Macro, M.Source->getBeginLoc(), Whole, "a part of this construction is written by a macro");
    return false;
  }
  if (!IsText && M.Source != nullptr && isWrittenByMacro(beforeChain(M.Source)->getSourceRange(), U)) IsByMacro = true;
  const auto parts = [&](Meaning& Part) { return canMove(Part, Whole, IsByMacro); };
  const auto named = [&](NamedMeaning& Part) { return canMove(Part.Of, Whole, IsByMacro); };
  const auto steps = [&](PathStep& Step) { return llvm::all_of(Step.Index, parts); };
  return llvm::all_of(M.Parts, parts) && llvm::all_of(M.Path, steps) && llvm::all_of(M.Arguments, named) &&
         llvm::all_of(M.Settings, named);
}

static const char* whatItIs(Meaning::Kind Kind) {
  switch (Kind) {
    case Meaning::Kind::Place:
    case Meaning::Kind::Assign:
    case Meaning::Kind::Change:
    case Meaning::Kind::Invoke:
      return "this change of a configured object";
    case Meaning::Kind::Load:
      return "this use of a configured object's member";
    default:
      return "this construction";
  }
}

void CheckRecord::edit(SourceRange Range, Meaning By) {
  if (textRange(Range, U).isInvalid()) {
    refuse(Rule::Macro, Range.getBegin(), Range,
           whatItIs(By.What) + std::string(" is written by a macro: its text cannot be rewritten"));
    return;
  }
  if (!canMove(By, Range)) return;
  Edit E;
  E.Range = Range;
  E.By = std::make_shared<const Meaning>(std::move(By));
  edits().push_back(std::move(E));
}

// The branch of an `if constexpr` that an instance does not take: Clang has an empty block in its place.
void CheckRecord::dropBranch(const Stmt* Branch) {
  const auto* Block = dyn_cast_or_null<CompoundStmt>(Branch);
  if (Block == nullptr || !Block->body_empty()) return;
  Edit E;
  E.IsText = true;
  E.IsDropped = true;
  E.Range = Block->getSourceRange();
  E.Text = "{}";
  if (!beginsWithBrace(llvm::StringRef(U.Sources.getCharacterData(Block->getBeginLoc()), 2))) {
    // A statement that is no block ends with a semicolon, or, as `if` and loops do, with a block of its own.
    const SourceLocation End =
        Lexer::findLocationAfterToken(Block->getEndLoc(), tok::semi, U.Sources, U.Context.getLangOpts(), false);
    if (End.isValid())
      E.Range.setEnd(End.getLocWithOffset(-1));
    else if (*U.Sources.getCharacterData(Block->getEndLoc()) != '}')
      return;
  }
  edits().push_back(std::move(E));
}

bool CheckRecord::isInlined(const FunctionDecl* Recipe) const {
  return !U.Inlined.empty() && U.Inlined.contains(identityOf(Recipe));
}

// Its calls are nodes: the function itself is a target.
void CheckRecord::callable(const FunctionDecl* Function) {
  if (Shapes.of(Function).signature(Function) != nullptr) return useFunction(Function);
  Into.add(Rule::Unsupported, Function->getLocation(), SourceRange(Function->getLocation()),
           "a call of " + quoted(Function) + " cannot be a node of the configuration, as no_inline asks: a parameter " +
               "of it cannot be an argument");
}

void CheckRecord::keep(const Meaning& M) {
  if (M.isInvalid()) return;
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced) {
    for (const Meaning& Part : M.Parts) edit(Part.Source->getSourceRange(), Part);
  } else if (M.Source != nullptr) {
    edit(M.Source->getSourceRange(), M);
  }
}

}  // namespace autoconvert
