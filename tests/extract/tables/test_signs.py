"""Coloured signs and small shapes in cells without words."""

import pytest

from extract.page import Fill
from extract.tables.signs import colour_of_signs
from tests.extract.drawn import drawn_line

RED, GREEN, BLACK = "#d4351c", "#00703c", "#000000"
BOX = (0.0, 80.0, 100.0, 110.0)
DISC = Fill(40, 90, 52, 102, GREEN)


@pytest.mark.parametrize(
    ("text", "ink", "shapes", "colour"),
    [
        ("●", RED, [], RED),
        ("\uf06c", GREEN, [], GREEN),  # a disc of a font of signs
        ("● ●", RED, [], RED),
        ("", BLACK, [DISC], GREEN),
        ("●", BLACK, [DISC], GREEN),
        ("●", BLACK, [], ""),
        ("●", RED, [DISC], ""),  # two colours: who knows which one counts
        ("On track", RED, [DISC], ""),  # words say it themselves
        (".", RED, [], ""),
        ("", BLACK, [DISC._replace(x1=120)], ""),  # of more than this cell
        ("", BLACK, [DISC._replace(colour="#999999")], ""),
    ],
)
def test_a_cell_without_words_has_the_colour_of_its_signs(
    text: str, ink: str, shapes: list[Fill], colour: str
) -> None:
    """If there is one, and it is no grey."""
    lines = [drawn_line(text, 20, colour=ink)] if text else []
    assert colour_of_signs(BOX, lines, shapes) == colour
