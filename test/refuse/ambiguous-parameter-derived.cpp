// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  std::string name;
  int layer = 0;
};

// Its argument `name` is what the constructor makes something of.
struct Circle : Shape {
  explicit Circle(std::string name) { this->name = "circle " + name; }
};

// Its argument `layer` is its own.
struct Square : Shape {
  int layer = 1;
};

struct Drawing {
  std::unique_ptr<Shape> frame;
  std::vector<std::shared_ptr<Shape>> shapes;
  std::map<int, std::unique_ptr<Shape>> spare;
};

[[run::autoconvert]] Drawing drawing() {
  Drawing drawing;
  drawing.frame = std::make_unique<Circle>("frame");
// CHECK: :[[@LINE+1]]:3: error: the member 'name' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  drawing.frame->name = "border";
  drawing.frame->layer = 2;
  drawing.shapes.push_back(std::make_shared<Circle>("first"));
// CHECK: :[[@LINE+1]]:3: error: the member 'name' has the name of a constructor's parameter: the argument would mean both [run-ambiguous-parameter]
  drawing.shapes.back()->name = "second";
  return drawing;
}

[[run::autoconvert]] Drawing squares() {
  Drawing drawing;
  drawing.spare[1] = std::make_unique<Square>();
// CHECK: :[[@LINE+1]]:3: error: the member 'layer' of the base 'Shape' shares its name with another member of 'Square': an argument of that name would not be this one [run-ambiguous-parameter]
  drawing.spare[1]->layer = 2;
  drawing.spare[1]->name = "square";
  return drawing;
}

[[run::autoconvert]] Drawing plain() {
  Drawing drawing;
  drawing.frame = std::make_unique<Shape>();
  drawing.frame->name = "border";
  return drawing;
}

#include "ambiguous-parameter-derived.run.h"
