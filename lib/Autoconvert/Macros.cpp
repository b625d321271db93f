#include "Macros.h"

#include "Emit.h"
#include "Finding.h"
#include "Parse.h"
#include "Recipe.h"
#include "Tokens.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace autoconvert {

namespace {

/// __func__ and its like, written in the recipe itself, in what it gives a macro, or in a macro of its file: what a
/// library's macro says of its place is for messages.
struct FunctionNames : RecursiveASTVisitor<FunctionNames> {
  Findings& Into;
  const SourceManager& Sources;
  FunctionNames(Findings& F, const SourceManager& S) : Into(F), Sources(S) {}
  bool isOfLibrary(SourceLocation Where) const {
    return Where.isMacroID() && !Sources.isInMainFile(Sources.getSpellingLoc(Where));
  }
  bool VisitPredefinedExpr(PredefinedExpr* E) {
    return isOfLibrary(E->getBeginLoc()) || add(E, E->getBeginLoc(), E->getIdentKindName());
  }
  // std::source_location::current().function_name()
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
    const CXXMethodDecl* Method = E->getMethodDecl();
    if (Method == nullptr || !Method->getDeclName().isIdentifier() || Method->getName() != "function_name" ||
        Method->getParent()->getName() != "source_location" || !isInNamespace(Method, "std"))
      return true;
    return isOfLibrary(E->getBeginLoc()) || add(E, E->getExprLoc(), "function_name");
  }
  bool add(const Expr* E, SourceLocation Where, llvm::StringRef Name) {
    Finding& F =
        Into.add(Rule::Macro, Where, E->getSourceRange(), "'" + Name.str() + "' would name the converted function");
    F.Notes.push_back({Where, "write the name as a string"});
    return true;
  }
};

/// What the macro is where the converted text stands.
const MacroInfo* meaningAtCompanion(const Unit& U, const IdentifierInfo* Name) {
  if (!U.includesCompanion()) return U.Preprocessor.getMacroInfo(Name);
  const MacroDirective* Latest = U.Preprocessor.getLocalMacroDirectiveHistory(Name);
  if (Latest == nullptr) return nullptr;
  const MacroDirective::DefInfo Found = Latest->findDirectiveAtLoc(U.OwnCompanions.back(), U.Sources);
  return Found ? Found.getMacroInfo() : nullptr;
}

/// What the macro is in the recipe's body.
const MacroInfo* meaningIn(const Recipe& R, const IdentifierInfo* Name, const Unit& U) {
  const MacroDirective* Latest = U.Preprocessor.getLocalMacroDirectiveHistory(Name);
  if (Latest == nullptr) return nullptr;
  const SourceLocation Where = U.Sources.getFileLoc(R.Definition->getBody()->getBeginLoc());
  const MacroDirective::DefInfo Found = Latest->findDirectiveAtLoc(Where, U.Sources);
  return Found ? Found.getMacroInfo() : nullptr;
}

bool isSame(const MacroUse& Use, const MacroInfo* Later, const Unit& U) {
  if (Use.IsAsked || Use.Definition == nullptr || Later == nullptr) return !Use.Definition == !Later;
  return Later == Use.Definition || Later->isIdenticalTo(*Use.Definition, U.Preprocessor, /*Syntactically=*/true);
}

/// #define X X
bool saysItself(const IdentifierInfo* Name, const MacroInfo& Macro) {
  return Macro.isObjectLike() && Macro.getNumTokens() == 1 && Macro.tokens().front().getIdentifierInfo() == Name;
}

}  // namespace

llvm::ArrayRef<MacroUse> macroUsesIn(SourceRange Range, const Unit& U) {
  const auto isBefore = [&](SourceLocation Bound) {
    return [&U, Bound](const MacroUse& Use) { return U.Sources.isBeforeInTranslationUnit(Use.Where, Bound); };
  };
  const auto Begin = llvm::partition_point(U.MacroUses, isBefore(U.Sources.getFileLoc(Range.getBegin())));
  const auto End = llvm::partition_point(U.MacroUses, isBefore(U.Sources.getFileLoc(Range.getEnd())));
  return llvm::ArrayRef(U.MacroUses).slice(Begin - U.MacroUses.begin(), std::max(Begin, End) - Begin);
}

void checkMacros(const Recipe& R, const Unit& U, Findings& Into) {
  FunctionNames(Into, U.Sources).TraverseStmt(R.Definition->getBody());
  llvm::StringSet<> Reported;
  for (const MacroUse& Use : macroUsesIn(R.Definition->getSourceRange(), U)) {
    const llvm::StringRef Name = Use.Name->getName();
    if (Use.Definition != nullptr && Use.Definition->isBuiltinMacro()) {
      if (!Use.IsWritten || (Name != "__FILE__" && Name != "__COUNTER__" && Name != "__INCLUDE_LEVEL__" &&
                             Name != "__BASE_FILE__" && Name != "__FILE_NAME__"))
        continue;
      Finding& F = Into.add(Rule::Macro, Use.Where, SourceRange(Use.Where),
                            "'" + Name.str() + "' would mean the companion's place");
      F.Notes.push_back({Use.Where, "let a function of the file give it, annotated [[run::exempt]]"});
      continue;
    }
    const MacroInfo* Later = meaningAtCompanion(U, Use.Name);
    if (isSame(Use, Later, U) || !Reported.insert(Name).second) continue;
    const std::string Where = U.includesCompanion() ? "where the companion is included" : "at the end of the file";
    Finding& F = Into.add(Rule::Macro, Use.Where, SourceRange(Use.Where),
                          "the macro '" + Name.str() + "' is " +
                              (Later == nullptr            ? "not defined any more "
                               : Use.Definition == nullptr ? "not defined here, but "
                                                           : "another one ") +
                              Where + ", which repeats this text");
    if (Use.Definition == nullptr)
      F.Notes.push_back({Later->getDefinitionLoc(), "defined here; define it in front of the recipe"});
    else
      F.Notes.push_back(
          {Later == nullptr ? Use.Definition->getDefinitionLoc() : Later->getDefinitionLoc(),
           "defined here; let the definition stand, or give its value a name: constexpr auto x = " + Name.str() + ";"});
  }
}

void checkOwnNames(const Recipe& R, const ir::Recipe& Lowered, bool InPlace, const Unit& U, Findings& Into) {
  const std::string Text = emitOwnText(Lowered);
  const std::vector<Word> Words = wordsOf(Text, U.Context.getLangOpts(), /*WithComments=*/false);
  llvm::StringSet<> Reported;
  bool IsDirective = false;
  for (std::size_t I = 0; I < Words.size(); ++I) {
    const llvm::StringRef Name = Words[I].Text;
    if (Words[I].BeginsLine) IsDirective = Name == "#";
    if (IsDirective || isPunctuation(Name.front()) || isDigit(Name.front())) continue;
    if (!InPlace && !Lowered.Macros.contains(Name.str())) continue;
    const IdentifierInfo* Said = U.Preprocessor.getIdentifierInfo(Name);
    const MacroInfo* Macro = Said->hadMacroDefinition() ? meaningIn(R, Said, U) : nullptr;
    if (Macro == nullptr || Macro->isBuiltinMacro() || saysItself(Said, *Macro)) continue;
    if (Macro->isFunctionLike() && (I + 1 == Words.size() || Words[I + 1].Text != "(")) continue;
    if (!Reported.insert(Name).second) continue;
    const auto Uses = macroUsesIn(R.Definition->getSourceRange(), U);
    const auto Use = llvm::find_if(Uses, [&](const MacroUse& Of) { return Of.Name == Said; });
    const SourceLocation Where = Use == Uses.end() ? R.Definition->getLocation() : Use->Where;
    Finding& F =
        Into.add(Rule::Macro, Where, SourceRange(Where),
                 "the " + std::string(InPlace ? "rewritten" : "converted") + " text of '" +
                     R.Definition->getNameAsString() + "' says '" + Name.str() + "' as a name, which is a macro here");
    std::string WayOut = "defined here; give the macro another name";
    if (Use != Uses.end() && !Use->IsAsked && !InPlace) {
      const auto Outermost = llvm::find_if(Uses, [&](const MacroUse& Of) { return Of.Where == Use->Where; });
      if (Outermost->Definition->isObjectLike())
        WayOut += ", or its value: constexpr auto x = " + Outermost->Name->getName().str() + ";";
    }
    F.Notes.push_back({Macro->getDefinitionLoc(), std::move(WayOut)});
  }
}

bool isWrittenByMacro(SourceRange Range, const Unit& U) {
  return Range.getBegin().isMacroID() && Range.getEnd().isMacroID() &&
         U.Sources.getExpansionLoc(Range.getBegin()) == U.Sources.getExpansionLoc(Range.getEnd());
}

std::string macroText(SourceRange Range, const Unit& U) {
  const auto tokenAt = [&](SourceLocation Where) {
    return llvm::find_if(U.MacroTokens, [&](const MacroToken& T) { return T.Where == Where; });
  };
  const auto First = tokenAt(Range.getBegin());
  const auto Last = tokenAt(Range.getEnd());
  if (!isWrittenByMacro(Range, U) || Last == U.MacroTokens.end() || First > Last) return {};
  std::string Text;
  for (const MacroToken& T : llvm::make_range(First, Last + 1)) {
    if (T.IsMacro) return {};
    Text += (Text.empty() ? "" : " ") + T.Text;
  }
  return Text;
}

std::vector<std::pair<unsigned, unsigned>> directivesIn(llvm::StringRef Text, SourceLocation Begin, const Unit& U) {
  std::vector<std::pair<unsigned, unsigned>> Found;
  if (!Text.contains('#') && !Text.contains("%:")) return Found;
  const std::vector<Word> Words = wordsOf(Text, U.Context.getLangOpts(), /*WithComments=*/false);
  const auto isDirective = [](const Word& W) { return W.BeginsLine && (W.Text == "#" || W.Text == "%:"); };
  for (std::size_t I = 0; I < Words.size(); ++I) {
    if (!isDirective(Words[I])) continue;
    const unsigned Start = Words[I].Begin;
    const SourceLocation At = Begin.getLocWithOffset(static_cast<int>(Start));
    const auto Skipped = llvm::find_if(U.Skipped, [&](SourceRange Range) { return Range.getBegin() == At; });
    if (Skipped != U.Skipped.end()) {
      // It ends within its last directive, or behind it.
      I = wordAt(Words, U.Sources.getFileOffset(Skipped->getEnd()) - U.Sources.getFileOffset(Begin)) - 1;
      while (!isDirective(Words[I])) --I;
    }
    while (I + 1 < Words.size() && !Words[I + 1].BeginsLine) ++I;
    const bool IsLast = I + 1 == Words.size();
    Found.emplace_back(Start, IsLast ? Text.size() : Text.rfind('\n', Words[I + 1].Begin) + 1);
  }
  return Found;
}

bool splitsConditional(llvm::StringRef Text, const LangOptions& Language) {
  if (!Text.contains('#') && !Text.contains("%:")) return false;
  const std::vector<Word> Words = wordsOf(Text, Language, /*WithComments=*/false);
  int Open = 0;
  for (std::size_t I = 0; I + 1 < Words.size(); ++I) {
    if (!Words[I].BeginsLine || (Words[I].Text != "#" && Words[I].Text != "%:")) continue;
    const llvm::StringRef Name = Words[I + 1].Text;
    if (Name == "if" || Name == "ifdef" || Name == "ifndef") ++Open;
    if (Name == "endif" && --Open < 0) return true;
    if (Name.starts_with("el") && Open == 0) return true;
  }
  return Open != 0;
}

}  // namespace autoconvert
