// The exceptions of the library.
#pragma once

#include <stdexcept>
#include <string>

#include "run/location.h"

namespace run {

/// A configuration was asked for something it cannot do: an unknown name (with a suggestion), a value of the wrong type
/// or out of range, a text that is no configuration. The configuration is as it was before.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}
};

/// An object could not be built. Where a constructor, function or setter threw, its exception is nested: this one then
/// derives from std::nested_exception too (`std::rethrow_if_nested`).
class BuildError : public Error {
 public:
  BuildError(const std::string& message, std::string path, std::string target, Location where)
      : Error(message), path_(std::move(path)), target_(std::move(target)), where_(where) {}

  /// Of the node, from the root: `model.layers[3].attention`; empty for the root itself.
  const std::string& path() const { return path_; }
  /// The name of the node's target.
  const std::string& target() const { return target_; }
  /// Where the node was made: a line of the recipe, of the program or of the YAML file.
  const Location& where() const { return where_; }

 private:
  std::string path_;
  std::string target_;
  Location where_;
};

}  // namespace run
