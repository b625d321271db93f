// for (auto& layer : layers) => a loop over the numbers of the elements; `layer` is written as the element.
// for (auto layer : layers) => a loop over configurations of the elements.
// for (auto& [name, layer] : layers) => a loop over the keys of a map; `layer` is written as the entry. Of others, a
// loop over the numbers; each name is written as the part of the element.
#include "Checker.h"
#include "PathSteps.h"
#include "Statement.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isOrderedMap(QualType Type) { return Type->getAsCXXRecordDecl()->getName() == "map"; }

}  // namespace

// A constant of a namespace, a class or the recipe, or a part of one: its elements are what they are in plain C++.
bool Checker::isConstant(const Expr* Range) {
  const Expr* E = skipTransparent(Range);
  while (const auto* Member = dyn_cast<MemberExpr>(E)) {
    if (Member->isArrow() || isa<VarDecl>(Member->getMemberDecl())) break;
    E = skipTransparent(Member->getBase());
  }
  const auto* Name = dyn_cast<DeclRefExpr>(E);
  const auto* Class = dyn_cast<MemberExpr>(E);
  const auto* Of = dyn_cast_or_null<VarDecl>(Name != nullptr    ? Name->getDecl()
                                             : Class != nullptr ? Class->getMemberDecl()
                                                                : nullptr);
  return Of != nullptr && Of->hasGlobalStorage() && Of->getType().isConstQualified();
}

// The container that the loop goes over; nothing, and reported, where the configuration has no elements for it.
std::optional<Place> Checker::loopedOver(const CXXForRangeStmt* S) {
  const VarDecl* V = S->getLoopVariable();
  const Expr* Range = S->getRangeInit();
  const std::size_t Before = Into.size();
  const auto refused = [&](SourceRange Where, const std::string& Message, const std::string& WayOut = {}) {
    // What was said of the loop, of the container, or of what it lies in is enough.
    if (Into.size() != Before || BranchesAreRefused || names(Range, Refused)) return std::nullopt;
    refuse(Rule::Unsupported, Where.getBegin(), Where, Message);
    if (!WayOut.empty()) Into.last().Notes.push_back({Where.getBegin(), WayOut});
    return std::nullopt;
  };
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  std::optional<Place> P = containerPlace(Range);
  const Shape Kind = P ? shapeOf(P->Type) : Shape::Value;
  if (Kind == Shape::Map && Bindings == nullptr)
    return refused(V->getSourceRange(),
                   quoted(V) + " is an entry of a map: a loop over configured objects names its two",
                   "write `auto& [key, value]`, or `const auto& [key, value]`");
  if (Kind == Shape::Map && !isOrderedMap(P->Type))
    return refused(Range->getSourceRange(),
                   "nobody knows the order in which the entries of this map come: a loop over "
                   "them cannot be converted",
                   "make it a std::map, or name the entries one by one");
  if (Kind != Shape::Map && Kind != Shape::Sequence && Kind != Shape::Array)
    return refused(V->getSourceRange(), "a loop over configured objects cannot be converted",
                   "loop over a vector, deque, list, array or map that the recipe itself fills, or do it in a function "
                   "of your own, whose call becomes a node of the configuration");
  const QualType Element = decayed(elementsOf(P->Type).front());
  if (Bindings == nullptr && !U.Context.hasSameType(decayed(V->getType()), Element))
    return refused(V->getSourceRange(), quoted(V) + " is of another type than the elements: write `auto&`");
  if (S->getInit() != nullptr)
    return refused(S->getInit()->getSourceRange(), "write the loop's first statement in front of the loop");
  // Nothing is changed yet: a const container may be looped over, as what lies behind a pointer may be changed.
  Place Read = *P;
  Read.Pointers.emplace_back();
  if (!canReach(Read, Range->getSourceRange()) || !resolve(*P)) return std::nullopt;
  if (isUnknown(*P, P->Path.size()))
    return refused(Range->getSourceRange(),
                   "this container is made by a function that is called when the configuration is built: it has no "
                   "elements yet");
  noteUnread(*P);
  if (!isRead(*P, Range->getSourceRange())) return std::nullopt;
  reach(*P);
  for (const Expr* Index : P->Indexes)
    if (!isStable(Index, S->getBody()))
      return refused(Index->getSourceRange(),
                     "a loop over a container whose index may change cannot be converted: each turn names it anew",
                     "give the index a constant of its own in front of the loop");
  if (textRange(SourceRange(S->getForLoc(), S->getRParenLoc()), U).isInvalid())
    return refused(S->getSourceRange(), "this loop is written by a macro: its text cannot be rewritten");
  return P;
}

// Whether the body adds elements to the container that the loop goes over or takes some away, or may: `m[k]` makes what
// there is not. A list's other elements stay where they are; the configuration counts them.
bool Checker::growsInLoop(const Place& Container, const Stmt* Body) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    Checker& Of;
    const Place& Container;
    bool IsMap;
    const Expr* Found = nullptr;
    Visitor(Checker& C, const Place& P) : Of(C), Container(P), IsMap(shapeOf(P.Type) == Shape::Map) {}
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
      return !IsMap || E->getOperator() != OO_Subscript || look(E, E->getArg(0));
    }
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
      const CXXMethodDecl* Method = E->getMethodDecl();
      if (Method == nullptr || Method->isConst() || !Method->getDeclName().isIdentifier()) return true;
      static const llvm::StringSet<> Names{"at", "front", "back", "begin", "end", "rbegin", "rend", "data"};
      return Names.contains(Method->getName()) || look(E, E->getImplicitObjectArgument());
    }
    bool look(const Expr* Whole, const Expr* Object) {
      const auto P = Of.containerPlace(Object);
      if (P && P->Variable == Container.Variable && pathText(P->Path) == pathText(Container.Path)) Found = Whole;
      return Found == nullptr;
    }
  };
  Visitor In(*this, Container);
  In.TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
  if (In.Found == nullptr) return false;
  if (In.IsMap)
    refuse(Rule::Unsupported, In.Found, "this may add an entry to the map that the loop goes over",
           "name an entry that there is by `at`, and add others behind the loop");
  else
    refuse(Rule::Unsupported, In.Found, "this adds or removes elements of the container that the loop goes over",
           "collect what is to be added in a local container, and add it behind the loop");
  return true;
}

// Each turn names the container anew, which is another one behind a pointer that the body gives another object.
void Checker::refuseLeft(const CXXForRangeStmt* S) {
  const VarDecl* V = S->getLoopVariable();
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  const ValueDecl* Named = V;
  if (Bindings != nullptr) Named = Bindings->bindings().back();
  const auto Known = Aliases.find(Named);
  if (Known == Aliases.end() || !Known->second.IsLeft) return;
  refuse(Rule::Unsupported, S->getRangeInit(),
         "the loop's body gives the smart pointer another object through which the loop goes: each turn names it anew",
         "give the pointer a second name in front of the loop, `auto first = pointer;`, and loop over what that has");
}

void Checker::forEach(const CXXForRangeStmt* S) {
  const VarDecl* V = S->getLoopVariable();
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  const bool IsCopy = !V->getType()->isReferenceType() && !V->getType().isConstQualified();
  std::optional<Place> P = loopedOver(S);
  if (!P || growsInLoop(*P, S->getBody())) return refuseUses(V);
  if (IsCopy && Bindings == nullptr) return forCopies(S, std::move(*P));

  Meaning Head;
  Head.What = Meaning::Kind::Each;
  Head.Source = S->getRangeInit();
  Head.Variable = P->Variable;
  Head.Path = P->Path;
  const NamedDecl* First = V;
  if (Bindings != nullptr) First = Bindings->bindings().front();
  Head.Method = "autoconvert_" + First->getNameAsString();
  const VarDecl* Named = V;
  const IdentifierInfo* Key = nullptr;
  if (Bindings != nullptr) {
    for (const BindingDecl* B : Bindings->bindings()) {
      if (!IsCopy || !ExprMutationAnalyzer(*S->getBody(), U.Context).isMutated(B)) continue;
      refuse(Rule::Unsupported, B->getLocation(), B->getSourceRange(),
             quoted(B) + " is of a copy of the entry, which the loop changes");
      Into.last().Notes.push_back(
          {B->getLocation(), "write `auto&` to change the entry, or copy it into a variable of its own"});
      return refuseUses(V);
    }
  }
  const bool IsOfMap = Bindings != nullptr && shapeOf(P->Type) == Shape::Map;
  if (IsOfMap) {
    const BindingDecl* Second = Bindings->bindings()[1];
    Named = Second->getHoldingVar();
    Key = First->getIdentifier();
    Head.What = Meaning::Kind::EachKey;
    Head.Method = First->getNameAsString();
    Head.IsTyped = !Bindings->bindings()[0]->isReferenced() && !Second->isReferenced();
  }
  if (const VarDecl* Other = hidden(*P, S->getRParenLoc(), S->getBody(), Key)) {
    refuse(Rule::Unsupported, Other->getBeginLoc(), Other->getSourceRange(),
           quoted(Other) + " hides a variable that the loop names: its elements are written out in the body");
    Into.last().Notes.push_back({Other->getLocation(), "give this variable a name of its own"});
    return refuseUses(V);
  }

  Meaning Index = word(nullptr, Head.Method);
  const auto Open = Lexer::findNextToken(S->getForLoc(), U.Sources, U.Context.getLangOpts());
  edit(SourceRange(Open->getLocation(), S->getRParenLoc()), std::move(Head));
  Alias Element;
  Element.Of = std::move(*P);
  Element.Of.Indexes.clear();
  Element.Of.Type = decayed(elementsOf(Element.Of.Type).front());
  PathStep Step{"[]"};
  Step.Index.push_back(std::move(Index));
  Step.Loop = Loops.back();
  Element.Of.Path.push_back(std::move(Step));
  Element.Of.Owner = nullptr;
  Element.Of.Field = nullptr;
  Element.Of.OuterComputed = Element.Of.Computed;
  Aliases[Named] = std::move(Element);
  if (Bindings != nullptr && !IsOfMap) bind(Bindings);
}

// Each is a local like others, which begins as a copy of the element.
void Checker::forCopies(const CXXForRangeStmt* S, Place Container) {
  const VarDecl* V = S->getLoopVariable();
  Meaning Elements;
  Elements.What = Meaning::Kind::Elements;
  Elements.Source = S->getRangeInit();
  Elements.Variable = Container.Variable;
  Elements.Path = Container.Path;
  Meaning Element;
  Element.What = Meaning::Kind::Load;
  Element.Source = S->getRangeInit();
  Element.Type = decayed(V->getType());
  Element.Class = objectOf(Element.Type);
  Element.IsShared = shapeOf(Element.Type) == Shape::Shared;
  Element.Variable = Container.Variable;
  Element.Path = std::move(Container.Path);
  Element.Path.push_back({"[]"});
  const auto Local = local(V, std::move(Element));
  if (!Local) return;
  // A smart pointer has no copy of its own object: it is one more handle on it.
  if (shapeOf(V->getType()) == Shape::Shared) Elements.Method = Local->Type;
  Edit Type;
  Type.IsText = true;
  Type.Range = SourceRange(V->getInnerLocStart(), V->getLocation());
  Type.Text = Local->Type + " " + V->getNameAsString();
  edits().push_back(std::move(Type));
  edit(S->getRangeInit()->getSourceRange(), std::move(Elements));
}

}  // namespace autoconvert
