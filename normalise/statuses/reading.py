"""Reads how far an action has come from one printed wording.

The first words count most: `COMPLETED Recommendations continue to be cascaded` is completed.
A wrong status is worse than none, so that whatever is not said stays unknown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.records import Record
from normalise.records import Status
from normalise.statuses.lexicon import is_light
from normalise.statuses.marks import is_form_left_blank, is_unticked, read_mark, ticked_part
from normalise.statuses.parts import RANK, of_parts
from normalise.statuses.scope import LEADING_SHARE, share_at
from normalise.statuses.sequels import refined
from normalise.statuses.signals import Signal, share_status, signals
from normalise.statuses.tokens import Token, clauses, collapse, is_break, tokenise, trimmed
from normalise.statuses.updates import latest_update, newest_first
from normalise.unreadable import in_sentence

# A plan says 'Completed' hundreds of times, and most rows leave some of their columns blank.
_KEPT = 1_000


class StatusReading(Record):
    """A wording, the status that it states, and the words and the rule that it was read by."""

    text: str
    status: Status
    words: str
    rule: str


# What ought to be shown or done says nothing of what has been done.
_NEVER = frozenset(
    {"agency", "reference", "theme", "recommendation", "scope", "action", "lead", "officer"}
    | {"milestones", "evidence", "resources", "extra"}
)
_DATES = frozenset({"target_date_text", "revised_target_date_text", "target_date"})
_BARE_NA = _DATES | {"completed_date_text", "progress"}
# In a column of target dates these words tell the date, not the state.
_OF_THE_DATE = frozenset({"expected", "future", "moved", "deed", "dated"})
# Only here is a letter a colour.
_RATED = frozenset({"status_text", "rag"})
# '-5% of cases' is a change, and no share that has been reached.
_MINUS = re.compile(r"\s*[-−–]\d+(?:\.\d+)?\s?%")
# Where the first words end; a status further on is read with the rest of the prose.
_FIRST_WORDS = 60
_TO_COME = re.compile(
    r"(?!once|when|if|until|unless|following|after|on|upon|subject|complete|as\b)"
    r"(?:[^\W\d]+ ){0,4}?(?:(?:is|are) )?(?:to|will|shall) be (?:\w+ly )?"
    r"(?!need|requir|consider|confirm|agree|advis|determin|decid|announc"
    r"|arrang|review|monitor|clos|remov|kept|note|discuss|audit|continu|repeat|us|held)\w+(?:ed|en|wn|ne|nt|ut|ld|de)\b"
)
_SHORT = 15
_IF = re.compile(r"\b(?:once|when|if|unless) ")
_DEED = re.compile(r"\b(?:has|have) (?:now |also |all )?been \w+(?:ed|en|wn|ne|nt|ut|ld)\b")
_PENDING = re.compile(r"\b(?:to be|will be|yet to be) (?:\w+ly )?\w+(?:ed|en|ne)\b")
# A part of which no more is said: '2) To follow'
_NOT_BEGUN = frozenset({"to follow", "to do", "to come", "will follow", "to be done"})


def read_status(text: str, column: str = "") -> StatusReading:
    """Read one printed wording; `column` is the canonical name of its column, where known."""
    return read_head(text, column) or read_rest(text, column)


@lru_cache(_KEPT)
def read_head(text: str, column: str = "") -> StatusReading | None:
    """Read the status that the wording opens with; None where its first words tell none."""
    flat = collapse(text)
    tokens = _tokens(text, column)
    found = _head(flat, tokens, column) if tokens else None
    return _reading(text, flat, found) if found and found.status != "unknown" else None


@lru_cache(_KEPT)
def read_rest(text: str, column: str = "") -> StatusReading:
    """Read the status that the whole prose amounts to; unknown where it tells none."""
    flat = collapse(text)
    tokens = _tokens(text, column)
    # First words that settle nothing ('Closed – not completed') are not settled by later ones.
    found = (_head(flat, tokens, column) or _prose(tokens, column)) if tokens else None
    if found is None or found.status == "unknown":
        return StatusReading(text=text, status="unknown", words="", rule="none")
    return _reading(text, flat, found)


def _tokens(text: str, column: str) -> Sequence[Token]:
    unsaid = column in _NEVER or _MINUS.match(text[:20])
    tokens = () if unsaid else trimmed(tokenise(text))
    return () if is_form_left_blank(tokens) else tokens


def _reading(text: str, flat: str, found: Signal) -> StatusReading:
    if in_sentence(flat, found.start, found.end):
        return StatusReading(text=text, status="unknown", words="", rule="unreadable")
    words = flat[found.start : found.end]
    return StatusReading(text=text, status=found.status, words=words, rule=found.rule)


def _head(flat: str, tokens: Sequence[Token], column: str) -> Signal | None:
    if ticked := ticked_part(flat):
        tokens = [t for t in tokens if ticked[0] <= t.start < ticked[1]]
    elif mark := _mark(flat, tokens, column):
        return mark
    for update in newest_first(tokens):
        if told := _of_part(update, column):
            return told
    parts = of_parts(flat, tokens, lambda part: _of_part(part, column))
    found = parts or _lead(tokens[:_FIRST_WORDS], column)
    if found and is_unticked(flat):
        return found._replace(status="not_started" if found.status == "completed" else "unknown")
    return found


def _mark(flat: str, tokens: Sequence[Token], column: str) -> Signal | None:
    found = read_mark(tokens)
    if found is None or column in _DATES:
        return None
    status, start, end = found
    if column == "progress" and tokens[0].text.isalpha():
        return None  # a colour, or a 'yes' to a question that is not printed
    if len(tokens) == 1 and tokens[0].text == "b" and not _is_colour_letter(flat, column):
        return None
    return Signal(status, "mark", "mark", start, end, True, 0)


def _is_colour_letter(flat: str, column: str) -> bool:
    """Whether a 'b' is blue; 'b)', and a 'b' outside of a column of ratings, number a part."""
    return not flat.rstrip().endswith(")") and (column in _RATED or (not column and flat == "B"))


def _usable(tokens: Sequence[Token], column: str) -> list[Signal]:
    found = list(signals(tokens))
    # 'Completed on time' says how, and not that it goes on.
    how = {b.start for a, b in pairwise(found) if b.meaning == "track" and _is_how(a, b, tokens)}
    found = [signal for signal in found if signal.start not in how]
    if column in _DATES:
        return [s for s in found if _OF_THE_DATE.isdisjoint((s.rule, s.meaning))]
    return found


def _is_how(done: Signal, track: Signal, tokens: Sequence[Token]) -> bool:
    return done.status == "completed" and not any(done.end <= t.start < track.start for t in tokens)


def _suits(signal: Signal, tokens: Sequence[Token], column: str) -> bool:
    """'N/A' as a date or an update says that there is none; 'completed by' sets a target."""
    if column in _BARE_NA and signal.status == "superseded":
        return any(t.text not in ("na", "not", "applicable") for t in tokens if t.text.isalpha())
    after = next((t.text for t in tokens if t.start >= signal.end), "")
    return not (column in _DATES and after == "by")


def _lead(tokens: Sequence[Token], column: str) -> Signal | None:
    found = _usable(tokens, column)
    head = next((s for s in found if s.lead), None)
    if head is None or not _opens(tokens, head) or not _suits(head, tokens, column):
        return None
    if dated := latest_update(found, tokens):
        return dated
    return refined(head, found, tokens)


def _opens(tokens: Sequence[Token], head: Signal) -> bool:
    """Whether only labels, dates and light words stand before the signal."""
    return all(is_break(t) or is_light(t.text) for t in tokens if t.end <= head.start)


def _of_part(tokens: Sequence[Token], column: str) -> Signal | None:
    found = _lead(tokens, column) or _prose(tokens, column)
    if found is None and " ".join(t.text for t in trimmed(tuple(tokens))) in _NOT_BEGUN:
        first, last = tokens[0].start, tokens[-1].end
        return Signal("not_started", "future", "idle", first, last, True, 0)
    return found


def _prose(tokens: Sequence[Token], column: str) -> Signal | None:
    found = [s for s in _usable(tokens, column) if _suits(s, tokens, column)]
    if not any(s.rule in ("share", "percent") for s in found):
        found += _shares(tokens)
    if left := next((s for s in found if s.rule == "left_over"), None):
        return left
    leads = [s for s in found if s.lead and s.rule != "future"]
    chosen = _strongest(leads) or _strongest([s for s in found if s.rule != "future"])
    if chosen and chosen.status == "not_started" and chosen.rule == "negation":
        before = " ".join(t.text for t in tokens if t.end <= chosen.start)
        if _DEED.search(before):  # 'The form has been designed but is not yet in use'
            return chosen._replace(status="in_progress")
    return chosen or _to_come(tokens, column)


def _strongest(found: list[Signal]) -> Signal | None:
    statuses = {signal.status for signal in found}
    if len(statuses) == 1:
        return found[0]
    ranked = (s for status in RANK for s in found if s.status == status)
    return next(ranked, None)


def _shares(tokens: Sequence[Token]) -> Iterator[Signal]:
    """'21 of 33 practices have returned their audits' is on its way, and so is '95% – one left'."""
    for number, clause in enumerate(clauses(tokens)):
        alone = clause[0].text.rstrip("%") if len(clause) == 1 and not number else ""
        if alone.isdigit() and clause[0].text.endswith("%"):
            status = share_status(float(alone[:6]))
            yield Signal(status, "percent", "share", clause[0].start, clause[0].end, True, 0)
        words = " ".join(token.text for token in clause[:9])
        match = LEADING_SHARE.match(words)
        if match and share_status(share_at(match)) == "in_progress":
            last = clause[match[0].count(" ")]
            yield Signal("in_progress", "share", "share", clause[0].start, last.end, True, number)


def _to_come(tokens: Sequence[Token], column: str) -> Signal | None:
    """Read what will be done as not begun, unless the same text tells of something done."""
    if column in _DATES or not tokens:
        return None
    words = " ".join(token.text for token in tokens)
    start, end = tokens[0].start, tokens[-1].end
    if _DEED.search(words) and _PENDING.search(words):
        return Signal("in_progress", "done_and_to_come", "open", start, end, False, 0)
    if len(tokens) <= _SHORT and _TO_COME.match(words) and not _IF.search(words):
        return Signal("not_started", "future", "idle", start, end, True, 0)
    return None
