#include "Facts.h"

#include <vector>

#include "llvm/ADT/STLExtras.h"

namespace autoconvert {

// The first step of a path: "cache" of "cache.size", "[]" of "[].size". A step may begin with a dot of its own, as the
// members of tuples do, ".at<0>()".
static llvm::StringRef takeStep(llvm::StringRef& Path, bool IsFirst) {
  if (!IsFirst) Path.consume_front(".");
  const llvm::StringRef Step = Path.take_front(Path.find_first_of(".[", 1));
  Path = Path.drop_front(Step.size());
  return Step;
}

const Facts::Link* Facts::find(llvm::StringRef Path) const {
  const Link* Of = &Root;
  for (bool IsFirst = true; !Path.empty() && *Of != nullptr; IsFirst = false) {
    const auto Next = (*Of)->Inner.find(std::string_view(takeStep(Path, IsFirst)));
    if (Next == (*Of)->Inner.end()) return nullptr;
    Of = &Next->second;
  }
  return *Of == nullptr ? nullptr : Of;
}

Facts::Node& Facts::own(Link& Of) {
  if (Of == nullptr)
    Of = std::make_shared<Node>();
  else if (Of.use_count() > 1)
    Of = std::make_shared<Node>(*Of);
  return *Of;
}

Facts::Link& Facts::slot(llvm::StringRef Path) {
  Link* Of = &Root;
  for (bool IsFirst = true; !Path.empty(); IsFirst = false) Of = &own(*Of).Inner[takeStep(Path, IsFirst).str()];
  return *Of;
}

const Fact& Facts::of(llvm::StringRef Path) const {
  static const Fact Nothing;
  const Link* Of = find(Path);
  return Of == nullptr ? Nothing : (*Of)->Here;
}

Fact& Facts::at(llvm::StringRef Path) { return own(slot(Path)).Here; }

bool Facts::any(const Node& Of, llvm::function_ref<bool(const Fact&)> Is) {
  return Is(Of.Here) || llvm::any_of(Of.Inner, [&](const auto& Inner) { return any(*Inner.second, Is); });
}

bool Facts::any(llvm::StringRef Path, llvm::function_ref<bool(const Fact&)> Is) const {
  const Link* Of = find(Path);
  return Of != nullptr && any(**Of, Is);
}

bool Facts::anyInside(llvm::StringRef Path, llvm::function_ref<bool(const Fact&)> Is) const {
  const Link* Of = find(Path);
  return Of != nullptr && llvm::any_of((*Of)->Inner, [&](const auto& Inner) { return any(*Inner.second, Is); });
}

void Facts::change(Link& Of, llvm::function_ref<void(Fact&)> By) {
  Node& Own = own(Of);
  By(Own.Here);
  for (auto& [Step, Inner] : Own.Inner) change(Inner, By);
}

void Facts::change(llvm::StringRef Path, llvm::function_ref<void(Fact&)> By) {
  if (find(Path) != nullptr) change(slot(Path), By);
}

void Facts::forget(llvm::StringRef Path) {
  if (Path.empty()) return Root.reset();
  if (find(Path) == nullptr) return;
  Link* Outer = &Root;
  for (bool IsFirst = true;; IsFirst = false) {
    const std::string Step = takeStep(Path, IsFirst).str();
    if (Path.empty()) {
      own(*Outer).Inner.erase(Step);
      return;
    }
    Outer = &own(*Outer).Inner[Step];
  }
}

void Facts::walk(llvm::function_ref<void(llvm::StringRef, const Fact&)> Look) const {
  const auto each = [&](const auto& Self, const Node& Of, const std::string& Path) -> void {
    Look(Path, Of.Here);
    for (const auto& [Step, Inner] : Of.Inner) {
      const bool IsFirst = Path.empty() || Step.front() == '[' || Step.front() == '.';
      Self(Self, *Inner, Path + (IsFirst ? "" : ".") + Step);
    }
  };
  if (Root != nullptr) each(each, *Root, "");
}

void Facts::settle(const Facts& Other, unsigned Since) {
  std::vector<std::string> Both;
  walk([&](llvm::StringRef Path, const Fact& F) {
    const bool IsNew = F.IsSet && !F.MayBeUnset && F.SetSince >= Since;
    if (!IsNew) return;
    const Fact& There = Other.of(Path);
    if (There.IsSet && !There.MayBeUnset) Both.push_back(Path.str());
  });
  for (const std::string& Path : Both) at(Path).SetSince = Since - 1;
}

void Facts::confirm(const Facts& Other, unsigned Since) {
  Other.walk([&](llvm::StringRef Path, const Fact& F) {
    const Fact& Here = of(Path);
    if (!F.IsSet || F.MayBeUnset || !Here.IsSet || (!Here.MayBeUnset && Here.SetSince < Since)) return;
    Fact& Sure = at(Path);
    Sure.MayBeUnset = false;
    Sure.SetSince = Since - 1;
  });
}

void Facts::merge(Link& Into, const Link& From) {
  if (Into == nullptr || Into == From) {
    Into = From;
    return;
  }
  Node& Own = own(Into);
  const Fact& Other = From->Here;
  if (Other.IsSet && (!Own.Here.IsSet || Own.Here.MayBeUnset)) {
    Own.Here.MayBeUnset = Other.MayBeUnset;
    Own.Here.SetSince = Other.SetSince;
  }
  Own.Here.IsSet |= Other.IsSet;
  Own.Here.IsOpen |= Other.IsOpen;
  Own.Here.MayBeCalled |= Other.MayBeCalled;
  Own.Here.IsUntold |= Other.IsUntold;
  if (Other.IsUnknown) Own.Here.By = Other.By;
  Own.Here.IsUnknown |= Other.IsUnknown;
  if (Other.Maker != nullptr) Own.Here.Maker = Other.Maker;
  if (!Other.Taken.isNull()) {
    const clang::QualType Before = Own.Here.Taken;
    Own.Here.IsOfSeveral |=
        Other.IsOfSeveral || (!Before.isNull() && Before.getCanonicalType() != Other.Taken.getCanonicalType());
    Own.Here.Taken = Other.Taken;
  }
  if (Other.ObjectSince) Own.Here.ObjectSince = Other.ObjectSince;
  for (const auto& [Step, Inner] : From->Inner) merge(Own.Inner[Step], Inner);
}

void Facts::take(llvm::StringRef Path, const Facts& From, llvm::StringRef There, const std::function<void(Fact&)>& As) {
  const Link* Of = From.find(There);
  if (Of == nullptr) return;
  Link Taken = *Of;
  if (As) change(Taken, As);
  merge(slot(Path), Taken);
}

}  // namespace autoconvert
