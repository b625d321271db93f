// RUN: rm -rf %t
// RUN: %exits 1 %run-autoconvert convert -o %t %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not='{{^[^|]*(error|warning):}}'
// RUN: not ls %t
// An object of a polymorphic class that is kept as its base by value: C++ cuts it, the configuration would not.
#include <memory>
#include <string>
#include <vector>

struct Base {
  virtual ~Base() = default;
  virtual std::string who() const { return "base"; }
  int size = 1;
};
struct Derived : Base {
  std::string who() const override { return "derived"; }
};
class Reader {
 public:
  explicit Reader(const Base& base) : name_(base.who()) {}
  Reader(Base base, int) : name_(base.who()) {}
  void set_base(Base base) { name_ = base.who(); }

 private:
  std::string name_;
};
struct Holder {
  Base base{};
  std::vector<Base> all{};
  std::shared_ptr<Base> shared{};
};

[[run::autoconvert]] Holder held() {
  Holder holder;
  // CHECK: :[[@LINE+2]]:17: error: of this 'Derived' C++ keeps the base 'Base' alone, and the configuration would keep the whole object [run-unsupported]
  // CHECK: note: make a 'Base'; or hold it by std::unique_ptr<Base> or std::shared_ptr<Base>
  holder.base = Derived();
  // CHECK: :[[@LINE+1]]:24: error: of this 'Derived' C++ keeps the base 'Base' alone
  holder.all.push_back(Derived());
  return holder;
}
[[run::autoconvert]] Reader local() {
  Derived derived;
  // CHECK: :[[@LINE+1]]:13: error: of this 'Derived' C++ keeps the base 'Base' alone
  Base base(derived);
  return Reader(base);
}
[[run::autoconvert]] Reader by_value(Base base) { return Reader(base); }
[[run::autoconvert]] Reader passed() {
  // CHECK: :[[@LINE+1]]:19: error: of this 'Derived' C++ keeps the base 'Base' alone
  return by_value(Derived());
}
// CHECK: :[[@LINE+1]]:45: error: of this 'Derived' C++ keeps the base 'Base' alone
[[run::autoconvert]] Base result() { return Derived(); }
[[run::autoconvert]] std::unique_ptr<Base> behind() { return std::make_unique<Derived>(); }
[[run::autoconvert]] Holder copied() {
  const auto base = behind();
  // CHECK: :[[@LINE+1]]:20: error: of this 'Derived' C++ keeps the base 'Base' alone
  return {.base = *base};
}

// Where nobody can name it again, C++ cuts it when the configuration is built.
[[run::autoconvert]] Reader by_reference(const Base& base) { return Reader(base); }
[[run::autoconvert]] Reader fine() {
  Reader reader(Derived(), 1);
  reader.set_base(Derived());
  return reader;
}
[[run::autoconvert]] Reader whole() { return by_reference(Derived()); }

#include "unsupported-cut-to-base.run.h"
[[run::autoconvert]] Derived recipe() { return Derived(); }
[[run::autoconvert]] Holder given() {
  Holder holder;
  // CHECK: :[[@LINE+1]]:24: error: of this 'Derived' C++ keeps the base 'Base' alone
  holder.all.push_back(recipe());
  return holder;
}
