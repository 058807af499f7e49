"""What lies on a page without being drawn by it: fields of forms, boxes of text, stamps, strikes.

Every viewer shows it, so it is read as a part of the page. PDFium draws it in, in memory alone. Of
small ones only the words count, and what they cover: the frame of a field is no rule of a table.
"""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.page import Glyph, Rule
from extract.pdf import calls
from extract.pdf.ink import LARGE, Ink, matrix_of
from extract.pdf.space import Box, View

SHOWING = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
"""Kinds that hold words of the page; others hold what somebody thought of it."""
UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
STRIKE = 0.28
"""Ems above the baseline where words are struck."""
NO_APPEARANCE = "a box of text or a field has words that only some programs would show"
ATTACHED = "a file is attached to the page"


class Annotations(NamedTuple):
    """How many are shown, their letters, the boxes of struck words, and what cannot be read."""

    shown: int = 0
    struck: tuple[Box, ...] = ()
    unread: str = ""
    letters: int = 0


NONE = Annotations()


def annotations_of(page: pdfium.PdfPage) -> Annotations:
    """What of the annotations of a page bears on its words."""
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    return _looked_at(page, count) if count else NONE


def _looked_at(page: pdfium.PdfPage, count: int) -> Annotations:
    shown, unread = 0, ""
    struck: list[Box] = []
    view = View.of(page)
    for kind, annotation in _each(page, range(count)):
        if raw.FPDFAnnot_GetFlags(annotation) & UNSEEN:
            continue
        if kind == raw.FPDF_ANNOT_STRIKEOUT:
            struck += _boxes(annotation, view)
        elif kind == raw.FPDF_ANNOT_FILEATTACHMENT:
            unread = unread or ATTACHED
        elif kind in SHOWING and _has_appearance(annotation):
            shown += 1
        elif kind in SHOWING and _has_words(annotation):
            unread = unread or NO_APPEARANCE
    return Annotations(shown, tuple(struck), unread)


def draw_in(page: pdfium.PdfPage) -> bool:
    """Draw the words of annotations into a page, which must then be loaded anew."""
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        for kind, _ in list(_each(page, [index])):
            if kind not in SHOWING:
                raw.FPDFPage_RemoveAnnot(page.raw, index)
    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def collect_drawn_in(ink: Ink, holder: int) -> None:
    """Take up a page's own marks, and those that were drawn in, which are its last object."""
    last = calls.objects_of_page(holder) - 1
    ink.collect(holder, last)
    drawn = calls.object_of_page(holder, last)
    outer = matrix_of(drawn)
    for index in range(calls.objects_in_form(drawn)):
        kept = len(ink.rules), len(ink.fills), len(ink.marks), ink.outlines
        ink.collect(drawn, 1, outer, lambda form, _, at=index: calls.object_of_form(form, at), 1)
        if not _is_large(calls.object_of_form(drawn, index), ink.view):
            del ink.rules[kept[0] :], ink.fills[kept[1] :], ink.marks[kept[2] :]
            ink.outlines = kept[3]


def strikes(glyphs: Iterable[Glyph], struck: Iterable[Box]) -> Iterator[Rule]:
    """A line through every letter in a box in which words are struck."""
    boxes = tuple(struck)
    for glyph in glyphs if boxes else ():
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes):
            level = glyph.baseline - STRIKE * glyph.size
            yield Rule(glyph.x0, level, glyph.x1, level)


def _each(page: pdfium.PdfPage, indices: Iterable[int]) -> Iterator[tuple[int, Any]]:
    for index in indices:
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            try:
                yield raw.FPDFAnnot_GetSubtype(annotation), annotation
            finally:
                raw.FPDFPage_CloseAnnot(annotation)


def _has_appearance(annotation: Any) -> bool:
    return bool(raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2)


def _has_words(annotation: Any) -> bool:
    """Whether it says anything; text comes as UTF-16 with two bytes for its end."""
    return any(
        raw.FPDFAnnot_GetStringValue(annotation, key, None, 0) > 2 for key in (b"V", b"Contents")
    )


def _boxes(annotation: Any, view: View) -> Iterator[Box]:
    quad = raw.FS_QUADPOINTSF()
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, ctypes.byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield view.box(min(xs), min(ys), max(xs), max(ys))


def _is_large(item: int, view: View) -> bool:
    """Whether it may hold a table."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not calls.object_bounds(item, *map(ctypes.addressof, sides)):
        return False
    left, bottom, right, top = (side.value for side in sides)
    return (right - left) * (top - bottom) >= LARGE * view.width * view.height
