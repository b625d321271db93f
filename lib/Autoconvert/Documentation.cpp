#include "Documentation.h"

#include "TargetShape.h"
#include "clang/AST/RawCommentList.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

using Lines = llvm::SmallVector<std::string, 8>;

Lines linesOf(const RawComment& Comment, ASTContext& Context) {
  Lines Found;
  for (const RawComment::CommentLine& Line :
       Comment.getFormattedLines(Context.getSourceManager(), Context.getDiagnostics())) {
    llvm::StringRef Text = llvm::StringRef(Line.Text).trim();
    Text.consume_front("<");  // of ///<
    Found.push_back(Text.trim().str());
  }
  return Found;
}

// \brief x => brief, and what follows; empty where the line begins with no command.
llvm::StringRef commandOf(llvm::StringRef Line, llvm::StringRef& Rest) {
  if (Line.size() < 2 || (Line[0] != '\\' && Line[0] != '@') || !llvm::isAlpha(Line[1])) return {};
  const llvm::StringRef Name = Line.drop_front().take_while([](char C) { return llvm::isAlnum(C); });
  Rest = Line.drop_front(1 + Name.size());
  if (Rest.starts_with("[")) Rest = Rest.drop_front(std::min(Rest.find(']') + 1, Rest.size()));  // \param[in]
  Rest = Rest.ltrim();
  return Name;
}

void append(std::string& Text, llvm::StringRef Line) {
  if (!Text.empty() && !Line.empty()) Text += ' ';
  Text += Line;
}

std::string firstParagraph(const Lines& All) {
  std::string Text;
  bool IsSkipping = false;
  for (const std::string& Line : All) {
    llvm::StringRef Rest = Line;
    const llvm::StringRef Command = commandOf(Line, Rest);
    if (Line.empty()) {
      if (!Text.empty()) break;
      IsSkipping = false;
    } else if (Command == "brief" || Command == "short" || Command == "details") {
      if (!Text.empty()) break;
      IsSkipping = false;
      append(Text, Rest);
    } else if (!Command.empty()) {
      if (!Text.empty()) break;
      IsSkipping = true;  // until the command's own paragraph ends
    } else if (!IsSkipping) {
      append(Text, Line);
    }
  }
  return Text;
}

std::string paragraphOf(const Lines& All, llvm::StringRef Parameter) {
  std::string Text;
  bool IsInside = false;
  for (const std::string& Line : All) {
    llvm::StringRef Rest = Line;
    const llvm::StringRef Command = commandOf(Line, Rest);
    if (IsInside && (Line.empty() || !Command.empty())) return Text;
    if (IsInside) append(Text, Line);
    if (Command != "param") continue;
    const llvm::StringRef Name = Rest.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; });
    if (Name != Parameter) continue;
    IsInside = true;
    append(Text, Rest.drop_front(Name.size()).ltrim(" \t:-"));
  }
  return Text;
}

// The declaration that everybody sees: the first one, of a template where the class or function is an instance.
const Decl* commented(const Decl* D) {
  if (const auto* Function = dyn_cast<FunctionDecl>(D)) {
    if (const auto* Constructor = dyn_cast<CXXConstructorDecl>(Function))
      if (const InheritedConstructor Inherited = Constructor->getInheritedConstructor())
        Function = Inherited.getConstructor();
    if (const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern(/*ForDefinition=*/false))
      Function = Pattern;
    D = Function->getFirstDecl();
    if (const FunctionTemplateDecl* Template = cast<FunctionDecl>(D)->getDescribedFunctionTemplate()) D = Template;
  }
  return D;
}

Lines commentOn(const Decl* D, ASTContext& Context) {
  const RawComment* Comment = Context.getRawCommentForDeclNoCache(commented(D));
  return Comment == nullptr || !Comment->isDocumentation() ? Lines() : linesOf(*Comment, Context);
}

// `int width,  ///< in metres` and `/** in metres */ int width`: Clang gives such a comment to no declaration.
Lines commentNextTo(const ParmVarDecl* Parameter, ASTContext& Context) {
  const SourceManager& SM = Context.getSourceManager();
  const SourceLocation Begin = Parameter->getBeginLoc();
  if (!Begin.isFileID() || !Parameter->getEndLoc().isFileID()) return {};
  const auto [File, BeginOffset] = SM.getDecomposedLoc(Begin);
  const SourceLocation End = Lexer::getLocForEndOfToken(Parameter->getEndLoc(), 0, SM, Context.getLangOpts());
  if (End.isInvalid() || SM.getFileID(End) != File) return {};
  const unsigned EndOffset = SM.getFileOffset(End);
  const std::map<unsigned, RawComment*>* Comments = Context.Comments.getCommentsInFile(File);
  if (Comments == nullptr) return {};
  const llvm::StringRef Text = SM.getBufferData(File);
  const auto isBetween = [&](unsigned From, unsigned To, llvm::StringRef Allowed) {
    return From <= To && Text.slice(From, To).find_first_not_of(Allowed) == llvm::StringRef::npos;
  };
  const auto After = Comments->lower_bound(EndOffset);
  if (After != Comments->end() && After->second->isDocumentation() && After->second->isTrailingComment() &&
      isBetween(EndOffset, After->first, " \t,"))
    return linesOf(*After->second, Context);
  // A comment may stand within the parameter: `int /* metres */ width`.
  auto Before = Comments->lower_bound(BeginOffset);
  if (Before == Comments->begin()) return {};
  --Before;
  if (!Before->second->isDocumentation() || Before->second->isTrailingComment()) return {};
  const unsigned CommentEnd = SM.getFileOffset(Before->second->getEndLoc());
  return isBetween(CommentEnd, BeginOffset, " \t\r\n") ? linesOf(*Before->second, Context) : Lines();
}

}  // namespace

std::string documentation(const Decl* D, ASTContext& Context) { return firstParagraph(commentOn(D, Context)); }

std::string documentation(const FunctionDecl* Function, unsigned Index, ASTContext& Context) {
  const auto* First = dyn_cast<FunctionDecl>(commented(Function));
  if (First == nullptr) First = cast<FunctionTemplateDecl>(commented(Function))->getTemplatedDecl();
  if (Index < First->getNumParams()) {
    std::string Text = firstParagraph(commentNextTo(First->getParamDecl(Index), Context));
    if (!Text.empty()) return Text;
  }
  const Lines Whole = commentOn(Function, Context);
  if (Whole.empty()) return {};
  // By the name that this declaration has for it.
  const std::string Own = Index < First->getNumParams() ? First->getParamDecl(Index)->getName().str() : std::string();
  std::string Text = Own.empty() ? std::string() : paragraphOf(Whole, Own);
  return Text.empty() ? paragraphOf(Whole, parameterName(Function, Index)) : Text;
}

}  // namespace autoconvert
