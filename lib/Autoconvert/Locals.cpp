// declarations in a recipe => configured locals.
#include <algorithm>

#include "Checker.h"
#include "Names.h"
#include "Rules.h"
#include "Unevaluated.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

void Checker::findReassigned(const Stmt* S) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    llvm::DenseSet<const VarDecl*>& Into;
    llvm::DenseMap<const VarDecl*, unsigned>& Uses;
    std::vector<std::pair<const VarDecl*, const VarDecl*>> References;
    Visitor(llvm::DenseSet<const VarDecl*>& Set, llvm::DenseMap<const VarDecl*, unsigned>& Count)
        : Into(Set), Uses(Count) {}
    // What a loop uses of what is declared in front of it, it uses more than once.
    unsigned Loops = 0;
    llvm::DenseMap<const VarDecl*, unsigned> LoopsAround;
    unsigned times(const VarDecl* Variable) const { return Loops > LoopsAround.lookup(Variable) ? 2 : 1; }
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (const auto* Variable = dyn_cast<VarDecl>(E->getDecl())) Uses[Variable] += times(Variable);
      return true;
    }
    // Who sets a member does not use the whole.
    bool VisitMemberExpr(MemberExpr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(behind(E->getBase()));
      const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      if (Variable != nullptr && objectOf(Variable->getType()) != nullptr) Uses[Variable] -= times(Variable);
      return true;
    }
    bool TraverseStmt(Stmt* S) {
      const bool IsLoop = isa_and_nonnull<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
      if (IsLoop) ++Loops;
      const bool Goes = RecursiveASTVisitor::TraverseStmt(S);
      if (IsLoop) --Loops;
      return Goes;
    }
    bool VisitVarDecl(VarDecl* V) {
      LoopsAround[V] = Loops;
      if (!V->getType()->isReferenceType() || V->getInit() == nullptr) return true;
      if (const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(V->getInit())))
        if (const auto* Of = dyn_cast<VarDecl>(Reference->getDecl())) References.emplace_back(V, Of);
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr* E) {
      if (E->getOperator() != OO_Equal || E->getNumArgs() != 2) return true;
      if (const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E->getArg(0))))
        if (const auto* Variable = dyn_cast<VarDecl>(Reference->getDecl())) Into.insert(Variable);
      return true;
    }
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E->getImplicitObjectArgument()));
      const auto* Variable = Reference == nullptr ? nullptr : dyn_cast<VarDecl>(Reference->getDecl());
      if (Variable != nullptr && isHolder(shapeOf(Variable->getType())) && E->getNumArgs() == 1 &&
          E->getMethodDecl() != nullptr && E->getMethodDecl()->getNameAsString() == "reset")
        Into.insert(Variable);
      return true;
    }
  };
  Visitor Found(Reassigned, Uses);
  Found.TraverseStmt(const_cast<Stmt*>(S));  // NOLINT: the visitor has no const form
  // What is done to a reference is done to what it refers to.
  for (const auto& [Reference, Of] : llvm::reverse(Found.References)) {
    Uses[Of] += Uses.lookup(Reference);
    if (Reassigned.contains(Reference)) Reassigned.insert(Of);
  }
}

// A member that was moved out is empty in C++; the configuration still has it.
void Checker::checkMoves(const Stmt* Body) {
  if (MovedFrom.empty()) return;
  struct Visitor : RecursiveASTVisitor<Visitor> {
    llvm::DenseMap<const VarDecl*, SourceLocation> Last;
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (const auto* Variable = dyn_cast<VarDecl>(E->getDecl())) Last[Variable] = E->getLocation();
      return true;
    }
  };
  Visitor Mentions;
  Mentions.TraverseStmt(const_cast<Stmt*>(Body));  // NOLINT: the visitor has no const form
  for (const auto& [Variable, Move] : MovedFrom) {
    const SourceLocation Last = U.Sources.getFileLoc(Mentions.Last.lookup(Variable));
    if (!U.Sources.isBeforeInTranslationUnit(U.Sources.getFileLoc(Move->getEndLoc()), Last)) continue;
    Finding& F = Into.add(Rule::Unsupported, Move->getBeginLoc(), Move->getSourceRange(),
                          "a member of " + quoted(Variable) + " is moved out of it, and " + quoted(Variable) +
                              " is used afterwards: the configuration would still have the member");
    F.Notes.push_back({Last, "used here; move the member last, or copy it"});
  }
}

// What shared pointers hold and what functions return: copies of an object have it in common.
bool Checker::mayShare(const Meaning& M) const {
  switch (M.What) {
    case Meaning::Kind::Call:
    case Meaning::Kind::Recipe:
    case Meaning::Kind::Ready:
    case Meaning::Kind::Parameter:
    case Meaning::Kind::Load:
      return true;
    case Meaning::Kind::Local: {
      const LocalState& Of = Locals.find(M.Variable)->second;
      return Of.MayShare || Of.Is == Shape::Shared;
    }
    default:
      break;
  }
  const auto named = [&](const NamedMeaning& Argument) { return mayShare(Argument.Of); };
  return M.IsShared || llvm::any_of(M.Arguments, named) || llvm::any_of(M.Settings, named) ||
         llvm::any_of(M.Parts, [&](const Meaning& Part) { return mayShare(Part); });
}

// A copy of a configuration has nothing in common with it, a copy of an object may have.
void Checker::copyLocal(Meaning& M) const {
  if (M.What != Meaning::Kind::Local || M.IsMoved) return;
  const LocalState& Of = Locals.find(M.Variable)->second;
  M.IsCopy = Of.MayShare && Of.Is != Shape::Shared;
}

// Another name of a configured parameter: what is only passed on can be passed on by either.
std::optional<LocalMeaning> Checker::copyOfParameter(const VarDecl* V, Meaning M) {
  const QualType Type = V->getType();
  const bool IsSame = U.Context.hasSameType(decayed(Type), decayed(M.Variable->getType()));
  if (isa<DecompositionDecl>(V) || (!IsSame && !isHolder(shapeOf(Type)))) {
    Refused.insert(V);
    refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(),
           "a copy of the parameter " + quoted(M.Variable) + " cannot be converted: use the parameter itself");
    return std::nullopt;
  }
  if (!IsSame && shapeOf(Type) == Shape::Shared && !isHolder(shapeOf(M.Variable->getType())) && Uses.lookup(V) > 1) {
    Refused.insert(V);
    refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(),
           quoted(V) + " shares one copy of the parameter " + quoted(M.Variable) +
               ": whoever has it would get a copy of its own where the parameter is a finished object");
    Into.last().Notes = {{M.Variable->getLocation(), "let the recipe take a std::shared_ptr"}};
    return std::nullopt;
  }
  Parameters.insert(V);
  LocalMeaning Result;
  Result.Variable = V;
  Result.Type = "::run::Arg<" + spell(decayed(Type)) + ">";
  if (Type->isReferenceType()) Result.Reference = Type->isRValueReferenceType() ? "&&" : "&";
  Result.Value = std::move(M);
  return Result;
}

// A guard, whose destructor does what it is for, or a call for its effect: the recipe does more than its configuration.
bool Checker::isMadeForItself(const VarDecl* V, const Meaning& M) const {
  if (Uses.lookup(V) != 0 || V->getType()->isReferenceType()) return false;
  if (M.What == Meaning::Kind::Call) return !M.IsPartial && !V->hasAttr<UnusedAttr>();
  if (M.What != Meaning::Kind::Construct || M.Class == nullptr || !M.Class->hasDefinition()) return false;
  const CXXDestructorDecl* End = M.Class->getDefinition()->getDestructor();
  return End != nullptr && End->isUserProvided();
}

std::optional<LocalMeaning> Checker::local(const VarDecl* V) {
  const QualType Type = V->getType();
  const Expr* Init = V->getInit();
  if (V->isStaticLocal() || V->getTSCSpec() != TSCS_unspecified) Refused.insert(V);
  if (Init == nullptr || Refused.contains(V)) return std::nullopt;
  return local(V, argument(Init, Type));
}

std::optional<LocalMeaning> Checker::local(const VarDecl* V, Meaning M) {
  const QualType Type = V->getType();
  LocalMeaning Result;
  Result.Variable = V;
  // `auto*` and a constrained `auto` say more of the type than a configuration fulfils.
  const auto* Auto = V->getTypeSourceInfo()->getType().getNonReferenceType()->getAs<AutoType>();
  const bool IsAuto = Auto != nullptr && !Auto->isConstrained();
  const Shape Declared = shapeOf(Type);
  const auto report = [&](const std::string& Message) {
    Refused.insert(V);
    refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(), Message);
    return std::nullopt;
  };
  switch (M.What) {
    case Meaning::Kind::Invalid:
      Refused.insert(V);
      return std::nullopt;
    case Meaning::Kind::Value:
    case Meaning::Kind::Braced:
    case Meaning::Kind::Convert:
      // A reference or a view would be of a copy that is gone.
      if (wouldDangle(V))
        return report(quoted(V) + " would refer to a part of a configured object's member: make it a copy");
      // A value: its text stays; only what it reads from configured locals is replaced.
      for (const Meaning* Part = &M; Part != nullptr;
           Part = Part->What == Meaning::Kind::Convert ? &Part->Parts.front() : nullptr)
        if (Part->What != Meaning::Kind::Convert) keep(*Part);
      return std::nullopt;
    case Meaning::Kind::Null:
      if (Declared == Shape::Value) return std::nullopt;
      if (Declared == Shape::Optional) {
        M = cleared(nullptr, Type);
        break;
      }
      if (isHolder(Declared) && !Type->isReferenceType() && objectOf(Type) != nullptr) {
        // Not read before it is assigned: an object that is never built takes its place.
        Now.Pointers[V] = Holds::Nothing;
        useClass(objectOf(Type));
        M = Meaning();
        M.What = Meaning::Kind::Construct;
        M.Class = objectOf(Type);
        M.Target = spell(cast<NamedDecl>(M.Class));
        break;
      }
      return report("the local " + quoted(V) + " begins empty: declare it where its object is made");
    case Meaning::Kind::Parameter:
      return copyOfParameter(V, std::move(M));
    case Meaning::Kind::Load:
      if (M.Class == nullptr && !isContainer(Declared)) {
        keep(M);
        return std::nullopt;
      }
      break;
    default:
      break;
  }
  if (isa<DecompositionDecl>(V)) {
    report("a structured binding to something configured cannot be converted");
    Into.last().Notes.push_back({V->getLocation(), "name the members where they are used"});
    return std::nullopt;
  }
  if (Type->isReferenceType()) {
    Result.Reference = Type->isRValueReferenceType() ? "&&" : "&";
    if (!IsAuto && M.What != Meaning::Kind::Local && !Type.getNonReferenceType().isConstQualified() &&
        !Type->isRValueReferenceType())
      return report("the reference " + quoted(V) + " cannot be converted");
    if (M.What == Meaning::Kind::Load)
      return report("a reference into a configured object is declared in a statement of its own");
  }
  if (isMadeForItself(V, M)) {
    report(quoted(V) + " is made and not used: nothing in the configuration would make it");
    Into.last().Notes.push_back(
        {V->getLocation(),
         "drop it; or do what it is for in a function of your own, whose call becomes a node of the configuration"});
    return std::nullopt;
  }
  LocalState State;
  State.MayShare = mayShare(M);
  if (!Type->isReferenceType()) copyLocal(M);
  State.IsCall = M.What == Meaning::Kind::Call;
  if (State.IsCall || M.What == Meaning::Kind::Recipe) State.Made = M.Function;
  State.Loops = Loops;
  State.Depth = Depth;
  State.Is = isContainer(Declared) ? Declared : Declared == Shape::Shared ? Shape::Shared : Shape::Object;
  State.Class = M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local ? M.Class : objectOf(Type);
  if (M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local) State.Instance = M.Instance;
  if (M.What == Meaning::Kind::Local) {
    const LocalState& From = Locals.find(M.Variable)->second;
    State.IsCall = From.IsCall;
    State.Made = From.Made;
    State.Set = From.Set;
    State.Unknown = From.Unknown;
    State.Open = From.Open;
    State.IsGiven = From.IsGiven;
    State.Order = From.Order;
    // Of an object by value there are two now, and one node for both.
    for (const auto& Entry : From.Makers)
      if (M.IsMoved || isHolder(shapeOf(Entry.getValue()->getReturnType())))
        State.Makers[Entry.getKey()] = Entry.getValue();
  }
  if (const FunctionDecl* Maker = makerOf(M); Maker != nullptr && !Reassigned.contains(V)) {
    State.Makers[""] = Maker;
  }
  if (M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Call) {
    if (M.What == Meaning::Kind::Construct)
      for (const NamedMeaning& Argument : M.Arguments) State.Set.insert(Argument.Name);
    for (const NamedMeaning& Setting : M.Settings) {
      State.Set.insert(Setting.Name);
      PathStep Step{Setting.Name};
      Step.Argument = ArgumentKind::Setter;
      State.Order.set({std::move(Step)});
    }
  }
  if (M.What == Meaning::Kind::List || M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Load ||
      M.What == Meaning::Kind::Recipe || M.What == Meaning::Kind::Choice)
    noteUnknown(State, "", M);
  std::string Handle = configType(M, Type);
  // What an optional or a variant holds may change its kind.
  const bool MayChange = (Declared == Shape::Optional || Declared == Shape::Variant) && M.What != Meaning::Kind::Call;
  if (MayChange) Handle = "::run::Config<" + spell(decayed(Type)) + ">";
  if (Reassigned.contains(V) && M.What != Meaning::Kind::List) {
    // Other objects of the declared type will follow.
    Meaning Unknown;
    Unknown.What = Meaning::Kind::Unset;
    State.Class = objectOf(Type);
    State.Instance = nullptr;
    if (State.Class != nullptr) useClass(State.Class);
    Handle = configType(Unknown, Type);
  }
  // The call is made once, however often its result is used.
  const bool IsOneCall = M.What == Meaning::Kind::Call && !M.IsPartial && Uses.lookup(V) > 1;
  if (IsOneCall) {
    State.Is = Shape::Shared;
    M.IsShared = true;
  }
  if (State.Is == Shape::Shared && Handle.rfind("::run::Config<", 0) == 0) Handle.replace(5 + 2, 6, "Shared");
  if (Handle.empty()) return report("the local " + quoted(V) + " cannot be converted");
  State.Type = Handle;
  // With `auto` the declaration reads as before, where the deduced type is the right one.
  const bool TypeFollows = M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local ||
                           M.What == Meaning::Kind::List || M.What == Meaning::Kind::Call ||
                           M.What == Meaning::Kind::Ready || M.What == Meaning::Kind::Choice ||
                           (M.What == Meaning::Kind::Recipe && State.Is != Shape::Shared);
  if (M.What == Meaning::Kind::Construct && State.Is == Shape::Shared) M.IsShared = true;
  const bool Keeps = IsAuto && TypeFollows && !MayChange && !Reassigned.contains(V) &&
                     !(Type.isConstQualified() && isHolder(Declared) && !Type->isReferenceType());
  if (!Keeps) Result.Type = Handle;
  Result.Value = std::move(M);
  Locals[V] = std::move(State);
  return Result;
}

void Checker::declaration(const DeclStmt* S) {
  if (alias(S)) return;
  LocalGroup Group;
  bool HasOther = false;
  // As they stand, but for what has no type of its own any more: decltype(x.n), sizeof(x).
  const auto standIn = [&](const std::vector<UnevaluatedName>& Names) {
    for (const UnevaluatedName& Name : Names) {
      if (!Locals.contains(Name.Variable) && !Parameters.contains(Name.Variable) && !Aliases.contains(Name.Variable))
        continue;
      Edit E;
      E.IsText = true;
      E.Range = Name.Reference->getSourceRange();
      E.Text = Name.StandIn;
      Out->Edits.push_back(std::move(E));
    }
  };
  for (const Decl* D : S->decls()) {
    if (const auto* Assert = dyn_cast<StaticAssertDecl>(D)) standIn(unevaluatedNames(Assert->getAssertExpr()));
    if (const auto* Type = dyn_cast<TypedefNameDecl>(D))
      standIn(unevaluatedNames(Type->getTypeSourceInfo()->getTypeLoc()));
    const auto* V = dyn_cast<VarDecl>(D);
    if (V == nullptr) continue;
    if (auto Local = local(V)) {
      Group.Locals.push_back(std::move(*Local));
      continue;
    }
    HasOther = true;
    // Variables that share a statement share its type.
    if (D == *S->decl_begin()) standIn(unevaluatedNames(V->getTypeSourceInfo()->getTypeLoc()));
  }
  if (Group.Locals.empty()) return;
  const VarDecl* First = Group.Locals.front().Variable;
  if (HasOther) {
    refuse(Rule::Unsupported, First->getLocation(), S->getSourceRange(),
           "configured objects and others are declared in one statement: write one statement for each");
    return;
  }
  if (First->getBeginLoc().isMacroID() || S->getEndLoc().isMacroID()) {
    refuse(Rule::Macro, First->getBeginLoc(), S->getSourceRange(),
           "the declaration of " + quoted(First) + " is written by a macro: its text cannot be rewritten");
    return;
  }
  for (const LocalMeaning& Local : Group.Locals)
    if (!canMove(Local.Value, S->getSourceRange())) return;
  // What follows `=` is a text of its own; parentheses and braces belong to the declaration.
  if (Group.Locals.size() == 1 && Group.Locals.front().Type.empty() && First->getInitStyle() == VarDecl::CInit) {
    LocalMeaning& Only = Group.Locals.front();
    edit(First->getInit()->getSourceRange(), std::move(Only.Value));
    return;
  }
  for (LocalMeaning& Local : Group.Locals)
    if (Local.Type.empty()) Local.Type = Locals.find(Local.Variable)->second.Type;
  const QualType Type = First->getType();
  Group.IsConst = Type.getNonReferenceType().isConstQualified() && !isHolder(shapeOf(Type));
  Edit E;
  // The attributes in front stay; the semicolon stays.
  SourceLocation End = Group.Locals.back().Variable->getEndLoc();
  // The parenthesis of x(f()) belongs to no expression where nothing is converted.
  for (auto Next = Lexer::findNextToken(End, U.Sources, U.Context.getLangOpts());
       Next && Next->is(tok::r_paren) && U.Sources.isBeforeInTranslationUnit(Next->getLocation(), S->getEndLoc());
       Next = Lexer::findNextToken(End, U.Sources, U.Context.getLangOpts()))
    End = Next->getLocation();
  E.Range = SourceRange(First->getInnerLocStart(), End);
  E.Locals = std::make_shared<const LocalGroup>(std::move(Group));
  Out->Edits.push_back(std::move(E));
}

namespace {

/// The stretches of the source that the converted recipe keeps.
class KeptText {
 public:
  explicit KeptText(const SourceManager& Manager) : SM(Manager) {}

  void add(SourceRange Range, bool IsKept) {
    if (Range.isInvalid()) return;
    Stretches.push_back(
        {SM.getFileOffset(SM.getFileLoc(Range.getBegin())), SM.getFileOffset(SM.getFileLoc(Range.getEnd())), IsKept});
  }
  void add(const Meaning& M) {
    switch (M.What) {
      case Meaning::Kind::Value:
      case Meaning::Kind::Braced:
      case Meaning::Kind::Change:
      case Meaning::Kind::Ready:
      case Meaning::Kind::Choice:
      case Meaning::Kind::Local:
      case Meaning::Kind::Parameter:
        // A reference is written as what it refers to.
        if (M.Source != nullptr && M.Settings.empty()) add(M.Source->getSourceRange(), !isOther(M));
        break;
      default:
        break;
    }
    const bool IsText = M.What == Meaning::Kind::Value || M.What == Meaning::Kind::Braced ||
                        M.What == Meaning::Kind::Change || M.What == Meaning::Kind::Ready ||
                        M.What == Meaning::Kind::Choice;
    for (const Meaning& Part : M.Parts) {
      if (IsText && Part.Source != nullptr) add(Part.Source->getSourceRange(), false);
      add(Part);
    }
    for (const PathStep& Step : M.Path)
      for (const Meaning& Index : Step.Index) add(Index);
    for (const NamedMeaning& Argument : M.Arguments) add(Argument.Of);
    for (const NamedMeaning& Setting : M.Settings) add(Setting.Of);
    // A member of a local names the local.
    if (M.Variable != nullptr) Named.insert(M.Variable);
  }
  void finish() {
    std::sort(Stretches.begin(), Stretches.end(), [](const Stretch& A, const Stretch& B) {
      return A.Begin != B.Begin ? A.Begin < B.Begin : A.End > B.End;
    });
  }
  bool isKept(SourceLocation Where) const {
    const unsigned Offset = SM.getFileOffset(SM.getFileLoc(Where));
    // Stretches nest: the last one that begins before and has not ended decides.
    auto At = std::upper_bound(Stretches.begin(), Stretches.end(), Offset,
                               [](unsigned O, const Stretch& S) { return O < S.Begin; });
    while (At != Stretches.begin()) {
      --At;
      if (At->End >= Offset) return At->IsKept;
    }
    return true;
  }

  llvm::DenseSet<const Decl*> Named;

 private:
  static bool isOther(const Meaning& M) {
    const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(M.Source));
    return M.What == Meaning::Kind::Local && Reference != nullptr && Reference->getDecl() != M.Variable;
  }
  struct Stretch {
    unsigned Begin;
    unsigned End;
    bool IsKept;
  };
  const SourceManager& SM;
  std::vector<Stretch> Stretches;
};

struct UseCollector : RecursiveASTVisitor<UseCollector> {
  const KeptText& Kept;
  llvm::DenseSet<const Decl*> Before;
  llvm::DenseSet<const Decl*> After;

  explicit UseCollector(const KeptText& K) : Kept(K) {}

  bool VisitDeclRefExpr(DeclRefExpr* E) { return use(E->getDecl(), E->getLocation()); }
  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) { return use(Loc.getDecl(), Loc.getBeginLoc()); }

 private:
  bool use(const Decl* D, SourceLocation Where) {
    if (!D->getDeclContext()->isFunctionOrMethod()) return true;
    Before.insert(D);
    if (Kept.isKept(Where)) After.insert(D);
    return true;
  }
};

struct DeclarationCollector : RecursiveASTVisitor<DeclarationCollector> {
  std::vector<const DeclStmt*> Found;
  bool VisitDeclStmt(DeclStmt* S) {
    Found.push_back(S);
    return true;
  }
};

}  // namespace

// A local that only replaced text used would make compilers warn.
void Checker::markUnused() {
  KeptText Kept(U.Sources);
  for (const Edit& E : Out->Edits) {
    if (E.IsInsertion) continue;
    Kept.add(E.Range, false);
    if (E.By) Kept.add(*E.By);
    if (E.Locals)
      for (const LocalMeaning& Local : E.Locals->Locals) Kept.add(Local.Value);
  }
  Kept.finish();
  Stmt* Body = Current->Definition->getBody();
  UseCollector Collected(Kept);
  Collected.TraverseStmt(Body);
  DeclarationCollector Declarations;
  Declarations.TraverseStmt(Body);
  for (const DeclStmt* S : Declarations.Found) {
    for (const Decl* D : S->decls()) {
      if (const auto* Reference = dyn_cast<VarDecl>(D); Aliases.contains(Reference)) {
        if (Collected.After.contains(Reference))
          refuse(Rule::Unsupported, Reference->getLocation(), S->getSourceRange(),
                 "the reference " + quoted(Reference) + " is named where nothing is converted: name what it refers to");
        continue;
      }
      const bool IsLost = Collected.Before.contains(D) && !Collected.After.contains(D) && !Kept.Named.contains(D);
      if (!IsLost || D->isImplicit()) continue;
      if (const auto* Alias = dyn_cast<TypedefNameDecl>(D)) {
        insert(Lexer::getLocForEndOfToken(Alias->getLocation(), 0, U.Sources, U.Context.getLangOpts()),
               " [[maybe_unused]]");
      } else if (const auto* V = dyn_cast<VarDecl>(D); V != nullptr && !Locals.contains(V)) {
        insert(S->getBeginLoc(), "[[maybe_unused]] ");
        break;
      }
    }
  }
  // In the order of the source; what is inserted in front comes first.
  std::sort(Out->Edits.begin(), Out->Edits.end(), [&](const Edit& A, const Edit& B) {
    const SourceLocation BeginA = U.Sources.getFileLoc(A.Range.getBegin());
    const SourceLocation BeginB = U.Sources.getFileLoc(B.Range.getBegin());
    if (BeginA != BeginB) return U.Sources.isBeforeInTranslationUnit(BeginA, BeginB);
    return A.IsInsertion && !B.IsInsertion;
  });
}

}  // namespace autoconvert
