"""Lines that belong to the page and not to the plan: page numbers, running headers, watermarks."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.tables.finding import PageTables
from extract.text.page_numbers import PAGE_NUMBER
from extract.text.words import Line

LARGER = 1.4
Shape = tuple[str, int]
NUMBER_ALONE: Shape = ("number", -1)
MARGIN = 0.16
"""Share of a page's height at its top and bottom where running headers and footers stand."""


def furniture_of(pages: Sequence[PageTables], body: float) -> dict[tuple[int, int], str]:
    """The rule of each line that is furniture, by page and the line's place in its page's list.

    `body` is the size of most text; what is set much larger is a heading, though it be counted.
    """
    repeated = _repeated(pages)
    least = max(2, min(3, len(pages) - 1))
    found: dict[tuple[int, int], str] = {}
    for page in pages:
        for index, line in enumerate(page.lines):
            if not _in_margin(line, page):
                continue
            if _is_page_number(line, page, repeated):
                found[page.page, index] = "page_number"
            elif line.size < LARGER * body and _comes_again(line, page, repeated, least):
                found[page.page, index] = "running_header"
    return found


def _is_page_number(line: Line, page: PageTables, repeated: Counter[Shape]) -> bool:
    """Whether a line numbers its page; a number alone does so only where others keep its step."""
    if not PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    if not _is_number_alone(line) or repeated[NUMBER_ALONE] < 2:
        return True
    return int(line.text) == page.page or repeated[_shapes(line, page)[1]] > 1


def _comes_again(line: Line, page: PageTables, repeated: Counter[Shape], least: int) -> bool:
    return any(repeated[shape] >= least for shape in _shapes(line, page))


def _repeated(pages: Sequence[PageTables]) -> Counter[Shape]:
    """How many pages print a line of this shape at this height in their margins."""
    counts: Counter[Shape] = Counter()
    for page in pages:
        lines = [ln for ln in page.lines if _in_margin(ln, page)]
        counts.update({shape for ln in lines for shape in _shapes(ln, page)})
        counts[NUMBER_ALONE] += any(_is_number_alone(ln) for ln in lines)
    return counts


def _shapes(line: Line, page: PageTables) -> list[Shape]:
    """A line as printed, and with a number that counts its pages as the distance to it."""
    height = round(line.top / 12)
    counted = re.sub(r"\d{1,4}", lambda m: f"{{{int(m.group()) - page.page}}}", line.text, count=0)
    return [(line.text, height), (counted, height)]


def _is_number_alone(line: Line) -> bool:
    return re.fullmatch(r"\d{1,4}", line.text.strip()) is not None


def _in_margin(line: Line, page: PageTables) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height
