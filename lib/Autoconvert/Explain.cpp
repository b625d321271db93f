#include "Explain.h"

#include "Finding.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

// docs/diagnostics.md, written into a source by the build.
extern const char* const DiagnosticsPage;

namespace {

using llvm::StringRef;

constexpr StringRef Fence = "```";

// `code` and [text](link) read as code and text.
std::string withoutMarks(StringRef Text) {
  std::string Plain;
  while (!Text.empty()) {
    const char C = Text.front();
    if (C == '`') {
      const std::size_t End = Text.find('`', 1);
      if (End != StringRef::npos) {
        Plain += Text.slice(1, End);
        Text = Text.substr(End + 1);
        continue;
      }
    }
    if (C == '[') {
      const std::size_t Middle = Text.find("](");
      const std::size_t End = Middle == StringRef::npos ? Middle : Text.find(')', Middle);
      if (End != StringRef::npos) {
        Plain += withoutMarks(Text.slice(1, Middle));
        Text = Text.substr(End + 1);
        continue;
      }
    }
    Plain += C;
    Text = Text.drop_front();
  }
  return Plain;
}

// The first sentence; "A warning." says nothing yet.
std::string summaryOf(StringRef Section) {
  StringRef Paragraph = Section.take_until([](char C) { return C == '\n'; });
  Paragraph.consume_front("A warning. ");
  return withoutMarks(Paragraph.split(". ").first.rtrim('.'));
}

std::vector<Explanation> sections(StringRef Page) {
  std::vector<Explanation> All;
  constexpr StringRef Heading = "\n## run-";
  for (std::size_t At = Page.find(Heading); At != StringRef::npos;) {
    const std::size_t Next = Page.find(Heading, At + 1);
    const auto [Id, Text] = Page.slice(At + 4, Next).split('\n');
    All.push_back({Id.trim().str(), summaryOf(Text.trim()), Text.trim().str()});
    At = Next;
  }
  return All;
}

// What a fenced block shows, by the words behind its fence.
StringRef titleOf(StringRef Words) {
  if (Words.contains(" refuse ")) return "Refused:";
  if (Words.contains(" warn ")) return "Warned about:";
  if (Words.ends_with(" good")) return "Fine:";
  if (Words.ends_with(" says")) return "The tool says:";
  return "";
}

std::string wrapped(StringRef Text, std::size_t Width) {
  std::string Lines;
  std::size_t Column = 0;
  llvm::SmallVector<StringRef, 64> Words;
  Text.split(Words, ' ', -1, /*KeepEmpty=*/false);
  for (const StringRef Word : Words) {
    if (Column != 0 && Column + 1 + Word.size() > Width) {
      Lines += '\n';
      Column = 0;
    } else if (Column != 0) {
      Lines += ' ';
      ++Column;
    }
    Lines += Word;
    Column += Word.size();
  }
  return Lines;
}

std::size_t longestId() {
  std::size_t Longest = 0;
  for (const RuleText& R : allRules()) Longest = std::max(Longest, StringRef(R.Id).size());
  return Longest;
}

}  // namespace

const std::vector<Explanation>& explanations() {
  static const std::vector<Explanation> All = sections(DiagnosticsPage);
  return All;
}

const Explanation* explanationOf(std::string_view Id) {
  for (const Explanation& E : explanations())
    if (E.Id == Id) return &E;
  return nullptr;
}

std::string plainText(const Explanation& E) {
  std::string Text = E.Id + "\n\n";
  bool IsCode = false;
  llvm::SmallVector<StringRef, 64> Lines;
  StringRef(E.Markdown).split(Lines, '\n');
  for (const StringRef Line : Lines) {
    if (Line.starts_with(Fence)) {
      IsCode = !IsCode;
      if (const StringRef Title = titleOf(Line); IsCode && !Title.empty()) Text += (Title + "\n\n").str();
    } else if (IsCode) {
      Text += Line.empty() ? "\n" : ("    " + Line + "\n").str();
    } else {
      Text += wrapped(withoutMarks(Line), 100) + "\n";
    }
  }
  return Text;
}

std::optional<std::string> explain(std::string_view Id, std::string& Problem) {
  if (Id.empty()) {
    std::string List;
    for (const RuleText& R : allRules()) {
      const Explanation* Known = explanationOf(R.Id);
      List += R.Id + std::string(longestId() + 2 - StringRef(R.Id).size(), ' ') +
              (Known == nullptr ? "" : Known->Summary) + "\n";
    }
    return List;
  }
  for (const std::string& Name : {std::string(Id), "run-" + std::string(Id)})
    if (const Explanation* Known = explanationOf(Name)) return plainText(*Known);
  Problem = "there is no diagnostic '" + std::string(Id) + "'";
  const Explanation* Nearest = nullptr;
  unsigned Least = static_cast<unsigned>(Id.size()) / 2 + 1;
  for (const Explanation& E : explanations()) {
    for (const StringRef Name : {StringRef(E.Id), StringRef(E.Id).drop_front(4)}) {
      const unsigned Distance = StringRef(Id).edit_distance(Name, /*AllowReplacements=*/true, Least);
      if (Distance >= Least) continue;
      Least = Distance;
      Nearest = &E;
    }
  }
  Problem += Nearest != nullptr ? "; did you mean '" + Nearest->Id + "'?"
                                : std::string("; run-autoconvert explain lists them all");
  return std::nullopt;
}

}  // namespace autoconvert
