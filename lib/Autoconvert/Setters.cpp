// setters of configured objects: x.set_a(1), x.a(1).b(2), T().a(1) => arguments that are applied after construction.
#include "Checker.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// The argument that the call sets on a local, with its value. Reports what cannot be said.
std::optional<NamedMeaning> Checker::setterOfLocal(LocalState& Local, const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = Call->getMethodDecl();
  const ArgumentShape* Argument =
      Method == nullptr || Local.IsCall ? nullptr : targetOf(Local.Class, Local.Instance).setter(Method);
  if (Argument == nullptr || (mayAccumulate(Method) && Local.Setters.contains(Argument->Name))) {
    refuseMemberCall(Call);
    return std::nullopt;
  }
  const QualType Wanted = Method->getParamDecl(0)->getType();
  Meaning Value = argument(Call->getArg(0), Wanted);
  if (Value.isInvalid() || !keepsOrder(Local, Argument->Name, ArgumentKind::Setter, Call->getSourceRange()))
    return std::nullopt;
  if (Argument->Types.size() > 1) sayType(Value, Call->getArg(0), Wanted);
  Local.MayShare |= mayShare(Value);
  Local.Set.insert(Argument->Name);
  return NamedMeaning{Argument->Name, std::move(Value)};
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
  const auto* Variable = cast<VarDecl>(cast<DeclRefExpr>(behind(Object))->getDecl());
  Meaning Set;
  Set.What = Meaning::Kind::Local;
  Set.Source = E;
  Set.Variable = Variable;
  for (auto Call = Chain.rbegin(); Call != Chain.rend(); ++Call) {
    auto Setting = setterOfLocal(Local, *Call);
    if (!Setting) return true;
    Set.Settings.push_back(std::move(*Setting));
  }
  if (Set.Settings.size() == 1) {
    NamedMeaning Only = std::move(Set.Settings.front());
    Set.What = Meaning::Kind::Assign;
    Set.Path.push_back({Only.Name});
    Set.Parts.push_back(std::move(Only.Of));
    Set.Settings.clear();
  }
  edit(E->getSourceRange(), std::move(Set));
  return true;
}

Meaning Checker::setOn(Meaning Object, const CXXMemberCallExpr* E) {
  if (Object.isInvalid()) return {};
  const CXXMethodDecl* Method = E->getMethodDecl();
  if (Object.What == Meaning::Kind::Local && Object.Class != nullptr) {
    auto Setting = setterOfLocal(Locals.find(Object.Variable)->second, E);
    if (!Setting) return {};
    Object.Settings.push_back(std::move(*Setting));
    Object.Source = E;
    return Object;
  }
  const ArgumentShape* Argument = nullptr;
  if (Object.What == Meaning::Kind::Construct && Object.Class != nullptr)
    Argument = targetOf(Object.Class, Object.Instance).setter(Method);
  const bool IsSet = Argument != nullptr &&
                     llvm::any_of(Object.Settings, [&](const NamedMeaning& N) { return N.Name == Argument->Name; });
  const bool Repeats = IsSet && (mayAccumulate(Method) || Object.Settings.back().Name != Argument->Name);
  if (Argument == nullptr || Repeats) {
    refuseMemberCall(E);
    return {};
  }
  const QualType Wanted = Method->getParamDecl(0)->getType();
  Meaning Value = argument(E->getArg(0), Wanted);
  if (Value.isInvalid()) return {};
  if (Argument->Types.size() > 1) sayType(Value, E->getArg(0), Wanted);
  Object.Settings.push_back({Argument->Name, std::move(Value)});
  Object.Source = E;
  return Object;
}

}  // namespace autoconvert
