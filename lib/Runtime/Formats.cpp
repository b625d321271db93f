// Files and texts of every format <=> configurations: each parser makes a Document, which one reader takes; one writer
// makes a Document, which each printer takes.
#include "run/formats.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "DocumentReader.h"
#include "DocumentWriter.h"
#include "run/editable.h"
#include "run/error.h"
#include "run/node.h"
#include "run/path.h"

namespace run::detail {
namespace {

Document parse(Source source, std::string_view name, Format format) {
  switch (format) {
    case Format::yaml:
      return parse_yaml(std::move(source), name);
    case Format::json:
      return parse_json(std::move(source), name);
    case Format::toml:
      return parse_toml(std::move(source), name);
  }
  throw Error("there is no such format");
}

std::ptrdiff_t count_elements(const Document& document, Document::Index sequence) {
  std::ptrdiff_t count = 0;
  for (Document::Index at = sequence + 1; at < document[sequence].end; at = document[at].end) ++count;
  return count;
}

/// As in a path: from 0, or from the end where it is negative.
Document::Index element(const Document& document, Document::Index sequence, const std::string& number) {
  std::ptrdiff_t index = 0;
  const char* end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, index);
  if (error != std::errc() || stop != end) return document.size();
  const std::ptrdiff_t count = count_elements(document, sequence);
  if (index < 0) index += count;
  if (index < 0 || index >= count) return document.size();
  Document::Index at = sequence + 1;
  for (; index > 0; --index) at = document[at].end;
  return at;
}

/// `; did you mean `x`?`, where the mapping has a key that is called nearly so; how many elements a sequence has.
std::string hint_at(const Document& document, Document::Index item, std::string_view name) {
  if (item < document.size() && document[item].is(Item::Kind::sequence))
    return ": it has " + std::to_string(count_elements(document, item)) + " elements";
  std::vector<std::string_view> keys;
  if (item < document.size() && document[item].is(Item::Kind::mapping))
    for (Document::Index key = item + 1; key < document[item].end; key = document[document[key].end].end)
      keys.push_back(document[key].text());
  return did_you_mean(nearest(name, keys));
}

}  // namespace

Document::Index section_of(const Document& document, const std::string& section) {
  Document::Index item = 0;
  if (section.empty()) return item;
  std::string path;
  for (const PathStep& step : parse_path(section)) {
    if (document[item].is(Item::Kind::alias)) item = document.anchored(document[item].anchor);
    const bool is_list = item < document.size() && document[item].is(Item::Kind::sequence);
    const Document::Index next = item == document.size() ? item
                                 : is_list               ? element(document, item, step.text)
                                                         : document.find(item, step.text);
    if (next == document.size())
      throw Error(document.name() + ": there is no `" + step.text + "`" + (path.empty() ? "" : " in `" + path + "`") +
                  hint_at(document, item, step.text));
    item = next;
    path = join(path, is_list ? "[" + step.text + "]" : step.text);
  }
  return item;
}

FileName split_section(const std::string& file_and_section) {
  std::error_code ignored;
  if (std::filesystem::exists(file_and_section, ignored)) return {file_and_section, {}};
  // Behind the first name of a file: there may be a colon in a key.
  std::size_t colon = file_and_section.rfind(':');
  for (const std::string_view end : {".yaml:", ".yml:", ".json:", ".toml:"})
    if (const std::size_t found = file_and_section.find(end); found != std::string::npos)
      colon = std::min(colon, found + end.size() - 1);
  if (colon == std::string::npos || colon == 0) return {file_and_section, {}};
  return {file_and_section.substr(0, colon), file_and_section.substr(colon + 1)};
}

Format format_of(std::string_view file_and_section) {
  const std::string file = split_section(std::string(file_and_section)).file;
  const std::string_view name = file;
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return Format::yaml;
  if (name.ends_with(".json")) return Format::json;
  if (name.ends_with(".toml")) return Format::toml;
  throw Error(file + ": expected a file named .yaml, .yml, .json or .toml");
}

std::string to_text(Node& root, Format format, const WriteOptions& options) {
  if (format == Format::json && options.comments) throw Error("JSON has no comments");
  if (options.defaults) {
    const NodePtr full = clone(NodePtr(&root));
    materialize_defaults(Spot{.root = full.get(), .node = full.get()});
    return to_text(*full, format, {.comments = options.comments});
  }
  const Document document = write_document(root, options.comments);
  switch (format) {
    case Format::yaml:
      return print_yaml(document);
    case Format::json:
      return print_json(document);
    case Format::toml:
      return print_toml(document);
  }
  throw Error("there is no such format");
}

NodePtr from_text(std::string_view text, std::string_view name, Format format, const Wanted& wanted) {
  return read_root(parse(text, name, format), 0, wanted);
}

NodePtr from_file(const std::string& file_and_section, Format format, const Wanted& wanted) {
  const FileName name = split_section(file_and_section);
  const Document document = parse(read_file(name.file), name.file, format);
  return read_root(document, section_of(document, name.section), wanted);
}

Value value_of_file(Types types, const std::string& file_and_section, const std::string& path, bool takes_anything) {
  const FileName name = split_section(file_and_section);
  const Format format = format_of(name.file);
  const Document document = parse(read_file(name.file), name.file, format);
  return read_value(document, section_of(document, name.section), types, path, takes_anything);
}

Value value_of_text(Types types, std::string_view text, const std::string& path) {
  if (types.size() == 1 && types[0]->opened().kind == TypeKind::text) return Value(std::string(text));
  try {
    return read_value(parse_yaml(text, ""), 0, types, path);
  } catch (const Error& error) {
    const std::string message = error.what();
    throw Error(message.starts_with(path) ? message : path + ": " + message);
  }
}

}  // namespace run::detail
