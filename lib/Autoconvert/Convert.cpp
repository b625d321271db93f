#include "Convert.h"

#include <optional>

#include "Emit.h"
#include "ExplicitForm.h"
#include "Inclusions.h"
#include "Inspect.h"
#include "Lower.h"
#include "Names.h"
#include "Output.h"
#include "Parse.h"
#include "Paths.h"
#include "Tokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace autoconvert {

namespace {

// The macros of the user's own files: the system's do not meet generated names.
std::set<std::string> userMacros(const Unit& U) {
  std::set<std::string> Macros;
  for (const auto& Macro : U.Preprocessor.macros()) {
    const MacroInfo* Info = U.Preprocessor.getMacroInfo(Macro.first);
    if (Info == nullptr || Info->isBuiltinMacro() || U.Sources.isInSystemHeader(Info->getDefinitionLoc())) continue;
    if (U.Sources.isWrittenInBuiltinFile(Info->getDefinitionLoc())) continue;
    Macros.insert(Macro.first->getName().str());
  }
  return Macros;
}

// What a local name of a target may be the name of, too.
std::set<std::string> userGlobals(const Unit& U) {
  std::set<std::string> Globals;
  for (const Decl* D : U.Context.getTranslationUnitDecl()->noload_decls())
    if ((isa<VarDecl>(D) || isa<TypedefNameDecl>(D)) && !U.Sources.isInSystemHeader(D->getLocation()))
      Globals.insert(cast<NamedDecl>(D)->getNameAsString());
  return Globals;
}

// Whether the file may be included twice.
bool isGuarded(const Unit& U) {
  const llvm::StringRef Text = U.Sources.getBufferData(U.Sources.getMainFileID());
  return llvm::Regex("^[ \t]*#[ \t]*pragma[ \t]+once", llvm::Regex::Newline).match(Text) ||
         llvm::Regex("#[ \t]*ifndef[ \t]+([A-Za-z_0-9]+)[ \t\r\n]+#[ \t]*define[ \t]+\\1").match(Text);
}

// The recipes of the header would be lost.
Status leftOut(const std::string& Header, const std::string& Source) {
  return unusable("'" + Source + "' and '" + Header + "' have one companion, but '" + Source + "' does not include '" +
                  Header + "': include it there, or give one of them another name");
}

/// Everything before `emit`. Nothing if the file was refused.
std::optional<Described> understand(Unit& U, const Job& J, Status& Result, std::vector<std::string>& Read) {
  const std::string& File = J.File;
  const std::string Name = nameBelow(J.Base, File);
  Inspection Of = inspect(U, File, Scope::Companion);
  checkReach(U, Of);
  Result = settle(U, Of);
  if (Result != Status::Done) return std::nullopt;

  Described Understood;
  ir::Unit& Lowered = Understood.Unit;
  Lowered.What = Of.Form;
  Lowered.FileName = Name;
  llvm::SmallString<128> Companion(Name);
  llvm::sys::path::replace_extension(Companion, ".run.h");
  Lowered.Companion = Companion.str().str();
  if (U.OwnHeader) {
    llvm::SmallString<128> Header(Name);
    llvm::sys::path::replace_extension(Header, llvm::sys::path::extension(U.OwnHeader->getName()));
    Lowered.OwnHeader = Header.str().str();
    // It comes in the middle of the header, and could not have what the source defines.
    if (U.CompanionInHeader.isValid() && (U.includesCompanion() || hasExplicitForms(U))) {
      Result = unusable("'" + Name + "' and '" + Lowered.OwnHeader + "' have one companion, which '" +
                        Lowered.OwnHeader + "' includes for its own functions: give one of them another name");
      return std::nullopt;
    }
  }
  Inclusions Needed = inclusionsFor(U, Of.Checked, Name, Lowered.What);
  Lowered.Includes = std::move(Needed.First);
  Lowered.IncludesLast = std::move(Needed.Last);
  llvm::append_range(Lowered.Includes, companionsOf(Of.Found.Declared, U, J, Read));
  Lowered.Targets = lowerTargets(U, Of.Checked, Of.Found, Of.Shapes, Lowered.Enumerations, Understood.Known);
  Lowered.Functions = lowerFunctions(U, Of.Checked, Understood.Known);
  Lowered.Recipes = lowerRecipes(U, Of.Checked, Of.Shapes, Of.Form, Name, mainText(U));
  Lowered.Macros = userMacros(U);
  Lowered.Globals = userGlobals(U);
  for (const SourceLocation Inclusion : U.OwnCompanions)
    Lowered.Inclusions.push_back(U.Sources.getFileOffset(Inclusion));
  Lowered.IncludesBack = Of.Form == ir::Unit::Form::OneFile && isHeader(File) && isGuarded(U);
  return Understood;
}

std::optional<Described> readUnit(const Job& J, Status& Result, std::vector<std::string>& Dependencies) {
  Result = Status::Unusable;
  if (!llvm::sys::fs::exists(J.File) || llvm::sys::fs::is_directory(J.File)) {
    unusable(llvm::sys::fs::exists(J.File) ? "'" + J.File + "' is a directory" : "no such file: '" + J.File + "'");
    return std::nullopt;
  }
  // The compile command may belong to another folder.
  llvm::SmallString<256> File(J.File);
  if (!J.WorkingDirectory.empty()) llvm::sys::fs::make_absolute(File);
  std::optional<Described> Lowered;
  std::vector<std::string> Sources;
  const ParseOutcome Outcome = parse({File.str().str(), J.Flags, J.WorkingDirectory},
                                     [&](Unit& U) { Lowered = understand(U, J, Result, Sources); });
  for (const Issue& I : Outcome.Issues) llvm::errs() << I.Rendered;
  for (const std::string& Flag : Outcome.DroppedFlags)
    llvm::errs() << "run-autoconvert: note: left out a flag that Clang does not know: " << Flag << "\n";
  if (!Outcome.Parsed && Outcome.HasPolicy) unusable("cannot read '" + J.File + "' with these flags");
  Dependencies = Outcome.Dependencies;
  llvm::append_range(Dependencies, Sources);
  if (Lowered && !J.Header.empty() && Lowered->Unit.OwnHeader != nameBelow(J.Base, J.Header)) {
    Result = leftOut(nameBelow(J.Base, J.Header), Lowered->Unit.FileName);
    return std::nullopt;
  }
  return Lowered;
}

std::string companionPath(const Job& J) {
  llvm::SmallString<256> Path;
  if (J.OutputDirectory.empty()) {
    Path = J.File;
  } else {
    Path = J.OutputDirectory;
    llvm::sys::path::append(Path, nameBelow(J.Base, J.File));
  }
  llvm::sys::path::replace_extension(Path, ".run.h");
  return Path.str().str();
}

// Why it may not be written for this file, which was not read yet: what is there is another one's. Empty if it may.
std::string takenFrom(const std::string& Companion, const Job& J, const std::string& Name) {
  const std::string Origin = originOf(Companion);
  // A source has its header's companion, if it includes it.
  if (Origin.empty() || Origin == Name || haveOneCompanion(Origin, Name)) return {};
  std::string Why = "'" + Companion + "' is the companion of '" + Origin + "'";
  if (!haveOneCompanion(Name, Origin)) return Why + ": give '" + Name + "' another name";
  llvm::SmallString<256> Source(J.File);
  llvm::sys::path::replace_extension(Source, llvm::sys::path::extension(Origin));
  if (!llvm::sys::fs::exists(Source)) return {};
  return Why + ", and with it of '" + Name + "': convert '" + Origin + "'";
}

}  // namespace

void joinCompanions(std::vector<Job>& Jobs) {
  llvm::StringMap<std::size_t> Headers;  // by their paths without extension
  for (std::size_t I = 0; I < Jobs.size(); ++I)
    if (isHeader(Jobs[I].File)) Headers.try_emplace(stemPath(Jobs[I].File), I);
  std::vector<char> IsJoined(Jobs.size(), 0);
  for (Job& J : Jobs) {
    const auto Header = isHeader(J.File) ? Headers.end() : Headers.find(stemPath(J.File));
    if (Header == Headers.end()) continue;
    J.Header = Jobs[Header->second].File;
    IsJoined[Header->second] = 1;
  }
  std::size_t At = 0;
  llvm::erase_if(Jobs, [&](const Job&) { return IsJoined[At++] != 0; });
}

Status convert(const Job& J) {
  const std::string Header = companionPath(J);
  const std::string Source = Header.substr(0, Header.size() - 1) + "cpp";
  const std::string Name = nameBelow(J.Base, J.File);
  if (const std::string Why = takenFrom(Header, J, Name); !Why.empty()) return unusable(Why);

  for (const std::string& Place : {Header, Source}) {
    std::uint64_t Size = 0;
    if (!llvm::sys::fs::file_size(Place, Size) && Size != 0 && llvm::sys::fs::is_regular_file(Place) &&
        originOf(Place).empty())
      return unusable("'" + Place + "' was not written by run-autoconvert: move it away first");
  }

  Status Result = Status::Unusable;
  std::vector<std::string> Dependencies;
  const std::optional<Described> Lowered = readUnit(J, Result, Dependencies);
  std::string Error;
  if (Lowered) {
    if (const std::string Origin = originOf(Header);
        haveOneCompanion(Origin, Name) && Lowered->Unit.OwnHeader != Origin)
      return leftOut(Origin, Name);
    const Companion Text = emit(Lowered->Unit);
    Error = writeIfChanged(Header, Text.Header);
    if (Error.empty() && !Text.Source.empty()) Error = writeIfChanged(Source, Text.Source);
    if (Error.empty() && Text.Source.empty() && originOf(Source) == Name) llvm::sys::fs::remove(Source);
    if (Error.empty() && !J.Depfile.empty())
      Error = writeIfChanged(J.Depfile, dependencyRule(J.Stamp.empty() ? Header : J.Stamp, Dependencies));
    if (Error.empty() && !J.Stamp.empty()) {
      // The stamp's time is what counts.
      llvm::sys::fs::remove(J.Stamp);
      Error = writeIfChanged(J.Stamp, "");
    }
    if (Error.empty()) return Status::Done;
    Result = unusable(Error);
  }
  // An old companion must not be taken for the new one.
  for (const std::string& Old : {Header, Source})
    if (originOf(Old) == Name) llvm::sys::fs::remove(Old);
  if (!J.Stamp.empty()) llvm::sys::fs::remove(J.Stamp);
  return Result;
}

Status print(const Job& J, Listing What) {
  Status Result = Status::Unusable;
  std::vector<std::string> Dependencies;
  const std::optional<Described> Understood = readUnit(J, Result, Dependencies);
  if (!Understood) return Result;
  const ir::Unit* const Lowered = &Understood->Unit;
  switch (What) {
    case Listing::Recipes:
      for (const ir::Recipe& R : Lowered->Recipes)
        llvm::outs() << R.File << ":" << R.Line << ": " << R.Function << " -> " << R.Result << "\n";
      break;
    case Listing::Ir:
      llvm::outs() << ir::print(*Lowered);
      break;
    case Listing::Targets:
      for (const ir::Target& T : Lowered->Targets) {
        llvm::outs() << T.Name << "\n";
        for (const ir::TargetArgument& A : T.Arguments) {
          llvm::outs() << "  " << A.Name << ": " << A.Types.front();
          if (!A.DefaultText.empty()) llvm::outs() << " = " << A.DefaultText;
          if (!A.Doc.empty()) llvm::outs() << "  // " << A.Doc;
          llvm::outs() << "\n";
        }
      }
      break;
  }
  return Result;
}

Status printMetadata(const std::vector<Job>& Jobs, const std::string& Output) {
  auto Worst = Status::Done;
  std::vector<Described> Files;
  for (const Job& J : Jobs) {
    Status Result = Status::Unusable;
    std::vector<std::string> Dependencies;
    if (std::optional<Described> Understood = readUnit(J, Result, Dependencies))
      Files.push_back(std::move(*Understood));
    if (static_cast<int>(Result) > static_cast<int>(Worst)) Worst = Result;
  }
  if (Worst != Status::Done) return Worst;  // half of it would make good files look bad
  const std::string Text = metadataText(Files);
  if (Output.empty()) {
    llvm::outs() << Text;
    return Worst;
  }
  const std::string Error = writeIfChanged(Output, Text);
  return Error.empty() ? Worst : unusable(Error);
}

}  // namespace autoconvert
