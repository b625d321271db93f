#include "Shorten.h"

#include <set>
#include <vector>

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

using Meant = std::set<const Decl*>;

void add(Meant& Into, const DeclContext* Scope, const std::string& Name, const ASTContext& Context) {
  for (const NamedDecl* D : Scope->getPrimaryContext()->lookup(&Context.Idents.get(Name)))
    Into.insert(D->getUnderlyingDecl()->getCanonicalDecl());
}

/// What ::a::b::C is; nothing if it cannot be followed.
Meant meaningOf(llvm::ArrayRef<std::string> Path, const ASTContext& Context) {
  const DeclContext* Scope = Context.getTranslationUnitDecl();
  for (std::size_t I = 0;; ++I) {
    Meant Found;
    add(Found, Scope, Path[I], Context);
    if (Found.empty() || I + 1 == Path.size()) return Found;
    const auto* Inner = dyn_cast<DeclContext>(*Found.begin());
    if (Found.size() != 1 || Inner == nullptr) return {};
    if (const auto* Class = dyn_cast<CXXRecordDecl>(Inner)) {
      if (!Class->hasDefinition()) return {};
      Inner = Class->getDefinition();
    }
    Scope = Inner;
  }
}

/// What the name alone means in the function's scopes.
Meant meaningIn(const DeclContext* Scope, const std::string& Name, const ASTContext& Context) {
  Meant Found;
  for (; Scope != nullptr; Scope = Scope->getParent()) {
    if (Scope->isTransparentContext()) continue;
    add(Found, Scope, Name, Context);
    if (const auto* Class = dyn_cast<CXXRecordDecl>(Scope)) {
      // A base may have a member of that name.
      for (const CXXBaseSpecifier& Base : Class->bases()) {
        const CXXRecordDecl* Of = Base.getType()->getAsCXXRecordDecl();
        if (Of == nullptr || !Of->hasDefinition()) return {};
        add(Found, Of->getDefinition(), Name, Context);
      }
    } else {
      for (const UsingDirectiveDecl* Directive : Scope->getPrimaryContext()->using_directives())
        add(Found, Directive->getNominatedNamespace(), Name, Context);
    }
    if (!Found.empty()) return Found;
  }
  return Found;
}

struct LocalNames : RecursiveASTVisitor<LocalNames> {
  llvm::StringSet<>& Into;
  explicit LocalNames(llvm::StringSet<>& Set) : Into(Set) {}
  bool VisitNamedDecl(NamedDecl* D) {
    if (D->getDeclName().isIdentifier()) Into.insert(D->getName());
    return true;
  }
};

bool isWord(char C) { return llvm::isAlnum(C) || C == '_'; }

/// The text with each ::a::b in it replaced.
std::string eachName(const std::string& Text,
                     llvm::function_ref<std::string(const std::vector<std::string>& Path)> Replacement) {
  std::string Out;
  for (std::size_t I = 0; I < Text.size();) {
    const bool Begins = Text.compare(I, 2, "::") == 0 && (I == 0 || (!isWord(Text[I - 1]) && Text[I - 1] != '>')) &&
                        I + 2 < Text.size() && isWord(Text[I + 2]);
    if (!Begins) {
      Out += Text[I++];
      continue;
    }
    std::vector<std::string> Path;
    while (Text.compare(I, 2, "::") == 0 && I + 2 < Text.size() && isWord(Text[I + 2])) {
      const std::size_t Begin = I += 2;
      while (I < Text.size() && isWord(Text[I])) ++I;
      Path.push_back(Text.substr(Begin, I - Begin));
    }
    Out += Replacement(Path);
  }
  return Out;
}

}  // namespace

Shortener::Shortener(const FunctionDecl* Function) : Place(Function) {
  for (const ParmVarDecl* P : Function->parameters()) Locals.insert(P->getName());
  if (const FunctionTemplateDecl* Template = Function->getDescribedFunctionTemplate())
    for (const NamedDecl* P : *Template->getTemplateParameters()) Locals.insert(P->getName());
  if (Function->doesThisDeclarationHaveABody())
    LocalNames(Locals).TraverseStmt(const_cast<Stmt*>(Function->getBody()));  // NOLINT: the visitor has no const form
}

std::string Shortener::shortest(const std::vector<std::string>& Path) const {
  const ASTContext& Context = Place->getASTContext();
  // Everybody says where the standard library's names and ours come from.
  const bool KeepsAll = Path.front() == "std" || Path.front() == "run";
  for (std::size_t Begin = KeepsAll ? 0 : Path.size() - 1;; --Begin) {
    const Meant Wanted = meaningOf(llvm::ArrayRef<std::string>(Path).take_front(Begin + 1), Context);
    if (!Wanted.empty() && !Locals.contains(Path[Begin]) &&
        meaningIn(Place->getDeclContext(), Path[Begin], Context) == Wanted)
      return llvm::join(llvm::ArrayRef<std::string>(Path).drop_front(Begin), "::");
    if (Begin > 0) continue;
    // The library's header is still to be included.
    const bool IsNew = Path.front() == "run" && Wanted.empty() && !Locals.contains("run") &&
                       meaningIn(Place->getDeclContext(), "run", Context).empty();
    return (IsNew ? "" : "::") + llvm::join(Path, "::");
  }
}

std::string Shortener::shorten(const std::string& Text) const {
  return eachName(Text, [&](const std::vector<std::string>& Path) { return shortest(Path); });
}

void Shortener::shorten(ir::Expression& E) const {
  E.Text = shorten(E.Text);
  E.Callee = shorten(E.Callee);
  E.Overload = shorten(E.Overload);
  E.Move = shorten(E.Move);
  for (ir::Named& Argument : E.Arguments) shorten(Argument.Of);
  for (ir::Named& Setting : E.Settings) shorten(Setting.Of);
  for (ir::Expression& Part : E.Parts) shorten(Part);
}

void Shortener::shorten(ir::Recipe& R) const {
  R.Result = shorten(R.Result);
  for (ir::Change& C : R.Changes) {
    shorten(C.By);
    for (ir::Local& Local : C.Declared.All) {
      Local.Type = shorten(Local.Type);
      shorten(Local.Value);
    }
  }
}

std::vector<const Decl*> declarationsIn(const std::string& Text, const ASTContext& Context) {
  std::vector<const Decl*> Found;
  eachName(Text, [&](const std::vector<std::string>& Path) {
    for (const Decl* D : meaningOf(Path, Context))
      if (!isa<NamespaceDecl>(D)) Found.push_back(D);
    return std::string();
  });
  return Found;
}

}  // namespace autoconvert
