"""The lines of a cell become its text: cut words mended, wrapped lines joined, paragraphs kept."""

from collections.abc import Sequence

import pytest

from extract.text.cuts import CellLine, Measure
from extract.text.joining import compose
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_line

PROSE = "The lead agency asks for evidence of progress and for well-being work"


def text_of(lines: Sequence[str], wide: int, known: Sequence[str] = (), gap: float = 12) -> str:
    """Compose lines of a column that is so many letters wide; a blank line is a gap."""
    drawn, baseline = [], 100.0
    for line in lines:
        if line:
            drawn.append(CellLine(drawn_line(line, baseline=baseline), Measure(0, 5 * wide)))
        baseline += 12 if line else gap
    lexicon = Lexicon([[drawn_line(text)] for text in (PROSE, *known)])
    return compose(drawn, lexicon)[0]


@pytest.mark.parametrize(
    ("lines", "wide", "text"),
    [
        (["Every agency must", "report progress"], 18, "Every agency must report progress"),
        (["Superinten", "dent"], 10, "Superintendent"),
        (["Responsibil", "ity of each"], 11, "Responsibility of each"),
        (["Partially", "complete"], 9, "Partially complete"),
        (["multi-agency and multi-", "agency work"], 23, "multi-agency and multi-agency work"),
        (["between March–", "July 2021"], 14, "between March–July 2021"),
        (["the supplier", "’s own list"], 12, "the supplier’s own list"),
        (["evidence", ", progress"], 9, "evidence, progress"),
        (["Oct–Dec", "2016"], 7, "Oct–Dec 2016"),
        (["programme", "2020-21"], 9, "programme 2020-21"),
    ],
)
def test_a_wrapped_line_goes_on(lines: list[str], wide: int, text: str) -> None:
    """With a space between words, and without one inside of them."""
    assert text_of(lines, wide) == text


def test_a_soft_hyphen_is_dropped() -> None:
    """It was put in for the end of the line alone."""
    assert text_of(["assess\u00ad", "ment"], 8) == "assessment"


def test_a_typesetters_hyphen_is_dropped() -> None:
    """U+2010 at a line's end is typed by nobody."""
    assert text_of(["assess‐", "ment"], 8) == "assessment"


def test_a_writers_hyphen_stays() -> None:
    """In a document that parts no words."""
    assert text_of(["self-", "neglect is seen"], 14) == "self-neglect is seen"


@pytest.mark.parametrize(
    ("lines", "wide", "text"),
    [
        (
            ["https://www.example.org/pol", "icy/v2.pdf"],
            27,
            "https://www.example.org/policy/v2.pdf",
        ),
        (["31/03/20", "21"], 8, "31/03/2021"),
        (["(28.03.201", "9)"], 10, "(28.03.2019)"),
    ],
)
def test_addresses_and_dates_are_mended(lines: list[str], wide: int, text: str) -> None:
    """They hold no spaces, so a narrow column cuts them anywhere."""
    assert text_of(lines, wide) == text


@pytest.mark.parametrize(
    "lines",
    [
        ["• Train the staff", "• Report to the board"],
        ["1. Train the staff", "2. Report to the board"],
        ["a) Train the staff", "b) Report to the board"],
        ["1a) Train the staff", "1b) Report to the board"],
        ["- Train staff", "- Report to board"],
    ],
)
def test_items_of_a_list_keep_their_lines(lines: list[str]) -> None:
    """However they are marked."""
    assert text_of(lines, 24) == "\n".join(lines)


def test_the_later_lines_of_an_item_go_on() -> None:
    """The bullet stands before the first one only."""
    lines = ["• Train all of the", "staff", "• Report"]
    assert text_of(lines, 19) == "• Train all of the staff\n• Report"


def test_a_number_that_ends_a_sentence_is_no_item() -> None:
    """Nothing follows it."""
    assert text_of(["Training was taken up by", "12."], 25) == "Training was taken up by 12."


def test_a_line_that_leaves_room_ends_a_paragraph() -> None:
    """The first word of the next one would have fitted."""
    assert text_of(["COMPLETED", "The policy was agreed"], 22) == "COMPLETED\nThe policy was agreed"


def test_a_gap_ends_a_paragraph() -> None:
    """Though the line above it is full."""
    lines = ["The policy of the nine", "boards was agreed by a", "vote of them in March.", ""]
    assert "March.\nTraining" in text_of([*lines, "Training will follow"], 22)


def test_no_line_is_no_text() -> None:
    """And no doubt."""
    assert compose([], Lexicon([])) == ("", ())


def test_a_cut_that_no_word_list_knows_is_a_doubt() -> None:
    """A name may be cut as well as a word, and only a person can tell."""
    lines = ["Brackenford", "shire"]
    drawn = [
        CellLine(drawn_line(text, baseline=100 + 12 * i), Measure(0, 55))
        for i, text in enumerate(lines)
    ]
    text, doubts = compose(drawn, Lexicon([]))
    assert text == "Brackenfordshire"
    assert doubts == ("word cut at a line's end: Brackenford|shire",)


@pytest.mark.parametrize("lines", [["R", "1", "0"], ["R1", "0"], ["R", "6.", "a"]])
def test_a_reference_cut_letter_by_letter_is_whole(lines: list[str]) -> None:
    """In a column too narrow for it; a wide one has room, so each line is the writer's."""
    assert text_of(lines, 3) == "".join(lines)
    assert "\n" in text_of(lines, 12)


def test_numbers_below_each_other_stay_apart() -> None:
    """They may be several references."""
    assert text_of(["1", "2"], 3) == "1\n2"


def test_a_lone_dash_goes_with_the_word_behind_it() -> None:
    """There was room for the dash, not for that word; among others it begins an item."""
    assert text_of(["Manager", "– Localities"], 16) == "Manager – Localities"
    assert text_of(["Manager", "– Localities", "– Homes"], 16).count("\n") == 2
