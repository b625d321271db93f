// x.inner.field on a configured local => the path of an argument.
#include "Checker.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

const Expr* behind(const Expr* E) {
  E = skipTransparent(E);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E))
    if ((Operator->getOperator() == OO_Arrow || Operator->getOperator() == OO_Star) && Operator->getNumArgs() == 1)
      return skipTransparent(Operator->getArg(0));
  return E;
}

namespace {

/// A step to an object that is there already; it does not count in paths.
constexpr const char* kInPlace = ".in_place()";
/// A step to what is added to a container that is there already.
constexpr const char* kAppended = ".appended()";
/// A step to what a local optional holds; it does not count either.
constexpr const char* kContent = ".value()";

}  // namespace

bool isElement(const PathStep& Step) { return !Step.Argument && Step.Name != kInPlace && Step.Name != kContent; }

std::string pathText(const std::vector<PathStep>& Path) {
  std::string Text;
  for (const PathStep& Step : Path) {
    if (Step.Name == kInPlace || Step.Name == kContent || Step.Name == kAppended) continue;
    Text += (Text.empty() || Step.Name.front() == '[' ? "" : ".") + Step.Name;
  }
  return Text;
}

const LocalState* Checker::localOf(const Expr* E) {
  const VarDecl* Variable = variableOf(behind(E));
  const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable);
  return Found == Locals.end() ? nullptr : &Found->second;
}

namespace {

constexpr const char* kElement = "[]";

std::vector<PathStep> firstSteps(const std::vector<PathStep>& Path, std::size_t Count) {
  return {Path.begin(), Path.begin() + static_cast<std::ptrdiff_t>(Count)};
}

/// Whether `Path` is `Prefix` or lies in it.
bool isWithin(llvm::StringRef Path, llvm::StringRef Prefix) {
  if (!Path.consume_front(Prefix)) return false;
  return Path.empty() || Prefix.empty() || Path.front() == '.' || Path.front() == '[';
}

template <class Keys>
void eraseWithin(Keys& Set, llvm::StringRef Prefix) {
  std::vector<std::string> Found;
  for (const auto& Entry : Set)
    if (isWithin(Entry.getKey(), Prefix)) Found.push_back(Entry.getKey().str());
  for (const std::string& Key : Found) Set.erase(Key);
}

/// As pathText, with the elements by their numbers; empty where the recipe does not say which they are.
std::string elementText(const std::vector<PathStep>& Path) {
  std::vector<PathStep> Named = Path;
  for (PathStep& Step : Named) {
    if (!isElement(Step)) continue;
    // The element of a loop is one until the loop ends.
    const bool IsOfLoop = !Step.Index.empty() && Step.Index.front().What == Meaning::Kind::Word;
    if (Step.Which.empty() && !IsOfLoop) return {};
    Step.Name = "[" + (IsOfLoop ? Step.Index.front().Method : Step.Which) + "]";
  }
  return pathText(Named);
}

std::string inside(llvm::StringRef Path, llvm::StringRef Inner) {
  return Path.str() + (Path.empty() || Inner.empty() || Inner.front() == '[' ? "" : ".") + Inner.str();
}

}  // namespace

std::optional<Place> Checker::containerPlace(const Expr* E, bool OfValues) {
  const Expr* S = skipTransparent(E);
  if (const VarDecl* Variable = variableOf(S); Variable != nullptr && Locals.contains(Variable)) {
    if (!isContainer(shapeOf(Variable->getType()))) return std::nullopt;
    Place P;
    P.Variable = Variable;
    P.Type = decayed(Variable->getType());
    return P;
  }
  // o->push_back(x) of an optional
  const auto* Arrow = dyn_cast<CXXOperatorCallExpr>(S);
  std::optional<Place> P = Arrow != nullptr && Arrow->getOperator() == OO_Arrow && Arrow->getNumArgs() == 1
                               ? contentPlace(Arrow->getArg(0))
                               : place(S);
  if (P && !isContainer(OfValues ? containerOf(P->Type) : shapeOf(P->Type))) P.reset();
  return P;
}

// v[0], v.at(0), v.front(), m["key"], std::get<0>(t)
std::optional<Place> Checker::elementPlace(const Expr* E) {
  const Expr* Object = nullptr;
  const Expr* Index = nullptr;
  std::string Name = kElement;
  bool Makes = false;
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    // The object that an optional holds is where the optional is.
    if (Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1) return contentPlace(Operator->getArg(0));
    if (Operator->getOperator() != OO_Subscript || Operator->getNumArgs() != 2) return std::nullopt;
    Object = Operator->getArg(0);
    Index = Operator->getArg(1);
    Makes = shapeOf(Object->getType()) == Shape::Map;
  } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl* Method = Call->getMethodDecl();
    if (Method == nullptr || !Method->getDeclName().isIdentifier() || !isInNamespace(Method, "std"))
      return std::nullopt;
    Object = Call->getImplicitObjectArgument();
    const llvm::StringRef Function = Method->getName();
    if (Function == "value" && Call->getNumArgs() == 0) return contentPlace(Object);
    if (Function == "at" && Call->getNumArgs() == 1)
      Index = Call->getArg(0);
    else if ((Function == "front" || Function == "back") && Call->getNumArgs() == 0)
      Name = "." + Function.str() + "()";
    else
      return std::nullopt;
  } else if (const auto* Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    Object = Subscript->getBase()->IgnoreImpCasts();
    Index = Subscript->getIdx();
    if (!Object->getType()->isConstantArrayType()) return std::nullopt;
  } else if (const auto* Get = dyn_cast<CallExpr>(E)) {
    const FunctionDecl* Function = Get->getDirectCallee();
    if (!isStd(Function, "get") || Get->getNumArgs() != 1 || shapeOf(Get->getArg(0)->getType()) != Shape::Tuple)
      return std::nullopt;
    const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
    if (Given == nullptr || Given->size() == 0) return std::nullopt;
    Object = Get->getArg(0);
    std::size_t Which = 0;
    if (Given->get(0).getKind() == TemplateArgument::Integral) {
      Which = Given->get(0).getAsIntegral().getZExtValue();
    } else if (Given->get(0).getKind() == TemplateArgument::Type) {
      const std::vector<QualType> All = elementsOf(Object->getType());
      const auto isIt = [&](QualType Type) { return U.Context.hasSameType(Type, Given->get(0).getAsType()); };
      Which = static_cast<std::size_t>(llvm::find_if(All, isIt) - All.begin());
    } else {
      return std::nullopt;
    }
    Name = ".at<" + std::to_string(Which) + ">()";
  } else {
    return std::nullopt;
  }
  std::optional<Place> P = containerPlace(Object);
  if (!P) return std::nullopt;
  noteUnread(*P);
  const Shape Kind = shapeOf(P->Type);
  const bool IsIndexed = Kind == Shape::Sequence || Kind == Shape::Array || Kind == Shape::Map;
  if (Name.front() != '.' ? !IsIndexed : (Kind == Shape::Map)) return std::nullopt;
  PathStep Step{Name};
  Step.Makes = Makes;
  Step.Which = Index != nullptr ? knownIndex(Index) : Name;
  if (Name == ".front()") Step.Which = "0";
  if (Name == ".back()") Step.Which = Locals.find(P->Variable)->second.Order.lastOf(P->Path);
  P->Path.push_back(std::move(Step));
  if (Index != nullptr) P->Indexes.push_back(Index);
  P->Type = decayed(E->getType());
  P->Owner = nullptr;
  P->Field = nullptr;
  P->OuterComputed = P->Computed;
  return P;
}

std::optional<Place> Checker::contentPlace(const Expr* Optional) {
  if (shapeOf(Optional->getType()) != Shape::Optional) return std::nullopt;
  const VarDecl* Variable = variableOf(Optional);
  const auto Local = Variable == nullptr ? Locals.end() : Locals.find(Variable);
  std::optional<Place> P;
  if (Local != Locals.end() && Local->second.Is == Shape::Optional) {
    P.emplace();
    P->Variable = Variable;
    P->Path.push_back({kContent});
  } else {
    P = place(Optional);
  }
  if (P) P->Type = decayed(elementsOf(Optional->getType()).front());
  return P;
}

std::string Checker::knownIndex(const Expr* Index) const {
  Expr::EvalResult Number;
  if (!Index->isValueDependent() && Index->EvaluateAsInt(Number, U.Context))
    return llvm::toString(Number.Val.getInt(), 10);
  const Expr* E = skipTransparent(Index);
  while (const auto* Construct = dyn_cast<CXXConstructExpr>(E)) {
    if (Construct->getNumArgs() == 0) return {};
    E = skipTransparent(Construct->getArg(0));
  }
  const auto* Text = dyn_cast<StringLiteral>(E->IgnoreImpCasts());
  return Text == nullptr || !Text->isOrdinary() ? std::string() : "\"" + Text->getString().str();
}

void Checker::reach(const Place& P) {
  for (const CXXRecordDecl* Class : P.Through) {
    if (Class->hasDefinition()) Class = Class->getDefinition();
    if (!llvm::is_contained(Out->Reached, Class)) Out->Reached.push_back(Class);
  }
}

// What a member begins with, where the recipe has not set it and nobody can read it.
void Checker::noteUnread(Place& P) {
  if (P.Field == nullptr || Locals.find(P.Variable)->second.Set.contains(pathText(P.Path))) return;
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

std::optional<Holder> Checker::holder(const Expr* E) {
  const Expr* Base = behind(E);
  Holder H;
  const VarDecl* Variable = variableOf(Base);
  if (const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable); Found != Locals.end()) {
    if (Found->second.Is == Shape::Optional) {
      H.At.Variable = Variable;
      H.At.Path.push_back({kContent});
      H.At.Type = decayed(elementsOf(Variable->getType()).front());
      H.Class = objectOf(H.At.Type);
      if (isHolder(shapeOf(H.At.Type))) H.At.Pointers.emplace_back();
      if (H.Class != nullptr) H.At.Through.push_back(H.Class);
      return H;
    }
    if (isContainer(Found->second.Is)) return std::nullopt;
    H.At.Variable = Variable;
    H.At.Type = decayed(Variable->getType());
    H.Class = Found->second.Class;
    H.Instance = Found->second.Instance;
    H.Maker = makerOf(Found->second, {});
    if (H.Maker != nullptr) H.Class = Shapes.of(H.Maker).Made;
    if (isHolder(shapeOf(H.At.Type))) H.At.Pointers.emplace_back();
    return H;
  }
  if (const Alias* Known = aliasOf(Base)) {
    H.At = Known->Of;
  } else if (auto Outer = place(Base)) {
    H.At = std::move(*Outer);
  } else {
    return std::nullopt;
  }
  const QualType Content = shapeOf(H.At.Type) == Shape::Optional ? decayed(elementsOf(H.At.Type).front()) : H.At.Type;
  H.Class = objectOf(Content);
  if (isHolder(shapeOf(Content))) H.At.Pointers.push_back(pathText(H.At.Path));
  if (H.At.Field != nullptr && liesInPlace(H.At)) {
    H.At.IsInPlace = true;
    H.At.Path.push_back({kInPlace});
  } else {
    H.At.IsInPlace = false;
    noteUnread(H.At);
  }
  if (H.Class != nullptr) H.At.Through.push_back(H.Class);
  H.Maker = makerOf(Locals.find(H.At.Variable)->second, H.At.Path);
  return H;
}

// A member of an anonymous struct or union is one of the class around it.
static const MemberExpr* namedAround(const MemberExpr* Member) {
  while (const auto* Outer = dyn_cast<MemberExpr>(Member->getBase())) {
    const auto* Field = dyn_cast<FieldDecl>(Outer->getMemberDecl());
    if (Field == nullptr || !Field->isAnonymousStructOrUnion()) break;
    Member = Outer;
  }
  return Member;
}

std::optional<Place> Checker::place(const Expr* E) {
  E = skipTransparent(E);
  if (const Alias* Known = aliasOf(E)) {
    if (Known->IsPointee || Known->Of.Path.empty()) return std::nullopt;
    return Known->Of;
  }
  const auto* Member = dyn_cast<MemberExpr>(E);
  if (Member == nullptr) return elementPlace(E);
  const auto* Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (Field == nullptr) return std::nullopt;
  const Expr* Base = behind(namedAround(Member)->getBase());
  // The two of a pair are elements.
  if (shapeOf(Base->getType()) == Shape::Tuple) {
    std::optional<Place> P = containerPlace(Base);
    if (!P) return std::nullopt;
    noteUnread(*P);
    P->Path.push_back({Field->getName() == "first" ? ".at<0>()" : ".at<1>()"});
    P->Path.back().Which = P->Path.back().Name;
    P->Type = decayed(Field->getType());
    P->Owner = nullptr;
    P->Field = nullptr;
    P->OuterComputed = P->Computed;
    return P;
  }
  // A member of a plain value, the first of a pair of numbers: a part of that value.
  if (shapeOf(Base->getType()) == Shape::Value && Base->getType()->isRecordType() && place(Base)) return std::nullopt;
  std::optional<Holder> H = holder(Base);
  if (!H) return std::nullopt;
  Place Result = std::move(H->At);
  Result.Owner = H->Class;
  Result.Field = Field;
  Result.Type = decayed(Field->getType());
  // The argument may belong to a base class of what the local holds.
  const ArgumentShape* Argument =
      H->Class == nullptr ? nullptr : settable(*H, cast<CXXRecordDecl>(Field->getParent()), targetOf(*H).find(Field));
  if (Argument == nullptr && Result.IsInPlace) Argument = Shapes.of(H->Class).twin(Field);
  Result.Path.push_back({Argument == nullptr ? Field->getNameAsString() : Argument->Name});
  Result.Maker = H->Maker;
  const bool IsMember = H->Class == nullptr || targetOf(*H).IsAggregate;
  Result.Path.back().Argument = IsMember ? ArgumentKind::Member : ArgumentKind::Field;
  if (Argument == nullptr) Result.Owner = nullptr;
  Result.OuterComputed = Result.Computed;
  if (H->Class != nullptr && (H->Maker != nullptr || !H->Class->isAggregate())) Result.Computed = Result.Path.size();
  return Result;
}

// Neither the recipe nor a default that can be read says what the holder is.
bool Checker::liesInPlace(const Place& Holder) {
  if (shapeOf(Holder.Type) != Shape::Object || Holder.Owner == nullptr) return false;
  if (Holder.Owner->isAggregate() && Holder.Maker == nullptr && !Shapes.of(Holder.Owner).FillAfter) return false;
  if (Locals.find(Holder.Variable)->second.Set.contains(pathText(Holder.Path)) || isMade(Holder)) return false;
  const CXXRecordDecl* Class = objectOf(Holder.Type);
  // A default that cannot be copied cannot be read.
  const bool IsComputed =
      Holder.IsInPlace || Holder.Maker != nullptr || !Holder.Owner->isAggregate() || !Shapes.isCopyable(Holder.Type);
  return Class->hasDefinition() && (IsComputed || !Class->isAggregate());
}

bool Checker::growsInPlace(const Place& P) const {
  const bool IsMember = P.Field != nullptr && P.Owner != nullptr && (P.Computed == P.Path.size() || P.IsInPlace);
  return IsMember && containerOf(P.Type) == Shape::Sequence && !isUnknown(P, P.Path.size());
}

std::vector<PathStep> Checker::appendedTo(const Place& P) {
  std::vector<PathStep> Path = P.Path;
  Path.push_back({kAppended});
  return Path;
}

bool Checker::resolve(Place& P) {
  std::size_t Next = 0;
  for (PathStep& Step : P.Path) {
    if (Step.Name != kElement || !Step.Index.empty()) continue;
    Meaning Index = value(P.Indexes[Next++]);
    if (Index.isInvalid()) return false;
    Step.Index.push_back(std::move(Index));
  }
  return true;
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
      if (Known != KnownResults.end() && llvm::StringRef(Known->second).contains("::run::Fn<"))
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
bool Checker::isWhole(const Place& P, const Expr* E) {
  if (!isTextArray(P.Type)) return true;
  refuse(Rule::ValueOfConfigured, E,
         "the characters of " + quoted(P.Field) + " are a text in the configuration: there is no array yet",
         "give the text where the object is made, or make the member a std::string");
  return false;
}

Meaning Checker::load(const Expr* E, Place P) {
  if (!isThere(P.Variable, E->getSourceRange()) || !isWhole(P, E)) return {};
  const LocalState& Local = Locals.find(P.Variable)->second;
  const std::string What = P.Field != nullptr ? "the member " + quoted(P.Field) + " of " + quoted(P.Variable)
                                              : "this element of " + quoted(P.Variable);
  if (Local.IsCall && makerOf(Local, {}) == nullptr)
    return refuse(Rule::ValueOfConfigured, E,
                  quoted(P.Variable) +
                      " is made by a function that is called when the configuration is built: its "
                      "members have no value yet");
  if (P.Field != nullptr && P.Owner == nullptr && P.Maker == nullptr)
    return refuse(Rule::ValueOfConfigured, E, What + " cannot be read while the recipe is converted");
  if (P.Field != nullptr && P.Field->isBitField())
    return refuse(Rule::ValueOfConfigured, E,
                  "the bit-field " + quoted(P.Field) +
                      " may hold less than what was assigned to it: it cannot be read while the recipe is converted",
                  "read the local or parameter that it was set from");
  if (!isRead(P, E->getSourceRange())) return {};
  if (!isKnown(P) || (P.Field != nullptr && P.Owner == nullptr))
    return refuse(Rule::ValueOfConfigured, E,
                  What + " gets its value from a " + (P.Maker != nullptr ? "function" : "constructor") +
                      ": it has none while the recipe is converted");
  const std::string Path = pathText(P.Path);
  const bool IsPart = !Local.Set.contains(Path) && llvm::any_of(Local.Set, [&](const auto& Entry) {
    return Entry.getKey() != Path && isWithin(Entry.getKey(), Path);
  });
  if (P.Field != nullptr && IsPart && liesInPlace(P))
    return refuse(Rule::ValueOfConfigured, E, What + " gets its value from a constructor: only members of it are set");
  // A finished object that was handed in can be passed on.
  if (isUnknown(P, Local.IsGiven && isConfigured(P.Type) ? P.Path.size() - 1 : P.Path.size()))
    return refuse(Rule::ValueOfConfigured, E,
                  What + " is made by a function that is called when the configuration is built: it has no value yet");
  if (!resolve(P)) return {};
  reach(P);
  Meaning M;
  M.What = Meaning::Kind::Load;
  M.Source = skipTransparent(E);
  M.Type = P.Type;
  M.Variable = P.Variable;
  M.Path = P.Path;
  M.Class = objectOf(M.Type);
  M.IsShared = shapeOf(M.Type) == Shape::Shared;
  return M;
}

}  // namespace autoconvert
