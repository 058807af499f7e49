"""Forms of labels and values, one for each action."""

import pytest

from extract.stitching.building import OpenSection
from extract.stitching.form_numbers import counting, numbered
from extract.stitching.forms import FormReader, all_entries, bands_of, begun, entries_of
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
        entries = entries_of(table, NOTHING) or reader.more_of(table, section)
        reader.read(
            table, entries or ([] if section.rows else all_entries(table, NOTHING)), section
        )
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


def form(number: int) -> list[list[str]]:
    """A form of four labels, two to a line, that tells which one it is."""
    first = ["Ref", str(number), "Recommendation", f"Share what you know, part {number}"]
    return [first, ["Lead agency", f"Police {number}", "Target date", f"June 202{number}"]]


def placed(lines: list[list[str]], page: int, top: float, edge: float) -> PageTable:
    """A form as a table whose second edge stands where its own words put it."""
    table = drawn_table(lines, page=page, top=top)
    xs = (table.xs[0], edge, *table.xs[2:])
    return table._replace(xs=xs)


def test_the_parts_of_a_form_that_a_page_tore_are_one_row() -> None:
    """Each form has widths of its own, the first part too few labels to be known as a form."""
    whole = [placed(form(n), 1, 100 * n, 80 + 9 * n) for n in (1, 2)]
    torn = [placed(form(3)[:1], 1, 300, 125), placed(form(3)[1:], 2, 50, 125)]
    found = rows_of(*whole, *torn, placed(form(4), 2, 150, 125))
    assert [row["Ref"] for row in found] == ["1", "2", "3", "4"]
    assert [row["Lead agency"] for row in found] == [f"Police {n}" for n in (1, 2, 3, 4)]


def test_what_is_left_of_a_form_takes_no_labels_of_the_next_one() -> None:
    """The label that opens forms opens one, though the rest above it has none of that name."""
    whole = [placed(form(n), 1, 100 * n, 80 + 9 * n) for n in (1, 2)]
    found = rows_of(*whole, placed(form(3)[1:], 2, 50, 125), placed(form(4), 2, 150, 125))
    assert found[2] == {"Lead agency": "Police 3", "Target date": "June 2023"}
    assert found[3]["Ref"] == "4"


def test_values_torn_side_by_side_go_on_each_in_its_own_column() -> None:
    """A page's end cuts a line of two labels through both values."""
    rest = drawn_table([["", "A", "", "with every agency"], *form(2)[1:]], page=2)
    (row,) = rows_of(drawn_table([*form(2)[1:], *form(2)[:1]]), rest)[:1]
    assert row["Ref"] == "2 A"
    assert row["Recommendation"] == "Share what you know, part 2 with every agency"


def test_a_form_that_goes_on_with_another_label_than_the_others_is_doubted() -> None:
    """The page's end may have parted two forms as well."""
    reader, section = FormReader(NOTHING), OpenSection((), None, "form")
    order = [FORM[0], FORM[1], FORM[3], FORM[2]]
    for table in (drawn_table(order), drawn_table(order, top=300), drawn_table(order[:2], top=600)):
        reader.read(table, all_entries(table, NOTHING), section)
    rest = drawn_table([FORM[2]], page=2)
    reader.read(rest, reader.more_of(rest, section), section)
    assert len(section.rows) == 3
    (doubt,) = section.rows[-1].doubts
    assert (doubt.kind, doubt.page, doubt.printed) == (
        "row_joined_on_weak_evidence",
        2,
        "Lead agency",
    )


@pytest.mark.parametrize("rows", [1, 2])
def test_the_first_rows_of_a_form_at_a_pages_foot_begin_it(rows: int) -> None:
    """They are no form by themselves; with the rest, on the next page, they are one."""
    first, rest = drawn_table(FORM[:rows]), drawn_table(FORM[rows:], page=2)
    assert [e.label for e in begun(first, rest, NOTHING)] == [label for label, _ in FORM[:rows]]
    assert begun(first, None, NOTHING) == []
    assert begun(first, drawn_table(FORM, page=2), NOTHING) == []
