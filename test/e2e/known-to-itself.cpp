// Setters of an object that asks for a shared pointer to itself: it has one by then, as where the recipe is called.
#include <run/run.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../conformance/samples/check.h"

namespace app {

class Item : public std::enable_shared_from_this<Item> {
 public:
  explicit Item(int size = 1) : size_(size) {}
  void set_child(std::shared_ptr<Item> child) {
    child->parent_ = weak_from_this();
    child_ = std::move(child);
  }
  void set_mark(int mark) { mark_ = weak_from_this().expired() ? -mark : mark; }
  std::string text() const {
    const std::shared_ptr<Item> parent = parent_.lock();
    return std::to_string(size_) + "," + std::to_string(mark_) + (parent ? "^" + std::to_string(parent->size_) : "") +
           (child_ ? "(" + child_->text() + ")" : "");
  }
  int shown = 0;

 private:
  int size_;
  int mark_ = 0;
  std::weak_ptr<Item> parent_{};
  std::shared_ptr<Item> child_{};
};

struct View {
  std::shared_ptr<Item> root{};
  std::vector<std::shared_ptr<Item>> all{};
  std::map<int, std::shared_ptr<Item>> by_number{};
  std::unique_ptr<Item> own{};
};

[[run::autoconvert]] inline View view(int n) {
  View view;
  view.root = std::make_shared<Item>(n);
  view.root->set_child(std::make_shared<Item>(2));
  auto item = std::make_shared<Item>(3);
  item->set_mark(4);
  view.all = {item, item};
  view.all.push_back(std::make_shared<Item>(5));
  view.all.back()->set_mark(6);
  view.by_number[7] = std::make_shared<Item>(8);
  view.by_number[7]->set_mark(9);
  view.own = std::make_unique<Item>(10);
  view.own->set_mark(11);
  return view;
}

[[run::autoconvert]] inline std::shared_ptr<Item> tree(int n) {
  auto leaf = std::make_shared<Item>(n);
  leaf->set_mark(2);
  auto branch = std::make_shared<Item>(3);
  branch->set_child(leaf);
  auto trunk = std::make_shared<Item>(4);
  trunk->set_child(branch);
  return trunk;
}

inline std::string text(const View& view) {
  std::string all = view.root->text() + view.own->text();
  for (const auto& item : view.all) all += ";" + item->text();
  for (const auto& [number, item] : view.by_number) all += ";" + item->text();
  return all + (view.all[0] == view.all[1] ? "same" : "others");
}

}  // namespace app

#include "known-to-itself.run.h"

int main() {
  CHECK(app::text(run::build(run::autoconvert<app::view>(3))) == app::text(app::view(3)));
  CHECK(run::build<std::shared_ptr<app::Item>>(run::autoconvert<app::tree>(3))->text() == app::tree(3)->text());
  return check_result();
}
