"""The gutters between columns of text: stretches that no line crosses, with a left edge beside."""

from collections import Counter
from collections.abc import Sequence

from extract.words import Line, Word

LEAST = 2.0
"""Points; a gutter is no narrower."""
STRAY = 0.02
"""Share of the lines that may cross a gutter all the same."""
EDGE = 2.0
"""Points within which words begin at one left edge."""
ALIGNED = 0.6
"""Share of the parts beside a gutter that must begin at its edge."""


def gutters_of(lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Edges of columns from x0 to x1, both included: a little left of where each one begins."""
    parts = [p for line in lines for p in _parts(line)]
    many = [line for line in lines if len(_parts(line)) > 1]
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


def stacks_of(lines: Sequence[Line]) -> list[list[Word]]:
    """Words of stacked lines, parted where no line has a word over the gap between them."""
    words = sorted((w for line in lines for w in line.words), key=lambda w: w.x0)
    stacks: list[list[Word]] = []
    reach = 0.0
    for word in words:
        if stacks and word.x0 - reach < 0.4 * word.size:
            stacks[-1].append(word)
            reach = max(reach, word.x1)
        else:
            stacks.append([word])
            reach = word.x1
    return [sorted(s, key=lambda w: (w.baseline, w.x0)) for s in stacks]


def _firsts(parts: Sequence[Sequence[Word]], end: float) -> list[float]:
    """Where parts begin that could belong to the column beginning at `end`."""
    return [p[0].x0 for p in parts if end - 1.0 <= p[0].x0 <= end + 25]


def _is_first_after(part: Sequence[Word], end: float, lines: Sequence[Line]) -> bool:
    return abs(part[0].x0 - end) <= EDGE or not lines


def _parts(line: Line) -> list[list[Word]]:
    """The words of a line, parted at gaps wider than a space."""
    parts = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.x0 - before.x1 > 0.33 * word.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _covered(lines: Sequence[Line]) -> Counter[int]:
    """How many lines have text over each half point across the page."""
    covered: Counter[int] = Counter()
    for line in lines:
        for part in _parts(line):
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
