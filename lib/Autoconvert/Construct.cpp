// constructors => nodes.
#include <algorithm>

#include "Names.h"
#include "Overloads.h"
#include "Resolver.h"
#include "Suggest.h"
#include "Templates.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Initialization.h"
#include "clang/Sema/Overload.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace autoconvert {

Meaning Resolver::constructed(const CXXConstructExpr* E) {
  const CXXConstructorDecl* Constructor = E->getConstructor();
  const Shape Kind = shapeOf(E->getType());
  if (Kind == Shape::Value) {
    if (Constructor->isCopyOrMoveConstructor() && E->getNumArgs() == 1) return expression(E->getArg(0));
    // A callable that is bound here: std::function takes the Partial, and so do containers of such.
    // The entry of a map is given as its key and its element.
    const Shape Container = containerOf(E->getType());
    const bool IsEntry = Container == Shape::Tuple && Constructor->getParent()->getName() == "pair" &&
                         E->getNumArgs() == 2 && !Constructor->isCopyOrMoveConstructor();
    if (auto Called = calledObject(E)) return std::move(*Called);
    const bool MayHold = holdsCallables(E->getType());
    if ((MayHold && IsEntry) || ((MayHold || Container != Shape::Value) && holdsCall(E))) {
      return Container == Shape::Value ? expression(E->getArg(0)) : containerMade(E, Container);
    }
    // A function's result that becomes a value of the standard library stays one call: std::string(make()).
    if (E->getNumArgs() >= 1 && Constructor->isConvertingConstructor(false) && !isa<CXXTemporaryObjectExpr>(E)) {
      const auto* Call = dyn_cast<CallExpr>(skipTransparent(E->getArg(0)));
      const FunctionDecl* Callee = Call == nullptr ? nullptr : Call->getDirectCallee();
      const bool IsCall = Callee != nullptr && !isExemptFunction(Callee) && !isa<CXXMemberCallExpr>(Call) &&
                          !isa<CXXOperatorCallExpr>(Call);
      // The library makes one kind of text from another.
      if (IsCall && readableName(decayed(E->getType())) == "std::string" &&
          readableName(decayed(Call->getType())) == "const char*")
        return expression(Call);
      if (IsCall)
        return refuse(Rule::Unsupported, E,
                      "the result of " + quoted(Callee) + " would have to be converted to '" +
                          readableName(decayed(E->getType())) + "' after the call: let the function return that type");
    }
    return isBraced(E, U) ? braced(E) : value(E);
  }
  if (isCopy(E)) return expression(E->getArg(0));
  if (Constructor->isCopyOrMoveConstructor() && E->getNumArgs() > 1)
    return refuse(Rule::Unsupported, E,
                  "this constructor copies an object and is given more than that: a configuration copies objects as "
                  "they are",
                  "let a function of your own make the object, whose call becomes a node of the configuration");
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

// A template takes a literal as the array that it is, and a string as well. What a nullptr alone makes, a smart pointer
// of a library's own that is empty, a function makes, too.
static std::string insteadOfLiteral(const FunctionDecl* Function, unsigned Index) {
  if (Function->getParamDecl(Index)->getType().getNonReferenceType()->isNullPtrType())
    return "leave it out where it is empty anyway, or let a function of your own return it; or, ";
  const auto* Array =
      Function->getASTContext().getAsArrayType(Function->getParamDecl(Index)->getType().getNonReferenceType());
  const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  if (Array == nullptr || Pattern == nullptr || !Array->getElementType()->isAnyCharacterType()) return {};
  const bool IsDeduced =
      isForwarding(Function, Index) ||
      (Index < Pattern->getNumParams() &&
       Pattern->getParamDecl(Index)->getType().getNonReferenceType()->getAs<TemplateTypeParmType>() != nullptr);
  if (!IsDeduced) return {};
  return Array->getElementType()->isWideCharType() ? "pass a std::wstring; or, " : "pass a std::string; or, ";
}

void Resolver::explainMissing(const Expr* E, const FunctionDecl* Function, const std::string& Target) {
  if (Function->isConsteval()) {
    refuse(Rule::Unsupported, E,
           Target + " is consteval: it is called while the program is compiled, and not when a configuration is built",
           exemptionOf(cast<NamedDecl>(Function->getDeclContext())));
    return;
  }
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
      if (isOfRecipe(Type, current().Definition)) return;  // reported already
      refuse(Rule::Inaccessible, E,
             "the type '" + readableName(decayed(Type)) + "' of the parameter '" + Name + "' of " + Target +
                 " cannot be named outside of its scope",
             "make the type public, or define it outside of the class or function in which it lies");
      return;
    }
    if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified() && !isForwarding(Function, I)) {
      refuse(Rule::Reference, E,
             "the parameter '" + Name + "' of " + Target + " is a reference to something that it may change",
             "take it by value, by const&, by std::unique_ptr or by std::shared_ptr; or, where the declaration is not "
             "yours, write a function of your own that does so and returns the object: its call becomes a node of the "
             "configuration");
      return;
    }
    refuse(Rule::Unsupported, E,
           "the parameter '" + Name + "' of " + Target + " has the type '" + readableName(Type) +
               "', which cannot be an argument of the configuration",
           insteadOfLiteral(Function, I) +
               exemptionOf(isa<CXXConstructorDecl>(Function) ? cast<NamedDecl>(Function->getDeclContext()) : Function) +
               "; or " + textOf(Rule::Unsupported).WayOut);
    return;
  }
  if (Function->isVariadic()) {
    refuse(Rule::Unsupported, E, Target + " takes a variable number of arguments");
    return;
  }
  refuse(Rule::Unsupported, E, Target + " cannot be called with named arguments");
}

bool Resolver::arguments(Meaning& M, const TargetShape& Shape, const SignatureShape& Signature,
                         llvm::ArrayRef<const Expr*> Arguments) {
  bool Complete = true;
  std::vector<std::pair<unsigned, NamedMeaning>> Set;
  llvm::SmallVector<QualType, 8> Types;
  for (const ParmVarDecl* Parameter : Signature.Function->parameters()) Types.push_back(Parameter->getType());
  for (std::size_t I = 0; I < Arguments.size(); ++I) {
    const Expr* Argument = skipTransparent(Arguments[I]);
    if (isa<CXXDefaultArgExpr>(Argument)) {
      if (I >= Signature.Required) continue;
      refuse(Rule::Unsupported, M.Source,
             "the default of '" + parameterName(Signature.Function, static_cast<unsigned>(I)) + "'" +
                 " is said by a declaration in this file, and other files know " + quoted(Signature.Function) +
                 " without it",
             "give the argument here, or say its default where " + quoted(Signature.Function) + " is declared first");
      return false;
    }
    if (I >= Signature.Arguments.size()) {
      refuse(Rule::Unsupported, Argument, "an argument of this type cannot be configured");
      return false;
    }
    if (refuseKept(Signature.Function, static_cast<unsigned>(I), Arguments[I])) {
      Complete = false;
      continue;
    }
    if (refuseChars(Signature.Function, Types, static_cast<unsigned>(I), Arguments)) {
      Complete = false;
      continue;
    }
    const QualType Type = parameterType(Signature.Function, static_cast<unsigned>(I));
    const llvm::SaveAndRestore Nested(IsForCall, true);
    Meaning Part = argument(Arguments[I], Type);
    Complete &= !Part.isInvalid();
    if (Part.isInvalid() || Part.isUnset()) continue;
    if (!M.IsPartial) noteReader(Signature.Function, static_cast<unsigned>(I), Part);  // which is called later
    const unsigned Index = Signature.Arguments[I];
    if (Shape.Arguments[Index].Types.size() > 1) {
      sayType(Part, Arguments[I], Type);
      // A part of an object that is of another class is made of it.
      if (const CXXRecordDecl* Class = shapeOf(Type) == Shape::Object ? objectOf(Type) : nullptr) reachClass(Class);
    }
    Set.push_back({Index, {Shape.Arguments[Index].Name, std::move(Part)}});
  }
  if (Complete && isAmbiguous(Shape, Signature, static_cast<unsigned>(Set.size()))) {
    refuse(Rule::Unsupported, M.Source,
           "nothing but a constraint tells this " + quoted(Signature.Function) +
               " from another one that takes the same: the configuration cannot say which one is meant");
    Into.last().Notes = {{Signature.Function->getLocation(), "declared here"}};
    return false;
  }
  // Braces are read from the left, and so are named initialisers, which stand in the order of the target's arguments.
  const auto hasEffects = [&](const Expr* Given) {
    return !isa<CXXDefaultArgExpr>(skipTransparent(Given)) && Given->HasSideEffects(U.Context);
  };
  const auto isBefore = [](const auto& A, const auto& B) { return A.first < B.first; };
  if (Complete && !std::is_sorted(Set.begin(), Set.end(), isBefore) && llvm::count_if(Arguments, hasEffects) > 1) {
    refuse(Rule::Unsupported, M.Source,
           "the arguments of this " + quoted(Signature.Function) +
               " have effects, and the configuration would read them in another order",
           "give each a local of its own first");
    return false;
  }
  std::sort(Set.begin(), Set.end(), isBefore);
  if (M.What == Meaning::Kind::Construct && needsOverload(Shape, Signature, static_cast<unsigned>(Set.size())))
    M.Overload = spellParameters(Signature);
  for (auto& [Index, Argument] : Set) M.Arguments.push_back(std::move(Argument));
  return Complete;
}

// The elements of a std::initializer_list: it is kept as a vector, and made anew when built.
Meaning Resolver::listArgument(const Expr* E, QualType Type) {
  const Expr* Written = skipCopies(E);
  // With its type in front, std::initializer_list<int>{1, 2}, or forwarded.
  while (const auto* Cast = dyn_cast<CXXFunctionalCastExpr>(Written)) Written = skipCopies(Cast->getSubExpr());
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
  return list(Elements->getSubExpr(), Type);
}

// An argument of several types: what C++ converts for the chosen constructor, the library might take as another type.
void Resolver::sayType(Meaning& M, const Expr* E, QualType Wanted) {
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

// Who builds the object also ends it.
bool Resolver::refuseDestructor(const Expr* E, const CXXRecordDecl* Class) {
  const CXXDestructorDecl* Destructor = Class->getDefinition()->getDestructor();
  if (Destructor == nullptr || (Destructor->getAccess() != AS_private && Destructor->getAccess() != AS_protected))
    return false;
  refuse(Rule::Inaccessible, E,
         "the destructor of " + quoted(Class) + " is not public: only the recipe may make such an object");
  Into.last().Notes = {{Destructor->getLocation(),
                        "declared here; make it public, or return the object by a pointer "
                        "that a public factory function gives"}};
  return true;
}

Meaning Resolver::object(const CXXConstructExpr* E) {
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
  if (isOfRecipe(M.Type, current().Definition)) return {};  // reported already
  if (!isNameable(M.Type))
    return refuse(Rule::Inaccessible, E, "the class " + Name + " cannot be named outside of its scope",
                  "make the class public, or define it outside of the class or function in which it lies");
  if (refuseDestructor(E, M.Class)) return {};
  // Other files must know the same of it.
  if (const CXXRecordDecl* Pointee =
          isa<ClassTemplateSpecializationDecl>(M.Class) ? declaredBehindArrow(M.Class) : nullptr) {
    refuse(Rule::Unsupported, E,
           "the class " + quoted(Pointee) + " behind the arrow of '" + readableName(M.Type) +
               "' is not defined here: what can be set of it must be known");
    Into.last().Notes = {{Pointee->getLocation(), "include the header that defines it"}};
    return {};
  }
  M.Instance = templateInstance(Constructor);
  const TargetShape& Shape = targetOf(M.Class, M.Instance);
  M.Target = spellTarget(Shape);
  if (M.Instance != nullptr) {
    const ConstructorInstance Used(Shape.Class, M.Instance);
    useInstance(Used);
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

Meaning Resolver::made(const CallExpr* E) {
  const FunctionDecl* Function = E->getDirectCallee();
  const TemplateArgumentList* Given = Function->getTemplateSpecializationArgs();
  if (Given == nullptr || Given->size() == 0 || Given->get(0).getKind() != TemplateArgument::Type)
    return refuse(Rule::Unsupported, E, "this call of '" + Function->getNameAsString() + "' cannot be converted");
  const QualType Type = Given->get(0).getAsType();
  const bool IsContainer = isContainer(shapeOf(Type));
  if (Type->isArrayType() || (shapeOf(Type) != Shape::Object && !IsContainer))
    return refuse(Rule::Unsupported, E,
                  "'" + Function->getNameAsString() + "' of '" + readableName(Type) + "' cannot be converted");
  llvm::SmallVector<const Expr*, 8> Arguments(E->arg_begin(), E->arg_end());
  Meaning M = initialized(Type, Arguments, E);
  // Behind a pointer the configuration is the whole object, of whatever class it is.
  const bool IsOfParameter = M.What == Meaning::Kind::Parameter;
  const CXXRecordDecl* Copied = M.What == Meaning::Kind::Call ? objectOf(M.Type)
                                : IsOfParameter               ? objectOf(M.Variable->getType())
                                                              : M.Class;
  if (!IsContainer && Copied != nullptr && Copied->getCanonicalDecl() != objectOf(Type)->getCanonicalDecl())
    return refuse(Rule::Unsupported, E,
                  "this copies the base " + quoted(objectOf(Type)) + " of a " + quoted(Copied) +
                      " alone: behind a pointer, the configuration would be all of it",
                  "make the object from arguments of its own, or let a function of your own return it");
  // A pointer to a container takes braces only with their type.
  if (IsContainer) M.IsTyped = true;
  const bool IsShared = Function->getName() == "make_shared";
  const bool IsCopy = M.What == Meaning::Kind::Local || M.What == Meaning::Kind::Load;
  if (IsShared && IsCopy) M.Allocated = "::run::Shared<" + spell(Type) + ">";
  if (!IsCopy) M.IsShared = IsShared;
  if (IsOfParameter && IsShared) M.IsPointee = true;
  return M;
}

// The body of make_unique or emplace_back is not parsed: ask Clang which constructor it would call.
Meaning Resolver::initialized(QualType Type, llvm::ArrayRef<const Expr*> Arguments, const Expr* By) {
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

const Expr* Resolver::convertedTo(const Expr* E, QualType Type) {
  Expr* Given = const_cast<Expr*>(E->IgnoreImplicit());  // NOLINT: Clang's interface
  const InitializedEntity Entity = InitializedEntity::InitializeTemporary(decayed(Type));
  const InitializationKind Kind = InitializationKind::CreateCopy(E->getBeginLoc(), E->getBeginLoc());
  const Sema::SFINAETrap Trap(U.Sema, /*WithAccessChecking=*/true);
  InitializationSequence Sequence(U.Sema, Entity, Kind, Given);
  if (Sequence.Failed()) return nullptr;
  const ExprResult Result = Sequence.Perform(U.Sema, Entity, Kind, Given);
  return Result.isUsable() && !Trap.hasErrorOccurred() ? Result.get() : nullptr;
}

}  // namespace autoconvert
