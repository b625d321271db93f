#include "Touched.h"

#include <algorithm>

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace autoconvert {

namespace {

class Mentions : public RecursiveASTVisitor<Mentions> {
 public:
  std::vector<SourceRange> Ranges;
  bool HasRecovery = false;
  bool HasReturn = false;

  bool VisitVarDecl(VarDecl* D) {
    HasRecovery |= D->isInvalidDecl();
    return true;
  }
  bool VisitReturnStmt(ReturnStmt*) {
    HasReturn = true;
    return true;
  }
  bool VisitExpr(Expr* E) {
    HasRecovery |= E->containsErrors();
    return true;
  }

  void add(const Decl* D) {
    if (D == nullptr || !Seen.insert(D).second) return;
    Ranges.push_back(D->getSourceRange());
    // An initialiser that Clang could not read is gone; the rest of its line was it.
    if (const auto* Variable = dyn_cast<VarDecl>(D); Variable != nullptr && Variable->getLocation().isFileID()) {
      const SourceManager& SM = D->getASTContext().getSourceManager();
      const llvm::StringRef Rest = SM.getCharacterData(Variable->getLocation());
      const std::size_t Length = std::min(Rest.find('\n'), Rest.size());
      Ranges.emplace_back(Variable->getBeginLoc(), Variable->getLocation().getLocWithOffset(static_cast<int>(Length)));
    }
    if (const auto* Class = dyn_cast<CXXRecordDecl>(D)) return addClass(Class);
    if (const auto* Function = dyn_cast<FunctionDecl>(D)) {
      add(Function->getReturnType());
      for (const ParmVarDecl* Parameter : Function->parameters()) add(Parameter->getType());
    } else if (const auto* Value = dyn_cast<ValueDecl>(D)) {
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
  bool VisitDeclRefExpr(DeclRefExpr* E) {
    add(E->getDecl());
    return true;
  }
  bool VisitMemberExpr(MemberExpr* E) {
    add(E->getMemberDecl());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr* E) {
    add(E->getConstructor()->getParent());
    return true;
  }
  bool VisitTypeLoc(TypeLoc Loc) {
    add(Loc.getType());
    return true;
  }
  // A name that Clang could not resolve may be any of these.
  bool VisitOverloadExpr(OverloadExpr* E) {
    for (const NamedDecl* D : E->decls()) add(D);
    return true;
  }

 private:
  void addClass(const CXXRecordDecl* Class) {
    if (const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class)) {
      Ranges.push_back(Special->getSpecializedTemplate()->getSourceRange());
      for (const TemplateArgument& Argument : Special->getTemplateArgs().asArray())
        if (Argument.getKind() == TemplateArgument::Type) add(Argument.getAsType());
    }
    Class = Class->getDefinition();
    if (Class == nullptr) return;
    Ranges.push_back(Class->getSourceRange());
    for (const CXXBaseSpecifier& Base : Class->bases()) add(Base.getType());
    for (const FieldDecl* Field : Class->fields()) add(Field->getType());
    for (const CXXConstructorDecl* Constructor : Class->ctors())
      for (const ParmVarDecl* Parameter : Constructor->parameters()) add(Parameter->getType());
  }

  llvm::DenseSet<const Decl*> Seen;
};

}  // namespace

Touched touchedBy(const FoundRecipes& Found) {
  Mentions All;
  for (const Recipe& R : Found.Recipes) {
    All.add(R.Definition);
    All.HasReturn = false;
    All.TraverseDecl(const_cast<FunctionDecl*>(R.Definition));  // NOLINT: the visitor has no const form
    // A statement that Clang could not read is not there at all.
    All.HasRecovery |= !All.HasReturn;
  }
  for (const NamedDecl* D : Found.Configurables) All.add(D);
  return {std::move(All.Ranges), All.HasRecovery};
}

}  // namespace autoconvert
