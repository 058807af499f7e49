"""Finds the names of officers in printed words: beside a title, beside a role, alone in a cell.

A help, not a guarantee: names are told from bodies and places by given names, by titles and by
the words around them. What is no name is left alone rather than replaced by guess, and a name
that stands alone in running text is found only where another place tells whose it is.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from extract.lexicon import is_english
from normalise.agencies import read_agency

Rule = Literal["title", "role", "alone", "initials", "address"]

_LOWER = "a-zà-öø-ÿ"
_WORD = rf"(?:(?:O['’]|D['’]|Mc|Mac|Fitz)?[A-ZÀ-Ö][{_LOWER}]+(?:[-'’][A-ZÀ-Ö][{_LOWER}]+)*)"
_SURNAME = rf"(?:(?:van |de |al-|El-|St\.? )?{_WORD}|[A-Z]{{3,}}(?:-[A-Z]{{3,}})?)"
_INITIALS = r"[A-Z]\.?(?:\s?[A-Z]\.)?"
_FULL = re.compile(
    rf"(?<![\w@.-])({_WORD}|{_INITIALS})((?:\s(?:{_WORD}|[A-Z]\.?))?)\s({_SURNAME})(?![\w@])"
)
_PAIR = re.compile(rf"({_WORD}|{_INITIALS})()\s({_SURNAME})(?![\w@])")
_INITIAL = re.compile(_INITIALS)
_SPACES = re.compile(r"\s+")
_SHORT_FORM = re.compile(r"\s*\(([A-Z]{2,3})\)")
_BEFORE = re.compile(r"(?:^|[\s(])([\w&'/ -]{2,60}?)\s*(?:[-–—:|,(/]|\n)\s*$")
_AFTER = re.compile(r"^\s*(?:\([A-Z]{2,3}\)\s*)?(?:[-–—|,(/:]|\n)\s*([\w&'/ -]{2,60})")
_PIECES = re.compile(r"\s*(?:[,;/&+\n|]|\band\b|\s[-–—]\s|[()])\s*")
_ADDRESS = re.compile(r"(?<![\w.])([\w.'+-]+)(?=@[\w-]+\.)")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([\w-]+) $"), re.compile(r" ([\w-]+)")
_SAINTS = re.compile(r"(?:\bSt\.?|\bSaint|['’]s)\s$")


class Name(NamedTuple):
    """Words that name a person, and the rule that says so."""

    words: str
    rule: Rule


def names_in(text: str, of_people: bool) -> Iterator[Name]:
    """Find the names in a cell; `of_people` says that its column holds persons or their roles.

    >>> [name.words for name in names_in("Jane Smith, Head of Service", False)]
    ['Jane Smith']
    """
    for match in titled_names(text):
        yield Name(_plain(match["name"]), "title")
    for match in _full_names(text):
        rule = _rule_of(text, match, of_people)
        if rule:
            yield Name(_plain(match[0]), rule)
            if short := _SHORT_FORM.match(text, match.end()):
                yield Name(short[1], "initials")
    for match in _ADDRESS.finditer(text):
        if _casefold(_given(), match[1].split(".")[0]) and "." in match[1]:
            yield Name(match[1], "address")


def titled_names(text: str) -> Iterator[re.Match[str]]:
    """Find names behind a title or a rank, as the group `name`; 'Mr T' names no officer."""
    for match in _titled().finditer(text):
        if _kind(match["last"]) in ("", "place") and not _is_body_after(text, match.end()):
            yield match


def _full_names(text: str) -> Iterator[re.Match[str]]:
    """Find two or three capitalised words in turn, none of them a word of roles or of bodies."""
    start = 0
    while match := _FULL.search(text, start):
        start = match.end(1)
        if match[2] and _kind(match[3]) and not _kind(match[2].strip()):
            match = _PAIR.match(text, match.start()) or match
        if not any(_kind(word) not in ("", "place") for word in match[0].split()):
            yield match
            start = match.end()


def _rule_of(text: str, match: re.Match[str], of_people: bool) -> Rule | None:
    """Say by which rule two or three capitalised words are the name of a person."""
    first, last = match[1], match[3]
    given = first in _given()
    if len(last) < 2 or _is_body_after(text, match.end()):
        return None
    if _SAINTS.search(text[: match.start()]) or read_agency(match[0]).agency_kind:
        return None
    initial = _INITIAL.fullmatch(first) is not None
    if initial and last.isupper():
        return None  # 'A WFD' is hardly a person
    foreign = not given and not initial
    if foreign and (not of_people or _is_known(match[0])):
        return None
    if initial and not of_people and "." not in first:
        return None
    if _beside_role(text, match):
        return "role"
    sure = of_people and not foreign and not _kind(last)  # 'Victoria Park'
    return "alone" if sure and _is_alone(text, match) else None


def _kind(word: str) -> str:
    """Say what a word stands for, if it is no name: a role, a rank, a title, a body, a place."""
    return _words().get(word.casefold().strip(".,"), "")


def _is_body_after(text: str, end: int) -> bool:
    """'George Eliot Hospital', 'Sue Ryder Care': the words go on as the name of a body."""
    match = re.match(r"\s([A-Z][\w'’]+)", text[end:])
    return match is not None and _kind(match[1]) in ("other", "place")


def _is_known(words: str) -> bool:
    """Words of English and of places; a name that no list holds is neither."""
    parts = re.split(r"[\s-]+", words)
    return any(is_english(part.casefold()) or _casefold(_places(), part) for part in parts)


def _beside_role(text: str, match: re.Match[str]) -> bool:
    before, after = _BEFORE.search(text[: match.start()]), _AFTER.match(text[match.end() :])
    sides = [side[1] for side in (before, after) if side]
    touching = _WORD_BEFORE.search(text[: match.start()]), _WORD_AFTER.match(text[match.end() :])
    sides += [word[1] for word in touching if word]
    return any(_kind(word) == "role" for side in sides for word in re.split(r"[\s/]+", side))


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a name is all of a piece of the cell, as in 'Jane Smith / Ali Khan'."""
    return _plain(match[0]) in {_plain(piece) for piece in _PIECES.split(text)}


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _casefold(known: frozenset[str], word: str) -> bool:
    return word.capitalize() in known


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(w for w, kind in _spelt().items() if kind == "title")
    ranks = "|".join(w for w, kind in _spelt().items() if kind == "rank")
    name = rf"(?P<name>(?:{_INITIALS}\s)?(?:{_WORD}\s)?(?P<last>{_SURNAME}))"
    # 'Warwick DC Housing': a rank is none behind a capitalised word.
    return re.compile(
        rf"(?<![\w-])(?:(?:{titles})\.?|(?<![a-z]\s)(?:{ranks}))\s"
        rf"(?:(?:{titles}|{ranks})\.?\s)*(?:\d+\s)?{name}(?![\w@])"
    )


@cache
def _spelt() -> dict[str, str]:
    table = files("normalise").joinpath("name_words.csv").read_text(encoding="utf-8")
    return {row["word"]: row["stands"] for row in csv.DictReader(table.splitlines())}


@cache
def _words() -> dict[str, str]:
    return {word.casefold(): kind for word, kind in _spelt().items()}


@cache
def _given() -> frozenset[str]:
    table = files("normalise").joinpath("given_names.csv").read_text(encoding="utf-8")
    return frozenset(table.split()[1:])


@cache
def _places() -> frozenset[str]:
    table = files("normalise").joinpath("councils.csv").read_text(encoding="utf-8")
    areas = [row["area"] for row in csv.DictReader(table.splitlines())]
    return frozenset(word.capitalize() for area in areas for word in re.split(r"[\s-]+", area))
