"""Lines that belong to the page and not to the plan: page numbers, running headers, watermarks."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.tables import PageTables
from extract.words import Line

PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?(?:\s*\|?\s*page)?|[ivxl]{1,6}|- ?\d{1,4} ?-",
    re.IGNORECASE,
)
MARGIN = 0.16
"""Share of a page's height at its top and bottom where running headers and footers stand."""


def furniture_of(pages: Sequence[PageTables]) -> dict[tuple[int, int], str]:
    """The rule of each line that is furniture, by page and the line's place in its page's list."""
    repeated = _repeated(pages)
    found: dict[tuple[int, int], str] = {}
    for page in pages:
        for index, line in enumerate(page.lines):
            if not _in_margin(line, page):
                continue
            if PAGE_NUMBER.fullmatch(line.text.strip()):
                found[page.page, index] = "page_number"
            elif repeated[_shape(line)] >= max(2, min(3, len(pages) - 1)):
                found[page.page, index] = "running_header"
    return found


def _repeated(pages: Sequence[PageTables]) -> Counter[tuple[str, int]]:
    """How many pages print a line of this shape at this height in their margins."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({_shape(line) for line in page.lines if _in_margin(line, page)})
    return counts


def _shape(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 12)


def _in_margin(line: Line, page: PageTables) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height
