// names that only replaced text said => [[maybe_unused]].
#include "Unused.h"

#include <algorithm>

#include "Finding.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

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
    const Expr* Named = skipTransparent(M.Source);
    if (const auto* Star = dyn_cast<UnaryOperator>(Named)) Named = skipTransparent(Star->getSubExpr());
    const auto* Reference = dyn_cast<DeclRefExpr>(Named);
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

/// What the body declares, and names: before the edits, and after them.
struct NameCollector : RecursiveASTVisitor<NameCollector> {
  const KeptText& Kept;
  llvm::DenseSet<const Decl*> Before;
  llvm::DenseSet<const Decl*> After;
  std::vector<const DeclStmt*> Declarations;

  explicit NameCollector(const KeptText& K) : Kept(K) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) { return use(E->getDecl(), E->getLocation()); }
  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) { return use(Loc.getDecl(), Loc.getBeginLoc()); }
  bool VisitDeclStmt(DeclStmt* S) {
    Declarations.push_back(S);
    return true;
  }

 private:
  bool use(const Decl* D, SourceLocation Where) {
    if (!D->getDeclContext()->isFunctionOrMethod()) return true;
    Before.insert(D);
    if (Kept.isKept(Where)) After.insert(D);
    return true;
  }
};

}  // namespace

void markUnused(const Recipe& R, const Unit& U, llvm::function_ref<bool(const VarDecl*)> IsConverted,
                llvm::function_ref<bool(const ValueDecl*)> IsAlias, std::vector<Edit>& Edits, Findings& Into) {
  KeptText Kept(U.Sources);
  for (const Edit& E : Edits) {
    if (E.IsInsertion && !E.By) continue;
    if (!E.IsInsertion) Kept.add(E.Range, false);
    if (E.By) Kept.add(*E.By);
    if (E.Locals)
      for (const LocalMeaning& Local : E.Locals->Locals) Kept.add(Local.Value);
  }
  Kept.finish();
  NameCollector Names(Kept);
  Names.TraverseStmt(R.Definition->getBody());
  const auto insert = [&](SourceLocation Where, const char* Text) {
    Edit E;
    E.IsInsertion = true;
    E.Range = SourceRange(Where, Where);
    E.Text = Text;
    Edits.push_back(std::move(E));
  };
  const auto refuseAlias = [&](const ValueDecl* Alias, const DeclStmt* S, const std::string& Kind,
                               const std::string& WayOut) {
    if (!IsAlias(Alias)) return false;
    if (Names.After.contains(Alias))
      Into.add(Rule::Unsupported, Alias->getLocation(), S->getSourceRange(),
               Kind + quoted(Alias) + " is named where nothing is converted: name " + WayOut);
    return true;
  };
  for (const DeclStmt* S : Names.Declarations) {
    for (const Decl* D : S->decls()) {
      if (const auto* Whole = dyn_cast<DecompositionDecl>(D))
        for (const BindingDecl* B : Whole->bindings()) refuseAlias(B, S, "", "what it is a part of");
      if (const auto* Reference = dyn_cast<VarDecl>(D);
          Reference != nullptr && refuseAlias(Reference, S, "the reference ", "what it refers to"))
        continue;
      const bool IsLost = Names.Before.contains(D) && !Names.After.contains(D) && !Kept.Named.contains(D);
      if (!IsLost || D->isImplicit()) continue;
      if (const auto* Alias = dyn_cast<TypedefNameDecl>(D)) {
        insert(Lexer::getLocForEndOfToken(Alias->getLocation(), 0, U.Sources, U.Context.getLangOpts()),
               " [[maybe_unused]]");
      } else if (const auto* V = dyn_cast<VarDecl>(D); V != nullptr && !IsConverted(V)) {
        insert(S->getBeginLoc(), "[[maybe_unused]] ");
        break;
      }
    }
  }
  // What is inserted in front comes first.
  std::sort(Edits.begin(), Edits.end(), [&](const Edit& A, const Edit& B) {
    const SourceLocation BeginA = U.Sources.getFileLoc(A.Range.getBegin());
    const SourceLocation BeginB = U.Sources.getFileLoc(B.Range.getBegin());
    if (BeginA != BeginB) return U.Sources.isBeforeInTranslationUnit(BeginA, BeginB);
    return A.IsInsertion && !B.IsInsertion;
  });
}

}  // namespace autoconvert
