#include "DefinedAt.h"

#include <algorithm>

#include "Parse.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

unsigned endOf(const Decl* D, const Unit& U) {
  if (!U.isInMainFile(D)) return 0;
  return U.Sources.getFileOffset(U.Sources.getExpansionRange(D->getEndLoc()).getEnd());
}

unsigned definedAt(QualType Type, const Unit& U) {
  Type = U.Context.getBaseElementType(decayed(Type));
  while (Type->isPointerType()) Type = Type->getPointeeType();
  const TagDecl* Tag = Type->getAsTagDecl();
  if (Tag == nullptr) return 0;
  if (Tag->getDefinition() != nullptr) Tag = Tag->getDefinition();
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Tag);
  return std::max(endOf(Tag, U), Special == nullptr ? 0 : definedAt(Special->getTemplateArgs().asArray(), U));
}

unsigned definedAt(llvm::ArrayRef<TemplateArgument> Arguments, const Unit& U) {
  unsigned At = 0;
  for (const TemplateArgument& Argument : Arguments) {
    if (Argument.getKind() == TemplateArgument::Type) At = std::max(At, definedAt(Argument.getAsType(), U));
    if (Argument.getKind() == TemplateArgument::Declaration) At = std::max(At, endOf(Argument.getAsDecl(), U));
    if (Argument.getKind() == TemplateArgument::Integral) At = std::max(At, definedAt(Argument.getIntegralType(), U));
    if (Argument.getKind() == TemplateArgument::Pack) At = std::max(At, definedAt(Argument.pack_elements(), U));
  }
  return At;
}

}  // namespace autoconvert
