"""What tests of recognition need: a recogniser, scans to read, and a page to read them from."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.ocr.installed import EngineName, engines_installed
from extract.page import PageContent
from extract.pdf.reader import open_document, read_pages

SAMPLES = Path(__file__).parents[2] / "samples"
ENGINES: tuple[EngineName, ...] = engines_installed()


def need_a_recogniser() -> None:
    """Skip the rest of a module on a laptop without one; the build server must have one."""
    if not ENGINES and os.environ.get("CI") != "true":
        pytest.skip("no recogniser is installed", allow_module_level=True)


def pages_of(path: Path) -> Sequence[PageContent]:
    """The pages of a PDF before any is recognised."""
    document = open_document(path)
    try:
        return list(read_pages(document))
    finally:
        document.close()


def recognised(path: Path, engine: EngineName, number: int = 1) -> PageContent:
    """One page of a PDF, read as a picture."""
    from extract.ocr.engines import engine_named
    from extract.ocr.page import page_from_picture
    from extract.ocr.picture import picture_of

    content = pages_of(path)[number - 1]
    document = open_document(path)
    try:
        picture = picture_of(document[number - 1])
    finally:
        document.close()
    return page_from_picture(content, picture, engine_named(engine), time.monotonic() + 300)
