"""Headings a mere blank apart are parted where the texts below them stand clear of each other."""

from collections.abc import Sequence

import pytest

from extract.tables.close_headings import columns_under
from extract.text.words import Line, lines_of, words_of
from tests.extract.drawn import glyphs

HEADINGS = ((10, "Action"), (100, "Officer"), (138, "Timescale"), (220, "Progress"))
"""'Officer' ends 3 points before 'Timescale', which makes them one text."""


def line(baseline: float, *texts: tuple[float, str]) -> Line:
    """Draw texts at places on one line."""
    drawn = [g for x, text in texts for g in glyphs(text, x, baseline)]
    return lines_of(words_of(drawn))[0]


def body(texts: Sequence[tuple[str, str]], x: float = 138) -> list[Line]:
    """Draw rows with texts under the two headings."""
    return [
        line(120 + 12 * n, (10, "Write"), (100, officer), (x, date), (220, "Begun"))
        for n, (officer, date) in enumerate(texts)
    ]


def edges(
    below: Sequence[Line],
    headings: Sequence[tuple[float, str]] = HEADINGS,
    learned: Sequence[float] = (),
) -> list[int]:
    """Return where columns begin and the last one ends, in full points."""
    head = [line(100, *headings)]
    return [round(x) for x in columns_under(head, [*head, *below], 10, 300, learned)]


APART = [("Head", "June"), ("Nurse", "May"), ("Chair", "April")]
CLOSE = [("Manager", "June"), ("Nurse", "May"), ("Chair", "April")]


@pytest.mark.parametrize("texts", [APART, CLOSE])
def test_close_headings_are_parted(texts: Sequence[tuple[str, str]]) -> None:
    """By clear white below them, or by a narrow one behind which all texts begin at one edge."""
    found = edges(body(texts))
    assert len(found) == 5
    assert 135 <= found[2] <= 138


def test_texts_that_run_over_the_gap_keep_headings_together() -> None:
    """No white parts them."""
    assert len(edges(body([*CLOSE, ("Superintendent", "")]))) == 4


def test_a_heading_of_two_words_stays_one() -> None:
    """However its texts are parted: 'Evidence' and 'needed' are no two columns."""
    headings = ((10, "Action"), (95, "Evidence"), (138, "needed"), (220, "Progress"))
    assert len(edges(body(APART), headings)) == 4


def test_the_page_before_tells_where_few_rows_do_not() -> None:
    """Its edges hold where they cut no word here."""
    few = body(CLOSE[:1])
    assert len(edges(few)) == 4
    learned = (10.0, *map(float, edges(body(CLOSE))[1:]))
    assert len(edges(few, learned=learned)) == 5
    assert len(edges(body([("Superintendent", "")]), learned=learned)) == 4
