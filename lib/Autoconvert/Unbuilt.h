// The edits of a recipe => its locals whose objects nothing in the result holds: what a function does for them, and
// what their destructors do, would not happen.
#pragma once

#include <vector>

#include "Recipe.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace autoconvert {

/// What makes an object is more than the object: a call, or a guard, whose destructor does what it is for.
bool hasEffect(const Meaning& M);

/// `Effect`: what else is done for the local, and would not be; or null.
void refuseUnbuilt(const clang::VarDecl* V, const clang::Expr* Effect, Findings& Into);

/// The statements of a recipe that put something into its locals.
class Fillings {
 public:
  /// The edits from `FirstEdit` on are those of one statement, which declares these locals or changes others.
  void note(llvm::ArrayRef<Edit> Edits, std::size_t FirstEdit, llvm::ArrayRef<const clang::VarDecl*> Declared = {});
  /// Refuses the locals for which something is done that nothing in the result holds. `IsShared`: what is put into an
  /// object through one pointer, others have, too.
  void check(llvm::ArrayRef<Edit> Edits, llvm::function_ref<bool(const clang::VarDecl*)> IsShared,
             Findings& Into) const;

 private:
  struct Statement {
    std::size_t First;
    std::size_t End;
    llvm::SmallVector<const clang::VarDecl*, 2> Into;
  };
  std::vector<Statement> Statements;
};

}  // namespace autoconvert
