// What is known of the places that lie in a local, by their paths: "cache.size", "layers[]".
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace autoconvert {

/// What is known of one place.
struct Fact {
  bool IsSet = false;                          ///< the recipe set it
  bool MayBeUnset = false;                     ///< then: where control did not come by
  unsigned SetSince = 0;                       ///< then: this depth of branches and loops
  bool IsOpen = false;                         ///< another recipe makes it: it may have set what lies in it
  bool MayBeCalled = false;                    ///< the same, but for the setters it called all is known
  bool IsUntold = false;                       ///< of those: it is not known whether a function makes it
  bool IsUnknown = false;                      ///< it exists only when it is built
  const clang::NamedDecl* By = nullptr;        ///< then, who gives it: a function, a parameter, or null
  const clang::FunctionDecl* Maker = nullptr;  ///< what this one makes can be set
  clang::QualType Taken = {};                  ///< of a setter: what the one takes that was called last
  bool IsOfSeveral = false;                    ///< then: where control came by others, that takes something else
  std::optional<unsigned> ObjectSince = {};    ///< a pointer or optional that holds an object, since this depth of
                                               ///< branches and loops
};

/// A tree of such: places that lie in one local may lie in many others, too, which then share what is known of them.
class Facts {
 public:
  /// Of most places nothing is known.
  const Fact& of(llvm::StringRef Path) const;
  /// To be changed.
  Fact& at(llvm::StringRef Path);
  /// Whether one is so that lies in the place, or is it.
  bool any(llvm::StringRef Path, llvm::function_ref<bool(const Fact&)> Is) const;
  /// The same without the place itself.
  bool anyInside(llvm::StringRef Path, llvm::function_ref<bool(const Fact&)> Is) const;
  /// Where control comes by two ways, and both are over at that depth of branches and loops: what both have set is set
  /// for sure, and what only one of them knows may be so.
  static Facts joined(const Facts& A, const Facts& B, unsigned Depth);
  /// Changes all that lie in the place, and itself.
  void change(llvm::StringRef Path, llvm::function_ref<void(Fact&)> By);
  void forget(llvm::StringRef Path);
  /// What lies in the place there lies here, too. `As`: with this change, where there is one.
  void take(llvm::StringRef Path, const Facts& From, llvm::StringRef There,
            const std::function<void(Fact&)>& As = nullptr);

 private:
  struct Node;
  using Link = std::shared_ptr<Node>;
  struct Node {
    Fact Here;
    std::map<std::string, Link, std::less<>> Inner;
  };

  const Link* find(llvm::StringRef Path) const;
  Link& slot(llvm::StringRef Path);
  static Node& own(Link& Of);
  static bool any(const Node& Of, llvm::function_ref<bool(const Fact&)> Is);
  static void change(Link& Of, llvm::function_ref<void(Fact&)> By);
  static Fact joined(const Fact& A, const Fact& B, unsigned Depth);
  static Link joined(const Link& A, const Link& B, unsigned Depth);
  static void merge(Link& Into, const Link& From);

  Link Root;
};

}  // namespace autoconvert
