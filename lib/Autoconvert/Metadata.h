// What configurations are made of, for those who have not the program: targets, types, recipes => JSON.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "Ir.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"

namespace autoconvert {

/// The words of docs/run-config.md.
struct TypeShape {
  std::string Kind;
  std::vector<std::string> Parts;  ///< names of types
  std::uint64_t Extent = 0;        ///< of a std::array
  bool IsSigned = false;
  bool IsShared = false;
  std::uint64_t Size = 0;
  std::vector<std::pair<std::string, std::int64_t>> Enumerators;
};

/// What generated code has no use for: it has the types themselves.
struct Metadata {
  struct Place {
    std::string File;
    unsigned Line = 0;
    std::string Pointer;  ///< of a function: the type of its address
  };
  std::map<std::string, TypeShape> Types;  ///< by their names
  std::map<std::string, Place> Targets;    ///< by ir::Target::Type

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

}  // namespace autoconvert
