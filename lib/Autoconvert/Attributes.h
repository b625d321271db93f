// [[run::autoconvert]] and its family: spelled in the source, carried through Clang as annotations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"

namespace clang {
class Sema;
}

namespace autoconvert {

/// What [[run::autoconvert(...)]] asks for.
struct RecipeOptions {
  bool Partial = false;
  bool AllowControlFlow = false;
  bool NoInline = false;
  std::vector<std::string> Unknown;  ///< arguments that mean nothing
};

/// The attribute on this declaration or on one before it; null if there is none.
const clang::AnnotateAttr* recipeAttribute(const clang::FunctionDecl* Function);
std::optional<RecipeOptions> recipeOptions(const clang::FunctionDecl* Function);

/// Whether [[run::autoconvert]] stands on this very declaration, whatever it declares.
bool hasRecipeAttribute(const clang::Decl* D);

/// The analyser that met one of the attributes last, on this thread, if the AST is its; else null. For a host that
/// gives the AST alone.
clang::Sema* semaOf(const clang::ASTContext& Context);
/// To be called before a file is parsed by such a host.
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
