"""Columns that two sheets share: printed on both, or cut where one sheet ends and the next begins.

A spreadsheet may print its first columns again on each sheet. A column wider than the rest of the
sheet is cut, with or without an overlap: 'February 201' on one sheet, 'ary 2014' on the next.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from extract.tables.finding import PageTable, TableCell
from extract.tables.oddities import beyond_seam
from extract.text.words import Line, Word

LEVEL = 0.3
"""Ems; lines of two sheets stand on one baseline within this."""
AGREE = 0.7
"""Share of the texts on both sheets that must complete each other."""
ALIKE = 0.85
"""The same of the texts of columns that are printed again."""
LEAST_SHARED = 2
"""Letters at the end of one line and the start of the other that are no accident."""
LEAST_ROWS = 2
TOUCH = 3.0
"""Points; rows of two sheets begin at the same height within this."""
SEAM = 0.9
"""Ems; where a line is cut without an overlap, no more white space stands at the cut."""


class Seam(NamedTuple):
    """How two sheets meet: the right one's first `again` columns are the left one's first ones.

    The next `shared` ones are the left one's last ones; `shift` is how far the right sheet lies
    to the right of where it is printed.
    """

    again: int
    shared: int
    shift: float


def seam_of(pairs: Sequence["Pair"]) -> Seam:
    """How the tables of two sheets meet, judged by all pages at once."""
    shapes = Counter((left.columns, right.columns) for left, right in pairs)
    columns, its = shapes.most_common(1)[0][0]
    alike = [p for p in pairs if (p[0].columns, p[1].columns) == (columns, its)]
    again = _printed_again(alike)
    for shared in range(min(columns, its - again) - 1, 0, -1):
        shift = _shift_if_shared(alike, again, shared)
        if shift is not None:
            return Seam(again, shared, shift)
    left, right = alike[0]
    cut = columns > 1 and its > again + 1 and _is_cut(alike, again)
    return Seam(again, int(cut), left.xs[-1] - right.xs[again])


def _printed_again(pairs: Sequence["Pair"]) -> int:
    """How many first columns stand on both sheets, nearly every filled cell of them alike."""
    left, right = pairs[0]
    count = 0
    while count < min(left.columns, right.columns) - 1:
        filled = [(a, b) for a, b in _beside(pairs, count, count) if a.lines and b.lines]
        alike = [a.text for a, b in filled if a.text == b.text]
        if len(set(alike)) < LEAST_ROWS or len(alike) < ALIKE * len(filled):
            break
        count += 1
    return count


Pair = tuple[PageTable, PageTable]
Cells = tuple[TableCell, TableCell]


def _beside(pairs: Sequence[Pair], at: int, its: int) -> list[Cells]:
    """The cells of a left column with those beside them in a right one, without merged ones.

    Columns of the left table are counted from its end where `at` is below nought.
    """
    found = []
    for left, right in pairs:
        column = at % left.columns
        ours = {left.ys[c.row]: c for c in left.cells if c.column == c.last_column == column}
        for cell in right.cells:
            if cell.column == cell.last_column == its:
                top = right.ys[cell.row]
                partner = next((c for y, c in ours.items() if abs(y - top) < TOUCH), None)
                found += [(partner, cell)] if partner else []
    return found


def _shift_if_shared(pairs: Sequence[Pair], again: int, shared: int) -> float | None:
    """How far the right sheets are shifted if so many columns are shared, else None."""
    shifts: list[float] = []
    agree = total = 0
    for k in range(shared):
        for a, b in _beside(pairs, k - shared, again + k):
            if not b.lines:
                continue
            total += 1
            found = [_shift(x, y) for x, y in level_lines(a.lines, b.lines)]
            fits = [s for s in found if s is not None]
            if fits and len(fits) == len(b.lines):
                agree += 1
                shifts += fits
    return median(shifts) if agree >= max(LEAST_ROWS, AGREE * total) else None


def level_lines(ours: Sequence[Line], theirs: Sequence[Line]) -> list[tuple[Line, Line]]:
    """The lines of two cells that stand at the same height."""
    return [(a, b) for b in theirs for a in ours if is_level(a, b)]


def is_level(a: Line, b: Line) -> bool:
    """Whether two lines stand on one baseline."""
    return abs(a.words[0].baseline - b.words[0].baseline) <= LEVEL * a.words[0].size


def _shift(a: Line, b: Line) -> float | None:
    """How far a line lies from where it would go on with another, by the letters they share."""
    if b.text in a.text and len(b.text) > 1:
        at = a.text.rindex(b.text)
        return _x_of(a, at) - b.x0
    shared = _longest(a.text, b.text)
    if shared < min(LEAST_SHARED, len(a.text), len(b.text)) or not shared:
        return None
    return _x_of(a, len(a.text) - shared) - b.x0


def _longest(a: str, b: str) -> int:
    """How many letters at the end of one text begin the other, at most."""
    return next((k for k in range(min(len(a), len(b)), 0, -1) if a.endswith(b[:k])), 0)


def _x_of(line: Line, index: int) -> float:
    """Where a letter of a line begins, as if all letters of a word were as wide."""
    at = 0
    for word in line.words:
        at = line.text.find(word.text, at)
        if index <= at + len(word.text):
            inside = max(0, index - at) / max(len(word.text), 1)
            return word.x0 + inside * (word.x1 - word.x0)
        at += len(word.text)
    return line.x1


def _is_cut(pairs: Sequence[Pair], again: int) -> bool:
    """Whether lines run up to the end of one sheet and go on at the very start of the next."""
    if not all(left.open_right and right.open_left for left, right in pairs):
        return False  # a rule at the edge closes the column
    end, start = pairs[0][0].xs[-1], pairs[0][1].xs[again]
    running = total = 0
    for a, b in _beside(pairs, -1, again):
        if b.lines:
            total += 1
            meeting = level_lines(a.lines, b.lines)
            gaps = [(end - x.x1 + y.x0 - start) / x.size for x, y in meeting]
            running += len(meeting) == len(b.lines) and all(gap <= SEAM for gap in gaps)
    return running >= max(LEAST_ROWS, AGREE * total)


def folded(ours: TableCell, theirs: TableCell, seam: Seam, start: float) -> TableCell:
    """Two parts of a cell as one, in the measure of the left sheet.

    `start` is where the right sheet begins to print what the left one does not.
    """
    lines = list(ours.lines)
    for line in theirs.lines:
        shift = seam.shift if line.x0 >= start or not seam.again else 0.0
        at = next((i for i, a in enumerate(ours.lines) if is_level(a, line)), None)
        if at is None:
            lines.append(_shifted(line, shift))
        else:
            lines[at] = joined_line(ours.lines[at], line, shift)
    lines.sort(key=lambda line: (line.words[0].baseline, line.x0))
    x0, top, x1, bottom = ours.box
    return ours._replace(
        last_row=max(ours.last_row, theirs.last_row),
        last_column=max(ours.last_column, theirs.last_column),
        box=(x0, min(top, theirs.box[1]), max(x1, theirs.box[2] + seam.shift), bottom),
        lines=tuple(lines),
        fill=ours.fill or theirs.fill,
        parts=(ours.parts or (ours,)) + (theirs.parts or (theirs,)),
        odd=beyond_seam(ours.odd, theirs.odd),
    )


def shifted_cell(cell: TableCell, shift: float) -> TableCell:
    """A cell in the measure of the left sheet; its part says where it is printed."""
    x0, top, x1, bottom = cell.box
    return cell._replace(
        box=(x0 + shift, top, x1 + shift, bottom),
        lines=tuple(_shifted(line, shift) for line in cell.lines),
        parts=cell.parts or (cell,),
    )


def joined_line(a: Line, b: Line, shift: float) -> Line:
    """Two parts of a line as one; what stands on both sheets is printed once."""
    if b.text in a.text and (a.text.endswith(b.text) or b.x1 + shift <= a.x1 + a.size):
        return a
    shared = _shared(a, b, shift)
    if shared == len(a.text):
        return _shifted(b, shift)
    rest = _without_start(_shifted(b, shift), shared)
    apart = shared == 0 and rest[0].x0 - a.x1 > 0.15 * a.size
    text = a.text + (" " if apart else "") + b.text[shared:]
    glued = text[len(a.text)] != " "
    words = _glued(a.words, rest) if glued else a.words + rest
    return Line(
        words,
        text,
        a.x0,
        min(a.top, b.top),
        words[-1].x1,
        max(a.bottom, b.bottom),
    )


def _shared(a: Line, b: Line, shift: float) -> int:
    """How many letters stand on both sheets: by place where it tells, else as many as fit."""
    fitting = [
        k for k in range(1, min(len(a.text), len(b.text)) + 1) if a.text.endswith(b.text[:k])
    ]
    if not fitting:
        return 0
    start = b.x0 + shift
    off, best = min((abs(_x_of(a, len(a.text) - k) - start), k) for k in fitting)
    if off <= 0.8 * a.size:
        return best
    return fitting[-1] if fitting[-1] >= LEAST_SHARED else 0


def _shifted(line: Line, shift: float) -> Line:
    words = tuple(w._replace(x0=w.x0 + shift, x1=w.x1 + shift) for w in line.words)
    return line._replace(words=words, x0=line.x0 + shift, x1=line.x1 + shift)


def _without_start(line: Line, count: int) -> tuple[Word, ...]:
    """The words of a line without its first letters."""
    kept: list[Word] = []
    at = 0
    for word in line.words:
        at = line.text.find(word.text, at)
        gone = min(len(word.text), max(0, count - at))
        if gone < len(word.text):
            x0 = word.x0 + (word.x1 - word.x0) * gone / len(word.text)
            kept.append(word._replace(text=word.text[gone:], x0=x0))
        at += len(word.text)
    return tuple(kept)


def _glued(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of two parts of a line whose cut goes through a word."""
    last, first = ours[-1], theirs[0]
    one = last._replace(text=last.text + first.text, x1=first.x1, spaced=first.spaced)
    return (*ours[:-1], one, *theirs[1:])
