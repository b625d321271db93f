// An expression of a recipe => its meaning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "Knowledge.h"
#include "Meaning.h"
#include "Unevaluated.h"
#include "clang/AST/ExprCXX.h"

namespace autoconvert {

/// The third layer: changes nothing of what is known but what the expression itself does.
class Resolver : public Knowledge {
 public:
  using Knowledge::Knowledge;

 protected:
  // Resolve.cpp: any expression
  Meaning expression(const clang::Expr* E);
  Meaning argument(const clang::Expr* E, clang::QualType Wanted);
  /// The pointer type of an overloaded or deduced function that E names; null if E names none, or the only one.
  clang::QualType overloadTaken(const clang::Expr* E) const;
  bool fits(const Meaning& M, clang::QualType Wanted);
  Meaning reference(const clang::DeclRefExpr* E);
  Meaning choice(const clang::ConditionalOperator* E);
  Meaning sequence(const clang::Expr* Written, const clang::BinaryOperator* Comma);
  Meaning chosen(const clang::Expr* Written, const clang::Expr* First, llvm::ArrayRef<const clang::Expr*> Sides);
  Meaning load(const clang::Expr* E, Place P);
  /// Gives the elements in the path their indexes; false where one cannot be converted.
  bool resolve(Place& P);

  // Results.cpp: of which type a configuration is
  std::string configType(const Meaning& M, clang::QualType Declared);
  /// Whether the object that the meaning stands for is of this very type.
  bool givesType(const Meaning& M, clang::QualType Wanted) const;

  // Parts.cpp: values, kept as they are written
  Meaning value(const clang::Expr* E);
  /// The same, where the value may be changed by what is done to it.
  Meaning keepValue(const clang::Expr* E);
  void collectParts(const clang::Expr* E, std::vector<Meaning>& Parts);
  bool collectUnevaluated(const clang::Expr* E, std::vector<Meaning>& Parts);
  void standIn(const std::vector<UnevaluatedName>& Names, std::vector<Meaning>& Parts);
  bool isOfClassAlone(const clang::Expr* E);
  void checkNamed(const clang::DeclRefExpr* E);
  void refuseLater(const clang::DeclRefExpr* E);
  bool refuseChars(const clang::NamedDecl* Taker, llvm::ArrayRef<clang::QualType> Types, unsigned I,
                   llvm::ArrayRef<const clang::Expr*> Given);
  bool refuseAddress(const clang::Expr* E);
  bool refuseArray(const clang::CallExpr* E);
  bool readsCopy(const clang::Expr* E);
  std::optional<Meaning> readEntry(const clang::Expr* E);
  llvm::DenseSet<const clang::Expr*> Changing;  ///< places that the statement changes, and does not read
  llvm::DenseSet<const clang::Expr*> Moving;    ///< places that std::move is called of
  /// Whether nothing in the expression is to be looked at: it is executed as it is, or there is no value of it while
  /// the recipe is converted, which is reported.
  bool isSettled(const clang::Expr* E);
  bool isSettled(const clang::CXXMemberCallExpr* E);
  bool isSettled(const clang::CXXOperatorCallExpr* E);
  bool isSettled(const clang::CallExpr* E);
  bool refuseReferences(const clang::CallExpr* E, const clang::FunctionDecl* Function);
  bool refuseElements(const clang::Expr* E, clang::QualType Container, llvm::ArrayRef<const clang::Expr*> Given);
  Meaning braced(const clang::Expr* E);
  void findChanges(const clang::Expr* E, bool IsRead, std::vector<const clang::Expr*>& Found);
  bool refuseChanges(const clang::Expr* E, bool IsRead);

  // Construct.cpp: constructors
  Meaning constructed(const clang::CXXConstructExpr* E);
  Meaning object(const clang::CXXConstructExpr* E);
  bool refuseDestructor(const clang::Expr* E, const clang::CXXRecordDecl* Class);
  Meaning made(const clang::CallExpr* E);
  Meaning initialized(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  /// E as a parameter of that type would get it; null where it does not convert by itself.
  const clang::Expr* convertedTo(const clang::Expr* E, clang::QualType Type);
  // Kept.cpp: whether what is handed over lives on, and the function's class may keep a reference to it
  bool refuseKept(const clang::FunctionDecl* Taker, unsigned I, const clang::Expr* Given);
  bool IsForCall = false;  ///< what is looked at is an argument of a constructor, function or setter
  bool arguments(Meaning& M, const TargetShape& Shape, const SignatureShape& Signature,
                 llvm::ArrayRef<const clang::Expr*> Arguments);
  Meaning listArgument(const clang::Expr* E, clang::QualType Type);
  void sayType(Meaning& M, const clang::Expr* E, clang::QualType Wanted);
  void explainMissing(const clang::Expr* E, const clang::FunctionDecl* Function, const std::string& Target);

  // Aggregates.cpp: what stands in braces
  Meaning aggregate(const clang::Expr* E, llvm::ArrayRef<clang::Expr*> Inits);
  Meaning literalText(const clang::Expr* E, const clang::FieldDecl* Field);
  bool flatten(Meaning& Into, const clang::CXXRecordDecl* Class, const TargetShape& Shape,
               llvm::ArrayRef<clang::Expr*> Inits, clang::SourceLocation End);

  // Containers.cpp: containers that are made
  Meaning containerMade(const clang::CXXConstructExpr* E, Shape Kind);
  Meaning list(const clang::Expr* E, clang::QualType Container);
  Meaning tuple(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  Meaning element(const clang::Expr* E, clang::QualType Type, const clang::Expr* By);
  bool holdsCall(const clang::Expr* E) const;
  bool isValueWithCalls(clang::QualType Type, const clang::Expr* E) const;
  /// Finds the locals that are containers of plain values and are given calls: they become configurations.
  void findContainersOfCalls(const clang::Stmt* Body);
  Meaning elementMade(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  Meaning variantOf(clang::QualType Type, const clang::CXXConstructorDecl* By, const clang::Expr* E, Meaning M);
  Meaning blank(clang::QualType Type, const clang::Expr* By);
  Meaning converted(Meaning M, clang::QualType To);
  Meaning retyped(Meaning M, clang::QualType To);
  /// A value as what the container holds.
  static Meaning inContainer(Meaning M, clang::QualType Container);
  /// Of a sequence: elements in braces, a number of them, or those of another container; nothing if it is none of
  /// these.
  std::optional<Meaning> content(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments,
                                 const clang::Expr* By);
  std::optional<Meaning> wholeOf(const clang::Expr* First, const clang::Expr* Last, clang::QualType Type);
  Meaning repeated(clang::QualType Type, llvm::ArrayRef<const clang::Expr*> Arguments, const clang::Expr* By);
  const clang::Expr* askedContainer(const clang::CallExpr* E);
  Meaning asked(const clang::Expr* Container);

  // Alternatives.cpp: of variants
  /// Whether the library would take the alternative that C++ takes of an expression of the type `Given`.
  bool isOneAlternative(const Meaning& M, clang::QualType Variant, clang::QualType Given, const clang::Expr* By);
  Meaning alternativeMade(clang::QualType Variant, const clang::CXXMemberCallExpr* E);

  // Calls.cpp: calls of functions and recipes
  bool refuseOpened(const clang::Expr* Given, const Meaning& M, const clang::FunctionDecl* Recipe, unsigned Index);
  Meaning call(const clang::CallExpr* E);
  Meaning literal(const clang::UserDefinedLiteral* E, const clang::FunctionDecl* Function);
  /// `Given`: for the parameters, from the first on.
  Meaning functionCall(const clang::Expr* E, const clang::FunctionDecl* Function,
                       llvm::ArrayRef<const clang::Expr*> Given, bool Partial = false);
  Meaning recipeCall(const clang::CallExpr* E, const clang::FunctionDecl* Recipe);
  bool refuseOperatorByName(const clang::CallExpr* E, const clang::FunctionDecl* Function);

  // BindFront.cpp: what is called later
  Meaning bound(const clang::CallExpr* E);
  Meaning boundMember(const clang::Expr* E, const clang::CXXMethodDecl* Method, const clang::Expr* Object,
                      llvm::ArrayRef<const clang::Expr*> Arguments);
  Meaning boundObject(const clang::Expr* E, const clang::CXXMethodDecl* Method);
  /// Of an object that a std::function is made of; nothing if it is made of something else.
  std::optional<Meaning> calledObject(const clang::CXXConstructExpr* E);

  // MemberCalls.cpp: calls of members and operators
  Meaning pointee(const clang::Expr* E, const Alias& Known);
  std::optional<Meaning> throughPointer(const clang::Expr* E);
  /// Whether a smart pointer or an optional holds an object, where an expression asks for it and the recipe says it.
  std::optional<bool> asksForObject(const clang::Expr* E);
  /// `*p` of a smart pointer: the object itself, or a copy of one that others hold, too.
  Meaning pointee(const clang::Expr* E, Meaning Pointer);
  Meaning memberCall(const clang::CXXMemberCallExpr* E);
  Meaning conversion(const clang::CXXMemberCallExpr* E, const clang::CXXConversionDecl* Conversion);
  Meaning operatorCall(const clang::CXXOperatorCallExpr* E);

  // RefusedCalls.cpp: those that cannot be converted
  bool refuseHold(const clang::CXXMemberCallExpr* E);
  /// `Repeats`: of a setter that is called a second time. `IsStatement`: what the call gives is not used.
  void refuseMemberCall(const clang::CXXMemberCallExpr* E, bool Repeats = false, bool IsStatement = false);
  void refuseOperatorMember(const clang::CXXMemberCallExpr* E, const clang::CXXRecordDecl* Class);
  void refuseCallThroughPointer(const clang::CallExpr* E);
  bool refuseCallOnRefused(const clang::CXXMemberCallExpr* E);
  void checkOperands(const clang::CXXOperatorCallExpr* E);
  bool refuseFunctionObject(const clang::CXXOperatorCallExpr* E);
  void refuseOperator(const clang::CXXOperatorCallExpr* E);

  // Explicit.cpp: run::partial<f>({.a = …}) as the recipe writes it
  bool hasTarget(const clang::FunctionDecl* Target, const clang::CallExpr* E) const;
  Meaning explicitCall(const clang::CallExpr* E, const clang::FunctionDecl* Target);
  void explicitArgument(const clang::Expr* Given, clang::QualType Wanted, std::vector<Meaning>& Parts);

  // Setters.cpp
  const clang::CXXMethodDecl* setterCalled(const clang::CXXMemberCallExpr* Call);
  Meaning given(const clang::CXXMemberCallExpr* Call, const clang::CXXMethodDecl* Setter, clang::QualType Wanted);
  std::optional<NamedMeaning> setting(const Holder& H, const clang::CXXMemberCallExpr* Call);
  void refuseSetter(const Holder& H, const clang::CXXMemberCallExpr* Call);
  bool refuseOtherSetter(const clang::CXXMemberCallExpr* Call, clang::QualType Taken, const Fact& Before);
  void refuseInTurns(const LoopCopies::Called& Called);
  bool refuseOtherInTurns(const Place& P, const clang::CXXMemberCallExpr* Call, clang::QualType Taken);
  static clang::QualType takenBy(const ArgumentShape& Argument, const clang::CXXMethodDecl* Setter);
  clang::QualType wantedBy(const ArgumentShape& Argument, const clang::CXXMemberCallExpr* Call);
  /// The setter of one of the derived classes that is called instead where the object is of that class; else null.
  static const clang::CXXMethodDecl* calledOf(llvm::ArrayRef<const clang::CXXRecordDecl*> Others,
                                              const clang::CXXMemberCallExpr* Call, TargetShapes& Shapes);
  Meaning setOn(Meaning Object, const clang::CXXMemberCallExpr* E);

  llvm::DenseSet<const clang::VarDecl*> OfCalls;  ///< those containers
  /// Containers of which the statement was told that they have no iterators.
  llvm::DenseSet<const clang::VarDecl*> Iterated;

 private:
  bool ReadsRefused = false;
};

/// The call operator of a configured object, where it is the only one and const: it is called as it is, whoever holds a
/// copy of it. Else null.
const clang::CXXMethodDecl* callOperator(clang::QualType Object);

/// The f of `run::partial<f>` and `run::config<f>`; null for other functions.
const clang::FunctionDecl* explicitTarget(const clang::FunctionDecl* Called);

}  // namespace autoconvert
