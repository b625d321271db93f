// steps of paths => what was set before what.
#include "SettingOrder.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include "PathSteps.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

SettingOrder::Key SettingOrder::keyOf(const std::vector<PathStep>& Path) {
  Key K;
  for (const PathStep& Step : Path) {
    if (Step.Argument)
      K.push_back(SettingTree::memberStep(Step.Name));
    else if (llvm::StringRef(Step.Which).starts_with("back "))
      K.push_back(SettingTree::lastStep(Step.Which));
    else if (!Step.Which.empty())
      K.push_back(SettingTree::elementStep(Step.Which));
    else if (Step.Name.front() == '[')
      K.push_back(SettingTree::unknownStep());
  }
  return K;
}

bool SettingOrder::isLate(const Key& Object, const std::string& Name, ArgumentKind Kind) const {
  const bool IsMember = Kind == ArgumentKind::Member;
  return llvm::any_of(Objects.of(Object), [&](const Arguments& Of) {
    const auto Own = Of.find(Name);
    if (Own == Of.end()) return IsMember && SettingTree::hasSetter(Of);
    return Own->second.IsBehind && (IsMember || !Own->second.IsOfResult);
  });
}

std::string SettingOrder::set(const std::vector<PathStep>& Path, const Moment& At) {
  for (std::size_t I = 0; I < Path.size(); ++I) {
    if (!Path[I].Argument) continue;
    const Key Object = keyOf(firstSteps(Path, I));
    const std::string& Name = Path[I].Name;
    const ArgumentKind Kind = *Path[I].Argument;
    if (isLate(Object, Name, Kind)) return Name;
    if (Kind == ArgumentKind::Setter) Objects.noteCall(Object, Name);
    Argument& Set = Objects.at(Object)[Name] = {Kind};
    Set.Loop = keeps(firstSteps(Path, I + 1), At.Loops);
    Set.Block = At.Block;
    Set.Where = At.Where;
  }
  return {};
}

void SettingOrder::call(const std::vector<PathStep>& Object, const std::string& Name) {
  const Key K = keyOf(Object);
  Objects.noteCall(K, Name);
  Objects.at(K)[Name] = {ArgumentKind::Setter};
}

void SettingOrder::append(const std::vector<std::pair<Key, Arguments>>& Later) {
  for (const auto& [Object, Arguments] : Later)
    for (const auto& [Name, A] : Arguments)
      if (A.Kind == ArgumentKind::Setter) Objects.noteCall(Object, Name);
  for (const auto& [Object, Arguments] : Later)
    for (const auto& [Name, A] : Arguments) Objects.at(Object)[Name] = A;
}

void SettingOrder::take(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There,
                        bool IsResult) {
  const Key Here = keyOf(Path);
  const Key Outer = keyOf(There);
  if (Objects.graft(Here, From.Objects, Outer, IsResult)) return;
  std::vector<std::pair<Key, Arguments>> Taken;
  From.Objects.each(Outer, [&](SettingTree::Path Inner, Arguments Of) {
    Key Whole = Here;
    Whole.insert(Whole.end(), Inner.begin(), Inner.end());
    for (auto& [Name, A] : Of) A.IsOfResult = IsResult;
    Taken.emplace_back(std::move(Whole), std::move(Of));
  });
  append(Taken);
}

void SettingOrder::takeElements(const std::vector<PathStep>& Path, const SettingOrder& From,
                                const std::vector<PathStep>& There) {
  const Key Here = keyOf(Path);
  std::vector<std::pair<Key, Arguments>> Taken;
  From.Objects.each(keyOf(There), [&](SettingTree::Path Inner, Arguments Of) {
    if (Inner.empty()) return;
    Key Whole = Here;
    Whole.insert(Whole.end(), Inner.begin() + 1, Inner.end());
    Taken.emplace_back(std::move(Whole), std::move(Of));
  });
  append(Taken);
}

bool SettingOrder::isSet(const std::vector<PathStep>& Path) const {
  Key Object = keyOf(Path);
  const std::string Name = SettingTree::textOf(Object.back()).str();
  Object.pop_back();
  return llvm::any_of(Objects.of(Object), [&](const Arguments& Of) { return Of.count(Name) != 0; });
}

void SettingOrder::follow(const SettingOrder& Earlier) {
  std::vector<std::pair<Key, Arguments>> Later;
  Objects.each({}, [&](SettingTree::Path Object, Arguments Of) { Later.emplace_back(Object.vec(), std::move(Of)); });
  Objects = Earlier.Objects;
  append(Later);
}

void SettingOrder::grow(const std::vector<PathStep>& Container, bool AtEnd) { Objects.grow(keyOf(Container), AtEnd); }

unsigned SettingOrder::growth(const std::vector<PathStep>& Container) const { return Objects.growth(keyOf(Container)); }

unsigned SettingOrder::keeps(const std::vector<PathStep>& Path, llvm::ArrayRef<unsigned> Loops) const {
  if (Loops.empty() || Path.empty()) return 0;
  const std::vector<PathStep> Object = firstSteps(Path, Path.size() - 1);
  const unsigned NewSince = Objects.newSince(keyOf(Object));
  const auto isOfTurn = [&](unsigned Loop) {
    return Loop < NewSince || llvm::any_of(Object, [&](const PathStep& Step) { return Step.Loop == Loop; });
  };
  const auto* Keeps = llvm::find_if_not(Loops, isOfTurn);
  return Keeps == Loops.end() ? 0 : *Keeps;
}

std::optional<SettingOrder::Turns> SettingOrder::unordered(unsigned Loop) const {
  std::optional<Turns> Found;
  const auto isSetter = [](const Argument& A) { return A.Kind == ArgumentKind::Setter; };
  // An object under another name may be this one in some turns alone.
  const auto compare = [&](const Arguments& Of, const Arguments& Others, bool IsOne) {
    for (const auto& [Name, A] : Of) {
      if (A.Loop != Loop || !isSetter(A)) continue;
      for (const auto& [Other, B] : Others) {
        if (Found || B.Loop != Loop || Other == Name || (IsOne && A.Block == B.Block && A.Block != 0)) continue;
        Found = {Name, Other, A.Where};
      }
    }
  };
  Objects.eachSince(Loop, [&](SettingTree::Path Object, const Arguments& Of) {
    if (Found || llvm::none_of(Of, [&](const auto& Set) { return Set.second.Loop == Loop && isSetter(Set.second); }))
      return;
    compare(Of, Of, true);
    const auto All = Objects.of(Object);
    for (const Arguments& Other : llvm::drop_begin(All)) compare(Of, Other, false);
  });
  return Found;
}

std::string SettingOrder::lastOf(const std::vector<PathStep>& Container) const {
  return SettingTree::lastOf(growth(Container));
}

}  // namespace autoconvert
