// auto& r = x.inner; => nothing: what is said of r is said of what it refers to.
#include "Checker.h"
#include "Names.h"
#include "PathSteps.h"
#include "Rules.h"
#include "StableIndex.h"
#include "Written.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace autoconvert {

namespace {

const Expr* behindMove(const Expr* E) {
  const auto* Call = dyn_cast<CallExpr>(skipTransparent(E));
  if (Call == nullptr || Call->getNumArgs() != 1) return E;
  for (const char* Name : {"move", "forward", "as_const"})
    if (isStd(Call->getDirectCallee(), Name)) return behindMove(Call->getArg(0));
  return E;
}

/// p of *p
const DeclRefExpr* starred(const Expr* E) {
  const auto* Star = dyn_cast<UnaryOperator>(E);
  return Star == nullptr || Star->getOpcode() != UO_Deref ? nullptr
                                                          : dyn_cast<DeclRefExpr>(skipTransparent(Star->getSubExpr()));
}

/// The variable that a name stands for; each of a structured binding has one of its own, if it is a tuple's, else it
/// is a part of the one that is taken apart.
const VarDecl* named(const Expr* E) {
  E = skipTransparent(E);
  const DeclRefExpr* Star = starred(E);
  const auto* Reference = Star != nullptr ? Star : dyn_cast<DeclRefExpr>(E);
  if (Reference == nullptr) return nullptr;
  if (const auto* Binding = dyn_cast<BindingDecl>(Reference->getDecl())) {
    const VarDecl* Own = Binding->getHoldingVar();
    return Own != nullptr ? Own : dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
  }
  return dyn_cast<VarDecl>(Reference->getDecl());
}

/// What `T* p = &x;` and `T* p = pointer.get();` point to, where p is only looked through, p->y and *p: another name.
/// Null otherwise.
const Expr* pointedTo(const VarDecl* V) {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    const VarDecl* Of;
    unsigned Named = 0;
    unsigned Through = 0;
    explicit Visitor(const VarDecl* Pointer) : Of(Pointer) {}
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (E->getDecl() == Of) ++Named;
      return true;
    }
    bool VisitMemberExpr(MemberExpr* E) { return !E->isArrow() || look(E->getBase()); }
    bool VisitUnaryOperator(UnaryOperator* E) { return E->getOpcode() != UO_Deref || look(E->getSubExpr()); }
    bool look(const Expr* E) {
      const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
      if (Reference != nullptr && Reference->getDecl() == Of) ++Through;
      return true;
    }
  };
  const Expr* Init = skipTransparent(V->getInit());
  const auto* Address = dyn_cast<UnaryOperator>(Init);
  const bool IsAddress = Address != nullptr && Address->getOpcode() == UO_AddrOf;
  if (!IsAddress && behind(Init) == Init) return nullptr;
  Visitor Uses(V);
  Uses.TraverseStmt(cast<FunctionDecl>(V->getDeclContext())->getBody());
  if (Uses.Named != Uses.Through) return nullptr;
  return IsAddress ? skipTransparent(Address->getSubExpr()) : Init;
}

/// m[k] of m[k].inner, of a map that makes what it lacks; null where there is none.
const Expr* madeEntry(const Expr* E) {
  for (;;) {
    E = skipTransparent(E);
    if (const auto* Member = dyn_cast<MemberExpr>(E)) {
      E = Member->getBase();
    } else if (const auto* Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
      const bool IsIndex = Operator->getOperator() == OO_Subscript;
      if (IsIndex && containerOf(Operator->getArg(0)->getType()) == Shape::Map) return E;
      E = Operator->getArg(0);
    } else if (const auto* Call = dyn_cast<CXXMemberCallExpr>(E)) {
      E = Call->getImplicitObjectArgument();
    } else if (const auto* Star = dyn_cast<UnaryOperator>(E)) {
      E = Star->getSubExpr();
    } else {
      return nullptr;
    }
  }
}

}  // namespace

bool Knowledge::isStable(const Expr* Index, const Stmt* Within) const {
  return !knownIndex(Index).empty() || meansTheSame(Index, Within, current().Definition, U.Context);
}

const Stmt* Knowledge::blockOf(const DeclStmt* S) const {
  struct Visitor : RecursiveASTVisitor<Visitor> {
    const Stmt* Of;
    const Stmt* Found = nullptr;
    explicit Visitor(const Stmt* S) : Of(S) {}
    bool VisitCompoundStmt(CompoundStmt* Block) {
      if (llvm::is_contained(Block->body(), Of)) Found = Block;
      return Found == nullptr;
    }
  };
  Stmt* Body = current().Definition->getBody();
  Visitor Blocks(S);
  Blocks.TraverseStmt(Body);
  return Blocks.Found != nullptr ? Blocks.Found : Body;
}

// What a reference refers to is written where the reference is used: there, each name in it must mean the same.
const VarDecl* Knowledge::hidden(const Place& Of, SourceLocation From, const Stmt* Within,
                                 const IdentifierInfo* Name) const {
  struct Names : RecursiveASTVisitor<Names> {
    llvm::DenseSet<const VarDecl*> All;
    bool VisitDeclRefExpr(DeclRefExpr* E) {
      if (const auto* V = dyn_cast<VarDecl>(E->getDecl())) All.insert(V);
      return true;
    }
  };
  Names Written;
  Written.All.insert(Of.Variable);
  for (const Expr* Index : Of.Indexes) Written.TraverseStmt(const_cast<Expr*>(Index));
  struct Visitor : RecursiveASTVisitor<Visitor> {
    const llvm::DenseSet<const VarDecl*>& Names;
    const IdentifierInfo* Name;
    const SourceManager& Sources;
    SourceLocation From;
    const VarDecl* Found = nullptr;
    Visitor(const llvm::DenseSet<const VarDecl*>& Of, const IdentifierInfo* Also, const SourceManager& S,
            SourceLocation Behind)
        : Names(Of), Name(Also), Sources(S), From(Behind) {}
    bool VisitVarDecl(VarDecl* V) {
      const bool Hides = V->getIdentifier() != nullptr &&
                         (V->getIdentifier() == Name || llvm::any_of(Names, [&](const VarDecl* Named) {
                            return Named != V && Named->getIdentifier() == V->getIdentifier();
                          }));
      if (Hides && Sources.isBeforeInTranslationUnit(From, V->getLocation())) Found = V;
      return Found == nullptr;
    }
  };
  Visitor Variables(Written.All, Name, U.Sources, From);
  Variables.TraverseStmt(const_cast<Stmt*>(Within));
  return Variables.Found;
}

const Alias* Knowledge::aliasOf(const Expr* E) {
  const VarDecl* Variable = named(E);
  const auto* Reference = dyn_cast<DeclRefExpr>(skipTransparent(E));
  auto Known = Reference == nullptr ? Aliases.end() : Aliases.find(Reference->getDecl());
  if (Known == Aliases.end()) Known = Aliases.find(Variable);
  if (Known == Aliases.end() || Refused.contains(Variable)) return nullptr;
  const auto lost = [&](const std::string& Why) {
    Refused.insert(Variable);
    refuse(Rule::Reference, skipTransparent(E), Why);
    return nullptr;
  };
  const Alias& A = Known->second;
  if (A.IsLeft)
    return lost(quoted(Variable) + " refers to an object whose smart pointer holds another one by now: change the " +
                "object before the pointer is assigned");
  const SettingOrder& Order = Locals.find(A.Of.Variable)->second.Order;
  for (const auto& [Container, Growth] : A.Containers)
    if (Order.growth(Container) != Growth)
      return lost(quoted(Variable) +
                  " refers to an element of a container that others were added to: change an element "
                  "before the next one is added");
  return &A;
}

const VarDecl* Knowledge::variableOf(const Expr* E) {
  const Alias* Known = aliasOf(E);
  if (Known != nullptr && Known->Of.Path.empty()) return Known->Of.Variable;
  const VarDecl* Named = named(E);
  // A part of what is taken apart is not the whole.
  return Known != nullptr && Locals.contains(Named) ? nullptr : Named;
}

void Knowledge::leaveBehind(const Place& Assigned) {
  const std::string Path = pathText(Assigned.Path);
  for (auto& [Variable, Known] : Aliases)
    if (Locals.of(Known.Of.Variable) == Locals.of(Assigned.Variable))
      Known.IsLeft |= llvm::any_of(
          Known.Of.Pointers, [&](const std::string& Pointer) { return llvm::StringRef(Pointer).starts_with(Path); });
}

// *p of a pointer that is another name.
std::optional<Meaning> Resolver::throughPointer(const Expr* E) {
  const DeclRefExpr* Name = starred(E);
  if (Name == nullptr || aliasOf(Name) == nullptr) return std::nullopt;
  Meaning M = expression(Name);
  M.Source = E;
  return M;
}

// The object that `r` names, where it names one behind a smart pointer.
Meaning Resolver::pointee(const Expr* E, const Alias& Known) {
  return pointee(E, Known.Of.Path.empty() ? reference(cast<DeclRefExpr>(skipTransparent(E))) : load(E, Known.Of));
}

bool Checker::bind(const DecompositionDecl* V) {
  std::size_t Number = 0;
  for (const BindingDecl* B : V->bindings()) {
    const VarDecl* Own = B->getHoldingVar();
    std::optional<Place> P = place(Own != nullptr ? Own->getInit() : B->getBinding());
    if (!P || P->Path.empty()) {
      refuseUses(V);
      refuse(Rule::Unsupported, B->getLocation(), V->getSourceRange(),
             quoted(B) + " names no member and no element that the configuration knows");
      return false;
    }
    if (P->Path.back().Name == kElement && P->Path.back().Index.empty()) {
      P->Path.back().Index.push_back(word(nullptr, std::to_string(Number)));
      P->Indexes.pop_back();
    }
    Aliases[B].Of = std::move(*P);
    ++Number;
  }
  return true;
}

// Whether the declaration is such a reference: then nothing is left of it.
bool Checker::alias(const DeclStmt* S) {
  const auto* V = S->isSingleDecl() ? dyn_cast<VarDecl>(S->getSingleDecl()) : nullptr;
  if (V == nullptr || V->getInit() == nullptr || keepsValue(V)) return false;
  const bool IsPointer = V->getType()->isPointerType();
  if (!IsPointer && !V->getType()->isReferenceType()) return false;
  const auto* Bindings = dyn_cast<DecompositionDecl>(V);
  if (Bindings != nullptr && !isConfigured(V->getType())) return false;
  const Expr* Init = IsPointer ? pointedTo(V) : skipTransparent(behindMove(V->getInit()));
  if (Init == nullptr) return false;
  const auto refused = [&](const Expr* At, const std::string& Why) {
    Refused.insert(V);
    refuse(Rule::Unsupported, At, Why);
    return true;
  };
  Alias New;
  const auto* Added = dyn_cast<CXXMemberCallExpr>(Init);
  const bool Adds =
      Added != nullptr && Added->getMethodDecl() != nullptr && Added->getMethodDecl()->getDeclName().isIdentifier() &&
      Added->getMethodDecl()->getName() == "emplace_back" && containerPlace(Added->getImplicitObjectArgument());
  const Expr* Object = behind(Init);
  if (Adds) {
    // auto& last = v.emplace_back(1): the element is added where the reference is declared.
    if (V->getInitStyle() != VarDecl::CInit) return refused(Init, "write this reference with '='");
    const std::size_t Before = Into.size();
    containerStatement(Added, SourceRange(S->getBeginLoc(), Init->getEndLoc()));
    if (Into.size() != Before) {
      Refused.insert(V);
      return true;
    }
    New.Of = *containerPlace(Added->getImplicitObjectArgument());
    PathStep Last{".back()"};
    Last.Which = Locals.find(New.Of.Variable)->second.Order.lastOf(New.Of.Path);
    New.Of.Path.push_back(std::move(Last));
    New.Of.Type = decayed(Added->getType());
    New.Of.Owner = nullptr;
    New.Of.Field = nullptr;
    New.Of.OuterComputed = New.Of.Computed;
  } else if (const VarDecl* Of = variableOf(Init); Of != nullptr && Locals.contains(Of)) {
    New.Of.Variable = Of;
    New.Of.Type = decayed(Of->getType());
  } else if (auto P = place(Init)) {
    New.Of = std::move(*P);
  } else if (Object != Init) {
    New.IsPointee = true;
    if (const VarDecl* Holds = variableOf(Object); Holds != nullptr && Locals.contains(Holds)) {
      New.Of.Variable = Holds;
      New.Of.Type = decayed(Holds->getType());
    } else if (auto Behind = place(Object)) {
      if (!isConfigured(Behind->Type)) return false;  // what an optional of plain values holds is a part of it
      New.Of = std::move(*Behind);
    } else {
      return false;
    }
    New.Of.Pointers.push_back(pathText(New.Of.Path));
  } else {
    return false;
  }
  for (const Expr* Index : New.Of.Indexes)
    if (!isStable(Index, blockOf(S)))
      return refused(Index, "the reference " + quoted(V) +
                                " to an element cannot be converted where its index may change: "
                                "use a constant, or write the element out where it is used");
  if (const VarDecl* Other = hidden(New.Of, S->getEndLoc(), blockOf(S))) {
    refused(Init, "the reference " + quoted(V) + " is written as what it refers to, and " + quoted(Other) +
                      " means something else further down");
    Into.last().Notes.push_back({Other->getLocation(), "give this variable a name of its own"});
    return true;
  }
  // The declaration goes, and so does what it says of itself.
  const bool SaysMore = llvm::any_of(V->attrs(), [](const Attr* Said) { return !isa<UnusedAttr>(Said); });
  if (SaysMore) return refused(V->getInit(), "a reference with an attribute cannot be converted");
  if (!isThere(New.Of.Variable, Init->getSourceRange()) || !resolve(New.Of)) {
    Refused.insert(V);
    return true;
  }
  New.Of.Indexes.clear();
  const SettingOrder& Order = Locals.find(New.Of.Variable)->second.Order;
  for (std::size_t I = 0; I < New.Of.Path.size(); ++I) {
    const PathStep& Step = New.Of.Path[I];
    if (Step.Argument || Step.Makes || Step.Which.empty()) continue;
    std::vector<PathStep> Container(New.Of.Path.begin(), New.Of.Path.begin() + static_cast<std::ptrdiff_t>(I));
    const unsigned Growth = Order.growth(Container);
    New.Containers.emplace_back(std::move(Container), Growth);
  }
  Aliases[V] = std::move(New);
  if (Bindings != nullptr && !bind(Bindings)) return true;
  if (Adds) return true;
  // auto& x = m[k].inner: the entry is made where the reference is declared, whether or not it is used.
  if (const Expr* Entry = madeEntry(Init))
    if (std::optional<Place> P = place(Entry); P && P->Path.back().Makes) {
      if (V->getInitStyle() != VarDecl::CInit) return refused(Init, "write this reference with '='");
      Meaning Made = load(Entry, std::move(*P));
      if (Made.isInvalid())
        Refused.insert(V);
      else
        edit(SourceRange(S->getBeginLoc(), Init->getEndLoc()), std::move(Made));
      return true;
    }
  Edit Nothing;
  Nothing.IsText = true;
  Nothing.Range = S->getSourceRange();
  edits().push_back(std::move(Nothing));
  return true;
}

}  // namespace autoconvert
