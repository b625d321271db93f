// steps of paths => what was set before what.
#include "SettingOrder.h"

#include <algorithm>
#include <iterator>
#include <set>
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

std::string SettingOrder::set(const std::vector<PathStep>& Path) {
  for (std::size_t I = 0; I < Path.size(); ++I) {
    if (!isArgument(Path[I])) continue;
    Key Object = keyOf({Path.begin(), Path.begin() + static_cast<std::ptrdiff_t>(I)});
    const std::string& Name = Path[I].Name;
    bool IsSetterBehind = false;
    bool IsLate = false;
    for (auto At = Entries.rbegin(); At != Entries.rend(); ++At) {
      if (!maybeSame(At->Object, Object)) continue;
      if (At->Name == Name) {
        IsLate = IsSetterBehind && !At->IsOfResult;
        break;
      }
      IsSetterBehind |= At->IsSetter;
    }
    if (IsLate || (Path[I].Argument == ArgumentKind::Member && IsSetterBehind)) return Name;
    Entries.push_back({std::move(Object), Name, Path[I].Argument == ArgumentKind::Setter});
  }
  return {};
}

void SettingOrder::call(const std::vector<PathStep>& Object, const std::string& Name) {
  Entries.push_back({keyOf(Object), Name, /*IsSetter=*/true});
}

void SettingOrder::take(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There,
                        bool IsResult) {
  const Key Here = keyOf(Path);
  const Key Outer = keyOf(There);
  // It may be the same order.
  const std::vector<Entry> Others = From.Entries;
  for (const Entry& E : Others) {
    if (E.Object.size() < Outer.size() || !std::equal(Outer.begin(), Outer.end(), E.Object.begin(), maybeSameStep))
      continue;
    Entry Taken{Here, E.Name, E.IsSetter, IsResult};
    Taken.Object.insert(Taken.Object.end(), std::next(E.Object.begin(), static_cast<std::ptrdiff_t>(Outer.size())),
                        E.Object.end());
    Entries.push_back(std::move(Taken));
  }
  forgetEarlier();
}

// Where an argument was set several times, the last one decides. What recipes take over from recipes would double with
// each of them.
void SettingOrder::forgetEarlier() {
  if (Entries.size() <= 2 * Compact + 16) return;
  std::set<std::pair<Key, std::string>> Later;
  std::vector<Entry> Last;
  for (Entry& E : llvm::reverse(Entries))
    if (Later.emplace(E.Object, E.Name).second) Last.push_back(std::move(E));
  std::reverse(Last.begin(), Last.end());
  Entries = std::move(Last);
  Compact = Entries.size();
}

bool SettingOrder::isSet(const std::vector<PathStep>& Path) const {
  const Key Whole = keyOf(Path);
  const Key Object(Whole.begin(), std::prev(Whole.end()));
  const llvm::StringRef Name = Known.textOf(Whole.back());
  return llvm::any_of(Entries, [&](const Entry& E) { return E.Name == Name && maybeSame(E.Object, Object); });
}

void SettingOrder::follow(const SettingOrder& Earlier) {
  Entries.insert(Entries.begin(), Earlier.Entries.begin(), Earlier.Entries.end());
  forgetEarlier();
}

void SettingOrder::join(const SettingOrder& Before) {
  std::vector<Entry> Gone;
  llvm::copy_if(Before.Entries, std::back_inserter(Gone), [&](const Entry& Old) {
    return llvm::none_of(Entries, [&](const Entry& E) { return E.Object == Old.Object && E.Name == Old.Name; });
  });
  Entries.insert(Entries.begin(), Gone.begin(), Gone.end());
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
  llvm::erase_if(Entries, [&](const Entry& E) {
    return E.Object.size() >= K.size() && std::equal(K.begin(), K.end(), E.Object.begin());
  });
}

void SettingOrder::grow(const std::vector<PathStep>& Container, bool AtEnd) {
  Key K = keyOf(Container);
  ++Grown[K];
  if (AtEnd) {
    K.push_back(Known.numberOf("[" + lastOf(Container) + "]"));
    New.push_back(std::move(K));
    return;
  }
  // The numbers of the elements have changed.
  for (Entry& E : Entries)
    if (E.Object.size() > K.size() && std::equal(K.begin(), K.end(), E.Object.begin()))
      E.Object[K.size()] = Known.numberOf(kUnknown);
}

unsigned SettingOrder::growth(const std::vector<PathStep>& Container) const {
  const auto Found = Grown.find(keyOf(Container));
  return Found == Grown.end() ? 0 : Found->second;
}

std::string SettingOrder::lastOf(const std::vector<PathStep>& Container) const {
  return "back " + std::to_string(growth(Container));
}

}  // namespace autoconvert
