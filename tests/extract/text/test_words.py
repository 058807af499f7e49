"""Glyphs become words, and words become lines."""

import pytest

from extract.text.words import lines_of, turned, words_of
from tests.extract.drawn import glyphs


def test_a_printed_space_parts_words() -> None:
    """And the word before it knows that it was there."""
    words = words_of(glyphs("lead agency"))
    assert [word.text for word in words] == ["lead", "agency"]
    assert [word.spaced for word in words] == [True, False]


@pytest.mark.parametrize(("gap", "count"), [(0.5, 1), (2.5, 2)])
def test_a_gap_parts_words_where_no_space_is_printed(gap: float, count: int) -> None:
    """Kerning does not; a quarter of the type's size does."""
    assert len(words_of(glyphs("lead") + glyphs("agency", x=20 + gap))) == count


def test_letters_set_apart_stay_a_word_in_text_with_spaces() -> None:
    """Justified text stretches letters too, and its own spaces tell the words."""
    drawn = glyphs("a b c d ") + glyphs("wi", x=100) + glyphs("de", x=112)
    assert [word.text for word in words_of(drawn)][-1] == "wide"


def test_a_raised_ordinal_belongs_to_its_number() -> None:
    """It is smaller, higher and follows without a gap."""
    drawn = glyphs("30") + glyphs("th", x=10, baseline=96.5, size=6.5)
    assert [word.text for word in words_of(drawn)] == ["30th"]


def test_the_next_line_is_another_word() -> None:
    """Drawn right after the one above."""
    assert len(words_of(glyphs("one") + glyphs("two", baseline=112))) == 2


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("of\ufb01cer", "officer"),
        ("e\ufb03cient", "efficient"),
        ("\uf0b7", "•"),
        ("ab\u200b", "ab"),
    ],
)
def test_odd_characters_are_what_they_show(printed: str, text: str) -> None:
    """Ligatures, bullets of symbol fonts, marks that print nothing."""
    assert [word.text for word in words_of(glyphs(printed))] == [text]


def test_the_characters_of_a_word_are_counted_as_printed() -> None:
    """A ligature is one mark on the page, though it shows two letters."""
    (word,) = words_of(glyphs("of\ufb01cer"))
    assert (len(word.text), word.letters) == (7, 6)


def test_lines_run_from_top_to_bottom_and_left_to_right() -> None:
    """Whatever the order of drawing."""
    drawn = glyphs("below", baseline=112) + glyphs("right", x=60) + glyphs("left")
    assert [line.text for line in lines_of(words_of(drawn))] == ["left right", "below"]


def test_small_print_beside_a_word_stands_in_its_line() -> None:
    """Their boxes share most of their height."""
    drawn = glyphs("Target", size=12) + glyphs("date", x=50, size=9, baseline=99)
    assert [line.text for line in lines_of(words_of(drawn))] == ["Target date"]


def test_words_that_touch_are_glued() -> None:
    """A change of weight inside a word parts no word."""
    drawn = glyphs("over", bold=True) + glyphs("due", x=20, run=1)
    assert lines_of(words_of(drawn))[0].text == "overdue"


def test_a_line_is_bold_when_most_of_it_is() -> None:
    """By letters, not by words."""
    heavy = words_of(glyphs("Recommendation ", bold=True) + glyphs("1", x=75))
    light = words_of(glyphs("1 ", bold=True) + glyphs("Recommendation", x=10))
    assert lines_of(heavy)[0].bold
    assert not lines_of(light)[0].bold


def test_a_word_written_upwards_is_laid_down() -> None:
    """What ran up the page runs to the right, and what stood right of it stands below."""
    first, second = (
        word._replace(turn=270, x0=x, x1=x + 10, top=50, bottom=90)
        for word, x in zip(words_of(glyphs("Lead agency")), (20, 35), strict=True)
    )
    laid, below = turned(first), turned(second)
    assert (laid.x1 - laid.x0, laid.bottom - laid.top) == (40, 10)
    assert below.top > laid.bottom
