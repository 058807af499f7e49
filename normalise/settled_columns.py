"""Settles by its cells what a column holds whose heading can mean two things.

'Rec.' stands above numbers and above recommendations, 'Completed' above ticks and above days,
'Target' above days and above figures. All cells under a heading are asked, in the whole document.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.records import Column, Field, PrintedPlan, Section
from normalise.dates import only_dates, read_dates

DONE = re.compile(
    r"\W*(?:completed?|achieved|implemented|closed|done|delivered|discharged|actioned)\W*",
    re.IGNORECASE,
)
RECOMMENDED = re.compile(r"\W*recs?\W*", re.IGNORECASE)
AIM = re.compile(r"\W*targets?\W*", re.IGNORECASE)
TIME = re.compile(
    r"\b(?:on-?going|immediate(?:ly)?|asap|tb[acd]|complete[d]?|date|month|week|year|quarter)",
    re.IGNORECASE,
)
FEW_WORDS = 3


def settled(plan: PrintedPlan) -> PrintedPlan:
    """Give the plan with its columns under the fields that their cells show."""
    cells = _cells_by_heading(plan.sections)
    sections = tuple(_settled(section, cells) for section in plan.sections)
    return plan.model_copy(update={"sections": sections})


def _cells_by_heading(sections: Sequence[Section]) -> Mapping[str, list[str]]:
    cells: dict[str, list[str]] = defaultdict(list)
    for section in sections:
        for row in section.rows:
            for column, cell in zip(section.columns, row.cells, strict=True):
                if cell is not None and cell.text.strip():
                    cells[column.heading].append(cell.text)
    return cells


def _settled(section: Section, cells: Mapping[str, list[str]]) -> Section:
    fields = [column.field for column in section.columns]
    columns = tuple(
        column.model_copy(update={"field": _field(column, cells.get(column.heading, []), fields)})
        for column in section.columns
    )
    return section.model_copy(update={"columns": columns})


def _field(column: Column, texts: Sequence[str], fields: Sequence[Field]) -> Field:
    if not texts:
        return column.field
    if RECOMMENDED.fullmatch(column.heading):
        written = sum(len(text.split()) > FEW_WORDS for text in texts)
        if "recommendation" not in fields and 2 * written > len(texts):
            return "recommendation"
    if DONE.fullmatch(column.heading) and all(map(only_dates, texts)):
        return "completed_date_text"
    dated = fields.count("target_date_text") > 1
    if dated and AIM.fullmatch(column.heading) and not any(map(_is_of_time, texts)):
        return "evidence"
    return column.field


def _is_of_time(text: str) -> bool:
    return bool(TIME.search(text) or read_dates(text).dates)
