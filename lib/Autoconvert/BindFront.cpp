// what is called later: std::bind_front(f, a…), and an object with a call operator in a std::function => partials.
#include "Names.h"
#include "Resolver.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

static constexpr const char* kOwnFunction = "bind a function of your own that takes the object";

const CXXMethodDecl* callOperator(QualType Object) {
  const CXXRecordDecl* Class = shapeOf(Object) == Shape::Object ? objectOf(Object) : nullptr;
  if (Class == nullptr || !Class->hasDefinition()) return nullptr;
  const auto Found = Class->getDefinition()->lookup(
      Class->getASTContext().DeclarationNames.getCXXOperatorName(OverloadedOperatorKind::OO_Call));
  const auto* Only = Found.isSingleResult() ? dyn_cast<CXXMethodDecl>(Found.front()) : nullptr;
  return Only != nullptr && Only->isConst() ? Only : nullptr;
}

// One that others hold, too, or a copy that no call changes: in the configuration, copies of the callable share it.
Meaning Resolver::boundObject(const Expr* E, const CXXMethodDecl* Method) {
  const QualType Type = decayed(E->getType());
  const Shape Kind = shapeOf(Type);
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  if (Type->isPointerType() ||
      (Class != nullptr && isInNamespace(Class, "std") && Class->getName() == "reference_wrapper"))
    return refuse(Rule::Reference, E,
                  quoted(Method) + " is bound to an object that the callable only refers to: nobody says who owns it",
                  "bind the object itself, or a std::shared_ptr to it");
  if (Kind != Shape::Object && Kind != Shape::Shared)
    return refuse(Rule::Unsupported, E,
                  quoted(Method) + " is bound to a '" + readableName(Type) + "', which is no object of a configuration",
                  "hold the object in a std::shared_ptr, or " + std::string(kOwnFunction));
  if (Kind == Shape::Object && !Method->isConst())
    return refuse(Rule::Unsupported, E,
                  "a call of " + quoted(Method) +
                      " may change the object, of which each copy of the callable has its own: in the configuration "
                      "they would share it",
                  "bind a std::shared_ptr to the object, or declare " + quoted(Method) + " const");
  Meaning M = argument(E, Type);
  switch (M.What) {
    case Meaning::Kind::Invalid:
    case Meaning::Kind::Construct:
    case Meaning::Kind::Call:
    case Meaning::Kind::Recipe:
    case Meaning::Kind::Local:
      return M;
    default:
      if (Kind == Shape::Shared && M.What != Meaning::Kind::Null) return M;
      return refuse(Rule::Unsupported, E,
                    quoted(Method) + " is bound to an object that the recipe does not make itself",
                    "copy it to a local and bind that, or " + std::string(kOwnFunction));
  }
}

Meaning Resolver::boundMember(const Expr* E, const CXXMethodDecl* Method, const Expr* Object,
                              llvm::ArrayRef<const Expr*> Arguments) {
  if (Method->getRefQualifier() != RQ_None || Method->isVolatile())
    return refuse(Rule::Unsupported, E, quoted(Method) + " is called on some objects only, by its qualifiers",
                  kOwnFunction);
  if (Shapes.of(Method).find("object") != nullptr)
    return refuse(Rule::AmbiguousParameter, E,
                  "a parameter of " + quoted(Method) + " is called 'object', and so is what it is called on",
                  "give the parameter another name");
  Meaning Bound = boundObject(Object, Method);
  Meaning M = functionCall(E, Method, Arguments, /*Partial=*/true);
  if (Bound.isInvalid() || M.isInvalid()) return {};
  M.Arguments.insert(M.Arguments.begin(), {"object", std::move(Bound)});
  return M;
}

Meaning Resolver::bound(const CallExpr* E) {
  const FunctionDecl* Target = namedFunction(E->getArg(0));
  const llvm::ArrayRef<const Expr*> Given(E->getArgs() + 1, E->getNumArgs() - 1);
  const bool BindsValues = llvm::none_of(Given, [](const Expr* Of) { return isConfigured(Of->getType()); });
  if (Target != nullptr && Target->isCXXInstanceMember())
    return BindsValues ? value(E) : boundMember(E, cast<CXXMethodDecl>(Target), Given.front(), Given.drop_front());
  // One that can be no target, as it changes what it is given: of plain values, the callable is one, too.
  if (Target != nullptr && !isExemptFunction(Target) && BindsValues &&
      (Target->getReturnType()->isVoidType() || Shapes.of(Target).signature(Target) == nullptr))
    Target = nullptr;
  return Target == nullptr ? value(E) : functionCall(E, Target, Given, /*Partial=*/true);
}

// A std::function keeps a copy of the object, and calls that.
std::optional<Meaning> Resolver::calledObject(const CXXConstructExpr* E) {
  const bool IsFunction = holdsCallables(E->getType()) && containerOf(E->getType()) == Shape::Value;
  const CXXMethodDecl* Method = IsFunction && E->getNumArgs() == 1 ? callOperator(E->getArg(0)->getType()) : nullptr;
  if (Method == nullptr) return std::nullopt;
  return boundMember(E, Method, E->getArg(0), {});
}

}  // namespace autoconvert
