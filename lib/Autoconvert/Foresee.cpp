#include "Foresee.h"

#include "Parse.h"
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
  Foresight(Sema& Of, const Preprocessed& P) : S(Of), Shapes(Of), Met(P) {}

  bool LoadExternalSpecializations(const Decl*, bool) override { return false; }

  /// Clang has found no specialisation of the template for these arguments.
  bool LoadExternalSpecializations(const Decl* Template, llvm::ArrayRef<TemplateArgument> Arguments) override {
    const auto* Primary = dyn_cast<ClassTemplateDecl>(Template);
    if (Primary == nullptr || Primary->getName() != "Target" || !isInNamespace(Primary, "run")) return false;
    const FunctionDecl* Function = functionOf(Arguments);
    const CXXRecordDecl* Class = Function == nullptr ? classOf(Arguments) : nullptr;
    const Decl* Of = Function != nullptr ? static_cast<const Decl*>(Function) : Class;
    if (Of == nullptr || !Made.insert(Of->getCanonicalDecl()).second) return false;
    declare(const_cast<ClassTemplateDecl*>(Primary), Arguments,
            Of->getLocation(),  // NOLINT: what Clang gives is its own
            (Function != nullptr ? Shapes.of(Function) : Shapes.of(Class)).Arguments);
    return true;
  }

 private:
  /// A class whose companion has been included: what follows names its arguments.
  const CXXRecordDecl* classOf(llvm::ArrayRef<TemplateArgument> Arguments) const {
    if (!Met.includesCompanion() || Arguments.size() != 1 || Arguments[0].getKind() != TemplateArgument::Type)
      return nullptr;
    const CXXRecordDecl* Class = Arguments[0].getAsType()->getAsCXXRecordDecl();
    // An instance of a template that nothing has needed so far is complete when something does.
    if (Class == nullptr || !S.isCompleteType(Class->getLocation(), Arguments[0].getAsType()) ||
        !isConfiguredClass(Class))
      return nullptr;
    return Class->getDefinition();
  }

  /// template <> struct Target<T> { struct Args { Arg<P> p; … }; union Fields { Field<P, 0> p; … }; };
  void declare(ClassTemplateDecl* Primary, llvm::ArrayRef<TemplateArgument> Arguments, SourceLocation Where,
               const std::vector<ArgumentShape>& Shape) {
    ASTContext& Context = S.Context;
    DeclContext* Run = Primary->getDeclContext();
    auto* Target =
        ClassTemplateSpecializationDecl::Create(Context, TagTypeKind::Struct, Run, Where, Where, Primary, Arguments,
                                                /*StrictPackMatch=*/false, /*PrevDecl=*/nullptr);
    Target->setSpecializationKind(TSK_ExplicitSpecialization);
    Target->setImplicit();  // nobody wrote it
    Primary->AddSpecialization(Target, nullptr);
    Target->startDefinition();
    member(Target, "Args", TagTypeKind::Struct, Shape, [&](const ArgumentShape& Argument, unsigned) {
      TemplateArgumentListInfo Types(Where, Where);
      for (const QualType Type : Argument.Types) Types.addArgument(typeArgument(Type, Where));
      return specialized(Run, "Arg", Types, Where);
    });
    member(Target, "Fields", TagTypeKind::Union, Shape, [&](const ArgumentShape& Argument, unsigned Index) {
      TemplateArgumentListInfo Types(Where, Where);
      Types.addArgument(typeArgument(Argument.Types.front(), Where));
      auto* Number = IntegerLiteral::Create(Context, llvm::APInt(64, Index), Context.getSizeType(), Where);
      Types.addArgument(TemplateArgumentLoc(TemplateArgument(Number, /*IsCanonical=*/false), Number));
      return specialized(Run, "Field", Types, Where);
    });
    Target->completeDefinition();
  }

  void member(CXXRecordDecl* Target, llvm::StringRef Name, TagTypeKind Kind, const std::vector<ArgumentShape>& Shape,
              llvm::function_ref<QualType(const ArgumentShape&, unsigned)> TypeOf) {
    ASTContext& Context = S.Context;
    const SourceLocation Where = Target->getLocation();
    auto* Of = CXXRecordDecl::Create(Context, Kind, Target, Where, Where, &Context.Idents.get(Name));
    Of->setAccess(AS_public);
    Of->startDefinition();
    for (unsigned I = 0; I < Shape.size(); ++I) {
      const QualType Type = TypeOf(Shape[I], I);
      if (Type.isNull() || !S.isCompleteType(Where, Type)) continue;
      auto* Field =
          FieldDecl::Create(Context, Of, Where, Where, &Context.Idents.get(Shape[I].Name), Type,
                            Context.getTrivialTypeSourceInfo(Type, Where), nullptr, /*Mutable=*/false, ICIS_NoInit);
      Field->setAccess(AS_public);
      Of->addDecl(Field);
    }
    S.AddImplicitlyDeclaredMembersToClass(Of);
    Of->completeDefinition();
    Target->addDecl(Of);
  }

  TemplateArgumentLoc typeArgument(QualType Type, SourceLocation Where) {
    return TemplateArgumentLoc(TemplateArgument(Type), S.Context.getTrivialTypeSourceInfo(Type, Where));
  }

  /// Arg<P>, Field<P, 0>
  QualType specialized(DeclContext* Run, llvm::StringRef Name, TemplateArgumentListInfo& Arguments,
                       SourceLocation Where) {
    for (NamedDecl* Found : Run->lookup(&S.Context.Idents.get(Name)))
      if (auto* Template = dyn_cast<ClassTemplateDecl>(Found))
        return S.CheckTemplateIdType(ElaboratedTypeKeyword::None, TemplateName(Template), Where, Arguments,
                                     /*Scope=*/nullptr, /*ForNestedNameSpecifier=*/false);
    return {};
  }

  Sema& S;
  TargetShapes Shapes;
  const Preprocessed& Met;
  llvm::DenseSet<const Decl*> Made;
};

}  // namespace

void foreseeTargets(Sema& S, const Preprocessed& Met) {
  auto Source = llvm::makeIntrusiveRefCnt<Foresight>(S, Met);
  S.addExternalSource(Source);
  S.Context.setExternalSource(S.getExternalSource());
}

}  // namespace autoconvert
