#!/usr/bin/env bash
# Shows the example at work: demo.sh BUILD_DIR, the build folder of the project (see utils/demo).
# Ends with 0 only if the conversion, the YAML and the training did what the program checks.
set -euo pipefail
build=$(cd "${1:?demo.sh BUILD_DIR}" && pwd)
cd "$(dirname "$0")"
generated=$build/examples/llama3/run-autoconvert/llama3/recipes

caption() { printf '\n== %s\n\n' "$1"; }

caption "1. The recipes of recipes/llama3_tiny.cpp: plain C++"
sed -n '/run::autoconvert/,/^}/p' recipes/llama3_tiny.cpp | sed 's/^/   /'

caption "2. What run-autoconvert writes for them, in recipes/llama3_tiny.run.cpp"
sed -n '/^::run::.* autoconvert_/,/^}/p' "$generated/llama3_tiny.run.cpp" | sed 's/^/   /'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
caption "3. Llama 3 8B: configured and written as YAML, too large to be built here"
"$build/examples/llama3/llama3-tour" --recipe llama3_8b --dir "$folder"

caption "4. A tiny one: configure, broadcast, YAML, build, train"
"$build/examples/llama3/llama3-tour" --recipe llama3_tiny --dir "$folder"

caption "5. The same by words: the command line, a file, and a run in a process of its own"
./command-line.sh "$build/examples/llama3/llama3-pretrain" "$folder/command-line"
