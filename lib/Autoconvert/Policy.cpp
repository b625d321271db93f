#include "Policy.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace autoconvert {

namespace {

constexpr const char* FileName = ".run-autoconvert";

thread_local const Policy* InForce = nullptr;

bool matches(const std::vector<llvm::GlobPattern>& Patterns, llvm::StringRef Name) {
  // The name itself, and each namespace or class around it.
  for (llvm::StringRef Part = Name; !Part.empty(); Part = Part.rsplit("::").first) {
    if (llvm::any_of(Patterns, [&](const llvm::GlobPattern& Pattern) { return Pattern.match(Part); })) return true;
    if (!Part.contains("::")) break;
  }
  return false;
}

}  // namespace

/// Reads one file; every mistake in it is told.
class PolicyReader {
 public:
  PolicyReader(Policy& P, std::vector<std::string>& Messages) : Into(P), Errors(Messages) {}

  void read() {
    auto Buffer = llvm::MemoryBuffer::getFile(Into.File);
    if (!Buffer) {
      Errors.push_back(Into.File + ": error: the file cannot be read: " + Buffer.getError().message() + "\n");
      return;
    }
    Manager.setDiagHandler(
        [](const llvm::SMDiagnostic& Message, void* Reader) {
          static_cast<PolicyReader*>(Reader)->fail(Message.getLineNo(), Message.getColumnNo() + 1,
                                                   Message.getMessage().str());
        },
        this);
    llvm::yaml::Stream Stream((*Buffer)->getMemBufferRef(), Manager);
    for (llvm::yaml::Document& Document : Stream) {
      llvm::yaml::Node* Root = Document.getRoot();
      if (Root == nullptr || Stream.failed()) break;
      if (auto* Map = llvm::dyn_cast<llvm::yaml::MappingNode>(Root))
        keys(*Map);
      else if (!llvm::isa<llvm::yaml::NullNode>(Root))
        fail(*Root, "expected the keys 'exempt' and 'configure', each with a list of names");
    }
  }

 private:
  void keys(llvm::yaml::MappingNode& Map) {
    std::vector<std::string> Seen;
    for (llvm::yaml::KeyValueNode& Entry : Map) {
      auto* Key = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(Entry.getKey());
      if (Key == nullptr) {
        fail(Entry, "expected 'exempt' or 'configure'");
        Entry.skip();
        continue;
      }
      llvm::SmallString<32> Storage;
      const std::string Name = Key->getValue(Storage).str();
      if (Name != "exempt" && Name != "configure") {
        fail(*Key, "unknown key '" + Name + "'; did you mean '" + nearest(Name) + "'?");
        Entry.skip();
        continue;
      }
      if (llvm::is_contained(Seen, Name)) fail(*Key, "the key '" + Name + "' is there twice");
      Seen.push_back(Name);
      names(Name, *Key, Entry.getValue());
    }
  }

  void names(const std::string& Key, const llvm::yaml::Node& Where, llvm::yaml::Node* List) {
    auto* Names = llvm::dyn_cast_or_null<llvm::yaml::SequenceNode>(List);
    if (Names == nullptr) {
      fail(List == nullptr || llvm::isa<llvm::yaml::NullNode>(List) ? Where : *List,
           "expected a list of names behind '" + Key + "', as in\n  " + Key + ":\n    - app::Point");
      if (List != nullptr) List->skip();
      return;
    }
    for (llvm::yaml::Node& Element : *Names) {
      auto* Scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(&Element);
      if (Scalar == nullptr) {
        fail(Element, "expected the name of a class, function or namespace, or a pattern such as 'app::math::*'");
        Element.skip();
        continue;
      }
      llvm::SmallString<64> Storage;
      llvm::StringRef Written = Scalar->getValue(Storage);
      Written.consume_front("::");
      if (const std::size_t End = endOfName(Written); End != llvm::StringRef::npos) {
        fail(*Scalar, "there is text behind the name '" + Written.take_front(End).str() +
                          "'; a comment begins with ' #', and each name has a '- ' of its own");
        continue;
      }
      Into.Names.push_back(std::make_unique<std::string>(Written.str()));
      const llvm::StringRef Name = *Into.Names.back();
      auto Pattern = llvm::GlobPattern::create(Name, /*MaxSubPatterns=*/1024);
      if (Name.empty() || !Pattern) {
        const std::string Why = Name.empty() ? "it is empty" : llvm::toString(Pattern.takeError());
        if (Name.empty() && !Pattern) llvm::consumeError(Pattern.takeError());
        fail(*Scalar, "'" + Name.str() + "' is no pattern: " + Why + "; write \\[ for a bracket that is meant so");
        continue;
      }
      (Key == "exempt" ? Into.Exempt : Into.Configure).push_back(std::move(*Pattern));
    }
  }

  /// Where something else follows; names have blanks in `<…>`, and behind `operator`.
  static std::size_t endOfName(llvm::StringRef Name) {
    for (std::size_t At = Name.find(' '); At != llvm::StringRef::npos; At = Name.find(' ', At + 1))
      if (Name.take_front(At).count('<') == Name.take_front(At).count('>') &&
          !Name.take_front(At).ends_with("operator"))
        return At;
    return llvm::StringRef::npos;
  }

  static std::string nearest(llvm::StringRef Name) {
    return Name.edit_distance("exempt") <= Name.edit_distance("configure") ? "exempt" : "configure";
  }

  void fail(const llvm::yaml::Node& Where, const std::string& Message) {
    const auto [Line, Column] = Manager.getLineAndColumn(Where.getSourceRange().Start);
    fail(static_cast<int>(Line), static_cast<int>(Column), Message);
  }
  void fail(int Line, int Column, const std::string& Message) {
    Errors.push_back(Into.File + ":" + std::to_string(Line) + ":" + std::to_string(Column) + ": error: " + Message +
                     "\n");
  }

  Policy& Into;
  std::vector<std::string>& Errors;
  llvm::SourceMgr Manager;
};

Policy Policy::of(llvm::StringRef SourceFile, std::vector<std::string>& Errors) {
  Policy Found;
  llvm::SmallString<256> Folder(SourceFile);
  llvm::sys::fs::make_absolute(Folder);
  llvm::sys::path::remove_dots(Folder, true);
  while (llvm::sys::path::has_parent_path(Folder)) {
    llvm::sys::path::remove_filename(Folder);
    llvm::SmallString<256> Candidate(Folder);
    llvm::sys::path::append(Candidate, FileName);
    if (llvm::sys::fs::is_regular_file(Candidate)) {
      Found.File = Candidate.str().str();
      PolicyReader(Found, Errors).read();
      break;
    }
  }
  return Found;
}

bool Policy::exempts(llvm::StringRef Name) const { return matches(Exempt, Name); }
bool Policy::configures(llvm::StringRef Name) const { return matches(Configure, Name); }

PolicyInForce::PolicyInForce(const Policy& P) : Before(InForce) { InForce = P.empty() ? nullptr : &P; }
PolicyInForce::~PolicyInForce() { InForce = Before; }
const Policy* PolicyInForce::get() { return InForce; }

}  // namespace autoconvert
