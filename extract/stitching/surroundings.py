"""What stands around the tables of a document: title, headings, running headers and the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from extract.records import Box, Place, PlacedText
from extract.stitching.furniture import furniture_of
from extract.stitching.ledger import Ledger
from extract.stitching.outright import is_of_single_agency
from extract.stitching.outside import body_size, headings_of, is_in_columns, title_of
from extract.stitching.styles import Caption
from extract.tables.finding import PageTable, PageTables
from extract.tables.side_by_side import reading_order
from extract.text.words import Line

Block = PageTable | Caption


class Surroundings(NamedTuple):
    """The lines that belong to the document and not to a plan.

    `furniture` names the rule of lines that belong to the page, by page and place in its list;
    `body` is the size of most text.
    """

    body: float
    furniture: dict[tuple[int, int], str]
    title: list[Line]

    @classmethod
    def of(cls, pages: Sequence[PageTables]) -> "Surroundings":
        """The surroundings on all pages."""
        body = body_size(pages)
        furniture = furniture_of(pages, body)
        return cls(body, furniture, title_of(pages, furniture))

    @property
    def title_text(self) -> str:
        """The title in one line."""
        return " ".join(line.text for line in self.title)

    def blocks(self, page: PageTables) -> list[Block]:
        """The tables and headings of a page from top to bottom."""
        lines = [
            line
            for i, line in enumerate(page.lines)
            if (page.page, i) not in self.furniture and line not in self.title
        ]
        tables = [(t.xs[0], t.ys[0], t.xs[-1], t.ys[-1]) for t in page.tables]
        captions = [*self._of_single_agency(page), *headings_of(page, lines, self.body)]
        found: list[Block] = [*page.tables, *captions]
        order = reading_order([*tables, *(c.cell.last.box for c in captions)], tables)
        return [found[at] for at in order]

    def _of_single_agency(self, page: PageTables) -> list[Caption]:
        """Running headers at a page's top that say whose own plan it holds."""
        tops = [
            line
            for (number, index), rule in self.furniture.items()
            if number == page.page and rule == "running_header"
            for line in [page.lines[index]]
            if is_of_single_agency(line, page)
        ]
        found = [Caption.of_lines(page.page, [line]) for line in tops]
        for caption in found:
            caption.names = "agency"
        return found

    def placed(self, pages: Sequence[PageTables], ledger: Ledger) -> list[PlacedText]:
        """Every line outside of tables under the rule that names it, and in the ledger."""
        found = []
        for page in pages:
            headings = headings_of(page, page.lines, self.body)
            ids = {line.words[0] for c in headings for line in c.cell.last.lines}
            for index, line in enumerate(page.lines):
                rule = self._rule(page, index, is_heading=any(w in ids for w in line.words))
                if rule != "unplaced":
                    ledger.line(rule, page.page, line)
                box = Box(x0=line.x0, top=line.top, x1=line.x1, bottom=line.bottom)
                place = Place(page=page.page, box=box)
                found.append(PlacedText(rule=rule, text=line.text, place=place))  # type: ignore[arg-type]
            ledger.words("watermark", page.page, page.slanted)
            ledger.words("heading", page.page, page.moved)
        return found

    def _rule(self, page: PageTables, index: int, *, is_heading: bool) -> str:
        line = page.lines[index]
        if (page.page, index) in self.furniture:
            return self.furniture[page.page, index]
        if line in self.title:
            return "title"
        if is_heading:
            return "heading"
        # Running text has no gaps: in columns, this could be a row that was lost.
        return "unplaced" if page.tables and is_in_columns(line) else "narrative"
