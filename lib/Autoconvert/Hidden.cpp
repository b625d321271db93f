#include "Hidden.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

// No friend that nobody else declares.
static bool isVisible(const NamedDecl* Found) {
  constexpr unsigned kAny = Decl::IDNS_Ordinary | Decl::IDNS_Tag | Decl::IDNS_Type | Decl::IDNS_Namespace;
  return (Found->getIdentifierNamespace() & kAny) != 0;
}

// Another type of that name, which `using` brings: no keyword tells them apart.
static const NamedDecl* otherOfThatName(const TagDecl* Class) {
  if (Class->getDeclName().isEmpty()) return nullptr;
  const auto isOther = [&](const NamedDecl* Found) {
    const NamedDecl* Of = Found->getUnderlyingDecl();
    return isVisible(Found) && isa<UsingShadowDecl>(Found) && isa<TypeDecl>(Of) &&
           Of->getCanonicalDecl() != Class->getCanonicalDecl();
  };
  const auto Found = Class->getDeclContext()->getRedeclContext()->lookup(Class->getDeclName());
  const auto Other = llvm::find_if(Found, isOther);
  return Other == Found.end() ? nullptr : *Other;
}

const NamedDecl* hiddenBy(const NamedDecl* D) {
  for (const auto* Class = dyn_cast<TagDecl>(D); Class != nullptr; Class = dyn_cast<TagDecl>(Class->getDeclContext()))
    if (const NamedDecl* Other = otherOfThatName(Class)) return Other;
  while (const auto* Class = dyn_cast<TagDecl>(D->getDeclContext())) D = Class;
  while (const auto* Of = dyn_cast<NamespaceDecl>(D->getDeclContext()->getEnclosingNamespaceContext())) {
    if (Of->isAnonymousNamespace() && !D->getDeclName().isEmpty()) {
      const auto Found = Of->getParent()->getEnclosingNamespaceContext()->lookup(D->getDeclName());
      if (const auto Other = llvm::find_if(Found, isVisible); Other != Found.end()) return *Other;
    }
    D = Of;
  }
  return nullptr;
}

}  // namespace autoconvert
