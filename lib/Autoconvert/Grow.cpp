// what is added to a container that a constructor makes => what is added when the object is built: x.list.push_back(v),
// x.map.emplace(k, v), x.set.insert(v). Nobody knows before what is there.
#include "Checker.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

namespace {

/// By which step the configuration knows what the function adds; null where the function needs what is there.
const char* stepTo(const Meaning& Added, QualType Container) {
  const std::string& Method = Added.Method;
  if (Added.What != Meaning::Kind::Invoke) return nullptr;
  if (containerOf(Container) != Shape::Map)
    return Method == "push_back" || Method == "append_range" ? kAppended : nullptr;
  if (Method == "insert_or_assign") return kInPlace;
  return Method == "try_emplace" || Method == "insert_range" ? kAppended : nullptr;
}

}  // namespace

// A set of plain values is a value: only where the recipe does not know it, what is added is an argument.
std::optional<Place> Checker::grownSet(const CXXMemberCallExpr* E) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const Expr* Object = E->getImplicitObjectArgument();
  const bool Adds = Name == "insert" || Name == "emplace" || Name == "reserve";
  if (!Adds || !isSetOfValues(Object->getType())) return std::nullopt;
  std::optional<Place> P = place(skipTransparent(Object));
  return P && isSetInPart(*P) ? P : std::nullopt;
}

// insert and emplace of a set, of one element or of several in braces. Nothing: not one of them.
std::optional<Meaning> Checker::insertedInSet(const CXXMemberCallExpr* E, const Place& Set) {
  const llvm::SmallVector<const Expr*, 2> Arguments(E->arguments());
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  if (Arguments.empty() || (Name == "insert" ? Arguments.size() != 1 : Name != "emplace")) return std::nullopt;
  const auto* Listed = dyn_cast<CXXStdInitializerListExpr>(skipTransparent(Arguments[0]));
  const QualType Element = elementsOf(Set.Type).front();
  Meaning Added = Listed != nullptr ? list(Listed->getSubExpr(), Set.Type) : elementMade(Element, Arguments, E);
  if (Added.isInvalid()) return Meaning();
  Meaning M;
  M.What = Meaning::Kind::Invoke;
  M.Source = E;
  M.Variable = Set.Variable;
  M.Path = Set.Path;
  M.Method = Listed != nullptr ? "append_range" : "push_back";
  M.Parts.push_back(std::move(Added));
  return M;
}

void Checker::grow(const CXXMemberCallExpr* E, const Place& Container) {
  reach(Container);
  Meaning M = filled(E, Container, Container.Type);
  if (M.isInvalid()) return;
  const char* Step = stepTo(M, Container.Type);
  if (Step == nullptr) {
    refuse(Rule::ValueOfConfigured, E->getExprLoc(), E->getSourceRange(),
           "the elements of this container are made by a constructor when the configuration is built: " +
               std::string(containerOf(Container.Type) == Shape::Map
                               ? "entries can be set, `m[key] = x`, or added, `m.emplace(key, x)`, alone"
                               : "elements can be added at its end alone, or set by their index") +
               ", or assign the container first");
    return;
  }
  if (!keepsOrder(Container, E->getSourceRange())) return;
  M.Path.push_back({Step});
  edit(E->getSourceRange(), std::move(M));
}

}  // namespace autoconvert
