// what a recipe knows of a place: whether it set what is there, whether a constructor, a function or another recipe
// makes it, and whether anybody can read what it begins with.
#include <tuple>

#include "Knowledge.h"
#include "Names.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// What a member begins with, where the recipe has not set it and nobody can read it.
void Knowledge::noteUnread(Place& P) {
  if (P.Field == nullptr || isSetForSure(Locals.find(P.Variable)->second, P.Path)) return;
  if (shapeOf(P.Type) == Shape::Object) {
    const CXXRecordDecl* Class = objectOf(P.Type);
    if (!isMade(P) && Class->hasDefinition() && !(Shapes.of(Class).IsAggregate && Shapes.isCopyable(P.Type)))
      P.Unread = P.Field;
    if (P.Unsaid != nullptr && Class->hasDefinition() && !Shapes.of(Class).IsAggregate && !liesInSet(P))
      P.Unread = P.Unsaid;
  } else if (beginsUnread(P)) {
    P.Unread = P.Field;
  } else if (isContainer(shapeOf(P.Type)) && Shapes.hasUnsaidElements(P.Field)) {
    P.Unsaid = P.Field;
  }
}

// Whether the recipe has set the element that it lies in, or a member around it.
bool Knowledge::liesInSet(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  for (std::size_t I = P.Path.size(); I > 0; --I)
    if (isSetForSure(Local, firstSteps(P.Path, I))) return true;
  return false;
}

// The same of a container: nobody can read the elements that it begins with.
bool Knowledge::beginsUnread(const Place& P) const {
  return P.Field != nullptr && isContainer(shapeOf(P.Type)) && !isSetForSure(Locals.find(P.Variable)->second, P.Path) &&
         !Shapes.hasReadableDefault(P.Field);
}

// Whether a recipe or a function may have made what the place holds, or what it lies in.
bool Knowledge::isMade(const Place& P) const { return isOpen(P) || llvm::any_of(P.Path, isElement); }

// The same of what is known: of an element by what was put into its container.
bool Knowledge::isOpen(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  const std::vector<PathStep> Path = anyElements(P.Path);
  for (std::size_t I = 0; I <= Path.size(); ++I)
    if (Local.Places.of(pathText(firstSteps(Path, I))).IsOpen) return true;
  return isUnknown(P, P.Path.size());
}

bool Knowledge::isRead(const Place& P, SourceRange Range) {
  if (P.Unread == nullptr || isUnknown(P, P.Path.size())) return true;
  refuse(Rule::ValueOfConfigured, Range.getBegin(), Range,
         (isContainer(shapeOf(P.Unread->getType())) ? "the elements that " : "the object that ") + quoted(P.Unread) +
             " begins with cannot be read while the recipe is converted: assign it first");
  return false;
}

// A member that a constructor computes is known only once the recipe has set it, or something that holds it.
bool Knowledge::isKnown(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  bool IsKnown = P.Computed == 0;
  for (std::size_t I = P.Computed; !IsKnown && I <= P.Path.size(); ++I)
    IsKnown = isSetForSure(Local, firstSteps(P.Path, I));
  return IsKnown;
}

bool Knowledge::holdsCalls(const Place& P) const {
  if (!isOfValues(P.Type)) return false;
  return Locals.find(P.Variable)->second.Places.anyInside(pathText(P.Path), [](const Fact& F) { return F.IsUnknown; });
}

void Knowledge::noteSet(Fact& F) const {
  F.IsSet = true;
  F.MayBeUnset = false;
  F.SetSince = Depth;
}

bool Knowledge::isSetForSure(const LocalState& Local, const std::vector<PathStep>& Path) const {
  const Fact& F = Local.Places.of(pathText(Path));
  return (F.IsSet && !F.MayBeUnset) || Local.SetInElements.contains(elementText(Path));
}

bool Knowledge::isSet(const LocalState& Local, const std::vector<PathStep>& Path) const {
  return Local.Places.of(pathText(Path)).IsSet || Local.SetInElements.contains(elementText(Path));
}

// What was set in another element, or in what may be this one by another name, is not known any more.
void Knowledge::rememberInElement(LocalState& Local, const std::vector<PathStep>& Path) {
  for (std::size_t I = 0; I < Path.size(); ++I) {
    if (!isElement(Path[I])) continue;
    const std::string Container = elementText(firstSteps(Path, I));
    const std::string Element = elementText(firstSteps(Path, I + 1));
    std::vector<std::string> Lost;
    for (const auto& Entry : Local.SetInElements) {
      const llvm::StringRef Key = Entry.getKey();
      if (Key != Container && isWithin(Key, Container) && (Element.empty() || !isWithin(Key, Element)))
        Lost.push_back(Key.str());
    }
    for (const std::string& Key : Lost) Local.SetInElements.erase(Key);
    if (Element.empty()) return;
  }
  const std::string Whole = elementText(Path);
  eraseWithin(Local.SetInElements, Whole);
  Local.SetInElements.insert(Whole);
}

void Knowledge::forgetElements(unsigned From) {
  for (auto& [Variable, Local] : Locals) {
    Local.SetInElements.clear();
    Local.Constructed.clear();
    const auto isLost = [&](const Fact& F) { return F.ObjectSince && *F.ObjectSince >= From; };
    const auto isLeft = [&](const Fact& F) { return F.IsSet && From != 0 && F.SetSince >= From; };
    if (Local.Places.any("", [&](const Fact& F) { return isLost(F) || isLeft(F); }))
      Local.Places.change("", [&](Fact& F) {
        if (isLost(F)) F.ObjectSince.reset();
        F.MayBeUnset |= isLeft(F);
      });
  }
}

Flow Knowledge::here() const {
  Flow Here = Now;
  for (const auto& [Variable, Local] : Locals) {
    Here.Orders[Variable] = Local.Order;
    Here.Contents[Variable] = {Local.Places, Local.IsCall, Local.Made, Local.Earlier};
  }
  return Here;
}

void Knowledge::goOn(Flow From) {
  for (auto& [Variable, Order] : From.Orders)
    if (const auto Local = Locals.find(Variable); Local != Locals.end()) Local->second.Order = std::move(Order);
  for (auto& [Variable, Content] : From.Contents)
    if (const auto Local = Locals.find(Variable); Local != Locals.end())
      std::tie(Local->second.Places, Local->second.IsCall, Local->second.Made, Local->second.Earlier) =
          std::tie(Content.Places, Content.IsCall, Content.Made, Content.Earlier);
  Now = std::move(From);
  Now.Orders.clear();
  Now.Contents.clear();
}

std::optional<const NamedDecl*> Knowledge::unknownBy(const Place& P, std::size_t Steps) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  // What a function makes is unknown; what the recipe sets of it is not.
  const auto isSettable = [&](std::size_t Count) {
    return Count < P.Path.size() && makerOf(Local, firstSteps(P.Path, Count)) != nullptr;
  };
  if (Local.IsCall && !isSettable(0)) return Local.Made;
  const auto isConstructed = [&](std::size_t Count) {
    return Count != 0 && isElement(P.Path[Count - 1]) &&
           Local.Constructed.contains(elementText(firstSteps(P.Path, Count)));
  };
  const std::vector<PathStep> Path = anyElements(P.Path);
  for (std::size_t I = 0; I <= Steps; ++I)
    if (const Fact& F = Local.Places.of(pathText(firstSteps(Path, I)));
        F.IsUnknown && !isSettable(I) && !isConstructed(I))
      return F.By;
  return std::nullopt;
}

// Copies of it have the object in common.
static bool givesPointer(const FunctionDecl* Function) {
  const QualType Type = Function->getReturnType();
  const CXXRecordDecl* Class = shapeOf(Type) == Shape::Object ? objectOf(Type) : nullptr;
  return isHolder(shapeOf(Type)) || (Class != nullptr && behindArrow(Class) != nullptr);
}

static bool collectSides(const Meaning& Choice, llvm::SmallVectorImpl<const Meaning*>& Into) {
  return llvm::all_of(llvm::ArrayRef(Choice.Parts).take_back(Choice.Sides), [&](const Meaning& Side) {
    const Meaning& Of = Side.What == Meaning::Kind::Convert ? Side.Parts.front() : Side;
    if (Of.What == Meaning::Kind::Choice) return collectSides(Of, Into);
    Into.push_back(&Of);
    return Of.What == Meaning::Kind::Construct && Of.Instance == nullptr && Of.Settings.empty() &&
           Of.Class == Into.front()->Class;
  });
}

llvm::SmallVector<const Meaning*, 2> Knowledge::madeEither(const Meaning& M) {
  llvm::SmallVector<const Meaning*, 2> Sides;
  const bool IsMade = M.What == Meaning::Kind::Choice && !M.IsArg && collectSides(M, Sides);
  return IsMade ? Sides : llvm::SmallVector<const Meaning*, 2>();
}

// What all of them set is set; which objects are in them is not known.
void Knowledge::noteEither(LocalState& Local, const std::string& Path, llvm::ArrayRef<const Meaning*> Sides) const {
  llvm::StringMap<unsigned> Count;
  for (const Meaning* Side : Sides) {
    for (const NamedMeaning& Argument : Side->Arguments) {
      Fact& F = Local.Places.at(inside(Path, Argument.Name));
      F.IsUnknown |= Argument.Of.What != Meaning::Kind::Value || isConfigured(Argument.Of.Type);
      if (++Count[Argument.Name] == Sides.size()) noteSet(F);
    }
  }
}

void Knowledge::noteUnknown(LocalState& Local, const std::string& Path, const Meaning& M) {
  const auto unknown = [&](const NamedDecl* By) {
    Fact& F = Local.Places.at(Path);
    F.IsUnknown = true;
    F.By = By;
  };
  const auto takeOver = [&](const LocalState& From, llvm::StringRef There, bool IsAlone) {
    // Of an object by value others have copies now.
    const auto isLeft = [&](const Fact& F) { return F.Maker != nullptr && !IsAlone && !givesPointer(F.Maker); };
    const bool IsOfElement = isInElement(Path);
    const auto change = [&](Fact& F) {
      if (isLeft(F)) F.Maker = nullptr;
      if (F.ObjectSince) F.ObjectSince = Depth;
      F.SetSince = Depth;
      if (!IsOfElement) return;
      F.IsSet = false;
      F.ObjectSince.reset();
    };
    if (IsOfElement || Depth != 0 || From.Places.any(There, isLeft))
      Local.Places.take(Path, From.Places, There, change);
    else
      Local.Places.take(Path, From.Places, There);
    if (From.IsCall) unknown(From.Made);
  };
  const bool IsHere = Depth == Local.Depth && !isInElement(Path);
  const bool IsAlone = Loops.size() == Local.Loops && !isInElement(Path);
  const llvm::SmallVector<const Meaning*, 2> Sides = madeEither(M);
  const bool IsObject = M.What == Meaning::Kind::Construct || !Sides.empty() ||
                        (M.What == Meaning::Kind::Recipe && isHolder(shapeOf(M.Function->getReturnType()))) ||
                        (M.What == Meaning::Kind::List && shapeOf(M.Type) == Shape::Optional && !M.Parts.empty());
  if (IsObject && !isInElement(Path)) Local.Places.at(Path).ObjectSince = Depth;
  if (!Sides.empty()) return noteEither(Local, Path, Sides);
  switch (M.What) {
    case Meaning::Kind::Call:
    case Meaning::Kind::Ready:
    case Meaning::Kind::Choice:
    case Meaning::Kind::Parameter:
      unknown(M.What == Meaning::Kind::Parameter ? M.Variable : cast_or_null<NamedDecl>(M.Function));
      Local.IsGiven = false;
      if (const FunctionDecl* Maker = makerOf(M); Maker != nullptr && IsAlone) Local.Places.at(Path).Maker = Maker;
      return;
    case Meaning::Kind::Value:
      if (isConfigured(M.Type)) unknown(nullptr);
      return;
    case Meaning::Kind::Recipe: {
      const LocalState* Result = resultOf(M);
      // What the recipe called of the object itself is known of a local alone.
      if (!Path.empty()) Local.Places.at(Path).MayBeCalled = true;
      if (Result != nullptr) {
        takeOver(*Result, "", IsHere);
      } else {
        Local.Places.at(Path).IsOpen = true;
        Local.Places.at(Path).IsUntold = true;
      }
      IsOfRefused |= isOfRefused(M);
      return;
    }
    case Meaning::Kind::Construct:
      for (const auto* All : {&M.Arguments, &M.Settings}) {
        for (const NamedMeaning& Part : *All) {
          const std::string Inner = inside(Path, Part.Name);
          if (!isInElement(Inner)) noteSet(Local.Places.at(Inner));
          noteUnknown(Local, Inner, Part.Of);
        }
      }
      return;
    case Meaning::Kind::List:
    case Meaning::Kind::Repeat:
      return eachElement(M, [&](const PathStep& Step, const Meaning& Element) {
        noteUnknown(Local, inside(Path, Step.Name), Element);
      });
    case Meaning::Kind::Local:
      return takeOver(LocalState(Locals.find(M.Variable)->second), "", M.IsMoved && IsHere);
    case Meaning::Kind::Load: {
      const LocalState From(Locals.find(M.Variable)->second);
      takeOver(From, pathText(M.Path), false);
      // What a member of an aggregate begins with is a copy of a finished object.
      const bool IsMember = !M.Path.empty() && M.Path.back().Argument && shapeOf(M.Type) == Shape::Object;
      const CXXRecordDecl* Class = IsMember ? objectOf(M.Type) : nullptr;
      if (Class != nullptr && Class->hasDefinition() && !Shapes.of(Class).IsAggregate && !isSetForSure(From, M.Path))
        unknown(nullptr);
      return;
    }
    default:
      return;
  }
}

void Knowledge::eachElement(const Meaning& Container, llvm::function_ref<void(PathStep, const Meaning&)> Visit) const {
  if (Container.What == Meaning::Kind::Repeat) return Visit({kElement}, Container.Parts.back());
  if (Container.What != Meaning::Kind::List) return;
  const Shape Kind = containerOf(Container.Type);
  for (std::size_t I = 0; I < Container.Parts.size(); ++I) {
    const Meaning& Part = Container.Parts[I];
    PathStep Step{Kind == Shape::Tuple ? tupleElement(I) : kElement};
    if (Kind == Shape::Map && Part.What == Meaning::Kind::List && Part.Parts.size() == 2) {
      const Expr* Key = Part.Parts.front().Source;
      if (Key != nullptr && comparesPlainly(Container.Type)) Step.Which = knownIndex(Key);
      Visit(std::move(Step), Part.Parts.back());
      continue;
    }
    Step.Which = Kind == Shape::Tuple ? Step.Name : Kind == Shape::Map ? std::string() : std::to_string(I);
    Visit(std::move(Step), Part);
  }
}

void Knowledge::noteAdded(LocalState& Local, const Place& Container, const Meaning& Elements) {
  Meaning Many = Elements;
  if (Many.What == Meaning::Kind::List) Many.Type = Container.Type;
  const std::string Path = pathText(Container.Path);
  Local.MayShare |= mayShare(Many);
  linkHeld(Container.Variable, Many);
  noteCopies(Container.Variable, pathText(anyElements(Container.Path)), Many);
  noteUnknown(Local, Path, Many);
  Now.Called[Locals.of(Container.Variable)].take(Path, calledOn(Many), "");
  std::vector<PathStep> Any = Container.Path;
  Any.push_back({kElement});
  eachElement(Many, [&](const PathStep&, const Meaning& Element) { noteOrder(Local.Order, Any, Element); });
  if (Many.What == Meaning::Kind::Local || Many.What == Meaning::Kind::Load)
    Local.Order.takeElements(Any, SettingOrder(Locals.find(Many.Variable)->second.Order), Many.Path);
  else if (const LocalState* Result = resultOf(Many))
    Local.Order.takeElements(Any, Result->Order, {});
}

void Knowledge::noteOrder(SettingOrder& Order, const std::vector<PathStep>& Path, const Meaning& M) const {
  const auto inner = [&](PathStep Step) {
    std::vector<PathStep> Longer = Path;
    Longer.push_back(std::move(Step));
    return Longer;
  };
  const bool IsResult = M.What == Meaning::Kind::Recipe;
  const auto take = [&](const LocalState& From, const std::vector<PathStep>& There) {
    if (From.Earlier != nullptr && There.empty()) Order.take(Path, *From.Earlier, There, IsResult);
    Order.take(Path, From.Order, There, IsResult);
  };
  const LocalState* Of =
      M.What == Meaning::Kind::Local || M.What == Meaning::Kind::Load ? &Locals.find(M.Variable)->second : resultOf(M);
  if (Of != nullptr) take(*Of, M.Path);
  for (const NamedMeaning& Argument : M.Arguments) {
    PathStep Step{Argument.Name};
    Step.Argument = ArgumentKind::Parameter;
    noteOrder(Order, inner(std::move(Step)), Argument.Of);
  }
  eachElement(M, [&](PathStep Step, const Meaning& Element) { noteOrder(Order, inner(std::move(Step)), Element); });
  for (const NamedMeaning& Setting : M.Settings) {
    if (!Setting.Taken.isNull()) Order.call(Path, Setting.Name);
    PathStep Step{Setting.Name};
    Step.Argument = ArgumentKind::Setter;
    noteOrder(Order, inner(std::move(Step)), Setting.Of);
  }
}

void Knowledge::noteCalled(Fact& F, QualType Taken) {
  F.Taken = Taken;
  F.IsOfSeveral = false;
}

Facts Knowledge::calledOn(const Meaning& M) const {
  Facts Called;
  if (M.What == Meaning::Kind::Recipe && !M.IsPartial)
    Called = KnownResults.lookup(M.Function->getCanonicalDecl()).Called;
  if (M.What == Meaning::Kind::Local) Called = Now.Called.lookup(Locals.of(M.Variable));
  if (M.What == Meaning::Kind::Load) Called.take("", Now.Called.lookup(Locals.of(M.Variable)), pathText(M.Path));
  for (const NamedMeaning& Argument : M.Arguments) Called.take(Argument.Name, calledOn(Argument.Of), "");
  eachElement(M, [&](const PathStep& Step, const Meaning& Element) { Called.take(Step.Name, calledOn(Element), ""); });
  for (const NamedMeaning& Setting : M.Settings)
    if (!Setting.Taken.isNull()) noteCalled(Called.at(Setting.Name), Setting.Taken);
  return Called;
}

void Knowledge::remember(const Place& P, const Meaning& M) {
  leaveBehind(P);
  LocalState& Local = Locals.find(P.Variable)->second;
  Local.MayShare |= mayShare(M);
  noteHeld(P, M);
  linkHeld(P.Variable, M);
  noteCopies(P.Variable, pathText(anyElements(P.Path)), M);
  const std::string Path = pathText(P.Path);
  // Of an element that was added, whoever added it knows which one it is.
  const bool IsAdded = !P.Path.empty() && P.Path.back().Name == kElement && P.Path.back().Index.empty();
  // The other elements of the container are what they were.
  if (llvm::any_of(P.Path, isElement)) {
    Local.Places.change(Path, [](Fact& F) {
      F.IsSet = false;
      F.Maker = nullptr;
      F.ObjectSince.reset();
    });
    rememberInElement(Local, P.Path);
    if (isElement(P.Path.back()) && !IsAdded) Local.Constructed.clear();
  } else {
    eraseWithin(Local.SetInElements, Path);
    eraseWithin(Local.Constructed, Path);
    Local.Places.forget(Path);
    Local.Order.replace(P.Path);
    noteSet(Local.Places.at(Path));
  }
  noteUnknown(Local, Path, M);
  if (!IsAdded) noteOrder(Local.Order, P.Path, M);
  Facts& Called = Now.Called[Locals.of(P.Variable)];
  if (llvm::none_of(P.Path, isElement)) Called.forget(Path);
  Called.take(Path, calledOn(M), "");
  if (P.Path.empty()) Local.Earlier = earlierOf(resultOf(M));
}

}  // namespace autoconvert
