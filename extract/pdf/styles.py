"""What all letters of one text object share: size, weight, colour, direction and what hides it."""

import ctypes
import math
from typing import NamedTuple

import pypdfium2.raw as raw

from extract.page import Fill
from extract.pdf import calls
from extract.pdf.clip import shown_of
from extract.pdf.ink import Ink, hexadecimal
from extract.pdf.space import Box, Matrix, View, times

BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy")
LONGEST_NAME = 256
NOWHERE: Box = (0.0, 0.0, -1.0, -1.0)


class TextStyle(NamedTuple):
    """The style of a text object; `run` numbers the objects of a page as they are met.

    It can be seen inside of `window`, where none of the boxes `covers` was painted over it, and if
    it is `like_ground` only where what lies under it has another colour. What is `unseen` has no
    ink or lies behind a picture, as the text layer of a scan does.
    """

    run: int
    size: float
    bold: bool
    colour: str
    turn: int
    window: Box
    covers: tuple[Fill, ...]
    unseen: bool
    like_ground: bool


class Styles:
    """The styles of a page's text objects, each asked for once."""

    def __init__(self, page: int, view: View, ink: Ink) -> None:
        """Start without any; `page` is the address of PDFium's list of characters."""
        self.page, self.view, self.ink = page, view, ink
        self.known: dict[int, TextStyle] = {}
        self.bold: dict[int, bool] = {}
        self.grounds: dict[str, bool] = {}
        self.shapes: dict[tuple[Matrix, Matrix], tuple[float, int]] = {}
        self.matrix = raw.FS_MATRIX()
        self.parts = [ctypes.c_uint() for _ in range(4)]
        self.at_matrix = ctypes.addressof(self.matrix)
        self.at_parts = [ctypes.addressof(part) for part in self.parts]

    def of(self, holder: int, index: int) -> TextStyle:
        """The style of a text object, to which the character of this index belongs."""
        style = self.known.get(holder)
        if style is None:
            style = self.known[holder] = self._asked_for(holder, index)
        return style

    def _asked_for(self, holder: int, index: int) -> TextStyle:
        form, later = self.ink.painted_after(holder)
        calls.char_matrix(self.page, index, self.at_matrix)
        m = self.matrix
        scale, turn = self._shape((m.a, m.b, m.c, m.d, 0.0, 0.0), form)
        size = calls.char_font_size(self.page, index) * scale
        calls.char_colour(self.page, index, *self.at_parts)
        red, green, blue, _ = self.parts
        colour = hexadecimal(red.value, green.value, blue.value)
        return TextStyle(
            len(self.known),
            max(0.1, min(size, 1000.0)),
            self._is_bold(holder, index),
            colour,
            turn,
            NOWHERE if holder in self.ink.unshown else _window(holder, self.view, form),
            later,
            self._is_unseen(holder),
            self._may_be_ground(colour),
        )

    def _shape(self, matrix: Matrix, form: Matrix) -> tuple[float, int]:
        """How much a text is enlarged and which way it runs; worked out once for each matrix."""
        known = self.shapes.get((matrix, form))
        if known is None:
            a, b, c, d, _, _ = times(matrix, form)
            turn = _turn(round(math.degrees(math.atan2(b, a))), self.view.quarters)
            known = self.shapes[matrix, form] = math.hypot(c, d) or 1.0, turn
        return known

    def _may_be_ground(self, colour: str) -> bool:
        """Whether something under a text may have its colour; asked once for each colour."""
        if colour not in self.grounds:
            self.grounds[colour] = self.ink.may_be_ground(colour)
        return self.grounds[colour]

    def _is_unseen(self, holder: int) -> bool:
        if self.ink.is_behind_picture(holder):
            return True
        return bool(holder) and calls.text_mode(holder) == raw.FPDF_TEXTRENDERMODE_INVISIBLE

    def _is_bold(self, holder: int, index: int) -> bool:
        """Whether a font is bold by its weight or name; asked once for each font of a page."""
        font = calls.object_font(holder) if holder else None
        if font not in self.bold:
            heavy = calls.char_font_weight(self.page, index) >= BOLD_WEIGHT
            bold = heavy or any(word in self._font_name(index) for word in BOLD_NAMES)
            if font is None:
                return bold
            self.bold[font] = bold
        return self.bold[font]

    def _font_name(self, index: int) -> str:
        name = ctypes.create_string_buffer(LONGEST_NAME)
        length = calls.char_font_info(self.page, index, ctypes.addressof(name), LONGEST_NAME, None)
        end = max(0, min(length, LONGEST_NAME) - 1)
        return name.raw[:end].decode("utf-8", "replace").lower()


def _turn(angle: int, quarters: int) -> int:
    """Clockwise direction of writing as displayed, or -1 when it is on a slant."""
    shown = (-angle + 90 * quarters) % 360
    nearest = 90 * round(shown / 90) % 360
    return nearest if min((shown - nearest) % 360, (nearest - shown) % 360) <= 2 else -1


def _window(holder: int, view: View, form: Matrix) -> Box:
    """The part of a page where letters of a text object can be seen, and a point around it."""
    x0, top, x1, bottom = shown_of(holder, view, form)
    return x0 - 1, top - 1, x1 + 1, bottom + 1
