// names spelled from the global namespace => as short as they may be where they stand.
#pragma once

#include <string>
#include <vector>

#include "Ir.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/StringSet.h"

namespace autoconvert {

/// Shortens what the tool wrote for a function: ::app::Layer is Layer in namespace app, ::run::Config is run::Config
/// unless something else there is called run. Only where every name surely means the same.
class Shortener {
 public:
  explicit Shortener(const clang::FunctionDecl* Function);

  std::string shorten(const std::string& Text) const;
  void shorten(ir::Recipe& R) const;

 private:
  void shorten(ir::Expression& E) const;
  std::string shortest(const std::vector<std::string>& Path) const;

  const clang::FunctionDecl* Place;
  llvm::StringSet<> Locals;  ///< parameters and whatever the body declares
};

/// What the names of such a text are, each followed from the global namespace.
std::vector<const clang::Decl*> declarationsIn(const std::string& Text, const clang::ASTContext& Context);

}  // namespace autoconvert
