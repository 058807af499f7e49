"""The rest of a torn row under repeated headings is a row of its own, however it is drawn."""

from extract.page import PageContent, Rule
from extract.plan import plan_of
from extract.stitching.header_columns import HeaderColumn
from extract.stitching.headers import Header
from extract.stitching.torn_tops import surplus, with_tops_parted
from extract.tables.finding import PageTable
from tests.extract.drawn import drawn_page, drawn_table, glyphs

HEADINGS = ["Recommendation", "Action", "Lead", "Target date"]
ROW = ["Schools should know", "Meet the designated", "Head", "May 2021"]


def texts_of(table: PageTable) -> list[list[str]]:
    """Say what each row of a table holds."""
    return [[c.text for c in table.row(row)] for row in range(table.rows)]


def parted(*, top: list[str], more: list[list[str]] | None = None) -> list[list[str]]:
    """Part the top of a second page, and say what its table holds."""
    first = drawn_table([HEADINGS, ROW], height=60)
    second = drawn_table([top, *(more or [])], page=2, height=60)
    pages = with_tops_parted([drawn_page(1, [first]), drawn_page(2, [second])])
    return texts_of(pages[1].tables[0])


def test_a_rest_in_a_cell_of_the_headings_is_a_row() -> None:
    """No rule stands between them."""
    top = ["Recommendation", "Action\nleads twice a year.", "Lead", "Target date"]
    assert parted(top=top, more=[ROW]) == [HEADINGS, ["", "leads twice a year.", "", ""], ROW]


def test_a_longer_heading_is_no_rest() -> None:
    """Unless it is set apart or a text of the page before goes on in it."""
    top = ["Recommendation", "Action\nTaken", "Lead", "Target date"]
    assert parted(top=top, more=[ROW])[0][1] == "Action Taken"


def test_repeated_headings_that_say_more_are_told() -> None:
    """Words that stand in no row must not vanish unsaid."""

    def header(*texts: str) -> Header:
        return Header(0, 0, tuple(HeaderColumn(t, "extra", 0, 1) for t in texts), plan=True)

    assert surplus(header("Action", "Lead"), header("Action Taken", "Lead")) == "Taken"
    assert surplus(header("Action", "Lead"), header("Action", "Lead")) == ""
    assert surplus(header("Lead", ""), header("Leader", "Other")) == ""


def test_a_rest_whose_cells_run_together_is_parted_by_the_columns() -> None:
    """A text that goes on shows that it is a rest."""
    first = drawn_table([HEADINGS, ROW], height=60)
    second = drawn_table([HEADINGS, ["", "leads.", "", ""], ROW], page=2, height=60)
    rest = [c for c in second.cells if c.row == 1]
    wide = rest[1]._replace(last_column=3, box=(100, 160, 400, 220))
    kept = tuple(c for c in second.cells if c not in rest[1:])
    second = second._replace(cells=(*kept, wide))
    pages = with_tops_parted([drawn_page(1, [first]), drawn_page(2, [second])])
    assert texts_of(pages[1].tables[0]) == [HEADINGS, ["", "leads.", "", ""], ROW]


def page_of(number: int, rows: list[tuple[float, list[str]]], downs: list[float]) -> PageContent:
    """Draw rows at their baselines, a rule around each, and rules down the page at `downs`."""
    xs = [50.0, 200.0, 350.0, 450.0]
    drawn = [
        g
        for baseline, texts in rows
        for x, text in zip(xs, texts, strict=True)
        for g in glyphs(text, x + 3, baseline, bold=texts == HEADINGS)
    ]
    ys = [b - 12 for b, _ in rows] + [rows[-1][0] + 8]
    across = [Rule(50, y, 550, y) for y in ys]
    down = [Rule(x, ys[0], x, ys[-1]) for x in downs]
    return PageContent(number, 600, 800, tuple(drawn), (*across, *down), (), 0.0, 0)


def test_a_rest_alone_under_headings_that_no_rule_parts_is_read() -> None:
    """A frame around the headings and the rest is all that the page draws."""
    first = page_of(
        1,
        [(700, HEADINGS), (720, ["Train all staff.", "Hold it.", "Chair", "May 2020"]), (740, ROW)],
        [50, 200, 350, 450, 550],
    )
    second = page_of(2, [(60, HEADINGS), (80, ["", "leads.", "", ""])], [50, 550])
    plan = plan_of("plan.pdf", b"", [first, second])
    rows = [r for s in plan.sections for r in s.rows]
    assert [" ".join(c.text.split()) for r in rows if (c := r.cells[1])] == [
        "Hold it.",
        "Meet the designated leads.",
    ]
    assert plan.unplaced_characters == 0
