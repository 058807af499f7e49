"""Texts that take the width of a table: cells of a wide column, and notes across all columns."""

import re
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from extract.plan import read_plan
from extract.records import PrintedPlan
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


def under_one_heading(firsts: Sequence[str], path: Path) -> PrintedPlan:
    """Print a plan whose first heading stands over two columns, the first of them with `firsts`."""
    looks = [("GRID", (0, 0), (-1, -1), 0.5, "#000000"), ("SPAN", (0, 0), (1, 0))]
    rows = [("Recommendation", "", "Action", "Target date", "Progress")]
    rows += [
        (first, f"Share {n}.", f"Write {n}.", f"{n} May 2020", f"Held {n}.")
        for n, first in enumerate(firsts, start=1)
    ]
    table = Table(rows, colWidths=(40, 120, 120, 80, 120), style=TableStyle(looks))
    SimpleDocTemplate(str(path), pagesize=landscape(A3)).build([table])
    return read_plan(path)


def test_a_heading_over_two_columns_keeps_each_rows_own_texts(tmp_path: Path) -> None:
    """The two texts below it are one cell for each row, and that is said."""
    firsts = [f"Part {n}" for n in range(1, 8)]
    plan = normalise_plan(under_one_heading(firsts, tmp_path / "plan.pdf"))
    assert [(a.recommendation, a.target_date_text) for a in plan.actions] == [
        (f"{first}\nShare {n}.", f"{n} May 2020") for n, first in enumerate(firsts, start=1)
    ]
    assert all("row_irregular" in a.issues for a in plan.actions)


def test_numbers_under_a_heading_that_they_share_are_references(tmp_path: Path) -> None:
    """A narrow column of them beside the texts that they number."""
    firsts = [f"1.{n}" for n in range(1, 8)]
    plan = normalise_plan(under_one_heading(firsts, tmp_path / "plan.pdf"))
    read = [(a.reference, a.recommendation) for a in plan.actions]
    assert read == [(first, f"Share {n}.") for n, first in enumerate(firsts, start=1)]
    assert not any("row_irregular" in a.issues for a in plan.actions)
