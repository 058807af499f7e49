"""The recognisers behind one face, and which of them is at hand."""

from collections.abc import Sequence
from typing import Protocol

from extract.ocr.blocks import Block, BlockWord
from extract.ocr.installed import EngineName
from extract.ocr.rapid import RapidOcr
from extract.ocr.tesseract import Tesseract


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


def engine_named(name: EngineName) -> Engine:
    """The recogniser of that name."""
    return RapidOcr() if name == "rapidocr" else Tesseract()
