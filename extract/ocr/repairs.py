"""Mends letters that recognisers confuse, only where one reading remains; print stays in `printed`.

A word must be none, and one of the words that it could be confused with must be the only one.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from rapidfuzz.distance import Levenshtein

from extract.text.lexicon import is_english

CONFUSED = (
    ("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"), ("8", "b"), ("|", "l"), ("|", "i"), ("l", "i"),
    ("f", "e"), ("c", "e"), ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("h", "b"),
    ("=", "e"), ("!", "l"), ("!", "i"),
)  # fmt: skip
"""Pairs that look alike; each may stand for the other, but for digits, which are no letters."""
LEAST_LETTERS = 4
LEAST_OF_NAME, OFTEN = 7, 3
"""Letters of a name, and times it is printed, from which another like it is a slip."""
DATE_FIELDS = frozenset(
    [
        "target_date_text",
        "revised_target_date_text",
        "completed_date_text",
        "progress",
        "milestones",
    ]
)
DIGITS = str.maketrans("OoQlIi|SB", "000111158")
LIKE_DIGIT = r"[\dOoQlI|S]"
NUMERIC = re.compile(
    rf"(?<!\w)({LIKE_DIGIT}{{1,2}})([./-])({LIKE_DIGIT}{{1,2}})\2({LIKE_DIGIT}{{2,4}})(?!\w)"
)
MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|"
    r"August|September|October|November|December)"
)
YEAR = re.compile(rf"(?<=\b)({MONTH}\.?,? )({LIKE_DIGIT}{{4}})(?!\w)")
DAY = re.compile(rf"(?<!\w)([\dOoQlIi|S]{{1,2}})((?:st|nd|rd|th)?)( (?:of )?{MONTH}\b)")
RAISED = re.compile(r"^\w?[a-z]*[a-z][COSVWXZ](?:[a-z]|$)")
"""A capital inside a word that looks like its small letter: 'uSual'."""
TOKEN = re.compile(r"[\w|=!]+")
REFERENCE = re.compile(r"\b([A-Z]{1,3}?)([ilI|SOBZ])(?=\.|\b)")
SPACED, SPLIT_OFF = re.compile(r"(?<=\d\.) (?=[a-z]$)"), re.compile(r"[a-z]{0,3}\d+\.[a-z]")
"""A space in 'R5. a', where the document prints others without."""
NUMBER_LETTER = re.compile(r"^(?:[lI|](?=[a-z]\)?$)|[l|]$)")
"""A number with a letter behind it, as in '1a'."""
RAISED_I = re.compile(r"(?<=[a-z])( )I(s|t|ts|n|f|nto)(?= [a-z])")
"""Small words that nobody writes with a capital amid other small ones."""
ONE_FOR_I = re.compile(r"(?<=[a-z,;’] )1([fnst])(?=[ .,;])")
"""'is', 'in', 'it' and 'if' amid words: no number ends so."""
ITEM = re.compile(r"(?<!\w)[lI|](?=[a-h]\))")
NUMBERED = re.compile(r"(?<!\w)\d[a-h]\)")
"""The letter of an item, '1a)', where the text has others with a number."""
QUARTER = re.compile(r"(?<!\w)Q[Il|](?= (?:of )?\d)")
BAR = re.compile(rf"(?<![\w|])\|(?= (?:of )?{MONTH}\b)")
"""A bar in front of a month can only be a 1; an I may be a word."""
ORDINAL = re.compile(rf"(?<![\w.])([1-9]|[12]\d|3[01])[\"”“'’°*?%]{{1,2}}(?= (?:of )?{MONTH}\b)")
"""A day whose raised 'st' or 'th' was taken for other signs; a month follows."""
ORDINALS = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
JOINED = re.compile(
    r"(?<!\w)(and|as|at|by|for|from|has|in|is|of|on|or|that|to|was|with)a(?= [a-z]{2})"
)
"""An article that was read as part of the small word before it, amid other words."""
WORDS_ENDING_SO = frozenset(["fora", "ora", "ona"])
OF_DIGITS = {"S": "5", "O": "0", "B": "8", "Z": "2", "I": "1", "l": "1", "i": "1", "|": "1"}
AT_LEAST = re.compile(r"(?:=>|>=)(?= ?\d)")


def repaired(text: str, field: str, used: Mapping[str, int]) -> str:
    """A recognised text with confused letters mended; `used` counts the document's own words."""
    if field in DATE_FIELDS:
        text = with_dates_mended(text)
    if field == "reference":
        text = _reference(text, used)
    text = AT_LEAST.sub("≥", text)
    text = RAISED_I.sub(r"\1i\2", text)
    text = ONE_FOR_I.sub(r"i\1", text)
    text = JOINED.sub(lambda m: m[0] if m[0] in WORDS_ENDING_SO else f"{m[1]} a", text)
    if any(ORDINALS.fullmatch(word) for word in used):
        text = ORDINAL.sub(lambda m: m[1] + _ending(int(m[1])), text)
    if NUMBERED.search(text) or any(NUMBERED.match(f"{word})") for word in used):
        text = ITEM.sub("1", text)
    return TOKEN.sub(lambda match: _word(match.group(), used), text)


def with_dates_mended(text: str) -> str:
    """Letters in dates as the digits that they must be: 'l5/O3/2023', '3O March 2O23'."""
    text = NUMERIC.sub(_numeric, text)
    text = BAR.sub("1", QUARTER.sub("Q1", text))
    text = YEAR.sub(lambda m: m[1] + _number(m[2], 1900, 2099), text)
    return DAY.sub(_day, text)


def _ending(day: int) -> str:
    """What a day of the month ends in as an ordinal."""
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if day in (11, 12, 13) else day % 10, "th")


def _reference(text: str, used: Mapping[str, int]) -> str:
    """A number of the plan; 'Ri' is 'R1' where the document prints other numbers behind an R."""

    def mended(match: re.Match[str]) -> str:
        prefix = match[1].lower()
        digit = OF_DIGITS[match[2]]
        printed = {word for word in used if re.match(rf"{prefix}\d", word)}
        if match[2].isupper() and match[2] != "I":  # it may be the writer's
            beside = {f"{prefix}{int(digit) + step}" for step in (-1, 1)}
            printed = {word for word in printed if word.split(".")[0] in beside}
        return match[1] + digit if printed else match[0]

    numbered = any(re.match(r"\d+[a-z]?\)?$", word) for word in used)
    text = REFERENCE.sub(mended, text)
    if any(SPLIT_OFF.fullmatch(word) for word in used):
        text = SPACED.sub("", text)
    return NUMBER_LETTER.sub("1", text) if numbered else text


def _numeric(match: re.Match[str]) -> str:
    day, month, year = (_digits(match[i]) for i in (1, 3, 4))
    try:
        date(int(year) if len(year) == 4 else 2000, int(month), int(day))
    except ValueError:
        return match[0]
    return match[2].join((day, month, year))


def _day(match: re.Match[str]) -> str:
    """A day before its month; 'Ist' can only be '1st', while 'I' may be a word."""
    number = _digits(match[1])
    ordinal = bool(match[2]) and 1 <= int(number) <= 31
    return (number if ordinal else _number(match[1], 1, 31)) + match[2] + match[3]


def _number(token: str, least: int, most: int) -> str:
    number = _digits(token)
    sure = any(c.isdigit() for c in token) and least <= int(number) <= most
    return number if sure else token


def _digits(token: str) -> str:
    return token.translate(DIGITS)


def _word(token: str, used: Mapping[str, int]) -> str:
    lower = token.lower()
    if RAISED.search(token) and _is_word(lower):
        return token[0] + lower[1:]
    if len(token) < LEAST_LETTERS or _is_word(lower) or used.get(lower, 0) > 1:
        return token
    if sum(c.isdigit() for c in token) > len(token) / 2:
        return token
    readings = {word for word in _alike(lower) if _is_word(word)} or _names_like(lower, used)
    return _cased(readings.pop(), token) if len(readings) == 1 else token


def _names_like(lower: str, used: Mapping[str, int]) -> set[str]:
    """The names of the document that differ in one letter, each printed several times."""
    if len(lower) < LEAST_OF_NAME or not lower.isalpha():
        return set()
    return {
        name
        for name, count in used.items()
        if count >= OFTEN
        and len(name) >= LEAST_OF_NAME
        and name[0] == lower[0]
        and name[-1] == lower[-1]
        and name.isalpha()
        and Levenshtein.distance(name, lower, score_cutoff=1) == 1
    }


def _is_word(lower: str) -> bool:
    return lower.isalpha() and is_english(lower)


def _alike(lower: str) -> Iterator[str]:
    """Every string that differs in one place that recognisers confuse."""
    for one, other in CONFUSED:
        for seen, meant in ((one, other), (other, one)):
            if not meant.isalpha():
                continue
            for match in re.finditer(re.escape(seen), lower):
                yield lower[: match.start()] + meant + lower[match.end() :]


def _cased(word: str, token: str) -> str:
    """A word in the capitals of what it mends."""
    letters = [c for c in token if c.isalpha()]
    if sum(c.isupper() for c in letters) > len(letters) / 2:
        return word.upper()
    return word.capitalize() if letters and token[0].isupper() else word
