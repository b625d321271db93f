#include "Templates.h"

#include "Names.h"
#include "Parse.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

namespace {

const FunctionTemplateDecl* templateOf(const FunctionDecl* Function) {
  const FunctionTemplateSpecializationInfo* Info = Function->getTemplateSpecializationInfo();
  return Info == nullptr || Info->isExplicitSpecialization() ? nullptr : Function->getPrimaryTemplate();
}

std::string binding(const NamedDecl* Parameter, const TemplateArgument& Argument) {
  const std::string Name = Parameter->getNameAsString();
  const std::string Value = spell(Argument);
  if (isa<TemplateTypeParmDecl>(Parameter)) return "using " + Name + " = " + Value + ";";
  if (isa<TemplateTemplateParmDecl>(Parameter))
    return "template <class... Arguments>\n  using " + Name + " = " + Value + "<Arguments...>;";
  const std::string Type =
      Argument.getKind() == TemplateArgument::Integral ? spell(Argument.getIntegralType()) : "auto";
  return "static constexpr " + Type + " " + Name + " = " + Value + ";";
}

}  // namespace

std::vector<const FunctionDecl*> instantiationsOf(const FunctionTemplateDecl* Template, Sema& S) {
  std::vector<const FunctionDecl*> Found;
  for (FunctionDecl* Function : const_cast<FunctionTemplateDecl*>(Template)->specializations()) {  // NOLINT
    const TemplateSpecializationKind Kind = Function->getTemplateSpecializationKind();
    if (Kind == TSK_ExplicitSpecialization || Kind == TSK_Undeclared) continue;
    if (Kind == TSK_ExplicitInstantiationDeclaration && Function->getDefinition() == nullptr) {
      // `extern template` keeps Clang from what another file has; we need to see it.
      FunctionTemplateSpecializationInfo* Info = Function->getTemplateSpecializationInfo();
      Info->setTemplateSpecializationKind(TSK_ImplicitInstantiation);
      S.InstantiateFunctionDefinition(Function->getPointOfInstantiation(), Function, /*Recursive=*/true);
      Info->setTemplateSpecializationKind(Kind);
    }
    const FunctionDecl* Definition = Function->getDefinition();
    if (Definition != nullptr && Definition->getBody() != nullptr) Found.push_back(Definition);
  }
  return Found;
}

bool isAskedFor(const FunctionDecl* Function, const Unit& U) {
  if (templateOf(Function) == nullptr || U.isInMainFile(Function)) return true;
  const SourceLocation Where = Function->getPointOfInstantiation();
  return isTemplateExplicitInstantiationOrSpecialization(Function->getTemplateSpecializationKind()) &&
         U.Sources.getFileID(U.Sources.getFileLoc(Where)) ==
             U.Sources.getFileID(U.Sources.getFileLoc(Function->getLocation()));
}

std::vector<std::string> bindingsOf(const FunctionDecl* Function) {
  std::vector<std::string> Bindings;
  if (templateOf(Function) == nullptr) return Bindings;
  const llvm::ArrayRef<TemplateArgument> Arguments = Function->getTemplateSpecializationArgs()->asArray();
  // Each declaration of the template may have names of its own.
  for (const FunctionDecl* Declaration : writtenDeclarations(Function)) {
    const TemplateParameterList* Parameters = Declaration->getDescribedFunctionTemplate()->getTemplateParameters();
    for (unsigned I = 0; I < Parameters->size() && I < Arguments.size(); ++I) {
      if (Parameters->getParam(I)->getName().empty() || Parameters->getParam(I)->isImplicit()) continue;
      std::string Binding = binding(Parameters->getParam(I), Arguments[I]);
      if (!llvm::is_contained(Bindings, Binding)) Bindings.push_back(std::move(Binding));
    }
  }
  return Bindings;
}

const NamedDecl* unboundParameter(const FunctionTemplateDecl* Template) {
  for (const NamedDecl* Parameter : *Template->getTemplateParameters()) {
    if (Parameter->isTemplateParameterPack()) return Parameter;
    const auto* Nested = dyn_cast<TemplateTemplateParmDecl>(Parameter);
    if (Nested == nullptr) continue;
    for (const NamedDecl* Inner : *Nested->getTemplateParameters())
      if (!isa<TemplateTypeParmDecl>(Inner)) return Parameter;
  }
  return nullptr;
}

bool isAbbreviated(const ParmVarDecl* Parameter) {
  const auto* Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  const FunctionTemplateDecl* Template = Function == nullptr ? nullptr : Function->getDescribedFunctionTemplate();
  return Template != nullptr && Template->isAbbreviated() && Parameter->getType()->isDependentType();
}

const FunctionDecl* writtenDefinition(const FunctionDecl* Function) {
  const FunctionDecl* Pattern = templateOf(Function) == nullptr ? nullptr : Function->getTemplateInstantiationPattern();
  return Pattern == nullptr ? Function : Pattern;
}

std::vector<const FunctionDecl*> writtenDeclarations(const FunctionDecl* Function) {
  std::vector<const FunctionDecl*> Found;
  if (const FunctionTemplateDecl* Template = templateOf(Function)) {
    for (const auto* Declaration : Template->redecls())
      Found.push_back(cast<FunctionTemplateDecl>(Declaration)->getTemplatedDecl());
  } else {
    for (const FunctionDecl* Declaration : Function->redecls()) Found.push_back(Declaration);
  }
  return Found;
}

}  // namespace autoconvert
