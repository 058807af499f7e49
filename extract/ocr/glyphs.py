"""From recognised words to glyphs, as if the page had a text layer.

A recogniser tells where a word is, not how it is set: size, weight and colour are measured here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.ocr.blocks import BlockWord
from extract.ocr.lines import extent_of
from extract.ocr.picture import INK, Picture, Pixels
from extract.page import Glyph, ReadWord

TALL = frozenset("bdfhijklt0123456789()[]{}/\\|!?&%£$#@'‘’\"“”•")
DEEP = frozenset("gjpqy()[]{}|Q")
ASCENT, MIDDLE, DESCENT = 0.72, 0.53, 0.21
"""Heights of letters in ems, as most fonts have them."""
SAME_SIZE = 0.12
"""Share by which measured sizes differ though the type is the same."""
HEAVY = 1.15
"""Strokes this much wider than most of the page's are bold."""
CLOSE = 0.2
"""Ems before a closing bracket that are no space."""
DOT = 0.65
"""Share of its box that a dot fills; letters of its size fill less."""
COLOURFUL = 36
"""Levels between the strongest and the weakest colour from which print is not black."""


class ReadLine(NamedTuple):
    """A recognised line: its words and what was measured on it, in points."""

    words: tuple[ReadWord, ...]
    size: float
    baseline: float
    weight: float
    colour: str


def glyphs_of(lines: Sequence[ReadLine]) -> tuple[Glyph, ...]:
    """The glyphs of a page, line by line."""
    body = _body(lines)
    lines = [line._replace(size=_true_size(line.size, body)) for line in lines]
    usual = float(np.median([line.weight / line.size for line in lines for _ in line.words] or [1]))
    glyphs: list[Glyph] = []
    for run, line in enumerate(lines):
        glyphs += _line_glyphs(line, line.weight / line.size > HEAVY * usual, run)
    return tuple(glyphs)


def _true_size(measured: float, body: float) -> float:
    return body if abs(measured - body) < SAME_SIZE * body else round(2 * measured) / 2


def _body(lines: Sequence[ReadLine]) -> float:
    """Size of most of the type."""
    sizes = sorted(line.size for line in lines for word in line.words for _ in word.text)
    return round(10 * sizes[len(sizes) // 2]) / 10 if sizes else 10.0


def lines_read(
    words: Iterable[BlockWord], origin: tuple[int, int], clean: Pixels, picture: Picture
) -> Iterator[ReadLine]:
    """The lines of a block, measured on the picture, in points of the page."""
    rows: dict[int, list[BlockWord]] = defaultdict(list)
    for word in words:
        x, y = origin
        moved = word._replace(
            x0=max(0, word.x0 + x), top=max(0, word.top + y), x1=word.x1 + x, bottom=word.bottom + y
        )
        rows[word.line].append(moved)
    for row in rows.values():
        level = sorted(row, key=lambda w: w.x0)
        yield _measured(_with_bullet(level, clean), clean, picture)


def _with_bullet(row: Sequence[BlockWord], clean: Pixels) -> list[BlockWord]:
    """A line with the dot before it named, for recognisers take it for all kinds of letters."""
    first = row[0]
    if len(row) == 1 or len(first.text) > 2 or not _is_dot(first, row[1], clean):
        return list(row)
    return [first._replace(text="•"), *row[1:]]


def _is_dot(word: BlockWord, following: BlockWord, clean: Pixels) -> bool:
    """Whether a mark is round, full, small, and stands above the foot of the letters."""
    ink = clean[word.top : word.bottom, word.x0 : word.x1] < INK
    wide, high = extent_of(ink.any(axis=0)), extent_of(ink.any(axis=1))
    if not wide or not high:
        return False
    across, down = wide.end - wide.start, high.end - high.start
    height = following.bottom - following.top
    shape = 0.7 * down <= across <= 1.4 * down and 0.15 * height <= down <= 0.65 * height
    full = ink[high.start : high.end, wide.start : wide.end].mean() >= DOT
    return bool(shape and full and word.top + high.end < following.bottom - 0.06 * height)


def _measured(row: Sequence[BlockWord], clean: Pixels, picture: Picture) -> ReadLine:
    size, baseline = _set(row)
    top, bottom = min(w.top for w in row), max(w.bottom for w in row)
    box = slice(top, bottom), slice(row[0].x0, max(w.x1 for w in row))
    scale = picture.scale
    words = [
        ReadWord(w.text, w.x0 / scale, w.top / scale, w.x1 / scale, w.bottom / scale, w.confidence)
        for w in row
    ]
    return ReadLine(
        tuple(words),
        size / scale,
        baseline / scale,
        _stroke(clean[box]) / scale,
        _colour(clean[box], picture.pixels[box]),
    )


def _set(row: Sequence[BlockWord]) -> tuple[float, float]:
    """Size and baseline of a line in pixels, each the middle of what its words say."""
    sizes, feet = [], []
    for word in row:
        letters = [c for c in word.text if c.isalnum()]
        if letters:
            rise = ASCENT if any(c in TALL or c.isupper() for c in word.text) else MIDDLE
            drop = DESCENT if any(c in DEEP for c in word.text) else 0.0
            sizes += [(word.bottom - word.top) / (rise + drop)] * len(letters)
            feet += [(word.bottom, drop)] * len(letters)
    if not sizes:
        height = max(w.bottom - w.top for w in row)
        return max(1.0, height / ASCENT), float(max(w.bottom for w in row))
    size = max(1.0, float(np.median(sizes)))
    return size, float(np.median([bottom - drop * size for bottom, drop in feet]))


def _stroke(pixels: Pixels) -> float:
    """Width of the strokes of letters: twice their area by their outline."""
    ink = (pixels < INK).astype(np.uint8)
    area = int(ink.sum())
    outline = area - int(cv2.erode(ink, cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))).sum())
    return 2 * area / max(outline, 1)


def _colour(clean: Pixels, pixels: Pixels) -> str:
    """Colour of the darkest part of the letters; black for all greys."""
    ink = clean < INK - 50
    if not ink.any():
        return "#000000"
    blue, green, red = (int(v) for v in np.median(pixels[ink], axis=0))
    strong = max(blue, green, red) - min(blue, green, red) > COLOURFUL
    return f"#{red:02x}{green:02x}{blue:02x}" if strong else "#000000"


def _closes(word: ReadWord, after: ReadWord, size: float) -> bool:
    """Whether what a recogniser set apart is the bracket or stop that ends a word."""
    return not after.text.strip(")].,;:!?’”") and after.x0 - word.x1 < CLOSE * size


def _line_glyphs(line: ReadLine, bold: bool, run: int) -> Iterator[Glyph]:
    top, bottom = line.baseline - 0.8 * line.size, line.baseline + 0.2 * line.size
    for number, word in enumerate(line.words):
        step = (word.x1 - word.x0) / max(len(word.text), 1)
        for index, letter in enumerate(word.text):
            x0 = word.x0 + index * step
            shape = (x0, top, x0 + step, bottom, line.baseline, line.size)
            yield Glyph(letter, *shape, bold, line.colour, 0, run)
        if number + 1 < len(line.words) and not _closes(word, line.words[number + 1], line.size):
            gap = (word.x1, top, line.words[number + 1].x0, bottom, line.baseline, line.size)
            yield Glyph(" ", *gap, bold, line.colour, 0, run)
