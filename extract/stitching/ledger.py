"""The ledger of characters: every one printed on a plan page stands in it under one rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from extract.tables.finding import TableCell
from extract.text.words import Line, Word


class Ledger:
    """Counts placed characters by page and rule, without white space."""

    def __init__(self) -> None:
        """Start empty."""
        self.counts: dict[int, Counter[str]] = defaultdict(Counter)

    def words(self, rule: str, page: int, words: Iterable[Word]) -> None:
        """Place words under a rule."""
        self.counts[page][rule] += sum([w.letters for w in words])

    def line(self, rule: str, page: int, line: Line) -> None:
        """Place a line under a rule."""
        self.words(rule, page, line.words)

    def cells(self, rule: str, cells: Iterable[TableCell]) -> None:
        """Place the text of cells under a rule, each part on the page that prints it."""
        for cell in cells:
            for part in cell.parts or (cell,):
                for line in part.lines:
                    self.words(rule, part.page, line.words)

    def placed(self, page: int) -> int:
        """Characters of a page that stand under some rule."""
        return sum(self.counts[page].values())
