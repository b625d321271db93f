#include "Attributes.h"

#include "Policy.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

namespace {

// Clang skips the arguments of an attribute from elsewhere; they are read from the text: what stands between the
// parentheses that follow the name.
llvm::SmallVector<Token, 2> argumentTokens(SourceLocation Name, const Sema& S) {
  llvm::SmallVector<Token, 2> Words;
  auto Next = Lexer::findNextToken(S.SourceMgr.getSpellingLoc(Name), S.SourceMgr, S.getLangOpts());
  // The location is that of the first part of run::autoconvert.
  while (Next && (Next->is(tok::coloncolon) || Next->is(tok::raw_identifier)))
    Next = Lexer::findNextToken(Next->getLocation(), S.SourceMgr, S.getLangOpts());
  if (!Next || Next->isNot(tok::l_paren)) return Words;
  while ((Next = Lexer::findNextToken(Next->getLocation(), S.SourceMgr, S.getLangOpts()))) {
    if (Next->is(tok::r_paren) || Next->is(tok::eof)) break;
    if (Next->isNot(tok::comma)) Words.push_back(*Next);
  }
  return Words;
}

thread_local Sema* LastSema = nullptr;
thread_local std::vector<WrittenAttribute> Written;

// Clang drops attributes that it does not know before they reach the AST. A registered one is kept as an annotation
// whose text is the attribute's name and whose arguments are string literals of the words, as they are written.
template <const char* const& Name>
struct RunAttribute : ParsedAttrInfo {
  RunAttribute() {
    OptArgs = 15;
    static constexpr Spelling Known[] = {{ParsedAttr::AS_CXX11, Name}, {ParsedAttr::AS_C23, Name}};
    Spellings = Known;
  }

  AttrHandling handleDeclAttribute(Sema& S, Decl* D, const ParsedAttr& Attr) const override {
    if (LastSema != &S) Written.clear();
    LastSema = &S;
    llvm::SmallVector<Expr*, 2> Arguments;
    ASTContext& Context = S.Context;
    for (const Token& Word : argumentTokens(Attr.getLoc(), S)) {
      const std::string Text = Lexer::getSpelling(Word, S.SourceMgr, S.getLangOpts());
      Arguments.push_back(StringLiteral::Create(
          Context, Text, StringLiteralKind::Ordinary, /*Pascal=*/false,
          Context.getStringLiteralArrayType(Context.CharTy, static_cast<unsigned>(Text.size())), Word.getLocation()));
    }
    auto* Said = AnnotateAttr::Create(Context, Name, Arguments.data(), static_cast<unsigned>(Arguments.size()), Attr);
    D->addAttr(Said);
    Written.push_back({D, Said});
    return AttributeApplied;
  }

  // Reported where the attribute is found on no declaration.
  AttrHandling handleStmtAttribute(Sema& /*S*/, Stmt* /*On*/, const ParsedAttr& /*Attr*/,
                                   Attr*& /*Result*/) const override {
    return AttributeNotApplied;
  }
};

constexpr const char* Autoconvert = "run::autoconvert";
constexpr const char* Configurable = "run::configurable";
constexpr const char* Exempt = "run::exempt";
constexpr const char* Target = "run::target";
constexpr const char* Tag = "run::tag";

const ParsedAttrInfoRegistry::Add<RunAttribute<Autoconvert>> AddAutoconvert(Autoconvert, "a recipe");
const ParsedAttrInfoRegistry::Add<RunAttribute<Configurable>> AddConfigurable(Configurable, "a target");
const ParsedAttrInfoRegistry::Add<RunAttribute<Exempt>> AddExempt(Exempt, "executed while converting");
const ParsedAttrInfoRegistry::Add<RunAttribute<Target>> AddTarget(Target, "a target's name");
const ParsedAttrInfoRegistry::Add<RunAttribute<Tag>> AddTag(Tag, "a tag of an argument");

const AnnotateAttr* find(const Decl* D, llvm::StringRef Name) {
  if (D == nullptr) return nullptr;
  for (const Decl* Redeclaration : D->redecls())
    for (const auto* Attr : Redeclaration->specific_attrs<AnnotateAttr>())
      if (Attr->getAnnotation() == Name) return Attr;
  return nullptr;
}

}  // namespace

llvm::ArrayRef<const char*> attributeNames() {
  static constexpr const char* Names[] = {Autoconvert, Configurable, Exempt, Tag, Target};
  return Names;
}

llvm::ArrayRef<const char*> recipeWords() {
  static constexpr const char* Words[] = {"partial", "allow_control_flow", "no_inline"};
  return Words;
}

std::string argumentText(const Expr* Argument) {
  if (const auto* Literal = dyn_cast<StringLiteral>(Argument->IgnoreParenImpCasts())) return Literal->getString().str();
  return "?";
}

std::optional<std::string> argumentString(const Expr* Argument) {
  const std::string Text = argumentText(Argument);
  if (Text.size() < 2 || Text.front() != '"' || Text.back() != '"') return std::nullopt;
  return Text.substr(1, Text.size() - 2);
}

llvm::ArrayRef<WrittenAttribute> writtenAttributes(const ASTContext& Context) {
  if (semaOf(Context) == nullptr) return {};
  return Written;
}

const AnnotateAttr* recipeAttribute(const FunctionDecl* Function) { return find(Function, Autoconvert); }

std::optional<RecipeOptions> recipeOptions(const FunctionDecl* Function) {
  if (recipeAttribute(Function) == nullptr) return std::nullopt;
  RecipeOptions Options;
  // The attribute may stand on several declarations, and several times on one; what any of them asks for holds.
  for (const Decl* Redeclaration : Function->redecls()) {
    for (const auto* Attr : Redeclaration->specific_attrs<AnnotateAttr>()) {
      if (Attr->getAnnotation() != Autoconvert) continue;
      for (const Expr* Argument : Attr->args()) {
        const std::string Word = argumentText(Argument);
        if (Word == "partial")
          Options.Partial = true;
        else if (Word == "allow_control_flow")
          Options.AllowControlFlow = true;
        else if (Word == "no_inline")
          Options.NoInline = true;
        else
          Options.Unknown.push_back(Argument);
      }
    }
  }
  return Options;
}

Sema* semaOf(const ASTContext& Context) {
  return LastSema != nullptr && &LastSema->Context == &Context ? LastSema : nullptr;
}

void forgetSema() {
  LastSema = nullptr;
  Written.clear();
}

std::vector<SourceLocation> recipeAttributesOn(const Decl* D) {
  std::vector<SourceLocation> Places;
  for (const auto* Attr : D->specific_attrs<AnnotateAttr>())
    if (Attr->getAnnotation() == Autoconvert && !Attr->isInherited()) Places.push_back(Attr->getLocation());
  return Places;
}

bool isExempt(const Decl* D) {
  if (find(D, Exempt) != nullptr) return true;
  // The attributes say more than the policy.
  const Policy* Rules = PolicyInForce::get();
  const auto* Named = dyn_cast_or_null<NamedDecl>(D);
  if (Rules == nullptr || Named == nullptr || find(D, Configurable) != nullptr) return false;
  const std::string Name = Named->getQualifiedNameAsString();
  return Rules->exempts(Name) && !Rules->configures(Name);
}

bool isConfigurable(const Decl* D) {
  if (find(D, Configurable) != nullptr) return true;
  const Policy* Rules = PolicyInForce::get();
  const auto* Named = dyn_cast_or_null<NamedDecl>(D);
  // A pattern names many: of the functions, those that give something and are no recipes are meant.
  if (const auto* Function = dyn_cast_or_null<FunctionDecl>(D))
    if (Function->isMain() || Function->getReturnType()->isVoidType() || recipeAttribute(Function) != nullptr ||
        Function->isCXXInstanceMember() || isa<CXXConstructorDecl>(Function))
      return false;
  return Rules != nullptr && Named != nullptr && find(D, Exempt) == nullptr &&
         Rules->configures(Named->getQualifiedNameAsString());
}

std::string targetName(const Decl* D) {
  const AnnotateAttr* Attr = find(D, Target);
  if (Attr == nullptr || Attr->args_size() != 1) return {};
  return argumentString(*Attr->args_begin()).value_or("");
}

std::vector<std::string> tagsOf(const Decl* D) {
  std::vector<std::string> Tags;
  const auto add = [&](const Decl* Tagged) {
    for (const auto* Attr : Tagged->specific_attrs<AnnotateAttr>()) {
      if (Attr->getAnnotation() != Tag) continue;
      for (const Expr* Argument : Attr->args())
        if (const std::optional<std::string> Name = argumentString(Argument); Name && !llvm::is_contained(Tags, *Name))
          Tags.push_back(*Name);
    }
  };
  const auto* Parameter = dyn_cast<ParmVarDecl>(D);
  const auto* Function =
      Parameter == nullptr ? nullptr : dyn_cast_or_null<FunctionDecl>(Parameter->getParentFunctionOrMethod());
  if (Function == nullptr) {
    add(D);
    return Tags;
  }
  // The instance of a template has its parameters, without their attributes.
  if (const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern()) Function = Pattern;
  for (const FunctionDecl* Redeclaration : Function->redecls())
    if (Parameter->getFunctionScopeIndex() < Redeclaration->getNumParams())
      add(Redeclaration->getParamDecl(Parameter->getFunctionScopeIndex()));
  return Tags;
}

}  // namespace autoconvert
