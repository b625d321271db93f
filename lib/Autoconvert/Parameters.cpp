#include "Parameters.h"

#include "Names.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

namespace {

struct Openings : RecursiveASTVisitor<Openings> {
  const ParmVarDecl* Parameter;
  bool Found = false;

  explicit Openings(const ParmVarDecl* Of) : Parameter(Of) {}

  bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) { return look(E->getImplicitObjectArgument()); }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
    return (E->getOperator() != OO_Subscript && E->getOperator() != OO_Equal) || look(E->getArg(0));
  }
  bool VisitCallExpr(CallExpr* E) {
    return !isStd(E->getDirectCallee(), "get") || E->getNumArgs() != 1 || look(E->getArg(0));
  }
  bool VisitMemberExpr(MemberExpr* E) { return look(E->getBase()); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt* S) { return look(S->getRangeInit()); }
  bool VisitVarDecl(VarDecl* V) { return V == Parameter || V->getInit() == nullptr || look(V->getInit()); }

 private:
  // The parameter itself, moved or copied.
  bool look(const Expr* E) {
    for (const Expr* Before = nullptr; Before != E;) {
      Before = E;
      E = skipTransparent(E);
      const auto* Copy = dyn_cast<CXXConstructExpr>(E);
      const auto* Call = dyn_cast<CallExpr>(E);
      if (Copy != nullptr && isCopy(Copy))
        E = Copy->getArg(0);
      else if (Call != nullptr && Call->getNumArgs() == 1 &&
               (isStd(Call->getDirectCallee(), "move") || isStd(Call->getDirectCallee(), "as_const")))
        E = Call->getArg(0);
    }
    const auto* Reference = dyn_cast<DeclRefExpr>(E);
    Found |= Reference != nullptr && Reference->getDecl() == Parameter;
    return true;
  }
};

}  // namespace

// A finished one becomes a configuration again, whose members can be read and set.
static bool canBeTakenApart(QualType Type, TargetShapes& Shapes) {
  const CXXRecordDecl* Class = decayed(Type)->getAsCXXRecordDecl();
  return Class->hasDefinition() && Shapes.of(Class).FillAfter && Shapes.isReadable(Class);
}

bool isTakenApart(const FunctionDecl* Definition, unsigned Index, TargetShapes& Shapes) {
  const ParmVarDecl* Parameter = Definition->getParamDecl(Index);
  const QualType Type = Parameter->getType();
  if (!listElement(decayed(Type)).isNull() || Definition->getBody() == nullptr) return false;
  switch (shapeOf(Type)) {
    case Shape::Sequence:
    case Shape::Array:
    case Shape::Map:
    case Shape::Tuple:
      break;
    case Shape::Object:
      if (canBeTakenApart(Type, Shapes)) break;
      return false;
    default:
      return false;
  }
  Openings Visitor(Parameter);
  Visitor.TraverseStmt(Definition->getBody());
  return Visitor.Found;
}

std::string handleOf(const FunctionDecl* Function, unsigned Index, TargetShapes& Shapes) {
  const QualType Type = Function->getParamDecl(Index)->getType();
  const Shape Kind = shapeOf(Type);
  if (Kind == Shape::Value || Kind == Shape::Config || Kind == Shape::Partial) return {};
  const char* Handle = !isTakenApart(Function, Index, Shapes) ? "Arg" : Kind == Shape::Object ? "Given" : "Config";
  return std::string("::run::") + Handle + "<" + spell(decayed(Type)) + ">";
}

}  // namespace autoconvert
