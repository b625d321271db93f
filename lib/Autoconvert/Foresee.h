// class or function => its run::Target, as far as the source needs it before the companion is there.
#pragma once

namespace clang {
class Sema;
}

namespace autoconvert {

struct Preprocessed;

/// While the tool reads a file, no companion exists yet, and so nothing says what `{.steps = 3}` means in
/// `run::partial<f>({.steps = 3})`. From here on Clang finds the target's `Args` and `Fields` where it looks for them:
/// a function's at once, a class's behind the place where the file includes its companion, once that is known.
void foreseeTargets(clang::Sema& S, const Preprocessed& Met);

}  // namespace autoconvert
