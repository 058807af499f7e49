"""A page as a picture: rendered, set upright, and with every place leading back to the page."""

import math
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[Any]
"""Rows of pixels: grey, or blue, green and red."""

INK = 150
"""Darker pixels of a cleaned picture are print."""
DPI = 300
"""What recognisers are trained for; finer pictures cost time and yield nothing."""
MOST_PIXELS = 40_000_000
POINTS = 72.0
LARGEST_TILT = 2.5
"""Degrees either way in which a page is looked for; a feeder pulls no sheet in further askew."""
TILT_DPI = 100


class Picture(NamedTuple):
    """A page of `width` by `height` points; `scale` is pixels to the point."""

    pixels: Pixels
    scale: float
    width: float
    height: float


def grey_of(pixels: Pixels) -> Pixels:
    """How light each pixel is."""
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)


def brightest(pixels: Pixels) -> Pixels:
    """The strongest of each pixel's colours: what is not black, however dark its colour."""
    blue, green, red = cv2.split(pixels)
    return cv2.max(cv2.max(blue, green), red)


def picture_of(page: Any) -> Picture:
    """Render a page, coarser where it is very large."""
    width, height = page.get_size()
    scale = min(DPI / POINTS, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, rev_byteorder=False, may_draw_forms=False)
    try:
        pixels = bitmap.to_numpy()[:, :, :3].copy()
    finally:
        bitmap.close()
    return Picture(pixels, scale, width, height)


def upright(picture: Picture) -> tuple[Picture, float]:
    """The picture turned so that its lines run level, and by how many degrees it was tilted."""
    angle = tilt_of(grey_of(picture.pixels), picture.scale)
    if abs(angle) < 0.03:
        return picture, 0.0
    return picture._replace(pixels=_turned(picture.pixels, angle, cv2.INTER_CUBIC)), angle


def tilt_of(grey: Pixels, scale: float) -> float:
    """Degrees clockwise by which most lines and rules run down to the right."""
    shrink = min(1.0, TILT_DPI / POINTS / scale)
    small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = _ink(small)
    if not ink.any():
        return 0.0
    angle, step = 0.0, LARGEST_TILT / 10
    reach = 10
    while step > 0.01:
        tried = [angle + step * i for i in range(-reach, reach + 1)]
        angle = max(tried, key=lambda a: _levelness(ink, a))
        step, reach = step / 4, 4
    return angle


def _ink(grey: Pixels) -> Pixels:
    """Dark marks against what surrounds them, so that grey fills and shadows do not count."""
    ground = cv2.medianBlur(grey, 21)
    ink = cv2.subtract(ground, grey).astype(np.float32)
    ink[ink < 24] = 0
    margin = max(2, round(0.01 * max(grey.shape)))  # the scanner's own edges run level
    ink[:margin] = ink[-margin:] = 0
    ink[:, :margin] = ink[:, -margin:] = 0
    return ink


def _levelness(ink: Pixels, angle: float) -> float:
    """How sharply rows of ink part from rows of paper once turned back by an angle."""
    rows = _turned(ink, angle, cv2.INTER_LINEAR, 0).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def _turned(pixels: Pixels, angle: float, how: int, border: int = 255) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(
        pixels, matrix, (width, height), flags=how, borderValue=(border, border, border)
    )
