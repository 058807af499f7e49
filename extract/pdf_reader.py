"""The adapter to PDFium: each page's glyphs, rules and fills, as displayed.

The modules named `pdf_…` are parts of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.caps import (
    MOST_PAGES,
    PageUnreadable,
)
from extract.errors import Damaged, Encrypted, TooManyPages
from extract.page import PageContent, PageTrouble
from extract.pdf_calls import address_of
from extract.pdf_ink import Ink
from extract.pdf_space import View
from extract.pdf_text import read_glyphs
from extract.watch import NOBODY, Watch


def open_document(path: Path) -> pdfium.PdfDocument:
    """Open a PDF. Raises `Encrypted`, `Damaged` or `TooManyPages`, each with its remedy."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Encrypted from error
        raise Damaged from error
    if len(document) == 0:
        raise Damaged
    if len(document) > MOST_PAGES:
        raise TooManyPages(f"{len(document):,} pages, at most {MOST_PAGES:,}")
    return document


def read_pages(document: pdfium.PdfDocument, watch: Watch = NOBODY) -> Iterator[PageContent]:
    """Read page after page, each closed before the next, so that memory stays flat.

    A page that cannot be read costs only itself.
    """
    watch.pages(len(document))
    for number in range(1, len(document) + 1):
        trouble = watch.skip.get(number)
        if trouble is None:
            watch.page(number)
        yield _left_out(number, trouble) if trouble else _page_or_trouble(document, number)
    watch.page(0)


def _page_or_trouble(document: pdfium.PdfDocument, number: int) -> PageContent:
    try:
        page = document[number - 1]
        try:
            return read_page(page, number)
        finally:
            page.close()
    except PageUnreadable as found:
        return _left_out(number, PageTrouble(found.reason, found.what))
    except (MemoryError, RecursionError):
        return _left_out(number, PageTrouble("memory_limit", "it takes too much memory"))
    except (pdfium.PdfiumError, ArithmeticError, ValueError):
        return _left_out(number, PageTrouble("damaged", "it is broken"))


def _left_out(number: int, trouble: PageTrouble) -> PageContent:
    return PageContent(number, 0.0, 0.0, (), (), (), 0.0, 0, trouble=trouble)


def read_page(page: pdfium.PdfPage, number: int) -> PageContent:
    """Read the marks of one page."""
    view = View.of(page)
    ink = Ink(view)
    ink.collect(address_of(page.raw), raw.FPDFPage_CountObjects(page.raw))
    glyphs, hidden, unseen = read_glyphs(page, view, ink)
    area = view.width * view.height or 1.0
    return PageContent(
        number,
        view.width,
        view.height,
        tuple(glyphs),
        tuple(ink.rules),
        tuple(ink.fills),
        min(1.0, ink.image_area / area),
        hidden,
        outlines=ink.outlines,
        unseen=unseen,
    )
