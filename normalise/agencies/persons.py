"""Takes persons out of a printed agency: 'Norfolk Constabulary, DCI Jane Smith' is the force."""

import re

from extract.headings.agency_names import agency_kind_of
from extract.text.lexicon import is_english
from normalise.people.lexicon import is_given, is_place, stands_for
from normalise.people.titles import INITIALS, SURNAME, WORD, titled_end, titled_names

BETWEEN = re.compile(r"(\s+[-–—|/]\s*|\s*[–—|/]\s+|:\s+|[,;]\s+|\s*\(|\)\s*)")
PERSON = re.compile(rf"(?P<first>{WORD}|{INITIALS})(?:\s(?:{WORD}|[A-Z]\.?))?\s(?P<last>{SURNAME})")
AT_END = re.compile(rf"\s(?P<first>{WORD})\s(?P<last>{SURNAME})$")
RANK = (
    r"(?:(?:T|A|D)/)?(?:Det(?:ective)?\.? )?(?:Chief )?(?:Supt|Superintendent|Insp|Inspector|Sgt"
    r"|Sergeant|Con|Constable)\.?|DCI|DCS|DSU|DI|DS|DC|CEO|COO|Chief Exec(?:utive)?"
)
"""Ranks and offices without a name: 'Det Supt, Kent Police', 'Women's Aid CEO'."""
ALONE = re.compile(RANK)
BEFORE = re.compile(rf"^(?:{RANK})\s+(?=[A-Z])")
BEHIND = re.compile(rf"\s+(?:{RANK})$")
EMPTY = re.compile(r"\s*\(\s*\)|[\s,;:|/–—-]+$")


def without_persons(name: str) -> str:
    """Drop the names of persons beside a body, and behind it without a sign between.

    >>> without_persons("Kent Police (Sarah Jones) / DI O'Brien")
    'Kent Police'
    """
    pieces = _without_ranks(BETWEEN.split(name))
    for at in range(0, len(pieces), 2):
        if _is_person(pieces[at].strip()) and not _is_only_strange(pieces, at):
            pieces[at] = ""
            inside = at and "(" in pieces[at - 1]
            if at and not inside:
                pieces[at - 1] = ")" if ")" in pieces[at - 1] else ""
            if inside and at + 1 < len(pieces) and ")" not in pieces[at + 1]:
                pieces[at + 1] = ""
    rest = "".join(pieces)
    for _ in range(2):
        rest = EMPTY.sub("", rest).strip(" ,;:")
    return _without_last(rest)


def _without_ranks(pieces: list[str]) -> list[str]:
    """Drop ranks and offices that stand by themselves, where a body is named beside them."""
    kept = list(map(_without_rank, pieces))
    if not any(agency_kind_of(piece) for piece in kept[::2]):
        return pieces
    if not kept[0].strip() and len(kept) > 1:
        kept[1] = ""
    return kept


def _without_rank(piece: str) -> str:
    if ALONE.fullmatch(piece.strip()):
        return ""
    bare = BEHIND.sub("", BEFORE.sub("", piece, count=1))
    return bare if agency_kind_of(bare) else piece


def _is_only_strange(pieces: list[str], at: int) -> bool:
    """Words of no list that stand alone, or first, are as well the name of a charity."""
    match = PERSON.fullmatch(pieces[at].strip())
    strange = match and _is_strange(match["first"]) and not is_given(match["first"])
    return bool(strange) and at == 0


def _without_last(name: str) -> str:
    """Cut 'DCI Smith' and 'Sarah Brown' from behind a body that they follow without a sign."""
    if titled := titled_end(name):
        return name[: titled.start()].strip(" ,-–")
    match = AT_END.search(name)
    person = match and is_given(match["first"]) and not stands_for(match["last"])
    if match and person and agency_kind_of(name[: match.start()]):
        return name[: match.start()]
    return name


def _is_person(words: str) -> bool:
    """Tell 'DCI Jane Smith', 'J. Smith' and 'Sarah Brown' from names of bodies and places."""
    if any(match.start() == 0 and match.end() == len(words) for match in titled_names(words)):
        return True
    match = PERSON.fullmatch(words)
    if match is None or agency_kind_of(words):
        return False
    if is_given(match["first"]) and stands_for(match["last"]) == "place":
        return True
    named = any(stands_for(word) or is_place(word) for word in words.split())
    initial = len(match["first"].strip(".")) == 1
    return not named and (initial or is_given(match["first"]) or _is_strange(match["first"]))


def _is_strange(word: str) -> bool:
    """No English, as names of departments are: a given name that no list holds."""
    return len(word) > 3 and not is_english(word.casefold())
