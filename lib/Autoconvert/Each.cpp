// for (auto& layer : layers) => a loop over the numbers of the elements; `layer` is written as the element.
#include "Checker.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

void Checker::forEach(const CXXForRangeStmt* S) {
  const VarDecl* V = S->getLoopVariable();
  const Expr* Range = S->getRangeInit();
  const QualType Type = V->getType();
  const std::size_t Before = Into.size();
  const auto refused = [&](SourceRange Where, const std::string& Message, const std::string& WayOut = {}) {
    Refused.insert(V);
    if (Into.size() != Before) return;
    refuse(Rule::Unsupported, Where.getBegin(), Where, Message);
    if (!WayOut.empty()) Into.last().Notes.push_back({Where.getBegin(), WayOut});
  };
  std::optional<Place> P = containerPlace(Range);
  const Shape Kind = P ? shapeOf(P->Type) : Shape::Value;
  if (isa<DecompositionDecl>(V) || (Kind != Shape::Sequence && Kind != Shape::Array))
    return refused(V->getSourceRange(), "a loop over configured objects cannot be converted",
                   "loop over a vector, deque, list or array that the recipe itself fills, or do it in a function of "
                   "your own, whose call becomes a node of the configuration");
  if (!Type->isReferenceType() && !Type.isConstQualified())
    return refused(V->getSourceRange(),
                   quoted(V) + " is a copy of the element: a loop over configured objects takes them by reference",
                   "write `auto& " + V->getNameAsString() + "`, or `const auto& " + V->getNameAsString() + "`");
  if (!U.Context.hasSameType(decayed(Type), decayed(elementsOf(P->Type).front())))
    return refused(V->getSourceRange(), quoted(V) + " is of another type than the elements: write `auto&`");
  if (S->getInit() != nullptr)
    return refused(S->getInit()->getSourceRange(), "write the loop's first statement in front of the loop");
  if (const VarDecl* Other = hidden(*P, S->getRParenLoc(), S->getBody()))
    return refused(Other->getSourceRange(),
                   quoted(Other) + " hides a variable that the loop names: its elements are written out in the body",
                   "give this variable a name of its own");
  if (!canReach(*P, Range->getSourceRange()) || !resolve(*P)) return refused({}, {});
  if (isUnknown(*P, P->Path.size()))
    return refused(Range->getSourceRange(),
                   "this container is made by a function that is called when the configuration is built: it has no "
                   "elements yet");
  noteUnread(*P);
  if (!isRead(*P, Range->getSourceRange())) return refused({}, {});
  reach(*P);
  const auto Open = Lexer::findNextToken(S->getForLoc(), U.Sources, U.Context.getLangOpts());
  if (!Open || textRange(SourceRange(S->getForLoc(), S->getRParenLoc()), U).isInvalid())
    return refused(S->getSourceRange(), "this loop is written by a macro: its text cannot be rewritten");
  Meaning Head;
  Head.What = Meaning::Kind::Each;
  Head.Source = Range;
  Head.Variable = P->Variable;
  Head.Path = P->Path;
  Head.Method = "autoconvert_" + V->getNameAsString();
  Meaning Number;
  Number.What = Meaning::Kind::Word;
  Number.Method = Head.Method;
  edit(SourceRange(Open->getLocation(), S->getRParenLoc()), std::move(Head));
  Alias Element;
  Element.Of = std::move(*P);
  Element.Of.Indexes.clear();
  PathStep Step{"[]"};
  Step.Index.push_back(std::move(Number));
  Element.Of.Path.push_back(std::move(Step));
  Element.Of.Type = decayed(Type);
  Element.Of.Owner = nullptr;
  Element.Of.Field = nullptr;
  Element.Of.OuterComputed = Element.Of.Computed;
  Aliases[V] = std::move(Element);
}

}  // namespace autoconvert
