"""Letters that are read together are the same as those that are asked for one by one."""

from pathlib import Path
from typing import Any

import pytest

from extract.page import Glyph
from extract.pdf_calls import address_of
from extract.pdf_ink import Ink
from extract.pdf_reader import open_document
from extract.pdf_space import View
from extract.pdf_text import Letters
from extract.words import Word, words_of

SAMPLES = Path(__file__).parents[2] / "samples"
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
