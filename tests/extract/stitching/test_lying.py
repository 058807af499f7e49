"""Plans that lie on their side: labels down the first column, an action to each column beside."""

from extract.stitching.building import OpenSection
from extract.stitching.forms import FormReader, entries_of
from extract.stitching.lying import is_lying, with_lying_plans
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_page, drawn_table

NOTHING = Lexicon([])
LYING = [
    ["Action", "Write it", "Teach it"],
    ["Lead agency", "Kent Police", "Kent Council"],
    ["Target date", "May 2021", "June 2021"],
    ["Progress", "Begun", "Not begun"],
]


def set_up(texts: list[list[str]]) -> PageTable:
    """Return the table that a drawn one is made on its page."""
    ((table,),) = [
        p.tables for p in with_lying_plans([drawn_page(1, [drawn_table(texts)])], NOTHING)
    ]
    return table


def rows_of(table: PageTable) -> list[dict[str, str]]:
    """Read a table as forms."""
    reader, section = FormReader(NOTHING), OpenSection((), None, "form")
    reader.read(table, entries_of(table, NOTHING), section)
    headings = [column.heading for column in section.columns]
    return [
        {h: cell.text for h, cell in zip(headings, row.cells, strict=True) if cell}
        for row in section.rows
    ]


def test_each_column_beside_the_labels_is_an_action() -> None:
    """Its cells keep the stretch of the page that they take."""
    table = set_up(LYING)
    first, second = rows_of(table)
    assert first == {row[0]: row[1] for row in LYING}
    assert second == {row[0]: row[2] for row in LYING}
    assert {table.stretch(c) for c in table.cells if c.text == "Teach it"} == {(200.0, 300.0)}


def test_numbers_over_the_columns_count_the_actions() -> None:
    """They stand in a row without a label."""
    first, second = rows_of(set_up([["", "Action 1", "Action 2"], *LYING]))
    assert (first[""], second[""]) == ("1", "2")


def test_letters_are_counted_once_though_labels_stand_for_each_column() -> None:
    """What several columns share is printed once, too."""
    table = set_up(LYING)
    letters = sum(word.letters for c in table.cells for line in c.lines for word in line.words)
    assert letters == sum(len("".join(text.split())) for row in LYING for text in row)


def test_other_tables_do_not_lie() -> None:
    """Headings along the top, labels that make no plan, or words over the columns."""
    upright = [list(row) for row in zip(*LYING, strict=True)]
    people = [["Role", "Police", "Council"], ["Chair", "A", "B"], ["Author", "C", "D"]]
    agencies = [["", "Kent Police", "Kent Council"], *LYING]
    form = [
        ["Action", "Write it", "Lead", "Kent Police"],
        ["Target date", "May", "Progress", "Begun"],
    ]
    for texts in (upright, people, agencies, form):
        assert set_up(texts) == drawn_table(texts)
    assert is_lying(drawn_table(agencies), NOTHING)  # and is said to be unread
    assert not is_lying(drawn_table(upright), NOTHING)
