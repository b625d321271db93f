#include "LoopCopies.h"

#include "PathSteps.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;

namespace autoconvert {

namespace {

/// Whether one is the other, or lies in it.
bool overlap(const LoopCopies::Spot& A, const LoopCopies::Spot& B) {
  return A.first == B.first && (isWithin(A.second, B.second) || isWithin(B.second, A.second));
}

}  // namespace

// Whether a later turn begins with what this one has made of the object.
bool LoopCopies::comesBack(const Spot& Object) const {
  std::vector<bool> Seen(Copies.size());
  llvm::SmallVector<const Spot*, 8> Open{&Object};
  while (!Open.empty()) {
    const Spot& Of = *Open.pop_back_val();
    for (std::size_t I = 0; I < Copies.size(); ++I) {
      if (Seen[I] || !overlap(Copies[I].To, Of)) continue;
      if (overlap(Copies[I].From, Object)) return true;
      Seen[I] = true;
      Open.push_back(&Copies[I].From);
    }
  }
  return false;
}

bool LoopCopies::isReplaced(const Called& By) const {
  return !By.Adds && llvm::all_of(Calls, [&](const Called& Other) {
    return Other.Call->getMethodDecl()->getDeclName() != By.Call->getMethodDecl()->getDeclName() ||
           Other.Taken.getCanonicalType() == By.Taken.getCanonicalType();
  });
}

std::optional<LoopCopies::Called> LoopCopies::repeated() {
  const auto Found = llvm::find_if(Calls, [&](const Called& One) { return comesBack(One.Object) && !isReplaced(One); });
  if (Found == Calls.end()) return std::nullopt;
  Called One = std::move(*Found);
  Calls.erase(Found);
  return One;
}

void LoopCopies::clear() {
  Copies.clear();
  Calls.clear();
}

}  // namespace autoconvert
