// function template, or member of a class template => the recipes that its instantiations are.
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
/// The same of a member of a class template, or of a partial specialisation: one for each instance of the class.
std::vector<const clang::FunctionDecl*> instantiationsOf(const clang::CXXMethodDecl* Member, clang::Sema& S);

/// Whether the companion of the template's file has the converted form of the instance. True for other functions.
bool isAskedFor(const clang::FunctionDecl* Function, const Unit& U);

/// The declarations that give the names of the template's parameters their meaning: `using T = int;`,
/// `static constexpr int N = 3;`. Empty for a function that is no instantiation.
std::vector<std::string> bindingsOf(const clang::FunctionDecl* Function);
/// A parameter that no declaration can stand for, or null.
const clang::NamedDecl* unboundParameter(const clang::TemplateParameterList* Parameters);
/// The parameters of the class template, or partial specialisation, that the class is the pattern of; null for others.
const clang::TemplateParameterList* parametersOf(const clang::CXXRecordDecl* Pattern);

/// `auto n`: a template parameter without a name.
bool isAbbreviated(const clang::ParmVarDecl* Parameter);

/// What the recipe's instances are made from: a member of a class template, which no function template is.
const clang::FunctionDecl* memberPattern(const clang::FunctionDecl* Function);

/// The definition as the source has it.
const clang::FunctionDecl* writtenDefinition(const clang::FunctionDecl* Function);
/// The function's declarations as the source has them: an instantiation has those of its template.
std::vector<const clang::FunctionDecl*> writtenDeclarations(const clang::FunctionDecl* Function);

}  // namespace autoconvert
