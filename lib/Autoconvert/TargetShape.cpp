#include "TargetShape.h"

#include <algorithm>

#include "Attributes.h"
#include "Defaults.h"
#include "Names.h"
#include "Trial.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TypeTraits.h"
#include "clang/Sema/Lookup.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

void addType(ArgumentShape& Argument, QualType Type, const ASTContext& Context) {
  const auto isSame = [&](QualType Known) { return Context.hasSameType(Known, Type); };
  if (llvm::none_of(Argument.Types, isSame)) Argument.Types.push_back(Type);
}

}  // namespace

const ArgumentShape* TargetShape::find(llvm::StringRef Name) const {
  const auto Found = llvm::find_if(Arguments, [&](const ArgumentShape& A) { return A.Name == Name; });
  return Found == Arguments.end() ? nullptr : &*Found;
}

const ArgumentShape* TargetShape::find(const NamedDecl* Declaration) const {
  const auto Found = llvm::find_if(Arguments, [&](const ArgumentShape& A) {
    return A.Declaration->getCanonicalDecl() == Declaration->getCanonicalDecl();
  });
  return Found == Arguments.end() ? nullptr : &*Found;
}

const ArgumentShape* TargetShape::twin(const FieldDecl* Field) const {
  const auto Found = llvm::find_if(Arguments, [&](const ArgumentShape& A) { return A.Twin == Field; });
  return Found == Arguments.end() ? nullptr : &*Found;
}

const SignatureShape* TargetShape::signature(const FunctionDecl* Wanted) const {
  if (const auto* Constructor = dyn_cast<CXXConstructorDecl>(Wanted))
    if (const InheritedConstructor Inherited = Constructor->getInheritedConstructor())
      Wanted = Inherited.getConstructor();
  const auto Found = llvm::find_if(Signatures, [&](const SignatureShape& S) {
    return S.Function->getCanonicalDecl() == Wanted->getCanonicalDecl();
  });
  return Found == Signatures.end() ? nullptr : &*Found;
}

std::vector<const CXXRecordDecl*> publicBases(const CXXRecordDecl* Class) {
  std::vector<const CXXRecordDecl*> Bases;
  CXXBasePaths Paths(/*FindAmbiguities=*/true, /*RecordPaths=*/true, /*DetectVirtual=*/false);
  std::vector<const CXXRecordDecl*> Open = {Class};
  for (std::size_t I = 0; I < Open.size(); ++I) {
    for (const CXXBaseSpecifier& Base : Open[I]->bases()) {
      const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
      if (Base.getAccessSpecifier() != AS_public || Of == nullptr || !Of->hasDefinition()) continue;
      Of = Of->getDefinition();
      if (!llvm::is_contained(Open, Of)) Open.push_back(Of);
    }
  }
  for (const CXXRecordDecl* Base : llvm::drop_begin(Open)) {
    // How the standard library is built is its own business.
    if (isInNamespace(Base, "std") && Base->getName().starts_with("_")) continue;
    CXXBasePaths Found(/*FindAmbiguities=*/true, /*RecordPaths=*/false, /*DetectVirtual=*/false);
    const CanQualType Type = Base->getASTContext().getCanonicalTagType(Base);
    if (Class->isDerivedFrom(Base, Found) && !Found.isAmbiguous(Type) && isNameable(cast<NamedDecl>(Base)))
      Bases.push_back(Base);
  }
  return Bases;
}

namespace {

// An instance of a template whose arguments say what it gives, as make<T>() does.
bool isChosenByCall(const FunctionDecl* Function) {
  const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  return Pattern != nullptr && Pattern->getReturnType()->isDependentType();
}

}  // namespace

bool TargetShapes::canBeArgument(const FunctionDecl* Function, unsigned Index) {
  const QualType Type = parameterType(Function, Index);
  if (QualType Element = listElement(Type); !Element.isNull()) {
    while (!listElement(Element).isNull()) Element = listElement(Element);
    // Texts are kept for as long as the program runs; what other pointers point to belongs to somebody.
    const bool IsOwned = Element->isPointerType() && Element->getPointeeType() != Sema.Context.CharTy.withConst();
    return isStorable(Element) && !IsOwned && !Element.isConstQualified();
  }
  return isStorable(isForwarding(Function, Index) ? decayed(Type) : Type);
}

void TargetShapes::addSignature(TargetShape& Shape, const FunctionDecl* Function) {
  if (Function->isVariadic()) return;
  SignatureShape Signature{Function, {}, Function->getMinRequiredArguments()};
  // Of a class template, a default that is none for this instance.
  for (unsigned I = Signature.Required; I < Function->getNumParams(); ++I)
    if (defaultArgument(Function->getParamDecl(I), Sema) == nullptr) Signature.Required = I + 1;
  const CXXConstructorDecl* Behind = forwardsTo(Function, Sema);
  std::vector<std::string> Names;
  for (unsigned I = 0; I < Function->getNumParams(); ++I) {
    if (!canBeArgument(Function, I)) {
      // A parameter that cannot be an argument may still be left to its default.
      if (I >= Signature.Required) break;
      return;
    }
    Names.push_back(Behind != nullptr && I < Behind->getNumParams() ? parameterName(Behind, I)
                                                                    : parameterName(Function, I));
    if (llvm::count(Names, Names.back()) > 1) return;
  }
  for (unsigned I = 0; I < Names.size(); ++I) {
    const ParmVarDecl* Parameter = Function->getParamDecl(I);
    auto Found = llvm::find_if(Shape.Arguments, [&](const ArgumentShape& A) { return A.Name == Names[I]; });
    if (Found == Shape.Arguments.end()) {
      Shape.Arguments.push_back({Names[I], ArgumentKind::Parameter, {}, Parameter});
      Found = std::prev(Shape.Arguments.end());
    }
    const auto Index = static_cast<unsigned>(Found - Shape.Arguments.begin());
    addType(Shape.Arguments[Index], decayed(parameterType(Function, I)), Sema.Context);
    Signature.Arguments.push_back(Index);
  }
  Shape.Signatures.push_back(std::move(Signature));
}

bool TargetShapes::isVisible(const CXXRecordDecl* Class, const NamedDecl* Member) {
  LookupResult Found(Sema, Member->getDeclName(), SourceLocation(), Sema::LookupMemberName);
  Found.suppressDiagnostics();
  Sema.LookupQualifiedName(Found, const_cast<CXXRecordDecl*>(Class));  // NOLINT: Sema's interface
  if (Found.isAmbiguous()) return false;
  for (auto D = Found.begin(); D != Found.end(); ++D) {
    const NamedDecl* Of = (*D)->getUnderlyingDecl();
    // A member of an anonymous union is found through it.
    if (const auto* Indirect = dyn_cast<IndirectFieldDecl>(Of)) Of = Indirect->getAnonField();
    // `private: using Base::x;` takes a public member away.
    if (Of->getCanonicalDecl() == Member->getCanonicalDecl() && D.getAccess() != AS_private &&
        D.getAccess() != AS_protected)
      return true;
  }
  return false;
}

void TargetShapes::addMembers(TargetShape& Shape, const CXXRecordDecl* Class, ArgumentKind Kind) {
  for (const CXXBaseSpecifier& Base : Class->bases())
    if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
        Of != nullptr && Of->hasDefinition() && Base.getAccessSpecifier() == AS_public)
      addMembers(Shape, Of->getDefinition(), Kind);
  for (const Decl* Member : Class->decls()) {
    // What `using Base::x;` names is the class's own.
    const auto* Using = dyn_cast<UsingShadowDecl>(Member);
    const auto* Field = dyn_cast<FieldDecl>(Using == nullptr ? Member : Using->getTargetDecl());
    if (Field == nullptr || (Using != nullptr && Shape.find(Field) != nullptr)) continue;
    if (Member->getAccess() == AS_private || Member->getAccess() == AS_protected) continue;
    // Members of an anonymous struct or union are the class's own; braces cannot give each of them.
    if (Field->isAnonymousStructOrUnion() && Kind == ArgumentKind::Field)
      addMembers(Shape, Field->getType()->getAsCXXRecordDecl()->getDefinition(), Kind);
    if (Field->getName().empty()) continue;
    if (Class->isUnion() && !Field->getType().isTriviallyCopyableType(Sema.Context)) continue;
    // Generated code that touches it would warn.
    if (Field->isDeprecated() && Kind == ArgumentKind::Field) continue;
    const QualType Type = Field->getType();
    // An array is kept as a std::array, and assigned element by element; one of plain characters as a std::string.
    const QualType Element = Sema.Context.getBaseElementType(Type);
    const bool IsBytes = !Element->isAnyCharacterType() || Element->isSpecificBuiltinType(BuiltinType::UChar) ||
                         Element->isSpecificBuiltinType(BuiltinType::SChar);
    const bool CanBeSet = Type->isArrayType()
                              ? Type->isConstantArrayType() && (IsBytes || isTextArray(Type)) && isStorable(Element) &&
                                    isAssignable(Element)
                              : isStorable(Type) && (Kind == ArgumentKind::Member || canBeReplaced(Type));
    // What a reference would refer to ends when the object is made.
    if (!CanBeSet || Type->isReferenceType()) continue;
    // `object.x` would be a member of a derived class, or of either base.
    const CXXRecordDecl* Object = Shape.Function == nullptr ? Shape.Class : Shape.Made;
    if (Class->getCanonicalDecl() != Object->getCanonicalDecl() && !isVisible(Object, Field)) {
      Shape.Hidden.push_back(Field);
      continue;
    }
    const auto hasName = [&](const ArgumentShape& A) { return A.Name == Field->getName(); };
    if (const auto Taken = llvm::find_if(Shape.Arguments, hasName); Taken != Shape.Arguments.end()) {
      Shape.Ambiguous.push_back(Field);
      const bool IsSame = Taken->Types.size() == 1 && Sema.Context.hasSameType(Taken->Types.front(), decayed(Type));
      // What a function does with a parameter is not known.
      if (Taken->Kind == ArgumentKind::Parameter && Kind == ArgumentKind::Field && IsSame && Shape.Function == nullptr)
        Taken->Twin = Field;
      continue;
    }
    Shape.Arguments.push_back({Field->getName().str(), Kind, {decayed(Type)}, Field});
  }
}

// Braces give members by position: the arguments end where one cannot be given. Where initialisers read other members,
// those are given by name, and what cannot be given is left to its initialiser.
void TargetShapes::limitToBraces(TargetShape& Shape) {
  std::vector<ArgumentShape> Given;
  const auto hasDefault = [&](const FieldDecl* Field) {
    if (Field->hasInClassInitializer()) return true;
    return !Field->getType()->isReferenceType() && isMadeFromNothing(Sema.Context.getBaseElementType(Field->getType()));
  };
  bool CanGive = Shape.Class->getNumBases() == 0;
  bool CanLeaveOut = llvm::all_of(Shape.Class->bases(),
                                  [&](const CXXBaseSpecifier& Base) { return isMadeFromNothing(Base.getType()); });
  for (const FieldDecl* Field : Shape.Class->fields()) {
    if (Field->isUnnamedBitField()) continue;
    const ArgumentShape* Argument = Shape.find(Field);
    if (CanGive && Argument != nullptr && !Field->getType()->isArrayType()) {
      Given.push_back(*Argument);
      if (!hasDefault(Field)) Shape.RequiredMembers = static_cast<unsigned>(Given.size());
      continue;
    }
    CanGive = CanGive && !Shape.Readers.empty() && Field->hasInClassInitializer();
    CanLeaveOut = CanLeaveOut && hasDefault(Field);
    Shape.LeavesMembersOut |= !Field->hasInClassInitializer();
  }
  if (!CanLeaveOut) Shape.RequiredMembers = static_cast<unsigned>(Given.size()) + 1;
  Shape.LeavesMembersOut &= !Given.empty();
  Shape.Arguments = std::move(Given);
}

// What is no aggregate only because it declares constructors that do no more than those of one: as C++17 had it. All
// that it holds is public, and what that begins with is what it is initialised with.
static bool isLikeAggregate(const CXXRecordDecl* Class) {
  if (Class->isUnion() || Class->isLambda() || Class->isPolymorphic() || Class->hasInheritedConstructor()) return false;
  for (const CXXBaseSpecifier& Base : Class->bases()) {
    const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
    if (Of == nullptr || !Of->hasDefinition() || Base.isVirtual() || Base.getAccessSpecifier() != AS_public)
      return false;
    if (!Of->isAggregate() && !isLikeAggregate(Of->getDefinition())) return false;
  }
  const auto isPublic = [](const FieldDecl* Field) {
    return Field->getAccess() == AS_public && !Field->isAnonymousStructOrUnion();
  };
  const auto isPlain = [](const Decl* D) {
    if (const auto* Template = dyn_cast<FunctionTemplateDecl>(D))
      return !isa<CXXConstructorDecl>(Template->getTemplatedDecl());
    const auto* Constructor = dyn_cast<CXXConstructorDecl>(D);
    return Constructor == nullptr || (!Constructor->isUserProvided() && !Constructor->isExplicit());
  };
  return llvm::all_of(Class->fields(), isPublic) && llvm::all_of(Class->decls(), isPlain);
}

// An initialiser that reads other members must see them while the object is made. That of a member's own class speaks
// of another object.
void TargetShapes::findReaders(TargetShape& Shape) {
  for (const FieldDecl* Field : Shape.Class->fields()) {
    if (!Field->hasInClassInitializer()) continue;
    llvm::SmallVector<const Stmt*, 8> Open{Field->getInClassInitializer()};
    while (!Open.empty()) {
      const Stmt* S = Open.pop_back_val();
      if (S == nullptr || isa<CXXDefaultInitExpr>(S)) continue;
      if (isa<CXXThisExpr>(S)) Shape.Readers.emplace_back(Field, nullptr);
      const auto* Member = dyn_cast<MemberExpr>(S);
      const auto* Read = Member == nullptr ? nullptr : dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (Read != nullptr && isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
        Shape.Readers.emplace_back(Field, Read);
      else
        llvm::append_range(Open, S->children());
    }
  }
}

const FieldDecl* TargetShape::readerOf(const FieldDecl* Field) const {
  for (const auto& [Reader, Read] : Readers)
    if (Reader != Field && (Read == nullptr || Read == Field)) return Reader;
  return nullptr;
}

const FieldDecl* TargetShape::arrayInFront(const FieldDecl* Field) const {
  if (!IsAggregate || FillAfter || Field->getParent()->getCanonicalDecl() != Class->getCanonicalDecl()) return nullptr;
  const auto isArray = [](const FieldDecl* Of) { return Of->getType()->isArrayType(); };
  const auto Array = llvm::find_if(Field->getParent()->fields(), isArray);
  return Array != Field->getParent()->field_end() && Array->getFieldIndex() <= Field->getFieldIndex() ? *Array
                                                                                                      : nullptr;
}

bool TargetShape::isReadAround(const FieldDecl* Field) const {
  return IsAggregate && !Readers.empty() && Class->getNumBases() > 0 &&
         cast<CXXRecordDecl>(Field->getParent())->getCanonicalDecl() != Class->getCanonicalDecl();
}

// Of an instance of a template, Clang has the initialisers that somebody has asked for: those of the constructors that it
// has defined.
static void makeInitialisers(const CXXRecordDecl* Class, clang::Sema& S) {
  if (Class->getTemplateInstantiationPattern() == nullptr) return;
  for (FieldDecl* Field : Class->fields())
    if (Field->hasInClassInitializer() && Field->getInClassInitializer() == nullptr)
      compiles(S, [&] { S.BuildCXXDefaultInitExpr(Class->getLocation(), Field); });
}

// An object of it that has a name can be returned.
static bool canBeReturned(const CXXRecordDecl* Class, clang::Sema& S) {
  const auto* Move = S.LookupMovingConstructor(const_cast<CXXRecordDecl*>(Class), 0);  // NOLINT: Sema's interface
  return Move != nullptr && !Move->isDeleted();
}

const TargetShape& TargetShapes::of(const CXXRecordDecl* Class) {
  if (Class->getDefinition() != nullptr) Class = Class->getDefinition();
  std::unique_ptr<TargetShape>& Slot = Known[Class];
  if (Slot) return *Slot;
  Slot = std::make_unique<TargetShape>();
  // The map may grow while the shape is made; the shape itself stays where it is.
  TargetShape& Shape = *Slot;
  Shape.Class = Class;
  // Clang says what is wrong with a class that it could not read, and has not completed it.
  if (!Class->hasDefinition() || Class->isInvalidDecl()) return Shape;
  makeInitialisers(Class, Sema);
  if (Class->isAggregate() || isLikeAggregate(Class)) {
    const QualType Type = Sema.Context.getCanonicalTagType(Class);
    findReaders(Shape);
    const auto canBeFilled = [&](const FieldDecl* Field) {
      return Field->isUnnamedBitField() || canBeReplaced(Field->getType()) ||
             (Field->getType()->isArrayType() && !Field->getType().isConstQualified());
    };
    Shape.FillAfter = Shape.Readers.empty() && isDefaultConstructible(Type) && isAssignable(Type) &&
                      canBeReturned(Class, Sema) && llvm::all_of(Class->fields(), canBeFilled);
    Shape.IsAggregate = Class->isAggregate() || Shape.FillAfter;
    if (!Shape.IsAggregate) Shape.Readers.clear();
  }
  if (Shape.IsAggregate) {
    addMembers(Shape, Class, ArgumentKind::Member);
    if (!Shape.FillAfter) limitToBraces(Shape);
    addSetters(Shape, Class);
    return Shape;
  }
  for (NamedDecl* Found : Sema.LookupConstructors(const_cast<CXXRecordDecl*>(Class))) {  // NOLINT: Sema's interface
    const auto* Shadow = dyn_cast<ConstructorUsingShadowDecl>(Found);
    const auto* Constructor = dyn_cast<CXXConstructorDecl>(Shadow == nullptr ? Found : Shadow->getTargetDecl());
    if (Constructor == nullptr || Constructor->isDeleted() || Constructor->isDeprecated() ||
        Constructor->isConsteval() || isOfItsLibrary(Constructor) || Constructor->getAccess() != AS_public ||
        Constructor->isCopyOrMoveConstructor() || Constructor->getPrimaryTemplate() != nullptr ||
        canBeCalled(Constructor) == Answer::No)
      continue;
    const std::size_t Before = Shape.Signatures.size();
    addSignature(Shape, Constructor);
    // Without arguments the class's own is called, not an inherited one.
    if (Shadow == nullptr || Shape.Signatures.size() == Before) continue;
    SignatureShape& Inherited = Shape.Signatures.back();
    Inherited.Required = std::max(Inherited.Required, 1U);
    if (Inherited.Arguments.empty()) Shape.Signatures.pop_back();
  }
  addMembers(Shape, Class, ArgumentKind::Field);
  addSetters(Shape, Class);
  addPointee(Shape);
  return Shape;
}

const TargetShape& TargetShapes::of(const CXXRecordDecl* Class, const CXXConstructorDecl* Instance) {
  if (Class->getDefinition() != nullptr) Class = Class->getDefinition();
  std::unique_ptr<TargetShape>& Slot = KnownInstances[{Class, Instance->getCanonicalDecl()}];
  if (Slot) return *Slot;
  Slot = std::make_unique<TargetShape>();
  Slot->Class = Class;
  Slot->Instance = Instance;
  addSignature(*Slot, Instance);
  addMembers(*Slot, Class, ArgumentKind::Field);
  addSetters(*Slot, Class);
  addPointee(*Slot);
  return *Slot;
}

// The class of the object that the function gives, where it can be changed before anybody else has it. Whether files
// know the class must not depend on what else they include: it is defined where the function is declared, or before,
// or it is the call that names it.
const CXXRecordDecl* TargetShapes::madeBy(const FunctionDecl* Function) const {
  const QualType Result = Function->getReturnType();
  // What a recipe makes is changed where it is expanded.
  if (isa<CXXConversionDecl>(Function) || Result->isReferenceType() || recipeAttribute(Function) != nullptr)
    return nullptr;
  const QualType Object = objectGivenBy(Function);
  const CXXRecordDecl* Class = shapeOf(Object) == Shape::Object ? Object->getAsCXXRecordDecl() : nullptr;
  if (Class == nullptr || Object.isConstQualified() || Object.isVolatileQualified() || !isConfiguredClass(Class) ||
      !Class->hasDefinition() || !isNameable(cast<NamedDecl>(Class)))
    return nullptr;
  Class = Class->getDefinition();
  // What a smart pointer of the library's own points to.
  if (const CXXRecordDecl* Pointee = shapeOf(Result) == Shape::Object ? behindArrow(Class) : nullptr)
    if (isNameable(cast<NamedDecl>(Pointee))) Class = Pointee;
  return isChosenByCall(Function) || isKnownWith(Function->getCanonicalDecl(), Class) ? Class : nullptr;
}

bool TargetShapes::isKnownWith(const Decl* D, const CXXRecordDecl* Class) const {
  const SourceManager& Sources = Sema.getSourceManager();
  const SourceLocation Declared = Sources.getFileLoc(D->getLocation());
  const SourceLocation Defined = Sources.getFileLoc(Class->getLocation());
  return Sources.getFileID(Declared) == Sources.getFileID(Defined) ||
         Sources.isBeforeInTranslationUnit(Defined, Declared);
}

// What a smart pointer of the library's own points to has arguments behind those of the pointer. Of a template's
// instance whoever makes one knows the class: a recipe that does not is refused.
void TargetShapes::addPointee(TargetShape& Shape) {
  const CXXRecordDecl* Pointee = behindArrow(Shape.Class);
  if (Pointee == nullptr || !isNameable(cast<NamedDecl>(Pointee)) || Pointee == Shape.Class ||
      Pointee->isDerivedFrom(Shape.Class) || Shape.Class->isDerivedFrom(Pointee))
    return;
  if (!isa<ClassTemplateSpecializationDecl>(Shape.Class) && !isKnownWith(Shape.Class, Pointee)) return;
  Shape.Pointee = Pointee;
  TargetShape Behind;
  Behind.Class = Pointee;
  addMembers(Behind, Pointee, ArgumentKind::Field);
  addSetters(Behind, Pointee);
  llvm::append_range(Shape.Hidden, Behind.Hidden);
  for (ArgumentShape& Argument : Behind.Arguments) {
    Argument.IsBehind = true;
    if (Argument.Kind == ArgumentKind::Setter && Shape.find(Argument.Name) != nullptr) {
      const std::string Full = Argument.Declaration->getNameAsString();
      Argument.Name = Full == Argument.Name ? "set_" + Full : Full;
    }
    if (Shape.find(Argument.Name) == nullptr)
      Shape.Arguments.push_back(std::move(Argument));
    else
      Shape.Ambiguous.push_back(Argument.Declaration);
  }
}

const TargetShape& TargetShapes::of(const FunctionDecl* Function) {
  std::unique_ptr<TargetShape>& Slot = Known[Function->getCanonicalDecl()];
  // The latest declaration has the default arguments of all of them.
  Function = Function->getMostRecentDecl();
  if (Slot) return *Slot;
  Slot = std::make_unique<TargetShape>();
  TargetShape& Shape = *Slot;
  Shape.Function = Function;
  addSignature(Shape, Function);
  Shape.Made = madeBy(Function);
  if (Shape.Made != nullptr) {
    addMembers(Shape, Shape.Made, ArgumentKind::Field);
    addSetters(Shape, Shape.Made);
  }
  return Shape;
}

}  // namespace autoconvert
