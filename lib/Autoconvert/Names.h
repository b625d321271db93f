// declarations, types, constants => the text that names them from anywhere.
#pragma once

#include <optional>
#include <string>

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/TemplateBase.h"
#include "clang/AST/Type.h"

namespace autoconvert {

struct Unit;

/// ::app::Layer, ::std::vector<::app::Layer>, ::run::Config<::app::Layer>. Aliases are looked through; the standard
/// library's usual ones (std::string) and default template arguments are put back.
std::string spell(clang::QualType Type);
std::string spell(const clang::NamedDecl* D);
std::string spell(const clang::TemplateArgument& Argument);
/// The type of its address.
clang::QualType pointerTo(const clang::FunctionDecl* Function);
/// (int, const ::std::string&) const
std::string spellParameters(const clang::FunctionDecl* Function);
/// &::app::make, static_cast<int (*)(int)>(&::app::make) for one of several overloads, &::app::make<int>.
std::string spellPointer(const clang::FunctionDecl* Function);
/// A static const member that its class declares, and nobody defines: it has a value, but cannot be referred to.
bool hasValueOnly(const clang::ValueDecl* D);
/// The target that a call of the function is: ::run::Fn<&::app::make>. A conversion function is a constructor of what
/// it gives: ::run::Constructor<::app::Number, ::app::Counter>.
std::string spellCall(const clang::FunctionDecl* Function);

/// The name for people and YAML: app::Layer, without inline and anonymous namespaces.
std::string readableName(const clang::NamedDecl* D);
std::string readableName(clang::QualType Type);
/// <int, 3> of the instance of a template; empty for others.
std::string templateArguments(const clang::NamedDecl* D);

/// Whether a class alone declares it, as its friend: calls find it by their arguments, its name nobody does.
bool isHiddenFriend(const clang::FunctionDecl* Function);
/// Whether code outside can name it: no private or local part in the name, down to the template arguments.
bool isNameable(clang::QualType Type);
bool isNameable(const clang::NamedDecl* D);

/// The constant as a literal or an enumerator; nothing when it is no scalar constant.
std::optional<std::string> spellConstant(const clang::Expr* E, clang::ASTContext& Context);
/// The expression with every name in it spelled from the global namespace. Nothing when that cannot be done: names that
/// outsiders may not use, macros, lambdas.
std::optional<std::string> spellExpression(const clang::Expr* E, const Unit& U);
/// The expression as it stands in the source, in one line; of an `#if` in it, what the compiler reads.
std::string sourceText(clang::SourceRange Range, const Unit& U);

}  // namespace autoconvert
