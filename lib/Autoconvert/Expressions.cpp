// An expression in the source => the same expression for another scope, by replacing only the names in its text.
#include <map>

#include "Macros.h"
#include "Names.h"
#include "Parse.h"
#include "Tokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

/// offset => length, text
using Replacements = std::map<unsigned, std::pair<unsigned, std::string>>;

class NameCollector : public RecursiveASTVisitor<NameCollector> {
 public:
  explicit NameCollector(ASTContext& C) : Context(C) {}

  bool Possible = true;
  Replacements Found;

  bool shouldVisitImplicitCode() const { return false; }

  bool VisitDeclRefExpr(DeclRefExpr* E) {
    const NamedDecl* D = E->getDecl();
    if (D->getDeclContext()->isFunctionOrMethod() || isa<ParmVarDecl>(D) || !isNameable(D)) return give_up();
    if (E->getNameInfo().getName().getNameKind() != DeclarationName::Identifier) return true;  // an operator
    if (const auto* Function = dyn_cast<FunctionDecl>(D); Function != nullptr && E->hasExplicitTemplateArgs())
      return replace(E->getSourceRange(), spell(Function));
    std::string Text = spell(D);
    if (const auto* Function = dyn_cast<FunctionDecl>(D); Function != nullptr && Function->getPrimaryTemplate())
      Text = spell(Function->getPrimaryTemplate());
    if (hasValueOnly(E->getDecl()))
      Text = "static_cast<" + spell(E->getType().getUnqualifiedType()) + ">(" + Text + ")";
    return replace(E->getSourceRange(), Text);
  }

  bool TraverseTypeLoc(TypeLoc Loc, bool = true) {
    if (Loc.isNull()) return true;
    const QualType Type = Loc.getType();
    if (Type->isDependentType() || !isNameable(Type)) return give_up();
    if (Loc.getUnqualifiedLoc().getAs<BuiltinTypeLoc>()) return true;  // but not a name for one
    return replace(Loc.getSourceRange(), spell(Type));
  }

  // `T{}` and `T(x)` want a type of one word, which `unsigned int` and `const char*` are not.
  bool VisitCXXFunctionalCastExpr(CXXFunctionalCastExpr* E) { return asOneWord(E->getTypeInfoAsWritten()); }
  bool VisitCXXScalarValueInitExpr(CXXScalarValueInitExpr* E) { return asOneWord(E->getTypeSourceInfo()); }

  // The parameters of a template are known inside of it alone.
  bool TraverseSubstNonTypeTemplateParmExpr(SubstNonTypeTemplateParmExpr* E, DataRecursionQueue* = nullptr) {
    return constant(E, E->getReplacement());
  }
  bool VisitSizeOfPackExpr(SizeOfPackExpr* E) { return constant(E, E); }

  bool VisitCXXThisExpr(CXXThisExpr*) { return give_up(); }
  bool VisitLambdaExpr(LambdaExpr*) { return give_up(); }
  bool VisitUserDefinedLiteral(UserDefinedLiteral*) { return give_up(); }
  bool VisitStmtExpr(StmtExpr*) { return give_up(); }
  bool VisitSourceLocExpr(SourceLocExpr*) { return give_up(); }
  bool VisitMemberExpr(MemberExpr* E) { return isNameable(E->getMemberDecl()) || give_up(); }

 private:
  bool give_up() {
    Possible = false;
    return false;
  }

  bool asOneWord(const TypeSourceInfo* Written) {
    const QualType Type = Written->getType();
    if (Type->isDependentType() || !isNameable(Type) || Written->getTypeLoc().getAs<BuiltinTypeLoc>()) return true;
    const std::string Text = spell(Type);
    const bool IsNamed = !Type.hasQualifiers() && (Type->isRecordType() || Type->isEnumeralType());
    if (IsNamed || llvm::StringRef(Text).find_first_of(" *&[(") == llvm::StringRef::npos) return true;
    return replace(Written->getTypeLoc().getSourceRange(), "::std::type_identity_t<" + Text + ">");
  }

  bool constant(const Expr* Written, const Expr* Value) {
    const std::optional<std::string> Text = spellConstant(Value, Context);
    if (!Text) return give_up();
    return replace(Written->getSourceRange(), Text->front() == '-' ? "(" + *Text + ")" : *Text);
  }

  bool replace(SourceRange Range, std::string Text) {
    if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID()) return give_up();
    const SourceManager& SM = Context.getSourceManager();
    const unsigned Begin = SM.getFileOffset(Range.getBegin());
    const unsigned End = SM.getFileOffset(Lexer::getLocForEndOfToken(Range.getEnd(), 0, SM, Context.getLangOpts()));
    Found.try_emplace(Begin, End - Begin, std::move(Text));
    return true;
  }

  ASTContext& Context;
};

/// Clang counts the equal sign before braces, as in `int x = {}`, to the braces.
llvm::StringRef withoutEqual(llvm::StringRef Text) { return Text.consume_front("=") ? Text.ltrim() : Text; }

/// One line, without comments; the spaces between tokens stay where they are.
std::string inOneLine(llvm::StringRef Text, const LangOptions& Options) {
  if (Text.find_first_of("\n\r") == llvm::StringRef::npos && !Text.contains("/*") && !Text.contains("//"))
    return Text.str();
  const std::string Terminated = Text.str();
  Lexer Raw(SourceLocation(), Options, Terminated.data(), Terminated.data(), Terminated.data() + Terminated.size());
  std::string Line;
  Token Next;
  bool AtEnd = false;
  while (!AtEnd) {
    AtEnd = Raw.LexFromRawLexer(Next);
    if (Next.is(tok::eof)) break;
    if (!Line.empty() && (Next.hasLeadingSpace() || Next.isAtStartOfLine())) Line += ' ';
    const std::size_t End = static_cast<std::size_t>(Raw.getBufferLocation() - Terminated.data());
    Line.append(Terminated, End - Next.getLength(), Next.getLength());
  }
  return Line;
}

Replacements withoutDirectives(llvm::StringRef Text, SourceLocation Begin, const Unit& U) {
  Replacements Found;
  for (const auto& [Start, End] : directivesIn(Text, Begin, U)) Found[Start] = {End - Start, "\n"};
  return Found;
}

/// Nothing when two of them overlap.
std::optional<std::string> replaced(llvm::StringRef Text, const Replacements& All) {
  std::string Result;
  unsigned At = 0;
  for (const auto& [Offset, Edit] : All) {
    if (Offset < At || Offset + Edit.first > Text.size()) return std::nullopt;
    Result += Text.slice(At, Offset).str() + Edit.second;
    At = Offset + Edit.first;
  }
  return Result + Text.drop_front(At).str();
}

}  // namespace

std::string sourceText(SourceRange Range, const Unit& U) {
  const LangOptions& Options = U.Context.getLangOpts();
  const CharSourceRange File = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Range), U.Sources, Options);
  if (File.isInvalid()) return {};
  const llvm::StringRef Text = Lexer::getSourceText(File, U.Sources, Options);
  const std::string Read = replaced(Text, withoutDirectives(Text, File.getBegin(), U)).value_or("");
  return inOneLine(withoutEqual(Read), Options);
}

std::optional<std::string> spellExpression(const Expr* E, const Unit& U) {
  ASTContext& Context = U.Context;
  if (E->containsErrors() || E->isTypeDependent()) return std::nullopt;
  const SourceRange Range = E->getSourceRange();
  if (Range.isInvalid() || Range.getBegin().isMacroID() || Range.getEnd().isMacroID()) return spellConstant(E, Context);
  NameCollector Names(Context);
  Names.TraverseStmt(const_cast<Expr*>(E));  // NOLINT: the visitor has no const form
  if (!Names.Possible) return spellConstant(E, Context);
  const SourceManager& SM = U.Sources;
  const unsigned Begin = SM.getFileOffset(Range.getBegin());
  const llvm::StringRef Text = Lexer::getSourceText(CharSourceRange::getTokenRange(Range), SM, Context.getLangOpts());
  // A macro anywhere inside means something else elsewhere.
  const FileID File = SM.getFileID(Range.getBegin());
  if (File != SM.getFileID(Range.getEnd())) return spellConstant(E, Context);
  bool HasMacro = false;
  struct MacroFinder : RecursiveASTVisitor<MacroFinder> {
    bool& Found;
    explicit MacroFinder(bool& F) : Found(F) {}
    bool VisitStmt(Stmt* S) {
      Found |= S->getBeginLoc().isMacroID() || S->getEndLoc().isMacroID();
      return !Found;
    }
  } Finder(HasMacro);
  Finder.TraverseStmt(const_cast<Expr*>(E));  // NOLINT
  if (HasMacro) return spellConstant(E, Context);
  Replacements All = withoutDirectives(Text, Range.getBegin(), U);
  for (const auto& [Offset, Edit] : Names.Found) {
    if (Offset < Begin) return spellConstant(E, Context);
    All[Offset - Begin] = Edit;
  }
  const std::optional<std::string> Result = replaced(Text, All);
  if (!Result) return spellConstant(E, Context);
  return inOneLine(withoutEqual(*Result), Context.getLangOpts());
}

}  // namespace autoconvert
