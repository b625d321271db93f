#include "Report.h"

#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace autoconvert {

namespace {

using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

std::size_t errorsOf(const Report& R) {
  return static_cast<std::size_t>(llvm::count_if(R.Issues, [](const Issue& I) { return I.IsError; }));
}

std::string counted(std::size_t Number, const std::string& What) {
  return std::to_string(Number) + " " + What + (Number == 1 ? "" : "s");
}

std::string text(const Report& R) {
  std::string All;
  for (const Issue& I : R.Issues) All += I.Rendered;
  return All;
}

Object jsonRange(const FileRange& Where, const std::string& Folder) {
  Object O;
  if (Where.File.empty()) return O;
  O["file"] = relativePath(Where.File, Folder);
  O["line"] = Where.Line;
  O["column"] = Where.Column;
  O["endLine"] = Where.EndLine;
  O["endColumn"] = Where.EndColumn;
  return O;
}

std::string json(const Report& R) {
  const std::string Folder = currentFolder();
  Array Findings;
  for (const Issue& I : R.Issues) {
    Object O = jsonRange(I.Where, Folder);
    O["id"] = I.Id;
    O["severity"] = I.IsError ? "error" : "warning";
    O["message"] = I.Message;
    const auto fixes = [&](const std::vector<Replacement>& Parts) {
      Array Fixes;
      for (const Replacement& Part : Parts) {
        Object F = jsonRange(Part.Where, Folder);
        F["text"] = Part.Text;
        Fixes.push_back(std::move(F));
      }
      return Fixes;
    };
    Array Notes;
    for (const Remark& Note : I.Notes) {
      Object N = jsonRange(Note.Where, Folder);
      N["message"] = Note.Text;
      if (!Note.Fixes.empty()) N["fixes"] = fixes(Note.Fixes);
      Notes.push_back(std::move(N));
    }
    O["notes"] = std::move(Notes);
    O["fixes"] = fixes(I.Fixes);
    Findings.push_back(std::move(O));
  }
  const llvm::json::Value Root = Object{
      {"version", 1},
      {"findings", std::move(Findings)},
      {"summary", Object{{"files", R.Files},
                         {"errors", static_cast<std::int64_t>(errorsOf(R))},
                         {"warnings", static_cast<std::int64_t>(R.Issues.size() - errorsOf(R))},
                         {"unreadable", R.Unreadable},
                         {"suppressed", R.Suppressed},
                         {"baseline", R.Old},
                         {"fixed", R.Fixed}}},
  };
  return llvm::formatv("{0:2}\n", Root).str();
}

// What GitHub's workflow commands cannot hold as it is; in a property also what ends one.
std::string escaped(StringRef Text, bool IsProperty) {
  std::string Out;
  for (const char C : Text) {
    if (C == '%' || C == '\r' || C == '\n' || (IsProperty && (C == ':' || C == ',')))
      Out += llvm::formatv("%{0:X-2}", static_cast<unsigned>(C)).str();
    else
      Out += C;
  }
  return Out;
}

std::string github(const Report& R) {
  const std::string Folder = currentFolder();
  std::string All;
  for (const Issue& I : R.Issues) {
    All += I.IsError ? "::error " : "::warning ";
    if (!I.Where.File.empty()) {
      All += "file=" + escaped(relativePath(I.Where.File, Folder), true) + ",line=" + std::to_string(I.Where.Line) +
             ",col=" + std::to_string(I.Where.Column) + ",";
      if (I.Where.EndLine == I.Where.Line)
        All += "endColumn=" + std::to_string(I.Where.EndColumn) + ",";
      else
        All += "endLine=" + std::to_string(I.Where.EndLine) + ",";
    }
    std::string Text = I.Message;
    for (const Remark& Note : I.Notes) Text += "\n" + Note.Text;
    All += "title=" + escaped(I.Id, true) + "::" + escaped(Text, false) + "\n";
  }
  return All;
}

}  // namespace

std::optional<Format> formatNamed(std::string_view Name) {
  return llvm::StringSwitch<std::optional<Format>>(Name)
      .Case("text", Format::Text)
      .Case("json", Format::Json)
      .Case("github", Format::Github)
      .Case("sarif", Format::Sarif)
      .Default(std::nullopt);
}

std::string render(const Report& R, Format As) {
  switch (As) {
    case Format::Text:
      return text(R);
    case Format::Json:
      return json(R);
    case Format::Github:
      return github(R);
    case Format::Sarif:
      return sarif(R);
  }
  return {};
}

std::string summary(const Report& R) {
  const std::size_t Errors = errorsOf(R);
  std::string Line =
      counted(R.Files, "file") + ": " + counted(Errors, "error") + ", " + counted(R.Issues.size() - Errors, "warning");
  if (R.Fixed != 0) Line += ", " + std::to_string(R.Fixed) + " fixed";
  if (R.Suppressed != 0) Line += ", " + std::to_string(R.Suppressed) + " suppressed";
  if (R.Old != 0) Line += ", " + std::to_string(R.Old) + " in the baseline";
  if (R.Unreadable != 0) Line += "; " + counted(R.Unreadable, "file") + " could not be read";
  return Line;
}

}  // namespace autoconvert
