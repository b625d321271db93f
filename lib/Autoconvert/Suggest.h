// A refused expression => the mechanical change that would mend it, where there is one.
#pragma once

#include <set>
#include <string>

#include "Finding.h"
#include "Recipe.h"
#include "clang/AST/ExprCXX.h"

namespace autoconvert {

struct TargetShape;

/// std::unique_ptr<T>(new T(a)) and p.reset(new T(a)): std::make_unique, std::make_shared.
void suggestSmartPointer(const clang::CXXNewExpr* E, const Unit& U, Finding& Into);

/// T(is_wide ? 2 : 1): one more parameter of the recipe, with the name of the argument. Whoever calls the recipe has to
/// give it then, so this is the note's offer. `Offered`: the names of those that the recipe has been offered.
void suggestParameter(const clang::AbstractConditionalOperator* E, const Recipe& R, const Unit& U,
                      std::set<std::string>& Offered, Finding& Into);

/// x.update_width(v), x.WidthOn(): the setter or public member `width`, if the class has one. Nobody knows whether it
/// does the same, so this is the note's offer.
void suggestArgument(const clang::CXXMemberCallExpr* E, const TargetShape& Shape, Finding& Into);

/// x.file = "a": `x.file = app::Path("a")`, where the class's own assignment may do something else.
void suggestConversion(const clang::Expr* E, clang::QualType To, const Unit& U, Finding& Into);

/// x->n = 3 and x->size() where the recipe is handed x: what can be done instead.
std::string aroundParameter(const clang::VarDecl* Parameter);
/// The same for one that the recipe has put somewhere, and looks into there.
std::string aroundPassed(const clang::VarDecl* Parameter, TargetShapes& Shapes);

/// A std::any or std::function takes an object that is made later: why not, and what to do.
std::string whyNotHeld(const clang::CXXRecordDecl* Holder);
std::string wayToHeld(const clang::CXXRecordDecl* Holder, const clang::CXXRecordDecl* Object);

/// Why the address of this configured object cannot be taken.
std::string whyNoAddress(const clang::Expr* Object);

/// What makes values of the objects of a class, or of what a function gives.
std::string exemptionOf(const clang::NamedDecl* D);

}  // namespace autoconvert
