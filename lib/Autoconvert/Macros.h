// The macros in a recipe's text => whether the text still says the same where the companion repeats it.
#pragma once

#include <string>

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class LangOptions;
}

namespace autoconvert {

namespace ir {
struct Recipe;
}
class Findings;
struct MacroUse;
struct Recipe;
struct Unit;

/// Refuses macros that are changed or undefined between the recipe and the end of its file (or the place where the file
/// includes its companion), and names whose meaning is the place or the function they stand in.
void checkMacros(const Recipe& R, const Unit& U, Findings& Into);

/// The macros that a stretch of a file says or asks for.
llvm::ArrayRef<MacroUse> macroUsesIn(clang::SourceRange Range, const Unit& U);

/// Refuses a macro of a name that the tool writes into the recipe's text: one that the recipe says itself, where the
/// text goes into a companion (which hides all others); any, where it is rewritten `InPlace`.
void checkOwnNames(const Recipe& R, const ir::Recipe& Lowered, bool InPlace, const Unit& U, Findings& Into);

/// Whether one use of a macro writes all of it.
bool isWrittenByMacro(clang::SourceRange Range, const Unit& U);

/// What a macro wrote there, to be written down in its place: empty if it would not mean the same.
std::string macroText(clang::SourceRange Range, const Unit& U);

/// In the text, which begins there: directives, and what they leave out; from where to where, in order.
std::vector<std::pair<unsigned, unsigned>> directivesIn(llvm::StringRef Text, clang::SourceLocation Begin,
                                                        const Unit& U);

/// Whether the text opens an `#if` that it does not close, or the other way round: without it, the rest is no C++.
bool splitsConditional(llvm::StringRef Text, const clang::LangOptions& Language);

}  // namespace autoconvert
