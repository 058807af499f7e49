"""What captions name - an agency, a recommendation, a theme - judged over the whole document.

One caption may be unclear ('Swanswell'); captions set alike say the same kind of thing, so the
style that mostly names agencies names one each time.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.headings.agency_names import agency_kind_of
from extract.records import Field
from extract.stitching.building import OpenCell, Piece
from extract.stitching.numbered import Named, is_numbered, is_sentence, told_by_label
from extract.stitching.outright import is_of_all
from extract.tables.finding import TableCell
from extract.text.words import Line

KINDS = re.compile(
    r"\b(?:actions|recommendations|priorities|themes|findings|objectives|learning points)\W*$",
    re.IGNORECASE,
)
"""How headings end that name what stands below: 'Completed actions'."""
DEPARTMENTS = "council_department"
UNIT = re.compile(
    r"\b(?:councils?|services?|team|department|directorate|division|unit|care|authority)\b",
    re.IGNORECASE,
)
"""What names of departments say; 'Housing and homelessness' without it may be a topic."""
LONG = 7
"""Words; a theme has no more."""
MOSTLY = 0.6
OFTEN = 3
"""Full-width sentences set alike from which they are no notes, but say what is recommended."""


class Style(NamedTuple):
    """How a caption is set."""

    band: bool
    fill: str
    bold: bool
    size: int
    colour: str


@dataclass(eq=False)
class Caption:
    """A heading line above a table (`band` false) or a full-width row in it.

    It is `stacked` where the row above it is a full-width one as well. `names` is what a label
    beside it says that it is. It is `as_text` where it is set as running text is: a heading only if
    it names a body, or stands as names of bodies do elsewhere in the document.
    """

    cell: OpenCell
    style: Style
    band: bool
    stacked: bool = False
    names: Field | None = None
    as_text: bool = False

    @classmethod
    def of_band(cls, cell: OpenCell, source: TableCell, plain: Collection[str] = ()) -> "Caption":
        """A full-width row as a caption; `plain` are fills that ordinary rows have as well."""
        line = source.lines[0]
        fill = "" if source.fill in plain else source.fill
        style = Style(True, fill, line.bold, round(line.size), line.colour)
        return cls(cell, style, True)

    @classmethod
    def of_lines(cls, page: int, lines: list[Line]) -> "Caption":
        """Heading lines above a table as a caption."""
        box = (
            min(line.x0 for line in lines),
            min(line.top for line in lines),
            max(line.x1 for line in lines),
            max(line.bottom for line in lines),
        )
        first = lines[0]
        style = Style(False, "", first.bold, round(first.size), first.colour)
        return cls(OpenCell([Piece(page, box, tuple(lines), "", (box[0], box[2]))]), style, False)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.cell.text.split())


class Styles:
    """Which styles of a document name agencies."""

    def __init__(self, captions: Iterable[Caption], title: str) -> None:
        """Judge each style by all captions that are set in it."""
        self.title = title
        captions = list(captions)
        votes: dict[Style, list[bool]] = defaultdict(list)
        for caption in captions:
            if caption.text != title and _is_name(caption.text):
                votes[caption.style].append(bool(agency_kind_of(caption.text)))
        self.agency_styles = {s for s, v in votes.items() if any(v) and 2 * sum(v) >= len(v)}
        told = Counter(c.style for c in captions if c.band and is_sentence(c.text))
        self.told_again = {style for style, times in told.items() if times >= OFTEN}
        self.recommending = _recommending(
            [c for c in captions if c.style not in self.agency_styles]
        )
        self.topics = {s for s, v in votes.items() if 2 * sum(v) < len(v)}
        # Full-width rows of a table are set in one style for one purpose; lines of a report not.
        bands = {style for style, vote in votes.items() if style.band and len(vote) > 1}
        self.other_bands = bands - self.agency_styles
        self.mixed = _mixed(captions)

    def names_agency(self, caption: Caption) -> bool:
        """Whether a caption names the agency of the rows below it."""
        if caption.names:
            return caption.names == "agency"
        if caption.text == self.title or is_numbered(caption.text):
            return False
        if kind := agency_kind_of(caption.text):
            topic = kind == DEPARTMENTS and not UNIT.search(caption.text)
            return caption.style not in (self.topics if topic else self.other_bands)
        alike = caption.style in self.agency_styles and caption.style not in self.mixed
        return alike and _is_name(caption.text) and not is_of_all(caption.text)

    def agency_among(self, captions: Sequence[Caption]) -> Caption | None:
        """The caption that names the agency: the last that does, or the first of two set alike."""
        named = [c for c in captions if self.names_agency(c)]
        if not named:
            return None
        chosen = named[-1]
        alike = [c for c in named if c.style == chosen.style]
        return alike[0] if self.mixed.get(chosen.style) else chosen

    def _recommends(self, caption: Caption) -> bool:
        """Whether a full-width row is one of many that recommend, short as it may be itself."""
        return caption.band and caption.style in self.recommending

    def is_told(self, caption: Caption) -> bool:
        """Whether a caption says by a label, or by others set alike, that it recommends."""
        often = caption.style in self.told_again or self._recommends(caption)
        return often or told_by_label(caption.text) is not None

    def kind_of(self, caption: Caption, fields: Collection[Field]) -> Named:
        """What a caption that names no agency says of the rows below it."""
        if caption.names:
            named = caption.names in ("recommendation", "theme") and caption.names not in fields
            return caption.names if named else "none"  # type: ignore[return-value]
        text = caption.text
        if told := told_by_label(text):
            return told.kind if told.kind not in fields else "none"
        if "recommendation" not in fields and "action" in fields and self._recommends(caption):
            return "recommendation"
        if "recommendation" not in fields and caption.band and is_sentence(text):
            plain = not caption.style.bold and not caption.style.fill
            note = plain and caption.style not in self.told_again
            return "none" if note else "recommendation"
        if not caption.band or "theme" in fields:
            return "none"
        return "theme" if caption.style.bold or len(text.split()) <= 10 else "none"


def _mixed(captions: Sequence[Caption]) -> dict[Style, bool]:
    """The styles of bands of which one names an agency and the next to it something else.

    The value says whether the agency mostly is the upper one.
    """
    uppers: dict[Style, list[bool]] = defaultdict(list)
    for above, below in itertools.pairwise(captions):
        if below.stacked and above.band and above.style == below.style:
            upper, lower = (bool(agency_kind_of(c.text)) for c in (above, below))
            if upper != lower:
                uppers[below.style].append(upper)
    return {style: 2 * sum(found) > len(found) for style, found in uppers.items()}


def _recommending(captions: Iterable[Caption]) -> set[Style]:
    """The styles of full-width rows that mostly say at length what should be done."""
    texts: dict[Style, set[str]] = defaultdict(set)
    for caption in captions:
        if caption.band and not caption.style.bold:  # bold ones are headings, however long
            texts[caption.style].add(caption.text)
    long = {style: sum(map(_is_long, found)) for style, found in texts.items()}
    return {s for s, n in long.items() if n >= OFTEN and n >= MOSTLY * len(texts[s])}


def _is_long(text: str) -> bool:
    return len(text.split()) > LONG or is_sentence(text)


def _is_name(text: str) -> bool:
    """Whether words could be a name: short, no sentence, and no heading of a kind of content."""
    if KINDS.search(text):
        return False
    return len(text.split()) <= 12 and not text.rstrip().endswith(".") and not is_sentence(text)
