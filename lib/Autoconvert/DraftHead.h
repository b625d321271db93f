// one declaration of a recipe => the edits that make it one of a function that returns a configuration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "Draft.h"
#include "Tokens.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace autoconvert {

/// What the edits of one file are made from.
struct DraftFile {
  const Unit& U;
  const std::vector<Word>& Words;
  FileDraft& Into;
  Findings& All;
  clang::FileID Id;

  unsigned offset(clang::SourceLocation Where) const;
  clang::SourceLocation locationOf(unsigned Offset) const;
};

/// What a rewritten function returns, and what its configured parameters are: empty for one that stays.
struct NewTypes {
  std::string Result;
  std::vector<std::string> Handles;
};

/// Drops the attribute, and says the result and the configured parameters in their new types.
void draftHead(const DraftFile& File, const clang::FunctionDecl* Declaration, const NewTypes& Types);

/// The same of the explicit instantiations of a template in the file: `Of` gives the types of the instance that is
/// asked for at an offset, or those of every instance; nothing where they differ, and no result if it is one of another
/// template.
void draftInstantiations(const DraftFile& File, const clang::FunctionDecl* Template,
                         llvm::function_ref<std::optional<NewTypes>(unsigned Offset)> Of);

/// Where the declaration begins, with its attributes.
unsigned beginOf(const DraftFile& File, const clang::Decl* D);

}  // namespace autoconvert
