// Declarations => what configurations are made of, for those who have not the program, as JSON.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../Runtime/TargetsFile.h"
#include "Ir.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"

namespace autoconvert {

namespace targets = run::targets;

/// What generated code has no use for: it has the types themselves.
struct Metadata {
  struct Place {
    std::string File;
    unsigned Line = 0;
    std::string Pointer;  ///< of a function: the type of its address
  };
  std::map<std::string, targets::Type> Types;  ///< by their names
  std::map<std::string, Place> Targets;        ///< by ir::Target::Type

  /// The type that an argument of it is kept as, with all that it is made of.
  void add(clang::QualType Argument, clang::ASTContext& Context);
  void addTarget(const std::string& Type, const clang::NamedDecl* Declared);
  void addBase(const clang::CXXRecordDecl* Base);
};

/// ::std::vector<::app::Layer> => std::vector<app::Layer>
std::string nameOfSpelled(const std::string& Spelled);

struct Described {
  ir::Unit Unit;
  Metadata Known;
};

/// One text for all files; what several of them have is there once.
std::string metadataText(const std::vector<Described>& Files);

/// Whether a container compares its keys by more than a type, a function for one: then it is more than its elements.
bool keepsComparison(const clang::CXXRecordDecl* Container);

}  // namespace autoconvert
