"""The lines of print in a block, by the white between them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from extract.ocr.picture import INK, Pixels

THINNEST = 0.35
"""A band of ink lower than this share of the usual line belongs to the line next to it."""


class Band(NamedTuple):
    """Rows or columns of pixels from `start` up to `end`."""

    start: int
    end: int


def lines_in(pixels: Pixels) -> list[Band]:
    """Bands of ink from top to bottom, dots and accents with the letters that they belong to."""
    bands = bands_of((pixels < INK).any(axis=1))
    if not bands:
        return []
    usual = float(np.median([b.end - b.start for b in bands]))
    lines: list[Band] = []
    for number, band in enumerate(bands):
        falls_back = _is_thin(band, usual) and _nearer_before(bands, number)
        if lines and (falls_back or _is_thin(lines[-1], usual)):
            lines[-1] = Band(lines[-1].start, band.end)
        else:
            lines.append(band)
    return [line for line in lines if not _is_thin(line, usual) or len(lines) == 1]


def bands_of(ink: ArrayLike) -> list[Band]:
    """The runs of true values."""
    steps = np.diff(np.concatenate(([0], np.asarray(ink, dtype=np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return [Band(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def extent_of(ink: ArrayLike) -> Band | None:
    """From the first true value to the last."""
    bands = bands_of(ink)
    return Band(bands[0].start, bands[-1].end) if bands else None


def _is_thin(band: Band, usual: float) -> bool:
    return band.end - band.start < THINNEST * usual


def _nearer_before(bands: Sequence[Band], number: int) -> bool:
    if number + 1 == len(bands):
        return True
    gap_before = bands[number].start - bands[number - 1].end
    return gap_before < bands[number + 1].start - bands[number].end
