// containers that are given another content, and containers of many equal elements => assignments: v.clear(),
// v.assign(2, x), std::vector<T> v(3).
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// n elements: copies of one, or each made from nothing.
Meaning Resolver::repeated(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
  const QualType Of = elementsOf(Type).front();
  Meaning M;
  M.What = Meaning::Kind::Repeat;
  M.Source = By;
  M.Type = decayed(Type);
  Meaning Count = value(Arguments[0]);
  if (Count.isInvalid()) return {};
  M.Parts.push_back(converted(std::move(Count), U.Context.getSizeType()));
  Meaning Element = Arguments.size() == 1 ? blank(Of, By) : element(Arguments[1], Of, By);
  if (Element.isUnset()) Element = blank(Of, By);
  if (Element.isInvalid()) return {};
  M.Parts.push_back(std::move(Element));
  return M;
}

std::optional<Meaning> Resolver::content(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
  if (Arguments.empty() || Arguments.size() > 2) return std::nullopt;
  if (const auto* Elements = dyn_cast<CXXStdInitializerListExpr>(skipTransparent(Arguments[0])))
    return list(Elements->getSubExpr(), Type);
  if (Arguments[0]->getType()->isIntegralOrEnumerationType()) return repeated(Type, Arguments, By);
  return Arguments.size() == 2 ? wholeOf(Arguments[0], Arguments[1], Type) : std::nullopt;
}

bool Checker::refillStatement(const CXXMemberCallExpr* E, const Place& Container, SourceRange Whole) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const Shape Kind = containerOf(Container.Type);
  const bool IsClear = Name == "clear" && (Kind == Shape::Sequence || Kind == Shape::Map);
  std::optional<Meaning> Content;
  if (IsClear) Content = cleared(nullptr, Container.Type);
  if (Name == "assign" && Kind == Shape::Sequence)
    Content = content(Container.Type, llvm::SmallVector<const Expr*, 4>(E->arguments()), E);
  if (!Content) return false;
  if (Content->isInvalid()) return true;
  LocalState& Local = Locals.find(Container.Variable)->second;
  if (!Container.Path.empty() && !keepsOrder(Container, E->getSourceRange())) return true;
  reach(Container);
  remember(Container, *Content);
  Local.Order.grow(Container.Path, /*AtEnd=*/false);
  Meaning M;
  M.What = Meaning::Kind::Assign;
  M.Source = E;
  M.Variable = Container.Variable;
  M.Path = Container.Path;
  M.Parts.push_back(std::move(*Content));
  edit(Whole, std::move(M));
  return true;
}

// std::swap(a, b) and a.swap(b) of two locals.
bool Checker::swapStatement(const Expr* E) {
  const Expr* First = nullptr;
  const Expr* Second = nullptr;
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(E)) {
    if (plainName(Member->getMethodDecl()) != "swap" || Member->getNumArgs() != 1 ||
        !isInNamespace(Member->getMethodDecl(), "std"))
      return false;
    First = Member->getImplicitObjectArgument();
    Second = Member->getArg(0);
  } else if (const auto* Call = dyn_cast<CallExpr>(E);
             Call != nullptr && isStd(Call->getDirectCallee(), "swap") && Call->getNumArgs() == 2) {
    First = Call->getArg(0);
    Second = Call->getArg(1);
  } else {
    return false;
  }
  const VarDecl* A = variableOf(First);
  const VarDecl* B = variableOf(Second);
  if (A == nullptr || B == nullptr || A == B || !Locals.contains(A) || !Locals.contains(B)) return false;
  if (Now.Moved.contains(A) || Now.Moved.contains(B)) return false;
  LocalState& Left = Locals.find(A)->second;
  LocalState& Right = Locals.find(B)->second;
  const auto refused = [&](const std::string& Why) {
    refuse(Rule::Unsupported, E, quoted(A) + " and " + quoted(B) + " cannot be exchanged here: " + Why,
           "move one of them into a third local first");
    return true;
  };
  if (Left.Type != Right.Type)
    return refused("the configuration knows them as " + Left.Type.substr(2) + " and " + Right.Type.substr(2));
  if (Depth != Left.Depth || Depth != Right.Depth) return refused("they are declared outside of this branch or loop");
  if (Locals.isOneOfSeveral(A) || Locals.isOneOfSeveral(B))
    return refused("another local has the object of one of them");
  // What references into them name lies in the other one now.
  for (auto& [Name, Known] : Aliases)
    if (Known.Of.Variable == A || Known.Of.Variable == B) Known.IsLeft |= Known.IsPointee || !Known.Of.Path.empty();
  std::swap(Left, Right);
  const Holds OfA = held(A);
  Now.Pointers[A] = held(B);
  Now.Pointers[B] = OfA;
  Meaning M;
  M.What = Meaning::Kind::Invoke;
  M.Source = E;
  M.Variable = A;
  M.Method = "swap";
  Meaning Other;
  Other.What = Meaning::Kind::Local;
  Other.Variable = B;
  M.Parts.push_back(std::move(Other));
  edit(E->getSourceRange(), std::move(M));
  return true;
}

}  // namespace autoconvert
