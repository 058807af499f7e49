"""Which pages are pictures of text, by what is drawn on them and a glance at a small print."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from extract.page import Glyph, PageContent
from extract.tables.upright import Box
from extract.text.lexicon import is_english
from extract.text.words import words_of

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


def pictures_within(document: Any, content: PageContent, ocr: Ocr) -> list[Box]:
    """The pictures on a page of letters that may be of a table: on paper, and without letters."""
    level = sum(glyph.turn == 0 for glyph in content.glyphs)
    if ocr != "auto" or not content.pictures or 2 * level < len(content.glyphs):
        return []
    if content.trouble or content.prose or content.unread or content.unseen or content.mute:
        return []
    bare = [
        box
        for box in content.pictures
        if sum(_holds(box, glyph) for glyph in content.glyphs) <= FEW_GLYPHS
    ]
    return [box for box in bare if _is_paper(document, content.number, box)]


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_picture(content: PageContent) -> bool:
    seen = sum(map(len, content.printed.split())) - content.unseen
    if content.mute:
        return True
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


def _is_paper(document: Any, number: int, box: Box | None = None) -> bool:
    """Whether most of a page, or a box of it, is of one light tone; a photograph is not."""
    page = document[number - 1]
    try:
        crop = (0.0, 0.0, 0.0, 0.0)
        if box:
            width, height = page.get_size()
            crop = (box[0], height - box[3], width - box[2], box[1])
        scale = GLANCE_DPI / 72
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, crop=crop)
        tones = Counter(tone // 8 for tone in bytes(bitmap.buffer))
    finally:
        page.close()
    tone = max(tones, key=lambda t: tones[t])
    near = sum(tones[t] for t in (tone - 1, tone, tone + 1))
    return 8 * tone >= BRIGHT and near >= PAPER * tones.total()
