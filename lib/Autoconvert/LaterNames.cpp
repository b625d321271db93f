#include "LaterNames.h"

#include <set>

#include "Finding.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The template that a function is an instance of, or the function.
const NamedDecl* written(const NamedDecl* D) {
  if (const auto* Function = dyn_cast<FunctionDecl>(D))
    if (const FunctionTemplateDecl* Template = Function->getPrimaryTemplate()) D = Template;
  return cast<NamedDecl>(D->getCanonicalDecl());
}

/// Whether some number of arguments fits both.
bool overlap(const FunctionDecl* A, const FunctionDecl* B) {
  const auto most = [](const FunctionDecl* F) {
    const bool IsOpen = F->isVariadic() || llvm::any_of(F->parameters(), [](const ParmVarDecl* P) {
                          return isa<PackExpansionType>(P->getType().getCanonicalType());
                        });
    return IsOpen ? ~0U : F->getNumParams();
  };
  return A->getMinRequiredArguments() <= most(B) && B->getMinRequiredArguments() <= most(A);
}

const NamedDecl* declaredLater(const NamedDecl* Named, bool IsQualified, const FunctionDecl* Recipe, const Unit& U) {
  const DeclContext* Home = Named->getDeclContext()->getRedeclContext();
  if (!Home->isFileContext() || isInNamespace(Named, "std") || !U.isInMainFile(Recipe)) return nullptr;
  // Where it is looked for: from the recipe outwards; a function where its arguments' classes are, too.
  std::set<const DeclContext*> Scopes{Home->getPrimaryContext()};
  if (!IsQualified)
    for (const DeclContext* Scope = Recipe->getDeclContext(); Scope != nullptr; Scope = Scope->getParent()) {
      Scope = Scope->getRedeclContext();
      if (!Scope->isFileContext()) continue;
      Scopes.insert(Scope->getPrimaryContext());
      if (Scope->Equals(Home)) break;
    }
  const SourceManager& Sources = U.Sources;
  const SourceLocation End = Sources.getExpansionLoc(Recipe->getEndLoc());
  const auto isBetween = [&](SourceLocation At) {
    At = Sources.getExpansionLoc(At);
    return At.isValid() && Sources.isBeforeInTranslationUnit(End, At) &&
           (!U.includesCompanion() || Sources.isBeforeInTranslationUnit(At, U.OwnCompanions.back()));
  };
  for (const DeclContext* Scope : Scopes)
    for (const NamedDecl* Found : Scope->lookup(Named->getDeclName())) {
      const NamedDecl* Other = Found->getUnderlyingDecl();
      if (written(Other) == written(Named) || !isBetween(Found->getCanonicalDecl()->getLocation())) continue;
      const auto* Function = dyn_cast<FunctionDecl>(Named);
      const FunctionDecl* OtherFunction = Other->getAsFunction();
      const bool IsOverload = Scope->Equals(Home) && Function != nullptr && OtherFunction != nullptr;
      if (!IsOverload || overlap(Function, OtherFunction)) return Other;
    }
  return nullptr;
}

}  // namespace

void refuseLater(const NamedDecl* Names, bool IsQualified, SourceRange Where, const FunctionDecl* Recipe, const Unit& U,
                 Findings& Into) {
  const NamedDecl* Later = declaredLater(Names, IsQualified, Recipe, U);
  if (Later == nullptr) return;
  Finding& F = Into.add(Rule::Unsupported, Where.getBegin(), Where,
                        quoted(Names) + " may be another one where the companion is included, which repeats this text");
  F.Notes.push_back({Later->getLocation(), "declared here; declare it in front of the recipe"});
}

namespace {

class TypeNames : public RecursiveASTVisitor<TypeNames> {
 public:
  TypeNames(const FunctionDecl* Of, const Unit& Where, Findings& F) : Recipe(Of), U(Where), Into(F) {}

  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) { return look(Loc.getDecl(), Loc, Loc.getNameLoc()); }
  bool VisitTagTypeLoc(TagTypeLoc Loc) { return look(Loc.getDecl(), Loc, Loc.getNameLoc()); }
  bool VisitUsingTypeLoc(UsingTypeLoc Loc) { return look(Loc.getDecl()->getTargetDecl(), Loc, Loc.getNameLoc()); }
  bool VisitTemplateSpecializationTypeLoc(TemplateSpecializationTypeLoc Loc) {
    const TemplateDecl* Template = Loc.getTypePtr()->getTemplateName().getAsTemplateDecl();
    return Template == nullptr || look(Template, Loc, Loc.getTemplateNameLoc());
  }
  bool TraverseNestedNameSpecifierLoc(NestedNameSpecifierLoc Qualifier) {
    if (Qualifier && Qualifier.getNestedNameSpecifier().getKind() == NestedNameSpecifier::Kind::Namespace) {
      const auto [Namespace, Prefix] = Qualifier.castAsNamespaceAndPrefix();
      if (!Prefix) refuseLater(Namespace, false, Qualifier.getSourceRange(), Recipe, U, Into);
    }
    return RecursiveASTVisitor::TraverseNestedNameSpecifierLoc(Qualifier);
  }

 private:
  template <class Loc>
  bool look(const NamedDecl* D, Loc Written, SourceLocation Where) {
    refuseLater(D, Written.getQualifierLoc().hasQualifier(), SourceRange(Where), Recipe, U, Into);
    return true;
  }

  const FunctionDecl* Recipe;
  const Unit& U;
  Findings& Into;
};

}  // namespace

void refuseLater(TypeLoc Written, const FunctionDecl* Recipe, const Unit& U, Findings& Into) {
  if (U.isInMainFile(Recipe)) TypeNames(Recipe, U, Into).TraverseTypeLoc(Written);
}

void refuseLater(NestedNameSpecifierLoc Written, const FunctionDecl* Recipe, const Unit& U, Findings& Into) {
  if (Written && U.isInMainFile(Recipe)) TypeNames(Recipe, U, Into).TraverseNestedNameSpecifierLoc(Written);
}

}  // namespace autoconvert
