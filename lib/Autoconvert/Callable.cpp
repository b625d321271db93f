// constructor or setter => whether a call of it compiles.
#include <algorithm>

#include "TargetShape.h"
#include "Trial.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The constructors of bases and the members of instances that a body calls: Clang instantiates them after it.
class Called : public RecursiveASTVisitor<Called> {
 public:
  llvm::SmallVector<const CXXMethodDecl*, 8> Found;
  bool HasUnread = false;  ///< it hands something to a function template, whose body was not parsed

  bool TraverseConstructorInitializer(CXXCtorInitializer* Part) {
    const auto* Made = dyn_cast<CXXConstructExpr>(Part->getInit()->IgnoreImplicit());
    if (Made != nullptr && (Part->isBaseInitializer() || Part->isDelegatingInitializer()))
      Found.push_back(Made->getConstructor());
    return true;
  }
  bool VisitCallExpr(CallExpr* Call) {
    const FunctionDecl* Callee = Call->getDirectCallee();
    if (Callee == nullptr || Callee->getTemplateInstantiationPattern() == nullptr || isInNamespace(Callee, "std"))
      return true;
    if (const auto* Method = dyn_cast<CXXMethodDecl>(Callee))
      Found.push_back(Method);
    else
      HasUnread |= Callee->getNumParams() > 0;
    return true;
  }
};

}  // namespace

bool isTriedInInstances(const CXXMethodDecl* Method) {
  if (!Method->getParent()->isDependentContext() || isInNamespace(Method, "std")) return false;
  if (isa<CXXConstructorDecl>(Method)) return true;
  const QualType Result = Method->getReturnType();
  return !Method->isStatic() && Method->getNumParams() > 0 && Method->getMinRequiredArguments() <= 1 &&
         (Result->isVoidType() || Result->isReferenceType());
}

// A defaulted constructor without arguments compiles if those of the bases and members do that it calls.
TargetShapes::Answer TargetShapes::canPartsBeMade(const CXXMethodDecl* Method) {
  const auto* Constructor = dyn_cast<CXXConstructorDecl>(Method);
  Answer Result = Answer::Yes;
  if (Constructor == nullptr || !Constructor->isDefaulted() || !Constructor->isDefaultConstructor()) return Result;
  const auto add = [&](QualType Part) {
    CXXRecordDecl* Class = Sema.Context.getBaseElementType(Part)->getAsCXXRecordDecl();
    if (Class == nullptr || isInNamespace(Class, "std")) return;
    const CXXConstructorDecl* Called = Sema.LookupDefaultConstructor(Class);
    if (Called != nullptr && !Called->isDeleted()) Result = std::min(Result, canBeCalled(Called));
  };
  for (const CXXBaseSpecifier& Base : Method->getParent()->bases()) add(Base.getType());
  for (const FieldDecl* Field : Method->getParent()->fields())
    if (!Field->hasInClassInitializer()) add(Field->getType());
  return Result;
}

// A constexpr or inline constructor that this file does not define cannot be called here; nor can a constructor or
// setter of a class template that is not for this instance: its requires-clause says so, or its body does not compile,
// or what it calls of its own object, because of a static_assert for one.
TargetShapes::Answer TargetShapes::canBeCalled(const CXXMethodDecl* Method) {
  if (Method->getTrailingRequiresClause()) {
    ConstraintSatisfaction Found;
    if (Sema.CheckFunctionConstraints(Method, Found, Method->getLocation()) || !Found.IsSatisfied) return Answer::No;
  }
  const FunctionDecl* Pattern = Method->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  if (Method->isInlined() && !(Pattern == nullptr ? Method : Pattern)->isDefined()) return Answer::No;
  if (Pattern == nullptr) return canPartsBeMade(Method);
  const FunctionDecl* Written = Pattern->getDefinition();
  if (Written == nullptr) return Answer::Yes;
  if (Written->hasSkippedBody()) return Method->getNumParams() == 0 ? Answer::Yes : Answer::Perhaps;
  // A body that calls itself compiles as far as the rest of it does.
  const auto [Verdict, IsNew] = Callable.try_emplace(Method->getCanonicalDecl(), Answer::Yes);
  if (!IsNew) return Verdict->second;
  const auto instantiate = [&] {
    Sema.InstantiateFunctionDefinition(Method->getLocation(),
                                       const_cast<CXXMethodDecl*>(Method));  // NOLINT: Sema's interface
  };
  Answer Result = Method->isDefined() || compiles(Sema, instantiate) ? Answer::Yes : Answer::No;
  if (const FunctionDecl* Made = Method->getDefinition(); Result == Answer::Yes && Made != nullptr) {
    Called Calls;
    Calls.TraverseDecl(const_cast<FunctionDecl*>(Made));  // NOLINT: the visitor's interface
    if (Calls.HasUnread) Result = Answer::Perhaps;
    for (const CXXMethodDecl* Callee : Calls.Found) Result = std::min(Result, canBeCalled(Callee));
  }
  return Callable[Method->getCanonicalDecl()] = Result;
}

}  // namespace autoconvert
