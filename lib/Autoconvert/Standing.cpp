#include "Standing.h"

#include <algorithm>

#include "Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

std::vector<ir::Namespace> namespacesOf(const FunctionDecl* Function) {
  std::vector<ir::Namespace> Found;
  for (const DeclContext* Scope = Function->getDeclContext(); Scope != nullptr; Scope = Scope->getParent())
    if (const auto* Namespace = dyn_cast<NamespaceDecl>(Scope))
      Found.push_back({Namespace->getNameAsString(), Namespace->isInline()});
  std::reverse(Found.begin(), Found.end());
  return Found;
}

std::vector<std::string> classesOf(const FunctionDecl* Function) {
  std::vector<std::string> Found;
  for (const DeclContext* Scope = Function->getDeclContext(); Scope != nullptr; Scope = Scope->getParent())
    if (const auto* Class = dyn_cast<CXXRecordDecl>(Scope)) Found.push_back(spell(cast<NamedDecl>(Class)));
  std::reverse(Found.begin(), Found.end());
  return Found;
}

std::string scopeOf(const FunctionDecl* Function) {
  std::string Name;
  std::string Inner;
  std::vector<const TemplateArgument*> Arguments;
  for (const DeclContext* Scope = Function->getDeclContext(); Scope != nullptr; Scope = Scope->getParent()) {
    const auto* Class = dyn_cast<CXXRecordDecl>(Scope);
    if (Class == nullptr) continue;
    if (!Name.empty()) Inner += "::inner";
    Name = Class->getNameAsString() + "_" + Name;
    if (const auto* Instance = dyn_cast<ClassTemplateSpecializationDecl>(Class))
      for (const TemplateArgument& Argument : Instance->getTemplateArgs().asArray()) Arguments.push_back(&Argument);
  }
  if (const TemplateArgumentList* Own = Function->getTemplateSpecializationArgs())
    for (const TemplateArgument& Argument : Own->asArray()) Arguments.push_back(&Argument);
  else if (Name.empty())
    return {};
  // Overloads have the same name, but not the same type.
  const bool IsOverloaded =
      llvm::count_if(Function->getDeclContext()->lookup(Function->getDeclName()), [](const Decl*) { return true; }) > 1;
  std::string Suffix;
  const auto add = [&](const std::string& Part) {
    Suffix += '_';
    for (const char C : Part)
      if (llvm::isAlnum(C) || Suffix.back() != '_') Suffix += llvm::isAlnum(C) ? C : '_';
  };
  for (const TemplateArgument* Argument : Arguments) add(spell(*Argument));
  if (IsOverloaded)
    for (const ParmVarDecl* P : Function->parameters()) add(spell(P->getType()));
  return "autoconvert_" + Name + Function->getNameAsString() + Suffix + Inner;
}

std::string qualified(const FunctionDecl* Function, const std::string& Name) {
  std::string Text = "::";
  for (const ir::Namespace& Namespace : namespacesOf(Function))
    if (!Namespace.Name.empty()) Text += Namespace.Name + "::";
  return Text + Name;
}

}  // namespace autoconvert
