"""Lines and small tables that say outright whose plan follows: 'Agency: Kent Police'."""

import re
from collections.abc import Iterator, Sequence

from extract.headings.agency_names import LINKS, agency_kind_of
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.words import Line, Word, lines_of

LABEL = re.compile(
    r"(?:name of (?:the )?)?"
    r"(?:(?:single |individual )?agency(?: action plan)?|organi[sz]ation)(?: name)?",
    re.IGNORECASE,
)
SINGLE = re.compile(r"\b(?:single|individual)[ -]agency\b|\bimrs?\b", re.IGNORECASE)
OF_ALL = re.compile(
    r"\b(?:multi|cross|inter)[ -]?agency\b|\b(?:national|regional|joint|overarching|strategic|"
    r"shared|overview report)\s+(?:recommendations?|actions?|plan)\b|"
    r"\ball (?:agencies|partners|organisations|partner agencies)\b|\bactions for (?:the )?board\b",
    re.IGNORECASE,
)
WIDE = 1.0
"""Ems; a wider gap parts what stands side by side in a line."""
MOST_WORDS = 12
MOST_ROWS = 10
NEAR = 5.0
"""Lines; a name that stands alone heads the table that begins within so many below it."""
LISTED = 4.0
"""Lines; names of bodies that stand no further apart are a list of them."""
PUBLISHERS = frozenset({"partnership", "group", "regulator", "national_body", "team"})
"""Kinds of bodies that publish reviews or are too many to be named by a line set as text."""


def told_agency(line: Line) -> Line | None:
    """The words behind 'Agency:' in a line of text, up to what else stands in it."""
    words = line.words
    end = next((i for i, word in enumerate(words, 1) if word.text.endswith(":")), 0)
    label = " ".join(word.text for word in words[:end]).rstrip(" :")
    if not end or not LABEL.fullmatch(label):
        return None
    value = list(_up_to_gap(words[end:], line.size))
    while value and any(word.text.endswith(":") for word in value):
        value = value[: _before_label(value)]
    return lines_of(value)[0] if 0 < len(value) <= MOST_WORDS else None


def _up_to_gap(words: Sequence[Word], size: float) -> Iterator[Word]:
    """The words that stand close to each other."""
    for at, word in enumerate(words):
        if at and word.x0 - words[at - 1].x1 > WIDE * size:
            return
        yield word


def _before_label(words: Sequence[Word]) -> int:
    """How many words stand before the next label, which begins with a capital: 'Completed by:'."""
    end = next(i for i, word in enumerate(words) if word.text.endswith(":"))
    while end > 0 and not words[end].text[0].isupper():
        end -= 1
    return end


def heads_table(line: Line, lines: Sequence[Line], page: PageTables) -> bool:
    """Whether a line of ordinary text could be the name of one body: alone, just above a table."""
    if not _could_name(line.text):
        return False
    below = [t.ys[0] - line.bottom for t in page.tables if t.ys[0] > line.top]
    if not below or min(below) > NEAR * line.size:
        return False
    around = [o for o in lines if o is not line and abs(o.top - line.top) < LISTED * line.size]
    close = [o for o in around if _runs_on(o, line) or abs(o.top - line.top) < 1.6 * line.size]
    listed = any(o.x0 == line.x0 and agency_kind_of(o.text) for o in around)
    after = [o for o in lines if line.top < o.top < line.bottom + min(below)]
    return not close and not listed and len(after) <= 1


def _runs_on(above: Line, line: Line) -> bool:
    """Whether a line of text just above may go on in another: 'held at' a place."""
    alike = above.bold == line.bold and abs(above.size - line.size) < 0.6
    return alike and 0 < line.top - above.top < 2.2 * line.size


def is_of_single_agency(line: Line, page: PageTables) -> bool:
    """Whether a line above a table says that the plan is one agency's own, and names it."""
    if not SINGLE.search(line.text):
        return False
    below = any(table.ys[0] > line.top for table in page.tables)
    return below and agency_kind_of(line.text) not in {"", *PUBLISHERS}


def is_of_all(caption: str) -> bool:
    """Whether a heading says that what follows is nobody's own: 'Multi-agency recommendations'."""
    return bool(OF_ALL.search(caption))


def agency_over(cells: Sequence[TableCell]) -> tuple[Line, ...]:
    """The name in a row above headings: 'Agency: Kent Police' beside 'Signed off by: …'."""
    filled = [c for c in cells if c.lines]
    if len(filled) < 2 or not all(_is_labelled(c) for c in filled[1:]):
        return ()
    named = told_agency(filled[0].lines[0]) if len(filled[0].lines) == 1 else None
    if named:
        return (named,)
    return filled[0].lines if _could_name(filled[0].text) else ()


def _could_name(text: str) -> bool:
    """Whether words could be the name of a body that has a plan of its own, by their capitals."""
    words = text.split()
    small = [word for word in words if word[0].islower() and word not in LINKS - {"by", "to"}]
    if small or not 0 < len(words) <= MOST_WORDS or text.rstrip().endswith((".", ",", ";")):
        return False
    if ":" in text:
        return False  # 'Author: …' says who wrote
    return words[0][0].isupper() and agency_kind_of(text) not in PUBLISHERS


def _is_labelled(cell: TableCell) -> bool:
    """Whether a cell holds a label and its value: 'Signed off by: Director'."""
    label, colon, _ = cell.text.partition(":")
    return bool(colon) and 0 < len(label.split()) <= 5 and len(cell.text.split()) <= MOST_WORDS


def agency_cell(table: PageTable) -> TableCell | None:
    """The value beside 'Agency' in a small table of labels and values above a plan."""
    if table.rows > MOST_ROWS or table.columns > 4:
        return None
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.row == row and c.lines]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            named = LABEL.fullmatch(" ".join(label.text.split()).rstrip(" :"))
            if named and len(value.text.split()) <= MOST_WORDS:
                return value
    return None
