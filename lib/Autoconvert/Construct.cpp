// constructors and calls => nodes.
#include <algorithm>

#include "Checker.h"
#include "Names.h"
#include "Overloads.h"
#include "Rules.h"
#include "Suggest.h"
#include "Templates.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Initialization.h"
#include "clang/Sema/Overload.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

Meaning Checker::constructed(const CXXConstructExpr* E) {
  const CXXConstructorDecl* Constructor = E->getConstructor();
  const Shape Kind = shapeOf(E->getType());
  if (Kind == Shape::Value) {
    if (Constructor->isCopyOrMoveConstructor() && E->getNumArgs() == 1) return expression(E->getArg(0));
    // A callable that is bound here: std::function takes the Partial.
    if (E->getNumArgs() >= 1 && Constructor->getParent()->getName() == "function") {
      const auto* Call = dyn_cast<CallExpr>(skipTransparent(E->getArg(0)));
      if (Call != nullptr && isStd(Call->getDirectCallee(), "bind_front")) return expression(E->getArg(0));
    }
    // A function's result that becomes a value of the standard library stays one call: std::string(make()).
    if (E->getNumArgs() >= 1 && Constructor->isConvertingConstructor(false) && !isa<CXXTemporaryObjectExpr>(E)) {
      const auto* Call = dyn_cast<CallExpr>(skipTransparent(E->getArg(0)));
      const FunctionDecl* Callee = Call == nullptr ? nullptr : Call->getDirectCallee();
      if (Callee != nullptr && !isExemptFunction(Callee) && !isa<CXXMemberCallExpr>(Call) &&
          !isa<CXXOperatorCallExpr>(Call))
        return refuse(Rule::Unsupported, E,
                      "the result of " + quoted(Callee) + " would have to be converted to '" +
                          readableName(decayed(E->getType())) + "' after the call: let the function return that type");
    }
    return isBraced(E, U) ? braced(E) : value(E);
  }
  if (Constructor->isCopyOrMoveConstructor() && E->getNumArgs() >= 1) {
    return expression(E->getArg(0));
  }
  switch (Kind) {
    case Shape::Object:
      return object(E);
    case Shape::Unique:
    case Shape::Shared: {
      Meaning M;
      if (E->getNumArgs() == 0 || isa<CXXDefaultArgExpr>(E->getArg(0))) {
        M.What = Meaning::Kind::Null;
        M.Source = E;
        return M;
      }
      M = expression(E->getArg(0));
      if (Kind == Shape::Shared) M.IsShared = true;
      if (M.What == Meaning::Kind::Value && !isConfigured(E->getArg(0)->getType()))
        return refuse(Rule::Unsupported, E, "a smart pointer made from a raw pointer cannot be converted");
      return M;
    }
    case Shape::Optional:
    case Shape::Variant:
    case Shape::Sequence:
    case Shape::Array:
    case Shape::Map:
    case Shape::Tuple:
      return containerMade(E, Kind);
    case Shape::Config:
    case Shape::Partial:
      return expression(E->getArg(0));
    default:
      break;
  }
  return refuse(Rule::Unsupported, E,
                "this constructor of '" + readableName(decayed(E->getType())) + "' cannot be converted");
}

void Checker::explainMissing(const Expr* E, const FunctionDecl* Function, const std::string& Target) {
  std::vector<std::string> Names;
  for (unsigned I = 0; I < Function->getNumParams(); ++I) {
    const ParmVarDecl* Parameter = Function->getParamDecl(I);
    const QualType Type = Parameter->getType();
    const std::string Name = parameterName(Function, I);
    if (llvm::is_contained(Names, Name)) {
      Finding& F = Into.add(Rule::AmbiguousParameter, E->getBeginLoc(), E->getSourceRange(),
                            "two parameters of " + Target + " are called '" + Name + "'");
      F.Notes.push_back({Function->getLocation(),
                         "declared here; a parameter without a name is called by its position: "
                         "give each one a name of its own"});
      return;
    }
    Names.push_back(Name);
    if (Shapes.canBeArgument(Function, I)) continue;
    if (!isNameable(Type)) {
      refuse(Rule::Inaccessible, E,
             "the type '" + readableName(decayed(Type)) + "' of the parameter '" + Name + "' of " + Target +
                 " cannot be named outside of its scope");
      return;
    }
    if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified() && !isForwarding(Function, I)) {
      refuse(Rule::Reference, E,
             "the parameter '" + Name + "' of " + Target + " is a reference to something that it may change");
      return;
    }
    refuse(Rule::Unsupported, E,
           "the parameter '" + Name + "' of " + Target + " has the type '" + readableName(Type) +
               "', which cannot be an argument of the configuration");
    return;
  }
  if (Function->isVariadic()) {
    refuse(Rule::Unsupported, E, Target + " takes a variable number of arguments");
    return;
  }
  refuse(Rule::Unsupported, E, Target + " cannot be called with named arguments");
}

bool Checker::arguments(Meaning& M, const TargetShape& Shape, const SignatureShape& Signature,
                        llvm::ArrayRef<const Expr*> Arguments) {
  bool Complete = true;
  std::vector<std::pair<unsigned, NamedMeaning>> Set;
  for (std::size_t I = 0; I < Arguments.size(); ++I) {
    const Expr* Argument = skipTransparent(Arguments[I]);
    if (isa<CXXDefaultArgExpr>(Argument)) continue;
    if (I >= Signature.Arguments.size()) {
      refuse(Rule::Unsupported, Argument, "an argument of this type cannot be configured");
      return false;
    }
    const QualType Type = parameterType(Signature.Function, static_cast<unsigned>(I));
    Meaning Part = listElement(Type).isNull() ? argument(Arguments[I], Type) : listArgument(Arguments[I], Type);
    Complete &= !Part.isInvalid();
    if (Part.isInvalid() || Part.isUnset()) continue;
    const unsigned Index = Signature.Arguments[I];
    if (Shape.Arguments[Index].Types.size() > 1) sayType(Part, Arguments[I], Type);
    Set.push_back({Index, {Shape.Arguments[Index].Name, std::move(Part)}});
  }
  // Named initialisers stand in the order of the target's arguments.
  std::sort(Set.begin(), Set.end(), [](const auto& A, const auto& B) { return A.first < B.first; });
  if (M.What == Meaning::Kind::Construct && needsOverload(Shape, Signature, static_cast<unsigned>(Set.size())))
    M.Overload = spellParameters(Signature);
  for (auto& [Index, Argument] : Set) M.Arguments.push_back(std::move(Argument));
  return Complete;
}

// The elements of a std::initializer_list: it is kept as a vector, and made anew when built.
Meaning Checker::listArgument(const Expr* E, QualType Type) {
  constexpr std::size_t Longest = 32;  // as run::Built::list
  const Expr* Written = skipTransparent(E);
  // With its type in front, std::initializer_list<int>{1, 2}, or forwarded.
  for (const Expr* Inner = nullptr; Inner != Written;) {
    Inner = Written;
    if (const auto* Cast = dyn_cast<CXXFunctionalCastExpr>(Written))
      Written = skipTransparent(Cast->getSubExpr());
    else if (const auto* Copy = dyn_cast<CXXConstructExpr>(Written);
             Copy != nullptr && Copy->getNumArgs() == 1 && Copy->getConstructor()->isCopyOrMoveConstructor())
      Written = skipTransparent(Copy->getArg(0));
  }
  const auto* Construct = dyn_cast<CXXConstructExpr>(Written);
  const auto* Braces = dyn_cast<InitListExpr>(Written);
  if ((Construct != nullptr && Construct->getNumArgs() == 0) || (Braces != nullptr && Braces->getNumInits() == 0)) {
    Meaning Empty;
    Empty.What = Meaning::Kind::List;
    Empty.Source = E;
    Empty.Type = decayed(Type);
    return Empty;
  }
  const auto* Elements = dyn_cast<CXXStdInitializerListExpr>(Written);
  if (Elements == nullptr)
    return refuse(Rule::Unsupported, E, "a std::initializer_list that is not written here cannot be converted");
  Meaning M = list(Elements->getSubExpr(), Type);
  if (M.Parts.size() > Longest)
    return refuse(Rule::Unsupported, E,
                  "a std::initializer_list of more than " + std::to_string(Longest) +
                      " elements cannot be made when built: let a constructor take a std::vector");
  return M;
}

// An argument of several types: what C++ converts for the chosen constructor, the library might take as another type.
void Checker::sayType(Meaning& M, const Expr* E, QualType Wanted) {
  M.IsTyped = true;
  if (M.What != Meaning::Kind::Value) return;
  const QualType To = decayed(Wanted);
  const Expr* Inner = E;
  while (true) {
    const Expr* Next = skipTransparent(Inner);
    if (const auto* Construct = dyn_cast<CXXConstructExpr>(Next);
        Construct != nullptr && Construct->getNumArgs() >= 1 && !isa<CXXTemporaryObjectExpr>(Construct) &&
        Construct->getSourceRange() == Construct->getArg(0)->getSourceRange())
      Next = Construct->getArg(0);
    else if (const auto* Cast = dyn_cast<ImplicitCastExpr>(Next); Cast != nullptr)
      Next = Cast->getSubExpr();
    if (Next == Inner) break;
    Inner = Next;
  }
  if (To->isArithmeticType() || U.Context.hasSameType(decayed(Inner->getType()), To)) return;
  const std::string Name = readableName(To);
  if (Name == "std::string" || Name == "std::string_view" || Name == "const char*") return;
  Meaning Whole;
  Whole.What = Meaning::Kind::Convert;
  Whole.Source = M.Source;
  Whole.Type = To;
  Whole.Parts.push_back(std::move(M));
  M = std::move(Whole);
}

Meaning Checker::object(const CXXConstructExpr* E) {
  const CXXConstructorDecl* Constructor = E->getConstructor();
  Meaning M;
  M.What = Meaning::Kind::Construct;
  M.Source = E;
  M.Type = decayed(E->getType());
  M.Class = Constructor->getParent();
  const std::string Name = quoted(M.Class);
  if (Constructor->getAccess() == AS_private || Constructor->getAccess() == AS_protected || Constructor->isDeleted()) {
    Finding& F = Into.add(Rule::Inaccessible, E->getBeginLoc(), E->getSourceRange(),
                          "the constructor of " + Name + " is not public: only the recipe may call it");
    F.Notes.push_back({Constructor->getLocation(),
                       "declared here; make it public, or add a public factory function "
                       "and call that"});
    return {};
  }
  if (isLocalDefinition(M.Class)) return {};
  if (!isNameable(M.Type))
    return refuse(Rule::Inaccessible, E, "the class " + Name + " cannot be named outside of its scope");
  M.Instance = templateInstance(Constructor);
  const TargetShape& Shape = targetOf(M.Class, M.Instance);
  M.Target = spellTarget(Shape);
  if (M.Instance != nullptr) {
    const ConstructorInstance Used(Shape.Class, M.Instance);
    if (!llvm::is_contained(Out->Constructors, Used)) Out->Constructors.push_back(Used);
  } else {
    useClass(M.Class);
  }
  // An aggregate that is made from nothing has no constructor of its own.
  if (Shape.IsAggregate) return M;
  const SignatureShape* Signature = Shape.signature(Constructor);
  if (Signature == nullptr) {
    explainMissing(E, M.Instance != nullptr ? M.Instance : Constructor, Name);
    return {};
  }
  const llvm::ArrayRef<const Expr*> Arguments(E->getArgs(), E->getNumArgs());
  if (!arguments(M, Shape, *Signature, Arguments)) return {};
  return M;
}

Meaning Checker::call(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  if (Function == nullptr || isa<UserDefinedLiteral>(E)) return value(E);
  if (isLocalDefinition(Function)) return {};
  for (const char* Transparent : {"move", "forward", "as_const", "static_pointer_cast"}) {
    if (!isStd(Function, Transparent) || E->getNumArgs() != 1) continue;
    Meaning M = expression(E->getArg(0));
    if (M.What == Meaning::Kind::Value) return value(E);
    M.IsMoved = Function->getName() == "move";
    if (M.IsMoved && M.What == Meaning::Kind::Load) MovedFrom.emplace_back(M.Variable, E);
    return M;
  }
  if (isStd(Function, "addressof") && E->getNumArgs() == 1 && isConfigured(E->getArg(0)->getType())) {
    const Meaning M = expression(E->getArg(0));
    if (M.isInvalid() || M.What == Meaning::Kind::Value) return M.isInvalid() ? M : value(E);
    return refuse(Rule::Reference, E,
                  "the address of a configured object: it does not exist while the recipe is converted");
  }
  if ((isStd(Function, "make_unique") || isStd(Function, "make_shared")) && isConfigured(E->getType())) return made(E);
  if (isStd(Function, "make_optional") && isConfigured(E->getType()))
    return elementMade(elementsOf(E->getType()).front(), llvm::SmallVector<const Expr*, 4>(E->arguments()), E);
  if ((isStd(Function, "make_pair") || isStd(Function, "make_tuple")) && isConfigured(E->getType()))
    return tuple(E->getType(), llvm::SmallVector<const Expr*, 4>(E->arguments()), E);
  if (isStd(Function, "bind_front") && E->getNumArgs() >= 1) {
    const Expr* Bound = skipTransparent(E->getArg(0))->IgnoreImpCasts();
    if (const auto* Address = dyn_cast<UnaryOperator>(Bound); Address != nullptr && Address->getOpcode() == UO_AddrOf)
      Bound = skipTransparent(Address->getSubExpr());  // f and &f are one function
    const auto* Named = dyn_cast<DeclRefExpr>(Bound);
    const auto* Target = Named == nullptr ? nullptr : dyn_cast<FunctionDecl>(Named->getDecl());
    if (const auto* Method = dyn_cast_or_null<CXXMethodDecl>(Target); Method != nullptr && !Method->isStatic())
      Target = nullptr;
    if (Target == nullptr) return value(E);
    return functionCall(E, Target, /*Skip=*/1, /*Partial=*/true);
  }
  if (recipeAttribute(Function) != nullptr && recipeOptions(Function)->NoInline) {
    useRecipe(Function);
    return functionCall(E, Function, /*Skip=*/0, /*Partial=*/false);
  }
  if (recipeAttribute(Function) != nullptr) return recipeCall(E, Function);
  const Shape Returned = shapeOf(E->getType());
  if (const FunctionDecl* Target = explicitTarget(Function)) return explicitCall(E, Target);
  if (Returned == Shape::Config || Returned == Shape::Partial) {
    Meaning M;
    M.What = Meaning::Kind::Ready;
    M.Source = E;
    M.Type = decayed(E->getType());
    M.IsPartial = Returned == Shape::Partial;
    M.Class = objectOf(E->getType());
    // Whoever writes the configuration by hand needs the target as well.
    if (M.Class != nullptr && isConfiguredClass(M.Class) && M.Class->hasDefinition()) useClass(M.Class);
    const std::size_t Before = Into.size();
    for (const Expr* Argument : E->arguments()) collectParts(Argument, M.Parts);
    return Into.size() == Before ? M : Meaning();
  }
  if (isExemptFunction(Function)) return value(E);
  return functionCall(E, Function, /*Skip=*/0, /*Partial=*/false);
}

Meaning Checker::made(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
  if (Given == nullptr || Given->size() == 0 || Given->get(0).getKind() != TemplateArgument::Type)
    return refuse(Rule::Unsupported, E, "this call of '" + Function->getNameAsString() + "' cannot be converted");
  const QualType Type = Given->get(0).getAsType();
  if (Type->isArrayType() || shapeOf(Type) != Shape::Object)
    return refuse(Rule::Unsupported, E,
                  "'" + Function->getNameAsString() + "' of '" + readableName(Type) + "' cannot be converted");
  llvm::SmallVector<const Expr*, 8> Arguments(E->arg_begin(), E->arg_end());
  Meaning M = initialized(Type, Arguments, E);
  M.IsShared = Function->getName() == "make_shared";
  return M;
}

// The body of make_unique or emplace_back is not parsed: ask Clang which constructor it would call.
Meaning Checker::initialized(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
  Sema& S = U.Sema;
  const SourceLocation Where = By->getBeginLoc();
  Type = Type.getUnqualifiedType();
  if (!S.isCompleteType(Where, Type))
    return refuse(Rule::Unsupported, By, "the class '" + readableName(Type) + "' is not complete here");
  // What is forwarded is an object of its own, never a literal: make_unique<T>(0) passes an int, not a null pointer.
  llvm::SmallVector<Expr*, 8> Forwarded;
  for (const Expr* Argument : Arguments) {
    const ExprValueKind Kind = Argument->isLValue() ? VK_LValue : VK_XValue;
    Forwarded.push_back(new (U.Context) OpaqueValueExpr(Argument->getBeginLoc(), Argument->getType(), Kind, OK_Ordinary,
                                                        const_cast<Expr*>(Argument)));  // NOLINT: Clang's interface
  }
  const InitializedEntity Entity = InitializedEntity::InitializeTemporary(Type);
  const InitializationKind Kind = InitializationKind::CreateDirect(Where, Where, By->getEndLoc());
  InitializationSequence Sequence(S, Entity, Kind, Forwarded);
  const std::string Name = quoted(Type->getAsCXXRecordDecl());
  if (const CXXRecordDecl* Class = Type->getAsCXXRecordDecl(); Class->isAbstract())
    return refuse(Rule::Inaccessible, By, "the class " + Name + " is abstract: no object of it can be made");
  if (Sequence.Failed() && Sequence.getFailureKind() == InitializationSequence::FK_ConstructorOverloadFailed &&
      Sequence.getFailedOverloadResult() == OR_Deleted) {
    Finding& F =
        Into.add(Rule::Inaccessible, Where, By->getSourceRange(), "the constructor of " + Name + " is deleted");
    OverloadCandidateSet::iterator Best;
    if (Sequence.getFailedCandidateSet().BestViableFunction(S, Where, Best) == OR_Deleted)
      F.Notes.push_back({Best->Function->getLocation(), "declared here"});
    return {};
  }
  if (Sequence.Failed()) return refuse(Rule::Unsupported, By, "no constructor of " + Name + " takes these arguments");
  for (const InitializationSequence::Step& Step : llvm::make_range(Sequence.step_begin(), Sequence.step_end())) {
    if (Step.Kind != InitializationSequence::SK_ConstructorInitialization) continue;
    const DeclAccessPair Found = Step.Function.FoundDecl;
    if (Found.getAccess() == AS_public || Found.getAccess() == AS_none) continue;
    Finding& F =
        Into.add(Rule::Inaccessible, Where, By->getSourceRange(), "the constructor of " + Name + " is not public");
    F.Notes.push_back({Step.Function.Function->getLocation(),
                       "declared here; make it public, or add a public factory "
                       "function and call that"});
    return {};
  }
  const ExprResult Result = Sequence.Perform(S, Entity, Kind, Forwarded);
  if (!Result.isUsable()) return refuse(Rule::Unsupported, By, "no constructor of " + Name + " takes these arguments");
  Meaning M = expression(Result.get());
  if (M.Source == nullptr || M.What == Meaning::Kind::Construct) M.Source = By;
  return M;
}

Meaning Checker::functionCall(const CallExpr* E, const FunctionDecl* Function, unsigned Skip, bool Partial) {
  Meaning M;
  M.What = Meaning::Kind::Call;
  M.Source = E;
  M.Type = E->getType();
  M.Function = Function;
  M.IsPartial = Partial;
  const std::string Name = quoted(Function);
  if (const auto* Method = dyn_cast<CXXMethodDecl>(Function); Method != nullptr && !Method->isStatic())
    return refuse(Rule::MemberCall, E, "the member function " + Name + " cannot be a target");
  if (Function->getReturnType()->isVoidType()) {
    Finding& F = Into.add(Rule::ValueOfConfigured, E->getBeginLoc(), E->getSourceRange(),
                          "the call of " + Name + " gives no object, so it has no place in the configuration");
    F.Notes.push_back(
        {Function->getLocation(), "annotate " + Name + " [[run::exempt]] to call it while the recipe is converted"});
    return {};
  }
  if (!isNameable(cast<NamedDecl>(Function)))
    return refuse(Rule::Inaccessible, E, "the function " + Name + " is not public: only the recipe may call it");
  if (Function->getReturnType()->isReferenceType() && !isConfigured(Function->getReturnType())) {
    return refuse(Rule::Reference, E, "the function " + Name + " returns a reference: it cannot be called when built");
  }
  const TargetShape& Shape = Shapes.of(Function);
  const SignatureShape* Signature = Shape.signature(Function);
  if (Signature == nullptr) {
    explainMissing(E, Function, Name);
    return {};
  }
  useFunction(Function);
  llvm::SmallVector<const Expr*, 8> Arguments(E->arg_begin() + Skip, E->arg_end());
  if (!arguments(M, Shape, *Signature, Arguments)) return {};
  return M;
}

Meaning Checker::recipeCall(const CallExpr* E, const FunctionDecl* Recipe) {
  Meaning M;
  M.What = Meaning::Kind::Recipe;
  M.Source = E;
  M.Type = E->getType();
  M.Function = Recipe;
  M.Class = objectOf(E->getType());
  M.IsShared = shapeOf(E->getType()) == Shape::Shared;
  useRecipe(Recipe);
  if (recipeOptions(Recipe)->Partial) M.IsPartial = true;
  if (!isAskedFor(Recipe, U)) {
    Finding& F = Into.add(Rule::Unsupported, E->getBeginLoc(), E->getSourceRange(),
                          "this instance of the recipe template " + quoted(Recipe) +
                              " is not asked for where the template is: its companion has no converted form of it");
    F.Notes.push_back({Recipe->getLocation(), "instantiate it explicitly below the template: template " +
                                                  readableName(decayed(E->getType())) + " " +
                                                  readableName(cast<NamedDecl>(Recipe)) + "(…);"});
    return {};
  }
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    if (isa<CXXDefaultArgExpr>(E->getArg(I))) break;
    const QualType Type = Recipe->getParamDecl(I)->getType();
    Meaning Part = argument(E->getArg(I), Type);
    if (Part.isInvalid()) return {};
    // A forwarding call takes no braces and no bare nullptr of its own type.
    if (Part.What == Meaning::Kind::List && !Part.Type.isNull()) Part.Type = decayed(Type);
    M.Parts.push_back(std::move(Part));
  }
  return M;
}

namespace {

/// Why a method is no setter; empty where it is one, and something else forbids the call.
std::string whyNoSetter(const CXXMethodDecl* Method) {
  const std::string Name = quoted(Method);
  if (isa<CXXConversionDecl>(Method)) return {};
  if (Method->isConst()) return Name + " is const, so it sets nothing";
  if (Method->getNumParams() != 1)
    return Name + " takes " + std::to_string(Method->getNumParams()) + " arguments, a setter takes one";
  if (Method->getPrimaryTemplate() != nullptr) return Name + " is a template, so its argument has no type of its own";
  if (!setterArgument(Method).empty()) return {};
  const QualType Result = Method->getReturnType();
  if (!Result->isVoidType() && decayed(Result)->getAsCXXRecordDecl() != Method->getParent())
    return Name + " returns '" + readableName(Result) + "', a setter returns nothing or its own object";
  return Name + " does not say by its name that it sets something";
}

}  // namespace

void Checker::refuseMemberCall(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Expr* Object = E->getImplicitObjectArgument();
  const CXXRecordDecl* Class = Method->getParent();
  // The object may be of a class that inherits the function.
  if (const CXXRecordDecl* Own = objectOf(behind(Object)->getType()); Own != nullptr && Own->hasDefinition())
    Class = Own;
  if (Method->getAccess() == AS_private || Method->getAccess() == AS_protected) {
    refuse(Rule::Inaccessible, E->getExprLoc(), E->getSourceRange(),
           "the member function " + quoted(Method) + " is not public: only the recipe may call it");
    return;
  }
  Finding& F = Into.add(Rule::MemberCall, E->getExprLoc(), E->getSourceRange(),
                        "the member function " + quoted(Method) + " is called on a configured object of type " +
                            quoted(Class) + ", which does not exist while the recipe is converted");
  if (isContainer(shapeOf(E->getImplicitObjectArgument()->getType())))
    F.Notes.push_back(
        {E->getExprLoc(),
         "elements are added with push_back, emplace_back, insert or emplace, and assigned with [ ]: make "
         "the container as it is to be, or write the explicit form, a function that returns run::Config"});
  const std::string InFunction = "do it in a function of your own, whose call becomes a node of the configuration";
  const Meaning::Kind Kind = localOf(Object) == nullptr ? Meaning::Kind::Invalid : Meaning::Kind::Local;
  if (Kind == Meaning::Kind::Local && localOf(Object)->IsCall) {
    F.Notes.push_back({Object->getBeginLoc(),
                       "the object is made by a function that is called when the configuration "
                       "is built: " +
                           InFunction});
    return;
  }
  // The way out for this very class: a setter or a public member that could be meant.
  if (isConfiguredClass(Class)) {
    std::string Names;
    unsigned Count = 0;
    const NamedDecl* Overload = nullptr;
    for (const ArgumentShape& Argument : Shapes.of(Class).Arguments) {
      if (Argument.Kind == ArgumentKind::Setter && Argument.Declaration->getDeclName() == Method->getDeclName() &&
          Argument.Declaration->getCanonicalDecl() != Method->getCanonicalDecl())
        Overload = Argument.Declaration;
      if (++Count > 8) continue;
      Names += (Names.empty() ? "'" : ", '") + Argument.Name + "'";
    }
    if (Overload != nullptr)
      F.Notes.push_back({Overload->getLocation(), "this overload is a setter: it takes one argument"});
    const std::string Why = whyNoSetter(Method);
    F.Notes.push_back({Method->getLocation(), (Why.empty() ? "" : Why + ": ") + textOf(Rule::MemberCall).WayOut +
                                                  (Names.empty() ? "" : "; " + quoted(Class) + " has " + Names) +
                                                  "; or " + InFunction});
    suggestArgument(E, Shapes.of(Class), F);
  }
}

// An object passed where its class converts to what is wanted: the conversion is made when built.
Meaning Checker::conversion(const CXXMemberCallExpr* E, const CXXConversionDecl* Conversion) {
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
  Meaning M;
  M.What = Meaning::Kind::Call;
  M.Source = E;
  M.Type = To;
  M.Function = Conversion;
  useFunction(Conversion);
  M.Arguments.push_back({"object", std::move(Object)});
  return M;
}

Meaning Checker::memberCall(const CXXMemberCallExpr* E) {
  const CXXMethodDecl* Method = E->getMethodDecl();
  const Expr* Object = E->getImplicitObjectArgument();
  if (Method == nullptr) return value(E);
  // run::Config<T> where a T is wanted: the config itself.
  if (isa<CXXConversionDecl>(Method) && isInNamespace(Method, "run")) return expression(Object);
  const LocalState* Local = localOf(Object);
  if (asksForSize(E)) return value(E);
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
    if (Known.isInvalid()) return {};
    // An object that was handed in finished, or that an exempt call made, is a value.
    if (Known.What == Meaning::Kind::Value) return value(E);
    return setOn(Known, E);
  }
  if (Local != nullptr && Local->Class != nullptr && !Local->IsCall) return setOn(expression(Behind), E);
  refuseMemberCall(E);
  return {};
}

void Checker::refuseOperator(const CXXOperatorCallExpr* E) {
  // The brackets of a call or subscript open behind the object.
  const bool IsBracket = E->getOperator() == OO_Call || E->getOperator() == OO_Subscript;
  refuse(Rule::Operator, IsBracket ? E->getBeginLoc() : E->getOperatorLoc(), E->getSourceRange(),
         std::string("the operator '") + getOperatorSpelling(E->getOperator()) +
             "' is applied to a configured object, which does not exist while the recipe is converted");
  const CXXRecordDecl* Class = objectOf(E->getArg(0)->getType());
  if (E->isAssignmentOp() && Class != nullptr)
    Into.last().Notes.push_back(
        {E->getOperatorLoc(), "assign an object of the class itself, " + quoted(Class) +
                                  "(…): its own assignment of something else is a function like others"});
  else
    Into.last().Notes.push_back({E->getBeginLoc(), textOf(Rule::Operator).WayOut});
  for (const Expr* Operand : E->arguments()) {
    const CXXRecordDecl* Of = objectOf(Operand->getType());
    if (Of == nullptr) continue;
    Into.last().Notes.push_back({E->getBeginLoc(), "or, where a " + quoted(Of) +
                                                       " is a plain value to you, annotate the class [[run::exempt]] "
                                                       "or name it under `exempt:` in a file .run-autoconvert"});
    break;
  }
}

Meaning Checker::operatorCall(const CXXOperatorCallExpr* E) {
  if (const auto* Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
      Method != nullptr && (Method->getParent()->isLambda() || isLocalDefinition(Method->getParent())))
    return {};  // reported already
  bool HasConfigured = false;
  for (const Expr* Operand : E->arguments())
    HasConfigured |= localOf(Operand) != nullptr || isConfigured(Operand->getType());
  if (!HasConfigured) {
    const FunctionDecl* Function = E->getDirectCallee();
    if (Function != nullptr && !isConfigured(E->getType())) return value(E);
  }
  // *p is the object itself; a copy of a shared one is an object of its own.
  if (E->getOperator() == OO_Star && E->getNumArgs() == 1) {
    Meaning M = expression(E->getArg(0));
    if (M.isInvalid() || M.What == Meaning::Kind::Value) return M.isInvalid() ? M : value(E);
    if (!M.IsShared) return M;
    return refuse(Rule::Unsupported, E, "a copy of a shared object cannot be converted: pass the shared pointer");
  }
  refuseOperator(E);
  return {};
}

}  // namespace autoconvert
