"""Headings under a wider one: what they say together where the lower one says nothing by itself."""

from collections.abc import Sequence

from extract.headings.reading import HeadingReading, read_heading
from extract.tables.finding import TableCell

KNOWN = 0.75
OF_SEVERAL = ("progress", "rag")
"""Fields of which a plan has several columns: 'Progress' over 'Q1' and 'Q2'."""


def told_by_groups(
    above: Sequence[TableCell], cells: Sequence[TableCell], readings: Sequence[HeadingReading]
) -> tuple[HeadingReading, ...]:
    """The readings of headings; those that say nothing as they read with the heading over them.

    'Text' under 'Recommendation' is one. Where two under one would be the same, none is: one of
    them may be who made it. `above` are the cells of the row over these headings.
    """
    told = list(readings)
    for group in (c for c in above if c.text and c.last_column > c.column):
        blank = [
            at
            for at, c in enumerate(cells)
            if readings[at].field == "extra"
            and c.row == group.last_row + 1
            and group.column <= c.column
            and c.last_column <= group.last_column
        ]
        both = {at: read_heading(f"{group.text} {readings[at].text}") for at in blank}
        known = {at: r.field for at, r in both.items() if r.field != "extra" and r.score >= KNOWN}
        taken = [*known.values(), *(r.field for r in readings)]
        for at, field in known.items():
            if taken.count(field) == 1 or field in OF_SEVERAL:
                told[at] = readings[at].model_copy(update={"field": field})
    return tuple(told)
