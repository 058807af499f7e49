"""Cells whose words run up or down, as headings of narrow columns do: turned to be read."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from extract.ocr.blocks import Block, BlockWord
from extract.ocr.choice import is_word
from extract.ocr.lines import Band, bands_of, extent_of
from extract.ocr.picture import INK, Pixels

SLENDER = 1.8
"""So many times as high as wide is the print of such a cell, and each of its words."""
DOUBT = 0.15
"""By how much better a turned cell must read than it does as it stands."""
CLOSE = 0.3
"""Share of their height that lies between the letters of a word, at most; lines stand wider."""
LONG = 20
"""Pixels, at a third of the picture's resolution, from which a part is a word and no letter."""


def turned_variants(blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """Cells that may be printed sideways, by number, each turned either way."""
    return [
        (number, block._replace(pixels=np.ascontiguousarray(np.rot90(block.pixels, -quarters))))
        for number, block in enumerate(blocks)
        if not block.loose and _may_be_turned(block.pixels)
        for quarters in (1, 3)
    ]


def best_read(
    blocks: Sequence[Block],
    read: Sequence[list[BlockWord]],
    variants: Sequence[tuple[int, Block]],
    variants_read: Sequence[list[BlockWord]],
) -> list[list[BlockWord]]:
    """The words of each block, from whichever way round it is words."""
    best = list(read)
    for (number, _), words in zip(variants, variants_read, strict=True):
        height, width = blocks[number].pixels.shape
        if _sense(words) > _sense(best[number]) + DOUBT:
            # Set level at the head of the cell, and as narrow as it is.
            best[number] = [
                word._replace(x0=word.x0 * width // height, x1=word.x1 * width // height)
                for word in words
            ]
    return best


def _may_be_turned(pixels: Pixels) -> bool:
    ink = (pixels < INK).astype(np.uint8)
    wide, high = extent_of(ink.any(axis=0)), extent_of(ink.any(axis=1))
    if not wide or not high or high.end - high.start < SLENDER * (wide.end - wide.start) / 2:
        return False
    small = cv2.resize(pixels, None, fx=1 / 3, fy=1 / 3, interpolation=cv2.INTER_AREA)
    closed = cv2.morphologyEx((small < INK).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((4, 4)))
    parts = cv2.connectedComponentsWithStats(closed)[2][1:]
    widths, heights = parts[:, cv2.CC_STAT_WIDTH], parts[:, cv2.CC_STAT_HEIGHT]
    large = np.maximum(widths, heights) > LONG
    if large.any():
        return bool((heights > SLENDER * widths)[large].mean() > 0.5)
    return _is_pile(bands_of(ink.any(axis=1)), wide.end - wide.start)


def _is_pile(letters: Sequence[Band], width: int) -> bool:
    """Whether print is the letters of a word as short as 'No', one close above the other."""
    gaps = [after.start - before.end for before, after in pairwise(letters)]
    return bool(gaps) and max(gaps) < CLOSE * width


def _sense(words: Sequence[BlockWord]) -> float:
    """How surely it was read, and how much of it is words; a heading may be as short as 'No'."""
    letters = sum(len(word.text) for word in words)
    sure = sum(word.confidence * len(word.text) for word in words)
    known = sum(len(word.text) for word in words if is_word(word.text))
    return sure / letters * (1 + known / letters) if letters else 0.0
