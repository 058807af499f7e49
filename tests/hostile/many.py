"""Converts many tiny plans, and measures: `python -m tests.hostile.many NUMBER [JOBS [SCHEDULER]]`.

Prints how fast it goes, what the program that supervises holds in memory on the way, and the
processor time of all processes. The plans are deleted afterwards.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.made_by_hand import page, pdf, table

SECONDS_BETWEEN_LOOKS = 2.0


def make_plans(folder: Path, number: int) -> None:
    """Make so many plans of one page and two rows, in folders of a thousand."""
    for n in range(number):
        place = folder / f"{n // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        cells = [f"Number {n}", "Train the staff", "Police", "June 2014", "Ongoing"]
        (place / f"{n:07}.pdf").write_bytes(pdf(page(table(3, cells))))


def memory_of(pid: int) -> float:
    """Give the MiB that a process holds."""
    fields = Path(f"/proc/{pid}/statm").read_text().split()
    return int(fields[1]) * resource.getpagesize() / 1024**2


def seconds_of(pid: int) -> float:
    """Give the processor time that a process has used by itself."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(number: int, jobs: int = 2, *scheduler: str) -> int:
    """Convert so many plans, and say what it took."""
    with tempfile.TemporaryDirectory(prefix="many-") as name:
        folder, out = Path(name, "in"), Path(name, "out")
        make_plans(folder, number)
        command = [sys.executable, "-m", "actionplans", "extract", str(folder), "--out", str(out)]
        command += ["--jobs", str(jobs), "--format", "csv", "--format", "json"]
        command += [f"--scheduler={address}" for address in scheduler]
        began = time.monotonic()
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours
            told, most, own = -1, 0.0, 0.0
            while process.poll() is None:
                memory, done = memory_of(process.pid), len(list((out / ".unfinished").glob("*.j*")))
                most, own = max(most, memory), max(own, seconds_of(process.pid))
                if done * 10 // number > told:
                    told = done * 10 // number
                    _say(f"{done:>9,} documents, {memory:6.1f} MiB, {_minutes(began)}")
                time.sleep(SECONDS_BETWEEN_LOOKS)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        rate = number / (time.monotonic() - began) * 60
        _say(
            f"{number:,} documents, {_minutes(began)}, {rate:,.0f} a minute; at most {most:.1f} MiB"
        )
        all_of_it = (spent.ru_utime + spent.ru_stime) / number * 1000
        _say(f"{all_of_it:.0f} ms of processor a document, {own / number * 1000:.1f} to supervise")
        return process.returncode


def _minutes(began: float) -> str:
    return f"{(time.monotonic() - began) / 60:.1f} minutes"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    wanted, jobs = [*map(int, sys.argv[1:3]), 2][:2]
    sys.exit(main(wanted, jobs, *sys.argv[3:]))
