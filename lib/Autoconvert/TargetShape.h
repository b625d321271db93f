// class or function => its named arguments: parameters, public members, setters. A function of the definition alone,
// never of the recipe that uses it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/DenseMap.h"

namespace clang {
class Sema;
}

namespace autoconvert {

enum class ArgumentKind {
  Parameter,  ///< of a constructor or function
  Member,     ///< of an aggregate
  Field,      ///< public data member of another class, assigned after construction
  Setter,     ///< called after construction
};

struct ArgumentShape {
  std::string Name;
  ArgumentKind Kind;
  std::vector<clang::QualType> Types;                     ///< decayed; several where overloads disagree
  const clang::NamedDecl* Declaration;                    ///< the parameter, the member, the (first) setter
  std::vector<const clang::CXXMethodDecl*> Setters = {};  ///< one for each type
  const clang::FieldDecl* Twin = nullptr;                 ///< Parameter: a public member of its name and type
  bool IsBehind = false;                                  ///< of the object behind the arrow of a smart pointer
};

/// One constructor, or the function itself.
struct SignatureShape {
  const clang::FunctionDecl* Function;
  std::vector<unsigned> Arguments;  ///< of each parameter, an index into the target's arguments
  unsigned Required;                ///< parameters without a default
};

struct TargetShape {
  const clang::CXXRecordDecl* Class = nullptr;          ///< a class target,
  const clang::CXXConstructorDecl* Instance = nullptr;  ///< by this instance of a constructor template,
  const clang::FunctionDecl* Function = nullptr;        ///< or a function target,
  const clang::CXXRecordDecl* Made = nullptr;           ///< of an object whose members and setters are arguments, too
  const clang::CXXRecordDecl* Pointee = nullptr;  ///< the same of what a class points to, with an arrow of its own
  bool IsAggregate = false;
  /// An aggregate that is made first and filled after: each member can be assigned and a default one exists.
  bool FillAfter = false;
  /// Of an aggregate: members whose initialisers read other members, and which; null: any. Braces must give what is
  /// read, for one that is set later was not there yet.
  std::vector<std::pair<const clang::FieldDecl*, const clang::FieldDecl*>> Readers;
  /// Members of an aggregate that braces must give, from the first on.
  unsigned RequiredMembers = 0;
  /// Braces leave out members that have no initialiser of their own.
  bool LeavesMembersOut = false;
  std::vector<ArgumentShape> Arguments;
  std::vector<SignatureShape> Signatures;
  /// Public members that share their name with a constructor's parameter.
  std::vector<const clang::NamedDecl*> Ambiguous;
  /// Public members of bases whose name alone says another member, or one of several.
  std::vector<const clang::NamedDecl*> Hidden;

  /// Another member whose initialiser reads this one; null where there is none.
  const clang::FieldDecl* readerOf(const clang::FieldDecl* Field) const;
  /// A member of a base of an aggregate whose initialisers read members: those are given by name, where bases have
  /// none.
  bool isReadAround(const clang::FieldDecl* Field) const;
  /// The array from which on braces give the members of the aggregate no more, where nothing else does either.
  const clang::FieldDecl* arrayInFront(const clang::FieldDecl* Field) const;
  const ArgumentShape* find(llvm::StringRef Name) const;
  const ArgumentShape* find(const clang::NamedDecl* Declaration) const;
  /// The parameter that has the member's name and type.
  const ArgumentShape* twin(const clang::FieldDecl* Field) const;
  const SignatureShape* signature(const clang::FunctionDecl* Function) const;
  /// The argument that a call of the method sets; null where the method is no setter, or another one is taken for it.
  const ArgumentShape* setter(const clang::CXXMethodDecl* Method) const;
};

/// Makes shapes, each once.
class TargetShapes {
 public:
  explicit TargetShapes(clang::Sema& S) : Sema(S) {}

  const TargetShape& of(const clang::CXXRecordDecl* Class);
  const TargetShape& of(const clang::FunctionDecl* Function);
  /// One constructor alone, the instance of a template, and what can be set after it. `Class` may have inherited it.
  const TargetShape& of(const clang::CXXRecordDecl* Class, const clang::CXXConstructorDecl* Instance);

  bool isAssignable(clang::QualType Type);
  /// Whether compilers warn where a temporary is assigned to an object of the type: by an operator that the class has
  /// only beside a copy constructor of its own, or that is marked so, its members' included.
  bool hasDeprecatedAssignment(clang::QualType Type);
  /// Whether an object that is a member can become another one: by assignment, or, where compilers warn of that, anew.
  bool canBeReplaced(clang::QualType Type);
  bool isDefaultConstructible(clang::QualType Type);
  /// Whether {} makes one where a parameter or member takes it.
  bool isMadeFromNothing(clang::QualType Type);
  bool isComplete(clang::QualType Type);
  bool isConvertible(clang::QualType From, clang::QualType To);
  bool hasCopy(const clang::CXXRecordDecl* Class);
  /// Whether a copy compiles. A container says that it can be copied whatever it holds, and so does a class of such
  /// members.
  bool isCopyable(clang::QualType Type);
  /// A copy does not compile, though the class has it.
  bool onlyClaimsCopies(const clang::CXXRecordDecl* Class);
  /// Whether an object becomes a configuration again: an aggregate whose members can be copied.
  bool isReadable(const clang::CXXRecordDecl* Class);
  /// Whether it is an aggregate that holds an object of a class with constructors: a finished one has no text form, and
  /// cannot be set in part, where that of a configuration can.
  bool holdsUnsaid(clang::QualType Type);
  /// Whether that is so for the elements that the member begins with.
  bool hasUnsaidElements(const clang::FieldDecl* Field);
  /// What the member begins with can be read: it can be copied, or its braces are empty.
  bool hasReadableDefault(const clang::FieldDecl* Field);
  /// A parameter of this type can be an argument.
  bool isStorable(clang::QualType Type);
  /// The same of a function's parameter: a std::initializer_list is kept as a std::vector.
  bool canBeArgument(const clang::FunctionDecl* Function, unsigned Index);
  /// What is a setter by its name and result takes something that an argument can be.
  bool canBeSet(const clang::CXXMethodDecl* Setter);

 private:
  void addSignature(TargetShape& Shape, const clang::FunctionDecl* Function);
  void addMembers(TargetShape& Shape, const clang::CXXRecordDecl* Class, ArgumentKind Kind);
  void deduceSetters(const clang::CXXRecordDecl* Class);
  void addSetters(TargetShape& Shape, const clang::CXXRecordDecl* Class);  // SetterShape.cpp
  void addPointee(TargetShape& Shape);
  const clang::CXXMethodDecl* byDefaults(const clang::FunctionTemplateDecl* Template);
  /// Whether the member's name alone says it, in an object of the class.
  bool isVisible(const clang::CXXRecordDecl* Class, const clang::NamedDecl* Member);
  static void findReaders(TargetShape& Shape);
  void limitToBraces(TargetShape& Shape);
  bool trait(int Kind, std::vector<clang::QualType> Types);
  bool holdsIncomplete(const clang::CXXRecordDecl* Class);
  bool isSound(clang::QualType Type);
  /// Whether a call compiles. Perhaps: what it calls was not read.
  enum class Answer { No, Perhaps, Yes };
  bool canBeDefault(clang::QualType Type);
  Answer canBeCalled(const clang::CXXMethodDecl* Method);     // Callable.cpp
  Answer canPartsBeMade(const clang::CXXMethodDecl* Method);  // there, too
  const clang::CXXRecordDecl* madeBy(const clang::FunctionDecl* Function) const;
  bool isKnownWith(const clang::Decl* D, const clang::CXXRecordDecl* Class) const;

  clang::Sema& Sema;
  const clang::CXXConstructorDecl* copyOf(const clang::CXXRecordDecl* Class);
  /// Whether a copy compiles, if only one that a derived class makes.
  bool canCopy(const clang::CXXRecordDecl* Class);

  llvm::DenseMap<const clang::Decl*, std::unique_ptr<TargetShape>> Known;
  llvm::DenseMap<const clang::CXXRecordDecl*, bool> Copyable;
  llvm::DenseMap<const clang::CXXRecordDecl*, bool> Sound;
  llvm::DenseMap<const clang::CXXMethodDecl*, Answer> Callable;
  std::map<std::pair<const clang::Decl*, const clang::Decl*>, std::unique_ptr<TargetShape>> KnownInstances;
};

/// The instance of a constructor template that a class has itself or inherits; null for any other constructor.
const clang::CXXConstructorDecl* templateInstance(const clang::CXXConstructorDecl* Constructor);
/// A parameter U&& of a template that passes on what it is given, as it is given: U may be a reference.
bool isForwarding(const clang::FunctionDecl* Function, unsigned Index);

/// The type of parameter `Index`, as it is kept: text that is passed on is a const char*, a function a pointer to it.
clang::QualType parameterType(const clang::FunctionDecl* Function, unsigned Index);

/// The name of parameter `Index` from whichever declaration names it; arg<Index> if none does. The parameters
/// of a pack `args` are args0, args1…
std::string parameterName(const clang::FunctionDecl* Function, unsigned Index);
/// The constructor to which make<T>(args...), or a smart pointer of a library's own, hands its arguments as they are,
/// as std::make_shared does: they are best called by the names that it has for them. Null where the template is
/// something else.
const clang::CXXConstructorDecl* forwardsTo(const clang::FunctionDecl* Function, clang::Sema& S);
/// The object that the function gives, held or by value.
clang::QualType objectGivenBy(const clang::FunctionDecl* Function);
/// The argument that a method sets, `gears` for `SetGears(v)`; empty if it is no setter.
std::string setterArgument(const clang::CXXMethodDecl* Method);
/// A member of a class template whose body is parsed, so that it can be tried in instances: a constructor, a setter,
/// what these may call.
bool isTriedInInstances(const clang::CXXMethodDecl* Method);
/// A call as a setter is called: `SetGears(v)` of a `SetGears(int, bool = true)`.
bool givesOneArgument(const clang::CallExpr* Call);
/// What a `SetGears()` of a `SetGears(int = 4)` sets, where that is a constant.
std::optional<std::string> defaultGiven(const clang::CallExpr* Call);
/// Either of these.
bool setsOneArgument(const clang::CallExpr* Call);
/// A fluent `x(v)`, or a `set_x(v, w = true)`, for which nothing in the class of the object says that it has one `x`.
bool mayAccumulate(const clang::CXXMethodDecl* Method, const clang::CXXRecordDecl* Object);

/// An assignment, neither copy nor move, that may do anything: of a class that is no template's instance. Generic code,
/// an optional or a matrix, takes by assignment what its constructors take, and means the same.
bool assignsOtherwise(const clang::CXXMethodDecl* Assignment);
bool assignsOtherwise(const clang::CXXRecordDecl* Class);

/// Calls `Visit` on each public base, transitively, once; ambiguous ones are left out.
std::vector<const clang::CXXRecordDecl*> publicBases(const clang::CXXRecordDecl* Class);

}  // namespace autoconvert
