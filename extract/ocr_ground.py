"""What words are printed on: the paper and the filled boxes of a picture, and their removal."""

from collections.abc import Iterator

import cv2
import numpy as np

from extract.ocr_picture import POINTS, Pixels
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
DARK = 110
"""Lightness below which words stand light on dark."""
GRAIN = 6
"""Levels by which paper darkens and lightens of its own."""
MOST_COLOURS = 12
NARROWEST = 9.0
SMALLEST = 200.0
"""Points, and their square, of the least box that counts as filled."""


def ground_of(pixels: Pixels, scale: float) -> Pixels:
    """The picture without its print: small, coloured, each pixel as what lies below the words."""
    shrink = GROUND_DPI / POINTS / scale
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return cv2.medianBlur(small, STROKES)


def cleaned(grey: Pixels, ground: Pixels, rules: Pixels) -> Pixels:
    """Black words on white paper: fills levelled, light words on dark turned over, rules gone."""
    height, width = grey.shape
    light = cv2.cvtColor(ground, cv2.COLOR_BGR2GRAY)
    below = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    dark = below < DARK
    shown = np.where(dark, ~grey, grey)
    # A little below the ground itself, so that the grain of the paper becomes white.
    clean = cv2.divide(shown, cv2.subtract(np.where(dark, ~below, below), GRAIN), scale=255)
    clean[rules > 0] = 255
    return clean


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
    return np.median(members, axis=0).astype(int)


def _boxes(mask: Pixels, colour: str, scale: tuple[float, float]) -> Iterator[Fill]:
    # Outlines only: what words leave of a fill has holes.
    outlines, _ = cv2.findContours(
        mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    for outline in outlines:
        x, y, width, height = cv2.boundingRect(outline)
        x0, x1 = float(x / scale[0]), float((x + width) / scale[0])
        top, bottom = float(y / scale[1]), float((y + height) / scale[1])
        large = min(x1 - x0, bottom - top) >= NARROWEST and (x1 - x0) * (bottom - top) >= SMALLEST
        if large and cv2.contourArea(outline) >= SOLID * (width - 1) * (height - 1):
            yield Fill(x0, top, x1, bottom, colour)


def _hex(colour: Pixels, paper: Pixels) -> str:
    """A colour on paper as it would be on white."""
    blue, green, red = np.clip(255 * colour / np.maximum(paper, 1), 0, 255).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"
