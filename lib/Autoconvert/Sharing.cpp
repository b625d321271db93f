// what configured locals have in common: objects that several hold, copies with the same parts, objects that would hold
// themselves.
#include <utility>

#include "Knowledge.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace autoconvert {

// What shared pointers hold and what functions return: copies of an object have it in common.
bool Knowledge::mayShare(const Meaning& M) const {
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

bool Knowledge::isShared(const VarDecl* V) const {
  const auto Known = Locals.find(V);
  return Known == Locals.end() || Known->second.MayShare || Known->second.Is == Shape::Shared;
}

void Knowledge::addHeld(const Meaning& M, std::set<const VarDecl*>& Held) const {
  if (M.What == Meaning::Kind::Local && M.Source != nullptr && isHolder(shapeOf(M.Source->getType()))) {
    Held.insert(Locals.of(M.Variable));
    return;
  }
  // A copy of an object has in common with it what that holds.
  if (const auto Known = Locals.find(M.Variable); M.What == Meaning::Kind::Local && Known != Locals.end())
    Held.insert(Known->second.Holds.begin(), Known->second.Holds.end());
  for (const NamedMeaning& Argument : M.Arguments) addHeld(Argument.Of, Held);
  for (const NamedMeaning& Setting : M.Settings) addHeld(Setting.Of, Held);
  for (const Meaning& Part : M.Parts) addHeld(Part, Held);
}

void Knowledge::linkHeld(const VarDecl* V, const Meaning& M) {
  const auto From = M.Variable == nullptr ? Locals.end() : Locals.find(M.Variable);
  if (From != Locals.end() && (M.IsShared || From->second.MayShare)) Locals.link(V, M.Variable);
  for (const NamedMeaning& Argument : M.Arguments) linkHeld(V, Argument.Of);
  for (const NamedMeaning& Setting : M.Settings) linkHeld(V, Setting.Of);
  for (const Meaning& Part : M.Parts) linkHeld(V, Part);
}

void Knowledge::noteCopies(const VarDecl* V, const std::string& Path, const Meaning& M) {
  if (Loops.empty()) return;
  const bool IsNamed = M.What == Meaning::Kind::Local || (M.What == Meaning::Kind::Load && isConfigured(M.Type));
  if (IsNamed && Locals.contains(M.Variable))
    InLoops.copy({Locals.of(V), Path}, {Locals.of(M.Variable), pathText(anyElements(M.Path))});
  for (const auto* All : {&M.Arguments, &M.Settings})
    for (const NamedMeaning& Part : *All) noteCopies(V, inside(Path, Part.Name), Part.Of);
  for (const Meaning& Part : M.Parts) noteCopies(V, Path, Part);
}

bool Knowledge::isHeldBy(const VarDecl* V, const std::set<const VarDecl*>& Held) const {
  llvm::SetVector<const VarDecl*> All(Held.begin(), Held.end());
  for (std::size_t I = 0; I < All.size(); ++I) {
    if (All[I] == V) return true;
    if (const auto Known = Locals.find(All[I]); Known != Locals.end())
      All.insert(Known->second.Holds.begin(), Known->second.Holds.end());
  }
  return false;
}

void Knowledge::noteHeld(const Place& P, const Meaning& M) {
  LocalState& Local = Locals.find(P.Variable)->second;
  std::set<const VarDecl*> Held;
  addHeld(M, Held);
  if (P.Path.empty() && !isContainer(Local.Is)) {
    // It is another object from now on; who holds the old one holds what that does.
    const std::set<const VarDecl*> Before = std::exchange(Local.Holds, {});
    for (auto& [V, Other] : Locals)
      if (Other.Holds.erase(P.Variable) != 0) Other.Holds.insert(Before.begin(), Before.end());
    if (Held.erase(P.Variable) != 0) Held.insert(Before.begin(), Before.end());
  } else if (Local.Is == Shape::Shared && isHeldBy(Locals.of(P.Variable), Held)) {
    refuse(Rule::Unsupported, M.Source, quoted(P.Variable) + " would hold itself: a configuration has no cycles",
           "tie the objects in a function of your own, whose call becomes a node of the configuration");
  }
  // What one branch does, another need not.
  if (Depth == Local.Depth && Loops.size() == Local.Loops) Local.Holds.insert(Held.begin(), Held.end());
}

/// What a shared pointer begins with is made for it: `std::make_shared<T>()`, `{new T}`, `{new T, deleter}`. Libraries
/// that are older than std::make_shared give their options what they mean as a value in this way.
static bool beginsWithObject(const FieldDecl* Pointer) {
  if (!Pointer->hasInClassInitializer()) return false;
  const Expr* Of = skipConversions(Pointer->getInClassInitializer());
  if (isa<CallExpr>(Of)) return true;
  const auto* Made = dyn_cast<CXXConstructExpr>(Of);
  return (isa<CXXNewExpr>(Of) || (Made != nullptr && Made->getNumArgs() > 1)) &&
         !Pointer->getASTContext().getSourceManager().isInSystemHeader(Pointer->getLocation());
}

/// A member, of the object or of what it holds by value, that begins with a shared object which its initialiser makes.
static const FieldDecl* sharedFromBeginning(const CXXRecordDecl* Class, const Facts& Known) {
  if (!Class->hasDefinition() || Class->isInStdNamespace()) return nullptr;
  for (const CXXBaseSpecifier& Base : Class->bases())
    if (const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl())
      if (const FieldDecl* Found = sharedFromBeginning(Of, Known)) return Found;
  for (const FieldDecl* Field : Class->fields()) {
    if (Known.of(Field->getName()).IsSet) continue;
    const CXXRecordDecl* Of = Field->getType()->getAsCXXRecordDecl();
    const bool IsPointer = Of != nullptr && Of->isInStdNamespace() && Of->getName() == "shared_ptr";
    if (IsPointer && beginsWithObject(Field)) return Field;
    if (Of != nullptr && !IsPointer)
      if (const FieldDecl* Found = sharedFromBeginning(Of, {})) return Found;
  }
  return nullptr;
}

// Copies of the object share what a constructor has put into it; each node of the configuration would make its own.
bool Knowledge::wouldShareBeginning(const LocalState& Local, const Expr* Copied) {
  if (Local.Class == nullptr || Local.IsCall || (!Local.IsPassed && Loops.size() == Local.Loops)) return false;
  const FieldDecl* Field = sharedFromBeginning(Local.Class, Local.Places);
  if (Field == nullptr) return false;
  refuse(Rule::Unsupported, Copied,
         "copies of this " + quoted(Local.Class) + " share the object that " + quoted(Field) +
             " begins with: in the configuration each would have its own",
         "give " + quoted(Field) + " its object in the recipe, or hold one " + quoted(Local.Class) +
             " in a std::shared_ptr");
  return true;
}

// A copy of a configuration has nothing in common with it, a copy of an object may have.
void Knowledge::copyLocal(Meaning& M) const {
  if (M.What != Meaning::Kind::Local || M.IsMoved) return;
  const LocalState& Of = Locals.find(M.Variable)->second;
  M.IsCopy = Of.MayShare && Of.Is != Shape::Shared;
}

}  // namespace autoconvert
