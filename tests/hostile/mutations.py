"""Converts damaged copies of the samples: `python -m tests.hostile.mutations NUMBER [SEED [JOBS]]`.

Bits are flipped, ends cut off, streams swapped, numbers replaced and pieces repeated, by a seed
for each copy, so that any that does harm can be made again. Counted, too, is what nobody is told:
copies that yield other rows than the sample without one issue that the sample has not.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from actionplans.batch import convert_each
from actionplans.limits import Limits
from actionplans.settings import Settings
from extract.records import Field
from normalise.records import ActionPlan

SAMPLES = Path(__file__).parents[2] / "samples"
AT_ONCE = 500
"""Copies that lie on the disk at a time."""
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_NUMBER = re.compile(rb"\b\d+\b")
_ODD = (b"0", b"-1", b"65536", b"4294967296", b"9" * 30, b"1e308", b"null", b"<<", b"[")

Mutation = Callable[[random.Random, bytearray], bytes]


def flipped(dice: random.Random, data: bytearray) -> bytes:
    """Flip some bits anywhere."""
    for _ in range(dice.choice((1, 3, 10, 100))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def cut(dice: random.Random, data: bytearray) -> bytes:
    """Cut the end off, or something out."""
    start = dice.randrange(len(data))
    end = dice.choice((len(data), start + dice.randrange(1, 5000)))
    return bytes(data[:start] + data[end:])


def swapped(dice: random.Random, data: bytearray) -> bytes:
    """Let two streams change places."""
    found = list(_STREAM.finditer(bytes(data)))
    if len(found) < 2:
        return flipped(dice, data)
    first, second = sorted(dice.sample(found, 2), key=lambda match: match.start())
    parts = (data[: first.start(1)], second[1], data[first.end(1) : second.start(1)], first[1])
    return b"".join(map(bytes, parts)) + bytes(data[second.end(1) :])


def renumbered(dice: random.Random, data: bytearray) -> bytes:
    """Put odd values in place of some numbers."""
    text = bytes(data)
    for _ in range(dice.choice((1, 3, 10))):
        found = dice.choice(list(_NUMBER.finditer(text)))
        text = text[: found.start()] + dice.choice(_ODD) + text[found.end() :]
    return text


def repeated(dice: random.Random, data: bytearray) -> bytes:
    """Print a piece of the file many times over, somewhere else."""
    start, at = dice.randrange(len(data)), dice.randrange(len(data))
    piece = data[start : start + dice.randrange(1, 3000)] * dice.choice((1, 2, 50))
    return bytes(data[:at] + piece + data[at:])


MUTATIONS: tuple[Mutation, ...] = (flipped, cut, swapped, renumbered, repeated)


def mutated(seed: int) -> tuple[str, bytes]:
    """Damage a sample as the seed says; give a name that says how."""
    dice = random.Random(seed)  # noqa: S311 - to be made again, not to be secret
    sample = dice.choice(sorted(SAMPLES.glob("*.pdf")))
    mutation = dice.choice(MUTATIONS)
    data = mutation(dice, bytearray(sample.read_bytes()))
    return f"{seed:06}-{mutation.__name__}-{sample.stem}.pdf", data


def outcomes(seeds: range, jobs: int = 2) -> Iterator[tuple[str, str, bool]]:
    """Convert the copy of each seed; give its name, what became of it, and whether in silence."""
    whole = {
        plan.document.document: plan for plan in converted(sorted(SAMPLES.glob("*.pdf")), jobs)
    }
    for start in range(0, len(seeds), AT_ONCE):
        with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
            paths = []
            for seed in seeds[start : start + AT_ONCE]:
                name, data = mutated(seed)
                paths.append(Path(folder, name))
                paths[-1].write_bytes(data)
            for plan in converted(paths, jobs):
                name = plan.document.document
                silent = lost_in_silence(plan, whole[name.split("-", 2)[2]])
                yield name, plan.document.reason or plan.document.outcome, silent


def converted(paths: Sequence[Path], jobs: int) -> Iterator[ActionPlan]:
    """Convert files as the command does, with less time for each."""
    with tempfile.TemporaryDirectory(prefix="answers-") as folder:
        settings = Settings(Path(folder), jobs=jobs, limits=Limits(page=10, document=40))
        for finished in convert_each([*map(str, paths)], settings):
            yield finished.plan


def lost_in_silence(plan: ActionPlan, whole: ActionPlan) -> bool:
    """Whether a copy that was converted lacks printed words of the sample and does not say so."""
    if plan.document.outcome == "refused":
        return False
    said = Counter((issue.kind, issue.page) for issue in plan.issues)
    return _printed(plan) != _printed(whole) and not said - Counter(
        (issue.kind, issue.page) for issue in whole.issues
    )


def _printed(plan: ActionPlan) -> list[tuple[str, ...]]:
    """What is printed in each row, without what is said of it."""
    return [tuple(str(getattr(row, name)) for name in get_args(Field)) for row in plan.actions]


def main(number: int, first: int = 0, jobs: int = 2) -> int:
    """Convert so many copies; name those that end in a fault of ours, and count the outcomes."""
    counts, silent = Counter[str](), Counter[str]()
    for done, (name, outcome, says_nothing) in enumerate(
        outcomes(range(first, first + number), jobs), start=1
    ):
        counts[outcome] += 1
        if says_nothing:
            silent[name.split("-")[1]] += 1
            _say(f"{name}: {outcome}, with other words and no issue")
        if outcome in ("internal_error", "time_limit", "reader_crash", "memory_limit"):
            _say(f"{name}: {outcome}")
        if done % AT_ONCE == 0 or done == number:
            _say(f"{done} of {number}: {dict(sorted(counts.items()))}")
            _say(f"in silence {silent.total()}: {dict(sorted(silent.items()))}")
    return int(counts.total() != number or counts["internal_error"] > 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
