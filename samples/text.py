"""Breaks the words of a cell into lines."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from samples.plan import RenderOptions

LEADING = 1.22
BULLET = "• "
WORD = re.compile(r"[^\W\d_]{4,}[.,;:)’]*")
PIECES = re.compile(r"[^\s-]*-+(?=\w)|\S+")


@dataclass(frozen=True)
class TextStyle:
    """A face, its size and its colour."""

    font: str
    size: float
    colour: str = "#000000"

    def width(self, text: str) -> float:
        """How wide the text is printed."""
        return float(stringWidth(text, self.font, self.size))


@dataclass(frozen=True)
class Line:
    """One printed line; `gap` is the space above it that sets off a paragraph."""

    text: str
    style: TextStyle
    indent: float = 0.0
    gap: float = 0.0

    @property
    def advance(self) -> float:
        """How far the next line stands below the top of this one."""
        return self.style.size * LEADING + self.gap


FACES = {
    ("Helvetica", False): "Helvetica",
    ("Helvetica", True): "Helvetica-Bold",
    ("Times", False): "Times-Roman",
    ("Times", True): "Times-Bold",
}


def style_of(options: RenderOptions, *, bold: bool, scale: float = 1.0) -> TextStyle:
    """Return the options' face in a weight and a size relative to the body."""
    return TextStyle(FACES[options.font, bold], options.font_size * scale)


def lines_of(text: str, width: float, style: TextStyle, options: RenderOptions) -> list[Line]:
    """Return the lines of a cell: paragraphs start anew, list items hang behind their bullet."""
    lines: list[Line] = []
    for paragraph in text.split("\n") if text else []:
        broken = broken_paragraph(paragraph, width, style, options)
        gap = options.paragraph_gap if lines else 0.0
        lines += [replace(broken[0], gap=gap), *broken[1:]]
    return lines


def broken_paragraph(
    text: str, width: float, style: TextStyle, options: RenderOptions
) -> list[Line]:
    """One paragraph as lines, the second and later ones indented behind a bullet."""
    hang = style.width(BULLET) if text.startswith(BULLET) else 0.0
    words = text.removeprefix(BULLET)
    lines = [Line(t, style, indent=hang) for t in wrapped(words, width - hang, style, options)]
    if hang:
        lines[0] = Line(BULLET + lines[0].text, style)
    return lines or [Line("", style)]


def wrapped(text: str, width: float, style: TextStyle, options: RenderOptions) -> list[str]:
    """Greedy line breaking; a word wider than the column is cut wherever the column ends."""
    cut = cutter(width, style, "-" if options.hyphenate_cut_words else "")
    lines: list[str] = []
    current = ""
    for glue, piece in pieces(text, options.break_at_hyphens):
        candidate = current + glue + piece if current else piece
        if current and style.width(candidate) > width:
            lines.append(current)
            candidate = piece
        *full, current = cut(candidate)
        lines += full
    return [*lines, current] if current else lines


def pieces(text: str, break_at_hyphens: bool) -> Iterator[tuple[str, str]]:
    """Unbreakable pieces, each with what joins it to the one before."""
    for word in text.split():
        glue = " "
        for piece in PIECES.findall(word) if break_at_hyphens else [word]:
            yield glue, piece
            glue = ""


def cutter(width: float, style: TextStyle, mark: str) -> Callable[[str], list[str]]:
    """Return a function that cuts a word into parts that fit."""

    def cut(word: str) -> list[str]:
        # In a web address or a date a hyphen would be read as part of it.
        shown = mark if WORD.fullmatch(word) else ""
        parts = []
        while style.width(word) > width and len(word) > 1:
            size = fitting(word, width, style, shown)
            parts.append(word[:size] + shown)
            word = word[size:]
        return [*parts, word]

    return cut


def fitting(word: str, width: float, style: TextStyle, mark: str) -> int:
    """Return how many leading characters fit beside the mark; no scrap follows a hyphen."""
    sizes = range(len(word) - (3 if mark else 1), 1, -1)
    return next((n for n in sizes if style.width(word[:n] + mark) <= width), 1)
