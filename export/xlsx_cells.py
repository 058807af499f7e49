"""Writes tables into sheets: every text as text, days that are known as days.

A workbook holds at most 32,767 characters in a cell and 1,048,576 rows in a sheet. What is cut
says so where it is cut, and is handed back to be listed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice
from math import ceil
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from export.arranged import Table
from export.csv_files import guard
from export.dictionary import Column, dictionary
from export.tables import Value
from export.xlsx_looks import COLOURS, Looks, height, longest_line, width

MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_575
MOST_LINKS = 65_530
REVIEW_PAGE = "report.html"

# Spreadsheets count the days from 1900 and believe that it was a leap year.
_FIRST_SURE_DAY = date(1900, 3, 1)
PAPER = 15.7
"""Inches between the margins of A3 that lies on its side."""
LEAST_SCALE = 0.55
"""Of letters on paper: six points of eleven."""
_FOLDED = {"level": 1, "hidden": True}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Cut(NamedTuple):
    """Something that did not fit into the workbook, and where all of it is."""

    where: str
    what: str


def write_table(
    sheet: Worksheet, table: Table, looks: Looks, most_rows: int = MOST_ROWS
) -> list[Cut]:
    """Fill a sheet with a table, and say what had to be cut."""
    described = dictionary(table.name)
    widths = _lay_out(sheet, described, table, min(len(table.rows), most_rows), looks)
    cuts = _rows_cut(table, most_rows)
    for number, row in enumerate(islice(table.rows, most_rows), 1):
        sheet.set_row(number, height([str(value) for value in row.values()], widths), looks.line)
        corrected = str(row.get("corrected", "")).split()
        for place, column in enumerate(described):
            look = looks.of_corrected if column.name in corrected else looks
            cut = _write_cell(sheet, (number, place), column, row[column.name], look)
            cuts += [Cut(f"{sheet.name}, row {number + 1}, {column.name}", cut)] if cut else []
    return cuts


def write_heading(sheet: Worksheet, names: Sequence[str], looks: Looks, rows: int) -> None:
    """Write the heading row, keep it in view, and let every column be filtered."""
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, looks.heading)
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, len(names) - 1)
    _set_page(sheet)
    sheet.print_area(0, 0, rows, len(names) - 1)


def fitted(text: str) -> str:
    """Cut a text that no cell can hold, and say so at its end."""
    if len(text) <= MOST_CHARACTERS // 2 or _units(text) <= MOST_CHARACTERS:
        return text
    note = f" […] [cut here; all {len(text):,} characters are in actions.json]"
    kept = text[: MOST_CHARACTERS - len(note)]
    while _units(kept) + len(note) > MOST_CHARACTERS:
        kept = kept[: len(kept) - (_units(kept) + len(note) - MOST_CHARACTERS + 1) // 2]
    return kept + note


def known_day(text: str) -> date | None:
    """Read a day that a spreadsheet can hold as one."""
    if not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_SURE_DAY else None


def _units(text: str) -> int:
    """Count as spreadsheets count, to whom an emoji is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _lay_out(
    sheet: Worksheet, described: Sequence[Column], table: Table, rows: int, looks: Looks
) -> list[int]:
    """Set up a sheet for so many rows, and say how wide its columns are."""
    write_heading(sheet, [column.name for column in described], looks, rows)
    lengths: dict[str, Counter[int]] = {column.name: Counter() for column in described}
    for row in table.rows:
        for name, value in row.items():
            lengths[name][longest_line(str(value))] += 1
    widths = [width(column.name, lengths[column.name]) for column in described]
    empty = [set(lengths[column.name]) == {0} for column in described]
    _set_columns(sheet, widths, empty)
    fit_on_paper(sheet, [w for w, nothing in zip(widths, empty, strict=True) if not nothing])
    for place, column in enumerate(described):
        if rows:
            _colour(sheet, place, column.name, rows, looks)
    if rows:
        everywhere = f"A1:XFD{rows + 1}"
        sheet.ignore_errors(
            {"number_stored_as_text": everywhere, "two_digit_text_year": everywhere}
        )
    return widths


def _set_columns(sheet: Worksheet, widths: Sequence[int], empty: Sequence[bool]) -> None:
    """Set widths; columns that hold nothing are folded, lest they hide what the plan does hold."""
    for place, wide in enumerate(widths):
        after = {"collapsed": True} if place and empty[place - 1] else None
        sheet.set_column(place, place, wide, None, _FOLDED if empty[place] else after)
    if empty[-1]:
        sheet.set_column(len(widths), len(widths), None, None, {"collapsed": True})


def _colour(sheet: Worksheet, place: int, name: str, rows: int, looks: Looks) -> None:
    """Colour words by rule, so that a word that somebody changes changes its colour."""
    for word, tint in COLOURS.get(name, {}).items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        sheet.conditional_format(1, place, rows, place, rule | {"format": looks.tinted(tint)})


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], column: Column, value: Value, looks: Looks
) -> str:
    """Write one value, and say what was cut of it, if anything."""
    if value == "":
        return ""
    if not isinstance(value, str):
        sheet.write_number(*at, value, looks.number)
        return ""
    day = known_day(value) if column.kind in ("day", "edtf") else None
    if day is not None:
        sheet.write_datetime(*at, day, looks.day)
    elif column.name == "action_id" and at[0] <= MOST_LINKS:
        sheet.write_url(*at, f"external:{REVIEW_PAGE}#{value}", looks.link, string=value)
    else:
        shown = fitted(value)
        sheet.write_string(*at, shown, looks.text if guard(value) == value else looks.verbatim)
        return "" if shown == value else f"{len(value):,} characters; all are in actions.json"
    return ""


def _rows_cut(table: Table, most_rows: int) -> list[Cut]:
    more = len(table.rows) - most_rows
    what = f"{more:,} more rows, for which a sheet has no room; all are in {table.name}.csv"
    return [Cut(table.name, what)] if more > 0 else []


def fit_on_paper(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Print on as few pages side by side as leave letters that can be read."""
    inches = sum(7 * wide + 5 for wide in widths) / 96
    sheet.fit_to_pages(max(1, ceil(inches * LEAST_SCALE / PAPER)), 0)


def _set_page(sheet: Worksheet) -> None:
    """Print sideways on A3, heading and first column on each page, all of a row before the next."""
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&RPage &P of &N")
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.print_across()
