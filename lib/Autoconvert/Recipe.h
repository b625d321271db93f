// The recipes of a file, before and after the gate.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "Attributes.h"
#include "Facts.h"
#include "Meaning.h"
#include "Parse.h"

namespace autoconvert {

class Findings;
class TargetShapes;
struct LocalState;

/// A function annotated [[run::autoconvert]].
struct Recipe {
  const clang::FunctionDecl* Definition;
  RecipeOptions Options;
};

/// A class made by an instance of a constructor template.
using ConstructorInstance = std::pair<const clang::CXXRecordDecl*, const clang::CXXConstructorDecl*>;

/// What one file asks for.
struct FoundRecipes {
  std::vector<Recipe> Recipes;                         ///< in the order of the source
  std::vector<const clang::FunctionDecl*> Declared;    ///< recipes that another file defines
  std::vector<const clang::NamedDecl*> Configurables;  ///< classes and functions
  std::vector<ConstructorInstance> Instances;
};

/// Where recipes are looked for: what is rewritten is in the main file, what is converted in that or in its own header,
/// what is checked may be in any of the user's headers.
enum class Scope { MainFile, Companion, UserFiles };

/// Finds them; a recipe of an impossible kind is a finding and left out.
FoundRecipes findRecipes(const Unit& U, Findings& Into, Scope Where = Scope::MainFile);

/// A change of the recipe's text.
struct Edit {
  clang::SourceRange Range;                  ///< tokens that are replaced
  std::shared_ptr<const Meaning> By;         ///< by this expression,
  std::shared_ptr<const LocalGroup> Locals;  ///< or by these declarations,
  bool IsInsertion = false;                  ///< or nothing is: `Text`, or the expression, goes in front,
  bool IsText = false;                       ///< or by `Text`
  bool IsDropped = false;                    ///< a branch that an instance of a template does not take
  std::string Text;
};

/// What the converted recipe returns.
struct RecipeResult {
  std::string Type;                      ///< ::run::Config<::app::Layer>; empty if the recipe is refused
  std::shared_ptr<const LocalState> Of;  ///< what the recipe knows of it; null where it has several results
  Facts Called = {};                     ///< of any of them: by path, what the setter takes that was called last
};

/// A recipe that can be converted. Only `check` makes one: the stages behind the gate report nothing.
class CheckedRecipe {
 public:
  const Recipe& recipe() const { return Of; }
  /// In the order of the source, without overlaps.
  const std::vector<Edit>& edits() const { return Edits; }
  const RecipeResult& result() const { return Result; }
  /// What the parameter is by default; null where it stays as the source says it.
  const Meaning* defaultOf(unsigned Parameter) const {
    return Parameter < Defaults.size() ? Defaults[Parameter].get() : nullptr;
  }
  const std::vector<const clang::FunctionDecl*>& calledRecipes() const { return Called; }
  const std::vector<const clang::CXXRecordDecl*>& classes() const { return Classes; }
  /// Whose members are set through what holds them, wherever they were made.
  const std::vector<const clang::CXXRecordDecl*>& reached() const { return Reached; }
  const std::vector<const clang::FunctionDecl*>& functions() const { return Functions; }
  /// Values that no target of theirs names.
  const std::vector<const clang::FunctionDecl*>& named() const { return Named; }
  const std::vector<ConstructorInstance>& constructors() const { return Constructors; }

 private:
  friend class CheckRecord;
  explicit CheckedRecipe(Recipe R) : Of(std::move(R)) {}

  Recipe Of;
  std::vector<Edit> Edits;
  RecipeResult Result;
  std::vector<std::shared_ptr<const Meaning>> Defaults;  ///< of the parameters
  std::vector<const clang::FunctionDecl*> Called;
  std::vector<const clang::CXXRecordDecl*> Classes;  ///< constructed
  std::vector<const clang::CXXRecordDecl*> Reached;
  std::vector<const clang::FunctionDecl*> Functions;  ///< called when built
  std::vector<const clang::FunctionDecl*> Named;
  std::vector<ConstructorInstance> Constructors;
};

/// Every rule on every recipe. The result is complete if nothing that is an error was added to `Into`.
std::vector<CheckedRecipe> check(const Unit& U, const FoundRecipes& Found, TargetShapes& Shapes, Findings& Into);

}  // namespace autoconvert
