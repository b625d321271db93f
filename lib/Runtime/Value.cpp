// Values, and their short text for messages.
#include "run/value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <set>

#include "Quoted.h"
#include "Utf8.h"
#include "run/convert.h"
#include "run/error.h"
#include "run/location.h"
#include "run/target_info.h"
#include "run/type.h"

namespace run {
namespace {

constexpr std::size_t kLongest = 60;

/// On one line, and not cut within a character.
std::string string_text(std::string_view string) {
  std::size_t end = string.size();
  if (end > kLongest)
    for (end = kLongest; end > 0 && detail::continues_character(string[end]);) --end;
  std::string text;
  detail::append_quoted(text, string.substr(0, end));
  if (end < string.size()) text.insert(text.size() - 1, "...");
  return text;
}

std::string enumerator_text(const EnumValue& value) {
  if (value.type->enumeration != nullptr) {
    for (const auto& [name, bits] : value.type->enumeration->enumerators)
      if (bits == value.bits) return std::string(value.type->enumeration->name) + "::" + std::string(name);
  }
  return value.type->name() + "(" + std::to_string(value.bits) + ")";
}

template <class Items, class Text>
std::string joined(const Items& items, char open, char close, Text text) {
  std::string all(1, open);
  bool first = true;
  for (const auto& item : items) {
    if (!first) all += ", ";
    first = false;
    if (all.size() > kLongest) {
      all += "...";
      break;
    }
    all += text(item);
  }
  return all + close;
}

/// Most nodes that have others have a list of them: lists are in blocks as nodes are.
template <class Given>
Value::List* make_list(Given&& given) {
  void* const block = detail::allocate_block(sizeof(Value::List));
  try {
    return ::new (block) Value::List(std::forward<Given>(given));
  } catch (...) {
    detail::free_block(block, sizeof(Value::List));
    throw;
  }
}

}  // namespace

Value::Value(EnumValue enumerator) : Value(Kind::enumerator) {
  constexpr std::int64_t kLimit = 1 << 23;
  if (enumerator.bits > -kLimit && enumerator.bits < kLimit) {
    set_small(static_cast<std::int32_t>(enumerator.bits));
    type_ = enumerator.type;
  } else {
    enumerator_ = new detail::Box<EnumValue>(enumerator);
    set_small(kBoxed);
  }
}

Value::Value(List list) : Value(Kind::list) { list_ = make_list(std::move(list)); }

Value::Value(Map map) : Value(Kind::map) { map_ = new Map(std::move(map)); }

void Value::own_copy(const Value& other) {
  tag_ = 0;  // for the destructor, should a copy throw
  switch (other.kind()) {
    case Kind::string:
      string_ = other.string_->retain();
      break;
    case Kind::enumerator:
      if (other.small() == kBoxed) enumerator_ = other.enumerator_->retain();
      break;
    case Kind::list:
      list_ = make_list(*other.list_);
      break;
    case Kind::map:
      map_ = new Map(*other.map_);
      break;
    case Kind::node:
      ::new (&node_) NodePtr(other.node_);
      break;
    case Kind::function:
      function_ = other.function_->retain();
      break;
    case Kind::opaque:
      opaque_ = other.opaque_->retain();
      break;
    default:
      break;
  }
  tag_ = other.tag_;
}

void Value::drop() {
  if (bits_ == 0) return;  // there was no memory for what it was to own
  switch (kind()) {
    case Kind::string:
      string_->release();
      break;
    case Kind::enumerator:
      if (small() == kBoxed) enumerator_->release();
      break;
    case Kind::list:
      std::destroy_at(list_);
      detail::free_block(list_, sizeof(List));
      break;
    case Kind::map:
      delete map_;
      break;
    case Kind::node:
      node_.~NodePtr();
      break;
    case Kind::function:
      function_->release();
      break;
    case Kind::opaque:
      opaque_->release();
      break;
    default:
      break;
  }
}

std::string Value::text() const {
  switch (kind()) {
    case Kind::absent:
      return "nothing";
    case Kind::null:
      return "null";
    case Kind::boolean:
      return boolean() ? "true" : "false";
    case Kind::integer:
      return std::to_string(integer());
    case Kind::natural:
      return std::to_string(natural());
    case Kind::real:
      return is_float() ? detail::real_text(static_cast<float>(real())) : detail::real_text(real());
    case Kind::string:
      return string_text(string());
    case Kind::enumerator:
      return enumerator_text(enumerator());
    case Kind::list:
      return joined(list(), '[', ']', [](const Value& item) { return item.text(); });
    case Kind::map:
      return joined(map(), '{', '}', [](const auto& item) { return item.first.text() + ": " + item.second.text(); });
    case Kind::node: {
      const Node& node = *this->node();
      const std::string name = node.target->display();
      if (node.kind == NodeKind::factory) return "a factory of " + name;
      return node.kind == NodeKind::partial ? "a partial " + name : name + "(...)";
    }
    case Kind::function:
      if (const auto* named = detail::find_function(*this)) return detail::written_name(*named);
      return "a function " + function().type->name();
    case Kind::opaque: {
      if (const auto* named = detail::find_function(*this)) return detail::written_name(*named);
      const OpaqueOps& ops = *opaque().ops;
      return ops.text != nullptr ? ops.text(opaque().object.get()) : "an object of type " + ops.type->name();
    }
  }
  return {};
}

namespace detail {

const std::string& intern(std::string_view text) {
  static std::mutex mutex;
  static auto& texts = *new std::set<std::string, std::less<>>;  // never destroyed: others outlive it
  const std::lock_guard lock(mutex);
  const auto found = texts.find(text);
  return found != texts.end() ? *found : *texts.emplace(text).first;
}

namespace {

template <class Real>
std::string shortest(Real real) {
  if (std::isnan(real)) return ".nan";
  if (std::isinf(real)) return real < 0 ? "-.inf" : ".inf";
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), real).ptr;
  std::string text(buffer.data(), end);
  const std::size_t exponent = text.find('e');
  // "1e+20" is a string to YAML 1.1: with the '.' it is a number everywhere.
  if (text.find('.') == std::string::npos) text.insert(exponent == std::string::npos ? text.size() : exponent, ".0");
  return text;
}

}  // namespace

std::string real_text(double real) { return shortest(real); }
std::string real_text(float real) {
  std::string text = shortest(real);
  double decimal = real;
  std::from_chars(text.data(), text.data() + text.size(), decimal);
  return !std::isfinite(real) || narrowed(decimal) == real ? text : shortest(static_cast<double>(real));
}
std::optional<float> narrowed(double real) {
  constexpr float most = std::numeric_limits<float>::max();
  constexpr double end = 0x1.ffffffp127;  // what lies below it is rounded to the largest float
  if (!std::isfinite(real) || std::abs(real) <= most) return static_cast<float>(real);
  if (std::abs(real) >= end) return std::nullopt;
  return real < 0 ? -most : most;
}
std::string real_text(long double real) { return shortest(real); }

void fail_two_kinds_of_nothing(const Type& optional) {
  throw Error("a " + optional.name() +
              " that holds nothing, but is not empty: a configuration has one word for both; make it empty, or a class "
              "of your own");
}

Value make_opaque(std::shared_ptr<void> object, const OpaqueOps& ops) {
  return Value(
      Opaque{std::move(object), &ops, ops.copy != nullptr ? nullptr : std::make_shared<std::atomic<bool>>(false)});
}

Value lent(void* object, const OpaqueOps& ops) {
  std::shared_ptr<void> unowned(std::shared_ptr<void>(), object);
  return Value(
      Opaque{std::move(unowned), &ops, ops.copy != nullptr ? nullptr : std::make_shared<std::atomic<bool>>(true)});
}

}  // namespace detail
}  // namespace run
