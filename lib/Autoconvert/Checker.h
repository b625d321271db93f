// One recipe under check: what its names stand for so far, and what each expression means.
#pragma once

#include <optional>

#include "Finding.h"
#include "Known.h"
#include "LocalUses.h"
#include "Recipe.h"
#include "TargetShape.h"
#include "Types.h"
#include "Unbuilt.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace autoconvert {

class Checker {
 public:
  Checker(const Unit& Of, TargetShapes& S, Findings& Findings,
          const llvm::DenseMap<const clang::FunctionDecl*, RecipeResult>& OfRecipes)
      : U(Of), Shapes(S), Into(Findings), KnownResults(OfRecipes) {}

  CheckedRecipe check(const Recipe& R);

 private:
  // Check.cpp: statements; Assign.cpp: those that change a local
  void statement(const clang::Stmt* S);
  /// It has no_inline, but not for long.
  bool isInlined(const clang::FunctionDecl* Recipe) const;
  void callable(const clang::FunctionDecl* Function);
  void dropBranch(const clang::Stmt* Branch);
  void expressionStatement(const clang::Expr* E);
  void returned(const clang::ReturnStmt* S);
  /// Whether the object that the meaning stands for is of this very type.
  bool givesType(const Meaning& M, clang::QualType Wanted) const;
  // RecipeParameters.cpp
  void parameters();
  void defaults();
  void refuseUnconfigured();
  bool assignment(const clang::Expr* E);
  void assignLocal(const clang::VarDecl* Variable, const clang::Expr* E, const clang::Expr* Target,
                   const clang::Expr* Value);
  bool keepsOrder(LocalState& Local, const std::vector<PathStep>& Path, clang::SourceRange Range);
  bool isInOneOrder(const Place& P, const clang::Expr* Value);
  /// `Compound`: the whole of `x += v` or `++x`; null for `x = v`.
  void setMember(Place P, clang::SourceRange Target, const clang::Expr* Value, const clang::Expr* Compound);

  // Flow.cpp: branches and loops, and what local smart pointers hold in them
  void parts(const clang::Stmt* S);
  void branches(const clang::IfStmt* S);
  void cases(const clang::SwitchStmt* S);
  void beginLoop(const clang::Stmt* S);
  void endLoop(const clang::Stmt* S, const Flow& Before);
  static Flow merged(const Flow& A, const Flow& B);
  Holds held(const clang::VarDecl* Variable) const;
  /// False, and reported, where the place lies behind a local smart pointer that may hold nothing, or in a local that
  /// was moved from.
  bool isThere(const clang::VarDecl* Variable, clang::SourceRange Range);
  void makeEmpty(const clang::VarDecl* Variable, const clang::Expr* By);

  // Each.cpp: loops over the elements of a container
  void forEach(const clang::CXXForRangeStmt* S);
  void forCopies(const clang::CXXForRangeStmt* S, Place Container);
  std::optional<Place> loopedOver(const clang::CXXForRangeStmt* S);
  bool growsInLoop(const Place& Map, const clang::Stmt* Body);

  // Setters.cpp
  bool setterStatement(const clang::CXXMemberCallExpr* E);
  std::optional<NamedMeaning> setting(const Holder& H, const clang::CXXMemberCallExpr* Call);
  void refuseSetter(const Holder& H, const clang::CXXMemberCallExpr* Call);
  clang::QualType wantedBy(const ArgumentShape& Argument, const clang::CXXMemberCallExpr* Call);
  Meaning setOn(Meaning Object, const clang::CXXMemberCallExpr* E);

  // Locals.cpp: declarations
  void declaration(const clang::DeclStmt* S);
  std::optional<LocalMeaning> local(const clang::VarDecl* V);
  /// The same, of what it begins with.
  std::optional<LocalMeaning> local(const clang::VarDecl* V, Meaning M);
  /// What was reported with the declaration is not reported again where it is used.
  void refuseUses(const clang::VarDecl* V);
  std::optional<LocalMeaning> copyOfParameter(const clang::VarDecl* V, Meaning M);
  void begin(LocalState& State, const Meaning& M, clang::QualType Type);

  // Changes.cpp: plain values that are changed in place
  void findChanges(const clang::Expr* E, bool IsRead, std::vector<const clang::Expr*>& Found);
  bool changeStatement(const clang::Expr* E);
  bool refuseChanges(const clang::Expr* E, bool IsRead);
  bool wouldDangle(const clang::VarDecl* V);

  // References.cpp: references to locals and to what is in them
  bool alias(const clang::DeclStmt* S);
  /// The names of a structured binding: each is written as the part that it names.
  bool bind(const clang::DecompositionDecl* V);
  const Alias* aliasOf(const clang::Expr* E);
  const clang::VarDecl* variableOf(const clang::Expr* E);
  /// Whether the index gives the same element wherever it is written in that statement.
  bool isStable(const clang::Expr* Index, const clang::Stmt* Within) const;
  /// A variable declared behind `From` that takes the name of one which the place is written with, or that name; null
  /// if none does.
  const clang::VarDecl* hidden(const Place& Of, clang::SourceLocation From, const clang::Stmt* Within,
                               const clang::IdentifierInfo* Name = nullptr) const;
  /// The block that the declaration stands in.
  const clang::Stmt* blockOf(const clang::DeclStmt* S) const;
  Meaning pointee(const clang::Expr* E, const Alias& Known);
  /// `*p` of a smart pointer: the object itself, or a copy of one that others hold, too.
  Meaning pointee(const clang::Expr* E, Meaning Pointer);
  /// What lay behind smart pointers that are assigned is not reached any more by references to it.
  void leaveBehind(const Place& Assigned);

  // Sharing.cpp: what locals have in common
  bool mayShare(const Meaning& M) const;
  /// What is put into the object through one name, others have, too.
  bool isShared(const clang::VarDecl* V) const;
  /// Adds the locals whose shared objects this holds, at any depth.
  void addHeld(const Meaning& M, std::set<const clang::VarDecl*>& Held) const;
  void addHeld(const clang::VarDecl* V, std::set<const clang::VarDecl*>& Held) const;
  /// Refuses what would make an object hold itself.
  void noteHeld(const Place& P, const Meaning& M);
  void copyLocal(Meaning& M) const;
  /// What a local is to hold, where copies of it have an object in common.
  bool isOneObject(const clang::VarDecl* V, const Meaning& M);
  /// A smart pointer of the library's own.
  bool isPointer(const clang::CXXRecordDecl* Class, const clang::CXXConstructorDecl* Instance) const {
    return Class != nullptr && (Instance == nullptr ? Shapes.of(Class) : Shapes.of(Class, Instance)).Pointee != nullptr;
  }

  // Resolve.cpp: expressions; Aggregates.cpp: those in braces
  Meaning expression(const clang::Expr* E);
  Meaning argument(const clang::Expr* E, clang::QualType Wanted);
  /// The pointer type of an overloaded or deduced function that E names; null if E names none, or the only one.
  clang::QualType overloadTaken(const clang::Expr* E) const;
  bool fits(const Meaning& M, clang::QualType Wanted);
  /// Whether the library would take the alternative that C++ takes of an expression of the type `Given`.
  bool isOneAlternative(const Meaning& M, clang::QualType Variant, clang::QualType Given, const clang::Expr* By);
  Meaning reference(const clang::DeclRefExpr* E);
  Meaning aggregate(const clang::Expr* E, llvm::ArrayRef<clang::Expr*> Inits);
  Meaning literalText(const clang::Expr* E, const clang::FieldDecl* Field);
  bool flatten(Meaning& Into, const clang::CXXRecordDecl* Class, const TargetShape& Shape,
               llvm::ArrayRef<clang::Expr*> Inits, clang::SourceLocation End);

  // Parts.cpp: values, kept as they are written
  Meaning value(const clang::Expr* E);
  /// The same, where the value may be changed by what is done to it.
  Meaning keepValue(const clang::Expr* E);
  void collectParts(const clang::Expr* E, std::vector<Meaning>& Parts);
  bool refuseReferences(const clang::CallExpr* E, const clang::FunctionDecl* Function);
  bool refuseElements(const clang::Expr* E, clang::QualType Container, llvm::ArrayRef<const clang::Expr*> Given);
  Meaning braced(const clang::Expr* E);

  // Containers.cpp: containers that are made
  Meaning containerMade(const clang::CXXConstructExpr* E, Shape Kind);
  Meaning list(const clang::Expr* E, clang::QualType Container);
  Meaning tuple(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  Meaning element(const clang::Expr* E, clang::QualType Type, const clang::Expr* By);
  bool holdsCall(const clang::Expr* E) const;
  bool isValueWithCalls(clang::QualType Type, const clang::Expr* E) const;
  Meaning elementMade(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  Meaning variantOf(clang::QualType Type, const clang::Expr* E, Meaning M);
  Meaning blank(clang::QualType Type, const clang::Expr* By);
  Meaning converted(Meaning M, clang::QualType To);
  Meaning choice(const clang::ConditionalOperator* E);
  Meaning sequence(const clang::Expr* Written, const clang::BinaryOperator* Comma);
  Meaning chosen(const clang::Expr* Written, const clang::Expr* First, llvm::ArrayRef<const clang::Expr*> Sides);
  Meaning retyped(Meaning M, clang::QualType To);

  // Fill.cpp: containers that are changed
  /// `Whole` is what the converted call takes the place of; the call itself if it is not said.
  bool containerStatement(const clang::CXXMemberCallExpr* E, clang::SourceRange Whole = {});
  void grow(const clang::CXXMemberCallExpr* E, const Place& Container);
  bool resetStatement(const clang::CXXMemberCallExpr* E);
  Meaning filled(const clang::CXXMemberCallExpr* E, const Place& Container, clang::QualType Type);
  std::optional<Meaning> inserted(const clang::CXXMemberCallExpr* E, const Place& Container, clang::QualType Type);
  // Refill.cpp: containers that are given another content
  bool refillStatement(const clang::CXXMemberCallExpr* E, const Place& Container, clang::SourceRange Whole);
  /// Of a sequence: elements in braces, a number of them, or those of another container; nothing if it is none of
  /// these.
  std::optional<Meaning> content(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments,
                                 const clang::Expr* By);
  std::optional<Meaning> wholeOf(const clang::Expr* First, const clang::Expr* Last, clang::QualType Type);
  Meaning repeated(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  bool swapStatement(const clang::Expr* E);
  Meaning alternativeMade(clang::QualType Variant, const clang::CXXMemberCallExpr* E);
  /// A value as what the container holds.
  static Meaning inContainer(Meaning M, clang::QualType Container);
  /// What an optional without an object is.
  Meaning cleared(const clang::Expr* E, clang::QualType Type);
  const clang::Expr* askedContainer(const clang::CallExpr* E);
  Meaning asked(const clang::Expr* Container);

  // Construct.cpp: constructors
  Meaning constructed(const clang::CXXConstructExpr* E);
  Meaning object(const clang::CXXConstructExpr* E);
  Meaning made(const clang::CallExpr* E);
  Meaning initialized(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  bool arguments(Meaning& M, const TargetShape& Shape, const SignatureShape& Signature,
                 llvm::ArrayRef<const clang::Expr*> Arguments);
  Meaning listArgument(const clang::Expr* E, clang::QualType Type);
  void sayType(Meaning& M, const clang::Expr* E, clang::QualType Wanted);
  void explainMissing(const clang::Expr* E, const clang::FunctionDecl* Function, const std::string& Target);

  // Calls.cpp: calls of functions and recipes
  Meaning call(const clang::CallExpr* E);
  Meaning literal(const clang::UserDefinedLiteral* E, const clang::FunctionDecl* Function);
  Meaning functionCall(const clang::CallExpr* E, const clang::FunctionDecl* Function, unsigned Skip, bool Partial);
  Meaning recipeCall(const clang::CallExpr* E, const clang::FunctionDecl* Recipe);

  // MemberCalls.cpp: calls of members and operators
  Meaning memberCall(const clang::CXXMemberCallExpr* E);
  Meaning conversion(const clang::CXXMemberCallExpr* E, const clang::CXXConversionDecl* Conversion);
  Meaning operatorCall(const clang::CXXOperatorCallExpr* E);
  /// `Repeats`: of a setter that is called a second time.
  void refuseMemberCall(const clang::CXXMemberCallExpr* E, bool Repeats = false);
  void refuseCallThroughPointer(const clang::CallExpr* E);
  void checkOperands(const clang::CXXOperatorCallExpr* E);
  void refuseOperator(const clang::CXXOperatorCallExpr* E);
  bool refuseCallOnRefused(const clang::CXXMemberCallExpr* E);
  bool refuseOperatorByName(const clang::CallExpr* E, const clang::FunctionDecl* Function);

  // Explicit.cpp: run::partial<f>({.a = …}) as the recipe writes it
  bool hasTarget(const clang::FunctionDecl* Target, const clang::CallExpr* E) const;
  Meaning explicitCall(const clang::CallExpr* E, const clang::FunctionDecl* Target);
  void explicitArgument(const clang::Expr* Given, clang::QualType Wanted, std::vector<Meaning>& Parts);

  // Places.cpp: members of configured locals; Known.cpp: what the recipe knows of them
  /// `OfValues`: elements of a container of plain values, too.
  std::optional<Place> place(const clang::Expr* E, bool OfValues = false);
  std::optional<Place> elementPlace(const clang::Expr* E, bool OfValues);
  std::optional<Place> partedPlace(const clang::Expr* E, bool OfValues = false);
  std::optional<Place> contentPlace(const clang::Expr* Optional);
  std::string knownIndex(const clang::Expr* Index) const;
  std::optional<Holder> holder(const clang::Expr* E);
  /// A local or a place that is a container.
  std::optional<Place> containerPlace(const clang::Expr* E, bool OfValues = false);
  Meaning load(const clang::Expr* E, Place P);
  bool isWhole(const Place& P, const clang::Expr* E);
  /// Gives the elements in the path their indexes; false where one cannot be converted.
  bool resolve(Place& P);
  /// A member whose elements only the built object has: others can be put behind them.
  bool isSetInPart(const Place& P) const;
  bool canReach(const Place& P, clang::SourceRange Range);
  /// A member of an object that nothing in the recipe makes: set in place.
  bool liesInPlace(const Place& Holder);
  void noteUnread(Place& P);
  bool isMade(const Place& P) const;
  bool isOpen(const Place& P) const;
  bool isRead(const Place& P, clang::SourceRange Range);
  /// Whether what the place holds, or what holds it, is known only when it is built.
  bool isUnknown(const Place& P, std::size_t Steps) const { return unknownBy(P, Steps).has_value(); }
  /// Who gives it, where that is known.
  std::optional<const clang::NamedDecl*> unknownBy(const Place& P, std::size_t Steps) const;
  bool isKnown(const Place& P) const;
  /// A container of values with an element that a call gives when it is built.
  bool holdsCalls(const Place& P) const;
  void remember(const Place& P, const Meaning& M);
  /// Whether the recipe set what these steps lead to.
  bool isSet(const LocalState& Local, const std::vector<PathStep>& Path) const;
  void rememberInElement(LocalState& Local, const std::vector<PathStep>& Path);
  /// Elements have other names where control flow comes from elsewhere, too.
  void forgetElements();
  void noteUnknown(LocalState& Local, const std::string& Path, const Meaning& M);
  const LocalState* localOf(const clang::Expr* E);

  Meaning refuse(Rule Id, const clang::Expr* E, const std::string& Message, const std::string& WayOut = {});
  Meaning refuse(Rule Id, clang::SourceLocation Where, clang::SourceRange Range, const std::string& Message);
  const TargetShape& targetOf(const clang::CXXRecordDecl* Class, const clang::CXXConstructorDecl* Instance) {
    return Instance == nullptr ? Shapes.of(Class) : Shapes.of(Class, Instance);
  }
  const TargetShape& targetOf(const Holder& H) {
    return H.Maker == nullptr ? targetOf(H.Class, H.Instance) : Shapes.of(H.Maker);
  }

  // Made.cpp: objects that functions and other recipes make
  /// What the recipe that is called knows of its result; null where it is no recipe's, or nothing is known of that one.
  const LocalState* resultOf(const Meaning& M) const;
  /// What that one set and called, and those that it has it from; null where it is not known.
  static std::shared_ptr<const SettingOrder> earlierOf(const LocalState* Result);
  /// What can be set of an object that has no name yet; nothing where nothing can.
  std::optional<Holder> holderOf(const Meaning& Object);
  /// The object of a local.
  Holder holderOf(const clang::VarDecl* Variable);
  /// Whether the setter, of which the place is the argument, has been called on the object, or may have been.
  bool mayHaveBeenCalled(const Place& P);
  /// The function, where what it gives has arguments of its own.
  const clang::FunctionDecl* makerOf(const Meaning& M);
  static const clang::FunctionDecl* makerOf(const LocalState& Local, const std::vector<PathStep>& Path);
  /// False, and reported, where others have a copy of the object by now, or may have.
  bool isStillAlone(const Place& P, clang::SourceRange Range);
  /// The argument that a member or setter of the class sets, where the place it is reached by calls it so; else null.
  const ArgumentShape* settable(const Holder& H, const clang::CXXRecordDecl* Of, const ArgumentShape* Argument);
  void useClass(const clang::CXXRecordDecl* Class);
  void reach(const Place& P);
  void useFunction(const clang::FunctionDecl* Function);
  /// The function is a value, which is written by its name: that of its target, where it can be one.
  void useName(const clang::FunctionDecl* Function);
  void useRecipe(const clang::FunctionDecl* Recipe);
  void edit(clang::SourceRange Range, Meaning By);
  bool canMove(Meaning& M, clang::SourceRange Whole, bool IsByMacro = false);
  /// Adds the edits of a value that stays in place.
  void keep(const Meaning& M);
  std::string configType(const Meaning& M, clang::QualType Declared);

  const Unit& U;
  TargetShapes& Shapes;
  Findings& Into;
  const llvm::DenseMap<const clang::FunctionDecl*, RecipeResult>& KnownResults;

  const Recipe* Current = nullptr;
  CheckedRecipe* Out = nullptr;
  llvm::DenseMap<const clang::VarDecl*, LocalState> Locals;
  llvm::DenseMap<const clang::ValueDecl*, Alias> Aliases;
  llvm::DenseSet<const clang::VarDecl*> Parameters;  ///< configured ones
  LocalUses Uses;
  Fillings Filled;
  Flow Now;
  std::vector<Flow> Leaving;                      ///< by `break`, from the innermost loop or switch
  unsigned Loops = 0;                             ///< around what is checked
  unsigned Depth = 0;                             ///< of branches and loops around it
  llvm::DenseSet<const clang::VarDecl*> Refused;  ///< reported already: nothing more is said about their uses
  bool ReadsRefused = false;
  std::vector<MemberMove> MovedFrom;
  std::vector<RecipeResult> Results;          ///< of each return
  const clang::Expr* Unconfigured = nullptr;  ///< a result without a configured object
  const clang::Expr* NullResult = nullptr;    ///< a result that is null
};

/// Parentheses, temporaries and casts that only adjust a handle or a base.
const clang::Expr* skipTransparent(const clang::Expr* E);
/// `*x` or `x->` of a pointer, and no operator that makes something else.
bool isDereference(const clang::CXXOperatorCallExpr* E);
/// The object behind `x`, `*x` and `x->`.
const clang::Expr* behind(const clang::Expr* E);
/// A class or function that the recipe itself defines: reported by the rules.
bool isLocalDefinition(const clang::Decl* D);
/// A class or lambda that the recipe defines, or what is made of one: that it has no name outside follows from it.
bool isOfRecipe(clang::QualType Type, const clang::FunctionDecl* Recipe);
/// Where tokens stand in a file; invalid if a macro wrote some of them only.
clang::CharSourceRange textRange(clang::SourceRange Range, const Unit& U);
/// Of the expression itself: to Clang the `.x{3}` of an aggregate's initialiser begins with the dot.
clang::SourceRange writtenRange(const clang::Expr* E);
/// Whether the text of the expression begins with a brace.
bool isBraced(const clang::Expr* E, const Unit& U);
std::string quoted(const clang::NamedDecl* D);
/// The f of `run::partial<f>` and `run::config<f>`; null for other functions.
const clang::FunctionDecl* explicitTarget(const clang::FunctionDecl* Called);

}  // namespace autoconvert
