#include "Inclusions.h"

#include "DefinedNames.h"
#include "Names.h"
#include "Parse.h"
#include "Paths.h"
#include "Tokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

namespace {

// In front of all that the file declares.
bool isOnTop(const Include& I, const Unit& U) {
  for (const Decl* D : U.Context.getTranslationUnitDecl()->decls())
    if (!D->isImplicit() && U.isInMainFile(D)) return U.Sources.isBeforeInTranslationUnit(I.Where, D->getLocation());
  return true;
}

// What lies beside the file `Name` is named as that is: the companion stands elsewhere.
std::string spelledFor(const std::string& Name, const Include& I, const Unit& U) {
  const llvm::StringRef Folder = llvm::sys::path::parent_path(Name);
  if (Folder.empty() || !liesBeside(U.Sources.getMainFileID(), I.Spelling, U.Sources)) return I.Spelling;
  return "\"" + Folder.str() + "/" + I.Spelling.substr(1);
}

std::string companionOf(llvm::StringRef File) {
  llvm::SmallString<128> Path(File);
  llvm::sys::path::replace_extension(Path, ".run.h");
  return Path.str().str();
}

// The companion of the header that declares a recipe, as an #include names it; empty where that is this file's own, or
// the header is none that was included.
std::string companionOfHeader(const FunctionDecl* Called, const Unit& U) {
  const FunctionDecl* First = Called->getFirstDecl();
  const FunctionDecl* Defined = Called->getDefinition();
  if (U.isInCompanion(First) || (Defined != nullptr && U.isInCompanion(Defined))) return {};
  const auto Entry = U.Sources.getFileEntryRefForID(U.Sources.getFileID(U.Sources.getFileLoc(First->getLocation())));
  if (!Entry) return {};
  const llvm::StringRef Real = Entry->getFileEntry().tryGetRealPathName();
  const auto Spelling = U.SpellingOf.find(Real.empty() ? Entry->getName() : Real);
  if (Spelling == U.SpellingOf.end()) return {};
  const llvm::StringRef Spelled = Spelling->second;
  return Spelled.front() + companionOf(Spelled.drop_front().drop_back()) + Spelled.back();
}

}  // namespace

Inclusions inclusionsFor(const Unit& U, const std::vector<CheckedRecipe>& Checked, const std::string& File,
                         ir::Unit::Form Form) {
  Inclusions Of;
  const auto isOwn = [&](const CheckedRecipe& C) { return U.isInMainFile(C.recipe().Definition); };
  if (Form == ir::Unit::Form::Header) {
    Of.First.push_back("\"" + File + "\"");
  } else if (Form == ir::Unit::Form::Source) {
    for (const Include& I : U.Includes) Of.First.push_back(spelledFor(File, I, U));
  } else if (Checked.empty() || !llvm::all_of(Checked, isOwn)) {
    // Whoever uses what the file's functions return finds the targets here, and the recipes of its header.
    for (const Include& I : U.Includes)
      if (isOnTop(I, U)) Of.First.push_back(spelledFor(File, I, U));
  }
  // The converted forms of recipes from other headers are in those headers' companions.
  for (const CheckedRecipe& C : Checked) {
    const bool IsInSource = Form == ir::Unit::Form::Source && U.isInMainFile(C.recipe().Definition);
    for (const FunctionDecl* Called : C.calledRecipes()) {
      const std::string Include = companionOfHeader(Called, U);
      const auto isIncluded = [&](llvm::StringRef Other) { return Other.starts_with(Include); };
      if (Include.empty() || llvm::any_of(Of.First, isIncluded)) continue;
      if (IsInSource && llvm::any_of(Of.Last, isIncluded)) continue;
      llvm::erase_if(Of.Last, isIncluded);
      // Where there is no such file, the compiler shows the line, and with it what is missing.
      (IsInSource ? Of.Last : Of.First)
          .push_back(Include + "  // the converted form of the recipe " + readableName(cast<NamedDecl>(Called)));
    }
  }
  return Of;
}

std::vector<std::string> companionsOf(const std::vector<const FunctionDecl*>& Declared, const Unit& U, const Job& J,
                                      std::vector<std::string>& Read) {
  std::vector<std::string> Includes;
  if (Declared.empty() || J.Sources == nullptr) return Includes;
  const LangOptions& Language = U.Context.getLangOpts();
  for (const std::string& Source : *J.Sources) {
    const auto Text = llvm::MemoryBuffer::getFile(Source);
    if (!Text || isHeader(Source) || stemPath(Source) == stemPath(J.File)) continue;
    Read.push_back(Source);
    const std::string Companion = companionOf(nameBelow(J.Base, Source));
    // What has its companion in itself keeps its recipes to itself.
    if (includesCompanion((*Text)->getBuffer(), llvm::sys::path::filename(Companion), Language)) continue;
    const llvm::StringSet<> Names = definedNames((*Text)->getBuffer(), Language);
    if (llvm::none_of(Declared, [&](const FunctionDecl* F) { return Names.contains(F->getNameAsString()); })) continue;
    Includes.push_back("\"" + Companion + "\"  // recipes that '" + llvm::sys::path::filename(J.File).str() +
                       "' declares");
  }
  return Includes;
}

}  // namespace autoconvert
