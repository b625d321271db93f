// type => what it means for a configuration: a value, an object that becomes a node, or something that holds one.
#pragma once

#include <vector>

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"

namespace autoconvert {

enum class Shape {
  Value,     ///< executed while converting
  Object,    ///< a class that becomes a node
  Unique,    ///< std::unique_ptr of an object
  Shared,    ///< std::shared_ptr, or a std::weak_ptr, of an object
  Sequence,  ///< std::vector, deque, list of something configured
  Array,     ///< std::array of something configured
  Map,       ///< std::map, unordered_map to something configured
  Optional,  ///< std::optional of something configured
  Tuple,     ///< std::pair, tuple with something configured in it
  Variant,   ///< std::variant with something configured in it
  Config,    ///< run::Config, run::Shared
  Partial,   ///< run::Partial
};

/// A char[n], which holds a text that ends with a zero: an argument for it is a std::string.
bool isTextArray(clang::QualType Type);

/// The T of a std::initializer_list<T>; null for any other type.
clang::QualType listElement(clang::QualType Type);

/// Looks through references and const.
Shape shapeOf(clang::QualType Type);
inline bool isConfigured(clang::QualType Type) { return shapeOf(Type) != Shape::Value; }
/// Sequence, Array, Map, Optional, Tuple or Variant, whatever it is of; Value for what is no such class.
Shape containerOf(clang::QualType Type);
/// A std::set, or one of its like, of plain values: a value itself.
bool isSetOfValues(clang::QualType Type);
/// Of std::function, or holds such at any depth: what std::bind_front makes can stand in it, as a node.
bool holdsCallables(clang::QualType Type);
/// As shapeOf, but a container that holds callables is one, too.
Shape contentShape(clang::QualType Type);
/// A container of plain values: nothing in it can be a node, unless it is an argument.
inline bool isOfValues(clang::QualType Type) {
  return contentShape(Type) == Shape::Value && containerOf(Type) != Shape::Value;
}
inline bool isHolder(Shape S) { return S == Shape::Unique || S == Shape::Shared; }
inline bool isContainer(Shape S) {
  return S == Shape::Sequence || S == Shape::Array || S == Shape::Map || S == Shape::Optional || S == Shape::Tuple ||
         S == Shape::Variant;
}

/// What a holder, container or run::Config is of: its first template argument (the mapped type of a map); each type of
/// a pair, tuple or variant.
std::vector<clang::QualType> elementsOf(clang::QualType Type);
/// The class that a configured type makes: the object, the holder's pointee. Null for containers and values.
const clang::CXXRecordDecl* objectOf(clang::QualType Type);
/// The class behind the `->` of a class of its own, as libraries write smart pointers; null where it has none.
const clang::CXXRecordDecl* behindArrow(const clang::CXXRecordDecl* Class);
/// The same where that class is declared alone; null otherwise.
const clang::CXXRecordDecl* declaredBehindArrow(const clang::CXXRecordDecl* Class);

/// A class that becomes a node: not of the standard library, not exempt, without a run::Codec.
bool isConfiguredClass(const clang::CXXRecordDecl* Class);
/// Called while a recipe is converted: of the standard or the C library, exempt, or a constexpr function that returns a
/// scalar, or an operator on enumerators and numbers that does.
bool isExemptFunction(const clang::FunctionDecl* Function);

/// Whether keys of the std::map or std::unordered_map are equal by the library's own comparison.
bool comparesPlainly(clang::QualType Map);

bool isInNamespace(const clang::Decl* D, llvm::StringRef TopLevel);
/// A function of namespace std (or a using-declared name in it) with this name.
bool isStd(const clang::FunctionDecl* Function, llvm::StringRef Name);
/// Empty for operators, constructors and the like, and for none.
llvm::StringRef plainName(const clang::FunctionDecl* Function);
/// Said to be hidden in its library, and defined there: nobody else can link with it.
bool isOfItsLibrary(const clang::FunctionDecl* Function);
/// The decayed type of a parameter: what an argument of it is kept as.
clang::QualType decayed(clang::QualType Type);

}  // namespace autoconvert
