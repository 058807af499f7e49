"""No plan was found: that is said only where a second reader saw the same document."""

from collections import Counter
from pathlib import Path

import pytest

from extract.errors import (
    Damaged,
    Encrypted,
    LettersUnknown,
    NothingShown,
    ReadersDisagree,
    TooLarge,
)
from extract.nothing_found import agree
from extract.ocr.choice import pages_to_read
from extract.page import Glyph, PageContent, PageTrouble, Recognition
from extract.pdf.reader import open_document, read_pages
from extract.pdf.second_reader import SecondReading, count_letters
from extract.plan import read_plan
from extract.unreadable import why_unreadable
from tests.actionplans.made_pdfs import make_letter
from tests.hostile.generator import FILES
from tests.hostile.made_by_hand import LETTER, chain, page, pdf, stream, table, text


def content(words: str, hidden: int = 0, number: int = 1) -> PageContent:
    """Print words on a page."""
    glyphs = tuple(Glyph(c, 0, 0, 1, 1, 1, 10, False, "", 0, 0) for c in words)
    return PageContent(number, 600, 800, glyphs, (), (), 0.0, hidden)


CMAP = b"begincmap /CMapType 2 def 1 begincodespacerange <00><FF> endcodespacerange %s endcmap"
WORDS = "the quick brown fox jumps over the lazy dog " * 10


@pytest.mark.parametrize(
    ("first", "pages", "second", "same"),
    [
        (content(WORDS), 1, WORDS, True),
        (content(WORDS.upper()), 1, WORDS, True),
        (content(WORDS), 1, WORDS[:-20], True),
        (content(WORDS), 2, WORDS, False),
        (content(WORDS), 1, WORDS * 2, False),
        (content(WORDS), 1, WORDS[: len(WORDS) // 2], False),
        (content(WORDS), 1, "x" * len(WORDS), False),
        (content(WORDS, hidden=400), 1, WORDS * 2, True),
        (content(""), 1, "page 1 of 3", True),
        (content("")._replace(recognition=Recognition("x", 0, ())), 1, WORDS, True),
    ],
)
def test_readers_agree_on_pages_and_most_letters(
    first: PageContent, pages: int, second: str, same: bool
) -> None:
    """What was hidden counts as seen, and a stamp more or less is nothing."""
    letters = Counter(sign for sign in second.casefold() if sign.isalnum())
    assert agree([first], 1, SecondReading(pages, {1: letters})) is same


def test_the_second_reader_counts_letters(tmp_path: Path) -> None:
    """Of the pages that are asked for, and all pages."""
    file = tmp_path / "two.pdf"
    file.write_bytes(chain([text("Abc 12"), text("never looked at"), text("abc")]))
    assert count_letters(file, [1, 3]) == SecondReading(3, {1: Counter("abc12"), 3: Counter("abc")})


@pytest.mark.parametrize("name", ["reference_cycle", "header_only", "q_100k", "cmap_glyph_of_2M"])
def test_the_second_reader_always_comes_back(tmp_path: Path, name: str) -> None:
    """With an answer or without."""
    file = tmp_path / "plan.pdf"
    file.write_bytes(FILES[name][0]())
    reading = count_letters(file, [1], seconds=1.0)
    assert reading is None or reading.pages <= 1


def test_a_letter_holds_no_plan(tmp_path: Path) -> None:
    """Both readers see the same words."""
    assert read_plan(make_letter(tmp_path / "letter.pdf")).sections == ()


def test_a_file_of_two_minds_is_refused(tmp_path: Path) -> None:
    """It shows one text and tells programs another; who knows which is the plan."""
    told = b"/Span <</ActualText (nothing)>> BDC\n%sEMC\n"
    shown = b"".join(told % text(WORDS[:80], 50, 20 * n) for n in range(20))
    (tmp_path / "two.pdf").write_bytes(pdf(page(shown)))
    with pytest.raises(ReadersDisagree, match="no plan was found, but two PDF readers see"):
        read_plan(tmp_path / "two.pdf")


@pytest.mark.parametrize(("second", "rows"), [(LETTER, 0), (table(3), 2)])
def test_a_page_that_one_reader_missed_is_found_by_mending(
    tmp_path: Path, second: bytes, rows: int
) -> None:
    """The file says that it has one page, and has two."""
    data = chain([LETTER, second]).replace(b"/Count 2", b"/Count 1")
    (tmp_path / "two.pdf").write_bytes(data)
    plan = read_plan(tmp_path / "two.pdf")
    assert plan.pages == 2
    assert plan.bytes == len(data)
    assert sum(len(section.rows) for section in plan.sections) == rows


def test_a_page_that_was_left_out_may_hold_the_plan(tmp_path: Path) -> None:
    """So a letter with a bomb in it is refused, for the bomb's reason."""
    bomb = stream(b"0 9 m 99 9 l S\n" * 20_000)
    (tmp_path / "letter.pdf").write_bytes(chain([LETTER, bomb]))
    with pytest.raises(TooLarge, match="page 2 was left out: it holds more than 10,000 lines"):
        read_plan(tmp_path / "letter.pdf")


def test_the_first_trouble_gives_the_reason() -> None:
    """And without trouble there is none."""
    fine, broken = (
        content("x"),
        content("")._replace(trouble=PageTrouble("damaged", "it is broken")),
    )
    assert why_unreadable([fine]) is None
    assert isinstance(why_unreadable([fine, broken]), Damaged)


@pytest.mark.parametrize("letter", [b"FFFD", b"0000", b"E000", b"0020", b"0041"])
def test_nothing_is_known_of_letters_that_the_file_does_not_tell(
    tmp_path: Path, letter: bytes
) -> None:
    """Both readers believe the file; the page is to be recognised, or the file is refused."""
    file = tmp_path / "plan.pdf"
    letters = b"1 beginbfrange <00><FF>[" + b"<%s>" % letter * 256 + b"] endbfrange"
    objects = {**page(table(6)), 7: stream(CMAP % letters)}
    objects[5] = objects[5].replace(b">>", b"/ToUnicode 7 0 R>>")
    file.write_bytes(pdf(objects))
    document = open_document(file)
    assert pages_to_read(document, list(read_pages(document)), "auto") == [1]
    document.close()
    with pytest.raises(LettersUnknown, match="page 1"):
        read_plan(file, "never")


def test_blank_pages_are_not_called_pictures(tmp_path: Path) -> None:
    """The advice would not help."""
    file = tmp_path / "blank.pdf"
    file.write_bytes(chain([b"", b""]))
    for ocr in ("never", "auto"):
        with pytest.raises(NothingShown):
            read_plan(file, ocr)


def test_a_certificate_is_a_kind_of_password(tmp_path: Path) -> None:
    """The file is whole; its owner can open it."""
    file = tmp_path / "sealed.pdf"
    objects = {**page(LETTER), 7: b"<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>"}
    file.write_bytes(pdf(objects, trailer=b"/Encrypt 7 0 R/ID[<00><00>]"))
    with pytest.raises(Encrypted):
        read_plan(file)


def test_a_page_of_spaces_is_blank(tmp_path: Path) -> None:
    """As word processors print their empty paragraphs."""
    file = tmp_path / "blank.pdf"
    file.write_bytes(pdf(page(b"".join(text("  ", 50, 500 - 20 * i) for i in range(9)))))
    document = open_document(file)
    assert pages_to_read(document, list(read_pages(document)), "auto") == []
    document.close()
