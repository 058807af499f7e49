"""Shapes of harm: each function gives a PDF, or a part of one, that is too much of something."""

import io
import zlib
from typing import Any

import pikepdf

from tests.hostile.made_by_hand import LETTER, letter, packed, page, pdf, stream


def changed(number: int, body: bytes, content: bytes = LETTER, **how: bytes) -> bytes:
    """Put another object in the place of one of a harmless page."""
    return pdf({**page(content, **how), number: body})


def filled(characters: int) -> bytes:
    """Print so many characters, small enough to stand on the page."""
    lines = (
        b"1 0 0 1 9 %.3f Tm (%s) Tj\n" % (9 + 57_000 * number / characters, b"%d " % number * 30)
        for number in range(characters // 100)
    )
    return packed(b"BT /F 0.5 Tf\n" + b"".join(lines) + b"ET\n")


def grid(lines: int, words: bytes = b"") -> bytes:
    """Draw so many lines down and as many over."""
    step = 500 / lines
    down = b"".join(
        b"50 %.2f m 550 %.2f l S\n" % (50 + i * step, 50 + i * step) for i in range(lines)
    )
    over = b"".join(
        b"%.2f 50 m %.2f 550 l S\n" % (50 + i * step, 50 + i * step) for i in range(lines)
    )
    return pdf(page(packed(down + over + words)))


def forms(depth: int, uses: int) -> bytes:
    """Make forms that each draw the next many times."""
    objects = page(b"/X6 Do\n", resources=b"/XObject<</X6 6 0 R>>")
    for level in range(depth):
        inner = b"/X%d Do\n" % (7 + level) * uses if level < depth - 1 else b"0 0 m 9 9 l S\n"
        link = b"/Resources<</XObject<</X%d %d 0 R>>>>" % (7 + level, 7 + level)
        objects[6 + level] = stream(
            inner, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + link * (level < depth - 1)
        )
    return pdf(objects)


def nested_flate(size: int, times: int) -> bytes:
    """Deflate zeroes again and again."""
    data = deflated_zeroes(size)
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return pdf(page(stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]")))


def deflated_zeroes(size: int) -> bytes:
    """Give what so many zeroes deflate to, without deflating them all: a piece that is repeated."""
    piece, packer = 1024 * 1024, zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(bytes(piece)) + packer.flush(zlib.Z_FULL_FLUSH)
    number = -(-size // piece)
    check = (number * piece % 65521) << 16 | 1
    return b"\x78\xda" + once * number + b"\x03\x00" + check.to_bytes(4, "big")


def encrypted(**how: Any) -> bytes:
    """Lock a harmless page with passwords or permissions."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as document:
        document.save(out, encryption=pikepdf.Encryption(**how))
    return out.getvalue()


def cmap(body: bytes, packed: bytes = b"") -> bytes:
    """Say of a font what its codes mean."""
    cmap = b"/CIDInit /ProcSet findresource begin begincmap\n" + body + b"\nendcmap end"
    objects = page(LETTER)
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects[6] = stream(body if packed else cmap, packed)
    return pdf(objects)


def deep_tree(depth: int) -> bytes:
    """Hang one page below so many branches."""
    objects = page(LETTER)
    objects[2] = b"<</Type/Pages/Kids[10 0 R]/Count 1>>"
    for i in range(10, 10 + depth):
        objects[i] = b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (i - 1, i + 1)
    objects[10 + depth] = objects.pop(3).replace(b"2 0 R", b"%d 0 R" % (9 + depth), 1)
    return pdf(objects)


def image(width: int, height: int, data: bytes) -> bytes:
    """Show a picture that says it is so large."""
    objects = page(b"q 800 0 0 500 0 0 cm /I Do Q\n", resources=b"/XObject<</I 6 0 R>>")
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray" % (width, height)
    objects[6] = stream(data, head + b"/BitsPerComponent 8/Filter/FlateDecode")
    return pdf(objects)


def action(action: bytes) -> bytes:
    """Want something done when the file is opened, when the page is, and at a click."""
    objects = page(LETTER, extra=b"/AA<</O 6 0 R>>/Annots[7 0 R]")
    objects[1] = b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R>>"
    objects[6] = action
    objects[7] = b"<</Type/Annot/Subtype/Link/Rect[0 0 842 595]/A 6 0 R>>"
    return pdf(objects)


def incremental() -> bytes:
    """Put a second set of objects behind the first, whose table claims to follow itself."""
    first = pdf(page(LETTER))
    at = first.rindex(b"startxref")
    return first.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % first.index(b"xref\n0"), 1)[
        : at + 99
    ]


def lone_object_stream() -> bytes:
    """Pack a few bytes as a billion objects."""
    objects = page(LETTER)
    objects[8] = stream(b"3 0 <</Type/Page>>", b"/Type/ObjStm/N 1000000000/First 2147483647")
    return pdf(objects)
