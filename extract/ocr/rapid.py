"""The adapter to RapidOCR, which brings its models along: nothing is fetched, nothing started."""

import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import cv2
import numpy as np

from extract.ocr.blocks import Block, BlockWord
from extract.ocr.lines import Band, bands_of, extent_of, lines_in
from extract.ocr.picture import INK, Pixels

MARGIN = 6
"""Pixels of white that it wants around a line."""
WORD_GAP = 0.3
"""Share of a line's height that is white between words, but not between letters."""
FINDER_SHRINK = 0.5
"""Lines outside of tables are found in a coarser picture, in a quarter of the time."""


class RapidOcr:
    """Recognises blocks line by line; only where lines stand loose does it look for them itself."""

    name = "rapidocr"
    seconds_per_page = 90.0

    def read(self, blocks: Sequence[Block], until: float) -> list[list[BlockWord]]:
        """The words of each block. Raises `TimeoutError` past the time `until`."""
        found = []
        for block in blocks:
            boxes = _found_lines(block.pixels) if block.loose else _own_lines(block.pixels)
            words: list[BlockWord] = []
            for number, box in enumerate(boxes):
                if time.monotonic() > until:
                    raise TimeoutError
                words += _line_words(block.pixels, box, number)
            found.append(words)
        return found


LineBox = tuple[Band, Band]
"""Rows and columns."""


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    quiet = {"Global.log_level": "critical", "Global.use_cls": False}
    # Pages are read side by side, so each needs one thread only.
    return RapidOCR(params={**quiet, "EngineConfig.onnxruntime.intra_op_num_threads": 1})


def _own_lines(pixels: Pixels) -> Iterator[LineBox]:
    for rows in lines_in(pixels):
        columns = extent_of((pixels[rows.start : rows.end] < INK).any(axis=0))
        if columns:
            yield rows, columns


def _found_lines(pixels: Pixels) -> Iterator[LineBox]:
    small = cv2.resize(
        pixels, None, fx=FINDER_SHRINK, fy=FINDER_SHRINK, interpolation=cv2.INTER_AREA
    )
    result = _engine()(_coloured(small), use_det=True, use_cls=False, use_rec=False)
    for corners in [] if result.boxes is None else result.boxes:
        (x0, top), (x1, bottom) = corners.min(axis=0), corners.max(axis=0)
        sides = (np.array([top, bottom, x0, x1]) / FINDER_SHRINK).astype(int)
        rows, columns = Band(max(0, sides[0]), sides[1]), Band(max(0, sides[2]), sides[3])
        ink = pixels[rows.start : rows.end, columns.start : columns.end] < INK
        inner = extent_of(ink.any(axis=1)), extent_of(ink.any(axis=0))
        if inner[0] and inner[1]:
            yield _shifted(inner[0], rows.start), _shifted(inner[1], columns.start)


def _shifted(band: Band, by: int) -> Band:
    return Band(band.start + by, band.end + by)


def _line_words(pixels: Pixels, box: LineBox, number: int) -> Iterator[BlockWord]:
    """The words of one line."""
    rows, columns = box
    line = pixels[rows.start : rows.end, columns.start : columns.end]
    for text, confidence, span in _recognised(line):
        ink = line[:, span.start : span.end] < INK
        wide, high = extent_of(ink.any(axis=0)), extent_of(ink.any(axis=1))
        if wide and high:
            left, top = columns.start + span.start, rows.start
            across, down = _shifted(wide, left), _shifted(high, top)
            yield BlockWord(
                text, across.start, down.start, across.end, down.end, number, confidence
            )


def _recognised(line: Pixels) -> Iterator[tuple[str, float, Band]]:
    """Each word of a picture of a line, its confidence, and where it stands across."""
    around = (MARGIN,) * 4
    padded = cv2.copyMakeBorder(line, *around, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    wanted = {"use_det": False, "use_cls": False, "use_rec": True, "return_word_box": True}
    result = _engine()(_coloured(padded), **wanted)
    if not result.txts or result.word_results[0] is None:
        return
    letters = _letters(result.txts[0], result.word_results[0], padded.shape[1] - MARGIN)
    gap = WORD_GAP * line.shape[0]
    start, word = 0, letters[:1]
    for before, after in pairwise(letters):
        white = _widest_white(line, before.at, after.at)
        missed = _may_part(before.text, after.text) and white.end - white.start >= gap
        if after.spaced or missed:
            yield _joined(word, Band(start, white.end))
            start, word = white.end, []
        word.append(after)
    if word:
        yield _joined(word, Band(start, line.shape[1]))


class Letter(NamedTuple):
    """A recognised letter, about where it stands, and whether a space was read before it."""

    text: str
    confidence: float
    at: int
    spaced: bool


def _letters(text: str, info: Any, width: int) -> list[Letter]:
    """The letters of a line that is so many pixels wide."""
    columns = [column for word in info.word_cols for column in word]
    step = width / max(info.line_txt_len, 1)
    letters: list[Letter] = []
    spaced = False
    for sign, confidence in zip(text, info.confs, strict=False):
        if not sign.isspace() and len(letters) < len(columns):
            at = max(0, min(width - 1, round((columns[len(letters)] + 0.5) * step) - MARGIN))
            letters.append(Letter(sign, float(confidence), at, spaced))
        spaced = sign.isspace()
    return letters


def _may_part(before: str, after: str) -> bool:
    """Whether a space that was not read may stand between two letters; figures stand wide."""
    if before in ".,;:)%!?’”":
        return after.isalnum()
    return before.islower() and after.isupper()


def _widest_white(line: Pixels, start: int, end: int) -> Band:
    """The widest gap between two letters, or the point halfway where they touch."""
    middle = (start + end) // 2
    blank = bands_of(~(line[:, start : end + 1] < INK).any(axis=0))
    if not blank:
        return Band(middle, middle)
    return _shifted(max(blank, key=lambda b: b.end - b.start), start)


def _joined(word: Sequence[Letter], span: Band) -> tuple[str, float, Band]:
    sure = sum(letter.confidence for letter in word) / max(len(word), 1)
    return "".join(letter.text for letter in word), sure, span


def _coloured(pixels: Pixels) -> Pixels:
    return cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
