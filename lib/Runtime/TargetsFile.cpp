#include "TargetsFile.h"

#include "Quoted.h"

namespace run::targets {
namespace {

/// JSON, one member or element a line.
class Json {
 public:
  explicit Json(std::string& text) : text_(text) {}

  template <class Members>
  void object(Members&& members) {
    within('{', '}', members);
  }
  template <class All, class Write>
  void list(std::string_view name, const All& all, Write&& write) {
    if (all.empty()) return;
    key(name);
    array(all, write);
  }
  template <class All, class Write>
  void array(const All& all, Write&& write) {
    within('[', ']', [&] {
      for (const auto& one : all) {
        begin();
        write(one);
      }
    });
  }
  void list(std::string_view name, const std::vector<std::string>& all) {
    list(name, all, [&](const std::string& one) { string(one); });
  }
  void member(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    key(name);
    string(value);
  }
  void flag(std::string_view name, bool value) {
    if (!value) return;
    key(name);
    text_ += "true";
  }
  template <class Number>
  void number(std::string_view name, Number value) {
    key(name);
    text_ += std::to_string(value);
  }
  void number_if_any(std::string_view name, std::uint64_t value) {
    if (value != 0) number(name, value);
  }
  void key(std::string_view name) {
    begin();
    string(name);
    text_ += ": ";
  }

 private:
  void begin() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
    text_ += '\n';
    text_.append(depth_ * 2, ' ');
  }

  template <class Content>
  void within(char open, char close, Content&& content) {
    text_ += open;
    ++depth_;
    is_first_ = true;
    content();
    --depth_;
    if (!is_first_) {
      text_ += '\n';
      text_.append(depth_ * 2, ' ');
    }
    is_first_ = false;
    text_ += close;
  }

  void string(std::string_view value) { detail::append_quoted(text_, value); }

  std::string& text_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
};

void write(Json& out, const std::vector<Parameter>& parameters) {
  out.list("parameters", parameters, [&](const Parameter& one) {
    out.object([&] {
      out.member("name", one.name);
      out.member("kind", one.kind);
      out.flag("is_field", one.is_field);
      out.list("types", one.types);
      out.number_if_any("bits", one.bits);
      out.member("default", one.initial);
      out.member("doc", one.doc);
      out.list("tags", one.tags);
    });
  });
}

void write(Json& out, const Place& where) {
  if (where.file.empty()) return;
  out.member("file", where.file);
  out.number("line", where.line);
}

void write(Json& out, const Signature& one) {
  out.object([&] {
    out.list("parameters", one.parameters);
    out.list("types", one.types);
    out.number("required", one.required);
    out.member("overload", one.overload);
  });
}

void write(Json& out, const Target& one) {
  out.object([&] {
    out.member("name", one.name);
    out.member("qualified", one.qualified);
    out.member("kind", one.kind);
    write(out, one.where);
    out.member("pointer", one.pointer);
    out.member("doc", one.doc);
    out.member("result", one.result);
    out.flag("filled_after", one.filled_after);
    out.number_if_any("required_members", one.required_members);
    out.list("bases", one.bases);
    write(out, one.parameters);
    out.list("signatures", one.signatures, [&](const Signature& signature) { write(out, signature); });
  });
}

void write(Json& out, const Function& one) {
  out.object([&] {
    out.member("name", one.name);
    out.member("qualified", one.qualified);
    out.member("pointer", one.pointer);
    out.member("overload", one.overload);
  });
}

void write(Json& out, const Type& one) {
  out.object([&] {
    out.member("kind", one.kind);
    out.flag("signed", one.is_signed);
    out.flag("shared", one.is_shared);
    out.number_if_any("size", one.size);
    out.number_if_any("extent", one.extent);
    out.list("parts", one.parts);
    if (one.enumerators.empty()) return;
    out.key("enumerators");
    out.object([&] {
      for (const auto& [name, number] : one.enumerators) out.number(name, number);
    });
  });
}

void write(Json& out, const Recipe& one) {
  out.object([&] {
    out.member("name", one.name);
    write(out, one.where);
    out.member("doc", one.doc);
    out.member("result", one.result);
    write(out, one.parameters);
  });
}

}  // namespace

std::string to_json(const File& file) {
  std::string text;
  Json out(text);
  const auto one = [&](const auto& each) { write(out, each); };
  out.object([&] {
    out.number("version", 1);
    out.key("targets");
    out.array(file.targets, one);
    out.list("functions", file.functions, one);
    out.key("types");
    out.object([&] {
      for (const auto& [name, type] : file.types) {
        out.key(name);
        write(out, type);
      }
    });
    out.list("recipes", file.recipes, one);
  });
  return text + "\n";
}

}  // namespace run::targets
