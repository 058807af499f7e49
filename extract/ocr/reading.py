"""Reads pages that are pictures: each becomes the glyphs, rules and fills that it shows.

What needs OpenCV or a recogniser is imported only once a page needs it.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from extract.errors import NoTextLayer, NothingRecognised, NothingShown, RecognitionForbidden
from extract.ocr.choice import Ocr, has_layer, is_legible, pages_to_read, pictures_within
from extract.ocr.installed import engines_installed
from extract.page import PageContent
from extract.tables.upright import Box
from extract.watch import NOBODY, Watch

Tasks = Mapping[int, Sequence[Box]]
"""The pages to recognise by number, each with the pictures within it; without any as a whole."""

if TYPE_CHECKING:
    from extract.ocr.engines import Engine
    from extract.ocr.picture import Picture


def with_pictures_read(
    document: Any, contents: Iterable[PageContent], ocr: Ocr, watch: Watch = NOBODY
) -> Iterator[PageContent]:
    """Page after page; from the first picture on all at once, for several are read abreast."""
    pages = iter(contents)
    for content in pages:
        if pages_to_read(document, [content], ocr) or _worth_a_look(document, content, ocr):
            yield from _with_pictures_read(document, [content, *pages], ocr, watch)
        else:
            yield _as_it_is(content, False)


def _worth_a_look(document: Any, content: PageContent, ocr: Ocr) -> bool:
    """Whether pictures within a page may be read and there is somebody to do it."""
    return bool(pictures_within(document, content, ocr) and engines_installed())


def _with_pictures_read(
    document: Any, contents: Sequence[PageContent], ocr: Ocr, watch: Watch
) -> list[PageContent]:
    """All pages, those that are pictures read by an engine where one is at hand."""
    wanted = pages_to_read(document, contents, ocr)
    installed = engines_installed()
    if not installed:
        return [_as_it_is(content, content.number in wanted) for content in contents]
    from extract.ocr.engines import engine_named

    engine = engine_named(installed[0])
    whole = set(wanted)
    tasks = {
        content.number: () if content.number in whole else within
        for content in contents
        if (within := tuple(pictures_within(document, content, ocr))) or content.number in whole
    }
    watch.pictures(len(tasks))
    read = {}
    for page in _each_read(document, contents, tasks, engine):
        read[page.number] = page
        watch.recognised(page.number)
    return [read.get(content.number, content) for content in contents]


def _as_it_is(content: PageContent, wanted: bool) -> PageContent:
    """A page that nobody recognises: letters behind a picture are better than none."""
    if not has_layer(content):
        return content._replace(unread=wanted)
    if is_legible(content):
        return content
    return content._replace(glyphs=(), unseen=0, unread=wanted)


def _each_read(
    document: Any, contents: Sequence[PageContent], tasks: Tasks, engine: "Engine"
) -> Iterator[PageContent]:
    """Read pages side by side; no more pictures are held than there are processors."""
    from extract.ocr.picture import picture_of

    abreast = os.cpu_count() or 1
    pages = {content.number: content for content in contents}
    wanted = list(tasks)
    with ThreadPoolExecutor(abreast) as threads:
        for start in range(0, len(wanted), abreast):
            some = [pages[number] for number in wanted[start : start + abreast]]
            # PDFium draws in one thread only.
            pictures = [picture_of(document[content.number - 1]) for content in some]
            within = [tasks[content.number] for content in some]
            yield from threads.map(_read, some, within, pictures, [engine] * len(some))


def _read(
    content: PageContent, within: Sequence[Box], picture: "Picture", engine: "Engine"
) -> PageContent:
    from extract.ocr.page import page_from_picture
    from extract.ocr.within import with_pictures_within

    until = time.monotonic() + engine.seconds_per_page
    try:
        if within:
            return with_pictures_within(content, within, picture, engine, until)
        return page_from_picture(content, picture, engine, until)
    except TimeoutError:
        return content._replace(unread=True)


def why_no_text(ocr: Ocr, contents: Sequence[PageContent]) -> NoTextLayer:
    """The refusal of a document without any letter, with what its owner can do about it."""
    if not any(page.image_share or page.outlines or page.unread for page in contents):
        return NothingShown()
    if ocr == "never":
        return RecognitionForbidden()
    return NothingRecognised() if engines_installed() else NoTextLayer()
