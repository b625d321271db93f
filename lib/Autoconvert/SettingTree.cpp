#include "SettingTree.h"

#include <algorithm>
#include <string>
#include <utility>

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace autoconvert {

namespace {

// The kind of a step is in its number, so that those of a kind are together in order.
enum class StepKind : unsigned { Member, Element, Last, Unknown };
constexpr unsigned kKindShift = 28;

constexpr StepKind kindOf(unsigned Step) { return static_cast<StepKind>(Step >> kKindShift); }
constexpr unsigned firstOf(StepKind Kind) { return static_cast<unsigned>(Kind) << kKindShift; }

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

void mark(SettingTree::Arguments& Of, bool IsOfResult) {
  for (auto& [Name, A] : Of) A.IsOfResult = IsOfResult;
}

// What each of two branches does is done as if it stood around them.
void joinTurns(SettingTree::Argument& A, const SettingTree::Argument& B, const SettingTree::Blocks& Of) {
  if (A.Loop > B.Loop || (A.Loop == B.Loop && A.Block == B.Block)) return;
  const bool IsInBoth = A.Loop == B.Loop && (A.Block == Of.First || A.Block == Of.Around) &&
                        (B.Block == Of.Second || B.Block == Of.Around);
  A.Block = A.Loop < B.Loop ? B.Block : IsInBoth ? Of.Around : 0;
  if (A.Loop < B.Loop) A.Where = B.Where;
  A.Loop = B.Loop;
}

// Of one object, or of two of which one is meant.
SettingTree::Arguments joined(SettingTree::Arguments A, bool IsCalledA, const SettingTree::Arguments& B, bool IsCalledB,
                              const SettingTree::Blocks& Of) {
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
    joinTurns(Both->second, In, Of);
  }
  return A;
}

}  // namespace

// Two elements whose numbers are known are one or two; the last one may have any number, but one that was added has
// that of none that was there before.
template <class Links, class Use>
void SettingTree::eachMaybeSame(Links& In, unsigned Step, Use By) {
  const auto Same = In.find(Step);
  const Node* Own = Same == In.end() ? nullptr : Same->second.To.get();
  if (Own != nullptr) By(Same->second);
  if (kindOf(Step) == StepKind::Member) return;
  const auto isOther = [&](StepKind Kind, const Node& N) {
    if (Own == nullptr) return false;
    if (Kind == StepKind::Last) return kindOf(Step) == StepKind::Element && Own->Known < N.Added;
    return kindOf(Step) == StepKind::Last && N.Changed < Own->Added;
  };
  for (const StepKind Kind : {StepKind::Element, StepKind::Last, StepKind::Unknown}) {
    if (kindOf(Step) == Kind) continue;
    for (auto At = In.lower_bound(firstOf(Kind)); At != In.end() && kindOf(At->first) == Kind; ++At)
      if (!isOther(Kind, *At->second.To)) By(At->second);
  }
}

unsigned SettingTree::memberStep(llvm::StringRef Name) { return firstOf(StepKind::Member) | Known.numberOf(Name); }
unsigned SettingTree::elementStep(llvm::StringRef Which) { return firstOf(StepKind::Element) | Known.numberOf(Which); }
unsigned SettingTree::lastStep(llvm::StringRef Which) { return firstOf(StepKind::Last) | Known.numberOf(Which); }
unsigned SettingTree::unknownStep() { return firstOf(StepKind::Unknown); }

llvm::StringRef SettingTree::textOf(unsigned Member) { return Known.textOf(Member); }

unsigned SettingTree::newTime() {
  static thread_local unsigned Time = 0;
  return ++Time;
}

bool SettingTree::hasSetter(const Arguments& Of) {
  return llvm::any_of(Of, [](const auto& Entry) { return Entry.second.Kind == ArgumentKind::Setter; });
}

bool SettingTree::isCalled(Path Object) const {
  return llvm::any_of(matching(Object), [](const Link& L) { return hasSetter(L.To->Here); });
}

SettingTree::Node& SettingTree::own(Link& Of) {
  if (Of.To == nullptr)
    Of.To = std::make_shared<Node>();
  else if (Of.To.use_count() > 1)
    Of.To = std::make_shared<Node>(*Of.To);
  if (const std::optional<bool> IsOfResult = std::exchange(Of.IsOfResult, std::nullopt)) {
    mark(Of.To->Here, *IsOfResult);
    for (auto& [Step, Inner] : Of.To->Inner) Inner.IsOfResult = IsOfResult;
  }
  return *Of.To;
}

SettingTree::Link& SettingTree::slot(Path Of) {
  Link* At = &Root;
  const unsigned Now = newTime();
  for (const unsigned Step : Of) {
    Node& Outer = own(*At);
    Outer.Changed = Now;
    At = &Outer.Inner[Step];
  }
  own(*At).Changed = Now;
  return *At;
}

const SettingTree::Node* SettingTree::find(Path Of) const {
  const Node* At = Root.To.get();
  for (const unsigned Step : Of) {
    if (At == nullptr) return nullptr;
    const auto Inner = At->Inner.find(Step);
    At = Inner == At->Inner.end() ? nullptr : Inner->second.To.get();
  }
  return At;
}

llvm::SmallVector<SettingTree::Link, 1> SettingTree::matching(Path Of) const {
  llvm::SmallVector<Link, 1> All;
  if (Root.To != nullptr) All.push_back(Root);
  for (const unsigned Step : Of) {
    llvm::SmallVector<Link, 1> Next;
    for (const Link& Outer : All)
      eachMaybeSame(Outer.To->Inner, Step, [&](const Link& Inner) {
        Next.push_back({Inner.To, Outer.IsOfResult ? Outer.IsOfResult : Inner.IsOfResult});
      });
    All = std::move(Next);
  }
  return All;
}

SettingTree::Arguments& SettingTree::at(Path Of) { return own(slot(Of)).Here; }

SettingTree::Arguments SettingTree::argumentsOf(const Link& L) {
  Arguments Here = L.To->Here;
  if (L.IsOfResult) mark(Here, *L.IsOfResult);
  return Here;
}

llvm::SmallVector<SettingTree::Arguments, 1> SettingTree::of(Path Object) const {
  llvm::SmallVector<Arguments, 1> All;
  for (const Link& L : matching(Object)) All.push_back(argumentsOf(L));
  return All;
}

void SettingTree::noteCall(Link& In, Path Object, const std::string& Name) {
  if (In.To == nullptr) return;
  if (!Object.empty())
    return eachMaybeSame(own(In).Inner, Object.front(),
                         [&](Link& Inner) { noteCall(Inner, Object.drop_front(), Name); });
  for (auto& [Other, A] : own(In).Here) A.IsBehind |= Other != Name;
}

void SettingTree::each(const Link& Of, Key& Inner, llvm::function_ref<void(Path, Arguments)> By) {
  By(Inner, argumentsOf(Of));
  for (const auto& [Step, Next] : Of.To->Inner) {
    Inner.push_back(Step);
    each({Next.To, Of.IsOfResult ? Of.IsOfResult : Next.IsOfResult}, Inner, By);
    Inner.pop_back();
  }
}

void SettingTree::each(Path Outer, llvm::function_ref<void(Path, Arguments)> By) const {
  Key Inner;
  for (const Link& Of : matching(Outer)) each(Of, Inner, By);
}

bool SettingTree::graft(Path Here, const SettingTree& From, Path There, bool IsOfResult) {
  const llvm::SmallVector<Link, 1> Taken = From.matching(There);
  if (Taken.empty()) return true;
  const Node* Now = find(Here);
  const bool IsFree = Now == nullptr || (Now->Here.empty() && Now->Inner.empty() && Now->Growth == 0);
  if (Taken.size() > 1 || !IsFree || matching(Here).size() > (Now == nullptr ? 0U : 1U)) return false;
  Link& At = slot(Here);
  const Link Empty = std::exchange(At, {Taken.front().To, IsOfResult});
  own(At).NewSince = Empty.To->NewSince;
  At.To->takePlaceOf(*Empty.To);
  if (At.To->HasGrown) noteGrown(Here);
  return true;
}

void SettingTree::noteGrown(Path Container) {
  Link* At = &Root;
  own(*At).HasGrown = true;
  for (const unsigned Step : Container) {
    At = &own(*At).Inner[Step];
    own(*At).HasGrown = true;
  }
}

// What was said of how containers have grown is true of what takes their place, too.
void SettingTree::strip(Link& Of) {
  if (Of.To == nullptr) return;
  if (!Of.To->HasGrown) return Of.To.reset();
  Node& N = own(Of);
  N.Here.clear();
  for (auto& [Step, Inner] : N.Inner) strip(Inner);
  std::erase_if(N.Inner, [](const auto& Inner) { return Inner.second.To == nullptr; });
}

void SettingTree::replace(Path Object) {
  if (llvm::is_contained(Object, unknownStep())) return;
  Link& At = slot(Object);
  const Link Former = At;
  strip(At);
  own(At).NewSince = newTime();
  At.To->takePlaceOf(*Former.To);
}

unsigned SettingTree::newSince(Path Object) const {
  unsigned Newest = 0;
  const Node* At = Root.To.get();
  for (const unsigned Step : Object) {
    if (At == nullptr) return Newest;
    Newest = std::max(Newest, At->NewSince);
    const auto Inner = At->Inner.find(Step);
    At = Inner == At->Inner.end() ? nullptr : Inner->second.To.get();
  }
  return At == nullptr ? Newest : std::max(Newest, At->NewSince);
}

void SettingTree::eachSince(const Node& Of, unsigned Time, Key& At,
                            llvm::function_ref<void(Path, const Arguments&)> By) {
  if (Of.Changed < Time) return;
  By(At, Of.Here);
  for (const auto& [Step, Inner] : Of.Inner) {
    At.push_back(Step);
    eachSince(*Inner.To, Time, At, By);
    At.pop_back();
  }
}

void SettingTree::eachSince(unsigned Time, llvm::function_ref<void(Path, const Arguments&)> By) const {
  Key At;
  if (Root.To != nullptr) eachSince(*Root.To, Time, At, By);
}

// Merges what is at a place in one tree with what is there in another.
class SettingTree::Joining {
 public:
  /// Whether a setter of the object has been called there.
  using IsCalled = llvm::function_ref<bool(Path, const Arguments&)>;
  Joining(IsCalled First, IsCalled Second, const Blocks& Of) : First(First), Second(Second), Of(Of) {}

  Link joined(Link A, Link B) {
    if (A.To == B.To && A.IsOfResult == B.IsOfResult) return A;
    Node& N = own(A);
    Node& Other = own(B);
    if (N.Growth != Other.Growth) {
      // Which element is the last one is not known any more.
      N.Growth = std::max(N.Growth, Other.Growth) + 1;
      forgetNumbers(N);
      forgetNumbers(Other);
    }
    N.HasGrown |= Other.HasGrown;
    N.Known = std::max(N.Known, Other.Known);
    N.Added = std::min(N.Added, Other.Added);
    N.Changed = std::max(N.Changed, Other.Changed);
    N.NewSince = std::min(N.NewSince, Other.NewSince);
    N.Here = autoconvert::joined(N.Here, First(At, N.Here), Other.Here, Second(At, Other.Here), Of);
    for (const auto& [Step, Inner] : Other.Inner) N.Inner.try_emplace(Step);
    for (auto& [Step, Inner] : N.Inner) {
      At.push_back(Step);
      const auto Same = Other.Inner.find(Step);
      Inner = joined(Inner, Same == Other.Inner.end() ? Link() : Same->second);
      At.pop_back();
    }
    return A;
  }

  /// Makes one element of all: it may be any of them.
  static void forgetNumbers(Node& Of) {
    const auto IsCalled = [](Path, const Arguments& Here) { return hasSetter(Here); };
    Joining All(IsCalled, IsCalled, {});
    Link Any;
    for (auto At = Of.Inner.lower_bound(firstOf(StepKind::Element)); At != Of.Inner.end();) {
      Any = All.joined(std::move(Any), At->second);
      At = Of.Inner.erase(At);
    }
    if (Any.To != nullptr) Of.Inner[unknownStep()] = std::move(Any);
  }

 private:
  IsCalled First;
  IsCalled Second;
  Blocks Of;
  Key At;
};

void SettingTree::join(const SettingTree& Other, const Blocks& Of) {
  const SettingTree Mine = *this;
  const auto IsCalledHere = [&](Path Object, const Arguments&) { return Mine.isCalled(Object); };
  const auto IsCalledThere = [&](Path Object, const Arguments&) { return Other.isCalled(Object); };
  Root = Joining(IsCalledHere, IsCalledThere, Of).joined(Root, Other.Root);
}

void SettingTree::grow(Path Container, bool AtEnd) {
  noteGrown(Container);
  Node& N = own(slot(Container));
  ++N.Growth;
  if (!AtEnd) return Joining::forgetNumbers(N);
  Node& Last = own(N.Inner[lastStep(lastOf(N.Growth))]);
  Last.NewSince = Last.Added = newTime();
}

unsigned SettingTree::growth(Path Container) const {
  const Node* At = find(Container);
  return At == nullptr ? 0 : At->Growth;
}

}  // namespace autoconvert
