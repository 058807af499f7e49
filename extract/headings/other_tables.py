"""Tables that are no plans although their headings ask for some of the same: told by all of them.

Chronologies, versions, programmes of a day, dashboards and matrices of duties name activities,
leads, dates and targets; a heading that no plan has beside these gives them away.
"""

from collections.abc import Collection, Sequence

from extract.headings.words import clean, without_qualifiers

LOGS = frozenset({"version", "event", "events", "author"})
PLACES = frozenset({"venue", "location", "room", "trainer", "speaker", "presenter"})
INFORMED = frozenset({"consulted", "informed"})
COUNTED = frozenset({"actual", "baseline", "variance"})
DOES = frozenset({"action", "recommendation"})
TELLING = frozenset(
    {"lead", "officer", "milestones", "target_date_text", "revised_target_date_text"}
    | {"completed_date_text", "progress", "status_text", "rag"}
)
INDICATORS = frozenset({"kpi", "kpis", "indicator", "indicators"})
OPENS_A_DAY = frozenset({"time", "day", "session", "slot"})
ACTIVITY = frozenset({"activity", "activities"})


def is_log(texts: Sequence[str]) -> bool:
    """Chronologies and histories of versions open with a date or name a version or an event."""
    return bool(_words(texts) & LOGS) or _bare(texts)[:1] == ["date"]


def is_programme(texts: Sequence[str]) -> bool:
    """Programmes, calendars and matrices of duties say where, or who is told, and what goes on."""
    bare, words = _bare(texts), _words(texts)
    opens = bool(bare) and bare[0] in OPENS_A_DAY | {"date"}
    return words >= INFORMED or (opens and bool(words & (ACTIVITY | PLACES)))


def is_dashboard(texts: Sequence[str], fields: Collection[str]) -> bool:
    """Where figures are counted, 'Target' is one of them: beside 'Actual', or beside a 'KPI'."""
    bare = _bare(texts)
    if not {"target", "targets"} & set(bare):
        return False
    led = {"lead", "officer", "recommendation"} & set(fields)
    indicators = _words(texts) & INDICATORS and not {"action", "recommendation"} & set(fields)
    return bool(indicators) or (bool(COUNTED & set(bare)) and not led)


def is_analysis(texts: Sequence[str], fields: Sequence[str]) -> bool:
    """'Finding | Evidence | Recommendation': evidence of what was found, not of what was done."""
    if "evidence" not in _bare(texts) or TELLING & set(fields):
        return False
    at = _bare(texts).index("evidence")
    before, after = fields[:at], fields[at + 1 :]
    return "theme" in before and not DOES & set(before) and bool(DOES & set(after))


def is_figure(text: str) -> bool:
    """Say whether a heading is 'Target', with no word of time."""
    return without_qualifiers(clean(text)) in {"target", "targets"}


def _bare(texts: Sequence[str]) -> list[str]:
    return [without_qualifiers(clean(text)) for text in texts]


def _words(texts: Sequence[str]) -> set[str]:
    return {word for text in texts for word in clean(text).split()}
