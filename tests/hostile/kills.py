"""Kills runs and lets them go on: `python -m tests.hostile.kills steps|moments [NUMBER [SEED]]`.

A step is anything that changes the output folder: opening a file to write, renaming, removing,
making a folder. The interpreter announces each before it happens; at the one that is wanted the run
ends as by kill -9. A moment is any time at all, and what is killed is the program, the process
that it copies, or one that reads. After each kill the same command runs again, with other jobs, in
another time zone, over files in another order, and must give what an unbroken run gives, byte for
byte: the clock that says how many seconds a document took is stopped. In between, the output folder
must hold all files of an earlier run or all of the new one, or else say that the new ones count and
hold what is missing of them.

Each run is a copy of this process, which has loaded everything, so that a hundred are quick.
"""

import ctypes
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from actionplans.cli import main
from actionplans.nursery import load
from actionplans.review import find_page
from export.whole_set import DECIDED
from tests.actionplans.made_pdfs import make_letter, make_plan

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
_ADOPTS_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER of Linux
_ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati")
MOST_SAID = 4000
"""Letters of what runs said that are told where something went wrong."""
MOST_SECONDS_LEFT = 2.0
"""How long a process may stay behind."""


class Archive:
    """A few documents, and what an unbroken run makes of them."""

    def __init__(self, place: Path) -> None:
        self.place = place
        for letter in "abc":
            make_plan(place / "in" / f"{letter}.pdf", action=f"Review policy {letter}")
        make_letter(place / "in" / "letter.pdf")
        (place / "in" / "words.pdf").write_text("just words")
        began = time.monotonic()
        assert self.run("unbroken") == 2
        self.seconds = time.monotonic() - began
        self.unbroken = _contents(place / "unbroken")
        assert self.run("before", number=2) == 0
        self.before = _contents(place / "before")
        assert self.before.keys() == self.unbroken.keys()
        assert self.run(self.with_old_set("steps")) == 2

    def with_old_set(self, out: str) -> str:
        """Put what an earlier run over fewer files has left into an output folder."""
        shutil.copytree(self.place / "before", self.place / out)
        return out

    def start(
        self, out: str, dice: random.Random | None = None, step: int = 0, number: int | None = None
    ) -> int:
        """Start a run, which is killed at a step unless that is 0, and give its process."""
        paths = sorted(map(str, (self.place / "in").iterdir()))[:number]
        jobs = 2
        if dice:
            dice.shuffle(paths)
            jobs = dice.choice((1, 2, 3))
        zone = dice.choice(_ZONES) if dice else "UTC"
        command = ["extract", *paths, "--out", str(self.place / out), "--jobs", str(jobs)]
        if pid := os.fork():
            return pid
        os.environ["TZ"] = zone
        time.tzset()
        lines = os.open(self.place / f"{out}.lines", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(lines, f"--- jobs {jobs}, zone {zone}, step {step}\n".encode())
        for standard in (1, 2):
            os.dup2(lines, standard)
        steps = count(1)
        sys.addaudithook(_announced(step, str(self.place / out), steps))
        try:
            main(command)
        except SystemExit as ended:
            if not step:
                (self.place / "number of steps").write_text(str(next(steps) - 1))
            os._exit(int(ended.code or 0))
        finally:
            os._exit(99)

    def run(
        self, out: str, dice: random.Random | None = None, step: int = 0, number: int | None = None
    ) -> int:
        """Run to the end, and give the exit code."""
        _, status = os.waitpid(self.start(out, dice, step, number), 0)
        return os.waitstatus_to_exitcode(status)

    def is_half(self, out: str) -> str:
        """Say whether a killed run left a set of files that is neither the old nor the new one."""
        folder = self.place / out
        if (folder / DECIDED).is_dir():
            copy = self.place / "copy"
            shutil.copytree(folder, copy)
            find_page(copy)
            found, may_be = _contents(copy), [self.unbroken]
            shutil.rmtree(copy)
        else:
            found, may_be = _contents(folder), [self.before, self.unbroken]
        return "" if found in may_be else "a part of a set was left"

    def lines(self, out: str) -> str:
        """What the runs into a folder said, and what lies there: it may explain what went wrong."""
        said = (self.place / f"{out}.lines").read_text(errors="replace")[-MOST_SAID:]
        there = sorted(str(p.relative_to(self.place)) for p in (self.place / out).rglob("*"))
        return "".join(f"    {line}\n" for line in [*said.splitlines(), *there])

    def goes_on(self, out: str, dice: random.Random) -> str:
        """Run again over what a killed run left, and say what is wrong with that."""
        code = self.run(out, dice)
        if code != 2:
            return f"the rerun ended in {code}"
        found = _contents(self.place / out)
        names = sorted({*found, *self.unbroken})
        return ", ".join(n for n in names if found.get(n) != self.unbroken.get(n))


def at_steps(archive: Archive, chosen: Sequence[int], dice: random.Random) -> list[str]:
    """Kill runs at steps, and say what went wrong."""
    wrong = []
    for step in chosen:
        out = archive.with_old_set(f"step-{step}")
        code = archive.run(out, step=step)
        found = "" if code == -9 else "it was not killed"
        found = found or _left_behind() or archive.is_half(out) or archive.goes_on(out, dice)
        wrong += [f"step {step}: {found}\n{archive.lines(out)}"] if found else []
    return wrong


def at_moments(archive: Archive, number: int, dice: random.Random) -> list[str]:
    """Kill something at random moments of runs, and say what went wrong."""
    wrong = []
    for kill in range(number):
        out = archive.with_old_set(f"moment-{kill}")
        parent = archive.start(out, dice)
        seconds = dice.random() * archive.seconds
        time.sleep(seconds)
        nursery = _children(parent)
        readers = [pid for pid in nursery for pid in _children(pid)]
        who = dice.choice(("the program", "the program", "the nursery", "a reader"))
        victim = {"the program": [parent], "the nursery": nursery, "a reader": readers}[who]
        for pid in victim[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(parent, 0)[1])
        found = _left_behind()
        if not found and code not in (2, -9):
            found = f"the run ended in {code}"
        found = found or archive.is_half(out) or archive.goes_on(out, dice)
        if found:
            of = f"{who} of {len(victim)}, {seconds:.3f} of {archive.seconds:.3f} seconds in"
            wrong.append(f"kill {kill} of {of}: {found}\n{archive.lines(out)}")
    return wrong


def _contents(out: Path) -> dict[str, bytes]:
    """Read all files but hidden ones, which are not ours to show."""
    files = (path for path in out.iterdir() if path.is_file() and path.name[0] != ".")
    return {path.name: path.read_bytes() for path in files}


def _left_behind() -> str:
    """Say whether a process outlives the run that it belonged to. Orphans become ours."""
    until = time.monotonic() + MOST_SECONDS_LEFT
    with suppress(ChildProcessError):
        while time.monotonic() < until:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.01)
        return "a process was left behind"
    return ""


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    return []


def _announced(step: int, out: str, steps: "count[int]") -> Callable[[str, tuple[Any, ...]], None]:
    def hear(event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[1], str) and args[1][0] in "wxa"
        if (writes or event in _CHANGES) and out in str(args[0]) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return hear


def killed(what: str, number: int | None = None, seed: int = 6) -> tuple[int, list[str]]:
    """Kill so many times, and give how often it was and what went wrong."""
    ctypes.CDLL(None).prctl(_ADOPTS_ORPHANS, 1, 0, 0, 0)
    dice = random.Random(seed)  # noqa: S311 - a lot, to be drawn again
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        archive = Archive(Path(folder))
        if what == "moments":
            return number or 100, at_moments(archive, number or 100, dice)
        steps = range(1, int((archive.place / "number of steps").read_text()) + 1)
        chosen = sorted(dice.sample(steps, min(number or len(steps), len(steps))))
        return len(chosen), at_steps(archive, chosen, dice)


if __name__ == "__main__":
    import actionplans.worker
    import export.report
    import export.xlsx_file  # noqa: F401 - loaded once for all copies

    load(many=True)
    setattr(actionplans.worker, "monotonic", lambda: 0.0)  # noqa: B010 - it is not exported
    began = time.monotonic()
    kills, wrong = killed(sys.argv[1], *map(int, sys.argv[2:]))
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    spent = time.monotonic() - began
    sys.stdout.write(f"{kills} kills in {spent:.0f} seconds, {len(wrong)} went wrong\n")
    sys.exit(bool(wrong))
