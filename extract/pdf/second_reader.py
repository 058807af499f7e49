"""The one adapter to pdfminer: a second reader that knows nothing of the first, and is slower.

It is asked only where nothing was found. It reads letters and nothing else, page by page, and
broken files have made it wait for ever: what does not come in time is no answer.
"""

import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


def letters_of(text: str) -> str:
    """What is compared of a text: letters and digits, whatever their case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _counted(path: Path, numbers: frozenset[int]) -> SecondReading:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    count, letters = 0, {number: Counter[str]() for number in numbers}
    with path.open("rb") as file:
        for page in PDFPage.create_pages(PDFDocument(PDFParser(file))):
            count += 1
            if count > MOST_PAGES:
                break
            if count in numbers:
                letters[count] = _letters(page)
    return SecondReading(count, letters)


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
