"""Print outside of ruled cells, cut where it is white: columns are never read across.

As a page is cut by hand: into strips where white runs all across, each strip into columns where
white runs all down, and so on, until what is left holds together.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from numpy.typing import ArrayLike

from extract.ocr.lines import Band, bands_of
from extract.ocr.picture import Pixels

GAP = 7.0
"""Points of white, more than there are between the lines of a paragraph or its words."""
MARGIN = 1.5
"""Points of white around a part; a dash by itself is no picture."""
MOST = 400
"""Parts of a page; more are the grain of a picture."""


class Part(NamedTuple):
    """A box of pixels that is parted from all others by white."""

    rows: slice
    columns: slice


def parts_of(ink: Pixels, scale: float) -> list[Part]:
    """The parts of a picture whose print is true; none where it is grain."""
    found: list[Part] = []
    margin = round(MARGIN * scale)
    for part in _cut(ink, Band(0, ink.shape[0]), Band(0, ink.shape[1]), round(GAP * scale)):
        found.append(Part(_wider(part.rows, margin), _wider(part.columns, margin)))
        if len(found) > MOST:
            return []
    return found


def _cut(ink: Pixels, rows: Band, columns: Band, gap: int) -> Iterator[Part]:
    """The parts of a box, strips first."""
    box = ink[rows.start : rows.end, columns.start : columns.end]
    strips = [_moved(band, rows.start) for band in _parted(box.any(axis=1), gap)]
    for strip in strips:
        inside = ink[strip.start : strip.end, columns.start : columns.end]
        pieces = [_moved(band, columns.start) for band in _parted(inside.any(axis=0), gap)]
        if len(pieces) == 1 and len(strips) == 1:
            yield Part(slice(strip.start, strip.end), slice(pieces[0].start, pieces[0].end))
        else:
            for piece in pieces:
                yield from _cut(ink, strip, piece, gap)


def _parted(ink: ArrayLike, gap: int) -> list[Band]:
    """From the first true value to the last, cut where so many false ones follow each other."""
    bands = bands_of(ink)
    if not bands:
        return []
    cuts = [n for n, (one, other) in enumerate(pairwise(bands), 1) if other.start - one.end >= gap]
    return [
        Band(bands[start].start, bands[end - 1].end)
        for start, end in pairwise([0, *cuts, len(bands)])
    ]


def _wider(span: slice, by: int) -> slice:
    return slice(max(0, span.start - by), span.stop + by)


def _moved(band: Band, by: int) -> Band:
    return Band(band.start + by, band.end + by)
