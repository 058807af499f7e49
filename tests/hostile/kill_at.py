"""Runs the command line and kills it at a step: `python -m tests.hostile.kill_at STEP OUT ARG...`.

A step is anything that changes the output folder: opening a file to write, renaming, removing,
making a folder. The interpreter announces each before it happens; at the one with the number STEP
this process ends as by kill -9. With STEP 0 it goes on to the end, and prints how many there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from actionplans.cli import main

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}


def _announced(step: int, out: str, steps: "count[int]") -> Callable[[str, tuple[Any, ...]], None]:
    def hear(event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[1], str) and args[1][0] in "wxa"
        if (writes or event in _CHANGES) and out in str(args[0]) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return hear


if __name__ == "__main__":
    steps = count(1)
    sys.addaudithook(_announced(int(sys.argv[1]), sys.argv[2], steps))
    try:
        main(sys.argv[3:])
    finally:
        sys.stdout.write(f"{next(steps) - 1}\n")
