"""A picture of a page is set upright; its rules, fills and lines are found."""

import pytest

from extract.page import Fill, Rule
from tests.extract.recognisers import need_a_recogniser

need_a_recogniser()

import cv2  # noqa: E402 - only where it is installed
import numpy as np  # noqa: E402

from extract.ocr_bands import band_edges, ended_at_rules, made_whole  # noqa: E402
from extract.ocr_columns import columns_through  # noqa: E402
from extract.ocr_ground import cleaned, fills_in, ground_of  # noqa: E402
from extract.ocr_lines import Band, bands_of, lines_in  # noqa: E402
from extract.ocr_picture import Picture, Pixels, tilt_of, upright  # noqa: E402
from extract.ocr_rules import rules_in  # noqa: E402

SCALE = 200 / 72


def sheet(paper: int = 245) -> Pixels:
    """A white landscape sheet of 720 by 360 points."""
    return np.full((1000, 2000, 3), paper, np.uint8)


def table(colour: int, grain: float = 0.0) -> Pixels:
    """A table of two rows and two columns, 36 points off the edges of the sheet."""
    pixels = sheet()
    for y in (100, 500, 900):
        cv2.line(pixels, (100, y), (1900, y), (colour,) * 3, 2)
    for x in (100, 1000, 1900):
        cv2.line(pixels, (x, 100), (x, 900), (colour,) * 3, 2)
    noise = np.random.default_rng(1).normal(0, grain, (*pixels.shape[:2], 1))
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("angle", [-2.0, -0.6, 0.0, 0.3, 1.9])
def test_the_tilt_of_a_page_is_measured(angle: float) -> None:
    """To a twentieth of a degree, which is a point across a page."""
    matrix = cv2.getRotationMatrix2D((1000, 500), -angle, 1.0)
    tilted = cv2.warpAffine(table(0), matrix, (2000, 1000), borderValue=(245, 245, 245))
    assert tilt_of(tilted[:, :, 0], SCALE) == pytest.approx(angle, abs=0.05)
    picture, _ = upright(Picture(tilted, SCALE, 720, 360))
    assert tilt_of(picture.pixels[:, :, 0], SCALE) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize(("colour", "grain"), [(0, 0.0), (0, 12.0), (190, 0.0), (190, 6.0)])
def test_rules_are_found(colour: int, grain: float) -> None:
    """Black or faint, on clean paper or on grainy."""
    rules = rules_in(table(colour, grain), SCALE).rules
    assert sorted(round(r.top) for r in rules if not r.vertical) == [36, 180, 324]
    assert sorted(round(r.x0) for r in rules if r.vertical) == [36, 360, 684]


def test_words_are_no_rules() -> None:
    """However large and bold."""
    pixels = sheet()
    for size, y in ((1.0, 200), (1.6, 400), (2.4, 700)):
        cv2.putText(pixels, "minimum illness HILL", (150, y), 0, size, (0, 0, 0), 5, cv2.LINE_AA)
    assert rules_in(pixels, SCALE).rules == ()


def test_the_streak_of_a_scanner_is_no_rule() -> None:
    """It is faint and ends nowhere."""
    pixels = table(0)
    cv2.line(pixels, (600, 0), (600, 1000), (215, 215, 215), 2)
    assert sorted(round(r.x0) for r in rules_in(pixels, SCALE).rules if r.vertical) == [
        36,
        360,
        684,
    ]


def test_fills_are_found_in_their_colours() -> None:
    """As if on white paper; words on them do not break them up."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (900, 250), (80, 169, 0), cv2.FILLED)
    cv2.putText(pixels, "On track", (150, 200), 0, 1.5, (0, 0, 0), 3, cv2.LINE_AA)
    (fill,) = fills_in(ground_of(pixels, SCALE), (720, 360))
    assert (fill.x0, fill.top, fill.x1, fill.bottom) == pytest.approx((36, 36, 324, 90), abs=2)
    assert fill.colour == "#00b053"


def test_light_words_on_dark_and_dark_words_on_red_become_black_on_white() -> None:
    """A recogniser is given nothing else."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (900, 250), (96, 56, 31), cv2.FILLED)
    cv2.putText(pixels, "Action", (150, 200), 0, 1.5, (255, 255, 255), 4)
    cv2.rectangle(pixels, (100, 400), (900, 550), (0, 0, 255), cv2.FILLED)
    cv2.putText(pixels, "Overdue", (150, 500), 0, 1.5, (0, 0, 0), 4)
    ground = ground_of(pixels, SCALE)
    clean = cleaned(pixels, ground, np.zeros(pixels.shape[:2], np.uint8))
    for top in (130, 430):
        box = clean[top : top + 90, 140:600]
        assert box.min() < 40
        assert np.median(box) > 240


def test_a_fill_ends_at_the_rule_along_it() -> None:
    """Where none is, its edge is one."""
    fill = Fill(40, 60, 700, 107, "#d9d9d9")
    rule = Rule(36, 104, 700, 104)
    (ended,) = ended_at_rules([fill], [rule])
    assert (ended.top, ended.bottom) == (60, 104)
    assert band_edges([ended], [rule], 720) == [Rule(40, 60, 700, 60)]


def test_a_fill_that_a_dense_word_parts_is_one() -> None:
    """Where its halves have one colour and one height; a cell of another colour stays apart."""
    halves = [Fill(40, 60, 300, 80, "#d9d9d9"), Fill(306, 60.5, 700, 80, "#d6d9d9")]
    red = Fill(700, 60, 760, 80, "#ff0000")
    assert made_whole([*halves, red]) == [Fill(40, 60, 700, 80, "#d9d9d9"), red]


@pytest.mark.parametrize(
    ("words", "found"),
    [((60, 260, 460), [200.0, 400.0]), ((60,), []), ((60, 190, 460), [])],
    ids=["a heading in each column", "a caption", "a word across a rule"],
)
def test_rules_go_on_through_a_fill_of_their_own_grey(
    words: tuple[int, ...], found: list[float]
) -> None:
    """Where the print in the fill leaves them room and stands in most of the columns."""
    clean = np.full((400, 700), 255, np.uint8)
    for x in words:
        clean[108:116, x : x + 40] = 0
    fill = Fill(20, 100, 600, 124, "#d9d9d9")
    rules = [Rule(x, 125, x, 300) for x in (20, 200, 400, 600)]
    assert [rule.x0 for rule in columns_through([fill], rules, clean, 1.0)] == found


def test_a_page_and_its_fills_are_seen_in_uneven_light() -> None:
    """One side of the paper is as dark as a fill on the other."""
    pixels = sheet(250)
    cv2.rectangle(pixels, (200, 300), (1800, 400), (215, 215, 215), cv2.FILLED)
    shade = np.linspace(1.0, 0.8, 2000)[None, :, None]
    (fill,) = fills_in(ground_of((pixels * shade).astype(np.uint8), SCALE), (720, 360))
    assert (fill.x0, fill.top, fill.x1, fill.bottom) == pytest.approx((72, 108, 648, 144), abs=3)


def test_lines_of_print_are_told_by_the_white_between_them() -> None:
    """The dot of an i belongs to the line below it, a comma to the one above."""
    pixels = np.full((100, 60), 255, np.uint8)
    pixels[10:12, 20:22] = 0
    pixels[14:30, 10:50] = 0
    pixels[32:34, 40:42] = 0
    pixels[50:66, 10:50] = 0
    assert lines_in(pixels) == [Band(10, 34), Band(50, 66)]
    assert bands_of([False, True, True, False, True]) == [Band(1, 3), Band(4, 5)]
