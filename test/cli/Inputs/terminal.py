"""Runs a program in a terminal, types what it is told, and prints what the terminal shows.

  terminal.py [--expect TEXT --type TEXT]... PROGRAM ARGUMENTS...

Waits for each TEXT to be shown (a minute at most, all in all), then types the next one; `\\t` and `\\n` are keys. The exit status
is the program's.
"""
import os
import pty
import select
import sys
import time


def main(arguments):
    steps = []
    while arguments and arguments[0] == "--expect":
        steps.append((arguments[1].encode(), arguments[3].encode().decode("unicode_escape").encode()))
        arguments = arguments[4:]
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="dumb", PS1="$ ")
        os.execvp(arguments[0], arguments)
    shown = b""
    deadline = time.monotonic() + 60
    at = 0
    while time.monotonic() < deadline:
        if steps and steps[0][0] in shown[at:]:
            at += shown[at:].index(steps[0][0]) + len(steps[0][0])
            os.write(terminal, steps.pop(0)[1])
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                read = os.read(terminal, 65536)
            except OSError:  # it has ended
                read = b""
            if not read:
                break
            shown += read
    os.close(terminal)  # who still reads from it is hung up
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


sys.exit(main(sys.argv[1:]))
