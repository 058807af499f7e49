"""Tables that stand beside each other are read one after the other, each with its heading."""

from extract.tables.side_by_side import are_beside, edges_between, parted_lines, reading_order
from extract.text.words import lines_of, words_of
from tests.extract.drawn import drawn_line, glyphs

LEFT, RIGHT = (40.0, 100.0, 280.0, 300.0), (320.0, 100.0, 560.0, 260.0)
BELOW = (40.0, 400.0, 560.0, 500.0)


def test_tables_at_one_height_stand_beside_each_other() -> None:
    """One under the other they do not."""
    assert are_beside(LEFT, RIGHT)
    assert not are_beside(RIGHT, LEFT)
    assert edges_between([LEFT, RIGHT, BELOW]) == [300.0]
    assert edges_between([LEFT, BELOW]) == []


def test_headings_on_one_line_are_parted_between_their_tables() -> None:
    """A title that runs over both is one, and so is every line where no tables meet."""
    both = lines_of(words_of([*glyphs("Kent Police", 40), *glyphs("Kent Council", 330, run=1)]))
    assert [line.text for line in parted_lines(both, [LEFT, RIGHT])] == [
        "Kent Police",
        "Kent Council",
    ]
    assert len(parted_lines(both, [LEFT, BELOW])) == 1
    title = [drawn_line("An action plan of the partnership for all of its members", x=200)]
    assert parted_lines(title, [LEFT, RIGHT]) == title


def test_a_table_is_read_with_its_heading_before_the_next() -> None:
    """What stands above or below both keeps its place."""
    title, above_left, above_right = (40, 20, 500, 32), (40, 80, 120, 92), (330, 80, 400, 92)
    blocks = [LEFT, RIGHT, BELOW, title, above_left, above_right]
    assert reading_order(blocks, [LEFT, RIGHT, BELOW]) == [3, 4, 0, 5, 1, 2]
