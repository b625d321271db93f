// x.inner.field on a configured local => the path of an argument.
#include "Checker.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

const Expr* behind(const Expr* E) {
  E = skipTransparent(E);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E))
    if ((Operator->getOperator() == OO_Arrow || Operator->getOperator() == OO_Star) && Operator->getNumArgs() == 1)
      return skipTransparent(Operator->getArg(0));
  return E;
}

namespace {

std::string joined(const std::vector<std::string>& Path) {
  std::string Text;
  for (const std::string& Name : Path) Text += (Text.empty() ? "" : ".") + Name;
  return Text;
}

}  // namespace

const LocalState* Checker::localOf(const Expr* E) const {
  const auto* Reference = dyn_cast<DeclRefExpr>(behind(E));
  const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
  const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable);
  return Found == Locals.end() ? nullptr : &Found->second;
}

bool Checker::isElementOfLocal(const Expr* E) const {
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(skipTransparent(E));
  return Operator != nullptr && Operator->getOperator() == OO_Subscript && localOf(Operator->getArg(0)) != nullptr;
}

std::optional<Place> Checker::place(const Expr* E) {
  const auto* Member = dyn_cast<MemberExpr>(skipTransparent(E));
  if (Member == nullptr) return std::nullopt;
  const auto* Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (Field == nullptr) return std::nullopt;
  const Expr* Base = behind(Member->getBase());
  Place Result;
  const CXXRecordDecl* Class = nullptr;
  const CXXConstructorDecl* Instance = nullptr;
  if (const auto* Reference = dyn_cast<DeclRefExpr>(Base)) {
    const auto* Variable = dyn_cast<VarDecl>(Reference->getDecl());
    const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable);
    if (Found == Locals.end()) return std::nullopt;
    if (isContainer(Found->second.Is)) return std::nullopt;
    Result.Variable = Variable;
    Class = Found->second.Class;
    Instance = Found->second.Instance;
  } else if (auto Outer = place(Base)) {
    Result = std::move(*Outer);
    Class = Result.Field == nullptr ? nullptr : objectOf(Result.Field->getType());
  } else {
    return std::nullopt;
  }
  Result.Owner = Class;
  Result.Field = Field;
  // The argument may belong to a base class of what the local holds.
  const ArgumentShape* Argument = Class == nullptr ? nullptr : targetOf(Class, Instance).find(Field);
  Result.Path.push_back(Argument == nullptr ? Field->getNameAsString() : Argument->Name);
  if (Argument == nullptr) Result.Owner = nullptr;
  Result.OuterComputed = Result.Computed;
  if (Class != nullptr && !Class->isAggregate()) Result.Computed = Result.Path.size();
  return Result;
}

Meaning Checker::load(const Expr* E, const Place& P) {
  const LocalState& Local = Locals.find(P.Variable)->second;
  const std::string Path = joined(P.Path);
  if (Local.IsCall)
    return refuse(Rule::ValueOfConfigured, E,
                  quoted(P.Variable) +
                      " is made by a function that is called when the configuration is built: its "
                      "members have no value yet");
  if (P.Owner == nullptr)
    return refuse(Rule::ValueOfConfigured, E,
                  "the member " + quoted(P.Field) + " of " + quoted(P.Variable) +
                      " cannot be read while the recipe is "
                      "converted");
  // A member that a constructor computes is known only once the recipe has set it, or something that holds it.
  bool IsKnown = P.Computed == 0;
  for (std::size_t I = P.Computed; !IsKnown && I <= P.Path.size(); ++I)
    IsKnown = Local.Set.contains(joined({P.Path.begin(), P.Path.begin() + static_cast<std::ptrdiff_t>(I)}));
  if (!IsKnown)
    return refuse(Rule::ValueOfConfigured, E,
                  "the member " + quoted(P.Field) + " of " + quoted(P.Variable) +
                      " gets its value from a constructor: it has none while the recipe is converted");
  Meaning M;
  M.What = Meaning::Kind::Load;
  M.Source = skipTransparent(E);
  M.Type = decayed(P.Field->getType());
  M.Variable = P.Variable;
  M.Path = P.Path;
  M.Class = objectOf(M.Type);
  return M;
}

}  // namespace autoconvert
