#include "PathSteps.h"

namespace autoconvert {

std::string tupleElement(std::size_t Index) { return ".at<" + std::to_string(Index) + ">()"; }

bool isInElement(llvm::StringRef Path) { return Path.contains(kElement) || Path.contains(".at<"); }

bool isElement(const PathStep& Step) { return !Step.Argument && Step.Name != kInPlace && Step.Name != kContent; }

std::string pathText(const std::vector<PathStep>& Path) {
  std::string Text;
  for (const PathStep& Step : Path) {
    if (Step.Name == kInPlace || Step.Name == kContent || Step.Name == kAppended) continue;
    Text += (Text.empty() || Step.Name.front() == '[' ? "" : ".") + Step.Name;
  }
  return Text;
}

std::vector<PathStep> firstSteps(const std::vector<PathStep>& Path, std::size_t Count) {
  return {Path.begin(), Path.begin() + static_cast<std::ptrdiff_t>(Count)};
}

std::vector<PathStep> anyElements(std::vector<PathStep> Path) {
  for (PathStep& Step : Path)
    if (Step.Name == ".front()" || Step.Name == ".back()") Step.Name = kElement;
  return Path;
}

bool isWithin(llvm::StringRef Path, llvm::StringRef Prefix) {
  if (!Path.consume_front(Prefix)) return false;
  return Path.empty() || Prefix.empty() || Path.front() == '.' || Path.front() == '[';
}

std::string elementText(const std::vector<PathStep>& Path) {
  std::vector<PathStep> Named = Path;
  for (PathStep& Step : Named) {
    if (!isElement(Step)) continue;
    // The element of a loop is one until the loop ends.
    const bool IsOfLoop = !Step.Index.empty() && Step.Index.front().What == Meaning::Kind::Word;
    if (Step.Which.empty() && !IsOfLoop) return {};
    Step.Name = "[" + (IsOfLoop ? Step.Index.front().Method : Step.Which) + "]";
  }
  return pathText(Named);
}

std::string inside(llvm::StringRef Path, llvm::StringRef Inner) {
  return Path.str() + (Path.empty() || Inner.empty() || Inner.front() == '[' ? "" : ".") + Inner.str();
}

}  // namespace autoconvert
