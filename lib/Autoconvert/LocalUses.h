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

namespace autoconvert {

class Findings;
struct Unit;

class LocalUses {
 public:
  LocalUses() = default;
  /// In one walk.
  explicit LocalUses(const clang::Stmt* Body);

  /// How often the whole of it is named; in a loop, more than once.
  unsigned count(const clang::VarDecl* V) const { return Counts.lookup(V); }
  /// Whether it holds another object later on.
  bool isReassigned(const clang::VarDecl* V) const { return Reassigned.contains(V); }
  /// Where it is named for the last time.
  clang::SourceLocation last(const clang::VarDecl* V) const { return Last.lookup(V); }

 private:
  struct Visitor;

  llvm::DenseSet<const clang::VarDecl*> Reassigned;
  llvm::DenseMap<const clang::VarDecl*, unsigned> Counts;
  llvm::DenseMap<const clang::VarDecl*, clang::SourceLocation> Last;
};

/// A local, and the expression that moves one of its members out.
using MemberMove = std::pair<const clang::VarDecl*, const clang::Expr*>;

/// Refuses what is used after a member of it was moved out: in C++ the member is empty then, the configuration still
/// has it.
void checkMoves(llvm::ArrayRef<MemberMove> Moves, const LocalUses& Uses, const Unit& U, Findings& Into);

}  // namespace autoconvert
