// function template => the recipes that its instantiations are.
#pragma once

#include <string>
#include <vector>

#include "clang/AST/DeclTemplate.h"

namespace clang {
class Sema;
}

namespace autoconvert {

struct Unit;

/// The instantiations that the file asks for: explicit ones, and those that its recipes call. Each with its body.
std::vector<const clang::FunctionDecl*> instantiationsOf(const clang::FunctionTemplateDecl* Template, clang::Sema& S);

/// Whether the companion of the template's file has the converted form of the instance. True for other functions.
bool isAskedFor(const clang::FunctionDecl* Function, const Unit& U);

/// The declarations that give the names of the template's parameters their meaning: `using T = int;`,
/// `static constexpr int N = 3;`. Empty for a function that is no instantiation.
std::vector<std::string> bindingsOf(const clang::FunctionDecl* Function);
/// A parameter that no declaration can stand for, or null.
const clang::NamedDecl* unboundParameter(const clang::FunctionTemplateDecl* Template);

/// `auto n`: a template parameter without a name.
bool isAbbreviated(const clang::ParmVarDecl* Parameter);

/// The definition as the source has it.
const clang::FunctionDecl* writtenDefinition(const clang::FunctionDecl* Function);
/// The function's declarations as the source has them: an instantiation has those of its template.
std::vector<const clang::FunctionDecl*> writtenDeclarations(const clang::FunctionDecl* Function);

}  // namespace autoconvert
