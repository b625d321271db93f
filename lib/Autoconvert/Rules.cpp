#include "Rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "Finding.h"
#include "Suggest.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace autoconvert {

namespace {

class Forbidden : public RecursiveASTVisitor<Forbidden> {
 public:
  Forbidden(const Recipe& Of, const Unit& Unit, Findings& Findings) : R(Of), U(Unit), Into(Findings) {}

  bool VisitIfStmt(IfStmt* S) {
    return S->isConstexpr() || S->isConsteval() || control(S, S->getIfLoc(), "'if' in a recipe");
  }
  bool VisitSwitchStmt(SwitchStmt* S) { return control(S, S->getSwitchLoc(), "'switch' in a recipe"); }
  bool VisitForStmt(ForStmt* S) { return control(S, S->getForLoc(), "'for' in a recipe"); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt* S) { return control(S, S->getForLoc(), "'for' over a range in a recipe"); }
  bool VisitWhileStmt(WhileStmt* S) { return control(S, S->getWhileLoc(), "'while' in a recipe"); }
  bool VisitDoStmt(DoStmt* S) { return control(S, S->getDoLoc(), "'do' in a recipe"); }
  bool VisitGotoStmt(GotoStmt* S) { return control(S, S->getGotoLoc(), "'goto' in a recipe"); }
  bool VisitIndirectGotoStmt(IndirectGotoStmt* S) { return control(S, S->getGotoLoc(), "'goto' in a recipe"); }
  bool VisitLabelStmt(LabelStmt* S) {
    return control(S, S->getIdentLoc(), "the label '" + std::string(S->getName()) + "' in a recipe");
  }
  bool VisitConditionalOperator(ConditionalOperator* E) { return choice(E); }
  bool VisitBinaryConditionalOperator(BinaryConditionalOperator* E) { return choice(E); }

  bool VisitCXXTryStmt(CXXTryStmt* S) { return add(Rule::Exception, S->getTryLoc(), S, "'try' in a recipe"); }
  bool VisitCXXThrowExpr(CXXThrowExpr* E) { return add(Rule::Exception, E->getThrowLoc(), E, "'throw' in a recipe"); }

  bool VisitCoreturnStmt(CoreturnStmt* S) {
    return S->isImplicit() || add(Rule::Coroutine, S->getKeywordLoc(), S, "'co_return' in a recipe");
  }
  bool VisitCoawaitExpr(CoawaitExpr* E) {
    return E->isImplicit() || add(Rule::Coroutine, E->getKeywordLoc(), E, "'co_await' in a recipe");
  }
  bool VisitCoyieldExpr(CoyieldExpr* E) {
    return add(Rule::Coroutine, E->getKeywordLoc(), E, "'co_yield' in a recipe");
  }
  // Only what the user wrote: the rest of a coroutine's body is Clang's.
  bool TraverseCoroutineBodyStmt(CoroutineBodyStmt* S) { return TraverseStmt(S->getBody()); }
  bool TraverseCoreturnStmt(CoreturnStmt* S) {
    WalkUpFromCoreturnStmt(S);
    return S->getOperand() == nullptr || TraverseStmt(S->getOperand());
  }

  // What is never executed stays as it is, whatever it would do.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr* E) {
    const Unexecuted Within(*this);
    return RecursiveASTVisitor::TraverseUnaryExprOrTypeTraitExpr(E);
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr* E) {
    const Unexecuted Within(*this);
    return RecursiveASTVisitor::TraverseCXXNoexceptExpr(E);
  }
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc Type, bool TraverseQualifier) {
    const Unexecuted Within(*this);
    return RecursiveASTVisitor::TraverseDecltypeTypeLoc(Type, TraverseQualifier);
  }
  bool TraverseRequiresExpr(RequiresExpr* E) {
    const Unexecuted Within(*this);
    return RecursiveASTVisitor::TraverseRequiresExpr(E);
  }

  // What a lambda or a local class holds is not part of the recipe.
  bool TraverseLambdaExpr(LambdaExpr* E) {
    const std::size_t Before = Into.size();
    add(Rule::Lambda, E->getBeginLoc(), E, "a lambda in a recipe");
    // Whoever writes TextLiteral("x") has not written one.
    if (Into.size() != Before && U.Sources.isInSystemMacro(E->getBeginLoc())) {
      const llvm::StringRef Macro = Lexer::getImmediateMacroName(E->getBeginLoc(), U.Sources, U.Context.getLangOpts());
      Into.last().Notes.push_back({E->getBeginLoc(), "it is what the macro '" + Macro.str() +
                                                         "' of a library stands for: write the object by a constructor "
                                                         "of its class, or call a function of your own that gives it"});
    }
    return true;
  }
  bool TraverseCXXRecordDecl(CXXRecordDecl* D) { return localType(D, "class"); }
  bool TraverseEnumDecl(EnumDecl* D) { return localType(D, "enumeration"); }
  bool VisitFunctionDecl(FunctionDecl* D) {
    Finding& F = Into.add(Rule::LocalFunction, D->getLocation(), D->getSourceRange(),
                          "the function '" + D->getNameAsString() + "' is declared inside a recipe");
    // Layer layer();
    const FunctionTypeLoc Written = D->getFunctionTypeLoc();
    if (Written && D->getNumParams() == 0 && D->getReturnType()->isRecordType() && !Written.getLParenLoc().isMacroID())
      F.Notes.push_back(
          {D->getLocation(),
           "if an object is meant, leave out the parentheses; else " + std::string(textOf(Rule::LocalFunction).WayOut),
           {FixItHint::CreateRemoval(Written.getParensRange())}});
    return true;
  }

  bool VisitCXXNewExpr(CXXNewExpr* E) {
    if (IsUnexecuted) return true;
    Finding& F = Into.add(Rule::RawNew, E->getBeginLoc(), E->getSourceRange(), "'new' in a recipe");
    if (E->getNumPlacementArgs() != 0)
      F.Notes.push_back({E->getBeginLoc(), "assign an object in place of the old one, or make it where it is wanted"});
    suggestSmartPointer(E, U, F);
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr* E) { return add(Rule::RawNew, E->getBeginLoc(), E, "'delete' in a recipe"); }

  bool VisitVarDecl(VarDecl* D) {
    if (keepsValue(D))
      Into.add(Rule::StaticLocal, D->getLocation(), D->getSourceRange(),
               "the local '" + D->getNameAsString() + "' keeps its value from call to call");
    else if (D->hasExternalStorage())
      Into.add(Rule::LocalFunction, D->getLocation(), D->getSourceRange(),
               "the variable '" + D->getNameAsString() + "' is declared extern inside a recipe")
          .Notes.push_back({D->getLocation(), "declare the variable at namespace scope"});
    return true;
  }
  bool VisitGCCAsmStmt(GCCAsmStmt* S) { return add(Rule::Asm, S->getAsmLoc(), S, "'asm' in a recipe"); }
  bool VisitMSAsmStmt(MSAsmStmt* S) { return add(Rule::Asm, S->getAsmLoc(), S, "'asm' in a recipe"); }
  bool VisitStmtExpr(StmtExpr* E) {
    return E->getBeginLoc().isMacroID() ||
           add(Rule::Unsupported, E->getBeginLoc(), E, "a statement expression in a recipe");
  }

  bool HasControlFlow = false;

 private:
  /// Around an operand of which only the type matters.
  struct Unexecuted {
    explicit Unexecuted(Forbidden& In) : Of(In), Before(std::exchange(In.IsUnexecuted, true)) {}
    ~Unexecuted() { Of.IsUnexecuted = Before; }
    Forbidden& Of;
    bool Before;
  };

  bool localType(const TagDecl* D, const std::string& Kind) {
    const std::string Name =
        D->getName().empty() ? "an unnamed " + Kind : "the " + Kind + " '" + D->getNameAsString() + "'";
    Finding& F =
        Into.add(Rule::LocalClass, D->getLocation(), D->getSourceRange(),
                 Name + (D->isThisDeclarationADefinition() ? " is defined" : " is declared") + " inside a recipe");
    if (isa<EnumDecl>(D)) F.Notes.push_back({D->getLocation(), "define the " + Kind + " at namespace scope"});
    return true;
  }

  bool choice(const AbstractConditionalOperator* E) {
    const std::size_t Before = Into.size();
    // Where it begins, however many lines it takes.
    const bool IsByMacro = E->getQuestionLoc().isMacroID() || E->getBeginLoc().isMacroID();
    control(E, IsByMacro ? E->getQuestionLoc() : E->getBeginLoc(), "the conditional operator '?:' in a recipe");
    if (Into.size() != Before) suggestParameter(E, R, U, Offered, Into.last());
    return true;
  }

  bool control(const Stmt* S, SourceLocation Where, const std::string& Message) {
    // assert and its like expand to control flow of their own: the library's, not the recipe's.
    if (R.Options.AllowControlFlow || U.Sources.isInSystemMacro(Where)) return true;
    HasControlFlow |= !IsUnexecuted;
    return add(Rule::ControlFlow, Where, S, Message);
  }

  bool add(Rule Id, SourceLocation Where, const Stmt* S, const std::string& Message) {
    if (IsUnexecuted && Id != Rule::Lambda) return true;
    // Of what one macro writes, the first is enough: they all stand in one place.
    if (Where.isMacroID() && !InMacros.insert({Id, U.Sources.getFileLoc(Where)}).second) return true;
    Into.add(Id, Where, S->getSourceRange(), Message);
    return true;
  }

  const Recipe& R;
  const Unit& U;
  Findings& Into;
  bool IsUnexecuted = false;
  std::set<std::pair<Rule, SourceLocation>> InMacros;
  std::set<std::string> Offered;  ///< names of parameters
};

/// The recipes that a recipe calls, each with its first call.
struct CallCollector : RecursiveASTVisitor<CallCollector> {
  llvm::MapVector<const FunctionDecl*, const CallExpr*> Calls;
  bool VisitCallExpr(CallExpr* E) {
    const FunctionDecl* Callee = E->getDirectCallee();
    if (Callee != nullptr && recipeAttribute(Callee) != nullptr) Calls.try_emplace(Callee->getCanonicalDecl(), E);
    return true;
  }
  // Nothing is called where only the type matters.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr*) { return true; }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr*) { return true; }
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc, bool) { return true; }
};

/// Recipes that reach each other are a circle, which one walk over all calls finds.
class CallGraph {
 public:
  const llvm::MapVector<const FunctionDecl*, const CallExpr*>& callsOf(const FunctionDecl* Recipe) {
    visit(Recipe);
    return Known[Recipe].Calls;
  }
  bool isOneCircle(const FunctionDecl* A, const FunctionDecl* B) { return Known[A].Circle == Known[B].Circle; }

 private:
  struct Node {
    llvm::MapVector<const FunctionDecl*, const CallExpr*> Calls;
    unsigned Order = 0;   ///< in which it was come to; 0 before that
    unsigned Circle = 0;  ///< the order of its first recipe; 0 as long as it is on the path
  };

  // The earliest recipe on the path that it reaches, by the order of those.
  unsigned visit(const FunctionDecl* Recipe) {
    Node& N = Known[Recipe];  // a map's nodes stay where they are
    if (N.Order != 0) return N.Order;
    unsigned Earliest = N.Order = ++Count;
    Path.push_back(Recipe);
    if (const FunctionDecl* Definition = Recipe->getDefinition(); Definition != nullptr && Definition->getBody()) {
      CallCollector Collector;
      Collector.TraverseStmt(Definition->getBody());
      N.Calls = std::move(Collector.Calls);
    }
    for (const auto& [Callee, Call] : N.Calls) {
      const unsigned Reached = visit(Callee);
      if (Known[Callee].Circle == 0) Earliest = std::min(Earliest, Reached);
    }
    for (const FunctionDecl* Last = nullptr; Earliest == N.Order && Last != Recipe; Path.pop_back()) {
      Last = Path.back();
      Known[Last].Circle = N.Order;
    }
    return Earliest;
  }

  std::map<const FunctionDecl*, Node> Known;
  std::vector<const FunctionDecl*> Path;
  unsigned Count = 0;
};

}  // namespace

bool checkForbidden(const Recipe& R, const Unit& U, Findings& Into) {
  Forbidden Visitor(R, U, Into);
  Visitor.TraverseStmt(R.Definition->getBody());
  return Visitor.HasControlFlow;
}

llvm::DenseSet<const FunctionDecl*> checkRecursion(const std::vector<Recipe>& Recipes, Findings& Into) {
  CallGraph Graph;
  llvm::DenseSet<const FunctionDecl*> Recursive;
  for (const Recipe& R : Recipes) {
    const FunctionDecl* Self = R.Definition->getCanonicalDecl();
    for (const auto& [Callee, Call] : Graph.callsOf(Self)) {
      if (!Graph.isOneCircle(Callee, Self)) continue;
      Recursive.insert(Self);
      const std::string Name = "the recipe '" + Self->getNameAsString() + "'";
      Into.add(
          Rule::Recursion, Call->getBeginLoc(), Call->getSourceRange(),
          Name + (Callee == Self ? " calls itself" : " reaches itself through '" + Callee->getNameAsString() + "'"));
    }
  }
  return Recursive;
}

bool keepsValue(const VarDecl* Local) {
  if (Local->getTSCSpec() != TSCS_unspecified) return true;
  if (!Local->isStaticLocal()) return false;
  const QualType Type = Local->getASTContext().getBaseElementType(Local->getType());
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  const bool IsConstant = Type->isReferenceType() ? Local->isConstexpr()
                                                  : Type.isConstQualified() && !Type.isVolatileQualified() &&
                                                        (Class == nullptr || !Class->hasMutableFields());
  return !IsConstant || !Local->hasInit() || !Local->hasConstantInitialization();
}

bool isForbiddenExpression(const Expr* E) {
  return isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, CoroutineSuspendExpr, ConditionalOperator,
             BinaryConditionalOperator, StmtExpr>(E);
}

}  // namespace autoconvert
