#include "Suppress.h"

#include <vector>

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace clang;

namespace autoconvert {

namespace {

using llvm::StringRef;

enum class Reach { Line, NextLine, Begin, End };

struct Directive {
  Reach What;
  std::size_t Offset;
  std::size_t Line;
  StringRef Checks;  ///< what stands between the parentheses; "*" without them
};

std::vector<Directive> directivesOf(StringRef Buffer) {
  constexpr StringRef Word = "NOLINT";
  std::vector<Directive> All;
  std::size_t Line = 1;
  std::size_t Counted = 0;
  for (std::size_t At = Buffer.find(Word); At != StringRef::npos; At = Buffer.find(Word, At + Word.size())) {
    if (At != 0 && (llvm::isAlnum(Buffer[At - 1]) || Buffer[At - 1] == '_')) continue;
    StringRef Rest = Buffer.substr(At + Word.size());
    const Reach What = Rest.consume_front("NEXTLINE") ? Reach::NextLine
                       : Rest.consume_front("BEGIN")  ? Reach::Begin
                       : Rest.consume_front("END")    ? Reach::End
                                                      : Reach::Line;
    if (!Rest.empty() && (llvm::isAlnum(Rest.front()) || Rest.front() == '_')) continue;
    StringRef Checks = "*";
    if (Rest.consume_front("(")) Checks = Rest.substr(0, Rest.find_first_of(")\n"));
    Line += Buffer.slice(Counted, At).count('\n');
    Counted = At;
    All.push_back({What, At, Line, Checks});
  }
  return All;
}

// Names and globs; what begins with '-' is taken out again, and the last that matches decides.
bool names(StringRef Checks, StringRef Id) {
  bool Matches = false;
  llvm::SmallVector<StringRef, 4> Globs;
  Checks.split(Globs, ',');
  for (StringRef Text : Globs) {
    Text = Text.trim();
    const bool IsPositive = !Text.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Glob = llvm::GlobPattern::create(Text);
    if (!Glob)
      llvm::consumeError(Glob.takeError());
    else if (Glob->match(Id))
      Matches = IsPositive;
  }
  return Matches;
}

bool sameChecks(StringRef A, StringRef B) {
  const auto isSpace = [](char C) { return C == ' ' || C == '\t'; };
  std::string Plain[] = {A.str(), B.str()};
  for (std::string& Text : Plain) llvm::erase_if(Text, isSpace);
  return Plain[0] == Plain[1];
}

}  // namespace

Suppression suppressionOf(SourceLocation Where, StringRef Id, const SourceManager& SM) {
  if (Where.isInvalid()) return {};
  const auto [File, Offset] = SM.getDecomposedLoc(Where);
  const StringRef Buffer = SM.getBufferData(File);
  const std::size_t Line = Buffer.substr(0, Offset).count('\n') + 1;
  const std::vector<Directive> All = directivesOf(Buffer);
  Suppression Unended;
  for (std::size_t I = 0; I < All.size(); ++I) {
    const Directive& D = All[I];
    const bool IsHere = (D.What == Reach::Line && D.Line == Line) ||
                        (D.What == Reach::NextLine && D.Line + 1 == Line) || (D.What == Reach::Begin && D.Line <= Line);
    if (!IsHere || !names(D.Checks, Id)) continue;
    const SourceLocation Comment = SM.getLocForStartOfFile(File).getLocWithOffset(static_cast<int>(D.Offset));
    if (D.What != Reach::Begin) return {true, Comment};
    // Blocks nest: its end is the first that no inner block of the same names takes.
    const Directive* End = nullptr;
    unsigned Inner = 0;
    for (std::size_t J = I + 1; J < All.size() && End == nullptr; ++J) {
      if (!sameChecks(All[J].Checks, D.Checks)) continue;
      if (All[J].What == Reach::Begin) ++Inner;
      if (All[J].What == Reach::End && Inner-- == 0) End = &All[J];
    }
    if (End == nullptr)
      Unended = {false, Comment};
    else if (End->Line >= Line)
      return {true, Comment};
  }
  return Unended;
}

}  // namespace autoconvert
