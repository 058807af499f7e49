"""Finds the rules in a picture: long, thin, darker than both sides, be they faint or broken.

Lengths are points; tolerances follow the print of tables, not the resolution of the picture.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.ocr.picture import Pixels, brightest, grey_of
from extract.page import Fill, Rule
from extract.tables.rules import TOUCH

CONTRAST = 9
"""Levels of grey by which a rule is darker than the paper beside it."""
BESIDE = 2.6
"""How far beside a rule to look for that paper, so the thickest rule that is found."""
CLOSE = 1.4
"""The same beside a thin one, where no word stands yet."""
LONG = 120.0
"""A line this long is a rule even where it meets no other; a bold heading may be half as long."""
WEAK = 0.5
"""Share of the usual strength below which a line counts only if it ends at others."""
SHORTEST = 3.0
"""Points of the shortest piece that the edge of a fill may leave of a line."""
GRAIN = 0.15
"""The same below which it is the grain of a fill, wherever it ends."""
EVEN = 0.5
"""Share of its usual strength that all but a fifth of a rule has."""
IN_LINE = 0.7
"""Points by which parts of one rule may be out of line."""
COVERED = 0.8
"""Share of a rule that must be there before its gaps are closed; words have more gaps."""


MAIN = 6
"""So many of the longest lines tell how dark the rules of a page are."""


class Stroke(NamedTuple):
    """How lines of one direction are told from letters: the shortest piece, gap and line."""

    piece: float
    gap: float
    least: float


ACROSS = Stroke(6.0, 6.0, 18.0)
DOWN = Stroke(10.0, 3.0, 13.0)
"""Stems of letters stand above each other, line by line, so pieces are longer and gaps shorter."""


class Found(NamedTuple):
    """The rules of a picture, and the pixels that they are made of."""

    rules: tuple[Rule, ...]
    mask: Pixels


def rules_in(pixels: Pixels, scale: float, fills: Sequence[Fill] = ()) -> Found:
    """The rules of an upright picture; they may end at fills as at each other."""
    cuts = [Cut(x, f.top, f.bottom) for f in fills for x in (f.x0, f.x1)]
    across, level = _lines(pixels, scale, ACROSS, cuts)
    cuts = [Cut(y, f.x0, f.x1) for f in fills for y in (f.top, f.bottom)]
    down, upright = _lines(cv2.transpose(pixels), scale, DOWN, cuts)
    # Of the longest lines, since words may yield more pieces than a table has rules.
    longest = sorted((*across, *down), key=lambda line: line.start - line.end)[:MAIN]
    usual = float(np.median([line.strength for line in longest] or [0.0]))
    heads = [Line(f.x0, y, f.x1, usual) for f in fills for y in (f.top, f.bottom)]
    sides = [Line(f.top, x, f.bottom, usual) for f in fills for x in (f.x0, f.x1)]
    rows = [a for a in across if _is_rule(a, [*down, *sides], usual)]
    rows += [a for a in across if a not in rows and _goes_on(a, rows, usual)]
    columns = [d for d in down if _is_rule(d, [*across, *heads], usual)]
    kept = [
        *(Rule(x0, y, x1, y) for x0, y, x1, _ in rows),
        *(Rule(x, top, x, bottom) for top, x, bottom, _ in columns),
    ]
    return Found(tuple(kept), _drawn(kept, level | cv2.transpose(upright), scale))


class Cut(NamedTuple):
    """The side of a fill that level lines cross at `at`, if they run between `start` and `end`."""

    at: float
    start: float
    end: float


class Line(NamedTuple):
    """A level line, and by how many levels of grey it is darker than the paper."""

    start: float
    at: float
    end: float
    strength: float


def _lines(
    pixels: Pixels, scale: float, stroke: Stroke, cuts: Iterable[Cut]
) -> tuple[list[Line], Pixels]:
    """The level lines of a picture, and their pixels; cut where the ground changes."""
    # Beside a strong colour a black rule shows only in the channel in which that is bright.
    contrast = cv2.max(_contrast(grey_of(pixels), scale), _contrast(brightest(pixels), scale))
    dark = _opened((contrast > CONTRAST).astype(np.uint8), stroke.piece * scale)
    whole = _opened(_closed(dark, stroke.gap * scale), stroke.least * scale)
    for cut in cuts:  # on another ground the same rule has another strength
        across, reach = round(cut.at * scale), round(BESIDE * scale)
        rows = slice(max(0, round(cut.start * scale) - reach), round(cut.end * scale) + reach)
        whole[rows, max(0, across - 1) : across + 2] = 0
    count, labels, stats, centres = cv2.connectedComponentsWithStats(whole, connectivity=8)
    found = []
    for index in range(1, count):
        x, y, width, height, _ = stats[index]
        box = slice(y, y + height), slice(x, x + width)
        part = labels[box] == index
        there = part & (dark[box] > 0)
        strength = _strength(contrast[box] * there)
        if (
            width >= SHORTEST * scale
            and height <= 1.6 * BESIDE * scale
            and there.any(axis=0).mean() >= COVERED
            and strength
        ):
            at = float(centres[index][1]) + 0.5
            found.append(Line(x / scale, at / scale, (x + width) / scale, strength))
        else:
            whole[box][part] = 0
    return found, whole


def _strength(contrast: Pixels) -> float:
    """How dark a line is; 0 where it is darker in some places than in others, as words are."""
    along = contrast.max(axis=0)
    least, usual = np.percentile(along, [20, 50])
    return float(usual) if least >= EVEN * usual else 0.0


def _contrast(grey: Pixels, scale: float) -> Pixels:
    """By how much pixels are darker than those above and below, smoothed along the line."""
    along = cv2.blur(grey, (max(3, round(1.5 * scale)), 1))
    reach = max(2, round(BESIDE * scale))
    above, below = (_beside(along, side) for side in (-reach, reach))
    # Words may stand close to a rule, so paper is also looked for right beside it.
    above = np.maximum(above, _beside(along, -max(1, round(CLOSE * scale))))
    below = np.maximum(below, _beside(along, max(1, round(CLOSE * scale))))
    # Between a fill and paper the darker side is no line, so both sides must be lighter.
    return cv2.subtract(np.minimum(above, below), along)


def _beside(pixels: Pixels, rows: int) -> Pixels:
    """The picture moved so that each pixel is the one so many rows below it, or above."""
    around = (max(0, -rows), max(0, rows), 0, 0)
    padded = cv2.copyMakeBorder(pixels, *around, cv2.BORDER_REPLICATE)
    return padded[: len(pixels)] if rows < 0 else padded[rows:]


def _opened(mask: Pixels, length: float) -> Pixels:
    return cv2.morphologyEx(mask, cv2.MORPH_OPEN, _bar(length))


def _closed(mask: Pixels, length: float) -> Pixels:
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _bar(length))


def _bar(length: float) -> Pixels:
    return np.ones((1, max(2, round(length))), np.uint8)


def _is_rule(line: Line, others: Sequence[Line], usual: float) -> bool:
    """Whether a line belongs to a table: no stem of a letter and no streak of the scanner."""
    if line.strength < GRAIN * usual:
        return False
    crossing = [
        o
        for o in others
        if line.start - TOUCH <= o.at <= line.end + TOUCH
        and o.start - TOUCH <= line.at <= o.end + TOUCH
    ]
    if all(any(abs(o.at - end) <= TOUCH for o in crossing) for end in (line.start, line.end)):
        return bool(crossing)
    if line.strength < WEAK * usual:
        return False
    return line.end - line.start >= LONG or any(
        line.start + TOUCH < o.at < line.end - TOUCH for o in crossing
    )


def _goes_on(line: Line, rows: Sequence[Line], usual: float) -> bool:
    """Whether a line is part of a rule that a merged cell parts: in line, and at an end."""
    if line.strength < WEAK * usual:
        return False
    ends = any(min(abs(line.start - r.start), abs(line.end - r.end)) <= TOUCH for r in rows)
    return ends and any(abs(line.at - r.at) <= IN_LINE for r in rows)


def _drawn(rules: Iterable[Rule], pixels: Pixels, scale: float) -> Pixels:
    """Those of the pixels that belong to the rules, with their soft edges."""
    near = np.zeros(pixels.shape, np.uint8)
    reach = BESIDE * scale
    for rule in rules:
        x0, x1 = round(rule.x0 * scale - reach), round(rule.x1 * scale + reach)
        top, bottom = round(rule.top * scale - reach), round(rule.bottom * scale + reach)
        near[max(0, top) : bottom + 1, max(0, x0) : x1 + 1] = 1
    return cv2.dilate(pixels & near, np.ones((5, 5), np.uint8))
