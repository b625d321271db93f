// a value that is kept as it is written => what of the recipe it reads.
#include "LaterNames.h"
#include "Names.h"
#include "Resolver.h"
#include "Suggest.h"
#include "Unevaluated.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprConcepts.h"

using namespace clang;

namespace autoconvert {

Meaning Resolver::value(const Expr* E) {
  Meaning M = keepValue(E);
  return M.isInvalid() || !refuseChanges(E, /*IsRead=*/true) ? M : Meaning();
}

Meaning Resolver::keepValue(const Expr* E) {
  Meaning M;
  M.What = Meaning::Kind::Value;
  // The text of the whole, without what Clang added around it.
  const Expr* Written = E;
  while (const auto* Opaque = dyn_cast<OpaqueValueExpr>(skipTransparent(Written))) {
    if (Opaque->getSourceExpr() == nullptr) break;
    Written = Opaque->getSourceExpr();
  }
  if (Written->getSourceRange().isInvalid()) Written = skipTransparent(Written);
  M.Source = Written;
  M.Type = E->getType();
  const std::size_t Before = Into.size();
  ReadsRefused = false;
  collectParts(E, M.Parts);
  if (Into.size() != Before || ReadsRefused) return {};
  return M;
}

Meaning Resolver::braced(const Expr* E) {
  Meaning M = value(E);
  if (M.isInvalid()) return M;
  M.What = Meaning::Kind::Braced;
  M.Type = decayed(E->getType());
  return M;
}

// std::set and the like: for a configuration they are values, whatever their elements.
bool Resolver::refuseElements(const Expr* E, QualType Container, llvm::ArrayRef<const Expr*> Given) {
  const CXXRecordDecl* Class = decayed(Container)->getAsCXXRecordDecl();
  if (Class != nullptr && isInNamespace(Class, "std") && (Class->getName() == "any" || Class->getName() == "function"))
    for (const Expr* One : Given) {
      const CXXRecordDecl* Object = shapeOf(One->getType()) == Shape::Object ? objectOf(One->getType()) : nullptr;
      if (Object == nullptr || expression(One).What == Meaning::Kind::Value) continue;
      return refuse(Rule::Unsupported, E, whyNotHeld(Class), wayToHeld(Class, Object)), true;
    }
  if (Class == nullptr || !isInNamespace(Class, "std") || !Class->hasDefinition() ||
      Class->lookup(&U.Context.Idents.get("value_type")).empty())
    return false;
  const Expr* First = nullptr;
  const auto isElement = [&](auto& Self, const Expr* Part) -> bool {
    if (const auto* All = dyn_cast<CXXStdInitializerListExpr>(Part->IgnoreImplicit())) Part = All->getSubExpr();
    Part = Part->IgnoreImplicit();
    // The order or hash that the container has by default is no element.
    if (isa<CXXDefaultArgExpr>(Part)) return false;
    const auto* List = dyn_cast<InitListExpr>(Part);
    if (isConfigured(Part->getType())) First = Part;
    return First != nullptr ||
           (List != nullptr && llvm::any_of(List->inits(), [&](const Expr* One) { return Self(Self, One); }));
  };
  if (llvm::none_of(Given, [&](const Expr* One) { return isElement(isElement, One); })) return false;
  refuse(Rule::ValueOfConfigured, E,
         "the elements of a '" + readableName(decayed(Container)) +
             "' cannot be configured: it is a value, made while the recipe is converted",
         Class->getName() == "span"
             ? "let the parameter take a std::vector, or make the object in a function of your own that takes one: its "
               "call becomes a node of the configuration"
             : "keep them in a std::vector, std::list or std::deque, or by keys that are values in a std::map or "
               "std::unordered_map, or make the container in a function of your own, whose call becomes a node of the "
               "configuration");
  if (const CXXRecordDecl* Of = Class->getName() == "span" ? nullptr : objectOf(First->getType()))
    Into.last().Notes.push_back({E->getBeginLoc(), "or, " + exemptionOf(Of)});
  return true;
}

// What is called while converting can keep no hold of an object that is made later.
bool Resolver::refuseReferences(const CallExpr* E, const FunctionDecl* Function) {
  const bool KeepsAll = isStd(Function, "ref") || isStd(Function, "cref");
  for (unsigned I = 0; I < E->getNumArgs() && I < Function->getNumParams(); ++I) {
    const QualType Taken = Function->getParamDecl(I)->getType();
    const bool MayChange = Taken->isLValueReferenceType() && !Taken.getNonReferenceType().isConstQualified();
    const Expr* Given = skipTransparent(E->getArg(I));
    const VarDecl* Variable = variableOf(Given);
    if (!(KeepsAll || MayChange) || !isConfigured(Given->getType()) || Refused.contains(Variable) ||
        !(Locals.contains(Variable) || Parameters.contains(Variable) || place(Given)))
      continue;
    const bool IsPointer = shapeOf(Given->getType()) == Shape::Unique;
    const std::string WayOut =
        isStd(Function, "exchange") ? "copy the old one into a local, and assign the new one in the next statement"
        : isStd(Function, "swap")   ? IsPointer ? "give each pointer its object where that is made"
                                                : "exchange them by a third, `auto a = x; x = y; y = a;`"
        : isStd(Function, "get")    ? "make the alternative as a local of its own, change that, and assign it"
                                 : "pass the object by value or by std::shared_ptr, or do this in a function of your "
                                   "own, whose call becomes a node of the configuration";
    refuse(Rule::Reference, E->getArg(I),
           quoted(Function) +
               " is given a reference to a configured object, which does not exist while the recipe is "
               "converted",
           WayOut);
    return true;
  }
  return false;
}

static bool isStaticFunction(const ValueDecl* Member) {
  const auto* Method = dyn_cast<CXXMethodDecl>(Member);
  return Method != nullptr && Method->isStatic();
}

static bool isLocal(const ValueDecl* D) {
  const auto* Variable = dyn_cast<VarDecl>(D);
  return Variable != nullptr && Variable->hasLocalStorage();
}

// What a call gives, used as a value. A recipe is converted wherever it is called, [[run::exempt]] or not.
static void sayBothWays(Finding& F, const FunctionDecl* Called, const Expr* E) {
  if (recipeAttribute(Called) != nullptr) {
    F.Notes.push_back(
        {E->getBeginLoc(), "write the call of " + quoted(Called) +
                               " within run::exempt(…), which is executed while the recipe is converted"});
    F.Notes.push_back({E->getBeginLoc(),
                       "or pass its result to a function of your own, whose call becomes a node of the configuration"});
    return;
  }
  F.Notes.push_back({Called->getLocation(),
                     "annotate " + quoted(Called) + " [[run::exempt]] to call it while the recipe is converted"});
  F.Notes.push_back(
      {E->getBeginLoc(),
       "or pass its result straight to an argument, so that the call becomes a node of the configuration"});
}

// Whether what is read there is a copy: it lies in a plain value that the configuration holds, and the statement does
// not change.
bool Resolver::readsCopy(const Expr* E) {
  for (;;) {
    E = skipTransparent(E);
    if (const auto P = place(E)) return !isConfigured(P->Type) && !Changing.contains(E);
    const Expr* Outer = nullptr;
    if (const auto* Member = dyn_cast<MemberExpr>(E))
      Outer = Member->getBase();
    else if (const auto* Subscript = dyn_cast<ArraySubscriptExpr>(E))
      Outer = Subscript->getBase()->IgnoreImpCasts();
    else if (const auto* Method = dyn_cast<CXXMemberCallExpr>(E))
      Outer = Method->getImplicitObjectArgument();
    else if (const auto* Call = dyn_cast<CallExpr>(E); Call != nullptr && Call->getNumArgs() > 0)
      Outer = Call->getArg(0);
    // What a function gives by value is its own, but for an iterator.
    if (Outer == nullptr || (isa<CallExpr>(E) && E->isPRValue() && !isView(E->getType()))) return false;
    E = Outer;
  }
}

// m[k] of a map of values makes the entry that is not there; made in a copy it would be lost.
std::optional<Meaning> Resolver::readEntry(const Expr* E) {
  const Expr* Map = nullptr;
  const Expr* Key = nullptr;
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator != nullptr && Operator->getOperator() == OO_Subscript) {
    Map = Operator->getArg(0);
    Key = Operator->getArg(1);
  } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
             Call != nullptr && Call->getMethodDecl() != nullptr &&
             Call->getMethodDecl()->getOverloadedOperator() == OO_Subscript) {
    Map = Call->getImplicitObjectArgument();
    Key = Call->getArg(0);
  }
  if (Map == nullptr || containerOf(Map->getType()) != Shape::Map || !readsCopy(Map)) return std::nullopt;
  Meaning M;
  M.What = Meaning::Kind::Entry;
  M.Source = E;
  M.Parts = {value(Map), value(Key)};
  return llvm::any_of(M.Parts, [](const Meaning& Part) { return Part.isInvalid(); }) ? Meaning() : M;
}

bool Resolver::isSettled(const CXXMemberCallExpr* E) {
  const Expr* Object = E->getImplicitObjectArgument();
  const CXXMethodDecl* Method = E->getMethodDecl();
  const QualType Type = behind(Object)->getType();
  if (localOf(Object) == nullptr && !place(behind(Object)) && !isConfigured(Type) &&
      !(Type->isPointerType() && isConfigured(Type->getPointeeType())))
    return false;
  const Meaning M = expression(behind(Object));
  if (M.isInvalid()) {
    refuseCallOnRefused(E);
    return true;
  }
  // A finished object: its members may be called.
  if (M.What == Meaning::Kind::Value || (M.What == Meaning::Kind::Load && !isConfigured(M.Type)))
    return refuseElements(E, Type, llvm::ArrayRef(E->getArgs(), E->getNumArgs()));
  if (isa_and_nonnull<CXXConversionDecl>(Method) && isInNamespace(Method, "run"))
    refuse(Rule::ValueOfConfigured, E, "a configured object used as a value");
  else
    refuseMemberCall(E);
  return true;
}

bool Resolver::isSettled(const CXXOperatorCallExpr* E) {
  for (const Expr* Operand : E->arguments()) {
    if (localOf(Operand) == nullptr && !isConfigured(Operand->getType())) continue;
    const Meaning M = expression(Operand);
    if (M.What == Meaning::Kind::Value) continue;
    if (!M.isInvalid()) refuseOperator(E);
    return true;
  }
  const FunctionDecl* Function = E->getDirectCallee();
  const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  if (Method != nullptr && Method->getParent()->isLambda()) return true;  // reported already
  if (Function == nullptr || Method != nullptr || isExemptFunction(Function)) return false;
  refuseOperator(E);
  return true;
}

bool Resolver::isSettled(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  if (isStd(Function, "invoke") && E->getNumArgs() > 1 && E->getArg(0)->getType()->isMemberFunctionPointerType() &&
      isConfigured(E->getArg(1)->getType())) {
    refuseCallThroughPointer(E);
    return true;
  }
  if (Function == nullptr) return false;
  // run::exempt(...) says that everything in it is executed while converting.
  if (isInNamespace(Function, "run") && Function->getDeclName().isIdentifier() && Function->getName() == "exempt")
    return true;
  if (isLocalDefinition(Function)) return true;
  const bool IsExempt = isExemptFunction(Function);
  if (IsExempt ? refuseReferences(E, Function) : refuseOperatorByName(E, Function)) return true;
  if (isStd(Function, "bind_front") &&
      llvm::any_of(E->arguments(), [](const Expr* Bound) { return isConfigured(Bound->getType()); })) {
    refuse(Rule::ValueOfConfigured, E,
           "what std::bind_front binds here is configured: it has no value while the recipe is converted",
           "give the call itself to the argument that takes it, or to an element of the member that holds it");
    return true;
  }
  if (IsExempt && recipeAttribute(Function) == nullptr) return false;
  const Expr* Whole = E;  // a literal begins elsewhere than its call
  Finding& F = Into.add(Rule::ValueOfConfigured, Whole->getBeginLoc(), Whole->getSourceRange(),
                        "the result of " + quoted(Function) +
                            " is used as a value, but the call is made only when the configuration is built");
  sayBothWays(F, Function, Whole);
  return true;
}

// What makes an object, or calls a function.
bool Resolver::isSettled(const Expr* E) {
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(E)) return isSettled(Member);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) return isSettled(Operator);
  if (const auto* Call = dyn_cast<CallExpr>(E)) return isSettled(Call);
  if (const auto* Construct = dyn_cast<CXXConstructExpr>(E)) {
    if (isLocalDefinition(Construct->getConstructor()->getParent())) return true;
    if (refuseElements(E, Construct->getType(), llvm::ArrayRef(Construct->getArgs(), Construct->getNumArgs())))
      return true;
    if (!isConfigured(Construct->getType()) || Construct->getConstructor()->isCopyOrMoveConstructor()) return false;
    refuse(Rule::ValueOfConfigured, E,
           "an object of type '" + readableName(decayed(Construct->getType())) +
               "' is configured: it has no value while the recipe is converted");
    return true;
  }
  if (const auto* Init = dyn_cast<InitListExpr>(E)) {
    if (isLocalDefinition(Init->getType()->getAsCXXRecordDecl())) return true;
    if (!isConfigured(Init->getType())) return false;
    refuse(Rule::ValueOfConfigured, E, "a configured object has no value while the recipe is converted");
    return true;
  }
  return false;
}

void Resolver::standIn(const std::vector<UnevaluatedName>& Names, std::vector<Meaning>& Parts) {
  for (const UnevaluatedName& Name : Names)
    if (isConverted(Name.Variable)) Parts.push_back(word(Name.Reference, Name.StandIn));
}

// Where only the type matters, the object itself need not be there. True: nothing in E is evaluated.
// The type that a kept expression says.
static const TypeSourceInfo* typeSaidIn(const Expr* E) {
  if (const auto* Cast = dyn_cast<ExplicitCastExpr>(E)) return Cast->getTypeInfoAsWritten();
  if (const auto* Made = dyn_cast<CXXTemporaryObjectExpr>(E)) return Made->getTypeSourceInfo();
  if (const auto* Empty = dyn_cast<CXXScalarValueInitExpr>(E)) return Empty->getTypeSourceInfo();
  const auto* Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(E);
  return Trait != nullptr && Trait->isArgumentType() ? Trait->getArgumentTypeInfo() : nullptr;
}

bool Resolver::collectUnevaluated(const Expr* E, std::vector<Meaning>& Parts) {
  if (const TypeSourceInfo* Said = typeSaidIn(E))
    autoconvert::refuseLater(Said->getTypeLoc(), current().Definition, U, Into);
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, TypeTraitExpr, ConceptSpecializationExpr>(E)) {
    standIn(unevaluatedNames(E), Parts);
    return true;
  }
  // What is not valid can be asked in a template alone; and a configuration has other members than its object.
  if (const auto* Requires = dyn_cast<RequiresExpr>(E)) {
    const auto isOfConverted = [&](const UnevaluatedName& Name) { return isConverted(Name.Variable); };
    if (!Requires->isSatisfied() || llvm::any_of(unevaluatedNames(E), isOfConverted))
      Parts.push_back(word(E, Requires->isSatisfied() ? "true" : "false"));
    return true;
  }
  // std::is_same_v<decltype(x), T>
  if (const auto* Named = dyn_cast<DeclRefExpr>(E); Named != nullptr && !isLocal(Named->getDecl()))
    standIn(unevaluatedNames(Named), Parts);
  if (const auto* Cast = dyn_cast<ExplicitCastExpr>(E); Cast != nullptr && Cast->getTypeInfoAsWritten() != nullptr)
    standIn(unevaluatedNames(Cast->getTypeInfoAsWritten()->getTypeLoc()), Parts);
  return false;
}

// A constant, enumerator or static function that is named through an object: its class says it, too.
bool Resolver::isOfClassAlone(const Expr* E) {
  const auto* Member = dyn_cast<MemberExpr>(E);
  if (Member == nullptr) return false;
  const auto* Named = cast<NamedDecl>(Member->getMemberDecl());
  if (!isa<EnumConstantDecl, VarDecl>(Named) && !isStaticFunction(Member->getMemberDecl())) return false;
  if (!isNameable(Named)) return false;
  const auto hasEffects = [&](const Expr* Index) { return Index->HasSideEffects(U.Context); };
  if (const auto P = place(behind(Member->getBase()))) return llvm::none_of(P->Indexes, hasEffects);
  return localOf(Member->getBase()) != nullptr;
}

// A name that stands for itself, unless there is no object of it yet.
void Resolver::refuseLater(const DeclRefExpr* E) {
  autoconvert::refuseLater(E->getDecl(), E->hasQualifier(), E->getSourceRange(), current().Definition, U, Into);
  autoconvert::refuseLater(E->getQualifierLoc(), current().Definition, U, Into);
}

void Resolver::checkNamed(const DeclRefExpr* E) {
  if (const auto* Function = dyn_cast<FunctionDecl>(E->getDecl())) useName(Function);
  refuseLater(E);
  const VarDecl* Variable = variableOf(E);
  if (Variable == nullptr) return;
  if (Refused.contains(Variable)) ReadsRefused = true;
  const auto Local = Locals.find(Variable);
  const bool IsParameter = Parameters.contains(Variable);
  if (Local == Locals.end() && !IsParameter) return;
  const FunctionDecl* Maker = Local != Locals.end() && Local->second.IsCall ? Local->second.Made : nullptr;
  const std::string Origin = Maker == nullptr ? "" : ", being what " + quoted(Maker) + " will give";
  refuse(Rule::ValueOfConfigured, E,
         quoted(Variable) + " is configured" + Origin + ": it has no value while the recipe is converted",
         IsParameter ? aroundParameter(Variable) : "");
  if (Maker == nullptr) return;
  Into.last().Notes.clear();
  sayBothWays(Into.last(), Maker, E);
}

// &x and an array that becomes a pointer, of what is configured.
bool Resolver::refuseAddress(const Expr* E) {
  if (const auto* Decay = dyn_cast<ImplicitCastExpr>(E);
      Decay != nullptr && Decay->getCastKind() == CK_ArrayToPointerDecay && place(Decay->getSubExpr())) {
    refuse(Rule::Reference, E, "an array of a configured object is used as a pointer: there is no array yet",
           "name its elements one by one, or make the member a std::array");
    return true;
  }
  const auto* Unary = dyn_cast<UnaryOperator>(E);
  // &T::member says which member, and is no address.
  if (Unary == nullptr || Unary->getOpcode() != UO_AddrOf || E->getType()->isMemberPointerType()) return false;
  const Expr* Of = Unary->getSubExpr();
  const VarDecl* Variable = variableOf(Of);
  if (Variable != nullptr && Refused.contains(Variable)) {
    ReadsRefused = true;
    return false;
  }
  if (localOf(Of) == nullptr && !place(Of) && !isConfigured(Of->getType())) return false;
  refuse(Rule::Reference, E, whyNoAddress(Of));
  const CXXRecordDecl* Class = Variable != nullptr && Variable->hasGlobalStorage() ? objectOf(Of->getType()) : nullptr;
  if (Class != nullptr) Into.last().Notes = {{E->getExprLoc(), exemptionOf(Class)}};
  return true;
}

// f(x.array) of an f(const int (&)[3]): the configuration keeps a std::array, which the library's own functions take.
bool Resolver::refuseArray(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  if (Function == nullptr || (isInNamespace(Function, "std") && !isStd(Function, "to_array"))) return false;
  for (unsigned I = 0; I < std::min(E->getNumArgs(), Function->getNumParams()); ++I) {
    const QualType Taken = Function->getParamDecl(I)->getType();
    const Expr* Given = E->getArg(I)->IgnoreParenImpCasts();
    if (!Taken->isReferenceType() || !Taken.getNonReferenceType()->isArrayType() || !place(Given)) continue;
    refuse(Rule::Reference, Given,
           quoted(Function) + " takes an array, and the configuration keeps this one as a std::array",
           "give it its elements, or make the member a std::array");
    return true;
  }
  return false;
}

void Resolver::collectParts(const Expr* E, std::vector<Meaning>& Parts) {
  if (E == nullptr || collectUnevaluated(E, Parts)) return;
  if (isa<CXXDefaultArgExpr, CXXDefaultInitExpr, LambdaExpr, CXXNewExpr>(E)) return;
  const auto add = [&](Meaning M) {
    if (!M.isInvalid()) Parts.push_back(std::move(M));
  };
  if (const auto* Opaque = dyn_cast<OpaqueValueExpr>(E)) return collectParts(Opaque->getSourceExpr(), Parts);
  if (isOfClassAlone(E)) return add(word(E, spell(cast<NamedDecl>(cast<MemberExpr>(E)->getMemberDecl()))));
  if (auto P = place(E)) {
    if (!isConfigured(P->Type)) return add(load(E, std::move(*P)));
    refuse(Rule::ValueOfConfigured, E, "what is configured has no value while the recipe is converted");
    return;
  }
  if (refuseHandedRead(E)) return;
  const auto* Call = dyn_cast<CallExpr>(E);
  if (Call != nullptr && !isa<CXXOperatorCallExpr>(Call) && refuseArray(Call)) return;
  if (Call != nullptr && isStd(Call->getDirectCallee(), "move") && Call->getNumArgs() == 1)
    Moving.insert(skipTransparent(Call->getArg(0)));
  if (const Expr* Container = Call != nullptr ? askedContainer(Call) : nullptr) {
    add(asked(Container));
    if (isa<CXXMemberCallExpr>(Call))
      for (const Expr* Key : Call->arguments()) collectParts(Key, Parts);
    return;
  }
  if (const auto* Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    collectParts(Subscript->getBase()->IgnoreImpCasts(), Parts);
    return collectParts(Subscript->getIdx(), Parts);
  }
  if (const auto* Reference = dyn_cast<DeclRefExpr>(E)) return checkNamed(Reference);
  if (refuseAddress(E)) return;
  if (const auto Holds = asksForObject(E)) return add(word(E, *Holds ? "true" : "false"));
  if (auto Entry = readEntry(E)) return add(std::move(*Entry));
  if (isSettled(E)) return;
  for (const Stmt* Child : E->children()) {
    const auto* Sub = dyn_cast_or_null<Expr>(Child);
    if (Sub == nullptr) continue;
    // The name of what is called is no value: f<decltype(x)>()
    const auto* Called = Call != nullptr && Sub == Call->getCallee() && Call->getDirectCallee() != nullptr
                             ? dyn_cast<DeclRefExpr>(Sub->IgnoreParenImpCasts())
                             : nullptr;
    if (Called == nullptr) {
      collectParts(Sub, Parts);
      continue;
    }
    refuseLater(Called);
    standIn(unevaluatedNames(Sub), Parts);
  }
}

}  // namespace autoconvert
