// Paths: parsed, followed.
#include "run/path.h"

#include <charconv>
#include <optional>
#include <utility>

#include "Elements.h"
#include "Scalar.h"
#include "run/config.h"
#include "run/elements.h"
#include "run/error.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

[[noreturn]] void fail(std::string_view path, std::size_t offset, const std::string& message) {
  throw PathError("the path `" + std::string(path) + "`: " + message + " at character " + std::to_string(offset + 1),
                  offset);
}

class PathParser {
 public:
  explicit PathParser(std::string_view path) : path_(path) {}

  std::vector<PathStep> parse() {
    while (at_ < path_.size()) {
      if (path_[at_] == '[') {
        brackets();
      } else {
        if (!steps_.empty()) {
          if (path_[at_] != '.') fail(path_, at_, "expected `.` or `[`");
          ++at_;
        }
        name();
      }
    }
    return std::move(steps_);
  }

 private:
  void name() {
    const std::size_t begin = at_;
    while (at_ < path_.size() && path_[at_] != '.' && path_[at_] != '[' && path_[at_] != ']') ++at_;
    if (at_ == begin) fail(path_, begin, "expected a name");
    if (at_ < path_.size() && path_[at_] == ']') fail(path_, at_, "unexpected `]`");
    steps_.push_back({std::string(path_.substr(begin, at_ - begin)), false, false, begin});
  }

  void brackets() {
    const std::size_t open = at_++;
    PathStep step{{}, true, false, at_};
    if (at_ < path_.size() && (path_[at_] == '"' || path_[at_] == '\'')) {
      step.is_quoted = true;
      step.text = quoted();
    } else {
      const std::size_t end = std::min(path_.find(']', at_), path_.size());
      step.text = path_.substr(at_, end - at_);
      at_ = end;
      if (step.text.empty()) fail(path_, open + 1, "expected an index or a key");
    }
    if (at_ == path_.size() || path_[at_] != ']') fail(path_, at_, "expected `]`");
    ++at_;
    steps_.push_back(std::move(step));
  }

  std::string quoted() {
    const std::size_t open = at_;
    const char quote = path_[at_++];
    std::string text;
    for (; at_ < path_.size() && path_[at_] != quote; ++at_) {
      if (path_[at_] == '\\' && at_ + 1 < path_.size()) ++at_;
      text += path_[at_];
    }
    if (at_ == path_.size()) fail(path_, open, "expected a closing quote");
    ++at_;
    return text;
  }

  std::string_view path_;
  std::size_t at_ = 0;
  std::vector<PathStep> steps_;
};

std::optional<std::int64_t> index_of(const PathStep& step) {
  std::int64_t index = 0;
  const char* end = step.text.data() + step.text.size();
  const auto [stop, error] = std::from_chars(step.text.data(), end, index);
  if (step.is_quoted || error != std::errc() || stop != end) return std::nullopt;
  return index;
}

/// The type of the map that may stand there; null where none may, or nothing is known of it.
const Type* map_type(const Spot& spot) {
  for (const Type* type : types_of(spot))
    if (type->opened().kind == TypeKind::map) return &type->opened();
  return nullptr;
}

Spot follow(const Spot& from, const PathStep& step, std::string_view path) {
  const Spot at = container_at(from);
  const Value* value = at.parameter == Spot::kWholeNode ? nullptr : look(at);
  const Type* map = map_type(at);
  if (value != nullptr ? value->is(Value::Kind::map) : map != nullptr) {
    const bool as_text = step.is_quoted || (map != nullptr && map->parts[0]->kind == TypeKind::text);
    return entry(at, as_text ? Value(step.text) : plain_scalar(step.text));
  }
  if (value != nullptr && value->is(Value::Kind::list)) {
    const std::optional<std::int64_t> index = index_of(step);
    if (!index && step.in_brackets && !step.is_quoted && step.text.find(':') != std::string::npos)
      fail(path, step.offset, "a range can only be read, replaced or unset (`get`, `set`, `unset`), as the last step,");
    if (!index) fail(path, step.offset, path_of(at) + " is a list: expected the number of an element");
    const auto count = static_cast<std::int64_t>(value->list().size());
    if (*index >= count || *index < -count)
      throw Error(path_of(at) + ": there is no element [" + step.text + "]: it has " + std::to_string(count));
    return element(at, static_cast<std::size_t>(*index < 0 ? *index + count : *index));
  }
  if (step.in_brackets) {
    if (value != nullptr && is_in_place(*value) && value->node()->target->is_only_in_place)
      fail_in_part(at, *value->node());
    const std::string place = path_of(at);
    if (value == nullptr && at.parameter != Spot::kWholeNode && container_type(at) != nullptr)
      throw Error(place +
                  (at.missing_key ? ": there is no such entry yet"
                                  : ": nothing is known of its elements but to those who make them") +
                  ": set it as a whole first");
    fail(path, step.offset, (place.empty() ? "it" : place) + " is neither a list nor a map, and has no elements,");
  }
  return named(at, step.text);
}

/// What the text stands for at the place. Its path is looked for in the whole graph: only where there is something to
/// say.
template <class Place>
Value value_of(Span<const Type* const> types, std::string_view text, const Place& place) {
  try {
    return value_of_text(types, text, {});
  } catch (const Error&) {
    return value_of_text(types, text, path_of(place));
  }
}

}  // namespace

std::vector<PathStep> parse_path(std::string_view path) { return PathParser(path).parse(); }

Spot resolve(const Spot& from, std::string_view path) {
  Spot at = from;
  for (const PathStep& step : parse_path(path)) at = follow(at, step, path);
  return at;
}

bool has(const Spot& from, std::string_view path) {
  try {
    const Spot spot = resolve(from, path);
    return spot.parameter == Spot::kWholeNode || look(spot) != nullptr;
  } catch (const Error&) {
    return false;
  }
}

std::optional<Slice> slice_at(const Spot& from, std::string_view path) {
  if (!path.ends_with(']') || path.find(':') == std::string_view::npos) return std::nullopt;
  const std::vector<PathStep> steps = parse_path(path);
  const PathStep& range = steps.back();
  const std::size_t colon = range.text.find(':');
  if (range.is_quoted || colon == std::string::npos) return std::nullopt;
  Spot at = from;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) at = follow(at, steps[i], path);
  at = container_at(at);
  if (const Value* value = look(at); value == nullptr || !value->is(Value::Kind::list)) return std::nullopt;
  PathStep first = range;
  first.text.resize(colon);
  PathStep last = range;
  last.text.erase(0, colon + 1);
  const auto begin = first.text.empty() ? 0 : index_of(first);
  const auto end = last.text.empty() ? static_cast<std::int64_t>(size(at)) : index_of(last);
  if (!begin || !end) fail(path, range.offset, "expected a range of elements, as [1:3] or [-2:],");
  return Slice{at, *begin, *end};
}

std::string path_of(const Slice& slice) {
  const Range range = range_at(slice.list, slice.first, slice.last);
  return path_of(slice.list) + "[" + std::to_string(range.first) + ":" + std::to_string(range.last) + "]";
}

void set_text(const Spot& from, std::string_view path, std::string_view text, Location where) {
  if (const auto slice = slice_at(from, path)) {
    check_length_is_free(slice->list);
    Value elements = value_of(types_of(slice->list), text, *slice);
    return replace(slice->list, slice->first, slice->last, std::move(elements), where);
  }
  const Spot spot = resolve(from, path);
  if (spot.parameter == Spot::kWholeNode) throw Error("only arguments can be set, not the whole configuration");
  assign(spot, value_of(types_of(spot), text, spot), where);
}

void unset(const Spot& from, std::string_view path, Location where) {
  if (const auto slice = slice_at(from, path)) return erase(slice->list, slice->first, slice->last, where);
  reset(resolve(from, path), where);
}

Value value_at(const Spot& from, std::string_view path, const Type& wanted) {
  const auto slice = slice_at(from, path);
  if (!slice) return value_for(resolve(from, path), wanted);
  const Type* const types[] = {&wanted};
  return fitted(types, run::detail::slice(slice->list, slice->first, slice->last), std::string(path));
}

}  // namespace run::detail
