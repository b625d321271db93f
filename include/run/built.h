// The arguments of one call, as generated code asks for them while the call is made.
#pragma once

#include <bit>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "run/bits.h"
#include "run/c_array.h"
#include "run/convert.h"
#include "run/overload.h"
#include "run/span.h"
#include "run/target_info.h"

namespace run {
namespace detail {
class Session;
struct Entry;

/// An object that a session holds.
struct Borrowed {
  void* object = nullptr;
  bool* moved = nullptr;     // where to note that it was moved from; null: others will ask for it, or share it
  void (*copy)() = nullptr;  // D (*)(const void*) of the wanted type, or null where it cannot be copied
};

template <class D>
D make_apart(const Value& value, Built& frame);

/// What an argument of a type that is made of std::initializer_lists is kept as.
template <class T>
struct Kept {
  using type = T;
};
template <class T>
struct Kept<std::initializer_list<T>> {
  using type = std::vector<typename Kept<T>::type>;
};

/// A list over elements that are there already. The language writes such lists in expressions alone, whose length is
/// known, and ends the elements with the expression; in libstdc++ and libc++ one is a pointer and a length.
template <class T>
std::initializer_list<T> list_over(const T* elements, std::size_t size) {
  struct Layout {
    const T* begin;
    std::size_t size;
  };
  return std::bit_cast<std::initializer_list<T>>(Layout{elements, size});
}
}  // namespace detail

/// Generated code asks it for the arguments of the call that it makes. Lives as long as the call.
class Built {
 public:
  Built(detail::Session& session, Node& node) : session_(session), node_(node), plain_(node.arguments.begin()) {
    const std::size_t set = node.arguments.size();
    const TargetInfo& target = *node.target;
    // Those of the constructor are in their order.
    is_plain_ =
        target.has_one_type_each && set <= target.in_constructor && (set == 0 || plain_[set - 1].parameter == set - 1);
    plain_count_ = is_plain_ ? set : 0;
  }
  Built(const Built&) = delete;
  Built& operator=(const Built&) = delete;
  ~Built() {
    if (results_ == Results::own) close_results();
  }

  /// Whether the argument is set.
  bool has(std::size_t parameter) const { return parameter < plain_count_ || (!is_plain_ && has_slowly(parameter)); }

  /// The number of the signature that has all constructor parameters that are set, whose types fit, and that leaves the
  /// fewest to their defaults. Throws BuildError when there is none, or more than one.
  template <std::size_t Count, std::size_t Total>
  std::size_t choose(const CallForms<Count, Total>& forms) const {
    const std::size_t form = is_plain_ && node_.overload() == nullptr ? forms.leading(plain_count_) : Count;
    return form < Count ? form : choose(forms.list());
  }
  /// The same, of a target that is written by hand: the lists are made anew each time.
  std::size_t choose(std::initializer_list<std::initializer_list<detail::Choice>> forms) const;
  /// The same; the constructor that the configuration says wins while it fits.
  std::size_t choose(const Signatures& signatures) const { return choose(signatures.list()); }

  /// Whether the argument, of one of several types, is a P: the first that its value is exactly, or else that it fits.
  template <class P>
  bool is(std::size_t parameter) const {
    return type_meant(parameter) == &type_of<P>;
  }

  /// The argument, or its default, as a P: by value, or a reference to an object that lives until the build ends, as
  /// C++ keeps temporaries until the whole expression is done: what is made of it may be a view.
  /// Throws BuildError when it has neither.
  template <class P>
  P get(std::size_t parameter) {
    using D = std::remove_cvref_t<P>;
    const Value& value = argument(parameter, type_of<D>);
    if constexpr (std::is_same_v<P, const std::string&>)
      if (value.is(Value::Kind::string)) return value.string();
    if constexpr (std::is_lvalue_reference_v<P>) {
      return *reference<D>(value);
    } else if constexpr (std::is_rvalue_reference_v<P>) {
      if constexpr (std::is_polymorphic_v<D>)
        if (is_derived(value, type_of<D>)) return std::move(*reference<D>(value));
      if constexpr (std::is_abstract_v<D>)
        fail_conversion(value, type_of<D>);
      else
        return std::move(*temporary<D>(value));
    } else {
      // What it mostly is, to be compiled where it is asked for.
      if constexpr (detail::kind_of<D>() == TypeKind::integer)
        if (value.is(Value::Kind::integer)) return static_cast<D>(value.integer());
      if constexpr (detail::kind_of<D>() == TypeKind::real)
        if (value.is(Value::Kind::real)) return static_cast<D>(value.real());
      if constexpr (detail::kind_of<D>() == TypeKind::boolean)
        if (value.is(Value::Kind::boolean)) return value.boolean();
      return detail::make_apart<D>(value, *this);
    }
  }

  /// The argument for a bit-field of that width. What a call gives is cut to it, as C++ does. Throws BuildError where
  /// anything else does not fit.
  template <class T, int Width>
  T bits(std::size_t parameter) {
    const T value = get<T>(parameter);
    const T held = Bits<T, Width>(value);
    const Value* given = node_.find(parameter);
    if (held != value && (given == nullptr || !given->is(Value::Kind::node))) fail_bits(parameter, Width);
    return held;
  }

  /// The argument as a std::initializer_list<T>, which lives with its elements until the build ends. As what is written
  /// in braces, it goes to who takes such a list, also by const&, rather than to a template that takes anything.
  template <class T>
  const std::initializer_list<T>& list(std::size_t parameter) {
    using Elements = typename detail::Kept<std::initializer_list<T>>::type;
    auto kept = std::make_shared<std::initializer_list<T>>(list_of<T>(get<Elements>(parameter)));
    keep(kept);
    return *kept;
  }

  /// Assigns the argument to a member of the object that is being made, or, where only some of that member's own
  /// members are set, those alone. Never inlined, for generated code does this to each member of a class.
  template <class M>
  [[gnu::noinline]] void assign(M& member, std::size_t parameter) {
    const Value* value = node_.find(parameter);
    if (value != nullptr && is_in_place(*value))
      apply_in_place(*value->node(), std::addressof(member), type_of<M>);
    else
      member = get<M>(parameter);
  }

  /// The same of a member that is an array: element by element.
  template <class M, std::size_t Count>
  void assign(M (&member)[Count], std::size_t parameter) {
    using Array = typename detail::ArrayOf<M[Count]>::type;
    if constexpr (std::is_copy_constructible_v<M> && !std::is_same_v<M, char>) {
      if (const Value* value = node_.find(parameter); value != nullptr && is_in_place(*value)) {
        Array made = detail::ArrayOf<M[Count]>::copy(member);
        apply_in_place(*value->node(), std::addressof(made), type_of<Array>);
        return detail::ArrayOf<M[Count]>::move(made, member);
      }
    }
    auto made = get<Array>(parameter);
    if constexpr (std::is_same_v<M, char>)
      if (made.size() >= Count) fail_length(parameter, made.size(), Count - 1);
    detail::ArrayOf<M[Count]>::move(made, member);
  }

  /// The same of a class whose assignment compilers warn of, or which holds one: what is there ends, and is made anew.
  /// A copy or move constructor that throws ends the program here.
  template <class M>
  void renew(M& member, std::size_t parameter) {
    const Value* value = node_.find(parameter);
    if (value != nullptr && is_in_place(*value))
      return apply_in_place(*value->node(), std::addressof(member), type_of<M>);
    auto made = get<typename detail::ArrayOf<M>::type>(parameter);
    detail::ArrayOf<M>::renew(made, member);
  }

  // For the library's own templates.
  template <class D>
  D* reference(const Value& value);
  template <class D>
  D* temporary(const Value& value);
  template <class D>
  D nested(const Node& node);
  /// Whether the elements of the list, all of them nodes that hold no others, are not made yet: each is to be asked for
  /// once, as an E, its class or a unique_ptr of that.
  bool has_unmade(const Value& list) const;
  template <class E>
  E unmade(const Value& element);
  void* make_unmade(Node& node);
  template <class T, class R>
  void apply(R& object);

  const Value& argument(std::size_t parameter, const Type& wanted) {
    return parameter < plain_count_ ? plain_[parameter].value : argument_slowly(parameter, wanted);
  }
  /// The object of the node as a `wanted`, its class or a base of it; still the session's.
  detail::Borrowed borrow(const Node& node, const Type& wanted);
  /// The same for a result of exactly that type, a holder for one.
  detail::Borrowed borrow_result(const Node& node, const Type& wanted);
  /// The object that a function returned a plain pointer to, for another plain pointer: nobody owns it here. Null when
  /// the function returned null. REQUIRES: the target's holding is raw.
  void* lend(const Node& node, const Type& wanted);
  /// The object itself, to be owned by a unique_ptr; null when the function returned null.
  void* release(const Node& node, const Type& wanted);
  std::shared_ptr<void> share(const Node& node, const Type& wanted);
  /// The result of a function that gives a value, fitted to the type.
  const Value& result(const Node& node, const Type& wanted);
  bool gives(const Node& node, const Type& exact) const;
  /// A callable's state: see callable.h.
  std::shared_ptr<detail::Session> session() const;

  static bool is_in_place(const Value& value) {
    return value.is(Value::Kind::node) && value.node()->kind == NodeKind::in_place;
  }
  void apply_in_place(Node& node, void* object, const Type& type);

  const Node& node() const { return node_; }
  Node& node() { return node_; }
  /// What a smart pointer of the library's own points to. Throws BuildError where that is nothing.
  template <class P>
  auto& pointee(P& pointer) {
    auto* object = pointer.operator->();
    if (object == nullptr) detail::fail_without_object(*this);
    return *object;
  }
  /// Of a function that returns a plain pointer: whether what takes it owns the object.
  bool is_adopted() const { return is_adopted_; }
  void adopt_result() { is_adopted_ = true; }
  /// Of an object: whether a shared pointer takes it, which owns it from then on.
  bool is_shared() const { return is_shared_; }
  void share_result() { is_shared_ = true; }
  /// Until the build ends.
  void keep(std::shared_ptr<void> object);

  /// Inside a handler: throws the exception on as a BuildError of this node, with the exception nested.
  [[noreturn]] void failed() const;
  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail_conversion(const Value& value, const Type& wanted) const;
  /// Whether a node gives it, and an object of another class: one that is derived from that.
  static bool is_derived(const Value& value, const Type& wanted) {
    return value.is(Value::Kind::node) && value.node()->target->object != &wanted;
  }
  /// Of a text that is too long for its array.
  [[noreturn]] void fail_length(std::size_t parameter, std::size_t length, std::size_t room) const;
  /// Of a value that has more bits than its bit-field.
  [[noreturn]] void fail_bits(std::size_t parameter, int width) const;
  /// Of a move-only object that one build used up.
  [[noreturn]] void fail_gone(const Type& type) const;
  /// Takes a move-only opaque object, once.
  void take(const Opaque& opaque) const;
  /// Whether one of the target's signatures takes the arguments; the target is not called.
  bool tries_signatures();
  /// The name of an argument without which none of several signatures can be called; empty where one can be called, and
  /// null where the target has but one signature. Makes nothing. REQUIRES: an argument of the constructor.
  std::optional<std::string> lacks();
  /// The ways to call the target; the target is not called. REQUIRES: an argument of the constructor.
  std::vector<std::vector<detail::Choice>> ways();

 private:
  template <class T>
  std::initializer_list<T> list_of(typename detail::Kept<std::initializer_list<T>>::type elements) {
    const std::size_t size = elements.size();
    const auto kept = [&](auto list) {
      keep(list);
      return detail::list_over<T>(list->data(), size);
    };
    if constexpr (std::is_same_v<T, bool>) {
      const std::shared_ptr<bool[]> plain(new bool[size]);
      for (std::size_t i = 0; i < size; ++i) plain[i] = elements[i];
      keep(plain);
      return detail::list_over<bool>(plain.get(), size);
    } else if constexpr (std::is_same_v<T, typename detail::Kept<T>::type>) {
      return kept(std::make_shared<std::vector<T>>(std::move(elements)));
    } else {
      auto lists = std::make_shared<std::vector<T>>();
      for (auto& element : elements) lists->push_back(list_of<typename T::value_type>(std::move(element)));
      return kept(std::move(lists));
    }
  }
  bool has_slowly(std::size_t parameter) const;
  const Value& argument_slowly(std::size_t parameter, const Type& wanted);
  detail::Borrowed borrow_slowly(detail::Entry& entry, const Node& node, const Type& wanted);
  void* release_slowly(detail::Entry& entry, const Node& node, const Type& wanted);
  std::size_t choose(const detail::CallFormList& forms) const;
  std::size_t choose(Span<const detail::CallForm> signatures) const;
  void is_not_plain() {
    is_plain_ = false;
    plain_count_ = 0;
  }
  const Type* type_meant(std::size_t parameter) const;
  struct Tried;
  /// What the target asks for first, which is not called then; nothing where it asks for nothing, and was.
  std::optional<Tried> tried();
  Value& keep(Value value);
  /// Makes what the nodes of the value, which is to be one of that type, are to become.
  void prepare(const Value& value, const Type* wanted);
  void close_results();

  /// Where what becomes of nodes that this one holds is found: the session knows it when it makes the node, or, of one
  /// that is made while its owner is, nowhere until its defaults hold some.
  enum class Results : unsigned char { known, none, own };
  Built(detail::Session& session, Node& node, Results results) : Built(session, node) { results_ = results; }

  detail::Session& session_;
  Node& node_;
  // Whether those that are set are the first parameters, and each has one type, which its argument was fitted to when
  // it was set: as mostly. Where it is not so, none of them counts as plain.
  const Argument* plain_;
  std::size_t plain_count_;
  bool is_plain_;
  bool only_tries_ = false;  // see tries_signatures
  bool is_adopted_ = false;
  bool is_shared_ = false;
  Results results_ = Results::known;
  // The session's, while the results are this frame's own.
  std::size_t outer_window_;
  std::size_t outer_cursor_;
};

}  // namespace run
