"""The adapter to pikepdf: the streams that each page prints and draws with.

Asked only where the bytes of a file do not show enough, for most files are whole.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pikepdf

from extract.pdf.raw_streams import known_filters

Role = Literal["prints", "draws_with", "no_letters"]
_PREDICTED = re.compile(rb"/Predictor (?!1\b)")
_UPWARDS = frozenset({"/Parent", "/P", "/Popup", "/Dest", "/A"})
_NO_LETTERS = frozenset(
    {"/ColorSpace", "/Metadata", "/Shading", "/Pattern", "/Properties", "/PieceInfo", "/SMask"}
    | {"/Annots", "/ExtGState", "/Thumb", "/OC", "/StructParents"}
)
"""Names of what may be damaged without a letter being lost."""
_UNOPENABLE = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_DEEPEST_TREE = 50
_MOST_REACHED = 100_000
"""Objects that are looked at on behalf of one page."""


class Unopenable(Exception):  # noqa: N818 - reads as the situation that it names
    """The file is none that this reader can make sense of."""


class Drawn(NamedTuple):
    """A stream that a page needs, the number of its object, and what for."""

    number: int
    stream: Any
    role: Role

    @property
    def head(self) -> bytes:
        """What says that it is a picture, and of which size."""
        names = ("/Subtype", "/Width", "/Height")
        told = ((name, self.stream.get(name)) for name in names)
        return " ".join(f"{name} {value}" for name, value in told if value is not None).encode()

    @property
    def prints(self) -> bool:
        """Whether it holds commands to print."""
        return self.role == "prints" or bool(self.stream.get("/Subtype") == "/Form")

    @property
    def filters(self) -> tuple[bytes, ...] | None:
        """How it is packed, or None where that cannot be told."""
        named, how = self.stream.get("/Filter"), self.stream.get("/DecodeParms")
        names = list(named) if isinstance(named, pikepdf.Array) else [named]  # type: ignore[call-overload, unused-ignore]
        compound = isinstance(how, pikepdf.Array | pikepdf.Dictionary)
        late = compound and b"/EarlyChange 0" in how.unparse(resolved=True)
        return known_filters([str(n)[1:].encode() for n in names if n is not None], late=late)

    @property
    def predicted(self) -> bool:
        """Whether it holds not its bytes but how they differ from those before."""
        how = self.stream.get("/DecodeParms")
        return isinstance(how, pikepdf.Array | pikepdf.Dictionary) and bool(
            _PREDICTED.search(how.unparse(resolved=True))
        )

    @property
    def unpacked(self) -> bytes:
        """What it holds once all is undone, or a byte that is no command where it cannot be."""
        try:
            return bytes(self.stream.read_bytes())
        except _UNOPENABLE:
            return b"\xff"

    @property
    def packed(self) -> bytes:
        """What stands in the file, decrypted."""
        return bytes(self.stream.read_raw_bytes())


class PageStreams(NamedTuple):
    """The streams of a page. `missing` says that it refers to content that is not there."""

    number: int
    drawn: Iterator[Drawn]
    missing: bool


@contextmanager
def pages_of(path: Path) -> Iterator[Iterator[PageStreams]]:
    """Open a file, and give what each page draws. Raises `Unopenable`, then or on the way."""
    try:
        with pikepdf.open(path) as document:
            yield (
                PageStreams(number, _drawn(page.obj), _misses_content(document, page.obj))
                for number, page in enumerate(document.pages, 1)
            )
    except _UNOPENABLE as error:
        raise Unopenable from error


def _misses_content(document: pikepdf.Pdf, page: Any) -> bool:
    """Whether the page prints what is not there.

    To this reader, an object that is not there is no entry at all, as on a blank page; but where
    it looked in vain for an object, it has warned.
    """
    content = page.get("/Contents")
    if isinstance(content, pikepdf.Array):
        return any(not isinstance(part, pikepdf.Stream) for part in content)  # type: ignore[attr-defined, unused-ignore]
    return not isinstance(content, pikepdf.Stream) and bool(document.get_warnings())


def _drawn(page: Any) -> Iterator[Drawn]:
    """All that a page would show, by its own content or anything that it draws with."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, Role]] = [
        (page.get("/Annots"), "no_letters"),
        *((resources, "draws_with") for resources in _resources(page)),
        (page.get("/Contents"), "prints"),
    ]
    while waiting and len(seen) < _MOST_REACHED:
        found, role = waiting.pop()
        place = getattr(found, "objgen", (0, 0))
        if place in seen:
            continue
        if place[0]:
            seen.add(place)
        if isinstance(found, pikepdf.Stream):
            yield Drawn(place[0], found, role)
        waiting += _parts(found, role)


def _resources(node: Any) -> Iterator[Any]:
    """What a page draws with: its own, and what it inherits from the branches of the page tree."""
    for _ in range(_DEEPEST_TREE):
        if not isinstance(node, pikepdf.Dictionary):
            return
        yield node.get("/Resources")
        node = node.get("/Parent")


def _parts(found: Any, role: Role) -> list[tuple[Any, Role]]:
    if isinstance(found, pikepdf.Array):
        return [(part, role) for part in found]  # type: ignore[attr-defined, unused-ignore]
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        inner: Role = "no_letters" if role == "no_letters" else "draws_with"
        return [
            (part, "no_letters" if name in _NO_LETTERS else inner)
            for name, part in found.items()
            if name not in _UPWARDS
        ]
    return []
