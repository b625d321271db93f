// one declaration of a recipe => the edits that make it one of a function that returns a configuration.
#pragma once

#include <string>
#include <vector>

#include "Draft.h"
#include "Tokens.h"

namespace autoconvert {

/// What the edits of one file are made from.
struct DraftFile {
  const Unit& U;
  const std::vector<Word>& Words;
  FileDraft& Into;
  Findings& All;

  unsigned offset(clang::SourceLocation Where) const;
};

/// Drops the attribute, and says the result and the configured parameters in their new types.
void draftHead(const DraftFile& File, const clang::FunctionDecl* Declaration, const std::string& Result);

/// Where the declaration begins, with its attributes.
unsigned beginOf(const DraftFile& File, const clang::Decl* D);

}  // namespace autoconvert
