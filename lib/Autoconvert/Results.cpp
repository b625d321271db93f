// `return x;` => what the converted recipe returns, and of which type its handle is.
#include "Checker.h"
#include "Lower.h"
#include "Names.h"
#include "Overloads.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

std::string Resolver::configType(const Meaning& M, QualType Declared) {
  switch (M.What) {
    case Meaning::Kind::Construct:
      return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + M.Target + ">";
    case Meaning::Kind::Call:
      return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + spellCall(M.Function) + ">";
    case Meaning::Kind::Recipe: {
      const auto Known = KnownResults.find(M.Function->getCanonicalDecl());
      if (Known != KnownResults.end() && !Known->second.Type.empty()) return Known->second.Type;
      break;
    }
    case Meaning::Kind::Ready:
      return spell(M.Type);
    case Meaning::Kind::Local: {
      std::string Handle = Locals.find(M.Variable)->second.Type;
      if (M.IsPointee) Handle.replace(0, 13, "::run::Config");
      return Handle;
    }
    case Meaning::Kind::List:
    case Meaning::Kind::Repeat:
      return "::run::Config<" + spellArgument(M.Type) + ">";
    default:
      break;
  }
  if (isContainer(shapeOf(Declared))) return "::run::Config<" + spellArgument(decayed(Declared)) + ">";
  if (const CXXRecordDecl* Class = objectOf(Declared))
    return std::string(M.IsPartial ? "::run::Partial<" : "::run::Config<") + spell(cast<NamedDecl>(Class)) + ">";
  return {};
}

bool Resolver::givesType(const Meaning& M, QualType Wanted) const {
  QualType Given;
  switch (M.What) {
    case Meaning::Kind::Call:
    case Meaning::Kind::Ready:
    case Meaning::Kind::Choice:
    case Meaning::Kind::Repeat:
      Given = M.Type;
      break;
    case Meaning::Kind::Recipe:
      Given = M.Function->getReturnType();
      break;
    case Meaning::Kind::Local:
      Given = M.Variable->getType();
      break;
    default:
      return false;
  }
  return U.Context.hasSameType(decayed(Given), decayed(Wanted));
}

namespace {

/// The class of the object that the configuration gives, where it is known here.
const CXXRecordDecl* madeBy(const Meaning& M) {
  switch (M.What) {
    case Meaning::Kind::Construct:
    case Meaning::Kind::Local:
    case Meaning::Kind::Load:
      return M.Class;
    case Meaning::Kind::Call:
      return objectOf(M.Type);
    case Meaning::Kind::Recipe:
      return objectOf(M.Function->getReturnType());
    default:
      return nullptr;
  }
}

}  // namespace

void Checker::returned(const ReturnStmt* S) {
  const Expr* E = S->getRetValue();
  if (E == nullptr) return;
  const QualType Declared = current().Definition->getReturnType();
  if (Declared->isReferenceType()) {
    const LocalState* Local = localOf(E);
    const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
    refuse(Rule::Reference, E,
           Local != nullptr && Reference != nullptr
               ? "the recipe returns a reference to its local " + quoted(Reference->getDecl())
               : std::string("the recipe returns a reference: an object that is built belongs to whoever builds it"));
    return;
  }
  const CXXRecordDecl* Class = Declared->getAsCXXRecordDecl();
  if (Class != nullptr && Class->isInStdNamespace() && Class->getName() == "weak_ptr") {
    refuse(Rule::NothingConfigured, E, "the recipe returns a std::weak_ptr: nobody would hold the object",
           "return it in a std::shared_ptr, or by value");
    return;
  }
  Meaning M = isValueWithCalls(Declared, E) ? value(E) : argument(E, Declared);
  // `return T(std::move(local))`: of the configuration only the local is left, which moves by itself.
  if (M.What == Meaning::Kind::Local && !M.IsCopy && M.Settings.empty()) M.IsMoved = false;
  switch (M.What) {
    case Meaning::Kind::Invalid:
      return;
    case Meaning::Kind::Value:
    case Meaning::Kind::Braced:
    case Meaning::Kind::Convert:
    case Meaning::Kind::Parameter:
      Unconfigured = E;
      return;
    case Meaning::Kind::Null:
      if (shapeOf(Declared) != Shape::Optional) {
        NullResult = E;
        return;
      }
      M = cleared(E, Declared);
      break;
    case Meaning::Kind::Load:
      if (M.Class == nullptr) {
        Unconfigured = E;
        return;
      }
      break;
    case Meaning::Kind::Choice:
      if (!M.IsArg) break;
      refuse(Rule::Unsupported, E, "the recipe may return nothing, or a finished object: that is no configuration",
             "return a std::optional, make an object in either case, or leave the choice to whoever calls the recipe");
      return;
    default:
      break;
  }
  if (current().Options.Partial) {
    if (M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Call) {
      M.IsPartial = true;
    } else if (M.What != Meaning::Kind::Ready || !M.IsPartial) {
      refuse(Rule::Unsupported, E,
             "a recipe with [[run::autoconvert(partial)]] returns the construction or the call itself");
      return;
    }
  }
  M.IsShared = false;
  M.Allocated.clear();
  std::string Type = configType(M, Declared);
  if (Type.rfind("::run::Shared<", 0) == 0) Type.replace(0, 14, "::run::Config<");
  const std::string Own = Type;
  // `return Layer(1)` of a recipe that returns a variant gives the variant.
  if (isContainer(shapeOf(Declared)) && !M.IsPartial && !givesType(M, Declared))
    Type = "::run::Config<" + spell(decayed(Declared)) + ">";
  // `return derived` of a recipe that returns the base by value gives the base alone.
  const CXXRecordDecl* Base = shapeOf(Declared) == Shape::Object ? objectOf(Declared) : nullptr;
  const CXXRecordDecl* Made = madeBy(M);
  if (Base != nullptr && Made != nullptr && !M.IsPartial && Made->getCanonicalDecl() != Base->getCanonicalDecl()) {
    Type = "::run::Config<" + spell(cast<NamedDecl>(Base)) + ">";
    reachClass(Base);
  }
  RecipeResult Result{Type, nullptr};
  // Of what is given as something else, callers know what that says.
  if (Type == Own && !M.IsPartial) {
    auto State = std::make_shared<LocalState>();
    State->Depth = Depth;
    Meaning Given = M;
    Given.IsMoved = true;
    begin(*State, Given, Declared);
    Result.Called = calledOn(Given);
    Result.Of = std::move(State);
  }
  Results.push_back(std::move(Result));
  edit(E->getSourceRange(), std::move(M));
}

void Checker::refuseUnconfigured() {
  const FunctionDecl* Recipe = current().Definition;
  Finding& F = Into.add(Rule::NothingConfigured, Recipe->getLocation(),
                        Unconfigured == nullptr ? SourceRange() : Unconfigured->getSourceRange(),
                        "the result of the recipe " + quoted(Recipe) + " holds no configured object");
  const auto* Call = Unconfigured == nullptr ? nullptr : dyn_cast<CallExpr>(skipTransparent(Unconfigured));
  const FunctionDecl* Called = Call == nullptr ? nullptr : Call->getDirectCallee();
  const bool IsIndirect = Call != nullptr && (Called == nullptr || isStd(Called, "invoke") || isStd(Called, "apply") ||
                                              (isa<CXXOperatorCallExpr>(Call) && isInNamespace(Called, "std")));
  if (IsIndirect && isConfigured(Call->getType()))
    F.Notes.push_back({Call->getExprLoc(),
                       "which function is called here is known only when it runs, so it is called while the recipe is "
                       "converted: call a function by its name, and its call becomes a node of the configuration"});
  else if (Unconfigured != nullptr && Unconfigured == NullResult)
    F.Notes.push_back(
        {NullResult->getBeginLoc(), "it returns nothing at all: let it make an object, or drop the attribute"});
  else if (const CXXRecordDecl* Class = objectOf(Recipe->getReturnType()))
    F.Notes.push_back({Unconfigured == nullptr ? Recipe->getLocation() : Unconfigured->getBeginLoc(),
                       "this " + quoted(Class) +
                           " is finished already, as a copy of a constant is: let a function of your own return it, "
                           "whose call becomes a node of the configuration, and set its members here"});
}

}  // namespace autoconvert
