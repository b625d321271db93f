// A handle on what a shared pointer holds is null where the pointer is: it can be passed on, as the pointer can.
#include <gtest/gtest.h>

#include "parts.h"
#include "run/run.h"
#include "thrown.h"

namespace {

using Config = run::Config<parts::Part>;
using Shared = run::Shared<parts::Part>;

TEST(NullHandle, OfANullPointerIsPassedOn) {
  Config root({.name = "root", .child = nullptr});
  Shared handle(root->child);
  Config other({.name = "other", .children = {handle}, .child = handle});
  EXPECT_EQ(run::to_yaml(other), "_target_: parts::Part\nname: other\nchildren:\n  - null\nchild: null\n");

  root->child = Shared({.name = "child"});
  handle = Shared(root->child);
  other->child = handle;
  handle->weight = 2;
  EXPECT_EQ(other->child->weight.get(), 2);
}

TEST(NullHandle, HasNoArguments) {
  const Config root({.name = "root", .child = nullptr});
  Shared handle(root->child);
  EXPECT_EQ(error_of([&] { handle->weight = 2; }), "this configuration is null, or was moved from");
}

}  // namespace
