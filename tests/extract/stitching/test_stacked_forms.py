"""Forms of several rows of headings, each with its values below."""

from extract.stitching.building import OpenSection
from extract.stitching.forms import FormReader, entries_of
from extract.stitching.stacked_forms import stacked_pairs
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_table

NOTHING = Lexicon([])


def form(number: int) -> list[list[str]]:
    """A form of two rows of headings."""
    first = ["Ref", "Recommendation", "Lead agency", "Target date"]
    second = ["Action", "Progress", "Evidence", "Status"]
    values = [str(number), f"Share, part {number}", "Police", "June 2021"]
    return [first, values, second, [f"Write {number}", f"Draft {number}", "Audit", "Open"]]


def rows_of(*tables: PageTable) -> list[dict[str, str]]:
    """Read tables one after the other."""
    reader, section = FormReader(NOTHING), OpenSection((), None, "form")
    for table in tables:
        entries = entries_of(table, NOTHING) or reader.more_of(table, section)
        reader.read(table, entries, section)
    headings = [column.heading for column in section.columns]
    return [
        {h: cell.text for h, cell in zip(headings, row.cells, strict=True) if cell}
        for row in section.rows
    ]


WHOLE = dict(zip(*form(3)[:2], strict=True)) | dict(zip(*form(3)[2:], strict=True))


def test_all_rows_of_headings_are_of_one_action() -> None:
    """In one table, or in a table for each."""
    assert rows_of(drawn_table(form(3))) == [WHOLE]
    assert rows_of(drawn_table([*form(1), *form(2), *form(3)]))[2] == WHOLE
    assert rows_of(drawn_table(form(1)), drawn_table(form(3), top=300))[1] == WHOLE


def test_headings_that_ask_for_the_same_again_make_no_form() -> None:
    """Each has one row below it by chance, as have those of a plan for each agency."""
    plan = form(1)[:2]
    other = [["No", "Recommendation", "Lead agency", "By when"], plan[1]]
    assert stacked_pairs(drawn_table([*plan, *plan]), NOTHING) == []
    assert stacked_pairs(drawn_table([*plan, *other]), NOTHING) == []
    assert stacked_pairs(drawn_table([*form(1), form(1)[3]]), NOTHING) == []


def test_a_form_is_one_wherever_the_page_ends() -> None:
    """Between its halves, or between headings and their values."""
    for end in (1, 2, 3):
        parts = drawn_table(form(3)[:end], top=400), drawn_table(form(3)[end:], page=2)
        assert rows_of(drawn_table([*form(1), *form(2)]), *parts)[2:] == [WHOLE]


def test_values_that_a_page_tore_stand_under_their_labels_by_their_place() -> None:
    """The rest of the table has fewer columns, whose numbers are others."""
    parts = drawn_table(form(3)[:3], top=400), drawn_table([form(3)[3][2:]], page=2)
    moved = parts[1].cells
    rest = [c._replace(box=(c.box[0] + 200, *c.box[1:])) for c in moved]
    table = parts[1]._replace(cells=tuple(rest), xs=(0.0, 200.0, 400.0))
    found = rows_of(drawn_table([*form(1), *form(2)]), parts[0], table)[2]
    assert (found["Action"], found["Evidence"], found["Status"]) == ("", "Audit", "Open")
