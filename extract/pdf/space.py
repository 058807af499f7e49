"""From the space that a PDF draws in to the page as displayed.

PDF coordinates have their origin at the bottom left, before the page is rotated and cropped.
"""

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium

from extract.pdf import calls

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) on the displayed page."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of page space on the displayed page."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def along(self, boxes: list[float]) -> tuple[list[float], list[float]]:
        """Where boxes of page space begin and end across the displayed page.

        They come as one list: left, top, right and bottom of the first, and so on.
        """
        left, top, right, bottom = (boxes[side::4] for side in range(4))
        if self.quarters == 0:
            return _less(left, self.left), _less(right, self.left)
        if self.quarters == 1:
            return _less(bottom, self.bottom), _less(top, self.bottom)
        if self.quarters == 2:
            return [self.right - x for x in right], [self.right - x for x in left]
        return [self.top - y for y in top], [self.top - y for y in bottom]


def _less(values: list[float], by: float) -> list[float]:
    return [value - by for value in values] if by else values


def times(first: Matrix, then: Matrix) -> Matrix:
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


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point after a matrix is applied to it."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def point_of(segment: int) -> tuple[float, float]:
    """The point where a segment of a path ends, in its own space."""
    x, y = ctypes.c_float(), ctypes.c_float()
    calls.segment_point(segment, ctypes.addressof(x), ctypes.addressof(y))
    return x.value, y.value
