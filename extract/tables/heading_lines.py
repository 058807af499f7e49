"""Lines that read as the headings of a plan, and how far the lines of its table go on below."""

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.headings.reading import is_plan, read_headings
from extract.tables.gutters import longest_part, stacks_of
from extract.tables.row_starts import APART, in_columns, is_caption, part_in
from extract.text.words import Line

MOST_HEADING_LINES = 7
LONGEST_HEADING = 80
"""Letters; a stack of words with more is no heading."""
KNOWN = 0.75
"""Score from which a wording counts as that of a heading."""
BELOW_PLANS = re.compile(
    r"(?:signed|signature|distribution|circulation|copies to|appendix|annex|prepared by)\b",
    re.IGNORECASE,
)
"""How lines begin that stand below a plan and are none of its rows."""
FAR = 4
"""Ems of white below which a table ends, unless more of its rows follow."""
MOST_CAPTIONS = 3
LEAST_FILLED = 3
"""Columns that a row below such white must fill."""
BLOCK = 1.8
"""Ems; lines that begin within this from the first one of a row are looked at with it."""


def heading_blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that read as headings of a plan, as indices first and last of each block."""
    found: list[tuple[int, int]] = []
    sizes = [{word.size for word in line.words} for line in lines]
    long = [longest_part(line) > LONGEST_HEADING for line in lines]
    first = 0
    while first < len(lines):
        best, most = None, 0.0
        for last in range(first, min(first + MOST_HEADING_LINES, len(lines))):
            if last > first and not _follows(lines[last - 1], lines[last]):
                break
            if any(long[first : last + 1]) and len(set().union(*sizes[first : last + 1])) == 1:
                continue  # its words stand in one stack, whatever is below them
            sure = strength(lines[first : last + 1])
            if sure and sure >= most:
                best, most = last, sure
        if best is not None:
            best = _last_wrapped(lines, first, best)
            found.append((first, best))
            first = best
        first += 1
    return found


def _last_wrapped(lines: Sequence[Line], first: int, last: int) -> int:
    """The last line of headings that go on below a line which reads best by itself.

    The words of a second line may make a heading less common, but leave it one; the row below
    would make of them what no heading is, or is set apart.
    """
    known = _known(lines[first : last + 1])
    best = last
    for at in range(last + 1, min(first + MOST_HEADING_LINES, len(lines))):
        block = lines[first : at + 1]
        if not _follows(lines[at - 1], lines[at]) or not strength(block) or _known(block) < known:
            break
        below = lines[at + 1] if at + 1 < len(lines) else None
        pitch = lines[at].top - lines[at - 1].top
        if below and (below.bold != lines[at].bold or below.top - lines[at].top > APART * pitch):
            best = at
    return best


def _known(block: Sequence[Line]) -> int:
    """How many stacks of words read as headings."""
    texts = [" ".join(w.text for w in chunk) for chunk in stacks_of(block)]
    return sum(1 for r in read_headings(texts) if r.score >= KNOWN)


def _follows(before: Line, line: Line) -> bool:
    return line.top - before.top < 1.8 * before.size and line.bold == before.bold


def strength(lines: Sequence[Line]) -> float:
    """How surely lines read as the headings of a plan; nought where they do not."""
    texts = [" ".join(w.text for w in chunk) for chunk in stacks_of(lines)]
    if len(texts) < 3 or any(len(t) > LONGEST_HEADING for t in texts):
        return 0.0
    readings = read_headings(texts)
    known = [r for r in readings if r.score >= KNOWN and r.field != "extra"]
    sure = 2 * len(known) >= len(texts) and len({r.field for r in known}) >= 3
    return sum(r.score for r in readings) if sure and is_plan([r.field for r in known]) else 0.0


def table_lines(lines: Sequence[Line], xs: Sequence[float]) -> list[Line]:
    """Lines from the first on that keep to the columns, with short ones between that do not.

    White as high as several lines ends a table, unless a row of it stands below.
    """
    kept: list[Line] = []
    for at, line in enumerate(lines):
        white = line.top - kept[-1].bottom if kept else 0.0
        if white > line.size and BELOW_PLANS.match(line.text):
            break
        far = white > FAR * line.size
        if far and not _goes_on_below(lines[at:], xs, kept):
            break
        kept.append(line)
    while kept and (not in_columns(kept[-1], xs) or is_caption(kept[-1])):
        kept.pop()
    good = sum(1 for line in kept if in_columns(line, xs) or is_caption(line))
    return kept if 5 * good >= 4 * len(kept) else []


def _goes_on_below(lines: Sequence[Line], xs: Sequence[float], above: Sequence[Line]) -> bool:
    """Whether a row with texts in enough columns comes first, or below a caption of its own.

    They begin where those above do, or it is a row of another table.
    """
    captions = list(takewhile(is_caption, lines[:MOST_CAPTIONS]))
    row = lines[len(captions)] if len(captions) < len(lines) else None
    if row is None:
        return False
    block = [ln for ln in lines[len(captions) :] if ln.top - row.top < BLOCK * row.size]
    if not all(in_columns(line, xs) for line in block):
        return False
    least = max(LEAST_FILLED, (len(xs) - 1) / 2)
    return (
        sum(1 for c in range(len(xs) - 1) if _lefts(block, xs, c) & _lefts(above, xs, c)) >= least
    )


def _lefts(lines: Sequence[Line], xs: Sequence[float], column: int) -> set[int]:
    """Where lines begin in a column, in full points and the next ones."""
    starts = [part[0].x0 for line in lines if (part := part_in(line, xs, column))]
    return {round(start) + more for start in starts for more in (0, 1)}
