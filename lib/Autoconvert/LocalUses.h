// A recipe's body, seen as a whole before it is checked => how it uses its local variables.
#pragma once

#include <utility>
#include <vector>

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace autoconvert {

class Findings;
struct Unit;

/// The local that an expression reaches, and its member on the way: x and inner, of x.inner.names[0]. The names of a
/// structured binding reach what is taken apart; of a tuple, the function that gives an element stands for it.
struct Reached {
  const clang::VarDecl* Variable = nullptr;
  const clang::NamedDecl* Member = nullptr;  ///< null where there is none
};
Reached reached(const clang::Expr* E);

class LocalUses {
 public:
  LocalUses() = default;
  /// In one walk.
  explicit LocalUses(const clang::Stmt* Body);

  /// How often the whole of it is named; in a loop, more than once.
  unsigned count(const clang::VarDecl* V) const { return Counts.lookup(V); }
  /// Whether a member of it is named, but to be assigned to.
  bool isReadInPart(const clang::VarDecl* V) const { return MembersRead.lookup(V) > 0; }
  /// Of a smart pointer: whether it is given to others alone, and nobody asks it, or what it points to.
  bool isOnlyPassedOn(const clang::VarDecl* V) const { return !Asked.contains(V) && !Reassigned.contains(V); }
  /// Whether it holds another object later on.
  bool isReassigned(const clang::VarDecl* V) const { return Reassigned.contains(V); }
  /// Where it is named for the last time, but for what it is named to reach other members than this one; null: any.
  clang::SourceLocation last(const clang::VarDecl* V, const clang::NamedDecl* Member,
                             const clang::SourceManager&) const;
  /// What is reached through references is reached in what they refer to.
  Reached throughReferences(Reached Of) const;

 private:
  struct Visitor;

  llvm::DenseSet<const clang::VarDecl*> Reassigned;
  llvm::DenseSet<const clang::VarDecl*> Asked;
  llvm::DenseMap<const clang::VarDecl*, Reached> RefersTo;  ///< of references
  llvm::DenseMap<const clang::VarDecl*, unsigned> Counts;
  llvm::DenseMap<const clang::VarDecl*, int> MembersRead;  ///< how often they are named, but to be assigned to
  /// In the order of the text; the member that is reached by the name, or null for the whole.
  llvm::DenseMap<const clang::VarDecl*, llvm::SmallVector<std::pair<const clang::NamedDecl*, clang::SourceLocation>>>
      Named;
};

/// A local, and the expression that moves one of its members out.
using MemberMove = std::pair<const clang::VarDecl*, const clang::Expr*>;

/// Refuses what is used after a member of it was moved out: in C++ the member is empty then, the configuration still
/// has it.
void checkMoves(llvm::ArrayRef<MemberMove> Moves, const LocalUses& Uses, const Unit& U, Findings& Into);

}  // namespace autoconvert
