// The order in which a recipe sets the arguments of a local, and of the objects in it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "Meaning.h"
#include "SettingTree.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"

namespace autoconvert {

/// Where control flow is.
struct Moment {
  unsigned Block = 0;                   ///< of statements that are executed one after the other, or none of them
  llvm::ArrayRef<unsigned> Loops = {};  ///< when the loops around it began
  clang::SourceRange Where = {};
};

/// A configuration sets the members of an aggregate before it calls setters, and each argument once, where it was first
/// set. Whoever changes objects in another order may see another result.
class SettingOrder {
 public:
  /// Notes that what is at the end of the path is set. Where the configuration cannot keep the order: the name of the
  /// argument that comes too late.
  std::string set(const std::vector<PathStep>& Path, const Moment& At);
  bool isSet(const std::vector<PathStep>& Path) const;
  /// Notes that the setter of the object there has been called, which is set in no other way.
  void call(const std::vector<PathStep>& Object, const std::string& Name);
  /// What is at the path began as what is at that path there: what was set of that is set of this. What a recipe set of
  /// its result may be set anew, where it was set: that is what its callers mean.
  void take(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There,
            bool IsResult);
  /// What is at the path may have begun as any element of the container at that path there.
  void takeElements(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There);
  /// Notes what was set before all else.
  void follow(const SettingOrder& Earlier);
  /// Notes that control flow comes together: either this was done until here, or that.
  void merge(const SettingOrder& Other, const SettingTree::Blocks& Of) { Objects.join(Other.Objects, Of); }
  /// What is at the path is another object from now on: nothing of it was set.
  void replace(const std::vector<PathStep>& Path) { Objects.replace(keyOf(Path)); }
  /// The same of the local itself, of which that was set before it had its name.
  void begin() { Objects.begin(); }
  /// The container there has one more element.
  void grow(const std::vector<PathStep>& Container, bool AtEnd);
  /// How often that was said of it: elements may have moved since.
  unsigned growth(const std::vector<PathStep>& Container) const;
  /// The outermost of these loops in whose turns the object stays the same of which that is an argument, by when it
  /// began; 0 if each of them has another object in each turn.
  unsigned keeps(const std::vector<PathStep>& Path, llvm::ArrayRef<unsigned> Loops) const;
  /// Two arguments of one object that a loop sets, not both in each turn: which one is set last is not known.
  struct Turns {
    std::string First;
    std::string Second;
    clang::SourceRange Where;
  };
  std::optional<Turns> unordered(unsigned Loop) const;
  /// What its last element is called in a path.
  std::string lastOf(const std::vector<PathStep>& Container) const;

 private:
  using Key = SettingTree::Key;
  using Argument = SettingTree::Argument;
  using Arguments = SettingTree::Arguments;
  static Key keyOf(const std::vector<PathStep>& Path);
  bool isLate(const Key& Object, const std::string& Name, ArgumentKind Kind) const;
  void append(const std::vector<std::pair<Key, Arguments>>& Later);

  SettingTree Objects;
};

}  // namespace autoconvert
