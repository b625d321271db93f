#include "ExplicitForm.h"

#include "Attributes.h"
#include "Parse.h"
#include "Recipe.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/TemplateDeduction.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Clang does not know the targets yet, so that much of such a body has no meaning for it: it keeps the types.
struct Visitor : RecursiveASTVisitor<Visitor> {
  const Unit& U;
  llvm::SetVector<const NamedDecl*> Found;
  llvm::SetVector<ConstructorInstance> Instances;

  explicit Visitor(const Unit& Of) : U(Of) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool TraverseFunctionDecl(FunctionDecl* D) {
    return !isConcerned(D) || (add(D->getReturnType()) && RecursiveASTVisitor::TraverseFunctionDecl(D));
  }
  bool TraverseCXXMethodDecl(CXXMethodDecl* D) {
    return !isConcerned(D) || (add(D->getReturnType()) && RecursiveASTVisitor::TraverseCXXMethodDecl(D));
  }
  bool VisitExpr(Expr* E) {
    if (const auto* Unresolved = dyn_cast<CXXUnresolvedConstructExpr>(E)) return add(Unresolved->getTypeAsWritten());
    if (isa<RecoveryExpr>(E) || isa<CXXConstructExpr>(E) || isa<CXXFunctionalCastExpr>(E) || isa<CallExpr>(E))
      return add(E->getType());
    return true;
  }
  // run::partial<&Layer::forward>({…}), of which the library knows no type before there is the target.
  bool VisitUnresolvedLookupExpr(UnresolvedLookupExpr* E) {
    const auto isOfLibrary = [](const NamedDecl* D) { return isInNamespace(D, "run"); };
    const llvm::StringRef Name = E->getName().isIdentifier() ? E->getName().getAsIdentifierInfo()->getName() : "";
    if ((Name != "partial" && Name != "config") || E->getNumTemplateArgs() == 0 ||
        !llvm::any_of(E->decls(), isOfLibrary))
      return true;
    const TemplateArgument& Given = E->template_arguments().front().getArgument();
    const FunctionDecl* Function =
        Given.getKind() == TemplateArgument::Expression ? namedFunction(Given.getAsExpr()) : nullptr;
    if (Function != nullptr) Found.insert(Function->getCanonicalDecl());
    return true;
  }
  // run::Shared<Base> last, which is assigned later.
  bool VisitVarDecl(VarDecl* D) { return add(D->getType(), /*MayBeAbstract=*/!isa<ParmVarDecl>(D)); }

 private:
  bool isConcerned(const FunctionDecl* D) const {
    return U.isInMainFile(D) && isExplicitForm(D) && D->isThisDeclarationADefinition() &&
           U.Sources.isBeforeInTranslationUnit(U.ownCompanion(), D->getBeginLoc());
  }

  bool add(QualType Type, bool MayBeAbstract = false) {
    if (Type.isNull() || Type->isDependentType()) return true;
    const Shape Is = shapeOf(Type);
    if (Is != Shape::Config && Is != Shape::Partial) return true;
    const std::vector<QualType> Of = elementsOf(Type);
    if (!Of.empty()) addTarget(Of.front(), MayBeAbstract);
    return true;
  }

  void addTarget(QualType Of, bool MayBeAbstract) {
    const CXXRecordDecl* Class = Of->getAsCXXRecordDecl();
    if (Class == nullptr || isInNamespace(Class, "std")) return;
    if (const auto* Fn = dyn_cast<ClassTemplateSpecializationDecl>(Class);
        Fn != nullptr && isInNamespace(Fn, "run") && Fn->getName() == "Fn") {
      const TemplateArgument& Named = Fn->getTemplateArgs()[0];
      if (Named.getKind() == TemplateArgument::Declaration)
        if (const auto* Function = dyn_cast<FunctionDecl>(Named.getAsDecl()))
          Found.insert(Function->getCanonicalDecl());
      return;
    }
    if (const auto* Instance = dyn_cast<ClassTemplateSpecializationDecl>(Class);
        Instance != nullptr && isInNamespace(Instance, "run") && Instance->getName() == "Constructor")
      return addInstance(Instance->getTemplateArgs());
    // A base class that only the type of a result or parameter names cannot be made.
    if (U.Sema.isCompleteType(Class->getLocation(), Of) && (MayBeAbstract || !Class->getDefinition()->isAbstract()) &&
        isConfiguredClass(Class))
      Found.insert(Class->getDefinition());
  }

  /// Constructor<T, P...>: the constructor template of T that can have such parameters, or a conversion of the one P.
  void addInstance(const TemplateArgumentList& Arguments) {
    const QualType Made = Arguments[0].getAsType();
    std::vector<QualType> Parameters;
    for (const TemplateArgument& P : Arguments[1].pack_elements()) Parameters.push_back(P.getAsType());
    if (const CXXRecordDecl* From = Parameters.size() == 1 ? Parameters.front()->getAsCXXRecordDecl() : nullptr;
        From != nullptr && From->hasDefinition())
      for (const NamedDecl* D : From->getDefinition()->getVisibleConversionFunctions())
        if (const auto* Conversion = dyn_cast<CXXConversionDecl>(D->getUnderlyingDecl());
            Conversion != nullptr && U.Context.hasSameType(decayed(Conversion->getConversionType()), Made))
          Found.insert(Conversion->getCanonicalDecl());
    CXXRecordDecl* Class = Made->getAsCXXRecordDecl();
    if (Class == nullptr || !U.Sema.isCompleteType(Class->getLocation(), Made)) return;
    Class = Class->getDefinition();
    // A string literal that is forwarded is an array there; which of them are, the types do not say.
    const QualType Character = U.Context.CharTy.withConst();
    const QualType Pointer = U.Context.getPointerType(Character);
    const QualType Text = U.Context.getLValueReferenceType(
        U.Context.getConstantArrayType(Character, llvm::APInt(64, 2), nullptr, ArraySizeModifier::Normal, 0));
    std::vector<std::size_t> Texts;
    for (std::size_t I = 0; I < Parameters.size(); ++I)
      if (U.Context.hasSameType(Parameters[I], Pointer) && Texts.size() < 8) Texts.push_back(I);
    for (unsigned Choice = 0; Choice < 1U << Texts.size(); ++Choice) {
      for (std::size_t I = 0; I < Texts.size(); ++I) Parameters[Texts[I]] = (Choice >> I & 1U) != 0 ? Text : Pointer;
      if (addInstance(Class, Parameters)) return;
    }
  }

  bool addInstance(CXXRecordDecl* Class, llvm::ArrayRef<QualType> Parameters) {
    const QualType Wanted = U.Context.getFunctionType(U.Context.VoidTy, Parameters, FunctionProtoType::ExtProtoInfo());
    const std::size_t Before = Instances.size();
    for (NamedDecl* D : U.Sema.LookupConstructors(Class)) {
      auto* Template = dyn_cast<FunctionTemplateDecl>(D->getUnderlyingDecl());
      FunctionDecl* Instance = nullptr;
      sema::TemplateDeductionInfo Info(Class->getLocation());
      if (Template != nullptr &&
          U.Sema.DeduceTemplateArguments(Template, nullptr, Wanted, Instance, Info) == TemplateDeductionResult::Success)
        Instances.insert({Class, cast<CXXConstructorDecl>(Instance)});
    }
    return Instances.size() > Before;
  }
};

}  // namespace

bool isExplicitForm(const FunctionDecl* Function) {
  const QualType Result = Function->getReturnType();
  if (Result->isUndeducedType() || Result->isReferenceType() || recipeAttribute(Function) != nullptr) return false;
  if (Result->isDependentType()) {
    // The template's own form; what it is of, each instance says.
    const auto* Handle = Result->getAs<TemplateSpecializationType>();
    const TemplateDecl* Of = Handle == nullptr ? nullptr : Handle->getTemplateName().getAsTemplateDecl();
    return Of != nullptr && isInNamespace(Of, "run") && (Of->getName() == "Config" || Of->getName() == "Partial");
  }
  const Shape Is = shapeOf(Result);
  return Is == Shape::Config || Is == Shape::Partial;
}

bool hasExplicitForms(const Unit& U) {
  if (U.CompanionInHeader.isInvalid()) return false;
  struct Finder : RecursiveASTVisitor<Finder> {
    const Unit& U;
    explicit Finder(const Unit& Of) : U(Of) {}
    bool VisitFunctionDecl(FunctionDecl* D) {
      return !isExplicitForm(D) || !D->isThisDeclarationADefinition() ||
             !U.Sources.isBeforeInTranslationUnit(U.CompanionInHeader, D->getBeginLoc());
    }
  };
  Finder Of(U);
  return llvm::any_of(U.Context.getTranslationUnitDecl()->decls(),
                      [&](Decl* D) { return !U.isInMainFile(D) && U.isInCompanion(D) && !Of.TraverseDecl(D); });
}

void addNamedByHand(const Unit& U, FoundRecipes& Into) {
  if (!U.includesCompanion()) return;
  Visitor Of(U);
  for (Decl* D : U.Context.getTranslationUnitDecl()->decls())
    if (U.isInMainFile(D)) Of.TraverseDecl(D);
  llvm::append_range(Into.Configurables, Of.Found);
  llvm::append_range(Into.Instances, Of.Instances);
}

}  // namespace autoconvert
