"""What later words make of the status that a text opens with: 'Delayed but now complete'.

The first words count most. What follows may overcome them ('Drafted. Completed 3 May 2024'), give a
reason ('Closed – no longer required'), or speak against them, and then both are said.
"""

import re
from collections.abc import Sequence

from normalise.statuses.lexicon import is_light
from normalise.statuses.signals import Signal
from normalise.statuses.tokens import Token

# 'Delayed by Covid but completed in June 2021'; 'but first audit completed' is not all of it.
_OVERCOME = re.compile(r"^(?:\w+ ){0,6}(?:but|however) ?(?:,? ?(?:was|is|has been|been) ?)*$")
_PAST = frozenset({"was", "were", "previously", "originally", "initially", "had"})
_NOW = re.compile(r"\b(?:now|then|since|subsequently|eventually|finally)\b")
# 'All outstanding actions completed', 'Overdue work has been completed'
_OPEN_UNTIL = re.compile(
    r"(?:actions?|recommendations?|work|tasks?|items?|issues?|points?|elements?|parts?|training|audits?"
    r"|reviews?)(?: (?:has|have|is|are|was|were|now|all|been|since|also))*"
)
# What cannot be said of a completed action in the same breath; 'business as usual' can.
_NOT_OVER = frozenset({"open", "unfinished", "late", "hold", "await"})
# What is said of work on its way; 'Completed' behind it is news, behind 'Not started' it is not.
_ON_ITS_WAY = frozenset({"start", "open", "late", "moved", "hold", "lasting", "track", "begin"})
_REACH = 3
_STOPS = frozenset({".", ";"})
_DATE = re.compile(
    r"(?:on|in|at|the|of|end|early|mid|late|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|q[1-4]|spring|summer|autumn|winter|\d[\d./]*(?:st|nd|rd|th)?|,)"
)


def refined(head: Signal, found: Sequence[Signal], tokens: Sequence[Token]) -> Signal:
    """Weigh the first status against those that follow it near by."""
    near = [s for s in found if head.start < s.start and s.clause <= head.clause + _REACH]
    later = [s for s in near if s.lead or _follows_now(s, tokens)]
    new = _overcome(head, later, tokens) or _completed_since(head, later, tokens)
    return new or _weighed(head, later, [s for s in near if s.meaning == "unfinished"], tokens)


def _weighed(
    head: Signal, later: Sequence[Signal], open_still: Sequence[Signal], tokens: Sequence[Token]
) -> Signal:
    for signal in later:
        if head.status == "in_progress" and signal.meaning in ("late", "hold"):
            return signal
    if head.meaning == "unfinished" and later and later[0].meaning == "idle":
        return later[0] if later[0].clause == head.clause + 1 else head  # 'Open – not started'
    done = next((s for s in later if s.status == "completed"), None)
    if done and head.meaning == "superseded" and _is_blank(head, tokens):
        return done  # 'N/A – complete', 'Not applicable to adults; completed for children'
    if head.meaning == "closed" and later:
        return _why_closed(head, later[0])
    opened = [*later[:1], *open_still]
    if head.status == "completed" and any(s.meaning in _NOT_OVER for s in opened):
        return head._replace(rule="completed_yet_open")
    plain = done is not None and done.rule == "word" and done.meaning in ("done", "closed")
    if plain and head.status in ("in_progress", "not_started"):
        return head._replace(rule="open_yet_completed")
    return head


def _follows_now(signal: Signal, tokens: Sequence[Token]) -> bool:
    return any(t.text == "now" for t in [t for t in tokens if t.end <= signal.start][-2:])


def _overcome(head: Signal, later: Sequence[Signal], tokens: Sequence[Token]) -> Signal | None:
    """Find what is so now: 'Was on hold, now in progress', 'Previously overdue. Completed'."""
    past = any(t.text in _PAST for t in tokens if t.end <= head.start)
    new = next((s for s in later if past or _follows_now(s, tokens)), None)
    return new if new and head.meaning in ("late", "moved", "hold") else None


def _completed_since(
    head: Signal, later: Sequence[Signal], tokens: Sequence[Token]
) -> Signal | None:
    """'Delayed but now complete', 'Drafted. Completed 3 May 2024' are completed."""
    for signal in [s for s in later if s.status == "completed"]:
        between = " ".join(t.text for t in tokens if head.end <= t.start < signal.start)
        plain = signal.rule == "word"
        joined = plain and _OVERCOME.search(between) is not None
        joined = joined or (head.meaning == "start" and signal.clause == head.clause)
        joined = joined or (plain and _OPEN_UNTIL.fullmatch(between) is not None)
        if joined or _NOW.search(between):
            return signal if head.status != "completed" else head
        if plain and head.meaning in _ON_ITS_WAY and _is_dated_sentence(signal, tokens):
            both = head.meaning in ("open", "lasting")
            return signal._replace(rule="completed_yet_open") if both else signal
    return None


def _is_dated_sentence(signal: Signal, tokens: Sequence[Token]) -> bool:
    """Whether a sentence says this, its day, and nothing else, as in 'Completed 3 May 2024'."""
    before = [t for t in tokens if t.end <= signal.start]
    while before and is_light(before[-1].text) and not before[-1].ends_line:
        before.pop()
    opens = bool(before) and (before[-1].text in _STOPS or before[-1].ends_line)
    behind = [t.text for t in tokens if t.start >= signal.end]
    end = next((n for n, word in enumerate(behind) if word in _STOPS), len(behind))
    said = behind[:end]
    dated = any(word[0].isdigit() for word in said)
    return opens and dated and all(_DATE.fullmatch(word) for word in said)


def _is_blank(head: Signal, tokens: Sequence[Token]) -> bool:
    words = " ".join(t.text for t in tokens if head.start <= t.start < head.end)
    return words in ("na", "not applicable")


def _why_closed(head: Signal, reason: Signal) -> Signal:
    """Tell 'Closed – no longer required', not completed, from 'Closed – not done', unsettled."""
    if reason.status in ("superseded", "rejected"):
        return reason
    # 'Closed – business as usual' is over as an action.
    done = reason.status == "completed" or reason.meaning == "lasting"
    return head if done else head._replace(status="unknown")
