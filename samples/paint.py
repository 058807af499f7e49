"""Draws placed sheets on a PDF canvas: fills first, then rules, then words."""

import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from samples.measure import LaidCell, Place
from samples.plan import RenderOptions
from samples.sheets import CellPiece, Piece, Sheet
from samples.text import Line

ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
SIZES = {"A4": A4, "A3": A3, "Letter": LETTER}
GREY = "#c8c8c8"


def page_size(options: RenderOptions) -> tuple[float, float]:
    """Width and height of the page as read."""
    short, long = sorted(SIZES[options.page])
    return (long, short) if options.landscape else (short, long)


class Painter:
    """A canvas whose heights count from the top of the page as read."""

    def __init__(self, path: Path, options: RenderOptions, title: str) -> None:
        self.options = options
        self.width, self.height = page_size(options)
        # With /Rotate the library itself swaps the sides of the stored page.
        swapped = options.quarter_turn == "without_rotate"
        stored = (self.height, self.width) if swapped else (self.width, self.height)
        # Invariant and uncompressed: the same bytes on every machine.
        self.canvas = Canvas(str(path), pagesize=stored, invariant=1, pageCompression=0)
        self.canvas.setTitle(title)

    def start_page(self) -> None:
        """Turn the page's axes where it is stored upright and read sideways."""
        if self.options.quarter_turn == "no":
            return
        if self.options.quarter_turn == "with_rotate":
            self.canvas.setPageRotation(90)
        self.canvas.translate(self.height, 0)
        self.canvas.rotate(90)

    def end_page(self) -> None:
        """Close the page."""
        self.canvas.showPage()

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

    def fill(self, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
        """Draw a filled rectangle without an edge."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Draw a rule, as a stroke or as a thin rectangle."""
        half = self.options.rule_width / 2
        if self.options.rules_as_rectangles:
            self.fill(x0 - half, top - half, x1 + half, bottom + half, self.options.rule_colour)
            return
        self.canvas.setStrokeColor(HexColor(self.options.rule_colour))
        self.canvas.setLineWidth(self.options.rule_width)
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)

    def line(self, line: Line, x: float, top: float) -> None:
        """Draw a line of words whose top stands at the given height."""
        baseline = self.height - top - line.gap - line.style.size * 0.95
        self.canvas.setFillColor(HexColor(line.style.colour))
        at = x + line.indent
        for text, raised in runs_of(line.text, self.options.superscript_ordinals):
            size = line.style.size * (0.65 if raised else 1)
            self.canvas.setFont(line.style.font, size)
            self.canvas.drawString(at, baseline + (line.style.size * 0.35 if raised else 0), text)
            at += self.canvas.stringWidth(text, line.style.font, size)

    def upward(self, line: Line, x: float, bottom: float) -> None:
        """Draw a line of words that runs up the page from the given foot."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - bottom)
        self.canvas.rotate(90)
        self.canvas.setFillColor(HexColor(line.style.colour))
        self.canvas.setFont(line.style.font, line.style.size)
        self.canvas.drawString(0, 0, line.text)
        self.canvas.restoreState()

    def open_window(self, number: int) -> None:
        """Show a part of a plan that is wider than the page: what is left of it on this page."""
        margin = self.options.margin
        usable = self.width - 2 * margin
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(margin, 0, usable, self.height)
        self.canvas.clipPath(path, stroke=0, fill=0)
        self.canvas.translate(-number * (usable - self.options.overlap), 0)

    def close_window(self) -> None:
        """Show the whole page again."""
        self.canvas.restoreState()

    def watermark(self, text: str) -> None:
        """Large grey words over the diagonal, behind everything else."""
        self.canvas.saveState()
        self.canvas.translate(self.width / 2, self.height / 2)
        self.canvas.rotate(35)
        self.canvas.setFillColor(HexColor("#e4e4e4"))
        self.canvas.setFont("Helvetica-Bold", self.height / 6)
        self.canvas.drawCentredString(0, 0, text)
        self.canvas.restoreState()

    def centred(self, text: str, y: float) -> None:
        """Small print in the margin."""
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawCentredString(self.width / 2, y, text)


def runs_of(text: str, raise_ordinals: bool) -> Iterator[tuple[str, bool]]:
    """Stretches of a line; those that are True stand raised and small."""
    parts = ORDINAL.split(text) if raise_ordinals else [text]
    for number, part in enumerate(parts):
        if part:
            yield part, number % 2 == 1


def windows(options: RenderOptions) -> int:
    """How many pages a plan takes that is printed wider than a page."""
    usable = page_size(options)[0] - 2 * options.margin
    return ceil((usable * options.across - options.overlap) / (usable - options.overlap) - 0.001)


def paint_page(painter: Painter, sheet: Sheet, strip: int, number: int, pages: int) -> None:
    """One page: a sheet, or a part of it across."""
    painter.start_page()
    if painter.options.watermark:
        painter.watermark(painter.options.watermark)
    if painter.options.across > 1:
        painter.open_window(strip)
        paint_sheet(painter, sheet, 0)
        painter.close_window()
    else:
        paint_sheet(painter, sheet, strip)
    paint_margins(painter, number, pages)
    painter.end_page()


def paint_sheet(painter: Painter, sheet: Sheet, strip: int) -> None:
    """Everything that is placed on a sheet, or on a part of it across."""
    for step in (paint_fill, paint_rules, paint_words):
        for piece in sheet.pieces:
            for cell in piece.cells:
                for place in cell.laid.places:
                    if place.strip == strip:
                        step(painter, piece, cell, place)
    if strip == 0:
        for placed in sheet.lines:
            margin = painter.options.margin
            painter.line(placed.line, margin, margin + placed.top)


def paint_margins(painter: Painter, number: int, pages: int) -> None:
    """Draw running header, footer and page number."""
    options = painter.options
    foot = options.margin * 0.45
    if options.header:
        painter.centred(options.header, painter.height - options.margin * 0.65)
    if options.footer:
        painter.centred(options.footer, foot + 9)
    if options.page_numbers != "none":
        counted = {"plain": str(number), "of": f"Page {number} of {pages}"}
        painter.centred(counted[options.page_numbers], foot)


def paint_fill(painter: Painter, piece: Piece, cell: CellPiece, place: Place) -> None:
    """Draw the background of a cell."""
    m = painter.options.margin
    if cell.laid.fill:
        painter.fill(m + place.x0, m + piece.top, m + place.x1, m + piece.bottom, cell.laid.fill)


def paint_rules(painter: Painter, piece: Piece, cell: CellPiece, place: Place) -> None:
    """Draw the rules around a cell that the options and its neighbours leave."""
    m = painter.options.margin
    x0, x1, top, bottom = m + place.x0, m + place.x1, m + piece.top, m + piece.bottom
    if has_rule_above(piece, cell, painter.options):
        painter.rule(x0, top, x1, top)
    if has_rule_below(piece, cell, painter.options):
        painter.rule(x0, bottom, x1, bottom)
    if painter.options.vertical_rules:
        painter.rule(x1, top, x1, bottom)
        if place.x0 == 0:
            painter.rule(x0, top, x0, bottom)


def has_rule_above(piece: Piece, cell: CellPiece, options: RenderOptions) -> bool:
    """Return whether a rule is drawn along the top: lower down, the row above has drawn it."""
    if not piece.starts_table or options.horizontal_rules == "none":
        return False
    return options.closed_at_break or not (piece.torn_above or cell.came_over)


def has_rule_below(piece: Piece, cell: CellPiece, options: RenderOptions) -> bool:
    """Return whether a rule is drawn along the bottom of a cell."""
    torn = piece.torn_below or cell.goes_on
    if cell.joins_below or (torn and not options.closed_at_break):
        return False
    if options.horizontal_rules == "heading":
        return piece.ends_table or piece.is_head
    return options.horizontal_rules == "all"


def paint_words(painter: Painter, piece: Piece, cell: CellPiece, place: Place) -> None:
    """Draw the lines of a cell, on the first page across that it stands on."""
    if place != cell.laid.places[0] and not cell.laid.again:
        return
    m, padding = painter.options.margin, piece.laid.padding
    x, top = m + place.x0 + padding, m + piece.top + padding
    if cell.laid.turned:
        paint_upward(painter, cell.laid, x, m + piece.bottom - padding)
        return
    for line in cell.lines:
        painter.line(line, x, top)
        top += line.advance


def paint_upward(painter: Painter, laid: LaidCell, x: float, bottom: float) -> None:
    """Draw the lines of a heading set upwards, side by side."""
    for line in laid.lines:
        x += line.advance
        painter.upward(line, x - line.style.size * 0.2, bottom)
