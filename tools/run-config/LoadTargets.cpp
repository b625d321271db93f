#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

#include "Scalar.h"
#include "Targets.h"
#include "TargetsFile.h"
#include "run/error.h"
#include "run/formats.h"
#include "run/target_info.h"

namespace run::files {

namespace {

using detail::Document;
using detail::intern;
using detail::Item;
using Index = Document::Index;

constexpr const auto& Kinds = targets::kTypeKinds;

/// What a constructor or function must be given.
using Required = std::vector<std::size_t>;

std::unordered_map<const TargetInfo*, std::vector<Required>>& requirements() {
  static auto& All = *new std::unordered_map<const TargetInfo*, std::vector<Required>>;
  return All;
}

/// A text of a class that is a value: what the class makes of it is for the program to say.
Value keepText(std::string_view Text) { return Value(std::string(Text)); }

void fillNothing(void*, Built&) {}

class Loader {
 public:
  explicit Loader(const Document& Text) : D(Text) {}

  void load() {
    if (!D[0].is(Item::Kind::mapping) || number(0, "version") != 1)
      D.fail(Index{0}, "expected what run-autoconvert print --targets --format=json writes, of version 1");
    types(member(0, "types", Item::Kind::mapping));
    const Index Targets = member(0, "targets", Item::Kind::sequence);
    for (Index Target = Targets + 1; Target < D[Targets].end; Target = D[Target].end) target(Target);
    each(0, "functions", [&](Index Function) { function(Function); });
  }

 private:
  // What lives as long as the process.
  template <class T>
  static std::deque<T>& kept() {
    static auto& All = *new std::deque<T>;
    return All;
  }

  Index find(Index Mapping, std::string_view Key, Item::Kind Kind) const {
    const Index Found = D.find(Mapping, Key);
    if (Found != D.size() && !D[Found].is(Kind)) D.fail(Found, "`" + std::string(Key) + "` is something else");
    return Found;
  }
  Index member(Index Mapping, std::string_view Key, Item::Kind Kind) const {
    const Index Found = find(Mapping, Key, Kind);
    if (Found == D.size()) D.fail(Mapping, "`" + std::string(Key) + "` is missing");
    return Found;
  }
  /// Empty where it is not there.
  std::string_view text(Index Mapping, std::string_view Key) const {
    const Index Found = find(Mapping, Key, Item::Kind::scalar);
    return Found == D.size() ? std::string_view() : std::string_view(intern(D[Found].text()));
  }
  std::int64_t number(Index Mapping, std::string_view Key) const {
    const Index Found = find(Mapping, Key, Item::Kind::scalar);
    return Found == D.size() ? 0 : integer(Found);
  }
  std::int64_t integer(Index At) const {
    const Value Number = D[At].plain() ? detail::plain_scalar(D[At].text()) : Value();
    if (!Number.is(Value::Kind::integer)) D.fail(At, "expected an integer");
    return Number.integer();
  }
  bool flag(Index Mapping, std::string_view Key) const { return text(Mapping, Key) == "true"; }
  /// Calls Visit with each element; none where the key is not there.
  template <class Function>
  void each(Index Mapping, std::string_view Key, Function&& Visit) const {
    const Index Found = find(Mapping, Key, Item::Kind::sequence);
    if (Found == D.size()) return;
    for (Index Element = Found + 1; Element < D[Found].end; Element = D[Element].end) Visit(Element);
  }

  void types(Index Mapping) {
    for (Index Key = Mapping + 1; Key < D[Mapping].end; Key = D[D[Key].end].end) {
      const std::string_view Name = intern(D[Key].text());
      // These are known by their address.
      if (Name == "const char*" || Name == "const char *") {
        Types[Name] = &type_of<const char*>;
      } else if (Name == "long double") {
        Types[Name] = &type_of<long double>;
      } else if (Name == "std::monostate") {
        Types[Name] = &type_of<std::monostate>;
      } else if (Name == "void") {
        Types[Name] = &type_of<void>;
      } else {
        Type& Made = kept<Type>().emplace_back();
        Made.spelling = Name;
        Types[Name] = &Made;
        Open.emplace_back(&Made, D[Key].end);
      }
    }
    for (const auto& [Made, Description] : Open) type(*Made, Description);
    checkCycles();
  }

  /// A type is made of others: the library follows its parts to their end.
  void checkCycles() const {
    enum class State { Unseen, Begun, Done };
    std::unordered_map<const Type*, State> States;
    for (const auto& [Root, Description] : Open) {
      std::vector<const Type*> Way{Root};
      while (!Way.empty()) {
        const Type* At = Way.back();
        if (States[At] != State::Unseen) {
          States[At] = State::Done;
          Way.pop_back();
          continue;
        }
        States[At] = State::Begun;
        for (const Type* Part : At->parts) {
          if (States[Part] == State::Begun)
            D.fail(Description, "`" + std::string(Part->spelling) + "` is a part of itself");
          if (States[Part] == State::Unseen) Way.push_back(Part);
        }
      }
    }
  }

  void type(Type& Made, Index Description) {
    const std::string_view Word = text(Description, "kind");
    const auto Kind = std::find(Kinds.begin(), Kinds.end(), Word);
    if (Kind == Kinds.end()) D.fail(Description, "there is no kind `" + std::string(Word) + "` of types");
    Made.kind = static_cast<TypeKind>(Kind - Kinds.begin());
    Made.is_signed = flag(Description, "signed");
    Made.is_shared = flag(Description, "shared");
    Made.size = static_cast<std::uint8_t>(size(Description, Made.kind));
    Made.bits = static_cast<std::uint8_t>(8 * Made.size);
    Made.extent = static_cast<std::size_t>(number(Description, "extent"));
    if (Made.kind == TypeKind::codec) Made.parse = &keepText;
    std::vector<const Type*>& Parts = kept<std::vector<const Type*>>().emplace_back();
    each(Description, "parts", [&](Index Part) { Parts.push_back(&typeNamed(Part)); });
    Made.parts = Parts;
    const std::size_t Needed = Made.kind == TypeKind::map ? 2
                               : Made.kind == TypeKind::sequence || Made.kind == TypeKind::optional ||
                                       Made.kind == TypeKind::holder || Made.kind == TypeKind::variant
                                   ? 1
                                   : 0;
    if (Parts.size() < Needed) D.fail(Description, "`parts` is missing");
    if (Made.kind == TypeKind::enumeration) enumeration(Made, Description);
  }

  std::int64_t size(Index Description, TypeKind Kind) const {
    const std::int64_t Bytes = number(Description, "size");
    const bool IsInteger = Kind == TypeKind::integer || Kind == TypeKind::enumeration;
    if (!IsInteger && Kind != TypeKind::real) return 0;
    const bool Is = Bytes == 4 || Bytes == 8 || (IsInteger && (Bytes == 1 || Bytes == 2));
    if (!Is) D.fail(Description, "`size` is a number of bytes, not " + std::to_string(Bytes));
    return Bytes;
  }

  void enumeration(Type& Made, Index Description) {
    const Index All = find(Description, "enumerators", Item::Kind::mapping);
    if (All == D.size()) return;
    auto& Enumerators = kept<std::vector<std::pair<std::string_view, std::int64_t>>>().emplace_back();
    for (Index Key = All + 1; Key < D[All].end; Key = D[D[Key].end].end)
      Enumerators.emplace_back(intern(D[Key].text()), integer(D[Key].end));
    Made.enumeration = &kept<EnumInfo>().emplace_back(EnumInfo{Made.spelling, Enumerators});
  }

  const Type& typeNamed(Index At) const {
    const auto Found = Types.find(D[At].text());
    if (Found == Types.end()) D.fail(At, "there is no type `" + std::string(D[At].text()) + "` in `types`");
    return *Found->second;
  }

  void target(Index At) {
    TargetInfo& Info = kept<TargetInfo>().emplace_back();
    Info.name = text(At, "name");
    if (Info.name.empty()) D.fail(At, "`name` is missing");
    Info.qualified = text(At, "qualified");
    result(Info, typeNamed(member(At, "result", Item::Kind::scalar)));
    if (flag(At, "filled_after")) Info.fill = &fillNothing;
    std::vector<BaseInfo>& Bases = kept<std::vector<BaseInfo>>().emplace_back();
    each(At, "bases", [&](Index Base) { Bases.push_back({&typeNamed(Base), nullptr}); });
    Info.bases = Bases;
    std::vector<Parameter>& Parameters = kept<std::vector<Parameter>>().emplace_back();
    each(At, "parameters", [&](Index One) { Parameters.push_back(parameter(One)); });
    Info.parameters = Parameters;
    const bool IsFunction = text(At, "kind") == "function";
    if (IsFunction)
      // Never called: it tells this function from others.
      Info.function = {reinterpret_cast<void (*)()>(&Info), &typeNamed(member(At, "pointer", Item::Kind::scalar))};
    signatures(Info, At, IsFunction);
    if (IsFunction && Info.overload == nullptr) D.fail(At, "`signatures` is missing");
    detail::register_info(Info);
    if (IsFunction)
      detail::register_function({Info.name, Info.qualified, "(" + Info.overload->text() + ")", {Value(Info.function)}});
  }

  /// A function that is a value and no target. Never called: the address of its name tells it from others.
  void function(Index At) {
    const std::string_view Name = text(At, "name");
    if (Name.empty()) D.fail(At, "`name` is missing");
    const Type& Pointer = typeNamed(member(At, "pointer", Item::Kind::scalar));
    auto& Known = kept<std::string>().emplace_back(Name);
    Value Of(FunctionValue{reinterpret_cast<void (*)()>(&Known), &Pointer});
    if (Pointer.kind != TypeKind::function) {  // of a member
      auto& Ops = kept<OpaqueOps>().emplace_back(OpaqueOps{&Pointer, nullptr, nullptr, nullptr});
      Of = Value(Opaque{std::make_shared<std::string_view>(Known), &Ops, nullptr});
    }
    detail::register_function({Known, text(At, "qualified"), std::string(text(At, "overload")), {std::move(Of)}});
  }

  static void result(TargetInfo& Info, const Type& Result) {
    Info.result = &Result;
    Info.object = &Result;
    if (Result.kind == TypeKind::holder) {
      Info.holding = Result.is_shared ? Holding::shared : Holding::unique;
      Info.object = Result.parts[0];
    } else if (Result.kind == TypeKind::pointer && !Result.parts.empty()) {
      Info.holding = Holding::raw;
      Info.object = Result.parts[0];
    }
  }

  Parameter parameter(Index At) const {
    constexpr const auto& Words = targets::kParameterKinds;
    const auto Kind = std::find(Words.begin(), Words.end(), text(At, "kind"));
    if (Kind == Words.end()) D.fail(At, "`kind` is parameter, member, setter or field");
    std::vector<const Type*>& Takes = kept<std::vector<const Type*>>().emplace_back();
    each(At, "types", [&](Index One) { Takes.push_back(&typeNamed(One)); });
    if (Takes.empty()) D.fail(At, "`types` is missing");
    const bool IsNumber = Takes[0]->kind == TypeKind::integer || Takes[0]->kind == TypeKind::enumeration;
    if (const std::int64_t Bits = number(At, "bits"); Bits != 0 && IsNumber) {
      if (Bits < 0 || Bits > Takes[0]->bits) D.fail(At, "`bits` is how many of its type a bit-field has");
      Type& BitField = kept<Type>().emplace_back(*Takes[0]);
      BitField.bits = static_cast<std::uint8_t>(Bits);
      BitField.parts = kept<std::vector<const Type*>>().emplace_back(Takes);
      Takes[0] = &BitField;
    }
    std::string Tags;
    each(At, "tags", [&](Index Tag) { Tags += (Tags.empty() ? "" : ",") + std::string(D[Tag].text()); });
    Parameter Made{text(At, "name"), static_cast<ParameterKind>(Kind - Words.begin()), {}, Takes, flag(At, "is_field")};
    Made.initial.text = text(At, "default");
    Made.initial.doc = text(At, "doc");
    Made.initial.tags = intern(Tags);
    return Made;
  }

  void signatures(TargetInfo& Info, Index At, bool IsFunction) {
    std::vector<Required>& All = requirements()[&Info];
    each(At, "signatures", [&](Index Signature) {
      const auto Count = static_cast<std::size_t>(number(Signature, "required"));
      Required Needed;
      each(Signature, "parameters", [&](Index Name) {
        const std::size_t Parameter = Info.find(D[Name].text());
        if (Parameter == Info.parameters.size())
          D.fail(Name, "there is no parameter `" + std::string(D[Name].text()) + "`");
        if (Needed.size() < Count) Needed.push_back(Parameter);
      });
      All.push_back(std::move(Needed));
      if (IsFunction) {
        std::vector<OverloadInfo::Part>& Parts = kept<std::vector<OverloadInfo::Part>>().emplace_back();
        std::size_t Next = 0;
        each(Signature, "types", [&](Index One) {
          if (Next == Info.parameters.size()) D.fail(One, "there are more types than parameters");
          Parts.push_back({Info.parameters[Next++].types[0], passing(D[One].text())});
        });
        Info.overload = &kept<OverloadInfo>().emplace_back(OverloadInfo{Parts});
      } else if (const std::string_view Overload = text(Signature, "overload"); !Overload.empty()) {
        // `app::Shape(int)` says which constructor is meant.
        TargetInfo& Said = kept<TargetInfo>().emplace_back(Info);
        Said.name = intern(std::string(Info.name) + "(" + std::string(Overload) + ")");
        Said.qualified = {};
        requirements()[&Said] = {All.back()};
        detail::register_info(Said);
      }
    });
    if (const auto Members = static_cast<std::size_t>(number(At, "required_members")); Members > 0) {
      Required Needed;
      for (std::size_t I = 0; I < Members && I < Info.parameters.size(); ++I) Needed.push_back(I);
      All.push_back(std::move(Needed));
    }
  }

  static OverloadInfo::Passing passing(std::string_view Type) {
    using Passing = OverloadInfo::Passing;
    if (Type.ends_with("&&")) return Passing::rvalue;
    if (Type.ends_with('&')) return Type.starts_with("const ") ? Passing::constant : Passing::lvalue;
    return Passing::value;
  }

  const Document& D;
  std::map<std::string_view, const Type*> Types;
  std::vector<std::pair<Type*, Index>> Open;
};

}  // namespace

void loadTargets(const std::string& Path) {
  const Document Text = detail::parse_json(detail::read_file(Path), Path);
  Loader(Text).load();
}

std::string missingArguments(const Node& N, std::span<const std::size_t> Unread) {
  const auto Known = requirements().find(N.target);
  if (N.kind != NodeKind::config || Known == requirements().end() || Known->second.empty()) return {};
  std::string All;
  for (const Required& Needed : Known->second) {
    std::string Missing;
    for (const std::size_t Parameter : Needed)
      if (N.find(Parameter) == nullptr && std::find(Unread.begin(), Unread.end(), Parameter) == Unread.end())
        Missing += (Missing.empty() ? "`" : ", `") + std::string(N.target->parameters[Parameter].name) + "`";
    if (Missing.empty()) return {};
    All += (All.empty() ? "" : " or ") + Missing;
  }
  return All;
}

}  // namespace run::files
