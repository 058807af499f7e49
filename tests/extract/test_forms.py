"""Forms of labels and values, one for each action."""

from extract.building import OpenSection
from extract.forms import FormReader, all_entries, entries_of
from extract.lexicon import Lexicon
from extract.tables import PageTable
from tests.extract.drawn import drawn_table

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
