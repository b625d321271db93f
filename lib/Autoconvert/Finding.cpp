#include "Finding.h"

#include <algorithm>
#include <tuple>

#include "Suppress.h"
#include "clang/Basic/SourceManager.h"

namespace autoconvert {

namespace {

constexpr const char* ExplicitForm =
    "write the explicit form instead: an ordinary function that returns run::Config may do anything, and recipes may "
    "call it";

// One row a rule, in the order of the enumeration.
constexpr RuleText Texts[] = {
    {"run-control-flow",
     "make the choice a parameter of the recipe, annotate it [[run::autoconvert(allow_control_flow)]], or write the "
     "explicit form: an ordinary function that returns run::Config",
     false},
    {"run-exception", ExplicitForm, false},
    {"run-coroutine", "return the object itself: a recipe is an ordinary function", false},
    {"run-lambda", "name it: define a function at namespace scope and pass that function", false},
    {"run-local-class", "define the class at namespace scope", false},
    {"run-local-function", "declare the function at namespace scope", false},
    {"run-member-call",
     "pass the setting to the constructor, assign a public member, or call a setter with one argument: set_x(v), "
     "setX(v), SetX(v) or a fluent x(v)",
     false},
    {"run-operator", "call a named function that takes both objects: its call becomes a node of the configuration",
     false},
    {"run-value-of-configured",
     "annotate the function [[run::exempt]] to call it while the recipe is converted, or pass its result straight to "
     "an argument so that it is called when the configuration is built",
     false},
    {"run-raw-new", "use std::make_unique or std::make_shared", false},
    {"run-reference", "return or pass the object by value, by std::unique_ptr or by std::shared_ptr", false},
    {"run-inaccessible", "give the class a public constructor or a public factory function", false},
    {"run-ambiguous-parameter", "give each parameter and field a name of its own", false},
    {"run-nothing-configured",
     "return an object of a class that is constructed here, or the result of a function that is called when the "
     "configuration is built; drop the attribute if the function is no recipe",
     false},
    {"run-recipe-kind", "annotate a free function or a static member function that returns the object it builds",
     false},
    {"run-recursion",
     "write the nesting out, or write the explicit form: an ordinary function that returns "
     "run::Config",
     false},
    {"run-static-local", "make it a parameter of the recipe, or a constant: static constexpr, or at namespace scope",
     false},
    {"run-asm", "call a function that holds the assembly", false},
    {"run-macro", "write the expansion out, or pass the whole construction as one argument of the macro", false},
    {"run-unsupported", ExplicitForm, false},
    {"run-attribute", "the arguments of [[run::autoconvert]] are: partial, allow_control_flow, no_inline", false},
    {"run-unreachable-recipe",
     "declare it in a header, or write `#include \"<this file's name>.run.h\"` after the recipes of this file", true},
};

}  // namespace

const RuleText& textOf(Rule R) { return Texts[static_cast<std::size_t>(R)]; }

llvm::ArrayRef<RuleText> allRules() { return Texts; }

Finding& Findings::add(Rule Id, clang::SourceLocation Where, clang::SourceRange Range, std::string Message) {
  All.push_back({Id, Where, Range, std::move(Message), {}, {}});
  return All.back();
}

bool Findings::hasErrors() const {
  return llvm::any_of(All, [](const Finding& F) { return !textOf(F.Id).IsWarning; });
}

const std::vector<Finding>& Findings::inOrder(const clang::SourceManager& SM) {
  std::sort(All.begin(), All.end(), [&](const Finding& A, const Finding& B) {
    const clang::SourceLocation WhereA = SM.getFileLoc(A.Where);
    const clang::SourceLocation WhereB = SM.getFileLoc(B.Where);
    if (WhereA != WhereB) return SM.isBeforeInTranslationUnit(WhereA, WhereB);
    return std::tie(A.Id, A.Message) < std::tie(B.Id, B.Message);
  });
  // The instances of a template have the same to say.
  const auto isSame = [&](const Finding& A, const Finding& B) {
    return A.Id == B.Id && A.Message == B.Message && SM.getFileLoc(A.Where) == SM.getFileLoc(B.Where);
  };
  All.erase(std::unique(All.begin(), All.end(), isSame), All.end());
  return All;
}

bool Findings::report(clang::DiagnosticsEngine& Diags) {
  const clang::SourceManager& SM = Diags.getSourceManager();
  const auto say = [&](clang::DiagnosticIDs::Level Level, clang::SourceLocation Where, const std::string& Message) {
    // The text is an argument: what it quotes may look like a placeholder.
    return std::move(Diags.Report(Where, Diags.getDiagnosticIDs()->getCustomDiagID(Level, "%0")) << Message);
  };
  const auto addNote = [&](clang::SourceLocation Where, const std::string& Message,
                           llvm::ArrayRef<clang::FixItHint> Fixes = {}) {
    auto Builder = say(clang::DiagnosticIDs::Note, Where, Message);
    for (const clang::FixItHint& Fix : Fixes) Builder << Fix;
  };
  bool AnyError = false;
  for (const Finding& F : inOrder(SM)) {
    const RuleText& Text = textOf(F.Id);
    const clang::SourceLocation Where = SM.getFileLoc(F.Where);
    const Suppression Attempt = suppressionOf(Where, Text.Id, SM);
    if (Text.IsWarning && Attempt.Covers) continue;
    AnyError |= !Text.IsWarning;
    {
      auto Builder = say(Text.IsWarning ? clang::DiagnosticIDs::Warning : clang::DiagnosticIDs::Error, Where,
                         F.Message + " [" + std::string(Text.Id) + "]");
      if (F.Range.isValid()) Builder << clang::CharSourceRange::getTokenRange(F.Range);
      for (const clang::FixItHint& Fix : F.Fixes) Builder << Fix;
    }
    for (const Note& N : F.Notes) addNote(SM.getFileLoc(N.Where), N.Text, N.Fixes);
    if (F.Notes.empty()) addNote(clang::SourceLocation(), Text.WayOut);
    if (Attempt.Comment.isValid())
      addNote(Attempt.Comment, Attempt.Covers
                                   ? "an error cannot be suppressed: without a conversion there is nothing to call"
                                   : "this NOLINTBEGIN has no NOLINTEND that names the same, and suppresses nothing");
  }
  return AnyError;
}

}  // namespace autoconvert
