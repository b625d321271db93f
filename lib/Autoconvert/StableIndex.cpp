#include "StableIndex.h"

#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace autoconvert {

namespace {

/// How often a variable is named, and what for.
struct Naming : RecursiveASTVisitor<Naming> {
  const VarDecl* Of;
  unsigned Named = 0;
  unsigned Read = 0;
  unsigned Written = 0;
  explicit Naming(const VarDecl* V, const Stmt* In) : Of(V) {
    TraverseStmt(const_cast<Stmt*>(In));  // NOLINT: the visitor has no const form
  }
  // As it is written, what is given in braces is not read yet.
  bool TraverseInitListExpr(InitListExpr* E, DataRecursionQueue* = nullptr) {
    const InitListExpr* Meant = E->isSemanticForm() ? E : E->getSemanticForm();
    return llvm::all_of(Meant->inits(), [&](Expr* Init) { return TraverseStmt(Init); });
  }
  bool VisitDeclRefExpr(DeclRefExpr* E) {
    if (E->getDecl() == Of) ++Named;
    return true;
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr* E) {
    const bool IsAsConst = E->getCastKind() == CK_NoOp && E->getType().isConstQualified();
    if ((E->getCastKind() == CK_LValueToRValue || IsAsConst) && isIt(E->getSubExpr())) ++Read;
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator* E) {
    if (E->isIncrementDecrementOp() && isIt(E->getSubExpr())) ++Written;
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator* E) {
    if (E->isAssignmentOp() && isIt(E->getLHS())) ++Written;
    return true;
  }
  bool isIt(const Expr* E) const {
    const auto* Reference = dyn_cast<DeclRefExpr>(E->IgnoreParens());
    return Reference != nullptr && Reference->getDecl() == Of;
  }
};

bool isText(QualType Type) {
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  return Class != nullptr && isInNamespace(Class, "std") &&
         (Class->getName() == "basic_string" || Class->getName() == "basic_string_view");
}

bool isConstReference(QualType Type) { return Type->isReferenceType() && Type->getPointeeType().isConstQualified(); }

/// The loop whose variable it is.
const CXXForRangeStmt* loopOf(const VarDecl* V, const Stmt* Body) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    const VarDecl* Of = nullptr;
    const CXXForRangeStmt* Found = nullptr;
    bool VisitCXXForRangeStmt(CXXForRangeStmt* S) {
      if (S->getLoopVariable() == Of) Found = S;
      return Found == nullptr;
    }
  };
  Visitor Loops;
  Loops.Of = V;
  Loops.TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
  return Loops.Found;
}

bool isConstant(const VarDecl* V) {
  const QualType Type = V->getType();
  return isConstReference(Type) ? isa<ParmVarDecl>(V) : Type.isConstQualified();
}

/// `const auto& name` of a loop over what does not change in its body.
bool isOfConstantRange(const VarDecl* V, const Stmt* Within, const Stmt* Body) {
  const CXXForRangeStmt* Loop = isConstReference(V->getType()) ? loopOf(V, Body) : nullptr;
  if (Loop == nullptr) return false;
  const Expr* Range = skipTransparent(Loop->getRangeInit());
  if (!Range->isLValue()) return true;
  const auto* Reference = dyn_cast<DeclRefExpr>(Range);
  const auto* Of = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
  return Of != nullptr && Of->hasLocalStorage() &&
         (isConstant(Of) || (!Of->getType()->isReferenceType() && Naming(Of, Within).Named == 0));
}

bool isOnlyRead(const VarDecl* V, const Stmt* Within, const Stmt* Body) {
  const QualType Type = V->getType();
  if (!V->hasLocalStorage() || Type->isReferenceType()) return false;
  const bool IsView = Type->isPointerType() && Type->getPointeeType().isConstQualified();
  if (!Type->isIntegralOrEnumerationType() && !IsView && !isText(Type)) return false;
  const Naming Here(V, Within);
  const Naming Anywhere(V, Body);
  return Here.Named == Here.Read && Anywhere.Named == Anywhere.Read + Anywhere.Written;
}

/// std::string("a") of "a", which a map's key may be made from without a word.
bool isTextMade(const Expr* E) {
  return isa<ImplicitCastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr, ExprWithCleanups, CXXDefaultArgExpr>(
             E) ||
         (isa<CXXConstructExpr, CXXFunctionalCastExpr>(E) && isText(E->getType()));
}

}  // namespace

bool meansTheSame(const Expr* Index, const Stmt* Within, const FunctionDecl* Recipe, const ASTContext& Context) {
  const Stmt* Body = Recipe->getBody();
  if (const auto* Reference = dyn_cast<DeclRefExpr>(Index)) {
    const auto* V = dyn_cast<VarDecl>(Reference->getDecl());
    return V == nullptr || isConstant(V) || isOnlyRead(V, Within, Body) || isOfConstantRange(V, Within, Body);
  }
  if (isa<CXXThisExpr>(Index) || (!isTextMade(Index) && Index->HasSideEffects(Context))) return false;
  return llvm::all_of(Index->children(), [&](const Stmt* Child) {
    const auto* Sub = dyn_cast_or_null<Expr>(Child);
    return Sub == nullptr || meansTheSame(Sub, Within, Recipe, Context);
  });
}

}  // namespace autoconvert
