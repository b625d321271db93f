// What was set of the objects in a local, by their paths; copies have in common what is the same in them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "Meaning.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

/// Each branch of a recipe has a tree of its own, and each recipe has those of the recipes that it calls: a copy costs
/// nothing, and a change the way to it.
class SettingTree {
 public:
  struct Argument {
    ArgumentKind Kind = ArgumentKind::Setter;
    bool IsOfResult = false;
    bool IsBehind = false;  ///< another setter of the object may have been called since
    unsigned Loop = 0;      ///< in a loop that changes this object in each of its turns: when that began
    unsigned Block = 0;     ///< then, in which of its blocks; 0 where that is not one
    clang::SourceRange Where = {};
  };
  using Arguments = std::map<std::string, Argument>;
  /// Steps by their numbers, for paths may be long and many.
  using Key = std::vector<unsigned>;
  using Path = llvm::ArrayRef<unsigned>;

  static unsigned memberStep(llvm::StringRef Name);
  /// An element that is known by its number or key.
  static unsigned elementStep(llvm::StringRef Which);
  /// One that was the last one then; it may have any number.
  static unsigned lastStep(llvm::StringRef Which);
  /// It may be any element.
  static unsigned unknownStep();
  static llvm::StringRef textOf(unsigned Step);
  /// Later than all before; never 0.
  static unsigned newTime();

  Arguments& at(Path Of);
  /// Of the objects that may be the one there.
  llvm::SmallVector<Arguments, 1> of(Path Object) const;
  /// That was called; other setters have been called before it.
  void noteCall(Path Object, const std::string& Name) { noteCall(Root, Object, Name); }
  /// What is set of what may lie there, with the rest of the path.
  void each(Path Outer, llvm::function_ref<void(Path, Arguments)> By) const;
  /// All that may lie there in that tree lies here, too. False where that may be several objects, or where something
  /// may be set of this one already.
  bool graft(Path Here, const SettingTree& From, Path There, bool IsOfResult);
  /// Another object is there from now on.
  void replace(Path Object);
  /// From now on, this is of another object.
  void begin() { own(Root).NewSince = newTime(); }
  /// Since when that object has been there at most: it, or one that it lies in, was put there then. 0: not known.
  unsigned newSince(Path Object) const;
  /// Notes that the container has one more element.
  void grow(Path Container, bool AtEnd);
  unsigned growth(Path Container) const;
  /// What the last element of a container that has grown so often is called.
  static std::string lastOf(unsigned Growth) { return "back " + std::to_string(Growth); }

  /// Two blocks at whose ends control flow comes together, and the one around them; 0 where there is none.
  struct Blocks {
    unsigned First = 0;
    unsigned Second = 0;
    unsigned Around = 0;
  };
  /// What is known where control flow comes together.
  void join(const SettingTree& Other, const Blocks& Of);
  /// What is set of the objects of which something was set since then.
  void eachSince(unsigned Time, llvm::function_ref<void(Path, const Arguments&)> By) const;
  static bool hasSetter(const Arguments& Of);
  bool isCalled(Path Object) const;

 private:
  struct Node;
  struct Link {
    std::shared_ptr<Node> To;
    std::optional<bool> IsOfResult;  ///< where it is said: so is all that lies there
  };
  struct Node {
    Arguments Here;
    std::map<unsigned, Link> Inner;
    unsigned Growth = 0;
    bool HasGrown = false;  ///< this one, or one in it
    unsigned NewSince = 0;
    unsigned Known = newTime();  ///< since then; as the last one that was added, if it is one, since `Added`
    unsigned Added = 0;
    unsigned Changed = Known;  ///< this one, or one in it
    void takePlaceOf(const Node& Former) {
      Known = Former.Known;
      Added = Former.Added;
      Changed = Former.Changed;
    }
  };
  class Joining;

  static Node& own(Link& Of);
  template <class Links, class Use>
  static void eachMaybeSame(Links& In, unsigned Step, Use By);
  Link& slot(Path Of);
  void noteGrown(Path Container);
  const Node* find(Path Of) const;
  llvm::SmallVector<Link, 1> matching(Path Of) const;
  static Arguments argumentsOf(const Link& L);
  static void noteCall(Link& In, Path Object, const std::string& Name);
  static void each(const Link& Of, Key& Inner, llvm::function_ref<void(Path, Arguments)> By);
  static void eachSince(const Node& Of, unsigned Time, Key& At, llvm::function_ref<void(Path, const Arguments&)> By);
  static void strip(Link& Of);

  Link Root;
};

}  // namespace autoconvert
