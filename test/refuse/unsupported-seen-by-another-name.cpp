// Copies of a shared pointer are names of one object, and so is what a container holds of it: what one of them sets,
// whoever was given another one sees.
// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
#include <memory>
#include <vector>

struct Part {
  int size = 0;
  std::shared_ptr<Part> next = nullptr;
};
class Reader {
 public:
  explicit Reader(std::shared_ptr<Part> part) : size_(part->size) {}

 private:
  int size_;
};
class Dial {
 public:
  explicit Dial(int size) : size_(size) {}
  void set_low(int low) { low_ = low, size_ -= low; }
  void set_high(int high) { high_ = high, size_ *= high; }

 private:
  int size_;
  int low_ = 0;
  int high_ = 0;
};
struct Shop {
  std::vector<Reader> readers = {};
  std::vector<std::shared_ptr<Part>> parts = {};
  std::shared_ptr<Dial> dial = nullptr;
};

[[run::autoconvert]] Shop copied() {
  Shop shop;
  auto part = std::make_shared<Part>();
  auto same = part;
  shop.readers.push_back(Reader(part));
  // CHECK: :[[#@LINE+1]]:3: error: 'Reader' has been given this object by now: in the configuration it would see what is set here [run-unsupported]
  same->size = 5;
  shop.parts = {part};
  return shop;
}
[[run::autoconvert]] Shop held() {
  Shop shop;
  auto part = std::make_shared<Part>();
  shop.parts.push_back(part);
  shop.readers.push_back(Reader(part));
  // CHECK: :[[#@LINE+1]]:3: error: 'Reader' has been given this object by now: in the configuration it would see what is set here [run-unsupported]
  shop.parts[0]->size = 5;
  return shop;
}
[[run::autoconvert]] Shop left_behind() {
  Shop shop;
  auto part = std::make_shared<Part>();
  const auto same = part;
  part->next = std::make_shared<Part>();
  int& size = part->next->size;
  shop.parts = {part, part->next};
  same->next = std::make_shared<Part>();
  // CHECK: :[[#@LINE+1]]:3: error: 'size' refers to an object whose smart pointer holds another one by now: change the object before the pointer is assigned [run-reference]
  size = 3;
  return shop;
}
[[run::autoconvert]] Shop late() {
  Shop shop;
  auto dial = std::make_shared<Dial>(8);
  auto same = dial;
  dial->set_low(2);
  same->set_high(3);
  // CHECK: :[[#@LINE+1]]:3: error: 'low' is set after a setter was called: the configuration cannot keep this order; set it before [run-unsupported]
  dial->set_low(4);
  shop.dial = same;
  return shop;
}

// Objects of their own.
[[run::autoconvert]] Shop others() {
  Shop shop;
  auto part = std::make_shared<Part>();
  auto spare = std::make_shared<Part>();
  shop.parts = {part, spare};
  shop.readers.push_back(Reader(part));
  spare->size = 5;
  auto dial = std::make_shared<Dial>(8);
  auto same = dial;
  same->set_low(2);
  dial->set_high(3);
  shop.dial = same;
  return shop;
}

#include "unsupported-seen-by-another-name.run.h"
