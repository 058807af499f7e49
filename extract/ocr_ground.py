"""What words are printed on: the paper and the filled boxes of a picture, and their removal."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extract.ocr_picture import POINTS, Pixels, brightest, grey_of
from extract.page import Fill

GROUND_DPI = 75
STROKES = 11
"""Pixels at that resolution over which most of a text is paper: the median leaves no letter."""
TINT = 14
"""Levels by which a fill differs from the paper in some colour."""
ALIKE = 22
"""Levels within which two colours are one fill."""
SOLID = 0.82
"""Share of its box that a fill covers; a stamp or a picture covers less."""
DARK = 150
"""Lightness of a ground below which words may stand light on dark."""
STRONG = 60
"""Levels between the strongest and the weakest channel of a strong colour."""
GRAIN = 6
"""Levels by which paper darkens and lightens of its own."""
BLACK, WHITE = 0, 215
"""Levels of a page on white below which all is ink and above which all is paper."""
MOST_COLOURS = 12
NARROWEST = 10.0
SMALLEST = 400.0
"""Points, and their square, of the least box that counts as filled."""


def ground_of(pixels: Pixels, scale: float) -> Pixels:
    """The picture without its print: small, coloured, each pixel as what lies below the words."""
    shrink = GROUND_DPI / POINTS / scale
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return cv2.medianBlur(small, STROKES)


def evened(ground: Pixels, fills: Sequence[Fill], size: tuple[float, float]) -> Pixels:
    """The ground with each filled box in one colour: words had left shadows in it."""
    even = ground.copy()
    across, down = ground.shape[1] / size[0], ground.shape[0] / size[1]
    for fill in fills:
        rows = slice(round(fill.top * down), round(fill.bottom * down))
        columns = slice(round(fill.x0 * across), round(fill.x1 * across))
        if even[rows, columns].size:
            even[rows, columns] = np.median(ground[rows, columns], axis=(0, 1))
    return even


def cleaned(pixels: Pixels, ground: Pixels, rules: Pixels) -> Pixels:
    """Black words on white paper: fills levelled, light words on dark turned over, rules gone."""
    size = pixels.shape[1], pixels.shape[0]
    grey = grey_of(pixels)
    light = grey_of(ground)
    level = cv2.resize(light, size)
    clean = _levelled(grey, level)
    bright = brightest(ground)
    # On a strong colour dark words show best in the channel in which that colour is bright.
    strong = _inside(bright.astype(int) - ground.min(axis=2) > STRONG, size)
    if strong.any():
        cv2.copyTo(_levelled(brightest(pixels), cv2.resize(bright, size)), strong, clean)
    turned = _inside(light < DARK, size)
    if turned.any():
        cv2.copyTo(cv2.min(clean, _levelled(255 - grey, 255 - level)), turned, clean)
    clean[rules > 0] = 255
    shown: Pixels = cv2.LUT(clean, _tones())
    return shown


def _tones() -> Pixels:
    """Stretches what lies between ink and paper; specks of grain would be tried as letters."""
    tones = (np.arange(256) - BLACK) * (255 / (WHITE - BLACK))
    stretched: Pixels = np.clip(tones, 0, 255).astype(np.uint8)
    return stretched


def _levelled(shown: Pixels, level: Pixels) -> Pixels:
    """Print as if on white; a little below the level itself, so that grain becomes white."""
    below = np.maximum(level, GRAIN) - np.uint8(GRAIN)
    return cv2.divide(shown, below.astype(np.uint8), scale=255)


def _inside(mask: Pixels, size: tuple[int, int]) -> Pixels:
    """An area without its edges, where the ground is neither one colour nor the other."""
    core = cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    return cv2.resize(core, size, interpolation=cv2.INTER_NEAREST)


def paper_of(ground: Pixels) -> Pixels:
    """Colour of the paper: the commonest of the lighter ones."""
    light = ground.reshape(-1, 3)
    bright = light[light.max(axis=1) > 150]
    if len(bright) < len(light) / 10:
        return np.array([255, 255, 255])
    return _commonest(bright)


def fills_in(ground: Pixels, size: tuple[float, float]) -> list[Fill]:
    """Filled boxes of an upright picture of a page of that size, as if on white paper."""
    paper = paper_of(ground)
    left = np.abs(ground.astype(int) - paper).max(axis=2) > TINT
    fills: list[Fill] = []
    smallest = left.size / 4000
    for _ in range(MOST_COLOURS):
        if np.count_nonzero(left) < smallest:
            break
        colour = _commonest(ground[left])
        alike = left & (np.abs(ground.astype(int) - colour).max(axis=2) <= ALIKE)
        scale = (ground.shape[1] / size[0], ground.shape[0] / size[1])
        fills += _boxes(alike, _hex(colour, paper), scale)
        left &= ~alike
    return fills


def _commonest(colours: Pixels) -> Pixels:
    """The commonest colour, as the median of those near it."""
    coarse = colours.astype(np.int32) // 16
    keys = (coarse[:, 0] << 8) | (coarse[:, 1] << 4) | coarse[:, 2]
    values, counts = np.unique(keys, return_counts=True)
    members = colours[keys == values[counts.argmax()]]
    middle: Pixels = np.median(members, axis=0).astype(int)
    return middle


def _boxes(mask: Pixels, colour: str, scale: tuple[float, float]) -> Iterator[Fill]:
    outlines = _outlines(mask.astype(np.uint8))
    whole = cv2.drawContours(np.zeros(mask.shape, np.uint8), outlines, -1, 1, cv2.FILLED)
    side = max(2, round(NARROWEST * scale[0]) - 1)
    for outline in _outlines(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((side, side)))):
        x, y, width, height = cv2.boundingRect(outline)
        x0, x1 = float(x / scale[0]), float((x + width) / scale[0])
        top, bottom = float(y / scale[1]), float((y + height) / scale[1])
        large = min(x1 - x0, bottom - top) >= NARROWEST and (x1 - x0) * (bottom - top) >= SMALLEST
        if large and cv2.contourArea(outline) >= SOLID * (width - 1) * (height - 1):
            yield Fill(x0, top, x1, bottom, colour)


def _outlines(mask: Pixels) -> Sequence[Pixels]:
    """Outer edges only: what words leave of a fill has holes."""
    return cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]


def _hex(colour: Pixels, paper: Pixels) -> str:
    """A colour on paper as it would be on white."""
    blue, green, red = np.clip(255 * colour / np.maximum(paper, 1), 0, 255).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"
