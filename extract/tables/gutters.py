"""The gutters between columns of text: stretches that no line crosses, with a left edge beside."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.text.words import Line, Word

LEAST = 2.0
"""Points; a gutter is no narrower."""
STRAY = 0.02
"""Share of the lines that may cross a gutter all the same."""
EDGE = 2.0
"""Points within which words begin at one left edge."""
STACKED = 0.4
"""Ems; a word that stands no further from another, up or down its lines, is of its stack."""
ALIGNED = 0.6
"""Share of the parts beside a gutter that must begin at its edge."""


def gutters_of(lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Edges of columns from x0 to x1, both included: a little left of where each one begins."""
    parts = [p for line in lines for p in parts_of(line.words)]
    many = [line for line in lines if len(parts_of(line.words)) > 1]
    if len(many) < 2:
        return [x0, x1]
    free = _free_stretches(_covered(many), x0, x1, STRAY * len(many))
    edges = [x0]
    for start, end in free:
        begin = [p[0].x0 for p in parts if end - 1.0 <= p[0].x0 < end + 60]
        near = [p for p in parts if p[0].x0 >= end - 1.0 and _is_first_after(p, end, lines)]
        aligned = sum(1 for x in begin if abs(x - end) <= EDGE)
        if near and aligned >= max(2, ALIGNED * len(_firsts(parts, end))):
            edges.append((start + 2 * end) / 3 if end - start < 6 else end - 2.0)
    return [*edges, x1]


def edges_under(head: Sequence[Line], lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Edges of columns by the left edges of their headings, where the lines below keep to them."""
    lefts = sorted(min(w.x0 for w in chunk) for chunk in stacks_of(head))
    edges = [x0]
    for left in lefts[1:]:
        crossing = sum(
            1 for line in lines for w in line.words if w.x0 < left - 3 and w.x1 > left + 1.5
        )
        if crossing <= 0.05 * len(lines):
            edges.append(left - 1.5)
    return [*edges, x1]


def edges_between(head: Sequence[Line], lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Edges of columns in the white between each heading and the next, however texts are aligned.

    Nothing where text of the lines runs over all of the white somewhere.
    """
    spans = [(min(w.x0 for w in s), max(w.x1 for w in s)) for s in stacks_of(head)]
    middles = [(a + b) / 2 for a, b in spans]
    columned = [ln for ln in lines if len(parts_of(ln.words)) > 1 or not _runs_over(ln, middles)]
    covered = _covered([*head, *columned])
    edges = [x0]
    for (a0, a1), (b0, b1) in pairwise(spans):
        start, end = (a0 + a1) / 2, (b0 + b1) / 2
        stretch = _widest(covered, start, end, max(1, STRAY * len(lines)))
        if stretch is None:
            return []
        edges.append(max(stretch[0] + 0.5, stretch[1] - 2.0))
    return [*edges, x1]


def _runs_over(line: Line, middles: Sequence[float]) -> bool:
    """Whether a line is one text over several columns, as a band between rows is."""
    return sum(1 for x in middles if line.x0 < x < line.x1) > 1


def best_edges(head: Sequence[Line], lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Edges of columns: between the headings, unless white parts more columns with a heading."""
    between = edges_between(head, lines, x0, x1)
    gutters = gutters_of(lines, x0, x1)
    if not between:
        return max(edges_under(head, lines, x0, x1), gutters, key=len)
    return gutters if len(gutters) > len(between) and _are_named(gutters, head) else between


def _are_named(edges: Sequence[float], head: Sequence[Line]) -> bool:
    """Whether a heading stands over each column."""
    middles = [w.middle[0] for line in head for w in line.words]
    return all(any(a <= x < b for x in middles) for a, b in pairwise(edges))


def _widest(
    covered: Counter[int], start: float, end: float, stray: float
) -> tuple[float, float] | None:
    """The widest of the stretches from start to end that the fewest lines cover."""
    best: tuple[float, float] | None = None
    for most in (0.0, stray):
        at: int | None = None
        for x in range(round(2 * start), round(2 * end) + 2):
            if covered[x] <= most and x <= round(2 * end):
                at = x if at is None else at
            elif at is not None:
                if best is None or x - at > 2 * (best[1] - best[0]):
                    best = (at / 2, x / 2)
                at = None
        if best is not None and best[1] - best[0] >= 1.0:
            return best
    return None


def stacks_of(lines: Sequence[Line]) -> list[list[Word]]:
    """Words of stacked lines, parted where no line has a word over the gap between them."""
    words = sorted((w for line in lines for w in line.words), key=lambda w: w.x0)
    stacks: list[list[Word]] = []
    reach = 0.0
    for word in words:
        if stacks and word.x0 - reach < STACKED * word.size:
            stacks[-1].append(word)
            reach = max(reach, word.x1)
        else:
            stacks.append([word])
            reach = word.x1
    return [sorted(s, key=lambda w: (w.baseline, w.x0)) for s in stacks]


def longest_part(line: Line) -> int:
    """Letters and spaces of the longest part of a line whose words belong to one stack."""
    lengths = [len(line.words[0].text)]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 < STACKED * word.size:
            lengths[-1] += 1 + len(word.text)
        else:
            lengths.append(len(word.text))
    return max(lengths)


def _firsts(parts: Sequence[Sequence[Word]], end: float) -> list[float]:
    """Where parts begin that could belong to the column beginning at `end`."""
    return [p[0].x0 for p in parts if end - 1.0 <= p[0].x0 <= end + 25]


def _is_first_after(part: Sequence[Word], end: float, lines: Sequence[Line]) -> bool:
    return abs(part[0].x0 - end) <= EDGE or not lines


def parts_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one line, parted at gaps wider than a space."""
    parts = [[words[0]]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > 0.33 * word.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _covered(lines: Sequence[Line]) -> Counter[int]:
    """How many lines have text over each half point across the page."""
    covered: Counter[int] = Counter()
    for line in lines:
        for part in parts_of(line.words):
            covered.update(range(round(2 * part[0].x0), round(2 * part[-1].x1) + 1))
    return covered


def _free_stretches(
    covered: Counter[int], x0: float, x1: float, stray: float
) -> list[tuple[float, float]]:
    """Stretches from x0 to x1 that hardly a line covers, with text on both sides."""
    found: list[tuple[float, float]] = []
    start: int | None = None
    seen = False
    for x in range(round(2 * x0), round(2 * x1) + 2):
        if covered[x] > stray:
            if start is not None and seen and (x - start) / 2 >= LEAST:
                found.append((start / 2, x / 2))
            start, seen = None, True
        elif start is None:
            start = x
    return found
