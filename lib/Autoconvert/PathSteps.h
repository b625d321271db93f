// The steps from a configured local to what lies in it, and the texts by which the state of the local knows them.
#pragma once

#include <string>
#include <vector>

#include "Meaning.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

/// A step to an element; which one is known by its index.
inline constexpr const char* kElement = "[]";
/// The same to that of a pair or tuple.
std::string tupleElement(std::size_t Index);
/// A step to an object that is there already; it does not count in paths.
inline constexpr const char* kInPlace = ".in_place()";
/// A step to what is added to a container that is there already.
inline constexpr const char* kAppended = ".appended()";
/// A step to what a local optional holds; it does not count either.
inline constexpr const char* kContent = ".value()";

/// A step to an element of a container: to neither a member, nor to what is there already.
bool isElement(const PathStep& Step);
/// As messages and the state of a local name it: cache.size, layers[]
std::string pathText(const std::vector<PathStep>& Path);
/// Whether a step to an element is in that text.
bool isInElement(llvm::StringRef Path);
std::vector<PathStep> firstSteps(const std::vector<PathStep>& Path, std::size_t Count);
/// The first and the last element are elements like others: by which texts it is known what any of them may be.
std::vector<PathStep> anyElements(std::vector<PathStep> Path);
/// As pathText, with the elements by their numbers; empty where the recipe does not say which they are.
std::string elementText(const std::vector<PathStep>& Path);
/// Whether `Path` is `Prefix` or lies in it.
bool isWithin(llvm::StringRef Path, llvm::StringRef Prefix);
/// The text of what is reached from `Path` by `Inner`.
std::string inside(llvm::StringRef Path, llvm::StringRef Inner);

/// Of a set or map by paths: what is at `Prefix`, or in it, goes.
template <class Keys>
void eraseWithin(Keys& Set, llvm::StringRef Prefix) {
  std::vector<std::string> Found;
  for (const auto& Entry : Set)
    if (isWithin(Entry.getKey(), Prefix)) Found.push_back(Entry.getKey().str());
  for (const std::string& Key : Found) Set.erase(Key);
}

}  // namespace autoconvert
