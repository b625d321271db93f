#include "CallRoot.h"

#include <memory>

#include "Session.h"
#include "run/build.h"
#include "run/target_info.h"
#include "run/value.h"

namespace run::detail {
namespace {

int status_of_result(const TargetInfo& target, void* object) {
  if (target.result == &type_of<int>) return *static_cast<int*>(object);
  if (target.result == &type_of<bool>) return *static_cast<bool*>(object) ? 0 : 1;
  return 0;
}

}  // namespace

int call_root(const NodePtr& root) {
  const NodePtr call = clone(root);
  call->kind = NodeKind::config;
  const std::shared_ptr<Session> session = open_session(*call, true);  // callables in it share it
  return status_of_result(*call->target, session->entry(*call).object);
}

}  // namespace run::detail
