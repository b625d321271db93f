#include "Picture.h"

#include <algorithm>
#include <optional>

#include "DiffGraph.h"
#include "DiffMatch.h"
#include "Utf8.h"
#include "ValueText.h"
#include "run/target_info.h"

namespace run::detail {
namespace {

using Kind = Value::Kind;
using Mark = Picture::Mark;

constexpr std::size_t kNoBox = ~std::size_t{0};

/// At most so many characters, UTF-8 kept whole.
std::string cut(std::string text, std::size_t longest) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!continues_character(text[at]) && count++ == longest) return text.substr(0, at) + "…";
  }
  return text;
}

class Painter {
 public:
  Painter(Node* before, Node& after, const DotOptions& options) : options_(options), b_(after) {
    if (before != nullptr) {
      a_.emplace(*before);
      match_.emplace(*a_, b_);
    }
  }

  Picture paint() {
    for (NodeNumber j = 0; j < b_.size(); ++j) box(old_of(j), j);
    if (a_)
      for (NodeNumber i = 0; i < a_->size(); ++i)
        if (match_->in_b(i) == kNoNode) box(i, kNoNode);
    for (box_ = 0; box_ < of_.size(); ++box_) {
      const auto [left, right] = of_[box_];
      arguments(left == kNoNode ? nullptr : &a_->node(left), right == kNoNode ? nullptr : &b_.node(right));
    }
    return near_ones();
  }

 private:
  NodeNumber old_of(NodeNumber j) const { return match_ ? match_->in_a(j) : kNoNode; }
  /// Whether there is an old configuration to be compared with.
  bool compares() const { return a_.has_value(); }

  void box(NodeNumber left, NodeNumber right) {
    Picture::Box box;
    const Node* before = left == kNoNode ? nullptr : &a_->node(left);
    const Node* after = right == kNoNode ? nullptr : &b_.node(right);
    const Node& shown = after != nullptr ? *after : *before;
    box.kind = shown.kind;
    box.title = title(shown);
    box.is_shared = after != nullptr ? b_.uses(right) > 1 : a_->uses(left) > 1;
    if (after == nullptr) {
      box.mark = Mark::removed;
    } else if (before == nullptr) {
      box.mark = compares() ? Mark::added : Mark::same;
    } else if (title(*before) != box.title) {
      box.mark = Mark::changed;
      box.title = title(*before) + " → " + box.title;
    }
    picture_.boxes.push_back(std::move(box));
    of_.emplace_back(left, right);
    if (left != kNoNode) box_of_a_.resize(std::max<std::size_t>(box_of_a_.size(), left + std::size_t{1}), kNoBox);
    if (left != kNoNode) box_of_a_[left] = of_.size() - 1;
    if (right != kNoNode) box_of_b_.push_back(of_.size() - 1);
  }

  static std::string title(const Node& node) { return std::string(kind_text(node.kind)) + node.target->display(); }

  void arguments(Node* left, Node* right) {
    if (right != nullptr) {
      for (const Argument& argument : right->arguments) {
        const std::string name(right->target->parameters[argument.parameter].name);
        const std::size_t parameter = left == nullptr ? 0 : left->target->find(name);
        const bool is_known = left != nullptr && parameter < left->target->parameters.size();
        value(name, is_known ? left->find(parameter) : nullptr, &argument.value);
      }
    }
    if (left != nullptr) {
      for (const Argument& argument : left->arguments) {
        const std::string name(left->target->parameters[argument.parameter].name);
        const std::size_t parameter = right == nullptr ? 0 : right->target->find(name);
        const bool is_known = right != nullptr && parameter < right->target->parameters.size();
        if (!is_known || right->find(parameter) == nullptr) value(name, &argument.value, nullptr);
      }
    }
    if (right == nullptr || !options_.defaults) return;
    for (std::size_t i = 0; i < right->target->parameters.size(); ++i) {
      if (right->find(i) != nullptr || (left != nullptr && left->target == right->target && left->find(i) != nullptr))
        continue;
      if (const Value* initial = right->find_or_default(i))
        row(Mark::unset, std::string(right->target->parameters[i].name), text(*initial));
    }
  }

  std::string text(const Value& value) const {
    // What stands in a default is no box of its own.
    return cut(holds_nodes(value) ? value.text() : whole_text(value), options_.longest_value);
  }

  std::size_t row(Mark mark, std::string label, std::string text) {
    picture_.boxes[box_].rows.push_back({mark, std::move(label), std::move(text)});
    return picture_.boxes[box_].rows.size() - 1;
  }

  /// The row of an argument or element, with a change where it has one; or those of its elements.
  void value(const std::string& label, const Value* left, const Value* right) {
    const Value& shown = right != nullptr ? *right : *left;
    const bool has_nodes = (left != nullptr && holds_nodes(*left)) || (right != nullptr && holds_nodes(*right));
    if (has_nodes && (left == nullptr || right == nullptr || left->kind() == right->kind())) {
      if (shown.is(Kind::list)) return list(label, left, right);
      if (shown.is(Kind::map)) return map(label, left, right);
      return node(label, left, right);
    }
    if (has_nodes) {  // a node and something else
      value(label, left, nullptr);
      return value(label, nullptr, right);
    }
    if (left != nullptr && right != nullptr) {
      if (equal(*left, *right))
        row(Mark::same, label, text(*right));
      else
        row(Mark::changed, label, text(*left) + " → " + text(*right));
      return;
    }
    row(one_sided(right != nullptr), label, text(shown));
  }

  /// Of what only one of the two has, in a box that both may have.
  Mark one_sided(bool is_new) const {
    if (!compares()) return Mark::same;
    const Mark of_box = picture_.boxes[box_].mark;
    if (of_box == Mark::added || of_box == Mark::removed) return of_box;
    return is_new ? Mark::added : Mark::removed;
  }

  void node(const std::string& label, const Value* left, const Value* right) {
    const std::size_t from = left == nullptr ? kNoBox : box_of_a_[a_->number(*left->node())];
    const std::size_t to = right == nullptr ? kNoBox : box_of_b_[b_.number(*right->node())];
    if (from == to) {
      picture_.edges.push_back({box_, row(Mark::same, label, {}), to, Mark::same});
      return;
    }
    const Mark mark = from != kNoBox && to != kNoBox ? Mark::changed : one_sided(to != kNoBox);
    const std::size_t at = row(mark, label, {});
    if (from != kNoBox) picture_.edges.push_back({box_, at, from, one_sided(false)});
    if (to != kNoBox) picture_.edges.push_back({box_, at, to, one_sided(true)});
  }

  void list(const std::string& label, const Value* left, const Value* right) {
    static const Value::List kNone;
    const Value::List& before = left == nullptr ? kNone : left->list();
    const Value::List& after = right == nullptr ? kNone : right->list();
    const auto at = [&](std::size_t index) { return label + "[" + std::to_string(index) + "]"; };
    Rows rows(*this, label);
    std::size_t i = 0;
    std::size_t j = 0;
    const auto skip_to = [&](std::size_t next_i, std::size_t next_j) {
      for (; i < next_i; ++i) rows.add(at(i), &before[i], nullptr);
      for (; j < next_j; ++j) rows.add(at(j), nullptr, &after[j]);
    };
    if (left != nullptr && right != nullptr)
      for (const auto& [next_i, next_j] : paired(*a_, b_, before, after)) {
        skip_to(next_i, next_j);
        rows.add(at(j), &before[i], &after[j]);
        ++i;
        ++j;
      }
    skip_to(before.size(), after.size());
  }

  void map(const std::string& label, const Value* left, const Value* right) {
    static const Value::Map kNone;
    const Value::Map& before = left == nullptr ? kNone : left->map();
    const Value::Map& after = right == nullptr ? kNone : right->map();
    const auto at = [&](const Value& key) {
      const std::string step = key_step(key);
      return label + (step.empty() ? "[" + whole_text(key) + "]" : step);
    };
    Rows rows(*this, label);
    if (const auto pairs = paired(before, after)) {
      for (const auto& [i, j] : *pairs)
        rows.add(at(i != kNoNode ? before[i].first : after[j].first), i == kNoNode ? nullptr : &before[i].second,
                 j == kNoNode ? nullptr : &after[j].second);
      return;
    }
    for (const auto& [key, entry] : before) rows.add(at(key), &entry, nullptr);
    for (const auto& [key, entry] : after) rows.add(at(key), nullptr, &entry);
  }

  /// Rows of elements, of which those are left out that are too many and the same in both.
  class Rows {
   public:
    Rows(Painter& painter, const std::string& label) : painter_(painter), label_(label) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() {
      if (left_out_ > 0) painter_.row(Mark::same, label_, "… " + std::to_string(left_out_) + " more");
    }
    void add(const std::string& label, const Value* left, const Value* right) {
      Picture& picture = painter_.picture_;
      std::vector<Picture::Row>& rows = picture.boxes[painter_.box_].rows;
      const std::size_t rows_before = rows.size();
      const std::size_t edges_before = picture.edges.size();
      painter_.value(label, left, right);
      const bool is_same = std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(rows_before), rows.end(),
                                       [](const Picture::Row& row) { return row.mark == Mark::same; });
      if (!is_same || shown_++ < painter_.options_.longest_list) return;
      rows.resize(rows_before);
      picture.edges.resize(edges_before);
      ++left_out_;
    }

   private:
    Painter& painter_;
    const std::string& label_;
    std::size_t shown_ = 0;
    std::size_t left_out_ = 0;
  };

  /// Without the boxes that are too far from the root, or that nothing leads to any more.
  Picture near_ones() {
    std::vector<std::vector<std::size_t>> edges_of(picture_.boxes.size());
    for (std::size_t edge = 0; edge < picture_.edges.size(); ++edge) edges_of[picture_.edges[edge].box].push_back(edge);
    std::vector<std::size_t> place(picture_.boxes.size(), kNoBox);
    std::vector<std::pair<std::size_t, std::size_t>> open;  // box, distance
    const auto reach = [&](std::size_t box, std::size_t distance) {
      if (place[box] != kNoBox) return;
      place[box] = open.size();
      open.emplace_back(box, distance);
    };
    reach(0, 0);
    for (std::size_t at = 0; at < open.size(); ++at) {
      const auto [box, distance] = open[at];
      if (distance < options_.depth)
        for (const std::size_t edge : edges_of[box]) reach(picture_.edges[edge].to, distance + 1);
    }
    Picture near;
    near.boxes.reserve(open.size());
    for (const auto& [box, distance] : open) near.boxes.push_back(std::move(picture_.boxes[box]));
    for (const Picture::Edge& edge : picture_.edges) {
      if (place[edge.box] == kNoBox) continue;
      if (place[edge.to] != kNoBox)
        near.edges.push_back({place[edge.box], edge.row, place[edge.to], edge.mark});
      else
        near.boxes[place[edge.box]].rows[edge.row].text = "…";
    }
    return near;
  }

  const DotOptions& options_;
  std::optional<DiffGraph> a_;
  DiffGraph b_;
  std::optional<DiffMatch> match_;
  Picture picture_;
  std::vector<std::pair<NodeNumber, NodeNumber>> of_;  // of each box, its nodes
  std::vector<std::size_t> box_of_a_;
  std::vector<std::size_t> box_of_b_;
  std::size_t box_ = 0;
};

}  // namespace

Picture picture(Node* before, Node& after, const DotOptions& options) {
  return Painter(before, after, options).paint();
}

}  // namespace run::detail
