"""The document's own key of colours: what red, amber, green and blue mean in it."""

from extract.colours import hue_named, hue_of
from extract.records import Box, LegendEntry, Place
from extract.tables import PageTable, TableCell

LEAST = 2
"""Rows that must name a colour before a table counts as a key."""


def legend_of(table: PageTable) -> tuple[LegendEntry, ...]:
    """The entries of a table that is a key of colours; none for any other table."""
    entries = [e for row in range(table.rows) if (e := _entry(table, table.row(row)))]
    hues = {e.hue for e in entries}
    return tuple(entries) if len(hues) >= LEAST and len(entries) >= table.rows - 2 else ()


def _entry(table: PageTable, cells: list[TableCell]) -> LegendEntry | None:
    named = [(hue_named(c.text) if len(c.text.split()) <= 2 else "", c) for c in cells]
    filled = [(hue_of(c.fill), c) for c in cells]
    hue = next((h for h, _ in named if h), "") or next((h for h, _ in filled if h), "")
    meaning = [c for (h, c) in named if c.text and not h]
    if not hue or len(meaning) != 1 or len(meaning[0].text) > 200:
        return None
    x0, top, x1, bottom = meaning[0].box
    place = Place(page=table.page, box=Box(x0=x0, top=top, x1=x1, bottom=bottom))
    return LegendEntry(hue=hue, meaning=" ".join(meaning[0].text.split()), place=place)
