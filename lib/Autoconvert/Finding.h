// What the checks find: a diagnostic as a value. Every finding of a file is collected before anything is printed or
// written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"

namespace autoconvert {

/// Every diagnostic of the tool. The texts are in Finding.cpp, in one table.
enum class Rule {
  ControlFlow,
  Exception,
  Coroutine,
  Lambda,
  LocalClass,
  LocalFunction,
  MemberCall,
  Operator,
  ValueOfConfigured,
  RawNew,
  Reference,
  Inaccessible,
  AmbiguousParameter,
  NothingConfigured,
  RecipeKind,
  Recursion,
  StaticLocal,
  Asm,
  Macro,
  Unsupported,
  Attribute,
  UnreachableRecipe,
};

struct RuleText {
  const char* Id;      ///< run-control-flow
  const char* WayOut;  ///< the note that follows when the finding has none of its own
  bool IsWarning;
};

const RuleText& textOf(Rule R);
/// All of them, in the order of the enumeration.
llvm::ArrayRef<RuleText> allRules();

struct Note {
  clang::SourceLocation Where;
  std::string Text;
  std::vector<clang::FixItHint> Fixes = {};  ///< a change that may be what is meant, or one that others must follow
};

struct Finding {
  Rule Id;
  clang::SourceLocation Where;
  clang::SourceRange Range;
  std::string Message;
  std::vector<Note> Notes;
  std::vector<clang::FixItHint> Fixes;
};

/// The findings of one file. `report` says them in the order of the source, each with its notes, and returns whether
/// one of them is an error. A warning that a NOLINT comment is for is not said.
class Findings {
 public:
  Finding& add(Rule Id, clang::SourceLocation Where, clang::SourceRange Range, std::string Message);
  Finding& last() { return All.back(); }
  /// Those behind the first `Count` are not said: there is another way.
  void dropFrom(std::size_t Count) { All.erase(All.begin() + static_cast<std::ptrdiff_t>(Count), All.end()); }
  bool empty() const { return All.empty(); }
  std::size_t size() const { return All.size(); }
  bool report(clang::DiagnosticsEngine& Diags);
  /// Whether one of them is more than a warning.
  bool hasErrors() const;
  const std::vector<Finding>& inOrder(const clang::SourceManager& SM);

 private:
  std::vector<Finding> All;
};

}  // namespace autoconvert
