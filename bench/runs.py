"""Runs of a tool as whole processes, with the system's own account of time and memory."""

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PEER = Path(__file__).with_name("peer.py")


class Run(NamedTuple):
    """CPU seconds of a process and all that it started, its peak memory, and the rows it found."""

    seconds: float
    megabytes: float
    rows: dict[str, list[list[str]]]


def run(python: Path, tool: str, paths: Sequence[Path]) -> Run:
    """Run one tool over files in a new process."""
    with tempfile.TemporaryFile("w+") as answer:
        command = [str(python), str(PEER), tool, *map(str, paths)]
        process = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{tool} failed with exit code {process.returncode}")
        answer.seek(0)
        found = json.load(answer)
    # Children count as well: the most that one of all these processes held.
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, found)


def least(runs: Sequence[Run]) -> Run:
    """The run that was disturbed least."""
    return min(runs, key=lambda one: one.seconds)
