// Items as values of an argument's type: scalars, lists, maps, aliases. Nodes are in TargetReader.cpp.
#include "DocumentReader.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <locale>
#include <sstream>
#include <utility>
#include <variant>

#include "Alternatives.h"
#include "Fit.h"
#include "KeyIndex.h"
#include "Scalar.h"
#include "ValueText.h"
#include "run/arg.h"
#include "run/diff.h"
#include "run/error.h"
#include "run/function_name.h"

namespace run::detail {
namespace {

using Kind = Item::Kind;

constexpr std::size_t kMostCopies = 1'000'000;  // values that aliases may copy in one document

/// Whether what stands there may be shared with another place.
bool can_be_shared(const Type& type, const Value& value) {
  switch (type.kind) {
    case TypeKind::holder:
      return type.is_shared && (!value.is(Value::Kind::node) || node_fits(*value.node(), type));
    case TypeKind::variant:
      return std::any_of(type.parts.begin(), type.parts.end(),
                         [&](const Type* part) { return can_be_shared(*part, value); });
    case TypeKind::optional:
      return can_be_shared(*type.parts[0], value);
    case TypeKind::sequence:
      return can_be_shared(*type.parts[0], Value());
    case TypeKind::map:
      return can_be_shared(*type.parts[1], Value());
    default:
      return false;
  }
}

std::size_t count_values(const Value& value) {
  std::size_t count = 1;
  if (value.is(Value::Kind::list))
    for (const Value& element : value.list()) count += count_values(element);
  if (value.is(Value::Kind::map))
    for (const auto& entry : value.map()) count += count_values(entry.second);
  if (value.is(Value::Kind::node))
    for (const Node* node : reachable(*value.node())) count += 1 + node->arguments.size();
  return count;
}

/// A function's call is made once for all who take its result, by value or not, and so is a smart pointer of a
/// library's own, whose copies have one object in common.
bool is_made_once(const Value& value) {
  if (!value.is(Value::Kind::node) || value.node()->kind != NodeKind::config) return false;
  const TargetInfo& target = *value.node()->target;
  return target.function.pointer != nullptr || target.is_pointer;
}

/// An enumeration without names is a kind of number.
bool is_text(const Type& type) {
  if (type.kind == TypeKind::enumeration) return type.enumeration != nullptr && !type.enumeration->enumerators.empty();
  return type.kind == TypeKind::text || type.kind == TypeKind::character || type.kind == TypeKind::codec;
}

/// `long double` has digits and exponents that a double does not. (std::from_chars refuses the smallest of them.)
bool long_real(std::string_view text, Value& value) {
  if (text.find_first_not_of("+-.0123456789eE") != std::string_view::npos) return false;
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  long double number = 0;
  if (!(stream >> number) || stream.peek() != std::istringstream::traits_type::eof()) return false;
  value = wrap(number);
  return true;
}

/// What other readers take for a boolean or a number, and YAML 1.2 does not.
std::string hint_for(std::string_view text, const Type& type) {
  const auto is_one_of = [](std::string word, std::initializer_list<std::string_view> words) {
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const std::string word(text);
  if (type.kind == TypeKind::boolean) {
    if (is_one_of(word, {"yes", "on", "y"})) return "write true";
    if (is_one_of(word, {"no", "off", "n"})) return "write false";
  }
  if (type.kind == TypeKind::real && is_one_of(word, {"inf", "+inf", "-inf", "nan", "infinity", "-infinity"}))
    return text.starts_with('-')                        ? "write -.inf"
           : text.front() == 'n' || text.front() == 'N' ? "write .nan"
                                                        : "write .inf";
  if (type.kind == TypeKind::real || type.kind == TypeKind::integer) {
    std::string digits = word;
    std::erase(digits, '_');
    if (digits.size() < word.size() && !plain_scalar(digits).is(Value::Kind::string)) return "write " + digits;
  }
  return {};
}

/// Where a function is wanted, and its name alone was written.
std::string function_hint(std::string_view text, const Type* type) {
  if (type == nullptr || (type->kind != TypeKind::callable && type->kind != TypeKind::function)) return {};
  std::vector<const FunctionName*> found = find_functions(text);
  if (found.empty()) found = find_functions_ending(text);
  if (found.empty()) return {};
  return "the function is {_target_: " + std::string(found.front()->name) + ", _call_: false}";
}

/// Whether `null` is std::monostate there.
bool takes_monostate(Types types) {
  return types.size() == 1 && types[0]->kind == TypeKind::variant &&
         std::find(types[0]->parts.begin(), types[0]->parts.end(), &type_of<std::monostate>) != types[0]->parts.end();
}

}  // namespace

DocumentReader::DocumentReader(const Document& document, std::string_view path)
    : document_(document), file_(intern(document.name()).c_str()), before_(path) {}

std::string DocumentReader::path() const {
  std::string path = before_;
  for (const Step& step : steps_) {
    if (!step.name.empty())
      path = join(path, step.name);
    else
      path += step.key != nullptr ? shown_step(*step.key) : "[" + std::to_string(step.index) + "]";
  }
  return path;
}

void DocumentReader::fail(Index item, const std::string& message, const std::string& below) const {
  const std::string path = this->path() + below;
  document_.fail(item, (path.empty() ? "" : path + ": ") + (is_key_ ? "its keys: " : "") + message);
}

std::string DocumentReader::shown(Index item) const {
  const Item& shown = document_[item];
  switch (shown.kind) {
    case Kind::scalar:
      return (shown.plain() ? plain_scalar(shown.text()) : Value(std::string(shown.text()))).text();
    case Kind::sequence:
      return "a sequence";
    case Kind::mapping:
      return "a mapping";
    case Kind::alias:
      return "an alias";
  }
  return {};
}

Value DocumentReader::fitting(Index item, Value value, Types types, const std::string& hint) {
  Misfit misfit;
  if (fit(types, value, misfit) || (old_node && names_old(item))) return value;
  if (misfit.hint.empty()) misfit.hint = hint;
  fail(item, misfit.message(), misfit.path);
}

// In a diff: what a node of the old configuration becomes is not known here; who applies the diff looks whether it
// fits.
bool DocumentReader::names_old(Index item) const {
  if (document_[item].is(Kind::alias)) item = document_.anchored(document_[item].anchor);
  for (Index at = item; at < document_[item].end; ++at)
    if (document_[at].is(Kind::scalar) && document_[at].text() == old_node_info().name) return true;
  return false;
}

Value DocumentReader::below(const Step& step, Index item, Types types) {
  steps_.push_back(step);
  Value read = value(item, types);
  steps_.pop_back();
  return read;
}

Value DocumentReader::key(Index item, Types types) {
  is_key_ = true;
  Value read = value(item, types);
  is_key_ = false;
  return read;
}

Value DocumentReader::value(Index item, Types types) {
  const std::uint32_t anchor = document_[item].anchor;
  if (document_[item].is(Kind::alias)) return aliased(item, types);
  if (anchor == 0) return content(item, types);
  if (anchors_.size() <= anchor) {
    anchors_.resize(anchor + std::size_t{1});
    is_known_.resize(anchor + std::size_t{1});
  }
  // The values of a diff are read in any order.
  if (old_node && is_known_[anchor] && !anchors_[anchor].open) return known(item, anchors_[anchor], types);
  is_known_[anchor] = true;
  anchors_[anchor] = Known{{}, true, false};
  Value read = content(item, types);
  anchors_[anchor] = Known{read, false, is_shared_place(types, read)};
  return read;
}

Value DocumentReader::aliased(Index item, Types types) {
  const std::uint32_t anchor = document_[item].anchor;
  const Index meant = document_.anchored(anchor);
  if (meant >= item) fail(item, "there is no node of this number before it");
  if (document_[meant].end > item) fail(item, "it holds itself");
  if (document_[meant].is(Kind::scalar)) return content(meant, types);
  // What it means lies outside the part that is read: it is read here.
  if (anchor >= is_known_.size() || !is_known_[anchor]) return value(meant, types);
  if (anchors_[anchor].open && mistakes != nullptr) throw Told();  // what it means is wrong
  if (anchors_[anchor].open) fail(item, "it holds itself");
  return known(item, anchors_[anchor], types);
}

bool DocumentReader::is_shared_place(Types types, const Value& value) const {
  if (types.empty()) return takes_anything;
  return std::any_of(types.begin(), types.end(), [&](const Type* type) { return can_be_shared(*type, value); });
}

Value DocumentReader::known(Index item, const Known& known, Types types) {
  const bool is_shared = known.shared && is_shared_place(types, known.value);
  // Where any value may stand, nothing limits how lists nest: their copies are counted, too.
  const bool is_counted = types.empty() && !known.value.is(Value::Kind::node);
  if ((is_shared && !is_counted) || is_made_once(known.value)) return fitting(item, known.value, types);
  copies_ += count_values(known.value);
  if (copies_ > kMostCopies) fail(item, "its aliases stand for too many values");
  return fitting(item, is_shared ? known.value : clone(known.value), types);
}

Value DocumentReader::content(Index item, Types types) {
  switch (document_[item].kind) {
    case Kind::scalar:
      return scalar(item, types);
    case Kind::sequence:
      return sequence(item, types);
    case Kind::mapping:
      return mapping(item, types);
    case Kind::alias:
      return aliased(item, types);
  }
  return {};
}

Value DocumentReader::scalar(Index item, Types types) {
  const Item& read = document_[item];
  const Type* only = types.size() == 1 ? &types[0]->opened() : nullptr;
  if ((only == nullptr || only->kind == TypeKind::variant) &&
      (read.style == Item::Style::quoted || plain_scalar(read.text()).is(Value::Kind::string)))
    if (Value named = named_beside_texts(types, read.text()); !named.absent()) return named;
  if (read.style == Item::Style::quoted ||
      (read.style == Item::Style::key && (only == nullptr || detail::is_text(*only))))
    return fitting(item, Value(std::string(read.text())), types, function_hint(read.text(), only));
  return read.style == Item::Style::word ? word(item, types) : plain(item, read.text(), types);
}

/// What the text stands for that is not quoted.
Value DocumentReader::plain(Index item, std::string_view text, Types types) {
  if (text == "???") fail(item, "`???` stands for a value that is still to be given");
  if (text.find("${") != std::string_view::npos) fail(item, std::string(kUnresolved));
  const Type* only = types.size() == 1 ? &types[0]->opened() : nullptr;
  Value plain = plain_scalar(text);
  if (plain.null() && takes_monostate(types)) return wrap(std::monostate());
  std::string hint;
  if (!plain.is(Value::Kind::string) && only != nullptr) {
    if (only->kind == TypeKind::codec && !plain.null()) return fitting(item, Value(std::string(text)), types);
    if (only->kind == TypeKind::text || only->kind == TypeKind::character) hint = "quote it to make it a string";
  }
  if (plain.is(Value::Kind::string) && only != nullptr) hint = hint_for(text, *only);
  if (plain.is(Value::Kind::string) && hint.empty()) hint = function_hint(text, only);
  if (only == &type_of<long double> && (plain.is(Value::Kind::real) || plain.is(Value::Kind::string)))
    if (long_real(text, plain)) return fitting(item, std::move(plain), types);
  return fitting(item, std::move(plain), types, hint);
}

Value DocumentReader::sequence(Index item, Types types) {
  std::vector<const Type*> wanted;
  for (const Type* type : types) {
    const Type& inner = type->opened();
    if (inner.kind == TypeKind::sequence || inner.kind == TypeKind::tuple) wanted.push_back(&inner);
    if (inner.kind == TypeKind::variant && wanted.empty()) return sequence(item, inner.parts);
  }
  if (wanted.empty() && !types.empty()) fail(item, "expected " + type_names(types) + ", found a sequence");
  std::size_t size = 0;
  const Index end = document_[item].end;
  for (Index element = item + 1; element < end; element = document_[element].end) ++size;
  if (wanted.size() == 1 && wanted[0]->kind == TypeKind::tuple && wanted[0]->parts.size() != size)
    fail(item, "expected " + std::to_string(wanted[0]->parts.size()) + " elements for " + wanted[0]->name() +
                   ", found " + std::to_string(size));
  Value::List list;
  list.reserve(size);
  std::vector<const Type*> inner;
  std::size_t index = 0;
  for (Index element = item + 1; element < end; element = document_[element].end, ++index) {
    inner.clear();
    for (const Type* type : wanted) {
      if (type->kind == TypeKind::sequence) inner.push_back(type->parts[0]);
      if (type->kind == TypeKind::tuple && type->parts.size() == size) inner.push_back(type->parts[index]);
    }
    tried([&] { list.push_back(below({.index = index}, element, inner)); });
  }
  if (list.size() < index) throw Told();
  return fitting(item, Value(std::move(list)), types);
}

/// The entries of a map that were read.
class DocumentReader::Entries {
 public:
  /// False where the key is there already.
  bool add(Value key) {
    if (keys_.has(key)) return false;
    map.emplace_back(std::move(key), Value());
    keys_.add_last();
    return true;
  }

  Value::Map map;
  bool are_right = true;

 private:
  KeyIndex keys_{map};
};

void DocumentReader::entry(Index key, Index entry, Types parts, Entries& entries) {
  const bool is_read = tried([&] {
    Value name = this->key(key, parts.empty() ? parts : parts.subspan(0, 1));
    const std::string text = name.text();
    if (!entries.add(std::move(name))) fail(key, "the key " + text + " is there twice");
    auto& made = entries.map.back();
    made.second = below({.key = &made.first}, entry, parts.empty() ? parts : parts.subspan(1, 1));
  });
  entries.are_right = entries.are_right && is_read;
}

Value DocumentReader::map(Index item, Types parts, Types types) {
  Entries entries;
  for (Index key = item + 1; key < document_[item].end;) {
    const Index value = document_[key].end;
    entry(key, value, parts, entries);
    key = document_[value].end;
  }
  if (!entries.are_right) throw Told();
  return fitting(item, Value(std::move(entries.map)), types);
}

Value DocumentReader::map_of_pairs(Index item, Index pairs, Types parts, Types types) {
  if (!document_[pairs].is(Kind::sequence)) fail(pairs, "_map_ is a sequence of pairs, not " + shown(pairs));
  Entries entries;
  for (Index pair = pairs + 1; pair < document_[pairs].end; pair = document_[pair].end) {
    const Index first = pair + 1;
    const bool is_pair = document_[pair].is(Kind::sequence) && first < document_[pair].end &&
                         document_[first].end < document_[pair].end &&
                         document_[document_[first].end].end == document_[pair].end;
    if (!is_pair) fail(pair, "_map_ is a sequence of pairs: expected a key and a value");
    entry(first, document_[first].end, parts, entries);
  }
  if (!entries.are_right) throw Told();
  return fitting(item, Value(std::move(entries.map)), types);
}

Value read_value(const Document& document, Document::Index item, Types types, std::string_view path,
                 bool takes_anything, Mistakes* mistakes) {
  DocumentReader reader(document, path);
  reader.takes_anything = takes_anything;
  reader.mistakes = mistakes;
  return reader.value(item, types);
}

NodePtr read_root(const Document& document, Document::Index item, const Wanted& wanted, Mistakes* mistakes) {
  DocumentReader reader(document);
  reader.mistakes = mistakes;
  return reader.root(item, wanted);
}

}  // namespace run::detail
