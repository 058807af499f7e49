"""The phrases that can tell a status, and the words that may stand before them.

In the table, `/` parts alternatives for one word and `?` marks a word that may be left out.
"""

import csv
import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from normalise.statuses.tokens import Clause

# Dates, numbers, single letters and list marks weigh nothing either.
_LIGHT = re.compile(
    r"[a-z]|\d[\w.,/:%]*|[ivx]+|[,&+]|q[1-4]"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|spring|summer|autumn|winter|easter|christmas"
)
# Other words may stand between these and what they govern.
_GAPPED = frozenset({"awaiting", "await", "awaits", "moved", "transferred"})


class Phrase(NamedTuple):
    """What a phrase means, how far into a text it counts, and its number of words."""

    meaning: str
    reach: str
    length: int


Lexicon = dict[str, dict[tuple[str, ...], Phrase]]


@cache
def lexicon() -> Lexicon:
    """All phrases of the table, written out, by their first word."""
    written: Lexicon = {}
    path = Path(__file__).with_name("words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for words in write_out(row["words"]):
                phrase = Phrase(row["meaning"], row["reach"], len(words))
                written.setdefault(words[0], {}).setdefault(words, phrase)
    return written


def write_out(pattern: str) -> list[tuple[str, ...]]:
    """Every run of words that a pattern of the table stands for."""
    choices = [_choices(part) for part in pattern.split()]
    return [tuple(word for word in words if word) for words in product(*choices)]


def _choices(part: str) -> list[str]:
    alternatives = part.removesuffix("?").split("/")
    return [*alternatives, ""] if part.endswith("?") else alternatives


@cache
def _longest(first: str) -> int:
    return max((phrase.length for phrase in lexicon().get(first, {}).values()), default=0)


def phrase_at(clause: Clause, index: int) -> Phrase | None:
    """Find the longest phrase that begins at this word of the clause."""
    known = lexicon().get(clause[index].text)
    if known is None:
        return None
    most = min(_longest(clause[index].text), len(clause) - index)
    words = tuple(token.text for token in clause[index : index + most])
    runs = (known[words[:length]] for length in range(most, 0, -1) if words[:length] in known)
    found = next(runs, None)
    if found and found.length > 1 and found.meaning != "shift":
        return found
    return _phrase_with_gap(clause, index, known) or found


def _phrase_with_gap(
    clause: Clause, index: int, known: dict[tuple[str, ...], Phrase]
) -> Phrase | None:
    """Find what stands behind others: 'awaiting Home Office response', 'moved to the plan'."""
    if clause[index].text not in _GAPPED:
        return None
    for end in range(index + 2, min(index + 8, len(clause))):
        if phrase := known.get((clause[index].text, clause[end].text)):
            return phrase._replace(length=end + 1 - index)
    return None


@cache
def is_light(word: str) -> bool:
    """Whether a word may stand before a status word without changing what it is said of."""
    return _light_words().get(word) == "before" or _LIGHT.fullmatch(word[:16]) is not None


@cache
def _light_words() -> dict[str, str]:
    """Read where each light word may stand: before a status word, or only after it."""
    path = Path(__file__).with_name("light_words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["stands"] for row in csv.DictReader(file)}


# Participles that describe a thing as often as they state a status: 'overdue assessments'.
_DESCRIBING = frozenset(
    {"late", "hold", "await", "superseded", "rejected", "closed", "result"}
    | {"unfinished", "lasting", "open", "deed"}
)
_AS_NOUN = frozenset({"outstanding", "continuing", "rolling", "recurring"})
_FINITE_ONLY = frozenset(
    {"continue", "continues", "continued", "ongoing", "slipped", "postponed", "rescheduled"}
)


def is_adjective(phrase: Phrase, clause: Clause, end: int) -> bool:
    """Whether the phrase only describes the word after it, as in 'closed cases are audited'."""
    last = clause[end - 1]
    if phrase.meaning not in _DESCRIBING or last.ends_line or end >= len(clause):
        return False
    if (phrase.length > 1 and phrase.meaning != "await") or last.text in _FINITE_ONLY:
        return False
    if last.text.endswith("ing") and last.text not in _AS_NOUN:
        return False
    follower = clause[end].text
    known = is_light(follower) or follower in _light_words() or follower.endswith("ly")
    return not known and phrase_at(clause, end) is None
