#include "Written.h"

#include "Names.h"
#include "Parse.h"
#include "Tokens.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

const Expr* skipTransparent(const Expr* E) {
  for (;;) {
    if (const auto* Paren = dyn_cast<ParenExpr>(E)) {
      E = Paren->getSubExpr();
    } else if (const auto* Full = dyn_cast<FullExpr>(E)) {
      E = Full->getSubExpr();
    } else if (const auto* Temporary = dyn_cast<MaterializeTemporaryExpr>(E)) {
      E = Temporary->getSubExpr();
    } else if (const auto* Bound = dyn_cast<CXXBindTemporaryExpr>(E)) {
      E = Bound->getSubExpr();
    } else if (const auto* Substituted = dyn_cast<SubstNonTypeTemplateParmExpr>(E)) {
      E = Substituted->getReplacement();
    } else if (const auto* Opaque = dyn_cast<OpaqueValueExpr>(E); Opaque != nullptr && Opaque->getSourceExpr()) {
      E = Opaque->getSourceExpr();
    } else if (const auto* Cast = dyn_cast<CastExpr>(E)) {
      switch (Cast->getCastKind()) {
        case CK_NoOp:
        case CK_DerivedToBase:
        case CK_UncheckedDerivedToBase:
        case CK_ConstructorConversion:
        case CK_UserDefinedConversion:
        case CK_LValueToRValue:
          // A cast to a value type is part of a value's text.
          if (!isa<ImplicitCastExpr>(Cast) && !isConfigured(Cast->getType())) return E;
          E = Cast->getSubExpr();
          break;
        default:
          return E;
      }
    } else {
      return E;
    }
  }
}

const CXXMemberCallExpr* conversionBy(const Expr* E) {
  const auto* Cast = dyn_cast<ExplicitCastExpr>(E);
  if (Cast == nullptr || (Cast->getCastKind() != CK_NoOp && Cast->getCastKind() != CK_UserDefinedConversion))
    return nullptr;
  const auto* Call = dyn_cast<CXXMemberCallExpr>(skipTransparent(Cast->getSubExpr()));
  const auto* Conversion = Call == nullptr ? nullptr : dyn_cast_or_null<CXXConversionDecl>(Call->getMethodDecl());
  // Whether a smart pointer holds something, and the like, is known, or asked of the configuration.
  if (Conversion == nullptr || isInNamespace(Conversion, "std") || isInNamespace(Conversion, "run")) return nullptr;
  const bool IsWhole =
      Conversion->getASTContext().hasSameType(decayed(Conversion->getConversionType()), decayed(Cast->getType()));
  return IsWhole ? Call : nullptr;
}

bool isCopy(const CXXConstructExpr* E) {
  return E->getConstructor()->isCopyOrMoveConstructor() && E->getNumArgs() >= 1 &&
         llvm::all_of(llvm::drop_begin(E->arguments()), [](const Expr* A) { return isa<CXXDefaultArgExpr>(A); });
}

const Expr* skipCopies(const Expr* E) {
  E = skipTransparent(E);
  const auto* Made = dyn_cast<CXXConstructExpr>(E);
  const bool IsCopy = Made != nullptr && Made->getNumArgs() == 1 && Made->getConstructor()->isCopyOrMoveConstructor();
  return IsCopy ? skipCopies(Made->getArg(0)) : E;
}

const Expr* skipConversions(const Expr* E) {
  E = skipTransparent(E);
  const auto* Made = dyn_cast<CXXConstructExpr>(E);
  return Made != nullptr && Made->getNumArgs() == 1 ? skipConversions(Made->getArg(0)) : E;
}

bool isDereference(const CXXOperatorCallExpr* E) {
  if ((E->getOperator() != OO_Arrow && E->getOperator() != OO_Star) || E->getNumArgs() != 1) return false;
  const CXXRecordDecl* Pointer = decayed(E->getArg(0)->getType())->getAsCXXRecordDecl();
  if (Pointer == nullptr || isInNamespace(Pointer, "std")) return true;
  const QualType Result = decayed(E->getType());
  const QualType Object = Result->isPointerType() ? Result->getPointeeType() : Result;
  const CXXRecordDecl* Of = Object->getAsCXXRecordDecl();
  return Of != nullptr && Of->getDefinition() != Pointer->getDefinition() &&
         behindArrow(Pointer) == Of->getDefinition();
}

const Expr* behind(const Expr* E) {
  E = skipTransparent(E);
  if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E); Operator != nullptr && isDereference(Operator))
    return skipTransparent(Operator->getArg(0));
  // (&x)->y, (*p.get()).x
  if (const auto* Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_AddrOf) return skipTransparent(Unary->getSubExpr());
    const Expr* Pointer = skipTransparent(Unary->getSubExpr());
    if (Unary->getOpcode() == UO_Deref && behind(Pointer) != Pointer) return behind(Pointer);
  }
  // p.get()->x
  if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E); Call != nullptr && isStd(Call->getMethodDecl(), "get")) {
    const Expr* Pointer = skipTransparent(Call->getImplicitObjectArgument());
    if (isHolder(shapeOf(Pointer->getType()))) return Pointer;
  }
  return E;
}

bool isLocalDefinition(const Decl* D) { return D != nullptr && D->getParentFunctionOrMethod() != nullptr; }

bool isOfRecipe(QualType Type, const FunctionDecl* Recipe) {
  Type = Type.getNonReferenceType();
  if (Type->isPointerType()) return isOfRecipe(Type->getPointeeType(), Recipe);
  const auto* Class = Type->getAsTagDecl();
  if (Class == nullptr) return false;
  for (const DeclContext* Scope = Class->getParentFunctionOrMethod(); Scope != nullptr; Scope = Scope->getParent())
    if (Scope == Recipe) return true;
  const auto* Special = dyn_cast<ClassTemplateSpecializationDecl>(Class);
  return Special != nullptr &&
         llvm::any_of(Special->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
           return Argument.getKind() == TemplateArgument::Type && isOfRecipe(Argument.getAsType(), Recipe);
         });
}

CharSourceRange textRange(SourceRange Range, const Unit& U) {
  return Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Range), U.Sources, U.Context.getLangOpts());
}

SourceRange writtenRange(const Expr* E) {
  const auto* Construct = dyn_cast<CXXConstructExpr>(skipTransparent(E));
  const bool IsBraces = Construct != nullptr && Construct->isListInitialization() &&
                        !isa<CXXTemporaryObjectExpr>(Construct) && Construct->getParenOrBraceRange().isValid();
  return IsBraces ? Construct->getParenOrBraceRange() : E->getSourceRange();
}

bool isBraced(const Expr* E, const Unit& U) {
  const SourceLocation Begin = writtenRange(E).getBegin();
  if (Begin.isInvalid()) return false;
  // As it is spelled, in what a macro is given, too.
  return beginsWithBrace(llvm::StringRef(U.Sources.getCharacterData(Begin), 2));
}

std::string quoted(const NamedDecl* D) {
  // [first, second] of what is taken apart, which has no name
  std::string Name;
  llvm::raw_string_ostream Out(Name);
  D->printName(Out);
  return "'" + Name + (isa<CXXRecordDecl>(D) ? templateArguments(D) : "") + "'";
}

const FunctionDecl* namedFunction(const Expr* E) {
  E = skipTransparent(E)->IgnoreImpCasts();
  if (const auto* Address = dyn_cast<UnaryOperator>(E); Address != nullptr && Address->getOpcode() == UO_AddrOf)
    E = skipTransparent(Address->getSubExpr());  // f and &f are one function
  const auto* Named = dyn_cast<DeclRefExpr>(E);
  return Named == nullptr ? nullptr : dyn_cast<FunctionDecl>(Named->getDecl());
}

bool saysTheSame(const Expr* A, const Expr* B, const ASTContext& Context) {
  if (A == nullptr || B == nullptr) return A == B;
  if (A->HasSideEffects(Context, /*IncludePossibleEffects=*/false)) return false;
  llvm::FoldingSetNodeID Left, Right;
  A->Profile(Left, Context, /*Canonical=*/true);
  B->Profile(Right, Context, /*Canonical=*/true);
  return Left == Right;
}

}  // namespace autoconvert
