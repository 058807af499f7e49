"""Who is told how far a reading has come, and which pages it is to leave out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.page import PageTrouble


@dataclass(frozen=True)
class Watch:
    """Told nothing. `skip` holds pages that ended an earlier reading, and how they did."""

    skip: Mapping[int, PageTrouble] = field(default_factory=dict)

    def pages(self, count: int) -> None:
        """Hear how many pages there are."""

    def page(self, number: int) -> None:
        """Hear that work on a page begins; 0 stands for the document as a whole."""

    def pictures(self, count: int) -> None:
        """Hear how many pages are to be recognised as pictures, which takes time and memory."""

    def recognised(self, number: int) -> None:
        """Hear that a page was recognised; such pages are done in any order."""

    def drawing(self) -> None:
        """Hear that all was read, and that pages are drawn from now on."""


NOBODY = Watch()
