// setters of configured objects: x.set_a(1), x.a(1).b(2), T().a(1) => arguments that are applied after construction.
#include "Attributes.h"
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "Suggest.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace autoconvert {

namespace {

bool overrides(const CXXMethodDecl* Method, const CXXMethodDecl* Base) {
  return llvm::any_of(Method->overridden_methods(), [&](const CXXMethodDecl* Overridden) {
    return Overridden->getCanonicalDecl() == Base->getCanonicalDecl() || overrides(Overridden, Base);
  });
}

/// The setter that the argument is for, where the recipe calls another one, which that hides or overrides; else null.
const CXXMethodDecl* calledInstead(const ArgumentShape& Argument, const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = Call->getMethodDecl();
  const auto* Member = dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens());
  const bool IsVirtual = Method->isVirtual() && (Member == nullptr || !Member->hasQualifier());
  const CXXMethodDecl* Other = nullptr;
  for (const CXXMethodDecl* Setter : Argument.Setters) {
    if (Setter->getDeclName() != Method->getDeclName()) continue;
    if (Setter->getParent()->getCanonicalDecl() == Method->getParent()->getCanonicalDecl()) return nullptr;
    if (IsVirtual && (overrides(Setter, Method) || overrides(Method, Setter))) return nullptr;
    Other = Setter;
  }
  return Other;
}

std::string wouldCall(const CXXMethodDecl* Setter, const CXXMethodDecl* Method) {
  return "the configuration would call the " + quoted(Setter) + " of " + quoted(Setter->getParent()) +
         ", not this one of " + quoted(Method->getParent());
}
constexpr const char* InFunction = "do it in a function of your own, whose call becomes a node of the configuration";

}  // namespace

// x(A&&...) beside an x(v) makes the v of whatever it is given.
const CXXMethodDecl* Resolver::setterCalled(const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = Call->getMethodDecl();
  const bool IsForwarding = Method != nullptr && Call->getNumArgs() == 1 && isForwarding(Method, 0) &&
                            Method->getPrimaryTemplate()->getTemplatedDecl()->getParamDecl(0)->isParameterPack();
  if (!IsForwarding) return Method;
  const CXXMethodDecl* Meant = nullptr;
  for (const NamedDecl* Found : Method->getParent()->lookup(Method->getDeclName())) {
    const auto* Other = dyn_cast<CXXMethodDecl>(Found);
    if (Other == nullptr || setterArgument(Other).empty() || Other->isConst() != Method->isConst() ||
        !U.Context.hasSameType(Other->getReturnType(), Method->getReturnType()) ||
        convertedTo(Call->getArg(0), Other->getParamDecl(0)->getType()) == nullptr)
      continue;
    if (Meant != nullptr) return Method;
    Meant = Other;
  }
  return Meant == nullptr ? Method : Meant;
}

Meaning Resolver::given(const CXXMemberCallExpr* Call, const CXXMethodDecl* Setter, QualType Wanted) {
  if (std::optional<std::string> Default = defaultGiven(Call)) return word(Call->getArg(0), std::move(*Default));
  if (refuseKept(Setter, 0, Call->getArg(0))) return {};
  const llvm::SaveAndRestore Nested(IsForCall, true);
  Meaning Given =
      argument(Setter == Call->getMethodDecl() ? Call->getArg(0) : convertedTo(Call->getArg(0), Wanted), Wanted);
  noteReader(Setter, 0, Given);
  return Given;
}

// What the setter sets, whatever the call makes of it: of a template what its defaults say.
QualType Resolver::takenBy(const ArgumentShape& Argument, const CXXMethodDecl* Setter) {
  return decayed(Setter->getPrimaryTemplate() == nullptr ? Setter->getParamDecl(0)->getType() : Argument.Types.front());
}

// The type that the setter takes; null, and reported, where a template would take something else.
QualType Resolver::wantedBy(const ArgumentShape& Argument, const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = setterCalled(Call);
  if (Method->getPrimaryTemplate() == nullptr) return Method->getParamDecl(0)->getType();
  const Expr* Given = Call->getArg(0);
  const QualType From =
      Given->isLValue() ? U.Context.getLValueReferenceType(Given->getType()) : QualType(Given->getType());
  if (Shapes.isConvertible(From, Argument.Types.front())) return Argument.Types.front();
  refuseMemberCall(Call);
  return {};
}

// An object that a function makes has no setters before it is built, where the function's target does not know them.
void Resolver::refuseSetter(const Holder& H, const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = Call->getMethodDecl();
  const NamedDecl* GivenBy = unknownBy(H.At, H.At.Path.size()).value_or(nullptr);
  if (const auto* Parameter = dyn_cast_or_null<VarDecl>(GivenBy)) {
    Finding& F = Into.add(Rule::MemberCall, Call->getExprLoc(), Call->getSourceRange(),
                          quoted(Method) + " is called on an object of type " + quoted(Method->getParent()) +
                              " that was handed in as " + quoted(Parameter));
    F.Notes.push_back({Parameter->getLocation(), aroundParameter(Parameter)});
    return;
  }
  Finding& F = Into.add(Rule::MemberCall, Call->getExprLoc(), Call->getSourceRange(),
                        quoted(Method) + " is called on an object of type " + quoted(Method->getParent()) +
                            " that a function makes when the configuration is built: it does not exist yet");
  const LocalState& Local = Locals.find(H.At.Variable)->second;
  const CXXRecordDecl* Object = Local.Made == nullptr ? nullptr : objectOf(Local.Made->getReturnType());
  if (H.At.Path.empty() && Object != nullptr && recipeAttribute(Local.Made) == nullptr &&
      Shapes.of(Local.Made).Made == nullptr) {
    F.Notes.push_back({Local.Made->getLocation(),
                       "the class " + quoted(Object) + " is not defined where " + quoted(Local.Made) +
                           " is declared, and other files must know what they can set: include its header there, or "
                           "make the object and set it in a function of your own"});
    return;
  }
  const std::string By = H.At.Path.empty() && Local.Made != nullptr ? quoted(Local.Made) : "the function";
  F.Notes.push_back({Local.Made != nullptr ? Local.Made->getLocation() : Call->getExprLoc(),
                     "make the object by a constructor, or annotate " + By +
                         " [[run::autoconvert]]: then its configuration is a part of this one, and can be changed"});
}

const CXXMethodDecl* Resolver::calledOf(llvm::ArrayRef<const CXXRecordDecl*> Others, const CXXMemberCallExpr* Call,
                                        TargetShapes& Shapes) {
  for (const CXXRecordDecl* Made : Others) {
    const ArgumentShape* Own = Shapes.of(Made).setter(Call->getMethodDecl());
    if (const CXXMethodDecl* Other = Own == nullptr ? nullptr : calledInstead(*Own, Call)) return Other;
  }
  return nullptr;
}

// Two setters of one name that take different things need not set the same.
bool Resolver::refuseOtherSetter(const CXXMemberCallExpr* Call, QualType Taken, const Fact& Before) {
  if (Before.Taken.isNull() || (!Before.IsOfSeveral && U.Context.hasSameType(Before.Taken, Taken))) return false;
  const CXXMethodDecl* Method = setterCalled(Call);
  Finding& F = Into.add(Rule::MemberCall, Call->getExprLoc(), Call->getSourceRange(),
                        "another function " + quoted(Method) +
                            " was called on this object, and nothing says that this one replaces what that one set");
  F.Notes.push_back({Method->getLocation(), "call one of them; or " + std::string(InFunction)});
  return true;
}

// The same where one turn of a loop calls one of them, and the next turn another.
bool Resolver::refuseOtherInTurns(const Place& P, const CXXMemberCallExpr* Call, QualType Taken) {
  Fact First;
  noteCalled(First, Taken);
  const auto [Known, IsFirst] = CalledInTurns.try_emplace({Locals.of(P.Variable), pathText(P.Path)}, First);
  return !IsFirst && refuseOtherSetter(Call, Taken, Known->second);
}

// Called on what began as the object that another turn of the loop has made.
void Resolver::refuseInTurns(const LoopCopies::Called& Called) {
  if (Called.Adds) return refuseMemberCall(Called.Call, /*Repeats=*/true);
  const CXXMethodDecl* Method = setterCalled(Called.Call);
  Finding& F = Into.add(Rule::MemberCall, Called.Call->getExprLoc(), Called.Call->getSourceRange(),
                        "another function " + quoted(Method) +
                            " is called on this object in another turn of the loop, and nothing says that one "
                            "replaces what the other one set");
  F.Notes.push_back({Method->getLocation(), "call one of them; or " + std::string(InFunction)});
}

// The argument that the call sets, with its value. Reports what cannot be said.
std::optional<NamedMeaning> Resolver::setting(const Holder& H, const CXXMemberCallExpr* Call) {
  const CXXMethodDecl* Method = setterCalled(Call);
  // What is const makes another object, and leaves this one as it is.
  const ArgumentShape* Argument = Method == nullptr || Method->isConst() || H.Class == nullptr || !setsOneArgument(Call)
                                      ? nullptr
                                      : settable(H, Method->getParent(), targetOf(H).setter(Method));
  const CXXMethodDecl* Other = Argument == nullptr ? nullptr : calledInstead(*Argument, Call);
  if (Argument != nullptr && Other == nullptr && H.Maker == nullptr) Other = calledOf(othersAt(H), Call, Shapes);
  if (Other != nullptr) {
    refuse(Rule::MemberCall, Call, wouldCall(Other, Method), InFunction);
    return std::nullopt;
  }
  Place P = H.At;
  if (Argument != nullptr) {
    P.Path.push_back({Argument->Name});
    P.Path.back().Argument = ArgumentKind::Setter;
  }
  if (Argument == nullptr || (mayAccumulate(Method, H.Class) && mayHaveBeenCalled(P))) {
    refuseMemberCall(Call, /*Repeats=*/Argument != nullptr);
    return std::nullopt;
  }
  P.Setter = Method;
  P.Owner = H.Class;
  P.Maker = H.Maker;
  P.Field = nullptr;
  P.OuterComputed = P.Computed;
  if (isUnknown(P, P.Path.size() - 1)) {
    refuseSetter(H, Call);
    return std::nullopt;
  }
  if (!canReach(P, Call->getSourceRange())) return std::nullopt;
  const QualType Taken = takenBy(*Argument, Method);
  const auto called = [&]() -> Fact& { return Now.Called[Locals.of(P.Variable)].at(pathText(P.Path)); };
  const Fact Called = called();
  const bool IsCalled = !Called.Taken.isNull() && mayHaveBeenCalled(P);
  if ((IsCalled && refuseOtherSetter(Call, Taken, Called)) || (isCalledAgain(P) && refuseOtherInTurns(P, Call, Taken)))
    return std::nullopt;
  const QualType Wanted = wantedBy(*Argument, Call);
  if (Wanted.isNull()) return std::nullopt;
  Meaning Value = given(Call, Method, Wanted);
  if (Value.isInvalid() || !keepsOrder(P, Call->getSourceRange())) return std::nullopt;
  if (Argument->Types.size() > 1) sayType(Value, Call->getArg(0), Wanted);
  reach(P);
  remember(P, Value);
  noteCalled(called(), Taken);
  if (!Loops.empty())
    InLoops.call({Locals.of(P.Variable), pathText(anyElements(H.At.Path))}, Call, Taken,
                 mayAccumulate(Method, H.Class));
  return NamedMeaning{Argument->Name, std::move(Value), Taken};
}

bool Checker::setterStatement(const CXXMemberCallExpr* E) {
  // A chain x.a(1).b(2); is one assignment after the other.
  std::vector<const CXXMemberCallExpr*> Chain;
  const Expr* Object = E;
  for (const auto* Call = E; Call != nullptr && !holder(Object);
       Call = dyn_cast<CXXMemberCallExpr>(skipTransparent(Object))) {
    Chain.push_back(Call);
    Object = Call->getImplicitObjectArgument();
    // std::move(x).a(1), where a is for temporaries
    if (const auto* Move = dyn_cast<CallExpr>(skipTransparent(Object));
        Move != nullptr && isStd(Move->getDirectCallee(), "move") && Move->getNumArgs() == 1)
      Object = Move->getArg(0);
  }
  std::optional<Holder> H = holder(Object);
  if (!H || H->Class == nullptr || !isConfiguredClass(H->Class)) return false;
  if (!resolve(H->At)) return true;
  Meaning Set;
  Set.What = H->At.Path.empty() ? Meaning::Kind::Local : Meaning::Kind::Assign;
  Set.Source = E;
  Set.Variable = H->At.Variable;
  Set.Path = H->At.Path;
  for (auto Call = Chain.rbegin(); Call != Chain.rend(); ++Call) {
    if (auto Setting = setting(*H, *Call)) Set.Settings.push_back(std::move(*Setting));
  }
  if (Set.Settings.size() != Chain.size()) return true;
  const auto hasEffects = [&](const Expr* Index) { return !isStable(Index, E) && Index->HasSideEffects(U.Context); };
  if (Set.Settings.size() > 1 && llvm::any_of(H->At.Indexes, hasEffects)) {
    refuse(Rule::Unsupported, E,
           "the index is computed anew for each call of this chain: write one statement for each");
    return true;
  }
  if (Set.Settings.size() == 1) {
    NamedMeaning Only = std::move(Set.Settings.front());
    Set.What = Meaning::Kind::Assign;
    Set.Path.push_back({Only.Name});
    Set.Parts.push_back(std::move(Only.Of));
    Set.Settings.clear();
  }
  edit(E->getSourceRange(), std::move(Set));
  return true;
}

Meaning Resolver::setOn(Meaning Object, const CXXMemberCallExpr* E) {
  if (Object.isInvalid() || (Object.What == Meaning::Kind::Null && !isThere(Object.Variable, E->getSourceRange())))
    return {};
  const CXXMethodDecl* Method = setterCalled(E);
  const std::optional<Holder> H = holderOf(Object);
  if (H && H->At.Variable != nullptr) {
    // std::move(x).set(1): it is set before anybody takes it.
    const Expr* Move = Object.IsMoved ? Now.Moved.lookup(Object.Variable) : nullptr;
    if (Move != nullptr) Now.Moved.erase(Object.Variable);
    auto Setting = setting(*H, E);
    if (Move != nullptr) Now.Moved.try_emplace(Object.Variable, Move);
    if (!Setting) return {};
    Object.Settings.push_back(std::move(*Setting));
    Object.Source = E;
    return Object;
  }
  const ArgumentShape* Argument =
      H && setsOneArgument(E) ? settable(*H, Method->getParent(), targetOf(*H).setter(Method)) : nullptr;
  const CXXMethodDecl* Other = Argument == nullptr ? nullptr : calledInstead(*Argument, E);
  if (Other == nullptr && Argument != nullptr && Object.What == Meaning::Kind::Recipe && H->Maker == nullptr &&
      resultOf(Object) == nullptr && isHolder(shapeOf(Object.Function->getReturnType())))
    Other = calledOf(derivedFrom(H->Class), E, Shapes);
  if (Other != nullptr) return refuse(Rule::MemberCall, E, wouldCall(Other, Method), InFunction);
  const bool IsSet = Argument != nullptr &&
                     llvm::any_of(Object.Settings, [&](const NamedMeaning& N) { return N.Name == Argument->Name; });
  bool Repeats = IsSet && (mayAccumulate(Method, H->Class) || Object.Settings.back().Name != Argument->Name);
  const LocalState* Result = resultOf(Object);
  if (Argument != nullptr && Object.What == Meaning::Kind::Recipe && mayAccumulate(Method, H->Class)) {
    PathStep Step{Argument->Name};
    Step.Argument = ArgumentKind::Setter;
    const auto Earlier = earlierOf(Result);
    Repeats |= Earlier == nullptr || Earlier->isSet({Step});
  }
  if (Argument == nullptr || Repeats) {
    refuseMemberCall(E, Repeats);
    return {};
  }
  const QualType Taken = takenBy(*Argument, Method);
  if (refuseOtherSetter(E, Taken, calledOn(Object).of(Argument->Name))) return {};
  const QualType Wanted = wantedBy(*Argument, E);
  if (Wanted.isNull()) return {};
  Meaning Value = given(E, Method, Wanted);
  if (Value.isInvalid()) return {};
  if (Argument->Types.size() > 1) sayType(Value, E->getArg(0), Wanted);
  // What the recipe of another file made may have other names for its arguments: those of the class are meant.
  if (Object.What == Meaning::Kind::Recipe && Result == nullptr) {
    useClass(H->Class);
    Object.Target = spell(cast<NamedDecl>(H->Class));
  }
  Object.Settings.push_back({Argument->Name, std::move(Value), Taken});
  Object.Source = E;
  return Object;
}

}  // namespace autoconvert
