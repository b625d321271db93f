// What a parameter is called, and as what it is kept.
#include "Names.h"
#include "TargetShape.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Initialization.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The parameter of the template that the instance's parameter comes from; a pack gives several.
struct Origin {
  const ParmVarDecl* Parameter = nullptr;
  bool IsOfPack = false;
  unsigned InPack = 0;
};

Origin originOf(const FunctionDecl* Instance, unsigned Index) {
  const FunctionDecl* Pattern = Instance->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  if (Pattern == nullptr || Pattern->getNumParams() == 0) return {};
  unsigned Begin = 0;
  for (const ParmVarDecl* Parameter : Pattern->parameters()) {
    const unsigned Count = Parameter->isParameterPack() ? Instance->getNumParams() + 1 - Pattern->getNumParams() : 1;
    if (Index < Begin + Count) return {Parameter, Parameter->isParameterPack(), Index - Begin};
    Begin += Count;
  }
  return {};
}

}  // namespace

const CXXConstructorDecl* templateInstance(const CXXConstructorDecl* Constructor) {
  if (const InheritedConstructor Inherited = Constructor->getInheritedConstructor())
    Constructor = Inherited.getConstructor();
  return Constructor->getPrimaryTemplate() != nullptr ? Constructor : nullptr;
}

bool isForwarding(const FunctionDecl* Function, unsigned Index) {
  if (Function->getPrimaryTemplate() == nullptr) return false;
  const Origin From = originOf(Function, Index);
  if (From.Parameter == nullptr) return false;
  QualType Type = From.Parameter->getType();
  if (const auto* Pack = Type->getAs<PackExpansionType>()) Type = Pack->getPattern();
  const auto* Reference = Type->getAs<RValueReferenceType>();
  if (Reference == nullptr || Reference->getPointeeType().hasQualifiers()) return false;
  const auto* Deduced = Reference->getPointeeType()->getAs<TemplateTypeParmType>();
  const auto* Pattern = cast<FunctionDecl>(From.Parameter->getDeclContext())->getDescribedFunctionTemplate();
  return Deduced != nullptr && Pattern != nullptr &&
         Pattern->getTemplateParameters()->getDepth() == Deduced->getDepth();
}

QualType parameterType(const FunctionDecl* Function, unsigned Index) {
  const QualType Type = Function->getParamDecl(Index)->getType();
  const ASTContext& Context = Function->getASTContext();
  const auto* Array = Context.getAsArrayType(Type.getNonReferenceType());
  // An instance of a function template is called by its name, which says the types: only constructors deduce others.
  if (!isa<CXXConstructorDecl>(Function) || !isForwarding(Function, Index)) return Type;
  if (Type.getNonReferenceType()->isFunctionType()) return Context.getPointerType(Type.getNonReferenceType());
  const bool IsText = Array != nullptr && Array->getElementType() == Context.CharTy.withConst();
  return IsText ? Context.getPointerType(Array->getElementType()) : Type;
}

std::string parameterName(const FunctionDecl* Function, unsigned Index) {
  const Origin From = originOf(Function, Index);
  if (From.IsOfPack && !From.Parameter->getName().empty())
    return From.Parameter->getName().str() + std::to_string(From.InPack);
  // The first declaration that names it, as every file of a program finds it: a definition in one of them may call it
  // something else.
  const auto nameIn = [Index](const FunctionDecl* F) -> std::string {
    const SourceManager& Sources = F->getASTContext().getSourceManager();
    const auto isOfThisFile = [&](const FunctionDecl* D) { return Sources.isInMainFile(D->getLocation()); };
    const bool IsOfHeader = !isOfThisFile(F->getFirstDecl());
    std::string First;
    for (const FunctionDecl* D = F->getMostRecentDecl(); D != nullptr; D = D->getPreviousDecl())
      if (Index < D->getNumParams() && !D->getParamDecl(Index)->getName().empty() && !(IsOfHeader && isOfThisFile(D)))
        First = D->getParamDecl(Index)->getName().str();
    return First;
  };
  std::string Name = nameIn(Function);
  if (Name.empty() && From.Parameter != nullptr) Name = From.Parameter->getName().str();
  return Name.empty() ? "arg" + std::to_string(Index) : Name;
}

QualType objectGivenBy(const FunctionDecl* Function) {
  const QualType Result = Function->getReturnType();
  if (isHolder(shapeOf(Result))) return elementsOf(Result).front();
  return Result->isPointerType() ? Result->getPointeeType() : Result;
}

namespace {

/// The class of what is made of the arguments that the function hands on: make<T>(args...) says it, and a smart pointer
/// of a library's own that takes them makes what it points to. Null where the template is something else.
const CXXRecordDecl* madeOfForwarded(const FunctionDecl* Function) {
  const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  if (Pattern == nullptr || Pattern->getNumParams() == 0 || !Pattern->parameters().back()->isParameterPack())
    return nullptr;
  if (const auto* Constructor = dyn_cast<CXXConstructorDecl>(Function)) {
    const CXXRecordDecl* Held = behindArrow(Constructor->getParent());
    return Held == Constructor->getParent() ? nullptr : Held;
  }
  const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
  if (Pattern->getNumParams() != 1 || Given == nullptr || Given->size() == 0 ||
      Given->get(0).getKind() != TemplateArgument::Type)
    return nullptr;
  const CXXRecordDecl* Class = Given->get(0).getAsType()->getAsCXXRecordDecl();
  const CXXRecordDecl* Object = objectGivenBy(Function)->getAsCXXRecordDecl();
  if (Class == nullptr || Object == nullptr || !Object->hasDefinition()) return nullptr;
  const CXXRecordDecl* Held = behindArrow(Object);
  return (Held == nullptr ? Object : Held)->getCanonicalDecl() == Class->getCanonicalDecl() ? Class : nullptr;
}

}  // namespace

const CXXConstructorDecl* forwardsTo(const FunctionDecl* Function, Sema& S) {
  const CXXRecordDecl* Class = madeOfForwarded(Function);
  if (Class == nullptr) return nullptr;
  const QualType Type(S.Context.getCanonicalTagType(Class));
  if (shapeOf(Type) != Shape::Object || !S.isCompleteType(SourceLocation(), Type)) return nullptr;
  llvm::SmallVector<Expr*, 8> Arguments;
  for (unsigned I = 0; I < Function->getNumParams(); ++I) {
    if (!isForwarding(Function, I)) return nullptr;
    const QualType Passed = Function->getParamDecl(I)->getType();
    Arguments.push_back(new (S.Context) OpaqueValueExpr(SourceLocation(), Passed.getNonReferenceType(),
                                                        Passed->isLValueReferenceType() ? VK_LValue : VK_XValue));
  }
  const InitializedEntity Entity = InitializedEntity::InitializeTemporary(Type);
  const InitializationKind Kind =
      InitializationKind::CreateDirect(SourceLocation(), SourceLocation(), SourceLocation());
  const InitializationSequence Sequence(S, Entity, Kind, Arguments);
  if (Sequence.Failed()) return nullptr;
  for (const InitializationSequence::Step& Step : llvm::make_range(Sequence.step_begin(), Sequence.step_end()))
    if (Step.Kind == InitializationSequence::SK_ConstructorInitialization)
      return dyn_cast<CXXConstructorDecl>(Step.Function.Function);
  return nullptr;
}

}  // namespace autoconvert
