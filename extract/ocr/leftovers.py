"""Print that a recogniser passed over, such as numbers that stand by themselves: cut out for it."""

from collections.abc import Sequence

import cv2
import numpy as np

from extract.ocr.blocks import Block, BlockWord
from extract.ocr.picture import INK, Pixels

SURE = 0.5
"""Confidence below which a word is read once more by itself."""
BESIDE = 3
"""Pixels around a word that belong to it."""
LOWEST, HIGHEST = 4.0, 30.0
"""Points that a line of print is high."""
GAP = 3.0
"""Points between letters and words that are cut out together."""
MARGIN = 1.0
MOST = 150
"""Pieces of a page; more are the grain of a picture."""


def leftovers_of(block: Block, words: Sequence[BlockWord], scale: float) -> list[Block]:
    """The pieces of a block in which there is print and no word that is sure."""
    left = (block.pixels < INK).astype(np.uint8)
    for word in words:
        if word.confidence >= SURE:
            left[
                max(0, word.top - BESIDE) : word.bottom + BESIDE,
                max(0, word.x0 - BESIDE) : word.x1 + BESIDE,
            ] = 0
    brush = np.ones((max(1, round(scale)), max(1, round(GAP * scale))), np.uint8)
    stats = cv2.connectedComponentsWithStats(cv2.morphologyEx(left, cv2.MORPH_CLOSE, brush))[2]
    boxes = [tuple(int(v) for v in box) for box in stats[1:] if _is_line(box, scale)]
    margin = round(MARGIN * scale)
    return [_cut(block, box, margin) for box in boxes] if len(boxes) <= MOST else []


def with_leftovers(
    words: Sequence[BlockWord], pieces: Sequence[Block], read: Sequence[Sequence[BlockWord]]
) -> list[BlockWord]:
    """The words of a block, those that were not sure as they were read by themselves."""
    found = [word for word in words if word.confidence >= SURE]
    line = max((word.line for word in words), default=0)
    for piece, its in zip(pieces, read, strict=True):
        for word in its:
            if word.confidence >= SURE and any(sign.isalnum() for sign in word.text):
                found.append(_moved(word, piece, line + 1 + word.line))
        line = max((word.line for word in found), default=line)
    again = [word for word in words if word.confidence < SURE]
    return [*found, *(word for word in again if not any(_same(word, other) for other in found))]


def _is_line(box: Pixels, scale: float) -> bool:
    width, height = box[cv2.CC_STAT_WIDTH], box[cv2.CC_STAT_HEIGHT]
    return bool(LOWEST * scale <= height <= HIGHEST * scale and width >= scale)


def _cut(block: Block, box: tuple[int, ...], margin: int) -> Block:
    x, y, width, height = box[:4]
    x0, top = max(0, x - margin), max(0, y - margin)
    pixels = block.pixels[top : y + height + margin, x0 : x + width + margin]
    return Block(pixels, x0, top, False)


def _moved(word: BlockWord, piece: Block, line: int) -> BlockWord:
    """A word of a piece as one of the block that it was cut from."""
    return word._replace(
        x0=word.x0 + piece.x,
        x1=word.x1 + piece.x,
        top=word.top + piece.y,
        bottom=word.bottom + piece.y,
        line=line,
    )


def _same(word: BlockWord, other: BlockWord) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom
