// type => what can be done with it, as Clang's own rules have it: kept, copied, assigned, made from nothing, read.
#include "Names.h"
#include "TargetShape.h"
#include "Trial.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/TypeTraits.h"
#include "clang/Sema/Initialization.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

bool TargetShapes::trait(int Kind, std::vector<QualType> Types) {
  llvm::SmallVector<TypeSourceInfo*, 2> Arguments;
  for (const QualType Type : Types) {
    if (!isComplete(Type.getNonReferenceType())) return false;
    Arguments.push_back(Sema.Context.getTrivialTypeSourceInfo(Type, SourceLocation()));
  }
  const ExprResult Result =
      Sema.BuildTypeTrait(static_cast<TypeTrait>(Kind), SourceLocation(), Arguments, SourceLocation());
  const auto* Trait = Result.isUsable() ? dyn_cast<TypeTraitExpr>(Result.get()) : nullptr;
  return Trait != nullptr && !Trait->isValueDependent() && Trait->getBoolValue();
}

bool TargetShapes::isComplete(QualType Type) {
  return Type->isVoidType() || Type->isFunctionType() ||
         Sema.isCompleteType(SourceLocation(), Type->getAs<PointerType>() ? Sema.Context.VoidPtrTy : Type);
}

bool TargetShapes::isAssignable(QualType Type) {
  if (Type->isReferenceType() || Type.isConstQualified() || Type->isArrayType()) return false;
  return trait(BTT_IsAssignable, {Sema.Context.getLValueReferenceType(Type), Type});
}

bool TargetShapes::hasDeprecatedAssignment(QualType Type) {
  if (Type->isArrayType()) return hasDeprecatedAssignment(QualType(Type->getBaseElementTypeUnsafe(), 0));
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  if (Class == nullptr || !Class->hasDefinition() || !isAssignable(Type)) return false;
  const auto has = [&](QualType Part) { return hasDeprecatedAssignment(Part); };
  if (isInNamespace(Class, "std")) {
    // What owns its elements elsewhere hands them over.
    const Shape Is = containerOf(Type);
    const bool IsInside = Is == Shape::Array || Is == Shape::Optional || Is == Shape::Tuple || Is == Shape::Variant;
    return IsInside && llvm::any_of(elementsOf(Type), has);
  }
  Class = Class->getDefinition();
  const CXXMethodDecl* Assignment = Sema.LookupMovingAssignment(const_cast<CXXRecordDecl*>(Class), 0,  // NOLINT
                                                                /*RValueThis=*/false, 0);
  if (Assignment == nullptr || Assignment->isDeprecated()) return Assignment != nullptr;
  if (Assignment->isImplicit() && Assignment->isCopyAssignmentOperator() && Class->hasUserDeclaredCopyConstructor())
    return true;
  return !Assignment->isUserProvided() &&
         (llvm::any_of(Class->fields(), [&](const FieldDecl* F) { return has(F->getType()); }) ||
          llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier& B) { return has(B.getType()); }));
}

bool TargetShapes::canBeReplaced(QualType Type) {
  const auto isMovable = [&] {
    const QualType Moved = Sema.Context.getRValueReferenceType(Type);
    return trait(TT_IsConstructible, {Type, Moved});
  };
  return isAssignable(Type) && (!hasDeprecatedAssignment(Type) || isMovable());
}

bool assignsOtherwise(const CXXMethodDecl* Assignment) {
  return Assignment->getOverloadedOperator() == OO_Equal && !Assignment->isCopyAssignmentOperator() &&
         !Assignment->isMoveAssignmentOperator() && Assignment->getPrimaryTemplate() == nullptr &&
         !isa<ClassTemplateSpecializationDecl>(Assignment->getParent());
}

bool assignsOtherwise(const CXXRecordDecl* Class) {
  return llvm::any_of(Class->methods(), [](const CXXMethodDecl* Method) { return assignsOtherwise(Method); });
}

bool TargetShapes::isConvertible(QualType From, QualType To) { return trait(BTT_IsConvertible, {From, To}); }

// The body of what is there may say that it is not to be called.
bool TargetShapes::canBeDefault(QualType Type) {
  CXXRecordDecl* Class = Sema.Context.getBaseElementType(Type)->getAsCXXRecordDecl();
  const CXXConstructorDecl* Called =
      Class == nullptr || isInNamespace(Class, "std") ? nullptr : Sema.LookupDefaultConstructor(Class);
  return Called == nullptr || canBeCalled(Called) != Answer::No;
}

bool TargetShapes::isDefaultConstructible(QualType Type) {
  return trait(TT_IsConstructible, {Type}) && canBeDefault(Type);
}

bool TargetShapes::isMadeFromNothing(QualType Type) {
  auto* Nothing = new (Sema.Context) InitListExpr(Sema.Context, SourceLocation(), {}, SourceLocation());
  Nothing->setType(Sema.Context.VoidTy);  // as in the parser
  Expr* Given[] = {Nothing};
  const InitializedEntity Entity = InitializedEntity::InitializeParameter(Sema.Context, Type, /*Consumed=*/false);
  const InitializationKind Kind = InitializationKind::CreateCopy(SourceLocation(), SourceLocation());
  return !InitializationSequence(Sema, Entity, Kind, Given).Failed() && canBeDefault(Type);
}

const CXXConstructorDecl* TargetShapes::copyOf(const CXXRecordDecl* Class) {
  const CXXConstructorDecl* Copy =
      Sema.LookupCopyingConstructor(const_cast<CXXRecordDecl*>(Class->getDefinition()), Qualifiers::Const);  // NOLINT
  return Copy == nullptr || Copy->isDeleted() || Copy->getAccess() != AS_public ? nullptr : Copy;
}

bool TargetShapes::hasCopy(const CXXRecordDecl* Class) { return copyOf(Class) != nullptr; }

bool TargetShapes::onlyClaimsCopies(const CXXRecordDecl* Class) {
  return Class->hasDefinition() && hasCopy(Class) && !isCopyable(Sema.Context.getCanonicalTagType(Class));
}

bool TargetShapes::isCopyable(QualType Type) {
  if (Type->isScalarType()) return true;
  if (Type->isArrayType()) return isCopyable(QualType(Type->getBaseElementTypeUnsafe(), 0));
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  // An instance that only another one names may not have been made so far: the vector in a map of vectors.
  if (Class == nullptr || !Sema.isCompleteType(Class->getLocation(), Type)) return false;
  return hasCopy(Class) && canCopy(Class);
}

bool TargetShapes::canCopy(const CXXRecordDecl* Class) {
  Class = Class->getDefinition();
  const CXXConstructorDecl* Copy =
      Sema.LookupCopyingConstructor(const_cast<CXXRecordDecl*>(Class), Qualifiers::Const);  // NOLINT
  if (Copy == nullptr || Copy->isDeleted()) return false;
  const auto [Found, IsNew] = Copyable.try_emplace(Class, true);  // a class within itself says nothing new
  if (!IsNew) return Found->second;
  bool Is = true;
  if (isInNamespace(Class, "std")) {
    const llvm::StringRef Name = Class->getName();
    const bool Owns = Name == "pair" || Name == "tuple" || Name == "variant" ||
                      !Class->lookup(&Sema.Context.Idents.get("value_type")).empty();
    const QualType Type = Sema.Context.getCanonicalTagType(Class);
    Is = !Owns || llvm::all_of(elementsOf(Type), [&](QualType Element) { return isCopyable(Element); });
  } else if (!Copy->isUserProvided()) {
    const auto member = [&](QualType Of) { return Of->isReferenceType() || isCopyable(Of); };
    const auto base = [&](const CXXBaseSpecifier& Base) {
      const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
      return Of != nullptr && Of->hasDefinition() && canCopy(Of);
    };
    Is = llvm::all_of(Class->fields(), [&](const FieldDecl* F) { return member(F->getType()); }) &&
         llvm::all_of(Class->bases(), base);
  }
  return Copyable[Class] = Is;
}

bool TargetShapes::isReadable(const CXXRecordDecl* Class) {
  const TargetShape& Shape = of(Class);
  return Shape.IsAggregate && llvm::all_of(Shape.Arguments, [&](const ArgumentShape& A) {
           return A.Kind != ArgumentKind::Member || isCopyable(A.Types.front());
         });
}

// Nothing is written, or braces with nothing in them. Those of a std::array are around its C array.
static bool isBlank(const Expr* Init) {
  if (Init != nullptr) Init = Init->IgnoreImplicit();
  if (const auto* List = dyn_cast_or_null<InitListExpr>(Init)) return llvm::all_of(List->inits(), isBlank);
  const auto* Made = dyn_cast_or_null<CXXConstructExpr>(Init);
  return Init == nullptr || isa<ImplicitValueInitExpr>(Init) || (Made != nullptr && Made->getNumArgs() == 0);
}

bool TargetShapes::holdsUnsaid(QualType Type) {
  // Whether a class with constructors is reached by members of aggregates, which may hold each other in containers.
  llvm::SmallPtrSet<const CXXRecordDecl*, 8> Seen;
  const auto holds = [&](auto& Self, QualType Of) -> bool {
    const CXXRecordDecl* Class = objectOf(Of);
    if (shapeOf(Of) != Shape::Object || Class == nullptr || !Class->hasDefinition()) return false;
    if (!Seen.insert(Class->getDefinition()).second) return false;
    const TargetShape& Target = of(Class);
    if (!Target.IsAggregate || !Target.FillAfter) return false;
    return llvm::any_of(Class->getDefinition()->fields(), [&](const FieldDecl* Part) {
      QualType Held = Part->getType();
      const Shape Kind = containerOf(Held);
      if (Kind == Shape::Array || Kind == Shape::Sequence) Held = elementsOf(Held).front();
      const CXXRecordDecl* Object = shapeOf(Held) == Shape::Object ? objectOf(Held) : nullptr;
      return Object != nullptr && (!of(Object).IsAggregate || Self(Self, Held));
    });
  };
  return holds(holds, Type);
}

bool TargetShapes::hasUnsaidElements(const FieldDecl* Field) {
  const auto areUnsaid = [&](auto& Self, QualType Type) -> bool {
    return isContainer(shapeOf(Type)) ? llvm::any_of(elementsOf(Type), [&](QualType Of) { return Self(Self, Of); })
                                      : holdsUnsaid(Type);
  };
  const Shape Kind = shapeOf(Field->getType());
  const bool HasElements = Kind == Shape::Tuple || Kind == Shape::Array || !isBlank(Field->getInClassInitializer());
  return HasElements && areUnsaid(areUnsaid, Field->getType());
}

bool TargetShapes::hasReadableDefault(const FieldDecl* Field) {
  const bool IsBlank = isBlank(Field->getInClassInitializer());
  const Shape Kind = shapeOf(Field->getType());
  if (IsBlank && Kind != Shape::Tuple && Kind != Shape::Array) return true;
  const auto canRead = [&](auto& Self, QualType Type) -> bool {
    const Shape Is = shapeOf(Type);
    if (Is == Shape::Unique) return IsBlank;
    if (Is == Shape::Object) return of(Type->getAsCXXRecordDecl()).IsAggregate && isCopyable(decayed(Type));
    // What is blank holds nothing, unless it always holds something.
    if (IsBlank && Is != Shape::Tuple && Is != Shape::Array && Is != Shape::Variant) return true;
    return !isContainer(Is) || llvm::all_of(elementsOf(Type), [&](QualType Of) { return Self(Self, Of); });
  };
  return canRead(canRead, Field->getType());
}

/// Whether a member or base of the class is of a type that is made from the other one. A mere tag is in none.
static bool hasMemberOf(const CXXRecordDecl* Class, const CXXRecordDecl* Of,
                        llvm::SmallPtrSet<const CXXRecordDecl*, 8>& Seen) {
  if (!Seen.insert(Class).second) return false;
  const auto isMadeFrom = [&](auto& Self, QualType Type) -> bool {
    Type = Type.getNonReferenceType();
    while (Type->isPointerType() || Type->isArrayType())
      Type = Type->isPointerType() ? Type->getPointeeType() : QualType(Type->getArrayElementTypeNoTypeQual(), 0);
    const CXXRecordDecl* Record = Type->getAsCXXRecordDecl();
    if (Record == nullptr) return Type->isFunctionProtoType() || Type->isMemberPointerType();
    if (Record->getCanonicalDecl() == Of->getCanonicalDecl()) return true;
    const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
    if (Special != nullptr && isInNamespace(Record, "std"))
      return llvm::any_of(Special->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
        return Argument.getKind() == TemplateArgument::Pack ||
               (Argument.getKind() == TemplateArgument::Type && Self(Self, Argument.getAsType()));
      });
    return Record->hasDefinition() && !isInNamespace(Record, "std") && hasMemberOf(Record->getDefinition(), Of, Seen);
  };
  return llvm::any_of(Class->fields(), [&](const FieldDecl* F) { return isMadeFrom(isMadeFrom, F->getType()); }) ||
         llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier& B) { return isMadeFrom(isMadeFrom, B.getType()); });
}

// A template may need its arguments complete only when it is copied or destroyed: a pointer to a class that its own
// file alone defines.
bool TargetShapes::holdsIncomplete(const CXXRecordDecl* Class) {
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class);
  if (Special == nullptr || shapeOf(Sema.Context.getCanonicalTagType(Class)) == Shape::Shared) return false;
  return llvm::any_of(Special->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
    if (Argument.getKind() != TemplateArgument::Type) return false;
    const CXXRecordDecl* Of = Argument.getAsType()->getAsCXXRecordDecl();
    if (Of == nullptr || isComplete(Argument.getAsType())) return false;
    llvm::SmallPtrSet<const CXXRecordDecl*, 8> Seen;
    return isInNamespace(Class, "std") || hasMemberOf(Class, Of, Seen);
  });
}

// What a callable takes or gives by value must be known where it is called.
static llvm::SmallVector<QualType, 4> passedByValue(const CXXRecordDecl* Callable) {
  llvm::SmallVector<QualType, 4> Types;
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Callable);
  if (Special == nullptr || !Special->isInStdNamespace() || Special->getName() != "function") return Types;
  const TemplateArgument& Of = Special->getTemplateArgs()[0];
  const auto* Signature = Of.getKind() == TemplateArgument::Type ? Of.getAsType()->getAs<FunctionProtoType>() : nullptr;
  if (Signature == nullptr) return Types;
  Types.append(Signature->param_type_begin(), Signature->param_type_end());
  Types.push_back(Signature->getReturnType());
  llvm::erase_if(Types, [](QualType Type) { return Type->getAsCXXRecordDecl() == nullptr; });
  return Types;
}

// A std::initializer_list, or a container of such: its elements end with the expression that it is written in.
static bool holdsList(QualType Type) {
  return !listElement(Type).isNull() ||
         (containerOf(Type) != Shape::Value && llvm::any_of(elementsOf(Type), holdsList));
}

// Whether instances of templates that the type speaks of compile: what they are made of may be declared alone here.
bool TargetShapes::isSound(QualType Type) {
  const Shape Is = shapeOf(Type);
  if (isHolder(Is) || isContainer(Is)) return llvm::all_of(elementsOf(Type), [&](QualType Of) { return isSound(Of); });
  if (Type->isPointerType()) Type = Type->getPointeeType();
  const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Type->getAsCXXRecordDecl());
  if (Special == nullptr) return true;
  const auto [Found, IsNew] = Sound.try_emplace(Special->getCanonicalDecl(), true);
  if (IsNew && !Special->hasDefinition()) {
    const bool IsSound = compiles(Sema, [&] { Sema.isCompleteType(SourceLocation(), Type); });
    Sound[Special->getCanonicalDecl()] = IsSound;
    return IsSound;
  }
  return Found->second;
}

bool TargetShapes::isStorable(QualType Type) {
  if (!isNameable(Type) || Type->isDependentType()) return false;
  if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified()) return false;
  const QualType Kept = decayed(Type);
  if (Kept->isArrayType() || Kept->isFunctionType() || Kept->isNullPtrType() || Kept.isVolatileQualified())
    return false;
  if (holdsList(Kept) || !isSound(Kept)) return false;
  if (const CXXRecordDecl* Class = Kept->getAsCXXRecordDecl()) {
    if (!isComplete(Kept)) return false;
    // Of an abstract class there are references, to objects of derived classes.
    if (Class->isAbstract() && !(Type->isLValueReferenceType() && isConfiguredClass(Class))) return false;
    if (holdsIncomplete(Class)) return false;
    const auto isUnknown = [&](QualType Passed) {
      return !isComplete(Passed) || holdsIncomplete(Passed->getAsCXXRecordDecl());
    };
    if (llvm::any_of(passedByValue(Class), isUnknown)) return false;
  }
  return true;
}

}  // namespace autoconvert
