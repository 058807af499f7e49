"""Tables that are no plans although their headings ask for some of the same: told by all of them.

Chronologies, versions, programmes of a day, dashboards and matrices of duties name activities,
leads, dates and targets; a heading that no plan has beside these gives them away.
"""

import re
from collections.abc import Collection, Sequence

from extract.headings.words import clean, without_qualifiers

LOGS = frozenset({"version", "event", "events", "author"})
PLACES = frozenset({"venue", "location", "room", "trainer", "speaker", "presenter"})
INFORMED = frozenset({"consulted", "informed"})
COUNTED = frozenset({"actual", "baseline", "variance"})
DOES = frozenset({"action", "recommendation"})
LEADING = frozenset({"lead", "leads", "leading", "responsible", "owner", "officer", "who", "whom"})
TELLING = frozenset(
    {"lead", "officer", "milestones", "target_date_text", "revised_target_date_text"}
    | {"completed_date_text", "progress", "status_text", "rag"}
)
INDICATORS = frozenset({"kpi", "kpis", "indicator", "indicators"})
OPENS_A_DAY = frozenset({"time", "day", "session", "slot"})
ACTIVITY = frozenset({"activity", "activities"})
OPENS_A_TIMETABLE = frozenset({"stage", "phase", "week"})
WORK = frozenset({"task", "tasks"}) | ACTIVITY
WHO = frozenset({"lead", "officer"})
TIME = frozenset({"target_date_text", "revised_target_date_text"})
SHOWS = frozenset({"evidence", "impact"})
WORRIES = frozenset({"worried", "worry", "worries", "danger", "dangers"})
STRENGTHS = frozenset({"well", "strengths"})
TAKEN = frozenset({"action taken", "actions taken"})
CALLED = frozenset(
    {"visit", "contact", "referral", "incident", "meeting", "session", "appointment", "call"}
)
DATED = re.compile(r"date(?: of (?P<of>\w+))?$|(?P<what>\w+) date$")
ANOTHER = frozenset(
    {"risk", "risks", "version", "versions", "history", "event", "events", "chronology"}
    | {"timeline", "glossary", "abbreviations", "acronyms", "definitions", "terms", "meeting"}
    | {"meetings", "membership", "members", "attendance", "attendees", "contact", "contacts"}
    | {"distribution", "budget", "costs", "documents", "references", "consultation", "panel"}
    | {"contributors", "authors", "participants", "circulation", "sources", "training"}
)
"""What headings name that stand above tables which are no plans."""
OF_PLANS = frozenset({"action", "actions", "recommendation", "recommendations", "plan", "plans"})


def heads_another(caption: str) -> bool:
    """Whether a heading above a table names something that is no plan: 'Risks', 'Key events'."""
    words = set(re.findall(r"[a-z]+", caption.casefold()))
    return bool(words & ANOTHER) and not words & OF_PLANS


def is_log(texts: Sequence[str]) -> bool:
    """Chronologies and histories of versions open with a date or name a version or an event."""
    return bool(_words(texts) & LOGS) or _opens_with_day(texts)


def is_contact_log(texts: Sequence[str], fields: Sequence[str]) -> bool:
    """Contacts open with their day and tell what came of each; nobody leads, nothing is due."""
    led = any(
        f in WHO and LEADING & set(t.split()) for f, t in zip(fields, _bare(texts), strict=True)
    )
    told = set(fields[1:]) & (TELLING | {"recommendation"}) - WHO
    return _opens_with_day(texts) and "evidence" in fields and not led and not told


def is_past(texts: Sequence[str], fields: Collection[str]) -> bool:
    """'Agency | Action taken | Date | Outcome': what was done then, where nothing is to be done."""
    return bool(TAKEN & set(_bare(texts))) and not (DOES | WHO) & set(fields)


def is_safety_plan(texts: Sequence[str], fields: Collection[str]) -> bool:
    """A family's worries and strengths: what works well there is no progress of an action."""
    words = _words(texts)
    return bool(words & WORRIES and words & STRENGTHS) and not (WHO | TIME) & set(fields)


def is_timetable(texts: Sequence[str], fields: Sequence[str]) -> bool:
    """The stages of a review and their tasks, of which nothing is told but who and when."""
    bare = _bare(texts)
    opens = bare[:1] and bare[0] in OPENS_A_TIMETABLE and WORK & set(bare)
    return bool(opens) and not set(fields[1:]) & (TELLING | DOES | {"evidence"}) - WHO - TIME - {
        "action"
    }


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
    places = [i for i, text in enumerate(_bare(texts)) if text in SHOWS]
    if not places or TELLING & set(fields):
        return False
    before, after = fields[: places[0]], fields[places[-1] + 1 :]
    named = "theme" in before or (before == ["extra"] and len(places) > 1)
    return named and not DOES & set(fields[: places[-1]]) and bool(DOES & set(after))


def is_figure(text: str) -> bool:
    """Say whether a heading is 'Target', with no word of time."""
    return without_qualifiers(clean(text)) in {"target", "targets"}


def _opens_with_day(texts: Sequence[str]) -> bool:
    """Whether the first column is that of a date, or of the date of some event."""
    match = DATED.match(_bare(texts)[0]) if texts else None
    return match is not None and (match["of"] or match["what"] or "visit") in CALLED


def _bare(texts: Sequence[str]) -> list[str]:
    return [without_qualifiers(clean(text)) for text in texts]


def _words(texts: Sequence[str]) -> set[str]:
    return {word for text in texts for word in clean(text).split()}
