"""Measures a Dask cluster of one worker and of two: `python -m tests.hostile.workers [NUMBER]`.

Scheduler, workers and the program that supervises are processes of this machine, started anew for
each run. One and two workers take turns, so that what else the machine does hits both alike. First
come so many plans of one page, then the samples, several times over.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tests.hostile.many import make_plans
from tests.hostile.mutations import SAMPLES

TURNS = (1, 2, 1, 2)
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1


class Spent(NamedTuple):
    """Seconds of a run on the clock, and of the processor by what they were spent on."""

    clock: float
    supervisor: float
    scheduler: float
    workers: float
    converting: float


def spent(folder: Path, workers: int) -> Spent:
    """Convert a folder with so many workers, each with one thread."""
    with tempfile.TemporaryDirectory(prefix="workers-") as name, ExitStack() as stack:
        place = Path(name)
        file = place / "scheduler.json"

        def start(*args: str) -> int:
            command = [sys.executable, "-m", "dask", *args, "--no-dashboard"]
            nowhere = subprocess.DEVNULL
            process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, cwd=place)  # noqa: S603 - ours
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process.pid

        here = ("--host", "127.0.0.1", "--scheduler-file", str(file))
        scheduler = start("scheduler", *here, "--port", "0")
        while not file.exists():
            time.sleep(0.05)
        pids = [start("worker", *here, "--nthreads", "1", "--no-nanny") for _ in range(workers)]
        _convert(place / "in", place / "warm", file, (folder, 8 * workers))  # loads all libraries
        before = [_seconds(pid) for pid in (scheduler, *pids)]
        converted = sum(_converting(pid) for pid in pids)
        clock, own = _convert(folder, place / "out", file)
        used = [_seconds(pid) - was for pid, was in zip((scheduler, *pids), before, strict=True)]
        converting = sum(_converting(pid) for pid in pids) - converted
        return Spent(clock, own, used[0], sum(used[1:]), converting)


def _convert(
    folder: Path, out: Path, file: Path, some: tuple[Path, int] | None = None
) -> tuple[float, float]:
    """Run the command; give the seconds on the clock and those of its processor."""
    for path in sorted(some[0].rglob("*.pdf"))[: some[1]] if some else ():
        folder.mkdir(exist_ok=True)
        shutil.copy(path, folder)
    address = json.loads(file.read_bytes())["address"]
    command = [sys.executable, "-m", "actionplans", "extract", str(folder), "--out", str(out)]
    command += ["--format", "csv", "--scheduler", address]
    began = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2)
    return time.monotonic() - began, used.ru_utime + used.ru_stime


def _converting(worker: int) -> float:
    """What the programs that convert for a worker have used, with those that have ended."""
    return sum(_seconds(pid, ended=True) for pid in _below(worker))


def _below(pid: int) -> Iterator[int]:
    for child in Path(f"/proc/{pid}/task").glob("*/children"):
        for below in map(int, child.read_text().split()):
            yield below
            yield from _below(below)


def _seconds(pid: int, *, ended: bool = False) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11 : 15 if ended else 13])) / _TICKS


def measure(what: str, folder: Path) -> None:
    """Convert a folder with one and two workers in turn, and say what it took."""
    number = len(list(folder.rglob("*.pdf")))
    best: dict[int, Spent] = {}
    for workers in TURNS:
        found = spent(folder, workers)
        parts = ", ".join(
            f"{name} {1000 * seconds / number:.1f}"
            for name, seconds in zip(Spent._fields, found, strict=True)
        )
        _say(f"{number} {what}, {workers} worker(s), ms a document: {parts}")
        best[workers] = min(found, best.get(workers, found))
    _say(f"one worker takes {best[1].clock / best[2].clock:.2f} times as long as two")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(number: int = 400) -> None:
    """Measure small plans, and larger ones."""
    with tempfile.TemporaryDirectory(prefix="workers-") as name:
        make_plans(Path(name, "small"), number)
        measure("plans of one page", Path(name, "small"))
        for turn in range(4):
            shutil.copytree(SAMPLES, Path(name, "samples", str(turn)))
        measure("copies of the samples", Path(name, "samples"))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
