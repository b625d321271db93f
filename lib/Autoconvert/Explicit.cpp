// run::partial<f>({.a = …}) and run::config<f>({…}) in a recipe => the same text, with its arguments converted.
#include "Names.h"
#include "Resolver.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace autoconvert {

const FunctionDecl* explicitTarget(const FunctionDecl* Called) {
  if (!isInNamespace(Called, "run") || !Called->getDeclName().isIdentifier()) return nullptr;
  if (Called->getName() != "partial" && Called->getName() != "config") return nullptr;
  const TemplateArgumentList* Given = Called->getTemplateSpecializationArgs();
  if (Given == nullptr || Given->size() == 0 || Given->get(0).getKind() != TemplateArgument::Declaration)
    return nullptr;
  return dyn_cast<FunctionDecl>(Given->get(0).getAsDecl());
}

// The file's own compiler must know the target where it reads the call: from a companion of another file.
bool Resolver::hasTarget(const FunctionDecl* Target, const CallExpr* E) const {
  const CXXRecordDecl* Args = E->getDirectCallee()->getParamDecl(0)->getType()->getAsCXXRecordDecl();
  const auto* Of = Args == nullptr ? nullptr : dyn_cast<CXXRecordDecl>(Args->getDeclContext());
  if (Of == nullptr || !Of->isImplicit()) return true;  // no arguments are named, or the target is written by hand
  for (const FunctionDecl* Declaration : Target->redecls()) {
    const SourceLocation Where = U.Sources.getFileLoc(Declaration->getLocation());
    if (U.Sources.isInMainFile(Where)) continue;
    const llvm::StringRef File = U.Sources.getFilename(Where);
    const auto Included = U.Companions.find((llvm::sys::path::stem(File) + ".run.h").str());
    if (Included != U.Companions.end() && U.Sources.isBeforeInTranslationUnit(Included->second, E->getBeginLoc()))
      return true;
  }
  return false;
}

Meaning Resolver::explicitCall(const CallExpr* E, const FunctionDecl* Target) {
  Meaning M;
  M.What = Meaning::Kind::Ready;
  M.Source = E;
  M.Type = decayed(E->getType());
  M.IsPartial = shapeOf(E->getType()) == Shape::Partial;
  const TargetShape& Shape = Shapes.of(Target);
  if (Shape.signature(Target) == nullptr) {
    explainMissing(E, Target, quoted(Target));
    return {};
  }
  if (!hasTarget(Target, E)) {
    Finding& F = Into.add(Rule::Unsupported, E->getBeginLoc(), E->getSourceRange(),
                          "no companion that is included before this names the arguments of " + quoted(Target));
    F.Notes.push_back({Target->getLocation(),
                       "use std::bind_front, which needs no companion; or annotate " + quoted(Target) +
                           " [[run::configurable]] in a header of its own, convert that, and include its companion"});
    return {};
  }
  useFunction(Target);
  const std::size_t Before = Into.size();
  const Expr* Braces = E->getNumArgs() == 0 ? nullptr : skipTransparent(E->getArg(0));
  if (const auto* Init = dyn_cast_or_null<InitListExpr>(Braces)) {
    // As many as the target has arguments, in their order.
    for (unsigned I = 0; I < Init->getNumInits() && I < Shape.Arguments.size(); ++I)
      explicitArgument(Init->getInit(I), Shape.Arguments[I].Types.front(), M.Parts);
  } else if (Braces != nullptr) {
    collectParts(Braces, M.Parts);
  }
  return Into.size() == Before ? M : Meaning();
}

// What run::Arg is made of: the object that its constructor takes, or braces of several.
void Resolver::explicitArgument(const Expr* Given, QualType Wanted, std::vector<Meaning>& Parts) {
  const Expr* Written = Given;
  Given = skipTransparent(Given);
  if (isa<ImplicitValueInitExpr>(Given) || isa<CXXDefaultArgExpr>(Given) || isa<CXXDefaultInitExpr>(Given)) return;
  const auto ofElements = [&](QualType Type) {
    const std::vector<QualType> Elements = Type.isNull() ? std::vector<QualType>() : elementsOf(Type);
    return Elements.empty() ? QualType() : Elements.front();
  };
  if (const auto* Construct = dyn_cast<CXXConstructExpr>(Given);
      Construct != nullptr && isInNamespace(Construct->getConstructor(), "run")) {
    const bool IsList =
        Construct->getNumArgs() > 0 && isa<CXXStdInitializerListExpr>(skipTransparent(Construct->getArg(0)));
    for (const Expr* Argument : Construct->arguments())
      explicitArgument(Argument, IsList ? ofElements(Wanted) : Wanted, Parts);
    return;
  }
  if (const auto* List = dyn_cast<CXXStdInitializerListExpr>(Given))
    return explicitArgument(List->getSubExpr(), Wanted, Parts);
  if (const auto* Init = dyn_cast<InitListExpr>(Given); Init != nullptr && Init->getType()->isArrayType()) {
    for (const Expr* Element : Init->inits()) explicitArgument(Element, Wanted, Parts);
    return;
  }
  Meaning M = Wanted.isNull() ? expression(Given) : argument(Given, Wanted);
  if (M.isInvalid() || M.isUnset()) return;
  if (M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Convert) {
    // The text stays, but for what it reads from configured locals.
    Meaning& Text = M.What == Meaning::Kind::Convert ? M.Parts.front() : M;
    llvm::move(Text.Parts, std::back_inserter(Parts));
    return;
  }
  if (M.What == Meaning::Kind::Null) return;
  M.Source = Written;  // with the type in front of its braces, and what holds it
  Parts.push_back(std::move(M));
}

}  // namespace autoconvert
