#include "Unevaluated.h"

#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

namespace {

struct Collector : RecursiveASTVisitor<Collector> {
  std::vector<UnevaluatedName> Found;
  const Expr* Whole = nullptr;  ///< the x of decltype(x): its type is what x was declared as

  bool VisitDecltypeTypeLoc(DecltypeTypeLoc Type) {
    Whole = Type.getUnderlyingExpr();
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr* E) {
    const auto* Variable = dyn_cast<VarDecl>(E->getDecl());
    if (Variable == nullptr || !Variable->hasLocalStorage()) return true;
    const QualType Type = Variable->getType();
    const bool IsObject = E == Whole && !Type->isReferenceType();
    Found.push_back({E, Variable,
                     IsObject ? "static_cast<" + spell(Type) + " (*)()>(nullptr)()"
                              : "::std::declval<" + spell(Type) + (Type->isReferenceType() ? "" : "&") + ">()"});
    return true;
  }
};

}  // namespace

std::vector<UnevaluatedName> unevaluatedNames(const Stmt* S) {
  Collector Names;
  Names.TraverseStmt(const_cast<Stmt*>(S));  // NOLINT: the visitor has no const form
  return std::move(Names.Found);
}

std::vector<UnevaluatedName> unevaluatedNames(TypeLoc Type) {
  Collector Names;
  Names.TraverseTypeLoc(Type);
  return std::move(Names.Found);
}

}  // namespace autoconvert
