"""From printed words to tokens: what each word of a date can be, and where it stands.

The tokens are written twice: as records, and as a string of one character per token, so that the
grammar can be regular expressions over kinds of words instead of over letters.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from rapidfuzz.distance import OSA

from normalise.dates.periods import Doubts, Period

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NEVER_MONTHS = frozenset(
    ["jury", "match", "marsh", "augur", "decor", "arch", "aprils", "marching", "juan"]
)
_PUNCTUATION = {
    "-": "dash",
    "/": "slash",
    ".": "dot",
    ",": "comma",
    "'": "tick",
    "&": "amp",
    "+": "amp",
    ":": "colon",
    ";": "semi",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "*": "star",
}
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\r\v\f", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc`", "'"),
        **dict.fromkeys("\u2215\u2044\uff0f", "/"),
        **dict.fromkeys("\u2192\u21d2", ">"),
        **{"\\": "/", "_": "-"},
        **dict(zip("ˢᵗⁿᵈʳʰ", "stndrh", strict=True)),
        **{chr(ord("A") + i): chr(ord("a") + i) for i in range(26)},
        **{chr(0xFF10 + i): str(i) for i in range(10)},
    }
)
# Every repair keeps the length of the text, so that offsets stay true: what it closes up is moved
# behind the word as this filler.
_FILL = "\x00"
_INVISIBLE = re.compile(r"(?<!\w)\w+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+\w+)+")
_INVISIBLE_MARKS = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
# 'Septem-\nber 2014', 'Febru ary 2015': a month's name broken by a narrow column.
_GAP = r"(?:-?[ \n]{0,3})"
_BROKEN_MONTH = re.compile(
    r"(?<![a-z])(?:" + "|".join(_GAP.join(m) for m in _MONTHS if m != "may") + r")(?![a-z])"
)
# '30/04/202\n3', 'June 20 15', 'December 201\n5': a year broken after its second or third digit.
_BROKEN_YEAR = re.compile(
    r"(?:(?<=[a-z/.] )|(?<=[/.]))(?:20[ \n]{1,3}[0-4]\d|20\d[ \n]{1,3}\d)"
    r"(?![\d/.:%]|[ \n]?(?:st|nd|rd|th)\b)"
)
# 'l5 May', 'O1/04/2015', '2O15': letters that a scan put for digits.
_SCANNED_DAY = re.compile(
    r"(?<![a-z\d])[0-3][lio](?=/|(?:st|nd|rd|th)(?![a-z]))"
    r"|(?<![a-z\d])[0-3]o(?=[ \n-]{0,3}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?<![a-z\d])[lio]\d(?=(?:st|nd|rd|th)?[ \n]{0,3}[a-z/.-])"
)
_SCANNED_YEAR = re.compile(r"(?<![a-z\d])2[0o](?:[0-9][lio]|[lio][0-9]|(?<=o)\d\d)(?![a-z\d])")
# 'Apri1', 'Oct0ber': and digits that it put for letters.
_SCANNED_MONTH = re.compile(r"(?<![a-z\d])[a-z]{1,8}[01][a-z]{0,8}(?![a-z\d])")
_LETTER_FOR = str.maketrans("10", "lo")
_DIGIT_FOR = str.maketrans("lio", "110")
_TOKEN = re.compile(r"[0-9]+\x00*|(?<=[0-9])(?:st|nd|rd|th)|[a-z]+\x00*|[^\s\x00]\x00*")


class Token(NamedTuple):
    """A word or a number, or what the grammar made of several."""

    kind: str
    start: int
    end: int
    word: str
    value: str = ""
    number: int = 0
    spaced: bool = False
    opens_line: bool = False
    period: Period | None = None
    doubts: Doubts = ()
    recurrence: str = ""


class _Entry(NamedTuple):
    words: tuple[str, ...]
    kind: str
    value: str


def plain(text: str) -> str:
    """Give the text in small plain letters, its broken words closed up, at the same length."""
    low = text.translate(_LOOKALIKES)
    low = _INVISIBLE.sub(lambda m: _close_up(m[0], _INVISIBLE_MARKS), low)
    low = _BROKEN_MONTH.sub(lambda m: _close_up(m[0], re.compile(r"[\s-]")), low)
    low = _SCANNED_MONTH.sub(_month_for, low)
    low = _BROKEN_YEAR.sub(lambda m: _close_up(m[0], re.compile(r"\s")), low)
    low = _SCANNED_DAY.sub(lambda m: m[0].translate(_DIGIT_FOR), low)
    return _SCANNED_YEAR.sub(lambda m: m[0].translate(_DIGIT_FOR), low)


def _month_for(match: re.Match[str]) -> str:
    letters = match[0].translate(_LETTER_FOR)
    return letters if letters in _MONTHS else match[0]


def _close_up(word: str, gaps: re.Pattern[str]) -> str:
    return gaps.sub("", word).ljust(len(word), _FILL)


def tokens(text: str) -> tuple[Token, ...]:
    """Every word, number and mark of the text, in order, each with what it can be."""
    low = plain(text)
    raw = [_lexeme(low, m) for m in _TOKEN.finditer(low)]
    return tuple(_spelt_nearly(_with_phrases(raw)))


def _lexeme(low: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    word = match[0].rstrip(_FILL)
    before = low[max(0, start - 80) : start]
    gap = before[len(before.rstrip(" \n" + _FILL)) :]
    spaced, opens = bool(gap), start == len(gap) or "\n" in gap
    if "0" <= word[0] <= "9":
        return Token(_number_kind(word), start, end, word, "", int(word[:6]), spaced, opens)
    kind = _PUNCTUATION.get(word) or ("word" if word.isalpha() else "mark")
    return Token(kind, start, end, word, "", 0, spaced, opens)


def _number_kind(digits: str) -> str:
    if len(digits) <= 2:
        return "number"
    if len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return "year"
    return "cut" if len(digits) == 3 else "figure"


@cache
def _vocabulary() -> Mapping[str, tuple[_Entry, ...]]:
    """Give the known words and phrases by their first word, longest phrase first."""
    found: dict[str, list[_Entry]] = {}
    table = resources.files("normalise.dates").joinpath("words.csv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines()):
        words = tuple(m[0] for m in _TOKEN.finditer(row["words"]))
        found.setdefault(words[0], []).append(_Entry(words, row["kind"], row["value"]))
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in found.items()}


def _with_phrases(raw: list[Token]) -> list[Token]:
    known, out, i = _vocabulary(), [], 0
    while i < len(raw):
        entry = _entry_at(raw, i, known.get(raw[i].word, ()))
        if entry is None:
            out.append(raw[i])
            i += 1
            continue
        out.append(_merged(raw[i : i + len(entry.words)], entry))
        i += len(entry.words)
    return out


def _entry_at(raw: list[Token], i: int, entries: tuple[_Entry, ...]) -> _Entry | None:
    for entry in entries:
        if all(i + k < len(raw) and raw[i + k].word == word for k, word in enumerate(entry.words)):
            return entry
    return None


def _merged(parts: list[Token], entry: _Entry) -> Token:
    number = int(entry.value) if entry.value.lstrip("-").isdigit() else 0
    return parts[0]._replace(
        kind=entry.kind,
        end=parts[-1].end,
        word=" ".join(entry.words),
        value=entry.value,
        number=number,
    )


def _spelt_nearly(known: list[Token]) -> list[Token]:
    """Slips such as 'Septemeber' are months, but only beside a number: 'launch' is no March."""
    numeric = {"number", "year", "suffix", "dash", "slash", "tick"}
    for i, token in enumerate(known):
        if token.kind != "word" or not 4 <= len(token.word) <= 12:
            continue
        beside = {t.kind for t in known[max(0, i - 1) : i + 2] if t is not token}
        if beside & numeric and (month := _month_meant(token.word)):
            known[i] = token._replace(kind="month", number=month)
    return known


@cache
def _month_meant(word: str) -> int:
    """Give the one month that the word is a slip of, or 0: same first letter, one or two slips."""
    if word in _NEVER_MONTHS:
        return 0
    near = [i for i, name in enumerate(_MONTHS, 1) if _is_slip(word, name)]
    near += [9] if _is_slip(word, "sept") else []
    return near[0] if len(near) == 1 else 0


def _is_slip(word: str, name: str) -> bool:
    allowed = 2 if len(name) >= 7 else 1
    if name == "may" or abs(len(word) - len(name)) > allowed:
        return False
    if name == "sept" and sorted(word) != sorted(name):
        return False
    swapped = sorted(word[:2]) == sorted(name[:2])
    return (word[0] == name[0] or swapped) and OSA.distance(word, name) <= allowed
