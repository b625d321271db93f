// source file, flags => Clang's AST with the bodies of recipes and of nothing else.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "Issue.h"
#include "clang/AST/DeclBase.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace clang {
class IdentifierInfo;
class MacroInfo;
class Sema;
class ASTContext;
class Preprocessor;
class SourceManager;
class DiagnosticsEngine;
}  // namespace clang

namespace autoconvert {

class CompilerMessages;

/// One #include line of the main file, as it is spelled there.
struct Include {
  std::string Spelling;  ///< <vector> or "model.h"
  clang::SourceLocation Where;
};

/// One expansion of a macro in the main file, or in its own header; or a directive that asks whether there is one.
struct MacroUse {
  const clang::IdentifierInfo* Name;
  const clang::MacroInfo* Definition;  ///< null: there was none
  clang::SourceLocation Where;         ///< in the file
  bool IsWritten;                      ///< there, and not by another macro
  bool IsAsked = false;                ///< only whether it is defined
};

/// One token that a macro wrote there.
struct MacroToken {
  clang::SourceLocation Where;
  std::string Text;
  bool IsMacro;  ///< the name of one: written down, it would be expanded again
};

/// What the preprocessor met on its way.
struct Preprocessed {
  std::vector<Include> Includes;                     ///< of the main file, in order
  llvm::StringMap<std::string> SpellingOf;           ///< real path of an included file => how an #include names it
  std::vector<clang::SourceLocation> OwnCompanions;  ///< where the main file includes its companion, in order
  llvm::StringMap<clang::SourceLocation>
      Companions;  ///< file name of another file's companion => where it was included
  std::vector<MacroUse> MacroUses;
  std::vector<MacroToken> MacroTokens;
  llvm::StringMap<llvm::StringSet<>> IncludesOf;  ///< real paths: file => the files that it includes itself

  std::vector<clang::SourceRange> Skipped;  ///< what an #if leaves out
  /// The header beside the main file that has its name, x.h for x.cpp, if it is included. They share a companion.
  clang::OptionalFileEntryRef OwnHeader;
  clang::SourceLocation CompanionInHeader;  ///< where that includes it, for the first time

  bool includesCompanion() const { return !OwnCompanions.empty(); }
  /// The first of them: what follows may name targets. Invalid if there is none.
  clang::SourceLocation ownCompanion() const {
    return OwnCompanions.empty() ? clang::SourceLocation() : OwnCompanions.front();
  }
};

/// Keeps it, from here on. A companion that is not there is no error.
void record(clang::Preprocessor& By, Preprocessed& Into);

/// What a parsed file offers to the stages. Valid during the callback only.
struct Unit : Preprocessed {
  clang::Sema& Sema;
  clang::ASTContext& Context;
  clang::Preprocessor& Preprocessor;
  clang::SourceManager& Sources;
  clang::DiagnosticsEngine& Diags;
  CompilerMessages& Messages;
  /// By their identities, recipes that are about to become ordinary functions: a call of one is its configuration.
  std::set<std::string> Inlined = {};

  bool isInMainFile(const clang::Decl* D) const;
  /// In the main file or in its own header: its companion converts what stands there.
  bool isInCompanion(clang::SourceLocation Where) const;
  bool isInCompanion(const clang::Decl* D) const;
};

/// Clang's own errors, held back until it is known which of them concern a recipe.
class CompilerMessages {
 public:
  virtual ~CompilerMessages() = default;
  virtual bool hasErrors() const = 0;
  /// Says the held messages. One that lies in one of `Touched`, or that says that the file cannot be parsed, is an
  /// error (or each one, with `Everything`); each other is a warning, or nothing when it lies behind `Behind`. Returns
  /// whether one was an error.
  virtual bool settle(const std::vector<clang::SourceRange>& Touched, bool Everything,
                      clang::SourceLocation Behind) = 0;
};

struct ParseRequest {
  std::string File;
  std::vector<std::string> Flags;
  std::string WorkingDirectory;  ///< empty: the current one
  std::set<std::string> Inlined = {};
};

struct ParseOutcome {
  bool Parsed = false;                    ///< the callback was called
  bool HasPolicy = true;                  ///< false: .run-autoconvert is wrong, as the issues say
  std::vector<std::string> Dependencies;  ///< files read, companions left out
  std::vector<std::string> DroppedFlags;  ///< that Clang does not know
  std::vector<Issue> Issues;              ///< what was said, in order
};

/// Parses and calls `Work` once with the unit. No `*.run.h` on disk is read: it includes the header of its name beside
/// it, and nothing else, so that a source can be converted before companions exist, and again with the same result
/// after.
ParseOutcome parse(const ParseRequest& Request, llvm::function_ref<void(Unit&)> Work);

}  // namespace autoconvert
