// template Model model<int>(int); => the same of what the rewritten template returns and takes.
#include "DraftHead.h"
#include "Shorten.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace autoconvert {

namespace {

// Clang keeps no declaration of an explicit instantiation of a function: the words are all there is.
class Instantiation {
 public:
  Instantiation(const DraftFile& Of, const FunctionDecl* D) : File(Of), Words(Of.Words), Template(D), Short(D) {}

  /// Where the function is named in the instantiation that begins with `template` at `Begin`; 0 if it is none of its.
  std::size_t find(std::size_t Begin) {
    if (Words[Begin].Text != "template" || Begin + 1 >= Words.size() || Words[Begin + 1].Text == "<") return 0;
    First = behindAttributes(Begin + 1);
    for (std::size_t I = First; I + 1 < Words.size(); ++I) {
      const llvm::StringRef Text = Words[I].Text;
      if (Text == ";" || Text == "{" || Text == "(") return 0;
      if (Text != Template->getName() || (Words[I + 1].Text != "(" && Words[I + 1].Text != "<")) continue;
      Name = I;
      Open = Words[I + 1].Text == "<" ? behindArguments(I + 1) : I + 1;
      Last = I;
      while (Last >= First + 2 && Words[Last - 1].Text == "::") Last -= 2;
      if (Last == First + 1 && Words[First].Text == "::") Last = First;
      const bool IsOther = Last + 1 < Name && Words[Name - 2].Text != scope();
      return Open < Words.size() && Words[Open].Text == "(" && Last > First && !IsOther ? Name : 0;
    }
    return 0;
  }

  void draft(const NewTypes& Types) {
    std::size_t Begin = Open + 1;
    std::size_t Index = 0;
    int Depth = 0;
    std::size_t I = Open + 1;
    for (; I < Words.size() && (Depth > 0 || Words[I].Text != ")"); ++I) {
      const llvm::StringRef Text = Words[I].Text;
      if (Text == "(" || Text == "<" || Text == "{") ++Depth;
      if (Text == ")" || Text == ">" || Text == "}") --Depth;
      if (Text == ">>") Depth -= 2;
      if (Depth != 0 || Text != ",") continue;
      parameter(Types, Index++, Begin, I);
      Begin = I + 1;
    }
    parameter(Types, Index, Begin, I);
    if (I + 1 < Words.size() && Words[First].Text == "auto") {
      for (std::size_t At = I + 1; At < Words.size() && Words[At].Text != ";"; ++At) {
        if (Words[At].Text != "->") continue;
        std::size_t End = At + 1;
        while (End + 1 < Words.size() && Words[End + 1].Text != ";") ++End;
        return edit(At + 1, End, Types.Result);
      }
    }
    edit(First, Last - 1, Types.Result);
  }

 private:
  std::string scope() const {
    const auto* Around = dyn_cast<NamedDecl>(Template->getDeclContext());
    return Around == nullptr ? "" : Around->getNameAsString();
  }

  std::size_t behindAttributes(std::size_t At) const {
    while (At + 1 < Words.size() && Words[At].Text == "[" && Words[At + 1].Text == "[") {
      while (At + 1 < Words.size() && (Words[At].Text != "]" || Words[At + 1].Text != "]")) ++At;
      At += 2;
    }
    return At;
  }

  std::size_t behindArguments(std::size_t At) const {
    for (int Depth = 0; At < Words.size(); ++At) {
      const llvm::StringRef Text = Words[At].Text;
      if (Text == "<" || Text == "(") ++Depth;
      if (Text == ">" || Text == ")") --Depth;
      if (Text == ">>") Depth -= 2;
      if (Depth <= 0) return At + 1;
    }
    return At;
  }

  void parameter(const NewTypes& Types, std::size_t Index, std::size_t Begin, std::size_t End) {
    if (Begin >= End || Index >= Types.Handles.size() || Types.Handles[Index].empty()) return;
    edit(Begin, End - 1, Types.Handles[Index]);
  }

  void edit(std::size_t From, std::size_t To, const std::string& Type) {
    File.Into.Edits.push_back({Words[From].Begin, Words[To].End, Short.shorten(Type)});
  }

  const DraftFile& File;
  const std::vector<Word>& Words;
  const FunctionDecl* Template;
  Shortener Short;
  std::size_t First = 0;  ///< of the result
  std::size_t Last = 0;   ///< behind it
  std::size_t Name = 0;
  std::size_t Open = 0;  ///< the parenthesis of the parameters
};

}  // namespace

void draftInstantiations(const DraftFile& File, const FunctionDecl* Template,
                         llvm::function_ref<std::optional<NewTypes>(unsigned Offset)> Of) {
  for (std::size_t I = 0; I < File.Words.size(); ++I) {
    Instantiation Asked(File, Template);
    const std::size_t Name = Asked.find(I);
    if (Name == 0) continue;
    const unsigned Offset = File.Words[Name].Begin;
    const std::optional<NewTypes> Types = Of(Offset);
    if (Types && Types->Result.empty()) continue;
    if (Types) {
      Asked.draft(*Types);
      continue;
    }
    const SourceLocation Where = File.locationOf(Offset);
    File.All.add(
        Rule::Unsupported, Where, SourceRange(Where),
        "this instantiation of '" + Template->getNameAsString() +
            "' cannot be rewritten: it is asked for in several places, which one it is does not follow from here");
    File.All.last().Notes.push_back({Template->getLocation(), "ask for each instance once, below the template"});
  }
}

}  // namespace autoconvert
