// parameters of a recipe => what the recipe knows of them, and what they are where nothing is given.
#include "Checker.h"
#include "Parameters.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

void Checker::parameters() {
  for (const ParmVarDecl* Parameter : current().Definition->parameters()) {
    const QualType Type = Parameter->getType();
    const Shape Kind = shapeOf(Type);
    if (Type->isPointerType() && isConfigured(Type->getPointeeType())) {
      refuse(Rule::Reference, Parameter->getLocation(), Parameter->getSourceRange(),
             "the parameter " + quoted(Parameter) + " points to an object that must exist before the configuration");
      Refused.insert(Parameter);
      continue;
    }
    if (Kind == Shape::Value || Kind == Shape::Config || Kind == Shape::Partial) continue;
    if (Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified()) {
      refuse(Rule::Reference, Parameter->getLocation(), Parameter->getSourceRange(),
             "the parameter " + quoted(Parameter) + " is a reference to an object that the recipe may change");
      Refused.insert(Parameter);
      continue;
    }
    if (!isTakenApart(current().Definition, Parameter->getFunctionScopeIndex())) {
      Parameters.insert(Parameter);
      continue;
    }
    LocalState State;
    State.Is = Kind;
    State.Type = handleOf(current().Definition, Parameter->getFunctionScopeIndex());
    State.MayShare = true;
    State.IsGiven = true;
    // Containers in it are seen, too; what the innermost hold may be finished.
    std::string Elements = "[]";
    for (QualType Of = elementsOf(Type).front();
         Kind != Shape::Tuple &&
         (shapeOf(Of) == Shape::Sequence || shapeOf(Of) == Shape::Array || shapeOf(Of) == Shape::Map);
         Of = elementsOf(Of).front())
      Elements += "[]";
    const auto unknown = [&](const std::string& Path) {
      Fact& F = State.Places.at(Path);
      F.IsUnknown = true;
      F.By = Parameter;
    };
    unknown(Elements);
    for (std::size_t I = 0; Kind == Shape::Tuple && I < elementsOf(Type).size(); ++I) unknown(tupleElement(I));
    Locals[Parameter] = std::move(State);
  }
}

// A default argument is converted like an expression of the body; one that cannot be is a finished object.
void Checker::defaults() {
  const FunctionDecl* Recipe = current().Definition;
  defaultsOf().resize(Recipe->getNumParams());
  for (unsigned I = 0; I < Recipe->getNumParams(); ++I) {
    const ParmVarDecl* P = Recipe->getParamDecl(I);
    const bool IsConfigured = Parameters.contains(P) || Locals.contains(P);
    if (!IsConfigured || !P->hasDefaultArg() || P->hasUninstantiatedDefaultArg() || P->hasUnparsedDefaultArg() ||
        Recipe->isTemplateInstantiation())
      continue;
    const Expr* Default = P->getDefaultArg();
    const std::size_t Before = Into.size();
    Meaning M = argument(Default, P->getType());
    const bool IsMade = M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Call ||
                        M.What == Meaning::Kind::Recipe || M.What == Meaning::Kind::List;
    if (IsMade && Into.size() == Before && canMove(M, Default->getSourceRange())) {
      // The call is made once, however many copies of what it gives the recipe makes.
      M.IsOnce = M.What == Meaning::Kind::Call && Uses.count(P) > 1 && shapeOf(P->getType()) == Shape::Object;
      defaultsOf()[I] = std::make_shared<const Meaning>(std::move(M));
    }
    Into.dropFrom(Before);
  }
}

}  // namespace autoconvert
