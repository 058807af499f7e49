"""Rules drawn as rows of dots or short dashes, each a mark of its own, too small to be a rule.

Marks make a rule where many alike follow each other in a line in even steps. What is drawn so all
over an area is a pattern that fills it, and parts nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.page import Rule
from extract.tables.rules import JOIN

LEAST_MARKS = 6
"""Marks in a row that are no accident."""
MOST_MARKS = 20_000
"""Marks of a page that are looked at: three times as many as a page full of dotted cells has."""
IN_LINE = 0.1
"""Points from the height of one mark to the next nearest of its line, at most."""
EVEN = 0.5
"""Points within which the steps from mark to mark are the same, but for those at corners."""
MOSTLY = 0.75
"""Share of the steps that must be the same."""
CLOSE, MOST_CLOSE = 6.0, 2
"""Points within which so many other rows of marks run beside one that fills an area with others."""

Box = tuple[float, float, float, float]


class _Row(NamedTuple):
    """Marks in a line, at `at` from `start` to `end`."""

    at: float
    start: float
    end: float


def rules_of_marks(marks: Sequence[Box]) -> list[Rule]:
    """The rules that marks draw, each mark as its box (x0, top, x1, bottom) in points."""
    if not LEAST_MARKS <= len(marks) <= MOST_MARKS:
        return []
    across = _rows(((m[1] + m[3]) / 2, m[0], m[2]) for m in marks)
    down = _rows(((m[0] + m[2]) / 2, m[1], m[3]) for m in marks)
    rules = [Rule(r.start, r.at, r.end, r.at) for r in _without_patterns(across)]
    return rules + [Rule(r.at, r.start, r.at, r.end) for r in _without_patterns(down)]


def _rows(marks: Iterable[tuple[float, float, float]]) -> list[_Row]:
    """Marks, as where they stand and from where to where they reach, in even rows."""
    lines: list[list[tuple[float, float, float]]] = []
    for mark in sorted(marks):
        if lines and mark[0] - lines[-1][-1][0] <= IN_LINE:
            lines[-1].append(mark)
        else:
            lines.append([mark])
    long = (line for line in lines if len(line) >= LEAST_MARKS)
    return [_Row(run[0][0], run[0][1], run[-1][2]) for line in long for run in _runs(line)]


def _runs(line: Sequence[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """The stretches of a line in which marks follow each other closely, in even steps."""
    run: list[tuple[float, float, float]] = []
    for mark in sorted(line, key=lambda m: m[1]):
        if run and mark[1] - run[-1][2] > JOIN:
            if _is_even(run):
                yield run
            run = []
        run.append(mark)
    if _is_even(run):
        yield run


def _is_even(run: Sequence[tuple[float, float, float]]) -> bool:
    if len(run) < LEAST_MARKS:
        return False
    steps = [b[1] - a[1] for a, b in pairwise(run)]
    usual = median(steps)
    return sum(1 for s in steps if abs(s - usual) <= EVEN) >= MOSTLY * len(steps)


def _without_patterns(rows: Sequence[_Row]) -> list[_Row]:
    """Rows of marks without those that fill an area with others close beside them."""
    ordered = sorted(rows)
    kept = []
    first = 0
    for at, row in enumerate(ordered):
        while row.at - ordered[first].at > CLOSE:
            first += 1
        beside = 0
        for other in ordered[first:]:
            if other.at - row.at > CLOSE or beside > MOST_CLOSE:
                break
            beside += other.start < row.end and row.start < other.end
        if beside - 1 < MOST_CLOSE:
            kept.append(ordered[at])
    return kept
