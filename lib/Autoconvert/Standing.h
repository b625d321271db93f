// a recipe => where its converted form stands, and the name that it has there.
#pragma once

#include <string>
#include <vector>

#include "Ir.h"
#include "clang/AST/Decl.h"

namespace autoconvert {

std::vector<ir::Namespace> namespacesOf(const clang::FunctionDecl* Function);
/// The classes that a static member lies in, from the outermost on.
std::vector<std::string> classesOf(const clang::FunctionDecl* Function);
/// The class that is written for it: autoconvert_Factory_model, and for a class in a class
/// autoconvert_Factory_Part_model::inner. Empty for what needs none.
std::string scopeOf(const clang::FunctionDecl* Function);
/// The name within the function's namespaces: ::app::Name.
std::string qualified(const clang::FunctionDecl* Function, const std::string& Name);

}  // namespace autoconvert
