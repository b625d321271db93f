// objects that functions make when the configuration is built => what a recipe may set of them.
//
// The function is called once, however often its result is used: one node stands for all uses. So an object that is
// returned by value can be set until it is first passed on; from then on, others have copies of it.
#include "Checker.h"
#include "PathSteps.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

const FunctionDecl* Checker::makerOf(const Meaning& M) {
  if (M.What == Meaning::Kind::Recipe && !M.IsPartial) return KnownResults.lookup(M.Function->getCanonicalDecl()).Maker;
  if (M.What != Meaning::Kind::Call || M.IsPartial || M.Function == nullptr) return nullptr;
  return Shapes.of(M.Function).Made == nullptr ? nullptr : M.Function;
}

const FunctionDecl* Checker::makerOf(const LocalState& Local, const std::vector<PathStep>& Path) {
  return Local.Makers.lookup(pathText(Path));
}

const ArgumentShape* Checker::settable(const Holder& H, const CXXRecordDecl* Of, const ArgumentShape* Argument) {
  // p.set_x(1) is a call on a smart pointer of the library's own, p->set_x(1) one on the object.
  const CXXRecordDecl* Made = H.Maker == nullptr ? nullptr : Shapes.of(H.Maker).Made;
  if (Made != nullptr && Made->getCanonicalDecl() != Of->getCanonicalDecl() && !Made->isDerivedFrom(Of)) return nullptr;
  const bool IsDeclared = !H.At.Path.empty() || Reassigned.contains(H.At.Variable);
  if (Argument == nullptr || H.Maker == nullptr || !IsDeclared) return Argument;
  // It is reached by the class that the member is declared with: the name must mean the same there.
  const ArgumentShape* Same = Shapes.of(H.Class).find(Argument->Name);
  const bool IsSame =
      Same != nullptr && Same->Declaration->getCanonicalDecl() == Argument->Declaration->getCanonicalDecl();
  return IsSame ? Argument : nullptr;
}

bool Checker::isStillAlone(const Place& P, SourceRange Range) {
  const LocalState& Local = Locals.find(P.Variable)->second;
  if (!Local.IsPassed && Loops == Local.Loops) return true;
  const FunctionDecl* By = nullptr;
  for (std::size_t I = 0; By == nullptr && I <= P.Path.size(); ++I) By = makerOf(Local, firstSteps(P.Path, I));
  if (By == nullptr || shapeOf(By->getReturnType()) != Shape::Object) return true;
  Finding& F = Into.add(Rule::Unsupported, Range.getBegin(), Range,
                        Local.IsPassed ? quoted(P.Variable) + " has been passed on or copied before: what " +
                                             quoted(By) + " makes is made once, so the copies would change, too"
                                       : "what " + quoted(By) + " makes is made once, and changed anew in each turn " +
                                             "of this loop: copies of it would all be the same");
  F.Notes.push_back({P.Variable->getLocation(), Local.IsPassed ? "set it before it is passed on, or call " +
                                                                     quoted(By) + " once more for the other"
                                                               : "declare it in the loop"});
  return false;
}

}  // namespace autoconvert
