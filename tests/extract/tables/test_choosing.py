"""Where nothing closes the cells, readings compete, and evidence decides."""

import pytest

from extract.page import Fill, Glyph, PageContent, Rule
from extract.tables.across import bounds_of, regions_of
from extract.tables.choosing import grids_of
from extract.tables.evidence import Evidence
from extract.text.words import words_of
from tests.extract.drawn import glyphs

HEADINGS = ("Recommendation", "Action", "Lead", "Deadline")
COLUMNS = (40, 200, 360, 480)
ROWS = (130, 160, 190)


def page_of(rules: list[Rule], fills: list[Fill]) -> PageContent:
    """Draw three rows of four cells under headings, between the given marks."""
    drawn: list[Glyph] = []
    for x, heading in zip(COLUMNS, HEADINGS, strict=True):
        drawn += glyphs(heading, x, 100, bold=True)
        for y in ROWS:
            drawn += glyphs("Words", x, y)
    return PageContent(1, 600, 800, tuple(drawn), tuple(rules), tuple(fills), 0.0, 0)


def across(y: float) -> Rule:
    """Draw a rule over the whole table."""
    return Rule(36, y, 560, y)


FRAME = [Rule(36, 85, 36, 205), Rule(560, 85, 560, 205)]
LINES = [across(y) for y in (85, 115, 145, 175, 205)]
STRIPES = [Fill(36, y, 560, y + 30, "#eeeeee") for y in (85, 145)]


@pytest.mark.parametrize(
    ("rules", "fills", "reading"),
    [
        (LINES, [], "horizontal_rules"),
        ([*FRAME, *LINES], [], "horizontal_rules"),
        ([], STRIPES, "unruled"),
        ([], [], "unruled"),
    ],
    ids=["rules across", "rules across in a frame", "stripes", "nothing"],
)
def test_a_table_is_read_by_what_parts_it(
    rules: list[Rule], fills: list[Fill], reading: str
) -> None:
    """Each gives the same four columns and a row for each printed one."""
    content = page_of(rules, fills)
    chosen = grids_of(content, words_of(content.glyphs), ())
    assert [(c.reading, c.grid.columns) for c in chosen] == [(reading, 4)]
    assert chosen[0].evidence is not None
    assert chosen[0].evidence.headings == 4


def test_what_speaks_for_a_reading_is_said_in_words() -> None:
    """So that a person can see why it was taken."""
    evidence = Evidence(4, 0.5, 1.0, 1.0)
    assert evidence.words.startswith("4 headings known, 50% of cells filled")
    assert evidence.score > Evidence(4, 0.5, 0.5, 1.0).score


def test_edges_of_stacked_ratings_bound_rows() -> None:
    """Three filled cells one under the other do, a single one does not."""
    ratings = [Fill(480, y, 560, y + 30, "#ff0000") for y in (115, 145, 175)]
    assert bounds_of(page_of([], ratings)) == [115, 145, 145, 175, 175, 205]
    assert bounds_of(page_of([], ratings[:1])) == []


def test_a_fill_edge_beside_a_rule_is_the_same_line() -> None:
    """It adds no thin row."""
    content = page_of(LINES, [Fill(36, 86, 560, 114, "#eeeeee")])
    rules = [s.at for s in regions_of(content, [], fills=True)[0].rules]
    assert rules == [85, 115, 145, 175, 205]


def test_rules_of_one_column_do_not_merge_the_rows_of_the_others() -> None:
    """Fills in turn part these: a style may rule its first column alone."""
    short = [Rule(36, y, 195, y) for y in (145, 175)]
    stripes = [Fill(36, 84, 195, 204, "#4bacc6"), Fill(195, 84, 560, 114, "#4bacc6")]
    stripes += [Fill(195, y, 560, y + 30, "#d8d8d8") for y in (114, 174)]
    content = page_of([across(85), across(115), *short, Rule(36, 205, 195, 205)], stripes)
    (chosen,) = grids_of(content, words_of(content.glyphs), ())
    assert chosen.grid.ys == (85, 115, 145, 175, 205)
    assert all(cell.row == cell.last_row for cell in chosen.grid.cells)
