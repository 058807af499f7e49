"""Which pages are pictures of text, by what is drawn on them and a glance at a small print."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from extract.lexicon import is_english
from extract.page import PageContent
from extract.words import words_of

Ocr = Literal["auto", "always", "never"]
"""Recognise pages that are pictures, all pages, or none."""

MOSTLY = 0.5
"""Share of a page under pictures from which it is a picture."""
FEW_GLYPHS = 60
"""Printed characters that a scanner's own software or an archive stamps on each sheet."""
OUTLINES = 60
"""Filled shapes of a page without text from which they must be letters."""
LEGIBLE = 0.5
"""Share of the letters that are in English words unless a reading is rubbish."""
LEAST_LETTERS = 3
GLANCE_DPI = 36
BRIGHT = 140
PAPER = 0.4
"""Share of a page that is of one light tone if it is a sheet of text and no photograph."""


def pages_to_read(document: Any, contents: Sequence[PageContent], ocr: Ocr) -> list[int]:
    """Numbers of the pages to recognise."""
    if ocr == "never":
        return []
    if ocr == "always":
        return [content.number for content in contents if content.trouble is None]
    return [c.number for c in contents if _is_picture(c) and _is_paper(document, c.number)]


def _is_picture(content: PageContent) -> bool:
    seen = sum(map(len, content.printed.split())) - content.unseen
    if content.image_share >= MOSTLY:
        return seen <= FEW_GLYPHS
    return seen == 0 and content.outlines >= OUTLINES


def has_layer(content: PageContent) -> bool:
    """Whether a page is a picture with letters behind it that somebody's recogniser put there."""
    return content.unseen > 0 and _is_picture(content)


def is_legible(content: PageContent) -> bool:
    """Whether most letters of a page are in words, so that they were not read upside down."""
    long = [w.text for w in words_of(content.glyphs) if len(w.text) >= LEAST_LETTERS]
    known = sum(len(text) for text in long if is_word(text))
    return known >= LEGIBLE * sum(len(text) for text in long)


def is_word(text: str) -> bool:
    """Whether something that was read is an English word of some length."""
    plain = text.strip(".,;:()'\"").lower()
    return len(plain) >= LEAST_LETTERS and is_english(plain)


def _is_paper(document: Any, number: int) -> bool:
    """Whether most of a page is of one light tone; the photograph on a cover is not."""
    page = document[number - 1]
    try:
        bitmap = page.render(scale=GLANCE_DPI / 72, grayscale=True, may_draw_forms=False)
        tones = Counter(tone // 8 for tone in bytes(bitmap.buffer))
    finally:
        page.close()
    tone = max(tones, key=lambda t: tones[t])
    near = sum(tones[t] for t in (tone - 1, tone, tone + 1))
    return 8 * tone >= BRIGHT and near >= PAPER * tones.total()
