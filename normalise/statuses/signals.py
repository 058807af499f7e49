"""Finds the status words of a text and weighs each against the words around it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalise.records import Status
from normalise.statuses.behind import after, dated, undone
from normalise.statuses.lexicon import Phrase, is_adjective, is_light, phrase_at
from normalise.statuses.refusals import of_refusal, will_be_missed
from normalise.statuses.scope import Scope, before, is_no_statement, is_of_another
from normalise.statuses.tokens import Clause, Token, clauses

PLAIN: dict[str, Status] = {
    "done": "completed",
    "closed": "completed",
    "result": "completed",
    "deed": "completed",
    "partly": "partially_completed",
    "unfinished": "in_progress",
    "open": "in_progress",
    "lasting": "in_progress",
    "start": "in_progress",
    "track": "in_progress",
    "expected": "in_progress",
    "idle": "not_started",
    "late": "delayed",
    "moved": "delayed",
    "hold": "on_hold",
    "await": "awaiting_update",
    "superseded": "superseded",
    "rejected": "rejected",
}
_OF_DONE: dict[str, Status] = {
    "part": "partially_completed",
    "left_over": "partially_completed",
    "negation": "in_progress",
    "late": "delayed",
    "expected": "in_progress",
    "future": "not_started",
    "under_way": "in_progress",
    "near": "in_progress",
    "draft": "in_progress",
    "reopened": "in_progress",
    "unsettled": "unknown",
}
# 'Not met' says that nothing came of it; 'not complete' only that it is not over.
_OF_RESULT: dict[str, Status] = {**_OF_DONE, "negation": "not_started"}
_OF_BEGIN: dict[str, Status] = {
    "negation": "not_started",
    "expected": "not_started",
    "future": "not_started",
    "near": "not_started",
    "dated": "not_started",
}
_OF_START: dict[str, Status] = {**_OF_BEGIN, "part": "in_progress", "draft": "in_progress"}
_OF_SHIFT: dict[str, Status] = {"dated": "delayed"}
_OF_NOUN: dict[str, Status] = {"near": "in_progress", "expected": "in_progress"}
# Words that a number, a part or what follows can qualify.
_DONE = ("done", "closed", "result", "deed")
_QUALIFIED: dict[str, dict[str, Status]] = {
    "done": _OF_DONE,
    "closed": _OF_DONE,
    "result": _OF_RESULT,
    "deed": _OF_RESULT,
    "start": _OF_START,
    "begin": _OF_BEGIN,
    "shift": _OF_SHIFT,
    "noun": _OF_NOUN,
}
# Words that undo any other status word; all others leave it standing.
_UNDOING = frozenset({"condition", "negation", "wish"})
_UNDOING_IF_PLANNED = _UNDOING | {"future", "expected"}


# How many words on either side can qualify a status word, and how many of what follows it.
_SCOPE, _BEHIND = 16, 10


# 'All training delivered', 'Training being delivered': words that may stand there as the subject.
_SUBJECT = 3
_UNIVERSAL = frozenset({"all", "both"})


# Verbs behind a bracket: the sentence goes on, and the bracket was an aside.
_GOES_ON = frozenset(
    {"shows", "showed", "shown", "found", "finds", "identified", "identifies", "highlighted", "has"}
    | {"have", "had", "is", "are", "was", "were", "will", "which", "that", "to", "by", "revealed"}
    | {"demonstrated", "demonstrates", "confirmed", "suggests", "suggested", "indicated", "and"}
)


class Signal(NamedTuple):
    """A status read from some words; `lead` where nothing of weight stands before them."""

    status: Status
    rule: str
    meaning: str
    start: int
    end: int
    lead: bool
    clause: int


def signals(tokens: Sequence[Token]) -> Iterator[Signal]:
    """Every status word of the text that says something, in order."""
    place = 0
    for number, clause in enumerate(clauses(tokens)):
        while tokens[place].start < clause[0].start:
            place += 1
        yield from _clause_signals(clause, number, tokens, place)


def _clause_signals(
    clause: Clause, number: int, tokens: Sequence[Token], place: int
) -> Iterator[Signal]:
    index, weight = 0, False
    while index < len(clause):
        phrase = phrase_at(clause, index)
        if phrase is None:
            weight = weight or not is_light(clause[index].text)
            index += 1
            continue
        end = index + phrase.length
        signal = _weigh(
            clause, index, phrase, number, tokens[place + end : place + end + _BEHIND + 1]
        )
        if is_adjective(phrase, clause, end) or (
            not index and _is_aside(phrase, clause, tokens, place)
        ):
            weight, signal = True, None
        if signal and _counts(signal, phrase, clause, weight):
            yield signal._replace(lead=not weight)
        index = end


def _is_aside(phrase: Phrase, clause: Clause, tokens: Sequence[Token], place: int) -> bool:
    """Whether brackets in a sentence only describe a thing: 'The audit (completed May) shows …'."""
    end = place + len(clause)
    if phrase.meaning not in _DONE or place < 2 or tokens[place - 1].text != "(":
        return False
    closed = end + 1 < len(tokens) and tokens[end].text == ")"
    return closed and tokens[end + 1].text in _GOES_ON


def _counts(signal: Signal, phrase: Phrase, clause: Clause, weight: bool) -> bool:
    if phrase.reach == "anywhere":
        return True
    if phrase.reach == "near" or (phrase.meaning == "result" and clause[0].text in _UNIVERSAL):
        return sum(token.end <= signal.start for token in clause) <= _SUBJECT
    if phrase.reach == "only":
        return not weight and clause[-1].end == signal.end
    if phrase.reach == "alone":
        following = (token for token in clause if token.start >= signal.end)
        return not weight and all(is_light(token.text) for token in following)
    return not weight


def _weigh(
    clause: Clause, index: int, phrase: Phrase, number: int, following: Sequence[Token]
) -> Signal | None:
    near = max(index - _SCOPE, 0)
    left = "".join(f"{token.text} " for token in clause[near:index])
    right = " ".join(token.text for token in following[:_BEHIND])
    right = right if len(following) > _BEHIND else f"{right} END".lstrip()
    end = index + phrase.length
    rest = " ".join(token.text for token in clause[end : end + _SCOPE])
    scope = before(left)
    if scope and scope.kind == "wish" and _is_month(left, clause[index].text):
        scope = None
    if (
        scope is None
        and phrase.meaning == "done"
        and is_no_statement(clause[index].text, left, right, rest)
    ):
        return None
    scope = _behind(scope, phrase.meaning, left, right)
    if (
        phrase.meaning == "superseded"
        and clause[end - 1].text.endswith("ed")
        and is_of_another(left, right)
    ):
        return None
    meaning = phrase.meaning
    if meaning == "rejected":
        meaning = of_refusal(" ".join(token.text for token in clause[index:end]), right)
    read = _read(meaning, scope)
    if read is None:
        return None
    first = near + left[: scope.start].count(" ") if scope and read[1] != "word" else index
    first = min(first, index)
    return Signal(*read, meaning, clause[first].start, clause[end - 1].end, False, number)


def _behind(scope: Scope | None, meaning: str, left: str, right: str) -> Scope | None:
    """Weigh the words behind, on top of those before."""
    if scope and scope.kind == "negation" and will_be_missed(left, right):
        return scope._replace(kind="late")
    if scope:
        return undone(scope, right)
    if meaning in _DONE:
        found = after(left, right, meaning)
        # 'closed but not completed' is weighed as the reason for closing
        return None if found and found.kind == "left_over" and meaning == "closed" else found
    return dated(right, len(left)) if meaning in ("begin", "shift") else None


# What 'may' can govern by itself: 'may complete', but 'may be completed'.
_BASES = frozenset({"complete", "start", "commence", "begin", "continue", "achieve", "follow"})
_MAY = re.compile(r"(?:^|[^\d ](?<!\dst)(?<!\dnd)(?<!\drd)(?<!\dth) )may $")


def _is_month(left: str, word: str) -> bool:
    """'6 May complete' and 'May completed' hold a month, 'may complete' does not."""
    return left.endswith("may ") and (word not in _BASES or _MAY.search(left) is None)


def _read(meaning: str, scope: Scope | None) -> tuple[Status, str] | None:
    plain = PLAIN.get(meaning)
    if scope is None:
        return (plain, "word") if plain else None
    if meaning in (*_DONE, "noun") and scope.kind in ("percent", "share"):
        return _by_share(scope)
    if meaning in _QUALIFIED:
        return _qualified(meaning, scope)
    undoing = _UNDOING_IF_PLANNED if meaning in ("superseded", "rejected") else _UNDOING
    return (plain, "word") if plain and scope.kind not in undoing else None


def _qualified(meaning: str, scope: Scope) -> tuple[Status, str] | None:
    status = _QUALIFIED[meaning].get(scope.kind)
    if status:
        return status, scope.kind
    return ("in_progress", "word") if meaning == "start" and scope.value else None


def _by_share(scope: Scope) -> tuple[Status, str]:
    return share_status(scope.value, counted=scope.kind == "share"), scope.kind


def share_status(percent: float, counted: bool = False) -> Status:
    """Say what a percentage means; `2 of 3` counts parts, so that it is partly complete."""
    if percent >= 100:
        return "completed"
    if percent <= 0:
        return "not_started"
    return "partially_completed" if counted else "in_progress"
