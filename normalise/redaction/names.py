"""Finds the names of officers in printed words: beside a title or a role, or alone in a cell.

A help, not a guarantee: names are told from bodies and places by given names, by titles and by
the words around them. What is no name is left alone rather than replaced by guess, and a name
that stands alone in running text is found only where a role, what the person does there, or
another place tells whose it is.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalise.agencies.reading import read_agency
from normalise.people.addresses import names_of_addresses
from normalise.people.lexicon import is_given, stands_for
from normalise.people.titles import INITIALS, SURNAME, WORD, is_body_after, titled_names
from normalise.redaction.cells import people_in

Rule = Literal["title", "role", "alone", "initials", "address"]

_GAP = r"[^\S\n]"  # the lines of a cell are its items: no name goes on over them
_FULL = re.compile(
    rf"(?<![\w@.'’-])({WORD}|{INITIALS})((?:{_GAP}(?:{WORD}|[A-Z]\.?))?){_GAP}({SURNAME})(?![\w@])"
)
_PAIR = re.compile(rf"({WORD}|{INITIALS})(){_GAP}({SURNAME})(?![\w@])")
_INITIAL = re.compile(INITIALS)
_SHORT_FORM = re.compile(r"\s*\(([A-Z]{2,3})\)")
_BEFORE = re.compile(r"(?:^|[\s(])([\w&'/ -]{2,60}?)\s*(?:[-–—:|,(/]|\n)\s*$")
_AFTER = re.compile(r"^\s*(?:\([A-Z]{2,3}\)\s*)?(?:[-–—|,(/:]|\n)\s*([\w&'/ -]{2,60})")
_RUN_BEFORE = re.compile(r"(?:(?:[A-Z][\w'’&-]*|of|and|for|the|&),?[^\S\n]){1,8}$")
_WORD_AFTER = re.compile(r" ([\w-]+)")
_SAINTS = re.compile(r"(?:\bSt\.?|\bSaint|['’]s)\s$")
_ACTS = re.compile(
    r" (?:to (?!the\b)|will |has (?:agreed|confirmed|sent|met|written|led|been asked)|agreed|"
    r"confirmed|advised|attended|chairs|leads|presented|circulated|delivered|reported|is leading)"
)
_NAMED_BY = re.compile(
    r"\b(?:(?:sent|led|written|delivered|signed|chaired|presented|completed|prepared|agreed) by|"
    r"(?:update|email|letter|response|feedback|advice) (?:from|to)|contact|actions? for|"
    r"discuss(?:ed|ion) with|agreed with|liaise with|meeting with|assigned to|allocated to) $",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"['’]s\b| (?:[Ii]nquiry|[Rr]eview|[Rr]eport|[Cc]ase|[Ll]aw|[Aa]ct|[Tt]rust|[Pp]rogramme)\b"
)


class Name(NamedTuple):
    """Words that name a person, and the rule that says so."""

    words: str
    rule: Rule


def names_in(text: str, of_people: bool, of_bodies: bool = False) -> Iterator[Name]:
    """Find the names in a cell; `of_people` says that its column holds persons or their roles.

    `of_bodies` says that it may as well hold bodies.

    >>> [name.words for name in names_in("Jane Smith, Head of Service", False)]
    ['Jane Smith']
    """
    for match in titled_names(text):
        yield Name(_plain(match["name"]), "title")
    for match in _full_names(text):
        if _is_person(text, match, of_people):
            yield Name(_plain(match[0]), "role")
            if short := _SHORT_FORM.match(text, match.end()):
                yield Name(short[1], "initials")
    for words in people_in(text, not of_bodies) if of_people else ():
        yield Name(words, "initials" if words.replace(".", "").isupper() else "alone")
        if short := re.search(re.escape(words) + _SHORT_FORM.pattern, text):
            yield Name(short[1], "initials")
    for local in names_of_addresses(text):
        yield Name(local, "address")


def _full_names(text: str) -> Iterator[re.Match[str]]:
    """Find two or three capitalised words in turn, none of them a word of roles or of bodies."""
    start = 0
    while match := _FULL.search(text, start):
        start = match.end(1)
        if match[2] and stands_for(match[3]) and not stands_for(match[2].strip()):
            match = _PAIR.match(text, match.start()) or match
        if not any(stands_for(word) not in ("", "place") for word in match[0].split()):
            yield match
            start = match.end()


def _is_person(text: str, match: re.Match[str], of_people: bool) -> bool:
    """Say whether two or three capitalised words are the name of a person, by what is beside."""
    first, last = match[1], match[3]
    if len(last) < 2 or is_body_after(text, match.end()) or _CASE.match(text, match.end()):
        return False
    if _SAINTS.search(text[: match.start()]) or read_agency(match[0]).agency_kind:
        return False
    initial = _INITIAL.fullmatch(first) is not None
    if initial:
        fits = not last.isupper() and (of_people or "." in first)  # 'A WFD' is hardly a person
        return fits and _beside_role(text, match)
    if is_given(first):
        return _beside_role(text, match) or (not stands_for(last) and _acts(text, match))
    return False


def _acts(text: str, match: re.Match[str]) -> bool:
    """'Jane Smith to write', 'letter sent by Jane Smith': what only a person does."""
    before = text[: match.start()]
    return bool(_ACTS.match(text, match.end()) or _NAMED_BY.search(before))


def _beside_role(text: str, match: re.Match[str]) -> bool:
    before, after = _BEFORE.search(text[: match.start()]), _AFTER.match(text[match.end() :])
    sides = [side[1] for side in (before, after) if side]
    run, word = _RUN_BEFORE.search(text[: match.start()]), _WORD_AFTER.match(text[match.end() :])
    sides += [run[0]] if run else []
    sides += [word[1]] if word else []
    return any(stands_for(word) == "role" for side in sides for word in re.split(r"[\s/,]+", side))


def _plain(words: str) -> str:
    return " ".join(words.split())
