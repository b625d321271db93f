// The names of the library, declared. Nothing here needs a complete type.
#pragma once

namespace run {

/// What generated code says of a class or of `Fn<f>`: its name, its arguments and how it is built. Specialised in
/// companions only.
template <class T>
struct Target;

/// Names the function `f` as a target. `Fn<f>` and `Fn<&f>` are one type.
template <auto f>
struct Fn {};

/// Names the instance of a constructor template of T that has parameters of the types P as a target. Building a
/// `Config<Constructor<T, P...>>` gives a T.
template <class T, class... P>
struct Constructor {};

/// The enumerators of E by name: `name`, and `enumerators`, an array of pairs.
template <class E>
struct Enum;

/// Makes T a value with a text form: `static std::string to_text(const T&)`, `static T from_text(std::string_view)`.
template <class T>
struct Codec;

/// The converted form of a recipe: `static auto convert(args...)`.
template <auto f>
struct Recipe;

/// The parameter type of an argument that has several types in several overloads.
template <class... P>
struct OneOf {};

template <class T, int Width>
class Bits;
template <class T>
class Config;
template <class T>
class Factory;
template <class T>
class Partial;
template <class T>
class Shared;

class Built;
class Graph;
struct DurationInfo;
struct OverloadInfo;
class Signatures;
class Node;
class NodePtr;
class Ref;
class Value;
struct Parameter;
struct TargetInfo;
struct Type;

}  // namespace run
