// how a recipe uses its locals: which are assigned again, moved from, shared by copies, or left unused by what replaces
// the text that used them.
#include <algorithm>

#include "Checker.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

void Checker::findReassigned(const Stmt* S) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    llvm::DenseSet<const VarDecl*>& Into;
    llvm::DenseMap<const VarDecl*, unsigned>& Uses;
    std::vector<std::pair<const VarDecl*, const VarDecl*>> References;
    Visitor(llvm::DenseSet<const VarDecl*>& Set, llvm::DenseMap<const VarDecl*, unsigned>& Count)
        : Into(Set), Uses(Count) {}
    // What a loop uses of what is declared in front of it, it uses more than once.
    unsigned Loops = 0;
    llvm::DenseMap<const VarDecl*, unsigned> LoopsAround;
    unsigned times(const VarDecl* Variable) const { return Loops > LoopsAround.lookup(Variable) ? 2 : 1; }
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (const auto* Variable = dyn_cast<VarDecl>(E->getDecl())) Uses[Variable] += times(Variable);
      if (const auto* Binding = dyn_cast<BindingDecl>(E->getDecl()))
        if (const auto* Whole = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl())) Uses[Whole] += times(Whole);
      return true;
    }
    // Who sets a member does not use the whole.
    bool VisitMemberExpr(MemberExpr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(behind(E->getBase()));
      const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      if (Variable != nullptr && objectOf(Variable->getType()) != nullptr) Uses[Variable] -= times(Variable);
      return true;
    }
    bool TraverseStmt(Stmt* S) {
      const bool IsLoop = isa_and_nonnull<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
      if (IsLoop) ++Loops;
      const bool Goes = RecursiveASTVisitor::TraverseStmt(S);
      if (IsLoop) --Loops;
      return Goes;
    }
    bool VisitVarDecl(VarDecl* V) {
      LoopsAround[V] = Loops;
      if (!V->getType()->isReferenceType() || V->getInit() == nullptr) return true;
      if (const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(V->getInit())))
        if (const auto* Of = dyn_cast<VarDecl>(Reference->getDecl())) References.emplace_back(V, Of);
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
      if (E->getOperator() != OO_Equal || E->getNumArgs() != 2) return true;
      if (const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E->getArg(0))))
        if (const auto* Variable = dyn_cast<VarDecl>(Reference->getDecl())) Into.insert(Variable);
      return true;
    }
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E->getImplicitObjectArgument()));
      const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      if (Variable != nullptr && isHolder(shapeOf(Variable->getType())) && E->getNumArgs() == 1 &&
          E->getMethodDecl() != nullptr && E->getMethodDecl()->getNameAsString() == "reset")
        Into.insert(Variable);
      return true;
    }
  };
  Visitor Found(Reassigned, Uses);
  Found.TraverseStmt(const_cast<Stmt*>(S));  // NOLINT: the visitor has no const form
  // What is done to a reference is done to what it refers to.
  for (const auto& [Reference, Of] : llvm::reverse(Found.References)) {
    Uses[Of] += Uses.lookup(Reference);
    if (Reassigned.contains(Reference)) Reassigned.insert(Of);
  }
}

// A member that was moved out is empty in C++; the configuration still has it.
void Checker::checkMoves(const Stmt* Body) {
  if (MovedFrom.empty()) return;
  struct Visitor : RecursiveASTVisitor<Visitor> {
    llvm::DenseMap<const VarDecl*, SourceLocation> Last;
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (const auto* Variable = dyn_cast<VarDecl>(E->getDecl())) Last[Variable] = E->getLocation();
      return true;
    }
  };
  Visitor Mentions;
  Mentions.TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
  for (const auto& [Variable, Move] : MovedFrom) {
    const SourceLocation Last = U.Sources.getFileLoc(Mentions.Last.lookup(Variable));
    if (!U.Sources.isBeforeInTranslationUnit(U.Sources.getFileLoc(Move->getEndLoc()), Last)) continue;
    Finding& F = Into.add(Rule::Unsupported, Move->getBeginLoc(), Move->getSourceRange(),
                          "a member of " + quoted(Variable) + " is moved out of it, and " + quoted(Variable) +
                              " is used afterwards: the configuration would still have the member");
    F.Notes.push_back({Last, "used here; move the member last, or copy it"});
  }
}

// What shared pointers hold and what functions return: copies of an object have it in common.
bool Checker::mayShare(const Meaning& M) const {
  switch (M.What) {
    case Meaning::Kind::Call:
    case Meaning::Kind::Recipe:
    case Meaning::Kind::Ready:
    case Meaning::Kind::Parameter:
    case Meaning::Kind::Load:
      return true;
    case Meaning::Kind::Local: {
      const LocalState& Of = Locals.find(M.Variable)->second;
      return Of.MayShare || Of.Is == Shape::Shared;
    }
    default:
      break;
  }
  if (M.What == Meaning::Kind::Construct && isPointer(M.Class, M.Instance)) return true;
  const auto named = [&](const NamedMeaning& Argument) { return mayShare(Argument.Of); };
  return M.IsShared || llvm::any_of(M.Arguments, named) || llvm::any_of(M.Settings, named) ||
         llvm::any_of(M.Parts, [&](const Meaning& Part) { return mayShare(Part); });
}

void Checker::addHeld(const VarDecl* V, std::set<const VarDecl*>& Held) const {
  const auto Known = Locals.find(V);
  if (Known == Locals.end() || !Held.insert(V).second) return;
  for (const VarDecl* Other : Known->second.Holds) addHeld(Other, Held);
}

void Checker::addHeld(const Meaning& M, std::set<const VarDecl*>& Held) const {
  if (M.What == Meaning::Kind::Local && M.Source != nullptr && isHolder(shapeOf(M.Source->getType())))
    return addHeld(M.Variable, Held);
  if (const auto Known = Locals.find(M.Variable); M.What == Meaning::Kind::Local && Known != Locals.end())
    for (const VarDecl* Other : Known->second.Holds) addHeld(Other, Held);
  for (const NamedMeaning& Argument : M.Arguments) addHeld(Argument.Of, Held);
  for (const NamedMeaning& Setting : M.Settings) addHeld(Setting.Of, Held);
  for (const Meaning& Part : M.Parts) addHeld(Part, Held);
}

void Checker::noteHeld(const Place& P, const Meaning& M) {
  LocalState& Local = Locals.find(P.Variable)->second;
  std::set<const VarDecl*> Held;
  addHeld(M, Held);
  if (P.Path.empty() && !isContainer(Local.Is)) {
    // It is another object from now on.
    for (auto& [V, Other] : Locals) Other.Holds.erase(P.Variable);
    Local.Holds.clear();
    Held.erase(P.Variable);
  } else if (Local.Is == Shape::Shared && Held.contains(P.Variable)) {
    refuse(Rule::Unsupported, M.Source, quoted(P.Variable) + " would hold itself: a configuration has no cycles",
           "tie the objects in a function of your own, whose call becomes a node of the configuration");
  }
  // What one branch does, another need not.
  if (Depth == Local.Depth && Loops == Local.Loops) Local.Holds.insert(Held.begin(), Held.end());
}

// A copy of a configuration has nothing in common with it, a copy of an object may have.
void Checker::copyLocal(Meaning& M) const {
  if (M.What != Meaning::Kind::Local || M.IsMoved) return;
  const LocalState& Of = Locals.find(M.Variable)->second;
  M.IsCopy = Of.MayShare && Of.Is != Shape::Shared;
}

namespace {

/// The stretches of the source that the converted recipe keeps.
class KeptText {
 public:
  explicit KeptText(const SourceManager& Manager) : SM(Manager) {}

  void add(SourceRange Range, bool IsKept) {
    if (Range.isInvalid()) return;
    Stretches.push_back(
        {SM.getFileOffset(SM.getFileLoc(Range.getBegin())), SM.getFileOffset(SM.getFileLoc(Range.getEnd())), IsKept});
  }
  void add(const Meaning& M) {
    switch (M.What) {
      case Meaning::Kind::Value:
      case Meaning::Kind::Braced:
      case Meaning::Kind::Change:
      case Meaning::Kind::Ready:
      case Meaning::Kind::Choice:
      case Meaning::Kind::Local:
      case Meaning::Kind::Parameter:
        // A reference is written as what it refers to.
        if (M.Source != nullptr && M.Settings.empty()) add(M.Source->getSourceRange(), !isOther(M));
        break;
      default:
        break;
    }
    const bool IsText = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced ||
                        M.What == Meaning::Kind::Change || M.What == Meaning::Kind::Ready ||
                        M.What == Meaning::Kind::Choice;
    for (const Meaning& Part : M.Parts) {
      if (IsText && Part.Source != nullptr) add(Part.Source->getSourceRange(), false);
      add(Part);
    }
    for (const PathStep& Step : M.Path)
      for (const Meaning& Index : Step.Index) add(Index);
    for (const NamedMeaning& Argument : M.Arguments) add(Argument.Of);
    for (const NamedMeaning& Setting : M.Settings) add(Setting.Of);
    // A member of a local names the local.
    if (M.Variable != nullptr) Named.insert(M.Variable);
  }
  void finish() {
    std::sort(Stretches.begin(), Stretches.end(), [](const Stretch& A, const Stretch& B) {
      return A.Begin != B.Begin ? A.Begin < B.Begin : A.End > B.End;
    });
  }
  bool isKept(SourceLocation Where) const {
    const unsigned Offset = SM.getFileOffset(SM.getFileLoc(Where));
    // Stretches nest: the last one that begins before and has not ended decides.
    auto At = std::upper_bound(Stretches.begin(), Stretches.end(), Offset,
                               [](unsigned O, const Stretch& S) { return O < S.Begin; });
    while (At != Stretches.begin()) {
      --At;
      if (At->End >= Offset) return At->IsKept;
    }
    return true;
  }

  llvm::DenseSet<const Decl*> Named;

 private:
  static bool isOther(const Meaning& M) {
    const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(M.Source));
    return M.What == Meaning::Kind::Local && Reference != nullptr && Reference->getDecl() != M.Variable;
  }
  struct Stretch {
    unsigned Begin;
    unsigned End;
    bool IsKept;
  };
  const SourceManager& SM;
  std::vector<Stretch> Stretches;
};

struct UseCollector : RecursiveASTVisitor<UseCollector> {
  const KeptText& Kept;
  llvm::DenseSet<const Decl*> Before;
  llvm::DenseSet<const Decl*> After;

  explicit UseCollector(const KeptText& K) : Kept(K) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) { return use(E->getDecl(), E->getLocation()); }
  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) { return use(Loc.getDecl(), Loc.getBeginLoc()); }

 private:
  bool use(const Decl* D, SourceLocation Where) {
    if (!D->getDeclContext()->isFunctionOrMethod()) return true;
    Before.insert(D);
    if (Kept.isKept(Where)) After.insert(D);
    return true;
  }
};

struct DeclarationCollector : RecursiveASTVisitor<DeclarationCollector> {
  std::vector<const DeclStmt*> Found;
  bool VisitDeclStmt(DeclStmt* S) {
    Found.push_back(S);
    return true;
  }
};

}  // namespace

// A local that only replaced text used would make compilers warn.
void Checker::markUnused() {
  KeptText Kept(U.Sources);
  for (const Edit& E : Out->Edits) {
    if (E.IsInsertion) continue;
    Kept.add(E.Range, false);
    if (E.By) Kept.add(*E.By);
    if (E.Locals)
      for (const LocalMeaning& Local : E.Locals->Locals) Kept.add(Local.Value);
  }
  Kept.finish();
  Stmt* Body = Current->Definition->getBody();
  UseCollector Collected(Kept);
  Collected.TraverseStmt(Body);
  DeclarationCollector Declarations;
  Declarations.TraverseStmt(Body);
  for (const DeclStmt* S : Declarations.Found) {
    for (const Decl* D : S->decls()) {
      if (const auto* Whole = dyn_cast<DecompositionDecl>(D))
        for (const BindingDecl* B : Whole->bindings())
          if (Aliases.contains(B) && Collected.After.contains(B))
            refuse(Rule::Unsupported, B->getLocation(), S->getSourceRange(),
                   quoted(B) + " is named where nothing is converted: name what it is a part of");
      if (const auto* Reference = dyn_cast<VarDecl>(D); Aliases.contains(Reference)) {
        if (Collected.After.contains(Reference))
          refuse(Rule::Unsupported, Reference->getLocation(), S->getSourceRange(),
                 "the reference " + quoted(Reference) + " is named where nothing is converted: name what it refers to");
        continue;
      }
      const bool IsLost = Collected.Before.contains(D) && !Collected.After.contains(D) && !Kept.Named.contains(D);
      if (!IsLost || D->isImplicit()) continue;
      if (const auto* Alias = dyn_cast<TypedefNameDecl>(D)) {
        insert(Lexer::getLocForEndOfToken(Alias->getLocation(), 0, U.Sources, U.Context.getLangOpts()),
               " [[maybe_unused]]");
      } else if (const auto* V = dyn_cast<VarDecl>(D); V != nullptr && !Locals.contains(V)) {
        insert(S->getBeginLoc(), "[[maybe_unused]] ");
        break;
      }
    }
  }
  // In the order of the source; what is inserted in front comes first.
  std::sort(Out->Edits.begin(), Out->Edits.end(), [&](const Edit& A, const Edit& B) {
    const SourceLocation BeginA = U.Sources.getFileLoc(A.Range.getBegin());
    const SourceLocation BeginB = U.Sources.getFileLoc(B.Range.getBegin());
    if (BeginA != BeginB) return U.Sources.isBeforeInTranslationUnit(BeginA, BeginB);
    return A.IsInsertion && !B.IsInsertion;
  });
}

}  // namespace autoconvert
