#include "Baseline.h"

#include "Output.h"
#include "Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace autoconvert {

namespace {

using llvm::StringRef;

// Indentation and spacing come and go.
std::string normalized(StringRef Line) {
  llvm::SmallVector<StringRef, 16> Words;
  Line.split(Words, ' ', -1, /*KeepEmpty=*/false);
  for (StringRef& Word : Words) Word = Word.trim("\t\r");
  return llvm::join(Words, " ");
}

std::string folderOf(const std::string& Path) { return llvm::sys::path::parent_path(absolutePath(Path)).str(); }

std::tuple<std::string, std::string, std::string> keyOf(const Issue& I, const std::string& Folder) {
  return {relativePath(I.Where.File, Folder), I.Id, normalized(I.SourceLine)};
}

}  // namespace

bool Baseline::read(const std::string& Path, std::string& Problem) {
  const auto Text = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Text) {
    Problem = "cannot read the baseline '" + Path + "': " + Text.getError().message();
    return false;
  }
  Folder = folderOf(Path);
  llvm::Expected<llvm::json::Value> Root = llvm::json::parse((*Text)->getBuffer());
  if (!Root) {
    Problem = "the baseline '" + Path + "' is no JSON: " + llvm::toString(Root.takeError());
    return false;
  }
  const llvm::json::Object* Object = Root->getAsObject();
  const llvm::json::Array* Entries = Object == nullptr ? nullptr : Object->getArray("findings");
  if (Entries == nullptr || Object->getInteger("version") != 1) {
    Problem = "'" + Path + "' is no baseline that this version reads: write it again with --write-baseline";
    return false;
  }
  for (const llvm::json::Value& Entry : *Entries) {
    const llvm::json::Object* E = Entry.getAsObject();
    const auto word = [&](StringRef Name) { return E == nullptr ? std::nullopt : E->getString(Name); };
    if (!word("file") || !word("id") || !word("line")) {
      Problem = "the baseline '" + Path + "' has an entry without file, id or line";
      return false;
    }
    Count[{word("file")->str(), word("id")->str(), word("line")->str()}] +=
        static_cast<unsigned>(E->getInteger("count").value_or(1));
  }
  return true;
}

bool Baseline::takes(const Issue& I) {
  const auto Entry = Count.find(keyOf(I, Folder));
  if (Entry == Count.end() || Entry->second == 0) return false;
  --Entry->second;
  return true;
}

bool Baseline::lists(const std::string& File) const {
  const std::string Name = relativePath(absolutePath(File), Folder);
  const auto Entry = Count.lower_bound({Name, "", ""});
  return Entry != Count.end() && std::get<0>(Entry->first) == Name;
}

unsigned Baseline::left(const std::set<std::string>& Files) const {
  std::set<std::string> Names;
  for (const std::string& File : Files) Names.insert(relativePath(absolutePath(File), Folder));
  const auto isGone = [&](const std::string& Name) {
    llvm::SmallString<256> Path(Name);
    llvm::sys::path::make_absolute(Folder, Path);
    return !llvm::sys::fs::exists(Path);
  };
  unsigned Left = 0;
  for (const auto& [Entry, Number] : Count)
    if (Number != 0 && (Names.count(std::get<0>(Entry)) != 0 || isGone(std::get<0>(Entry)))) Left += Number;
  return Left;
}

std::string writeBaseline(const std::string& Path, const std::vector<Issue>& Findings) {
  const std::string Folder = folderOf(Path);
  std::map<std::tuple<std::string, std::string, std::string>, unsigned> Count;
  for (const Issue& I : Findings) ++Count[keyOf(I, Folder)];
  llvm::json::Array Entries;
  for (const auto& [Key, Number] : Count) {
    const auto& [File, Id, Line] = Key;
    llvm::json::Object Entry{{"file", File}, {"id", Id}, {"line", Line}};
    if (Number != 1) Entry["count"] = Number;
    Entries.push_back(std::move(Entry));
  }
  const llvm::json::Value Root = llvm::json::Object{{"version", 1}, {"findings", std::move(Entries)}};
  return writeIfChanged(Path, llvm::formatv("{0:2}\n", Root).str());
}

std::string fingerprint(const Issue& I, const std::string& RelativePath, unsigned Repetition) {
  const std::string Text =
      RelativePath + '\n' + I.Id + '\n' + normalized(I.SourceLine) + '\n' + std::to_string(Repetition);
  return llvm::utohexstr(llvm::xxh3_64bits(Text), /*LowerCase=*/true, /*Width=*/16);
}

}  // namespace autoconvert
