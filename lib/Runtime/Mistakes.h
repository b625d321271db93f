// All that is wrong in a text, for who wants more than the first mistake.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "run/error.h"
#include "run/node.h"
#include "run/span.h"

namespace run::detail {

/// What cannot be read, and was told already.
struct Told : Error {
  Told() : Error("there are mistakes") {}
};

class Mistakes {
 public:
  static constexpr std::size_t kMost = 100;

  /// What a node needs and has not, as a text for messages; `unread`: arguments that stand there, and are wrong.
  using Missing = std::function<std::string(const Node& node, Span<const std::size_t> unread)>;
  explicit Mistakes(Missing missing = {}) : missing_(std::move(missing)) {}

  /// False where `read` throws an Error, which is noted.
  template <class Read>
  bool tried(Read&& read) {
    try {
      read();
      return true;
    } catch (const Told&) {
    } catch (const Error& error) {
      if (!are_enough()) found_.emplace_back(error.what());
    }
    return false;
  }

  std::string missing(const Node& node, Span<const std::size_t> unread) const {
    return missing_ ? missing_(node, unread) : std::string();
  }
  /// Each as Error::what(), in the order of the text; after so many, reading ends.
  const std::vector<std::string>& found() const { return found_; }
  bool are_enough() const { return found_.size() >= kMost; }

 private:
  Missing missing_;
  std::vector<std::string> found_;
};

}  // namespace run::detail
