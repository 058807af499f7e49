"""A last look over the finished rows: what no row of a plan should look like raises a doubt.

Nothing is changed here. The signs are independent of how a row was read, so they also show where
the reading went wrong without noticing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from extract.headings.reading import read_headings
from extract.records import Box, Cell, Doubt, DoubtKind, Field, Row, Section
from extract.text.words import Line

SHORT: frozenset[Field] = frozenset(
    {"reference", "target_date_text", "revised_target_date_text", "rag", "status_text", "scope"}
)
GROUPING: frozenset[Field] = frozenset({"agency", "theme", "recommendation", "action"})
STOP = re.compile(r"[.!?;:)’”\"'\]%\d]$")
TWICE = re.compile(r"\b(\w[\w -]{2,}) \1\b")
SPACE = re.compile(" ")
DOES: frozenset[Field] = frozenset({"action", "recommendation", "milestones"})
GUESSED = ("horizontal_rules", "unruled")
"""Readings whose columns no line bounds."""
LOST = 20
"""Letters in no cell that may well be a cell's."""
SUSPECT = 0.2
"""Share of odd rows from which the reading of a whole section is in doubt."""
LONG = 90
"""Characters; an entry of a short column is rarely longer."""
LONG_ENTRY = "a long entry under"
"""Speaks of its own row only: in many plans the column of dates tells stories."""
TORN_NUMBER = re.compile(r"\d{1,2} \d\b|\w \d{1,2}\. \w")
NUMBER = re.compile(r"^\D{0,6}(\d{1,3})(?:[.)]?\s|[.)]?$|[a-z.])")
UNFINISHED = re.compile(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|their|to|which|will|with)|,)$",
    re.IGNORECASE,
)


def audited(sections: Sequence[Section], unplaced: Mapping[int, int]) -> list[Doubt]:
    """The doubts about all rows of a plan; `unplaced` counts the letters in no cell by page."""
    usual = _usual_columns(sections)
    doubts = [doubt for section in sections for doubt in _of_section(section)]
    guessed = [section for section in sections if section.reading in GUESSED]
    apart = len({bool(DOES & set(_fields(section))) for section in guessed}) > 1
    headed = sum(1 for section in sections if section.agency)
    for section in sections:
        doubts += _near_loss(section, unplaced)
        if 2 * headed >= len(sections) > 1 and not section.agency and section.reading != "form":
            message = "no agency is named above it, as above the other sections"
            doubts += [_doubt("section_unsure", section, row, message) for row in section.rows]
        message = ""
        if apart:
            message = (
                "some sections say what is done, others how far it has come: two sheets of one"
            )
        elif section.reading in GUESSED and _fields(section) != usual:
            message = "its columns are not those of the other sections, and no rules part them"
        if message:
            doubts += [_doubt("columns_changed", section, row, message) for row in section.rows]
    return doubts


def _fields(section: Section) -> tuple[Field, ...]:
    return tuple(column.field for column in section.columns)


def _usual_columns(sections: Sequence[Section]) -> tuple[Field, ...]:
    """The columns that most rows have, the fullest of those that as many have."""
    rows: Counter[tuple[Field, ...]] = Counter()
    for section in sections:
        rows[_fields(section)] += len(section.rows)
    return max(rows, key=lambda fields: (rows[fields], len(fields), fields), default=())


def beside_rows(
    sections: Sequence[Section], lines: Mapping[int, Sequence[Line]]
) -> Iterable[Doubt]:
    """A doubt for each row that text stands beside, outside of its table.

    `lines` are those in no table, by page; a page that was turned has none.
    """
    for section in sections:
        for row in section.rows:
            places = [p for cell in row.cells if cell for p in cell.places]
            text = [
                line.text
                for page in sorted({p.page for p in places} & set(lines))
                for line in lines[page]
                if _stands_beside(line, [p.box for p in places if p.page == page])
            ]
            if sum(map(len, text)) >= LOST:
                message = "text stands beside it, outside of its table"
                doubt = _doubt("text_unplaced", section, row, message)
                yield doubt.model_copy(update={"printed": " | ".join(text)[:200]})


def _stands_beside(line: Line, boxes: Sequence[Box]) -> bool:
    """Whether a line stands between the upper and the lower edge of cells, left or right of all."""
    middle = (line.top + line.bottom) / 2
    level = min(b.top for b in boxes) < middle < max(b.bottom for b in boxes)
    return level and (line.x0 >= max(b.x1 for b in boxes) or line.x1 <= min(b.x0 for b in boxes))


def _near_loss(section: Section, unplaced: Mapping[int, int]) -> Iterable[Doubt]:
    """A doubt for each row on a page of which a good many letters stand in no cell."""
    for row in section.rows:
        lost = sum(unplaced.get(page, 0) for page in range(row.first_page, row.last_page + 1))
        if lost >= LOST:
            yield _doubt(
                "text_unplaced", section, row, f"{lost} characters beside it are in no cell"
            )


def _of_section(section: Section) -> Iterable[Doubt]:
    habits = _habits(section)
    before: int | None = None
    found: list[tuple[Row, list[str]]] = []
    for at, row in enumerate(section.rows):
        number = _number(section, row)
        signs = [
            *_sequence(before, number),
            *_cells(section, row, habits),
            *_begun(section, row, habits, torn=_may_be_torn(section, at)),
            *_blank(section, row, habits),
            *_unlike_other_forms(section, row),
        ]
        found.append((row, signs))
        before = number if number is not None else before
    if section.reading == "unruled" and section.rows:
        odd = sum(1 for _, signs in found if signs)
        yield from _without_rules(section, odd=odd >= 2 or odd >= SUSPECT * len(found))
    yield from _irregular(section, found)


def _without_rules(section: Section, *, odd: bool) -> Iterable[Doubt]:
    """A doubt on each row where some look wrong, else one for all: alignment was clear."""
    chosen = f"; chosen for {section.evidence}" if section.evidence else ""
    message = f"no rule or fill parts its cells{chosen}"
    if odd:
        yield from (_doubt("reading_without_rules", section, row, message) for row in section.rows)
        return
    page = section.rows[0].first_page
    message = f"section {section.number} is read by its text alone: {message}"
    yield Doubt(kind="reading_without_rules", page=page, message=message)


def _irregular(section: Section, found: Sequence[tuple[Row, list[str]]]) -> Iterable[Doubt]:
    """A doubt for each row with a sign, and for its neighbours where many rows have one."""
    odd = sum(1 for _, signs in found if any(not sign.startswith(LONG_ENTRY) for sign in signs))
    whole = odd >= 2 and odd >= SUSPECT * len(found)
    for row, signs in found:
        if signs or whole:
            message = "; ".join(signs) or f"{odd} of {len(found)} rows here look wrong"
            yield _doubt("row_irregular", section, row, message)


def _may_be_torn(section: Section, at: int) -> bool:
    """Whether a row could be a part of one: beside a page's end, or where no rules part rows."""
    if section.reading != "ruled":
        return True
    rows = section.rows
    first = at > 0 and rows[at - 1].last_page != rows[at].first_page
    last = at + 1 < len(rows) and rows[at + 1].first_page != rows[at].last_page
    return first or last


def _doubt(kind: DoubtKind, section: Section, row: Row, message: str) -> Doubt:
    return Doubt(
        kind=kind, page=row.first_page, message=message, section=section.number, row=row.number
    )


def _named(section: Section, row: Row) -> list[tuple[Field, str, Cell]]:
    return [
        (column.field, column.heading, cell)
        for column, cell in zip(section.columns, row.cells, strict=True)
        if cell is not None and cell.text
    ]


def _placed(section: Section, row: Row) -> list[tuple[int, Field, str, Cell]]:
    return [
        (at, column.field, column.heading, cell)
        for at, (column, cell) in enumerate(zip(section.columns, row.cells, strict=True))
        if cell is not None and cell.text
    ]


def _is_several(text: str, entries: frozenset[str]) -> bool:
    """Whether a short entry is one of another row's with a further one behind it."""
    bare = " ".join(text.split())
    if len(bare) < LONG and TWICE.search(bare):
        return True
    for gap in SPACE.finditer(bare):
        entry, rest = bare[: gap.start()], bare[gap.end() :]
        known = len(entry) > 3 and entry in entries
        if known and (rest in entries or rest.startswith(entry)):
            return True
    return False


def _number(section: Section, row: Row) -> int | None:
    """The whole number that a row's reference begins with."""
    for field, _, cell in _named(section, row):
        if field == "reference":
            match = NUMBER.match(cell.text)
            return int(match.group(1)) if match else None
    return None


def _sequence(before: int | None, number: int | None) -> list[str]:
    if before is None or number is None or number in (before, before + 1, 1):
        return []
    return [f"the numbers go from {before} to {number}"]


class Habits(NamedTuple):
    """What the cells of one column usually look like."""

    length: float
    filled: float
    ends_in_stop: float
    entries: frozenset[str]


def _habits(section: Section) -> dict[int, Habits]:
    """The habits of each column by its place."""
    found = {}
    for at in range(len(section.columns)):
        cells = [row.cells[at] for row in section.rows]
        texts = [" ".join(c.text.split()) for c in cells if c is not None and c.text]
        long = [t for t in texts if len(t) > 30]
        stops = sum(1 for t in long if STOP.search(t))
        found[at] = Habits(
            median(map(len, texts)) if texts else 0.0,
            len(texts) / len(cells),
            stops / len(long) if len(long) >= 4 else 0.0,
            frozenset(texts),
        )
    return found


def _blank(section: Section, row: Row, habits: dict[int, Habits]) -> list[str]:
    """Blanks in columns that are always filled, where no rules show that they are."""
    if section.reading == "ruled":
        return []
    return [
        f"nothing under {column.heading}"
        for at, column in enumerate(section.columns)
        if column.field in GROUPING
        and habits[at].filled >= 0.6
        and not (row.cells[at] and row.cells[at].text)  # type: ignore[union-attr]
    ]


def _unlike_other_forms(section: Section, row: Row) -> list[str]:
    """Labels that most forms have, and this one has not."""
    if section.reading != "form":
        return []
    return [
        f"its form has no {column.heading}"
        for at, column in enumerate(section.columns)
        if row.cells[at] is None
        and 2 * sum(1 for other in section.rows if other.cells[at] is not None) > len(section.rows)
    ]


def _cells(section: Section, row: Row, habits: dict[int, Habits]) -> list[str]:
    """Entries too long for their column, several numbers in one, headings among the words."""
    found = []
    headings = 0
    for at, field, heading, cell in _placed(section, row):
        if field in SHORT and len(cell.text) > max(LONG, 4 * habits[at].length):
            found.append(f"{LONG_ENTRY} {heading or 'a column of numbers'}")
        if field in SHORT | {"lead", "officer"} and _is_several(cell.text, habits[at].entries):
            found.append(f"several entries under {heading}")
        if not heading and field == "extra":
            found.append("words under no heading")
        if field == "reference" and len(re.findall(r"(?m)^\D{0,2}\d", cell.text)) > 1:
            found.append("several numbers in one row")
        if field == "reference" and TORN_NUMBER.match(cell.text):
            found.append("a number in pieces")
        bare = " ".join(cell.text.split())
        headings += bool(heading) and bare != heading and bare.endswith(heading)
    if headings > 1:
        found.append("headings among the words of the row")
    if not any(f in ("action", "recommendation", "evidence") for f, _, _ in _named(section, row)):
        found.append("neither recommendation nor action")
    if _is_heading_row(section, row):
        found.append("the row reads like headings")
    return found


def _is_heading_row(section: Section, row: Row) -> bool:
    texts = [" ".join(cell.text.split()) for _, _, cell in _named(section, row)]
    if len(texts) < 2 or any(len(t) > 60 for t in texts):
        return False
    return sum(1 for r in read_headings(texts) if r.score >= 0.9) >= max(2, 0.6 * len(texts))


def _begun(section: Section, row: Row, habits: dict[int, Habits], *, torn: bool) -> list[str]:
    """Texts that begin or end in mid-sentence, as the parts of a torn row do."""
    begun = ended = 0
    for at, field, _, cell in _placed(section, row):
        if field in SHORT or cell.filled_down:
            continue
        text = cell.text.rstrip()
        begun += bool(re.match(r"[a-z]{2,}", text)) and len(text) > 12
        cut = bool(UNFINISHED.search(text))
        unlike = torn and habits[at].ends_in_stop >= 0.9 and not STOP.search(text)
        ended += len(text) > 30 and (cut or unlike)
    found = []
    if begun:
        found.append("a text begins in mid-sentence")
    if ended:
        found.append("a text ends in mid-sentence")
    return found
