// recipes => checked recipes: every rule on every statement; all findings are collected before any is reported.
#include <algorithm>

#include "Checker.h"
#include "Names.h"
#include "Rules.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

void Checker::useClass(const CXXRecordDecl* Class) {
  if (Class == nullptr) return;
  if (Class->getDefinition() != nullptr) Class = Class->getDefinition();
  if (!llvm::is_contained(Out->Classes, Class)) Out->Classes.push_back(Class);
}

void Checker::useFunction(const FunctionDecl* Function) {
  Function = Function->getCanonicalDecl();
  if (!llvm::is_contained(Out->Functions, Function)) Out->Functions.push_back(Function);
}

CharSourceRange textRange(SourceRange Range, const Unit& U) {
  return Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Range), U.Sources, U.Context.getLangOpts());
}

bool Checker::canMove(const Meaning& M, SourceRange Whole) {
  const bool IsText = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced ||
                      M.What == Meaning::Kind::Ready || M.What == Meaning::Kind::Parameter;
  if (IsText && M.Source != nullptr && textRange(M.Source->getSourceRange(), U).isInvalid()) {
    refuse(Rule::Macro, M.Source->getBeginLoc(), Whole, "a part of this construction is written by a macro");
    return false;
  }
  const auto parts = [&](const Meaning& Part) { return canMove(Part, Whole); };
  const auto named = [&](const NamedMeaning& Part) { return canMove(Part.Of, Whole); };
  return llvm::all_of(M.Parts, parts) && llvm::all_of(M.Arguments, named) && llvm::all_of(M.Settings, named);
}

void Checker::edit(SourceRange Range, Meaning By) {
  if (textRange(Range, U).isInvalid()) {
    refuse(Rule::Macro, Range.getBegin(), Range,
           "this construction is written by a macro: its text cannot be rewritten");
    return;
  }
  if (!canMove(By, Range)) return;
  Edit E;
  E.Range = Range;
  E.By = std::make_shared<const Meaning>(std::move(By));
  Out->Edits.push_back(std::move(E));
}

void Checker::insert(SourceLocation Where, std::string Text) {
  Edit E;
  E.Range = SourceRange(Where);
  E.IsInsertion = true;
  E.Text = std::move(Text);
  Out->Edits.push_back(std::move(E));
}

void Checker::keep(const Meaning& M) {
  if (M.isInvalid()) return;
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced) {
    for (const Meaning& Part : M.Parts) edit(Part.Source->getSourceRange(), Part);
  } else if (M.Source != nullptr) {
    edit(M.Source->getSourceRange(), M);
  }
}

void Checker::parameters() {
  for (const ParmVarDecl* Parameter : Current->Definition->parameters()) {
    const QualType Type = Parameter->getType();
    const Shape Kind = shapeOf(Type);
    if (Type->isPointerType() && isConfigured(Type->getPointeeType())) {
      refuse(Rule::Reference, Parameter->getLocation(), Parameter->getSourceRange(),
             "the parameter " + quoted(Parameter) + " points to an object that must exist before the configuration");
      Refused.insert(Parameter);
      continue;
    }
    if (Kind == Shape::Value || Kind == Shape::Config || Kind == Shape::Partial) continue;
    if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified()) {
      refuse(Rule::Reference, Parameter->getLocation(), Parameter->getSourceRange(),
             "the parameter " + quoted(Parameter) + " is a reference to an object that the recipe may change");
      Refused.insert(Parameter);
      continue;
    }
    Parameters.insert(Parameter);
  }
}

std::string Checker::configType(const Meaning& M, QualType Declared) {
  switch (M.What) {
    case Meaning::Kind::Construct:
      return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + spell(cast<NamedDecl>(M.Class)) + ">";
    case Meaning::Kind::Call:
      return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + "::run::Fn<" + spellPointer(M.Function) +
             ">>";
    case Meaning::Kind::Recipe: {
      const auto Known = KnownResults.find(M.Function->getCanonicalDecl());
      if (Known != KnownResults.end()) return Known->second;
      break;
    }
    case Meaning::Kind::Ready:
      return spell(M.Type);
    case Meaning::Kind::Local:
      return Locals.find(M.Variable)->second.Type;
    case Meaning::Kind::List:
      return "::run::Config<" + spell(M.Type) + ">";
    default:
      break;
  }
  if (isContainer(shapeOf(Declared))) return "::run::Config<" + spell(decayed(Declared)) + ">";
  if (const CXXRecordDecl* Class = objectOf(Declared))
    return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + spell(cast<NamedDecl>(Class)) + ">";
  return {};
}

void Checker::returned(const ReturnStmt* S) {
  const Expr* E = S->getRetValue();
  if (E == nullptr) return;
  const QualType Declared = Current->Definition->getReturnType();
  if (Declared->isReferenceType()) {
    const LocalState* Local = localOf(E);
    const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
    refuse(Rule::Reference, E,
           Local != nullptr && Reference != nullptr
               ? "the recipe returns a reference to its local " + quoted(Reference->getDecl())
               : std::string("the recipe returns a reference: an object that is built belongs to whoever builds it"));
    return;
  }
  Meaning M = argument(E, Declared);
  switch (M.What) {
    case Meaning::Kind::Invalid:
      return;
    case Meaning::Kind::Value:
    case Meaning::Kind::Braced:
    case Meaning::Kind::Convert:
    case Meaning::Kind::Parameter:
      Unconfigured = E->getSourceRange();
      return;
    case Meaning::Kind::Null:
      refuse(Rule::Unsupported, E, "a recipe that returns nothing at all cannot be converted");
      return;
    case Meaning::Kind::Load:
      if (M.Class == nullptr) {
        Unconfigured = E->getSourceRange();
        return;
      }
      break;
    default:
      break;
  }
  if (Current->Options.Partial) {
    if (M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Call) {
      M.IsPartial = true;
    } else if (M.What != Meaning::Kind::Ready || !M.IsPartial) {
      refuse(Rule::Unsupported, E,
             "a recipe with [[run::autoconvert(partial)]] returns the construction or the call itself");
      return;
    }
  }
  M.IsShared = false;
  std::string Type = configType(M, Declared);
  if (Type.rfind("::run::Shared<", 0) == 0) Type.replace(0, 14, "::run::Config<");
  Results.push_back(std::move(Type));
  edit(E->getSourceRange(), std::move(M));
}

// Members are set before setters are called, and each argument is set once: where the recipe's order would mean
// something else, it cannot be said.
bool Checker::keepsOrder(LocalState& Local, const std::string& Path, ArgumentKind Kind, SourceRange Range) {
  bool Disturbs = Kind == ArgumentKind::Member && !Local.Setters.empty();
  for (auto At = Local.Order.rbegin(); !Disturbs && At != Local.Order.rend() && *At != Path; ++At)
    Disturbs = Local.Setters.contains(*At) && llvm::is_contained(Local.Order, Path);
  Local.Order.push_back(Path);
  if (Kind == ArgumentKind::Setter) Local.Setters.insert(Path);
  if (!Disturbs) return true;
  refuse(Rule::Unsupported, Range.getBegin(), Range,
         "'" + Path + "' is set after a setter was called: the configuration cannot keep this order; set it before");
  return false;
}

void Checker::setMember(const Place& P, SourceRange Target, const Expr* Value, bool IsCompound) {
  LocalState& Local = Locals.find(P.Variable)->second;
  const auto where = [&](const std::string& Message, Rule Id) { refuse(Id, Target.getBegin(), Target, Message); };
  if (Local.IsCall)
    return where(quoted(P.Variable) +
                     " is made by a function that is called when the configuration is built: it has "
                     "no members yet",
                 Rule::ValueOfConfigured);
  if (P.Field->getAccess() == AS_private || P.Field->getAccess() == AS_protected)
    return where("the member " + quoted(P.Field) + " is not public: only the recipe may assign it", Rule::Inaccessible);
  if (P.Owner == nullptr) {
    const CXXRecordDecl* Class = cast<CXXRecordDecl>(P.Field->getParent());
    const TargetShape& Shape = Shapes.of(Class);
    if (llvm::is_contained(Shape.Ambiguous, P.Field) ||
        (Local.Class != nullptr && llvm::is_contained(Shapes.of(Local.Class).Ambiguous, P.Field)))
      return where("the member " + quoted(P.Field) +
                       " has the name of a constructor's parameter: the argument would "
                       "mean both",
                   Rule::AmbiguousParameter);
    return where("the member " + quoted(P.Field) + " of type '" + readableName(P.Field->getType()) +
                     "' cannot be an argument of the configuration",
                 Rule::Unsupported);
  }
  const TargetShape& Owner = Shapes.of(P.Owner);
  if (Owner.IsAggregate && !Owner.FillAfter)
    return where("the member " + quoted(P.Field) + " cannot be assigned here: the class " + quoted(P.Owner) +
                     " must be made in one expression, since its members depend on each other or cannot be assigned",
                 Rule::Unsupported);
  std::string Path;
  // What holds the member must be an object that the recipe made, or a default that is known.
  bool IsKnown = P.OuterComputed == 0;
  for (std::size_t I = 1; I < P.Path.size(); ++I) {
    Path += (I == 1 ? "" : ".") + P.Path[I - 1];
    IsKnown |= I >= P.OuterComputed && Local.Set.contains(Path);
  }
  if (!IsKnown)
    return where("the member " + quoted(P.Field) +
                     " lies in an object that a constructor computes: assign that object "
                     "first",
                 Rule::Unsupported);
  Path += (Path.empty() ? "" : ".") + P.Path.back();
  const ArgumentKind Kind = Shapes.of(Local.Class).IsAggregate ? ArgumentKind::Member : ArgumentKind::Field;
  if (!keepsOrder(Local, Path, Kind, Target)) return;
  Meaning Place;
  Place.What = Meaning::Kind::Place;
  Place.Variable = P.Variable;
  Place.Path = P.Path;
  if (IsCompound) {
    if (P.Computed != 0 && !Local.Set.contains(Path))
      return where("the member " + quoted(P.Field) +
                       " gets its value from a constructor: it has none while the recipe "
                       "is converted",
                   Rule::ValueOfConfigured);
    edit(Target, std::move(Place));
    if (Value != nullptr) keep(value(Value));
    return;
  }
  Meaning M = argument(Value, P.Field->getType());
  if (M.isInvalid()) return;
  if (M.isUnset()) return where("this value cannot be converted", Rule::Unsupported);
  edit(Target, std::move(Place));
  if (M.What == Meaning::Kind::Value)
    keep(M);
  else
    edit(Value->getSourceRange(), std::move(M));
  Local.Set.insert(Path);
}

bool Checker::assignment(const Expr* E) {
  const Expr* Target = nullptr;
  const Expr* Value = nullptr;
  bool IsCompound = false;
  if (const auto* Binary = dyn_cast<BinaryOperator>(E); Binary != nullptr && Binary->isAssignmentOp()) {
    Target = Binary->getLHS();
    Value = Binary->getRHS();
    IsCompound = Binary->isCompoundAssignmentOp();
  } else if (const auto* Unary = dyn_cast<UnaryOperator>(E); Unary != nullptr && Unary->isIncrementDecrementOp()) {
    Target = Unary->getSubExpr();
    IsCompound = true;
  } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator != nullptr && Operator->isAssignmentOp() && Operator->getNumArgs() == 2) {
    Target = Operator->getArg(0);
    Value = Operator->getArg(1);
    IsCompound = Operator->getOperator() != OO_Equal;
    // An assignment of the class's own is an operator like others.
    const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Operator->getDirectCallee());
    if (Method != nullptr && isConfiguredClass(Method->getParent()) && !Method->isCopyAssignmentOperator() &&
        !Method->isMoveAssignmentOperator())
      return false;
  }
  if (Target == nullptr) return false;
  if (const auto P = place(Target)) {
    if (IsCompound && isConfigured(P->Field->getType())) return false;
    setMember(*P, skipTransparent(Target)->getSourceRange(), Value, IsCompound);
    return true;
  }
  const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(Target));
  const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
  const auto Local = Variable == nullptr ? Locals.end() : Locals.find(Variable);
  if (Local == Locals.end() || IsCompound) return false;
  Meaning M = argument(Value, Variable->getType());
  if (M.isInvalid()) return true;
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Null || M.isUnset() ||
      M.What == Meaning::Kind::Parameter || Local->second.IsCall || M.What == Meaning::Kind::Call) {
    refuse(Rule::Unsupported, E, quoted(Variable) + " is configured: this value cannot be assigned to it");
    return true;
  }
  Locals.find(Variable)->second.Set.clear();
  edit(Value->getSourceRange(), std::move(M));
  return true;
}

bool Checker::setterStatement(const CXXMemberCallExpr* E) {
  // A chain x.a(1).b(2); is one assignment after the other.
  std::vector<const CXXMemberCallExpr*> Chain;
  const Expr* Object = E;
  while (const auto* Call = dyn_cast<CXXMemberCallExpr>(skipTransparent(Object))) {
    Chain.push_back(Call);
    Object = Call->getImplicitObjectArgument();
  }
  const LocalState* Found = localOf(Object);
  if (Found == nullptr || isContainer(Found->Is) || Found->Class == nullptr) return false;
  LocalState& Local = const_cast<LocalState&>(*Found);  // NOLINT: found in our own map
  const Expr* Root = skipTransparent(Object);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(Root)) Root = skipTransparent(Operator->getArg(0));
  const auto* Variable = cast<VarDecl>(cast<DeclRefExpr>(Root)->getDecl());
  std::reverse(Chain.begin(), Chain.end());
  const bool IsChain = Chain.size() > 1;
  SourceLocation Begin = E->getBeginLoc();
  for (const CXXMemberCallExpr* Call : Chain) {
    const CXXMethodDecl* Method = Call->getMethodDecl();
    const ArgumentShape* Argument = nullptr;
    if (Method != nullptr && !Local.IsCall)
      for (const ArgumentShape& A : Shapes.of(Local.Class).Arguments)
        if (const auto* Setter = dyn_cast<CXXMethodDecl>(A.Declaration);
            A.Kind == ArgumentKind::Setter && Setter->getDeclName() == Method->getDeclName())
          Argument = &A;
    const bool Repeats = Argument != nullptr && mayAccumulate(Method) && Local.Setters.contains(Argument->Name);
    if (Argument == nullptr || Repeats || IsChain || Method->getNumParams() != 1 ||
        !U.Context.hasSameType(decayed(Method->getParamDecl(0)->getType()), Argument->Types.front())) {
      if (IsChain && Argument != nullptr && !Repeats)
        refuse(Rule::MemberCall, Call->getExprLoc(), Call->getSourceRange(),
               "a chain of setters on the local " + quoted(Variable) + ": write one statement for each call");
      else
        refuseMemberCall(Call);
      return true;
    }
    Meaning Value = argument(Call->getArg(0), Method->getParamDecl(0)->getType());
    if (Value.isInvalid() || !keepsOrder(Local, Argument->Name, ArgumentKind::Setter, Call->getSourceRange()))
      return true;
    Meaning Place;
    Place.What = Meaning::Kind::Assign;
    Place.Variable = Variable;
    Place.Path = {Argument->Name};
    Place.Parts.push_back(std::move(Value));
    Local.Set.insert(Argument->Name);
    edit(SourceRange(Begin, Call->getEndLoc()), std::move(Place));
  }
  return true;
}

bool Checker::containerStatement(const CXXMemberCallExpr* E) {
  const LocalState* Local = localOf(E->getImplicitObjectArgument());
  const CXXMethodDecl* Method = E->getMethodDecl();
  if (Local == nullptr || !isContainer(Local->Is) || Method == nullptr) return false;
  const llvm::StringRef Name = Method->getDeclName().isIdentifier() ? Method->getName() : llvm::StringRef();
  const std::vector<QualType> Elements = elementsOf(E->getImplicitObjectArgument()->getType());
  Meaning M;
  if (Name == "push_back" && E->getNumArgs() == 1) {
    M = argument(E->getArg(0), Elements.front());
  } else if (Name == "emplace_back" && E->getNumArgs() == 1 &&
             U.Context.hasSameType(decayed(E->getArg(0)->getType()), decayed(Elements.front()))) {
    M = argument(E->getArg(0), Elements.front());
  } else if (Name == "emplace_back" && shapeOf(Elements.front()) == Shape::Object) {
    llvm::SmallVector<const Expr*, 8> Arguments(E->arg_begin(), E->arg_end());
    M = initialized(Elements.front(), Arguments, E);
  } else if (Name == "emplace_back" && E->getNumArgs() == 1 && isHolder(shapeOf(Elements.front()))) {
    M = argument(E->getArg(0), Elements.front());
  } else if (Name == "reserve" && E->getNumArgs() == 1) {
    return refuse(Rule::MemberCall, E, "'reserve' on the configured container has no meaning: leave it out"), true;
  } else {
    refuseMemberCall(E);
    return true;
  }
  if (M.isInvalid()) return true;
  Meaning Push;
  Push.What = Meaning::Kind::Append;
  Push.Variable = cast<VarDecl>(cast<DeclRefExpr>(skipTransparent(E->getImplicitObjectArgument()))->getDecl());
  Push.Type = Elements.front();
  Push.Parts.push_back(std::move(M));
  edit(E->getSourceRange(), std::move(Push));
  return true;
}

void Checker::expressionStatement(const Expr* E) {
  E = skipTransparent(E);
  if (isForbiddenExpression(E)) return;
  if (assignment(E)) return;
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E))
    if (containerStatement(Call) || setterStatement(Call)) return;
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
      Call != nullptr && !isa<CXXMemberCallExpr>(E) && !isa<CXXOperatorCallExpr>(E) && !isConfigured(E->getType())) {
    const FunctionDecl* Function = Call->getDirectCallee();
    if (Function != nullptr && !isLocalDefinition(Function) && !isExemptFunction(Function)) {
      Finding& F = Into.add(Rule::ValueOfConfigured, E->getBeginLoc(), E->getSourceRange(),
                            "the call of " + quoted(Function) + " gives nothing to the configuration");
      F.Notes.push_back({Function->getLocation(),
                         "annotate " + quoted(Function) + " [[run::exempt]] to call it while the recipe is converted"});
      return;
    }
  }
  // An object that nobody keeps is built for nothing, but it is built: the recipe would do more than its configuration.
  const Shape Kind = shapeOf(E->getType());
  if (Kind != Shape::Value && !isa<CXXMemberCallExpr>(E)) {
    refuse(Rule::Unsupported, E, "this object is made and thrown away: it has no place in the configuration");
    return;
  }
  keep(value(E));
}

void Checker::statement(const Stmt* S) {
  if (S == nullptr) return;
  if (const auto* E = dyn_cast<Expr>(S)) return expressionStatement(E);
  switch (S->getStmtClass()) {
    case Stmt::CompoundStmtClass:
      for (const Stmt* Child : S->children()) statement(Child);
      return;
    case Stmt::DeclStmtClass:
      return declaration(cast<DeclStmt>(S));
    case Stmt::ReturnStmtClass:
      return returned(cast<ReturnStmt>(S));
    case Stmt::NullStmtClass:
    case Stmt::BreakStmtClass:
    case Stmt::ContinueStmtClass:
    case Stmt::GotoStmtClass:
      return;
    case Stmt::AttributedStmtClass:
      return statement(cast<AttributedStmt>(S)->getSubStmt());
    case Stmt::CXXForRangeStmtClass: {
      const auto* For = cast<CXXForRangeStmt>(S);
      statement(For->getInit());
      if (isConfigured(For->getLoopVariable()->getType()))
        refuse(Rule::Unsupported, For->getLoopVariable()->getLocation(), For->getLoopVariable()->getSourceRange(),
               "a loop over configured objects cannot be converted");
      else
        keep(value(For->getRangeInit()));
      statement(For->getBody());
      return;
    }
    case Stmt::IfStmtClass: {
      const auto* If = cast<IfStmt>(S);
      statement(If->getInit());
      if (If->getConditionVariable() == nullptr && If->getCond() != nullptr) keep(value(If->getCond()));
      statement(If->getThen());
      statement(If->getElse());
      return;
    }
    default:
      break;
  }
  // Reported by the rules, or kept with allow_control_flow: their parts are statements and values like others.
  for (const Stmt* Child : S->children()) {
    if (const auto* E = dyn_cast_or_null<Expr>(Child)) {
      if (isa<ForStmt>(S) || isa<CaseStmt>(S) || isa<SwitchStmt>(S) || isa<WhileStmt>(S) || isa<DoStmt>(S))
        expressionStatement(E);
      else
        statement(E);
    } else if (Child != nullptr && !isa<CoroutineBodyStmt>(Child)) {
      statement(Child);
    }
  }
}

CheckedRecipe Checker::check(const Recipe& R) {
  CheckedRecipe Result(R);
  Current = &Result.Of;
  Out = &Result;
  const std::size_t Before = Into.size();
  checkForbidden(R, U, Into);
  const Stmt* Body = R.Definition->getBody();
  if (Body == nullptr || isa<CoroutineBodyStmt>(Body)) return Result;
  if (isa<CXXTryStmt>(Body)) return Result;
  if (const SourceLocation Begin = Body->getBeginLoc(); Begin.isMacroID() || R.Definition->getLocation().isMacroID()) {
    refuse(Rule::Macro, Begin, Body->getSourceRange(),
           "the recipe " + quoted(R.Definition) + " is written by a macro: its text cannot be rewritten");
    return Result;
  }
  if (R.Options.NoInline)
    refuse(Rule::Unsupported, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
           "the recipe " + quoted(R.Definition) + " asks for no_inline, which cannot be converted");
  if (const auto* Method = dyn_cast<CXXMethodDecl>(R.Definition); Method != nullptr)
    refuse(Rule::Unsupported, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
           "the static member function " + quoted(R.Definition) +
               " cannot be converted: move the recipe out of the class");
  parameters();
  findReassigned(Body);
  statement(Body);
  if (Into.size() != Before) return Result;
  if (Unconfigured.isValid() || Results.empty()) {
    Into.add(Rule::NothingConfigured, R.Definition->getLocation(), Unconfigured,
             "the result of the recipe " + quoted(R.Definition) + " holds no configured object");
    return Result;
  }
  Result.Result = Results.front();
  if (llvm::any_of(Results, [&](const std::string& Other) { return Other != Results.front(); })) {
    Meaning Declared;
    Declared.What = Meaning::Kind::Unset;
    Result.Result = configType(Declared, R.Definition->getReturnType());
  }
  if (Result.Result.empty())
    refuse(Rule::Unsupported, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
           "the type of what " + quoted(R.Definition) + " returns cannot be configured");
  markUnused();
  return Result;
}

std::vector<CheckedRecipe> check(const Unit& U, const FoundRecipes& Found, TargetShapes& Shapes, Findings& Into) {
  const llvm::DenseSet<const FunctionDecl*> Recursive = checkRecursion(Found.Recipes, Into);
  // Callees mostly stand first; what a later one returns is then known by its declared type.
  llvm::DenseMap<const FunctionDecl*, std::string> Results;
  std::vector<CheckedRecipe> Checked;
  for (const Recipe& R : Found.Recipes) {
    if (Recursive.contains(R.Definition->getCanonicalDecl())) continue;
    Checker Of(U, Shapes, Into, Results);
    Checked.push_back(Of.check(R));
    if (!Checked.back().resultType().empty()) Results[R.Definition->getCanonicalDecl()] = Checked.back().resultType();
  }
  return Checked;
}

}  // namespace autoconvert
