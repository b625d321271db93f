#include "SkippedBody.h"

#include <vector>

#include "Tokens.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace autoconvert {

namespace {

using Words = std::vector<Token>;

/// The words from the end of a function's parameters to that of its body; none where it has no body there.
Words wordsBehindParameters(const FunctionDecl* Definition) {
  std::optional<Lexer> From = lexerBehindParameters(Definition);
  if (!From) return {};
  Words Found;
  unsigned Open = 0;
  while (true) {
    Token Next;
    From->LexFromRawLexer(Next);
    const bool IsBehindBrace = Open == 0 && !Found.empty() && Found.back().is(tok::r_brace);
    // member{value}, member{value} { body }
    if (IsBehindBrace && !Next.isOneOf(tok::comma, tok::l_brace, tok::ellipsis)) return Found;
    if (Next.is(tok::eof) || (Open == 0 && Next.isOneOf(tok::semi, tok::r_brace))) return {};
    Found.push_back(Next);
    if (Next.isOneOf(tok::l_brace, tok::l_paren)) ++Open;
    if (Next.isOneOf(tok::r_brace, tok::r_paren)) --Open;
  }
}

bool endsOperand(const Token& T) {
  return T.isOneOf(tok::raw_identifier, tok::r_paren, tok::r_square, tok::numeric_constant);
}

/// Behind the body of the lambda that begins there, which is executed later.
std::size_t behindLambda(const Words& W, std::size_t I) {
  while (I < W.size() && W[I].isNot(tok::l_brace)) ++I;
  unsigned Open = 0;
  for (; I < W.size(); ++I) {
    if (W[I].is(tok::l_brace)) ++Open;
    if (W[I].is(tok::r_brace) && --Open == 0) break;
  }
  return I;
}

/// The same of any function: that of its template, where it is defined.
Words wordsOf(const FunctionDecl* Function) {
  if (const FunctionDecl* Pattern = Function->getTemplateInstantiationPattern(/*ForDefinition=*/false))
    Function = Pattern;
  const FunctionDecl* Definition = nullptr;
  return Function->isDefined(Definition) ? wordsBehindParameters(Definition) : Words();
}

bool isOneOf(const Token& T, std::initializer_list<llvm::StringRef> Names) {
  return T.is(tok::raw_identifier) && llvm::is_contained(Names, T.getRawIdentifier());
}

}  // namespace

// `a += v`, and what an assignment or a comparison makes of what was there: `a = a + v`, `if (v > a) a = v`.
Effects effectsOf(const FunctionDecl* Function) {
  const Words W = wordsOf(Function);
  Effects Found;
  auto& [Added, Replaced] = Found;
  std::string Assigned;  // by the statement
  const auto endAssignment = [&] {
    if (!Assigned.empty() && !Added.contains(Assigned)) Replaced.insert(Assigned);
    Assigned.clear();
  };
  for (std::size_t I = 0; I + 1 < W.size(); ++I) {
    if (W[I].isOneOf(tok::semi, tok::l_brace, tok::r_brace)) endAssignment();
    if (W[I].isNot(tok::raw_identifier)) continue;
    const std::string Name = W[I].getRawIdentifier().str();
    const Token& Next = W[I + 1];
    const auto compares = [](const Token& T) {
      return T.isOneOf(tok::less, tok::greater, tok::lessequal, tok::greaterequal);
    };
    if (Next.isOneOf(tok::plusequal, tok::minusequal, tok::starequal, tok::slashequal, tok::pipeequal, tok::ampequal) ||
        Next.isOneOf(tok::caretequal, tok::percentequal, tok::lesslessequal, tok::plusplus) || Name == Assigned ||
        compares(Next) || (I > 0 && (compares(W[I - 1]) || W[I - 1].is(tok::plusplus))))
      Added.insert(Name);
    if (Next.is(tok::equal)) {
      endAssignment();
      Assigned = Name;
    }
    if (I + 3 >= W.size() || !Next.isOneOf(tok::period, tok::arrow) || W[I + 3].isNot(tok::l_paren)) continue;
    if (isOneOf(W[I + 2], {"push_back", "emplace_back", "push_front", "emplace_front", "insert", "emplace", "append"}))
      Added.insert(Name);
    if (isOneOf(W[I + 2], {"clear", "assign", "resize", "reset", "swap"})) Replaced.insert(Name);
  }
  endAssignment();
  // Emptied, or assigned in front of it, as far as the words show.
  for (const std::string& Name : Replaced) Added.erase(Name);
  return Found;
}

Reading readBehind(const FunctionDecl* Function, const std::set<std::string>& Pointers) {
  Reading Found;
  const Words W = wordsOf(Function);
  for (std::size_t I = 1; I + 2 < W.size(); ++I) {
    if (W[I].is(tok::l_square) && !endsOperand(W[I - 1])) I = behindLambda(W, I);
    if (I + 2 >= W.size()) break;
    if (W[I].isNot(tok::raw_identifier) || !Pointers.contains(W[I].getRawIdentifier().str())) continue;
    // this->name is the same one, other->name is not
    const bool IsMember = W[I - 1].isOneOf(tok::period, tok::arrow);
    const bool IsOwn = IsMember && I > 2 && W[I - 1].is(tok::arrow) && W[I - 2].is(tok::raw_identifier) &&
                       W[I - 2].getRawIdentifier() == "this";
    if (IsMember && !IsOwn) continue;
    const std::size_t Begin = IsOwn ? I - 2 : I;
    if (Begin > 1 && W[Begin - 1].is(tok::star) && !endsOperand(W[Begin - 2])) Found.IsWhole = true;
    if (W[I + 1].isNot(tok::arrow) || W[I + 2].isNot(tok::raw_identifier)) continue;
    if (I + 3 < W.size() && W[I + 3].is(tok::l_paren))
      Found.IsWhole = true;
    else
      Found.Members.insert(W[I + 2].getRawIdentifier().str());
  }
  return Found;
}

}  // namespace autoconvert
