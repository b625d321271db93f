// branches and loops => which local smart pointers hold an object where control flow is.
#include "Checker.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

Holds Knowledge::held(const VarDecl* Variable) const { return Now.Pointers.lookup(Variable); }

bool Knowledge::isThere(const VarDecl* Variable, SourceRange Range) {
  if (const Expr* Move = Now.Moved.lookup(Variable);
      Move != nullptr && !Move->getSourceRange().fullyContains(Range) && !Refused.contains(Variable)) {
    Refused.insert(Variable);
    refuse(Rule::Unsupported, Range.getBegin(), Range,
           quoted(Variable) + " is used after it was moved from: its configuration is gone");
    const bool IsUnique = shapeOf(Variable->getType()) == Shape::Unique;
    Into.last().Notes.push_back(
        {Move->getBeginLoc(), IsUnique ? "moved here; do this before, or through what it was moved to"
                                       : "moved here; leave out std::move, or assign it anew before"});
    return false;
  }
  const Holds Known = Variable == nullptr ? Holds::Object : held(Variable);
  if (Known == Holds::Object) return true;
  if (Known == Holds::Unknown && BranchesAreRefused) return false;
  refuse(Rule::Unsupported, Range.getBegin(), Range,
         quoted(Variable) + (Known == Holds::Nothing ? " holds nothing here" : " may hold nothing here"));
  Into.last().Notes.push_back({Variable->getLocation(), Known == Holds::Nothing
                                                            ? "assign it first"
                                                            : "assign it where it is declared, or in every branch"});
  Now.Pointers[Variable] = Holds::Object;  // said once
  return false;
}

void Checker::makeEmpty(const VarDecl* Variable, const Expr* By) {
  Now.Pointers[Variable] = Holds::Nothing;
  Place Whole;
  Whole.Variable = Variable;
  remember(Whole, Meaning());
  Locals.find(Variable)->second.IsCall = false;
  // What is read from now on is written as nullptr.
  Edit E;
  E.IsText = true;
  E.Range = By->getSourceRange();
  E.Text = "static_cast<void>(" + Variable->getNameAsString() + ")";
  if (textRange(E.Range, U).isInvalid())
    refuse(Rule::Macro, By, "this statement is written by a macro: its text cannot be rewritten");
  else
    edits().push_back(std::move(E));
}

void Knowledge::join(llvm::DenseMap<const VarDecl*, Flow::Content>& Into, const Flow& From) const {
  for (const auto& [Variable, Content] : From.Contents) {
    const auto [Same, IsNew] = Into.try_emplace(Variable, Content);
    if (IsNew) continue;
    Flow::Content& Both = Same->second;
    Both.Places = Facts::joined(Both.Places, Content.Places, Depth);
    Both.IsCall |= Content.IsCall;
    if (Both.Made == nullptr) Both.Made = Content.Made;
    if (Both.Earlier == Content.Earlier) continue;
    Both.Earlier = nullptr;
    Both.Places.at("").MayBeCalled = true;
  }
}

Flow Knowledge::merged(const Flow& A, const Flow& B, unsigned Around) const {
  if (A.IsEnded || B.IsEnded) {
    Flow Left = A.IsEnded ? B : A;
    if (!Loops.empty()) join(Left.Contents, A.IsEnded ? A : B);  // a later turn may find it
    return Left;
  }
  Flow Both = A;
  for (auto& [Variable, Known] : Both.Pointers)
    if (B.Pointers.lookup(Variable) != Known) Known = Holds::Unknown;
  for (const auto& [Variable, Known] : B.Pointers)
    if (A.Pointers.lookup(Variable) != Known) Both.Pointers[Variable] = Holds::Unknown;
  for (const auto& [Variable, Move] : B.Moved) Both.Moved.try_emplace(Variable, Move);
  for (const auto& [Variable, Known] : B.Called) {
    Facts Called = Known;
    Called.take("", A.Called.lookup(Variable), "");
    Both.Called[Variable] = std::move(Called);
  }
  for (const auto& [Variable, Order] : B.Orders)
    if (const auto [Same, IsNew] = Both.Orders.try_emplace(Variable, Order); !IsNew)
      Same->second.merge(Order, {A.Block, B.Block, Around});
  join(Both.Contents, B);
  return Both;
}

void Checker::branches(const IfStmt* S) {
  const Flow Before = here();
  const auto branch = [&](const Stmt* Branch) {
    statement(Branch);
    forgetElements(Depth + 1);
    if (S->isConstexpr() && current().Definition->isTemplateInstantiation()) dropBranch(Branch);
  };
  const Ways Way = Sent;
  ++Depth;
  Now.Block = SettingTree::newTime();
  branch(S->getThen());
  const Flow Then = here();
  Flow Else = Before;
  if (!Loops.empty()) join(Else.Contents, Then);  // a former turn may have done it
  goOn(std::move(Else));
  Now.Block = SettingTree::newTime();
  branch(S->getElse());
  --Depth;
  goOn(merged(Then, here(), Before.Block));
  endBlock(Before, Way);
}

// What stands behind it is executed together with what stood before it, if there was no way out.
void Checker::endBlock(const Flow& Before, const Ways& Way) {
  Now.Block = Sent == Way ? Before.Block : SettingTree::newTime();
}

void Checker::cases(const SwitchStmt* S) {
  const Flow Before = here();
  Ways Way = Sent;
  bool HasDefault = false;
  for (const SwitchCase* Case = S->getSwitchCaseList(); Case != nullptr; Case = Case->getNextSwitchCase())
    HasDefault |= isa<DefaultStmt>(Case);
  Leaving.emplace_back();
  Leaving.back().IsEnded = true;
  Now.IsEnded = true;
  // Control comes to each label from the top, too.
  const auto walk = [&](auto& Self, const Stmt* Of) -> void {
    if (const auto* Label = dyn_cast_or_null<SwitchCase>(Of)) {
      goOn(merged(Before, here()));
      Now.Block = SettingTree::newTime();
      forgetElements(Depth);
      return Self(Self, Label->getSubStmt());
    }
    if (const auto* Block = dyn_cast_or_null<CompoundStmt>(Of)) {
      for (const Stmt* Child : Block->body()) Self(Self, Child);
      return;
    }
    statement(Of);
  };
  ++Depth;
  walk(walk, S->getBody());
  --Depth;
  forgetElements(Depth + 1);
  leave(Before, /*MayBePassed=*/!HasDefault);
  Way.Breaks = Sent.Breaks;
  endBlock(Before, Way);
}

// Behind a loop or switch: control comes there from its end, by `break`, or past it.
void Checker::leave(const Flow& Before, bool MayBePassed) {
  Flow Behind = merged(here(), Leaving.back());
  Leaving.pop_back();
  goOn(MayBePassed ? merged(Behind, Before) : std::move(Behind));
}

// What is assigned in a loop may have been so before the loop's body is executed again.
Checker::Loop Checker::beginLoop(const Stmt* S) {
  Loop L{here(), Sent, SettingTree::newTime()};
  struct Visitor : RecursiveASTVisitor<Visitor> {
    llvm::DenseSet<const VarDecl*> Assigned;
    llvm::DenseSet<const VarDecl*> Emptied;
    static const VarDecl* named(const Expr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
      const auto* V = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      return V != nullptr && isHolder(shapeOf(V->getType())) ? V : nullptr;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
      if (E->getOperator() != OO_Equal || E->getNumArgs() != 2) return true;
      const VarDecl* V = named(E->getArg(0));
      if (V == nullptr) return true;
      Assigned.insert(V);
      if (E->getArg(1)->IgnoreImplicit()->getType()->isNullPtrType()) Emptied.insert(V);
      return true;
    }
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
      const VarDecl* V = named(E->getImplicitObjectArgument());
      if (V != nullptr && E->getMethodDecl() != nullptr && E->getMethodDecl()->getNameAsString() == "reset")
        Emptied.insert(V);
      return true;
    }
  };
  forgetElements();
  Visitor In;
  In.TraverseStmt(const_cast<Stmt*>(S));  // NOLINT: the visitor has no const form
  for (const VarDecl* V : In.Assigned)
    if (held(V) != Holds::Object) Now.Pointers[V] = Holds::Unknown;
  for (const VarDecl* V : In.Emptied) Now.Pointers[V] = Holds::Unknown;
  Leaving.emplace_back();
  Leaving.back().IsEnded = true;
  Continuing.push_back(Leaving.back());
  Loops.push_back(L.Began);
  ++Depth;
  Now.Block = SettingTree::newTime();
  return L;
}

void Checker::endLoop(const Stmt* S, const Loop& L) {
  keepsTurns(L.Began, merged(here(), Continuing.back()));
  Continuing.pop_back();
  llvm::erase(Loops, L.Began);
  --Depth;
  for (const auto& [Variable, Move] : Now.Moved) {
    const bool IsOuter = U.Sources.isBeforeInTranslationUnit(Variable->getLocation(), S->getBeginLoc());
    if (Now.IsEnded || !IsOuter || L.Before.Moved.contains(Variable) || isAssignedFirst(Variable, S)) continue;
    if (!Refused.insert(Variable).second) continue;
    refuse(Rule::Unsupported, Move->getBeginLoc(), Move->getSourceRange(),
           quoted(Variable) + " is moved from each time the loop's body is executed: its configuration is gone then");
    Into.last().Notes.push_back({Variable->getLocation(), "leave out std::move, or declare it in the loop"});
  }
  for (const auto& [Variable, Move] : MovedFrom) {
    const bool IsOuter = U.Sources.isBeforeInTranslationUnit(Variable->getLocation(), S->getBeginLoc());
    const bool IsHere = U.Sources.isBeforeInTranslationUnit(S->getBeginLoc(), Move->getBeginLoc());
    if (Now.IsEnded || !IsOuter || !IsHere || !Refused.insert(Variable).second) continue;
    refuse(Rule::Unsupported, Move->getBeginLoc(), Move->getSourceRange(),
           "a member of " + quoted(Variable) +
               " is moved out of it each time the loop's body is executed: it is gone then");
    Into.last().Notes.push_back({Variable->getLocation(), "copy it, or move it behind the loop"});
  }
  for (auto Called = CalledInTurns.begin(); Called != CalledInTurns.end();) {
    const auto Local = Locals.find(Called->first.first);
    const bool IsOver = Local == Locals.end() || Local->second.Loops >= Loops.size();
    Called = IsOver ? CalledInTurns.erase(Called) : std::next(Called);
  }
  if (Loops.empty()) {
    while (const auto Called = InLoops.repeated()) refuseInTurns(*Called);
    InLoops.clear();
  }
  forgetElements(Depth + 1);
  // A `do` executes its body at least once.
  leave(L.Before, /*MayBePassed=*/!isa<DoStmt>(S));
  Ways Way = L.Way;
  Way.Breaks = Sent.Breaks;
  Way.Continues = Sent.Continues;
  endBlock(L.Before, Way);
}

// The statements and values in a statement.
void Checker::parts(const Stmt* S) {
  for (const Stmt* Child : S->children())
    if (!isa_and_nonnull<CoroutineBodyStmt>(Child)) statement(Child);
}

}  // namespace autoconvert
