"""Streams that unpack to too much cost the pages that show them, and nothing is unpacked for it."""

import base64
import io
import tracemalloc
import zlib
from pathlib import Path

import pikepdf
import pytest

from extract.errors import TooLarge
from extract.pdf.caps import MOST_UNPACKED
from extract.pdf.looked_over import look_over
from extract.pdf.raw_streams import LZW_LATE
from extract.pdf.unpacking import most_unpacked, unpacks_to_more
from tests.hostile.generator import FILES
from tests.hostile.made_by_hand import LETTER, chain, letter, packed, page, pdf, stream
from tests.hostile.packing import lzw, lzw_zeroes
from tests.hostile.shapes import deflated_zeroes, image

TOO_MUCH = deflated_zeroes(MOST_UNPACKED + 1)
JUST_RIGHT = zlib.compress(bytes(MOST_UNPACKED), 9)


def found_in(tmp_path: Path, data: bytes) -> dict[int, str]:
    """Look at a file, and give what is wrong by page."""
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    return {number: trouble.what for number, trouble in look_over(path).too_large.items()}


def test_the_page_with_the_bomb_is_named_and_no_other(tmp_path: Path) -> None:
    """With the reason; what is large but within the limit is left alone."""
    large = stream(JUST_RIGHT, b"/Filter/FlateDecode")
    bomb = stream(TOO_MUCH, b"/Filter/FlateDecode")
    found = found_in(tmp_path, chain([LETTER, large, bomb, LETTER]))
    assert found == {3: "a stream unpacks to more than 75 MB"}


def test_what_a_page_inherits_counts(tmp_path: Path) -> None:
    """A font that hangs on the page tree is drawn with on each page."""
    objects = page(LETTER)
    objects[3] = objects[3].partition(b"/Resources")[0] + b">>"
    objects[2] = objects[2].replace(b">>", b"/Resources<</Font<</F 5 0 R>>>>>>")
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects[6] = stream(TOO_MUCH, b"/Filter/FlateDecode")
    assert list(found_in(tmp_path, pdf(objects))) == [1]


def test_a_bomb_that_no_page_shows_goes_off_nowhere(tmp_path: Path) -> None:
    """An attachment is not unpacked, so it does no harm."""
    objects = {**page(LETTER), 6: stream(TOO_MUCH, b"/Type/EmbeddedFile/Filter/FlateDecode")}
    assert found_in(tmp_path, pdf(objects)) == {}


def test_objects_packed_as_a_bomb_refuse_the_file(tmp_path: Path) -> None:
    """They are unpacked before any page is known."""
    objects = page(LETTER)
    objects[6] = stream(TOO_MUCH, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    with pytest.raises(TooLarge, match="75 MB"):
        found_in(tmp_path, pdf(objects))


def test_a_picture_may_have_40_million_dots(tmp_path: Path) -> None:
    """However small its data is."""
    assert found_in(tmp_path, image(8000, 5000, b"")) == {}
    assert found_in(tmp_path, image(8001, 5000, b"")) == {
        1: "a picture has more than 40,000,000 dots"
    }


@pytest.mark.parametrize("name", ["flate_3_GiB", "flate_3_GiB_nested", "flate_3_GiB_thrice"])
def test_looking_takes_little_memory(tmp_path: Path, name: str) -> None:
    """Of three gigabytes, one piece is held at a time."""
    data = FILES[name][0]()
    tracemalloc.start()
    assert list(found_in(tmp_path, data)) == [1]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2 * len(data) + 8 * 1024**2


@pytest.mark.parametrize(
    ("filters", "data", "size"),
    [
        ([b"FlateDecode"], zlib.compress(b"abc" * 1000), 3000),
        ([b"Fl", b"Fl"], zlib.compress(zlib.compress(b"abc" * 1000)), 3000),
        ([b"RunLengthDecode"], b"\x02abc\x82x\x80", 130),
        ([b"ASCIIHexDecode", b"FlateDecode"], zlib.compress(bytes(999)).hex().encode() + b">", 999),
        ([b"A85", b"Fl"], base64.a85encode(zlib.compress(bytes(999))) + b"~>", 999),
        ([b"LZWDecode"], lzw(b"abc" * 1000), 3000),
        ([LZW_LATE], lzw(b"abc" * 1000, early=False), 3000),
        ([b"LZW", b"Fl"], lzw(zlib.compress(bytes(9999))), 9999),
        ([b"FlateDecode", b"DCTDecode"], zlib.compress(bytes(999)), 999),
        ([b"Nonsense"], b"abc", 3),
        ([], b"abc", 3),
    ],
)
def test_each_filter_is_undone_to_measure(filters: list[bytes], data: bytes, size: int) -> None:
    """Also one on top of the other; a picture or an unknown filter ends the chain."""
    assert not unpacks_to_more(filters, data, size)
    assert unpacks_to_more(filters, data, size - 1)


def test_a_stream_that_is_broken_counts_as_far_as_it_can_be_read() -> None:
    """As a reader would have it."""
    broken = zlib.compress(bytes(9 * 1024**2))[:-4] + bytes(4)
    assert unpacks_to_more([b"FlateDecode"], broken, 7 * 1024**2)
    assert not unpacks_to_more([b"FlateDecode"], broken, 9 * 1024**2)


def test_what_cannot_be_too_much_is_not_unpacked() -> None:
    """Deflating shrinks zeroes to a thousandth and no further."""
    assert most_unpacked([b"FlateDecode"], 50_000) < MOST_UNPACKED
    assert most_unpacked([b"FlateDecode"], len(JUST_RIGHT)) >= MOST_UNPACKED
    assert most_unpacked([b"FlateDecode"] * 2, 100) > MOST_UNPACKED


def test_lzw_is_weighed(tmp_path: Path) -> None:
    """Sixty thousand bytes of it can hold 80 MB."""
    bomb = stream(lzw_zeroes(11), b"/Filter/LZWDecode")
    assert list(found_in(tmp_path, chain([LETTER, bomb]))) == [2]
    large = stream(lzw_zeroes(10), b"/Filter/LZWDecode")
    assert found_in(tmp_path, chain([LETTER, large])) == {}


def test_a_bomb_that_is_encrypted_is_weighed(tmp_path: Path) -> None:
    """The bytes do not show what is in it, but the objects do, where no password is needed."""
    data = chain([LETTER, stream(TOO_MUCH, b"/Filter/FlateDecode"), LETTER])
    locks = (
        pikepdf.Encryption(owner="o", user=""),
        pikepdf.Encryption(owner="o", user="", R=4),
        pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False),
    )
    for lock in locks:
        with pikepdf.open(io.BytesIO(data)) as document:
            document.save(tmp_path / "file.pdf", encryption=lock, compress_streams=False)
        assert b"/Encrypt" in (tmp_path / "file.pdf").read_bytes()
        assert list(look_over(tmp_path / "file.pdf").too_large) == [2]


@pytest.mark.parametrize(
    "entries", [b"/Filter 6 0 R", b"/Filter/Fl#61teDecode", b"/F#69lter/FlateDecode"]
)
def test_a_filter_that_is_named_in_a_roundabout_way_hides_nothing(
    tmp_path: Path, entries: bytes
) -> None:
    """Readers follow references and undo escapes, and so do we."""
    objects = {**page(stream(TOO_MUCH, entries)), 6: b"/FlateDecode"}
    assert list(found_in(tmp_path, pdf(objects))) == [1]


def test_an_ordinary_file_holds_none(tmp_path: Path) -> None:
    """Nor does one whose streams lie about their length."""
    assert found_in(tmp_path, letter()) == {}
    assert found_in(tmp_path, pdf(page(stream(LETTER, length=10**9)))) == {}
    assert found_in(tmp_path, packed(LETTER)) == {}
