"""Pages that lie on their side in the scanner: turned until their words can be read."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.ocr.blocks import Block
from extract.ocr.choice import is_word
from extract.ocr.engines import Engine
from extract.ocr.picture import POINTS, Picture, Pixels, grey_of

GLANCE_DPI = 100
WORD = 90
"""Pixels at that resolution; anything longer is a rule."""
TRIED = 600
"""Pixels of the picture, each way from its middle, that are read to tell top from bottom."""


class Turned(NamedTuple):
    """A picture and the quarters that it was turned clockwise."""

    picture: Picture
    quarters: int


def set_level(picture: Picture, engine: Engine, until: float) -> Turned:
    """The picture turned so that words run from left to right."""
    if not _lies_on_its_side(grey_of(picture.pixels), picture.scale):
        return Turned(picture, 0)
    return best_turned(picture, engine, until, (1, 3))


def best_turned(
    picture: Picture, engine: Engine, until: float, ways: Sequence[int] = (0, 2, 1, 3)
) -> Turned:
    """The picture turned so that a recogniser reads most of its middle."""
    tried = [Turned(_turned(picture, quarters), quarters) for quarters in ways]
    return max(tried, key=lambda turned: _legible(turned.picture, engine, until))


def _lies_on_its_side(grey: Pixels, scale: float) -> bool:
    """Whether most words are higher than wide."""
    shrink = GLANCE_DPI / POINTS / scale
    small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = cv2.subtract(cv2.medianBlur(small, 21), small) > 40
    words = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    stats = cv2.connectedComponentsWithStats(words)[2][1:]
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    whole = np.maximum(wide, high) < WORD
    level, upright = (wide > 1.7 * high) & whole, (high > 1.7 * wide) & whole
    return int(upright.sum()) > 20 and int(upright.sum()) > 2 * int(level.sum())


def _turned(picture: Picture, quarters: int) -> Picture:
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, -quarters))
    if quarters % 2 == 0:
        return picture._replace(pixels=pixels)
    return picture._replace(pixels=pixels, width=picture.height, height=picture.width)


def _legible(picture: Picture, engine: Engine, until: float) -> float:
    """How much of the middle of a picture can be read, and how surely."""
    grey = grey_of(picture.pixels)
    y, x = grey.shape[0] // 2, grey.shape[1] // 2
    middle = grey[max(0, y - TRIED) : y + TRIED, max(0, x - TRIED) : x + TRIED]
    words = engine.read([Block(middle, 0, 0, True)], until)[0]
    # Some recognisers turn words themselves; these are higher than wide.
    level = [word for word in words if word.x1 - word.x0 > word.bottom - word.top]
    return sum(word.confidence * len(word.text) for word in level if is_word(word.text))
