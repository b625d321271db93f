// The order in which a recipe sets the arguments of a local, and of the objects in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "Meaning.h"
#include "SettingTree.h"

namespace autoconvert {

/// A configuration sets the members of an aggregate before it calls setters, and each argument once, where it was first
/// set. Whoever changes objects in another order may see another result.
class SettingOrder {
 public:
  /// Notes that what is at the end of the path is set. Where the configuration cannot keep the order: the name of the
  /// argument that comes too late.
  std::string set(const std::vector<PathStep>& Path);
  bool isSet(const std::vector<PathStep>& Path) const;
  /// Notes that the setter of the object there has been called, which is set in no other way.
  void call(const std::vector<PathStep>& Object, const std::string& Name);
  /// What is at the path began as what is at that path there: what was set of that is set of this. What a recipe set of
  /// its result may be set anew, where it was set: that is what its callers mean.
  void take(const std::vector<PathStep>& Path, const SettingOrder& From, const std::vector<PathStep>& There,
            bool IsResult);
  /// Notes what was set before all else.
  void follow(const SettingOrder& Earlier);
  /// Notes that control flow comes together: either this was done until here, or that.
  void merge(const SettingOrder& Other);
  /// What is at the path is another object from now on: nothing of it was set.
  void replace(const std::vector<PathStep>& Path);
  /// The container there has one more element.
  void grow(const std::vector<PathStep>& Container, bool AtEnd);
  /// How often that was said of it: elements may have moved since.
  unsigned growth(const std::vector<PathStep>& Container) const;
  /// Whether the object whose argument that is was put there since `settle`: in a loop, anew at each turn.
  bool isNew(const std::vector<PathStep>& Path) const;
  void settle() { Since = SettingTree::newTime(); }
  /// What its last element is called in a path.
  std::string lastOf(const std::vector<PathStep>& Container) const;

 private:
  using Key = SettingTree::Key;
  using Arguments = SettingTree::Arguments;
  static Key keyOf(const std::vector<PathStep>& Path);
  bool isLate(const Key& Object, const std::string& Name, ArgumentKind Kind) const;
  void append(const std::vector<std::pair<Key, Arguments>>& Later);

  SettingTree Objects;
  unsigned Since = SettingTree::newTime();  ///< when the turn of a loop began
};

}  // namespace autoconvert
