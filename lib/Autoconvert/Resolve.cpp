// expression => what it means for the configuration.
#include "Names.h"
#include "Resolver.h"
#include "Rules.h"
#include "Suggest.h"
#include "Tokens.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

Meaning Resolver::expression(const Expr* E) {
  const Expr* S = skipTransparent(E);
  // What the compiler could make nothing of, and has reported: the initialiser of a variable of an unknown type.
  if (S->getType().isNull()) return {};
  if (const CXXRecordDecl* Class = S->getType()->getAsCXXRecordDecl();
      Class != nullptr && Class->getIdentifier() != nullptr && Class->getName() == "nullopt_t" &&
      isInNamespace(Class, "std")) {
    Meaning M;
    M.What = Meaning::Kind::Null;
    M.Source = S;
    return M;
  }
  if (isForbiddenExpression(S)) {
    const auto* Choice = dyn_cast<ConditionalOperator>(S);
    if (!current().Options.AllowControlFlow) {
      // Reported already; what stands in it may hold errors of its own.
      const Flow Before = Now;
      std::vector<Meaning> Values;
      const auto* New = dyn_cast<CXXNewExpr>(S);
      if (Choice != nullptr) {
        collectParts(Choice->getCond(), Values);
        expression(Choice->getTrueExpr());
        expression(Choice->getFalseExpr());
      } else if (New != nullptr && New->hasInitializer() && !New->isArray()) {
        expression(New->getInitializer());
      }
      Now = Before;
      return {};
    }
    // The choice between values stays.
    if (Choice != nullptr &&
        (isConfigured(Choice->getType()) || holdsCall(Choice->getTrueExpr()) || holdsCall(Choice->getFalseExpr())))
      return choice(Choice);
    if (isa<AbstractConditionalOperator>(S)) return value(S);
    return {};
  }
  if (isa<CXXDefaultArgExpr>(S) || isa<CXXDefaultInitExpr>(S) || isa<ImplicitValueInitExpr>(S)) {
    Meaning M;
    M.What = Meaning::Kind::Unset;
    return M;
  }
  if (const auto* Construct = dyn_cast<CXXConstructExpr>(S)) return constructed(Construct);
  if (const auto* List = dyn_cast<CXXStdInitializerListExpr>(S))
    return isConfigured(List->getType()) || holdsCall(List) ? list(List->getSubExpr(), List->getType()) : value(S);
  if (const auto* Init = dyn_cast<InitListExpr>(S)) {
    // Braces around an object of the type itself: T{make()}.
    const CXXRecordDecl* Class = Init->getType()->getAsCXXRecordDecl();
    if (Class != nullptr && Init->getNumInits() == 1 &&
        (!Class->isAggregate() || U.Context.hasSameUnqualifiedType(Init->getInit(0)->getType(), Init->getType())))
      return expression(Init->getInit(0));
    switch (shapeOf(Init->getType())) {
      case Shape::Object:
        return aggregate(S, Init->inits());
      case Shape::Array:
        return list(S, Init->getType());
      case Shape::Value:
        // A scalar in braces is the scalar.
        if (!Init->getType()->isRecordType() && Init->getNumInits() == 1) return expression(Init->getInit(0));
        if ((holdsCallables(Init->getType()) || containerOf(Init->getType()) != Shape::Value) && holdsCall(Init))
          return list(S, Init->getType());
        return isBraced(S, U) ? braced(S) : value(S);
      default:
        return refuse(Rule::Unsupported, S, "this initialisation of a container cannot be converted");
    }
  }
  if (const auto* Init = dyn_cast<CXXParenListInitExpr>(S)) {
    if (shapeOf(Init->getType()) == Shape::Object) return aggregate(S, Init->getUserSpecifiedInitExprs());
    return value(S);
  }
  if (const CXXMemberCallExpr* Conversion = conversionBy(S)) {
    Meaning M = memberCall(Conversion);
    if (M.What == Meaning::Kind::Value) return value(S);
    M.Source = S;
    return M;
  }
  if (auto M = throughPointer(S)) return std::move(*M);
  if (const Alias* Known = aliasOf(S); Known != nullptr && Known->IsPointee) return pointee(S, *Known);
  if (const auto* Comma = dyn_cast<BinaryOperator>(S);
      Comma != nullptr && Comma->isCommaOp() && isConfigured(Comma->getType()))
    return sequence(E, Comma);
  if (auto P = place(S)) return load(S, std::move(*P));
  // *p.get()
  if (const auto* Star = dyn_cast<UnaryOperator>(S);
      Star != nullptr && Star->getOpcode() == UO_Deref && isConfigured(S->getType()) && behind(S) != S) {
    Meaning M = expression(behind(S));
    return M.What == Meaning::Kind::Value ? value(E) : pointee(S, std::move(M));
  }
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(S)) return memberCall(Member);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(S)) return operatorCall(Operator);
  if (const auto* Call = dyn_cast<CallExpr>(S)) return call(Call);
  if (const auto* Reference = dyn_cast<DeclRefExpr>(S)) return reference(Reference);
  if (isa<MemberExpr>(S)) return value(E);
  if (S->getType()->isNullPtrType() || isa<CXXNullPtrLiteralExpr>(S)) {
    Meaning M;
    M.What = Meaning::Kind::Null;
    M.Source = S;
    return M;
  }
  return value(E);
}

// Whether each number that a call gives is one of the other type: others are known when it is built alone.
static bool keepsNumber(QualType Made, QualType Taken, const ASTContext& Context) {
  const auto isWord = [&](QualType Type) {
    return Type->isBooleanType() || Context.hasSameUnqualifiedType(Type, Context.CharTy) || Type->isEnumeralType();
  };
  if (!Made->isArithmeticType() || !Taken->isArithmeticType() || isWord(Made) || isWord(Taken)) return false;
  const auto digits = [&](QualType Type) {
    if (Type->isFloatingType()) return llvm::APFloat::semanticsPrecision(Context.getFloatTypeSemantics(Type));
    return static_cast<unsigned>(Context.getTypeSize(Type)) - (Type->isSignedIntegerType() ? 1 : 0);
  };
  const bool GoesToInteger = Taken->isIntegerType();
  if (GoesToInteger && (!Made->isIntegerType() || (Made->isSignedIntegerType() && !Taken->isSignedIntegerType())))
    return false;
  return digits(Made) <= digits(Taken);
}

static bool hasOwnDeleter(QualType Pointer) {
  const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Pointer->getAsCXXRecordDecl());
  if (shapeOf(Pointer) != Shape::Unique || Special == nullptr || Special->getTemplateArgs().size() < 2) return false;
  const CXXRecordDecl* Deleter = Special->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  return Deleter == nullptr || !isInNamespace(Deleter, "std");
}

// What a node makes must be what the argument takes, or be held by the pointer that it takes.
bool Resolver::fits(const Meaning& M, QualType Wanted) {
  const bool IsRecipe = M.What == Meaning::Kind::Recipe;
  if (M.What != Meaning::Kind::Construct && M.What != Meaning::Kind::Call && M.What != Meaning::Kind::Local &&
      !IsRecipe)
    return true;
  if (M.IsPartial || Wanted.isNull()) return true;
  QualType Made = IsRecipe ? M.Function->getReturnType() : M.Type;
  if (M.What == Meaning::Kind::Local) {
    if (M.Class == nullptr || Locals.find(M.Variable)->second.IsCall) return true;
    Made = U.Context.getCanonicalTagType(M.Class);
  }
  if (M.What == Meaning::Kind::Construct) Made = U.Context.getCanonicalTagType(M.Class);
  Made = decayed(Made);
  const QualType Taken = decayed(Wanted);
  const Shape Kind = shapeOf(Taken);
  // *recipe(), which gives a pointer to a base.
  const LocalState* Result = Kind == Shape::Object ? resultOf(M) : nullptr;
  if (Result != nullptr && Result->Class != nullptr) Made = U.Context.getCanonicalTagType(Result->Class);
  if (containerOf(Taken) == Shape::Optional && U.Context.hasSameType(Made, decayed(elementsOf(Taken).front())))
    return true;
  if (U.Context.hasSameType(Made, Taken) || Kind == Shape::Variant || Kind == Shape::Config) return true;
  if (Kind == Shape::Optional) return fits(M, elementsOf(Taken).front());
  const CXXRecordDecl* Object = Made->isPointerType() ? objectOf(Made->getPointeeType()) : objectOf(Made);
  const CXXRecordDecl* Holds = objectOf(Taken);
  if (IsRecipe && (Kind != Shape::Object || shapeOf(Made) != Shape::Object || Object == nullptr || Holds == nullptr ||
                   !Object->hasDefinition() || !Object->isDerivedFrom(Holds)))
    return true;
  const auto refused = [&](const std::string& Why, const std::string& WayOut = {}) {
    refuse(Rule::Unsupported, M.Source, Why, WayOut);
    return false;
  };
  const bool IsPointer = Made->isPointerType() && Taken->isPointerType();
  if (IsPointer) Holds = Taken->getPointeeType()->getAsCXXRecordDecl();
  if (IsPointer) Object = Made->getPointeeType()->getAsCXXRecordDecl();
  if ((isHolder(Kind) || IsPointer) && Object != nullptr && Holds != nullptr) {
    const bool IsBase = Object->getCanonicalDecl() == Holds->getCanonicalDecl() ||
                        (Object->hasDefinition() && Object->isDerivedFrom(Holds));
    if (IsBase && Made->isPointerType() && hasOwnDeleter(Taken))
      return refused("the plain pointer that " + quoted(M.Function) + " returns would be given a deleter of its own",
                     "let the function return the '" + readableName(Taken) + "'");
    return IsBase || refused("'" + readableName(Made) + "' is not held by '" + readableName(Taken) + "'");
  }
  if (Kind == Shape::Object && Object != nullptr && Holds != nullptr && !Made->isPointerType()) {
    if (Object->getCanonicalDecl() == Holds->getCanonicalDecl()) return true;
    // As a base: of what is passed by value the base alone is taken, as C++ does.
    if (Object->hasDefinition() && Object->isDerivedFrom(Holds)) {
      // A virtual function would tell the whole, which is in its place, from the base.
      if (!IsForCall && !Wanted->isReferenceType() && Holds->isPolymorphic())
        return refused("of this " + quoted(Object) + " C++ keeps the base " + quoted(Holds) +
                           " alone, and the configuration would keep the whole object",
                       "make a " + quoted(Holds) + "; or hold it by std::unique_ptr<" + Holds->getNameAsString() +
                           "> or std::shared_ptr<" + Holds->getNameAsString() + ">");
      if (!llvm::is_contained(Sliced, Object)) Sliced.push_back(Object);
      return true;
    }
    if (M.What != Meaning::Kind::Call)
      return refused("'" + readableName(Made) + "' would have to be converted to '" + readableName(Taken) +
                         "' inside of the library: write an object of that type itself",
                     exemptionOf(Object) + "; or " + textOf(Rule::Unsupported).WayOut);
  }
  if (M.What == Meaning::Kind::Call && keepsNumber(Made, Taken, U.Context)) return true;
  if (M.What == Meaning::Kind::Call && readableName(Made) == "const char*" && readableName(Taken) == "std::string")
    return true;
  const CXXRecordDecl* Any = Taken->getAsCXXRecordDecl();
  if (Object != nullptr && Any != nullptr && isInNamespace(Any, "std") &&
      (Any->getName() == "any" || Any->getName() == "function"))
    return refused(whyNotHeld(Any), wayToHeld(Any, Object));
  if (M.What != Meaning::Kind::Call) return true;
  if (containerOf(Taken) == Shape::Variant && llvm::any_of(elementsOf(Taken), [&](QualType Alternative) {
        return U.Context.hasSameType(decayed(Alternative), Made);
      }))
    return true;
  // A function that gives the object itself, or a pointer that owns it, where the object is wanted by value.
  return refused("the result of " + quoted(M.Function) + ", '" + readableName(Made) +
                 "', would have to be converted to '" + readableName(Taken) +
                 "' after the call: let the function return that type");
}

QualType Resolver::overloadTaken(const Expr* E) const {
  // std::optional is made from it without a word.
  if (const auto* Made = dyn_cast<CXXConstructExpr>(E->IgnoreImplicit());
      Made != nullptr && Made->getNumArgs() == 1 && Made->getBeginLoc() == Made->getArg(0)->getBeginLoc())
    return overloadTaken(Made->getArg(0));
  const Expr* Taken = E->IgnoreParenImpCasts();
  const auto* Address = dyn_cast<UnaryOperator>(Taken);
  if (Address != nullptr && Address->getOpcode() != UO_AddrOf) return {};
  const auto* Reference = dyn_cast<DeclRefExpr>(Address == nullptr ? Taken : Address->getSubExpr()->IgnoreParens());
  if (Reference == nullptr || !isa<FunctionDecl>(Reference->getDecl())) return {};
  const auto* Function = cast<FunctionDecl>(Reference->getDecl());
  const bool IsDeduced = Function->isTemplateInstantiation() && !Reference->hasExplicitTemplateArgs();
  if (!Reference->hadMultipleCandidates() && !IsDeduced) return {};
  return Address == nullptr ? U.Context.getPointerType(Taken->getType()) : Taken->getType();
}

/// Braces, and one of several functions of a name, mean something only to what takes them.
static bool needTypes(llvm::ArrayRef<QualType> Elements) {
  return llvm::any_of(Elements, [](QualType Type) {
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    return Class != nullptr ? !Class->isInStdNamespace() || needTypes(elementsOf(Type)) : Type->isFunctionPointerType();
  });
}

// Each side becomes a configuration of the type of the whole, whose text stays.
Meaning Resolver::chosen(const Expr* Written, const Expr* First, llvm::ArrayRef<const Expr*> Sides) {
  Meaning M;
  M.What = Meaning::Kind::Choice;
  M.Source = Written;
  M.Type = decayed(Written->getType());
  M.Class = objectOf(M.Type);
  M.IsShared = shapeOf(M.Type) == Shape::Shared;
  if (M.Class != nullptr) useClass(M.Class);
  M.IsArg = !isConfigured(M.Type);  // what functions give, and values
  std::string Handle = configType(M, M.Type);
  if (M.IsShared && Handle.rfind("::run::Config<", 0) == 0) Handle.replace(5 + 2, 6, "Shared");
  const std::size_t Before = Into.size();
  collectParts(First, M.Parts);
  std::vector<Meaning> Chosen;
  for (const Expr* Side : Sides) {
    Meaning Of = argument(Side, Written->getType());
    if (Of.isInvalid()) continue;
    if (Of.isUnset()) {
      refuse(Rule::Unsupported, Side, "a choice of something configured and this cannot be converted",
             "write it as `if` and `else`, each with a return of its own, or let the recipe's caller choose");
      continue;
    }
    if (Of.What == Meaning::Kind::Null && shapeOf(M.Type) == Shape::Optional) {
      Of.What = Meaning::Kind::List;
      Of.Type = M.Type;
    }
    M.IsArg |= Of.What == Meaning::Kind::Null || Of.What == Meaning::Kind::Value ||
               Of.What == Meaning::Kind::Parameter || Of.What == Meaning::Kind::Braced ||
               (Of.What == Meaning::Kind::Choice && Of.IsArg);
    copyLocal(Of);
    Meaning As = converted(std::move(Of), M.Type);
    As.Source = Side;
    Chosen.push_back(std::move(As));
  }
  M.Sides = static_cast<unsigned>(Chosen.size());
  // A configuration is that of an object: an argument may be none.
  if (M.IsArg) Handle = "::run::Arg<" + spell(M.Type) + ">";
  for (Meaning& As : Chosen) {
    Meaning& Of = As.Parts.front();
    const bool IsOfType = Of.What == Meaning::Kind::Choice
                              ? Of.IsArg == M.IsArg && U.Context.hasSameType(Of.Type, M.Type)
                              : Of.What == Meaning::Kind::Construct && !Of.IsShared && !Of.IsPartial &&
                                    Handle == "::run::Config<" + Of.Target + ">";
    if (IsOfType)
      Of.Source = As.Source;
    else
      As.Method = Handle;
    M.Parts.push_back(std::move(IsOfType ? Of : As));
  }
  return Into.size() == Before ? M : Meaning();
}

Meaning Resolver::choice(const ConditionalOperator* E) {
  return chosen(E, E->getCond(), {E->getTrueExpr(), E->getFalseExpr()});
}

// `a, b`: the value in front is executed where it stands.
Meaning Resolver::sequence(const Expr* Written, const BinaryOperator* Comma) {
  // The parentheses are what keeps it together.
  const Expr* Whole = Comma;
  for (const Expr* E = Written; E != Comma && E->child_begin() != E->child_end(); E = cast<Expr>(*E->child_begin()))
    if (isa<ParenExpr>(E) && skipTransparent(E) == Comma && Whole == Comma) Whole = E;
  if (value(Comma->getLHS()).isInvalid()) return {};
  return chosen(Whole, Comma->getLHS(), {Comma->getRHS()});
}

namespace {

/// It is kept for as long as the program runs.
bool isText(QualType Type) {
  const std::string Name = readableName(Type);
  return Name == "std::string_view" || Name == "const char*";
}

/// The value that std::move is said of for a parameter which only refers to it; null for anything else. An argument by
/// value would leave it as one that was moved from.
const Expr* movedForReading(const Expr* E, QualType Wanted) {
  if (!Wanted->isLValueReferenceType() || isConfigured(Wanted)) return nullptr;
  E = E->IgnoreParenImpCasts();
  if (const auto* Forwarded = dyn_cast<OpaqueValueExpr>(E);
      Forwarded != nullptr && Forwarded->getSourceExpr() != nullptr)
    E = Forwarded->getSourceExpr()->IgnoreParenImpCasts();
  const auto* Call = dyn_cast<CallExpr>(E);
  if (Call == nullptr || !isStd(Call->getDirectCallee(), "move") || Call->getNumArgs() != 1) return nullptr;
  return isConfigured(Call->getType()) ? nullptr : Call->getArg(0);
}

std::string viewKind(QualType Type) {
  if (Type->isPointerType()) return "pointer";
  return Type->getAsCXXRecordDecl()->getName().ends_with("iterator") ? "iterator" : "'" + readableName(Type) + "'";
}

}  // namespace

Meaning Resolver::argument(const Expr* E, QualType Wanted) {
  // What Clang could not read has no type, and its error is said.
  if (E->getType().isNull()) return expression(E);
  if (!listElement(Wanted).isNull()) return listArgument(E, Wanted);
  if (const Expr* Stays = movedForReading(E, Wanted)) return argument(Stays, Wanted);
  // Assigned to a std::function, or added to a container of such.
  if (holdsCallables(Wanted) && containerOf(Wanted) == Shape::Value)
    if (const CXXMethodDecl* Called = callOperator(E->getType())) return boundMember(E, Called, E, {});
  // What a smart pointer gives is the address of its object.
  const auto* Given = dyn_cast<CXXMemberCallExpr>(skipTransparent(E)->IgnoreParenImpCasts());
  const CXXMethodDecl* Giver = Given == nullptr ? nullptr : Given->getMethodDecl();
  if (Giver != nullptr && Giver->getDeclName().isIdentifier() && Giver->getName() == "get" &&
      isInNamespace(Giver, "std")) {
    const Expr* Holder = behind(Given->getImplicitObjectArgument());
    const VarDecl* Handed = variableOf(Holder);
    if (isHolder(shapeOf(Holder->getType())) && isConfigured(Holder->getType()) &&
        (Handed == nullptr || !Parameters.contains(Handed)))
      return refuse(Rule::Reference, E, whyNoAddress(Holder));
  }
  Meaning M = expression(E);
  // The null pointer to a member is a value of its own, as the others are.
  if (M.What == Meaning::Kind::Value && decayed(Wanted)->isMemberPointerType() &&
      E->IgnoreParenImpCasts()->isNullPointerConstant(U.Context, Expr::NPC_ValueDependentIsNotNull) !=
          Expr::NPCK_NotNull)
    return converted(std::move(M), decayed(Wanted));
  if (!fits(M, Wanted)) return {};
  // It is assigned: where it is converted first, that is looked at there.
  const QualType Made = decayed(E->getType());
  QualType Taken = decayed(Wanted);
  while (shapeOf(Taken) == Shape::Optional && !U.Context.hasSameType(Made, Taken))
    Taken = decayed(elementsOf(Taken).front());
  if (shapeOf(Taken) == Shape::Variant && !U.Context.hasSameType(Made, Taken) && !isOneAlternative(M, Taken, Made, E))
    return {};
  // Braces that are assigned to a container become its content.
  if (M.What == Meaning::Kind::List && isa<CXXStdInitializerListExpr>(skipTransparent(E)) &&
      containerOf(Wanted) == Shape::Map)
    M.Type = decayed(Wanted);
  if (M.What == Meaning::Kind::List && isContainer(containerOf(Wanted))) return retyped(std::move(M), Wanted);
  if (M.What != Meaning::Kind::Value) return M;
  if (const Expr* Gone = isView(decayed(Wanted)) && !isText(decayed(Wanted)) ? pointsInto(E) : nullptr)
    return refuse(Rule::Reference, Gone,
                  "the " + viewKind(decayed(Wanted)) + " refers to what is gone when the configuration is built",
                  "let the parameter take a std::vector or another value; or refer to what lives as long as the "
                  "program, a static constexpr array for one");
  // Braces whose elements do not say their own types are read by the container alone.
  if (isa<CXXStdInitializerListExpr>(skipTransparent(E)) && isBraced(E, U) && needTypes(elementsOf(Wanted))) {
    M.What = Meaning::Kind::Braced;
    M.Type = decayed(Wanted);
    return M;
  }
  // The argument would refer to it.
  const Expr* Plain = E->IgnoreParenImpCasts();
  const auto* Reference = dyn_cast<DeclRefExpr>(Plain);
  const auto* Member = dyn_cast<MemberExpr>(Plain);
  const ValueDecl* Named = Reference != nullptr ? Reference->getDecl()
                           : Member != nullptr  ? Member->getMemberDecl()
                                                : nullptr;
  if (Named != nullptr && hasValueOnly(Named)) return converted(std::move(M), decayed(Named->getType()));
  // One of several functions of a name: the argument's type chose it, and run::Arg takes many types.
  if (const QualType Chosen = overloadTaken(E); !Chosen.isNull()) return converted(std::move(M), Chosen);
  // What C++ narrows without a word, the library would refuse: say that it is meant.
  const Expr* Inner = E->IgnoreParens();
  if (const auto* Full = dyn_cast<FullExpr>(Inner)) Inner = Full->getSubExpr();
  if (const auto* Temporary = dyn_cast<MaterializeTemporaryExpr>(Inner)) Inner = Temporary->getSubExpr();
  const auto* Cast = dyn_cast<ImplicitCastExpr>(Inner);
  if (Cast == nullptr || !Wanted.getNonReferenceType()->isArithmeticType()) return M;
  const Expr* From = Cast->getSubExpr();
  const QualType To = decayed(Cast->getType());
  bool Narrows = false;
  switch (Cast->getCastKind()) {
    case CK_FloatingToIntegral:
    case CK_IntegralToBoolean:
    case CK_FloatingToBoolean:
    case CK_PointerToBoolean:
    case CK_MemberPointerToBoolean:
      Narrows = true;
      break;
    case CK_IntegralToFloating:
    case CK_FloatingCast:
      Narrows = U.Context.getTypeSize(To) < U.Context.getTypeSize(From->getType()) && !From->isEvaluatable(U.Context);
      break;
    case CK_IntegralCast: {
      Expr::EvalResult Constant;
      if (!From->isValueDependent() && From->EvaluateAsInt(Constant, U.Context)) {
        const llvm::APSInt& Number = Constant.Val.getInt();
        llvm::APSInt Fitted = Number.extOrTrunc(static_cast<unsigned>(U.Context.getTypeSize(To)));
        Fitted.setIsSigned(To->isSignedIntegerOrEnumerationType());
        Narrows = !llvm::APSInt::isSameValue(Fitted, Number);
      } else {
        const bool WasSigned = From->getType()->isSignedIntegerOrEnumerationType();
        const bool IsSigned = To->isSignedIntegerOrEnumerationType();
        const auto Before = U.Context.getTypeSize(From->getType());
        const auto After = U.Context.getTypeSize(To);
        Narrows = WasSigned == IsSigned ? After < Before : WasSigned || After <= Before;
      }
      break;
    }
    default:
      break;
  }
  return Narrows ? converted(std::move(M), To) : M;
}

// A constant of a class that has no members, as libraries name their alternatives by, `torch::kReLU`: what is made of
// its class from nothing is the same, and files can say it.
static bool isTag(const VarDecl* Variable) {
  if (!Variable->hasGlobalStorage() || !Variable->getType().isConstQualified()) return false;
  const CXXRecordDecl* Class = Variable->getType()->getAsCXXRecordDecl();
  if (Class == nullptr || !Class->hasDefinition() || !Class->isEmpty() || !isNameable(Variable->getType()))
    return false;
  if (shapeOf(Variable->getType()) != Shape::Object || !Class->hasTrivialDestructor()) return false;
  if (Class->needsImplicitDefaultConstructor()) return Class->hasTrivialDefaultConstructor();
  return llvm::any_of(Class->ctors(), [](const CXXConstructorDecl* Constructor) {
    return Constructor->isDefaultConstructor() && Constructor->getAccess() == AS_public && !Constructor->isDeleted() &&
           !Constructor->isExplicit();
  });
}

Meaning Resolver::reference(const DeclRefExpr* E) {
  const VarDecl* Variable = variableOf(E);
  Meaning M;
  M.Source = E;
  M.Type = E->getType();
  M.Variable = Variable;
  if (const auto Found = Variable == nullptr ? Locals.end() : Locals.find(Variable); Found != Locals.end()) {
    if (held(Variable) == Holds::Nothing) {
      M.What = Meaning::Kind::Null;
      return M;
    }
    if (!isThere(Variable, E->getSourceRange())) return {};
    const bool IsCopied = shapeOf(Variable->getType()) == Shape::Object && Uses.count(Variable) > 1;
    if (IsCopied && wouldShareBeginning(Found->second, E)) return {};
    M.What = Meaning::Kind::Local;
    M.Class = Found->second.Class;
    M.Instance = Found->second.Instance;
    M.IsShared = Found->second.Is == Shape::Shared;
    Found->second.IsPassed = true;
    return M;
  }
  if (Variable != nullptr && Refused.contains(Variable)) return {};
  if (Variable != nullptr && Parameters.contains(Variable)) {
    if (!isThere(Variable, E->getSourceRange())) return {};
    M.What = Meaning::Kind::Parameter;
    return M;
  }
  if (Variable != nullptr && isTag(Variable)) return initialized(Variable->getType(), {}, E);
  return value(E);
}

}  // namespace autoconvert
