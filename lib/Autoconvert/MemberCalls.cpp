// calls of members and operators on configured objects => nodes.
#include "Names.h"
#include "PathSteps.h"
#include "Resolver.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

// Another function that makes the same of such an object: one for objects that are not const, a constructor.
static const FunctionDecl* convertedBy(const CXXConversionDecl* Conversion) {
  const CXXRecordDecl* From = Conversion->getParent()->getDefinition();
  const QualType To = decayed(Conversion->getConversionType()).getCanonicalType();
  for (const NamedDecl* Other : From->getVisibleConversionFunctions()) {
    const auto* One = dyn_cast<CXXConversionDecl>(Other->getUnderlyingDecl());
    if (One != nullptr && One->getCanonicalDecl() != Conversion->getCanonicalDecl() &&
        decayed(One->getConversionType()).getCanonicalType() == To)
      return One;
  }
  const CXXRecordDecl* Made = To->getAsCXXRecordDecl();
  if (Made == nullptr || !Made->hasDefinition()) return nullptr;
  for (const CXXConstructorDecl* One : Made->getDefinition()->ctors()) {
    const CXXRecordDecl* Taken = One->getMinRequiredArguments() > 1 || One->getNumParams() == 0
                                     ? nullptr
                                     : decayed(One->getParamDecl(0)->getType())->getAsCXXRecordDecl();
    if (Taken != nullptr && Taken->getCanonicalDecl() == From->getCanonicalDecl()) return One;
  }
  return nullptr;
}

// An object passed where its class converts to what is wanted: the conversion is made when built.
Meaning Resolver::conversion(const CXXMemberCallExpr* E, const CXXConversionDecl* Conversion) {
  const QualType To = decayed(Conversion->getConversionType());
  const Shape Kind = shapeOf(To);
  const bool CanBeMade = (Kind == Shape::Value || Kind == Shape::Object) && Shapes.isStorable(To) &&
                         (!To->isPointerType() || readableName(To) == "const char*") &&
                         Conversion->getAccess() == AS_public && isNameable(cast<NamedDecl>(Conversion->getParent()));
  Meaning Object = expression(E->getImplicitObjectArgument());
  if (Object.isInvalid()) return {};
  if (Object.What == Meaning::Kind::Value) return value(E);
  if (!CanBeMade) {
    refuseMemberCall(E);
    return {};
  }
  if (!fits(Object, U.Context.getCanonicalTagType(Conversion->getParent()))) return {};
  if (const FunctionDecl* Other = convertedBy(Conversion)) {
    refuse(Rule::Unsupported, E,
           "the conversion of " + quoted(Conversion->getParent()) + " to '" + readableName(To) +
               "' is not the only one: which one is called depends on how the object is given");
    Into.last().Notes = {
        {Other->getLocation(), "this is another one"},
        {E->getExprLoc(), "convert it in a function of your own, whose call becomes a node of the configuration"}};
    return {};
  }
  Meaning M;
  M.What = Meaning::Kind::Call;
  M.Source = E;
  M.Type = To;
  M.Function = Conversion;
  useFunction(Conversion);
  M.Arguments.push_back({"object", std::move(Object)});
  return M;
}

Meaning Resolver::memberCall(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Expr* Object = E->getImplicitObjectArgument();
  if (Method == nullptr) return value(E);
  // run::Config<T> where a T is wanted: the config itself.
  if (isa<CXXConversionDecl>(Method) && isInNamespace(Method, "run")) return expression(Object);
  const LocalState* Local = localOf(Object);
  if (askedContainer(E) != nullptr) return value(E);
  const Expr* Behind = behind(Object);
  QualType Type = Behind->getType();
  if (Type->isPointerType()) Type = Type->getPointeeType();
  const std::optional<Place> Inside = place(Behind);
  const bool IsPlace = Inside.has_value();
  if (IsPlace && Local == nullptr && !isConfigured(Inside->Type)) return value(E);
  if (Local == nullptr && !IsPlace && !isConfigured(Type)) return value(E);
  if (const auto* Conversion = dyn_cast<CXXConversionDecl>(Method)) return conversion(E, Conversion);
  if (Local == nullptr && !IsPlace) {
    const Meaning Known = expression(Behind);
    if (Known.isInvalid()) {
      refuseCallOnRefused(E);
      return {};
    }
    // An object that was handed in finished, or that an exempt call made, is a value.
    if (Known.What == Meaning::Kind::Value) return value(E);
    return setOn(Known, E);
  }
  if (Local != nullptr && Local->Class != nullptr && (!Local->IsCall || makerOf(*Local, {}) != nullptr)) {
    // It is not passed on before it is set.
    const bool WasPassed = Local->IsPassed;
    Meaning Known = expression(Behind);
    if (Known.What == Meaning::Kind::Local) Locals.find(Known.Variable)->second.IsPassed = WasPassed;
    Meaning Set = setOn(std::move(Known), E);
    if (Set.What == Meaning::Kind::Local) Locals.find(Set.Variable)->second.IsPassed = true;
    return Set;
  }
  refuseMemberCall(E);
  return {};
}

/// Constants of the program put together, as flags are: nothing of it waits for the configuration to be built.
static bool isOfConstants(const Expr* E, const ASTContext& Context) {
  const auto isMadeOfThem = [&](auto& Self, const Expr* Part) -> bool {
    Part = skipTransparent(Part);
    if (const auto* Made = dyn_cast<CXXConstructExpr>(Part))
      return Made->getNumArgs() == 1 &&
             (Made->getConstructor()->isCopyOrMoveConstructor() ||
              Made->getConstructor()->isConvertingConstructor(false)) &&
             Self(Self, Made->getArg(0));
    if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(Part))
      return llvm::all_of(Operator->arguments(), [&](const Expr* Operand) { return Self(Self, Operand); });
    const auto* Name = dyn_cast<DeclRefExpr>(Part);
    if (Name == nullptr || isa<EnumConstantDecl>(Name->getDecl())) return Name != nullptr;
    const auto* Variable = dyn_cast<VarDecl>(Name->getDecl());
    return Variable != nullptr && Variable->isConstexpr() && Variable->isFileVarDecl();
  };
  return isMadeOfThem(isMadeOfThem, E) && E->isCXX11ConstantExpr(Context);
}

// p, !p, p != nullptr and the like, of a smart pointer or an optional that is a local or lies in one.
std::optional<bool> Resolver::asksForObject(const Expr* E) {
  const Expr* Pointer = nullptr;
  bool AsksForNone = false;
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
      Call != nullptr && (isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()) ||
                          (isStd(Call->getMethodDecl(), "has_value") && Call->getNumArgs() == 0))) {
    Pointer = Call->getImplicitObjectArgument();
  } else if (const auto* Comparison = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    // p != nullptr is !(p == nullptr) to Clang.
    const auto isNull = [](const Expr* Side) { return Side->IgnoreImplicit()->getType()->isNullPtrType(); };
    if (!isNull(Comparison->getLHS()) && !isNull(Comparison->getRHS())) return std::nullopt;
    Pointer = isNull(Comparison->getRHS()) ? Comparison->getLHS() : Comparison->getRHS();
    AsksForNone = Comparison->getOperator() == BO_EQ;
  } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator != nullptr && Operator->getOperator() == OO_EqualEqual && Operator->getNumArgs() == 2 &&
             Operator->getArg(1)->IgnoreImplicit()->getType()->isNullPtrType()) {
    Pointer = Operator->getArg(0);
    AsksForNone = true;
  }
  if (Pointer == nullptr) return std::nullopt;
  const VarDecl* V = variableOf(Pointer);
  if (const auto P = shapeOf(Pointer->getType()) == Shape::Optional ? containerPlace(Pointer) : place(Pointer);
      P && (isHolder(shapeOf(P->Type)) || shapeOf(P->Type) == Shape::Optional)) {
    const LocalState& Local = Locals.find(P->Variable)->second;
    const bool IsKnown = P->Pointers.empty() && !Now.Moved.contains(P->Variable) && llvm::none_of(P->Path, isElement) &&
                         Local.Places.of(pathText(P->Path)).ObjectSince.has_value();
    return IsKnown ? std::optional(!AsksForNone) : std::nullopt;
  }
  if (V == nullptr || !Locals.contains(V) || !isHolder(shapeOf(V->getType())) || Now.Moved.contains(V))
    return std::nullopt;
  if (held(V) == Holds::Nothing) return AsksForNone;
  // What a function gives, or another pointer, may be nothing.
  const auto* Made = dyn_cast<CallExpr>(skipConversions(V->getInit()));
  const bool IsMade = Made != nullptr &&
                      (isStd(Made->getDirectCallee(), "make_unique") || isStd(Made->getDirectCallee(), "make_shared"));
  if (!IsMade || Uses.isReassigned(V) || held(V) != Holds::Object) return std::nullopt;
  return !AsksForNone;
}

Meaning Resolver::pointee(const Expr* E, Meaning Pointer) {
  if (Pointer.What == Meaning::Kind::Parameter && isHolder(shapeOf(Pointer.Variable->getType()))) {
    Pointer.Source = E;
    Pointer.IsPointee = true;
  }
  if (!Pointer.IsShared) return Pointer;
  Pointer.IsShared = false;
  if (Pointer.What != Meaning::Kind::Local && Pointer.What != Meaning::Kind::Load) return Pointer;
  const LocalState& Local = Locals.find(Pointer.Variable)->second;
  bool IsMade = Local.IsCall;
  bool IsUntold = false;
  for (std::size_t I = 0; I <= Pointer.Path.size(); ++I) {
    const Fact& F = Local.Places.of(pathText(firstSteps(Pointer.Path, I)));
    IsMade |= F.IsUnknown || F.Maker != nullptr;
    IsUntold |= F.IsUntold;
  }
  if (!IsMade && IsUntold && IsOfRefused) return {};
  Place Held;
  Held.Variable = Pointer.Variable;
  Held.Path = Pointer.Path;
  if (const auto* HandedIn = dyn_cast_or_null<ParmVarDecl>(unknownBy(Held, Held.Path.size()).value_or(nullptr))) {
    refuse(Rule::Unsupported, E,
           "a copy of an object that is handed in with " + quoted(HandedIn) + ", and that a shared pointer holds");
    Into.last().Notes = {{HandedIn->getLocation(),
                          "pass the shared pointer, hand the object in by a parameter of its own, or let a function of "
                          "your own return the copy"}};
    return {};
  }
  IsMade |= IsUntold;
  // In the configuration a copy of the call would be another call.
  if (IsMade)
    return refuse(
        Rule::Unsupported, E,
        "a copy of an object that a function makes when the configuration is built, and that a shared pointer "
        "holds",
        "pass the shared pointer, or let a function of your own return the copy");
  Pointer.Source = E;
  Pointer.IsMoved = false;
  Pointer.IsPointee = true;
  return Pointer;
}

Meaning Resolver::operatorCall(const CXXOperatorCallExpr* E) {
  if (const auto* Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
      Method != nullptr && (Method->getParent()->isLambda() || isLocalDefinition(Method->getParent())))
    return {};  // reported already
  bool HasConfigured = false;
  for (const Expr* Operand : E->arguments())
    HasConfigured |= localOf(Operand) != nullptr || isConfigured(skipTransparent(Operand)->getType());
  if (!HasConfigured) {
    const FunctionDecl* Function = E->getDirectCallee();
    if (Function != nullptr && !isConfigured(E->getType())) return value(E);
    // What a std::function gives is finished, as what a pointer to a function does.
    if (isa_and_nonnull<CXXMethodDecl>(Function) && isExemptFunction(Function)) return value(E);
    // Of values alone it makes an object as other functions do: enumerators are put together to flags.
    if (Function != nullptr && !isa<CXXMethodDecl>(Function) && !isExemptFunction(Function))
      return functionCall(E, Function, {E->getArgs(), E->getNumArgs()});
  }
  if (isOfConstants(E, U.Context)) {
    Meaning M;
    M.What = Meaning::Kind::Value;
    M.Source = E;
    M.Type = E->getType();
    return M;
  }
  // *p is the object itself; a copy of a shared one is an object of its own.
  if (E->getOperator() == OO_Star && isDereference(E)) {
    Meaning M = expression(E->getArg(0));
    if (M.isInvalid() || M.What == Meaning::Kind::Value) return M.isInvalid() ? M : value(E);
    const bool IsOptional = shapeOf(E->getArg(0)->getType()) == Shape::Optional;
    if (IsOptional && M.What == Meaning::Kind::Local)
      return refuse(Rule::Unsupported, E, quoted(M.Variable) + " is moved as a whole, of which the content is taken",
                    "move the content alone: std::move(*" + M.Variable->getNameAsString() + ")");
    return pointee(E, std::move(M));
  }
  checkOperands(E);
  refuseOperator(E);
  return {};
}

}  // namespace autoconvert
