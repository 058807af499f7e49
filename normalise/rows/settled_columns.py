"""Settles by its cells what a column holds whose heading can mean two things.

'Rec.' stands above numbers and above recommendations, 'Completed' above ticks and above days,
'Target' above days and above figures, 'Completion date' above what was and above what is planned.
All cells under a heading are asked, in the whole document.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.records import Column, Field, PrintedPlan, Row, Section
from normalise.dates.reading import only_dates, read_dates
from normalise.rows.text import rag_of
from normalise.statuses.reading import read_head

DONE = re.compile(
    r"\W*(?:completed?|achieved|implemented|closed|done|delivered|discharged|actioned|actual)\W*",
    re.IGNORECASE,
)
COMPLETION = re.compile(r"\W*(?:date (?:of|for) )?completion(?: dates?)?\W*", re.IGNORECASE)
NO_ENTRY = re.compile(r"(?:n/?a|tb[acd]|none|nil|not applicable)?\W*", re.IGNORECASE)
RECOMMENDED = re.compile(r"\W*recs?\W*", re.IGNORECASE)
AIM = re.compile(r"\W*targets?\W*", re.IGNORECASE)
TIME = re.compile(
    r"\b(?:on-?going|immediate(?:ly)?|asap|tb[acd]|complete[d]?|date|month|week|year|quarter)",
    re.IGNORECASE,
)
TARGETS: frozenset[Field] = frozenset({"target_date_text", "revised_target_date_text"})
OPEN = frozenset({"in_progress", "not_started", "delayed", "on_hold", "partially_completed"})
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
    settled_section = section.model_copy(update={"columns": columns})
    at = _planned_completion(settled_section)
    if at is None:
        return settled_section
    planned = columns[at].model_copy(update={"field": "target_date_text"})
    return section.model_copy(update={"columns": (*columns[:at], planned, *columns[at + 1 :])})


def _planned_completion(section: Section) -> int | None:
    """Find a 'Completion date' that is the target: the only date, printed beside open actions.

    A row that is amber, red or 'in progress' and has a date of completion says what is planned.
    """
    fields = [column.field for column in section.columns]
    if TARGETS.intersection(fields) or fields.count("completed_date_text") != 1:
        return None
    at = fields.index("completed_date_text")
    if not COMPLETION.fullmatch(section.columns[at].heading):
        return None
    dated = (row for row in section.rows if (cell := row.cells[at]) and only_dates(cell.text))
    return at if any(_is_open(section, row) for row in dated) else None


def _is_open(section: Section, row: Row) -> bool:
    told = [
        (column.field, cell)
        for column, cell in zip(section.columns, row.cells, strict=True)
        if cell is not None and column.field in ("rag", "status_text", "progress")
    ]
    statuses = [
        reading.status
        for field, cell in told
        if (reading := read_head(cell.text, field)) and reading.rule != "mark"
    ]
    if statuses:
        return statuses[0] in OPEN
    return any(field != "progress" and rag_of(cell) in ("red", "amber") for field, cell in told)


def _field(column: Column, texts: Sequence[str], fields: Sequence[Field]) -> Field:
    if not any(heading.fullmatch(column.heading) for heading in (RECOMMENDED, DONE, AIM)):
        return column.field
    texts = [text for text in texts if not NO_ENTRY.fullmatch(text.strip())]
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
