"""Finds streams that unpack to too much, and pictures too large, before a reader unpacks them.

The file is looked at as bytes, so that nothing which the file says of itself has to be believed:
a stream is whatever stands behind the word. Unpacking stops at the limit and keeps nothing. Only
where something was found, the pages are asked which of them would show it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

from extract.caps import MOST_PIXELS, MOST_UNPACKED
from extract.errors import TooLarge
from extract.page import PageTrouble
from extract.unpacking import most_unpacked, unpacks_to_more
from extract.watch import Watch

_STREAM = re.compile(rb"stream\r?\n")
_NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+$")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]{0,4000}\]|/\w+)")
_SIDE = {side: re.compile(rb"/%s\s+(\d{1,9})\b" % side) for side in (b"Width", b"Height")}
_STRUCTURE = re.compile(rb"/Type\s*/(ObjStm|XRef)\b")
_LONGEST_HEAD, _LONGEST_NUMBER = 8192, 32
_UPWARDS = frozenset({"/Parent", "/P", "/Popup", "/Dest", "/A"})
_DEEPEST_TREE = 50
_MOST_REACHED = 100_000
"""Objects that are looked at on behalf of one page."""


class Bomb(NamedTuple):
    """An object that a reader must not unpack, and what is wrong with it."""

    number: int
    what: str


def without_bombs(path: Path, watch: Watch) -> Watch:
    """Tell the reader to leave out the pages that would unpack too much, too."""
    found = pages_with_bombs(path)
    return replace(watch, skip={**found, **watch.skip}) if found else watch


def pages_with_bombs(path: Path) -> Mapping[int, PageTrouble]:
    """Name the pages that would unpack too much. Raises `TooLarge` where that is the whole file."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        bombs = {bomb.number: bomb for bomb in _bombs(data)}
    return _pages_with(path, bombs) if bombs else {}


def _bombs(data: mmap) -> Iterator[Bomb]:
    for start in _STREAM.finditer(data):
        if data[start.start() - 3 : start.start()] == b"end":
            continue
        begin = data.rfind(b"obj", max(0, start.start() - _LONGEST_HEAD), start.start())
        named = _NUMBER.search(data[max(0, begin - _LONGEST_NUMBER) : max(0, begin)])
        if not named:
            continue
        number, head = int(named[1]), data[begin : start.start()]
        end = data.find(b"endstream", start.end())
        packed = data[start.end() : end if end >= 0 else len(data)]
        if what := _what_is_wrong(head, packed):
            if _STRUCTURE.search(head):
                raise TooLarge(what)
            yield Bomb(number, what)


def _what_is_wrong(head: bytes, packed: bytes) -> str:
    if re.search(rb"/Subtype\s*/Image\b", head):
        sides = [pattern.search(head) for pattern in _SIDE.values()]
        pixels = int(sides[0][1]) * int(sides[1][1]) if sides[0] and sides[1] else 0
        return f"a picture has more than {MOST_PIXELS:,} dots" if pixels > MOST_PIXELS else ""
    found = _FILTERS.search(head)
    filters = re.findall(rb"/(\w+)", found[1]) if found else []
    if most_unpacked(filters, len(packed)) <= MOST_UNPACKED:
        return ""
    too_much = unpacks_to_more(filters, packed, MOST_UNPACKED)
    return f"a stream unpacks to more than {MOST_UNPACKED // 10**6} MB" if too_much else ""


def _pages_with(path: Path, bombs: Mapping[int, Bomb]) -> Mapping[int, PageTrouble]:
    import pikepdf

    try:
        with pikepdf.open(path) as document:
            reached = {
                number: _reached(page, bombs) for number, page in enumerate(document.pages, 1)
            }
    except (pikepdf.PdfError, MemoryError, OSError, RuntimeError, TypeError, ValueError) as error:
        raise TooLarge(next(iter(bombs.values())).what) from error
    return {n: PageTrouble("too_large", bomb.what) for n, bomb in reached.items() if bomb}


def _reached(page: Any, bombs: Mapping[int, Bomb]) -> Bomb | None:
    """The first bomb that a page would show, by its own content or anything that it draws with."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.obj.get("/Contents"), page.obj.get("/Annots"), *_resources(page.obj)]
    while waiting and len(seen) < _MOST_REACHED:
        found = waiting.pop()
        place = getattr(found, "objgen", (0, 0))
        if place in seen:
            continue
        if place[0]:
            seen.add(place)
            if place[0] in bombs:
                return bombs[place[0]]
        waiting += _parts(found)
    return None


def _resources(node: Any) -> Iterator[Any]:
    """What a page draws with: its own, and what it inherits from the branches of the page tree."""
    for _ in range(_DEEPEST_TREE):
        if node is None:
            return
        yield node.get("/Resources")
        node = node.get("/Parent")


def _parts(found: Any) -> list[Any]:
    import pikepdf

    if isinstance(found, pikepdf.Array):
        return list(found)  # type: ignore[call-overload, no-any-return, unused-ignore]
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return [part for name, part in found.items() if name not in _UPWARDS]
    return []
