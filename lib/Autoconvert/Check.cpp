// recipes => checked recipes: every rule on every statement; all findings are collected before any is reported.
#include "Access.h"
#include "Checker.h"
#include "Macros.h"
#include "Names.h"
#include "Rules.h"
#include "Statement.h"
#include "Unused.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/PrettyStackTrace.h"

using namespace clang;

namespace autoconvert {

bool Checker::voidStatement(const ExplicitCastExpr* Cast) {
  const Expr* Of = skipTransparent(Cast->getSubExpr());
  // (void)x says that x may be unused: so may its configuration.
  if (isa<DeclRefExpr>(Of)) return true;
  if (!isa<CXXMemberCallExpr>(Of)) return false;
  // static_cast<void>(x.set(1)): the parentheses hold what sets it as well.
  if (!isa<CStyleCastExpr>(Cast)) {
    expressionStatement(Of);
    return true;
  }
  // (void)x.set(1): what is set is set.
  const auto* Written = cast<CStyleCastExpr>(Cast);
  if (Written->getBeginLoc().isMacroID()) return false;
  const std::size_t Edits = edits().size();
  expressionStatement(Of);
  if (edits().size() == Edits) return true;
  Edit Nothing;
  Nothing.IsText = true;
  Nothing.Range = SourceRange(Written->getLParenLoc(), Written->getRParenLoc());
  edits().push_back(std::move(Nothing));
  return true;
}

// A function whose result nobody takes could only change what it is given.
bool Checker::refuseUnkept(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  if (isConfigured(E->getType()) || Function == nullptr || isLocalDefinition(Function) || isExemptFunction(Function))
    return false;
  for (unsigned I = 0; I < Function->getNumParams() && I < E->getNumArgs(); ++I) {
    const QualType Type = Function->getParamDecl(I)->getType();
    const bool IsPointer = Type->isPointerType() && isConfigured(Type->getPointeeType());
    const bool MayChange = (IsPointer || Type->isLValueReferenceType()) && !Type->getPointeeType().isConstQualified();
    const auto* Address = dyn_cast<UnaryOperator>(E->getArg(I)->IgnoreParenImpCasts());
    const bool IsAddress = Address != nullptr && Address->getOpcode() == UO_AddrOf;
    if (!MayChange || IsPointer != IsAddress) continue;
    const Expr* Given = IsAddress ? Address->getSubExpr() : E->getArg(I);
    if (localOf(Given) == nullptr && !((IsAddress || isConfigured(Given->getType())) && place(Given))) continue;
    refuse(Rule::Reference, E,
           "the parameter '" + parameterName(Function, I) + "' of " + quoted(Function) + " is a " +
               (IsPointer ? "pointer" : "reference") + " to something that it may change",
           "let the function take the object and return the changed one: its call becomes a node");
    return true;
  }
  Finding& F = Into.add(Rule::ValueOfConfigured, E->getBeginLoc(), E->getSourceRange(),
                        "the call of " + quoted(Function) + " gives nothing to the configuration");
  F.Notes.push_back({Function->getLocation(),
                     "annotate " + quoted(Function) + " [[run::exempt]] to call it while the recipe is converted"});
  return true;
}

void Checker::expressionStatement(const Expr* E) {
  E = skipTransparent(E);
  if (refuseHandedChange(E)) return;
  // What `assert` writes is a choice that nobody has to report: what is asserted is a value.
  if (isa<ConditionalOperator>(E) && (current().Options.AllowControlFlow || U.Sources.isInSystemMacro(E->getExprLoc())))
    return keep(value(E));
  if (isForbiddenExpression(E)) return;
  // Of a local whose own making was refused, what is wrong by itself is said all the same.
  if (const Touch T = touchOf(E);
      T.Variable != nullptr && !isa<ParmVarDecl>(T.Variable) && Refused.contains(T.Variable)) {
    for (const CXXMemberCallExpr* Call : T.Calls) refuseCallOnRefused(Call);
    if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) refuseOperator(Operator);
    for (const Expr* Given : T.Given)
      if (!isa<CXXDefaultArgExpr>(Given)) (void)expression(Given);
    return;
  }
  if (const auto* Cast = dyn_cast<ExplicitCastExpr>(E);
      Cast != nullptr && Cast->getCastKind() == CK_ToVoid && voidStatement(Cast))
    return;
  if (refuseKeptCopy(E) || addAndChange(E)) return;
  if (assignment(E)) return;
  // m[k]; makes the entry.
  if (auto P = place(E); P && !P->Path.empty() && P->Path.back().Makes) return keep(load(E, std::move(*P)));
  if (swapStatement(E)) return;
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E))
    if (containerStatement(Call) || resetStatement(Call) || setterStatement(Call)) return;
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    for (const Expr* Operand : Operator->arguments()) {
      if (localOf(Operand) == nullptr && !isConfigured(Operand->getType())) continue;
      const Meaning M = expression(Operand);
      if (M.isInvalid()) return;
      if (M.What == Meaning::Kind::Value) continue;
      return refuseOperator(Operator);
    }
  }
  if (const auto* Call = dyn_cast<CallExpr>(E);
      Call != nullptr && !isa<CXXMemberCallExpr, CXXOperatorCallExpr>(E) && refuseUnkept(Call))
    return;
  // An object that nobody keeps is built for nothing, but it is built: the recipe would do more than its configuration.
  const Shape Kind = shapeOf(E->getType());
  if (Kind != Shape::Value && !isa<CXXMemberCallExpr>(E)) {
    refuse(Rule::Unsupported, E, "this object is made and thrown away: it has no place in the configuration");
    return;
  }
  if (changeStatement(E)) return;
  keep(value(E));
}

void Checker::statement(const Stmt* S) {
  if (S == nullptr) return;
  Iterated.clear();
  if (const auto* E = dyn_cast<Expr>(S)) {
    // x.a = 1, x.set_b(2): one after the other, as with a semicolon between them.
    if (const auto* Comma = dyn_cast<BinaryOperator>(skipTransparent(E)); Comma != nullptr && Comma->isCommaOp()) {
      statement(Comma->getLHS());
      return statement(Comma->getRHS());
    }
    const std::size_t FirstEdit = edits().size();
    expressionStatement(E);
    return Filled.note(edits(), FirstEdit);
  }
  switch (S->getStmtClass()) {
    case Stmt::CompoundStmtClass:
      for (const Stmt* Child : S->children()) statement(Child);
      return;
    case Stmt::DeclStmtClass:
      return declaration(cast<DeclStmt>(S));
    case Stmt::ReturnStmtClass:
      returned(cast<ReturnStmt>(S));
      Now.IsEnded = true;
      ++Sent.Returns;
      return;
    case Stmt::NullStmtClass:
      return;
    case Stmt::BreakStmtClass:
    case Stmt::ContinueStmtClass:
      if (!Leaving.empty()) Leaving.back() = merged(Leaving.back(), here());
      if (isa<ContinueStmt>(S) && !Continuing.empty()) Continuing.back() = merged(Continuing.back(), here());
      Now.IsEnded = true;
      ++(isa<BreakStmt>(S) ? Sent.Breaks : Sent.Continues);
      return;
    case Stmt::LabelStmtClass:
      // What stands behind it may be executed again.
      forgetElements();
      Loops.push_back(SettingTree::newTime());
      [[fallthrough]];
    case Stmt::GotoStmtClass:
      for (auto& [Variable, Known] : Now.Pointers) Known = Holds::Unknown;
      forgetElements();
      ++Sent.Returns;
      Now.Block = SettingTree::newTime();
      for (const unsigned Loop : Loops) keepsTurns(Loop, here());
      return parts(S);
    case Stmt::AttributedStmtClass:
      return statement(cast<AttributedStmt>(S)->getSubStmt());
    case Stmt::CXXForRangeStmtClass: {
      const auto* For = cast<CXXForRangeStmt>(S);
      statement(For->getInit());
      const Loop L = beginLoop(For->getBody());
      if (isConfigured(For->getLoopVariable()->getType()) && !isConstant(For->getRangeInit()))
        forEach(For);
      else if (const QualType Type = For->getLoopVariable()->getType(); !refuseChanges(
                   For->getRangeInit(), !Type->isLValueReferenceType() || Type->getPointeeType().isConstQualified()))
        keep(value(For->getRangeInit()));
      if (names(For->getRangeInit(), Refused) || refuseCopiedTurns(For)) refuseUses(For->getLoopVariable());
      statement(For->getBody());
      refuseLeft(For);
      llvm::erase_if(CopiesNamed, [&](const CopiedNames& Copy) { return Copy.Names == For->getLoopVariable(); });
      return endLoop(S, L);
    }
    case Stmt::IfStmtClass: {
      const auto* If = cast<IfStmt>(S);
      statement(If->getInit());
      if (If->getConditionVariable() == nullptr && If->getCond() != nullptr) keep(value(If->getCond()));
      return branches(If);
    }
    case Stmt::SwitchStmtClass: {
      const auto* Switch = cast<SwitchStmt>(S);
      statement(Switch->getInit());
      if (Switch->getConditionVariableDeclStmt() != nullptr) statement(Switch->getConditionVariableDeclStmt());
      if (Switch->getConditionVariable() == nullptr) expressionStatement(Switch->getCond());
      return cases(Switch);
    }
    case Stmt::ForStmtClass:
    case Stmt::WhileStmtClass:
    case Stmt::DoStmtClass: {
      const Loop L = beginLoop(S);
      noteCounters(dyn_cast<ForStmt>(S));
      parts(S);
      return endLoop(S, L);
    }
    default:
      break;
  }
  // Reported by the rules, or kept with allow_control_flow: their parts are statements and values like others.
  parts(S);
}

CheckedRecipe Checker::check() {
  const Recipe& R = current();
  const std::size_t Before = Into.size();
  BranchesAreRefused = checkForbidden(R, U, Into);
  checkMacros(R, U, Into);
  const Stmt* Body = R.Definition->getBody();
  if (Body == nullptr || isa<CoroutineBodyStmt>(Body)) return take({});
  if (const SourceLocation Begin = Body->getBeginLoc(); Begin.isMacroID() || R.Definition->getLocation().isMacroID()) {
    refuse(Rule::Macro, Begin, Body->getSourceRange(),
           "the recipe " + quoted(R.Definition) + " is written by a macro: its text cannot be rewritten");
    return take({});
  }
  if (R.Options.NoInline && R.Options.Partial)
    refuse(Rule::Attribute, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
           "'partial' and 'no_inline' exclude each other: a call that is a node gives the recipe's object");
  if (R.Options.NoInline && !isInlined(R.Definition)) callable(R.Definition);
  checkClass(R, Into);
  parameters();
  Uses = LocalUses(Body);
  findContainersOfCalls(Body);
  defaults();
  statement(Body);
  checkMoves(MovedFrom, Uses, U, Into);
  if (NullResult != nullptr) {
    if (Results.empty() && Into.size() == Before)
      Unconfigured = NullResult;
    else if (!BranchesAreRefused)
      refuse(Rule::Unsupported, NullResult, "a recipe that returns nothing at all cannot be converted",
             "a configuration is that of an object: return a std::optional, or leave the choice to whoever calls the "
             "recipe");
  }
  for (const Edit& E : edits()) {
    const llvm::StringRef Text = Lexer::getSourceText(textRange(E.Range, U), U.Sources, U.Context.getLangOpts());
    if (E.IsInsertion || !splitsConditional(Text, U.Context.getLangOpts())) continue;
    refuse(Rule::Macro, E.Range.getBegin(), E.Range,
           "this text is replaced, and an #if or #endif in it belongs to what is around it");
    Into.last().Notes = {{E.Range.getBegin(), "write the whole statement between #if and #endif, once for each case"}};
  }
  if (IsOfRefused && Into.size() == Before) return take({});
  // Whatever else there is to mend, of plain values it stays a plain value.
  if (Into.size() != Before && Results.empty() && Unconfigured != nullptr && Unconfigured != NullResult &&
      !isConfigured(R.Definition->getReturnType()))
    refuseUnconfigured();
  if (Into.size() != Before) return take({});
  checkAccess(R, Into);
  if (Into.size() != Before) return take({});
  if (Unconfigured != nullptr || Results.empty()) {
    refuseUnconfigured();
    return take({});
  }
  for (const VarDecl* V : Unmade) refuseUnbuilt(V, nullptr, Into);
  Filled.check(
      edits(), [&](const VarDecl* V) { return isShared(V); }, Into);
  if (Into.size() != Before) return take({});
  RecipeResult Given = Results.front();
  if (Results.size() > 1) Given.Of = nullptr;
  for (const RecipeResult& Other : llvm::drop_begin(Results)) Given.Called.take("", Other.Called, "");
  if (llvm::any_of(Results, [&](const RecipeResult& Other) { return Other.Type != Results.front().Type; })) {
    Meaning Declared;
    Declared.What = Meaning::Kind::Unset;
    Given = {configType(Declared, R.Definition->getReturnType()), nullptr, std::move(Given.Called)};
  }
  if (Given.Type.empty())
    refuse(Rule::Unsupported, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
           "the type of what " + quoted(R.Definition) + " returns cannot be configured");
  markUnused(
      R, U, [&](const VarDecl* V) { return Locals.contains(V); },
      [&](const ValueDecl* D) { return Aliases.contains(D); }, edits(), Into);
  return take(std::move(Given));
}

std::vector<CheckedRecipe> check(const Unit& U, const FoundRecipes& Found, TargetShapes& Shapes, Findings& Into) {
  const llvm::DenseSet<const FunctionDecl*> Recursive = checkRecursion(Found.Recipes, Into);
  // Callees mostly stand first; what a later one returns is then known by its declared type.
  llvm::DenseMap<const FunctionDecl*, RecipeResult> Results;
  std::vector<CheckedRecipe> Checked;
  for (const Recipe& R : Found.Recipes) {
    if (Recursive.contains(R.Definition->getCanonicalDecl())) {
      checkForbidden(R, U, Into);
      continue;
    }
    const llvm::PrettyStackTraceFormat Crashed("checking the recipe '%s'",
                                               R.Definition->getQualifiedNameAsString().c_str());
    Checker Of(R, U, Shapes, Into, Results);
    Checked.push_back(Of.check());
    Results[R.Definition->getCanonicalDecl()] = Checked.back().result();
  }
  return Checked;
}

}  // namespace autoconvert
