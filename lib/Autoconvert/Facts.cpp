#include "Facts.h"

#include <algorithm>

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

// What may be so by the other one, too: who made it, and which setter was called last.
static void addDoubts(Fact& Own, const Fact& Other) {
  Own.IsOpen |= Other.IsOpen;
  Own.MayBeCalled |= Other.MayBeCalled;
  Own.IsUntold |= Other.IsUntold;
  if (Other.IsUnknown) Own.By = Other.By;
  Own.IsUnknown |= Other.IsUnknown;
  if (Other.Taken.isNull()) return;
  Own.IsOfSeveral |=
      Other.IsOfSeveral || (!Own.Taken.isNull() && Own.Taken.getCanonicalType() != Other.Taken.getCanonicalType());
  Own.Taken = Other.Taken;
}

static bool isSure(const Fact& F) { return F.IsSet && !F.MayBeUnset; }

Fact Facts::joined(const Fact& A, const Fact& B, unsigned Depth) {
  Fact Both = A;
  Both.IsSet = A.IsSet || B.IsSet;
  Both.MayBeUnset = Both.IsSet && !(isSure(A) && isSure(B));
  Both.SetSince = std::min(std::max(A.SetSince, B.SetSince), Depth);
  addDoubts(Both, B);
  // What only one function makes, or a constructor does, is set by names that it has there, too.
  const Fact& Made = A.Maker != nullptr ? A : B;
  const Fact& Other = A.Maker != nullptr ? B : A;
  const bool IsOne = Other.Maker == nullptr ? !Other.IsUnknown : Other.Maker == Made.Maker;
  Both.Maker = IsOne ? Made.Maker : nullptr;
  if (A.ObjectSince && B.ObjectSince)
    Both.ObjectSince = std::min(std::max(*A.ObjectSince, *B.ObjectSince), Depth);
  else
    Both.ObjectSince.reset();
  return Both;
}

Facts::Link Facts::joined(const Link& A, const Link& B, unsigned Depth) {
  if (A == B) return A;
  static const Node Nothing;
  const Node& One = A == nullptr ? Nothing : *A;
  const Node& Other = B == nullptr ? Nothing : *B;
  auto Both = std::make_shared<Node>();
  Both->Here = joined(One.Here, Other.Here, Depth);
  for (const auto& [Step, Inner] : One.Inner) {
    const auto There = Other.Inner.find(Step);
    Both->Inner[Step] = joined(Inner, There == Other.Inner.end() ? nullptr : There->second, Depth);
  }
  for (const auto& [Step, Inner] : Other.Inner)
    if (One.Inner.find(Step) == One.Inner.end()) Both->Inner[Step] = joined(nullptr, Inner, Depth);
  return Both;
}

Facts Facts::joined(const Facts& A, const Facts& B, unsigned Depth) {
  Facts Both;
  Both.Root = joined(A.Root, B.Root, Depth);
  return Both;
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
  addDoubts(Own.Here, Other);
  if (Other.Maker != nullptr) Own.Here.Maker = Other.Maker;
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
