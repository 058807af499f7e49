"""The recognisers behind one face, and which of them is at hand."""

from collections.abc import Sequence
from typing import Protocol

from extract import ocr_rapid, ocr_tesseract
from extract.ocr_blocks import Block, BlockWord

INSTALL = "pip install 'actionplans[ocr]'"


class Engine(Protocol):
    """Reads the words of cleaned blocks of print."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def seconds_per_page(self) -> float:
        """Time after which a page is given up."""

    def read(self, blocks: Sequence[Block], until: float) -> list[list[BlockWord]]:
        """The words of each block. Raises `TimeoutError` past the time `until`."""


def engine_at_hand() -> Engine | None:
    """The best recogniser that is installed, or None."""
    if ocr_rapid.is_there():
        return ocr_rapid.RapidOcr()
    return ocr_tesseract.Tesseract() if ocr_tesseract.is_there() else None
