"""Cells that a recogniser passed over or doubted: read once more at another size.

A single number is easily passed over, and what is plain to the eye is misread at one size and not
at another. Where two readings of a word differ it stays in doubt, whichever is taken.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from extract.ocr.blocks import Block, BlockWord
from extract.ocr.engines import Engine
from extract.ocr.lines import extent_of
from extract.ocr.picture import INK, Pixels

SURE = 0.6
"""Confidence below which a word is read twice; one that then differs stays below it."""
LARGER, SMALLER = 1.5, 0.75
"""Sizes at which cells without words, and doubtful ones, are read again."""
LETTER = (4.0, 20.0)
"""Points that a letter is high; the ends of rules are lower and pictures higher."""
SIDE = 2
"""Pixels at the sides of a cell in which no letter stands that is whole."""
BETTER = 0.1
"""By how much surer a reading with other words must be."""


def read_again(
    blocks: Sequence[Block], read: Sequence[list[BlockWord]], engine: Engine, until: float
) -> list[list[BlockWord]]:
    """The words of each block, of whichever reading is the surer one."""
    best = list(read)
    unsure = [n for n, words in enumerate(read) if not blocks[n].loose and _is_unsure(words)]
    pieces = [resized(blocks[n], SMALLER if read[n] else LARGER) for n in unsure]
    for n, piece, words in zip(unsure, pieces, engine.read(pieces, until), strict=True):
        second = set_back(words, piece, SMALLER if read[n] else LARGER)
        best[n] = better_of(read[n], second)
    return best


def _is_unsure(words: Sequence[BlockWord]) -> bool:
    return not words or any(word.confidence < SURE for word in words)


def cut_off(block: Block, words: Sequence[BlockWord]) -> list[BlockWord]:
    """The words of a cell, those in doubt that run into its sides, where it was cut out."""
    if block.loose:
        return list(words)
    ink = block.pixels < INK
    return [
        word._replace(confidence=min(word.confidence, SURE - 0.01))
        if _runs_into_side(ink, word)
        else word
        for word in words
    ]


def _runs_into_side(ink: Pixels, word: BlockWord) -> bool:
    rows = ink[max(0, word.top) : max(0, word.bottom)]
    width = ink.shape[1]
    left = word.x0 <= SIDE and rows[:, :SIDE].any()
    return bool(left or (word.x1 >= width - SIDE and rows[:, -SIDE:].any()))


def missed(blocks: Sequence[Block], read: Sequence[Sequence[BlockWord]], scale: float) -> int:
    """In how many blocks there is print as high as letters and no word."""
    return sum(
        not words and _has_letters(block, scale)
        for block, words in zip(blocks, read, strict=True)
        if not block.loose
    )


def _has_letters(block: Block, scale: float) -> bool:
    ink = (block.pixels < INK).astype(np.uint8)
    stats = cv2.connectedComponentsWithStats(ink)[2][1:]
    high, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    low, tall = LETTER[0] * scale, LETTER[1] * scale
    return bool(((high >= low) & (high <= tall) & (wide <= tall)).any())


def resized(block: Block, by: float) -> Block:
    """The print of a block by itself in another size; it keeps its place in the block."""
    ink = block.pixels < INK
    rows, columns = extent_of(ink.any(axis=1)), extent_of(ink.any(axis=0))
    if not rows or not columns:
        return block
    alone = block.pixels[rows.start : rows.end, columns.start : columns.end]
    how = cv2.INTER_AREA if by < 1 else cv2.INTER_CUBIC
    pixels = cv2.resize(alone, None, fx=by, fy=by, interpolation=how)
    return Block(pixels, columns.start, rows.start, False)


def set_back(words: Sequence[BlockWord], piece: Block, by: float) -> list[BlockWord]:
    """The words of a resized block as words of the block."""
    return [
        word._replace(
            x0=round(word.x0 / by) + piece.x,
            x1=round(word.x1 / by) + piece.x,
            top=round(word.top / by) + piece.y,
            bottom=round(word.bottom / by) + piece.y,
        )
        for word in words
    ]


def better_of(first: list[BlockWord], second: list[BlockWord]) -> list[BlockWord]:
    """Of two readings of a block the surer words, or the surer one if they hold different words."""
    if len(first) == len(second) and all(map(_same_place, first, second)):
        return list(map(_better, first, second))
    if len(second) < len(first):  # it may have passed over a dash
        return first
    return second if _surety(second) > _surety(first) + BETTER else first


def _better(one: BlockWord, other: BlockWord) -> BlockWord:
    surer = other if other.confidence > one.confidence else one
    if one.text == other.text:
        return one._replace(confidence=surer.confidence)
    doubt = min(surer.confidence, SURE - 0.01)
    return one._replace(text=surer.text, confidence=doubt)


def _same_place(one: BlockWord, other: BlockWord) -> bool:
    return one.x0 <= (other.x0 + other.x1) / 2 <= one.x1


def _surety(words: Sequence[BlockWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0
