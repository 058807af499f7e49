"""That a document holds no plan is known only if all of it was read: two readers must agree."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.errors import LettersUnknown, NoTextLayer, ReadersDisagree
from extract.page import PageContent
from extract.pdf.second_reader import SECONDS, SecondReading, count_letters, letters_of
from extract.unreadable import why_unreadable
from extract.watch import Watch

SAMPLE = 40
"""Pages that are compared; of a longer document, so many spread over all of it."""
AGREEMENT = 0.9
FEW = 20
"""Letters that may differ in any document: a stamp, a number on each page."""


def is_all_there_is(
    path: Path, contents: Sequence[PageContent], watch: Watch, seconds: float = SECONDS
) -> bool:
    """Whether a second reader sees as many pages and the same letters as the first.

    Raises a `Refusal` where pages were left out, for they may hold the plan.
    """
    lost = why_unreadable(contents)
    if lost:
        raise lost
    mute = [content.number for content in contents if content.mute]
    if mute:
        raise LettersUnknown(f"page {mute[0]}")
    unread = [content.number for content in contents if content.unread]
    if unread:
        raise NoTextLayer(f"page {unread[0]} is a picture and was not recognised")
    watch.page(0)
    sample = _spread([content.number for content in contents])
    second = count_letters(path, sample, seconds)
    return second is not None and agree([contents[n - 1] for n in sample], len(contents), second)


def agree(sample: Sequence[PageContent], pages: int, second: SecondReading) -> bool:
    """Whether two readings of some pages are of the same document.

    What the first reader saw and judged hidden counts as seen. A page that was recognised as a
    picture is in no need of a witness: the second reader knows only letters, and no annotations.
    """
    if second.pages != pages:
        return False
    read = [content for content in sample if content.recognition is None]
    first = Counter(letter for content in read for letter in letters_of(content.printed))
    other = sum((second.letters[content.number] for content in read), Counter[str]())
    hidden = sum(content.hidden for content in read)
    added = sum(content.added for content in read)
    most = max(first.total() - added, other.total())
    return (first & other).total() + hidden >= most * AGREEMENT - FEW


@contextmanager
def mended(path: Path) -> Iterator[Path]:
    """A copy of a PDF with its structure written anew, under the same name."""
    import pikepdf

    with tempfile.TemporaryDirectory(prefix="actionplans-") as folder:
        copy = Path(folder, path.name)
        try:
            with pikepdf.open(path) as document:
                document.save(copy)
        except (pikepdf.PdfError, MemoryError, OSError, RuntimeError, ValueError) as error:
            raise ReadersDisagree from error
        yield copy


def _spread(numbers: Sequence[int]) -> Sequence[int]:
    step = max(1, -(-len(numbers) // SAMPLE))
    return numbers[::step]
