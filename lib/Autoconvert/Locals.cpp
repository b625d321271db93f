// declarations in a recipe => configured locals.
#include <algorithm>

#include "Checker.h"
#include "LaterNames.h"
#include "Names.h"
#include "Rules.h"
#include "Statement.h"
#include "Unevaluated.h"
#include "Views.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace autoconvert {

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
  const bool IsPointer = isHolder(shapeOf(M.Variable->getType()));
  if (shapeOf(Type) == Shape::Shared && (M.IsPointee || (!IsSame && !IsPointer)) && Uses.count(V) > 1) {
    Refused.insert(V);
    refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(),
           quoted(V) + " shares one copy of the parameter " + quoted(M.Variable) +
               ": whoever has it would get a copy of its own where the parameter is a finished object");
    Into.last().Notes = {{M.Variable->getLocation(), IsPointer
                                                         ? "make the object in the recipe, of parameters that are "
                                                           "values, or let a function of your own return the copy"
                                                         : "let the recipe take a std::shared_ptr"}};
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

// What is known of an object when it gets a name.
void Checker::begin(LocalState& State, const Meaning& M, QualType Type) {
  const LocalState* Result = resultOf(M);
  const bool IsOwn = M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local;
  State.IsCall = M.What == Meaning::Kind::Call;
  if (State.IsCall || M.What == Meaning::Kind::Recipe) State.Made = M.Function;
  State.Class = IsOwn ? M.Class : Result != nullptr ? Result->Class : objectOf(Type);
  State.Instance = IsOwn ? M.Instance : Result != nullptr ? Result->Instance : nullptr;
  if (M.What == Meaning::Kind::Local) {
    const LocalState& From = Locals.find(M.Variable)->second;
    State.IsCall = From.IsCall;
    State.Made = From.Made;
    State.IsGiven = From.IsGiven;
    State.Order = From.Order;
    State.Earlier = From.Earlier;
    State.IsPassed = isPointer(From.Class, From.Instance);
    noteUnknown(State, "", M);
  } else {
    if (const FunctionDecl* Maker = makerOf(M)) State.Places.at("").Maker = Maker;
    State.Earlier = earlierOf(Result);
    if (M.What == Meaning::Kind::List || M.What == Meaning::Kind::Repeat || M.What == Meaning::Kind::Construct ||
        M.What == Meaning::Kind::Load || M.What == Meaning::Kind::Recipe || M.What == Meaning::Kind::Choice)
      noteUnknown(State, "", M);
    if (M.What == Meaning::Kind::Ready) State.Places.at("").IsUntold = true;
  }
  if (M.What == Meaning::Kind::Construct)
    for (const NamedMeaning& Argument : M.Arguments) State.Places.at(Argument.Name).IsSet = true;
  for (const NamedMeaning& Setting : M.Settings) State.Places.at(Setting.Name).IsSet = true;
  // What an object began as is known whole.
  if (M.What != Meaning::Kind::Local) noteOrder(State.Order, {}, M);
  for (const NamedMeaning& Setting : M.Settings)
    if (M.What == Meaning::Kind::Local) State.Order.call({}, Setting.Name);
  // Another pointer to an object has it as it is.
  const bool IsAnother = M.IsShared && (M.What == Meaning::Kind::Local || M.What == Meaning::Kind::Load);
  if (!IsAnother) State.Order.begin();
}

std::optional<LocalMeaning> Checker::local(const VarDecl* V) {
  const QualType Type = V->getType();
  const Expr* Init = V->getInit();
  if (keepsValue(V)) Refused.insert(V);
  if (V->isStaticLocal() && !Refused.contains(V)) return std::nullopt;  // a constant, as those at namespace scope are
  if (Type->isReferenceType() && Init != nullptr && names(Init, Refused)) refuseUses(V);
  if (Init == nullptr || Refused.contains(V)) return std::nullopt;
  // A pointer or view into another local is a matter of the recipe, as long as it stays there.
  if (isView(decayed(Type)) && pointsInto(Init) != nullptr) return local(V, expression(Init));
  if (OfCalls.contains(V)) {
    const Expr* Made = skipCopies(Init);
    if (const auto* Construct = dyn_cast<CXXConstructExpr>(Made))
      return local(V, containerMade(Construct, containerOf(Type)));
    if (isa<InitListExpr>(Made)) return local(V, list(Made, Type));
    return local(V, argument(Init, Type));
  }
  if (isValueWithCalls(Type, Init)) return local(V, value(Init));
  return local(V, argument(Init, Type));
}

void Checker::refuseUses(const VarDecl* V) {
  Refused.insert(V);
  if (const auto* Bindings = dyn_cast<DecompositionDecl>(V))
    for (const BindingDecl* B : Bindings->bindings())
      if (const VarDecl* Own = B->getHoldingVar()) Refused.insert(Own);
}

void Checker::refuseLocal(const VarDecl* V, const std::string& Message, const char* Way) {
  refuseUses(V);
  refuse(Rule::Unsupported, V->getLocation(), V->getSourceRange(), Message);
  if (Way != nullptr) Into.last().Notes.push_back({V->getLocation(), Way});
}

// A value: its text stays; only what it reads from configured locals is replaced.
bool Checker::staysValue(const VarDecl* V, Meaning& M, Shape Declared) {
  const QualType Type = V->getType();
  if (M.What == Meaning::Kind::Load) {
    if (M.Class != nullptr || isContainer(Declared)) return false;
    if (!refuseCopiedNames(V, M)) keep(M);
    return true;
  }
  if (M.What != Meaning::Kind::Value && M.What != Meaning::Kind::Braced && M.What != Meaning::Kind::Convert)
    return false;
  // It may hold an object later.
  if (Declared == Shape::Variant && !Type->isReferenceType() && Uses.isReassigned(V)) {
    M = inContainer(std::move(M), Type);
    return false;
  }
  autoconvert::refuseLater(V->getTypeSourceInfo()->getTypeLoc(), current().Definition, U, Into);
  // A reference or a view would be of a copy that is gone.
  if (wouldDangle(V)) {
    refuseLocal(V, quoted(V) + " would refer to a part of a configured object's member: make it a copy");
    return true;
  }
  if (OfCalls.contains(V)) {
    refuseLocal(V,
                "the container " + quoted(V) + " is given what a function makes: it is a configuration, and cannot " +
                    "begin as a copy of values",
                "declare it empty, or with its elements in braces");
    return true;
  }
  const Meaning* Part = &M;
  while (Part->What == Meaning::Kind::Convert) Part = &Part->Parts.front();
  keep(*Part);
  return true;
}

// What begins without an object.
bool Checker::staysEmpty(const VarDecl* V, Meaning& M, Shape Declared) {
  if (M.What != Meaning::Kind::Null) return false;
  if (Declared == Shape::Value) return true;
  const QualType Type = V->getType();
  if (Declared == Shape::Optional) {
    M = cleared(nullptr, Type);
    return false;
  }
  if (!isHolder(Declared) || Type->isReferenceType() || objectOf(Type) == nullptr) {
    refuseLocal(V, "the local " + quoted(V) + " begins empty: declare it where its object is made");
    return true;
  }
  // Not read before it is assigned: an object that is never built takes its place.
  Now.Pointers[V] = Holds::Nothing;
  useClass(objectOf(Type));
  M = Meaning();
  M.What = Meaning::Kind::Construct;
  M.Class = objectOf(Type);
  M.Target = spell(cast<NamedDecl>(M.Class));
  return false;
}

// `auto*` and a constrained `auto` say more of the type than a configuration fulfils.
static bool isPlainAuto(const VarDecl* V) {
  const auto* Auto = V->getTypeSourceInfo()->getType().getNonReferenceType()->getAs<AutoType>();
  return Auto != nullptr && !Auto->isConstrained();
}

// Whether its members are known, that a structured binding names.
static bool isTakenApart(const Meaning& M) {
  return M.What == Meaning::Kind::List || M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local ||
         M.What == Meaning::Kind::Load || M.What == Meaning::Kind::Recipe || M.What == Meaning::Kind::Repeat;
}

bool Checker::refuseDeclaration(const VarDecl* V, const Meaning& M, Shape Declared) {
  const QualType Type = V->getType();
  const bool IsBinding = isa<DecompositionDecl>(V);
  const bool IsReference = Type->isReferenceType() && !IsBinding;
  const bool MayChange = Type->isLValueReferenceType() && !Type.getNonReferenceType().isConstQualified();
  // `auto&&` refers to a configuration, too; `auto&` to what is there already.
  const bool IsWrittenSo =
      !isPlainAuto(V) || (M.What == Meaning::Kind::Call && !V->getTypeSourceInfo()->getType()->isRValueReferenceType());
  if (IsBinding && !isTakenApart(M))
    refuseLocal(V, "a structured binding to what is made when the configuration is built cannot be converted",
                "give it one name, and pass it on as it is");
  else if (IsReference && MayChange && IsWrittenSo && M.What != Meaning::Kind::Local)
    refuseLocal(V, "the reference " + quoted(V) + " cannot be converted",
                M.What == Meaning::Kind::Call
                    ? "what the function gives is known when the configuration is built: refer to it by 'const auto&', "
                      "or let a function of your own change it"
                    : nullptr);
  else if (IsReference && M.What == Meaning::Kind::Load)
    refuseLocal(V, "a reference into a configured object is declared in a statement of its own");
  else if (isHolder(Declared) && objectOf(Type) == nullptr)
    refuseLocal(V,
                "the local " + quoted(V) +
                    " points to a container: what is done to that through it has no place in the configuration",
                "fill a local container, and move it into the pointer where that is made for an argument or a member");
  else
    return false;
  return true;
}

Checker::LocalHandle Checker::handleOfLocal(const VarDecl* V, const Meaning& M, Shape Declared, LocalState& State) {
  const QualType Type = V->getType();
  const bool IsReassigned = Uses.isReassigned(V);
  if (IsReassigned && M.What != Meaning::Kind::List && M.What != Meaning::Kind::Repeat) {
    // Other objects of the declared type will follow.
    Meaning Unknown;
    Unknown.What = Meaning::Kind::Unset;
    State.Class = objectOf(Type);
    State.Instance = nullptr;
    if (State.Class != nullptr) useClass(State.Class);
    return {configType(Unknown, Type), false};
  }
  // What an optional or a variant holds may change its kind.
  if ((Declared == Shape::Optional || Declared == Shape::Variant) && M.What != Meaning::Kind::Call)
    return {"::run::Config<" + spell(decayed(Type)) + ">", false};
  // What the recipe of another file makes may have other names for its arguments: those of the class are meant.
  if (M.What == Meaning::Kind::Recipe && !M.IsPartial && resultOf(M) == nullptr && State.Class != nullptr &&
      State.Class->hasDefinition()) {
    useClass(State.Class);
    return {"::run::Config<" + spell(cast<NamedDecl>(State.Class)) + ">", false};
  }
  return {configType(M, Type), !IsReassigned};
}

std::optional<LocalMeaning> Checker::local(const VarDecl* V, Meaning M) {
  const QualType Type = V->getType();
  const Shape Declared = OfCalls.contains(V) ? containerOf(Type) : shapeOf(Type);
  LocalMeaning Result;
  Result.Variable = V;
  const bool IsLost = isConfigured(Type) && isOfRefused(M);
  if (M.isInvalid() || IsLost) {
    IsOfRefused |= IsLost;
    refuseUses(V);
    return std::nullopt;
  }
  if (M.What == Meaning::Kind::Parameter) return copyOfParameter(V, std::move(M));
  if (staysValue(V, M, Declared) || staysEmpty(V, M, Declared)) return std::nullopt;
  // The element of a container that is handed in may be a finished object.
  const bool IsElement = M.What == Meaning::Kind::Load && M.IsArg && !Type->isReferenceType() &&
                         shapeOf(Type) == Shape::Shared && Uses.isOnlyPassedOn(V);
  if (IsElement || (M.What == Meaning::Kind::Choice && M.IsArg)) {
    if (Type->isReferenceType()) {
      refuseLocal(V, "the reference " + quoted(V) + " cannot be converted");
      return std::nullopt;
    }
    Parameters.insert(V);
    Result.Type = "::run::Arg<" + spell(decayed(Type)) + ">";
    Result.Value = std::move(M);
    return Result;
  }
  M.IsArg = false;  // the local has the node
  if (refuseDeclaration(V, M, Declared)) return std::nullopt;
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  if (Type->isReferenceType() && Bindings == nullptr) Result.Reference = Type->isRValueReferenceType() ? "&&" : "&";
  const bool IsUnused = Uses.count(V) == 0 && !Type->isReferenceType() && hasEffect(M);
  // Where a member cannot be read, that says more.
  if (IsUnused && Uses.isReadInPart(V)) Unmade.push_back(V);
  if (IsUnused && !Uses.isReadInPart(V)) {
    Refused.insert(V);
    refuseUnbuilt(V, nullptr, Into);
    return std::nullopt;
  }
  LocalState State;
  State.MayShare = mayShare(M);
  addHeld(M, State.Holds);
  if (!Type->isReferenceType()) copyLocal(M);
  State.Loops = Loops.size();
  State.Depth = Depth;
  State.Is = isContainer(Declared) ? Declared : Declared == Shape::Shared ? Shape::Shared : Shape::Object;
  begin(State, M, Type);
  LocalHandle Handle = handleOfLocal(V, M, Declared, State);
  // The call is made once, however often its result is used.
  const bool IsOneCall = M.What == Meaning::Kind::Call && !M.IsPartial && Uses.count(V) > 1 && !Uses.isReassigned(V);
  // What is moved out of a member may be null; std::make_unique copies what it is given.
  const bool IsMovedOut = M.What == Meaning::Kind::Load && Declared == Shape::Unique && Bindings == nullptr &&
                          M.IsMoved && !M.IsPointee && shapeOf(M.Type) == Shape::Unique;
  if (IsOneCall || IsMovedOut) {
    State.Is = Shape::Shared;
    M.IsShared = true;
    M.IsMoved = M.IsMoved && !IsMovedOut;
  }
  M.IsOnce = isOneObject(V, M);
  if (State.Is == Shape::Shared && Handle.Type.rfind("::run::Config<", 0) == 0) Handle.Type.replace(5 + 2, 6, "Shared");
  if (Handle.Type.empty()) {
    const bool IsResult = M.What == Meaning::Kind::Recipe && M.Class == nullptr;
    refuseLocal(V, "the local " + quoted(V) +
                       (IsResult ? " is given the result of a recipe that makes no object" : " cannot be converted"));
    if (IsResult)
      Into.last().Notes.push_back(
          {M.Function->getLocation(), "drop the attribute of " + quoted(M.Function) + " if it is no recipe"});
    return std::nullopt;
  }
  State.Type = Handle.Type;
  const bool IsCopy = M.What == Meaning::Kind::Local && State.Is == Shape::Shared && M.IsShared && !M.IsMoved &&
                      !M.IsCopy && !M.IsPointee && U.Context.hasSameUnqualifiedType(Type, M.Variable->getType()) &&
                      !Uses.isReassigned(V) && !Uses.isReassigned(M.Variable);
  if (IsCopy)
    Locals.addCopy(V, M.Variable);
  else
    Now.Called[V].take("", calledOn(M), "");
  // With `auto` the declaration reads as before, where the deduced type is the right one.
  const bool TypeFollows =
      M.What == Meaning::Kind::Construct || M.What == Meaning::Kind::Local || M.What == Meaning::Kind::List ||
      M.What == Meaning::Kind::Repeat || M.What == Meaning::Kind::Call || M.What == Meaning::Kind::Ready ||
      M.What == Meaning::Kind::Choice || (M.What == Meaning::Kind::Recipe && State.Is != Shape::Shared);
  if (M.What == Meaning::Kind::Construct && State.Is == Shape::Shared) M.IsShared = true;
  const bool Keeps = isPlainAuto(V) && Bindings == nullptr && TypeFollows && Handle.IsDeduced &&
                     !(Type.isConstQualified() && isHolder(Declared) && !Type->isReferenceType());
  if (!Keeps) Result.Type = State.Type;
  State.IsLoaded = M.What == Meaning::Kind::Load && M.IsShared;
  linkHeld(V, M);
  noteCopies(V, "", M);
  Result.Value = std::move(M);
  if (!IsCopy) Locals.add(V, std::move(State));
  if (Bindings != nullptr && !bind(Bindings)) return std::nullopt;
  return Result;
}

void Checker::declaration(const DeclStmt* S) {
  if (alias(S)) return;
  const std::size_t FirstEdit = edits().size();
  const std::size_t Before = Into.size();
  LocalGroup Group;
  bool HasOther = false, IsKnown = true;
  // As they stand, but for what has no type of its own any more: decltype(x.n), sizeof(x).
  const auto standIn = [&](const std::vector<UnevaluatedName>& Names) {
    for (const UnevaluatedName& Name : Names) {
      if (!isConverted(Name.Variable)) continue;
      Edit E;
      E.IsText = true;
      E.Range = Name.Reference->getSourceRange();
      E.Text = Name.StandIn;
      edits().push_back(std::move(E));
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
    IsKnown &= !Refused.contains(V);
    // Variables that share a statement share its type.
    if (D == *S->decl_begin()) standIn(unevaluatedNames(V->getTypeSourceInfo()->getTypeLoc()));
  }
  if (Group.Locals.empty()) return;
  const VarDecl* First = Group.Locals.front().Variable;
  if (HasOther && (!IsKnown || Into.size() != Before)) return;  // what it would have been is not known
  if (HasOther) {
    refuse(Rule::Unsupported, First->getLocation(), S->getSourceRange(),
           "configured objects and others are declared in one statement");
    Into.last().Notes.push_back({First->getLocation(), "write one statement for each"});
    return;
  }
  // A macro may name its type or its namespace.
  const SourceRange Written(First->getInnerLocStart(), Group.Locals.back().Variable->getEndLoc());
  if (textRange(Written, U).isInvalid() || First->getLocation().isMacroID() || S->getEndLoc().isMacroID()) {
    refuse(Rule::Macro, First->getBeginLoc(), S->getSourceRange(),
           "the declaration of " + quoted(First) + " is written by a macro: its text cannot be rewritten");
    return;
  }
  for (LocalMeaning& Local : Group.Locals)
    if (!canMove(Local.Value, S->getSourceRange())) return;
  // What follows `=` is a text of its own; parentheses and braces belong to the declaration.
  if (Group.Locals.size() == 1 && Group.Locals.front().Type.empty() && First->getInitStyle() == VarDecl::CInit) {
    LocalMeaning& Only = Group.Locals.front();
    edit(First->getInit()->getSourceRange(), std::move(Only.Value));
    return Filled.note(edits(), FirstEdit, {First});
  }
  for (LocalMeaning& Local : Group.Locals)
    if (Local.Type.empty()) Local.Type = Locals.find(Local.Variable)->second.Type;
  llvm::SmallVector<const VarDecl*, 4> Declared;
  for (const LocalMeaning& Local : Group.Locals) Declared.push_back(Local.Variable);
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
  edits().push_back(std::move(E));
  Filled.note(edits(), FirstEdit, Declared);
}

}  // namespace autoconvert
