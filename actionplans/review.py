"""Finds the review page of an output folder, and opens it in the reader's browser."""

import webbrowser
from contextlib import suppress
from pathlib import Path

from export.atomic import CannotWrite
from export.whole_set import finish

PAGE = "report.html"


class NoReviewPage(Exception):  # noqa: N818 - reads as the situation that it names
    """The folder holds no review page."""


def find_page(folder: Path) -> Path:
    """Give the review page of an output folder, of the set that counts."""
    with suppress(CannotWrite):  # then it is shown as it stands
        finish(folder)
    page = folder / PAGE
    if not page.is_file():
        raise NoReviewPage(
            f"there is no {PAGE} in {folder}; `actionplans extract PDFS --out {folder}` writes one"
        )
    return page.resolve()


def open_page(page: Path) -> bool:
    """Open the page, and say whether there was a browser to open it in."""
    return webbrowser.open(page.as_uri())
