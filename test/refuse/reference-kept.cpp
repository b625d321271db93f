// What a class keeps a reference to: the configuration has a copy, which ends before the object does.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Logger {
  int level = 1;
};
inline Logger log_of_all;
inline std::vector<int> table(1000, 7);
inline std::string title = "title";

class Service {
 public:
  explicit Service(const Logger& logger, int port = 80) : logger_(logger), port_(port) {}
  void set_table(const std::vector<int>& table) { table_ = &table; }

 private:
  const Logger& logger_;
  const std::vector<int>* table_ = nullptr;
  int port_;
};
class Base {
 protected:
  std::string_view view_;
};
class View : public Base {
 public:
  explicit View(const std::string& text) { view_ = text; }
  int length() const { return static_cast<int>(view_.size()); }
};
class Copies {
 public:
  explicit Copies(const Logger& logger, const std::string& text, const int& port)
      : logger_(logger), text_(text), port_(port) {}

 private:
  Logger logger_;
  std::string text_;
  int port_;
  Logger* own_ = nullptr;
  const Logger* other_ = nullptr;
  std::string_view view_{};
  const int* last_ = nullptr;
};
class Pattern {
 public:
  Pattern(const View& view, int count) : length_(view.length() * count) {}

 private:
  int length_;
};

struct Two {
  std::shared_ptr<Logger> logger{};
  std::shared_ptr<Service> service{};
};

[[run::autoconvert]] Two of_pointee() {
  Two two{.logger = std::make_shared<Logger>()};
  // CHECK: :[[@LINE+2]]:43: error: the parameter 'logger' of 'Service' is a reference that the member 'logger_' of 'Service' may keep: of what 'two' holds the configuration has a copy, which ends before the object does [run-reference]
  // CHECK: note: take and keep it by value or by std::shared_ptr
  two.service = std::make_shared<Service>(*two.logger);
  return two;
}

[[run::autoconvert]] Two of_handed_in_pointee(std::shared_ptr<Logger> logger) {
  // CHECK: :[[@LINE+1]]:69: error: the parameter 'logger' of 'Service' is a reference that the member 'logger_' of 'Service' may keep: of what 'logger' holds
  return Two{.logger = logger, .service = std::make_shared<Service>(*logger.get(), 3)};
}

[[run::autoconvert]] Service of_global() {
  // CHECK: :[[@LINE+2]]:18: error: the parameter 'logger' of 'Service' is a reference that the member 'logger_' of 'Service' may keep: of 'log_of_all' the configuration has a copy, which ends before the object does [run-reference]
  // CHECK: :24:17: note: take and keep it by value or by std::shared_ptr; or let a function of your own return the object, whose call becomes a node of the configuration
  return Service(log_of_all);
}

[[run::autoconvert]] std::shared_ptr<Service> of_parameter(const Logger& logger) {
  // CHECK: :[[@LINE+2]]:36: error: the parameter 'logger' of 'Service' is a reference that the member 'logger_' of 'Service' may keep: of 'logger' the configuration has a copy
  // CHECK: :24:17: note: take and keep it by value or by std::shared_ptr, here and in the recipe
  return std::make_shared<Service>(logger, 8080);
}

[[run::autoconvert]] Service by_setter() {
  Service service(Logger{.level = 2});
  // CHECK: :[[@LINE+1]]:21: error: the parameter 'table' of 'set_table' is a reference that the member 'table_' of 'Service' may keep: of 'table'
  service.set_table(table);
  return service;
}

[[run::autoconvert]] View of_text() {
  // CHECK: :[[@LINE+1]]:15: error: the parameter 'text' of 'View' is a reference that the member 'view_' of 'Base' may keep: of 'title'
  return View(title);
}

// What is copied into the object needs nobody.
[[run::autoconvert]] Copies copies(const Logger& logger, const int& port) { return Copies(logger, title, port); }

// What is made for a call ends with it.
[[run::autoconvert]] Pattern pattern(const std::string& text) { return Pattern(View(text), 2); }

#include "reference-kept.run.h"
