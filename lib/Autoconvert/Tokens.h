// file => its tokens, as they are written: neither macros nor directives mean anything.
#pragma once

#include <optional>
#include <vector>

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class FunctionDecl;
class LangOptions;
class Lexer;
class SourceManager;
}  // namespace clang

namespace autoconvert {

struct Word {
  unsigned Begin;
  unsigned End;
  llvm::StringRef Text;  ///< of a digraph, what it stands for
  bool BeginsLine;
  bool IsComment;
};

/// All words of a file in order.
std::vector<Word> wordsOf(clang::FileID File, const clang::SourceManager& Sources, const clang::LangOptions& Language,
                          bool WithComments);
/// The same of a stretch of text.
std::vector<Word> wordsOf(llvm::StringRef Text, const clang::LangOptions& Language, bool WithComments);

/// Reads on behind a function's parameters, for Clang skips bodies, and what stands before them. Nothing where a macro
/// wrote the parameters.
std::optional<clang::Lexer> lexerBehindParameters(const clang::FunctionDecl* Function);

/// Whether a text begins with a brace, in either spelling.
inline bool beginsWithBrace(llvm::StringRef Text) { return Text.starts_with("{") || Text.starts_with("<%"); }

/// Whether a text begins with a closing brace, in either spelling.
inline bool isClosingBrace(llvm::StringRef Text) { return Text.starts_with("}") || Text.starts_with("%>"); }

/// Whether what an #include names, quotes included, is a file in the folder of this one.
bool liesBeside(clang::FileID File, llvm::StringRef Spelling, const clang::SourceManager& Sources);

/// The words of a stretch of a file that name what it includes in quotes, where that stands beside the file.
std::vector<Word> includedFromBeside(clang::FileID File, unsigned Begin, unsigned End,
                                     const clang::SourceManager& Sources, const clang::LangOptions& Language);

/// The first word that begins at the offset or behind it.
std::size_t wordAt(const std::vector<Word>& Words, unsigned Offset);

}  // namespace autoconvert
