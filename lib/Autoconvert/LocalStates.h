// A configured local variable => what is known of it; copies of a shared pointer are names of one object.
#pragma once

#include <utility>

#include "Known.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

namespace autoconvert {

class LocalStates {
  using States = llvm::DenseMap<const clang::VarDecl*, LocalState>;

 public:
  /// The variable by which the object is known: of a copy, the one that was copied.
  const clang::VarDecl* of(const clang::VarDecl* V) const {
    const auto Found = CopyOf.find(V);
    return Found == CopyOf.end() ? V : Found->second;
  }
  States::iterator find(const clang::VarDecl* V) { return All.find(of(V)); }
  States::const_iterator find(const clang::VarDecl* V) const { return All.find(of(V)); }
  bool contains(const clang::VarDecl* V) const { return All.contains(of(V)); }

  void add(const clang::VarDecl* V, LocalState State) { All[V] = std::move(State); }
  /// Both hold one object, and no other one later on.
  void addCopy(const clang::VarDecl* V, const clang::VarDecl* Of) {
    CopyOf[V] = of(Of);
    Copied.insert(of(Of));
  }
  bool isOneOfSeveral(const clang::VarDecl* V) const { return Copied.contains(of(V)); }

  /// One may hold what the other one holds.
  void link(const clang::VarDecl* V, const clang::VarDecl* With) {
    if (of(V) == of(With)) return;
    Links[of(V)].insert(of(With));
    Links[of(With)].insert(of(V));
  }
  /// The others that this one is linked to, by way of others, too.
  llvm::SetVector<const clang::VarDecl*> linked(const clang::VarDecl* V) const {
    llvm::SetVector<const clang::VarDecl*> Found;
    if (Links.empty()) return Found;
    Found.insert(of(V));
    for (std::size_t I = 0; I < Found.size(); ++I)
      if (const auto Next = Links.find(Found[I]); Next != Links.end())
        Found.insert(Next->second.begin(), Next->second.end());
    Found.remove(of(V));
    return Found;
  }

  States::iterator begin() { return All.begin(); }
  States::iterator end() { return All.end(); }
  States::const_iterator begin() const { return All.begin(); }
  States::const_iterator end() const { return All.end(); }

 private:
  States All;
  llvm::DenseMap<const clang::VarDecl*, const clang::VarDecl*> CopyOf;
  llvm::DenseSet<const clang::VarDecl*> Copied;
  llvm::DenseMap<const clang::VarDecl*, llvm::SetVector<const clang::VarDecl*>> Links;
};

}  // namespace autoconvert
