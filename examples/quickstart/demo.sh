#!/usr/bin/env bash
# Shows the example at work: demo.sh BUILD_DIR, the build folder of the project (see utils/demo).
# Ends with 0 only if every check of the program held and the refused recipe was refused.
set -euo pipefail
build=$(cd "${1:?demo.sh BUILD_DIR}" && pwd)
cd "$(dirname "$0")"
tool=$build/tools/run-autoconvert
program=$build/examples/quickstart/quickstart
companion=$build/examples/quickstart/run-autoconvert/quickstart/recipes/llama3.run.h

caption() { printf '\n== %s\n\n' "$1"; }
# Prints the function that begins with a line that matches $2, and its attribute, from the file $1.
excerpt() {
  local text
  text=$(awk -v first="$2" '$0 ~ first { on = 1; if (last ~ /^\[\[/) print last }
                            on { print } on && /^}/ { exit } { last = $0 }' "$1")
  [[ -n $text ]] || { echo "demo.sh: $1 has no line with '$2'" >&2 && exit 1; }
  sed 's/^/   /' <<<"$text"
}

caption "1. A recipe, in recipes/llama3.h: plain C++ that builds an object"
excerpt recipes/llama3.h '^inline .* automodel[(]'

caption "2. What run-autoconvert writes for it, in recipes/llama3.run.h: the same, as a configuration"
excerpt "$companion" '^inline .* autoconvert_automodel[(]'

caption "3. The program uses it (main.cpp)"
"$program"

caption "4. A recipe that is refused (refused.cpp), before it compiles"
excerpt refused.cpp '^std::unique_ptr.* model_for[(]'
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
echo
echo "   \$ run-autoconvert convert refused.cpp"
status=0
"$tool" convert -o "$output" refused.cpp -- -std=c++20 -I. 2>&1 | sed 's/^/   /' || status=${PIPESTATUS[0]}
echo "   exit status $status"
if [[ $status -ne 1 || -n $(ls "$output") ]]; then
  echo "demo.sh: expected exit status 1, and nothing written" >&2
  exit 1
fi
