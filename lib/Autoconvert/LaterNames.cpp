#include "LaterNames.h"

#include <set>

#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
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

}  // namespace

const NamedDecl* declaredLater(const DeclRefExpr* E, const FunctionDecl* Recipe, const Unit& U) {
  const ValueDecl* Named = E->getDecl();
  const DeclContext* Home = Named->getDeclContext()->getRedeclContext();
  if (!Home->isFileContext() || isInNamespace(Named, "std") || !U.isInMainFile(Recipe)) return nullptr;
  // Where it is looked for: from the recipe outwards; a function where its arguments' classes are, too.
  std::set<const DeclContext*> Scopes{Home->getPrimaryContext()};
  if (!E->hasQualifier())
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

}  // namespace autoconvert
