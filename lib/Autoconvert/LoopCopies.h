// What a loop copies, and the setters that it calls => those that are called once more, in a later turn, on what began
// as their own object.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clang/AST/ExprCXX.h"
#include "clang/AST/Type.h"

namespace autoconvert {

class LoopCopies {
 public:
  /// A local, and the way from it to what lies in it.
  using Spot = std::pair<const clang::VarDecl*, std::string>;

  void copy(Spot To, Spot From) { Copies.push_back({std::move(To), std::move(From)}); }
  /// `Adds`: it need not replace what another call has set. `Taken`: that which the setter takes.
  void call(Spot Object, const clang::CXXMemberCallExpr* Call, clang::QualType Taken, bool Adds) {
    Calls.push_back({std::move(Object), Call, Taken, Adds});
  }
  struct Called {
    Spot Object;
    const clang::CXXMemberCallExpr* Call;
    clang::QualType Taken;
    bool Adds;
  };
  /// The first call of which a later turn calls another one on the same object, which need not replace it. It is given
  /// once.
  std::optional<Called> repeated();
  void clear();

 private:
  struct Copy {
    Spot To;
    Spot From;
  };
  bool comesBack(const Spot& Object) const;
  bool isReplaced(const Called& By) const;

  std::vector<Copy> Copies;
  std::vector<Called> Calls;
};

}  // namespace autoconvert
