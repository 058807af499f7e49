"""What stands on both sides of a line's end is put together as it was before it was cut."""

from collections.abc import Sequence

import pytest

from extract.text.cuts import CellLine, Measure
from extract.text.joining import compose
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_line
from tests.extract.text.test_joining import text_of


@pytest.mark.parametrize(
    ("lines", "wide", "text"),
    [
        (["Harbourmas", "ter of each port"], 30, "Harbourmaster of each port"),
        (["but c", "onside", "red as part"], 6, "but considered as part"),
        (["to dis", "semination", "of it"], 10, "to dissemination of it"),
        (["Organisat", "ional"], 9, "Organisational"),
        (["Council-wid", "e"], 11, "Council-wide"),
        (["Care Co-o", "rdinator"], 9, "Care Co-ordinator"),
        (["lead N", "urse/Matron"], 7, "lead Nurse/Matron"),
        (["Decembe", "r", "2022"], 8, "December 2022"),
        (["COMPLETED", "CPD day held"], 9, "COMPLETED CPD day held"),
        (["SUSPENDE", "D"], 8, "SUSPENDED"),
        (["December", "2022", "and in December too"], 8, "December 2022\nand in December too"),
        (["duty under s", "s.42 applies"], 12, "duty under s s.42 applies"),
    ],
)
def test_words_are_cut_without_a_hyphen(lines: Sequence[str], wide: int, text: str) -> None:
    """Neither part is a word, or three parts are one; whole words stay whole."""
    assert text_of(lines, wide, known=["a harbourmaster there is"]) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["clerk@", "example.gov.uk"], "clerk@example.gov.uk"),
        (["jo.clerk@exam", "ple.gov.uk"], "jo.clerk@example.gov.uk"),
        (["jo.", "clerk@example.org"], "jo.clerk@example.org"),
        (["by mail to", "clerk@example.org"], "by mail to clerk@example.org"),
        (["library.harbour.", "gov.uk/plan"], "library.harbour.gov.uk/plan"),
        (["htt", "ps://example.org"], "https://example.org"),
        (["see www.", "example.org"], "see www.example.org"),
        (["2018", "/19"], "2018/19"),
        (["by 3", "1/03/2018"], "by 3 1/03/2018"),
        (["31/0", "3/2018"], "31/03/2018"),
        (["30/11/", "2019"], "30/11/2019"),
        (["Sept-", "ember 2018"], "September 2018"),
        (["R12.", "c"], "R12.c"),
        (["WP1,WP2,WP", "3"], "WP1,WP2,WP3"),
        (["It ended.", "government plans"], "It ended. government plans"),
    ],
)
def test_what_holds_no_space_is_put_together(lines: Sequence[str], text: str) -> None:
    """Dates, numbers, mail and web addresses; not what only looks alike."""
    assert text_of(lines, max(map(len, lines))) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a better under-", "standing of it"], "a better understanding of it"),
        (["staff develop-", "ment days"], "staff development days"),
        (["all front-", "line staff"], "all front-line staff"),
        (["through multi-", "agency work"], "through multi-agency work"),
        (["an on-", "going task"], "an on-going task"),
        (["a care co-", "ordinator"], "a care co-ordinator"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_the_word_demands_it(
    lines: Sequence[str], text: str
) -> None:
    """In a document that parts no words by a rule."""
    assert text_of(lines, max(map(len, lines))) == text


def test_a_hyphen_between_clauses_keeps_its_space() -> None:
    """In a document that prints such hyphens inside of its lines."""
    lines = ["the review findings-", "clarify each role"]
    habit = "as agreed below- ask the wardens first"
    assert text_of(lines, 20) == "the review findings-clarify each role"
    assert text_of(lines, 20, known=[habit]) == "the review findings- clarify each role"


CUT = (
    *("the findin", "gs of the revi", "ew were discu", "ssed by the chai"),
    *("r in the autu", "mn and the minu", "tes were sent to eve", "ryone"),
)
"""A cell whose lines are filled to the last letter."""


@pytest.mark.parametrize(
    ("lines", "text", "sure"),
    [
        (["by 30 Sept 202", "2"], "by 30 Sept 2022", True),
        (["with great car", "e and"], "with great care and", True),
        (["agreed with th", "e ICB"], "agreed with the ICB", True),
        (["agreed by the I", "CB"], "agreed by the ICB", False),
        (["an audit of 3", "0 files"], "an audit of 30 files", False),
        (["asked the staff", "about it"], "asked the staff about it", True),
        (["by the agenc", "y's own staff"], "by the agency's own staff", True),
        (["so the staff know", "how to act"], "so the staff know how to act", False),
        (["they held a brie", "f. Next"], "they held a brief. Next", True),
    ],
)
def test_words_are_cut_anywhere(lines: Sequence[str], text: str, *, sure: bool) -> None:
    """In a document whose lines end inside of words; what could be either is a doubt."""
    drawn = [drawn_line(line, 0, 100 + 12 * i) for i, line in enumerate(lines)]
    filled = Measure(0, 5 * len(lines[0]))
    habit = Lexicon([[drawn_line(line) for line in CUT]])
    assert habit.cuts_anywhere
    read, doubts = compose([CellLine(line, filled) for line in drawn], habit)
    assert (read, not doubts) == (text, sure)


def test_a_line_with_room_ends_a_word_anywhere() -> None:
    """A letter more would have fitted."""
    drawn = [drawn_line("with great car", 0, 100), drawn_line("extra", 0, 112)]
    habit = Lexicon([[drawn_line(line) for line in CUT]])
    read, _ = compose([CellLine(line, Measure(0, 90)) for line in drawn], habit)
    assert read == "with great car extra"


def test_whole_words_at_line_ends_are_no_habit() -> None:
    """Nor are a few cut ones, in columns too narrow for them."""
    assert not Lexicon(
        [[drawn_line(t) for t in ("the findings of", "the review", "were")]]
    ).cuts_anywhere
    assert not Lexicon([[drawn_line(t) for t in ("findin", "gs", "discus", "sed")]]).cuts_anywhere
