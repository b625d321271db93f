// parameters of a recipe => what the recipe knows of them, and what they are where nothing is given.
#include "Checker.h"
#include "Names.h"
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
    const unsigned Index = Parameter->getFunctionScopeIndex();
    if (!isTakenApart(current().Definition, Index, Shapes)) {
      Parameters.insert(Parameter);
      continue;
    }
    LocalState State;
    State.Is = Kind;
    State.Type = "::run::Config<" + spell(decayed(Type)) + ">";
    State.Class = Kind == Shape::Object ? objectOf(Type) : nullptr;
    if (State.Class != nullptr) useClass(State.Class);
    State.MayShare = true;
    State.IsGiven = true;
    noteHandedIn(State, "", Type, Parameter);
    Locals.add(Parameter, std::move(State));
  }
}

// Containers and aggregates in what is handed in are seen, too; all else in them may be finished objects.
void Checker::noteHandedIn(LocalState& State, const std::string& Path, QualType Type, const ParmVarDecl* Parameter) {
  switch (shapeOf(Type)) {
    case Shape::Value:
      return;
    case Shape::Sequence:
    case Shape::Array:
    case Shape::Map:
      return noteHandedIn(State, Path + kElement, elementsOf(Type).front(), Parameter);
    case Shape::Tuple:
      for (std::size_t I = 0; I < elementsOf(Type).size(); ++I)
        noteHandedIn(State, inside(Path, tupleElement(I)), elementsOf(Type)[I], Parameter);
      return;
    case Shape::Object:
      if (const CXXRecordDecl* Class = objectOf(Type); Class->hasDefinition() && Shapes.isReadable(Class)) {
        State.Places.at(Path).IsOpen = true;
        for (const ArgumentShape& A : Shapes.of(Class).Arguments)
          if (A.Kind == ArgumentKind::Member) noteHandedIn(State, inside(Path, A.Name), A.Types.front(), Parameter);
        return;
      }
      break;
    default:
      break;
  }
  Fact& F = State.Places.at(Path);
  F.IsUnknown = true;
  F.By = Parameter;
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
