#include "Codec.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace autoconvert {

bool hasCodec(const CXXRecordDecl* Class) {
  const ASTContext& Context = Class->getASTContext();
  for (const NamedDecl* Found : Context.getTranslationUnitDecl()->lookup(&Context.Idents.get("run"))) {
    const auto* Namespace = dyn_cast<NamespaceDecl>(Found);
    if (Namespace == nullptr) continue;
    for (const NamedDecl* Codec : Namespace->lookup(&Context.Idents.get("Codec"))) {
      const auto* Template = dyn_cast<ClassTemplateDecl>(Codec);
      if (Template == nullptr) continue;
      for (const ClassTemplateSpecializationDecl* Known : Template->specializations()) {
        const TemplateArgument& Of = Known->getTemplateArgs()[0];
        if (Known->isExplicitSpecialization() && Of.getKind() == TemplateArgument::Type &&
            Of.getAsType()->getAsCXXRecordDecl() == Class)
          return true;
      }
    }
  }
  return false;
}

}  // namespace autoconvert
