// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// A set_hint(hint, on = true) may be about one hint of many: called again, it does not replace what it set.
#include <string>
#include <vector>

enum class Hint { smooth, sharp };
class Painter {
 public:
  void setHint(Hint hint, bool on = true);
  void setHints(int hints, bool on = true);
  int hints() const;
  void set_weight(int key, double weight = 1);
};

[[run::autoconvert]] Painter twice() {
  Painter painter;
  painter.setHint(Hint::smooth);
  // CHECK: :[[@LINE+2]]:11: error: the member function 'setHint' is called on a configured object of type 'Painter'
  // CHECK: note: 'setHint' is called more than once, and nothing says that it replaces what it set: {{.*}} function of your own
  painter.setHint(Hint::sharp);
  return painter;
}

[[run::autoconvert(allow_control_flow)]] Painter in_loop(int n) {
  Painter painter;
  // CHECK: :[[@LINE+1]]:39: error: the member function 'setHint' is called
  for (int i = 0; i < n; ++i) painter.setHint(Hint(i));
  return painter;
}

// By its text it adds to what was set.
class Page {
 public:
  Page& set_cookie(const std::string& cookie) {
    cookies_.push_back(cookie);
    return *this;
  }
  void set_style(std::string style) { style_ += style; }
  void set_limit(int limit) {
    if (limit > limit_) limit_ = limit;
  }
  void set_path(const std::string& path) { path_ = path_ + "/" + path; }
  void set_title(const std::string& title) {
    title_ = "-";
    title_ += title;
  }
  void set_names(const std::string& name) {
    names_.clear();
    names_.push_back(name);
  }

 private:
  std::vector<std::string> cookies_;
  std::vector<std::string> names_;
  std::string style_;
  std::string path_;
  std::string title_;
  int limit_ = 0;
};
[[run::autoconvert]] Page cookies() {
  Page page;
  page.set_names("a");
  page.set_names("b");
  page.set_cookie("one");
  page.set_style("bold");
  // CHECK: :[[@LINE+1]]:8: error: the member function 'set_cookie' is called
  page.set_cookie("two");
  // CHECK: :[[@LINE+1]]:8: error: the member function 'set_style' is called
  page.set_style("italic");
  page.set_title("a");
  page.set_title("b");
  page.set_limit(1);
  // CHECK: :[[@LINE+1]]:8: error: the member function 'set_limit' is called
  page.set_limit(2);
  page.set_path("a");
  // CHECK: :[[@LINE+1]]:8: error: the member function 'set_path' is called
  page.set_path("b");
  return page;
}
[[run::autoconvert]] Page chained() {
  // CHECK: :[[@LINE+1]]:35: error: the member function 'set_cookie' is called
  return Page().set_cookie("one").set_cookie("two");
}

[[run::autoconvert]] Painter once() {
  Painter painter;
  painter.setHint(Hint::smooth);
  return painter;
}

[[run::autoconvert]] Painter again() {
  Painter painter = once();
  // CHECK: :[[@LINE+1]]:11: error: the member function 'setHint' is called
  painter.setHint(Hint::sharp);
  return painter;
}

[[run::autoconvert]] Painter flags() {
  Painter painter;
  painter.setHints(1);
  // CHECK: :[[@LINE+1]]:11: error: the member function 'setHints' is called
  painter.setHints(2);
  painter.set_weight(1);
  // CHECK: :[[@LINE+1]]:11: error: the member function 'set_weight' is called
  painter.set_weight(2);
  return painter;
}

#include "member-call-setter-of-many.run.h"
