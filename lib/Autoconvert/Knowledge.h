// What the check of a recipe knows where it is: of configured locals, of what is reached from them, of control flow.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "Known.h"
#include "LocalStates.h"
#include "LocalUses.h"
#include "LoopCopies.h"
#include "Record.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace autoconvert {

/// The second layer: places, and the state that they are looked up in.
class Knowledge : public CheckRecord {
 public:
  Knowledge(const Recipe& R, const Unit& Of, TargetShapes& S, Findings& Findings,
            const llvm::DenseMap<const clang::FunctionDecl*, RecipeResult>& OfRecipes)
      : CheckRecord(R, Of, S, Findings), KnownResults(OfRecipes) {}

 protected:
  // Places.cpp: members and elements of configured locals
  /// `OfValues`: elements of a container of plain values, too.
  std::optional<Place> place(const clang::Expr* E, bool OfValues = false);
  std::optional<Place> elementPlace(const clang::Expr* E, bool OfValues);
  std::optional<Place> partedPlace(const clang::Expr* E, bool OfValues = false);
  std::optional<Place> contentPlace(const clang::Expr* Optional);
  std::string knownIndex(const clang::Expr* Index) const;
  std::optional<Holder> holder(const clang::Expr* E);
  /// A local or a place that is a container.
  std::optional<Place> containerPlace(const clang::Expr* E, bool OfValues = false);
  bool isWhole(const Place& P, const clang::Expr* E);
  /// A member whose elements only the built object has: others can be added to them.
  bool isSetInPart(const Place& P) const;
  /// A member of an object that nothing in the recipe makes: set in place.
  bool liesInPlace(const Place& Holder);
  const LocalState* localOf(const clang::Expr* E);
  void reach(const Place& P);
  bool keepsOrder(const Place& P, clang::SourceRange Range);
  // Copied.cpp: true, and reported, where names are read afterwards that would refer to what is set here
  bool refuseStaleNames(const LocalState& Local, const std::vector<PathStep>& Path, clang::SourceRange Range);
  bool canReach(const Place& P, clang::SourceRange Range);
  bool refuseNameless(const Place& P, clang::SourceRange Range);

  // Known.cpp: what was set, and what only the built object will have
  void noteUnread(Place& P);
  bool beginsUnread(const Place& P) const;
  bool liesInSet(const Place& P) const;
  void noteSet(Fact& F) const;
  bool isMade(const Place& P) const;
  bool isOpen(const Place& P) const;
  bool isRead(const Place& P, clang::SourceRange Range);
  /// Who gives it, where that is known.
  std::optional<const clang::NamedDecl*> unknownBy(const Place& P, std::size_t Steps) const;
  bool isKnown(const Place& P) const;
  /// A container of values with an element that a call gives when it is built.
  bool holdsCalls(const Place& P) const;
  void remember(const Place& P, const Meaning& M);
  /// Whether the recipe set what these steps lead to.
  bool isSet(const LocalState& Local, const std::vector<PathStep>& Path) const;
  /// The same in every way that leads here.
  bool isSetForSure(const LocalState& Local, const std::vector<PathStep>& Path) const;
  void rememberInElement(LocalState& Local, const std::vector<PathStep>& Path);
  /// Where control flow comes from elsewhere, too, elements have other names, and what was given to pointers at that
  /// depth may not be there.
  void forgetElements(unsigned From = 0);
  /// What is known here, and what was set of the locals until here; to go on from there.
  Flow here() const;
  void goOn(Flow From);
  void noteUnknown(LocalState& Local, const std::string& Path, const Meaning& M);
  /// c ? T(1) : T(2): the constructions that an object comes from, each of the same class. Empty for all else.
  static llvm::SmallVector<const Meaning*, 2> madeEither(const Meaning& M);
  void noteEither(LocalState& Local, const std::string& Path, llvm::ArrayRef<const Meaning*> Sides) const;
  /// The elements that are written one by one, or that all are the same, with the steps to them; of a map's entries the
  /// elements alone.
  void eachElement(const Meaning& Container, llvm::function_ref<void(PathStep, const Meaning&)> Visit) const;
  /// Of elements that are added to the container there: it is not said which ones of all they become.
  void noteAdded(LocalState& Local, const Place& Container, const Meaning& Elements);
  /// What was set of an object before it was put there.
  void noteOrder(SettingOrder& Order, const std::vector<PathStep>& Path, const Meaning& M) const;
  /// By path, what the setter takes that was called last of those of a name.
  Facts calledOn(const Meaning& M) const;
  static void noteCalled(Fact& F, clang::QualType Taken);

  // Made.cpp: what functions and other recipes make
  /// What a local is to hold, where copies of it have an object in common.
  bool isOneObject(const clang::VarDecl* V, const Meaning& M);
  /// What the recipe that is called knows of its result; null where it is no recipe's, or nothing is known of that one.
  const LocalState* resultOf(const Meaning& M) const;
  /// Whether a recipe was to make it that is reported.
  bool isOfRefused(const Meaning& M) const;
  /// What that one set and called, and those that it has it from; null where it is not known.
  static std::shared_ptr<const SettingOrder> earlierOf(const LocalState* Result);
  /// What can be set of an object that has no name yet; nothing where nothing can.
  std::optional<Holder> holderOf(const Meaning& Object);
  /// The object of a local.
  Holder holderOf(const clang::VarDecl* Variable);
  /// Whether the setter, of which the place is the argument, has been called on the object, or may have been.
  bool mayHaveBeenCalled(const Place& P);
  /// Whether a loop calls it on the same object in each of its turns.
  bool isCalledAgain(const Place& P) const;
  /// The function, where what it gives has arguments of its own.
  const clang::FunctionDecl* makerOf(const Meaning& M);
  static const clang::FunctionDecl* makerOf(const LocalState& Local, const std::vector<PathStep>& Path);
  /// False, and reported, where others have a copy of the object by now, or may have.
  bool isStillAlone(const Place& P, clang::SourceRange Range);
  /// The argument that a member or setter of the class sets, where the place it is reached by calls it so; else null.
  const ArgumentShape* settable(const Holder& H, const clang::CXXRecordDecl* Of, const ArgumentShape* Argument);

  // Sharing.cpp: what locals have in common
  bool mayShare(const Meaning& M) const;
  /// What is put into the object through one name, others have, too.
  bool isShared(const clang::VarDecl* V) const;
  /// Adds the locals whose shared objects this holds.
  void addHeld(const Meaning& M, std::set<const clang::VarDecl*>& Held) const;
  /// Notes what the local may have in common with others by now.
  void linkHeld(const clang::VarDecl* V, const Meaning& M);
  /// Within loops: what is there is a copy, or holds one, of what the meaning names.
  void noteCopies(const clang::VarDecl* V, const std::string& Path, const Meaning& M);
  /// Whether they, or what these hold, at any depth, are or hold that one.
  bool isHeldBy(const clang::VarDecl* V, const std::set<const clang::VarDecl*>& Held) const;
  /// Refuses what would make an object hold itself.
  void noteHeld(const Place& P, const Meaning& M);
  void copyLocal(Meaning& M) const;
  /// Refuses a second copy of an object that has made something which its copies share.
  bool wouldShareBeginning(const LocalState& Local, const clang::Expr* Copied);

  // References.cpp: references to locals and to what is in them
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
  /// What lay behind smart pointers that are assigned is not reached any more by references to it.
  void leaveBehind(const Place& Assigned);
  // Seen.cpp: shared objects that a function looks at before the recipe sets something of them
  void noteReader(const clang::FunctionDecl* Reader, unsigned I, const Meaning& Given);
  bool refuseSeen(const Place& P, clang::SourceRange Range);
  const SharedReader* seenBefore(const Place& P) const;
  // SharedValues.cpp: the same of plain values
  void noteHandedValue(const clang::Expr* Given, clang::QualType Taken);
  bool refuseHandedRead(const clang::Expr* E);

  // Flow.cpp: where control flow is
  /// `Around`: the block in which the two branches stand, if they are the only ones.
  /// What is in a local where control comes by that way, too.
  void join(llvm::DenseMap<const clang::VarDecl*, Flow::Content>& Into, const Flow& From) const;
  Flow merged(const Flow& A, const Flow& B, unsigned Around = 0) const;
  Holds held(const clang::VarDecl* Variable) const;
  /// False, and reported, where the place lies behind a local smart pointer that may hold nothing, or in a local that
  /// was moved from.
  bool isThere(const clang::VarDecl* Variable, clang::SourceRange Range);

  /// A smart pointer of the library's own.
  bool isPointer(const clang::CXXRecordDecl* Class, const clang::CXXConstructorDecl* Instance) const {
    return Class != nullptr && (Instance == nullptr ? Shapes.of(Class) : Shapes.of(Class, Instance)).Pointee != nullptr;
  }
  /// Whether what the place holds, or what holds it, is known only when it is built.
  bool isUnknown(const Place& P, std::size_t Steps) const { return unknownBy(P, Steps).has_value(); }
  const TargetShape& targetOf(const clang::CXXRecordDecl* Class, const clang::CXXConstructorDecl* Instance) {
    return Instance == nullptr ? Shapes.of(Class) : Shapes.of(Class, Instance);
  }
  const TargetShape& targetOf(const Holder& H) {
    return H.Maker == nullptr ? targetOf(H.Class, H.Instance) : Shapes.of(H.Maker);
  }
  /// The classes of which an object may be that a smart pointer to the base holds: the recipe's own, and any where it
  /// calls other recipes.
  std::vector<const clang::CXXRecordDecl*> derivedFrom(const clang::CXXRecordDecl* Base);
  /// The classes of what may be there: derived ones, behind a smart pointer; in the object itself those that were given
  /// to a place of one of their bases, and are kept whole. Empty where it is known to be of the class that C++ sees.
  std::vector<const clang::CXXRecordDecl*> othersAt(const Holder& H);
  static bool isBehindPointer(const Holder& H);
  /// That of a derived class which may be there, and which has no argument for the member.
  const TargetShape* targetWithout(const clang::FieldDecl* Field, const Holder& H);

  const llvm::DenseMap<const clang::FunctionDecl*, RecipeResult>& KnownResults;
  llvm::DenseMap<const clang::CXXRecordDecl*, std::vector<const clang::CXXRecordDecl*>> Derived;  ///< in the file
  std::vector<const clang::CXXRecordDecl*> Sliced;  ///< of which C++ takes a base, and the configuration the whole
  LocalStates Locals;
  llvm::DenseMap<const clang::ValueDecl*, Alias> Aliases;
  std::vector<CopiedNames> CopiesNamed;
  /// Whether the name is of a configuration, so that `sizeof(x)` has no such object to ask any more.
  bool isConverted(const clang::VarDecl* V) const {
    return Locals.contains(V) || Parameters.contains(V) || Aliases.contains(V);
  }
  llvm::DenseSet<const clang::VarDecl*> Parameters;  ///< configured ones
  llvm::DenseSet<const clang::VarDecl*> Refused;     ///< reported already: nothing more is said about their uses
  bool IsOfRefused = false;                          ///< something in it is, since the recipe that makes it is refused
  bool HasReaders = false;                           ///< of a shared object, of some local
  LocalUses Uses;
  std::vector<MemberMove> MovedFrom;
  llvm::DenseMap<const clang::VarDecl*, HandedValue> HandedValues;
  Flow Now;
  /// By variable and path, what the setter takes that a loop around calls in each turn.
  std::map<std::pair<const clang::VarDecl*, std::string>, Fact> CalledInTurns;
  LoopCopies InLoops;                                        ///< in the outermost loop that is looked at
  std::vector<Flow> Continuing;                              ///< with the next turn of a loop, by `continue`
  std::vector<Flow> Leaving;                                 ///< by `break`, from the innermost loop or switch
  std::vector<unsigned> Loops;                               ///< around what is checked: when each began
  llvm::DenseMap<const clang::VarDecl*, unsigned> Counters;  ///< of loops: another number in each turn
  unsigned Depth = 0;                                        ///< of branches and loops around it
  const clang::Expr* Added = nullptr;  ///< the call that has added the element of which the statement goes on to speak
  bool BranchesAreRefused = false;     ///< and reported: what is not known behind them is no matter of its own
};

}  // namespace autoconvert
