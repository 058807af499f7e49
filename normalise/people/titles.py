"""Finds names behind a title or a rank: 'DCI Jane Smith', 'Dr A. Patel', 'Det Supt O'Neill'."""

import re
from collections.abc import Iterator
from functools import cache

from normalise.people.lexicon import stands_for, words_for

_LOWER = "a-zß-öø-ÿ"
_CAPITAL = "A-ZÀ-ÖØ-Þ"
WORD = (
    rf"(?:(?:O['’]|D['’]|Mc|Mac|Fitz|De|Le)?[{_CAPITAL}][{_LOWER}]+"
    rf"(?:[-'’](?:Mc|Mac|O['’])?[{_CAPITAL}][{_LOWER}]+)*)"
)
PARTICLE = (
    r"(?:[Vv]an (?:der |den )?|[Dd]e (?:la )?|[Dd]a |[Dd]os |[Vv]on |[Bb]in |ap |ab |[Aa]l-|[Ee]l-|"
    r"St\.? |Ó |Ní )"
)
SURNAME = rf"(?:{PARTICLE}?{WORD}|(?:Mc|Mac|O['’])?[{_CAPITAL}]{{3,}}(?:[-'’][{_CAPITAL}]{{3,}})?)"
INITIALS = r"[A-Z]\.?(?:\s?[A-Z]\.)?"
NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+)\s$")
PERSONS = ("role", "rank", "title")
BODY_WORD = re.compile(r"\s([A-Z][\w'’]+)")


def titled_names(text: str) -> Iterator[re.Match[str]]:
    """Find names behind a title or a rank, as the group `name`; 'Mr T' names no officer."""
    for match in _titled().finditer(text):
        before = NAME_BEFORE.search(text[: match.start()])
        if match["rank"] and before and stands_for(before[1]) not in PERSONS:
            continue  # 'Warwick DC Housing'
        if stands_for(match["last"]) in ("", "place") and not is_body_after(text, match.end()):
            yield match


def titled_end(text: str) -> re.Match[str] | None:
    """Find a title or rank with its name at the end of other words: 'Kent Police DI Green'."""
    match = _titled_end().search(text)
    return match if match and stands_for(match["last"]) in ("", "place") else None


def is_body_after(text: str, end: int) -> bool:
    """'George Eliot Hospital', 'Sue Ryder Care': the words go on as the name of a body."""
    match = BODY_WORD.match(text, end)
    return match is not None and stands_for(match[1]) in ("other", "place")


@cache
def _titled_end() -> re.Pattern[str]:
    words = "|".join([*words_for("title"), *words_for("rank")])
    return re.compile(
        rf"\s(?:[TAD]/)?(?:{words})\.?\s(?:(?:{words})\.?\s)*(?:{INITIALS}\s)?(?:{WORD}\s)?"
        rf"(?P<last>{SURNAME})$"
    )


@cache
def _titled() -> re.Pattern[str]:
    titles, ranks = "|".join(words_for("title")), "|".join(words_for("rank"))
    name = rf"(?P<name>(?:{INITIALS}\s)?(?:{WORD}\s)?(?P<last>{SURNAME}))"
    acting = r"(?:[TAD]/)?"
    return re.compile(
        rf"(?<![\w-])(?:{acting}(?:{titles})\.?|(?P<rank>{acting}(?:{ranks})\.?))\s"
        rf"(?:(?:{titles}|{ranks})\.?\s)*(?:\d+\s)?{name}(?![\w@])"
    )
