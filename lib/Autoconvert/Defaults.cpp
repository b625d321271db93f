#include "Defaults.h"

#include "Names.h"
#include "Overloads.h"
#include "Parse.h"
#include "TargetShape.h"
#include "Tokens.h"
#include "Trial.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace autoconvert {

// A redeclaration in one file gives a default that others do not know: a target is the same in all of them.
static bool isOfThisFileAlone(const ParmVarDecl* Parameter) {
  const auto* Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  const unsigned Index = Parameter->getFunctionScopeIndex();
  if (Function == nullptr || Function->getFirstDecl() == Function->getMostRecentDecl()) return false;
  const SourceManager& Sources = Function->getASTContext().getSourceManager();
  if (Sources.isInMainFile(Function->getFirstDecl()->getLocation())) return false;
  return llvm::any_of(Function->redecls(), [&](const FunctionDecl* Declared) {
    const ParmVarDecl* Said = Index < Declared->getNumParams() ? Declared->getParamDecl(Index) : nullptr;
    return Said != nullptr && Said->hasDefaultArg() && !Said->hasInheritedDefaultArg() &&
           Sources.isInMainFile(Said->getLocation());
  });
}

const Expr* defaultArgument(const ParmVarDecl* Parameter, Sema& Sema) {
  if (!Parameter->hasDefaultArg() || Parameter->hasUnparsedDefaultArg() || isOfThisFileAlone(Parameter)) return nullptr;
  if (!Parameter->hasUninstantiatedDefaultArg()) return Parameter->getDefaultArg();
  auto* Written = const_cast<ParmVarDecl*>(Parameter);  // NOLINT: Sema's interface
  auto* Function = dyn_cast<FunctionDecl>(Written->getDeclContext());
  bool IsMade = Function != nullptr;
  const auto make = [&] { IsMade = !Sema.InstantiateDefaultArgument(Written->getLocation(), Function, Written); };
  return IsMade && compiles(Sema, make) && IsMade ? Parameter->getDefaultArg() : nullptr;
}

namespace {

/// Reads the member initialisers of a constructor word by word: Clang skips them together with the body.
class MemberInitialisers {
 public:
  explicit MemberInitialisers(const CXXConstructorDecl* Constructor) : Lex(lexerBehindParameters(Constructor)) {
    if (Lex) next();
  }

  bool have(llvm::StringRef Member) {
    if (!Lex) return false;
    while (Now.isNot(tok::colon)) {
      if (Now.isOneOf(tok::l_brace, tok::semi, tok::equal, tok::eof)) return false;
      skip();
    }
    do {
      next();
      llvm::StringRef Name;
      for (; Now.isNot(tok::l_paren) && Now.isNot(tok::l_brace); next()) {
        if (Now.is(tok::eof)) return false;
        Name = Now.is(tok::raw_identifier) ? Now.getRawIdentifier() : "";
      }
      if (Name == Member) return true;
      skip();
    } while (Now.is(tok::comma));
    return false;
  }

 private:
  void next() { Lex->LexFromRawLexer(Now); }

  /// One word, or all that stands in its brackets.
  void skip() {
    unsigned Open = 0;
    do {
      Open += Now.isOneOf(tok::l_paren, tok::l_brace, tok::l_square) ? 1 : 0;
      Open -= Now.isOneOf(tok::r_paren, tok::r_brace, tok::r_square) && Open > 0 ? 1 : 0;
      next();
    } while (Open > 0 && Now.isNot(tok::eof));
  }

  std::optional<Lexer> Lex;
  Token Now;
};

DefaultSource defaultOf(const ParmVarDecl* Parameter, const Unit& U) {
  const Expr* Default = defaultArgument(Parameter, U.Sema);
  if (Default == nullptr) return {};
  DefaultSource Source{sourceText(Default->getSourceRange(), U), {}};
  if (const auto* Full = dyn_cast<FullExpr>(Default)) Default = Full->getSubExpr();
  if (auto Text = spellExpression(Default, U)) Source.Value = *Text;
  // The name of a template's parameter says nothing to readers.
  if (isa<SubstNonTypeTemplateParmExpr>(Default->IgnoreImplicit()) && !Source.Value.empty()) Source.Text = Source.Value;
  return Source;
}

}  // namespace

DefaultSource defaultOf(const ArgumentShape& Parameter, const TargetShape& Of, const Unit& U) {
  const auto Index = static_cast<unsigned>(&Parameter - Of.Arguments.data());
  DefaultSource All;
  bool HasAny = false;
  bool IsOne = true;
  for (const SignatureShape& Signature : Of.Signatures) {
    const auto At = static_cast<unsigned>(llvm::find(Signature.Arguments, Index) - Signature.Arguments.begin());
    if (At >= Signature.Arguments.size() || At < Signature.Required) {
      All.IsOfSome = true;
      continue;
    }
    DefaultSource Mine = defaultOf(Signature.Function->getParamDecl(At), U);
    IsOne &= !HasAny || (Mine.Text == All.Text && Mine.Value == All.Value);
    HasAny = true;
    All.Text = std::move(Mine.Text);
    All.Value = std::move(Mine.Value);
  }
  if (!IsOne) All.Text.clear();
  // One name with several types: which of them would it have?
  if (!IsOne || Parameter.Types.size() > 1) All.Value.clear();
  All.IsOfSome &= !All.Value.empty();
  return All;
}

/// Whether a member that is an aggregate begins as each other object of its class.
static bool beginsAsItsClass(const Expr* Init) {
  if (Init == nullptr) return true;
  Init = Init->IgnoreImplicit();
  if (const auto* Made = dyn_cast<CXXConstructExpr>(Init))
    return Made->getNumArgs() == 0 && Made->getConstructor()->isDefaultConstructor();
  if (const auto* Named = dyn_cast<CXXFunctionalCastExpr>(Init)) Init = Named->getSubExpr()->IgnoreImplicit();
  const auto* Braces = dyn_cast<InitListExpr>(Init);
  // Of what is made, all members are listed; what is written may be less.
  if (Braces != nullptr && Braces->getSyntacticForm() != nullptr) Braces = Braces->getSyntacticForm();
  return Braces != nullptr && Braces->getNumInits() == 0;
}

bool beginsWithUnsaid(const FieldDecl* Member, TargetShapes& Shapes) {
  const Expr* Init = Member->hasInClassInitializer() ? Member->getInClassInitializer() : nullptr;
  return !beginsAsItsClass(Init) && Shapes.holdsUnsaid(Member->getType());
}

DefaultSource defaultOf(const FieldDecl* Member, const TargetShape& Of, TargetShapes& Shapes, const Unit& U) {
  const Expr* Init = Member->hasInClassInitializer() ? Member->getInClassInitializer() : nullptr;
  const QualType Type = Member->getType();
  DefaultSource Source;
  if (Init != nullptr) Source.Text = sourceText(Init->getSourceRange(), U);
  if (beginsAsItsClass(Init) && Shapes.holdsUnsaid(Type)) {
    Source.IsOfClass = true;
    Source.Value = "::run::Config<" + spell(decayed(Type)) + ">()";
  } else if (Of.FillAfter && Shapes.isCopyable(Type)) {
    // The object knows best what its members begin with.
    Source.IsOfObject = true;
    Source.Value = "::std::move(object)." + Member->getNameAsString();
    if (Type->isArrayType()) Source.Value = "::run::array_of(" + Source.Value + ")";
  } else if (Init != nullptr) {
    // Braces that an explicit constructor takes say its class.
    if (auto Text = spellExpression(Init, U))
      Source.Value = (beginsWithBrace(*Text) && Type->isRecordType() ? spell(decayed(Type)) : "") + *Text;
  } else if (Type->isPointerType()) {
    Source.Value = "nullptr";
  } else if (Type->isScalarType() || (!Type->isArrayType() && Shapes.isMadeFromNothing(Type))) {
    Source.Value = spellBlank(decayed(Type));
  }
  return Source;
}

std::string initialiserText(const FieldDecl* Member, const Unit& U) {
  const auto* Class = cast<CXXRecordDecl>(Member->getParent());
  if (!Member->hasInClassInitializer()) return {};
  while (Class->isAnonymousStructOrUnion()) Class = cast<CXXRecordDecl>(Class->getDeclContext());
  if (const CXXRecordDecl* Pattern = Class->getTemplateInstantiationPattern()) Class = Pattern;
  for (const Decl* D : Class->decls()) {
    if (const auto* Template = dyn_cast<FunctionTemplateDecl>(D)) D = Template->getTemplatedDecl();
    const auto* Constructor = dyn_cast<CXXConstructorDecl>(D);
    // A copy's members are those of the other object.
    if (Constructor == nullptr || Constructor->isImplicit() || Constructor->isCopyOrMoveConstructor()) continue;
    if (Constructor->isThisDeclarationADefinition() && MemberInitialisers(Constructor).have(Member->getName()))
      return {};
  }
  const Expr* Init = Member->getInClassInitializer();
  return Init == nullptr ? std::string() : sourceText(Init->getSourceRange(), U);
}

}  // namespace autoconvert
