// insert, emplace, erase and their kin on a local container => what is done to the container node.
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

namespace {

const VarDecl* variableOf(const Expr* E) {
  const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
  return Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
}

/// A position as recipes write it: v.begin(), v.end(), v.begin() + n.
struct Position {
  enum class Kind { Begin, End, Behind } What;
  const Expr* Offset = nullptr;
};

/// The object and the index, if there is one, of an element as recipes write it: v[i], v.at(i), v.back().
std::pair<const Expr*, const Expr*> elementOf(const Expr* E) {
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator != nullptr && Operator->getOperator() == OO_Subscript)
    return {Operator->getArg(0), Operator->getArg(1)};
  if (const auto* Array = dyn_cast<ArraySubscriptExpr>(E)) return {Array->getBase(), Array->getIdx()};
  const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
  if (Call == nullptr || Call->getNumArgs() > 1) return {};
  return {Call->getImplicitObjectArgument(), Call->getNumArgs() == 1 ? Call->getArg(0) : nullptr};
}

/// Both name the same variable, the same member or element of it.
bool isSameContainer(const Expr* A, const Expr* B, const ASTContext& Context) {
  A = skipTransparent(A);
  B = skipTransparent(B);
  if (variableOf(A) != nullptr || variableOf(B) != nullptr) return variableOf(A) == variableOf(B);
  if (const auto* Left = dyn_cast<MemberExpr>(A)) {
    const auto* Right = dyn_cast<MemberExpr>(B);
    return Right != nullptr && Left->getMemberDecl() == Right->getMemberDecl() &&
           isSameContainer(behind(Left->getBase()), behind(Right->getBase()), Context);
  }
  const auto [Left, LeftIndex] = elementOf(A);
  const auto [Right, RightIndex] = elementOf(B);
  const auto* Call = dyn_cast<CallExpr>(A);
  const auto* Other = dyn_cast<CallExpr>(B);
  if (Left == nullptr || Right == nullptr || (Call == nullptr) != (Other == nullptr)) return false;
  if (Call != nullptr && Call->getCalleeDecl() != Other->getCalleeDecl()) return false;
  return saysTheSame(LeftIndex, RightIndex, Context) && isSameContainer(Left, Right, Context);
}

std::optional<Position> positionOf(const Expr* E, const Expr* Container, const ASTContext& Context) {
  E = skipTransparent(E);
  // iterator => const_iterator
  if (const auto* Construct = dyn_cast<CXXConstructExpr>(E); Construct != nullptr && Construct->getNumArgs() >= 1)
    return positionOf(Construct->getArg(0), Container, Context);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Operator->getOperator() != OO_Plus || Operator->getNumArgs() != 2) return std::nullopt;
    const auto From = positionOf(Operator->getArg(0), Container, Context);
    if (!From || From->What != Position::Kind::Begin) return std::nullopt;
    return Position{Position::Kind::Behind, Operator->getArg(1)};
  }
  const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
  if (Call == nullptr || !isSameContainer(Call->getImplicitObjectArgument(), Container, Context)) return std::nullopt;
  const llvm::StringRef Name = plainName(Call->getMethodDecl());
  if (Name == "begin" || Name == "cbegin") return Position{Position::Kind::Begin};
  if (Name == "end" || Name == "cend") return Position{Position::Kind::End};
  return std::nullopt;
}

/// The std::pair<const K, V> of a map.
QualType entryOf(QualType Map) {
  const CXXRecordDecl* Class = Map->getAsCXXRecordDecl();
  const auto Found = Class->lookup(&Class->getASTContext().Idents.get("value_type"));
  return cast<TypedefNameDecl>(Found.front())->getUnderlyingType();
}

/// Adds to what the call is given; false where that cannot be converted.
bool add(Meaning& M, Meaning Part) {
  if (Part.isInvalid()) return false;
  M.Parts.push_back(std::move(Part));
  return true;
}

}  // namespace

// All of a container, from its begin to its end.
std::optional<Meaning> Resolver::wholeOf(const Expr* First, const Expr* Last, QualType Type) {
  const Expr* Begin = skipTransparent(First);
  while (const auto* Construct = dyn_cast<CXXConstructExpr>(Begin)) {
    if (Construct->getNumArgs() == 0) return std::nullopt;
    Begin = skipTransparent(Construct->getArg(0));
  }
  const auto* Call = dyn_cast<CXXMemberCallExpr>(Begin);
  if (Call == nullptr) return std::nullopt;
  const Expr* Container = Call->getImplicitObjectArgument();
  const auto From = positionOf(First, Container, U.Context);
  const auto To = positionOf(Last, Container, U.Context);
  if (!From || !To || From->What != Position::Kind::Begin || To->What != Position::Kind::End) return std::nullopt;
  if (!U.Context.hasSameType(decayed(Container->getType()), decayed(Type))) return std::nullopt;
  Meaning M = expression(Container);
  if (M.What != Meaning::Kind::Local && M.What != Meaning::Kind::Load && !M.isInvalid()) return std::nullopt;
  copyLocal(M);
  return M;
}

// At a place of a sequence, or by key. Nothing: not one of these.
std::optional<Meaning> Checker::inserted(const CXXMemberCallExpr* E, const Place& Container, QualType Type) {
  llvm::SmallVector<const Expr*, 4> Arguments;
  for (const Expr* Argument : E->arguments())
    if (!isa<CXXDefaultArgExpr>(Argument)) Arguments.push_back(Argument);
  Meaning M;
  M.What = Meaning::Kind::Invoke;
  M.Source = E;
  M.Variable = Container.Variable;
  M.Path = Container.Path;
  if (containerOf(Type) == Shape::Map) return insertedByKey(E, std::move(M), Type, Arguments);
  if (plainName(E->getMethodDecl()) == "resize" && !Arguments.empty()) {
    Meaning Elements = repeated(Type, Arguments, E);
    if (Elements.isInvalid()) return Meaning();
    Elements.What = Meaning::Kind::Invoke;
    Elements.Method = "resize";
    Elements.Variable = M.Variable;
    Elements.Path = std::move(M.Path);
    return Elements;
  }
  return insertedAt(E, std::move(M), Type, Arguments);
}

// The entries of a list or of another map; of values a pair may stand beside others that are made later.
std::optional<Meaning> Checker::insertedEntries(Meaning M, QualType Type, llvm::ArrayRef<const Expr*> Arguments) {
  std::optional<Meaning> Entries;
  if (Arguments.size() == 2) Entries = wholeOf(Arguments[0], Arguments[1], Type);
  if (Arguments.size() == 1)
    if (const auto* Listed = dyn_cast<CXXStdInitializerListExpr>(skipTransparent(Arguments[0])))
      Entries = list(Listed->getSubExpr(), Type);
  if (Entries) {
    M.Method = "insert_range";
    return add(M, std::move(*Entries)) ? M : Meaning();
  }
  if (Arguments.size() != 1) return std::nullopt;
  Meaning Entry = expression(Arguments[0]);
  if (Entry.isInvalid()) return Meaning();
  const auto* Pair = dyn_cast<CXXConstructExpr>(skipTransparent(Arguments[0]));
  if ((Entry.What == Meaning::Kind::Value || Entry.What == Meaning::Kind::Braced) && Pair != nullptr &&
      Pair->getNumArgs() == 2)
    Entry = containerMade(Pair, Shape::Tuple);
  if (Entry.What != Meaning::Kind::List || Entry.Parts.size() != 2 || containerOf(Entry.Type) != Shape::Tuple)
    return std::nullopt;
  M.Parts = std::move(Entry.Parts);
  return M;
}

std::optional<Meaning> Checker::insertedByKey(const CXXMemberCallExpr* E, Meaning M, QualType Type,
                                              llvm::ArrayRef<const Expr*> Arguments) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const QualType Key =
      cast<ClassTemplateSpecializationDecl>(Type->getAsCXXRecordDecl())->getTemplateArgs()[0].getAsType();
  const QualType Mapped = elementsOf(Type).front();
  // The first of equal keys stays, but for these.
  M.Method = Name == "insert_or_assign" ? "insert_or_assign" : "try_emplace";
  if (Name == "insert") return insertedEntries(std::move(M), Type, Arguments);
  if (Name == "erase" && Arguments.size() == 1) {
    // Not by an iterator.
    const QualType Taken = E->getMethodDecl()->getParamDecl(0)->getType();
    if (!U.Context.hasSameType(decayed(Taken), decayed(Key))) return std::nullopt;
    M.Method = "erase";
    return add(M, element(Arguments[0], Key, E)) ? M : Meaning();
  }
  // A hint says where to look first, and no more.
  const bool HasHint = Name == "emplace_hint" && Arguments.size() == 3 &&
                       positionOf(Arguments[0], E->getImplicitObjectArgument(), U.Context);
  if (HasHint) Arguments = Arguments.drop_front();
  if ((Name == "emplace" || Name == "insert_or_assign" || HasHint) && Arguments.size() == 2)
    return add(M, element(Arguments[0], Key, E)) && add(M, element(Arguments[1], Mapped, E)) ? M : Meaning();
  // std::piecewise_construct and what the two are made of
  if (Name == "emplace" && Arguments.size() == 3) {
    Meaning Entry = tuple(entryOf(Type), Arguments, E);
    M.Parts = std::move(Entry.Parts);
    return Entry.isInvalid() ? Meaning() : M;
  }
  if (Name == "try_emplace" && !Arguments.empty())
    return add(M, element(Arguments[0], Key, E)) && add(M, elementMade(Mapped, Arguments.drop_front(), E)) ? M
                                                                                                           : Meaning();
  return std::nullopt;
}

std::optional<Meaning> Checker::insertedAt(const CXXMemberCallExpr* E, Meaning M, QualType Type,
                                           llvm::ArrayRef<const Expr*> Arguments) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  if ((Name != "insert" && Name != "emplace" && Name != "erase") || Arguments.empty()) return std::nullopt;
  const auto Where = positionOf(Arguments[0], E->getImplicitObjectArgument(), U.Context);
  if (!Where || (Name == "erase" && (Arguments.size() != 1 || Where->What == Position::Kind::End))) return std::nullopt;
  const llvm::ArrayRef<const Expr*> Given = Arguments.drop_front();
  const bool IsMany =
      Name == "insert" &&
      (Given.size() == 2 || (Given.size() == 1 && isa<CXXStdInitializerListExpr>(skipTransparent(Given[0]))));
  if (Name == "erase" || IsMany) {
    M.Method = Name == "erase" ? "erase" : Where->What == Position::Kind::End ? "append_range" : "insert_range";
    if (Where->Offset != nullptr && !add(M, value(Where->Offset))) return Meaning();
    if (Where->What == Position::Kind::Begin) M.Parts.push_back(word(nullptr, "0"));
    if (Name == "erase") return M;
    std::optional<Meaning> Many = content(Type, Given, E);
    if (!Many) return std::nullopt;
    return add(M, std::move(*Many)) ? M : Meaning();
  }
  if (Name == "insert" && Given.size() != 1) return std::nullopt;
  M.Method = Where->What == Position::Kind::Begin ? "push_front"
             : Where->What == Position::Kind::End ? "push_back"
                                                  : "insert";
  if (Where->Offset != nullptr && !add(M, converted(value(Where->Offset), U.Context.getSizeType()))) return Meaning();
  if (Where->Offset != nullptr && M.Parts.front().Parts.front().isInvalid()) return Meaning();
  const QualType Element = elementsOf(Type).front();
  return add(M, Name == "insert" ? element(Given[0], Element, E) : elementMade(Element, Given, E)) ? M : Meaning();
}

}  // namespace autoconvert
