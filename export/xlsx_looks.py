"""How the workbook looks: formats, colours, widths and heights.

A colour never says anything alone: the word that it stands for is always in the cell.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

WIDEST = 56
WIDE = 40
"""The most for a column that holds something in fewer than half of the rows."""
SPARSE = 20
"""The most for one that hardly ever does, if its heading needs no more."""
WORD = 22
NARROW = {"document": 26, "review": 44, "status_source": 26, "extra": 30, "sha256": 20} | {
    **dict.fromkeys(("agency", "agency_name", "agency_successor"), 30)
}
"""Columns whose texts repeat or serve for looking up: they may not push the plan out of view, nor
make each row as high as a title in a narrow column would be."""
MOST_LINES = 12
LINE_HEIGHT = 15.0
_SURELY_FITS = 0.75
"""Of a column's width in letters: even capitals are no wider."""
_MOST_LETTERS = 30
"""As many thin letters as fit into the lines that are shown, for each digit of the width."""
_SPACE = 0.5
_BREADTHS = {
    **dict.fromkeys("ijlI.,:;'|!", 0.55),
    **dict.fromkeys("frt()[]-/", 0.72),
    **dict.fromkeys("sczJ", 0.88),
    **dict.fromkeys("abdeghknopquvxyLEFST0123456789", 1.06),
    **dict.fromkeys("mwMW@%", 1.68),
}
"""Breadths of letters in digits, of the usual fonts of spreadsheets; the others are capitals."""
_COUNT = '#,##0;-#,##0;"–"'


class Tint(NamedTuple):
    """A fill and the colour of the letters on it, of a contrast of at least 4.5 to 1."""

    fill: str
    letters: str


STATUS_COLOURS = {
    "completed": Tint("#C7E6CF", "#0B4A22"),
    "partially_completed": Tint("#E3F1C9", "#3B4A0B"),
    "in_progress": Tint("#CFE3F7", "#0B3A66"),
    "not_started": Tint("#E4E4E4", "#333333"),
    "delayed": Tint("#F7CFCB", "#7A1410"),
    "on_hold": Tint("#FBE3C0", "#663C00"),
    "awaiting_update": Tint("#FFF3C4", "#5C4700"),
    "superseded": Tint("#DDD6EA", "#3D2A66"),
    "rejected": Tint("#EAD6DF", "#661F3F"),
    "unknown": Tint("#FFFFFF", "#595959"),
}
COLOURS = {
    "status": STATUS_COLOURS,
    "rag": {
        "red": Tint("#B3261E", "#FFFFFF"),
        "amber": Tint("#FFBF00", "#000000"),
        "green": Tint("#1E7B34", "#FFFFFF"),
        "blue": Tint("#1F5FA8", "#FFFFFF"),
    },
    "overdue": {"true": STATUS_COLOURS["delayed"]},
    "severity": {"error": STATUS_COLOURS["delayed"], "check": STATUS_COLOURS["awaiting_update"]},
    "outcome": {
        "refused": STATUS_COLOURS["delayed"],
        "converted_with_warnings": STATUS_COLOURS["awaiting_update"],
    },
}
"""For each coloured column, the words that have a colour."""

LINE = {"bottom": 1, "bottom_color": "#C3CCD6"}
"""Parts a row from the next, for an eye that follows it from column to column.

Of the cells themselves: where two rules colour a cell, some programs heed only one.
"""

CORRECTED = {"italic": True, "left": 5, "left_color": "#0B57A4"}
"""Marks a corrected cell, whose column `corrected` names in words."""

CHART_COLOURS = {
    "completed": "#3A9D5D",
    "partially_completed": "#A9C95A",
    "in_progress": "#4A8FD0",
    "not_started": "#A6A6A6",
    "delayed": "#D0453B",
    "on_hold": "#E59A2F",
    "awaiting_update": "#F2CE4B",
    "superseded": "#8E78BD",
    "rejected": "#B55A85",
    "unknown": "#D9D9D9",
}


class Looks:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook, mark: Mapping[str, object] | None = None) -> None:
        self._book = book
        self._mark = mark or {}

    @cached_property
    def of_corrected(self) -> "Looks":
        """The same for what a person has put in the place of what was read."""
        return Looks(self._book, CORRECTED)

    @cached_property
    def heading(self) -> Format:
        """A heading row."""
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "valign": "vcenter"}
        return self._book.add_format(
            look | {"text_wrap": True, "border": 1, "border_color": "#FFFFFF"}
        )

    @cached_property
    def line(self) -> Format:
        """A row, where its cells are empty: the line goes on through them."""
        return self._book.add_format(LINE)

    @cached_property
    def text(self) -> Format:
        """Words that wrap in their column."""
        return self._marked({"text_wrap": True, "valign": "top"})

    @cached_property
    def verbatim(self) -> Format:
        """Words that must stay words when somebody edits the cell, though they look like more."""
        return self._marked({"text_wrap": True, "valign": "top", "quote_prefix": True})

    @cached_property
    def number(self) -> Format:
        """A number beside wrapped words."""
        return self._book.add_format({"align": "right", "indent": 1, "valign": "top", **LINE})

    @cached_property
    def count(self) -> Format:
        """A count in a table of counts, where a nought need not catch the eye."""
        look = {"align": "center", "num_format": _COUNT, "valign": "top"}
        return self._book.add_format({**look, **LINE})

    @cached_property
    def day(self) -> Format:
        """A day, written as everywhere else."""
        return self._marked({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})

    @cached_property
    def link(self) -> Format:
        """A link."""
        look = {"font_color": "#0B57A4", "underline": 1, "valign": "top"}
        return self._book.add_format({**look, **LINE})

    @cached_property
    def title(self) -> Format:
        """The title of a sheet."""
        return self._book.add_format({"bold": True, "font_size": 16, "font_color": "#1F3A5F"})

    @cached_property
    def total(self) -> Format:
        """A row of totals."""
        return self._book.add_format({"bold": True, "top": 1})

    @cached_property
    def total_count(self) -> Format:
        """A count in a row of totals."""
        look = {"bold": True, "top": 1, "num_format": _COUNT, "align": "center"}
        return self._book.add_format(look)

    def _marked(self, look: Mapping[str, object]) -> Format:
        return self._book.add_format({**look, **LINE, **self._mark})

    def tinted(self, tint: Tint) -> Format:
        """A word that is coloured for what it means."""
        return self._book.add_format({"bg_color": tint.fill, "font_color": tint.letters})


def width(name: str, lengths: Counter[int]) -> int:
    """Choose a width that holds the heading with its filter, and most texts where that is sane.

    Short words are never broken; of long texts, some may need more lines than others. `lengths`
    counts the texts by their longest line; where most are empty, the column gets less room.
    """
    longest = sorted(length for length in lengths.elements() if length) or [0]
    most = longest[-1] if longest[-1] <= WORD else max(WORD, longest[int(len(longest) * 0.75)])
    filled = 1 - lengths[0] / lengths.total() if lengths else 1
    usual = max(len(name) + 4, min(most + 2, NARROW.get(name, WIDEST)))
    return min(usual, max(_widest(filled), len(name) + 2))


def _widest(filled: float) -> int:
    """Give the most room of a column by the share of rows in which it holds anything."""
    if filled < 0.1:
        return SPARSE
    return WIDE if filled < 0.5 else WIDEST


def longest_line(text: str) -> int:
    """Give the length of the longest line of a text."""
    return max(map(len, text.split("\n"))) if "\n" in text else len(text)


def height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Choose a height that shows the whole row, or as many lines of it as leave others in view."""
    lines = max(map(_lines, texts, widths), default=1)
    return LINE_HEIGHT * min(lines, MOST_LINES)


def _lines(text: str, columns: int) -> int:
    """Count the lines that a text needs, or as many as a row shows at most."""
    if len(text) <= columns * _SURELY_FITS and "\n" not in text:
        return 1
    count = 0
    for line in text.split("\n", MOST_LINES):
        count += _wrapped(line[: _MOST_LETTERS * columns], columns)
        if count >= MOST_LINES:
            return MOST_LINES
    return count


def _wrapped(line: str, columns: int) -> int:
    """Break a line between words, as spreadsheets do; a word that is too long breaks anywhere."""
    count, used = 1, 0.0
    for word in line.split(" "):
        wide = _breadth(word)
        if used and used + wide > columns:
            count, used = count + 1, 0.0
        count += int(wide // columns)
        used += wide % columns + _SPACE
    return count


@lru_cache(20_000)
def _breadth(word: str) -> float:
    """Say how wide a word is, in digits, which widths of columns are counted in."""
    return sum(_BREADTHS.get(letter, 1.25 if letter.isupper() else 1.1) for letter in word)
