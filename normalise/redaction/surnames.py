"""Finds the surname of an officer who is named in full elsewhere: 'Ask Johnson', 'Update by Smith'.

A surname that is a place, a role or part of a body's name is left alone, and one that is also a
word counts only within a sentence, where its capital tells it from the word.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from extract.text.lexicon import is_english
from normalise.people.lexicon import is_place, stands_for
from normalise.people.titles import is_body_after
from normalise.redaction.names import Name

_LEAST = 3
_BODY = re.compile(
    r"(?:['’]s)?[^\S\n](?:[A-Z]|[Ww]ard|[Tt]rust|[Hh]ouse|[Rr]eview|[Rr]eport|[Ii]nquiry)"
)
_STARTS = re.compile(r"(?:^|[.!?:;•\n–-]\s*)$")


def surnames_of(names: Iterable[Name], title: str) -> frozenset[str]:
    """Give the surnames that may stand alone; none that the title of the review holds."""
    found = set()
    for name in names:
        words = name.words.partition(",")[0].split()
        last = words[0] if "," in name.words else words[-1]
        plain = name.rule in ("title", "role", "alone") and len(last) > _LEAST - 1
        told = name.rule == "title" or "," in name.words or len(words) > 1
        if plain and told and last[:1].isupper() and last[1:].islower():
            found.add(last)
    return frozenset(w for w in found if not (stands_for(w) or is_place(w) or w in title))


def surnames_in(text: str, surnames: Collection[str]) -> Iterator[tuple[int, int]]:
    """Find where one of the surnames stands for the officer."""
    if not any(surname in text for surname in surnames):
        return
    for match in re.finditer(r"(?<![\w.@'’-])[A-Z][\w'’]*[a-z](?![\w@-])", text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        end = match.start() + len(word)
        if word not in surnames or _BODY.match(text, end) or is_body_after(text, end):
            continue
        if not (is_english(word.casefold()) and _STARTS.search(text[: match.start()])):
            yield match.start(), end
