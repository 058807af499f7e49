"""White rules on filled rows: seen only where there is a fill, but columns of all rows.

Word processors part the rows of such tables by fills and the columns by white lines, which on the
white rows between cannot be seen.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from extract.ocr.bands import BAND
from extract.ocr.lines import bands_of
from extract.ocr.picture import INK, Picture, Pixels, grey_of
from extract.page import Fill, Rule

LIGHTER = 5
"""Levels by which a white rule is lighter than the fill on both sides, all along."""
MOST_LIGHTER = 20
ALONG = 6.0
"""Points over which that is averaged, for the fill may be nearly as light."""
BESIDE, THICKEST = 2.4, 3.0
END = 0.8
"""Points at the upper and lower edges of a fill that are neither fill nor paper."""
SHORT = 0.15
"""Share of a rule that words may hide."""
SAME = 1.5
CLEAR = 0.6
"""Points beside a rule in which there is no print."""
TALLEST = 200.0
"""Points that a row without a fill is high, at most."""
GAP = 20.0
"""Points of white below the last row of a table."""


class Row(NamedTuple):
    """A filled row and where its white rules stand."""

    fill: Fill
    places: tuple[float, ...]


def light_rules(
    picture: Picture, ground: Pixels, clean: Pixels, fills: Sequence[Fill]
) -> list[Rule]:
    """The white rules of a page, drawn through the white rows between those that show them."""
    grey, scale, width = grey_of(picture.pixels), picture.scale, picture.width
    even = cv2.resize(grey_of(ground), (grey.shape[1], grey.shape[0]))
    wide = sorted((f for f in fills if f.x1 - f.x0 >= BAND * width), key=lambda f: f.top)
    seen = [Row(fill, tuple(_places(grey, even, fill, scale))) for fill in wide]
    rows = [row for row in seen if row.places]
    ink = clean < INK
    found: list[Rule] = []
    for row in rows:
        found += [Rule(x, row.fill.top, x, row.fill.bottom) for x in row.places]
    for row, after in pairwise(rows):
        top, bottom = row.fill.bottom, after.fill.top
        if 0 < bottom - top <= TALLEST and _is_alike(row, after):
            found += _through(ink, row, top, bottom, scale)
    if len(rows) > 1 and _is_alike(rows[-2], rows[-1]):
        last = rows[-1]
        bottom = _end(ink, last.fill, scale)
        below = list(_through(ink, last, last.fill.bottom, bottom, scale))
        found += [*below, *(Rule(last.fill.x0, bottom, last.fill.x1, bottom) for _ in below[:1])]
    return found


def _places(grey: Pixels, ground: Pixels, fill: Fill, scale: float) -> Iterator[float]:
    """Where white lines run down all of a fill."""
    reach = round(BESIDE * scale)
    left = max(0, round(fill.x0 * scale))
    end = round(END * scale)
    rows = slice(round(fill.top * scale) + end, round(fill.bottom * scale) - end)
    inside = rows, slice(left, left + round((fill.x1 - fill.x0) * scale))
    # Between dark letters the fill is no lighter than it is, and white specks are no part of it.
    level = ground[inside].astype(np.float32)
    box = np.clip(grey[inside], level, level + MOST_LIGHTER)
    if box.shape[0] < 4 * reach or box.shape[1] < 8 * reach:
        return
    inner = box[reach - end : end - reach or None]
    even = cv2.blur(inner, (1, min(inner.shape[0], round(ALONG * scale))))
    lighter = np.percentile(_lighter(even, reach), 100 * SHORT, axis=0)
    # Letters end before the fill does.
    ends = [_lighter(box[part].mean(axis=0)[None], reach)[0] for part in _ends(reach)]
    for band in bands_of(np.minimum(lighter, 2 * np.minimum(*ends)) > LIGHTER):
        if band.end - band.start <= THICKEST * scale:
            yield (left + reach + (band.start + band.end) / 2) / scale


def _ends(reach: int) -> tuple[slice, slice]:
    return slice(0, reach), slice(-reach, None)


def _lighter(box: Pixels, reach: int) -> Pixels:
    """By how much each pixel is lighter than those beside it."""
    beside = np.maximum(box[:, : -2 * reach], box[:, 2 * reach :])
    lighter: Pixels = box[:, reach:-reach] - beside
    return lighter


def _is_alike(row: Row, after: Row) -> bool:
    """Whether two filled rows are of one table."""
    near = sum(any(abs(x - other) <= SAME for other in after.places) for x in row.places)
    return near >= 0.7 * max(len(row.places), len(after.places))


def _through(ink: Pixels, row: Row, top: float, bottom: float, scale: float) -> Iterator[Rule]:
    """The rules of a row as they go on below it, if no word stands in their way."""
    rows = ink[round((top + 1) * scale) : round((bottom - 1) * scale)]
    beside = [(round((x - CLEAR) * scale), round((x + CLEAR) * scale) + 1) for x in row.places]
    if rows.size and not any(rows[:, start:end].any() for start, end in beside):
        yield from (Rule(x, top, x, bottom) for x in row.places)


def _end(ink: Pixels, fill: Fill, scale: float) -> float:
    """Where the print below the last filled row ends, or the row itself."""
    columns = slice(max(0, round(fill.x0 * scale)), round(fill.x1 * scale))
    end = fill.bottom
    for band in bands_of(ink[round((fill.bottom + 1) * scale) :, columns].any(axis=1)):
        top = fill.bottom + 1 + band.start / scale
        if top - end > GAP:
            break
        end = fill.bottom + 1 + band.end / scale
    return end + 2 if end > fill.bottom else end
