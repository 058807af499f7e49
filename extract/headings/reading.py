"""Reads the printed heading of a column, and tells a plan from other tables by its headings.

Wordings that are known stand in `headings.csv`; any other is read by the grammar of its words.
"""

import csv
import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, cast

from extract.headings.grammar import field_by_grammar
from extract.headings.other_tables import (
    is_analysis,
    is_contact_log,
    is_dashboard,
    is_figure,
    is_log,
    is_past,
    is_programme,
    is_safety_plan,
    is_timetable,
)
from extract.headings.prose import is_prose, is_sentence, trust_in
from extract.headings.words import Word, clean, without_qualifiers, words_of
from extract.records import Field, Record

NEAR = 88
CLIPPED = 0.6
LONGEST_START = 8
LONGEST = 240
DOES: frozenset[Field] = frozenset({"action", "recommendation"})
TELLS: frozenset[Field] = frozenset(
    {
        "lead",
        "officer",
        "milestones",
        "evidence",
        "target_date_text",
        "revised_target_date_text",
        "completed_date_text",
        "progress",
        "status_text",
        "rag",
    }
)
INDICATORS: frozenset[Field] = frozenset({"evidence", "target_date_text", "progress"})


class HeadingReading(Record):
    """What a printed heading stands for, and how sure that is: 1 where the wording is known."""

    text: str
    field: Field
    score: float


class Known(NamedTuple):
    """A wording of the table."""

    field: Field
    start: bool
    sure: float


def read_heading(text: str) -> HeadingReading:
    """Read one printed heading.

    >>> read_heading("Target completion date").field
    'target_date_text'
    """
    field, score = _reading(text[:LONGEST])
    return HeadingReading(text=text, field=field, score=score)


def read_headings(texts: Sequence[str]) -> tuple[HeadingReading, ...]:
    """Read the headings of one table together: some mean another thing beside others."""
    readings = _needs_and_means([read_heading(text) for text in texts])
    fields = {reading.field for reading in readings}
    if "milestones" in fields and not fields & DOES:
        return tuple(_as(r, "action") if r.field == "milestones" else r for r in readings)
    listed = [reading.field for reading in readings]
    if is_analysis(texts, listed):
        return tuple(_as(r, "extra") if r.field == "evidence" else r for r in readings)
    if is_programme(texts) or is_timetable(texts, listed) or is_contact_log(texts, listed):
        return tuple(_as(r, "extra") if r.field == "action" or _is_day(r) else r for r in readings)
    if is_past(texts, fields):
        return tuple(_as(r, "extra") if _is_day(r) else r for r in readings)
    if is_safety_plan(texts, fields):
        return tuple(_as(r, "extra") if r.field == "progress" else r for r in readings)
    if is_log(texts):
        first = readings[0].text
        return tuple(_as(r, "extra") if _is_day(r) or r.text == first else r for r in readings)
    if is_dashboard(texts, fields):
        return tuple(_as(r, "extra") if _is_counted(r) else r for r in readings)
    return tuple(readings)


def _needs_and_means(readings: Sequence[HeadingReading]) -> list[HeadingReading]:
    """'What do we need to do?' is the recommendation beside 'How will we do it?'."""
    deeds = [r for r in readings if r.field == "action"]
    if len(deeds) != 2 or any(r.field == "recommendation" for r in readings):
        return list(readings)
    need, means = deeds
    asks = re.match(r"what\b.*\b(?:needs?|must|should)\b", clean(need.text))
    both = asks and re.match(r"how\b", clean(means.text))
    return [_as(r, "recommendation") if both and r is need else r for r in readings]


def _is_day(reading: HeadingReading) -> bool:
    """A day on which something happened."""
    return clean(reading.text) == "date"


def _is_counted(reading: HeadingReading) -> bool:
    """The target of a dashboard, and the activity whose figures it holds."""
    return is_figure(reading.text) or reading.field == "action"


def is_plan(fields: Collection[Field]) -> bool:
    """Say whether columns of these fields make a plan of action rather than another table."""
    found = set(fields)
    return bool(found & DOES and found & TELLS) or found >= INDICATORS


def _as(reading: HeadingReading, field: Field) -> HeadingReading:
    return reading.model_copy(update={"field": field})


@lru_cache(maxsize=4096)
def _reading(text: str) -> tuple[Field, float]:
    cleaned, known = clean(text), _known()
    if cleaned in known:
        return known[cleaned].field, known[cleaned].sure
    bare = without_qualifiers(cleaned)
    for wording, trust in ((bare, 0.97), (_squashed(cleaned), 0.96), (_squashed(bare), 0.95)):
        if wording in known or wording in _known_squashed():
            found = known.get(wording) or _known_squashed()[wording]
            return found.field, round(trust * found.sure, 3)
    return _unlisted(text, bare)


def _unlisted(text: str, bare: str) -> tuple[Field, float]:
    """Choose the best of three readings of a wording that the table does not hold."""
    if is_sentence(text):
        return _by_start(bare, prose=True)
    words = words_of(bare)
    prose = is_prose(" ".join(word.text for word in words))
    readings = [_by_start(bare, prose)]
    if not prose:
        readings += [_by_grammar(words), _near_miss(bare)]
    field, score = max(readings, key=lambda reading: reading[1])
    return field, round(score, 3)


def _by_start(bare: str, prose: bool) -> tuple[Field, float]:
    """Read a heading that is a whole sentence, such as a prompt, by its known start."""
    words = bare.split()
    for size in range(min(len(words), LONGEST_START), 2 if prose else 1, -1):
        known = _known().get(" ".join(words[:size]).rstrip(".,:;?"))
        if known and known.start:
            return known.field, 0.6 if prose else 0.8
    return "extra", 0.0


def _by_grammar(words: Sequence[Word]) -> tuple[Field, float]:
    """Trusted as far as the words are such as headings are made of."""
    counted = [word for word in words if word.concept != "and"]
    if not counted:
        return "extra", 0.0
    known = sum(1 - 0.1 * word.mended for word in counted if word.concept) / len(counted)
    field = field_by_grammar(words)
    return field, 0.92 * known * trust_in(words, field)


def _near_miss(bare: str) -> tuple[Field, float]:
    """Wordings bitten by a scan, or clipped at the edge of their cell."""
    from rapidfuzz import fuzz, process  # here, because most headings are known without it

    short = _squashed(bare)
    if len(short) < 5 or re.search(r"\d", short):
        return "extra", 0.0
    pool = _known_squashed()
    near = process.extractOne(short, pool.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if near:
        return pool[near[0]].field, 0.9 * near[1] / 100 * pool[near[0]].sure
    clipped = [k for w, k in pool.items() if _is_clipped(short, w)]
    fields = {known.field for known in clipped}
    return (clipped[0].field, 0.7) if len(fields) == 1 else ("extra", 0.0)


def _is_clipped(short: str, wording: str) -> bool:
    shorter = CLIPPED * len(wording) <= len(short) < len(wording)
    return shorter and (wording.endswith(short) or wording.startswith(short))


def _squashed(text: str) -> str:
    return re.sub(r"[^a-z0-9%#]", "", text)


@cache
def _known() -> dict[str, Known]:
    table = files("extract.headings").joinpath("headings.csv").read_text(encoding="utf-8")
    return {
        clean(row["wording"]) or row["wording"]: Known(
            cast(Field, row["field"]), row["match"] == "start", float(row["sure"])
        )
        for row in csv.DictReader(table.splitlines())
    }


@cache
def _known_squashed() -> dict[str, Known]:
    return {_squashed(wording): known for wording, known in _known().items()}
