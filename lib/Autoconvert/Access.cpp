#include "Access.h"

#include "Finding.h"
#include "Recipe.h"
#include "Written.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

namespace {

class Names : public RecursiveASTVisitor<Names> {
 public:
  Names(const Recipe& Of, Findings& F) : Own(dyn_cast<CXXRecordDecl>(Of.Definition->getDeclContext())), Into(F) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) { return use(E->getDecl(), E->getFoundDecl(), E->getLocation()); }
  bool VisitMemberExpr(MemberExpr* E) {
    return use(E->getMemberDecl(), E->getFoundDecl().getDecl(), E->getMemberLoc());
  }
  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) { return use(Loc.getDecl(), Loc.getDecl(), Loc.getNameLoc()); }
  bool VisitTagTypeLoc(TagTypeLoc Loc) { return use(Loc.getDecl(), Loc.getDecl(), Loc.getNameLoc()); }
  bool VisitTemplateSpecializationTypeLoc(TemplateSpecializationTypeLoc Loc) {
    const TemplateDecl* Template = Loc.getTypePtr()->getTemplateName().getAsTemplateDecl();
    return Template == nullptr || use(Template, Template, Loc.getTemplateNameLoc());
  }

 private:
  bool use(const NamedDecl* D, const NamedDecl* Found, SourceLocation Where) {
    const AccessSpecifier Access = Found->getAccess();
    const auto* Class = dyn_cast<CXXRecordDecl>(D->getDeclContext());
    if (Class == nullptr || (Access != AS_private && Access != AS_protected)) return true;
    // The converted function stands in a class that is derived from the recipe's.
    if (Access == AS_protected && Own != nullptr && isOwn(Class)) return true;
    Finding& F = Into.add(Rule::Inaccessible, Where, SourceRange(Where),
                          "the member " + quoted(D) + " of " + quoted(Class) + " is " +
                              (Access == AS_private ? "private" : "protected") +
                              ": the converted recipe is another function, which may not name it");
    F.Notes.push_back({D->getLocation(), std::string("declared here; make it public") +
                                             (isOwn(Class) ? " or protected" : "") +
                                             ", or pass its value to the recipe as an argument"});
    return true;
  }

  bool isOwn(const CXXRecordDecl* Class) const {
    for (const DeclContext* Scope = Own; Scope != nullptr; Scope = Scope->getParent())
      if (const auto* Of = dyn_cast<CXXRecordDecl>(Scope))
        if (Of->getCanonicalDecl() == Class->getCanonicalDecl() || Of->isDerivedFrom(Class)) return true;
    return false;
  }

  const CXXRecordDecl* Own;
  Findings& Into;
};

}  // namespace

void checkClass(const Recipe& R, Findings& Into) {
  const auto refuse = [&](const std::string& Message, const NamedDecl* Because, const std::string& WayOut) {
    Finding& F =
        Into.add(Rule::Inaccessible, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()), Message);
    F.Notes.push_back({Because->getLocation(), WayOut});
  };
  if (R.Definition->getAccess() == AS_private || R.Definition->getAccess() == AS_protected)
    return refuse("the recipe " + quoted(R.Definition) + " is not public: nobody could ask for its configuration",
                  R.Definition, "make it public");
  for (const DeclContext* Scope = R.Definition->getDeclContext(); Scope != nullptr; Scope = Scope->getParent()) {
    const auto* Class = dyn_cast<CXXRecordDecl>(Scope);
    if (Class == nullptr) continue;
    const std::string Move = "move the recipe out of the class";
    if (Class->getAccess() == AS_private || Class->getAccess() == AS_protected)
      return refuse("the class " + quoted(Class) + " of the recipe is not public", Class, Move + ", or make it public");
    if (Class->isUnion()) return refuse("a member of a union cannot be converted", Class, Move);
    if (Class->getDefinition() != nullptr && Class->getDefinition()->hasAttr<FinalAttr>())
      return refuse("the class " + quoted(Class) +
                        " of the recipe is final: the converted recipe has no class in which its names mean the same",
                    Class, Move + ", or let the class not be final");
  }
}

void checkAccess(const Recipe& R, Findings& Into) {
  Names Of(R, Into);
  Of.TraverseStmt(R.Definition->getBody());
  for (ParmVarDecl* Parameter : const_cast<FunctionDecl*>(R.Definition)->parameters())  // NOLINT: Clang's visitor
    if (const TypeSourceInfo* Written = Parameter->getTypeSourceInfo()) Of.TraverseTypeLoc(Written->getTypeLoc());
}

}  // namespace autoconvert
