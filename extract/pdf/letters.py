"""The visible letters of a page, in stretches that one drawing operation printed without a gap.

A line-end hyphen comes from PDFium as U+0002, and spaces that it guesses are marked as generated
(pypdfium2's raw API documentation).
"""

import collections
import ctypes
import itertools
import math
import operator
import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.page import Glyph
from extract.pdf import calls
from extract.pdf.caps import MOST_CHARACTERS, check
from extract.pdf.ink import Ink, alike
from extract.pdf.space import Box, View
from extract.pdf.styles import Styles, TextStyle

HYPHEN, HYPHENS = 2, "\x02\ufffe"
"""What PDFium reports for the hyphen of a word that goes on in the next line, and its text."""
PLAIN = r"[^\s\x00-\x1f\xad\u200b-\u200f\u2060\ud800-\udfff\ue000-\uf8ff\ufb00-\ufb06\ufeff\ufffe]"
STRETCH = re.compile(rf"({PLAIN}+)|[\ud800-\udbff][\udc00-\udfff]|[^\r\n]")
"""Plain letters, which may go together; every other character stands by itself, in PDFium's text
as two halves where it needs them."""
UNKNOWN = "\ufffd"
FEW, LOST = 200, 0.25
"""Letters of a page, and beyond these the share of it, that may have the colour of its ground."""
HALVES = ("utf-16", "surrogatepass")
UNITS = (f"utf-16-{sys.byteorder[0]}e", "surrogatepass")
LAST_UNIT = "\uffff"
CLOSE = 0.15
"""Ems between letters that no writer takes for a gap between words."""
BACK = -0.5
"""Ems that a letter may reach back under the one before it."""


class Level(NamedTuple):
    """Letters up to `end` that stand level in one object, where nothing hides them."""

    end: int
    style: TextStyle
    top: float
    bottom: float
    baseline: float


class Letters:
    """The characters of one page, known by their index in PDFium's list of them.

    Where letters of one object stand level and close they are read together, from the boxes of the
    first and the last; wherever that could make a difference, each is looked at by itself.
    """

    def __init__(self, page: int, count: int, view: View, ink: Ink) -> None:
        """Ask for the text; `page` is the address of PDFium's list."""
        check(count, MOST_CHARACTERS, "characters")
        self.page, self.count, self.view = page, count, view
        self.hidden = self.unseen = self.lost = 0
        self.together = self.grounds_tell = True
        self.styles = Styles(page, view, ink)
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.at_x, self.at_y = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.text = self._text()
        self.boxes: list[float] = []
        self.x0: list[float] = []
        self.x1: list[float] = []
        self.gaps: list[float] = []

    def visible(self) -> Iterator[Glyph]:
        """Each stretch of letters that can be seen, and each space that was printed."""
        self.boxes = self._boxes(range(self.count))
        self.x0, self.x1 = self.view.along(self.boxes)
        self.gaps = list(map(operator.sub, self.x0[1:], self.x1))
        self.level: Level | None = None
        together = self.together and math.isfinite(sum(self.boxes))
        last: Glyph | None = None
        for found in STRETCH.finditer(self.text):
            text, (start, end) = found.group(), found.span()
            plain = together and found.lastindex
            if plain and (last := self._together(text, start, end)):
                yield last
            elif text == " " and last:
                if last := self._space(start, last):
                    yield last
            else:
                for last in self._one_by_one(text, start, end, plain=bool(found.lastindex)):
                    if last:
                        yield last

    def _one_by_one(self, text: str, start: int, end: int, *, plain: bool) -> list[Glyph | None]:
        """Each letter of a stretch by itself, or the one that two halves make."""
        if end - start == 2 and not plain:
            return [self._single(start, text.encode(*HALVES).decode("utf-16"))]
        return [self._single(start + at, sign) for at, sign in enumerate(text)]

    def _is_lost(self, glyph: Glyph, index: int, style: TextStyle) -> bool:
        """Whether a letter has the colour of what lies under it, as if it were blacked out."""
        if not (style.like_ground and self.grounds_tell) or glyph.text.isspace():
            return False
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        holder = calls.char_object(self.page, index) or 0
        ground = self.styles.ink.ground(holder, x, y)
        return bool(ground) and alike(ground, style.colour)

    def glyphs(self) -> tuple[Glyph, ...]:
        """All that can be seen.

        Nobody prints a page most of which has the colour of its ground: there the ground was
        misjudged, and its words are kept.
        """
        glyphs = tuple(self.visible())
        if self.lost <= FEW + LOST * sum(len(glyph.text) for glyph in glyphs):
            return glyphs
        self.hidden = self.unseen = self.lost = 0
        self.grounds_tell = False
        return tuple(self.visible())

    def with_ink(self, glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
        """Those of the letters that have ink; the others count as hidden."""
        bare = {style.run for style in self.styles.known.values() if style.unseen}
        self.hidden, self.unseen = self.hidden + self.unseen, 0
        return tuple(glyph for glyph in glyphs if glyph.run not in bare)

    def style_at(self, index: int) -> TextStyle:
        """The style of a character."""
        return self.styles.of(calls.char_object(self.page, index) or 0, index)

    def edges(self, indices: Sequence[int]) -> tuple[list[float], list[float]]:
        """Where some characters begin and end across the page as displayed."""
        return self.view.along(self._boxes(indices))

    def _boxes(self, indices: Sequence[int]) -> list[float]:
        """The left, top, right and bottom of characters, one after the other."""
        buffer = (ctypes.c_float * (4 * len(indices)))()
        places = itertools.count(ctypes.addressof(buffer), 4 * ctypes.sizeof(ctypes.c_float))
        asked = map(calls.char_box, itertools.repeat(self.page), indices, places)
        collections.deque(asked, maxlen=0)
        return buffer[:]

    def _text(self) -> str:
        """One letter for each character of the list."""
        buffer = (ctypes.c_ushort * (2 * self.count + 2))()
        calls.text_of_page(self.page, 0, self.count, ctypes.addressof(buffer))
        text = bytes(buffer).decode(*UNITS).rstrip("\0")
        if max(text, default="") > LAST_UNIT:
            text = "".join(map(chr, buffer)).rstrip("\0")  # the halves of letters stay apart
        if len(text) == self.count:
            return text
        # Letters without a code are left out of PDFium's text.
        codes = (calls.char_code(self.page, index) for index in range(self.count))
        return "".join(chr(code) if code < 0x110000 else "\0" for code in codes)

    def _together(self, text: str, start: int, end: int) -> Glyph | None:
        """Letters as one stretch, or None where they must be looked at one by one."""
        if self.level is None or end > self.level.end:
            self.level = self._level(start, end)
        if self.level is None:
            return None
        _, style, top, bottom, baseline = self.level
        run, size, bold, colour, *_ = style
        if not self._is_close(start, end, size):
            return None
        x0, x1 = min(self.x0[start:end]), max(self.x1[start:end])
        self.unseen += style.unseen * len(text)
        return Glyph(text, x0, top, x1, bottom, baseline, size, bold, colour, 0, run)

    def _level(self, start: int, end: int) -> Level | None:
        """Whether letters are of one object and level, with those that follow in the line.

        None where they are not, or something could hide one of them.
        """
        holder = calls.char_object(self.page, start)
        style = self.styles.of(holder or 0, start)
        if style.turn != 0 or style.like_ground:
            return None
        _, baseline = self.origin(start)
        _, top, _, bottom = _upright((0.0, 0.0, 0.0, 0.0), baseline, style.size)
        for last in (self._end_of_line(end), end):
            one = last - start == 1 or (
                calls.char_object(self.page, last - 1) == holder
                and self.origin(last - 1)[1] == baseline
            )
            x0, x1 = min(self.x0[start:last]), max(self.x1[start:last])
            if one and _is_clear((x0, top, x1, bottom), style):
                return Level(last, style, top, bottom, baseline)
        return None

    def _end_of_line(self, start: int) -> int:
        """Where the last letter of a line ends, of which one ends at `start`."""
        end = self.text.find("\r", start)
        return start + len(self.text[start : end if end >= 0 else None].rstrip())

    def _space(self, index: int, before: Glyph) -> Glyph | None:
        """A space right behind what can be seen, or None where it was not printed."""
        if calls.char_is_generated(self.page, index) == 1:
            return None
        return Glyph(" ", self.x0[index], before.top, self.x1[index], *before[4:])

    def _is_close(self, start: int, end: int, size: float) -> bool:
        """Whether each letter stands close behind the one before, or shares its box."""
        gaps = self.gaps[start : end - 1]
        if not gaps:
            return True
        back = BACK * size
        return max(gaps) <= CLOSE * size and (
            min(gaps) >= back
            or all(gap >= back or self._is_ligature(start + at) for at, gap in enumerate(gaps))
        )

    def _is_ligature(self, index: int) -> bool:
        """Whether a character and the next one were printed as one letter."""
        return self.boxes[4 * index : 4 * index + 4] == self.boxes[4 * index + 4 : 4 * index + 8]

    def origin(self, index: int) -> tuple[float, float]:
        """The point of the page as displayed that a character stands on."""
        calls.char_origin(self.page, index, self.at_x, self.at_y)
        return self.view.point(self.x.value, self.y.value)

    def _single(self, index: int, text: str) -> Glyph | None:
        """One character, or None where it is no printed one or cannot be seen."""
        if text in HYPHENS and calls.char_code(self.page, index) == HYPHEN:
            text = "-"
        elif calls.char_is_generated(self.page, index) == 1 or not _is_letter(text):
            return None
        if "\ud800" <= text <= "\udfff":
            text = UNKNOWN  # one half alone says nothing
        left, top, right, bottom = self.boxes[4 * index : 4 * index + 4]
        box = self.view.box(left, bottom, right, top)
        origin = self.origin(index)
        if not all(map(math.isfinite, (*box, *origin))):
            return None
        style = self.style_at(index)
        glyph = _glyph(text, box, origin[0] if style.turn in (90, 270) else origin[1], style)
        # A letter is hidden where its middle is.
        x = (glyph.x0 + glyph.x1) / 2
        lost = self._is_lost(glyph, index, style)
        if lost or not _is_clear((x, glyph.top, x, glyph.bottom), style):
            self.hidden += not text.isspace()
            self.lost += lost
            return None
        self.unseen += style.unseen and not text.isspace()
        return glyph


def _is_letter(text: str) -> bool:
    """Whether a character is more than a gap in the font's table."""
    return text != "\0"


def _glyph(text: str, box: Box, baseline: float, style: TextStyle) -> Glyph:
    run, size, bold, colour, turn, *_ = style
    if turn == 0:
        box = _upright(box, baseline, size)
    return Glyph(text, *box, baseline, size, bold, colour, turn, run)


def _upright(box: Box, baseline: float, size: float) -> Box:
    """The box of letters that stand on a line, as high as a reader's eye takes them to be.

    A font's own ascent can be zero or huge; the size is what counts.
    """
    return box[0], baseline - 0.8 * size, box[2], baseline + 0.2 * size


def _is_clear(box: Box, style: TextStyle) -> bool:
    """Whether nothing can hide any letter of a stretch."""
    x0, top, x1, bottom = box
    y = (top + bottom) / 2
    left, upper, right, lower = style.window
    return (
        left <= x0
        and x1 <= right
        and upper <= y <= lower
        and not any(f.x0 <= x1 and x0 <= f.x1 and f.top <= y <= f.bottom for f in style.covers)
    )
