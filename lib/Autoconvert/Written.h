// How expressions and names stand in the source.
#pragma once

#include <string>

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceLocation.h"

namespace autoconvert {

struct Unit;

/// Parentheses, temporaries and casts that only adjust a handle or a base.
const clang::Expr* skipTransparent(const clang::Expr* E);
/// static_cast<double>(x), which calls x.operator double() of a class of the user's, and does nothing else: that call.
/// Null for all else.
const clang::CXXMemberCallExpr* conversionBy(const clang::Expr* E);
/// Whether it copies or moves an object, and nobody has given it more than that.
bool isCopy(const clang::CXXConstructExpr* E);
/// As skipTransparent, and copies and moves.
const clang::Expr* skipCopies(const clang::Expr* E);
/// The same, and whatever else is made of one thing alone: a std::shared_ptr of what a std::unique_ptr held.
const clang::Expr* skipConversions(const clang::Expr* E);
/// `*x` or `x->` of a pointer, and no operator that makes something else.
bool isDereference(const clang::CXXOperatorCallExpr* E);
/// The object behind `x`, `*x` and `x->`.
const clang::Expr* behind(const clang::Expr* E);
/// A class or function that the recipe itself defines: reported by the rules.
bool isLocalDefinition(const clang::Decl* D);
/// A class or lambda that the recipe defines, or what is made of one: that it has no name outside follows from it.
bool isOfRecipe(clang::QualType Type, const clang::FunctionDecl* Recipe);
/// Where tokens stand in a file; invalid if a macro wrote some of them only.
clang::CharSourceRange textRange(clang::SourceRange Range, const Unit& U);
/// Of the expression itself: to Clang the `.x{3}` of an aggregate's initialiser begins with the dot.
clang::SourceRange writtenRange(const clang::Expr* E);
/// Whether the text of the expression begins with a brace.
bool isBraced(const clang::Expr* E, const Unit& U);
std::string quoted(const clang::NamedDecl* D);
/// Whether both say the same, and have no effects. What is called in them is taken to give the same, too. Null is none.
bool saysTheSame(const clang::Expr* A, const clang::Expr* B, const clang::ASTContext& Context);
/// The function that `f` or `&f` names; null if the expression does not name one.
const clang::FunctionDecl* namedFunction(const clang::Expr* E);

}  // namespace autoconvert
