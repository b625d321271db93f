// A report as SARIF 2.1.0. (Clang's own writer knows no fixes, and one parsed file at a time.)
#include <map>

#include "Baseline.h"
#include "Explain.h"
#include "Finding.h"
#include "Paths.h"
#include "Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace autoconvert {

namespace {

using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

constexpr const char* Schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

Object message(std::string Text) { return Object{{"text", std::move(Text)}}; }

// A path as a URI: what is no plain character of one is written by its bytes.
std::string asUri(StringRef Path) {
  std::string Uri = Path.starts_with("/") ? "file://" : "";
  for (const char C : Path) {
    if (llvm::isAlnum(C) || StringRef("-._~/").contains(C))
      Uri += C;
    else
      Uri += llvm::formatv("%{0:X-2}", static_cast<unsigned>(static_cast<unsigned char>(C))).str();
  }
  return Uri;
}

class Writer {
 public:
  explicit Writer(const Report& Of) : R(Of), Folder(currentFolder()) {}

  std::string document() {
    Array Rules;
    for (const RuleText& Rule : allRules()) Rules.push_back(rule(Rule.Id, Rule.WayOut, Rule.IsWarning));
    Array Results;
    Array Notifications;
    for (const Issue& I : R.Issues) {
      if (I.Id == CompilerErrorId)
        Notifications.push_back(notification(I));
      else
        Results.push_back(result(I));
    }
    Object Invocation{{"executionSuccessful", R.Unreadable == 0}};
    if (!Notifications.empty()) Invocation["toolExecutionNotifications"] = std::move(Notifications);
    const llvm::json::Value Root = Object{
        {"$schema", Schema},
        {"version", "2.1.0"},
        {"runs", Array{Object{
                     {"tool", Object{{"driver", Object{{"name", "run-autoconvert"},
                                                       {"semanticVersion", RUN_VERSION},
                                                       {"rules", std::move(Rules)}}}}},
                     {"invocations", Array{std::move(Invocation)}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", std::move(Results)},
                 }}},
    };
    return llvm::formatv("{0:2}\n", Root).str();
  }

 private:
  static Object rule(StringRef Id, StringRef WayOut, bool IsWarning) {
    Object O{{"id", Id}, {"defaultConfiguration", Object{{"level", IsWarning ? "warning" : "error"}}}};
    if (const Explanation* Known = explanationOf(Id)) {
      O["shortDescription"] = message(Known->Summary + ".");
      O["help"] = Object{{"text", plainText(*Known)}, {"markdown", Known->Markdown}};
    }
    O["fullDescription"] = message("The way out: " + WayOut.str() + ".");
    return O;
  }

  Object artifact(const FileRange& Where) const {
    const std::string Path = relativePath(Where.File, Folder);
    Object O{{"uri", asUri(Path)}};
    if (!StringRef(Path).starts_with("/")) O["uriBaseId"] = "%SRCROOT%";
    return O;
  }

  static Object region(const FileRange& Where) {
    return Object{{"startLine", Where.Line},
                  {"startColumn", Where.Column},
                  {"endLine", Where.EndLine},
                  {"endColumn", Where.EndColumn}};
  }

  Object location(const FileRange& Where) const {
    return Object{{"physicalLocation", Object{{"artifactLocation", artifact(Where)}, {"region", region(Where)}}}};
  }

  Object result(const Issue& I) {
    std::string Text = I.Message + ".";
    for (const Remark& Note : I.Notes) Text += "\n" + Note.Text;
    Object O{{"ruleId", I.Id}, {"level", I.IsError ? "error" : "warning"}, {"message", message(Text)}};
    const auto Index = llvm::find_if(allRules(), [&](const RuleText& Rule) { return Rule.Id == I.Id; });
    O["ruleIndex"] = static_cast<std::int64_t>(Index - allRules().begin());
    O["locations"] = Array{location(I.Where)};
    Array Related;
    for (const Remark& Note : I.Notes) {
      if (Note.Where.File.empty()) continue;
      Object L = location(Note.Where);
      L["message"] = message(Note.Text);
      Related.push_back(std::move(L));
    }
    if (!Related.empty()) O["relatedLocations"] = std::move(Related);
    Array Fixes;
    if (!I.Fixes.empty()) Fixes.push_back(fix(I.Fixes));
    for (const Remark& Note : I.Notes) {
      if (Note.Fixes.empty()) continue;
      Fixes.push_back(fix(Note.Fixes));
      (*Fixes.back().getAsObject())["description"] = message(Note.Text);
    }
    if (!Fixes.empty()) O["fixes"] = std::move(Fixes);
    const std::string Path = relativePath(I.Where.File, Folder);
    const std::string First = fingerprint(I, Path, 0);
    O["partialFingerprints"] = Object{{"runAutoconvert/v1", fingerprint(I, Path, Seen[First]++)}};
    return O;
  }

  Object fix(const std::vector<Replacement>& Parts) const {
    std::map<std::string, Array> ByFile;
    for (const Replacement& Part : Parts)
      ByFile[Part.Where.File].push_back(
          Object{{"deletedRegion", region(Part.Where)}, {"insertedContent", Object{{"text", Part.Text}}}});
    Array Changes;
    for (auto& [File, Replacements] : ByFile)
      Changes.push_back(
          Object{{"artifactLocation", artifact({File, 1, 1, 1, 1})}, {"replacements", std::move(Replacements)}});
    return Object{{"artifactChanges", std::move(Changes)}};
  }

  Object notification(const Issue& I) const {
    Object O{{"level", I.IsError ? "error" : "warning"}, {"message", message(I.Message)}};
    if (!I.Where.File.empty()) O["locations"] = Array{location(I.Where)};
    return O;
  }

  const Report& R;
  std::string Folder;
  std::map<std::string, unsigned> Seen;
};

}  // namespace

std::string sarif(const Report& R) { return Writer(R).document(); }

}  // namespace autoconvert
