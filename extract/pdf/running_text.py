"""A cheap look at a page of a long document: whether it is running text, which can hold no plan.

A plan needs columns, boxes, or labels that read as its headings. A page is passed over only where
there is nothing of the kind: no rules but for one or two, no fills, hardly any picture, no gap
within a line or between lines of one level, and no two labels of a plan. Margins count for nothing.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.headings.reading import read_heading

LEAST_TEXT = 600
"""Letters of a page of running text; one with fewer may be a heading on its own."""
MOST_RULES = 2
MOST_OUTLINES = 20
MOST_PICTURE = 0.3
MARGIN = 0.1
"""Share of a page's height, at its top and bottom, where running headers and page numbers stand."""
WIDE_GAP = 1.0
"""Ems; words of running text stand closer."""
LEVEL = 0.4
"""Ems between the baselines of lines that stand level."""
LEAST_WIDTH = 0.4
"""Share of a page's width that most lines of running text fill."""
LONGEST_NUMBER = 6
"""Letters of the number of a paragraph, or its bullet, which may be a line of its own."""
LONGEST_LABEL = 40
LABEL = re.compile(r"[^:]{3,40}(?=:|$)")
SURE = 0.75
MOST_LABELS = 1
"""Fields of a plan that lines of running text may seem to name."""


class SeenLine(NamedTuple):
    """A line as glanced at; `gap` is the widest between its words, but for that behind the first.

    A number or a bullet stands as far before its text as the writer likes.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    gap: float


def is_prose(lines: Sequence[SeenLine], width: float, height: float, size: float) -> bool:
    """Whether lines, in type of a size, are running text and nothing else."""
    inside = [ln for ln in lines if MARGIN * height < ln.baseline < (1 - MARGIN) * height]
    if sum(len(line.text) for line in inside) < LEAST_TEXT:
        return False
    return (
        max(line.gap for line in inside) < WIDE_GAP * size
        and median(line.x1 - line.x0 for line in inside) > LEAST_WIDTH * width
        and not _are_level(inside, LEVEL * size)
        and len(_labels(line.text for line in inside)) <= MOST_LABELS
    )


def _are_level(lines: Iterable[SeenLine], near: float) -> bool:
    """Whether any two lines stand beside each other, as in columns."""
    levels = sorted(line.baseline for line in lines if len(line.text) > LONGEST_NUMBER)
    return any(b - a < near for a, b in pairwise(levels))


def _labels(texts: Iterable[str]) -> set[str]:
    """The fields of a plan that short lines, or the words before a colon, name."""
    found: set[str] = set()
    for text in texts:
        label = LABEL.match(text.strip())
        if label and (len(text) <= LONGEST_LABEL or ":" in text):
            reading = read_heading(label.group())
            if reading.score >= SURE and reading.field != "extra":
                found.add(reading.field)
    return found
