#include "Foresee.h"

#include "TargetShape.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/ExternalSemaSource.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace autoconvert {

namespace {

const FunctionDecl* functionOf(llvm::ArrayRef<TemplateArgument> Arguments) {
  if (Arguments.size() != 1 || Arguments[0].getKind() != TemplateArgument::Type) return nullptr;
  const auto* Fn = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Arguments[0].getAsType()->getAsCXXRecordDecl());
  if (Fn == nullptr || !isInNamespace(Fn, "run") || Fn->getName() != "Fn") return nullptr;
  const TemplateArgument& Named = Fn->getTemplateArgs()[0];
  return Named.getKind() == TemplateArgument::Declaration ? dyn_cast<FunctionDecl>(Named.getAsDecl()) : nullptr;
}

class Foresight : public ExternalSemaSource {
 public:
  explicit Foresight(Sema& Of) : S(Of), Shapes(Of) {}

  bool LoadExternalSpecializations(const Decl*, bool) override { return false; }

  /// Clang has found no specialisation of the template for these arguments.
  bool LoadExternalSpecializations(const Decl* Template, llvm::ArrayRef<TemplateArgument> Arguments) override {
    const auto* Primary = dyn_cast<ClassTemplateDecl>(Template);
    if (Primary == nullptr || Primary->getName() != "Target" || !isInNamespace(Primary, "run")) return false;
    const FunctionDecl* Function = functionOf(Arguments);
    if (Function == nullptr || !Made.insert(Function->getCanonicalDecl()).second) return false;
    declare(const_cast<ClassTemplateDecl*>(Primary), Arguments, Function);  // NOLINT: what Clang gives is its own
    return true;
  }

 private:
  /// template <> struct Target<Fn<f>> { struct Args { Arg<P> p; … }; };
  void declare(ClassTemplateDecl* Primary, llvm::ArrayRef<TemplateArgument> Arguments, const FunctionDecl* Function) {
    ASTContext& Context = S.Context;
    const SourceLocation Where = Function->getLocation();
    DeclContext* Run = Primary->getDeclContext();
    auto* Target =
        ClassTemplateSpecializationDecl::Create(Context, TagTypeKind::Struct, Run, Where, Where, Primary, Arguments,
                                                /*StrictPackMatch=*/false, /*PrevDecl=*/nullptr);
    Target->setSpecializationKind(TSK_ExplicitSpecialization);
    Target->setImplicit();  // nobody wrote it
    Primary->AddSpecialization(Target, nullptr);
    Target->startDefinition();
    auto* Args = CXXRecordDecl::Create(Context, TagTypeKind::Struct, Target, Where, Where, &Context.Idents.get("Args"));
    Args->setAccess(AS_public);
    Args->startDefinition();
    for (const ArgumentShape& Argument : Shapes.of(Function).Arguments) {
      const QualType Type = argumentType(Run, Argument.Types.front(), Where);
      if (Type.isNull() || !S.isCompleteType(Where, Type)) continue;
      auto* Field =
          FieldDecl::Create(Context, Args, Where, Where, &Context.Idents.get(Argument.Name), Type,
                            Context.getTrivialTypeSourceInfo(Type, Where), nullptr, /*Mutable=*/false, ICIS_NoInit);
      Field->setAccess(AS_public);
      Args->addDecl(Field);
    }
    S.AddImplicitlyDeclaredMembersToClass(Args);
    Args->completeDefinition();
    Target->addDecl(Args);
    Target->completeDefinition();
  }

  /// Arg<P>
  QualType argumentType(DeclContext* Run, QualType Parameter, SourceLocation Where) {
    for (NamedDecl* Found : Run->lookup(&S.Context.Idents.get("Arg"))) {
      auto* Template = dyn_cast<ClassTemplateDecl>(Found);
      if (Template == nullptr) continue;
      TemplateArgumentListInfo Arguments(Where, Where);
      Arguments.addArgument(
          TemplateArgumentLoc(TemplateArgument(Parameter), S.Context.getTrivialTypeSourceInfo(Parameter, Where)));
      return S.CheckTemplateIdType(ElaboratedTypeKeyword::None, TemplateName(Template), Where, Arguments,
                                   /*Scope=*/nullptr, /*ForNestedNameSpecifier=*/false);
    }
    return {};
  }

  Sema& S;
  TargetShapes Shapes;
  llvm::DenseSet<const FunctionDecl*> Made;
};

}  // namespace

void foreseeTargets(Sema& S) {
  auto Source = llvm::makeIntrusiveRefCnt<Foresight>(S);
  S.addExternalSource(Source);
  S.Context.setExternalSource(S.getExternalSource());
}

}  // namespace autoconvert
