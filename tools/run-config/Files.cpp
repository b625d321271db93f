#include "Files.h"

#include <new>

#include "Document.h"
#include "DocumentReader.h"
#include "NamedTarget.h"
#include "Targets.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/target_info.h"

namespace run::files {

namespace {

using detail::Document;

bool isStandard(const std::string& File) { return File == StandardStream || File == StandardInput; }

/// Of the standard input nobody says it.
Format formatOf(const std::string& File) { return isStandard(File) ? Format::yaml : detail::format_of(File); }

/// Throws Error where there is not enough memory, too, which not every file is worth.
template <class Action>
auto withMemoryFor(const std::string& FileAndSection, Action Read) {
  try {
    return Read();
  } catch (const std::bad_alloc&) {
    throw Error(detail::split_section(FileAndSection).file + ": there is not enough memory for it");
  }
}

/// Nobody says what it is: JSON, where it is that, or else YAML. Shared nodes are spelt otherwise in each.
Document parseStandardInput(std::string Text) {
  const std::size_t First = Text.find_first_not_of(" \t\r\n");
  if (First != std::string::npos && Text[First] == '{') {
    try {
      return detail::parse_json(std::string(Text), StandardInput);
    } catch (const Error&) {  // flow style of YAML, or a mistake, which YAML's parser tells
    }
  }
  return detail::parse_yaml(std::move(Text), StandardInput);
}

Document parse(const std::string& FileAndSection) {
  const std::string File = detail::split_section(FileAndSection).file;
  std::string Text = contentOf(FileAndSection);
  if (isStandard(File)) return parseStandardInput(std::move(Text));
  switch (formatOf(File)) {
    case Format::json:
      return detail::parse_json(std::move(Text), File);
    case Format::toml:
      return detail::parse_toml(std::move(Text), File);
    case Format::yaml:
      break;
  }
  return detail::parse_yaml(std::move(Text), File);
}

/// Holds a list, a map or a scalar that is a file's whole content; `Name` is what people are told that it is.
TargetInfo contentInfo(const Type& Name) {
  static const std::vector<Parameter> Content = {{"", ParameterKind::parameter, {}, {}}};
  TargetInfo Made;
  Made.parameters = Content;
  Made.result = &Name;
  Made.object = &Name;
  Made.is_container = true;
  return Made;
}

Type typeNamed(std::string_view Name) {
  Type Made;
  Made.spelling = Name;
  return Made;
}

NodePtr holding(Value Content) {
  static const Type Names[] = {typeNamed("list"), typeNamed("map"), typeNamed("value")};
  static const TargetInfo Infos[] = {contentInfo(Names[0]), contentInfo(Names[1]), contentInfo(Names[2])};
  const bool IsList = Content.is(Value::Kind::list);
  NodePtr Holder = Node::make(Infos[IsList ? 0 : Content.is(Value::Kind::map) ? 1 : 2], NodeKind::config, Location());
  Holder->set(0, std::move(Content), {});
  return Holder;
}

const TargetInfo& targetNamed(const std::string& Name) {
  const std::vector<const TargetInfo*> Found = detail::find_targets(Name);
  if (Found.size() == 1) return *Found.front();
  throw Error(Found.empty() ? detail::no_target(Name) : "there is more than one target `" + Name + "`");
}

/// The file as a configuration or partial, as it says, of a target or of what derives from it.
NodePtr rootOf(const Document& D, Document::Index At, const TargetInfo& Target, detail::Mistakes* Mistakes) {
  const Document::Index Said = D.find(At, "_partial_");
  const bool IsPartial = Said != D.size() && D[Said].text() == "true";
  return detail::read_root(D, At, {*Target.result, IsPartial ? NodeKind::partial : NodeKind::config, &Target},
                           Mistakes);
}

NodePtr readWith(detail::Mistakes* Mistakes, const std::string& FileAndSection, const std::string& Root) {
  const TargetInfo* Target = Root.empty() ? nullptr : &targetNamed(Root);
  const Document D = parse(FileAndSection);
  const Document::Index At = detail::section_of(D, detail::split_section(FileAndSection).section);
  if (Target != nullptr) return rootOf(D, At, *Target, Mistakes);
  Value Content = detail::read_value(D, At, {}, {}, true, Mistakes);
  return Content.is(Value::Kind::node) ? Content.node() : holding(std::move(Content));
}

}  // namespace

std::string contentOf(const std::string& FileAndSection) {
  const std::string File = detail::split_section(FileAndSection).file;
  if (!isStandard(File)) return detail::read_file(File);
  static const std::string Once = detail::read_file("/dev/stdin");  // a file is looked at several times
  return Once;
}

void know(const Known& What) {
  if (!What.Targets.empty()) return loadTargets(What.Targets);
  std::vector<Document> Documents;
  for (const std::string& File : What.Files) Documents.push_back(withMemoryFor(File, [&] { return parse(File); }));
  for (const std::string& Value : What.Values) {
    try {
      Documents.push_back(Value.starts_with('@') ? parse(Value.substr(1)) : detail::parse_yaml(Value, "<value>"));
    } catch (const Error&) {
      // It will be told when the value is read; and what is no YAML may be a text all the same.
    }
  }
  for (const std::string& Other : What.Others) Documents.push_back(detail::parse_json(contentOf(Other), Other));
  inferTargets(Documents, What.Names, !What.Others.empty());
}

NodePtr read(const std::string& FileAndSection, const std::string& Root) {
  return withMemoryFor(FileAndSection, [&] { return readWith(nullptr, FileAndSection, Root); });
}

std::vector<std::string> mistakesIn(const std::string& FileAndSection, const std::string& Root) {
  detail::Mistakes Mistakes(missingArguments);
  Mistakes.tried([&] {
    const NodePtr Whole = withMemoryFor(FileAndSection, [&] { return readWith(&Mistakes, FileAndSection, Root); });
    if (Whole->target->is_container && detail::reachable(*Whole).size() == 1 && Mistakes.found().empty())
      throw Error(FileAndSection + ": there is no _target_ in it, and nothing to check; --root says what it is");
  });
  std::vector<std::string> Found = Mistakes.found();
  if (Mistakes.are_enough()) Found.push_back(FileAndSection + ": there are too many mistakes: the rest is not told");
  return Found;
}

std::string written(Node& N, const std::string& Place, bool Comments) {
  return detail::to_text(N, formatOf(detail::split_section(Place).file), {.comments = Comments});
}

std::string written(const Value& V) {
  if (V.is(Value::Kind::string)) return V.string() + "\n";
  return detail::to_text(V.is(Value::Kind::node) ? *V.node() : *holding(V), Format::yaml, {});
}

}  // namespace run::files
