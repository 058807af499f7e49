"""Pages printed sideways are turned to be read, and places turned back."""

import pytest

from extract.page import Fill, Glyph, PageContent, Rule
from extract.tables.upright import turned_back, turned_box, upright
from tests.extract.drawn import glyphs


def page(drawn: list[Glyph]) -> PageContent:
    """Draw a page of 600 by 800 points with a rule and a fill at its top left."""
    rule, fill = Rule(10, 20, 110, 20), Fill(10, 20, 110, 40, "#eeeeee")
    return PageContent(1, 600, 800, tuple(drawn), (rule,), (fill,), 0.0, 0)


def sideways(turn: int, count: int = 10) -> list[Glyph]:
    """Draw letters that run up (270) or down (90) the page."""
    return [
        glyph._replace(turn=turn, x0=50, x1=60, top=100 + 5 * i, bottom=105 + 5 * i, baseline=60)
        for i, glyph in enumerate(glyphs("a" * count))
    ]


@pytest.mark.parametrize(("turn", "quarters"), [(270, 1), (90, 3)])
def test_a_sideways_page_is_turned(turn: int, quarters: int) -> None:
    """So that its text runs from left to right and its sides are swapped."""
    turned = upright(page(sideways(turn)))
    assert (turned.quarters, turned.width, turned.height) == (quarters, 800, 600)
    assert {glyph.turn for glyph in turned.glyphs} == {0}


def test_a_page_of_level_text_stays_as_it_is() -> None:
    """Some headings set upwards do not turn it."""
    content = page(glyphs("level text of a page") + sideways(270, 5))
    assert upright(content) is content


def test_rules_and_fills_turn_with_the_text() -> None:
    """A rule across becomes one down; a page turned clockwise has its left edge on top."""
    turned = upright(page(sideways(270)))
    assert turned.rules[0] == Rule(780, 10, 780, 110)
    assert turned.fills[0] == Fill(760, 10, 780, 110, "#eeeeee")


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_place_turned_back_is_where_it_was(quarters: int) -> None:
    """Whatever the turn."""
    box = (10.0, 20.0, 110.0, 40.0)
    sides = (800, 600) if quarters % 2 else (600, 800)
    content = page([])._replace(quarters=quarters, width=sides[0], height=sides[1])
    assert turned_back(turned_box(box, quarters, 600, 800), content) == box
