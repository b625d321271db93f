// The law for parameters of recipes that can be configured: a config or a finished object, by value, reference,
// pointer.
#include <run/run.h>

#include <memory>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"
namespace app {
class Layer {
 public:
  explicit Layer(int w) : w_(w) {}
  bool operator==(const Layer&) const = default;
  int w() const { return w_; }

 private:
  int w_;
};
class Pair {
 public:
  Pair(Layer a, Layer b) : a_(a), b_(b) {}
  bool operator==(const Pair&) const = default;

 private:
  Layer a_, b_;
};
class Holder {
 public:
  Holder(std::shared_ptr<Layer> a, std::shared_ptr<Layer> b) : a_(std::move(a)), b_(std::move(b)) {}
  bool same() const { return a_ == b_; }
  int w() const { return a_->w(); }

 private:
  std::shared_ptr<Layer> a_, b_;
};
class Own {
 public:
  explicit Own(std::unique_ptr<Layer> a) : a_(std::move(a)) {}
  int w() const { return a_->w(); }

 private:
  std::unique_ptr<Layer> a_;
};
class Stack {
 public:
  explicit Stack(std::vector<Layer> l) : l_(std::move(l)) {}
  bool operator==(const Stack&) const = default;

 private:
  std::vector<Layer> l_;
};
[[run::autoconvert]] Pair pair(Layer l) { return Pair(l, l); }
[[run::autoconvert]] Pair pairRef(const Layer& l) { return Pair(l, l); }
[[run::autoconvert]] Holder holder(std::shared_ptr<Layer> l) { return Holder(l, l); }
[[run::autoconvert]] Own own(std::unique_ptr<Layer> l) { return Own(std::move(l)); }
[[run::autoconvert]] Stack stack(std::vector<Layer> l) { return Stack(l); }
[[run::autoconvert]] Pair outer(int n) {
  Layer l(n);
  return pair(l);
}
[[run::autoconvert]] Holder outerShared(int n) {
  auto l = std::make_shared<Layer>(n);
  return holder(l);
}
[[run::autoconvert]] Own outerOwn(int n) { return own(std::make_unique<Layer>(n)); }
[[run::autoconvert]] Stack outerStack(int n) { return stack({Layer(n), Layer(2)}); }
}  // namespace app

#include "parameters.run.h"
int main() {
  auto p = run::autoconvert<app::pair>(run::Config<app::Layer>({.w = 3}));
  CHECK(run::build(p) == app::pair(app::Layer(3)));
  p->a->w = 4;
  CHECK(run::build(p) == app::Pair(app::Layer(4), app::Layer(3)));
  CHECK(run::build(run::autoconvert<app::pair>(app::Layer(3))) == app::pair(app::Layer(3)));
  CHECK(run::build(run::autoconvert<app::pairRef>(app::Layer(3))) == app::pairRef(app::Layer(3)));
  auto h = run::autoconvert<app::holder>(run::Config<app::Layer>({.w = 3}));
  CHECK(run::build(h).same() && run::build(h).w() == 3);
  CHECK(run::build(run::autoconvert<app::holder>(std::make_shared<app::Layer>(5))).w() == 5);
  CHECK(run::build(run::autoconvert<app::own>(run::Config<app::Layer>({.w = 3}))).w() == 3);
  CHECK(run::build(run::autoconvert<app::outer>(3)) == app::outer(3));
  CHECK(run::build(run::autoconvert<app::outerShared>(3)).same());
  CHECK(run::build(run::autoconvert<app::outerOwn>(3)).w() == 3);
  CHECK(run::build(run::autoconvert<app::outerStack>(3)) == app::outerStack(3));
  CHECK(run::build(run::autoconvert<app::stack>(std::vector<app::Layer>{app::Layer(1)})) ==
        app::stack({app::Layer(1)}));
  CHECK(!contains(run::to_yaml(run::autoconvert<app::outer>(3)), "&"));
  return check_result();
}
