"""The adapter to PDFium: each page's glyphs, rules and fills, as displayed.

The modules beside it are parts of it.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.errors import Damaged, Encrypted, TooManyPages
from extract.page import PageContent, PageTrouble
from extract.pdf.annotations import (
    NO_APPEARANCE,
    NONE,
    Annotations,
    annotations_of,
    collect_drawn_in,
    draw_in,
    strikes,
)
from extract.pdf.calls import address_of
from extract.pdf.caps import (
    MOST_PAGES,
    PageUnreadable,
)
from extract.pdf.glance import prose_on
from extract.pdf.ink import Ink, has_ink
from extract.pdf.letters import Letters
from extract.pdf.space import View
from extract.tables.dotted import rules_of_marks
from extract.text.saying import says_nothing
from extract.watch import NOBODY, Watch

LONG = 20
"""Pages from which running text is glanced at only."""
FRONT = 3
"""Pages at the front that are always read: the title stands there."""
BARE, DRAWN = 0.05, 60
"""Share of a page under pictures, and filled shapes on it, from which words without ink may stand
for those in a picture, or for letters that are drawn."""
SEVERAL = 5
"""Texts drawn on a page from which it says something."""
OFF = "words on a layer that is off were left out; no viewer shows them"
NO_INK = "words without ink were left out; no viewer shows them"
NEAR = 3
"""Pages before one that may hold a plan that are read as well; so is the one behind it."""


_LOCKED = frozenset({raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY})


def open_document(path: Path) -> pdfium.PdfDocument:
    """Open a PDF. Raises `Encrypted`, `Damaged` or `TooManyPages`, each with its remedy."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in _LOCKED or "assword" in str(error):
            raise Encrypted from error
        raise Damaged from error
    if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
        document.init_forms()  # so that fields without an appearance are given one
    if len(document) == 0:
        raise Damaged
    if len(document) > MOST_PAGES:
        raise TooManyPages(f"{len(document):,} pages, at most {MOST_PAGES:,}")
    return document


def read_pages(
    document: pdfium.PdfDocument, watch: Watch = NOBODY, *, layers: bool = False
) -> Iterator[PageContent]:
    """Read page after page, each closed before the next, so that memory stays flat.

    A page that cannot be read costs only itself. In a long document, running text is only glanced
    at, but for pages at its front and those near others, where titles and headings of a plan stand.
    `layers` says that what no viewer shows is marked.
    """
    watch.pages(len(document))
    waiting: deque[PageContent] = deque()
    behind = False
    for number in range(1, len(document) + 1):
        glances = len(document) >= LONG and number > FRONT and not layers
        content = _page_or_trouble(document, number, watch, layers=layers, glances=glances)
        if content.prose and not behind:
            waiting.append(content)
            if len(waiting) > NEAR:
                yield waiting.popleft()
            continue
        again = [seen.number for seen in waiting] + ([number] if content.prose else [])
        waiting.clear()
        for near in again:
            yield _page_or_trouble(document, near, watch, layers=layers)
        behind = not content.prose
        if behind:
            yield content
    yield from waiting
    watch.page(0)


def _page_or_trouble(
    document: pdfium.PdfDocument,
    number: int,
    watch: Watch,
    *,
    layers: bool = False,
    glances: bool = False,
) -> PageContent:
    trouble = watch.skip.get(number)
    if trouble:
        return _left_out(number, trouble)
    watch.page(number)
    try:
        with _shown(document, number) as (page, found):
            looks = glances and not found.shown
            return read_page(page, number, found, layers=layers, glances=looks)
    except PageUnreadable as found:
        return _left_out(number, PageTrouble(found.reason, found.what))
    except (MemoryError, RecursionError):
        return _left_out(number, PageTrouble("memory_limit", "it takes too much memory"))
    except (pdfium.PdfiumError, ArithmeticError, ValueError):
        return _left_out(number, PageTrouble("damaged", "it is broken"))


@contextmanager
def _shown(
    document: pdfium.PdfDocument, number: int
) -> Iterator[tuple[pdfium.PdfPage, Annotations]]:
    """A page with the words of its fields and other annotations drawn in."""
    page = document[number - 1]
    try:
        found = annotations_of(page)
        before = _characters_on(page) if found.shown else 0
        if found.shown and draw_in(page):
            page.close()
            page = document[number - 1]
            found = found._replace(letters=_characters_on(page) - before)
        elif found.shown:
            found = found._replace(shown=0, unread=found.unread or NO_APPEARANCE)
        yield page, found
    finally:
        page.close()


def _characters_on(page: pdfium.PdfPage) -> int:
    textpage = page.get_textpage()
    try:
        return int(textpage.count_chars())
    finally:
        textpage.close()


def _left_out(number: int, trouble: PageTrouble) -> PageContent:
    return PageContent(number, 0.0, 0.0, (), (), (), 0.0, 0, trouble=trouble)


def read_page(
    page: pdfium.PdfPage,
    number: int,
    found: Annotations = NONE,
    *,
    layers: bool = False,
    glances: bool = False,
) -> PageContent:
    """Read the marks of one page, or where a glance will do, its text."""
    view = View.of(page)
    ink = Ink(view, layers=layers)
    if found.shown:
        collect_drawn_in(ink, address_of(page.raw))
    else:
        ink.collect(address_of(page.raw), raw.FPDFPage_CountObjects(page.raw))
    area = view.width * view.height or 1.0
    content = PageContent(
        number,
        view.width,
        view.height,
        (),
        (*ink.rules, *rules_of_marks(ink.marks)),
        tuple(ink.fills),
        min(1.0, ink.image_area / area),
        0,
        outlines=ink.outlines,
        dots=tuple(ink.dots),
        pictures=tuple(ink.pictures),
        unread_parts=(found.unread,) if found.unread else (),
    )
    textpage = page.get_textpage()
    try:
        letters = Letters(address_of(textpage.raw), textpage.count_chars(), view, ink)
        prose = prose_on(letters, ink) if glances else None
        if prose and not says_nothing(letters.text):
            return content._replace(text="\n".join(prose.lines), prose=prose)
        return _with_letters(content, letters, found)
    finally:
        textpage.close()


def _with_letters(content: PageContent, letters: Letters, found: Annotations) -> PageContent:
    """A page with all letters on it that can be seen."""
    glyphs = letters.glyphs()
    parts = content.unread_parts
    if letters.styles.ink.unshown:
        parts += (OFF,)
    if letters.unseen and content.image_share < BARE and content.outlines < DRAWN:
        glyphs = letters.with_ink(glyphs)
        parts += (NO_INK,)
    struck = (*content.rules, *strikes(glyphs, found.struck)) if found.struck else content.rules
    return content._replace(
        glyphs=glyphs,
        rules=struck,
        hidden=letters.hidden,
        unseen=letters.unseen,
        added=found.letters,
        unread_parts=parts,
        mute=_is_mute(letters),
    )


def _is_mute(letters: Letters) -> bool:
    """Whether its text cannot be what a page shows: rubbish, or nothing where much is drawn."""
    if letters.text.strip():
        return says_nothing(letters.text)
    return sum(map(has_ink, letters.styles.ink.texts)) >= SEVERAL
