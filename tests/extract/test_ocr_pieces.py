"""What a recogniser passes over, or cannot read as it stands, is given to it once more."""

import pytest

from tests.extract.recognisers import need_a_recogniser

need_a_recogniser()

import cv2  # noqa: E402 - only where it is installed
import numpy as np  # noqa: E402

from extract.ocr.again import better_of, cut_off, resized, set_back  # noqa: E402
from extract.ocr.blocks import Block, BlockWord, without_specks  # noqa: E402
from extract.ocr.leftovers import leftovers_of, with_leftovers  # noqa: E402
from extract.ocr.parts import parts_of  # noqa: E402
from extract.ocr.picture import Pixels  # noqa: E402
from extract.ocr.turned import best_read, turned_variants  # noqa: E402

SCALE = 300 / 72


def printed(*words: tuple[str, int, int], size: tuple[int, int] = (300, 900)) -> Pixels:
    """A white picture with words at their places."""
    pixels = np.full(size, 255, np.uint8)
    for text, x, y in words:
        cv2.putText(pixels, text, (x, y), 0, 1.2, (0, 0, 0), 3, cv2.LINE_AA)
    return pixels


def word(text: str, box: tuple[int, int, int, int], confidence: float = 0.95) -> BlockWord:
    """A word as a recogniser gives it."""
    return BlockWord(text, *box, 0, confidence)


def test_print_without_a_word_is_cut_out() -> None:
    """A number in the margin, say, and a word of which the recogniser was not sure."""
    block = Block(printed(("7", 20, 100), ("Train all staff", 200, 100)), 0, 0, True)
    known = word("Train all staff", (195, 60, 520, 115))
    (piece,) = leftovers_of(block, [known], SCALE)
    assert (piece.x, piece.x + piece.pixels.shape[1]) == pytest.approx((20, 45), abs=12)
    assert leftovers_of(block, [word("7", (15, 65, 50, 110)), known], SCALE) == []
    assert len(leftovers_of(block, [word("?", (15, 65, 50, 110), 0.2), known], SCALE)) == 1


def test_print_without_rules_is_cut_where_it_is_white() -> None:
    """A title over all columns is one part, each cell of the rows below another."""
    pixels = printed(("A title over all of the page", 20, 40), size=(400, 900))
    for y in (140, 180, 300):
        for x in (20, 330, 640):
            cv2.putText(pixels, "two words", (x, y), 0, 1.2, (0, 0, 0), 3, cv2.LINE_AA)
    parts = parts_of(pixels < 150, SCALE)
    assert len(parts) == 7
    assert sorted({part.columns.start // 100 for part in parts[1:]}) == [0, 3, 6]


def test_grain_is_not_cut_to_pieces() -> None:
    """It would be read dot by dot."""
    pixels = np.full((900, 900), 255, np.uint8)
    pixels[::40, ::40] = 0
    assert parts_of(pixels < 150, SCALE) == []


def test_what_is_read_from_a_piece_stands_where_the_piece_was() -> None:
    """And takes the place of what was not sure."""
    piece = Block(printed(size=(60, 60)), 10, 60, False)
    words = [word("?", (15, 65, 50, 110), 0.2), word("Train", (195, 60, 320, 115))]
    found = with_leftovers(words, [piece], [[word("7", (5, 5, 40, 50))]])
    assert [(w.text, w.x0, w.top) for w in found] == [("Train", 195, 60), ("7", 15, 65)]
    assert found[0].line != found[1].line


def test_a_cell_is_read_again_in_another_size() -> None:
    """What is then read stands where it stood."""
    block = Block(printed(("1.1", 40, 70), size=(200, 300)), 0, 0, False)
    piece = resized(block, 1.5)
    assert (piece.x, piece.y) == pytest.approx((45, 42), abs=8)
    assert piece.pixels.shape[0] == pytest.approx(36, abs=4)
    (found,) = set_back([word("1.1", (0, 0, 90, 45))], piece, 1.5)
    assert (found.x0, found.top, found.x1) == (piece.x, piece.y, piece.x + 60)


def test_of_two_readings_the_surer_word_is_taken_and_stays_in_doubt() -> None:
    """Where they agree, the word is as sure as the surer reading."""
    box, next_box = (10, 10, 60, 40), (70, 10, 120, 40)
    first = [word("Ri1.a", box, 0.2), word("staff's", next_box, 0.1)]
    second = [word("R1.a", box, 0.72), word("staff's", next_box, 0.9)]
    assert [(w.text, round(w.confidence, 2)) for w in better_of(first, second)] == [
        ("R1.a", 0.59),
        ("staff's", 0.9),
    ]
    assert better_of([], second) == second
    assert better_of(first, second[:1]) == first
    assert better_of(first[:1], second) == second


def test_a_word_that_runs_into_the_side_of_its_cell_is_in_doubt() -> None:
    """A letter that stands beyond the rule was cut off, and what is left of a rule is no letter."""
    pixels = printed(("Decembe", 20, 60), ("2020", 20, 140), size=(200, 210))
    pixels[20:70, 206:] = 0
    words = [word("Decembe", (18, 25, 210, 70)), word("2020", (18, 105, 120, 145))]
    cut, whole = cut_off(Block(pixels, 0, 0, False), words)
    assert cut.confidence < 0.6
    assert whole.confidence == 0.95
    assert cut_off(Block(pixels, 0, 0, True), words) == words


def test_a_small_stop_by_a_letter_is_no_dirt() -> None:
    """The same mark by itself is."""
    pixels = printed(("stall", 20, 60))
    x = int(np.nonzero(pixels < 150)[1].max()) + 5
    pixels[58:60, x : x + 2] = pixels[200:202, 600:602] = 0
    swept = without_specks(pixels, SCALE)
    assert swept[58, x] == 0
    assert swept[200, 600] == 255


def test_a_heading_that_runs_up_its_column_is_turned() -> None:
    """Numbers that stand above each other, and words in lines, are not."""
    level = printed(("Target date", 10, 60), size=(80, 400))
    upright = Block(np.ascontiguousarray(np.rot90(level)), 0, 0, False)
    assert [number for number, _ in turned_variants([upright])] == [0, 0]
    short = printed(("No.", 5, 40), size=(50, 90))
    upright = Block(np.ascontiguousarray(np.rot90(short)), 0, 0, False)
    assert [number for number, _ in turned_variants([upright])] == [0, 0]
    numbers = printed(("1", 10, 50), ("2", 10, 105), ("3", 10, 160), size=(200, 60))
    assert turned_variants([Block(numbers, 0, 0, False)]) == []
    lines = printed(("In", 10, 60), ("progress", 10, 110), ("since", 10, 160), size=(300, 200))
    assert turned_variants([Block(lines, 0, 0, False)]) == []


def test_of_several_readings_of_a_cell_the_one_with_words_is_taken() -> None:
    """Set level within the cell, so that it stays in its column."""
    block = Block(printed(size=(400, 80)), 0, 0, False)
    turned = Block(printed(size=(80, 400)), 0, 0, False)
    as_it_stands = [word("oO £", (10, 10, 60, 300), 0.4)]
    read = [word("Target", (20, 20, 200, 60)), word("date", (220, 20, 360, 60))]
    upside_down = [word("a3ep", (20, 20, 360, 60), 0.5)]
    (best,) = best_read([block], [as_it_stands], [(0, turned), (0, turned)], [read, upside_down])
    assert [w.text for w in best] == ["Target", "date"]
    assert max(w.x1 for w in best) <= 80
