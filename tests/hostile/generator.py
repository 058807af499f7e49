"""Makes files that mean harm: `python -m tests.hostile.generator FOLDER` writes all of them.

`FILES` names the bytes of each with the outcomes that are right; `traps.py` makes the rest.
"""

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf

from tests.hostile import shapes
from tests.hostile.made_by_hand import LETTER, chain, letter, packed, page, pdf, stream, table
from tests.hostile.traps import make_odd_names, make_traps

NOTHING = frozenset({"no_action_plan_found"})
NO_TEXT = frozenset({"no_text_layer"})
BROKEN = frozenset({"damaged", "no_text_layer"})
TOO_MUCH = frozenset({"too_large"})
BOMB = frozenset({"memory_limit", "reader_crash", "no_text_layer", "too_large", "time_limit"})
UNSURE = frozenset({"no_action_plan_found", "readers_disagree"})
ANY = NOTHING | BOMB | BROKEN | UNSURE
FOUND = frozenset({"converted", "converted_with_warnings"})

HOSTILE_CELLS = ["=HYPERLINK(0)", "<script>alert(1)</script>", "@SUM(A1)", "+1", "-1"]
MANY_CELLS = ["\x00\x01\x1b[31m", "'; DROP TABLE actions;--", "%s%n", "../../etc", "\\377\\376"]

FILES: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    # Bombs: a stream of more than 75 MB is refused whatever else it does
    "flate_bomb": (lambda: pdf(page(packed(b" " * 200_000_000))), TOO_MUCH),
    "flate_3_GiB": (lambda: shapes.nested_flate(3 * 1024**3, 1), TOO_MUCH),
    "flate_3_GiB_nested": (lambda: shapes.nested_flate(3 * 1024**3, 2), TOO_MUCH),
    "flate_3_GiB_thrice": (lambda: shapes.nested_flate(3 * 1024**3, 3), TOO_MUCH),
    "flate_25_filters": (lambda: shapes.nested_flate(10_000, 25), NO_TEXT),
    "flate_in_hex": (
        lambda: pdf(
            page(
                stream(
                    shapes.deflated_zeroes(10**8).hex().encode() + b">",
                    b"/Filter[/ASCIIHexDecode/FlateDecode]",
                )
            )
        ),
        TOO_MUCH,
    ),
    "flate_in_a_form": (
        lambda: pdf(
            {
                **page(b"/X6 Do\n", resources=b"/XObject<</X6 6 0 R>>"),
                6: stream(
                    shapes.deflated_zeroes(10**8),
                    b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode",
                ),
            }
        ),
        TOO_MUCH,
    ),
    "flate_in_a_font": (
        lambda: shapes.cmap(shapes.deflated_zeroes(10**8), b"/Filter/FlateDecode"),
        TOO_MUCH,
    ),
    "flate_of_objects": (
        lambda: shapes.changed(
            6,
            stream(shapes.deflated_zeroes(10**8), b"/Type/ObjStm/N 9/First 99/Filter/FlateDecode"),
        ),
        TOO_MUCH,
    ),
    "run_length_bomb": (
        lambda: pdf(page(stream(b"\x81 " * 2_000_000, b"/Filter/RunLengthDecode"))),
        TOO_MUCH,
    ),
    "lzw_garbage": (
        lambda: pdf(page(stream(b"\x80\x0b\x60\x50" * 999, b"/Filter/LZWDecode"))),
        BROKEN,
    ),
    "inline_picture_bomb": (
        lambda: pdf(page(b"BI/W 60000/H 60000/BPC 8/CS/G ID " + bytes(99) + b" EI\n" + LETTER)),
        ANY,
    ),
    "ascii_filters_100": (
        lambda: pdf(page(stream(b"20>", b"/Filter[" + b"/AHx" * 100 + b"]"))),
        BROKEN,
    ),
    "forms_billion": (lambda: shapes.forms(9, 10), BOMB),
    "forms_500_deep": (lambda: shapes.forms(500, 1), NO_TEXT),
    "image_4_gigapixels": (lambda: shapes.image(65000, 65000, zlib.compress(bytes(999))), TOO_MUCH),
    "image_true_bomb": (
        lambda: shapes.image(9000, 9000, zlib.compress(bytes(81_000_000), 9)),
        TOO_MUCH,
    ),
    "image_of_jpeg_garbage": (
        lambda: shapes.image(900, 900, b"\xff\xd8" + bytes(9999)).replace(
            b"/FlateDecode", b"/DCTDecode/"
        ),
        BROKEN,
    ),
    "characters_60k": (lambda: pdf(page(shapes.filled(60_000))), TOO_MUCH),
    "text_2M_characters": (lambda: pdf(page(shapes.filled(2_000_000))), TOO_MUCH | BOMB),
    "rules_20k": (lambda: pdf(page(packed(b"0 9 m 99 9 l S\n" * 20_000 + LETTER))), TOO_MUCH),
    "rectangles_100k": (lambda: pdf(page(packed(b"9 9 9 9 re f\n" * 100_000))), TOO_MUCH),
    "curves_200k": (lambda: pdf(page(packed(b"0 0 m 1 2 3 4 5 6 c f\n" * 200_000))), TOO_MUCH),
    "one_path_1M_points": (
        lambda: pdf(page(packed(b"0 0 m " + b"9 9 l 1 9 l " * 500_000 + b"S\n" + LETTER))),
        TOO_MUCH,
    ),
    "clips_50k": (
        lambda: pdf(page(packed(b"0 0 9 9 re W n\n" * 50_000 + LETTER))),
        NO_TEXT | TOO_MUCH,
    ),
    "q_100k": (lambda: pdf(page(packed(b"q " * 100_000 + LETTER))), UNSURE),
    "q_1M": (lambda: pdf(page(packed(b"q " * 1_000_000 + LETTER))), UNSURE | BOMB),
    "array_100k_deep": (lambda: pdf(page(b"[" * 100_000 + LETTER)), NO_TEXT | UNSURE),
    "brackets_100k_deep": (lambda: pdf(page(b"(" * 100_000 + LETTER)), BROKEN),
    "dictionary_100k_deep": (lambda: shapes.changed(6, b"<</A" * 100_000), UNSURE),
    "grid_200": (lambda: shapes.grid(200, LETTER), UNSURE),
    "grid_1000": (lambda: shapes.grid(1000, LETTER), UNSURE),
    "grid_6000": (lambda: shapes.grid(6000, LETTER), TOO_MUCH),
    "cmap_2G": (lambda: shapes.cmap(b"1 begincidrange <0000> <7FFFFFFF> 0 endcidrange"), UNSURE),
    "cmap_bfrange_2G": (
        lambda: shapes.cmap(b"1 beginbfrange <00> <7FFFFFFF> <0041> endbfrange"),
        UNSURE | BOMB,
    ),
    "cmap_glyph_of_2M": (
        lambda: shapes.cmap(b"1 beginbfchar <65> <" + b"0041" * 2_000_000 + b"> endbfchar"),
        UNSURE | BOMB,
    ),
    "widths_2G": (
        lambda: shapes.changed(
            5, b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 2147483647>>"
        ),
        UNSURE,
    ),
    "pages_2001": (lambda: chain([b""] * 2001), frozenset({"too_many_pages"})),
    # Cycles
    "object_cycle": (
        lambda: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"3 0 R", 3: b"2 0 R"}),
        BROKEN,
    ),
    "array_of_itself": (lambda: shapes.changed(4, b"[4 0 R]"), BROKEN),
    "font_descends_from_itself": (
        lambda: shapes.changed(
            5, b"<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[5 0 R]/Encoding/Identity-H>>"
        ),
        NO_TEXT | UNSURE,
    ),
    "reference_cycle": (lambda: shapes.changed(4, b"6 0 R") + b"%", BROKEN),
    "pages_cycle": (
        lambda: shapes.changed(3, b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"),
        BROKEN,
    ),
    "pages_own_kid": (
        lambda: shapes.changed(2, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"),
        BROKEN,
    ),
    "pages_600_deep": (lambda: shapes.deep_tree(600), UNSURE),
    "form_draws_itself": (lambda: shapes.forms(2, 1).replace(b"/X7 7 0 R", b"/X7 6 0 R"), NO_TEXT),
    "contents_own_array": (lambda: shapes.changed(4, b"[4 0 R 4 0 R]"), BROKEN),
    "parent_cycle": (lambda: letter(extra=b"/Parent 3 0 R"), UNSURE),
    "length_is_itself": (
        lambda: shapes.changed(4, b"<</Length 4 0 R>>\nstream\n" + LETTER + b"endstream"),
        UNSURE,
    ),
    "font_is_page": (lambda: shapes.changed(5, b"3 0 R"), UNSURE),
    "xref_prev_itself": (shapes.incremental, UNSURE),
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
        lambda: shapes.changed(
            6,
            stream(LETTER, b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>"),
            b"/A Do " * 9 + LETTER,
            resources=b"/XObject<</A 6 0 R>>",
        ),
        UNSURE,
    ),
    # Lies
    "length_too_short": (lambda: shapes.changed(4, stream(LETTER, length=3)), UNSURE),
    "length_too_long": (lambda: shapes.changed(4, stream(LETTER, length=10**9)), UNSURE),
    "length_negative": (lambda: shapes.changed(4, stream(LETTER, length=-1)), UNSURE),
    "count_negative": (lambda: shapes.changed(2, b"<</Type/Pages/Kids[3 0 R]/Count -1>>"), UNSURE),
    "count_billion": (
        lambda: shapes.changed(2, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"),
        UNSURE | {"too_many_pages"},
    ),
    "size_billion": (lambda: pdf(page(LETTER), size=2**31 - 1), UNSURE),
    "object_stream_of_a_billion": (shapes.lone_object_stream, UNSURE),
    "xref_elsewhere": (lambda: letter().replace(b"startxref\n", b"startxref\n9"), UNSURE),
    "no_xref": (lambda: letter().partition(b"xref\n0")[0], BROKEN),
    "no_trailer": (lambda: letter().replace(b"trailer", b"trailor"), BROKEN),
    "no_root": (lambda: pdf(page(LETTER), root=99), BROKEN | NOTHING),
    "no_pages": (lambda: shapes.changed(2, b"<</Type/Pages/Kids[]/Count 0>>"), BROKEN),
    "header_only": (lambda: b"%PDF-1.7\n", BROKEN),
    "cut_in_half": (lambda: letter()[: len(letter()) // 2], BROKEN | NOTHING),
    "wrong_kind_of_everything": (
        lambda: letter(box=b"(words)", extra=b"/Rotate(x)/Annots 7/UserUnit[]"),
        UNSURE,
    ),
    "encrypted_unknown_filter": (
        lambda: pdf(page(LETTER), trailer=b"/Encrypt<</Filter/Nobody/V 9/R 9>>"),
        frozenset({"encrypted", "damaged"}),
    ),
    "trailing_junk": (lambda: letter() + bytes(range(256)) * 400, UNSURE),
    "leading_junk": (lambda: b"x" * 900 + letter(), UNSURE),
    "password_needed": (
        lambda: shapes.encrypted(owner="o", user="u"),
        frozenset({"encrypted"}),
    ),
    "password_needed_of_old": (
        lambda: shapes.encrypted(owner="o", user="u", R=3, aes=False, metadata=False),
        frozenset({"encrypted"}),
    ),
    "password_empty": (lambda: shapes.encrypted(owner="o", user=""), NOTHING),
    "copying_not_allowed": (
        lambda: shapes.encrypted(
            owner="o",
            user="",
            allow=pikepdf.Permissions(extract=False, accessibility=False),
        ),
        NOTHING,
    ),
    # Boxes
    "box_absent": (lambda: letter().replace(b"/MediaBox", b"/NoSuchBx"), UNSURE),
    "box_missing": (lambda: letter(box=b" null"), UNSURE),
    "box_empty": (lambda: letter(box=b"[0 0 0 0]"), UNSURE),
    "box_reversed": (lambda: letter(box=b"[842 595 0 0]"), UNSURE),
    "box_billion": (lambda: letter(box=b"[0 0 1000000000 1000000000]"), UNSURE),
    "box_not_numbers": (lambda: letter(box=b"[/a (b) null true]"), UNSURE),
    "box_infinite": (lambda: letter(box=b"[-9e999 -9e999 9e999 9e999]"), UNSURE),
    "crop_outside": (lambda: letter(extra=b"/CropBox[9000 9000 9999 9999]"), BROKEN),
    "rotate_45": (lambda: letter(extra=b"/Rotate 45"), UNSURE),
    "rotate_huge": (lambda: letter(extra=b"/Rotate 99999999990"), UNSURE),
    "user_unit_million": (lambda: letter(extra=b"/UserUnit 1000000"), UNSURE),
    "matrix_zero": (lambda: pdf(page(b"0 0 0 0 0 0 cm " + LETTER)), BROKEN),
    "matrix_huge": (lambda: pdf(page(b"1e30 0 0 1e30 0 0 cm " + LETTER)), BROKEN),
    "font_size_huge": (lambda: pdf(page(LETTER.replace(b"10 Tf", b"1e30 Tf"))), BROKEN),
    "font_size_zero": (lambda: pdf(page(LETTER.replace(b"10 Tf", b"0 Tf"))), BROKEN),
    # What would run
    "javascript": (
        lambda: shapes.action(b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9'\\))>>"),
        NOTHING,
    ),
    "launch": (lambda: shapes.action(b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"), NOTHING),
    "address": (lambda: shapes.action(b"<</S/URI/URI(http://127.0.0.1:9/)>>"), NOTHING),
    "remote": (lambda: shapes.action(b"<</S/GoToR/F(//127.0.0.1/share/x.pdf)/D[0/Fit]>>"), NOTHING),
    "submit": (lambda: shapes.action(b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>"), NOTHING),
    "stream_elsewhere": (
        lambda: shapes.changed(4, stream(b"", b"/F(/etc/passwd)/FFilter/None")),
        NO_TEXT,
    ),
    "font_elsewhere": (
        lambda: shapes.changed(
            5, b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/..#2f..#2fetc#2fpasswd>>"
        ),
        BROKEN,
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
    "cell_of_40k": (
        lambda: pdf(page(table(3, ["x" * 40_000, "a", "b", "c", "d"]))),
        TOO_MUCH | FOUND,
    ),
    # One bad page among good ones
    "bad_page_of_100": (
        lambda: chain([table()] * 49 + [packed(b"0 9 m 99 9 l S\n" * 20_000)] + [table()] * 50),
        frozenset({"converted_with_warnings"}),
    ),
    "bad_page_of_words": (
        lambda: chain([table(), shapes.filled(60_000), table()]),
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


def make_files(folder: Path) -> dict[str, frozenset[str]]:
    """Write every file, and give the outcomes that are right for each name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _) in FILES.items():
        (folder / f"{name}.pdf").write_bytes(make())
    return {f"{name}.pdf": outcomes for name, (_, outcomes) in FILES.items()}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    made = len(make_files(place)) + make_traps(place / "traps") + make_odd_names(place / "names")
    sys.stdout.write(f"{made} files in {place}\n")
