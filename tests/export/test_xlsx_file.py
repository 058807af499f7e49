"""The workbook as a person opens it: every text is text, and nothing is lost in silence."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as NewWorkbook

from export.arranged import arranged
from export.dictionary import dictionary
from export.formats import export
from export.xlsx_cells import MOST_CHARACTERS, fitted, known_day, write_table
from export.xlsx_file import SHEETS
from export.xlsx_looks import COLOURS, MOST_LINES, Looks, height, longest_line, width
from normalise.correctable import PRINTED
from normalise.records import ActionPlan
from tests.export.made_plans import NASTY, THREE, with_actions

ALL_SHEETS = ["Actions", "Summary", "Dates", "Issues", "Documents", "Data dictionary"]
COLUMNS = [column.name for column in dictionary("actions")]


def opened(plans: Sequence[ActionPlan], folder: Path) -> Workbook:
    """Write a workbook and load it."""
    (target,) = export(plans, folder, ["xlsx"])
    return load_workbook(target)


def sheet(book: Workbook, name: str) -> Worksheet:
    """Give a sheet of cells."""
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def texts(book: Workbook, name: str) -> list[str]:
    """Give all words on a sheet."""
    rows = sheet(book, name).iter_rows(values_only=True)
    return [value for row in rows for value in row if isinstance(value, str)]


def test_the_sheets_stand_in_order_with_headings_that_stay(tmp_path: Path) -> None:
    """The heading row and the id stay in view, and every column can be filtered."""
    book = opened(THREE, tmp_path)
    assert book.sheetnames == ALL_SHEETS
    for name, table in SHEETS.items():
        filled = sheet(book, name)
        assert filled.freeze_panes == "B2"
        assert filled.auto_filter.ref.startswith("A1:")
        headings = [cell.value for cell in filled[1]]
        assert headings == [column.name for column in dictionary(table)]


def test_a_workbook_without_documents_opens(tmp_path: Path) -> None:
    """Headings, and a summary that counts nothing."""
    book = opened([], tmp_path)
    assert book.sheetnames == ALL_SHEETS
    assert "Documents: 0 (none). Actions: 0. Issues: 0." in texts(book, "Summary")


def test_no_text_becomes_a_formula_an_error_or_a_link(tmp_path: Path) -> None:
    """Whatever a text looks like, its cell holds text; the only links are ours."""
    plan = with_actions(*({"action": text, "reference": text} for text in NASTY))
    book = opened([plan], tmp_path)
    assert {cell.data_type for row in sheet(book, "Actions").iter_rows() for cell in row} <= {
        *("s", "n", "d")
    }
    with ZipFile(tmp_path / "actions.xlsx") as parts:
        for part in parts.namelist():
            text = parts.read(part).decode()
            assert not re.search("<f[ >/]", text) or "charts" in part
            assert set(re.findall('Target="([^"]*)" TargetMode', text)) <= {"report.html"}


def test_what_looks_like_a_formula_stays_text_when_edited(tmp_path: Path) -> None:
    """A spreadsheet would run it once somebody changes the cell, were it not marked as text."""
    book = opened([with_actions({"action": "=1+1"}, {"action": "Train"})], tmp_path)
    column = COLUMNS.index("action") + 1
    marks = [sheet(book, "Actions").cell(row, column).quotePrefix for row in (2, 3)]
    assert [bool(mark) for mark in marks] == [True, False]


def test_each_action_leads_to_its_place_in_the_review_page(tmp_path: Path) -> None:
    """The page stands beside the workbook, so the link is relative."""
    cell = sheet(opened([with_actions({})], tmp_path), "Actions")["A2"]
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("report.html", cell.value)


def test_known_days_are_real_dates_and_others_stay_words(tmp_path: Path) -> None:
    """A month is not made into its first day."""
    plan = with_actions({"target_date": "2014-06-30"}, {"target_date": "2014-06"})
    actions = sheet(opened([plan], tmp_path), "Actions")
    column = COLUMNS.index("target_date") + 1
    assert actions.cell(2, column).value == datetime(2014, 6, 30)
    assert actions.cell(2, column).number_format == "yyyy-mm-dd"
    assert actions.cell(3, column).value == "2014-06"


@pytest.mark.parametrize(
    "text", ["", "2014-06", "2014-02-30", "1899-12-31", "1900-02-28", "20140630", "٢٠١٤-٠٦-٣٠"]
)
def test_what_a_spreadsheet_would_get_wrong_is_no_known_day(text: str) -> None:
    """Among them the days before March 1900, which spreadsheets count differently."""
    assert known_day(text) is None


@pytest.mark.parametrize("letter", ["a", "😀", "a😀"])
def test_a_cut_text_says_so_and_the_summary_names_it(tmp_path: Path, letter: str) -> None:
    """A cell holds 32,767 characters, of which an emoji is two."""
    text = letter * 40_000
    plan = with_actions({"action": "short"}, {"action": text})
    book = opened([plan], tmp_path)
    shown = str(sheet(book, "Actions").cell(3, COLUMNS.index("action") + 1).value)
    note = f"[cut here; all {len(text):,} characters are in actions.json]"
    assert shown.endswith(note)
    assert len(shown.encode("utf-16-le")) // 2 in range(MOST_CHARACTERS - 1, MOST_CHARACTERS + 1)
    line = f"Actions, row 3, action: {len(text):,} characters; all are in actions.json"
    assert line in texts(book, "Summary")


@pytest.mark.parametrize("text", ["a" * MOST_CHARACTERS, "😀" * (MOST_CHARACTERS // 2)])
def test_a_text_that_just_fits_is_not_cut(text: str) -> None:
    """The limit is the last length that fits."""
    assert fitted(text) == text
    assert fitted(f"{text}aa") != f"{text}aa"


def test_rows_for_which_a_sheet_has_no_room_are_named(tmp_path: Path) -> None:
    """A sheet ends after 1,048,576 rows; here after two."""
    plan = with_actions({}, {}, {})
    with arranged([plan], tmp_path) as found, NewWorkbook(tmp_path / "book.xlsx") as book:
        actions = book.add_worksheet("Actions")
        cuts = write_table(actions, found.tables["actions"], Looks(book), most_rows=2)
    assert cuts == [
        ("actions", "1 more rows, for which a sheet has no room; all are in actions.csv")
    ]
    assert sheet(load_workbook(tmp_path / "book.xlsx"), "Actions").max_row == 3


def test_corrected_cells_can_be_seen(tmp_path: Path) -> None:
    """By a line and slanted letters, beside the column that names them."""
    plan = with_actions(
        {"action": "Train", "target_date": "2014-06-30", "corrected": "action target_date"}
    )
    actions = sheet(opened([plan], tmp_path), "Actions")
    slanted = {name for at, name in enumerate(COLUMNS, 1) if actions.cell(2, at).font.italic}
    assert slanted == {"action", "target_date"}
    assert actions.cell(2, COLUMNS.index("action") + 1).border.left.style == "thick"


def test_columns_that_hold_nothing_are_folded_away(tmp_path: Path) -> None:
    """They can be opened by the plus sign above the column after them."""
    book = opened([with_actions({"action": "Train"}, {"theme": "Care"})], tmp_path)
    columns = sheet(book, "Actions").column_dimensions
    folded = {name: columns[get_column_letter(at)].hidden for at, name in enumerate(COLUMNS, 1)}
    assert not any(folded[name] for name in ("action_id", "theme", "action", "status"))
    assert folded["lead"]
    assert folded["scope"]
    assert columns[get_column_letter(COLUMNS.index("action") + 1)].collapsed
    nothing = sheet(opened([], tmp_path), "Actions").column_dimensions
    assert not any(column.hidden for column in nothing.values())


def test_coloured_words_are_words_of_their_columns() -> None:
    """Each status has its colour, and no colour waits for a word that never comes."""
    known = {
        column.name: column.words
        for table in SHEETS.values()
        for column in dictionary(table)
        if column.words
    }
    assert set(COLOURS["status"]) == set(known["status"])
    for name in set(COLOURS) - {"rag"}:
        assert set(COLOURS[name]) <= set(known[name])


def test_letters_can_be_read_on_every_colour() -> None:
    """At a contrast of 4.5 to 1, as the Web Content Accessibility Guidelines ask."""
    for tints in COLOURS.values():
        for tint in tints.values():
            light, dark = sorted(map(brightness, tint), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, tint


def brightness(colour: str) -> float:
    """Give the relative luminance of a colour."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_status_is_coloured_by_rule(tmp_path: Path) -> None:
    """So that a word that somebody changes in the workbook changes its colour."""
    actions = sheet(opened([with_actions({"status": "delayed"})], tmp_path), "Actions")
    rules = {
        rule.formula[0]
        for ranges in actions.conditional_formatting
        for rule in ranges.rules
        if "Z" in str(ranges.sqref)
    }
    assert '"delayed"' in rules


def test_the_summary_has_a_chart_and_says_what_overdue_means(tmp_path: Path) -> None:
    """Without an as-at date nothing is overdue or not, and the cell is empty."""
    book = opened([with_actions({"agency": "Police"}, {"agency_name": "Council"})], tmp_path)
    with ZipFile(tmp_path / "actions.xlsx") as parts:
        assert "xl/charts/chart1.xml" in parts.namelist()
    found = texts(book, "Summary")
    assert {"Police", "Council", "All agencies"} <= set(found)
    assert any("--as-at" in text for text in found)
    rows = {row[0]: row for row in sheet(book, "Summary").iter_rows(values_only=True)}
    assert rows["All agencies"][1] == 2
    assert rows["All agencies"][-1] is None


def test_the_data_dictionary_has_a_row_for_each_column(tmp_path: Path) -> None:
    """With what it holds and means."""
    rows = list(sheet(opened([], tmp_path), "Data dictionary").iter_rows(values_only=True))
    described = [row[1] for row in rows[1:]]
    assert described == [column.name for name in SHEETS.values() for column in dictionary(name)]


def test_columns_are_as_wide_as_most_of_their_texts() -> None:
    """Never narrower than the heading, and never so wide that a row cannot be read."""
    assert width("scope", Counter()) == 9
    assert width("rag", Counter([len("green"), len("partially_completed")])) == 21
    assert width("scope", Counter([5, 5, 5, 5, 400])) == 24
    assert width("action", Counter([400])) == 56
    assert width("action", Counter([400, 0, 0])) == 40
    assert width("action", Counter([400, *[0] * 20])) == 20
    assert width("revised_target_date_text", Counter([400, *[0] * 20])) == 26
    assert longest_line("one\nthree\n") == 5


def test_rows_are_as_high_as_their_longest_cell_needs() -> None:
    """Up to a height that leaves other rows in view."""
    assert height(["a", "a\nb\nc"], [10, 10]) == 45
    assert height(["x" * 10_000], [50]) == 15 * MOST_LINES
    assert height(["x" * 10_000_000, "a\n" * 1_000_000], [50, 50]) == 15 * MOST_LINES
    assert height(["short words of which a line holds some"], [20]) == 30
    assert height(["MMMMM MMMMM MMMMM MMMMM MMMMM"], [20]) == 45
    assert height(["illicit fittings will still fill it"], [30]) == 15


def test_a_light_line_parts_each_row_from_the_next(tmp_path: Path) -> None:
    """Through empty cells too, on every sheet of rows."""
    book = opened([with_actions({"action": "Train"}, {})], tmp_path)
    for name in ("Actions", "Documents", "Data dictionary"):
        filled = sheet(book, name)
        for number, row in enumerate(filled.iter_rows(min_row=2), 2):
            whole = filled.row_dimensions[number]
            looks = [cell for cell in row if cell.value is not None]
            assert looks
            assert {one.border.bottom.style for one in (whole, *looks)} == {"thin"}


def test_no_cell_is_coloured_by_two_rules(tmp_path: Path) -> None:
    """LibreOffice heeds one of them: a line below each row took the colours of all statuses."""
    filled = sheet(opened([with_actions({"status": "delayed", "rag": "red"})], tmp_path), "Actions")
    ranges = [str(one.sqref) for one in filled.conditional_formatting]
    assert len(ranges) == len(set(ranges)) == 3
    assert all(one.split(":")[0].strip("2") == one.split(":")[-1].strip("2") for one in ranges)


@pytest.mark.parametrize(("columns", "across"), [(("action",), 1), (PRINTED, 3)])
def test_a_print_takes_few_sheets_of_paper(
    tmp_path: Path, columns: Sequence[str], across: int
) -> None:
    """Side by side as many as leave letters of six points, and only where something stands."""
    words = {name: "word " * 40 for name in columns if name != "rag"}
    actions = sheet(opened([with_actions(words)], tmp_path), "Actions")
    page = actions.page_setup
    assert (page.fitToWidth or 1, page.fitToHeight) == (across, 0)
    assert actions.sheet_properties.pageSetUpPr is not None
    assert actions.sheet_properties.pageSetUpPr.fitToPage
    assert str(actions.print_area).endswith("$A$1:$AL$2")
