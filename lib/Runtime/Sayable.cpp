#include "Sayable.h"

#include <algorithm>

#include "Utf8.h"
#include "run/function_name.h"
#include "run/node.h"

namespace run::detail {

bool can_be_said(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::opaque:
      return value.opaque().ops->text != nullptr || find_function(value) != nullptr;
    case Value::Kind::function:
      return find_function(value) != nullptr;
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
