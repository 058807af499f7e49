"""Finds where a document spells an abbreviation out: 'Warwickshire County Council (WCC)'."""

import re
from collections.abc import Sequence

PAIR = re.compile(r"\(\s*[\"'‘“]?([A-Z][A-Za-z&/-]{1,9}?)s?[\"'’”]?\s*[,)]")
REVERSED = re.compile(r"\b([A-Z][A-Za-z&]{1,8}[A-Z])\s+\(([A-Z][^()]{5,90})\)")
WORD = re.compile(r"[^\W\d_][\w'’]*|&")
ENDS_PHRASE = re.compile(r"[.;:?!()\n•]\s*|,\s+(?=[a-z])|\s[–—]\s")
LINKS = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "&", "a", "upon", "by"})
UNSAID = frozenset(
    {"nhs", "trust", "foundation", "service", "services", "ltd", "limited", "cic", "uk"}
)
MOST_WORDS = 14


def abbreviations_in(text: str) -> dict[str, str]:
    """Pair abbreviations with full names where the initials agree; the first of each counts.

    >>> abbreviations_in("Led by Warwickshire County Council (WCC).")
    {'WCC': 'Warwickshire County Council'}
    """
    found: dict[str, str] = {}
    for match in PAIR.finditer(text):
        name = _name_before(text[max(0, match.start() - 160) : match.start()], match[1])
        if name:
            found.setdefault(match[1], name)
    for match in REVERSED.finditer(text):
        if _spells(match[2], match[1]):
            found.setdefault(match[1], " ".join(match[2].split()))
    return found


def _name_before(before: str, short: str) -> str:
    """Find the nearest words before the bracket whose initials are the abbreviation."""
    phrase = ENDS_PHRASE.split(before.replace("\n", " "))[-1]
    starts = [match.start() for match in WORD.finditer(phrase)][-MOST_WORDS:]
    for start in reversed(starts):
        name = " ".join(phrase[start:].split())
        if name[0].isupper() and _spells(name, short):
            return name
    return ""


def _spells(name: str, short: str) -> bool:
    words = [word.casefold() for word in WORD.findall(name)]
    letters = "".join(letter for letter in short.casefold() if letter.isalpha())
    may_skip = 1 if len(letters) > 3 else 0
    return bool(words) and words[0][0] == letters[0] and _match(words, letters, may_skip)


def _match(words: Sequence[str], letters: str, may_skip: int) -> bool:
    """Say whether the words' initials are the letters, but for link words and what goes unsaid."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    for taken in (letters[:1], letters[:2]):  # NABSCOP takes two of 'Communities'
        if taken and word.startswith(taken) and _match(rest, letters[len(taken) :], may_skip):
            return True
    if word in LINKS or word in UNSAID:
        return _match(rest, letters, may_skip)
    return may_skip > 0 and _match(rest, letters, may_skip - 1)
