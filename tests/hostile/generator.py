"""Makes files that mean harm: `python -m tests.hostile.generator FOLDER` writes all of them.

Each function gives the bytes of one PDF; `FILES` names them with the outcomes that are right. What
is no file of bytes (pipes, links, devices, odd names) is made by `make_traps`.
"""

import os
import sys
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

Objects = dict[int, bytes]

PLAN_TEXT = ("Recommendation", "Action", "Lead Agency", "Target Date", "Progress")
NOTHING = frozenset({"no_action_plan_found"})
NO_TEXT = frozenset({"no_text_layer"})
BROKEN = frozenset({"damaged", "no_text_layer"})
TOO_MUCH = frozenset({"too_large"})
BOMB = frozenset({"memory_limit", "reader_crash", "no_text_layer", "too_large", "time_limit"})
UNSURE = frozenset({"no_action_plan_found", "readers_disagree"})
ANY = NOTHING | BOMB | BROKEN | UNSURE
FOUND = frozenset({"converted", "converted_with_warnings"})


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


def _with(number: int, body: bytes, content: bytes = LETTER, **how: bytes) -> bytes:
    return pdf({**page(content, **how), number: body})


def _filled(characters: int) -> bytes:
    """Print so many characters, small enough to stand on the page."""
    lines = (
        b"1 0 0 1 9 %.3f Tm (%s) Tj\n" % (9 + 57_000 * number / characters, b"%d " % number * 30)
        for number in range(characters // 100)
    )
    return packed(b"BT /F 0.5 Tf\n" + b"".join(lines) + b"ET\n")


def _grid(lines: int, words: bytes = b"") -> bytes:
    step = 500 / lines
    down = b"".join(
        b"50 %.2f m 550 %.2f l S\n" % (50 + i * step, 50 + i * step) for i in range(lines)
    )
    over = b"".join(
        b"%.2f 50 m %.2f 550 l S\n" % (50 + i * step, 50 + i * step) for i in range(lines)
    )
    return pdf(page(packed(down + over + words)))


def _forms(depth: int, uses: int) -> bytes:
    """Make forms that each draw the next many times."""
    objects = page(b"/X6 Do\n", resources=b"/XObject<</X6 6 0 R>>")
    for level in range(depth):
        inner = b"/X%d Do\n" % (7 + level) * uses if level < depth - 1 else b"0 0 m 9 9 l S\n"
        link = b"/Resources<</XObject<</X%d %d 0 R>>>>" % (7 + level, 7 + level)
        objects[6 + level] = stream(
            inner, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + link * (level < depth - 1)
        )
    return pdf(objects)


def _nested_flate(size: int, times: int) -> bytes:
    data = bytes(size)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return pdf(page(stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]")))


def _cmap(body: bytes) -> bytes:
    cmap = b"/CIDInit /ProcSet findresource begin begincmap\n" + body + b"\nendcmap end"
    objects = page(LETTER)
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects[6] = stream(cmap)
    return pdf(objects)


def _deep_tree(depth: int) -> bytes:
    objects = page(LETTER)
    objects[2] = b"<</Type/Pages/Kids[10 0 R]/Count 1>>"
    for i in range(10, 10 + depth):
        objects[i] = b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (i - 1, i + 1)
    objects[10 + depth] = objects.pop(3).replace(b"2 0 R", b"%d 0 R" % (9 + depth), 1)
    return pdf(objects)


def _image(width: int, height: int, data: bytes) -> bytes:
    objects = page(b"q 800 0 0 500 0 0 cm /I Do Q\n", resources=b"/XObject<</I 6 0 R>>")
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray" % (width, height)
    objects[6] = stream(data, head + b"/BitsPerComponent 8/Filter/FlateDecode")
    return pdf(objects)


def _action(action: bytes) -> bytes:
    objects = page(LETTER, extra=b"/AA<</O 6 0 R>>/Annots[7 0 R]")
    objects[1] = b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R>>"
    objects[6] = action
    objects[7] = b"<</Type/Annot/Subtype/Link/Rect[0 0 842 595]/A 6 0 R>>"
    return pdf(objects)


def _incremental() -> bytes:
    """Put a second set of objects behind the first, whose table claims to follow itself."""
    first = pdf(page(LETTER))
    at = first.rindex(b"startxref")
    return first.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % first.index(b"xref\n0"), 1)[
        : at + 99
    ]


def _lone_object_stream() -> bytes:
    objects = page(LETTER)
    objects[8] = stream(b"3 0 <</Type/Page>>", b"/Type/ObjStm/N 1000000000/First 2147483647")
    return pdf(objects)


HOSTILE_CELLS = ["=HYPERLINK(0)", "<script>alert(1)</script>", "@SUM(A1)", "+1", "-1"]
MANY_CELLS = ["\x00\x01\x1b[31m", "'; DROP TABLE actions;--", "%s%n", "../../etc", "\\377\\376"]

FILES: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    # Bombs
    "flate_bomb": (lambda: pdf(page(packed(b" " * 200_000_000))), BOMB),
    "flate_bomb_nested": (lambda: _nested_flate(300_000_000, 2), BOMB | BROKEN),
    "flate_25_filters": (lambda: _nested_flate(10_000, 25), ANY),
    "run_length_bomb": (
        lambda: pdf(page(stream(b"\x81 " * 2_000_000, b"/Filter/RunLengthDecode"))),
        BOMB,
    ),
    "ascii_filters_100": (
        lambda: pdf(page(stream(b"20>", b"/Filter[" + b"/AHx" * 100 + b"]"))),
        BROKEN,
    ),
    "forms_billion": (lambda: _forms(9, 10), BOMB),
    "forms_500_deep": (lambda: _forms(500, 1), BOMB),
    "image_4_gigapixels": (lambda: _image(65000, 65000, zlib.compress(bytes(1000))), ANY),
    "image_true_bomb": (lambda: _image(9000, 9000, zlib.compress(bytes(81_000_000), 9)), ANY),
    "characters_60k": (lambda: pdf(page(_filled(60_000))), TOO_MUCH),
    "text_2M_characters": (lambda: pdf(page(_filled(2_000_000))), TOO_MUCH | BOMB),
    "rules_20k": (lambda: pdf(page(packed(b"0 9 m 99 9 l S\n" * 20_000 + LETTER))), TOO_MUCH),
    "curves_200k": (lambda: pdf(page(packed(b"0 0 m 1 2 3 4 5 6 c f\n" * 200_000))), TOO_MUCH),
    "one_path_1M_points": (
        lambda: pdf(page(packed(b"0 0 m " + b"9 9 l 1 9 l " * 500_000 + b"S\n" + LETTER))),
        ANY | TOO_MUCH,
    ),
    "clips_50k": (lambda: pdf(page(packed(b"0 0 9 9 re W n\n" * 50_000 + LETTER))), ANY),
    "q_100k": (lambda: pdf(page(packed(b"q " * 100_000 + LETTER))), ANY),
    "array_100k_deep": (lambda: pdf(page(b"[" * 100_000 + LETTER)), ANY),
    "dictionary_100k_deep": (lambda: _with(6, b"<</A" * 100_000), ANY),
    "grid_200": (lambda: _grid(200, LETTER), ANY | FOUND),
    "grid_1000": (lambda: _grid(1000, LETTER), ANY | FOUND),
    "grid_6000": (lambda: _grid(6000, LETTER), TOO_MUCH),
    "cmap_2G": (lambda: _cmap(b"1 begincidrange <0000> <7FFFFFFF> 0 endcidrange"), ANY),
    "cmap_bfrange_2G": (lambda: _cmap(b"1 beginbfrange <00> <7FFFFFFF> <0041> endbfrange"), ANY),
    "cmap_glyph_of_2M": (
        lambda: _cmap(b"1 beginbfchar <65> <" + b"0041" * 2_000_000 + b"> endbfchar"),
        ANY,
    ),
    "widths_2G": (
        lambda: _with(
            5, b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 2147483647>>"
        ),
        ANY,
    ),
    "pages_2001": (lambda: chain([b""] * 2001), frozenset({"too_many_pages"})),
    # Cycles
    "reference_cycle": (lambda: _with(4, b"6 0 R") + b"%", BROKEN),
    "pages_cycle": (lambda: _with(3, b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"), BROKEN),
    "pages_own_kid": (lambda: _with(2, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"), ANY),
    "pages_600_deep": (lambda: _deep_tree(600), ANY),
    "form_draws_itself": (lambda: _forms(2, 1).replace(b"/X7 7 0 R", b"/X7 6 0 R"), NO_TEXT),
    "contents_own_array": (lambda: _with(4, b"[4 0 R 4 0 R]"), BROKEN),
    "parent_cycle": (lambda: letter(extra=b"/Parent 3 0 R"), ANY),
    "length_is_itself": (
        lambda: _with(4, b"<</Length 4 0 R>>\nstream\n" + LETTER + b"endstream"),
        ANY,
    ),
    "font_is_page": (lambda: _with(5, b"3 0 R"), ANY),
    "xref_prev_itself": (_incremental, ANY),
    "outlines_cycle": (
        lambda: pdf(
            {
                **page(LETTER),
                1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
                6: b"<</First 6 0 R/Next 6 0 R/Title(x)>>",
            }
        ),
        NOTHING,
    ),
    "smask_own_group": (
        lambda: _with(
            6,
            stream(LETTER, b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>"),
            b"/A Do " * 9 + LETTER,
            resources=b"/XObject<</A 6 0 R>>",
        ),
        ANY,
    ),
    # Lies
    "length_too_short": (lambda: _with(4, stream(LETTER, length=3)), ANY),
    "length_too_long": (lambda: _with(4, stream(LETTER, length=10**9)), ANY),
    "length_negative": (lambda: _with(4, stream(LETTER, length=-1)), ANY),
    "count_negative": (lambda: _with(2, b"<</Type/Pages/Kids[3 0 R]/Count -1>>"), ANY),
    "count_billion": (
        lambda: _with(2, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"),
        ANY | {"too_many_pages"},
    ),
    "size_billion": (lambda: pdf(page(LETTER), size=2**31 - 1), ANY),
    "object_stream_of_a_billion": (_lone_object_stream, ANY),
    "xref_elsewhere": (lambda: letter().replace(b"startxref\n", b"startxref\n9"), ANY),
    "no_xref": (lambda: letter().partition(b"xref\n0")[0], ANY),
    "no_trailer": (lambda: letter().replace(b"trailer", b"trailor"), ANY),
    "no_root": (lambda: pdf(page(LETTER), root=99), BROKEN | NOTHING),
    "no_pages": (lambda: _with(2, b"<</Type/Pages/Kids[]/Count 0>>"), BROKEN),
    "header_only": (lambda: b"%PDF-1.7\n", BROKEN),
    "cut_in_half": (lambda: letter()[: len(letter()) // 2], BROKEN | NOTHING),
    "wrong_kind_of_everything": (
        lambda: letter(box=b"(words)", extra=b"/Rotate(x)/Annots 7/UserUnit[]"),
        ANY,
    ),
    "encrypted_unknown_filter": (
        lambda: pdf(page(LETTER), trailer=b"/Encrypt<</Filter/Nobody/V 9/R 9>>"),
        frozenset({"encrypted", "damaged"}),
    ),
    # Boxes
    "box_missing": (lambda: letter(box=b" null"), ANY),
    "box_empty": (lambda: letter(box=b"[0 0 0 0]"), ANY),
    "box_reversed": (lambda: letter(box=b"[842 595 0 0]"), ANY),
    "box_billion": (lambda: letter(box=b"[0 0 1000000000 1000000000]"), ANY),
    "box_not_numbers": (lambda: letter(box=b"[/a (b) null true]"), ANY),
    "box_infinite": (lambda: letter(box=b"[-9e999 -9e999 9e999 9e999]"), ANY),
    "crop_outside": (lambda: letter(extra=b"/CropBox[9000 9000 9999 9999]"), ANY),
    "rotate_45": (lambda: letter(extra=b"/Rotate 45"), ANY),
    "rotate_huge": (lambda: letter(extra=b"/Rotate 99999999990"), ANY),
    "user_unit_million": (lambda: letter(extra=b"/UserUnit 1000000"), ANY),
    "matrix_zero": (lambda: pdf(page(b"0 0 0 0 0 0 cm " + LETTER)), ANY),
    "matrix_huge": (lambda: pdf(page(b"1e30 0 0 1e30 0 0 cm " + LETTER)), ANY),
    "font_size_huge": (lambda: pdf(page(LETTER.replace(b"10 Tf", b"1e30 Tf"))), ANY),
    "font_size_zero": (lambda: pdf(page(LETTER.replace(b"10 Tf", b"0 Tf"))), ANY),
    # What would run
    "javascript": (
        lambda: _action(b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9'\\))>>"),
        NOTHING,
    ),
    "launch": (lambda: _action(b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"), NOTHING),
    "address": (lambda: _action(b"<</S/URI/URI(http://127.0.0.1:9/)>>"), NOTHING),
    "remote": (lambda: _action(b"<</S/GoToR/F(//127.0.0.1/share/x.pdf)/D[0/Fit]>>"), NOTHING),
    "submit": (lambda: _action(b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>"), NOTHING),
    "stream_elsewhere": (lambda: _with(4, stream(b"", b"/F(/etc/passwd)/FFilter/None")), NO_TEXT),
    "font_elsewhere": (
        lambda: _with(
            5, b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/..#2f..#2fetc#2fpasswd>>"
        ),
        ANY,
    ),
    "xfa_entity": (
        lambda: pdf(
            {
                **page(LETTER),
                1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 6 0 R/Fields[]>>>>",
                6: stream(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
            }
        ),
        NOTHING,
    ),
    # Hostile text
    "cells_of_formulas": (lambda: pdf(page(table(4, HOSTILE_CELLS))), FOUND),
    "cells_of_controls": (lambda: pdf(page(table(4, MANY_CELLS))), FOUND),
    "cell_of_40k": (lambda: pdf(page(table(3, ["x" * 40_000, "a", "b", "c", "d"]))), FOUND | ANY),
    # One bad page among good ones
    "bad_page_of_100": (
        lambda: chain([table()] * 49 + [packed(b"0 9 m 99 9 l S\n" * 20_000)] + [table()] * 50),
        frozenset({"converted_with_warnings"}),
    ),
    "bad_page_of_words": (
        lambda: chain([table(), _filled(60_000), table()]),
        frozenset({"converted_with_warnings"}),
    ),
    "broken_page_between": (
        lambda: chain([table(), LETTER, table()]).replace(
            b"12 0 obj\n<</Type/Page", b"12 0 obj\n<</Tpye/Egap"
        ),
        FOUND,
    ),
    # Not PDFs
    "zip": (lambda: b"PK\x03\x04" + bytes(500), frozenset({"not_a_pdf"})),
    "web_page": (lambda: b"<!doctype html><title>404</title>", frozenset({"not_a_pdf"})),
    "nothing": (lambda: b"", frozenset({"empty"})),
    "zeroes": (lambda: bytes(100_000), frozenset({"not_a_pdf"})),
}

ODD_NAMES = (
    b"=cmd|calc.pdf",
    b"-rf.pdf",
    b"a\nb.pdf",
    b"\xff\xfe.pdf",
    b"http:a.pdf",
    b"<img src=x onerror=alert(1)>.pdf",
    b"..pdf.pdf",
    b"a;b'c\"d`e$f.pdf",
    "\u202egnp.pdf".encode(),
    b"\x1b]0;x\x07.pdf",
    b"n" * 251 + b".pdf",
    b"CON.pdf",
)


def make_files(folder: Path) -> dict[str, frozenset[str]]:
    """Write every file, and give the outcomes that are right for each name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _) in FILES.items():
        (folder / f"{name}.pdf").write_bytes(make())
    return {f"{name}.pdf": outcomes for name, (_, outcomes) in FILES.items()}


def make_traps(folder: Path) -> int:
    """Make what is no plain file, all of it `unsafe_path`, and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / "pipe.pdf")
    links = {
        "device": "/dev/zero",
        "secret": "/etc/passwd",
        "nowhere": "/no/such",
        "loop": "loop.pdf",
    }
    for name, target in links.items():
        (folder / f"{name}.pdf").symlink_to(target)
    return 1 + len(links)


def make_odd_names(folder: Path) -> int:
    """Make plans with names that would be something else elsewhere, and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(ODD_NAMES):
        content = pdf(page(table(3, [f"Do {number}", "x", "Police", "June 2014", "Ongoing"])))
        (folder / os.fsdecode(name)).write_bytes(content)
    return len(ODD_NAMES)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    made = len(make_files(place)) + make_traps(place / "traps") + make_odd_names(place / "names")
    sys.stdout.write(f"{made} files in {place}\n")
