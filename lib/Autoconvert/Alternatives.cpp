// Which alternative of a variant an expression becomes: a configuration knows it by the class of its object alone.
#include "Names.h"
#include "Resolver.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

static bool isSameOrBase(const CXXRecordDecl* Base, const CXXRecordDecl* Class) {
  return Base->getCanonicalDecl() == Class->getCanonicalDecl() ||
         (Class->hasDefinition() && Class->isDerivedFrom(Base));
}

// C++ takes an alternative by the type of the expression, `Given`; the library the first that holds an object of the
// node's very class, else the first that can hold it.
bool Resolver::isOneAlternative(const Meaning& M, QualType Variant, QualType Given, const Expr* By) {
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Null || M.What == Meaning::Kind::List ||
      M.isInvalid() || M.isUnset())
    return true;
  Given = decayed(Given);
  const CXXRecordDecl* Said = objectOf(Given);
  const CXXRecordDecl* Class = M.What == Meaning::Kind::Construct ? M.Class : Said;
  if (Class == nullptr || Said == nullptr) return true;
  // A smart pointer that was made elsewhere may hold an object of a derived class.
  const bool IsCertain =
      M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Call || !isHolder(shapeOf(Given));
  unsigned Able = 0;
  bool HasVery = false;
  bool TakesFirst = false;
  for (QualType Type : elementsOf(Variant)) {
    Type = decayed(Type);
    const bool IsVery = U.Context.hasSameType(Type, Given);
    while (shapeOf(Type) == Shape::Optional) Type = decayed(elementsOf(Type).front());
    const CXXRecordDecl* Held = objectOf(Type);
    if (Held == nullptr) continue;
    const bool IsOfClass = Held->getCanonicalDecl() == Class->getCanonicalDecl();
    if (isSameOrBase(Held, Class) || (!IsCertain && isSameOrBase(Class, Held))) ++Able;
    if (IsOfClass && !HasVery) TakesFirst = IsVery;
    HasVery = HasVery || IsOfClass;
  }
  if (Able == 1 || (IsCertain && TakesFirst)) return true;
  if (Able == 0) {
    refuse(Rule::Unsupported, By,
           "a '" + readableName(Given) + "' is no alternative of '" + readableName(decayed(Variant)) +
               "': write the alternative's type");
    return false;
  }
  refuse(Rule::Unsupported, By,
         "several alternatives of '" + readableName(decayed(Variant)) + "' can hold a '" + readableName(Given) +
             "': a configuration knows the alternative by the class of the object, and cannot tell them apart",
         "make the variant in a function of your own, whose call becomes a node of the configuration");
  return false;
}

// v.emplace<T>(…) and v.emplace<1>(…) of a variant
Meaning Resolver::alternativeMade(QualType Variant, const CXXMemberCallExpr* E) {
  const std::vector<QualType> All = elementsOf(Variant);
  const TemplateArgument& Said = E->getMethodDecl()->getTemplateSpecializationArgs()->get(0);
  const QualType Type =
      Said.getKind() == TemplateArgument::Type ? Said.getAsType() : All[Said.getAsIntegral().getZExtValue()];
  if (llvm::count_if(All, [&](QualType Other) { return U.Context.hasSameType(Other, Type); }) != 1)
    return refuse(Rule::Unsupported, E,
                  "'" + readableName(Type) + "' is an alternative of '" + readableName(Variant) +
                      "' more than once: a configuration knows it by its type");
  const llvm::SmallVector<const Expr*, 4> Arguments(E->arguments());
  if (shapeOf(Type) == Shape::Value && Arguments.empty()) return blank(Type, E);
  Meaning M = elementMade(Type, Arguments, E);
  if (!isOneAlternative(M, Variant, Type, E)) return {};
  if (shapeOf(Type) != Shape::Value) return M;
  // The type says which alternative it is.
  const bool IsOther = M.What == Meaning::Kind::Value && !U.Context.hasSameType(decayed(M.Type), decayed(Type));
  return IsOther ? converted(std::move(M), Type) : M;
}

}  // namespace autoconvert
