// Objects in shared pointers that a function, constructor or setter looks at: what the recipe sets of them afterwards
// would be there already when the configuration is built. Who only keeps the pointer does not mind.
#include "Checker.h"
#include "PathSteps.h"
#include "SkippedBody.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace autoconvert {

namespace {

bool isRelated(const CXXRecordDecl* A, const CXXRecordDecl* B) {
  if (A->getCanonicalDecl() == B->getCanonicalDecl()) return true;
  return A->hasDefinition() && B->hasDefinition() && (A->isDerivedFrom(B) || B->isDerivedFrom(A));
}

/// Whether a member of that type may have the pointer, as far as its declaration shows.
bool couldHold(QualType Member, const CXXRecordDecl* Pointee) {
  Member = Member.getNonReferenceType();
  if (Member->isPointerType()) Member = Member->getPointeeType();
  const CXXRecordDecl* Class = Member->getAsCXXRecordDecl();
  if (Class == nullptr) return false;
  // Nobody knows what there is in a class that is defined elsewhere.
  if (!Class->hasDefinition()) return true;
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class);
  if (Special != nullptr)
    for (const TemplateArgument& Argument : Special->getTemplateArgs().asArray())
      if (Argument.getKind() == TemplateArgument::Type && couldHold(Argument.getAsType(), Pointee)) return true;
  return isRelated(Class, Pointee);
}

/// The names of the members that may have it; of a class that is defined elsewhere, an unknown one.
void collectKeepers(const CXXRecordDecl* Class, const CXXRecordDecl* Pointee, std::set<std::string>& Names) {
  if (!Class->hasDefinition()) {
    Names.insert("");
    return;
  }
  for (const FieldDecl* Field : Class->getDefinition()->fields())
    if (couldHold(Field->getType(), Pointee)) Names.insert(Field->getNameAsString());
  for (const CXXBaseSpecifier& Base : Class->getDefinition()->bases()) {
    const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
    if (Of == nullptr)
      Names.insert("");
    else
      collectKeepers(Of, Pointee, Names);
  }
}

/// What the function looks at of the object that it is given there. Who cannot keep it reads it; of others it is known
/// where their bodies stand in a file that is read.
Reading readingOf(const FunctionDecl* Function, unsigned I, const CXXRecordDecl* Pointee) {
  std::set<std::string> Pointers;
  const auto* Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method != nullptr && !Method->isStatic()) collectKeepers(Method->getParent(), Pointee, Pointers);
  const bool MayKeep = !Pointers.empty() || (Method != nullptr && Method->isVirtual());
  if (!MayKeep) return {true, {}};
  Pointers.insert(Function->getParamDecl(I)->getNameAsString());
  Pointers.erase("");
  return readBehind(Function, Pointers);
}

/// Whether what is set at the path is a part of what the reader looks at there.
bool isSeen(const std::vector<PathStep>& Path, const SharedReader& By) {
  const std::string Set = pathText(Path);
  if (Set == By.Pointer || !isWithin(Set, By.Pointer)) return false;
  std::size_t Steps = 1;
  while (pathText(firstSteps(Path, Steps)).size() <= By.Pointer.size()) ++Steps;
  const PathStep& Part = Path[Steps - 1];
  const bool IsMember = Part.Argument && *Part.Argument != ArgumentKind::Setter;
  return By.Of.IsWhole || (IsMember ? By.Of.Members.contains(Part.Name) : !By.Of.Members.empty());
}

/// The same of an object that the recipe reaches in another way: by its class.
bool isSeenBehind(const Place& P, const SharedReader& By) {
  if (llvm::none_of(P.Through, [&](const CXXRecordDecl* Class) { return isRelated(Class, By.Pointee); })) return false;
  return By.Of.IsWhole || llvm::any_of(P.Path, [&](const PathStep& Step) {
           return Step.Argument == ArgumentKind::Setter ? !By.Of.Members.empty() : By.Of.Members.contains(Step.Name);
         });
}

}  // namespace

void Knowledge::noteReader(const FunctionDecl* Reader, unsigned I, const Meaning& Given) {
  if (Given.What == Meaning::Kind::Value && Given.Source != nullptr && I < Reader->getNumParams())
    noteHandedValue(Given.Source, Reader->getParamDecl(I)->getType().getNonReferenceType());
  const bool IsPointer = (Given.What == Meaning::Kind::Local || Given.What == Meaning::Kind::Load) && Given.IsShared &&
                         !Given.IsCopy && !Given.IsPointee;
  if (!IsPointer || I >= Reader->getNumParams()) return;
  const QualType Taken = Reader->getParamDecl(I)->getType().getNonReferenceType();
  const CXXRecordDecl* Pointee =
      shapeOf(Taken) == Shape::Shared ? elementsOf(Taken).front()->getAsCXXRecordDecl() : nullptr;
  if (Pointee == nullptr) return;
  SharedReader By = {pathText(Given.Path), Pointee, Reader, readingOf(Reader, I, Pointee)};
  if (!By.Of.IsWhole && By.Of.Members.empty()) return;
  LocalState& Local = Locals.find(Given.Variable)->second;
  const auto isAgain = [&](const SetInTurns& Set) {
    return llvm::is_contained(Loops, Set.Loop) && isSeen(Set.Path, By);
  };
  if (const auto Set = llvm::find_if(Local.Turns, isAgain);
      Set != Local.Turns.end() && Refused.insert(Given.Variable).second) {
    refuse(Rule::Unsupported, Set->Where.getBegin(), Set->Where,
           quoted(Reader) +
               " is given this object in each turn of the loop: in the configuration it would see what the last turn "
               "sets here");
    Into.last().Notes.push_back(
        {Set->Where.getBegin(), "make an object in each turn, or give " + quoted(Reader) + " a copy"});
    return;
  }
  Local.Readers.push_back(std::move(By));
  HasReaders = true;
}

// By the same name of the object, or by another one: what a local pointer was made for is no other's.
const SharedReader* Knowledge::seenBefore(const Place& P) const {
  const LocalState& Local = Locals.find(P.Variable)->second;
  for (const SharedReader& By : Local.Readers)
    if (isSeen(P.Path, By)) return &By;
  if (P.Pointers.empty() || !HasReaders) return nullptr;
  const auto isItself = [&](const VarDecl* V, const LocalState& State, llvm::StringRef Pointer) {
    return Pointer.empty() && !State.IsLoaded && !Uses.isReassigned(V);
  };
  const bool IsItself = isItself(P.Variable, Local, P.Pointers.back());
  for (const VarDecl* Other : Locals.linked(P.Variable)) {
    const auto Known = Locals.find(Other);
    if (Known == Locals.end()) continue;
    for (const SharedReader& By : Known->second.Readers)
      if (!(IsItself && isItself(Other, Known->second, By.Pointer)) && isSeenBehind(P, By)) return &By;
  }
  return nullptr;
}

bool Knowledge::refuseSeen(const Place& P, SourceRange Range) {
  if (const SharedReader* By = seenBefore(P)) {
    refuse(Rule::Unsupported, Range.getBegin(), Range,
           quoted(By->Function) +
               " has been given this object by now: in the configuration it would see what is set here");
    Into.last().Notes.push_back({Range.getBegin(), "set it before, or give " + quoted(By->Function) + " a copy"});
    return true;
  }
  LocalState& Local = Locals.find(P.Variable)->second;
  if (const unsigned Loop = Local.Order.keeps(P.Path, Loops); Loop != 0) Local.Turns.push_back({P.Path, Loop, Range});
  return false;
}

}  // namespace autoconvert
