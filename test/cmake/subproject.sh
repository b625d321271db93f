#!/usr/bin/env bash
# RunAutoconvert as a part of another project: subproject.sh COMPILER SOURCE_FOLDER BUILD_FOLDER WORK_FOLDER
# With FetchContent and the compiler that is built already; and what is said where there is none, or no LLVM. As a package,
# in a project that was written for an old CMake.
set -euo pipefail

compiler=$1 source_folder=$2 build_folder=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"
# A folder of this name is no folder of companions.
mkdir -p "$work/run-autoconvert"
cp -r "$here/subproject" "$work/run-autoconvert/a project"
cd "$work/run-autoconvert"

fail() {
  echo "FAILED: $1" >&2
  [[ ! -f log ]] || cat log >&2
  exit 1
}
step() { echo "-- $1"; }
configures() { cmake -S "a project" "$@" >log 2>&1 || fail "it does not configure"; }
says() { # says TEXT...: the last configuration failed for this reason. CMake breaks lines between words.
  local text
  text=$(tr -s ' \n' ' ' <log)
  for part in "$@"; do [[ $text == *"$part"* ]] || fail "'$part' is not said"; done
}
refuses() { if cmake -S "a project" "$@" >log 2>&1; then fail "it configures"; fi; }

new=(-G Ninja "-DCMAKE_CXX_COMPILER=$compiler" "-DRUN_SOURCE_DIR=$source_folder")
tool=$build_folder/tools/run-autoconvert

step "no compiler, and where one comes from"
refuses -B out "${new[@]}" -DRUN_BUILD_TOOL=OFF
says "run_autoconvert: RunAutoconvert was built without its compiler" llvm-22-dev RUN_AUTOCONVERT_EXECUTABLE
refuses -B out -DRUN_AUTOCONVERT_EXECUTABLE=/nowhere/run-autoconvert
says "RUN_AUTOCONVERT_EXECUTABLE is '/nowhere/run-autoconvert'"

step "a compiler that is there already"
configures -B out "-DRUN_AUTOCONVERT_EXECUTABLE=$tool"
[[ ! -s out/build-type ]] || fail "it sets the build's type"
ninja -C out -t targets all >log
for other in run-unit-tests quickstart-run-autoconvert run-compiler; do
  ! grep -qE "^$other:" log || fail "the target $other is in the build"
done
for ours in run-runtime run-config; do grep -qE "^$ours:" log || fail "the target $ours is not in the build"; done
ninja -C out -t commands >log
! grep -qE 'run-config|run-tidy' log || fail "programs are built that no target needs"
ninja -C out app-run-autoconvert >log 2>&1 || fail "the recipes are not converted"
[[ -f out/run-autoconvert/app/recipes/small.run.h ]] || fail "there is no companion"
cmake --install out --prefix installed >log 2>&1 || fail "there is something to install that is not built"
[[ ! -e installed ]] || fail "it installs with the project"

step "no LLVM"
refuses -B out -DRUN_AUTOCONVERT_EXECUTABLE= -DRUN_BUILD_TOOL=ON -DCMAKE_DISABLE_FIND_PACKAGE_LLVM=ON
says "LLVM 22.1 is not found" "install llvm-22-dev and libclang-22-dev" LLVM_DIR RUN_BUILD_TOOL=OFF

step "built along"
configures -B out -DCMAKE_DISABLE_FIND_PACKAGE_LLVM=OFF
ninja -C out -t commands >log
grep -q run-autoconvert log || fail "the compiler is not built"
! grep -qE 'run-config|RunTidy' log || fail "programs are built that no target needs"

step "a project for an old CMake, with make"
sed -i 's/cmake_minimum_required(VERSION .*)/cmake_minimum_required(VERSION 2.8.12)/' "a project/CMakeLists.txt"
configures -B old -G "Unix Makefiles" "-DCMAKE_CXX_COMPILER=$compiler" -DAS_PACKAGE=ON "-DRunAutoconvert_DIR=$build_folder"
converts() { cmake --build old --target app-run-autoconvert >log 2>&1 || fail "the recipes are not converted"; }
converts
grep -q "Converting the recipes of recipes/small.h" log || fail "the recipes are not converted"
converts
! grep -q "Converting" log || fail "they are converted without need"
echo "// the end" >>"a project/widths.h.in"
converts
grep -q "Converting the recipes of recipes/small.h" log || fail "the change of a header is not seen"

step "for another machine"
other=("${new[@]}" -DAS_PACKAGE=ON "-DRunAutoconvert_DIR=$build_folder" -DCMAKE_SYSTEM_NAME=Linux)
refuses -B cross "${other[@]}"
says "this project is built for another machine" RUN_AUTOCONVERT_EXECUTABLE
configures -B cross "-DRUN_AUTOCONVERT_EXECUTABLE=$tool"
echo "all of it holds"
