// RUN: rm -rf %t
// RUN: %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/ok-member-call-setter-of-one.run.h
// A getter or a member of what a set_x(v, w = 1) sets says that the later call replaces the earlier one.
class Widget {
 public:
  void set_title(int title, int mode = 0);
  int title() const;
  void setSize(int size, int unit = 1);
  int getSize(bool scaled = false) const;
  void SetVisible(bool visible, int delay = 0);
  bool IsVisible() const;
  void set_depth(int depth, int unit = 1) { m_depth = depth * unit; }

 private:
  int m_depth = 0;
};

[[run::autoconvert]] Widget widget() {
  Widget widget;
  // CHECK: widget->title = 1;
  widget.set_title(1);
  // CHECK: widget->title = 2;
  widget.set_title(2);
  // CHECK: widget->size = 3;
  widget.setSize(3);
  // CHECK: widget->size = 4;
  widget.setSize(4);
  // CHECK: widget->visible = true;
  widget.SetVisible(true);
  // CHECK: widget->visible = false;
  widget.SetVisible(false);
  // CHECK: widget->depth = 5;
  widget.set_depth(5);
  // CHECK: widget->depth = 6;
  widget.set_depth(6);
  return widget;
}

#include "ok-member-call-setter-of-one.run.h"
