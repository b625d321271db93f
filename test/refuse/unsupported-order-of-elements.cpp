// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// What was set of an object is known of the elements that began as it, whatever puts them into the container.
#include <map>
#include <memory>
#include <string>
#include <vector>

class Cell {
 public:
  int width = 2;
  void set_area(int height) { area_ = height * width; }

 private:
  int area_ = 0;
};
struct Grid {
  std::vector<Cell> cells;
  std::map<std::string, Cell> named;
  std::vector<std::shared_ptr<Cell>> shared;
};

[[run::autoconvert]] Grid grid() {
  Cell cell;
  cell.width = 7;
  cell.set_area(3);
  Grid grid;
  grid.cells.assign(2, cell);
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called: the configuration cannot keep this order; set it before [run-unsupported]
  grid.cells[1].width = 6;
  grid.named = {{"a", cell}};
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  grid.named["a"].width = 6;
  return grid;
}
[[run::autoconvert]] std::vector<Cell> repeated() {
  Cell cell;
  cell.width = 7;
  cell.set_area(3);
  std::vector<Cell> cells(2, cell);
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  cells[1].width = 6;
  return cells;
}
[[run::autoconvert]] std::vector<Cell> inserted() {
  Cell cell;
  cell.width = 7;
  cell.set_area(3);
  std::vector<Cell> cells;
  cells.insert(cells.end(), {cell, cell});
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  cells[1].width = 6;
  return cells;
}
[[run::autoconvert]] std::vector<Cell> appended() {
  Cell cell;
  cell.width = 7;
  cell.set_area(3);
  const std::vector<Cell> others = {cell};
  std::vector<Cell> cells;
  cells.insert(cells.end(), others.begin(), others.end());
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  cells[0].width = 6;
  return cells;
}
[[run::autoconvert]] Grid shared() {
  auto cell = std::make_shared<Cell>();
  cell->width = 7;
  cell->set_area(3);
  Grid grid;
  grid.shared = {cell, cell};
  // CHECK: :[[@LINE+1]]:3: error: 'width' is set after a setter was called
  grid.shared[0]->width = 6;
  return grid;
}
inline Cell made(int width) {
  Cell cell;
  cell.width = width;
  return cell;
}
[[run::autoconvert]] std::map<std::string, Cell> copies(int width) {
  const Cell cell = made(width);
  std::map<std::string, Cell> cells{{"a", cell}, {"b", cell}};
  // CHECK: :[[@LINE+1]]:3: error: the member 'width' lies in an object that is made when the configuration is built: it does not exist yet [run-value-of-configured]
  cells["a"].width = 9;
  return cells;
}

[[run::autoconvert]] Grid before() {
  Cell cell;
  cell.width = 7;
  Grid grid;
  grid.cells.assign(2, cell);
  grid.cells[1].width = 6;
  grid.cells[1].set_area(3);
  cell.set_area(4);
  grid.named = {{"a", cell}, {"b", Cell()}};
  grid.named["b"].width = 6;
  return grid;
}

#include "unsupported-order-of-elements.run.h"
