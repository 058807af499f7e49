"""Whether the first row of a page goes on with the last row of the page before.

All evidence is weighed at once, since no single sign is sure: word processors close the rules at a
page's end, leave them open, repeat the headings or not.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.records import Field
from extract.stitching.building import OpenCell, OpenRow
from extract.stitching.header_columns import HeaderColumn
from extract.tables.finding import TableCell

WEAK = 1.5
"""A sum of evidence nearer to nought than this is weak."""
KEYS: tuple[Field, ...] = ("recommendation", "action")
ENTRIES: tuple[Field, ...] = ("target_date_text", "status_text", "rag", "scope", "lead", "officer")
"""Columns of short entries, which are rarely parted by a page's end."""


class Evidence(NamedTuple):
    """What speaks for and against a join, in words, and the sum of its weights."""

    weight: float
    signs: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Whether the evidence is for a join."""
        return self.weight > 0

    @property
    def weak(self) -> bool:
        """Whether a person should look."""
        return abs(self.weight) < WEAK


class Break(NamedTuple):
    """What the page break itself shows; `merging` are columns that merge cells over rows."""

    open_bottom: bool
    open_top: bool
    room_below: float
    line_height: float
    merging: frozenset[int] = frozenset()


def weigh(
    columns: Sequence[HeaderColumn],
    row: OpenRow,
    cells: Sequence[TableCell | None],
    brk: Break,
) -> Evidence:
    """Weigh whether `cells`, the first row of a page, go on with `row`, the last one before."""
    signs: list[tuple[float, str]] = []
    if brk.open_bottom:
        signs.append((2.5, "no rule under the last row of the page"))
    if brk.open_top:
        signs.append((1.5, "no rule over the first row of the page"))
    if not brk.open_bottom and brk.room_below > 2.5 * brk.line_height:
        signs.append((-3.0, "room was left on the page"))
    signs += _by_keys(columns, row, cells)
    # A merged cell may go on past the end of its row, so its text says nothing of the row.
    own = [None if i in brk.merging else c for i, c in enumerate(cells)]
    signs += _by_flow(columns, row, own, brk.line_height)
    signs += _by_entries(columns, row, cells)
    return Evidence(sum(w for w, _ in signs), tuple(s for _, s in signs))


def _by_keys(
    columns: Sequence[HeaderColumn], row: OpenRow, cells: Sequence[TableCell | None]
) -> list[tuple[float, str]]:
    """What the columns that begin a row say: its number, its recommendation, its action."""
    signs = []
    texts = [cell.text if cell else "" for cell in cells]
    fields = [c.field for c in columns]
    if not any(texts):
        return [(3.0, "the row is blank")]
    if "reference" in fields:
        at = fields.index("reference")
        before = row.cells[at]
        if texts[at]:
            signs.append((-4.0, "the row has a number of its own"))
        elif before is not None and before.text:
            signs.append((2.5, "the row has no number"))
    keys = [i for i, f in enumerate(fields) if f in KEYS]
    if keys and not any(texts[i] for i in keys):
        signs.append((3.0, "neither recommendation nor action begins"))
    if len(keys) == 2 and all(texts) and all(_begins(t) for t in texts):
        signs.append((-2.0, "every cell begins anew"))
    return signs


def _by_flow(
    columns: Sequence[HeaderColumn],
    row: OpenRow,
    cells: Sequence[TableCell | None],
    line_height: float,
) -> list[tuple[float, str]]:
    """What the flow of text in each column says."""
    signs: list[tuple[float, str]] = []
    flows = breaks = fresh = 0
    cut = anew = 0.0
    # Rows below may have opened columns that the headings do not have.
    for column, before, cell in zip(columns, row.cells[: len(columns)], cells, strict=True):
        if cell is None or not cell.lines:
            continue
        if before is None or not before.text:
            fresh += 1
        elif _reaches_bottom(before, line_height):
            flows += 1
            reads_on = _reads_on(before.text, cell.text)
            cut += max(0.0, reads_on)
            anew += min(0.0, reads_on) * (1.5 if column.field in KEYS else 1.0)
        else:
            breaks += 1
    if cut:
        signs.append((min(4.0, cut), "sentences go on"))
    if anew:
        signs.append((max(-4.0, anew), "sentences end, and others begin"))
    if flows and not breaks:
        signs.append((1.0, "text fills the row to the end of the page"))
    if breaks:
        signs.append(
            (-3.0 * breaks, "text ends above the page break in a column that begins again")
        )
    if fresh and not flows:
        signs.append((-1.0, "text stands only where the row before was blank"))
    return signs


def _by_entries(
    columns: Sequence[HeaderColumn], row: OpenRow, cells: Sequence[TableCell | None]
) -> list[tuple[float, str]]:
    """What short entries, and the number of columns that go on, say."""
    signs: list[tuple[float, str]] = []
    filled = [i for i, c in enumerate(cells) if c and c.lines]
    before = [i for i, c in enumerate(row.cells) if c and c.text]
    again = [
        i
        for i in filled
        if columns[i].field in ENTRIES and i in before and _is_entry(cells[i], row.cells[i])
    ]
    if again:
        signs.append((-1.5 * len(again), "short entries stand again"))
    if filled and len(before) >= 4 and 3 * len(filled) <= len(before):
        signs.append((2.0, "only a few columns go on"))
    return signs


def _is_entry(cell: TableCell | None, before: OpenCell | None) -> bool:
    """Whether an entry begins anew below one that was whole."""
    if cell is None or before is None or len(cell.text) > 60:
        return False
    if re.search(r"(?:[–,/&-]|\band|\bof|\bthe|\bfor)$", before.text.rstrip()):
        return False
    return bool(re.match(r"[A-Z]|\d{1,2}(?:st|nd|rd|th|[./ -])|\d{4}$", cell.text))


def _reaches_bottom(cell: OpenCell, line_height: float) -> bool:
    """Whether text comes within three lines of the end of its cell, which widows may keep free."""
    piece = cell.last
    if not piece.lines:
        return False
    return piece.box[3] - max(line.bottom for line in piece.lines) < 3.2 * line_height


def _reads_on(before: str, after: str) -> float:
    """How surely one text reads on in the other: 2 in mid-sentence, below nought after its end."""
    if re.match(r"[a-z(&)‘“’–-]", after) and not re.match(r"[a-z]\)", after):
        return 2.0
    if re.match(r"(?:•|\(?\w{1,2}[.)] )", after):
        return 0.0
    if re.search(r"[.!?;)’”\"]$", before.rstrip()):
        return -0.7
    return 0.5 if len(before) > 60 else -0.3


def goes_on(before: str, after: str) -> bool:
    """Whether one text surely reads on in the other."""
    return _reads_on(before, after) > 1 and not re.search(r"[.!?]$", before.rstrip())


def _begins(text: str) -> bool:
    return bool(re.match(r"[^a-z]", text))
