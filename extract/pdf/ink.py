"""The rules, fills and pictures that a page draws, and where its texts stand among them."""

import bisect
import ctypes
import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache

import pypdfium2.raw as raw

from extract.page import Fill, Rule, is_coloured
from extract.pdf import calls
from extract.pdf.caps import MOST_EDGES, MOST_OBJECTS, check
from extract.pdf.clip import shown_of
from extract.pdf.shown import is_unshown, texts_in
from extract.pdf.space import IDENTITY, Box, Matrix, View, applied, point_of, times
from extract.pdf.visible import within

MAX_RULE_THICKNESS = 3.0
"""Points; a filled box thinner than this is drawn as a line."""
LARGEST_DOT = 40.0
"""Points; no disc that stands for a rating is larger."""
PAGE_PICTURE = 0.8
"""Share of a page that a picture of it covers."""
PAPER = "#ffffff"
ALIKE = 8
"""Steps of 255 between two shades that look the same."""
LARGE, MOST_PICTURES = 0.08, 8
"""Share of a page from which a picture may hold a table, and how many such ones are kept."""
MAX_FORM_DEPTH = 8
MOST_POINTS = 20_000
"""Of one path."""


class Ink:
    """Collects rules, fills and pictures from a page's objects, entering Form XObjects."""

    def __init__(self, view: View, *, layers: bool = False) -> None:
        """Start without any; `layers` says that what no viewer shows is marked."""
        self.view = view
        self.layers = layers
        self.unshown: set[int] = set()
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.marks: list[Box] = []
        self.dots: list[Fill] = []
        self.image_area = 0.0
        self.pictures: list[Box] = []
        self.outlines = 0
        self.texts: dict[int, tuple[Matrix, int]] = {}
        self.opaque: list[Fill] = []
        self.opaque_order: list[int] = []
        self.order = 0
        self.page_picture = 0
        self.shaded = False

    def collect(
        self,
        holder: int,
        count: int,
        matrix: Matrix = IDENTITY,
        get: calls.Call = calls.object_of_page,
        depth: int = 0,
    ) -> None:
        """Take up every object of the page or form at this address."""
        check(self.order + count, MOST_OBJECTS, "drawing operations")
        for index in range(count):
            check(len(self.rules) + len(self.fills) + self.outlines, MOST_EDGES, "lines and shapes")
            item = get(holder, index)
            self.order += 1
            if self.layers and is_unshown(item):
                self.unshown |= texts_in(item)
                continue
            kind = calls.object_type(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._image(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                self.texts[item] = matrix, self.order
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self.shaded = True
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
                inner = calls.objects_in_form(item)
                outer = times(matrix_of(item), matrix)
                self.collect(item, inner, outer, calls.object_of_form, depth + 1)

    def painted_after(self, holder: int) -> tuple[Matrix, tuple[Fill, ...]]:
        """The matrix of the form that a text is in, and the opaque boxes that may hide it."""
        matrix, order = self.texts.get(holder, (IDENTITY, 0))
        return matrix, tuple(self.opaque[bisect.bisect_right(self.opaque_order, order) :])

    def may_be_ground(self, colour: str) -> bool:
        """Whether anything of a colour lies under texts: a box, or the bare paper."""
        return any(alike(colour, under) for under in {PAPER, *(f.colour for f in self.opaque)})

    def ground(self, holder: int, x: float, y: float) -> str:
        """The colour right under a text at a point, or '' where it cannot be told.

        That is the box painted last before it; or the paper, if nothing else could lie there.
        """
        _, order = self.texts.get(holder, (IDENTITY, 0))
        for fill in reversed(self.opaque[: bisect.bisect_right(self.opaque_order, order)]):
            if fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
                return fill.colour
        covered = any(f.x0 <= x <= f.x1 and f.top <= y <= f.bottom for f in self.fills)
        # A ground that fades is often painted in strips as thin as lines.
        thin = MAX_RULE_THICKNESS
        covered |= any(
            r.x0 - thin <= x <= r.x1 + thin and r.top - thin <= y <= r.bottom + thin
            for r in self.rules
        )
        unclear = covered or self.outlines or self.image_area or self.shaded
        return "" if unclear else PAPER

    def is_behind_picture(self, holder: int) -> bool:
        """Whether a picture of about the whole page is drawn after a text and so may hide it."""
        _, order = self.texts.get(holder, (IDENTITY, 0))
        return order < self.page_picture

    def _image(self, item: int, matrix: Matrix) -> None:
        sides = [ctypes.c_float() for _ in range(4)]
        if calls.object_bounds(item, *map(ctypes.addressof, sides)):
            left, bottom, right, top = (s.value for s in sides)
            corners = [applied(matrix, left, bottom), applied(matrix, right, top)]
            (ax, ay), (bx, by) = (self.view.point(*c) for c in corners)
            area = abs(ax - bx) * abs(ay - by)
            self.image_area += area
            self._picture(ax, ay, bx, by)
            whole = area >= PAGE_PICTURE * self.view.width * self.view.height
            if whole and not calls.object_is_sheer(item):
                self.page_picture = self.order

    def _picture(self, ax: float, ay: float, bx: float, by: float) -> None:
        """Keep where a picture is seen, if it is large."""
        width, height = self.view.width, self.view.height
        x0, x1 = max(0.0, min(ax, bx)), min(width, max(ax, bx))
        top, bottom = max(0.0, min(ay, by)), min(height, max(ay, by))
        large = x1 > x0 and bottom > top and (x1 - x0) * (bottom - top) >= LARGE * width * height
        if large and len(self.pictures) < MOST_PICTURES:
            self.pictures.append((x0, top, x1, bottom))

    def _path(self, item: int, form: Matrix) -> None:
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        calls.path_mode(item, ctypes.addressof(fill_mode), ctypes.addressof(stroked))
        if not (fill_mode.value or stroked.value):
            return
        shown = self._shown(item, form)
        subpaths = list(_subpaths(item, times(matrix_of(item), form), self.view))
        for points, straight in subpaths:
            inside = within(points, shown)
            if not inside:
                continue
            if fill_mode.value and not straight:
                self.outlines += 1
                self._mark(inside, _colour(item, calls.fill_colour))
            if fill_mode.value and not _colour(item, calls.fill_colour):
                self.shaded = True  # a pattern, or nothing at all
            if fill_mode.value and straight:
                known = len(self.fills)
                self._filled(inside, _colour(item, calls.fill_colour))
                # A frame is a box within a box, and hides nothing that stands inside.
                whole = len(subpaths) == 1 and not calls.object_is_sheer(item)
                if len(self.fills) > known and whole:
                    self.opaque.append(self.fills[-1])
                    self.opaque_order.append(self.order)
            if stroked.value and _colour(item, calls.stroke_colour):
                self._stroked(points, shown)

    def _shown(self, item: int, form: Matrix) -> Box:
        """The part of the page where a path can be seen: a sheet is often drawn wider."""
        page = (0.0, 0.0, self.view.width, self.view.height)
        return shown_of(item, self.view, form) if form == IDENTITY else page

    def _filled(self, points: Sequence[tuple[float, float]], colour: str) -> None:
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
            self._mark(points, colour)

    def _mark(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Keep a shape that is no larger than a dot of a dotted rule, or a small coloured one."""
        x0, x1 = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = min(p[1] for p in points), max(p[1] for p in points)
        if x1 - x0 <= MAX_RULE_THICKNESS and bottom - top <= MAX_RULE_THICKNESS:
            self.marks.append((x0, top, x1, bottom))
        elif max(x1 - x0, bottom - top) <= LARGEST_DOT and colour and is_coloured(colour):
            self.dots.append(Fill(x0, top, x1, bottom, colour))

    def _stroked(self, points: list[tuple[float, float]], shown: Box) -> None:
        for pair in itertools.pairwise(points):
            if not (inside := within(pair, shown)):
                continue
            (ax, ay), (bx, by) = inside
            if abs(ay - by) <= 0.5 < abs(ax - bx):
                y = (ay + by) / 2
                self.rules.append(Rule(min(ax, bx), y, max(ax, bx), y))
            elif abs(ax - bx) <= 0.5 < abs(ay - by):
                x = (ax + bx) / 2
                self.rules.append(Rule(x, min(ay, by), x, max(ay, by)))


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    xs, ys = {round(p[0], 1) for p in points}, {round(p[1], 1) for p in points}
    return len(xs) <= 3 and len(ys) <= 3


def _subpaths(
    item: int, matrix: Matrix, view: View
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each subpath's points as displayed, and whether it has straight lines only."""
    points: list[tuple[float, float]] = []
    straight = True
    for index in range(min(calls.path_segments(item), MOST_POINTS)):
        segment = calls.path_segment(item, index)
        kind = calls.segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        points.append(view.point(*applied(matrix, *point_of(segment))))
        if calls.segment_closes(segment):
            points.append(points[0])
    if points:
        yield points, straight


def _colour(item: int, get: calls.Call) -> str:
    """`#rrggbb`, or '' when it cannot be seen."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not get(item, *map(ctypes.addressof, parts)) or parts[3].value == 0:
        return ""
    return hexadecimal(*(p.value for p in parts[:3]))


def matrix_of(item: int) -> Matrix:
    """The matrix that an object is drawn with."""
    m = raw.FS_MATRIX()
    if not calls.object_matrix(item, ctypes.addressof(m)):
        return IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def has_ink(item: int) -> bool:
    """Whether a text is more than spaces, which have no height."""
    sides = [ctypes.c_float() for _ in range(4)]
    found = calls.object_bounds(item, *map(ctypes.addressof, sides))
    return bool(found) and sides[3].value - sides[1].value > 1.0


def alike(colour: str, other: str) -> bool:
    """Whether no eye tells two colours apart, each as `#rrggbb`."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return all(abs(a - b) <= ALIKE for a, b in pairs)


@lru_cache(1000)
def hexadecimal(red: int, green: int, blue: int) -> str:
    """A colour as `#rrggbb`."""
    return f"#{red:02x}{green:02x}{blue:02x}"
