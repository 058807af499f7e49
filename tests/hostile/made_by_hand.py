"""Puts PDFs together object by object, so that anything about them can be wrong."""

import zlib
from collections.abc import Iterable

Objects = dict[int, bytes]

PLAN_TEXT = ("Recommendation", "Action", "Lead Agency", "Target Date", "Progress")


def pdf(objects: Objects, root: int = 1, size: int | None = None, trailer: bytes = b"") -> bytes:
    """Put objects together with a cross-reference table that is right."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, top = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % top
    for number in range(1, top):
        sign = b"n" if number in places else b"f"
        out += b"%010d 00000 %s \n" % (places.get(number, 0), sign)
    out += b"trailer\n<</Size %d/Root %d 0 R%s>>\n" % (size or top, root, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"", length: int | None = None) -> bytes:
    """Make a stream, with its true length unless told otherwise."""
    size = len(data) if length is None else length
    return b"<</Length %d%s>>\nstream\n" % (size, entries) + data + b"\nendstream"


def packed(data: bytes, entries: bytes = b"") -> bytes:
    """Make a stream of deflated data."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + entries)


def page(
    content: bytes, box: bytes = b"[0 0 842 595]", extra: bytes = b"", resources: bytes = b""
) -> Objects:
    """Make a document of one page."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R%s" % (box, extra)
        + b"/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
        4: content if content.endswith(b"endstream") else stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }


def text(words: str, x: int = 50, y: int = 500) -> bytes:
    """Print words at a place."""
    return b"BT /F 10 Tf %d %d Td (%s) Tj ET\n" % (x, y, words.encode("latin-1", "replace"))


LETTER = text("Dear reader, there is nothing at all to do about anything in here.")


def table(rows: int = 3, cells: Iterable[str] = ()) -> bytes:
    """Draw a small plan with rules."""
    given = list(cells) or ["Do this", "Train the staff", "Police", "June 2014", "Ongoing"]
    lines = [text(word, 55 + 140 * i, 500) for i, word in enumerate(PLAN_TEXT)]
    for row in range(1, rows):
        lines += [text(word, 55 + 140 * i, 500 - 30 * row) for i, word in enumerate(given)]
    lines += [b"%d %d m 750 %d l S\n" % (50, 520 - 30 * i, 520 - 30 * i) for i in range(rows + 1)]
    bottom = 520 - 30 * rows
    lines += [b"%d 520 m %d %d l S\n" % (50 + 140 * i, 50 + 140 * i, bottom) for i in range(6)]
    return b"".join(lines)


def chain(contents: list[bytes]) -> bytes:
    """Make a document of several pages."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * i) for i in range(len(contents)))
    objects: Objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for i, content in enumerate(contents):
        number = 10 + 2 * i
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents %d 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>" % (number + 1)
        )
        objects[number + 1] = content if content.endswith(b"endstream") else stream(content)
    return pdf(objects)


def letter(**changes: bytes) -> bytes:
    """Make a page of harmless text with something odd about the page."""
    return pdf(page(LETTER, **changes))
