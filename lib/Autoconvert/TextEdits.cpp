#include "TextEdits.h"

#include <algorithm>
#include <map>

#include "clang/Format/Format.h"
#include "clang/Tooling/Core/Replacement.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace autoconvert {

namespace {

constexpr llvm::StringLiteral Mark = "\xef\xbb\xbf";

// The lines of the file end in one way: that of its first one.
std::string withLineEnds(const std::string& Text, bool IsCrLf) {
  if (!IsCrLf) return Text;
  std::string Out;
  for (std::size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] == '\n' && (I == 0 || Text[I - 1] != '\r')) Out += '\r';
    Out += Text[I];
  }
  return Out;
}

format::FormatStyle styleOf(const std::string& Path, llvm::StringRef Text) {
  llvm::Expected<format::FormatStyle> Style = format::getStyle("file", Path, "none", Text);
  if (Style) return *Style;
  llvm::consumeError(Style.takeError());
  return format::getNoStyle();
}

}  // namespace

bool applyEdits(const std::string& Path, const FileDraft& Of, std::string& Into, std::string& Problem) {
  llvm::StringRef Text = Of.Original;
  const unsigned Skipped = Text.consume_front(Mark) ? static_cast<unsigned>(Mark.size()) : 0;
  const std::size_t Break = Text.find('\n');
  const bool IsCrLf = Break != llvm::StringRef::npos && Break > 0 && Text[Break - 1] == '\r';
  const format::FormatStyle Style = styleOf(Path, Text);

  std::vector<TextEdit> Edits;
  // In front of what else is inserted there.
  tooling::HeaderIncludes Headers(Path, Text, Style.IncludeStyle);
  for (const std::string& Include : Of.Includes)
    if (const auto Added = Headers.insert(llvm::StringRef(Include).drop_front().drop_back(), Include.front() == '<',
                                          tooling::IncludeDirective::Include))
      Edits.push_back({Added->getOffset(), Added->getOffset() + Added->getLength(),
                       withLineEnds(Added->getReplacementText().str(), IsCrLf)});
  for (const TextEdit& E : Of.Edits) {
    const TextEdit Moved = {E.Begin - Skipped, E.End - Skipped, withLineEnds(E.Text, IsCrLf)};
    // Two sources may see the same declaration in a header.
    if (std::find(Edits.begin(), Edits.end(), Moved) == Edits.end()) Edits.push_back(Moved);
  }
  // Insertions at one place stay in their order.
  std::multimap<std::pair<unsigned, unsigned>, const std::string*> Ordered;
  for (const TextEdit& E : Edits) Ordered.emplace(std::pair(E.Begin, E.End), &E.Text);

  std::string Code;
  std::vector<tooling::Range> Changed;
  unsigned At = 0;
  for (const auto& [Where, New] : Ordered) {
    if (Where.first < At) {
      Problem = "two changes of '" + Path + "' overlap: nothing is rewritten";
      return false;
    }
    Code.append(Text.data() + At, Where.first - At);
    Changed.emplace_back(static_cast<unsigned>(Code.size()), static_cast<unsigned>(New->size()));
    Code += *New;
    At = Where.second;
  }
  Code.append(Text.data() + At, Text.size() - At);
  if (Edits.empty() || Style.DisableFormat) {
    Into = (Skipped != 0 ? Mark.str() : "") + Code;
    return true;
  }
  const tooling::Replacements Formatted = format::reformat(Style, Code, Changed, Path);
  llvm::Expected<std::string> Result = tooling::applyAllReplacements(Code, Formatted);
  if (!Result) {
    Problem = "cannot format '" + Path + "': " + llvm::toString(Result.takeError());
    return false;
  }
  Into = (Skipped != 0 ? Mark.str() : "") + *Result;
  return true;
}

}  // namespace autoconvert
