#include "Fix.h"

#include <algorithm>
#include <map>

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace autoconvert {

namespace {

/// Bytes of a file, and what takes their place.
struct Edit {
  std::string File;
  std::size_t Begin;
  std::size_t End;
  std::string Text;

  bool operator==(const Edit&) const = default;
};

// The byte at which the character stands, the reverse of how places are counted (see FileRange.cpp).
std::size_t offsetOf(llvm::StringRef Text, unsigned Line, unsigned Column) {
  const auto isContinued = [&](std::size_t I) {
    return I < Text.size() && (static_cast<unsigned char>(Text[I]) & 0xC0U) == 0x80U;
  };
  std::size_t At = Line == 1 && Text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (; Line > 1 && At < Text.size(); --Line) At = std::min(Text.find('\n', At), Text.size() - 1) + 1;
  for (; Column > 1 && At < Text.size(); --Column) {
    ++At;
    while (isContinued(At)) ++At;
  }
  return At;
}

// What is inserted at one place twice may come in either order.
bool areOfOnePlace(const Edit& A, const Edit& B) {
  return A.File == B.File && (A.Begin == B.Begin || std::max(A.Begin, B.Begin) < std::min(A.End, B.End));
}

class Mender {
 public:
  /// Whether the finding is mended now; it may have been by another that is the same.
  bool mend(const Issue& I) {
    std::vector<Edit> Wanted;
    for (const Replacement& R : I.Fixes) {
      const std::string File = pathOf(R.Where.File);
      const std::string& Text = textOf(File);
      Wanted.push_back({File, offsetOf(Text, R.Where.Line, R.Where.Column),
                        offsetOf(Text, R.Where.EndLine, R.Where.EndColumn), R.Text});
    }
    if (Wanted.empty() || !Problem.empty()) return false;
    if (llvm::is_contained(Fixes, Wanted)) return true;
    for (const std::vector<Edit>& Made : Fixes)
      for (const Edit& Old : Made)
        if (llvm::any_of(Wanted, [&](const Edit& New) { return areOfOnePlace(Old, New); })) return false;
    Fixes.push_back(std::move(Wanted));
    return true;
  }

  std::vector<std::pair<std::string, std::string>> files() {
    // What is inserted at one place by one finding stays in its order.
    std::multimap<std::pair<std::size_t, std::size_t>, const Edit*> Ordered;
    for (const std::vector<Edit>& Made : Fixes)
      for (const Edit& E : Made) Ordered.emplace(std::pair(E.Begin, E.End), &E);
    std::map<std::string, std::string> Changed;
    // From the end of each file to its beginning, so that places stay where they are.
    for (const auto& [Where, E] : llvm::reverse(Ordered)) {
      std::string& Text = Changed.try_emplace(E->File, Texts[E->File]).first->second;
      Text.replace(E->Begin, E->End - E->Begin, E->Text);
    }
    return {Changed.begin(), Changed.end()};
  }

  std::string Problem;

 private:
  std::string pathOf(const std::string& File) {
    llvm::SmallString<256> Real;
    return llvm::sys::fs::real_path(File, Real) ? File : Real.str().str();
  }

  const std::string& textOf(const std::string& File) {
    const auto [Found, IsNew] = Texts.try_emplace(File);
    if (!IsNew) return Found->second;
    if (const auto Buffer = llvm::MemoryBuffer::getFile(File))
      Found->second = (*Buffer)->getBuffer().str();
    else
      Problem = "cannot read '" + File + "': " + Buffer.getError().message();
    return Found->second;
  }

  std::map<std::string, std::string> Texts;
  std::vector<std::vector<Edit>> Fixes;  ///< of each finding that is mended
};

}  // namespace

Mended mended(std::vector<Issue> Issues) {
  Mended Result;
  Mender By;
  for (Issue& I : Issues) {
    // What the compiler suggests is not ours to do.
    if (I.Id == CompilerErrorId || !By.mend(I)) Result.Left.push_back(std::move(I));
  }
  Result.Problem = By.Problem;
  if (Result.Problem.empty()) Result.Files = By.files();
  return Result;
}

}  // namespace autoconvert
