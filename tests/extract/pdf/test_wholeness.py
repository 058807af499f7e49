"""What is damaged in a file is found before it is read, and said of the page that it is on."""

import base64
import random
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from extract.pdf.looked_over import MENDABLE, WHOLE_FILE, ask_objects, look_over
from extract.pdf.raw_streams import LZW_LATE
from extract.pdf.second_reader import without_content
from extract.pdf.wholeness import CHANGED, CUT, NO_COMMANDS, UNKNOWN, are_commands, fault_of
from extract.plan import read_plan
from tests.actionplans.test_cli import rows
from tests.hostile.made_by_hand import LETTER, chain, letter, packed, page, pdf, stream, table
from tests.hostile.mutations import SAMPLES
from tests.hostile.packing import lzw

DEFLATED = zlib.compress(b"some words to print " * 99)
FLATE = [b"FlateDecode"]


def run(*args: object) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own.

    That of the tests has grown too big by now to be the mother of one with a limit on memory.
    """
    command = [sys.executable, "-m", "actionplans", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def damaged_in(tmp_path: Path, data: bytes) -> dict[int, str]:
    """Look at a file, and give what is damaged by page."""
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    return dict(look_over(path).damaged)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (DEFLATED, ""),
        (DEFLATED + b"\r\n", ""),
        (DEFLATED[:-4], ""),  # some programs leave the checksum out
        (DEFLATED[:-4] + b"none", CHANGED),
        (DEFLATED[:-5], CUT),
        (DEFLATED[: len(DEFLATED) // 2], CUT),
        (DEFLATED[2:], CUT),
        (b"\x78", CUT),
        (b"", CUT),
    ],
)
def test_deflated_data_has_an_end_and_a_checksum(data: bytes, fault: str) -> None:
    """Whatever is behind them does not count."""
    assert fault_of(FLATE, data) == fault


@pytest.mark.parametrize(
    ("filters", "data", "fault"),
    [
        ([b"A85", b"Fl"], base64.a85encode(DEFLATED) + b"~>", ""),
        ([b"A85", b"Fl"], base64.a85encode(DEFLATED[:-9]) + b"~>", CUT),
        ([b"FlateDecode", b"DCTDecode"], DEFLATED, UNKNOWN),
        ([b"FlateDecode", b"DCTDecode"], DEFLATED[:-9], CUT),
        ([b"DCTDecode"], b"dots", UNKNOWN),
        ([b"A85"], base64.a85encode(LETTER) + b"~>", ""),
        ([b"A85"], b"zzz~~~~" + LETTER, CUT),
        ([b"LZWDecode"], lzw(LETTER), ""),
        ([LZW_LATE], lzw(LETTER * 99, early=False), ""),
        ([b"LZWDecode"], lzw(LETTER[:40]), NO_COMMANDS),
        ([], LETTER, ""),
        ([], LETTER.replace(b"Tj", b"Uj"), NO_COMMANDS),
        (None, LETTER, UNKNOWN),
    ],
)
def test_each_filter_is_undone_to_look(
    filters: list[bytes] | None, data: bytes, fault: str
) -> None:
    """What has no checksum must at least be commands."""
    assert fault_of(filters, data, commands=True) == fault


@pytest.mark.parametrize(
    "text",
    [
        b"q 1 0 0 1 -.5 +7 cm /F1 9 Tf [(a) -20 (b\\)c (in) d)] TJ T* (x) Tj ET Q",
        b"BI /W 2 /H 2 /BPC 8 ID \x00\xff (\x80 EI Q",
        b"/Span <</MCID 0 /E <feff 00> >> BDC (a\r\nb) ' 1 2 (x) \" EMC % the end",
        b"0 0 m 1 1 l S n W* f* B* b* 0 g 0 0 0 1 K /P <<>> DP /G gs /Sh sh BX EX",
        b"",
    ],
)
def test_all_commands_are_known(text: bytes) -> None:
    """With all that they may take."""
    assert are_commands(text)


@pytest.mark.parametrize("text", [b"BT (a Tj ET", b"1 0 q1", b"0 \xff", b"Tk", b"{", b"(a)) Tj"])
def test_others_are_not(text: bytes) -> None:
    """Nor what is cut off."""
    assert not are_commands(text)


def test_any_bit_that_flips_in_what_a_page_prints_is_noticed(tmp_path: Path) -> None:
    """It names the page, whichever bit it is; at most the checksum itself could hide it."""
    dice = random.Random(7)  # noqa: S311 - to be drawn again
    whole = chain([packed(LETTER), packed(table(4)), packed(LETTER)])
    assert damaged_in(tmp_path, whole) == {}
    begin, end = list(re.finditer(rb"stream\n(.*?)\nendstream", whole, re.DOTALL))[1].span(1)
    for _ in range(200):
        data = bytearray(whole)
        data[dice.randrange(begin, end)] ^= 1 << dice.randrange(8)
        assert list(damaged_in(tmp_path, bytes(data))) == [2]


def test_a_font_that_is_damaged_is_named_on_each_page_that_prints_with_it(tmp_path: Path) -> None:
    """And not on others."""
    objects = page(LETTER)
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects[6] = stream(zlib.compress(b"begincmap" * 9)[:-6], b"/Filter/FlateDecode")
    found = damaged_in(tmp_path, pdf(objects))
    assert found == {1: f"a font or part that the page draws with is damaged: {CUT}"}


@pytest.mark.parametrize(
    "entries", [b"/Type/EmbeddedFile", b"/Type/Metadata/Subtype/XML", b"/Type/Nothing"]
)
def test_what_no_page_needs_may_be_damaged(tmp_path: Path, entries: bytes) -> None:
    """An attachment, a description, what an older version of the file left."""
    objects = {**page(LETTER), 6: stream(DEFLATED[:-9], entries + b"/Filter/FlateDecode")}
    assert damaged_in(tmp_path, pdf(objects)) == {}


def test_a_picture_may_be_damaged(tmp_path: Path) -> None:
    """It holds no letters that could be lost."""
    resources = b"/XObject<</X 6 0 R>>"
    size = b"/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray"
    picture = stream(DEFLATED[:-9], size + b"/Filter/FlateDecode")
    objects = {**page(b"/X Do\n" + LETTER, resources=resources), 6: picture}
    assert damaged_in(tmp_path, pdf(objects)) == {}


def test_objects_that_are_packed_and_damaged_concern_the_whole_file(tmp_path: Path) -> None:
    """Who knows what was among them."""
    entries = b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"
    objects = {**page(LETTER), 6: stream(DEFLATED[:-9], entries)}
    assert list(damaged_in(tmp_path, pdf(objects))) == [WHOLE_FILE]


@pytest.mark.parametrize(
    "data",
    [
        letter()[:-300],
        letter()[:100] + b"put in" + letter()[100:],
        letter().replace(b"endstream", b"endstrxam"),
        letter().replace(b"stream\nBT", b"strxam\nBT"),
        pdf(page(stream(LETTER, length=3))),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_damaged(tmp_path: Path, data: bytes) -> None:
    """Cut off, stretched, or with words of its structure gone."""
    assert WHOLE_FILE in damaged_in(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 900 + letter(),
        letter() + bytes(9999),
        letter().replace(b"/Length ", b"/Length\n"),
        pdf(page(LETTER, extra=b"/Thumb 99 0 R")),
        pdf(page(b"")),
        pdf(page(stream(DEFLATED, b"/Filter/FlateDecode", length=len(DEFLATED) + 2))),
    ],
)
def test_harmless_oddities_are_no_damage(tmp_path: Path, data: bytes) -> None:
    """Something before or behind the file, a blank page."""
    assert damaged_in(tmp_path, data) == {}


def test_a_page_whose_content_is_gone_is_no_blank_page(tmp_path: Path) -> None:
    """Its object has another number than the page asks for."""
    path = tmp_path / "file.pdf"
    path.write_bytes(pdf(page(LETTER)).replace(b"4 0 obj", b"9 0 obj"))
    assert list(ask_objects(path).damaged) == [1]
    blank = page(LETTER)
    blank[3] = blank[3].replace(b"/Contents 4 0 R", b"")
    path.write_bytes(pdf(blank))
    assert ask_objects(path).damaged == {}


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"/Parent 2 0 R", b"/Parent 7"),
        (b"/Font<</F 5 0 R>>", b"/Font 7"),
        (b"/Resources<<", b"/Annots(x)/Resources<<"),
        (b"/FlateDecode", b"/FlateDecode/DecodeParms 7"),
        (b"/FlateDecode", b"[/FlateDecode]/DecodeParms[(x)]"),
    ],
)
def test_whatever_else_is_wrong_damage_is_found(
    tmp_path: Path, there: bytes, instead: bytes
) -> None:
    """Where an object should be may be anything."""
    objects = page(stream(DEFLATED[:-9], b"/Filter/FlateDecode"))
    objects = {number: body.replace(there, instead) for number, body in objects.items()}
    assert damaged_in(tmp_path, pdf(objects)) == {1: f"what the page prints is damaged: {CUT}"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"7 0 R", "what the page prints is not in it"),
        (b"<</A 1>>", "what the page prints is not in it"),
        (b"42", "what the page prints is not in it"),
        (b"(q)", "what the page prints is not in it"),
        (b"3 0 R", "what the page prints is not in it"),
        (stream(b"dots", b"/Filter/JBIG2Decode"), UNKNOWN),
        (packed(LETTER, b"/DecodeParms<</Predictor 12/Columns 5>>"), NO_COMMANDS),
        (packed(LETTER, b"/DecodeParms<</Predictor 12/Columns 2000000000>>"), NO_COMMANDS),
    ],
)
def test_a_page_that_only_seems_blank_is_damaged(tmp_path: Path, content: bytes, what: str) -> None:
    """What it prints is lost, in one of many ways; the plan before it says so."""
    objects = page(table(3))
    objects[2] = b"<</Type/Pages/Kids[3 0 R 8 0 R]/Count 2>>"
    objects[8] = objects[3].replace(b"/Contents 4 0 R", b"/Contents %s" % content)
    if content.endswith(b"endstream"):
        objects |= {8: objects[3].replace(b"/Contents 4 0 R", b"/Contents 9 0 R"), 9: content}
    path = tmp_path / "file.pdf"
    path.write_bytes(pdf(objects))
    found = [doubt for doubt in read_plan(path).doubts if doubt.kind == "data_damaged"]
    assert [doubt.page for doubt in found] == [2]
    assert what in found[0].message


def test_a_page_that_draws_what_is_not_there_is_damaged(tmp_path: Path) -> None:
    """A form may hold all that it prints; a page that is blank draws with nothing."""
    path = tmp_path / "file.pdf"
    objects = page(b"/X Do", resources=b"/XObject<</X 7 0 R>>")
    path.write_bytes(pdf(objects))
    assert without_content(path, {1}) == {1}
    path.write_bytes(pdf({**objects, 7: stream(b"", b"/Subtype/Form")}))
    assert without_content(path, {1}) == set()
    path.write_bytes(pdf(page(b"")))
    assert without_content(path, {1}) == set()


@pytest.mark.parametrize("cut", [b" obj\n<<", b"xref\n7"])
def test_a_newer_version_that_was_cut_off_is_noticed(tmp_path: Path, cut: bytes) -> None:
    """What can be read is the older one."""
    update = b"7 0 obj\n<</Type/Font>>\nendobj\nxref\n7 1\n0000000000 00000 n\n"
    whole = letter() + update
    begun = whole[: whole.rindex(cut) + len(cut)]
    assert damaged_in(tmp_path, begun) == {WHOLE_FILE: MENDABLE}


def test_several_files_in_one_are_noticed(tmp_path: Path) -> None:
    """As in a mail with its parts; the rows of one of them would be all."""
    mail = b"Content-Type: application/pdf\n\n" + letter() + b"\n--next\n" + letter()
    assert WHOLE_FILE in damaged_in(tmp_path, mail)


def test_no_sample_is_damaged() -> None:
    """Nor has any of them to be looked into."""
    for sample in sorted(SAMPLES.glob("*.pdf")):
        found = look_over(sample)
        assert (found.damaged, found.asked) == ({}, False), sample.name


def test_a_plan_with_a_damaged_page_says_so(tmp_path: Path) -> None:
    """Its other pages are read, and the outcome is a warning."""
    lost = stream(zlib.compress(table(6))[:-60], b"/Filter/FlateDecode")
    (tmp_path / "plan.pdf").write_bytes(chain([table(), lost, table()]))
    result = run("extract", tmp_path / "plan.pdf", "--out", tmp_path / "out", "--format", "csv")
    assert result.returncode == 0
    assert rows(tmp_path / "out")[0]["outcome"] == "converted_with_warnings"
    found = [row for row in rows(tmp_path / "out", "issues") if row["kind"] == "data_damaged"]
    assert [(row["page"], row["severity"]) for row in found] == [("2", "error")]
    assert found[0]["message"].startswith("the file is damaged: what the page prints is damaged")


def test_that_a_damaged_file_holds_no_plan_is_not_known(tmp_path: Path) -> None:
    """It is refused, though two readers agree on what is left of it."""
    lost = stream(zlib.compress(LETTER)[:-20], b"/Filter/FlateDecode")
    (tmp_path / "letter.pdf").write_bytes(chain([LETTER * 3, lost]))
    result = run("extract", tmp_path / "letter.pdf", "--out", tmp_path / "out", "--format", "csv")
    assert result.returncode == 2
    assert rows(tmp_path / "out")[0]["reason"] == "damaged"
    assert "page 2" in result.stderr


def test_a_file_that_was_mended_may_hold_no_plan(tmp_path: Path) -> None:
    """Its parts were all there, and two readers agree on them; that it was damaged is said."""
    (tmp_path / "letter.pdf").write_bytes(letter().replace(b"%PDF-1.7\n", b"%PDF-1.7\n% put in\n"))
    result = run("extract", tmp_path / "letter.pdf", "--out", tmp_path / "out", "--format", "csv")
    assert result.returncode == 0
    assert rows(tmp_path / "out")[0]["outcome"] == "no_action_plan_found"
    assert [row["page"] for row in rows(tmp_path / "out", "issues")] == ["0"]


def test_a_mended_copy_does_not_hide_what_is_lost(tmp_path: Path) -> None:
    """What is no command to print is written anew, and then has a checksum."""
    (tmp_path / "letter.pdf").write_bytes(pdf(page(LETTER * 3 + LETTER.replace(b"Tj", b"Uj"))))
    result = run("extract", tmp_path / "letter.pdf", "--out", tmp_path / "out", "--format", "csv")
    assert result.returncode == 2
    assert rows(tmp_path / "out")[0]["reason"] == "damaged"
