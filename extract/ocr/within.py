"""Tables that were pasted as pictures into a page of letters: read, and put among its letters.

A picture is read if it is large, on paper, and holds a grid; a photograph, a map or a chart is
left alone. What stands on the page as letters is never read a second time.
"""

from collections.abc import Iterator, Sequence

from extract.ocr.choice import is_legible
from extract.ocr.engines import Engine
from extract.ocr.ground import fills_in, ground_of
from extract.ocr.page import read_level
from extract.ocr.picture import Picture
from extract.ocr.rules import rules_in
from extract.ocr.turn import Turned
from extract.page import Fill, Glyph, PageContent, ReadWord, Recognition, Rule
from extract.tables.choosing import ruled_grids
from extract.tables.upright import Box

LEAST_CELLS = 6
"""Cells of a grid in a picture from which it is a table and no frame."""
LEAST_WORDS = 12
STRAIGHT = 0.15
"""Degrees by which a pasted picture may be askew: it was made on a screen."""
BESIDE = 1.0
"""Points around a letter of the page in which a recognised one would be the same."""


def with_pictures_within(
    content: PageContent, boxes: Sequence[Box], picture: Picture, engine: Engine, until: float
) -> PageContent:
    """A page of letters with the tables in some of its pictures; `unread` if one is askew."""
    for box in boxes:
        part = _part(picture, box)
        if not _holds_grid(part):
            continue
        bare = PageContent(content.number, part.width, part.height, (), (), (), 1.0, 0)
        read = read_level(bare, Turned(part, 0), engine, until)
        tilt = read.recognition.tilt if read.recognition else 0.0
        if abs(tilt) > STRAIGHT:
            content = content._replace(unread=True)
        elif read.recognition and len(read.recognition.words) >= LEAST_WORDS and is_legible(read):
            content = _merged(content, read, read.recognition, box)
    return content


def _part(picture: Picture, box: Box) -> Picture:
    """The part of a picture of the page that shows a box of it."""
    x0, top, x1, bottom = (round(side * picture.scale) for side in box)
    pixels = picture.pixels[top:bottom, x0:x1].copy()
    height, width = pixels.shape[:2]
    return Picture(pixels, picture.scale, width / picture.scale, height / picture.scale)


def _holds_grid(part: Picture) -> bool:
    size = (part.width, part.height)
    fills = fills_in(ground_of(part.pixels, part.scale), size)
    rules = rules_in(part.pixels, part.scale, fills).rules
    grids = ruled_grids(PageContent(0, *size, (), rules, tuple(fills), 1.0, 0), ())
    return any(g.columns > 1 and g.rows > 1 and len(g.cells) >= LEAST_CELLS for g in grids)


def _merged(
    content: PageContent, read: PageContent, recognition: Recognition, box: Box
) -> PageContent:
    """The page with what was read in a box of it."""
    x, y = box[:2]
    run = 1 + max((glyph.run for glyph in content.glyphs), default=0)
    glyphs = [_moved_glyph(glyph, x, y, run) for glyph in read.glyphs]
    words = [_moved_word(word, x, y) for word in recognition.words]
    rules = [Rule(r.x0 + x, r.top + y, r.x1 + x, r.bottom + y) for r in read.rules]
    fills = [Fill(f.x0 + x, f.top + y, f.x1 + x, f.bottom + y, f.colour) for f in read.fills]
    letters = [glyph for glyph in content.glyphs if _meets(glyph, box)]
    known = content.recognition.words if content.recognition else ()
    return content._replace(
        glyphs=(*content.glyphs, *_new(glyphs, letters)),
        rules=(*content.rules, *rules),
        fills=(*content.fills, *fills),
        recognition=recognition._replace(
            tilt=0.0,
            words=(*known, *words),
            whole=False,
            missed=recognition.missed + (content.recognition.missed if content.recognition else 0),
        ),
    )


def _moved_glyph(mark: Glyph, x: float, y: float, run: int) -> Glyph:
    return mark._replace(
        x0=mark.x0 + x,
        top=mark.top + y,
        x1=mark.x1 + x,
        bottom=mark.bottom + y,
        baseline=mark.baseline + y,
        run=mark.run + run,
    )


def _moved_word(mark: ReadWord, x: float, y: float) -> ReadWord:
    sides = mark.x0 + x, mark.top + y, mark.x1 + x, mark.bottom + y
    return ReadWord(mark.text, *sides, mark.confidence)


def _meets(glyph: Glyph, box: Box) -> bool:
    x0, top, x1, bottom = box
    return glyph.x0 < x1 and glyph.x1 > x0 and glyph.top < bottom and glyph.bottom > top


def _new(read: Sequence[Glyph], letters: Sequence[Glyph]) -> Iterator[Glyph]:
    """Those that were read where no letter of the page stands."""
    for glyph in read:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if not any(
            own.x0 - BESIDE <= x <= own.x1 + BESIDE and own.top - BESIDE <= y <= own.bottom + BESIDE
            for own in letters
        ):
            yield glyph
