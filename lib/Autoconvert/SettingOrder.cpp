// steps of paths => what was set before what.
#include "SettingOrder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "PathSteps.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

namespace {

constexpr const char* kUnknown = "[?]";

/// Words by their numbers, for as long as the thread lives.
class Words {
 public:
  unsigned numberOf(llvm::StringRef Word) {
    const auto [At, IsNew] = Numbers.try_emplace(Word, static_cast<unsigned>(Texts.size()));
    if (IsNew) Texts.push_back(At->first());
    return At->second;
  }
  llvm::StringRef textOf(unsigned Number) const { return Texts[Number]; }

 private:
  llvm::StringMap<unsigned> Numbers;
  std::vector<llvm::StringRef> Texts;
};
thread_local Words Known;

bool isArgument(const PathStep& Step) { return Step.Argument.has_value(); }
bool isElement(llvm::StringRef Text) { return Text.starts_with("["); }
bool isLast(llvm::StringRef Text) { return Text.starts_with("[back "); }

// Two elements whose numbers are known are one or two; the last one may have any number.
bool maybeSameStep(unsigned First, unsigned Second) {
  if (First == Second) return true;
  const llvm::StringRef A = Known.textOf(First);
  const llvm::StringRef B = Known.textOf(Second);
  if (!isElement(A) || !isElement(B)) return false;
  return A == kUnknown || B == kUnknown || isLast(A) != isLast(B);
}

}  // namespace

SettingOrder::Key SettingOrder::keyOf(const std::vector<PathStep>& Path) {
  Key K;
  for (const PathStep& Step : Path) {
    if (isArgument(Step))
      K.push_back(Known.numberOf(Step.Name));
    else if (Step.Name.front() == '[' || !Step.Which.empty())
      K.push_back(Known.numberOf(Step.Which.empty() ? kUnknown : "[" + Step.Which + "]"));
  }
  return K;
}

bool SettingOrder::maybeSame(const Key& A, const Key& B) {
  return A.size() == B.size() && std::equal(A.begin(), A.end(), B.begin(), maybeSameStep);
}

bool SettingOrder::hasSetter(const Arguments& Of) {
  return llvm::any_of(Of, [](const auto& Entry) { return Entry.second.Kind == ArgumentKind::Setter; });
}

bool SettingOrder::isCalled(const Key& Object) const {
  return llvm::any_of(Objects,
                      [&](const auto& Entry) { return maybeSame(Entry.first, Object) && hasSetter(Entry.second); });
}

bool SettingOrder::isLate(const Key& Object, const std::string& Name, ArgumentKind Kind) const {
  const bool IsMember = Kind == ArgumentKind::Member;
  return llvm::any_of(Objects, [&](const auto& Entry) {
    if (!maybeSame(Entry.first, Object)) return false;
    const auto Own = Entry.second.find(Name);
    if (Own == Entry.second.end()) return IsMember && hasSetter(Entry.second);
    return Own->second.IsBehind && (IsMember || !Own->second.IsOfResult);
  });
}

void SettingOrder::noteCall(const Key& Object, const std::string& Name) {
  for (auto& [Other, Arguments] : Objects)
    if (maybeSame(Other, Object))
      for (auto& [Others, A] : Arguments) A.IsBehind |= Others != Name;
}

std::string SettingOrder::set(const std::vector<PathStep>& Path) {
  for (std::size_t I = 0; I < Path.size(); ++I) {
    if (!isArgument(Path[I])) continue;
    const Key Object = keyOf({Path.begin(), Path.begin() + static_cast<std::ptrdiff_t>(I)});
    const std::string& Name = Path[I].Name;
    const ArgumentKind Kind = *Path[I].Argument;
    if (isLate(Object, Name, Kind)) return Name;
    if (Kind == ArgumentKind::Setter) noteCall(Object, Name);
    Objects[Object][Name] = {Kind};
  }
  return {};
}

void SettingOrder::call(const std::vector<PathStep>& Object, const std::string& Name) {
  noteCall(keyOf(Object), Name);
  Objects[keyOf(Object)][Name] = {ArgumentKind::Setter};
}

void SettingOrder::append(const std::map<Key, Arguments>& Later) {
  for (const auto& [Object, Arguments] : Later)
    for (const auto& [Name, A] : Arguments)
      if (A.Kind == ArgumentKind::Setter) noteCall(Object, Name);
  for (const auto& [Object, Arguments] : Later)
    for (const auto& [Name, A] : Arguments) Objects[Object][Name] = A;
}

void SettingOrder::take(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There,
                        bool IsResult) {
  const Key Here = keyOf(Path);
  const Key Outer = keyOf(There);
  std::map<Key, Arguments> Taken;
  for (const auto& [Object, Arguments] : From.Objects) {
    if (Object.size() < Outer.size() || !std::equal(Outer.begin(), Outer.end(), Object.begin(), maybeSameStep))
      continue;
    Key Inner = Here;
    Inner.insert(Inner.end(), std::next(Object.begin(), static_cast<std::ptrdiff_t>(Outer.size())), Object.end());
    for (auto [Name, A] : Arguments) {
      A.IsOfResult = IsResult;
      Taken[Inner][Name] = A;
    }
  }
  append(Taken);
}

bool SettingOrder::isSet(const std::vector<PathStep>& Path) const {
  const Key Whole = keyOf(Path);
  const Key Object(Whole.begin(), std::prev(Whole.end()));
  const std::string Name = Known.textOf(Whole.back()).str();
  return llvm::any_of(Objects,
                      [&](const auto& Entry) { return maybeSame(Entry.first, Object) && Entry.second.count(Name); });
}

void SettingOrder::follow(const SettingOrder& Earlier) {
  const std::map<Key, Arguments> Later = std::exchange(Objects, Earlier.Objects);
  append(Later);
}

SettingOrder::Arguments SettingOrder::merged(Arguments A, bool IsCalledA, const Arguments& B, bool IsCalledB) {
  // A member that only one of them has comes after the setters of the other.
  for (auto& [Name, In] : A) In.IsBehind |= In.Kind == ArgumentKind::Member && IsCalledB && !B.count(Name);
  for (auto [Name, In] : B) {
    const auto Both = A.find(Name);
    if (Both == A.end()) {
      In.IsBehind |= In.Kind == ArgumentKind::Member && IsCalledA;
      A.emplace(Name, In);
      continue;
    }
    Both->second.IsBehind |= In.IsBehind;
    Both->second.IsOfResult &= In.IsOfResult;
  }
  return A;
}

void SettingOrder::merge(const SettingOrder& Other) {
  SettingOrder There = Other;
  for (const auto& [Container, Count] : There.Grown) Grown.try_emplace(Container, 0);
  for (auto& [Container, Count] : Grown) {
    if (There.Grown[Container] == Count) continue;
    // Which element is the last one is not known any more.
    Count = std::max(Count, There.Grown[Container]) + 1;
    forgetNumbers(Container);
    There.forgetNumbers(Container);
  }
  std::map<Key, Arguments> Both = There.Objects;
  for (const auto& [Object, Arguments] : Objects) Both.try_emplace(Object);
  for (auto& [Object, Arguments] : Both)
    Arguments = merged(Objects[Object], isCalled(Object), There.Objects[Object], There.isCalled(Object));
  Objects = std::move(Both);
  llvm::erase_if(New, [&](const Key& K) { return !llvm::is_contained(There.New, K); });
}

bool SettingOrder::isNew(const std::vector<PathStep>& Path) const {
  const Key Whole = keyOf(Path);
  return llvm::any_of(
      New, [&](const Key& K) { return K.size() < Whole.size() && std::equal(K.begin(), K.end(), Whole.begin()); });
}

void SettingOrder::replace(const std::vector<PathStep>& Path) {
  const Key K = keyOf(Path);
  if (llvm::is_contained(K, Known.numberOf(kUnknown))) return;
  New.push_back(K);
  std::erase_if(Objects, [&](const auto& Entry) {
    return Entry.first.size() >= K.size() && std::equal(K.begin(), K.end(), Entry.first.begin());
  });
}

void SettingOrder::forgetNumbers(const Key& Container) {
  std::map<Key, Arguments> All;
  for (auto& [Object, Arguments] : Objects) {
    Key K = Object;
    if (K.size() > Container.size() && std::equal(Container.begin(), Container.end(), K.begin()))
      K[Container.size()] = Known.numberOf(kUnknown);
    const auto [Same, IsNew] = All.try_emplace(std::move(K), Arguments);
    if (!IsNew) Same->second = merged(Same->second, hasSetter(Same->second), Arguments, hasSetter(Arguments));
  }
  Objects = std::move(All);
}

void SettingOrder::grow(const std::vector<PathStep>& Container, bool AtEnd) {
  Key K = keyOf(Container);
  ++Grown[K];
  if (!AtEnd) return forgetNumbers(K);
  K.push_back(Known.numberOf("[" + lastOf(Container) + "]"));
  New.push_back(std::move(K));
}

unsigned SettingOrder::growth(const std::vector<PathStep>& Container) const {
  const auto Found = Grown.find(keyOf(Container));
  return Found == Grown.end() ? 0 : Found->second;
}

std::string SettingOrder::lastOf(const std::vector<PathStep>& Container) const {
  return "back " + std::to_string(growth(Container));
}

}  // namespace autoconvert
