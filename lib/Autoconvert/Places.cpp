// x.inner.field on a configured local => the path of an argument.
#include <algorithm>

#include "Defaults.h"
#include "Names.h"
#include "PathSteps.h"
#include "Resolver.h"
#include "Suggest.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace autoconvert {

const LocalState* Knowledge::localOf(const Expr* E) {
  const VarDecl* Variable = variableOf(behind(E));
  const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable);
  return Found == Locals.end() ? nullptr : &Found->second;
}

std::optional<Place> Knowledge::containerPlace(const Expr* E, bool OfValues) {
  const Expr* S = skipTransparent(E);
  if (const VarDecl* Variable = variableOf(S); Variable != nullptr && Locals.contains(Variable)) {
    if (!isContainer(shapeOf(Variable->getType())) && !isContainer(Locals.find(Variable)->second.Is))
      return std::nullopt;
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

// Where the elements are arguments of their own. Those of a container of plain values are not, but where a constructor
// makes them, or functions make some.
std::optional<Place> Knowledge::partedPlace(const Expr* E, bool OfValues) {
  std::optional<Place> P = containerPlace(E, OfValues || holdsCallables(E->getType()));
  if (P) return P;
  P = containerPlace(E, /*OfValues=*/true);
  if (P && !isSetInPart(*P) && !holdsCalls(*P)) P.reset();
  return P;
}

// The 0 of std::get<0>(a)
static const Expr* writtenIndex(const CallExpr* Get) {
  const auto* Callee = dyn_cast<DeclRefExpr>(Get->getCallee()->IgnoreImpCasts());
  const bool IsWritten = Callee != nullptr && Callee->getNumTemplateArgs() > 0 &&
                         Callee->template_arguments()[0].getArgument().getKind() == TemplateArgument::Expression;
  return IsWritten ? Callee->template_arguments()[0].getSourceExpression() : nullptr;
}

// v[0], v.at(0), v.front(), m["key"], std::get<0>(t)
std::optional<Place> Knowledge::elementPlace(const Expr* E, bool OfValues) {
  const Expr* Object = nullptr;
  const Expr* Index = nullptr;
  std::string Name = kElement;
  std::string Number;
  bool Makes = false;
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    // The object that an optional holds is where the optional is.
    if (Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1) return contentPlace(Operator->getArg(0));
    if (Operator->getOperator() != OO_Subscript || Operator->getNumArgs() != 2) return std::nullopt;
    Object = Operator->getArg(0);
    Index = Operator->getArg(1);
    Makes = containerOf(Object->getType()) == Shape::Map;
  } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl* Method = Call->getMethodDecl();
    if (Method == nullptr || !Method->getDeclName().isIdentifier() || !isInNamespace(Method, "std"))
      return std::nullopt;
    Object = Call->getImplicitObjectArgument();
    const llvm::StringRef Function = Method->getName();
    if (Function == "value" && Call->getNumArgs() == 0) return contentPlace(Object);
    if (Call == Added && Function == "emplace") return contentPlace(Object);
    if (Call == Added)
      Name = ".back()";
    else if (Function == "at" && Call->getNumArgs() == 1)
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
    const Shape Of = Get->getNumArgs() == 1 ? containerOf(Get->getArg(0)->getType()) : Shape::Value;
    if (!isStd(Function, "get") || (Of != Shape::Tuple && Of != Shape::Array)) return std::nullopt;
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
    if (Of == Shape::Array) {
      Index = Given->get(0).getKind() == TemplateArgument::Integral ? writtenIndex(Get) : nullptr;
      Number = std::to_string(Which);
    } else {
      Name = tupleElement(Which);
    }
  } else {
    return std::nullopt;
  }
  std::optional<Place> P = partedPlace(Object, OfValues);
  if (!P) return std::nullopt;
  const Shape Kind = containerOf(P->Type);
  const bool IsSetInPart = isSetInPart(*P) && llvm::none_of(P->Path, isElement);
  if (IsSetInPart && Name == ".front()") {
    Name = kElement;
    Number = "0";
  }
  const bool IsIndexed = Kind == Shape::Sequence || Kind == Shape::Array || Kind == Shape::Map;
  if (Name.front() != '.' ? !IsIndexed : (Kind == Shape::Map)) return std::nullopt;
  PathStep Step{Name};
  Step.Makes = Makes;
  Step.Which = Index != nullptr ? knownIndex(Index) : Name;
  if (const auto* Counter = Index == nullptr ? nullptr : dyn_cast<DeclRefExpr>(Index->IgnoreImpCasts()))
    Step.Loop = Counters.lookup(dyn_cast<VarDecl>(Counter->getDecl()));
  if (Kind == Shape::Map && !comparesPlainly(P->Type)) Step.Which.clear();  // equal keys may be spelled in two ways
  if (Index == nullptr && !Number.empty()) {
    Step.Which = Number;
    Step.Index.push_back(word(nullptr, Number));
  }
  if (Name == ".front()") Step.Which = "0";
  if (Name == ".back()") Step.Which = Locals.find(P->Variable)->second.Order.lastOf(P->Path);
  // What is put in the place of an element needs no other one to be known.
  const bool IsInPlace = IsSetInPart && Name == kElement && (Kind != Shape::Map || Makes);
  if (!IsInPlace) noteUnread(*P);
  if (IsSetInPart && P->Computed == 0) P->Computed = P->Path.size();  // an aggregate's, which it computes itself
  if (IsSetInPart && Name == kElement) P->Path.push_back({kInPlace});
  P->Path.push_back(std::move(Step));
  P->IsInPlace = IsInPlace;
  if (Index != nullptr) P->Indexes.push_back(Index);
  P->Type = decayed(E->getType());
  P->Owner = nullptr;
  P->Field = nullptr;
  P->OuterComputed = P->Computed;
  return P;
}

std::optional<Place> Knowledge::contentPlace(const Expr* Optional) {
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

std::string Knowledge::knownIndex(const Expr* Index) const {
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

void Knowledge::reach(const Place& P) {
  for (const CXXRecordDecl* Class : P.Through) {
    if (Class->hasDefinition()) Class = Class->getDefinition();
    reachClass(Class);
  }
}

std::optional<Holder> Knowledge::holder(const Expr* E) {
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
    return holderOf(Variable);
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
    // An element may hold one that was set as a whole: the arrow finds either.
    if (H.At.Unsaid != nullptr || llvm::any_of(H.At.Path, isElement))
      noteUnread(H.At);
    else
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

const TargetShape* Knowledge::targetWithout(const FieldDecl* Field, const Holder& H) {
  if (H.Class == nullptr || H.Maker != nullptr) return nullptr;
  const auto lacks = [&](const CXXRecordDecl* Made, const TargetShape& Target) {
    return Made->hasDefinition() && Made->isDerivedFrom(H.Class) && Target.find(Field) == nullptr;
  };
  if (!isBehindPointer(H)) {
    // What was assigned may have been made by any constructor that the recipe calls.
    const bool IsAssigned =
        H.At.Path.empty() ? Uses.isReassigned(H.At.Variable)
                          : llvm::any_of(H.At.Path, isElement) || isSet(Locals.find(H.At.Variable)->second, H.At.Path);
    for (const auto& [Made, Constructor] : instances())
      if (IsAssigned && Made->getCanonicalDecl() == H.Class->getCanonicalDecl() &&
          Shapes.of(Made, Constructor).find(Field) == nullptr)
        return &Shapes.of(Made, Constructor);
    for (const CXXRecordDecl* Made : othersAt(H))
      if (lacks(Made, Shapes.of(Made))) return &Shapes.of(Made);
    return nullptr;
  }
  for (const CXXRecordDecl* Made : classes())
    if (lacks(Made, Shapes.of(Made))) return &Shapes.of(Made);
  for (const auto& [Made, Constructor] : instances())
    if (lacks(Made, Shapes.of(Made, Constructor))) return &Shapes.of(Made, Constructor);
  for (const CXXRecordDecl* Made : othersAt(H))
    if (llvm::is_contained(Shapes.of(Made).Hidden, Field)) return &Shapes.of(Made);
  return nullptr;
}

std::optional<Place> Knowledge::place(const Expr* E, bool OfValues) {
  E = skipTransparent(E);
  // It takes no temporary, which is what is read of a configuration.
  if (const auto* Call = dyn_cast<CallExpr>(E);
      Call != nullptr && isStd(Call->getDirectCallee(), "as_const") && Call->getNumArgs() == 1)
    return place(Call->getArg(0), OfValues);
  if (const Alias* Known = aliasOf(E)) {
    if (Known->IsPointee || Known->Of.Path.empty()) return std::nullopt;
    return Known->Of;
  }
  const auto* Member = dyn_cast<MemberExpr>(E);
  if (Member == nullptr) return elementPlace(E, OfValues);
  const auto* Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (Field == nullptr) return std::nullopt;
  const Expr* Base = behind(namedAround(Member)->getBase());
  // The two of a pair are elements.
  if (std::optional<Place> P =
          containerOf(Base->getType()) == Shape::Tuple ? partedPlace(Base, OfValues) : std::nullopt) {
    noteUnread(*P);
    P->Path.push_back({tupleElement(Field->getName() == "first" ? 0 : 1)});
    P->Path.back().Which = P->Path.back().Name;
    P->Type = decayed(Field->getType());
    P->Owner = nullptr;
    P->Field = nullptr;
    P->OuterComputed = P->Computed;
    return P;
  }
  if (contentShape(Base->getType()) == Shape::Tuple) return std::nullopt;
  // A member of a plain value, the first of a pair of numbers: a part of that value.
  if (shapeOf(Base->getType()) == Shape::Value && Base->getType()->isRecordType() && place(Base)) return std::nullopt;
  std::optional<Holder> H = holder(Base);
  if (!H) return std::nullopt;
  const TargetShape* Other = targetWithout(Field, *H);
  Place Result = std::move(H->At);
  Result.Owner = H->Class;
  Result.Field = Field;
  Result.Type = decayed(Field->getType());
  // The argument may belong to a base class of what the local holds.
  const ArgumentShape* Argument =
      H->Class == nullptr ? nullptr : settable(*H, cast<CXXRecordDecl>(Field->getParent()), targetOf(*H).find(Field));
  if (Argument != nullptr && Other != nullptr) {
    Argument = nullptr;
    Result.NamelessTarget = Other;
  }
  if (Argument == nullptr && Result.IsInPlace) Argument = Shapes.of(H->Class).twin(Field);
  Result.Path.push_back({Argument == nullptr ? Field->getNameAsString() : Argument->Name});
  Result.Maker = H->Maker;
  if (H->Class != nullptr && H->Maker == nullptr && Result.Reader == nullptr)
    Result.Reader = Shapes.of(H->Class).readerOf(Field);
  const bool IsMember = H->Class == nullptr || targetOf(*H).IsAggregate;
  Result.Path.back().Argument = IsMember ? ArgumentKind::Member : ArgumentKind::Field;
  if (Argument == nullptr) Result.Owner = nullptr;
  if (Argument == nullptr && Result.Nameless == nullptr) {
    Result.Nameless = Field;
    Result.NamelessMaker = H->Maker;
  }
  Result.OuterComputed = Result.Computed;
  const auto isThis = [&](const auto& Reader) { return Reader.first == Field; };
  if (H->Class != nullptr && (H->Maker != nullptr || Result.IsInPlace || !Shapes.of(H->Class).IsAggregate ||
                              llvm::any_of(Shapes.of(H->Class).Readers, isThis)))
    Result.Computed = Result.Path.size();
  return Result;
}

// Neither the recipe nor a default that can be read says what the holder is.
bool Knowledge::liesInPlace(const Place& Holder) {
  if (shapeOf(Holder.Type) != Shape::Object || Holder.Owner == nullptr) return false;
  const TargetShape& Owner = Shapes.of(Holder.Owner);
  if (Owner.IsAggregate && Holder.Maker == nullptr && !Owner.FillAfter) return false;
  if (isSet(Locals.find(Holder.Variable)->second, Holder.Path) || isOpen(Holder)) return false;
  const CXXRecordDecl* Class = objectOf(Holder.Type);
  // A default that cannot be copied cannot be read, and one that holds a finished object cannot be set in part.
  const bool IsComputed = Holder.IsInPlace || Holder.Maker != nullptr || !Owner.IsAggregate ||
                          !Shapes.isCopyable(Holder.Type) ||
                          (Holder.Field != nullptr && beginsWithUnsaid(Holder.Field, Shapes));
  return Class->hasDefinition() && (IsComputed || !Shapes.of(Class).IsAggregate);
}

// Its elements are made by a constructor: nobody can read them, but the recipe can set some.
bool Knowledge::isSetInPart(const Place& P) const {
  if (P.Field == nullptr || P.Owner == nullptr || isUnknown(P, P.Path.size())) return false;
  const bool IsComputed = (P.Computed == P.Path.size() || P.IsInPlace) && !isKnown(P);
  const bool IsUnread = P.Computed == 0 && Shapes.of(P.Owner).IsAggregate && beginsUnread(P) && !isOpen(P);
  if (!IsComputed && !IsUnread) return false;
  // Braces give the member as a whole.
  if (P.Maker == nullptr && Shapes.of(P.Owner).IsAggregate && !Shapes.of(P.Owner).FillAfter) return false;
  const Shape Kind = containerOf(P.Type);
  // In an element of the recipe's own it may be set as a whole, and can grow all the same.
  if (llvm::any_of(P.Path, isElement)) return Kind == Shape::Sequence;
  if (Kind != Shape::Array) return Kind == Shape::Sequence || Kind == Shape::Map || isSetOfValues(P.Type);
  // Those of a C array are copied, and put back.
  const auto* Array = U.Context.getAsConstantArrayType(P.Type);
  return Array == nullptr || (!isTextArray(P.Type) && !Array->getElementType()->isArrayType() &&
                              (!Array->getElementType()->isRecordType() || Shapes.isCopyable(Array->getElementType())));
}

bool Resolver::resolve(Place& P) {
  std::size_t Next = 0;
  for (PathStep& Step : P.Path) {
    if (Step.Name != kElement || !Step.Index.empty()) continue;
    const Expr* Written = P.Indexes[Next++];
    Meaning Index = isBraced(Written, U) ? braced(Written) : value(Written);
    if (Index.isInvalid()) return false;
    Step.Index.push_back(std::move(Index));
  }
  return true;
}

bool Knowledge::isWhole(const Place& P, const Expr* E) {
  if (!isTextArray(P.Type)) return true;
  refuse(Rule::ValueOfConfigured, E,
         "the characters of " + quoted(P.Field) + " are a text in the configuration: there is no array yet",
         "give the text where the object is made, or make the member a std::string");
  return false;
}

// What an object begins with is known once the recipe has assigned it; empty where the place lies in no such object.
static std::string wayToWhole(const Place& P) {
  const auto isInPlace = [](const PathStep& Step) { return Step.Name == kInPlace; };
  const auto Last = std::find_if(P.Path.rbegin(), P.Path.rend(), isInPlace);
  if (P.Maker != nullptr || Last == P.Path.rend()) return {};
  const std::string Whole = inside(P.Variable->getNameAsString(), pathText({P.Path.begin(), Last.base()}));
  return "what the recipe itself sets can be read: assign '" + Whole +
         "' as a whole first, or do this in a function of your own, whose call becomes a node of the configuration";
}

// The call of a function that may give something else each time, in what a member begins with; null where there is
// none.
static const CallExpr* callInDefault(const FieldDecl* Field) {
  const auto find = [](auto& Self, const Stmt* S) -> const CallExpr* {
    if (S == nullptr) return nullptr;
    const auto* Call = dyn_cast<CallExpr>(S);
    const FunctionDecl* Function = Call == nullptr ? nullptr : Call->getDirectCallee();
    if (Function != nullptr && !Function->isConstexpr() && !Function->hasAttr<ConstAttr>() &&
        !Function->hasAttr<PureAttr>() && Function->getDeclName().isIdentifier()) {
      // Those of the library give the same for the same, but for what asks a clock or the like.
      const bool Asks = llvm::StringSwitch<bool>(Function->getName())
                            .Cases({"rand", "time", "clock", "now", "getenv", "get_id"}, true)
                            .Default(false);
      if (Asks || !isInNamespace(Function, "std")) return Call;
    }
    for (const Stmt* Child : S->children())
      if (const CallExpr* Found = Self(Self, Child)) return Found;
    return nullptr;
  };
  return find(find, Field->getInClassInitializer());
}

Meaning Resolver::load(const Expr* E, Place P) {
  if (!isThere(P.Variable, E->getSourceRange()) || !isWhole(P, E)) return {};
  const LocalState& Local = Locals.find(P.Variable)->second;
  const std::string What = P.Field != nullptr ? "the member " + quoted(P.Field) + " of " + quoted(P.Variable)
                                              : "this element of " + quoted(P.Variable);
  if (Local.IsCall && makerOf(Local, {}) == nullptr)
    return refuse(Rule::ValueOfConfigured, E,
                  quoted(P.Variable) +
                      " is made by a function that is called when the configuration is built: its "
                      "members have no value yet");
  if (P.Nameless != nullptr && (P.NamelessMaker == nullptr || P.Nameless != P.Field))
    return refuse(Rule::ValueOfConfigured, E, What + " cannot be read while the recipe is converted");
  if (P.Field != nullptr && P.Field->isBitField())
    return refuse(Rule::ValueOfConfigured, E,
                  "the bit-field " + quoted(P.Field) +
                      " may hold less than what was assigned to it: it cannot be read while the recipe is converted",
                  "read the local or parameter that it was set from");
  if (!isRead(P, E->getSourceRange())) return {};
  if (const CallExpr* Call = P.Field == nullptr || isSetForSure(Local, P.Path) ? nullptr : callInDefault(P.Field))
    return refuse(Rule::ValueOfConfigured, E,
                  What + " begins with what " + quoted(Call->getDirectCallee()) +
                      " gives, which is called anew when the object is made: it may be another value then",
                  "assign it first, or read it in a function of your own, whose call becomes a node of the "
                  "configuration");
  if (!isKnown(P) || (P.Field != nullptr && P.Owner == nullptr))
    return refuse(Rule::ValueOfConfigured, E,
                  What + " gets its value from a " + (P.Maker != nullptr ? "function" : "constructor") +
                      ": it has none while the recipe is converted",
                  wayToWhole(P));
  const std::string Path = pathText(P.Path);
  const bool IsPart =
      !Local.Places.of(Path).IsSet && Local.Places.anyInside(Path, [](const Fact& F) { return F.IsSet; });
  if (P.Field != nullptr && IsPart && liesInPlace(P))
    return refuse(Rule::ValueOfConfigured, E, What + " gets its value from a constructor: only members of it are set");
  // A finished object that was handed in can be passed on.
  // An object that is made later can be passed on, and so can a finished one that was handed in.
  const bool IsPassedOn = isConfigured(P.Type) && (Local.IsGiven || objectOf(P.Type) != nullptr);
  const auto By = unknownBy(P, IsPassedOn ? P.Path.size() - 1 : P.Path.size());
  if (const auto* HandedIn = dyn_cast_or_null<VarDecl>(By.value_or(nullptr))) {
    refuse(Rule::ValueOfConfigured, E, What + " lies in what was handed in as " + quoted(HandedIn));
    Into.last().Notes = {{HandedIn->getLocation(), aroundPassed(HandedIn, Shapes)}};
    return {};
  }
  if (By || holdsCalls(P))
    return refuse(Rule::ValueOfConfigured, E,
                  (By ? What : "an element of " + What) +
                      " is made by a function that is called when the configuration is built: it has no value yet");
  // What a configuration gives of a value is a copy.
  if (!isConfigured(P.Type) && !Moving.contains(skipTransparent(E)) && !Changing.contains(skipTransparent(E)) &&
      !Shapes.isCopyable(P.Type.getNonReferenceType()))
    return refuse(
        Rule::ValueOfConfigured, E,
        What + " can only be moved: a configuration has no copy of its '" + readableName(P.Type) + "' to give",
        "keep it in a local, change or read that, and assign it once, by std::move");
  if (!resolve(P)) return {};
  reach(P);
  if (isConfigured(P.Type)) Locals.find(P.Variable)->second.IsPassed = true;
  Meaning M;
  M.What = Meaning::Kind::Load;
  M.Source = skipTransparent(E);
  M.Type = P.Type;
  M.Variable = P.Variable;
  M.Path = P.Path;
  M.Class = objectOf(M.Type);
  M.IsShared = shapeOf(M.Type) == Shape::Shared;
  M.IsArg = M.IsShared && Local.IsGiven;
  return M;
}

}  // namespace autoconvert
