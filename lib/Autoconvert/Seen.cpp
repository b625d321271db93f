// Objects in shared pointers that a function, constructor or setter looks at: what the recipe sets of them afterwards
// would be there already when the configuration is built. Who only keeps the pointer does not mind.
#include "Checker.h"
#include "PathSteps.h"
#include "Types.h"
#include "Written.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace autoconvert {

namespace {

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
  return Class->getCanonicalDecl() == Pointee->getCanonicalDecl() ||
         (Pointee->hasDefinition() &&
          (Pointee->isDerivedFrom(Class->getDefinition()) || Class->isDerivedFrom(Pointee->getDefinition())));
}

bool hasKeeper(const CXXRecordDecl* Class, const CXXRecordDecl* Pointee) {
  if (!Class->hasDefinition()) return true;
  const auto keeps = [&](const FieldDecl* Field) { return couldHold(Field->getType(), Pointee); };
  if (llvm::any_of(Class->getDefinition()->fields(), keeps)) return true;
  return llvm::any_of(Class->getDefinition()->bases(), [&](const CXXBaseSpecifier& Base) {
    const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
    return Of == nullptr || hasKeeper(Of, Pointee);
  });
}

}  // namespace

void Knowledge::noteReader(const FunctionDecl* Reader, unsigned I, const Meaning& Given) {
  const bool IsPointer = (Given.What == Meaning::Kind::Local || Given.What == Meaning::Kind::Load) && Given.IsShared &&
                         !Given.IsCopy && !Given.IsPointee;
  if (!IsPointer || I >= Reader->getNumParams()) return;
  const QualType Taken = Reader->getParamDecl(I)->getType().getNonReferenceType();
  const CXXRecordDecl* Pointee =
      shapeOf(Taken) == Shape::Shared ? elementsOf(Taken).front()->getAsCXXRecordDecl() : nullptr;
  if (Pointee == nullptr) return;
  const auto* Method = dyn_cast<CXXMethodDecl>(Reader);
  if (Method != nullptr && !Method->isStatic() && (Method->isVirtual() || hasKeeper(Method->getParent(), Pointee)))
    return;
  Locals.find(Given.Variable)->second.Readers.try_emplace(pathText(Given.Path), Reader);
}

bool Knowledge::refuseSeen(const LocalState& Local, const std::vector<PathStep>& Path, SourceRange Range) {
  const std::string Set = pathText(Path);
  for (const auto& [Of, Reader] : Local.Readers) {
    if (Set == Of || !isWithin(Set, Of)) continue;
    refuse(Rule::Unsupported, Range.getBegin(), Range,
           quoted(Reader) + " has been given this object by now: in the configuration it would see what is set here");
    Into.last().Notes.push_back({Range.getBegin(), "set it before, or give " + quoted(Reader) + " a copy"});
    return true;
  }
  return false;
}

}  // namespace autoconvert
