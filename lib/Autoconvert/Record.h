// What the check of a recipe writes down: its findings, and what goes behind the gate, edits of the text and targets.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "Finding.h"
#include "Recipe.h"
#include "TargetShape.h"
#include "clang/AST/Expr.h"

namespace autoconvert {

/// The lowest layer of the check: knows nothing of what the recipe means.
class CheckRecord {
 public:
  CheckRecord(const Recipe& R, const Unit& Of, TargetShapes& S, Findings& Findings)
      : U(Of), Shapes(S), Into(Findings), Out(R) {}

 protected:
  const Recipe& current() const { return Out.Of; }
  std::vector<Edit>& edits() { return Out.Edits; }
  /// What the parameters are by default; null for those that stay as the source says it.
  std::vector<std::shared_ptr<const Meaning>>& defaultsOf() { return Out.Defaults; }
  /// It goes behind the gate.
  CheckedRecipe take(RecipeResult Result) {
    Out.Result = std::move(Result);
    return std::move(Out);
  }

  Meaning refuse(Rule Id, const clang::Expr* E, const std::string& Message, const std::string& WayOut = {});
  Meaning refuse(Rule Id, clang::SourceLocation Where, clang::SourceRange Range, const std::string& Message);

  /// It has no_inline, but not for long.
  bool isInlined(const clang::FunctionDecl* Recipe) const;
  void callable(const clang::FunctionDecl* Function);
  void dropBranch(const clang::Stmt* Branch);
  void useClass(const clang::CXXRecordDecl* Class);
  void useFunction(const clang::FunctionDecl* Function);
  /// The function is a value, which is written by its name: that of its target, where it can be one.
  void useName(const clang::FunctionDecl* Function);
  void useRecipe(const clang::FunctionDecl* Recipe);
  void edit(clang::SourceRange Range, Meaning By);
  bool canMove(Meaning& M, clang::SourceRange Whole, bool IsByMacro = false);
  /// Adds the edits of a value that stays in place.
  void keep(const Meaning& M);
  void useInstance(ConstructorInstance Used);
  /// What the recipe has made so far.
  const std::vector<const clang::CXXRecordDecl*>& classes() const { return Out.Classes; }
  bool callsRecipes() const { return !Out.Called.empty(); }
  const std::vector<ConstructorInstance>& instances() const { return Out.Constructors; }
  /// Members of it are set through what holds it.
  void reachClass(const clang::CXXRecordDecl* Class);

  const Unit& U;
  TargetShapes& Shapes;
  Findings& Into;

 private:
  CheckedRecipe Out;
};

}  // namespace autoconvert
