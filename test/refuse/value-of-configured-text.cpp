// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <string>

std::string host(int n);

struct Server {
  std::string host;
  std::string url;
  int port = 0;
  bool local = false;
};

// What a function gives is a plain value, but not yet: whatever is done with it, that is the reason.
[[run::autoconvert]] Server server() {
  Server server;
  auto name = host(2);
  server.host = name;
// CHECK: :[[@LINE+1]]:29: error: 'name' is configured, being what 'host' will give: it has no value while the recipe is converted [run-value-of-configured]
  server.url = "https://" + name + "/";
// CHECK: :[[@LINE+1]]:18: error: 'name' is configured, being what 'host' will give: it has no value while the recipe is converted [run-value-of-configured]
  server.local = name == "localhost";
// CHECK: :[[@LINE+1]]:34: error: 'name' is configured, being what 'host' will give: it has no value while the recipe is converted [run-value-of-configured]
  server.port = static_cast<int>(name.size());
// CHECK: :[[@LINE+1]]:3: error: 'name' is configured, being what 'host' will give: it has no value while the recipe is converted [run-value-of-configured]
  name.append(".");
  return server;
}

#include "value-of-configured-text.run.h"
