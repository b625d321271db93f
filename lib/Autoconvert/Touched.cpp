#include "Touched.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace autoconvert {

namespace {

class Mentions : public RecursiveASTVisitor<Mentions> {
 public:
  std::vector<SourceRange> Ranges;
  bool HasRecovery = false;

  bool VisitExpr(Expr *E) {
    HasRecovery |= E->containsErrors();
    return true;
  }

  void add(const Decl *D) {
    if (D == nullptr || !Seen.insert(D).second) return;
    Ranges.push_back(D->getSourceRange());
    if (const auto *Class = dyn_cast<CXXRecordDecl>(D)) return addClass(Class);
    if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
      add(Function->getReturnType());
      for (const ParmVarDecl *Parameter : Function->parameters()) add(Parameter->getType());
    } else if (const auto *Value = dyn_cast<ValueDecl>(D)) {
      add(Value->getType());
    }
  }

  void add(QualType Type) {
    if (Type.isNull()) return;
    Type = Type.getNonReferenceType();
    if (!Type->getPointeeType().isNull()) Type = Type->getPointeeType();
    add(Type->getAsTagDecl());
  }

  bool shouldVisitImplicitCode() const { return true; }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    add(E->getDecl());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    add(E->getMemberDecl());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    add(E->getConstructor()->getParent());
    return true;
  }
  bool VisitTypeLoc(TypeLoc Loc) {
    add(Loc.getType());
    return true;
  }
  // A name that Clang could not resolve may be any of these.
  bool VisitOverloadExpr(OverloadExpr *E) {
    for (const NamedDecl *D : E->decls()) add(D);
    return true;
  }

 private:
  void addClass(const CXXRecordDecl *Class) {
    if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Class)) {
      Ranges.push_back(Special->getSpecializedTemplate()->getSourceRange());
      for (const TemplateArgument &Argument : Special->getTemplateArgs().asArray())
        if (Argument.getKind() == TemplateArgument::Type) add(Argument.getAsType());
    }
    Class = Class->getDefinition();
    if (Class == nullptr) return;
    Ranges.push_back(Class->getSourceRange());
    for (const CXXBaseSpecifier &Base : Class->bases()) add(Base.getType());
    for (const FieldDecl *Field : Class->fields()) add(Field->getType());
    for (const CXXConstructorDecl *Constructor : Class->ctors())
      for (const ParmVarDecl *Parameter : Constructor->parameters()) add(Parameter->getType());
  }

  llvm::DenseSet<const Decl *> Seen;
};

}  // namespace

Touched touchedBy(const FoundRecipes &Found) {
  Mentions All;
  for (const Recipe &R : Found.Recipes) {
    All.add(R.Definition);
    All.TraverseDecl(const_cast<FunctionDecl *>(R.Definition));  // NOLINT: the visitor has no const form
  }
  for (const NamedDecl *D : Found.Configurables) All.add(D);
  return {std::move(All.Ranges), All.HasRecovery};
}

}  // namespace autoconvert
