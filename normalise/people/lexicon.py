"""The words by which names of persons are told: given names, titles, ranks, roles, places."""

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files


def stands_for(word: str) -> str:
    """Say what a word stands for, if it is no name: a role, a rank, a title, a body, a place."""
    return _by_word().get(word.casefold().strip(".,"), "")


def words_for(kind: str) -> list[str]:
    """Give the words of a kind, as they are spelt."""
    return [word for word, stands in _spelt().items() if stands == kind]


def is_given(word: str) -> bool:
    """Say whether a word is a given name, or two joined: 'Siân', 'Anne-Marie'."""
    plain = unicodedata.normalize("NFD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    parts = plain.split("-")
    return all(part[:1].isupper() and part.capitalize() in _given() for part in parts)


def is_common(word: str) -> bool:
    """Say whether a given name is as common as another word: 'Grace', 'Mark', 'Will'."""
    return word.capitalize() in _of("common")


def is_initials(word: str) -> bool:
    """Say whether two capitals are somebody's rather than the short form of a role or a body."""
    plain = len(word) == 2 and word.isascii() and word.isalpha() and word.isupper()
    return plain and word not in _of("short") and not stands_for(word)


def is_place(word: str) -> bool:
    """Say whether a word is part of the name of a council's area."""
    return word.capitalize() in _places()


@cache
def _spelt() -> dict[str, str]:
    table = files("normalise.people").joinpath("name_words.csv").read_text(encoding="utf-8")
    return {row["word"]: row["stands"] for row in csv.DictReader(table.splitlines())}


@cache
def _of(kind: str) -> frozenset[str]:
    return frozenset(words_for(kind))


@cache
def _by_word() -> dict[str, str]:
    apart = {"common", "short"}
    return {word.casefold(): kind for word, kind in _spelt().items() if kind not in apart}


@cache
def _given() -> frozenset[str]:
    table = files("normalise.people").joinpath("given_names.csv").read_text(encoding="utf-8")
    return frozenset(table.split()[1:])


@cache
def _places() -> frozenset[str]:
    table = files("normalise.agencies").joinpath("councils.csv").read_text(encoding="utf-8")
    areas = [row["area"] for row in csv.DictReader(table.splitlines())]
    return frozenset(word.capitalize() for area in areas for word in re.split(r"[\s-]+", area))
