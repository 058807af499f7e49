"""How much time and memory a document gets, and how much its answer may hold."""

from dataclasses import dataclass

MIB = 1024**2

MOST_ANSWER_BYTES = 64 * MIB
MOST_PICTURE_BYTES = 2 * MIB
MOST_FILE_BYTES = 256 * MIB
"""Of any one file that a process may write: its answer, or the picture of a page to recognise."""
MOST_PAGES_LOST = 5
"""Pages that may end the process of a document, one after the other, before it is given up."""


@dataclass(frozen=True)
class Limits:
    """Seconds for a page and a document, and bytes of memory without and with recognition."""

    page: float = 20.0
    document: float = 120.0
    each_page_over: float = 1.0
    many_pages: int = 100
    each_picture: float = 60.0
    memory: int = 1024 * MIB
    memory_for_pictures: int = 4096 * MIB

    def seconds(self, pages: int, pictures: int) -> float:
        """Give the time for a document of so many pages, some of them to be recognised."""
        over = max(0, pages - self.many_pages) * self.each_page_over
        return self.document + over + pictures * self.each_picture


USUAL = Limits()
"""What holds unless the user says otherwise."""
