"""From sections under construction to the records that the stage hands on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from extract.page import PageContent
from extract.records import Box, Cell, Column, Doubt, DoubtKind, Place, Row, Section
from extract.stitching.building import OpenCell, OpenRow, OpenSection, PageBox, Piece
from extract.tables.upright import turned_back
from extract.text.cuts import CellLine, Measure
from extract.text.joining import compose
from extract.text.lexicon import Lexicon

Stretch = tuple[int, int]
MANY = 12
"""Lines of a column of which some surely run as far as lines can."""


class Writer:
    """Composes each logical cell once, with the measure of its column."""

    def __init__(
        self,
        sections: Iterable[OpenSection],
        lexicon: Lexicon,
        turned: Mapping[int, PageContent] | None = None,
    ) -> None:
        """Learn how wide the text of each column runs; `turned` are pages that were turned."""
        self.lexicon = lexicon
        self.turned = turned or {}
        self.measures = _measures(
            piece
            for section in sections
            for row in section.rows
            for cell in row.cells
            if cell
            for piece in cell.pieces
        )
        self.done: dict[int, tuple[Cell, tuple[str, ...]]] = {}

    def section(self, number: int, section: OpenSection) -> Section:
        """A section with its rows, numbered from 1."""
        columns = tuple(Column(heading=c.heading, field=c.field) for c in section.columns)
        seen: set[int] = set()
        rows = []
        for index, row in enumerate(section.rows, 1):
            rows.append(self._row(index, row, seen))
            seen |= {id(c) for c in row.cells if c}
        agency = self.cell(section.agency) if section.agency else None
        reading = section.reading if section.reading in READINGS else "ruled"
        return Section(
            number=number,
            agency=agency,
            columns=columns,
            rows=tuple(rows),
            reading=reading,  # type: ignore[arg-type]
            evidence=section.evidence,
        )

    def _row(self, number: int, row: OpenRow, seen: set[int]) -> Row:
        cells: list[Cell | None] = []
        for cell in row.cells:
            if cell is None or not cell.pieces:
                cells.append(None)
                continue
            made = self.cell(cell)
            cells.append(
                made.model_copy(update={"filled_down": True}) if id(cell) in seen else made
            )
        return Row(
            number=number,
            cells=tuple(cells),
            first_page=min(row.pages),
            last_page=max(row.pages),
            recommendation=self.cell(row.recommendation) if row.recommendation else None,
            theme=self.cell(row.theme) if row.theme else None,
        )

    def cell(self, cell: OpenCell) -> Cell:
        """A logical cell as a record."""
        return self._composed(cell)[0]

    def doubts(self, cell: OpenCell) -> tuple[str, ...]:
        """What was unsure about joining its words."""
        return self._composed(cell)[1]

    def _composed(self, cell: OpenCell) -> tuple[Cell, tuple[str, ...]]:
        if id(cell) not in self.done:
            lines = [
                CellLine(line, measure)
                for p in cell.pieces
                for measure in [self.measures.get(_key(p)) or Measure(p.box[0], p.box[2])]
                for line in p.lines
            ]
            text, doubts = compose(lines, self.lexicon)
            made = Cell(
                text=text,
                printed="\n".join(item.line.text for item in lines),
                places=tuple(self._place(*at) for p in cell.pieces for at in p.places),
                fill=next((p.fill for p in cell.pieces if p.fill), None),
            )
            self.done[id(cell)] = made, doubts
            for piece in cell.pieces:
                piece.lines = ()  # of a long plan, they take more memory than all else
        return self.done[id(cell)]

    def _place(self, page: int, box: PageBox) -> Place:
        """A box on its page as displayed."""
        if page in self.turned:
            box = turned_back(box, self.turned[page])
        x0, top, x1, bottom = (round(v, 2) for v in box)
        return Place(page=page, box=Box(x0=x0, top=top, x1=x1, bottom=bottom))


READINGS = ("ruled", "filled", "horizontal_rules", "unruled", "form")


def row_doubts(number: int, section: OpenSection, writer: Writer) -> list[Doubt]:
    """The doubts of a section's rows and cells, each with its section and row."""
    found = []
    for index, row in enumerate(section.rows, 1):
        for doubt in row.doubts:
            found.append(doubt.model_copy(update={"section": number, "row": index}))
        for column, cell in zip(section.columns, row.cells, strict=True):
            for text in writer.doubts(cell) if cell else ():
                hyphen = text.startswith("hyphen")
                kind: DoubtKind = "hyphen_unsure" if hyphen else "word_join_unsure"
                found.append(
                    Doubt(
                        kind=kind,
                        page=row.pages[0],
                        message=text,
                        field=column.field,
                        section=number,
                        row=index,
                    )
                )
    return found


def _key(piece: Piece) -> Stretch:
    return round(piece.stretch[0]), round(piece.stretch[1])


def _measures(pieces: Iterable[Piece]) -> dict[Stretch, Measure]:
    """How far text runs in each column: as far from its right edge as from its left."""
    lines: dict[Stretch, list[tuple[float, float]]] = defaultdict(list)
    edges: dict[Stretch, tuple[float, float]] = {}
    for piece in pieces:
        key = _key(piece)
        _, widest = edges.get(key, (0.0, 0.0))
        edges[key] = (piece.box[0], max(widest, piece.box[2]))
        lines[key] += [(line.x0, line.x1) for line in piece.lines]
    measures = {}
    for key, found in lines.items():
        if not found:
            continue
        x0, x1 = edges[key]
        left = min(a for a, _ in found)
        inside = [b for _, b in found if b <= x1 + 0.5]
        right = max([x1 - max(0.0, left - x0), *inside])
        reach = max(b for _, b in found) if len(found) >= MANY else 0.0
        measures[key] = Measure(left, right, reach)
    return measures
