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

bool isInstance(const FunctionDecl* Function) {
  return templateOf(Function) != nullptr || memberPattern(Function) != nullptr;
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

/// The instance's definition, if it has a body. `extern template` keeps Clang from what another file has; we need to
/// see it.
template <class Specialization>
const FunctionDecl* definitionOf(FunctionDecl* Instance, Specialization* Asked, Sema& S) {
  if (Asked->getTemplateSpecializationKind() == TSK_ExplicitInstantiationDeclaration &&
      Instance->getDefinition() == nullptr) {
    Asked->setTemplateSpecializationKind(TSK_ImplicitInstantiation);
    S.InstantiateFunctionDefinition(Asked->getPointOfInstantiation(), Instance, /*Recursive=*/true);
    Asked->setTemplateSpecializationKind(TSK_ExplicitInstantiationDeclaration);
  }
  const FunctionDecl* Definition = Instance->getDefinition();
  return Definition == nullptr || Definition->getBody() == nullptr ? nullptr : Definition;
}

}  // namespace

std::vector<const FunctionDecl*> instantiationsOf(const FunctionTemplateDecl* Template, Sema& S) {
  std::vector<const FunctionDecl*> Found;
  for (FunctionDecl* Function : const_cast<FunctionTemplateDecl*>(Template)->specializations()) {  // NOLINT
    const TemplateSpecializationKind Kind = Function->getTemplateSpecializationKind();
    if (Kind == TSK_ExplicitSpecialization || Kind == TSK_Undeclared) continue;
    const FunctionDecl* Definition = definitionOf(Function, Function->getTemplateSpecializationInfo(), S);
    if (Definition != nullptr) Found.push_back(Definition);
  }
  return Found;
}

std::vector<const FunctionDecl*> instantiationsOf(const CXXMethodDecl* Member, Sema& S) {
  std::vector<const FunctionDecl*> Found;
  const CXXRecordDecl* Pattern = Member->getParent();
  const auto* Partial = dyn_cast<ClassTemplatePartialSpecializationDecl>(Pattern);
  const ClassTemplateDecl* Template =
      Partial != nullptr ? Partial->getSpecializedTemplate() : Pattern->getDescribedClassTemplate();
  if (Template == nullptr) return Found;
  for (const ClassTemplateSpecializationDecl* Class : Template->specializations()) {
    for (NamedDecl* Named : Class->lookup(Member->getDeclName())) {
      auto* Method = dyn_cast<CXXMethodDecl>(Named);
      const FunctionDecl* Of = Method == nullptr ? nullptr : memberPattern(Method);
      if (Of == nullptr || Of->getCanonicalDecl() != Member->getCanonicalDecl()) continue;
      const FunctionDecl* Definition = definitionOf(Method, Method->getMemberSpecializationInfo(), S);
      if (Definition != nullptr) Found.push_back(Definition);
    }
  }
  return Found;
}

bool isAskedFor(const FunctionDecl* Function, const Unit& U) {
  if (!isInstance(Function) || U.isInMainFile(Function)) return true;
  const auto fileOf = [&](SourceLocation Where) { return U.Sources.getFileID(U.Sources.getFileLoc(Where)); };
  if (fileOf(Function->getPointOfInstantiation()) != fileOf(Function->getLocation())) return false;
  // What another file's recipes call is known where that is converted.
  return U.isInCompanion(Function) ||
         isTemplateExplicitInstantiationOrSpecialization(Function->getTemplateSpecializationKind());
}

std::vector<std::string> bindingsOf(const FunctionDecl* Function) {
  std::vector<std::string> Bindings;
  const auto add = [&](const TemplateParameterList& Parameters, llvm::ArrayRef<TemplateArgument> Arguments) {
    for (unsigned I = 0; I < Parameters.size() && I < Arguments.size(); ++I) {
      if (Parameters.getParam(I)->getName().empty() || Parameters.getParam(I)->isImplicit()) continue;
      std::string Binding = binding(Parameters.getParam(I), Arguments[I]);
      if (!llvm::is_contained(Bindings, Binding)) Bindings.push_back(std::move(Binding));
    }
  };
  // Each declaration of the template may have names of its own.
  if (templateOf(Function) != nullptr)
    for (const FunctionDecl* Declaration : writtenDeclarations(Function))
      add(*Declaration->getDescribedFunctionTemplate()->getTemplateParameters(),
          Function->getTemplateSpecializationArgs()->asArray());
  if (const FunctionDecl* Pattern = memberPattern(Function)) {
    const auto* Class = cast<ClassTemplateSpecializationDecl>(Function->getDeclContext());
    for (const FunctionDecl* Declaration : Pattern->redecls()) {
      // Out of its class it stands below parameters of its own.
      const bool IsOutside = Declaration->isOutOfLine() && Declaration->getNumTemplateParameterLists() == 1;
      add(IsOutside ? *Declaration->getTemplateParameterList(0)
                    : *parametersOf(cast<CXXRecordDecl>(Declaration->getDeclContext())),
          Class->getTemplateInstantiationArgs().asArray());
    }
  }
  return Bindings;
}

const TemplateParameterList* parametersOf(const CXXRecordDecl* Pattern) {
  if (const auto* Partial = dyn_cast<ClassTemplatePartialSpecializationDecl>(Pattern))
    return Partial->getTemplateParameters();
  const ClassTemplateDecl* Template = Pattern->getDescribedClassTemplate();
  return Template == nullptr ? nullptr : Template->getTemplateParameters();
}

const NamedDecl* unboundParameter(const TemplateParameterList* Parameters) {
  for (const NamedDecl* Parameter : *Parameters) {
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

const FunctionDecl* memberPattern(const FunctionDecl* Function) {
  const auto* Class = dyn_cast<ClassTemplateSpecializationDecl>(Function->getDeclContext());
  if (Class == nullptr || Function->getTemplateSpecializationKind() == TSK_ExplicitSpecialization) return nullptr;
  return Function->getInstantiatedFromMemberFunction();
}

const FunctionDecl* writtenDefinition(const FunctionDecl* Function) {
  const FunctionDecl* Pattern = isInstance(Function) ? Function->getTemplateInstantiationPattern() : nullptr;
  return Pattern == nullptr ? Function : Pattern;
}

std::vector<const FunctionDecl*> writtenDeclarations(const FunctionDecl* Function) {
  std::vector<const FunctionDecl*> Found;
  if (const FunctionTemplateDecl* Template = templateOf(Function)) {
    for (const auto* Declaration : Template->redecls())
      Found.push_back(cast<FunctionTemplateDecl>(Declaration)->getTemplatedDecl());
  } else {
    const FunctionDecl* Pattern = memberPattern(Function);
    for (const FunctionDecl* Declaration : (Pattern == nullptr ? Function : Pattern)->redecls())
      Found.push_back(Declaration);
  }
  return Found;
}

}  // namespace autoconvert
