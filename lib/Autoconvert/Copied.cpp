// References to plain values in configured objects. One that can be written as what it refers to is; the names of a
// structured binding, and those that a loop gives, are of a copy that the configuration gives. That is as good as the
// value itself as long as neither changes.
#include "Checker.h"
#include "PathSteps.h"
#include "Statement.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Whether a name of the variable stands behind a place in the text.
class NamedBehind : public RecursiveASTVisitor<NamedBehind> {
 public:
  NamedBehind(const VarDecl* Of, SourceLocation Where, const SourceManager& In) : V(Of), At(Where), Sources(In) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) {
    const auto* Name = dyn_cast<BindingDecl>(E->getDecl());
    Found |=
        Name != nullptr && Name->getDecomposedDecl() == V && Sources.isBeforeInTranslationUnit(At, E->getLocation());
    return !Found;
  }

  bool Found = false;

 private:
  const VarDecl* V;
  SourceLocation At;
  const SourceManager& Sources;
};

bool isIterator(QualType Type) {
  const CXXRecordDecl* Class = Type->getAsCXXRecordDecl();
  return Class != nullptr && isView(Type) && Class->getName().ends_with("iterator");
}

/// What an expression of the library gives that is not computed yet, std::valarray's for one.
bool isUnfinished(const CXXRecordDecl* Class) {
  if (!isInNamespace(Class, "std") || Class->getIdentifier() == nullptr) return false;
  const llvm::StringRef Name = Class->getName();
  return Name == "_Expr" || Name == "__val_expr" || Name.ends_with("slice_array") || Name == "mask_array" ||
         Name == "indirect_array" || Name.ends_with("_view");
}

/// Whether a class that is no part of the library has a member that refers to something, and is not made to own it.
bool hasReference(const CXXRecordDecl* Class) {
  if (!Class->hasDefinition() || isInNamespace(Class, "std") || isConfiguredClass(Class)) return false;
  const bool OwnsNothing = Class->hasTrivialDestructor();
  const auto refers = [&](QualType Type) {
    if (Type->isReferenceType() || (Type->isPointerType() && !Type->isFunctionPointerType()))
      return Type->isReferenceType() || OwnsNothing;
    const CXXRecordDecl* Part = Type->getAsCXXRecordDecl();
    return Part != nullptr && (isView(Type) || hasReference(Part));
  };
  return llvm::any_of(Class->getDefinition()->fields(), [&](const FieldDecl* F) { return refers(F->getType()); }) ||
         llvm::any_of(Class->getDefinition()->bases(),
                      [&](const CXXBaseSpecifier& Base) { return refers(Base.getType()); });
}

/// Whether an object of that type refers to others, itself or by what it holds.
bool refersToOthers(QualType Type) {
  if (isView(Type)) return true;
  if (const CXXRecordDecl* Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
      Class != nullptr && (isUnfinished(Class) || hasReference(Class)))
    return true;
  if (const ArrayType* Array = Type->getAsArrayTypeUnsafe()) return refersToOthers(Array->getElementType());
  const auto* Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Type->getAsCXXRecordDecl());
  if (Special == nullptr || !isInNamespace(Special, "std")) return false;
  const auto refers = [](const TemplateArgument& Argument) {
    return Argument.getKind() == TemplateArgument::Type &&
           (Argument.getAsType()->isReferenceType() || refersToOthers(Argument.getAsType()));
  };
  return llvm::any_of(Special->getTemplateArgs().asArray(), [&](const TemplateArgument& Argument) {
    return Argument.getKind() == TemplateArgument::Pack ? llvm::any_of(Argument.pack_elements(), refers)
                                                        : refers(Argument);
  });
}

}  // namespace

// Whether the result of an expression refers to a plain value in a configured object: what is read is a copy, and gone
// when the statement is over.
bool Checker::refersToCopy(const Expr* E) {
  if (E == nullptr || isUnevaluated(E)) return false;
  const bool IsFunction = E->hasPlaceholderType(BuiltinType::BoundMember);
  if (E->isPRValue() && !IsFunction && !refersToOthers(E->getType())) return false;
  if (const auto P = place(E)) return !isConfigured(P->Type) && !refersToOthers(P->Type);
  // What an object of the library gives is of that object, whatever it is asked for; an iterator, of what iterators are
  // of.
  const auto* Call = dyn_cast<CallExpr>(E);
  const FunctionDecl* Function = Call == nullptr ? nullptr : Call->getDirectCallee();
  if (Function != nullptr && isInNamespace(Function, "std")) {
    const auto isOfCopy = [&](const Expr* Given) { return refersToCopy(Given); };
    if (const auto* Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      const Expr* Object = Member->getImplicitObjectArgument();
      return refersToCopy(Object) || (refersToOthers(Object->getType()) && llvm::any_of(Member->arguments(), isOfCopy));
    }
    if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Function)) return refersToCopy(Call->getArg(0));
    if (isIterator(E->getType()))
      return llvm::any_of(Call->arguments(),
                          [&](const Expr* Given) { return refersToOthers(Given->getType()) && refersToCopy(Given); });
  }
  return llvm::any_of(E->children(), [&](const Stmt* Child) { return refersToCopy(dyn_cast_or_null<Expr>(Child)); });
}

bool Checker::wouldDangle(const VarDecl* V) {
  const Expr* Init = V->getInit();
  if (V->getType()->isReferenceType() || refersToOthers(V->getType())) return refersToCopy(Init);
  const auto* Made = dyn_cast<CXXConstructExpr>(skipTransparent(Init));
  if (Made == nullptr) return false;
  for (unsigned I = 0; I < Made->getNumArgs(); ++I)
    if (mayKeep(Made->getConstructor(), I) && refersToCopy(Made->getArg(I))) return true;
  return false;
}

bool Checker::refuseKeptCopy(const Expr* E) {
  const Expr* Keeper = nullptr;
  QualType KeeperType;
  llvm::SmallVector<const Expr*, 4> Given;
  if (const auto* Binary = dyn_cast<BinaryOperator>(E); Binary != nullptr && Binary->isAssignmentOp()) {
    Keeper = Binary->getLHS();
    Given.push_back(Binary->getRHS());
  } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator != nullptr && Operator->getNumArgs() == 2 &&
             (Operator->isAssignmentOp() || Operator->getOperator() == OO_Subscript)) {
    Keeper = Operator->getArg(0);
    Given.push_back(Operator->getArg(1));
  } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E);
             Call != nullptr && Call->getMethodDecl() != nullptr && !Call->getMethodDecl()->isConst()) {
    Keeper = Call->getImplicitObjectArgument();
    KeeperType = Call->getObjectType();  // behind an arrow, which itself refers to what it gives
    llvm::append_range(Given, Call->arguments());
  }
  if (Keeper != nullptr && KeeperType.isNull()) KeeperType = Keeper->getType().getNonReferenceType();
  // A configuration keeps what it is given.
  const bool Keeps =
      Keeper != nullptr && refersToOthers(KeeperType) && !place(Keeper) && !Locals.contains(variableOf(Keeper));
  for (const Expr* One : Given) {
    if (!Keeps || !refersToCopy(One)) continue;
    refuse(Rule::Reference, One,
           "this would be kept as a reference to a part of a configured object's member, of which the configuration "
           "gives a copy",
           "copy the member into a local, and refer to that");
    return true;
  }
  return llvm::any_of(E->children(), [&](const Stmt* Child) {
    const auto* Part = dyn_cast_or_null<Expr>(Child);
    return Part != nullptr && refuseKeptCopy(Part);
  });
}

bool Checker::refuseCopiedNames(const VarDecl* V, const Meaning& M) {
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  if (Bindings == nullptr || !V->getType()->isReferenceType()) return false;
  const bool IsConst = V->getType().getNonReferenceType().isConstQualified();
  ExprMutationAnalyzer Mutations(*current().Definition->getBody(), U.Context);
  const auto isChanged = [&](const BindingDecl* Name) { return Mutations.isMutated(Name); };
  // What `auto&` says, a copy does not take.
  const bool IsPlain = !IsConst && V->getTypeSourceInfo()->getType()->isLValueReferenceType();
  if (IsPlain || (!IsConst && llvm::any_of(Bindings->bindings(), isChanged))) {
    refuseLocal(V,
                "these names refer to the parts of a plain value in a configured object, of which the configuration "
                "gives a copy",
                "write `const auto& […]` to read them; to change them, write `auto […]`, and assign the whole anew");
    return true;
  }
  CopiesNamed.push_back({V, M.Variable, pathText(M.Path), Loops.size()});
  return false;
}

bool Checker::refuseCopiedTurns(const CXXForRangeStmt* S) {
  const VarDecl* V = S->getLoopVariable();
  const Expr* Range = S->getRangeInit();
  const std::optional<Place> P = place(Range);
  if (!P && (Range->isGLValue() || refersToOthers(Range->getType())) && refersToCopy(Range)) {
    refuse(Rule::Reference, Range,
           "the loop would go over a part of a configured object's member, of which the configuration gives a copy "
           "that is gone by then",
           "copy the member into a local, and loop over that");
    return true;
  }
  if (!P || isConfigured(P->Type)) return false;
  CopiesNamed.push_back({V, P->Variable, pathText(P->Path), Loops.size() - 1});
  if (!isProxy(V->getType().getNonReferenceType()) || !ExprMutationAnalyzer(*S->getBody(), U.Context).isMutated(V))
    return false;
  refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(),
         quoted(V) + " stands for an element, which the loop changes in a copy that the configuration gives");
  Into.last().Notes.push_back({V->getLocation(), "loop over the indexes, and assign to the element"});
  return true;
}

bool Knowledge::refuseStaleNames(const LocalState& Local, const std::vector<PathStep>& Path, SourceRange Range) {
  const std::string Changed = pathText(Path);
  for (const CopiedNames& Copy : CopiesNamed) {
    const auto Of = Locals.find(Copy.Variable);
    if (Of == Locals.end() || &Of->second != &Local || !(isWithin(Changed, Copy.Path) || isWithin(Copy.Path, Changed)))
      continue;
    NamedBehind Later(Copy.Names, Range.getEnd(), U.Sources);
    const bool IsAgain = Loops.size() > Copy.Loops;
    if (!IsAgain) Later.TraverseStmt(cast<FunctionDecl>(Copy.Names->getDeclContext())->getBody());
    if (!IsAgain && !Later.Found) continue;
    refuse(Rule::Reference, Range.getBegin(), Range,
           "this changes what names refer to, of which the configuration has given a copy");
    Into.last().Notes = {
        {Copy.Names->getLocation(), isa<DecompositionDecl>(Copy.Names)
                                        ? "name a copy, `auto […]`, or read the member itself where it is needed"
                                        : "loop over a copy of the container, a local, or change it behind the loop"}};
    return true;
  }
  return false;
}

}  // namespace autoconvert
