// [[run::autoconvert]] and its family: spelled in the source, carried through Clang as annotations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class Sema;
}

namespace autoconvert {

/// What [[run::autoconvert(...)]] asks for.
struct RecipeOptions {
  bool Partial = false;
  bool AllowControlFlow = false;
  bool NoInline = false;
  std::vector<const clang::Expr*> Unknown;  ///< arguments that mean nothing
};

/// The names, run::autoconvert and its family.
llvm::ArrayRef<const char*> attributeNames();
/// The words that [[run::autoconvert(…)]] takes.
llvm::ArrayRef<const char*> recipeWords();

/// An argument as it is written, quotes included; the literal has its place.
std::string argumentText(const clang::Expr* Argument);
/// What an ordinary string literal "…" says; nothing for any other argument.
std::optional<std::string> argumentString(const clang::Expr* Argument);

/// One of the attributes where it is written.
struct WrittenAttribute {
  const clang::Decl* On;
  const clang::AnnotateAttr* Said;
};
/// All that Clang has met while it read the file, in order, wherever they stand.
llvm::ArrayRef<WrittenAttribute> writtenAttributes(const clang::ASTContext& Context);

/// The attribute on this declaration or on one before it; null if there is none.
const clang::AnnotateAttr* recipeAttribute(const clang::FunctionDecl* Function);
std::optional<RecipeOptions> recipeOptions(const clang::FunctionDecl* Function);

/// The analyser that met one of the attributes last, on this thread, if the AST is its; else null. For a host that
/// gives the AST alone.
clang::Sema* semaOf(const clang::ASTContext& Context);
/// To be called before a file is parsed.
void forgetSema();

/// Where it stands on this very declaration, as often as it does.
std::vector<clang::SourceLocation> recipeAttributesOn(const clang::Decl* D);

bool isExempt(const clang::Decl* D);
bool isConfigurable(const clang::Decl* D);
/// The name of [[run::target("name")]]; empty if there is none.
std::string targetName(const clang::Decl* D);
/// What the [[run::tag("name")]] on a member, a setter or a parameter say, each once, in order. Those of a parameter
/// may stand on any declaration of its function.
std::vector<std::string> tagsOf(const clang::Decl* D);

}  // namespace autoconvert
