"""A document opened as any viewer shows it: all its pages, and nothing from layers that are off.

Where the bytes show that either may be wanting, a copy is made in which it is put right. For all
other files, this costs nothing.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.pdf.looked_over import Findings
from extract.pdf.reader import open_document

FEWER = "it says that it has fewer pages than it has"


_DEEPEST = 50
"""Branches of the tree of pages, one upon the other."""


class Opened(NamedTuple):
    """A document, whether layers in it are marked as unseen, and what was wrong with its pages.

    `attached` counts the files within it, and `draws_itself` says that its pages are made by a form
    that only the program of its maker can show.
    """

    document: pdfium.PdfDocument
    layers: bool = False
    damage: str = ""
    attached: int = 0
    draws_itself: bool = False


@contextmanager
def opened(path: Path, found: Findings) -> Iterator[Opened]:
    """Open a document that was looked over. Raises as `open_document` does."""
    document = open_document(path)
    try:
        pages = len(document)
        if not (found.layers or found.pages > pages):
            yield _told(document, "", layers=False)
            return
    finally:
        document.close()
    with tempfile.TemporaryDirectory(prefix="actionplans-") as folder:
        copy, layers, more = _as_shown(path, Path(folder, path.name), pages)
        document = open_document(copy)
        try:
            yield _told(document, FEWER if more else "", layers=layers)
        finally:
            document.close()


def _told(document: pdfium.PdfDocument, damage: str, *, layers: bool) -> Opened:
    attached = max(0, raw.FPDFDoc_GetAttachmentCount(document.raw))
    draws_itself = document.get_formtype() == raw.FORMTYPE_XFA_FULL
    return Opened(document, layers, damage, attached, draws_itself)


def _as_shown(path: Path, copy: Path, pages: int) -> tuple[Path, bool, bool]:
    """A copy put right, or the file itself; whether layers are off, and pages were not counted."""
    import pikepdf

    from extract.pdf.layers import hidden_layers, mark_hidden

    try:
        with pikepdf.open(path) as document:
            off = hidden_layers(document)
            more = len(document.pages) > pages
            if not off and not more:
                return path, False, False
            if off:
                mark_hidden(document, off)
            if more:
                _count_anew(document.Root.Pages, 0)
            document.save(copy)
            return copy, bool(off), more
    except (pikepdf.PdfError, MemoryError, OSError, RuntimeError, TypeError, ValueError):
        return path, False, False


def _count_anew(branch: Any, depth: int) -> int:
    """Let each branch of the tree of pages say how many there are on it."""
    kids = branch.get("/Kids")
    if kids is None or depth > _DEEPEST:
        return 1
    branch["/Count"] = sum(_count_anew(kid, depth + 1) for kid in kids)
    return int(branch["/Count"])
