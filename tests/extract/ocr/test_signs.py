"""Capitals and stops are told by how they stand in the picture; references by their neighbours."""

import pytest

from extract.ocr.numbers import confirmed, follows
from extract.page import ReadWord
from tests.extract.recognisers import need_a_recogniser

need_a_recogniser()

import cv2  # noqa: E402 - only where it is installed
import numpy as np  # noqa: E402

from extract.ocr.capitals import with_case_seen  # noqa: E402
from extract.ocr.glyphs import ReadLine  # noqa: E402
from extract.ocr.picture import Pixels  # noqa: E402
from extract.ocr.stops import with_stops_seen  # noqa: E402


def line(printed: str, read: str, pixels: Pixels, top: int) -> ReadLine:
    """A line of one word, drawn in one way and read in another."""
    letters, stop = printed.rstrip(".,:;"), printed[-1]
    cv2.putText(pixels, letters, (20, top + 60), 2, 2, (0,), 4, cv2.LINE_AA)
    x = int(np.nonzero(pixels[top : top + 90] < 150)[1].max()) + 10
    if stop in ":;":
        cv2.rectangle(pixels, (x, top + 32), (x + 6, top + 38), (0,), cv2.FILLED)
    if stop in ".,:;":
        foot = top + (68 if stop in ",;" else 61)
        cv2.rectangle(pixels, (x, top + 55), (x + 6, foot), (0,), cv2.FILLED)
    rows, columns = np.nonzero(pixels[top : top + 90] < 150)
    sides = columns.min(), top + rows.min(), columns.max() + 1, top + rows.max() + 1
    x0, y0, x1, y1 = map(float, sides)
    return ReadLine((ReadWord(read, x0, y0, x1, y1, 0.96),), 12.0, 0.0, 1.0, "#000000")


def page(*words: tuple[str, str]) -> tuple[list[ReadLine], Pixels]:
    """Words as printed and as read, one under the other."""
    pixels = np.full((100 * len(words), 900), 255, np.uint8)
    return [line(*word, pixels, 100 * n) for n, word in enumerate(words)], pixels


@pytest.mark.parametrize(
    ("printed", "read", "seen", "settled"),
    [
        ("offered", "Offered", "offered", False),
        ("staff", "Staff", "staff", False),
        ("Offered", "Offered", "Offered", True),
        ("course", "Course", "Course", False),
        ("Course", "Course", "Course", True),
        ("Board", "Board", "Board", False),
    ],
)
def test_a_capital_is_as_high_as_the_tall_letters(
    printed: str, read: str, seen: str, settled: bool
) -> None:
    """Where a word has none, and dirt may tell the same, it stays and is not settled."""
    lines, pixels = page((printed, read))
    (word,) = with_case_seen(lines, pixels, 1.0)[0].words
    assert (word.text, word.settled) == (seen, settled)


def test_a_stop_that_hangs_has_a_tail() -> None:
    """A colon stands for sure only where the page shows tails at all."""
    lines, pixels = page(("trained;", "trained:"), ("held,", "held."), ("seen,", "seen,"))
    words = [line.words[0] for line in with_stops_seen(lines, pixels, 1.0)]
    assert [word.text for word in words] == ["trained;", "held,", "seen,"]
    lines, pixels = page(("started:", "started:"), ("audited,", "audited,"), ("seen,", "seen,"))
    assert with_stops_seen(lines, pixels, 1.0)[0].words[0].settled
    lines, pixels = page(("started:", "started:"), ("audited.", "audited,"), ("seen.", "seen,"))
    assert not with_stops_seen(lines, pixels, 1.0)[0].words[0].settled


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A4", "A5", True),
        ("1.2", "1.3", True),
        ("1.9", "2.1", True),
        ("R4.c", "R5.a", True),
        ("4a", "4b", True),
        ("9", "10", True),
        ("3.1", "34", False),
        ("6", "2", False),
        ("A4", "AS", False),
        ("1.2", "2.2", False),
        ("", "1", False),
    ],
)
def test_a_reference_may_be_the_next_one(one: str, other: str, expected: bool) -> None:
    """One place goes up by one, and what stands behind it begins again."""
    assert follows(one, other) is expected


def test_a_reference_that_fits_neither_neighbour_is_not_confirmed() -> None:
    """The first and the last have one neighbour only."""
    assert confirmed(["A1", "A2", "AS", "A4", "A5", ""]) == [True, True, False, True, True, False]
    assert confirmed(["11", "12", "2.1", "2.2"]) == [True, True, True, True]
    assert confirmed(["11", "12", "2.1", "2.2", "3.1"]) == [False, False, True, True, True]
    assert confirmed(["7"]) == [False]
    assert confirmed([]) == []
