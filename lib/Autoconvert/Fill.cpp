// functions of containers that change them => the same on the configuration: v.push_back(x), s.layers.emplace(k, x).
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace autoconvert {

namespace {

/// A function that puts several elements into the configuration.
bool addsMany(llvm::StringRef Method) { return Method.ends_with("_range"); }

/// A function that says what is to be there, whatever there was.
bool changesInPart(llvm::StringRef Method) {
  return llvm::is_contained(
      {"emplace_back", "insert", "clear", "insert_or_assign", "emplace", "emplace_hint", "try_emplace"}, Method);
}

/// A function that puts one element, given as such, into a container of callables: those that are nodes stay so.
bool addsCallable(const CXXMemberCallExpr* E) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const unsigned Count = E->getNumArgs();
  const QualType Container = E->getImplicitObjectArgument()->getType();
  if (!holdsCallables(Container)) return false;
  if (Name == "emplace_back" || Name == "emplace_front") return Count == 1;
  if (containerOf(Container) != Shape::Map) return false;
  if (Name != "insert") return Count == 2 && (Name == "emplace" || Name == "try_emplace" || Name == "insert_or_assign");
  const auto* Entry = Count != 1 ? nullptr : dyn_cast<CXXConstructExpr>(skipTransparent(E->getArg(0)));
  return Entry != nullptr && Entry->getNumArgs() == 2;
}

}  // namespace

// The container whose size, or a key in it, is asked for: a value, known while the recipe is converted. Null for any
// other call.
const Expr* Resolver::askedContainer(const CallExpr* E) {
  const Expr* Container = nullptr;
  bool IsKey = false;
  if (const auto* Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const llvm::StringRef Name = plainName(Member->getMethodDecl());
    IsKey = (Name == "contains" || Name == "count") && E->getNumArgs() == 1;
    if (IsKey || (E->getNumArgs() == 0 && (Name == "size" || Name == "empty")))
      Container = Member->getImplicitObjectArgument();
  } else if (const FunctionDecl* Function = E->getDirectCallee(); E->getNumArgs() == 1) {
    if (isStd(Function, "size") || isStd(Function, "ssize") || isStd(Function, "empty")) Container = E->getArg(0);
  }
  if (Container == nullptr) return nullptr;
  const auto P = containerPlace(Container, /*OfValues=*/true);
  return P && (!IsKey || shapeOf(P->Type) == Shape::Map) ? Container : nullptr;
}

Meaning Resolver::asked(const Expr* Container) {
  const Expr* Object = skipTransparent(Container);
  Place P = *containerPlace(Object, /*OfValues=*/true);
  Meaning M;
  if (!P.Path.empty()) {
    M = load(Object, std::move(P));
    if (M.isInvalid()) return M;
  } else {
    if (isUnknown(P, 0))
      return refuse(Rule::ValueOfConfigured, Object,
                    quoted(P.Variable) +
                        " is made by a function that is called when the configuration is built: it has no "
                        "elements yet");
    M.Variable = P.Variable;
  }
  M.What = Meaning::Kind::Place;
  M.Source = Object;
  // o->size() of an optional: the arrow belongs to the object.
  const auto* Arrow = dyn_cast<CXXOperatorCallExpr>(Object);
  if (Arrow != nullptr && Arrow->getOperator() == OO_Arrow) M.Method = ".";
  return M;
}

Meaning Checker::cleared(const Expr* E, QualType Type) {
  Meaning M;
  M.What = Meaning::Kind::List;
  M.Source = E;
  M.Type = decayed(Type);
  return M;
}

Meaning Checker::filled(const CXXMemberCallExpr* E, const Place& Container, QualType Type) {
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const std::vector<QualType> Elements = elementsOf(Type);
  const Shape Kind = containerOf(Type);
  const llvm::SmallVector<const Expr*, 4> Arguments(E->arguments());
  Meaning M;
  M.What = Meaning::Kind::Invoke;
  M.Source = E;
  M.Variable = Container.Variable;
  M.Path = Container.Path;
  M.Method = llvm::StringRef(Name).starts_with("emplace_") ? "push_" + Name.drop_front(8).str() : Name.str();
  Meaning Part;
  if (Kind == Shape::Sequence && (Name == "push_back" || Name == "push_front") && E->getNumArgs() == 1) {
    Part = argument(Arguments[0], Elements.front());
    if (Part.isUnset()) Part = blank(Elements.front(), E);
  } else if (Kind == Shape::Sequence && (Name == "emplace_back" || Name == "emplace_front")) {
    Part = elementMade(Elements.front(), Arguments, E);
  } else if ((Kind == Shape::Sequence || Kind == Shape::Map) && Name == "reserve" && E->getNumArgs() == 1) {
    Part = value(Arguments[0]);
  } else if (Kind == Shape::Sequence && Name == "pop_back") {
    return M;
  } else if (Kind == Shape::Sequence && Name == "pop_front") {
    M.Method = "erase";
    M.Parts.push_back(word(nullptr, "0"));
    return M;
  } else if (Kind == Shape::Optional && (Name == "emplace" || (Name == "reset" && E->getNumArgs() == 0))) {
    M.What = Meaning::Kind::Assign;
    Part = Name == "emplace" ? elementMade(Elements.front(), Arguments, E) : cleared(nullptr, Type);
  } else if (Kind == Shape::Variant && Name == "emplace") {
    M.What = Meaning::Kind::Assign;
    Part = alternativeMade(Type, E);
  } else {
    if (Kind == Shape::Sequence || Kind == Shape::Map)
      if (auto Found = inserted(E, Container, Type)) return *Found;
    if (isSetOfValues(Type))
      if (auto Found = insertedInSet(E, Container)) return *Found;
    refuseMemberCall(E, /*Repeats=*/false, /*IsStatement=*/true);
    return {};
  }
  if (Part.isInvalid()) return {};
  M.Parts.push_back(std::move(Part));
  return M;
}

// p.field.reset() and p.field.reset(make()) of a smart pointer.
bool Checker::resetStatement(const CXXMemberCallExpr* E) {
  if (plainName(E->getMethodDecl()) != "reset" || !isInNamespace(E->getMethodDecl(), "std")) return false;
  const Expr* Object = skipTransparent(E->getImplicitObjectArgument());
  const bool IsEmpty =
      E->getNumArgs() == 0 || isa<CXXDefaultArgExpr>(E->getArg(0)) ||
      E->getArg(0)->isNullPointerConstant(U.Context, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull;
  if (const VarDecl* Variable = variableOf(Object);
      Variable != nullptr && Locals.contains(Variable) && isHolder(shapeOf(Variable->getType()))) {
    if (IsEmpty) return makeEmpty(Variable, E), true;
    if (E->getNumArgs() != 1) return false;
    Meaning Part = argument(E->getArg(0), Variable->getType());
    Now.Pointers[Variable] = Holds::Object;
    if (Part.isInvalid()) return true;
    if (Part.What != Meaning::Kind::Call) return refuseMemberCall(E), true;
    LocalState& Local = Locals.find(Variable)->second;
    Local.IsCall = true;
    Local.Made = Part.Function;
    Place Whole;
    Whole.Variable = Variable;
    remember(Whole, Part);
    Meaning M;
    M.What = Meaning::Kind::Assign;
    M.Source = E;
    M.Variable = Variable;
    M.Parts.push_back(std::move(Part));
    edit(E->getSourceRange(), std::move(M));
    return true;
  }
  std::optional<Place> P = place(Object);
  if (!P || !isHolder(shapeOf(P->Type))) return false;
  if (E->getNumArgs() > 1 || !canReach(*P, Object->getSourceRange()) || !resolve(*P)) return E->getNumArgs() <= 1;
  Meaning M;
  M.What = Meaning::Kind::Assign;
  M.Source = E;
  M.Variable = P->Variable;
  M.Path = P->Path;
  Meaning Part;
  Part.What = Meaning::Kind::Null;
  if (!IsEmpty) Part = argument(E->getArg(0), P->Type);
  if (Part.isInvalid()) return true;
  if (Part.What != Meaning::Kind::Null && Part.What != Meaning::Kind::Call) {
    refuseMemberCall(E);
    return true;
  }
  if (!keepsOrder(*P, E->getSourceRange())) return true;
  remember(*P, Part);
  M.Parts.push_back(std::move(Part));
  edit(E->getSourceRange(), std::move(M));
  return true;
}

bool Checker::containerStatement(const CXXMemberCallExpr* E, SourceRange Whole) {
  const bool IsStatement = Whole.isInvalid();
  if (IsStatement) Whole = E->getSourceRange();
  const llvm::StringRef Name = plainName(E->getMethodDecl());
  const Expr* Object = E->getImplicitObjectArgument();
  if (askedContainer(E) != nullptr) return false;
  // A member that holds plain values grows like one of configured elements.
  const bool Binds = llvm::any_of(E->arguments(), [&](const Expr* Argument) { return holdsCall(Argument); });
  const bool Adds = Name == "push_back" || Name == "push_front" || Binds || addsCallable(E);
  auto P = containerPlace(Object, /*OfValues=*/Adds);
  if (!P)
    if (auto Values = partedPlace(Object); Values && (holdsCalls(*Values) || changesInPart(Name)))
      P = std::move(Values);
  if (!P && IsStatement) P = grownSet(E);
  if (!P) return false;
  // However much is left of what was moved from, it is empty then.
  if (Name == "clear" && P->Path.empty()) Now.Moved.erase(P->Variable);
  if (!canReach(*P, skipTransparent(Object)->getSourceRange()) || !resolve(*P)) return true;
  if (refillStatement(E, *P, Whole)) return true;
  LocalState& Local = Locals.find(P->Variable)->second;
  const std::string Path = pathText(P->Path);
  const bool IsSet = P->Path.empty() || isKnown(*P);
  // A configuration has no room to be made for elements.
  const bool IsAboutRoom = Name == "shrink_to_fit" || (Name == "reserve" && !IsSet);
  if (IsAboutRoom && llvm::none_of(E->arguments(), [&](const Expr* Size) { return Size->HasSideEffects(U.Context); }))
    return edit(Whole, word(E, "static_cast<void>(0)")), true;
  if (!IsSet && IsStatement && isSetInPart(*P)) return grow(E, *P), true;
  const auto By = unknownBy(*P, P->Path.size());
  if (const auto* HandedIn = dyn_cast_or_null<VarDecl>(By.value_or(nullptr)); IsSet && HandedIn != nullptr) {
    refuse(Rule::ValueOfConfigured, E->getExprLoc(), E->getSourceRange(),
           "the elements of this container are those that " + quoted(HandedIn) + " was handed");
    Into.last().Notes = {{HandedIn->getLocation(), "change " + quoted(HandedIn) +
                                                       " itself, or a local copy of it, and assign that when it is "
                                                       "complete"}};
    return true;
  }
  if (!IsSet || By) {
    refuse(Rule::ValueOfConfigured, E->getExprLoc(), E->getSourceRange(),
           "the elements of this container are made by a " + std::string(IsSet ? "function" : "constructor") +
               " when the configuration is built: assign the container first");
    return true;
  }
  noteUnread(*P);
  if (!isRead(*P, E->getSourceRange())) return true;
  reach(*P);
  Meaning M = filled(E, *P, P->Type);
  if (M.isInvalid()) return true;
  if (!P->Path.empty() && M.Method != "reserve" && !keepsOrder(*P, E->getSourceRange())) return true;
  if (M.What == Meaning::Kind::Invoke && M.Method != "reserve" && containerOf(P->Type) == Shape::Sequence)
    Local.Order.grow(P->Path, /*AtEnd=*/M.Method == "push_back" || M.Method == "append_range");
  Place Element = *P;
  if (M.What == Meaning::Kind::Invoke) Element.Path.push_back({"[]"});
  remember(Element, M.Parts.empty() || addsMany(M.Method) ? Meaning() : M.Parts.back());
  if (M.What == Meaning::Kind::Invoke && !M.Parts.empty() && !addsMany(M.Method)) {
    PathStep& Added = Element.Path.back();
    if (containerOf(P->Type) == Shape::Map && M.Parts.front().Source != nullptr && comparesPlainly(P->Type))
      Added.Which = knownIndex(M.Parts.front().Source);
    else if (M.Method == "push_back")
      Added.Which = Local.Order.lastOf(P->Path);
    noteOrder(Local.Order, Element.Path, M.Parts.back());
    if (M.Method == "push_back" && M.Parts.back().What == Meaning::Kind::Construct)
      Local.Constructed.insert(elementText(Element.Path));
  }
  if (addsMany(M.Method)) noteAdded(Local, *P, M.Parts.back());
  if (!P->Path.empty() && M.Method != "reserve" && llvm::none_of(P->Path, isElement)) noteSet(Local.Places.at(Path));
  edit(Whole, std::move(M));
  return true;
}

}  // namespace autoconvert
