// calls of functions and recipes => nodes.
#include <algorithm>

#include "Hidden.h"
#include "Names.h"
#include "Overloads.h"
#include "Parameters.h"
#include "Resolver.h"
#include "Suggest.h"
#include "Templates.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace autoconvert {

namespace {

/// The shared pointer that the member lies behind, `p` of p->inner.names; null if it lies behind none.
const Expr* sharedAround(const Expr* Member) {
  for (const Expr* E = skipTransparent(Member);;) {
    const auto* Inner = dyn_cast<MemberExpr>(E);
    if (Inner == nullptr) return nullptr;
    E = behind(Inner->getBase());
    if (shapeOf(E->getType()) == Shape::Shared) return E;
  }
}

}  // namespace

// The first type that a parameter of type run::Arg or run::Given takes; null for others.
static QualType argTaken(const ParmVarDecl* Parameter) {
  const auto* Class =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(decayed(Parameter->getType())->getAsCXXRecordDecl());
  if (Class == nullptr || !isInNamespace(Class, "run")) return {};
  if (Class->getName() == "Given") return Class->getTemplateArgs()[0].getAsType();
  return Class->getName() == "Arg" ? Class->getTemplateArgs()[0].pack_begin()->getAsType() : QualType();
}

Meaning Resolver::call(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  if (Function == nullptr) return value(E);
  if (const auto* Literal = dyn_cast<UserDefinedLiteral>(E)) return literal(Literal, Function);
  if (isLocalDefinition(Function)) return {};
  for (const char* Transparent : {"move", "forward", "as_const", "static_pointer_cast", "const_pointer_cast"}) {
    if (!isStd(Function, Transparent) || E->getNumArgs() != 1) continue;
    if (Function->getName() == "move") Moving.insert(skipTransparent(E->getArg(0)));
    Meaning M = expression(E->getArg(0));
    if (M.What == Meaning::Kind::Value) return value(E);
    const bool IsOwned = (M.What == Meaning::Kind::Local || M.What == Meaning::Kind::Parameter) &&
                         shapeOf(M.Variable->getType()) == Shape::Unique;
    if (M.IsPointee && Function->getName() == "move" && !IsOwned)
      return refuse(Rule::Unsupported, E, "an object that shared pointers hold is moved out of them",
                    "copy it: leave out std::move");
    M.IsMoved = Function->getName() == "move";
    if (M.IsMoved && M.What == Meaning::Kind::Parameter) M.IsPointee = false;
    if (const Expr* Shared = M.IsMoved && M.What == Meaning::Kind::Load ? sharedAround(E->getArg(0)) : nullptr) {
      const VarDecl* Pointer = variableOf(Shared);
      if (Pointer == nullptr || Uses.count(Pointer) > 0)
        return refuse(Rule::Unsupported, E,
                      "a member is moved out of an object that others may hold, too: in the configuration it would "
                      "still be there for them",
                      "copy it, leave out std::move, or move it before the object is shared");
    }
    if (M.IsMoved && M.What == Meaning::Kind::Load) MovedFrom.emplace_back(M.Variable, E);
    if (M.IsMoved && (M.What == Meaning::Kind::Local || M.What == Meaning::Kind::Parameter))
      Now.Moved.try_emplace(M.Variable, E);
    return M;
  }
  if (isStd(Function, "addressof") && E->getNumArgs() == 1 && isConfigured(E->getArg(0)->getType())) {
    const Meaning M = expression(E->getArg(0));
    if (M.isInvalid() || M.What == Meaning::Kind::Value) return M.isInvalid() ? M : value(E);
    return refuse(Rule::Reference, E, whyNoAddress(E->getArg(0)));
  }
  if ((isStd(Function, "make_unique") || isStd(Function, "make_shared")) && isConfigured(E->getType())) return made(E);
  if (isStd(Function, "make_optional") && isConfigured(E->getType()))
    return elementMade(elementsOf(E->getType()).front(), llvm::SmallVector<const Expr*, 4>(E->arguments()), E);
  if ((isStd(Function, "make_pair") || isStd(Function, "make_tuple")) && isConfigured(E->getType()))
    return tuple(E->getType(), llvm::SmallVector<const Expr*, 4>(E->arguments()), E);
  if (isStd(Function, "to_array") && isConfigured(E->getType())) {
    Meaning M = list(E->getArg(0), E->getType());
    M.Source = E;
    return M;
  }
  if (isStd(Function, "invoke") && E->getNumArgs() >= 1) {
    const FunctionDecl* Target = namedFunction(E->getArg(0));
    if (Target != nullptr && !isExemptFunction(Target) && recipeAttribute(Target) == nullptr &&
        (!isa<CXXMethodDecl>(Target) || cast<CXXMethodDecl>(Target)->isStatic()))
      return functionCall(E, Target, {E->getArgs() + 1, E->getNumArgs() - 1});
  }
  if (isStd(Function, "bind_front") && E->getNumArgs() >= 1) return bound(E);
  if (recipeAttribute(Function) != nullptr && recipeOptions(Function)->NoInline && !isInlined(Function)) {
    useRecipe(Function);
    return functionCall(E, Function, {E->getArgs(), E->getNumArgs()});
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
    for (unsigned I = 0; I < E->getNumArgs(); ++I) {
      // What a run::Arg takes may be a configuration.
      const QualType Taken = I < Function->getNumParams() ? argTaken(Function->getParamDecl(I)) : QualType();
      if (Taken.isNull())
        collectParts(E->getArg(I), M.Parts);
      else
        explicitArgument(E->getArg(I), Taken, M.Parts);
    }
    return Into.size() == Before ? M : Meaning();
  }
  if (isExemptFunction(Function)) return value(E);
  if (refuseOperatorByName(E, Function)) return {};
  return functionCall(E, Function, {E->getArgs(), E->getNumArgs()});
}

// operator+(a, b) is a + b.
bool Resolver::refuseOperatorByName(const CallExpr* E, const FunctionDecl* Function) {
  const auto isObject = [&](const Expr* Operand) { return isConfigured(Operand->getType()); };
  if (!Function->isOverloadedOperator() || llvm::none_of(E->arguments(), isObject)) return false;
  refuse(Rule::Operator, E,
         std::string("the operator '") + getOperatorSpelling(Function->getOverloadedOperator()) +
             "' is applied to a configured object, which does not exist while the recipe is converted");
  return true;
}

/// The class that make<T>() is called to make, where this file does not define it; null where it does.
static const CXXRecordDecl* undefinedResult(const FunctionDecl* Function) {
  const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
  if (Given == nullptr) return nullptr;
  QualType Result = Function->getReturnType();
  if (Result->isPointerType()) Result = Result->getPointeeType();
  std::vector<QualType> Types = {Result};
  if (const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Result->getAsCXXRecordDecl()))
    for (const TemplateArgument& Argument : Special->getTemplateArgs().asArray())
      if (Argument.getKind() == TemplateArgument::Type) Types.push_back(Argument.getAsType());
  for (const QualType Type : Types) {
    const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
    if (Class == nullptr || Class->hasDefinition() || isa<ClassTemplateSpecializationDecl>(Class)) continue;
    const auto isIt = [&](const TemplateArgument& Argument) {
      return Argument.getKind() == TemplateArgument::Type &&
             Class->getASTContext().hasSameUnqualifiedType(Argument.getAsType(), Type);
    };
    if (llvm::any_of(Given->asArray(), isIt)) return Class;
  }
  return nullptr;
}

// 2.5_kg is the call of a function with what stands in front of its suffix.
Meaning Resolver::literal(const UserDefinedLiteral* E, const FunctionDecl* Function) {
  if (isExemptFunction(Function)) return value(E);
  const std::string Text = sourceText(E->getSourceRange(), U);
  const llvm::StringRef Suffix = E->getUDSuffix() == nullptr ? "" : E->getUDSuffix()->getName();
  const bool IsTemplate = Function->getTemplateSpecializationArgs() != nullptr;
  if (IsTemplate || Suffix.empty() || !llvm::StringRef(Text).ends_with(Suffix))
    return refuse(Rule::Operator, E,
                  "what the literal operator " + quoted(Function) + " is called with cannot be named",
                  "call a named function that takes the number or text: its call becomes a node of the configuration");
  const std::string Plain = Text.substr(0, Text.size() - Suffix.size());
  std::vector<std::string> Words{Plain};
  switch (E->getLiteralOperatorKind()) {
    case UserDefinedLiteral::LOK_Raw:
      Words = {'"' + Plain + '"'};
      break;
    case UserDefinedLiteral::LOK_Integer:
      Words = {Plain + "ULL"};
      break;
    case UserDefinedLiteral::LOK_Floating:
      Words = {Plain + "L"};
      break;
    case UserDefinedLiteral::LOK_String:
      Words.push_back(std::to_string(cast<StringLiteral>(E->getArg(0)->IgnoreImplicit())->getLength()));
      break;
    default:
      break;
  }
  Meaning M = functionCall(E, Function, {E->getArgs(), E->getNumArgs()});
  for (std::size_t I = 0; I < M.Arguments.size() && I < Words.size(); ++I) {
    M.Arguments[I].Of.What = Meaning::Kind::Word;
    M.Arguments[I].Of.Method = Words[I];
  }
  return M;
}

// What no pointer means that a target could be named by.
static bool hasPointer(const FunctionDecl* Function, Sema& S) {
  const FunctionType::ExtInfo Type = Function->getType()->castAs<FunctionType>()->getExtInfo();
  return !Type.getNoReturn() && Type.getCC() == CC_C && S.checkAddressOfFunctionIsAvailable(Function);
}

Meaning Resolver::functionCall(const Expr* E, const FunctionDecl* Function, llvm::ArrayRef<const Expr*> Given,
                               bool Partial) {
  Meaning M;
  M.What = Meaning::Kind::Call;
  M.Source = E;
  M.Type = E->getType();
  M.Function = Function;
  M.IsPartial = Partial;
  const std::string Name = quoted(Function);
  if (const auto* Method = dyn_cast<CXXMethodDecl>(Function); Method != nullptr && !Method->isStatic() && !Partial)
    return refuse(Rule::MemberCall, E, "the member function " + Name + " cannot be a target");
  if (!hasPointer(Function, U.Sema))
    return refuse(Rule::Unsupported, E, "an attribute of " + Name + " says more of its type than a pointer to it does",
                  "call a function of your own that calls " + Name);
  if (Function->getReturnType()->isVoidType() && !Partial) {
    Finding& F = Into.add(Rule::ValueOfConfigured, E->getBeginLoc(), E->getSourceRange(),
                          "the call of " + Name + " gives no object, so it has no place in the configuration");
    F.Notes.push_back(
        {Function->getLocation(), "annotate " + Name + " [[run::exempt]] to call it while the recipe is converted"});
    return {};
  }
  if (const NamedDecl* Other = hiddenBy(Function)) {
    refuse(Rule::Inaccessible, E, "the companion cannot name the function " + Name + " of a namespace without a name");
    Into.last().Notes.push_back(
        {Other->getLocation(), "this one has the same name in the namespace around it: rename one"});
    return {};
  }
  if (isHiddenFriend(Function)) {
    refuse(Rule::Inaccessible, E, "the function " + Name + " is declared by a class alone, as its friend");
    Into.last().Notes.push_back({Function->getLocation(), "declare it in front of the class or behind it, too"});
    return {};
  }
  if (!isNameable(cast<NamedDecl>(Function)))
    return refuse(Rule::Inaccessible, E, "the function " + Name + " is not public: only the recipe may call it",
                  "make " + Name + " public, or pass the recipe what it gives");
  // What a constant reference refers to is copied, as an object is.
  const QualType Result = Function->getReturnType();
  const bool IsCopied = Result->isLValueReferenceType() && Result.getNonReferenceType().isConstQualified() &&
                        Shapes.isCopyable(decayed(Result)) && sortOf(decayed(Result)) != ValueSort::Other;
  if (Result->isReferenceType() && !isConfigured(Result) && !IsCopied)
    return refuse(Rule::Reference, E, "the function " + Name + " returns a reference: it cannot be called when built",
                  "return the object by value, by std::unique_ptr or by std::shared_ptr; or, where the declaration is "
                  "not yours, write a function of your own that does so, and call that");
  if (const CXXRecordDecl* Class = undefinedResult(Function))
    return refuse(Rule::Unsupported, E,
                  "the class " + quoted(Class) + " is not defined here, and files that know it can set more of what " +
                      Name + " makes",
                  "include the header that defines " + quoted(Class));
  const TargetShape& Shape = Shapes.of(Function);
  const SignatureShape* Signature = Shape.signature(Function);
  if (Signature == nullptr) {
    explainMissing(E, Function, Name);
    return {};
  }
  useFunction(Function);
  llvm::SmallVector<const Expr*, 8> Arguments(Given);
  // What std::invoke and std::bind_front pass on is narrowed where they call the function.
  for (unsigned I = 0; I < Arguments.size() && I < Function->getNumParams(); ++I) {
    const QualType Wanted = decayed(Function->getParamDecl(I)->getType());
    const QualType Passed = Arguments[I]->getType();
    if (!Wanted->isArithmeticType() || !Passed->isArithmeticType() || U.Context.hasSameUnqualifiedType(Wanted, Passed))
      continue;
    const ExprResult Cast = U.Sema.PerformImplicitConversion(const_cast<Expr*>(Arguments[I]), Wanted,  // NOLINT
                                                             AssignmentAction::Passing);
    if (Cast.isUsable()) Arguments[I] = Cast.get();
  }
  if (!arguments(M, Shape, *Signature, Arguments)) return {};
  return M;
}

// What a function makes has no members yet that the recipe could read or change.
bool Resolver::refuseOpened(const Expr* Given, const Meaning& M, const FunctionDecl* Recipe, unsigned Index) {
  const bool IsMade = M.What == Meaning::Kind::Call ||
                      (M.What == Meaning::Kind::Local && M.Path.empty() && Locals.find(M.Variable)->second.IsCall);
  const FunctionDecl* Definition = Recipe->getDefinition();
  if (!IsMade || Definition == nullptr || shapeOf(Recipe->getParamDecl(Index)->getType()) != Shape::Object ||
      !isTakenApart(Definition, Index, Shapes))
    return false;
  refuse(Rule::ValueOfConfigured, Given,
         "the recipe " + quoted(Recipe) + " reads or changes members of its " +
             quoted(Definition->getParamDecl(Index)) + ", which a function makes when the configuration is built");
  Into.last().Notes = {
      {Given->getBeginLoc(), "make the object in a recipe, or let a function of your own do what this recipe does"}};
  return true;
}

Meaning Resolver::recipeCall(const CallExpr* E, const FunctionDecl* Recipe) {
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
  bool IsComplete = true;
  // What is given to `...` has no parameter.
  for (unsigned I = 0; I < std::min(E->getNumArgs(), Recipe->getNumParams()); ++I) {
    if (isa<CXXDefaultArgExpr>(E->getArg(I))) break;
    const QualType Type = Recipe->getParamDecl(I)->getType();
    Meaning Part = argument(E->getArg(I), Type);
    // The parameter has a name in that recipe, whatever this call is for.
    const llvm::SaveAndRestore Named(IsForCall, false);
    IsComplete &= !Part.isInvalid() && fits(Part, Type) && !refuseOpened(E->getArg(I), Part, Recipe, I);
    // A forwarding call takes no braces and no bare nullptr of its own type.
    if (Part.What == Meaning::Kind::List && !Part.Type.isNull()) Part.Type = decayed(Type);
    M.Parts.push_back(std::move(Part));
  }
  return IsComplete ? M : Meaning();
}

}  // namespace autoconvert
