#include "Inspect.h"

#include "CheckAttributes.h"
#include "ExplicitForm.h"
#include "Lower.h"
#include "Macros.h"
#include "Parse.h"
#include "Paths.h"
#include "Templates.h"
#include "Touched.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

Inspection inspect(const Unit& U, const std::string& File, Scope Where) {
  Findings All;
  TargetShapes Shapes(U.Sema);
  const ir::Unit::Form Form = U.includesCompanion() ? ir::Unit::Form::OneFile
                              : isHeader(File)      ? ir::Unit::Form::Header
                                                    : ir::Unit::Form::Source;
  // Clang instantiates nothing behind a fatal error: its tree has holes where conversions were.
  if (U.Diags.hasFatalErrorOccurred()) return {Form, {}, std::move(Shapes), {}, std::move(All)};
  checkAttributes(U, Where, Shapes, All);
  FoundRecipes Found = findRecipes(U, All, Where);
  std::vector<CheckedRecipe> Checked = check(U, Found, Shapes, All);
  for (const CheckedRecipe& R : Checked)
    if (!R.result().Type.empty() && !macroUsesIn(R.recipe().Definition->getSourceRange(), U).empty())
      checkOwnNames(R.recipe(), lowerRecipes(U, {R}, Shapes, Form, "", mainText(U)).front(), /*InPlace=*/false, U, All);
  addNamedByHand(U, Found);
  return {Form, std::move(Found), std::move(Shapes), std::move(Checked), std::move(All)};
}

// In a .cpp that does not include its companion, a recipe is reached through a header or not at all.
void checkReach(const Unit& U, Inspection& Of) {
  if (Of.Form != ir::Unit::Form::Source) return;
  // A refused file has worse to mend; what is wrong in a header is no reason to be silent here.
  if (llvm::any_of(Of.All.inOrder(U.Sources), [&](const Finding& F) {
        return !textOf(F.Id).IsWarning && U.Sources.isInMainFile(U.Sources.getFileLoc(F.Where));
      }))
    return;
  // What another recipe calls is part of that one's configuration.
  llvm::DenseSet<const FunctionDecl*> Called;
  for (const CheckedRecipe& R : Of.Checked)
    for (const FunctionDecl* Callee : R.calledRecipes())
      if (Callee != R.recipe().Definition->getCanonicalDecl()) Called.insert(Callee);
  for (const Recipe& R : Of.Found.Recipes) {
    if (!U.isInMainFile(R.Definition) || Called.contains(R.Definition->getCanonicalDecl())) continue;
    const bool IsDeclared =
        llvm::any_of(writtenDeclarations(R.Definition), [&](const FunctionDecl* D) { return !U.isInMainFile(D); });
    if (!IsDeclared)
      Of.All.add(Rule::UnreachableRecipe, R.Definition->getLocation(), SourceRange(R.Definition->getLocation()),
                 "no other file can reach the converted form of '" + R.Definition->getNameAsString() +
                     "': it is declared in no header, and this file does not include its companion");
  }
}

Status settle(const Unit& U, Inspection& Of) {
  Touched Concerned;
  if (U.Messages.hasErrors()) Concerned = touchedBy(Of.Found);
  // What Clang could not read means nothing: its errors are enough.
  if (U.Messages.settle(Concerned.Ranges, Concerned.Everything, U.ownCompanion())) return Status::Unusable;
  return Of.All.report(U.Diags) ? Status::Refused : Status::Done;
}

}  // namespace autoconvert
