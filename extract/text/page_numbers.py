"""What page numbers look like, and the words of a page without them."""

import re
from collections.abc import Sequence

from extract.text.words import Word, lines_of

PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?(?:\s*\|?\s*page)?"
    r"|[ivxl]{1,6}|- ?\d{1,4} ?-",
    re.IGNORECASE,
)
EDGE = 0.1
"""Share of a page's height at its top and bottom where page numbers stand."""


def without_page_numbers(words: Sequence[Word], height: float) -> list[Word]:
    """The words of a page but for those of lines at its edges that only number it."""
    margins = [w for w in words if w.bottom < EDGE * height or w.top > (1 - EDGE) * height]
    numbers = {
        id(word)
        for line in lines_of(margins)
        if PAGE_NUMBER.fullmatch(line.text.strip()) and "page" in line.text.lower()
        for word in line.words
    }
    return [w for w in words if id(w) not in numbers]
