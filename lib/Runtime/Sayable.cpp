#include "Sayable.h"

#include <algorithm>

#include "Utf8.h"
#include "run/function_name.h"
#include "run/node.h"

namespace run::detail {

bool has_own_text(const Value& value) {
  if (value.is(Value::Kind::opaque) && value.opaque().ops->text != nullptr) return true;
  return !(value.is(Value::Kind::opaque) || value.is(Value::Kind::function)) || find_function(value) != nullptr;
}

bool can_be_said(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::opaque:
    case Value::Kind::function:
      return has_own_text(value);
    case Value::Kind::string:
      return is_utf8(value.string());
    case Value::Kind::list:
      return std::all_of(value.list().begin(), value.list().end(), can_be_said);
    case Value::Kind::map:
      return std::all_of(value.map().begin(), value.map().end(),
                         [](const auto& entry) { return can_be_said(entry.first) && can_be_said(entry.second); });
    case Value::Kind::node:
      return std::all_of(value.node()->arguments.begin(), value.node()->arguments.end(),
                         [](const Argument& argument) { return can_be_said(argument.value); });
    default:
      return true;
  }
}

}  // namespace run::detail
