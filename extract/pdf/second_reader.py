"""The one adapter to pdfminer: a second reader that knows nothing of the first, and is slower.

It is asked only where nothing was found. It reads letters and nothing else, page by page, and
broken files have made it wait for ever: what does not come in time is no answer.
"""

import signal
import threading
import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from extract.pdf.caps import MOST_CHARACTERS, MOST_PAGES

SECONDS = 8.0
"""Of the processor, so that a busy machine changes nothing."""


class SecondReading(NamedTuple):
    """How many pages were counted, and the letters of those that were looked at."""

    pages: int
    letters: dict[int, Counter[str]]


class _TooLong(BaseException):
    """Time is up. No `Exception`, for the reader catches those."""


def count_letters(
    path: Path, numbers: Sequence[int], seconds: float = SECONDS
) -> SecondReading | None:
    """Count the letters of some pages, or None where this reader fails or takes too long."""
    try:
        with _time_limit(seconds):
            return _counted(path, frozenset(numbers))
    except _TooLong:
        return None
    except Exception:  # noqa: BLE001, RUF100 - on broken files it raises whatever comes
        return None


def without_content(
    path: Path, numbers: Collection[int], seconds: float = SECONDS
) -> frozenset[int]:
    """Those of some pages that refer to something to print, or to draw with, that is not there.

    Other readers take an object that is not there for no entry at all.
    """
    try:
        with _time_limit(seconds):
            return frozenset(n for n, page in _pages(path) if n in numbers and _misses(page))
    except _TooLong:
        return frozenset()
    except Exception:  # noqa: BLE001, RUF100 - on broken files it raises whatever comes
        return frozenset()


def letters_of(text: str) -> str:
    """What is compared of a text: letters and digits, whatever their case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _counted(path: Path, numbers: frozenset[int]) -> SecondReading:
    count, letters = 0, {number: Counter[str]() for number in numbers}
    for count, page in _pages(path):
        if count in numbers:
            letters[count] = _letters(page)
    return SecondReading(count, letters)


def _pages(path: Path) -> Iterator[tuple[int, Any]]:
    """The pages with their numbers, up to one more than a document may have."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    with path.open("rb") as file:
        pages = PDFPage.create_pages(PDFDocument(PDFParser(file)))
        yield from enumerate(islice(pages, MOST_PAGES + 1), 1)


def _misses(page: Any) -> bool:
    from pdfminer.pdftypes import PDFStream, resolve1

    content = resolve1(page.attrs.get("Contents"))
    parts = content if isinstance(content, list) else [content]
    drawn = resolve1(resolve1(page.resources or {}).get("XObject"))
    needed = [*parts, *(drawn.values() if isinstance(drawn, dict) else ())]
    return page.attrs.get("Contents") is not None and not all(
        isinstance(resolve1(part), PDFStream) for part in needed
    )


def _letters(page: Any) -> Counter[str]:
    """The letters of one page, without working out where they stand."""
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

    found = Counter[str]()

    class Letters(PDFTextDevice):
        """A page to print on that only counts."""

        def render_char(
            self, matrix: Any, font: Any, fontsize: float, scaling: float, *_: Any
        ) -> float:
            """Count one character and say how wide it is."""
            number = _[1]
            try:
                found.update(letters_of(font.to_unichr(number)))
            except PDFUnicodeNotDefined:
                found["\ufffd"] += 1
            if found.total() > 2 * MOST_CHARACTERS:
                raise _TooLong
            return float(font.char_width(number) * fontsize * scaling)

    resources = PDFResourceManager()
    PDFPageInterpreter(resources, Letters(resources)).process_page(page)
    return found


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` when time is up, and again should that be swallowed."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield  # whoever supervises this process has a limit of their own
        return
    until = time.process_time() + seconds

    def ring(*_: object) -> None:
        if time.process_time() >= until:
            raise _TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
