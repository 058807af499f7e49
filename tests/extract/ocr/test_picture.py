"""A picture of a page is set upright; its rules, fills and lines are found."""

from itertools import pairwise

import pytest

from extract.page import Fill, Rule
from tests.extract.recognisers import need_a_recogniser

need_a_recogniser()

import cv2  # noqa: E402 - only where it is installed
import numpy as np  # noqa: E402

from extract.ocr.bands import band_edges, ended_at_rules, made_whole  # noqa: E402
from extract.ocr.columns import columns_through  # noqa: E402
from extract.ocr.ground import cleaned, evened, fills_in, ground_of  # noqa: E402
from extract.ocr.light import light_rules  # noqa: E402
from extract.ocr.lines import Band, bands_of, lines_in  # noqa: E402
from extract.ocr.picture import Picture, Pixels, tilt_of, upright  # noqa: E402
from extract.ocr.rules import rules_in  # noqa: E402

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


def test_a_rule_is_found_between_words_that_crowd_it() -> None:
    """Narrow columns leave two points of paper between the words and the rule."""
    pixels = table(0)
    for y in range(130, 880, 40):
        cv2.rectangle(pixels, (950, y), (994, y + 22), (0, 0, 0), cv2.FILLED)
        cv2.rectangle(pixels, (1006, y), (1060, y + 22), (0, 0, 0), cv2.FILLED)
    down = [round(r.x0) for r in rules_in(pixels, SCALE).rules if r.vertical]
    assert 360 in down


def test_the_grain_of_a_fill_is_no_rule() -> None:
    """Even where it runs from edge to edge."""
    pixels = table(0)
    cv2.rectangle(pixels, (102, 102), (998, 498), (215, 215, 215), cv2.FILLED)
    cv2.line(pixels, (500, 102), (500, 498), (200, 200, 200), 2)
    assert 180 not in {round(r.x0) for r in rules_in(pixels, SCALE).rules if r.vertical}


def test_words_are_no_rules() -> None:
    """However large and bold."""
    pixels = sheet()
    for size, y in ((1.0, 200), (1.6, 400), (2.4, 700)):
        cv2.putText(pixels, "minimum illness HILL", (150, y), 0, size, (0, 0, 0), 5, cv2.LINE_AA)
    assert rules_in(pixels, SCALE).rules == ()


def test_a_fill_cuts_the_rules_beside_it_only() -> None:
    """A rule of another column goes on, and one that ends at the side of a fill is kept."""
    pixels = table(0)
    fills = [Fill(400, y, 500, y + 40, "#00b050") for y in (60, 140, 220)]
    down = [r for r in rules_in(pixels, SCALE, fills).rules if r.vertical and r.x0 < 100]
    assert len(down) == 1
    label = Fill(36, 20, 80, 340, "#ddeeff")
    across = [r for r in rules_in(pixels, SCALE, [label]).rules if not r.vertical]
    assert any(
        r.x0 == pytest.approx(36, abs=2) and r.x1 == pytest.approx(80, abs=2) for r in across
    )


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


def test_bold_light_words_in_several_lines_leave_their_box_whole() -> None:
    """Even right below a band of mid grey whose own words are dark."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (1900, 160), (184, 184, 184), cv2.FILLED)
    cv2.putText(pixels, "Community Safety Partnership", (120, 145), 0, 1.2, (0, 0, 0), 5)
    cv2.rectangle(pixels, (100, 164), (1900, 300), (96, 56, 31), cv2.FILLED)
    for y, text in ((210, "Scope of recommendation"), (255, "i.e. local or regional")):
        cv2.putText(pixels, text, (120, y), 0, 1.2, (255, 255, 255), 6)
    found = fills_in(ground_of(pixels, SCALE), (720, 360))
    sides = [side for fill in found for side in (fill.x0, fill.top, fill.x1, fill.bottom)]
    assert sides == pytest.approx([36, 36, 684, 58, 36, 59, 684, 108], abs=2)


def test_a_dense_word_on_a_light_box_is_black_on_white() -> None:
    """It left a shadow of itself in the ground, from which it would not have stood out."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (1900, 180), (217, 217, 217), cv2.FILLED)
    cv2.putText(pixels, "WMWMMWMWMWMMWMW", (120, 160), 0, 1.6, (0, 0, 0), 12)
    picture, fill = Picture(pixels, SCALE, 720, 360), Fill(36, 36, 684, 65, "#d9d9d9")
    ground = evened(ground_of(pixels, SCALE), picture, [fill])
    inside = ground[54:86, 54:940]
    assert inside.min() > 205


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


def test_light_words_on_dark_are_turned_over_above_a_grey_band_with_dark_words() -> None:
    """However much more is printed in the band."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (1900, 160), (102, 60, 37), cv2.FILLED)
    cv2.putText(pixels, "Lead", (120, 145), 0, 1.2, (255, 255, 255), 5)
    cv2.rectangle(pixels, (100, 160), (1900, 300), (186, 186, 186), cv2.FILLED)
    for y in (210, 270):
        cv2.putText(pixels, "Community Safety Partnership of all", (120, y), 0, 1.5, (0, 0, 0), 6)
    picture, ground = Picture(pixels, SCALE, 720, 360), ground_of(pixels, SCALE)
    fills = fills_in(ground, (720, 360))
    clean = cleaned(pixels, evened(ground, picture, fills), np.zeros(pixels.shape[:2], np.uint8))
    assert (clean[110:150, 110:300] < 150).any()
    assert not (clean[110:150, 600:1800] < 150).any()


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


def test_what_light_words_leave_in_a_dark_fill_is_no_fill() -> None:
    """A light box in it is one."""
    dark, shade = Fill(40, 60, 700, 90, "#263e6a"), Fill(60, 60, 110, 72, "#3f4a6c")
    light = Fill(300, 64, 340, 80, "#e0e0e0")
    assert made_whole([dark, shade, light]) == [dark, light]


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


def test_what_is_left_of_a_rule_is_no_word_across_it() -> None:
    """A black rule on a dark fill, where light words were turned over, leaves a grey line."""
    clean = np.full((400, 700), 255, np.uint8)
    for x in (60, 260, 460):
        clean[108:116, x : x + 40] = 0
    clean[103:121, 200] = 170
    clean[106:109, 200] = 140
    rules = [Rule(x, 125, x, 300) for x in (20, 200, 400, 600)]
    found = columns_through([Fill(20, 100, 600, 124, "#1f3864")], rules, clean, 1.0)
    assert [rule.x0 for rule in found] == [200.0, 400.0]


def test_the_strokes_of_light_letters_are_no_white_rules() -> None:
    """In a low fill they run over most of its height, but end before it does."""
    pixels = sheet()
    fills = [Fill(36, 36, 684, 52, "#2e7d32"), Fill(36, 52, 684, 72, "#dcdcdc")]
    for fill, colour in zip(fills, ((50, 125, 46), (220, 220, 220)), strict=True):
        left, right = round(fill.x0 * SCALE), round(fill.x1 * SCALE)
        top, bottom = round(fill.top * SCALE), round(fill.bottom * SCALE)
        cv2.rectangle(pixels, (left, top), (right, bottom), colour, cv2.FILLED)
        cv2.line(pixels, (1000, top), (1000, bottom), (245, 245, 245), 4)
    cv2.rectangle(pixels, (1100, 108), (1103, 134), (245, 245, 245), cv2.FILLED)
    picture, ground = Picture(pixels, SCALE, 720, 360), ground_of(pixels, SCALE)
    found = light_rules(picture, ground, np.full(pixels.shape[:2], 255, np.uint8), fills)
    assert {round(rule.x0) for rule in found if rule.vertical} == {360}


def test_a_bold_heading_is_no_rule() -> None:
    """The middles of its letters run on for two or three centimetres."""
    pixels = table(0)
    for x in range(130, 310, 6):
        cv2.rectangle(pixels, (x, 130), (x + 3, 150), (0, 0, 0), cv2.FILLED)
    cv2.rectangle(pixels, (130, 138), (306, 142), (0, 0, 0), cv2.FILLED)
    assert sorted(round(r.top) for r in rules_in(pixels, SCALE).rules if not r.vertical) == [
        36,
        180,
        324,
    ]


def test_a_rule_that_a_merged_cell_parts_is_whole() -> None:
    """Without rules down the page, its short part ends nowhere but at the end of the table."""
    pixels = sheet()
    for y in (100, 300, 700):
        cv2.line(pixels, (100, y), (1900, y), (0, 0, 0), 2)
    for start, end in ((100, 220), (800, 1900)):
        cv2.line(pixels, (start, 500), (end, 500), (0, 0, 0), 2)
    cv2.line(pixels, (400, 400), (520, 400), (0, 0, 0), 2)
    rules = [(round(r.x0), round(r.top)) for r in rules_in(pixels, SCALE).rules]
    assert sorted(rules) == [(36, 36), (36, 108), (36, 180), (36, 252), (288, 180)]


def test_light_shadows_of_bold_words_are_part_of_a_dark_fill() -> None:
    """They are a little lighter than it is."""
    pixels = sheet()
    cv2.rectangle(pixels, (100, 100), (1900, 150), (64, 64, 64), cv2.FILLED)
    cv2.rectangle(pixels, (300, 104), (700, 146), (78, 78, 78), cv2.FILLED)
    (fill,) = fills_in(ground_of(pixels, SCALE), (720, 360))
    assert (fill.x0, fill.x1) == pytest.approx((36, 684), abs=2)


def test_white_rules_on_fills_part_the_white_rows_as_well() -> None:
    """From the first fill to the end of the last row, unless a word stands in their way."""
    pixels = sheet()
    fills = [Fill(36, 36, 684, 72, "#ddeeff"), Fill(36, 144, 684, 180, "#ddeeff")]
    for fill in fills:
        left, right = round(fill.x0 * SCALE), round(fill.x1 * SCALE)
        top, bottom = round(fill.top * SCALE), round(fill.bottom * SCALE)
        cv2.rectangle(pixels, (left, top), (right, bottom), (250, 232, 216), cv2.FILLED)
        for x in (600, 1200):
            cv2.line(pixels, (x, top), (x, bottom), (245, 245, 245), 3)
    for y in (150, 300, 450, 560):
        cv2.putText(pixels, "Referrals", (620, y), 0, 1.2, (0, 0, 0), 3, cv2.LINE_AA)
    clean = np.where(pixels[:, :, 0] < 150, 0, 255).astype(np.uint8)
    picture, ground = Picture(pixels, SCALE, 720, 360), ground_of(pixels, SCALE)
    found = light_rules(picture, ground, clean, fills)
    for x in (216, 432):
        parts = sorted((r.top, r.bottom) for r in found if r.vertical and abs(r.x0 - x) < 1)
        assert parts[0][0] == 36
        assert parts[-1][1] == pytest.approx(204, abs=4)
        assert all(a[1] == b[0] for a, b in pairwise(parts))
    cv2.putText(clean, "across all of its columns", (500, 300), 0, 1.2, 0, 3)
    crossed = light_rules(picture, ground, clean, fills)
    assert not any(r.vertical and r.top < 108 < r.bottom for r in crossed)


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
