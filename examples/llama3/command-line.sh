#!/usr/bin/env bash
# The command line of the example at work: command-line.sh PROGRAM FOLDER. Runs in FOLDER, which is made anew.
# Ends with 0 only if each command did what it is meant to do.
set -euo pipefail
program=$(realpath "${1:?command-line.sh PROGRAM FOLDER}")
rm -rf "${2:?command-line.sh PROGRAM FOLDER}" && mkdir -p "$2" && cd "$2"
export RUN_HOME=$PWD/runs

run() {
  printf '\n$ ./llama3-pretrain'
  printf ' %q' "$@"
  printf '\n'
  "$program" "$@"
}

require() { # MESSAGE COMMAND...
  "${@:2}" || { echo "this should not be: $1" >&2; exit 1; }
}

# What the function takes, and what there is for it; not what it returns.
run --help >help.txt
require "help does not list the arguments" grep -q '^  trainer ' help.txt
require "help lists what is returned" sh -c '! grep -q last_loss help.txt'

# What a recipe gives, changed by words, as a file.
run --factory llama3_tiny trainer.max_steps=200 optim.max_lr=1e-3 --to-yaml run.yaml
require "run.yaml does not say what the words said" grep -q 'max_steps: 200' run.yaml
require "run.yaml does not say what the words said" grep -q 'max_lr: 0.001' run.yaml

# The file, changed again.
run --yaml run.yaml trainer.max_steps=30 'model.config.num_layers-=1' optim.max_lr=6e-3 --print=flat | tee flat.txt
require "the words were not applied" grep -q '^model.config.num_layers = 1$' flat.txt

# Mistakes are found before anything runs.
status=0
run --yaml run.yaml trainer.max_stesp=30 2>errors.txt || status=$?
cat errors.txt
require "a misspelt name is no error" test "$status" = 2
require "a misspelt name is not seen" grep -q 'did you mean `max_steps`' errors.txt

# Run in a process of its own.
run --yaml run.yaml trainer.max_steps=30 optim.max_lr=6e-3 'executor=local(hours=0.5)' --name tiny | tee log.txt
require "the log was not shown" grep -q 'step' log.txt
require "no job was written" test -f runs/tiny/*/job.json
require "no log was written" test -f runs/tiny/*/task-0.log
require "nothing was trained" test -f results/llama3_tiny/metrics.csv
