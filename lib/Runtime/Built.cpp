// The arguments of one call.
#include "run/built.h"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "Fit.h"
#include "Session.h"
#include "run/build.h"
#include "run/error.h"

namespace run {
namespace {

void* cast_object(const TargetInfo& target, void* object, const Type& wanted) {
  if (target.object == &wanted) return object;
  for (const BaseInfo& base : target.bases)
    if (base.type == &wanted) return base.cast(object);
  return nullptr;
}

std::string signature_text(const TargetInfo& target, Span<const detail::Choice> signature) {
  std::string text = "(";
  for (const detail::Choice& choice : signature) {
    if (text.size() > 1) text += ", ";
    const Parameter& parameter = target.parameters[choice.parameter];
    text += (choice.type != nullptr ? *choice.type : *parameter.types[0]).name() + " " + std::string(parameter.name);
  }
  return text + ")";
}

}  // namespace

/// Thrown through the target's `build` by a frame that is asked no more than whether it could be called.
struct Built::Tried {
  bool is_good;
  std::optional<std::string> lacks = {};  // of several signatures
  std::vector<std::vector<detail::Choice>> ways = {};
};

std::size_t Built::choose(const detail::CallFormList& forms) const {
  const std::size_t quick = only_tries_ ? detail::Chosen::kNone : detail::choose_at_once(node_, forms);
  if (quick != detail::Chosen::kNone) return quick;
  std::vector<detail::CallForm> list;
  list.reserve(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) list.push_back({forms[i], nullptr});
  return choose(list);
}

std::size_t Built::choose(std::initializer_list<std::initializer_list<detail::Choice>> forms) const {
  std::vector<detail::CallForm> list;
  list.reserve(forms.size());
  for (const auto& choices : forms) list.push_back({{choices.begin(), choices.size()}, nullptr});
  return choose(list);
}

std::size_t Built::choose(Span<const detail::CallForm> signatures) const {
  const detail::Chosen chosen = detail::choose(node_, signatures, node_.overload());
  if (only_tries_) {
    Tried asked{chosen.index != detail::Chosen::kNone, chosen.missing};
    for (const detail::CallForm& form : signatures) asked.ways.emplace_back(form.choices.begin(), form.choices.end());
    throw asked;
  }
  if (chosen.index != detail::Chosen::kNone) return chosen.index;
  if (chosen.ties.empty() && !chosen.missing.empty()) fail("argument `" + chosen.missing + "` has no value: set it");
  std::string message =
      chosen.ties.empty() ? "nothing takes these arguments; there are" : "several take these arguments:";
  for (std::size_t i = 0; i < signatures.size(); ++i)
    if (chosen.ties.empty() || std::find(chosen.ties.begin(), chosen.ties.end(), i) != chosen.ties.end())
      message += " " + signature_text(*node_.target, signatures[i].choices);
  fail(message);
}

const Type* Built::type_meant(std::size_t parameter) const {
  const Value* value = node_.find(parameter);
  const auto types = node_.target->parameters[parameter].types;
  if (value == nullptr) return nullptr;
  for (const Type* type : types)
    if (detail::fits_exactly(*value, *type)) return type;
  for (const Type* type : types)
    if (Value attempt = *value; detail::fit(*type, attempt)) return type;
  return nullptr;
}

namespace detail {
void* make_abstract(Built& frame, std::shared_ptr<void>&) { frame.fail("its class is abstract"); }
void fail_without_object(Built& frame) {
  frame.fail("the function gave no object whose fields and setters could be set");
}
}  // namespace detail

void Built::apply_in_place(Node& node, void* object, const Type& type) {
  const TargetInfo& target = *node.target;
  if (target.object != &type) fail_conversion(Value(node.shared_from_this()), type);
  Built frame(session_, node);
  try {
    if (target.fill != nullptr) target.fill(object, frame);
    for (const Argument& argument : node.arguments)
      if (target.parameters[argument.parameter].kind != ParameterKind::member)
        target.set(object, argument.parameter, frame);
  } catch (...) {
    frame.failed();
  }
}

std::optional<Built::Tried> Built::tried() {
  only_tries_ = true;
  is_not_plain();
  try {
    std::shared_ptr<void> owner;
    void* object = node_.target->make(*this, owner);  // one that takes nothing
    if (object != nullptr && owner == nullptr) node_.target->destroy(object);
    return std::nullopt;
  } catch (Tried& asked) {
    return std::move(asked);
  }
}

bool Built::tries_signatures() {
  const std::optional<Tried> asked = tried();
  return !asked || asked->is_good;
}

std::optional<std::string> Built::lacks() {
  const std::optional<Tried> asked = tried();
  if (!asked) return std::nullopt;
  return asked->is_good && asked->lacks ? std::string() : asked->lacks;
}

std::vector<std::vector<detail::Choice>> Built::ways() {
  std::optional<Tried> asked = tried();
  if (!asked) return {};
  if (!asked->ways.empty()) return std::move(asked->ways);
  std::vector<detail::Choice> all;
  for (std::size_t i = 0; i < node_.target->parameters.size(); ++i)
    if (node_.target->parameters[i].in_constructor()) all.emplace_back(static_cast<int>(i));
  return {std::move(all)};
}

bool Built::has_slowly(std::size_t parameter) const { return node_.find(parameter) != nullptr; }

const Value& Built::argument_slowly(std::size_t parameter, const Type& wanted) {
  if (only_tries_) throw Tried{true};  // a target of one signature
  const Parameter& described = node_.target->parameters[parameter];
  const Value* value = node_.find(parameter);
  if (value != nullptr && node_.target->has_one_type_each) return *value;
  if (value == nullptr) {
    value = node_.find_or_default(parameter);
    if (value == nullptr) fail("argument `" + std::string(described.name) + "` has no value: set it");
    prepare(*value, &wanted);
  }
  if (described.types.size() > 1 && !detail::fits_exactly(*value, wanted)) {
    Value& fitted = keep(*value);
    if (!detail::fit(wanted, fitted)) fail_conversion(*value, wanted);
    value = &fitted;
  }
  return *value;
}

detail::Borrowed Built::borrow(const Node& node, const Type& wanted) {
  detail::Entry& entry = session_.entry(node);
  // What it mostly is: made for this argument alone, of the very class.
  if (!session_.is_kept(entry) && !entry.is_taken && entry.object != nullptr && entry.uses == 1 && !entry.owner &&
      !entry.is_lent && node.target->object == &wanted && !node.has_owners()) {
    entry.uses = 0;
    return {entry.object, &entry.is_moved, node.target->copy};
  }
  return borrow_slowly(entry, node, wanted);
}

detail::Borrowed Built::borrow_slowly(detail::Entry& entry, const Node& node, const Type& wanted) {
  const auto lock = session_.locked(entry);
  if (entry.is_taken) fail_gone(*node.target->object);
  if (entry.object == nullptr) fail(node.target->display() + " returned null where an object is wanted");
  void* object = cast_object(*node.target, entry.object, wanted);
  if (object == nullptr) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), wanted);
  if (entry.is_moved) fail_gone(*node.target->object);
  const bool is_kept = session_.is_kept(entry);
  // What is kept for further calls is copied, and what others own, too, whose turn may be later; what cannot be copied
  // is for the first that asks.
  const bool is_asked_again = is_kept || node.has_owners();
  const bool is_last = entry.uses <= 1 && (!is_asked_again || node.target->copy == nullptr);
  const bool can_move = is_last && !entry.owner && !entry.is_lent;
  if (entry.uses > 0 && !is_kept) --entry.uses;
  return {object, can_move ? &entry.is_moved : nullptr, node.target->object == &wanted ? node.target->copy : nullptr};
}

detail::Borrowed Built::borrow_result(const Node& node, const Type& wanted) { return borrow(node, wanted); }

bool Built::gives(const Node& node, const Type& exact) const {
  const bool is_called = node.kind == NodeKind::config || node.kind == NodeKind::factory;
  return is_called && node.target->result == &exact && node.target->holding == Holding::value;
}

void* Built::lend(const Node& node, const Type& wanted) {
  detail::Entry& entry = session_.entry(node);
  const auto lock = session_.locked(entry);
  if (entry.is_taken) fail_gone(*node.target->object);
  if (entry.object == nullptr) return nullptr;
  void* object = cast_object(*node.target, entry.object, wanted);
  if (object == nullptr) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), wanted);
  entry.is_lent = true;
  if (entry.uses > 0 && !session_.is_kept(entry)) --entry.uses;
  return object;
}

void* Built::release(const Node& node, const Type& wanted) {
  detail::Entry& entry = session_.entry(node);
  // What it mostly is: made for this argument alone, of the very class.
  if (!session_.is_kept(entry) && !entry.is_taken && entry.object != nullptr && entry.uses <= 1 && !entry.owner &&
      !entry.is_in_block && node.target->object == &wanted) {
    entry.is_taken = true;
    return std::exchange(entry.object, nullptr);
  }
  return release_slowly(entry, node, wanted);
}

void* Built::release_slowly(detail::Entry& entry, const Node& node, const Type& wanted) {
  const auto lock = session_.locked(entry);
  if (entry.is_taken) fail_gone(*node.target->object);
  if (entry.object == nullptr) return nullptr;
  if (entry.owner || (entry.uses > 1 && !session_.is_kept(entry)))
    fail(node.target->display() + " is shared, a unique_ptr would own it alone");
  if (entry.is_in_block) fail(node.target->display() + " was made to be moved, not to be owned");
  void* object = cast_object(*node.target, entry.object, wanted);
  if (object == nullptr) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), wanted);
  entry.object = nullptr;
  entry.is_taken = true;
  return object;
}

std::shared_ptr<void> Built::share(const Node& node, const Type& wanted) {
  detail::Entry& entry = session_.entry(node);
  const auto lock = session_.locked(entry);
  if (entry.is_taken) fail_gone(*node.target->object);
  if (entry.object == nullptr) return {};
  if (entry.is_in_block) fail(node.target->display() + " was made to be moved, not to be owned");
  if (!entry.owner) entry.owner = node.target->share(entry.object);
  void* object = cast_object(*node.target, entry.object, wanted);
  if (object == nullptr) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), wanted);
  return {entry.owner, object};
}

const Value& Built::result(const Node& node, const Type& wanted) {
  if (node.target->to_value == nullptr) fail_conversion(Value(const_cast<Node&>(node).shared_from_this()), wanted);
  // The session knows its nodes by their addresses.
  Value& value = keep(node.target->to_value(session_.entry(node).object));
  if (!detail::fit(wanted, value)) fail_conversion(value, wanted);
  prepare(value, &wanted);
  return value;
}

void Built::prepare(const Value& value, const Type* wanted) {
  if (results_ == Results::none && value.may_hold_nodes()) {
    const auto [window, cursor] = session_.open_window();
    outer_window_ = window;
    outer_cursor_ = cursor;
    results_ = Results::own;
  }
  session_.prepare(value, wanted);
}

void Built::close_results() { session_.close_window({outer_window_, outer_cursor_}); }

bool Built::has_unmade(const Value& list) const { return session_.is_unmade(list); }

void* Built::make_unmade(Node& node) {
  Built frame(session_, node, Results::none);
  std::shared_ptr<void> owner;  // none: the target gives a value
  return node.target->make(frame, owner);
}

void Built::keep(std::shared_ptr<void> object) { session_.keep(std::move(object)); }

Value& Built::keep(Value value) {
  auto kept = std::make_shared<Value>(std::move(value));
  Value& reference = *kept;
  keep(std::shared_ptr<void>(std::move(kept)));
  return reference;
}

std::shared_ptr<detail::Session> Built::session() const { return session_.shared_from_this(); }

void Built::failed() const {
  try {
    throw;
  } catch (const BuildError&) {
    throw;
  } catch (const Tried&) {
    throw;
  } catch (const std::exception& error) {
    std::throw_with_nested(detail::build_error(session_.root(), node_, error.what()));
  } catch (...) {
    std::throw_with_nested(detail::build_error(session_.root(), node_, "an exception that is no std::exception"));
  }
}

void Built::fail(const std::string& message) const { throw detail::build_error(session_.root(), node_, message); }

void Built::fail_conversion(const Value& value, const Type& wanted) const {
  fail("expected " + wanted.name() + ", found " + value.text());
}

void Built::fail_length(std::size_t parameter, std::size_t length, std::size_t room) const {
  fail("the text of " + std::string(node_.target->parameters[parameter].name) + " has " + std::to_string(length) +
       " characters, and there is room for " + std::to_string(room));
}

void Built::fail_bits(std::size_t parameter, int width) const {
  const Value* value = node_.find(parameter);
  fail("argument `" + std::string(node_.target->parameters[parameter].name) + "`" +
       (value == nullptr ? "" : ", " + value->text() + ",") + " does not fit the " + std::to_string(width) +
       " bits of its member");
}

void Built::fail_gone(const Type& type) const {
  fail("an object of type " + type.name() + " cannot be copied, and was used up before");
}

void Built::take(const Opaque& opaque) const {
  if (opaque.taken->exchange(true)) fail_gone(*opaque.ops->type);
}

namespace detail {

std::vector<std::size_t> after_construction(const Node& node) {
  std::vector<std::size_t> parameters;
  for (const Argument& argument : node.arguments)
    if (!node.target->parameters[argument.parameter].in_constructor()) parameters.push_back(argument.parameter);
  return parameters;
}

}  // namespace detail
}  // namespace run
