// A recipe => a checked one: its statements, one after the other.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "Resolver.h"
#include "Unbuilt.h"
#include "clang/AST/StmtCXX.h"

namespace autoconvert {

/// The top layer. Each one sees those below: what is written down, what is known, what expressions mean, and here what
/// statements do. One checker is for one recipe.
class Checker : public Resolver {
 public:
  using Resolver::Resolver;

  CheckedRecipe check();

 private:
  // Check.cpp
  void statement(const clang::Stmt* S);
  void expressionStatement(const clang::Expr* E);
  bool refuseHandedChange(const clang::Expr* E);  // SharedValues.cpp
  bool voidStatement(const clang::ExplicitCastExpr* Cast);
  bool refuseUnkept(const clang::CallExpr* E);

  // Results.cpp: what the recipe returns
  void returned(const clang::ReturnStmt* S);
  void refuseUnconfigured();

  // RecipeParameters.cpp: what is given to the recipe
  void parameters();
  void noteHandedIn(LocalState& State, const std::string& Path, clang::QualType Type,
                    const clang::ParmVarDecl* Parameter);
  void defaults();

  // Locals.cpp: declarations
  void declaration(const clang::DeclStmt* S);
  std::optional<LocalMeaning> local(const clang::VarDecl* V);
  /// The same, of what it begins with.
  std::optional<LocalMeaning> local(const clang::VarDecl* V, Meaning M);
  /// What was reported with the declaration is not reported again where it is used.
  void refuseUses(const clang::VarDecl* V);
  void refuseLocal(const clang::VarDecl* V, const std::string& Message, const char* Way = nullptr);
  /// Whether the declaration is done with: it stays as it is, or is refused. Else M is what becomes a configuration.
  bool staysValue(const clang::VarDecl* V, Meaning& M, Shape Declared);
  // Copied.cpp: references to plain values
  bool refuseCopiedNames(const clang::VarDecl* V, const Meaning& M);
  bool refuseCopiedTurns(const clang::CXXForRangeStmt* S);
  bool staysEmpty(const clang::VarDecl* V, Meaning& M, Shape Declared);
  bool refuseDeclaration(const clang::VarDecl* V, const Meaning& M, Shape Declared);
  struct LocalHandle {
    std::string Type;  ///< empty if there is none
    bool IsDeduced;    ///< by `auto` from what the local begins with
  };
  LocalHandle handleOfLocal(const clang::VarDecl* V, const Meaning& M, Shape Declared, LocalState& State);
  std::optional<LocalMeaning> copyOfParameter(const clang::VarDecl* V, Meaning M);
  void begin(LocalState& State, const Meaning& M, clang::QualType Type);

  // Assign.cpp: assignments
  bool assignment(const clang::Expr* E);
  void assignLocal(const clang::VarDecl* Variable, const clang::Expr* E, const clang::Expr* Target,
                   const clang::Expr* Value);
  void hold(const clang::VarDecl* Variable, const clang::Expr* Target, const Meaning& M);
  bool isInOneOrder(const Place& P, const clang::Expr* Value);
  /// `Compound`: the whole of `x += v` or `++x`; null for `x = v`.
  Meaning assigned(const clang::Expr* Value, clang::QualType Type);
  void setMember(Place P, clang::SourceRange Target, const clang::Expr* Value, const clang::Expr* Compound);

  // Fill.cpp: containers that are changed
  /// `Whole` is what the converted call takes the place of; the call itself if it is not said.
  bool containerStatement(const clang::CXXMemberCallExpr* E, clang::SourceRange Whole = {});
  // Grow.cpp: containers that a constructor makes
  void grow(const clang::CXXMemberCallExpr* E, const Place& Container);
  std::optional<Place> grownSet(const clang::CXXMemberCallExpr* E);
  std::optional<Meaning> insertedInSet(const clang::CXXMemberCallExpr* E, const Place& Set);
  // Added.cpp: what is added and changed in one statement
  bool addAndChange(const clang::Expr* E);
  const clang::CXXMemberCallExpr* addedFirst(const clang::Expr* Statement);

  bool resetStatement(const clang::CXXMemberCallExpr* E);
  Meaning filled(const clang::CXXMemberCallExpr* E, const Place& Container, clang::QualType Type);
  /// What an optional without an object is.
  Meaning cleared(const clang::Expr* E, clang::QualType Type);

  // Insert.cpp: what is put at a place of a container; nothing where the call does not
  std::optional<Meaning> inserted(const clang::CXXMemberCallExpr* E, const Place& Container, clang::QualType Type);
  std::optional<Meaning> insertedByKey(const clang::CXXMemberCallExpr* E, Meaning M, clang::QualType Type,
                                       llvm::ArrayRef<const clang::Expr*> Arguments);
  std::optional<Meaning> insertedEntries(Meaning M, clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments);
  std::optional<Meaning> insertedAt(const clang::CXXMemberCallExpr* E, Meaning M, clang::QualType Type,
                                    llvm::ArrayRef<const clang::Expr*> Arguments);

  // Refill.cpp: containers that are given another content
  bool refillStatement(const clang::CXXMemberCallExpr* E, const Place& Container, clang::SourceRange Whole);
  bool swapStatement(const clang::Expr* E);

  // Setters.cpp
  bool setterStatement(const clang::CXXMemberCallExpr* E);

  // Changes.cpp: plain values that are changed in place
  bool changeStatement(const clang::Expr* E);
  bool wouldDangle(const clang::VarDecl* V);
  bool refersToCopy(const clang::Expr* E);
  bool refuseKeptCopy(const clang::Expr* E);

  // Each.cpp: loops over the elements of a container
  void forEach(const clang::CXXForRangeStmt* S);
  void forCopies(const clang::CXXForRangeStmt* S, Place Container);
  static bool isConstant(const clang::Expr* Range);
  void refuseLeft(const clang::CXXForRangeStmt* S);
  std::optional<Place> loopedOver(const clang::CXXForRangeStmt* S);
  bool growsInLoop(const Place& Container, const clang::Stmt* Body);

  // Flow.cpp: where control flow is
  void parts(const clang::Stmt* S);
  void branches(const clang::IfStmt* S);
  void cases(const clang::SwitchStmt* S);
  /// How often control flow has been sent elsewhere.
  struct Ways {
    unsigned Breaks = 0;
    unsigned Continues = 0;
    unsigned Returns = 0;  ///< and goto
    bool operator==(const Ways&) const = default;
  };
  struct Loop {
    Flow Before;
    Ways Way;
    unsigned Began;
  };
  Loop beginLoop(const clang::Stmt* S);
  void endLoop(const clang::Stmt* S, const Loop& L);
  void endBlock(const Flow& Before, const Ways& Way);
  void leave(const Flow& Before, bool MayBePassed);
  Ways Sent;

  // Turns.cpp: what a loop does in each of its turns
  void noteCounters(const clang::ForStmt* S);
  static bool isAssignedFirst(const clang::VarDecl* V, const clang::Stmt* Loop);
  void keepsTurns(unsigned Loop, const Flow& End);
  void makeEmpty(const clang::VarDecl* Variable, const clang::Expr* By);

  // References.cpp: references to locals and to what is in them
  bool alias(const clang::DeclStmt* S);
  /// The names of a structured binding: each is written as the part that it names.
  bool bind(const clang::DecompositionDecl* V);

  Fillings Filled;
  std::vector<RecipeResult> Results;          ///< of each return
  std::vector<const clang::VarDecl*> Unmade;  ///< by calls, of which members alone are read
  const clang::Expr* Unconfigured = nullptr;  ///< a result without a configured object
  const clang::Expr* NullResult = nullptr;    ///< a result that is null
};

}  // namespace autoconvert
