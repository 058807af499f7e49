"""What the words above and between the tables of a plan say of its rows: whose they are, and why.

Each document is printed here: paragraphs, and tables as lists of rows.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from extract.plan import read_plan
from extract.records import PrintedPlan
from extract.watch import NOBODY

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9, leading=11)
LARGE = ParagraphStyle("large", parent=TEXT, fontName="Helvetica-Bold", fontSize=15, leading=19)
HEAD = ParagraphStyle("head", parent=TEXT, fontName="Helvetica-Bold", fontSize=12, leading=16)
GRID = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
WIDTHS = (40, 260, 140, 100, 200)
HEADINGS = ("No.", "Action to be taken", "Responsible officer", "Target date", "Progress to date")
FIRST = ("1", "Run an audit of thirty case files.", "Head of Audit", "March 2022", "Under way.")
SECOND = ("2", "Write to all practices in the area.", "Clinical Lead", "May 2022", "Drafted.")
THIRD = ("3", "Train the staff of both wards.", "Ward Manager", "June 2022", "Booked.")
Part = str | tuple[Sequence[Sequence[str]], Sequence[tuple[object, ...]]]


def table(*rows: Sequence[str], spans: Sequence[tuple[object, ...]] = ()) -> Part:
    """Set rows in a ruled table."""
    return rows, spans


def printed(tmp_path: Path, *parts: Part) -> PrintedPlan:
    """Print a document and read it; '#' begins a heading, '##' a larger one, '---' a page."""
    flow: list[Flowable] = []
    for part in parts:
        if part == "---":
            flow.append(PageBreak())
            continue
        if isinstance(part, str):
            style = {"##": LARGE, "# ": HEAD}.get(part[:2], TEXT)
            flow += [Paragraph(part.lstrip("# "), style), Spacer(1, 6)]
            continue
        rows, spans = part
        cells = [[Paragraph(text, TEXT) if text else "" for text in row] for row in rows]
        widths = WIDTHS if len(rows[0]) == len(WIDTHS) else [740 / len(rows[0])] * len(rows[0])
        style_of = TableStyle([*GRID, *spans])
        flow += [Table(cells, colWidths=widths, style=style_of), Spacer(1, 10)]
    path = tmp_path / "plan.pdf"
    SimpleDocTemplate(str(path), pagesize=landscape(A4), leftMargin=40, rightMargin=40).build(flow)
    return read_plan(path, watch=NOBODY)


def told(plan: PrintedPlan, what: str) -> list[str]:
    """What each row is told by the words around it, in printed order."""
    found = []
    for section in plan.sections:
        for row in section.rows:
            cell = section.agency if what == "agency" else getattr(row, what)
            found.append(cell.text if cell else "")
    return found


TWO = (table(HEADINGS, FIRST), table(HEADINGS, SECOND))
HEADLESS = (table(HEADINGS, FIRST), table(SECOND, THIRD))


@pytest.mark.parametrize(
    ("what", "captions", "tables", "names"),
    [
        ("theme", ("# Theme 1 – Voice", "# Theme 2 – Self-neglect"), TWO, None),
        ("theme", ("# Finding 1: capacity", "# Finding 2: escalation"), HEADLESS, None),
        ("recommendation", ("# Recommendation 1: train", "# Recommendation 2: write"), TWO, None),
        ("agency", ("# Kent Police", "# Kent County Council"), HEADLESS, None),
        ("agency", ("Kent Police", "Kent County Council"), HEADLESS, None),
        (
            "agency",
            ("Agency: Kent Police Author: Head of Crime", "Agency: Safe Paths"),
            TWO,
            ("Kent Police", "Safe Paths"),
        ),
    ],
)
def test_captions_name_what_stands_below(
    tmp_path: Path,
    what: str,
    captions: tuple[str, str],
    tables: tuple[Part, Part],
    names: tuple[str, str] | None,
) -> None:
    """Also where only the first table has headings, and where nothing else stands above."""
    plan = printed(tmp_path, captions[0], tables[0], captions[1], tables[1])
    first, second = names or tuple(c.removeprefix("# ") for c in captions)
    rows = 1 if tables is TWO else 2
    assert told(plan, what) == [first] + [second] * rows


def test_no_row_is_lost_below_a_heading_of_any_words(tmp_path: Path) -> None:
    """A table without headings that reads on as the plan did is part of it, and this is said."""
    plan = printed(tmp_path, "# Plan", HEADLESS[0], "# Later additions", HEADLESS[1])
    assert len(told(plan, "theme")) == 3
    assert any(d.kind == "section_unsure" and d.printed == "Later additions" for d in plan.doubts)


def test_a_table_of_as_many_columns_that_reads_otherwise_is_none_of_the_plan(
    tmp_path: Path,
) -> None:
    """Names under actions and telephone numbers under dates are something else; this is said."""
    names = ("A", "Chair", "Council", "Chief", "here"), ("B", "Nurse", "Trust", "Lead", "away")
    plan = printed(tmp_path, "# Plan", HEADLESS[0], "# Who came", table(*names))
    assert len(told(plan, "theme")) == 1
    assert any(d.kind == "section_unsure" and "A | Chair" in d.printed for d in plan.doubts)


@pytest.mark.parametrize("name", ["Agency", "Name of organisation"])
def test_a_small_table_above_says_whose_the_plan_is(tmp_path: Path, name: str) -> None:
    """A cover table of labels and values, as templates have it."""
    cover = table((name, "Kent Police"), ("Completed by", "Head of Crime"))
    plan = printed(tmp_path, "# Single agency action plan", cover, HEADLESS[0])
    assert told(plan, "agency") == ["Kent Police"]


@pytest.mark.parametrize("name", ["Agency: Kent Police", "Kent Police"])
def test_a_row_above_the_headings_says_whose_the_plan_is(tmp_path: Path, name: str) -> None:
    """Beside it stands who signed it."""
    over = name, "", "", "Signed off by: Head of Crime", ""
    merged = [("SPAN", (0, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
    plan = printed(tmp_path, "# Plan", table(over, HEADINGS, FIRST, spans=merged))
    assert told(plan, "agency") == ["Kent Police"]


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        (("Recommendation 1: Train all staff in this.", "", "", "", "Accepted"), (0, 3)),
        (("1", "The Trust should train all of its staff in this.", "", "", ""), (1, 4)),
    ],
)
def test_a_row_recommends_what_the_rows_below_do(
    tmp_path: Path, row: Sequence[str], spans: tuple[int, int]
) -> None:
    """Beside it stands its number, or a word or two on whether it was accepted."""
    merged = [("SPAN", (spans[0], 1), (spans[1], 1))]
    plan = printed(tmp_path, "# Plan", table(HEADINGS, row, FIRST, SECOND, spans=merged))
    assert told(plan, "recommendation") == [row[spans[0]]] * 2


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Progress as at 4 May 2022: half of it done.", "Progress to date"),
        ("Update June 2022: half of it done.", "Progress to date"),
        ("Action 1 was split in two in May 2022.", ""),
    ],
)
def test_a_row_tells_of_the_one_above(tmp_path: Path, row: str, column: str) -> None:
    """With its date; what is a mere note stands in no row, and recommends nothing."""
    merged = [("SPAN", (0, 2), (-1, 2))]
    rows = HEADINGS, FIRST, (row, "", "", "", ""), SECOND
    plan = printed(tmp_path, "# Plan", table(*rows, spans=merged))
    assert told(plan, "recommendation") == ["", ""]
    section = plan.sections[0]
    texts = {
        c.heading: cell.text
        for c, cell in zip(section.columns, section.rows[0].cells, strict=True)
        if cell
    }
    assert (row in texts.get(column, "")) == bool(column)
    assert column or any(d.kind == "section_unsure" and d.printed == row for d in plan.doubts)


@pytest.mark.parametrize("heading", ["# Risks", "# Key events", "# Version history"])
def test_a_heading_that_names_something_else_ends_the_plan(tmp_path: Path, heading: str) -> None:
    """However much the table below it reads like one."""
    plan = printed(tmp_path, "# Plan", HEADLESS[0], heading, HEADLESS[1])
    assert len(told(plan, "theme")) == 1
    assert any("Write to all practices" in d.printed for d in plan.doubts)


@pytest.mark.parametrize(
    "lines",
    [
        ("Kent County Council", "Barts Health NHS Trust", "Kent Police"),
        ("Author: Head of Crime, Kent Police",),
        ("Date: 4 May 2022",),
    ],
)
def test_lists_of_bodies_and_what_authors_wrote_name_no_agency(
    tmp_path: Path, lines: Sequence[str]
) -> None:
    """They stand above a plan as the name of its agency would."""
    plan = printed(tmp_path, "# Action plan of the review", *lines, HEADLESS[0])
    assert told(plan, "agency") == [""]


def test_what_is_for_all_ends_what_one_agency_stood_for(tmp_path: Path) -> None:
    """Told as text, by 'Agency: …', or by a heading of another style."""
    for_all = "# Multi-agency recommendations"
    plan = printed(tmp_path, "# Plan", "Agency: Kent Police", TWO[0], for_all, TWO[1])
    assert told(plan, "agency") == ["Kent Police", ""]


def test_a_recommendation_without_actions_is_said(tmp_path: Path) -> None:
    """Another one follows at once; it would be in no row, and in no doubt."""
    rows = (
        ("Recommendation 1: Train.", "", "", "", ""),
        ("Recommendation 2: Write.", "", "", "", ""),
    )
    merged = [("SPAN", (0, at), (-1, at)) for at in (1, 2)]
    plan = printed(tmp_path, "# Plan", table(HEADINGS, *rows, FIRST, spans=merged))
    assert told(plan, "recommendation") == ["Recommendation 2: Write."]
    assert any(d.printed == "Recommendation 1: Train." for d in plan.doubts)


def test_sums_and_notes_are_no_actions(tmp_path: Path) -> None:
    """A row of totals is in no row of the plan, and said with its sums; so is a note."""
    note = "Note: dates were revised in June."
    rows = FIRST, ("", "Total", "", "£900", ""), (note, "", "", "", "")
    plan = printed(tmp_path, "# Plan", table(HEADINGS, *rows, spans=[("SPAN", (0, 3), (-1, 3))]))
    (row,) = plan.sections[0].rows
    assert "Note" not in "".join(cell.text for cell in row.cells if cell)
    assert {"Total | £900", note} <= {d.printed for d in plan.doubts}


def test_the_words_below_a_bare_number_are_the_recommendation(tmp_path: Path) -> None:
    """Set as text between the heading and the table of its actions."""
    words = "All staff should be trained in this by a person who has done so before."
    plan = printed(tmp_path, "# Plan", "# Recommendation 1:", words, HEADLESS[0])
    assert told(plan, "recommendation") == [f"Recommendation 1:\n{words}"]


def test_a_topic_among_topics_is_no_agency(tmp_path: Path) -> None:
    """'Housing and homelessness' may be a department; beside other topics it is one of them."""
    topics = "# 1. Housing and homelessness", "# 2. Mental capacity", "# 3. Curiosity"
    parts = [part for topic in topics for part in (topic, table(HEADINGS, FIRST))]
    assert told(printed(tmp_path, "The plan of the review.", *parts), "agency") == ["", "", ""]


def test_a_theme_holds_over_the_smaller_headings_below_it(tmp_path: Path) -> None:
    """Each recommendation under it has a table of its own, with its headings."""
    first, second = "# Recommendation 1: Train them.", "# Recommendation 2: Tell them."
    themes = "## Theme 1 – Voice", "## Theme 2 – Sharing"
    parts = themes[0], first, TWO[0], second, TWO[1], themes[1], "# Recommendation 3: Ask.", TWO[0]
    plan = printed(tmp_path, "The plan of the review.", *parts)
    assert told(plan, "theme") == ["Theme 1 – Voice", "Theme 1 – Voice", "Theme 2 – Sharing"]
    assert told(plan, "recommendation")[1] == "Recommendation 2: Tell them."


def test_no_row_goes_on_over_a_heading_that_begins_something(tmp_path: Path) -> None:
    """Though the page's end cuts a sentence, and what stands below could be the rest of it."""
    cut = "3", "Train the staff of", "Ward Manager", "June 2022", "Booked."
    rest = "", "both wards and their managers in this", "", "", ""
    parts = "# Theme 1: Voice", table(HEADINGS, FIRST, cut), "---", "# Theme 2: Sharing"
    plan = printed(tmp_path, "The plan of the review.", *parts, table(rest, SECOND))
    assert told(plan, "theme") == ["Theme 1: Voice"] * 2 + ["Theme 2: Sharing"] * 2
