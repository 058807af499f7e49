"""A look at a file before it is read: what must not be unpacked, and what is damaged.

Its bytes are looked at first. Only where they show that something is wrong, or do not show enough,
the objects are asked, page by page: what hangs on no page does no harm and is no loss.
"""

import re
from collections.abc import Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import TooLarge
from extract.page import PageTrouble
from extract.pdf.bombs import bomb_in, is_picture
from extract.pdf.caps import MOST_PAGES
from extract.pdf.plain_bytes import Plain
from extract.pdf.raw_streams import Stream, is_encrypted, is_torn, streams_in
from extract.pdf.wholeness import NO_COMMANDS, are_commands, fault_of

if TYPE_CHECKING:
    from extract.pdf.objects import Drawn, PageStreams

WHOLE_FILE = 0
"""In place of the number of a page."""
MENDABLE = "its parts are not where it says, or not as long"
"""What a mended copy may make good."""
_STRUCTURE = re.compile(rb"/Type\s*/(ObjStm|XRef)\b")
_NO_LETTERS = re.compile(rb"/Type\s*/(EmbeddedFile|Metadata)\b")
_COMMANDS = re.compile(rb"/Subtype\s*/Form\b")
_OTHERS = re.compile(rb"/(Type|Subtype|Length1|FunctionType|N)\b")
_PREDICTED = re.compile(rb"/Predictor\s+(?!1\b)")
_CMAP = b"begincmap"
_LOST_STRUCTURE = "the list of what is in it cannot be read"
_SEVERAL = "there is more than one file in it"
MISSING = "what the page prints is not in it"


class Findings(NamedTuple):
    """By page, what must be left out; and what is damaged, `WHOLE_FILE` where no page is known."""

    too_large: Mapping[int, PageTrouble]
    damaged: Mapping[int, str]
    asked: bool
    """Whether the objects were asked, so that a page that shows nothing is known to be blank."""
    pages: int = 0
    """How many pages there are at most, with those of older versions of the file."""
    layers: bool = False
    """Whether there may be layers that are not shown."""


class _Seen(NamedTuple):
    """What the bytes show: bombs by number of object, damage of the whole, and whether to ask."""

    bombs: Mapping[int, str]
    damage: str
    ask: bool
    pages: int = 0
    layers: bool = False


_NOTHING_SEEN = _Seen({}, "", ask=True)


def look_over(path: Path) -> Findings:
    """Name the pages that would unpack too much or are damaged.

    Raises `TooLarge` where too much would be unpacked before any page is known.
    """
    seen = _bytes_seen(path)
    if seen.ask:
        return ask_objects(path, seen)
    return Findings({}, {}, asked=False, pages=seen.pages, layers=seen.layers)


def _bytes_seen(path: Path) -> _Seen:
    bombs: dict[int, str] = {}
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        encrypted = is_encrypted(data)
        damage = MENDABLE if is_torn(data) else ""
        ask = encrypted or bool(damage)
        plain = Plain(data)
        for stream in streams_in(data):
            what = bomb_in(stream.head, stream.filters or (), stream.packed)
            structure = _STRUCTURE.search(stream.head)
            if what and structure:
                raise TooLarge(what)
            if what:
                bombs[stream.number] = what
            elif not encrypted and structure and fault_of(stream.filters, stream.packed):
                damage = _LOST_STRUCTURE
            elif not encrypted:
                ask = ask or _is_suspect(stream)
            damage = damage or (MENDABLE if stream.torn else "")
            plain.passes(stream, holds_objects=bool(structure and structure[1] == b"ObjStm"))
        plain.ends()
        damage = damage or (_SEVERAL if plain.files > 1 else "")
    ask = ask or bool(damage) or bool(bombs)
    # Where objects are hidden from such a look, there may be anything.
    pages = MOST_PAGES + 1 if encrypted else plain.pages
    return _Seen(bombs, damage, ask, pages, plain.layers or encrypted)


def _is_suspect(stream: Stream) -> bool:
    """Whether a stream seems damaged. Whether a page needs it will be seen."""
    head = stream.head
    if is_picture(head) or _NO_LETTERS.search(head) or _STRUCTURE.search(head):
        return False
    if _PREDICTED.search(head):
        return True
    plain = _CMAP in stream.packed or _OTHERS.search(stream.head)
    commands = bool(_COMMANDS.search(stream.head)) or not plain
    return bool(fault_of(stream.filters, stream.packed, commands=commands))


def ask_objects(path: Path, seen: _Seen = _NOTHING_SEEN) -> Findings:
    """Look at what each page prints and draws with."""
    from extract.pdf.objects import Unopenable, pages_of

    too_large: dict[int, PageTrouble] = {}
    damaged = {WHOLE_FILE: seen.damage} if seen.damage else {}
    judged: dict[int, tuple[str, str]] = {}
    try:
        with pages_of(path) as pages:
            for page in pages:
                bomb, fault = _judged(page, seen.bombs, judged)
                if bomb:
                    too_large[page.number] = PageTrouble("too_large", bomb)
                elif fault:
                    damaged[page.number] = fault
    except (Unopenable, MemoryError) as error:
        if seen.bombs:
            raise TooLarge(next(iter(seen.bombs.values()))) from error
        damaged.setdefault(WHOLE_FILE, _LOST_STRUCTURE)
    return Findings(too_large, damaged, asked=True, pages=seen.pages, layers=seen.layers)


def _judged(
    page: "PageStreams", bombs: Mapping[int, str], judged: dict[int, tuple[str, str]]
) -> tuple[str, str]:
    """The first bomb of a page, or else the first thing that is damaged."""
    fault = MISSING if page.missing else ""
    for drawn in page.drawn:
        if drawn.number not in judged:
            known = bombs.get(drawn.number, "")
            judged[drawn.number] = (known, "") if known else _looked_into(drawn)
        bomb, found = judged[drawn.number]
        if bomb:
            return bomb, ""
        fault = fault or found
    return "", fault


def _looked_into(drawn: "Drawn") -> tuple[str, str]:
    """Whether a stream is a bomb, and what is wrong with it if it is none."""
    filters, packed = drawn.filters, drawn.packed
    if bomb := bomb_in(drawn.head, filters or (), packed):
        return bomb, ""
    if is_picture(drawn.head) or drawn.role == "no_letters":
        return "", ""
    fault = fault_of(filters, packed, commands=drawn.prints and not drawn.predicted)
    if not fault and drawn.prints and drawn.predicted and not are_commands(drawn.unpacked):
        fault = NO_COMMANDS
    what = "what the page prints" if drawn.prints else "a font or part that the page draws with"
    return "", f"{what} is damaged: {fault}" if fault else ""
