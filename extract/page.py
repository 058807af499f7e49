"""The marks on one page as a reader found them: glyphs, rules and fills.

Plain tuples, since a page holds thousands; all in points from the top left of the page as
displayed, rotation applied. `turn` is the direction of writing in degrees clockwise from
left-to-right: 0, 90 (downwards), 180, 270 (upwards), or -1 for any slant.
"""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A printed character, or several that `run`, a drawing operation, printed without a gap.

    `baseline` is the height of the line it stands on, or its x where text runs up or down.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    colour: str
    turn: int
    run: int


class Rule(NamedTuple):
    """A straight horizontal or vertical line; `x0 == x1` for a vertical one."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def vertical(self) -> bool:
        """Whether the rule runs down the page."""
        return self.x0 == self.x1


class Fill(NamedTuple):
    """A filled rectangle and its colour as `#rrggbb`."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str


class ReadWord(NamedTuple):
    """A word that was recognised in a picture; `confidence`, from 0 to 1, is the engine's own.

    `settled` where its capital or stop, which recognisers confuse, was measured in the picture.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    settled: bool = False


class Recognition(NamedTuple):
    """How a picture of a page was read: by which engine, its tilt in degrees, and the words.

    Not `whole` where the page has letters, too, and only pictures on it were read. `missed` counts
    the cells and other places with print in which no word was recognised.
    """

    engine: str
    tilt: float
    words: tuple[ReadWord, ...]
    whole: bool = True
    missed: int = 0


class PageTrouble(NamedTuple):
    """Why a page is left out: a reason that files are refused for too, and what was found."""

    reason: str
    what: str


class Prose(NamedTuple):
    """The lines of a page that is running text and nothing else, and the size of its type."""

    lines: tuple[str, ...]
    size: float


class PageContent(NamedTuple):
    """Everything drawn on one page.

    `image_share` is the part of its area under pictures, `hidden` the number of characters that
    are clipped away, `quarters` the clockwise turns made since to set its text upright.
    `unseen` counts glyphs that have no ink or lie behind a picture, as the text layer of a scan.
    `pictures` are the boxes (x0, top, x1, bottom) of large ones.
    `dots` are small coloured shapes that are no boxes, such as discs, with the boxes around them.
    `outlines` counts filled shapes that are no boxes, for letters may be drawn so; `unread` says
    that the page is a picture and could not be recognised. A page with `trouble` is empty here,
    and who knows what it holds. `text` is kept of a page whose marks were let go, and of one that
    was only glanced at, because it is all `prose`. `added` counts the letters that stand in fields
    and other annotations, and `unread_parts` says what of the page was not read. The text of a
    `mute` page cannot be what the page shows.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    image_share: float
    hidden: int
    quarters: int = 0
    outlines: int = 0
    dots: tuple[Fill, ...] = ()
    unseen: int = 0
    unread: bool = False
    recognition: Recognition | None = None
    trouble: PageTrouble | None = None
    text: str = ""
    prose: Prose | None = None
    pictures: tuple[tuple[float, float, float, float], ...] = ()
    added: int = 0
    unread_parts: tuple[str, ...] = ()
    mute: bool = False

    @property
    def printed(self) -> str:
        """All that is printed, in drawing order."""
        return self.text or "".join([glyph.text for glyph in self.glyphs])

    @property
    def is_blank(self) -> bool:
        """Whether it says and shows nothing, as far as one can tell."""
        return not (self.printed or self.image_share or self.trouble)

    def without_marks(self) -> "PageContent":
        """The page with what it says but not where, for that takes most of the memory."""
        return self._replace(glyphs=(), rules=(), fills=(), dots=(), text=self.printed)


def is_coloured(colour: str) -> bool:
    """Whether `#rrggbb` is no black, grey or white."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(parts) - min(parts) >= 0x40
