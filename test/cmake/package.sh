#!/usr/bin/env bash
# Uses the package from a project of its own: package.sh install|changes COMPILER BUILD_FOLDER WORK_FOLDER
# With the package of an install tree, or of the build tree for `changes`: the project configures, builds and runs. For
# `changes`, each kind of change then converts and compiles what it must, and nothing else.
set -euo pipefail

use=$1 compiler=$2 build_folder=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"
mkdir -p "$work"
cp -r "$here/project" "$work/a project"
cd "$work"

fail() {
  echo "FAILED: $1" >&2
  [[ ! -f log ]] || cat log >&2
  exit 1
}
step() { echo "-- $1"; }
built() { ninja -C out >log 2>&1 || fail "the project does not build"; }
converts() { grep -qE "Converting the recipes of (.*/)?$1\$" log || fail "$1 is not converted"; }
compiles() { grep -qF "$1.o" log || fail "$1 is not compiled"; }
leaves() { ! grep -qE "Converting the recipes of (.*/)?$1\$|/$1\.o\$" log || fail "$1 is worked on without need"; }
is_idle() {
  built
  grep -q "no work to do" log || fail "there is work left after $1"
}
runs() {
  for program in app small plain; do
    "out/$program" >log 2>&1 || fail "$program ends with an error"
  done
}
edit() { # edit FILE SED-EXPRESSION: changes the file, or fails
  cp "a project/$1" before
  sed -i "$2" "a project/$1"
  ! cmp -s before "a project/$1" || fail "the edit of $1 changes nothing"
}

package=$build_folder
if [[ $use == install ]]; then
  step "install"
  cmake --install "$build_folder" --prefix "$work/the prefix" >log 2>&1 || fail "it does not install"
  package=$(dirname "$(find "the prefix" -name RunAutoconvertConfig.cmake)")
  package=$(cd "$package" && pwd)
fi

step "configure with the package in $package"
sanitize=$(sed -n 's/^RUN_SANITIZE:STRING=\(..*\)$/-fsanitize=\1/p' "$build_folder/CMakeCache.txt")
cmake -G Ninja -S "a project" -B out -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$sanitize" \
  -DRunAutoconvert_DIR="$package" >log 2>&1 || fail "the project does not configure"

step "build and run"
built
for recipes in decoder.h encoder.cpp narrow.cpp main.cpp small.h wide.h parts.h left.cpp right.cpp deep.h; do converts "$recipes"; done
compiles encoder.run.cpp
grep -qE '/models\.dir/recipes/encoder\.cpp\.o' log && fail "encoder.cpp is compiled beside its companion"
runs
is_idle "a build"
cmake out >log 2>&1 || fail "it does not configure again"
is_idle "configuring again"

step "lint: of each target and of all"
ninja -C out run-autoconvert-lint >log 2>&1 || fail "fine recipes do not pass"
for files in "9 files" "1 file"; do grep -q "run-autoconvert: $files: 0 errors" log || fail "$files are not checked"; done
grep -q '"version": "2.1.0"' "out/models report.sarif" || fail "there is no report"
if [[ $use != changes ]]; then
  echo "all of it holds"
  exit 0
fi

step "a comment in a .cpp: its object, and no other"
edit recipes/encoder.cpp '$a// the end'
built
converts encoder.cpp
compiles encoder.run.cpp
for other in decoder.h main.cpp small.h small.cpp; do leaves "$other"; done
is_idle "the change of a comment"

step "a header whose .cpp has its companion: converted again with that"
edit recipes/narrow.h 's/kNarrow = 8/kNarrow = 16/'
built
converts narrow.cpp
leaves decoder.h
runs
is_idle "the change of a header with recipes"

step "a recipe that moves to another .cpp: its header is converted again"
edit recipes/left.cpp '/^Size left/d'
edit recipes/right.cpp 's/^Model right/Size left(int width) { return Size{.width = 2 * width}; }\n\n&/'
built
for recipes in parts.h left.cpp right.cpp; do converts "$recipes"; done
! grep -q left.run.h out/run-autoconvert/models/recipes/parts.run.h || fail "parts.run.h includes what has no recipe"
runs
is_idle "the move of a recipe"

step "a header that recipes use: converted again"
edit model.h 's/int depth = 2;/int depth = 2;\n  int height = 3;/'
built
for recipes in decoder.h encoder.cpp main.cpp small.h; do converts "$recipes"; done
grep -q height "out/run-autoconvert/models/recipes/decoder.run.h" || fail "the companion has not the new member"
runs
is_idle "the change of a header"

step "the source of a header that the build makes: made and converted again"
edit wide.h.in 's/1024/2048/'
built
converts wide.h
leaves decoder.h
runs
is_idle "the change of a header that the build makes"

step "a header that the build makes and a recipe includes: made before, converted again"
edit level.h.in 's/3/4/'
built
converts main.cpp
leaves decoder.h
runs
is_idle "the change of a header that a recipe includes"

step "a flag: converted again"
edit CMakeLists.txt 's/WIDEST=4096/WIDEST=2048/'
built
converts encoder.cpp
runs
is_idle "the change of a flag"

step "a policy where there was none, and none again: converted again"
echo "exempt: [app::unknown]" >"a project/presets/.run-autoconvert"
built
converts small.h
leaves decoder.h
is_idle "a new policy"
rm "a project/presets/.run-autoconvert"
built
converts small.h
is_idle "a policy that is gone"

step "a companion that somebody removed: written again"
rm "out/run-autoconvert/app/main.run.h"
built
converts main.cpp
leaves decoder.h
runs
is_idle "writing a companion again"

step "a .cpp that begins to include its companion: compiled as it is"
edit src/other.cpp '$a#include "other.run.h"'
built
compiles other.cpp
runs
edit src/other.cpp '/other.run.h/d'
built
compiles other.run.cpp
runs

step "lint: a recipe that is refused"
edit recipes/decoder.h 's/^  return/  if (width > 3) width = 3;\n&/'
if ninja -C out models-lint >log 2>&1; then fail "a refused recipe passes"; fi
grep -q '9 files: 1 error' log || fail "the summary is not shown"
grep -q '"ruleId": "run-control-flow"' "out/models report.sarif" || fail "the report does not say it"
edit recipes/decoder.h '/if (width/d'
edit src/main.cpp '$a[[run::autoconvert]] app::Model not_yet(int n) { if (n > 2) n = 2; return app::Model({.width = n}); }'
ninja -C out app-lint >log 2>&1 || fail "a finding of the baseline is said"
grep -q '1 in the baseline' log || fail "the baseline is not read"
edit src/main.cpp '/not_yet/d'

step "a recipe that is refused: no build, no companion, and a cure"
edit recipes/decoder.h 's/^  return/  if (width > 3) width = 3;\n&/'
if ninja -C out >log 2>&1; then fail "a refused recipe builds"; fi
grep -q 'decoder.h:9:3: error: .*\[run-control-flow\]' log || fail "the diagnostic is not shown"
[[ ! -e out/run-autoconvert/models/recipes/decoder.run.h ]] || fail "a companion of a refused recipe is left"
edit recipes/decoder.h '/if (width/d'
built
runs
is_idle "the cure"
echo "all of it holds"
