// what a recipe knows of a place: whether it set what is there, whether a constructor, a function or another recipe
// makes it, and whether anybody can read what it begins with.
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// What a member begins with, where the recipe has not set it and nobody can read it.
void Checker::noteUnread(Place& P) {
  if (P.Field == nullptr || isSet(Locals.find(P.Variable)->second, P.Path)) return;
  if (shapeOf(P.Type) == Shape::Object) {
    const CXXRecordDecl* Class = objectOf(P.Type);
    if (!isMade(P) && Class->hasDefinition() && !(Class->isAggregate() && Shapes.isCopyable(P.Type)))
      P.Unread = P.Field;
  } else if (isContainer(shapeOf(P.Type)) && !Shapes.hasReadableDefault(P.Field)) {
    P.Unread = P.Field;
  }
}

// Whether a recipe or a function may have made what the place holds, or what it lies in.
bool Checker::isMade(const Place& P) {
  const LocalState& Local = Locals.find(P.Variable)->second;
  for (std::size_t I = 0; I <= P.Path.size(); ++I)
    if (Local.Open.contains(pathText(firstSteps(P.Path, I)))) return true;
  return isUnknown(P, P.Path.size()) || llvm::any_of(P.Path, isElement);
}

bool Checker::isRead(const Place& P, SourceRange Range) {
  if (P.Unread == nullptr || isUnknown(P, P.Path.size())) return true;
  refuse(Rule::ValueOfConfigured, Range.getBegin(), Range,
         (isContainer(shapeOf(P.Unread->getType())) ? "the elements that " : "the object that ") + quoted(P.Unread) +
             " begins with cannot be read while the recipe is converted: assign it first");
  return false;
}

// A member that a constructor computes is known only once the recipe has set it, or something that holds it.
bool Checker::isKnown(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  bool IsKnown = P.Computed == 0;
  for (std::size_t I = P.Computed; !IsKnown && I <= P.Path.size(); ++I) IsKnown = isSet(Local, firstSteps(P.Path, I));
  return IsKnown;
}

bool Checker::isSet(const LocalState& Local, const std::vector<PathStep>& Path) const {
  return Local.Set.contains(pathText(Path)) || Local.SetInElements.contains(elementText(Path));
}

// What was set in another element, or in what may be this one by another name, is not known any more.
void Checker::rememberInElement(LocalState& Local, const std::vector<PathStep>& Path) {
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

void Checker::forgetElements() {
  for (auto& [Variable, Local] : Locals) Local.SetInElements.clear();
}

bool Checker::isUnknown(const Place& P, std::size_t Steps) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  // What a function makes is unknown; what the recipe sets of it is not.
  const auto isSettable = [&](std::size_t Count) {
    return Count < P.Path.size() && makerOf(Local, firstSteps(P.Path, Count)) != nullptr;
  };
  if (Local.IsCall && !isSettable(0)) return true;
  std::vector<PathStep> Path = P.Path;
  for (PathStep& Step : Path)
    if (Step.Name == ".front()" || Step.Name == ".back()") Step.Name = kElement;
  for (std::size_t I = 0; I <= Steps; ++I)
    if (Local.Unknown.contains(pathText(firstSteps(Path, I))) && !isSettable(I)) return true;
  return false;
}

void Checker::noteUnknown(LocalState& Local, const std::string& Path, const Meaning& M) {
  const auto takeOver = [&](const LocalState& From, llvm::StringRef Prefix) {
    const auto take = [&](const llvm::StringSet<>& Known, llvm::StringSet<>& Into) {
      for (const auto& Entry : Known)
        if (isWithin(Entry.getKey(), Prefix))
          Into.insert(inside(Path, Entry.getKey().drop_front(Prefix.size()).ltrim('.')));
    };
    take(From.Unknown, Local.Unknown);
    take(From.Open, Local.Open);
    if (!llvm::StringRef(Path).contains(kElement)) take(From.Set, Local.Set);
    if (From.IsCall) Local.Unknown.insert(Path);
    // Of an object by value others have copies now.
    for (const auto& Entry : From.Makers)
      if (isWithin(Entry.getKey(), Prefix) && isHolder(shapeOf(Entry.getValue()->getReturnType())))
        Local.Makers[inside(Path, Entry.getKey().drop_front(Prefix.size()).ltrim('.'))] = Entry.getValue();
  };
  switch (M.What) {
    case Meaning::Kind::Call:
    case Meaning::Kind::Ready:
    case Meaning::Kind::Choice:
    case Meaning::Kind::Parameter:
      Local.Unknown.insert(Path);
      Local.IsGiven = false;
      if (const FunctionDecl* Maker = makerOf(M);
          Maker != nullptr && Depth == Local.Depth && !llvm::StringRef(Path).contains(kElement))
        Local.Makers[Path] = Maker;
      return;
    case Meaning::Kind::Value:
      if (isConfigured(M.Type)) Local.Unknown.insert(Path);
      return;
    case Meaning::Kind::Recipe: {
      Local.Open.insert(Path);
      const auto Known = KnownResults.find(M.Function->getCanonicalDecl());
      if (Known != KnownResults.end() && llvm::StringRef(Known->second.Type).contains("::run::Fn<"))
        Local.Unknown.insert(Path);
      return;
    }
    case Meaning::Kind::Construct:
      for (const auto* All : {&M.Arguments, &M.Settings}) {
        for (const NamedMeaning& Part : *All) {
          const std::string Inner = inside(Path, Part.Name);
          if (!llvm::StringRef(Inner).contains(kElement)) Local.Set.insert(Inner);
          noteUnknown(Local, Inner, Part.Of);
        }
      }
      return;
    case Meaning::Kind::List:
      for (const Meaning& Part : M.Parts) noteUnknown(Local, inside(Path, kElement), Part);
      return;
    case Meaning::Kind::Local:
      return takeOver(LocalState(Locals.find(M.Variable)->second), "");
    case Meaning::Kind::Load:
      return takeOver(LocalState(Locals.find(M.Variable)->second), pathText(M.Path));
    default:
      return;
  }
}

void Checker::remember(const Place& P, const Meaning& M) {
  leaveBehind(P);
  LocalState& Local = Locals.find(P.Variable)->second;
  Local.MayShare |= mayShare(M);
  const std::string Path = pathText(P.Path);
  eraseWithin(Local.Set, Path);
  eraseWithin(Local.Makers, Path);
  // The other elements of the container are what they were.
  if (llvm::any_of(P.Path, isElement)) {
    rememberInElement(Local, P.Path);
  } else {
    eraseWithin(Local.SetInElements, Path);
    eraseWithin(Local.Unknown, Path);
    eraseWithin(Local.Open, Path);
    Local.Order.replace(P.Path);
    Local.Set.insert(Path);
  }
  noteUnknown(Local, Path, M);
  // It is reached by the declared class, and what follows in other branches may be made by other functions.
  if (P.Path.empty()) Local.Makers.erase("");
}

// The characters of an array are a text, which is set as a whole.
}  // namespace autoconvert
