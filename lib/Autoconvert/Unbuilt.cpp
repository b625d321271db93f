// locals that something is done for, and what the result is made of => those that nobody would make.
#include "Unbuilt.h"

#include "Finding.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace autoconvert {

bool hasEffect(const Meaning& M) {
  if (M.What == Meaning::Kind::Call) return !M.IsPartial;
  if (M.What != Meaning::Kind::Construct || M.Class == nullptr || !M.Class->hasDefinition()) return false;
  const CXXDestructorDecl* End = M.Class->getDefinition()->getDestructor();
  return End != nullptr && End->isUserProvided();
}

namespace {

/// What a statement's meanings name, and what they make.
struct Mentioned {
  llvm::SetVector<const VarDecl*> Variables;
  const Expr* Effect = nullptr;

  void add(const Meaning& M) {
    if (M.Variable != nullptr) Variables.insert(M.Variable);
    if (Effect == nullptr && hasEffect(M)) Effect = M.Source;
    for (const Meaning& Part : M.Parts) add(Part);
    for (const PathStep& Step : M.Path)
      for (const Meaning& Index : Step.Index) add(Index);
    for (const NamedMeaning& Argument : M.Arguments) add(Argument.Of);
    for (const NamedMeaning& Setting : M.Settings) add(Setting.Of);
  }
};

/// The local that such a meaning of a statement changes.
const VarDecl* changedBy(const Meaning& M) {
  switch (M.What) {
    case Meaning::Kind::Place:
    case Meaning::Kind::Assign:
    case Meaning::Kind::Change:
    case Meaning::Kind::Invoke:
      return M.Variable;
    case Meaning::Kind::Local:  // options.rate(0.5).decay(0.1);
      return M.Settings.empty() ? nullptr : M.Variable;
    default:
      return nullptr;
  }
}

}  // namespace

void Fillings::note(llvm::ArrayRef<Edit> Edits, std::size_t FirstEdit, llvm::ArrayRef<const VarDecl*> Declared) {
  Statement S{FirstEdit, Edits.size(), {Declared.begin(), Declared.end()}};
  for (std::size_t I = S.First; Declared.empty() && I < S.End; ++I) {
    const VarDecl* Changed = Edits[I].By == nullptr ? nullptr : changedBy(*Edits[I].By);
    if (Changed != nullptr && !llvm::is_contained(S.Into, Changed)) S.Into.push_back(Changed);
  }
  if (!S.Into.empty()) Statements.push_back(std::move(S));
}

// Whatever else is said of a local but that something is put into another one, may make it.
void Fillings::check(llvm::ArrayRef<Edit> Edits, llvm::function_ref<bool(const VarDecl*)> IsShared,
                     Findings& Findings) const {
  llvm::DenseMap<const VarDecl*, llvm::SetVector<const VarDecl*>> HeldBy;
  llvm::DenseMap<const VarDecl*, const Expr*> Effects;
  llvm::SetVector<const VarDecl*> Built;
  std::size_t Next = 0;
  const auto add = [](Mentioned& All, const Edit& E) {
    if (E.By) All.add(*E.By);
    if (E.Locals)
      for (const LocalMeaning& Local : E.Locals->Locals) All.add(Local.Value);
  };
  const auto build = [&](std::size_t End) {
    Mentioned All;
    for (; Next < End; ++Next) add(All, Edits[Next]);
    Built.insert(All.Variables.begin(), All.Variables.end());
  };
  for (const Statement& S : Statements) {
    build(S.First);
    Mentioned All;
    for (; Next < S.End; ++Next) add(All, Edits[Next]);
    for (const VarDecl* Changed : S.Into) {
      HeldBy[Changed].insert(All.Variables.begin(), All.Variables.end());
      for (const VarDecl* Held : All.Variables)
        if (IsShared(Held)) HeldBy[Held].insert(Changed);
      if (All.Effect != nullptr) Effects.try_emplace(Changed, All.Effect);
    }
  }
  build(Edits.size());
  for (std::size_t I = 0; I < Built.size(); ++I) {
    const llvm::SetVector<const VarDecl*> Held = HeldBy.lookup(Built[I]);
    Built.insert(Held.begin(), Held.end());
  }
  for (const Statement& S : Statements)
    for (const VarDecl* V : S.Into)
      if (const auto Effect = Effects.find(V); Effect != Effects.end() && !Built.contains(V)) {
        refuseUnbuilt(V, Effect->second, Findings);
        Effects.erase(V);
      }
}

void refuseUnbuilt(const VarDecl* V, const Expr* Effect, Findings& Into) {
  Finding& F = Into.add(Rule::Unsupported, V->getLocation(), V->getSourceRange(),
                        quoted(V) + " is made and not used: nothing in the configuration would make it");
  if (Effect != nullptr && (V->getInit() == nullptr || Effect->getBeginLoc() != V->getInit()->getBeginLoc()))
    F.Notes.push_back({Effect->getBeginLoc(), "nor this, which is done for it"});
  F.Notes.push_back(
      {V->getLocation(),
       "drop it; or do what it is for in a function of your own, whose call becomes a node of the configuration"});
}

}  // namespace autoconvert
