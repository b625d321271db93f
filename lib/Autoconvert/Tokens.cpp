#include "Tokens.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

std::vector<Word> read(Lexer& From, llvm::StringRef Text, bool WithComments,
                       llvm::function_ref<unsigned(const Token&)> Offset) {
  From.SetCommentRetentionState(WithComments);
  std::vector<Word> Words;
  Token Next;
  while (true) {
    From.LexFromRawLexer(Next);
    if (Next.is(tok::eof)) return Words;
    const unsigned Begin = Offset(Next);
    llvm::StringRef Written = Text.substr(Begin, Next.getLength());
    // <: and the like are what they stand for.
    if (const char* Punctuator = tok::getPunctuatorSpelling(Next.getKind())) Written = Punctuator;
    Words.push_back({Begin, Begin + Next.getLength(), Written, Next.isAtStartOfLine(), Next.is(tok::comment)});
  }
}

}  // namespace

std::vector<Word> wordsOf(FileID File, const SourceManager& Sources, const LangOptions& Language, bool WithComments) {
  Lexer From(File, Sources.getBufferOrFake(File), Sources, Language);
  return read(From, Sources.getBufferData(File), WithComments,
              [&](const Token& T) { return Sources.getFileOffset(T.getLocation()); });
}

std::vector<Word> wordsOf(llvm::StringRef Text, const LangOptions& Language, bool WithComments) {
  const std::string Ended = Text.str();  // the lexer reads up to a zero
  const SourceLocation Start = SourceLocation::getFromRawEncoding(2);
  Lexer From(Start, Language, Ended.c_str(), Ended.c_str(), Ended.c_str() + Ended.size());
  return read(From, Text, WithComments,
              [&](const Token& T) { return T.getLocation().getRawEncoding() - Start.getRawEncoding(); });
}

std::optional<Lexer> lexerBehindParameters(const FunctionDecl* Function) {
  const FunctionTypeLoc Written = Function->getFunctionTypeLoc();
  if (!Written || Written.getRParenLoc().isInvalid() || Written.getRParenLoc().isMacroID()) return std::nullopt;
  const ASTContext& Context = Function->getASTContext();
  const SourceManager& Sources = Context.getSourceManager();
  const auto [File, Offset] = Sources.getDecomposedLoc(Written.getRParenLoc());
  const llvm::StringRef Text = Sources.getBufferData(File);
  return std::optional<Lexer>(std::in_place, Sources.getLocForStartOfFile(File), Context.getLangOpts(), Text.begin(),
                              Text.begin() + Offset + 1, Text.end());
}

bool liesBeside(FileID File, llvm::StringRef Spelling, const SourceManager& Sources) {
  const OptionalFileEntryRef Own = Sources.getFileEntryRefForID(File);
  if (!Own || !Spelling.starts_with("\"")) return false;
  llvm::SmallString<128> Path(Own->getDir().getName());
  llvm::sys::path::append(Path, Spelling.trim('"'));
  return Sources.getFileManager().getOptionalFileRef(Path).has_value();
}

std::vector<Word> includedFromBeside(FileID File, unsigned Begin, unsigned End, const SourceManager& Sources,
                                     const LangOptions& Language) {
  if (!Sources.getBufferData(File).slice(Begin, End).contains("include")) return {};
  const std::vector<Word> Words = wordsOf(File, Sources, Language, /*WithComments=*/false);
  std::vector<Word> Names;
  for (std::size_t I = wordAt(Words, Begin); I + 2 < Words.size() && Words[I].Begin < End; ++I) {
    const llvm::StringRef Name = Words[I + 2].Text;
    const bool IsInclude = Words[I].BeginsLine && Words[I].Text == "#" && Words[I + 1].Text == "include";
    if (IsInclude && liesBeside(File, Name, Sources)) Names.push_back(Words[I + 2]);
  }
  return Names;
}

std::size_t wordAt(const std::vector<Word>& Words, unsigned Offset) {
  const auto Found = llvm::partition_point(Words, [&](const Word& W) { return W.Begin < Offset; });
  return static_cast<std::size_t>(Found - Words.begin());
}

}  // namespace autoconvert
