// parameter, member => what it is when nothing sets it.
#pragma once

#include <string>

namespace clang {
class Expr;
class FieldDecl;
class ParmVarDecl;
class QualType;
class Sema;
}  // namespace clang

namespace autoconvert {

struct ArgumentShape;
struct TargetShape;
class TargetShapes;
struct Unit;

/// The default argument, made for this instance of a template; null where there is none, or it does not compile.
const clang::Expr* defaultArgument(const clang::ParmVarDecl* Parameter, clang::Sema& Sema);

struct DefaultSource {
  std::string Text;         ///< as the source says it
  std::string Value;        ///< an expression for any scope; empty: there is none
  bool IsOfObject = false;  ///< the expression is one of `object`, to which nothing was done
  bool IsOfClass = false;   ///< the expression is a configuration of the member's class, of which nothing is set
  bool IsOfSome = false;    ///< constructors: others must be given the parameter, or do not have it
};

/// Of a parameter: the one that all constructors have which have one. Where they differ, each keeps its own to itself.
/// REQUIRES: `Parameter` is an argument of the shape's.
DefaultSource defaultOf(const ArgumentShape& Parameter, const TargetShape& Of, const Unit& U);

/// Whether a member is an aggregate that begins with something else than each object of its class, in which there is an
/// object of a class with constructors: that is finished, and cannot be set in part.
bool beginsWithUnsaid(const clang::FieldDecl* Member, TargetShapes& Shapes);

/// Of a member of an aggregate.
DefaultSource defaultOf(const clang::FieldDecl* Member, const TargetShape& Of, TargetShapes& Shapes, const Unit& U);

/// The initialiser that a class with constructors gives a member: text for readers, as a constructor may do something
/// else. Empty if one does that the class itself defines.
std::string initialiserText(const clang::FieldDecl* Member, const Unit& U);

}  // namespace autoconvert
