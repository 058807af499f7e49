"""What we read from a page agrees with what an independent library reads."""

from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from extract.pdf.reader import open_document, read_pages

SAMPLES = Path(__file__).parents[2] / "samples"
PLAIN = sorted(p.name for p in SAMPLES.glob("*.pdf"))


@pytest.mark.parametrize("name", PLAIN)
def test_no_character_is_missed_or_made_up(name: str) -> None:
    """Every printed character is read once, by our reader as by pdfplumber."""
    document = open_document(SAMPLES / name)
    pages = list(read_pages(document))
    document.close()
    ours = Counter(
        letter for page in pages for g in page.glyphs for letter in g.text if not letter.isspace()
    )
    with pdfplumber.open(SAMPLES / name) as other:
        found = [char["text"] for page in other.pages for char in page.chars]
    # pdfminer knows no bullet in the standard encoding and names its code instead.
    theirs = Counter("•" if text == "(cid:127)" else text for text in found if not text.isspace())
    assert not ours - theirs
    # What lies off the page, such as the ends of a watermark, is not printed.
    assert (theirs - ours).total() == sum(page.hidden for page in pages)
