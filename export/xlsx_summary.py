"""Writes the Summary sheet: how the actions of each agency stand, in a chart and in numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from export.arranged import Table
from export.summary import AgencyCounts, by_agency, together
from export.xlsx_cells import Cut, fitted
from export.xlsx_looks import CHART_COLOURS, LINE_HEIGHT, Looks
from normalise.records import Status

STATUSES: tuple[str, ...] = get_args(Status)
MOST_BARS = 25
_TITLES = ("Agency", "Actions", *STATUSES, "Without target date", "Overdue")
_BAR_HEIGHT = 22
_CHART_MARGIN = 110
_CHART_ROW = 4
_GRID = {"visible": True, "line": {"color": "#E4E4E4"}}


def write_summary(
    book: Workbook, sheet: Worksheet, arranged: dict[str, Table], cuts: Sequence[Cut], looks: Looks
) -> None:
    """Fill the sheet: headline, chart, table, and what did not fit into this workbook."""
    agencies = by_agency(arranged["actions"].rows)
    total = together("All agencies", agencies)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, len(_TITLES) - 1, 11.5)
    sheet.write_string(0, 0, "How the actions stand", looks.title)
    sheet.set_row(0, 24)
    for row, line in enumerate(_headlines(arranged, total), 1):
        sheet.write_string(row, 0, line)
    top = _CHART_ROW + (_chart_rows(agencies) if agencies else 0)
    _write_counts(sheet, top, agencies, total, looks)
    if agencies:
        _add_chart(book, sheet, top, agencies)
    _write_cuts(sheet, top + len(agencies) + 4, cuts, looks)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _headlines(arranged: dict[str, Table], total: AgencyCounts) -> list[str]:
    documents = Counter(str(row["outcome"]) for row in arranged["documents"].rows)
    outcomes = ", ".join(
        f"{documents[name]} {name.replace('_', ' ')}" for name in sorted(documents)
    )
    sizes = {name: len(table.rows) for name, table in arranged.items()}
    return [
        f"Documents: {sizes['documents']} ({outcomes or 'none'}). "
        f"Actions: {sizes['actions']}. Issues: {sizes['issues']}.",
        "Overdue is counted against the as-at date of the conversion; it is empty where no action "
        "could be judged."
        if total.overdue is not None
        else "Overdue is empty: it is counted only against a date that is given with --as-at.",
    ]


def _write_counts(
    sheet: Worksheet, top: int, agencies: Sequence[AgencyCounts], total: AgencyCounts, looks: Looks
) -> None:
    sheet.set_row(top, 2 * LINE_HEIGHT)
    for place, title in enumerate(_TITLES):
        sheet.write_string(top, place, _title(title), looks.heading)
    for row, counts in enumerate(agencies, top + 1):
        sheet.write_string(row, 0, fitted(counts.agency), looks.text)
        for place, number in enumerate(_numbers(counts), 1):
            if number is not None:
                sheet.write_number(row, place, number, looks.count)
    last = top + len(agencies) + 1
    sheet.write_string(last, 0, total.agency, looks.total)
    for place, number in enumerate(_numbers(total), 1):
        if number is None:
            sheet.write_blank(last, place, None, looks.total_count)
        else:
            sheet.write_number(last, place, number, looks.total_count)


def _numbers(counts: AgencyCounts) -> list[int | None]:
    standing = [counts.statuses[status] for status in STATUSES]
    return [counts.actions, *standing, counts.without_target, counts.overdue]


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _chart_height(agencies: Sequence[AgencyCounts]) -> int:
    return _CHART_MARGIN + _BAR_HEIGHT * min(len(agencies), MOST_BARS)


def _chart_rows(agencies: Sequence[AgencyCounts]) -> int:
    """Say how many rows the chart covers, with one to spare below it."""
    return _chart_height(agencies) // 20 + 2


def _add_chart(
    book: Workbook, sheet: Worksheet, top: int, agencies: Sequence[AgencyCounts]
) -> None:
    shown = agencies[:MOST_BARS]
    rows = (top + 1, top + len(shown))
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for place, status in enumerate(STATUSES, 2):
        if any(counts.statuses[status] for counts in shown):
            series = {
                "name": _title(status),
                "categories": [sheet.name, rows[0], 0, rows[1], 0],
                "values": [sheet.name, rows[0], place, rows[1], place],
                # Said once more, for viewers that draw a chart without looking into the cells.
                "categories_data": [fitted(counts.agency) for counts in shown],
                "values_data": [counts.statuses[status] for counts in shown],
            }
            chart.add_series(series | {"fill": {"color": CHART_COLOURS[status]}, "gap": 35})
    of_all = f", the {MOST_BARS} largest of {len(agencies)}" if len(agencies) > MOST_BARS else ""
    chart.set_title({"name": f"Status of actions by agency{of_all}", "name_font": {"size": 13}})
    chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"label_position": "high", "major_gridlines": _GRID})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 1100, "height": _chart_height(agencies)})
    about = (
        "Bars of how many actions of each agency have which status; the table below has the numbers"
    )
    sheet.insert_chart(_CHART_ROW, 0, chart, {"description": about})


def _write_cuts(sheet: Worksheet, top: int, cuts: Sequence[Cut], looks: Looks) -> None:
    if not cuts:
        sheet.write_string(top, 0, "Nothing had to be cut to fit into this workbook.")
        return
    sheet.write_string(top, 0, "Cut to fit into this workbook", looks.title)
    for row, cut in enumerate(cuts, top + 1):
        sheet.write_string(row, 0, f"{cut.where}: {cut.what}")
