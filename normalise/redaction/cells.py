"""Finds names in a cell of a column of people, where they stand without a role beside them.

Such a cell is cut into its pieces; each is a name, a role, a body, or initials.
"""

import re
from collections.abc import Iterator

from extract.text.lexicon import is_english
from normalise.agencies.reading import read_agency
from normalise.people.lexicon import is_common, is_given, is_initials, is_place, stands_for
from normalise.people.titles import INITIALS, SURNAME, WORD

PIECES = re.compile(r"\s*(?:[,;/&+\n|:]|\band\b|\s[-–—]\s|[()])\s*")
TURNED = re.compile(
    rf"(?:^|(?<=[\n;/]))[^\S\n]*(?P<name>(?P<last>{SURNAME}),[^\S\n]?(?P<first>{WORD})"
    rf"(?:[^\S\n][A-Z]\.?)?)[^\S\n]*(?=$|[\n;/(,–-])"
)
FULL = re.compile(
    rf"(?P<first>{WORD}|{INITIALS}|[A-Z]{{2}})(?:\s(?:{WORD}|[A-Z]\.?)){{0,2}}"
    rf"\s(?P<last>{SURNAME}|[A-Z]\.?)"
)
CAPITALS = re.compile(r"(?P<first>[A-Z'’-]{2,})(?:\s[A-Z'’-]+){0,2}\s(?P<last>[A-Z'’-]{2,})")
LETTER = re.compile(r"[A-Z]")
DOTTED = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]\.[A-Z]")


def people_in(text: str, strangers: bool) -> Iterator[str]:
    """Give the names that are pieces of a cell: 'Jane Smith', 'SMITH, Jane', 'Sarah', 'J.S.'.

    Of names that no list holds only `strangers` are taken: in a column that also holds bodies
    they may be those of charities.
    """
    turned = [match for match in TURNED.finditer(text) if is_given(match["first"])]
    for match in turned:
        if not _is_of_bodies(match["last"]):
            yield match["name"]
            text = text.replace(match["name"], "\n", 1)
    pieces = [" ".join(piece.split()) for piece in PIECES.split(text) if piece.strip()]
    initials = all(_is_name(piece, strangers) or is_initials(piece) for piece in pieces)
    named = any(_is_name(piece, strangers) and " " in piece for piece in pieces)
    for piece in pieces:
        told = _is_name(piece, strangers) or (initials and is_initials(piece))
        if told or (named and _is_like_name(piece)):
            yield piece


def _is_name(piece: str, strangers: bool) -> bool:
    if read_agency(piece).agency_kind:
        return False
    if DOTTED.fullmatch(piece):
        return True
    if is_given(piece) and not is_common(piece) and not is_place(piece):
        return not stands_for(piece)
    if capitals := CAPITALS.fullmatch(piece):
        return _is_given_name(capitals["first"].capitalize()) and not _has_bodies(piece)
    match = FULL.fullmatch(piece)
    return match is not None and _is_full_name(match, piece.split(), strangers)


def _is_like_name(piece: str) -> bool:
    """'Bob Jones' beside 'Jane Smith': given names that are words too count beside other names."""
    match = FULL.fullmatch(piece)
    if match is None or read_agency(piece).agency_kind or _has_bodies(piece):
        return False
    return is_given(match["first"]) or is_common(match["first"])


def _is_full_name(match: re.Match[str], words: list[str], strangers: bool) -> bool:
    first, last = match["first"], match["last"]
    if any(_is_of_bodies(word) for word in words):
        return False
    if len(LETTER.findall(first)) <= 2 and first.isupper():
        return len(last) > 2 and not last.isupper() and not stands_for(first)
    if strangers and len(words) == 2 and is_common(first) and len(last.strip(".")) > 1:
        return not is_place(last)  # a column of persons alone: 'Dawn Wall', 'Will Young'
    if not is_given(first):
        return strangers and all(_is_strange(word) for word in words if len(word.strip(".")) > 2)
    if len(last.strip(".")) == 1:
        return not is_common(first)
    if stands_for(last) == "place":  # 'Rob Green', but not 'Victoria Park'
        return not is_place(first) and first not in PLACES_TOO
    return _is_given_name(first) or "-" in last or not is_english(last.casefold())


def _is_given_name(word: str) -> bool:
    return is_given(word) and not is_common(word)


def _has_bodies(piece: str) -> bool:
    return any(_is_of_bodies(word) for word in piece.split())


def _is_of_bodies(word: str) -> bool:
    return stands_for(word) not in ("", "place")


def _is_strange(word: str) -> bool:
    """Neither English nor a place: a name that no list of ours holds."""
    known = all(is_english(part.casefold()) for part in word.split("-"))
    return not known and not is_place(word)


PLACES_TOO = frozenset({"Victoria", "Rose", "Holly", "Heather", "Ivy", "George", "Albert", "Hope"})
"""Given names after which roads, parks and houses are called."""
