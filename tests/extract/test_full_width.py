"""Texts that take the width of a table: cells of a wide column, and notes across all columns."""

import re
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from extract.plan import read_plan
from normalise.plan import normalise_plan

HEADINGS = ("Recommendation", "Action", "Lead", "Date", "Update")
FIRST = ("Share it.", "Write it.", "Police", "May 2020")
SECOND = ("Learn it.", "Teach it.", "Council", "June 2020", "Completed.")
WIDTHS = (80, 60, 50, 60, 780)


def printed(rows: Sequence[Sequence[str]], across: Sequence[int], path: Path) -> Path:
    """Print rows in a grid; those at the places `across` are one cell over all columns."""
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    looks = [("GRID", (0, 0), (-1, -1), 0.5, "#000000"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    spans = [("SPAN", (0, at), (-1, at)) for at in across]
    grid = TableStyle([*looks, *spans])
    table = Table(cells, colWidths=WIDTHS, splitInRow=1, style=grid)
    SimpleDocTemplate(str(path), pagesize=landscape(A3)).build([table])
    return path


def test_a_wide_column_goes_on_alone_over_pages(tmp_path: Path) -> None:
    """It takes most of the table's width, and is no full-width row for that."""
    story = " ".join(f"Sentence {n} tells what was done in week {n}." for n in range(1, 1201))
    path = printed([HEADINGS, (*FIRST, story), SECOND], (), tmp_path / "plan.pdf")
    first, second = normalise_plan(read_plan(path)).actions
    assert re.findall(r"Sentence (\d+) ", first.progress) == [str(n) for n in range(1, 1201)]
    assert first.last_page > first.first_page + 1
    assert (second.action, second.progress) == ("Teach it.", "Completed.")


def test_a_note_across_the_table_is_said_aloud(tmp_path: Path) -> None:
    """It names nothing, and its words stand in no row."""
    note = "The family told us that nobody had listened to them at any time in all of these years."
    rows = [HEADINGS, (*FIRST, ""), (note, "", "", "", ""), SECOND]
    plan = read_plan(printed(rows, (2,), tmp_path / "plan.pdf"))
    assert [(d.kind, d.printed) for d in plan.doubts] == [("section_unsure", note)]


def test_the_last_full_width_row_is_said_aloud(tmp_path: Path) -> None:
    """Nothing follows that it could name."""
    rows = [HEADINGS, (*FIRST, ""), ("Action 2 was withdrawn by the board.", "", "", "", "")]
    plan = read_plan(printed(rows, (2,), tmp_path / "plan.pdf"))
    assert [d.kind for d in plan.doubts] == ["section_unsure"]


def test_a_labelled_row_below_an_action_tells_of_it(tmp_path: Path) -> None:
    """In the column of that name, or in one of its own, and not of the action that follows."""
    rows = [
        HEADINGS,
        (*FIRST, ""),
        ("Update: Completed in June 2021.", "", "", "", ""),
        ("Evidence: Minutes of the board", "", "", "", ""),
        SECOND,
    ]
    first, second = normalise_plan(read_plan(printed(rows, (2, 3), tmp_path / "plan.pdf"))).actions
    assert (first.progress, first.evidence) == (
        "Completed in June 2021.",
        "Minutes of the board",
    )
    assert (first.status, second.progress, second.evidence) == ("completed", "Completed.", "")
    assert second.recommendation == "Learn it."


def test_a_row_of_totals_is_no_action(tmp_path: Path) -> None:
    """It counts them."""
    rows = [HEADINGS, (*FIRST, ""), ("Total recommendations: 1", "", "", "", "")]
    plan = read_plan(printed(rows, (2,), tmp_path / "plan.pdf"))
    assert len(plan.sections[0].rows) == 1
    assert [d.printed for d in plan.doubts] == ["Total recommendations: 1"]


def test_a_labelled_row_below_a_later_action_leaves_the_earlier_ones_whole(tmp_path: Path) -> None:
    """They have nothing in the column that it opens."""
    evidence = ("Evidence: Minutes of the board", "", "", "", "")
    rows = [HEADINGS, (*FIRST, ""), SECOND, evidence, (*FIRST, "")]
    found = normalise_plan(read_plan(printed(rows, (3,), tmp_path / "plan.pdf"))).actions
    assert [action.evidence for action in found] == ["", "Minutes of the board", ""]
    assert [action.progress for action in found] == ["", "Completed.", ""]


def test_a_row_may_be_torn_behind_a_labelled_one(tmp_path: Path) -> None:
    """The column that it opened has no heading on the next page."""
    evidence = ("Evidence: Minutes of the board", "", "", "", "")
    story = " ".join(f"Sentence {n} tells what was done in week {n}." for n in range(1, 501))
    rows = [HEADINGS, SECOND, evidence, (*FIRST, story), SECOND]
    found = normalise_plan(read_plan(printed(rows, (2,), tmp_path / "plan.pdf"))).actions
    assert [action.evidence for action in found] == ["Minutes of the board", "", ""]
    assert len(re.findall(r"Sentence (\d+) ", found[1].progress)) == 500
