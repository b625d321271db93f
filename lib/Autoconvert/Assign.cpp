// statements that change a configured local: assignments, setters.
#include <algorithm>

#include "BitFields.h"
#include "Checker.h"
#include "Metadata.h"
#include "Names.h"
#include "PathSteps.h"
#include "Statement.h"
#include "Suggest.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

bool Knowledge::keepsOrder(const Place& P, SourceRange Range) {
  LocalState& Local = Locals.find(P.Variable)->second;
  if (refuseStaleNames(Local, P.Path, Range) || refuseSeen(P, Range)) return false;
  const std::string Late = Local.Order.set(P.Path, {Now.Block, Loops, Range});
  if (Late.empty()) return true;
  refuse(Rule::Unsupported, Range.getBegin(), Range,
         "'" + Late + "' is set after a setter was called: the configuration cannot keep this order; set it before");
  Into.last().Notes.push_back(
      {Range.getBegin(),
       "a configuration gives an object its members, then calls each setter once, where it was first called: write the "
       "statements in that order, or let a function of your own make the object, whose call becomes a node"});
  return false;
}

// Elements are known where the recipe itself makes the container; empty where the place lies in none.
static std::string wayToElements(const Place& P) {
  const auto Made = P.Path.begin() + static_cast<std::ptrdiff_t>(std::min(P.OuterComputed, P.Path.size()));
  const auto Element = std::find_if(Made, P.Path.end(), isElement);
  if (Element == P.Path.end()) return {};
  const std::string Container = inside(P.Variable->getNameAsString(), pathText(anyElements({P.Path.begin(), Element})));
  const bool HasIndex = !llvm::StringRef(Element->Name).starts_with(".at<");  // of a tuple
  return "its elements are known once the recipe has made them: " +
         (HasIndex ? "make the element as a local, change that, and add or assign it, '" + Container + "[…] = …'; or "
                   : std::string()) +
         "assign '" + Container + "' as a whole, or let a parameter of the constructor take it";
}

// The base that is not public and is, or has as a base of its own, that class; null where there is none.
static const CXXRecordDecl* behindNonPublicBase(const CXXRecordDecl* Object, const CXXRecordDecl* Base) {
  if (!Object->hasDefinition()) return nullptr;
  for (const CXXBaseSpecifier& One : Object->getDefinition()->bases()) {
    const CXXRecordDecl* Of = One.getType()->getAsCXXRecordDecl();
    if (Of == nullptr || !Of->hasDefinition()) continue;
    const bool IsIt = Of->getCanonicalDecl() == Base->getCanonicalDecl() || Of->isDerivedFrom(Base);
    if (IsIt && One.getAccessSpecifier() != AS_public) return Of;
    if (const CXXRecordDecl* Found = IsIt ? behindNonPublicBase(Of, Base) : nullptr) return Found;
  }
  return nullptr;
}

// A member on the way that no argument of its object stands for.
bool Knowledge::refuseNameless(const Place& P, SourceRange Range) {
  const FieldDecl* Field = P.Nameless;
  const CXXRecordDecl* Class = cast<CXXRecordDecl>(Field->getParent());
  const TargetShape& Shape = Shapes.of(Class);
  const LocalState& Local = Locals.find(P.Variable)->second;
  const TargetShape* Whole = P.NamelessTarget != nullptr  ? P.NamelessTarget
                             : P.NamelessMaker != nullptr ? &Shapes.of(P.NamelessMaker)
                             : Local.Class != nullptr     ? &targetOf(Local.Class, Local.Instance)
                                                          : nullptr;
  const auto say = [&](Rule Id, const std::string& Message, const std::string& WayOut = {}) {
    refuse(Id, Range.getBegin(), Range, Message);
    if (!WayOut.empty()) Into.last().Notes.push_back({Range.getBegin(), WayOut});
    return false;
  };
  const std::string InOwnFunction =
      "let a function of your own make the object and assign the member, whose call becomes a node of the "
      "configuration; or, " +
      exemptionOf(Class);
  if (Whole != nullptr && llvm::is_contained(Whole->Hidden, Field))
    return say(Rule::AmbiguousParameter,
               "the member " + quoted(Field) + " of the base " + quoted(Class) +
                   " shares its name with another member of " +
                   quoted(P.NamelessMaker != nullptr ? Whole->Made : Whole->Class) +
                   ": an argument of that name would not be this one",
               "give them names of their own; or " + InOwnFunction);
  if (Class->isAnonymousStructOrUnion())
    return say(Rule::Unsupported,
               "a member of " + std::string(Class->isUnion() ? "an anonymous union" : "an anonymous struct") +
                   " cannot be an argument of the configuration",
               "give the union or struct a name, and a member of that type");
  const bool IsOfFunction = P.NamelessMaker != nullptr;
  if ((!IsOfFunction && llvm::is_contained(Shape.Ambiguous, Field)) ||
      (Whole != nullptr && llvm::is_contained(Whole->Ambiguous, Field)))
    return say(Rule::AmbiguousParameter,
               "the member " + quoted(Field) + " has the name of a " + (IsOfFunction ? "function" : "constructor") +
                   "'s parameter: the argument would mean both",
               (IsOfFunction ? "give one of them another name; or "
                             : "set it by the constructor; or, where the class is yours, give one of them another "
                               "name; or ") +
                   InOwnFunction);
  const auto* Tag = U.Context.getBaseElementType(Field->getType())->getAsTagDecl();
  const bool IsNameless = Tag != nullptr && !Tag->hasNameForLinkage();
  if (!isNameable(Field->getType()))
    return say(Rule::Inaccessible,
               "the type '" + readableName(Field->getType()) + "' of the member " + quoted(Field) +
                   " cannot be named outside of its scope",
               (IsNameless ? "give the type a name; or " : "make the type public; or ") + InOwnFunction);
  if (Whole != nullptr && Whole->isReadAround(Field))
    return say(Rule::Unsupported,
               "an initialiser of " + quoted(Whole->Class) +
                   " reads other members, and braces cannot give the member " + quoted(Field) +
                   " of a base by its name",
               "give " + quoted(Whole->Class) + " a constructor with a parameter for it; or " + InOwnFunction);
  if (const FieldDecl* Array = Whole == nullptr ? nullptr : Whole->arrayInFront(Field))
    return say(Rule::Unsupported,
               "braces give the members of " + quoted(Whole->Class) + " up to the array " + quoted(Array) + ", and " +
                   (Whole->Readers.empty() ? quoted(Whole->Class) + " cannot be assigned to"
                                           : "an initialiser reads other members, before they could be assigned") +
                   ": the member " + quoted(Field) + " cannot be an argument of the configuration",
               "make the array a std::array; or " + InOwnFunction);
  const CXXRecordDecl* Object = P.Through.empty() ? Local.Class : P.Through.back();
  if (const CXXRecordDecl* Hidden = Object == nullptr ? nullptr : behindNonPublicBase(Object, Class))
    return say(Rule::Inaccessible,
               "the base " + quoted(Hidden) + " of " + quoted(Object) +
                   " is not public: only the recipe may set the member " + quoted(Field),
               "make the base public; or " + InOwnFunction);
  return say(Rule::Unsupported, "the member " + quoted(Field) + " of type '" + readableName(Field->getType()) +
                                    "' cannot be an argument of the configuration");
}

// Whether the place is an argument of an object that the recipe makes, or an element of a container that it fills.
bool Knowledge::canReach(const Place& P, SourceRange Range) {
  if (!isThere(P.Variable, Range)) return false;
  const LocalState& Local = Locals.find(P.Variable)->second;
  const auto where = [&](const std::string& Message, Rule Id, const std::string& WayOut = {}) {
    refuse(Id, Range.getBegin(), Range, Message);
    if (!WayOut.empty()) Into.last().Notes.push_back({Range.getBegin(), WayOut});
    return false;
  };
  if (Local.IsCall && makerOf(Local, {}) == nullptr)
    return where(quoted(P.Variable) +
                     " is made by a function that is called when the configuration is built: it has "
                     "no members yet",
                 Rule::ValueOfConfigured);
  // Only a const_cast, or a member that is mutable, lets C++ do that.
  if (P.Pointers.empty() && P.Variable->getType().isConstQualified())
    return where(quoted(P.Variable) + " is const, and so is its configuration: this cannot be changed in it",
                 Rule::Reference, "declare " + quoted(P.Variable) + " without const");
  const auto* HandedIn =
      P.Path.empty() ? nullptr : dyn_cast_or_null<VarDecl>(unknownBy(P, P.Path.size() - 1).value_or(nullptr));
  // One that `using` makes public is an argument.
  const bool IsHidden = P.Field != nullptr && P.Nameless == P.Field &&
                        (P.Field->getAccess() == AS_private || P.Field->getAccess() == AS_protected);
  if (HandedIn != nullptr && !IsHidden) {
    where((P.Field != nullptr ? "the member " + quoted(P.Field) + " lies in an object"
                              : std::string("this element lies in a container")) +
              " that was handed in as " + quoted(HandedIn),
          Rule::ValueOfConfigured);
    Into.last().Notes = {{HandedIn->getLocation(), aroundPassed(HandedIn, Shapes)}};
    return false;
  }
  if (P.Nameless != nullptr && P.Nameless != P.Field) return refuseNameless(P, Range);
  if (P.Setter != nullptr) {
    if (isUnknown(P, P.Path.size() - 1)) return false;
  } else if (P.Field == nullptr) {
    if (!P.Path.empty() && isUnknown(P, P.Path.size() - 1))
      return where(
          "this container is made by a function that is called when the configuration is built: it has no "
          "elements yet",
          Rule::ValueOfConfigured);
  } else {
    if (IsHidden)
      return where("the member " + quoted(P.Field) + " is not public: only the recipe may assign it",
                   Rule::Inaccessible);
    if (isUnknown(P, P.Path.size() - 1))
      return where("the member " + quoted(P.Field) +
                       " lies in an object that is made when the configuration is built: it does not exist yet",
                   Rule::ValueOfConfigured);
    if (P.Nameless == P.Field) return refuseNameless(P, Range);
  }
  if (P.Reader != nullptr) {
    const auto* Class = cast<CXXRecordDecl>(P.Reader->getParent());
    where("the initialiser of " + quoted(P.Reader) + " has read what is changed here" +
              (P.Field == nullptr ? "" : ", " + quoted(P.Field)) +
              ": the configuration makes the object of the class " + quoted(Class) +
              " in one expression, where it would read the new value",
          Rule::AmbiguousParameter,
          "give the value in the braces that make the object, if " + quoted(P.Reader) +
              " is to be made from it; if not, let a function of your own make the object");
    Into.last().Notes.push_back({P.Reader->getLocation(), "the initialiser is here"});
    return false;
  }
  if (!isRead(P, Range) || !isStillAlone(P, Range)) return false;
  if (const TargetShape* Owner =
          P.IsInPlace && P.Field != nullptr && P.Owner != nullptr ? &Shapes.of(P.Owner) : nullptr;
      Owner != nullptr && Owner->IsAggregate && !Owner->FillAfter)
    return where("the member " + quoted(P.Field) + " lies in an object that a constructor makes, and an " +
                     quoted(P.Owner) + " is made in one expression: its members cannot be set afterwards",
                 Rule::Unsupported, "assign the whole object, " + P.Owner->getNameAsString() + "{…}");
  if (P.IsInPlace) return true;
  // What holds the member must be an object that the recipe made, or a default that is known.
  bool IsKnown = P.OuterComputed == 0;
  // A member that lies in what is set on some ways only is set in place on the others.
  const bool IsOfMembers = P.Pointers.empty() && llvm::none_of(P.Path, [](const PathStep& Step) {
                             return isElement(Step) || Step.Name == kContent;
                           });
  bool IsMade = makerOf(Local, {}) != nullptr;
  for (std::size_t I = 1; I < P.Path.size(); ++I) {
    const std::vector<PathStep> Outer = firstSteps(P.Path, I);
    IsMade |= makerOf(Local, Outer) != nullptr;
    IsKnown |= I >= P.OuterComputed && (IsOfMembers ? isSet(Local, Outer) : isSetForSure(Local, Outer));
  }
  if (IsKnown) return true;
  return where((P.Setter != nullptr  ? quoted(P.Setter) + " is called on an object"
                : P.Field != nullptr ? "the member " + quoted(P.Field) + " lies in an object"
                                     : std::string("this element lies in a container")) +
                   (IsMade ? " that a function makes: assign that object first"
                           : " that a constructor computes: assign that object first"),
               Rule::Unsupported, wayToElements(P));
}

namespace {

/// What C++ computes in another type than the member's, and then makes a value of its type: c += 10 of a char.
bool isConvertedBack(const Expr* Compound, const ASTContext& Context) {
  // What is in braces has a type by the operator alone.
  if (const auto* Own = dyn_cast<CXXOperatorCallExpr>(Compound); Own != nullptr && Own->getNumArgs() == 2)
    return isa<CXXStdInitializerListExpr, InitListExpr>(skipTransparent(Own->getArg(1)));
  if (const auto* Operator = dyn_cast<CompoundAssignOperator>(Compound))
    return !Context.hasSameUnqualifiedType(Operator->getComputationResultType(), Operator->getType());
  const auto* Step = dyn_cast<UnaryOperator>(Compound);
  return Step != nullptr && Context.isPromotableIntegerType(Step->getSubExpr()->getType());
}

/// The assignment that a value is, and what it assigns to: `x.b = v` in x.a = x.b = v.
std::pair<const Expr*, const Expr*> assignedFirst(const Expr* Value) {
  Value = Value->IgnoreParenImpCasts();
  if (const auto* Binary = dyn_cast<BinaryOperator>(Value); Binary != nullptr && Binary->getOpcode() == BO_Assign)
    return {Value, Binary->getLHS()};
  const auto* Operator = dyn_cast<CXXOperatorCallExpr>(Value);
  if (Operator == nullptr || Operator->getOperator() != OO_Equal) return {};
  return {Value, Operator->getArg(0)};
}

}  // namespace

// The right side of an assignment is evaluated first; g++ begins with the left one where the class needs no function
// for it.
bool Checker::isInOneOrder(const Place& P, const Expr* Value) {
  const CXXRecordDecl* Class = P.Type->getAsCXXRecordDecl();
  if (Class == nullptr || !Class->hasDefinition() || !Class->hasTrivialCopyAssignment() || !mayHaveEffect(Value))
    return true;
  const auto Index = llvm::find_if(P.Indexes, mayHaveEffect);
  if (Index == P.Indexes.end()) return true;
  refuse(Rule::Unsupported, *Index,
         "compilers do not agree whether this or the right side of the assignment is evaluated first",
         "give the index a local of its own in front of this statement");
  return false;
}

// An optional makes its object of whatever converts to it.
Meaning Checker::assigned(const Expr* Value, QualType Type) {
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  const bool IsOfBraces = Class != nullptr && isInNamespace(Class, "std") && Class->hasDefinition() &&
                          isa<CXXStdInitializerListExpr>(skipTransparent(Value));
  if (IsOfBraces && keepsComparison(Class->getDefinition()))
    return refuse(Rule::Unsupported, Value,
                  "the container keeps the comparison that it has, which is more than a type: as an argument, braces "
                  "would make another container",
                  "make the container as a local of its own, and assign that");
  const bool IsHeld = IsOfBraces && Class->getName().ends_with("multimap");  // as a list of pairs
  if (IsOfBraces && !IsHeld && !isConfigured(Type) && refuseElements(Value, Type, {Value})) return {};
  // A text takes its characters in braces, too; an argument does not.
  if (IsOfBraces && Class->getName() == "basic_string") {
    Meaning M = braced(Value);
    if (!M.isInvalid()) M.Type = decayed(Type);
    return M;
  }
  return shapeOf(Type) == Shape::Optional ? element(Value, Type, Value) : argument(Value, Type);
}

void Checker::setMember(Place P, SourceRange Target, const Expr* Value, const Expr* Compound) {
  if (!canReach(P, Target) || !resolve(P)) return;
  const auto where = [&](const std::string& Message, Rule Id) { refuse(Id, Target.getBegin(), Target, Message); };
  reach(P);
  if (!keepsOrder(P, Target)) return;
  Meaning Place;
  Place.What = Meaning::Kind::Place;
  Place.Variable = P.Variable;
  Place.Path = P.Path;
  if (Compound != nullptr) {
    if (P.Field != nullptr && P.Field->isBitField())
      return where("the bit-field " + quoted(P.Field) +
                       " may hold less than what was assigned to it: it cannot be read while "
                       "the recipe is converted",
                   Rule::ValueOfConfigured);
    const std::string What = P.Field != nullptr ? "the member " + quoted(P.Field) : std::string("this element");
    if (!isKnown(P))
      return where(What + " gets its value from a " + (P.Maker != nullptr ? "function" : "constructor") +
                       ": it has none while the recipe is converted",
                   Rule::ValueOfConfigured);
    if (isUnknown(P, P.Path.size()))
      return where(What + " is made by a function that is called when the configuration is built: it has no value yet",
                   Rule::ValueOfConfigured);
    if (isConvertedBack(Compound, U.Context)) {
      changeStatement(Compound);
      return;
    }
    edit(Target, std::move(Place));
    if (Value != nullptr) keep(value(Value));
    return;
  }
  if (!isInOneOrder(P, Value)) return;
  // x.a = x.b = v: the members are assigned from the right, each what the one behind it holds.
  const auto [Inner, Member] = assignedFirst(Value);
  if (const auto Other = Member != nullptr ? place(Member) : std::nullopt) {
    const auto isBitField = [](const FieldDecl* Field) { return Field != nullptr && Field->isBitField(); };
    if (isConfigured(P.Type) || !U.Context.hasSameUnqualifiedType(Other->Type, P.Type) || isBitField(P.Field) ||
        isBitField(Other->Field))
      return refuse(Rule::Unsupported, Value,
                    "one statement assigns to members that are objects, bit-fields, or of different types",
                    "give each assignment a statement of its own"),
             void();
    if (!assignment(Inner)) return;
    edit(Target, std::move(Place));
    Meaning Read;
    Read.What = Meaning::Kind::Value;
    remember(P, Read);
    return;
  }
  Meaning M = assigned(Value, P.Type);
  if (M.isInvalid()) return;
  if (M.isUnset()) return where("this value cannot be converted", Rule::Unsupported);
  if (M.What == Meaning::Kind::Value && P.Type->isRecordType() && !Shapes.isConvertible(Value->getType(), P.Type)) {
    refuse(Rule::Unsupported, Value,
           "'" + readableName(decayed(Value->getType())) + "' does not convert to '" + readableName(P.Type) +
               "' by itself: the class's own assignment takes it",
           "assign an object of the member's own type, " + readableName(P.Type) + "(…)");
    return;
  }
  M = cutToBits(std::move(M), Value, P.Field);
  M.Allocated.clear();  // a member takes the object itself
  edit(Target, std::move(Place));
  remember(P, M);
  if (M.What == Meaning::Kind::Value)
    keep(M);
  else
    edit(Value->getSourceRange(), std::move(M));
}

bool Checker::assignment(const Expr* E) {
  const Expr* Target = nullptr;
  const Expr* Value = nullptr;
  bool IsCompound = false;
  if (const auto* Binary = dyn_cast<BinaryOperator>(E); Binary != nullptr && Binary->isAssignmentOp()) {
    Target = Binary->getLHS();
    Value = Binary->getRHS();
    IsCompound = Binary->isCompoundAssignmentOp();
  } else if (const auto* Unary = dyn_cast<UnaryOperator>(E); Unary != nullptr && Unary->isIncrementDecrementOp()) {
    Target = Unary->getSubExpr();
    IsCompound = true;
  } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator != nullptr && Operator->isAssignmentOp() && Operator->getNumArgs() == 2) {
    Target = Operator->getArg(0);
    Value = Operator->getArg(1);
    IsCompound = Operator->getOperator() != OO_Equal;
    // An assignment of the class's own is an operator like others, unless it takes what the constructors take.
    const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Operator->getDirectCallee());
    if (Method != nullptr && isConfiguredClass(Method->getParent()) && !Method->isCopyAssignmentOperator() &&
        !Method->isMoveAssignmentOperator()) {
      Value = IsCompound || assignsOtherwise(Method) ? nullptr : convertedTo(Value, Target->getType());
      // Nobody reads what a member holds so far.
      if (Value == nullptr && !IsCompound && place(Target)) return refuseOperator(Operator), true;
      if (Value == nullptr) return false;
    }
  }
  if (Target == nullptr) return false;
  // *o = … of a local optional: the optional holds that from now on.
  const auto* Star = dyn_cast<CXXOperatorCallExpr>(skipTransparent(Target));
  if (const VarDecl* Held = Star != nullptr && Star->getOperator() == OO_Star && Star->getNumArgs() == 1
                                ? variableOf(Star->getArg(0))
                                : nullptr;
      Held != nullptr && !IsCompound && Locals.contains(Held)) {
    if (Locals.find(Held)->second.Is == Shape::Optional) return assignLocal(Held, E, Target, Value), true;
    // *p = … of a smart pointer: others may hold the object, too
    const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
    if (Operator != nullptr && isHolder(shapeOf(Held->getType()))) return refuseOperator(Operator), true;
  }
  if (auto P = place(Target, /*OfValues=*/!IsCompound && holdsCall(Value))) {
    if (IsCompound && isConfigured(P->Type)) return false;
    setMember(std::move(*P), skipTransparent(Target)->getSourceRange(), Value, IsCompound ? E : nullptr);
    return true;
  }
  const VarDecl* Variable = variableOf(skipTransparent(Target));
  if (Variable == nullptr || !Locals.contains(Variable) || IsCompound) return false;
  assignLocal(Variable, E, Target, Value);
  return true;
}

// The local that is assigned to holds something else from now on.
void Checker::hold(const VarDecl* Variable, const Expr* Target, const Meaning& M) {
  LocalState& Local = Locals.find(Variable)->second;
  const bool IsPointer = isHolder(shapeOf(Variable->getType()));
  Now.Moved.erase(Variable);
  if (IsPointer) Now.Pointers[Variable] = Holds::Object;
  if (IsPointer || shapeOf(Variable->getType()) == Shape::Object) {
    Local.IsCall = M.What == Meaning::Kind::Call;
    Local.Made = Local.IsCall || M.What == Meaning::Kind::Recipe ? M.Function : nullptr;
  }
  Place Whole;
  Whole.Variable = Variable;
  remember(Whole, M);
  if (Depth == Local.Depth && Loops.size() == Local.Loops) {
    Local.IsPassed = false;
    Local.Readers.clear();
    Local.Turns.clear();
  }
  const auto* Named = dyn_cast<DeclRefExpr>(skipTransparent(Target));
  if (Named != nullptr && Named->getDecl() == Variable) return;
  Meaning Itself;
  Itself.What = Meaning::Kind::Place;
  Itself.Variable = Variable;
  edit(skipTransparent(Target)->getSourceRange(), std::move(Itself));
}

void Checker::assignLocal(const VarDecl* Variable, const Expr* E, const Expr* Target, const Expr* Value) {
  const QualType Type = Variable->getType();
  // a = b = T(): b is assigned first, and a gets what it holds.
  const auto [Inner, Chained] = assignedFirst(Value);
  const VarDecl* Other = Chained == nullptr ? nullptr : variableOf(Chained);
  if (Other != nullptr && Locals.contains(Other) && U.Context.hasSameType(decayed(Other->getType()), decayed(Type))) {
    const std::size_t Before = Into.size();
    if (!assignment(Inner) || Into.size() != Before) return;
    Meaning Copied = held(Other) == Holds::Object ? expression(Chained) : Meaning();
    copyLocal(Copied);
    if (Copied.What != Meaning::Kind::Local || Copied.IsCopy)
      return refuse(Rule::Unsupported, Value, "this assignment within another cannot be converted",
                    "give each assignment a statement of its own"),
             void();
    return hold(Variable, Target, Copied);
  }
  Meaning M = isValueWithCalls(Type, Value) ? value(Value) : assigned(Value, Type);
  const bool IsPointer = isHolder(shapeOf(Variable->getType()));
  Now.Moved.erase(Variable);
  if (M.isInvalid()) {
    if (IsPointer) Now.Pointers[Variable] = Holds::Object;  // whatever it was to be
    return;
  }
  LocalState& Local = Locals.find(Variable)->second;
  const bool IsCall =
      M.What == Meaning::Kind::Call || (M.What == Meaning::Kind::Local && Locals.find(M.Variable)->second.IsCall);
  if (IsCall && isa<ParmVarDecl>(Variable) && Local.Is == Shape::Object)
    return refuse(Rule::ValueOfConfigured, Value,
                  "the recipe reads or changes members of " + quoted(Variable) +
                      ", and what is assigned here has none while the recipe is converted",
                  "give it to a local of its own"),
           void();
  if (M.What == Meaning::Kind::Null && IsPointer) return makeEmpty(Variable, E);
  if (M.What == Meaning::Kind::Null && Local.Is == Shape::Optional) M = cleared(E, Variable->getType());
  if (M.What == Meaning::Kind::Value && Local.Is == Shape::Variant) M = inContainer(std::move(M), Variable->getType());
  const bool IsObject = shapeOf(Variable->getType()) == Shape::Object;
  // An object that a function makes is made once: a smart pointer holds it, others have copies of it, which are one in
  // the configuration. In each turn of a loop there would have to be another.
  const bool IsMadeLater =
      (Local.IsCall || M.What == Meaning::Kind::Call) && !IsPointer && (!IsObject || Loops.size() != Local.Loops);
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Null || M.isUnset() || IsMadeLater ||
      M.What == Meaning::Kind::Parameter || (M.What == Meaning::Kind::Choice && M.IsArg)) {
    refuse(Rule::Unsupported, E, quoted(Variable) + " is configured: this value cannot be assigned to it",
           IsMadeLater
               ? "what a function makes is made once, when the configuration is built: declare a local of its own "
                 "for it, or hold it in a smart pointer"
           : M.What == Meaning::Kind::Choice
               ? "the choice may be nothing, or a finished object: pass it straight on, or assign in an `if`"
               : "");
    return;
  }
  M.IsOnce = isOneObject(Variable, M);
  M.IsArg = false;  // the local has the node
  copyLocal(M);
  hold(Variable, Target, M);
  edit(Value->getSourceRange(), std::move(M));
}

}  // namespace autoconvert
