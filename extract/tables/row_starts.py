"""Where the rows of a table begin that no rules part: by its numbers, its gaps, its bands."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.text.words import Line, Word

APART = 1.25
"""How many times the usual distance between lines parts two blocks of text."""
ATTACHED = 1.15
"""The same up to which a line above belongs to the entry below it."""
LOOSEST = 1.5
"""Ems from line to line of one text, at most."""
NARROW = 0.12
"""Share of a table's width that a column of numbers takes at most."""
LIKE_ONE = re.compile(r"[lI|][a-h]?[.)]?")
STARTS = 0.5
"""Share of the columns usually filled from which a block of text could be a row."""


def row_starts(
    lines: Sequence[Line], xs: Sequence[float], bounds: Sequence[float] = ()
) -> list[float]:
    """Tops of the rows of these lines, from the first line on; at each of `bounds` one begins."""
    pitch = pitch_of(lines, xs)
    numbers = _numbers(lines, xs, pitch)
    captions = [a for a, b in _with_before(lines) if _begins_caption(a, b, xs)]
    after = [a for a, b in _with_before(lines) if b and is_band(b, xs) and not is_band(a, xs)]
    forced = [ln.top for ln in (*captions, *after)] + _at_bounds(lines, bounds)
    if numbers and not _are_inside(numbers, lines, pitch):
        starts = [line.top for line in numbers]
    elif numbers:
        starts = [_widest_gap(lines, a.top, b.top) for a, b in pairwise(numbers)]
    else:
        starts = _by_blocks(lines, xs, pitch)
    return _distinct([lines[0].top, *forced, *starts])


def _with_before(lines: Sequence[Line]) -> list[tuple[Line, Line | None]]:
    return list(zip(lines, [None, *lines], strict=False))


def _distinct(tops: Sequence[float]) -> list[float]:
    out: list[float] = []
    for top in sorted(tops):
        if not out or top - out[-1] > 3:
            out.append(top)
    return out


def _at_bounds(lines: Sequence[Line], bounds: Sequence[float]) -> list[float]:
    """Tops of the lines that follow each bound, where no line lies across it."""
    found = []
    for bound in bounds:
        below = [ln for ln in lines if ln.top >= bound - 1.5]
        across = any(ln.top + 2 < bound < ln.bottom - 2 for ln in lines)
        if below and len(below) < len(lines) and not across:
            found.append(min(ln.top for ln in below))
    return found


def pitch_of(lines: Sequence[Line], xs: Sequence[float]) -> float:
    """The usual distance between lines of one column."""
    steps = []
    for column in range(len(xs) - 1):
        tops = [min(w.top for w in words) for ln in lines if (words := part_in(ln, xs, column))]
        steps += [b - a for a, b in pairwise(tops) if b - a > 1]
    # Rows of one line are further apart than the lines of a text ever are.
    most = LOOSEST * max((line.size for line in lines), default=10.0)
    return min(sorted(steps)[len(steps) // 3], most) if steps else most


def part_in(line: Line, xs: Sequence[float], column: int) -> list[Word]:
    """The words of a line that begin in a column."""
    return [w for w in line.words if xs[column] - 2 <= w.x0 < xs[column + 1] - 2]


def columns_in(line: Line, xs: Sequence[float]) -> set[int]:
    """The columns in which a line has words."""
    return {c for c in range(len(xs) - 1) if part_in(line, xs, c)}


def _numbers(lines: Sequence[Line], xs: Sequence[float], pitch: float) -> list[Line]:
    """The lines at which a narrow first column of numbers has an entry, or none."""
    if xs[1] - xs[0] >= NARROW * (xs[-1] - xs[0]):
        return []
    first = [ln for ln in lines if part_in(ln, xs, 0) and not is_band(ln, xs)]
    entries = [a for a, b in _with_before(first) if not b or a.top - b.top > APART * pitch]
    numbered = [line for line in entries if _is_number(line.words[0].text)]
    return numbered if len(numbered) >= max(1, 0.6 * len(entries)) else []


def _is_number(text: str) -> bool:
    """Whether it has a digit, or is what recognisers make of '1' and '1b'."""
    return any(sign.isdigit() for sign in text) or bool(LIKE_ONE.fullmatch(text))


def _are_inside(numbers: Sequence[Line], lines: Sequence[Line], pitch: float) -> bool:
    """Whether numbers stand amid their rows: text above belongs to them."""
    attached = sum(1 for n in numbers if any(2 < n.top - ln.top < ATTACHED * pitch for ln in lines))
    return attached > 0.4 * len(numbers)


def _widest_gap(lines: Sequence[Line], start: float, end: float) -> float:
    """The top of the line below the widest white between two heights."""
    best, widest = end, 0.0
    reach = max((ln.bottom for ln in lines if ln.top <= start + 1), default=start)
    for line in sorted((ln for ln in lines if start + 1 < ln.top <= end + 1), key=lambda k: k.top):
        if line.top - reach > widest:
            best, widest = line.top, line.top - reach
        reach = max(reach, line.bottom)
    return best


def _by_blocks(lines: Sequence[Line], xs: Sequence[float], pitch: float) -> list[float]:
    """Rows as blocks of text that fill enough columns; others belong to a block beside them."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = max((ln.top for ln in blocks[-1]), default=0.0) if blocks else 0.0
        if blocks and line.top - last <= APART * pitch:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    counts = sorted(len(_columns_of(b, xs)) for b in blocks)
    usual = counts[(3 * len(counts)) // 4]
    least = max(2, STARTS * usual)
    starts: list[float] = []
    for block in blocks:
        whole = len(_columns_of(block, xs)) >= least and not _in_mid_sentence(block, xs)
        if whole or not starts:
            starts.append(block[0].top)
    return starts


def _columns_of(block: Sequence[Line], xs: Sequence[float]) -> set[int]:
    return {c for line in block for c in columns_in(line, xs)}


def _in_mid_sentence(block: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether most columns of a block begin with a small letter."""
    firsts = []
    for column in range(len(xs) - 1):
        words = [w for line in block for w in part_in(line, xs, column)]
        if words:
            firsts.append(words[0].text[:1])
    return sum(1 for f in firsts if f.islower()) > 0.5 * len(firsts)


# --- bands ------------------------------------------------------------------------------------


def is_caption(line: Line) -> bool:
    """Whether a line is one bold text, as a heading between rows is."""
    return line.bold and line.words[0].text[:1].isalpha() and is_one_text([line])


def is_band(line: Line, xs: Sequence[float]) -> bool:
    """Whether a line is one text from the table's left over the edges of its columns."""
    if line.x0 > xs[1] or not is_one_text([line]):
        return False
    if not in_columns(line, xs):
        return True
    return line.bold and (line.x1 > xs[1] + 2 or is_caption(line)) and _is_close(line)


def _begins_caption(line: Line, before: Line | None, xs: Sequence[float]) -> bool:
    return is_band(line, xs) and (before is None or not is_band(before, xs))


def is_one_text(lines: Sequence[Line]) -> bool:
    """Whether no line has a gap such as parts columns."""
    return all(b.x0 - a.x1 < 1.2 * b.size for line in lines for a, b in pairwise(line.words))


def _is_close(line: Line) -> bool:
    """Whether the words of a line stand no further apart than a space."""
    return all(b.x0 - a.x1 < 0.45 * b.size for a, b in pairwise(line.words))


def in_columns(line: Line, xs: Sequence[float]) -> bool:
    """Whether a line keeps to the columns: each part begins at one's left edge, none crosses."""
    for word in line.words:
        if any(word.x0 < x - 1.5 and word.x1 > x + 1.5 for x in xs[1:-1]):
            return False
    crossing = [
        x
        for x in xs[1:-1]
        for a, b in pairwise(line.words)
        if a.x1 <= x + 1.5 and b.x0 >= x - 1.5 and b.x0 - a.x1 < 0.33 * b.size and b.x0 > x + 3.5
    ]
    return not crossing
