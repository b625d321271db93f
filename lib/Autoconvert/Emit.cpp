#include "Emit.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace autoconvert {

namespace {

/// The lines of a text that grows: each is counted once.
class LineCount {
 public:
  unsigned in(const std::string& Text) {
    const auto From = Text.begin() + static_cast<std::ptrdiff_t>(Counted);
    Lines += static_cast<unsigned>(std::count(From, Text.end(), '\n'));
    Counted = Text.size();
    return Lines;
  }

 private:
  unsigned Lines = 0;
  std::size_t Counted = 0;
};

// The identifiers of a text, outside of its string literals.
std::set<std::string> identifiersOf(const std::string& Text) {
  std::set<std::string> Found;
  const auto isWord = [](char C) { return std::isalnum(static_cast<unsigned char>(C)) != 0 || C == '_'; };
  for (std::size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] == '"') {
      for (++I; I < Text.size() && Text[I] != '"'; ++I)
        if (Text[I] == '\\') ++I;
    } else if (isWord(Text[I])) {
      const std::size_t Begin = I;
      while (I < Text.size() && isWord(Text[I])) ++I;
      Found.insert(Text.substr(Begin, I-- - Begin));
    }
  }
  return Found;
}

// Without a compiler's words on what is no business of the user's.
std::string quietly(const std::vector<std::string>& Warnings, const std::string& Text) {
  if (Warnings.empty()) return Text;
  std::string Quiet = "#pragma GCC diagnostic push\n";
  for (const std::string& Warning : Warnings) Quiet += "#pragma GCC diagnostic ignored \"-W" + Warning + "\"\n";
  return Quiet + Text + "#pragma GCC diagnostic pop\n";
}

// A file that includes its companion several times gets one part of it each time, in order.
std::string openStage(const ir::Unit& U, std::size_t Stage) {
  const std::string Guard = guardOf("COMPANION", U.Companion + (Stage == 0 ? "" : " " + std::to_string(Stage + 1)));
  const std::string Open = Stage == 0 ? "#ifndef " + Guard : "\n#elif !defined(" + Guard + ")";
  return Open + "\n#define " + Guard + "\n" + (Stage == 0 ? "\n" : "");
}

/// The first inclusion behind what is defined there; all else comes with the last one.
std::size_t stageOf(const ir::Unit& U, unsigned Defined) {
  const auto At = std::upper_bound(U.Inclusions.begin(), U.Inclusions.end(), Defined);
  if (U.Inclusions.empty()) return 0;
  return static_cast<std::size_t>(std::min(At, std::prev(U.Inclusions.end())) - U.Inclusions.begin());
}

/// The user's macros with the names that a text of ours has mean nothing between the two.
struct Hidden {
  std::string Open;
  std::string Close;
};

/// But for those that the text itself says.
Hidden hidden(const std::set<std::string>& Names, const std::map<std::string, ir::Macro>& Macros,
              const std::optional<std::set<std::string>>& Said = std::set<std::string>()) {
  Hidden Of;
  if (!Said) return Of;
  for (const std::string& Name : Names) {
    if (!Macros.contains(Name) || Said->contains(Name)) continue;
    Of.Open += "#pragma push_macro(\"" + Name + "\")\n#undef " + Name + "\n";
    Of.Close += "#pragma pop_macro(\"" + Name + "\")\n";
  }
  return Of;
}

// The macros that the recipe's own text says, and those that these say in their turn; nothing if they may say any.
std::optional<std::set<std::string>> saidBy(const ir::Recipe& R, const std::map<std::string, ir::Macro>& Macros) {
  std::string Text = R.Source->substr(R.Body.Begin, R.Body.End - R.Body.Begin);
  for (const auto* Parameters : {&R.Parameters, &R.Declared})
    for (const ir::Parameter& P : *Parameters) {
      Text += "\n" + P.Text;
      if (P.Default)
        Text += "\n" + P.Source->substr(P.Default->Where.Begin, P.Default->Where.End - P.Default->Where.Begin);
    }
  std::replace(Text.begin(), Text.end(), '"', ' ');  // what looks like one in a string does no harm
  std::set<std::string> Said;
  std::set<std::string> Next = identifiersOf(Text);
  while (!Next.empty()) {
    const auto Found = Macros.find(Next.extract(Next.begin()).value());
    if (Found == Macros.end() || !Said.insert(Found->first).second) continue;
    if (Found->second.Pastes) return std::nullopt;
    Next.insert(Found->second.Says.begin(), Found->second.Says.end());
  }
  return Said;
}

// What a companion says of one thing of the user's.
std::string part(const std::string& Text, bool NamesDeprecated, const ir::Unit& U) {
  std::vector<std::string> Warnings;
  // Who uses what is deprecated is told where it is used; the targets only list it.
  if (NamesDeprecated) Warnings.push_back("deprecated-declarations");
  // The names of our parameters are not the user's concern, either.
  const std::set<std::string> Names = identifiersOf(Text);
  const auto isGlobal = [&](const std::string& Name) { return U.Globals.contains(Name); };
  if (std::any_of(Names.begin(), Names.end(), isGlobal)) Warnings.push_back("shadow");
  const Hidden Of = hidden(Names, U.Macros);
  return quietly(Warnings, Of.Open + Text + Of.Close);
}

}  // namespace

std::string withoutMacros(const std::string& Text, const std::map<std::string, ir::Macro>& Macros) {
  const Hidden Of = hidden(identifiersOf(Text), Macros);
  return Of.Open + Text + Of.Close;
}

Companion emit(const ir::Unit& U) {
  const bool IsSource = U.What == ir::Unit::Form::Source;
  Companion C;
  std::string& Header = C.Header;
  Header = "// Generated by run-autoconvert from " + U.FileName + ". Do not edit.\n";
  const std::size_t Stages = std::max<std::size_t>(U.Inclusions.size(), 1);
  // The header includes this file in its turn, where its functions need it.
  if (U.IncludesBack) Header += "#include \"" + U.FileName + "\"\n";
  const bool IsGuarded = U.IncludesBack || Stages > 1;
  Header += IsGuarded ? openStage(U, 0) : std::string("#pragma once\n\n");
  for (const std::string& Include : U.Includes) Header += "#include " + Include + "\n";
  Header += "#include <run/target.h>\n";
  std::string& Source = C.Source;
  const std::string SourceName = U.Companion.substr(0, U.Companion.size() - 1) + "cpp";
  if (IsSource)
    Source = "// Generated by run-autoconvert from " + U.FileName + ". Do not edit.\n#include \"" + U.FileName +
             "\"\n#include \"" + U.Companion + "\"\n";

  for (std::size_t Stage = 0; Stage < Stages; ++Stage) {
    if (Stage > 0) Header += openStage(U, Stage);
    // Types of the .cpp itself are known only where it is included.
    for (const ir::Enumeration& E : U.Enumerations)
      if (stageOf(U, E.Defined) == Stage)
        (IsSource && E.IsInMainFile ? Source : Header) += "\n" + part(emitEnumeration(E), E.NamesDeprecated, U);
    for (const ir::Target& T : U.Targets)
      if (stageOf(U, T.Defined) == Stage)
        (IsSource && T.IsInMainFile ? Source : Header) += "\n" + part(emitTarget(T), T.NamesDeprecated, U);
    for (const ir::FunctionName& F : U.Functions)
      if (stageOf(U, F.Defined) == Stage)
        (IsSource && F.IsInMainFile ? Source : Header) += "\n" + part(emitFunctionName(F), F.NamesDeprecated, U);
  }

  LineCount HeaderLines;
  LineCount SourceLines;
  for (const ir::Recipe& R : U.Recipes) {
    const std::string Link = part(emitRecipeLink(R), R.NamesDeprecated, U);
    const std::optional<std::set<std::string>> Said = saidBy(R, U.Macros);
    if (R.IsDeclaredInHeader) {
      const std::string Declaration = emitRecipeDeclaration(R);
      const Hidden Of = hidden(identifiersOf(Declaration), U.Macros, Said);
      Header += "\n" + Of.Open + Declaration + Of.Close + Link;
    }
    std::string& Into = R.IsInSource ? Source : Header;
    Into += "\n";
    const std::string& In = R.IsInSource ? SourceName : U.Companion;
    const Hidden Of = hidden(identifiersOf(emitRecipeDefinition(R, In, 0)), U.Macros, Said);
    Into += Of.Open;
    const unsigned Lines = (R.IsInSource ? SourceLines : HeaderLines).in(Into);
    Into += emitRecipeDefinition(R, In, Lines) + Of.Close;
    if (!R.IsDeclaredInHeader) Into += Link;
  }
  for (const std::string& Include : U.IncludesLast)
    Header += (&Include == &U.IncludesLast.front() ? "\n#include " : "#include ") + Include + "\n";
  if (IsGuarded) Header += "\n#endif\n";
  return C;
}

}  // namespace autoconvert
