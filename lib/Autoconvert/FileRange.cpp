#include "FileRange.h"

#include "clang/Basic/FileManager.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

// The bytes of UTF-8 that continue a character are none of their own.
unsigned charactersIn(llvm::StringRef Text) {
  return static_cast<unsigned>(
      llvm::count_if(Text, [](char C) { return (static_cast<unsigned char>(C) & 0xC0U) != 0x80U; }));
}

struct Position {
  unsigned Line;
  unsigned Column;
};

// A file's mark for UTF-8 is no character of its first line.
Position position(llvm::StringRef Buffer, std::size_t Offset) {
  const llvm::StringRef Before = Buffer.substr(0, Offset);
  llvm::StringRef Line = Before.substr(Before.rfind('\n') + 1);
  if (Line.size() == Before.size()) Line.consume_front("\xEF\xBB\xBF");
  return {static_cast<unsigned>(Before.count('\n')) + 1, charactersIn(Line) + 1};
}

}  // namespace

FileRange fileRangeOf(CharSourceRange Range, const SourceManager& SM) {
  FileRange P;
  if (Range.isInvalid()) return P;
  const SourceLocation Begin = SM.getFileLoc(Range.getBegin());
  SourceLocation End = SM.getFileLoc(Range.getEnd());
  const auto [File, Offset] = SM.getDecomposedLoc(Begin);
  const OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry) return P;
  llvm::SmallString<256> Path(Entry->getName());
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  P.File = Path.str().str();

  auto [EndFile, EndOffset] = SM.getDecomposedLoc(End);
  if (EndFile != File || EndOffset < Offset)
    EndOffset = Offset;
  else if (Range.isTokenRange())
    EndOffset += Lexer::MeasureTokenLength(End, SM, LangOptions());
  const llvm::StringRef Buffer = SM.getBufferData(File);
  const auto [Line, Column] = position(Buffer, Offset);
  const auto [EndLine, EndColumn] = position(Buffer, EndOffset);
  P.Line = Line;
  P.Column = Column;
  P.EndLine = EndLine;
  P.EndColumn = EndColumn;
  return P;
}

llvm::StringRef lineAt(SourceLocation Where, const SourceManager& SM) {
  const auto [File, Offset] = SM.getDecomposedLoc(SM.getFileLoc(Where));
  const llvm::StringRef Buffer = SM.getBufferData(File);
  const std::size_t Begin = Buffer.substr(0, Offset).rfind('\n') + 1;
  return Buffer.slice(Begin, Buffer.find('\n', Offset)).rtrim('\r');
}

}  // namespace autoconvert
