"""What a plan says of its recognised pages: how sure each cell is, and where it truly stands."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.ocr.choice import has_layer
from extract.ocr.doubt import unsure_of, used_in
from extract.ocr.numbers import confirmed
from extract.ocr.repairs import repaired
from extract.page import PageContent, ReadWord
from extract.records import Box, Cell, Column, Doubt, Place, PrintedPlan, Row, Section
from extract.tables.upright import turned_back


def marked(plan: PrintedPlan, contents: Sequence[PageContent]) -> PrintedPlan:
    """The plan with each recognised cell marked so, and pages named that nobody could read."""
    unread = [_unread(content.number) for content in contents if content.unread]
    unread += [_behind(c.number) for c in contents if has_layer(c) and c.number in plan.plan_pages]
    pictures = {c.number: c for c in contents if c.recognition}
    if not pictures:
        return plan.model_copy(update={"doubts": (*plan.doubts, *unread)}) if unread else plan
    return Marker(pictures).plan(plan, unread)


def _unread(page: int) -> Doubt:
    message = "the page is a picture and was not recognised; its rows are missing"
    return Doubt(kind="page_unreadable", page=page, message=message)


def _behind(page: int) -> Doubt:
    message = "the page is a picture; its words are those that another program put behind it"
    return Doubt(kind="read_by_ocr", page=page, message=message)


class Marker:
    """Marks cells by the words that were recognised where they stand."""

    def __init__(self, pictures: Mapping[int, PageContent]) -> None:
        """Take up the words of each page that is a picture, where they are displayed."""
        self.pictures = pictures
        self.words = {number: list(_displayed(content)) for number, content in pictures.items()}
        self.used = used_in(word for page in self.words.values() for word in page)

    def plan(self, plan: PrintedPlan, doubts: Iterable[Doubt]) -> PrintedPlan:
        """The plan with its cells marked and its doubts told."""
        found = [*plan.doubts, *doubts, *self._read_pages(plan.plan_pages)]
        sure = iter(_numbered(plan))
        for section in plan.sections:
            found += self._heading_doubts(section)
            for row in section.rows:
                found += self._row_doubts(section, row, ("reference",) if next(sure) else ())
        sections = tuple(self._section(section) for section in plan.sections)
        other = tuple(
            text.model_copy(update={"place": self._place(text.place)}) for text in plan.other_text
        )
        changed = {"sections": sections, "doubts": tuple(found), "other_text": other}
        return plan.model_copy(update=changed)

    def _read_pages(self, pages: Iterable[int]) -> Iterator[Doubt]:
        for number in pages:
            recognition = self.pictures[number].recognition if number in self.pictures else None
            if recognition:
                what = "the page is a picture; its" if recognition.whole else "a picture's"
                message = f"{what} words were recognised by {recognition.engine}"
                yield Doubt(kind="read_by_ocr", page=number, message=message)
            if recognition and recognition.missed:
                message = f"print in {recognition.missed} places was not recognised"
                yield Doubt(kind="ocr_low_confidence", page=number, message=message)

    def _heading_doubts(self, section: Section) -> Iterator[Doubt]:
        """Doubts of the agency above the rows, and of what stands full-width between them."""
        if section.agency:
            yield from self._cell_doubts(section.agency, "agency", section.number, None)
        seen: set[Place] = set()
        for row in section.rows:
            for name in ("recommendation", "theme"):
                cell = getattr(row, name)
                if cell and cell.places and cell.places[0] not in seen:
                    seen.add(cell.places[0])
                    yield from self._cell_doubts(cell, name, section.number, row.number)

    def _row_doubts(self, section: Section, row: Row, sure: Sequence[str]) -> Iterator[Doubt]:
        for column, cell in zip(section.columns, row.cells, strict=True):
            if cell and not cell.filled_down and column.field not in sure:
                yield from self._cell_doubts(cell, column.field, section.number, row.number)

    def _cell_doubts(
        self, cell: Cell, field: str, section: int, row: int | None
    ) -> Iterator[Doubt]:
        words = self._words(cell)
        if low := list(unsure_of(words, self.used)):
            least = min(word.confidence for word in low)
            yield Doubt(
                kind="ocr_low_confidence",
                page=cell.places[0].page,
                message=f"may be misread; recognised with a confidence of {least:.2f}",
                printed=" ".join(word.text for word in low)[:200],
                field=field,
                section=section,
                row=row,
            )

    def _section(self, section: Section) -> Section:
        rows = tuple(self._row(section.columns, row) for row in section.rows)
        agency = self._cell(section.agency, "agency") if section.agency else None
        return section.model_copy(update={"rows": rows, "agency": agency})

    def _row(self, columns: Sequence[Column], row: Row) -> Row:
        cells = tuple(
            self._cell(cell, column.field) if cell else None
            for column, cell in zip(columns, row.cells, strict=True)
        )
        above = {
            name: self._cell(cell, name)
            for name in ("recommendation", "theme")
            if (cell := getattr(row, name)) is not None
        }
        return row.model_copy(update={"cells": cells, **above})

    def _cell(self, cell: Cell, field: str) -> Cell:
        words = self._words(cell)
        if not words:
            return cell
        letters = sum(len(word.text) for word in words)
        sure = sum(word.confidence * len(word.text) for word in words) / letters
        return cell.model_copy(
            update={
                "text": repaired(cell.text, field, self.used),
                "places": tuple(self._place(place) for place in cell.places),
                "ocr_confidence": round(sure, 3),
            }
        )

    def _words(self, cell: Cell) -> list[ReadWord]:
        return [
            word
            for place in cell.places
            for word in self.words.get(place.page, ())
            if _inside(word, place.box)
        ]

    def _place(self, place: Place) -> Place:
        content = self.pictures.get(place.page)
        if content is None or content.recognition is None or not content.recognition.tilt:
            return place
        return place.model_copy(update={"box": tilted(place.box, content)})


def _numbered(plan: PrintedPlan) -> list[bool]:
    """Of each row of all sections, whether the numbers of its neighbours confirm its own."""
    return confirmed(
        [_reference(section, row) for section in plan.sections for row in section.rows]
    )


def _reference(section: Section, row: Row) -> str:
    cells = zip(section.columns, row.cells, strict=True)
    return next((c.text for column, c in cells if c and column.field == "reference"), "")


def tilted(box: Box, content: PageContent) -> Box:
    """A box on the page set level as the box around it on the page as it was scanned."""
    angle = math.radians(content.recognition.tilt) if content.recognition else 0.0
    turned = content.quarters % 2
    width, height = (content.height, content.width) if turned else (content.width, content.height)
    x, y = (box.x0 + box.x1) / 2 - width / 2, (box.top + box.bottom) / 2 - height / 2
    cos, sin = math.cos(angle), math.sin(angle)
    middle = x * cos - y * sin + width / 2, x * sin + y * cos + height / 2
    wide, high = (box.x1 - box.x0) / 2, (box.bottom - box.top) / 2
    across = wide * cos + high * abs(sin)
    down = wide * abs(sin) + high * cos
    sides = (middle[0] - across, middle[1] - down, middle[0] + across, middle[1] + down)
    x0, top, x1, bottom = (round(side, 2) for side in sides)
    return Box(x0=x0, top=top, x1=x1, bottom=bottom)


def _displayed(content: PageContent) -> Iterator[ReadWord]:
    for word in content.recognition.words if content.recognition else ():
        x0, top, x1, bottom = turned_back((word.x0, word.top, word.x1, word.bottom), content)
        yield word._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _inside(word: ReadWord, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1
