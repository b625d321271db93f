// Which constructors of a class named arguments cannot always tell apart. A function of the class's definition alone.
#pragma once

#include <string>

#include "TargetShape.h"

namespace autoconvert {

/// What a value is that fits the type exactly: none is of two of these, but for what YAML writes alike.
enum class ValueSort { Boolean, Character, Integer, Real, Text, Enumeration, Object, Sequence, Other };
ValueSort sortOf(clang::QualType Type);

/// Whether the first `Given` parameters, set by their names, could be those of another constructor as well, or those
/// that are left of them once a program has unset others that have defaults: then a configuration says which one is
/// meant.
bool needsOverload(const TargetShape& Shape, const SignatureShape& Signature, unsigned Given);
/// Whether that is so for any of them.
bool hasOverloads(const TargetShape& Shape);

/// Whether C++ cannot tell which overload is called with the first `Given` arguments, of the parameters' very types:
/// another one takes the same, and has defaults for the rest of its own.
bool isAmbiguous(const TargetShape& Shape, const SignatureShape& Signature, unsigned Given);

/// const ::std::string&, int: the parameters that can be arguments.
std::string spellParameters(const SignatureShape& Signature);
/// The type that an argument is kept as: std::vector<T> for a std::initializer_list<T>.
std::string spellArgument(clang::QualType Type);
/// A value of the type that is made from nothing: `int{}`.
std::string spellBlank(clang::QualType Type);
/// ::app::Layer, or ::run::Constructor<::app::Layer, int&&> for the instance of a constructor template.
std::string spellTarget(const TargetShape& Shape);

}  // namespace autoconvert
