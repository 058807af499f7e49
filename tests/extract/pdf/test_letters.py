"""Letters that are read together are the same as those that are asked for one by one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.page import Glyph
from extract.pdf.calls import address_of
from extract.pdf.ink import Ink
from extract.pdf.letters import Letters
from extract.pdf.reader import open_document
from extract.pdf.space import View
from extract.text.words import Word, words_of

SAMPLES = Path(__file__).parents[3] / "samples"
PAGES = 3
"""Of each sample, from its front."""


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_reading_together_changes_no_word(path: Path) -> None:
    """Whatever a page holds, its words and its number of hidden letters are the same."""
    document = open_document(path)
    for page in list(document)[:PAGES]:
        together, hidden = _read(page, together=True)
        singly, hidden_singly = _read(page, together=False)
        assert _words(together) == _words(singly)
        assert hidden == hidden_singly
    document.close()


def test_most_letters_of_a_plain_plan_are_read_together() -> None:
    """Otherwise nothing would be gained by it."""
    document = open_document(SAMPLES / "ten_page_plan.pdf")
    glyphs, _ = _read(document[1], together=True)
    document.close()
    printed = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    assert sum(map(len, printed)) > 4 * len(printed)


def _read(page: Any, *, together: bool) -> tuple[list[Glyph], int]:
    view = View.of(page)
    ink = Ink(view)
    ink.collect(address_of(page.raw), len(list(page.get_objects(max_depth=1))))
    textpage = page.get_textpage()
    letters = Letters(address_of(textpage.raw), textpage.count_chars(), view, ink)
    letters.together = together
    return list(letters.visible()), letters.hidden


def _words(glyphs: list[Glyph]) -> list[Word]:
    """The words, with their runs numbered in the order of their first words."""
    numbers: dict[int, int] = {}
    return [w._replace(run=numbers.setdefault(w.run, len(numbers))) for w in words_of(glyphs)]


def _drawn(path: Path, draw: Callable[[Canvas], None]) -> str:
    """Say what can be seen on a page that is drawn here."""
    canvas = Canvas(str(path), pagesize=(300, 300))
    draw(canvas)
    canvas.save()
    document = open_document(path)
    glyphs, _ = _read(document[0], together=True)
    document.close()
    return "".join(glyph.text for glyph in glyphs)


def _text(canvas: Canvas, text: str, colour: str = "#000000", x: float = 50) -> None:
    canvas.setFillColor(colour)
    canvas.drawString(x, 100, text)


def _box(canvas: Canvas, colour: str) -> None:
    canvas.setFillColor(colour)
    canvas.rect(40, 90, 200, 40, stroke=0, fill=1)


def test_words_in_the_colour_of_their_ground_are_not_seen(tmp_path: Path) -> None:
    """Whether a name was blacked out, or words were hidden on white paper."""

    def blacked(canvas: Canvas) -> None:
        _box(canvas, "#000000")
        _text(canvas, "secret")
        _text(canvas, "heading", "#ffffff", 150)

    assert _drawn(tmp_path / "a.pdf", blacked) == "heading"
    assert _drawn(tmp_path / "b.pdf", lambda c: _text(c, "hidden", "#ffffff")) == ""


def test_white_words_are_seen_where_the_ground_cannot_be_told(tmp_path: Path) -> None:
    """On a round shape, or on a ground painted in thin strips."""

    def on_shape(canvas: Canvas) -> None:
        canvas.setFillColor("#003366")
        canvas.roundRect(40, 90, 200, 40, 8, stroke=0, fill=1)
        _text(canvas, "heading", "#ffffff")

    def on_strips(canvas: Canvas) -> None:
        for y in range(90, 130, 2):
            canvas.setFillColor("#003366")
            canvas.rect(40, y, 200, 2, stroke=0, fill=1)
        _text(canvas, "heading", "#ffffff")

    assert _drawn(tmp_path / "a.pdf", on_shape) == "heading"
    assert _drawn(tmp_path / "b.pdf", on_strips) == "heading"


def test_words_in_a_form_are_seen_wherever_it_is_placed(tmp_path: Path) -> None:
    """It is clipped to its own box, which is told in its own space; what lies outside is hidden."""

    def placed(canvas: Canvas) -> None:
        canvas.beginForm("form", 0, 0, 60, 20)
        canvas.drawString(5, 5, "Target and beyond")
        canvas.endForm()
        canvas.translate(200, 150)
        canvas.doForm("form")

    assert _drawn(tmp_path / "a.pdf", placed) == "Target and "


@pytest.mark.parametrize("after", [False, True])
def test_a_frame_hides_nothing(after: bool, tmp_path: Path) -> None:
    """Drawn as a box within a box, before the words inside of it or after them."""

    def framed(canvas: Canvas) -> None:
        if after:
            _text(canvas, "words")
        canvas.setFillColor("#000000")
        path = canvas.beginPath()
        path.rect(40, 90, 200, 40)
        path.rect(41, 91, 198, 38)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        if not after:
            _text(canvas, "words")

    assert _drawn(tmp_path / "a.pdf", framed) == "words"


@pytest.mark.parametrize(
    ("code", "text"), [("D83DDFE2", "a 🟢 b"), ("D83D", "a � b"), ("0062", "a b b")]
)
def test_signs_that_unicode_writes_in_two_halves_are_kept(
    code: str, text: str, tmp_path: Path
) -> None:
    """As coloured discs are; half of one stands for a sign that is not known."""
    path = tmp_path / "signs.pdf"
    canvas = Canvas(str(path), pagesize=(300, 300))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 100, "a @ b")
    canvas.save()
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <40> <%s> endbfchar"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode = pdf.make_stream(table % code.encode())
        pdf.save(path)
    document = open_document(path)
    glyphs, _ = _read(document[0], together=True)
    document.close()
    assert "".join(glyph.text for glyph in glyphs) == text
