"""The printed texts of a row under the canonical names of their columns."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from extract.records import Cell, Column, Field, Row, Section
from extract.stitching.colours import MARK, hue_named, hue_of
from normalise.rows.dated_columns import newest_first

DATED: tuple[Field, ...] = ("progress", "status_text")
LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
BODY = re.compile(r"\b(?:agency|agencies|organi[sz]ations?|body|bodies|partner)\b", re.IGNORECASE)
PERSON = re.compile(r"\b(?:officers?|persons?|roles?|managers?|individual|named)\b", re.IGNORECASE)


class RowText(NamedTuple):
    """A row's texts by field, its columns of no known field by heading, and the cell of each."""

    fields: Mapping[str, str]
    extra: Mapping[str, str]
    cells: tuple[tuple[Field, str, Cell], ...]
    rag: str
    agency: str


def row_text(section: Section, row: Row) -> RowText:
    """Gather a row's texts; two columns of one field stand one under the other."""
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    cells: list[tuple[Field, str, Cell]] = []
    rated = _rated(section.columns, row)
    rag = ""
    for at, (column, cell) in enumerate(zip(section.columns, row.cells, strict=True)):
        if cell is None:
            continue
        if at == rated:
            rag = rag_of(cell)
            _keep_words(fields, cell)
        else:
            _keep(fields, extra, column, cell)
        if cell.text or (column.field == "rag" and cell.fill):
            cells.append((column.field, column.heading, cell))
    if not rag:
        rag = _rag_of_status(section.columns, row)
    for field, band in (("recommendation", row.recommendation), ("theme", row.theme)):
        if band is not None and not fields.get(field):
            fields[field] = band.text
            cells.append((field, "", band))  # type: ignore[arg-type]
    return RowText(fields, extra, tuple(cells), rag, _agency(section, fields))


def _keep(fields: dict[str, str], extra: dict[str, str], column: Column, cell: Cell) -> None:
    """Put a cell under its field, or under its heading: there go ratings of the past, too."""
    if column.field == "rag":
        if was := " ".join(cell.text.split()) or rag_of(cell):
            _add(extra, column.heading, was)
    elif cell.text and column.field == "extra":
        _add(extra, column.heading, cell.text)
    elif cell.text:
        _add(fields, column.field, cell.text)


def _rated(columns: tuple[Column, ...], row: Row) -> int | None:
    """The place of the rating that counts: the newest that is given."""
    places = newest_first(columns, "rag")
    given = (at for at in places if (cell := row.cells[at]) is not None and rag_of(cell))
    return next(given, places[0] if places else None)


def newest_told(section: Section, row: Row, told: Mapping[str, str]) -> dict[str, str]:
    """The texts for judging a row's status: of dated columns of one kind only the newest.

    What a person corrected is taken as it is.
    """
    newest = dict(told)
    for field in DATED:
        places = newest_first(section.columns, field)
        texts = {at: cell.text for at in places if (cell := row.cells[at]) is not None}
        printed = "\n".join(texts[at] for at in sorted(texts) if texts[at])
        if len(places) > 1 and places != sorted(places) and told.get(field) == printed:
            newest[field] = next((texts[at] for at in places if texts.get(at)), "")
    return newest


def rag_of(cell: Cell) -> str:
    """The rating of a cell: its word, its letter, else the hue of its fill."""
    text = " ".join(cell.text.split())
    return hue_named(text) or LETTERS.get(text.lower(), "") or hue_of(cell.fill)


def _keep_words(fields: dict[str, str], cell: Cell) -> None:
    """Words in a column of ratings that say more than a colour are a status; coloured marks not."""
    text = " ".join(cell.text.split())
    if MARK.fullmatch(text) and hue_of(cell.fill):
        return
    if text and text.lower() not in LETTERS and not _is_colour(text):
        _add(fields, "status_text", cell.text)


def _is_colour(text: str) -> bool:
    return bool(hue_named(text)) and len(text.split()) == 1


def _rag_of_status(columns: tuple[Column, ...], row: Row) -> str:
    """A status column may hold ratings: colour words, or nothing but a fill or a coloured mark."""
    for column, cell in zip(columns, row.cells, strict=True):
        if column.field == "status_text" and cell is not None:
            if _is_colour(cell.text):
                return hue_named(cell.text)
            if MARK.fullmatch(cell.text):
                return hue_of(cell.fill)
    return ""


def _add(texts: dict[str, str], key: str, text: str) -> None:
    texts[key] = f"{texts[key]}\n{text}" if texts.get(key) else text


def _agency(section: Section, fields: dict[str, str]) -> str:
    """The agency of a row: its section's, its own column's, else the body that leads."""
    own = fields.pop("agency", "")
    if own or section.agency is not None:
        return " ".join((own or section.agency.text).split())  # type: ignore[union-attr]
    for column in section.columns:
        body = BODY.search(column.heading) and not PERSON.search(column.heading)
        if column.field == "lead" and body:
            return " ".join(fields.get("lead", "").split())
    return ""
