// steps of paths => what was set before what.
#include "SettingOrder.h"

#include <cstddef>
#include <iterator>
#include <utility>

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

std::string SettingOrder::set(const std::vector<PathStep>& Path) {
  for (std::size_t I = 0; I < Path.size(); ++I) {
    if (!Path[I].Argument) continue;
    const Key Object = keyOf({Path.begin(), Path.begin() + static_cast<std::ptrdiff_t>(I)});
    const std::string& Name = Path[I].Name;
    const ArgumentKind Kind = *Path[I].Argument;
    if (isLate(Object, Name, Kind)) return Name;
    if (Kind == ArgumentKind::Setter) Objects.noteCall(Object, Name);
    Objects.at(Object)[Name] = {Kind};
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

void SettingOrder::merge(const SettingOrder& Other) { Since = Objects.join(Other.Objects, Since, Other.Since); }

void SettingOrder::replace(const std::vector<PathStep>& Path) { Objects.replace(keyOf(Path), Since); }

void SettingOrder::grow(const std::vector<PathStep>& Container, bool AtEnd) {
  Objects.grow(keyOf(Container), AtEnd ? std::optional(Since) : std::nullopt);
}

unsigned SettingOrder::growth(const std::vector<PathStep>& Container) const { return Objects.growth(keyOf(Container)); }

bool SettingOrder::isNew(const std::vector<PathStep>& Path) const {
  Key Object = keyOf(Path);
  if (Object.empty()) return false;
  Object.pop_back();
  return Objects.isInNew(Object, Since);
}

std::string SettingOrder::lastOf(const std::vector<PathStep>& Container) const {
  return SettingTree::lastOf(growth(Container));
}

}  // namespace autoconvert
