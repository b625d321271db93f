// target => the specialisation of run::Target.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>

#include "Emit.h"

namespace autoconvert {

namespace {

std::string fieldType(const ir::TargetArgument& A) {
  return A.Types.size() == 1 ? A.Types.front() : "::run::OneOf<" + joined(A.Types) + ">";
}

std::string get(const std::string& Type, unsigned Index) {
  return "args.get<" + Type + ">(" + std::to_string(Index) + ")";
}

/// A std::initializer_list of elements of that type.
std::string list(const std::string& Element, unsigned Index) {
  return "args.list<" + Element + ">(" + std::to_string(Index) + ")";
}

// A bit-field may hold less than its type.
std::string taken(const ir::TargetArgument& A, const std::string& Type, unsigned Index) {
  if (A.Bits == 0) return get(Type, Index);
  return "args.bits<" + Type + ", " + std::to_string(A.Bits) + ">(" + std::to_string(Index) + ")";
}

/// One way to call the target: the indexes of the arguments that it is given.
struct Call {
  std::vector<unsigned> Arguments;
  std::vector<std::string> Types;
  std::vector<std::string> ListElements = {};
  std::vector<std::string> Choice;  ///< as `choose` is told
  std::size_t Padding = 0;          ///< members without an initialiser that are left out
  std::string Overload;             ///< of which constructor, where targets say that
};

/// Of an aggregate whose initialisers read other members: all members are given, but for those whose initialisers only
/// the class can say.
std::vector<Call> callsByName(const ir::Target& T) {
  std::vector<unsigned> Untold;
  for (unsigned I = 0; I < T.Arguments.size(); ++I) {
    const ir::TargetArgument& A = T.Arguments[I];
    if (A.What == ir::TargetArgument::Kind::Member && !A.DefaultText.empty() && A.DefaultValue.empty())
      Untold.push_back(I);
  }
  // Each bit says that one of them is given.
  std::vector<std::uint64_t> Given;
  for (std::size_t I = 0; Untold.size() <= ir::kMostLeftOut && I < (1U << Untold.size()); ++I) Given.push_back(I);
  for (std::size_t I = 0; Untold.size() > ir::kMostLeftOut && I <= Untold.size(); ++I)
    Given.push_back((std::uint64_t(1) << I) - 1);
  std::vector<Call> Calls;
  for (const std::uint64_t Bits : Given) {
    Call& C = Calls.emplace_back();
    for (unsigned I = 0, Next = 0; I < T.Arguments.size(); ++I) {
      if (T.Arguments[I].What != ir::TargetArgument::Kind::Member) continue;
      if (Next < Untold.size() && Untold[Next] == I && (Bits >> Next++ & 1) == 0) continue;
      C.Arguments.push_back(I);
      C.Types.push_back(T.Arguments[I].Access);
      C.Choice.push_back(std::to_string(I));
    }
  }
  return Calls;
}

std::vector<Call> callsOf(const ir::Target& T) {
  // No braces make it where they cannot give what they must not leave out.
  const auto isMember = [](const ir::TargetArgument& A) { return A.What == ir::TargetArgument::Kind::Member; };
  if (T.IsAggregate && T.RequiredMembers > std::count_if(T.Arguments.begin(), T.Arguments.end(), isMember)) return {};
  if (T.IsByName) return callsByName(T);
  std::vector<Call> Calls;
  const auto add = [&](const std::vector<unsigned>& Arguments, const std::vector<std::string>& Types, std::size_t Count,
                       std::size_t Required) {
    Call C;
    for (std::size_t I = 0; I < Count; ++I) {
      C.Arguments.push_back(Arguments[I]);
      C.Types.push_back(Types[I]);
      const ir::TargetArgument& A = T.Arguments[Arguments[I]];
      // One name with several types: which of them this overload takes.
      std::string Kept = Types[I];
      if (Kept.rfind("const ", 0) == 0 && Kept.back() == '&') Kept = Kept.substr(6, Kept.size() - 7);
      const std::string Index = std::to_string(Arguments[I]);
      C.Choice.push_back(A.Types.size() > 1                  ? "{" + Index + ", ::run::type<" + Kept + ">}"
                         : A.IsDefaultOfSome && I < Required ? "::run::required(" + Index + ")"
                                                             : Index);
    }
    Calls.push_back(std::move(C));
  };
  if (T.IsAggregate) {
    std::vector<unsigned> Arguments;
    std::vector<std::string> Types;
    for (unsigned I = 0; I < T.Arguments.size(); ++I) {
      if (T.Arguments[I].What != ir::TargetArgument::Kind::Member) continue;
      Arguments.push_back(I);
      Types.push_back(T.Arguments[I].Access);
    }
    for (std::size_t Count = T.RequiredMembers; Count <= Arguments.size(); ++Count) {
      // Compilers warn about members that are left out and have no initialiser of their own: they are written as {}.
      const auto hasInitialiser = [&](std::size_t I) { return !T.Arguments[Arguments[I]].DefaultText.empty(); };
      std::size_t Next = Count;
      while (Next < Arguments.size() && !hasInitialiser(Next)) ++Next;
      bool IsQuiet = true;
      for (std::size_t I = Next; I < Arguments.size(); ++I) IsQuiet &= hasInitialiser(I);
      if (!IsQuiet) continue;
      add(Arguments, Types, Count, T.RequiredMembers);
      Calls.back().Padding = Count == 0 ? 0 : Next - Count;
    }
    return Calls;
  }
  for (const ir::Signature& S : T.Signatures) {
    for (std::size_t Count = S.Required; Count <= S.Arguments.size(); ++Count) {
      if (std::find(S.Ambiguous.begin(), S.Ambiguous.end(), Count) != S.Ambiguous.end()) continue;
      add(S.Arguments, S.Types, Count, S.Required);
      Calls.back().Overload = S.Overload;
      Calls.back().ListElements = S.ListElements;
    }
  }
  return Calls;
}

std::string callText(const ir::Target& T, const Call& C) {
  std::vector<std::string> Arguments;
  for (std::size_t I = 0; I < C.Arguments.size(); ++I) {
    const std::string Element = I < C.ListElements.size() ? C.ListElements[I] : "";
    const std::string Name = T.IsByName ? "." + T.Arguments[C.Arguments[I]].Member + " = " : "";
    Arguments.push_back(Element.empty() ? Name + taken(T.Arguments[C.Arguments[I]], C.Types[I], C.Arguments[I])
                                        : list(Element, C.Arguments[I]));
  }
  for (std::size_t I = 0; I < C.Padding; ++I) Arguments.emplace_back("{}");
  if (T.IsMember) {
    const std::string Object = "args.pointee(" + Arguments.front() + ")";
    Arguments.erase(Arguments.begin());
    return Object + "." + T.Callee + "(" + joined(Arguments) + ")";
  }
  return T.Callee + (T.IsAggregate ? "{" : "(") + joined(Arguments) + (T.IsAggregate ? "}" : ")");
}

// A parameter that nothing uses has no name.
std::string buildFunction(const ir::Target& T, const std::string& Body) {
  const bool IsUsed = Body.find("args.") != std::string::npos || Body.find("args)") != std::string::npos;
  const std::string Declared = std::string(" build(::run::Built&") + (IsUsed ? " args)" : ")");
  return "  static " + (T.IsResultBehind ? "auto" + Declared + " -> " + T.Result : T.Result + Declared) + " {\n" +
         Body + "  }\n";
}

std::string objectOf(const ir::TargetArgument& A) { return A.IsBehind ? "args.pointee(object)" : "object"; }

// Of an object some members may be set alone, and a list may grow. What the library assigns is compiled once for each
// type, not for each member: a class may have hundreds.
std::string assignment(const ir::TargetArgument& A, unsigned Index) {
  const std::string Object = objectOf(A);
  if (A.IsRenewed) return "args.renew(" + Object + "." + A.Member + ", " + std::to_string(Index) + ");\n";
  if (A.IsAssigned) return "args.assign(" + Object + "." + A.Member + ", " + std::to_string(Index) + ");\n";
  return Object + "." + A.Member + " = " + taken(A, A.Access, Index) + ";\n";
}

std::string buildFilled(const ir::Target& T) {
  std::string Fill;
  for (unsigned I = 0; I < T.Arguments.size(); ++I)
    if (T.Arguments[I].What == ir::TargetArgument::Kind::Member)
      Fill += "    if (args.has(" + std::to_string(I) + ")) " + assignment(T.Arguments[I], I);
  if (Fill.empty()) return buildFunction(T, "    return " + T.Callee + "();\n");
  return buildFunction(T, "    auto object = " + T.Callee + "();\n    fill(object, args);\n    return object;\n") +
         "  static void fill(" + T.Type + "& object, ::run::Built& args) {\n" + Fill + "  }\n";
}

std::string signaturesFunction(const std::vector<Call>& Calls, const std::vector<std::string>& Choices) {
  std::string Out =
      "  static const ::run::Signatures& signatures() {\n"
      "    static const ::run::Signatures all{\n";
  for (std::size_t I = 0; I < Calls.size(); ++I) Out += "        {" + Calls[I].Overload + ", " + Choices[I] + "},\n";
  return Out + "    };\n    return all;\n  }\n";
}

std::string formsType(const std::vector<Call>& Calls) {
  std::size_t Total = 0;
  for (const Call& C : Calls) Total += C.Choice.size();
  return "::run::CallForms<" + std::to_string(Calls.size()) + ", " + std::to_string(Total) + ">";
}

std::string buildByCall(const ir::Target& T) {
  const std::vector<Call> Calls = callsOf(T);
  if (Calls.empty()) return buildFunction(T, "    args.fail(\"no constructor of it takes named arguments\");\n");
  if (Calls.size() == 1) return buildFunction(T, "    return " + callText(T, Calls.front()) + ";\n");
  std::vector<std::string> Choices;
  for (const Call& C : Calls) Choices.push_back("{" + joined(C.Choice) + "}");
  // Where arguments do not always tell which constructor is meant, the library knows them all.
  const bool SaysOverloads = !Calls.front().Overload.empty();
  std::string Out = SaysOverloads ? "    switch (args.choose(signatures())) {\n"
                                  : "    static constexpr " + formsType(Calls) + " forms{" + joined(Choices) +
                                        "};\n    switch (args.choose(forms)) {\n";
  for (std::size_t I = 0; I < Calls.size(); ++I) {
    Out += I + 1 == Calls.size() ? "      default:\n" : "      case " + std::to_string(I) + ":\n";
    Out += "        return " + callText(T, Calls[I]) + ";\n";
  }
  return (SaysOverloads ? signaturesFunction(Calls, Choices) : "") + buildFunction(T, Out + "    }\n");
}

// object.x(args.get<int>(2)), by the overload whose type the value has.
std::string setterCall(const ir::TargetArgument& A, unsigned Index) {
  const std::string Object = objectOf(A);
  std::string Out;
  for (std::size_t I = 0; I < A.Calls.size(); ++I) {
    const ir::SetterCall& C = A.Calls[I];
    const bool IsLast = I + 1 == A.Calls.size();
    const std::string Indent(A.Calls.size() == 1 ? 8 : 10, ' ');
    if (A.Calls.size() > 1) Out += I == 0 ? "        if" : "        else" + std::string(IsLast ? "\n" : " if");
    if (!IsLast) Out += " (args.is<" + A.Types[I] + ">(" + std::to_string(Index) + "))\n";
    const std::string Given = C.ListElement.empty() ? get(C.Access, Index) : list(C.ListElement, Index);
    const std::string Call =
        (C.IsOfRvalue ? "::std::move(" + Object + ")." : Object + ".") + A.Member + "(" + Given + ")";
    if (C.MakesAnother)
      Out += Indent + Object + " = ::std::as_const(" + Object + ")." + A.Member + "(" + Given + ");\n";
    else
      Out += Indent + (C.IsDiscardNoted ? "static_cast<void>(" + Call + ")" : Call) + ";\n";
  }
  return Out;
}

std::string setFunction(const ir::Target& T) {
  std::string Cases;
  for (unsigned I = 0; I < T.Arguments.size(); ++I) {
    const ir::TargetArgument& A = T.Arguments[I];
    const bool IsField = A.What == ir::TargetArgument::Kind::Field;
    if (!IsField && !A.IsField && A.What != ir::TargetArgument::Kind::Setter) continue;
    Cases += "      case " + std::to_string(I) + ":\n";
    Cases += IsField || A.IsField ? "        " + assignment(A, I) : setterCall(A, I);
    Cases += "        break;\n";
  }
  if (Cases.empty()) return {};
  return "  static void set(" + T.Object +
         "& object, ::std::size_t parameter, ::run::Built& args) {\n"
         "    switch (parameter) {\n" +
         Cases + "      default:\n        break;\n    }\n  }\n";
}

}  // namespace

std::string guardOf(const std::string& Kind, const std::string& Of) {
  std::uint64_t Hash = 1469598103934665603U;
  std::string Name = "RUN_" + Kind;
  constexpr std::size_t Longest = 72;  // a signature may be without end; its hash tells it apart
  bool IsGap = true;
  for (const char C : Of) {
    Hash = (Hash ^ static_cast<unsigned char>(C)) * 1099511628211U;
    const bool IsWord = std::isalnum(static_cast<unsigned char>(C)) != 0;
    if (!IsWord) {
      IsGap = true;
      continue;
    }
    if (Name.size() >= Longest) continue;
    if (IsGap) Name += '_';
    IsGap = false;
    Name += C;
  }
  char Digits[24];
  const bool IsCut = Name.size() >= Longest;
  std::snprintf(Digits, sizeof Digits, IsCut ? "_%016llx" : "_%08llx",
                static_cast<unsigned long long>(IsCut ? Hash : Hash & 0xffffffffU));
  return Name + Digits;
}

std::string emitTarget(const ir::Target& T) {
  const std::string Guard = guardOf("TARGET", T.Identity.empty() ? T.Type : T.Identity);
  std::string Out = "#ifndef " + Guard + "\n#define " + Guard + "\n";
  // What fits a bit-field compilers do not know.
  bool HasBits = false;
  for (const ir::TargetArgument& A : T.Arguments) HasBits |= A.Bits != 0;
  if (HasBits) Out += "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wconversion\"\n";
  Out += "template <>\nstruct run::Target<" + T.Type + "> {\n";
  Out += "  static constexpr ::std::string_view name = " + quotedText(T.Name) + ";\n";
  if (!T.Qualified.empty())
    Out += "  static constexpr ::std::string_view qualified = " + quotedText(T.Qualified) + ";\n";
  if (!T.Doc.empty()) Out += "  static constexpr ::std::string_view doc = " + quotedText(T.Doc) + ";\n";
  if (T.Where.Line != 0) Out += emitPlace(T.Where);
  Out += "  struct Args {\n";
  for (const ir::TargetArgument& A : T.Arguments) Out += "    ::run::Arg<" + joined(A.Types) + "> " + A.Name + "{};\n";
  Out += "  };\n";
  std::string Handle = "self";
  for (bool IsTaken = true; IsTaken;) {
    IsTaken = false;
    for (const ir::TargetArgument& A : T.Arguments) IsTaken |= A.Name == Handle;
    if (IsTaken) Handle += '_';
  }
  Out += "  union Fields {\n    ::run::Handle " + Handle + ";\n";
  for (unsigned I = 0; I < T.Arguments.size(); ++I)
    Out +=
        "    ::run::Field<" + fieldType(T.Arguments[I]) + ", " + std::to_string(I) + "> " + T.Arguments[I].Name + ";\n";
  Out += "  };\n";
  Out += emitInitial(T) + emitParameters(T.Arguments);
  if (!T.Bases.empty()) Out += "  using Bases = ::run::Bases<" + joined(T.Bases) + ">;\n";
  if (T.IsPointer) Out += "  static constexpr bool is_pointer = true;\n";
  if (T.OnlyClaimsCopies) Out += "  static constexpr bool copyable = false;\n";
  if (!T.IsAbstract) Out += T.FillAfter ? buildFilled(T) : buildByCall(T);
  Out += setFunction(T);
  if (T.IsReadable) {
    bool HasAny = false;
    for (const ir::TargetArgument& A : T.Arguments) HasAny |= A.What == ir::TargetArgument::Kind::Member;
    Out += "  static void read(const " + T.Type + "&" + (HasAny ? " object" : "") + ", ::run::Reader&" +
           (HasAny ? " reader" : "") + ") {\n";
    for (unsigned I = 0; I < T.Arguments.size(); ++I)
      if (T.Arguments[I].What == ir::TargetArgument::Kind::Member)
        Out += "    reader(" + std::to_string(I) + ", object." + T.Arguments[I].Member + ");\n";
    Out += "  }\n";
  }
  Out += "};\n";
  if (HasBits) Out += "#pragma GCC diagnostic pop\n";
  // An abstract class is known as what others are: its arguments are theirs.
  if (T.IsAbstract) return Out + "#endif\n";
  Out += "template <>\ninline const bool run::registered<" + T.Type + "> = ::run::register_target<" + T.Type + ">();\n";
  return Out + "#endif\n";
}

std::string emitEnumeration(const ir::Enumeration& E) {
  const std::string Guard = guardOf("ENUM", E.Type);
  std::string Out = "#ifndef " + Guard + "\n#define " + Guard + "\n";
  Out += "template <>\nstruct run::Enum<" + E.Type + "> {\n";
  Out += "  static constexpr ::std::string_view name = " + quotedText(E.Name) + ";\n";
  if (!E.Enumerators.empty()) {
    Out += "  static constexpr ::std::pair<::std::string_view, " + E.Type + "> enumerators[] = {\n";
    for (const auto& [Name, Constant] : E.Enumerators) Out += "      {" + quotedText(Name) + ", " + Constant + "},\n";
    Out += "  };\n";
  }
  return Out + "};\n#endif\n";
}

std::string emitFunctionName(const ir::FunctionName& F) {
  const std::string Guard = guardOf("FUNCTION", F.Identity);
  std::string Names = quotedText(F.Name);
  if (!F.Qualified.empty()) Names += ", " + quotedText(F.Qualified);
  return "#ifndef " + Guard + "\n#define " + Guard + "\ntemplate <>\ninline const bool run::named<" + F.Pointer +
         "> = ::run::name_function<" + F.Pointer + ">(" + Names + ");\n#endif\n";
}

}  // namespace autoconvert
