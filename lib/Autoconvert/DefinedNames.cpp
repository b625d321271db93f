#include "DefinedNames.h"

#include <vector>

#include "Tokens.h"
#include "llvm/ADT/STLExtras.h"

namespace autoconvert {

namespace {

/// Without the lines that speak to the preprocessor.
std::vector<Word> codeOf(llvm::StringRef Text, const clang::LangOptions& Language) {
  std::vector<Word> Code;
  bool IsDirective = false;
  for (const Word& W : wordsOf(Text, Language, /*WithComments=*/false)) {
    if (W.BeginsLine) IsDirective = W.Text == "#";
    if (!IsDirective) Code.push_back(W);
  }
  return Code;
}

// namespace a::b {  extern "C" {
bool opensScope(llvm::ArrayRef<Word> Head) {
  return llvm::any_of(Head, [](const Word& W) { return W.Text == "namespace"; }) ||
         (Head.size() == 2 && Head.front().Text == "extern");
}

// What stands in front of parentheses.
void collectNames(llvm::ArrayRef<Word> Head, llvm::StringSet<>& Into) {
  int Depth = 0;
  for (std::size_t I = 0; I < Head.size(); ++I) {
    if (Head[I].Text == "(" && Depth++ == 0 && I > 0) Into.insert(Head[I - 1].Text);
    if (Head[I].Text == ")") --Depth;
  }
}

/// The word behind the brace that closes the one at `Open`.
std::size_t behindBraces(llvm::ArrayRef<Word> Code, std::size_t Open) {
  int Depth = 0;
  for (std::size_t I = Open; I < Code.size(); ++I) {
    if (Code[I].Text == "{") ++Depth;
    if (Code[I].Text == "}" && --Depth == 0) return I + 1;
  }
  return Code.size();
}

}  // namespace

llvm::StringSet<> definedNames(llvm::StringRef Text, const clang::LangOptions& Language) {
  const std::vector<Word> Code = codeOf(Text, Language);
  llvm::StringSet<> Names;
  std::size_t Begin = 0;  // of the declaration
  for (std::size_t I = 0; I < Code.size();) {
    const llvm::ArrayRef<Word> Head = llvm::ArrayRef(Code).slice(Begin, I - Begin);
    if (Code[I].Text == "{" && !opensScope(Head)) {
      collectNames(Head, Names);
      Begin = I = behindBraces(Code, I);
      continue;
    }
    const bool Ends = Code[I].Text == ";" || Code[I].Text == "{" || Code[I].Text == "}";
    ++I;
    if (Ends) Begin = I;
  }
  return Names;
}

bool includesCompanion(llvm::StringRef Text, llvm::StringRef Companion, const clang::LangOptions& Language) {
  if (!Text.contains(Companion)) return false;
  const std::vector<Word> Words = wordsOf(Text, Language, /*WithComments=*/false);
  for (std::size_t I = 0; I + 2 < Words.size(); ++I) {
    if (!Words[I].BeginsLine || Words[I].Text != "#" || Words[I + 1].Text != "include") continue;
    const llvm::StringRef Name = Words[I + 2].Text.trim('"');
    if (Name == Companion || Name.ends_with(("/" + Companion).str())) return true;
  }
  return false;
}

}  // namespace autoconvert
