#include "DraftHead.h"

#include "Attributes.h"
#include "Names.h"
#include "Shorten.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace autoconvert {

namespace {

class Head {
 public:
  Head(const DraftFile& Of, const FunctionDecl* D, const NewTypes& New)
      : File(Of), Words(Of.Words), Declaration(D), Short(D), Types(New) {}

  void draft() {
    if (Declaration->getLocation().isMacroID() || Declaration->getBeginLoc().isMacroID())
      return refuse(Rule::Macro,
                    "the declaration of '" + name() + "' is written by a macro: its text cannot be rewritten");
    const FunctionTypeLoc Type = Declaration->getFunctionTypeLoc();
    if (Type.isNull())
      return refuse(Rule::Unsupported,
                    "'" + name() + "' is declared by an alias of its type, which cannot be rewritten",
                    "declare it with its parameters");
    for (const SourceLocation Attribute : recipeAttributesOn(Declaration)) dropAttribute(Attribute);
    result(Type, Short.shorten(Types.Result));
    for (const ParmVarDecl* Parameter : Declaration->parameters()) parameter(Parameter);
  }

 private:
  std::string name() const { return Declaration->getNameAsString(); }

  void refuse(Rule Id, const std::string& Message, const std::string& WayOut = {}) {
    Finding& F = File.All.add(Id, Declaration->getLocation(), SourceRange(Declaration->getLocation()), Message);
    if (!WayOut.empty()) F.Notes.push_back({Declaration->getLocation(), WayOut});
  }

  void edit(unsigned Begin, unsigned End, std::string Text) {
    File.Into.Edits.push_back({Begin, End, std::move(Text)});
  }

  llvm::StringRef text() const { return File.Into.Original; }

  // The white space behind, and the whole line where nothing else stands on it.
  void drop(unsigned Begin, unsigned End) {
    unsigned Line = Begin;
    while (Line > 0 && (text()[Line - 1] == ' ' || text()[Line - 1] == '\t')) --Line;
    while (End < text().size() && (text()[End] == ' ' || text()[End] == '\t')) ++End;
    const bool IsFirst = Line == 0 || text()[Line - 1] == '\n';
    const llvm::StringRef Rest = text().substr(End);
    const unsigned Break = Rest.starts_with("\r\n") ? 2 : Rest.starts_with("\n") ? 1 : 0;
    if (IsFirst && Break != 0)
      edit(Line, End + Break, "");
    else
      edit(Break != 0 || Rest.starts_with("(") ? Line : Begin, End, "");
  }

  void dropAttribute(SourceLocation Where) {
    if (Where.isMacroID()) return dropMacro(Where);
    std::size_t At = wordAt(Words, File.offset(Where));
    while (Words[At].Text != "autoconvert") ++At;
    std::size_t Open = At;
    while (Open > 1 && (Words[Open].Text != "[" || Words[Open - 1].Text != "[")) --Open;
    std::size_t Close = At;
    for (unsigned Depth = 0; Close + 1 < Words.size(); ++Close) {
      const llvm::StringRef Text = Words[Close].Text;
      if (Text == "(") ++Depth;
      if (Text == ")") --Depth;
      if (Depth == 0 && Text == "]" && Words[Close + 1].Text == "]") break;
    }
    // [[using run: a, b]] [[a, b]]: of several attributes one goes.
    std::size_t First = Open + 1;
    if (Words[First].Text == "using") First += 3;
    std::vector<std::pair<std::size_t, std::size_t>> Items = {{First, First}};
    unsigned Depth = 0;
    for (std::size_t I = First; I < Close; ++I) {
      if (Words[I].Text == "(") ++Depth;
      if (Words[I].Text == ")") --Depth;
      if (Depth == 0 && Words[I].Text == ",")
        Items.push_back({I + 1, I + 1});
      else
        Items.back().second = I + 1;
    }
    if (Items.size() == 1) return drop(Words[Open - 1].Begin, Words[Close + 1].End);
    for (std::size_t I = 0; I < Items.size(); ++I) {
      if (At < Items[I].first || At >= Items[I].second) continue;
      if (I + 1 < Items.size())
        edit(Words[Items[I].first].Begin, Words[Items[I + 1].first].Begin, "");
      else
        edit(Words[Items[I - 1].second - 1].End, Words[Items[I].second - 1].End, "");
    }
  }

  // A macro that stands for the attribute alone goes with it.
  void dropMacro(SourceLocation Where) {
    const SourceManager& Sources = File.U.Sources;
    const SourceLocation Use = Sources.getExpansionLoc(Where);
    for (const MacroUse& Of : File.U.MacroUses) {
      if (Of.Where != Use || !Of.IsWritten || Of.Definition->isFunctionLike()) continue;
      const llvm::ArrayRef<Token> Body = Of.Definition->tokens();
      if (Body.size() != 7 || !Body[0].is(tok::l_square) || !Body[1].is(tok::l_square) ||
          !Body[3].is(tok::coloncolon) || !Body[5].is(tok::r_square) || !Body[6].is(tok::r_square))
        break;
      const unsigned Begin = File.offset(Use);
      return drop(Begin, Begin + Of.Name->getLength());
    }
    refuse(Rule::Macro,
           "the attribute of '" + name() + "' is written by a macro that says more: it cannot be taken away");
  }

  static bool isSpecifier(llvm::StringRef Word) {
    return llvm::StringSwitch<bool>(Word)
        .Cases({"inline", "static", "extern", "constexpr", "consteval", "friend", "virtual"}, true)
        .Default(false);
  }

  /// Behind [[…]] or __attribute__((…)), if it begins here.
  std::size_t behindAttribute(std::size_t At) const {
    const bool IsStandard = Words[At].Text == "[" && At + 1 < Words.size() && Words[At + 1].Text == "[";
    if (!IsStandard && Words[At].Text != "__attribute__" && Words[At].Text != "alignas") return At;
    int Depth = 0;
    for (std::size_t I = IsStandard ? At : At + 1; I < Words.size(); ++I) {
      if (Words[I].Text == "[" || Words[I].Text == "(") ++Depth;
      if (Words[I].Text == "]" || Words[I].Text == ")") --Depth;
      if (Depth == 0) return I + 1;
    }
    return At;
  }

  void result(FunctionTypeLoc Type, const std::string& Result) {
    const SourceLocation Name =
        Declaration->getQualifierLoc() ? Declaration->getQualifierLoc().getBeginLoc() : Declaration->getLocation();
    const std::size_t End = wordAt(Words, File.offset(Name));
    std::vector<std::size_t> Said;
    std::vector<std::size_t> Specifiers;
    for (std::size_t I = wordAt(Words, beginOf(File, Declaration)); I < End;) {
      if (const std::size_t Behind = behindAttribute(I); Behind != I) {
        I = Behind;
        continue;
      }
      const llvm::StringRef Text = Words[I].Text;
      const bool IsLinkage = Text.starts_with("\"") && I > 0 && Words[I - 1].Text == "extern";
      if (isSpecifier(Text) || IsLinkage)
        Specifiers.push_back(I);
      else if (!isAttributeMacro(I))
        Said.push_back(I);
      ++I;
    }
    dropConstexpr(Specifiers);
    const auto* Prototype = dyn_cast<FunctionProtoType>(Type.getTypePtr());
    if (Prototype != nullptr && Prototype->hasTrailingReturn()) {
      std::size_t First = wordAt(Words, File.offset(Type.getRParenLoc()));
      while (Words[First].Text != "->") ++First;
      std::size_t Last = ++First;
      while (Words[Last + 1].Text != "{" && Words[Last + 1].Text != ";" && Words[Last + 1].Text != "requires") ++Last;
      return edit(Words[First].Begin, Words[Last].End, Result);
    }
    if (Said.empty()) return refuse(Rule::Macro, "the result of '" + name() + "' is not written where it is declared");
    for (const std::size_t Specifier : Specifiers)
      if (Specifier > Said.front() && Specifier < Said.back())
        return refuse(Rule::Unsupported,
                      "'" + Words[Specifier].Text.str() + "' stands amid the type that '" + name() + "' returns",
                      "write it in front");
    edit(Words[Said.front()].Begin, Words[Said.back()].End, Result);
  }

  bool isAttributeMacro(std::size_t At) const {
    for (const SourceLocation Attribute : recipeAttributesOn(Declaration))
      if (Attribute.isMacroID() && File.offset(File.U.Sources.getExpansionLoc(Attribute)) == Words[At].Begin)
        return true;
    return false;
  }

  // A configuration is made when the program runs.
  void dropConstexpr(const std::vector<std::size_t>& Specifiers) {
    bool IsInline = isa<CXXMethodDecl>(Declaration);
    for (const std::size_t I : Specifiers) IsInline |= Words[I].Text == "inline";
    for (const std::size_t I : Specifiers) {
      if (!Words[I].Text.starts_with("const")) continue;
      if (IsInline)
        drop(Words[I].Begin, Words[I].End);
      else
        edit(Words[I].Begin, Words[I].End, "inline");
      IsInline = true;
    }
  }

  void parameter(const ParmVarDecl* P) {
    const std::string& Handle = Types.Handles[P->getFunctionScopeIndex()];
    if (Handle.empty()) return;
    const CharSourceRange Range = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(P->getSourceRange()),
                                                           File.U.Sources, File.U.Context.getLangOpts());
    if (Range.isInvalid())
      return refuse(Rule::Macro, "a parameter of '" + name() + "' is written by a macro: its text cannot be rewritten");
    const unsigned Begin = File.offset(Range.getBegin());
    unsigned End = File.offset(Range.getEnd());
    const std::string Type = spell(decayed(P->getType()));
    std::string Text = Short.shorten(Handle);
    if (!P->getName().empty()) Text += " " + P->getName().str();
    if (P->hasDefaultArg() && !P->hasInheritedDefaultArg()) {
      std::size_t Equal = wordAt(Words, Begin);
      for (int Depth = 0; Words[Equal].Text != "=" || Depth != 0; ++Equal) {
        if (Words[Equal].Text == "<" || Words[Equal].Text == "(") ++Depth;
        if (Words[Equal].Text == ">" || Words[Equal].Text == ")") --Depth;
        if (Words[Equal].Text == ">>") Depth -= 2;
      }
      // Braces say no type where several would do.
      if (Words[Equal + 1].Text == "{") {
        const unsigned Brace = Words[Equal + 1].Begin;
        edit(Brace, Brace, Short.shorten(Type));
      }
      End = Words[Equal - 1].End;
    }
    edit(Begin, End, Text);
  }

  const DraftFile& File;
  const std::vector<Word>& Words;
  const FunctionDecl* Declaration;
  Shortener Short;
  const NewTypes& Types;
};

}  // namespace

unsigned DraftFile::offset(SourceLocation Where) const { return U.Sources.getFileOffset(U.Sources.getFileLoc(Where)); }

SourceLocation DraftFile::locationOf(unsigned Offset) const {
  return U.Sources.getLocForStartOfFile(Id).getLocWithOffset(static_cast<int>(Offset));
}

unsigned beginOf(const DraftFile& File, const Decl* D) {
  SourceLocation Where = D->getBeginLoc();
  if (const auto* Function = dyn_cast<FunctionDecl>(D); Function != nullptr)
    for (const SourceLocation Attribute : recipeAttributesOn(D))
      if (File.U.Sources.isBeforeInTranslationUnit(Attribute, Where)) Where = Attribute;
  const bool IsMacro = Where.isMacroID();
  std::size_t At = wordAt(File.Words, File.offset(Where));
  // The location of an attribute is that of its name.
  if (!IsMacro && Where != D->getBeginLoc())
    while (At > 1 && (File.Words[At].Text != "[" || File.Words[At - 1].Text != "[")) --At;
  if (At < File.Words.size() && At > 0 && File.Words[At].Text == "[" && File.Words[At - 1].Text == "[") --At;
  // Others in front of it.
  while (At > 1 && File.Words[At - 1].Text == "]" && File.Words[At - 2].Text == "]") {
    std::size_t Open = At - 2;
    while (Open > 1 && (File.Words[Open].Text != "[" || File.Words[Open - 1].Text != "[")) --Open;
    At = Open - 1;
  }
  return File.Words[At].Begin;
}

void draftHead(const DraftFile& File, const FunctionDecl* Declaration, const NewTypes& Types) {
  Head(File, Declaration, Types).draft();
}

}  // namespace autoconvert
