// Fn<f> => run::Target<Fn<f>>, as far as a recipe needs it before its companion is there.
#pragma once

namespace clang {
class Sema;
}

namespace autoconvert {

/// While the tool reads a file, no companion exists yet, and so nothing says what `{.steps = 3}` means in
/// `run::partial<f>({.steps = 3})`. From here on Clang finds the target's `Args` where it looks for them.
void foreseeTargets(clang::Sema& S);

}  // namespace autoconvert
