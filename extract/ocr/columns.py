"""Columns that go on through a fill in which their rules cannot be seen, being as light as it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np

from extract.ocr.lines import bands_of
from extract.ocr.picture import INK, Pixels
from extract.page import Fill, Rule
from extract.tables.rules import TOUCH

CLEAR = 0.8
"""Points beside a rule in which there is no print."""
MOST = 0.5
"""Share of the columns in which a row of headings has print; a caption has it in one."""
STANDING = 0.6
"""Share of the height of a fill from which ink that stands there is the rule itself."""
FAINT = 245
"""Levels of a cleaned picture below which something stands there, be it no ink."""
THICKEST = 1.6
"""Points across such a rule; a letter is wider."""
SAME = 1.5
"""Points by which the upper and the lower part of one rule may be out of line."""


def columns_through(
    fills: Iterable[Fill], rules: Sequence[Rule], clean: Pixels, scale: float
) -> list[Rule]:
    """The missing parts of rules that end at a fill, where its print leaves them room."""
    down = [rule for rule in rules if rule.vertical]
    return [rule for fill in fills for rule in _through(fill, down, clean, scale)]


def _through(fill: Fill, down: Sequence[Rule], clean: Pixels, scale: float) -> Iterator[Rule]:
    rows = slice(round((fill.top + 1) * scale), round((fill.bottom - 1) * scale))
    ink = _print_in(clean[rows], scale)
    seen = sorted(r.x0 for r in down if _is_inside(r, fill) and _spans(r, fill))
    ending = _apart(r.x0 for r in down if _is_inside(r, fill) and _ends_at(r, fill))
    for left, right in pairwise([fill.x0, *seen, fill.x1]):
        missing = [x for x in ending if left + SAME < x < right - SAME]
        least = len(missing) + 1 if seen else max(2.0, MOST * (len(missing) + 1))
        if missing and _is_free(ink, missing, scale):
            held = [_has_print(ink, a, b, scale) for a, b in pairwise([left, *missing, right])]
            if sum(held) >= least:
                yield from (Rule(x, fill.top, x, fill.bottom) for x in missing)


def _print_in(clean: Pixels, scale: float) -> Pixels:
    """Which columns of a fill hold print; what is left of a rule that was not found is none."""
    dark = clean < INK
    ink: Pixels = np.any(dark, axis=0)
    if not len(dark):
        return ink
    stands: Pixels = (np.mean(clean < FAINT, axis=0) >= STANDING).astype(np.uint8)
    soft = cv2.dilate(stands[None], np.ones((1, 3), np.uint8)).ravel() > 0
    for band in bands_of(ink & soft):
        if band.end - band.start <= THICKEST * scale:
            ink[band.start : band.end] = False
    return ink


def _apart(places: Iterable[float]) -> list[float]:
    ordered = sorted(set(places))
    return [x for n, x in enumerate(ordered) if not n or x - ordered[n - 1] > SAME]


def _is_inside(rule: Rule, fill: Fill) -> bool:
    return fill.x0 + TOUCH < rule.x0 < fill.x1 - TOUCH


def _spans(rule: Rule, fill: Fill) -> bool:
    return rule.top <= fill.top + TOUCH and rule.bottom >= fill.bottom - TOUCH


def _ends_at(rule: Rule, fill: Fill) -> bool:
    if _spans(rule, fill):
        return False
    return fill.top - TOUCH <= rule.top <= fill.bottom + TOUCH or (
        fill.top - TOUCH <= rule.bottom <= fill.bottom + TOUCH
    )


def _is_free(ink: Pixels, places: Iterable[float], scale: float) -> bool:
    """Whether no letter stands where the rules would be."""
    beside = [(round((x - CLEAR) * scale), round((x + CLEAR) * scale) + 1) for x in places]
    return not any(ink[start:end].any() for start, end in beside)


def _has_print(ink: Pixels, left: float, right: float, scale: float) -> bool:
    return bool(ink[round((left + 1) * scale) : round((right - 1) * scale)].any())
