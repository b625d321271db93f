// statements that change a configured local: assignments, setters, containers that are filled.
#include <algorithm>

#include "Checker.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

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
        (Local.Class != nullptr && llvm::is_contained(targetOf(Local.Class, Local.Instance).Ambiguous, P.Field)))
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
  const ArgumentKind Kind =
      targetOf(Local.Class, Local.Instance).IsAggregate ? ArgumentKind::Member : ArgumentKind::Field;
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
  Local.MayShare |= mayShare(M);
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
  copyLocal(M);
  LocalState& State = Locals.find(Variable)->second;
  State.Set.clear();
  State.MayShare |= mayShare(M);
  edit(Value->getSourceRange(), std::move(M));
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
  Locals.find(Push.Variable)->second.MayShare |= mayShare(M);
  Push.Parts.push_back(std::move(M));
  edit(E->getSourceRange(), std::move(Push));
  return true;
}

}  // namespace autoconvert
