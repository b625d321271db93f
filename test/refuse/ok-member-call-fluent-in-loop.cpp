// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-fluent-in-loop.run.h
// Each turn of the loop has an object of its own.
#include <map>
#include <memory>
#include <utility>
#include <vector>

class Stage {
 public:
  Stage& size(int size);
};

struct Pipeline {
  std::vector<Stage> stages;
  std::vector<std::vector<Stage>> rows;
  std::map<int, Stage> named;
  std::vector<std::shared_ptr<Stage>> shared;
};

[[run::autoconvert(allow_control_flow)]] Pipeline added(int n) {
  Pipeline made;
  for (int i = 0; i < n; ++i) {
    made.stages.emplace_back();
    // CHECK: made->stages.back()->size = i;
    made.stages.back().size(i);
    auto& last = made.stages.emplace_back();
    last.size(i);
    auto shared = std::make_shared<Stage>();
    shared->size(i);
    made.shared.push_back(shared);
  }
  return made;
}

[[run::autoconvert(allow_control_flow)]] Pipeline each(int n) {
  Pipeline made{.stages = {Stage(), Stage()}, .rows = {{Stage()}, {Stage()}}, .named = {{1, Stage()}}};
  for (auto& stage : made.stages) stage.size(n);
  for (auto& row : made.rows)
    for (auto& stage : row) stage.size(n);
  for (auto& [name, stage] : made.named) stage.size(name);
  return made;
}

[[run::autoconvert(allow_control_flow)]] Stage anew(int n) {
  Stage stage;
  while (n-- > 0) {
    stage = Stage();
    // CHECK: {{^}}    stage->size = n;
    stage.size(n);
  }
  return stage;
}

#include "ok-member-call-fluent-in-loop.run.h"
