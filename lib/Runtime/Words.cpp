#include "Words.h"

#include <algorithm>
#include <optional>

#include "DocumentReader.h"
#include "Elements.h"
#include "Factories.h"
#include "Fit.h"
#include "Leaves.h"
#include "Literal.h"
#include "Override.h"
#include "Scalar.h"
#include "run/arithmetic.h"
#include "run/elements.h"
#include "run/error.h"
#include "run/path.h"

namespace run::detail {
namespace {

/// Whether the text is the value, whatever it looks like.
bool is_text(Span<const Type* const> types, std::string_view written) {
  if (types.size() != 1 || written.starts_with('"') || written.starts_with('\'') || written.starts_with('@'))
    return false;
  const Type& type = types[0]->opened();
  if (&type != types[0] && (written == "None" || (!written.empty() && plain_scalar(written).null()))) return false;
  return type.kind == TypeKind::text || type.kind == TypeKind::character || type.kind == TypeKind::codec;
}

/// The only class that can stand there and is known.
const TargetInfo* only_class(Span<const Type* const> types) {
  return types.size() == 1 ? find_target(types[0]->opened()) : nullptr;
}

/// The node that stands at the place, if one does.
Node* node_of(const Spot& place) {
  if (place.parameter == Spot::kWholeNode) return place.node;
  const Value* value = look(place);
  return value != nullptr && value->is(Value::Kind::node) ? value->node().get() : nullptr;
}

/// Where the object at `place` has no argument of that name, and one below it has, the error says that one's path.
void check_is_not_deeper(const Spot& place, const PathStep& step, std::string_view path) {
  Node* const node = node_of(place);
  if (node == nullptr || node->target->is_container || step.in_brackets ||
      node->target->find(step.text) != node->target->parameters.size())
    return;
  const std::string before = path_of(place);
  for (const Leaf& leaf : leaves(*node))
    if (leaf.path.ends_with("." + step.text))
      throw Error((before.empty() ? "" : before + ": ") + node->target->display() + " has no argument `" + step.text +
                  "`" +
                  did_you_mean(std::string(path.substr(0, step.offset)) + leaf.path +
                               std::string(path.substr(step.offset + step.text.size()))));
}

/// Follows the path of a word. What it leads through and is not there is made, and taken away again unless it is kept.
class Way {
 public:
  explicit Way(Node& root) : root_(root) {}

  /// `at` says where in the path it is, for messages.
  Spot follow(std::string_view path, Location where, std::size_t& at) {
    const std::vector<PathStep> steps = parse_path(path);
    Spot place{.root = &root_, .node = &root_};
    for (std::size_t i = 0; i < steps.size(); ++i) {
      at = steps[i].offset;
      if (i == Document::kDeepest)  // what is nested deeper could not be written
        throw Error("the path has more than " + std::to_string(Document::kDeepest) + " steps");
      const bool is_last = i + 1 == steps.size();
      check_is_not_deeper(place, steps[i], path);
      place = resolve({.root = &root_, .node = &root_}, is_last ? path : path.substr(0, steps[i + 1].offset - 1));
      if (!is_last && place.parameter != Spot::kWholeNode) make(place, where);
    }
    return place;
  }
  Way(const Way&) = delete;
  Way& operator=(const Way&) = delete;
  ~Way() {
    if (!before_) return;
    if (before_->argument)
      before_->node->set(before_->parameter, before_->argument->value, before_->argument->where);
    else
      before_->node->reset(before_->parameter);
    if (before_->node->history() != nullptr) before_->node->records() = std::move(before_->history);
  }

  void keep() { before_.reset(); }

 private:
  /// Where an object of a known class is to be, and is not: a configuration of it.
  void make(const Spot& place, Location where) {
    const Value* value = look(place);
    if (value != nullptr && !value->null()) return;
    const Span<const Type* const> types = types_of(place);
    if (place.missing_key && types.size() == 1 && types[0]->opened().kind == TypeKind::map) {
      if (!before_) before_ = before(place);
      return assign(place, Value(Value::Map{}), where);
    }
    if (std::none_of(types.begin(), types.end(),
                     [](const Type* type) { return type->opened().kind == TypeKind::object; }))
      return;
    const TargetInfo* target = only_class(types);
    if (target == nullptr) {
      const std::string names = factory_names(types);
      throw Error(path_of(place) + ": it has no value yet" +
                  (names.empty() ? "" : "; set it first, to what one of these gives: " + names));
    }
    if (!before_) before_ = before(place);
    // What the owner's constructor makes of a member stays, but for what the word says.
    if (place.depth == 0 && !place.missing_key && value == nullptr && can_be_set_in_part(*place.node, place.parameter))
      in_place(place, *target).settle();
    else
      assign(place, Value(Node::make(*target, NodeKind::config, where)), where);
  }

  struct Before {
    Node* node;
    std::uint32_t parameter;
    std::optional<Argument> argument = {};
    Records history = {};
  };

  /// A node of a default becomes an argument when it is changed, and with it every default that it is a part of.
  static Before before(const Spot& place) {
    Before was{place.node, place.parameter};
    while (was.node->default_of() != nullptr) was = {was.node->default_of(), was.node->default_parameter()};
    if (was.node == place.node)
      if (const Argument* set = place.node->find_argument(place.parameter)) was.argument = *set;
    if (was.node->history() != nullptr) was.history = *was.node->history();
    return was;
  }

  Node& root_;
  std::optional<Before> before_;
};

void apply(const Spot& spot, const Override& made, const WordValue& value, Location where) {
  const auto types = types_of(spot);
  const std::string path = path_of(spot);
  if (made.operation == "=") return assign(spot, value_of_word(types, value, path), where);
  const Value* old = look(spot);
  if (old == nullptr) throw Error(path + ": `" + made.operation + "` needs a value to begin with, and it has none yet");
  if (old->is(Value::Kind::list) && made.operation != "+=")
    throw Error(path + ": `" + made.operation + "` means nothing for a list: there are `=` and `+=`");
  if (old->is(Value::Kind::map) && made.operation != "|=")
    throw Error(path + ": `" + made.operation + "` means nothing for a map: there are `=` and `|=`");
  if (old->is(Value::Kind::list)) check_length_is_free(container_at(spot));
  // What is put behind a list is one; the factor of an integer need not be an integer.
  const bool is_flag = old->is(Value::Kind::enumerator) && (made.operation == "|=" || made.operation == "&=");
  const bool is_same = is_flag || old->is(Value::Kind::list) || old->is(Value::Kind::map) ||
                       old->is(Value::Kind::string) || old->is(Value::Kind::boolean) || old->null();
  const Value operand = value_of_word(is_same ? types : Span<const Type* const>(), value, path);
  update(spot, operation(made.operation), operand, where);
}

/// `xs[1:3]=[…]`; false where the word is another one.
bool apply_to_range(Node& root, Way& way, const Override& made, const WordValue& value, Location where,
                    std::size_t& wrong) {
  const std::vector<PathStep> steps = parse_path(made.path);
  const PathStep& last = steps.back();
  const bool is_range = last.in_brackets && !last.is_quoted && last.text.find(':') != std::string::npos;
  if (made.operation != "=" || !is_range || last.offset < 2) return false;
  way.follow(made.path.substr(0, last.offset - 1), where, wrong);
  wrong = last.offset;
  const std::optional<Slice> slice = slice_at({.root = &root, .node = &root}, made.path);
  if (!slice) return false;
  check_length_is_free(slice->list);
  const std::string path = path_of(*slice);
  wrong = made.offset;
  replace(slice->list, slice->first, slice->last, value_of_word(types_of(slice->list), value, path), where);
  return true;
}

}  // namespace

Value value_of_word(Span<const Type* const> types, const WordValue& value, const std::string& path) {
  const std::string_view text = value.word.substr(value.offset);
  if (is_text(types, text)) return fitted(types, Value(std::string(text)), path);
  const Document document = parse_literal(value.word, value.offset, value.number);
  return read_value(document, 0, types, path, types.empty());
}

Spot place_of_word(Node& root, std::string_view path) {
  std::size_t at = 0;
  Way way(root);
  const Spot place = way.follow(path, {}, at);
  way.keep();
  return place;
}

void apply_word(Node& root, std::string_view word, std::uint32_t number) {
  const Override made = parse_override(word);
  const Location where("command line", number, 1);
  std::size_t wrong = 0;  // what is wrong when something is
  try {
    Way way(root);
    const WordValue value{word, made.offset, number};
    if (apply_to_range(root, way, made, value, where, wrong)) return way.keep();
    const Spot spot = way.follow(made.path, where, wrong);
    wrong = made.offset;
    apply(spot, made, value, where);
    way.keep();
  } catch (const PathError& error) {
    throw Error(with_caret(error.what(), word, error.offset()));
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.find('\n') != std::string::npos) throw;  // it shows the word, or the line of a file
    throw Error(with_caret(message, word, wrong));
  }
}

}  // namespace run::detail
