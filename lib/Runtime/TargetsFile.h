// What configurations can be made of, for those who have not the program: targets, types and recipes as plain values,
// and their text, JSON as docs/run-config.md describes it. The compiler fills them from declarations (Metadata.cpp), a
// program from what it registered (TargetsText.cpp); this file knows neither.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace run::targets {

/// The words for the kinds of types, in the order of run::TypeKind.
inline constexpr std::array<std::string_view, 18> kTypeKinds = {
    "boolean", "character", "integer", "real",     "text",     "enumeration", "sequence", "map",    "optional",
    "tuple",   "variant",   "holder",  "callable", "function", "pointer",     "codec",    "object", "opaque"};
/// Those for parameters, in the order of run::ParameterKind.
inline constexpr std::array<std::string_view, 4> kParameterKinds = {"parameter", "member", "setter", "field"};

// Types stand for their names in what follows. What is empty, zero or false is not written.

struct Type {
  std::string kind;
  bool is_signed = false;
  bool is_shared = false;
  std::uint64_t size = 0;
  std::uint64_t extent = 0;
  std::vector<std::string> parts;
  std::vector<std::pair<std::string, std::int64_t>> enumerators;
};

struct Parameter {
  std::string name;
  std::string kind;
  bool is_field = false;
  std::vector<std::string> types;
  std::string initial;
  std::string doc;
  std::vector<std::string> tags;
  std::uint64_t bits = 0;  // of a bit-field that holds less than its type
};

/// A way to call a target, by the names of its parameters.
struct Signature {
  std::vector<std::string> parameters;
  std::vector<std::string> types;
  std::uint64_t required = 0;
  std::string overload;
};

struct Place {
  std::string file;
  std::uint64_t line = 0;
};

struct Target {
  std::string name;
  std::string qualified;
  std::string kind;
  Place where;
  std::string pointer;
  std::string doc;
  std::string result;
  bool filled_after = false;
  std::uint64_t required_members = 0;
  std::vector<std::string> bases;
  std::vector<Parameter> parameters;
  std::vector<Signature> signatures;
};

/// A function that is a value, and no target.
struct Function {
  std::string name;
  std::string qualified;
  std::string pointer;
  std::string overload;
};

struct Recipe {
  std::string name;
  Place where;
  std::string doc;
  std::string result;
  std::vector<Parameter> parameters;
};

struct File {
  std::vector<Target> targets;
  std::vector<Function> functions;
  std::map<std::string, Type> types;
  std::vector<Recipe> recipes;
};

std::string to_json(const File& file);

}  // namespace run::targets
