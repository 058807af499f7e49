"""What a recogniser is given: each cell of a table by itself, then all that stands outside."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.ocr.parts import parts_of
from extract.ocr.picture import INK, Pixels
from extract.page import Fill, PageContent, Rule
from extract.tables.choosing import filled_grids, ruled_grids
from extract.tables.grid import GridCell

LARGE = 0.4
"""Share of the page above which a cell is a frame around a page rather than a cell."""
INSET = 0.7
"""Points off a cell's edges, where the soft sides of its rules are."""
SPECK = 0.4
"""Points; marks smaller than this both ways are dirt."""
BY_LETTER = 2.0
"""Points about a letter in which even such a mark may be a stop or a dot."""


class Block(NamedTuple):
    """Part of a cleaned picture at (`x`, `y`); `loose` where lines may stand in any layout."""

    pixels: Pixels
    x: int
    y: int
    loose: bool


class BlockWord(NamedTuple):
    """A word in pixels of its block; `line` tells its line, `confidence` runs from 0 to 1."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    line: int
    confidence: float


def blocks_of(
    clean: Pixels, scale: float, rules: tuple[Rule, ...], fills: tuple[Fill, ...]
) -> list[Block]:
    """The printed parts of a cleaned picture."""
    height, width = clean.shape
    bare = PageContent(0, width / scale, height / scale, (), rules, fills, 1.0, 0)
    grids = ruled_grids(bare, ())
    grids += filled_grids(bare, grids)
    cells = [cell for grid in grids for cell in grid.cells if not _is_frame(cell, bare)]
    found = list(_cells(clean, scale, cells))
    outside = clean.copy()
    for cell in cells:
        outside[_slices(cell, scale, 0.0)] = 255
    return found + list(_outside(outside, scale))


def _outside(clean: Pixels, scale: float) -> Iterator[Block]:
    """The parts of what stands in no cell, or all of it where it falls to pieces."""
    parts = parts_of(clean < INK, scale)
    for rows, columns in parts:
        pixels = clean[rows, columns]
        if _printed(pixels, scale):
            yield Block(pixels, columns.start, rows.start, False)
    if not parts and _printed(clean, scale):
        yield Block(clean, 0, 0, True)


def without_specks(clean: Pixels, scale: float) -> Pixels:
    """A cleaned picture without dirt."""
    ink = (clean < INK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    side = max(1, round(SPECK * scale))
    specks = (stats[:, cv2.CC_STAT_WIDTH] <= side) & (stats[:, cv2.CC_STAT_HEIGHT] <= side)
    # A full stop of small print is no larger, but stands by a letter.
    whole = (ink > 0) & ~specks[labels]
    reach = 2 * round(BY_LETTER * scale) + 1
    near = cv2.dilate(whole.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    kept = np.zeros(len(stats), bool)
    kept[np.unique(labels[near])] = True
    swept = clean.copy()
    swept[(specks & ~kept)[labels]] = 255
    return swept


def _is_frame(cell: GridCell, page: PageContent) -> bool:
    return (cell.x1 - cell.x0) * (cell.bottom - cell.top) > LARGE * page.width * page.height


def _cells(clean: Pixels, scale: float, cells: Sequence[GridCell]) -> Iterator[Block]:
    for cell in cells:
        rows, columns = _slices(cell, scale, INSET)
        pixels = clean[rows, columns]
        if pixels.size and _printed(pixels, scale):
            yield Block(pixels, columns.start, rows.start, False)


def _slices(cell: GridCell, scale: float, inset: float) -> tuple[slice, slice]:
    x0, x1 = round((cell.x0 + inset) * scale), round((cell.x1 - inset) * scale)
    top, bottom = round((cell.top + inset) * scale), round((cell.bottom - inset) * scale)
    return slice(max(0, top), max(0, bottom)), slice(max(0, x0), max(0, x1))


def _printed(pixels: Pixels, scale: float) -> bool:
    """Whether there is at least as much ink as in a full stop."""
    return int(np.count_nonzero(pixels < INK)) >= 0.6 * scale * scale
