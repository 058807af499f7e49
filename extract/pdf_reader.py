"""The one adapter to PDFium: a page's glyphs, rules and fills, as displayed.

PDFium reports unrotated coordinates with the origin at the bottom left; its line-end hyphens come
as U+0002 and its guessed spaces are marked as generated (pypdfium2's raw API documentation).
"""

import ctypes
import itertools
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.caps import (
    MOST_CHARACTERS,
    MOST_EDGES,
    MOST_OBJECTS,
    MOST_PAGES,
    PageUnreadable,
    check,
)
from extract.errors import Damaged, Encrypted, TooManyPages
from extract.page import Fill, Glyph, PageContent, PageTrouble, Rule
from extract.watch import NOBODY, Watch

MAX_RULE_THICKNESS = 3.0
"""Points; a filled box thinner than this is drawn as a line."""
PAGE_PICTURE = 0.8
"""Share of a page that a picture of it covers."""
MAX_FORM_DEPTH = 8
BOLD_WEIGHT = 600
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TextStyle(NamedTuple):
    """What all characters of one text object share."""

    run: int
    size: float
    bold: bool
    colour: str
    turn: int
    clip: tuple[float, float, float, float] | None
    covers: tuple[Fill, ...]
    unseen: bool


def open_document(path: Path) -> pdfium.PdfDocument:
    """Open a PDF. Raises `Encrypted`, `Damaged` or `TooManyPages`, each with its remedy."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Encrypted from error
        raise Damaged from error
    if len(document) == 0:
        raise Damaged
    if len(document) > MOST_PAGES:
        raise TooManyPages(f"{len(document):,} pages, at most {MOST_PAGES:,}")
    return document


def read_pages(document: pdfium.PdfDocument, watch: Watch = NOBODY) -> Iterator[PageContent]:
    """Read page after page, each closed before the next, so that memory stays flat.

    A page that cannot be read costs only itself.
    """
    watch.pages(len(document))
    for number in range(1, len(document) + 1):
        trouble = watch.skip.get(number)
        if trouble is None:
            watch.page(number)
        yield _left_out(number, trouble) if trouble else _page_or_trouble(document, number)
    watch.page(0)


def _page_or_trouble(document: pdfium.PdfDocument, number: int) -> PageContent:
    try:
        page = document[number - 1]
        try:
            return read_page(page, number)
        finally:
            page.close()
    except PageUnreadable as found:
        return _left_out(number, PageTrouble(found.reason, found.what))
    except (MemoryError, RecursionError):
        return _left_out(number, PageTrouble("memory_limit", "it takes too much memory"))
    except (pdfium.PdfiumError, ArithmeticError, ValueError):
        return _left_out(number, PageTrouble("damaged", "it is broken"))


def _left_out(number: int, trouble: PageTrouble) -> PageContent:
    return PageContent(number, 0.0, 0.0, (), (), (), 0.0, 0, trouble=trouble)


def read_page(page: pdfium.PdfPage, number: int) -> PageContent:
    """Read the marks of one page."""
    view = View.of(page)
    ink = Ink(view)
    ink.collect(page.raw, raw.FPDFPage_GetObject, raw.FPDFPage_CountObjects(page.raw), IDENTITY, 0)
    glyphs, hidden, unseen = read_glyphs(page, view, ink)
    area = view.width * view.height or 1.0
    return PageContent(
        number,
        view.width,
        view.height,
        tuple(glyphs),
        tuple(ink.rules),
        tuple(ink.fills),
        min(1.0, ink.image_area / area),
        hidden,
        outlines=ink.outlines,
        unseen=unseen,
    )


class View(NamedTuple):
    """How page space maps to the displayed page: crop box and rotation in quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "View":
        """The view of a page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation() // 90)

    @property
    def width(self) -> float:
        """Width as displayed."""
        return self.right - self.left if self.quarters % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as displayed."""
        return self.top - self.bottom if self.quarters % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of page space on the displayed page."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A box of page space as (x0, top, x1, bottom) on the displayed page."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def read_glyphs(page: pdfium.PdfPage, view: View, ink: "Ink") -> tuple[list[Glyph], int, int]:
    """All characters in drawing order; how many more are clipped or painted over; how many unseen.

    The unseen ones are drawn without ink or lie behind a picture, as in the text layer of a scan.
    """
    textpage = page.get_textpage()
    try:
        return _collect_glyphs(textpage.raw, view, ink)
    finally:
        textpage.close()


def _collect_glyphs(textpage: Any, view: View, ink: "Ink") -> tuple[list[Glyph], int, int]:
    glyphs: list[Glyph] = []
    hidden = unseen = 0
    styles: dict[int | None, TextStyle] = {}
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    count = raw.FPDFText_CountChars(textpage)
    check(count, MOST_CHARACTERS, "characters")
    for index in range(count):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if raw.FPDFText_IsGenerated(textpage, index) == 1 and code != 2:
            continue
        holder = raw.FPDFText_GetTextObject(textpage, index)
        key = _address(holder)
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(textpage, index, holder, ink, len(styles))
        if not raw.FPDFText_GetLooseCharBox(textpage, index, rect):
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        glyph = _glyph(code, rect, view.point(x.value, y.value), style, view)
        if glyph is None:
            continue
        if _is_hidden(glyph, style, view):
            hidden += not glyph.text.isspace()
        else:
            glyphs.append(glyph)
            unseen += style.unseen and not glyph.text.isspace()
    return glyphs, hidden, unseen


def _glyph(
    code: int, rect: Any, origin: tuple[float, float], style: TextStyle, view: View
) -> Glyph | None:
    text = "-" if code == 2 else chr(code) if 0 < code < 0x110000 else ""
    if not text or 0xD800 <= code <= 0xDFFF or text in "\r\n":
        return None
    x0, top, x1, bottom = view.box(rect.left, rect.bottom, rect.right, rect.top)
    if not all(map(math.isfinite, (x0, top, x1, bottom, *origin))):
        return None
    baseline = origin[0] if style.turn in (90, 270) else origin[1]
    if style.turn == 0:
        # A font's own ascent can be zero or huge; the size is what a reader's eye takes for height.
        top, bottom = baseline - 0.8 * style.size, baseline + 0.2 * style.size
    return Glyph(
        text,
        x0,
        top,
        x1,
        bottom,
        baseline,
        style.size,
        style.bold,
        style.colour,
        style.turn,
        style.run,
    )


def _is_hidden(glyph: Glyph, style: TextStyle, view: View) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    if any(f.x0 <= x <= f.x1 and f.top <= y <= f.bottom for f in style.covers):
        return True
    if not (-1 <= x <= view.width + 1 and -1 <= y <= view.height + 1):
        return True
    if style.clip is None:
        return False
    x0, top, x1, bottom = style.clip
    return not (x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1)


def _style(textpage: Any, index: int, holder: Any, ink: "Ink", run: int) -> TextStyle:
    view = ink.view
    form, order = ink.texts.get(_address(holder), (IDENTITY, 0))
    inner = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, inner)
    a, b, c, d, _, _ = _times((inner.a, inner.b, inner.c, inner.d, 0.0, 0.0), form)
    size = raw.FPDFText_GetFontSize(textpage, index) * (math.hypot(c, d) or 1.0)
    colours = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(textpage, index, *colours)
    weight = raw.FPDFText_GetFontWeight(textpage, index)
    return TextStyle(
        run,
        max(0.1, min(size, 1000.0)),
        weight >= BOLD_WEIGHT or _named_bold(textpage, index),
        _hex(*(colour.value for colour in colours[:3])),
        _turn(round(math.degrees(math.atan2(b, a))), view.quarters),
        _clip(holder, view),
        ink.painted_after(order),
        ink.pictured_after(order)
        or raw.FPDFTextObj_GetTextRenderMode(holder) == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
    )


def _named_bold(textpage: Any, index: int) -> bool:
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(textpage, index, buffer, 256, flags)
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").lower()
    return any(word in name for word in ("bold", "black", "heavy", "semibold"))


def _turn(angle: int, quarters: int) -> int:
    """Clockwise direction of writing as displayed, or -1 when it is on a slant."""
    shown = (-angle + 90 * quarters) % 360
    nearest = 90 * round(shown / 90) % 360
    return nearest if min((shown - nearest) % 360, (nearest - shown) % 360) <= 2 else -1


def _clip(holder: Any, view: View) -> tuple[float, float, float, float] | None:
    """The box that a text object is clipped to, or None where it is not."""
    clip = raw.FPDFPageObj_GetClipPath(holder) if holder else None
    count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    box: tuple[float, float, float, float] | None = None
    for path in range(max(0, min(count, 50))):
        segments = raw.FPDFClipPath_CountPathSegments(clip, path)
        points = [
            _segment_point(raw.FPDFClipPath_GetPathSegment(clip, path, i))
            for i in range(min(segments, 50))
        ]
        if points:
            shown = [view.point(*p) for p in points]
            part = (
                min(p[0] for p in shown),
                min(p[1] for p in shown),
                max(p[0] for p in shown),
                max(p[1] for p in shown),
            )
            box = part if box is None else _intersection(box, part)
    return box


def _intersection(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _segment_point(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _address(holder: Any) -> int | None:
    return ctypes.cast(holder, ctypes.c_void_p).value


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


class Ink:
    """Collects rules, fills and pictures from a page's objects, entering Form XObjects."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.image_area = 0.0
        self.outlines = 0
        self.texts: dict[int | None, tuple[Matrix, int]] = {}
        self.opaque: list[tuple[int, Fill]] = []
        self.order = 0
        self.page_picture = 0

    def collect(self, holder: Any, get: Any, count: int, matrix: Matrix, depth: int) -> None:
        """Take up every object of a page or form."""
        check(self.order + count, MOST_OBJECTS, "drawing operations")
        for index in range(count):
            check(len(self.rules) + len(self.fills) + self.outlines, MOST_EDGES, "lines and shapes")
            item = get(holder, index)
            self.order += 1
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, _times(_matrix(item), matrix))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._image(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts[_address(item)] = matrix, self.order
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
                inner = raw.FPDFFormObj_CountObjects(item)
                outer = _times(_matrix(item), matrix)
                self.collect(item, raw.FPDFFormObj_GetObject, inner, outer, depth + 1)

    def painted_after(self, order: int) -> tuple[Fill, ...]:
        """Opaque boxes that are drawn after a text and so may hide it."""
        return tuple(fill for at, fill in self.opaque if at > order)

    def pictured_after(self, order: int) -> bool:
        """Whether a picture of about the whole page is drawn after a text and so may hide it."""
        return order < self.page_picture

    def _image(self, item: Any, matrix: Matrix) -> None:
        sides = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(item, *sides):
            left, bottom, right, top = (s.value for s in sides)
            corners = [_apply(matrix, left, bottom), _apply(matrix, right, top)]
            (ax, ay), (bx, by) = (self.view.point(*c) for c in corners)
            area = abs(ax - bx) * abs(ay - by)
            self.image_area += area
            if area >= PAGE_PICTURE * self.view.width * self.view.height and not (
                raw.FPDFPageObj_HasTransparency(item)
            ):
                self.page_picture = self.order

    def _path(self, item: Any, matrix: Matrix) -> None:
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill_mode, stroked)
        if not (fill_mode.value or stroked.value):
            return
        for points, straight in _subpaths(item, matrix, self.view):
            self.outlines += bool(fill_mode.value and not straight)
            if fill_mode.value and straight:
                known = len(self.fills)
                self._filled(points, _colour(item, raw.FPDFPageObj_GetFillColor))
                if len(self.fills) > known and not raw.FPDFPageObj_HasTransparency(item):
                    self.opaque.append((self.order, self.fills[-1]))
            if stroked.value and _colour(item, raw.FPDFPageObj_GetStrokeColor):
                self._stroked(points)

    def _filled(self, points: list[tuple[float, float]], colour: str) -> None:
        x0, x1 = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = min(p[1] for p in points), max(p[1] for p in points)
        width, height = x1 - x0, bottom - top
        if not colour:
            return
        if min(width, height) <= MAX_RULE_THICKNESS < max(width, height):
            middle = (x0 + x1) / 2, (top + bottom) / 2
            if height < width:
                self.rules.append(Rule(x0, middle[1], x1, middle[1]))
            else:
                self.rules.append(Rule(middle[0], top, middle[0], bottom))
        elif width > MAX_RULE_THICKNESS and _is_rectangle(points):
            self.fills.append(Fill(x0, top, x1, bottom, colour))
        else:
            self.outlines += 1

    def _stroked(self, points: list[tuple[float, float]]) -> None:
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ay - by) <= 0.5 < abs(ax - bx):
                y = (ay + by) / 2
                self.rules.append(Rule(min(ax, bx), y, max(ax, bx), y))
            elif abs(ax - bx) <= 0.5 < abs(ay - by):
                x = (ax + bx) / 2
                self.rules.append(Rule(x, min(ay, by), x, max(ay, by)))


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    xs, ys = {round(p[0], 1) for p in points}, {round(p[1], 1) for p in points}
    return len(xs) <= 3 and len(ys) <= 3


def _subpaths(
    item: Any, matrix: Matrix, view: View
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each subpath's points as displayed, and whether it has straight lines only."""
    points: list[tuple[float, float]] = []
    straight = True
    for index in range(min(raw.FPDFPath_CountSegments(item), 20_000)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        points.append(view.point(*_apply(matrix, *_segment_point(segment))))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points, straight


def _colour(item: Any, get: Any) -> str:
    """`#rrggbb`, or '' when it cannot be seen."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not get(item, *parts) or parts[3].value == 0:
        return ""
    return _hex(*(p.value for p in parts[:3]))


def _matrix(item: Any) -> Matrix:
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, m):
        return IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, and to its result `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
