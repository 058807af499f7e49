"""Forms of labels and values, one for each action."""

import pytest

from extract.stitching.building import OpenSection
from extract.stitching.form_numbers import counting, numbered
from extract.stitching.forms import FormReader, all_entries, bands_of, entries_of
from extract.stitching.styles import Caption
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_line, drawn_table

NOTHING = Lexicon([])
FORM = [
    ["Recommendation", "Share what you know"],
    ["Action", "Write a protocol"],
    ["Lead agency", "Police"],
    ["Target date", "June 2021"],
]


def rows_of(*tables: PageTable) -> list[dict[str, str]]:
    """Read tables as forms, one after the other."""
    reader, section = FormReader(NOTHING), OpenSection((), None, "form")
    for table in tables:
        reader.read(table, entries_of(table, NOTHING) or all_entries(table, NOTHING), section)
    headings = [column.heading for column in section.columns]
    return [
        {h: cell.text for h, cell in zip(headings, row.cells, strict=True) if cell}
        for row in section.rows
    ]


def test_labels_are_known_headings() -> None:
    """Each with the value beside it."""
    entries = entries_of(drawn_table(FORM), NOTHING)
    assert [(entry.field, entry.value.text) for entry in entries] == [
        ("recommendation", "Share what you know"),
        ("action", "Write a protocol"),
        ("lead", "Police"),
        ("target_date_text", "June 2021"),
    ]


def test_labels_may_stand_in_two_columns() -> None:
    """Label and value, label and value."""
    pairs = [[*FORM[0], *FORM[1]], [*FORM[2], *FORM[3]]]
    assert len(entries_of(drawn_table(pairs), NOTHING)) == 4


def test_a_table_of_two_columns_is_no_form() -> None:
    """Its first column holds no headings."""
    table = drawn_table([["Action", "Date"], ["Train", "May"], ["Write", "June"], ["Meet", "July"]])
    assert entries_of(table, NOTHING) == []


def test_each_form_is_a_row() -> None:
    """In tables of their own."""
    second = [["Recommendation", "Train"], ["Action", "Hold a course"], *FORM[2:]]
    found = rows_of(drawn_table(FORM), drawn_table(second, top=300))
    assert [row["Action"] for row in found] == ["Write a protocol", "Hold a course"]


def test_forms_that_touch_part_where_a_label_comes_again() -> None:
    """In one table."""
    assert len(rows_of(drawn_table([*FORM, *FORM]))) == 2


def test_a_value_torn_by_the_page_goes_on_beside_a_blank_label() -> None:
    """As one row."""
    rest = drawn_table([["", "with every agency"], ["Lead agency", "Police"]], page=2)
    (row,) = rows_of(drawn_table(FORM[:2]), rest)
    assert row["Action"] == "Write a protocol with every agency"
    assert row["Lead agency"] == "Police"


PAIRS = [[*FORM[0], *FORM[1]], [*FORM[2], *FORM[3]]]


def with_whole_row(table: PageTable, row: int, *, start: int = 0) -> PageTable:
    """Let a row's cell in column `start` reach to the table's end."""
    first = next(c for c in table.row(row) if c.column == start)
    rest = [c for c in table.cells if not (c.row == row and c.column > start)]
    whole = first._replace(last_column=table.columns - 1)
    return table._replace(cells=tuple(whole if c is first else c for c in rest))


def test_a_row_over_the_whole_width_parts_forms() -> None:
    """It is no label and no value."""
    table = drawn_table([*PAIRS, ["Coroner", "", "", ""], *PAIRS])
    assert bands_of(with_whole_row(table, 2)) == [2]
    assert bands_of(table) == []


def test_a_label_may_have_run_together_with_its_empty_value() -> None:
    """The row's other label and value are read all the same."""
    table = with_whole_row(drawn_table([*PAIRS, ["Agency", "Coroner", "Status", ""]]), 2, start=2)
    entries = {e.label: e.value.text for e in entries_of(table, NOTHING)}
    assert entries["Agency"] == "Coroner"
    assert entries["Status"] == ""


def test_a_row_with_fewer_cells_that_the_page_tore_off_is_of_the_form() -> None:
    """Its edges are some of those of the form before it."""
    rest = drawn_table([["RAG rating", "Amber"]], page=2, width=100)
    rest = rest._replace(xs=(0.0, 100.0, 400.0))
    reader, section = FormReader(NOTHING), OpenSection((), None, "form")
    table = drawn_table(PAIRS)
    reader.read(table, entries_of(table, NOTHING), section)
    assert reader.continues(rest)
    reader.read(rest, all_entries(rest, NOTHING), section)
    assert len(section.rows) == 1
    assert reader.continues(drawn_table(PAIRS, page=2))
    assert not reader.continues(rest._replace(xs=(0.0, 150.0, 400.0)))


def test_a_table_that_explains_the_columns_of_a_plan_is_no_form() -> None:
    """Its first row says so."""
    assert entries_of(drawn_table([["Column", "What to write"], *FORM]), NOTHING) == []
    assert entries_of(drawn_table([["Theme", "Sharing"], *FORM]), NOTHING)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Recommendation 1", "1"),
        ("Recommendation No. 2.1:", "2.1"),
        ("Learning point\n7", "7"),
        ("Action R4", "R4"),
        ("Reference: 3a", "3a"),
        ("Recommendation", None),
        ("Update 2", None),
        ("Recommendation 1 of 6", None),
        ("Recommendation 2: share what you know by 1", None),
    ],
)
def test_the_number_of_a_form_is_read_off_its_label(label: str, number: str | None) -> None:
    """Where it says no more than what is counted, and forms are counted by that."""
    (cell,) = drawn_table([[label]]).cells
    found = numbered(1, cell.lines)
    assert (found.number.lines[0].text if found else None) == number


def test_each_form_has_its_number_in_a_column_without_heading() -> None:
    """The label itself is the same from form to form."""
    forms = [[[f"Recommendation {n}", "Share"], *FORM[1:]] for n in (1, 2)]
    first, second = rows_of(*map(drawn_table, forms))
    assert (first[""], second[""]) == ("1", "2")
    assert second["Recommendation"] == "Share"


def test_forms_are_counted_by_their_own_reference() -> None:
    """'Recommendation 4' with 'Ref: 2.1' beside it, or above it, adds no second number."""
    (row,) = rows_of(drawn_table([["Recommendation 4", "Share"], ["Ref", "2.1"], *FORM[1:]]))
    assert row["Ref"] == "2.1"
    assert "" not in row
    line = Caption.of_lines(1, [drawn_line("Recommendation 4")])
    assert counting([line], {"recommendation", "reference"}) == (None, [line])


def test_a_caption_numbers_the_form_below_unless_it_is_the_recommendation_itself() -> None:
    """'Recommendation 3' over a form that prints its recommendation counts it."""
    line = Caption.of_lines(1, [drawn_line("Recommendation 3")])
    number, rest = counting([line], {"recommendation", "action"})
    assert number is not None
    assert number.lines[0].text == "3"
    assert rest == []
    assert counting([line], {"action", "lead"}) == (None, [line])
