"""How the workbook looks: formats, colours, widths and heights.

A colour never says anything alone: the word that it stands for is always in the cell.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import ceil
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

WIDEST = 56
WORD = 22
NARROW = {"document": 26, "review": 26, "status_source": 26, "extra": 30, "sha256": 20}
"""Columns whose texts repeat or serve for looking up; they may not push the plan out of view."""
MOST_LINES = 12
LINE_HEIGHT = 15.0
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
        return self._book.add_format({"align": "right", "indent": 1, "valign": "top"})

    @cached_property
    def count(self) -> Format:
        """A count in a table of counts, where a nought need not catch the eye."""
        look = {"align": "center", "num_format": _COUNT, "valign": "top"}
        return self._book.add_format(look)

    @cached_property
    def day(self) -> Format:
        """A day, written as everywhere else."""
        return self._marked({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})

    @cached_property
    def link(self) -> Format:
        """A link."""
        look = {"font_color": "#0B57A4", "underline": 1, "valign": "top"}
        return self._book.add_format(look)

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
        return self._book.add_format({**look, **self._mark})

    def tinted(self, tint: Tint) -> Format:
        """A word that is coloured for what it means."""
        return self._book.add_format({"bg_color": tint.fill, "font_color": tint.letters})


def width(name: str, lengths: Counter[int]) -> int:
    """Choose a width that holds the heading with its filter, and most texts where that is sane.

    Short words are never broken; of long texts, some may need more lines than others. `lengths`
    counts the texts by their longest line; empty ones do not count.
    """
    longest = sorted(length for length in lengths.elements() if length) or [0]
    most = longest[-1] if longest[-1] <= WORD else max(WORD, longest[int(len(longest) * 0.75)])
    return max(len(name) + 4, min(most + 2, NARROW.get(name, WIDEST)))


def longest_line(text: str) -> int:
    """Give the length of the longest line of a text."""
    return max(map(len, text.split("\n"))) if "\n" in text else len(text)


def height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Choose a height that shows the whole row, or as many lines of it as leave others in view."""
    lines = max(map(_lines, texts, widths), default=1)
    return LINE_HEIGHT * min(lines, MOST_LINES)


def _lines(text: str, columns: int) -> int:
    # Letters are narrower than the digits that widths are counted in, but words break early.
    if "\n" not in text:
        return max(1, ceil(len(text) / columns))
    return sum(max(1, ceil(len(line) / columns)) for line in text.split("\n"))
