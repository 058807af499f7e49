"""Makes a copy of a sample whose letters are shapes: `python -m samples.outline SOURCE TARGET`.

So print presses and some converters write PDFs: nothing on the page is text.
"""

import ctypes
import sys
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.pdfgen.canvas import Canvas


def outline(source: Path, target: Path) -> None:
    """Draw each page anew: boxes and lines as they are, letters as filled outlines."""
    document = pdfium.PdfDocument(source)
    canvas = Canvas(str(target), invariant=True)
    for page in document:
        canvas.setPageSize(page.get_size())
        for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=8):
            draw_path(canvas, item)
        draw_letters(canvas, page)
        canvas.showPage()
    canvas.save()


def draw_path(canvas: Canvas, item: Any) -> None:
    """Draw a line or box with its colours."""
    left, bottom, right, top = item.get_bounds()
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item.raw, mode, stroked)
    canvas.setFillColorRGB(*colour_of(item, raw.FPDFPageObj_GetFillColor))
    canvas.setStrokeColorRGB(*colour_of(item, raw.FPDFPageObj_GetStrokeColor))
    canvas.setLineWidth(0.5)
    if mode.value:
        canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    elif min(right - left, top - bottom) < 3:
        draw_line(canvas, left, bottom, right, top)
    else:
        canvas.rect(left, bottom, right - left, top - bottom)


def draw_line(canvas: Canvas, left: float, bottom: float, right: float, top: float) -> None:
    """Draw a level or upright line through the middle of its bounds."""
    x, y = (left + right) / 2, (bottom + top) / 2
    if right - left > top - bottom:
        canvas.line(left, y, right, y)
    else:
        canvas.line(x, bottom, x, top)


def colour_of(item: Any, get: Any) -> tuple[float, ...]:
    """Red, green and blue from 0 to 1."""
    parts = [ctypes.c_uint() for _ in range(4)]
    get(item.raw, *parts)
    return tuple(part.value / 255 for part in parts[:3])


def draw_letters(canvas: Canvas, page: Any) -> None:
    """Draw every printed character of a page as a shape."""
    textpage = page.get_textpage()
    text = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    colours = [ctypes.c_uint() for _ in range(4)]
    for index in range(raw.FPDFText_CountChars(text)):
        holder = raw.FPDFText_GetTextObject(text, index)
        if not holder or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetFillColor(text, index, *colours)
        canvas.setFillColorRGB(*(c.value / 255 for c in colours[:3]))
        font, code = raw.FPDFTextObj_GetFont(holder), raw.FPDFText_GetUnicode(text, index)
        shape = raw.FPDFFont_GetGlyphPath(font, code, 1.0)
        if shape:
            fill_shape(canvas, shape, (x.value, y.value), size_of(text, index))


def size_of(text: Any, index: int) -> float:
    """Size of a letter as printed, which its matrix may have scaled."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size: float = raw.FPDFText_GetFontSize(text, index)
    return size * (abs(matrix.d) or 1.0)


def fill_shape(canvas: Canvas, shape: Any, at: tuple[float, float], size: float) -> None:
    """Fill the outlines of a letter, which are given in ems, at a point."""
    path = canvas.beginPath()
    points: list[float] = []
    for index in range(raw.FPDFGlyphPath_CountGlyphSegments(shape)):
        segment = raw.FPDFGlyphPath_GetGlyphPathSegment(shape, index)
        dx, dy = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, dx, dy)
        point = (at[0] + size * dx.value, at[1] + size * dy.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            path.moveTo(*point)
        elif kind == raw.FPDF_SEGMENT_LINETO:
            path.lineTo(*point)
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            points += point
            if len(points) == 6:
                path.curveTo(*points)
                points = []
    canvas.drawPath(path, stroke=0, fill=1)


if __name__ == "__main__":
    outline(Path(sys.argv[1]), Path(sys.argv[2]))
