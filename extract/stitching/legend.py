"""The document's own key of colours: what red, amber, green and blue mean in it.

A key is a small table, a row of coloured boxes, or a run of words such as 'Blue – on hold'.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.records import Box, LegendEntry, Place
from extract.stitching.colours import SAME, hue_named, hue_of
from extract.tables.finding import PageTable, TableCell
from extract.text.words import Line

LEAST = 2
"""Colours that must be explained before a text or a table counts as a key."""
LONGEST = 200
"""Characters of a meaning."""
FAR = 6
"""Lines between two entries of a key in running text."""
COLOUR = r"red|amber|orange|yellow|green|blue|gr[ae]y|purple|white|black|brown|pink"
OTHERS = re.compile(r"(?:gr[ae]y|purple|white|black|brown|pink|no colou?r)", re.IGNORECASE)
"""Colours of keys that are no rating here; a row that explains one is of the key all the same."""
ENTRY = re.compile(
    rf"\b({COLOUR})\b(?:\s*\([a-z]\))?\s*(?:[-–—:=]|means)\s*"
    rf"(.+?)(?=\s*(?:[;|•\n]|[,.]?\s*\b(?:{COLOUR})\b(?:\s*\([a-z]\))?\s*(?:[-–—:=]|means)|$))",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A colour of a key, '' where it is none of the four, and what it means."""

    hue: str
    meaning: str
    box: tuple[float, float, float, float]


def legend_of(table: PageTable) -> tuple[LegendEntry, ...]:
    """The entries of a table that is a key of colours; none for any other table."""
    for told in (_in_rows(table), _in_columns(table), _in_cells(table), _in_fills(table)):
        if told:
            return _entries(table.page, told)
    return ()


def rows_of_key(table: PageTable) -> int:
    """How many rows at a table's end are those of a key of colours that stands right below it."""
    count = 0
    told: list[Told] = []
    for row in range(table.rows - 1, -1, -1):
        found = _row(table.row(row))
        if found is None:
            break
        told.append(found)
        count += 1
    return count if _explains(told) and count < table.rows else 0


def legend_below(table: PageTable) -> tuple[LegendEntry, ...]:
    """The entries of a key in a table's last rows, from top to bottom."""
    rows = range(table.rows - rows_of_key(table), table.rows)
    return _entries(table.page, [t for row in rows if (t := _row(table.row(row)))])


def legend_in(page: int, lines: Sequence[Line]) -> tuple[LegendEntry, ...]:
    """The entries of a key that stands in lines outside of tables, from top to bottom."""
    found: list[tuple[int, Told]] = []
    for at, line in enumerate(lines):
        box = (line.x0, line.top, line.x1, line.bottom)
        found += [(at, Told(hue, meaning, box)) for hue, meaning in told_in(line.text)]
    for start in range(len(found)):
        near = [told for at, told in found[start:] if at - found[start][0] <= FAR]
        if _explains(near):
            return _entries(page, near)
    return ()


def told_in(text: str) -> list[tuple[str, str]]:
    """Each colour that words explain, and how: 'Blue – on hold; Green: done'."""
    return [
        (_hue(match[1]), " ".join(match[2].split()).rstrip(" .,")) for match in ENTRY.finditer(text)
    ]


def _hue(word: str) -> str:
    word = word.lower()
    return "" if OTHERS.fullmatch(word) else SAME.get(word, word)


def _explains(told: Iterable[Told]) -> bool:
    """Whether enough colours are explained, each in one way only."""
    ways = {(t.hue, t.meaning.lower()) for t in told if t.hue}
    return len(ways) >= LEAST and len({hue for hue, _ in ways}) == len(ways)


def _entries(page: int, told: Iterable[Told]) -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(
            hue=t.hue,
            meaning=t.meaning,
            place=Place(
                page=page, box=Box(x0=t.box[0], top=t.box[1], x1=t.box[2], bottom=t.box[3])
            ),
        )
        for t in told
        if t.hue
    )


def _in_rows(table: PageTable) -> list[Told]:
    """A colour, by word or fill, and beside it what it means."""
    told = [t for row in range(table.rows) if (t := _row(table.row(row)))]
    hues = {t.hue for t in told if t.hue}
    return told if len(hues) >= LEAST and len(told) >= table.rows - 2 else []


def _row(cells: Sequence[TableCell]) -> Told | None:
    named = [(hue_named(c.text) if len(c.text.split()) <= 2 else "", c) for c in cells]
    filled = [(hue_of(c.fill), c) for c in cells]
    hue = next((h for h, _ in named if h), "") or next((h for h, _ in filled if h), "")
    other = [c for c in cells if OTHERS.fullmatch(c.text.strip())]
    meaning = [c for h, c in named if c.text and not h and c not in other]
    if not (hue or other) or len(meaning) != 1 or len(meaning[0].text) > LONGEST:
        return None
    return Told(hue, " ".join(meaning[0].text.split()), meaning[0].box)


def _in_columns(table: PageTable) -> list[Told]:
    """A row of colours, and under each what it means."""
    if table.rows not in (2, 3) or table.columns < LEAST:
        return []
    above, below = table.row(table.rows - 2), table.row(table.rows - 1)
    pairs = [(a, b) for a in above for b in below if a.column == b.column and b.text]
    told = [
        Told(hue_named(a.text), " ".join(b.text.split()), b.box)
        for a, b in pairs
        if len(a.text.split()) <= 2 and (hue_named(a.text) or OTHERS.fullmatch(a.text.strip()))
    ]
    whole = len(told) == len(above) == len(below) and all(len(t.meaning) <= LONGEST for t in told)
    return told if whole and _explains(told) else []


def _in_cells(table: PageTable) -> list[Told]:
    """Cells that each name a colour and say what it means."""
    cells = [c for c in table.cells if c.text]
    if len(cells) > 12 or not all(told_in(c.text) for c in cells[1:]):
        return []
    told = [Told(hue, meaning, cell.box) for cell in cells for hue, meaning in told_in(cell.text)]
    return told if _explains(told) else []


def _in_fills(table: PageTable) -> list[Told]:
    """Coloured cells, each with its meaning inside, and nothing else."""
    if min(table.rows, table.columns) != 1:
        return []
    cells = [c for c in table.cells if c.text or c.fill]
    told = [Told(hue_of(c.fill), " ".join(c.text.split()), c.box) for c in cells]
    filled = all(c.fill and c.text and len(c.text) <= 60 for c in cells)
    small = filled and len(cells) <= 8
    named = any(hue_named(t.meaning) for t in told)
    hues: list[str] = [t.hue for t in told if t.hue]
    apart = len(set(hues)) == len(hues) and len(hues) >= LEAST
    return told if small and apart and not named else []


def with_new_hues(
    legend: Sequence[LegendEntry], more: Iterable[LegendEntry]
) -> Iterator[LegendEntry]:
    """The entries of colours that a key does not explain yet."""
    known = {entry.hue for entry in legend}
    yield from (entry for entry in more if entry.hue not in known)
