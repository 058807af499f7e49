"""Which recognised words a person should look at: by their confidence, and by what they are.

A recogniser is often sure of a slip: it takes 'is' for '1s' or a comma for a stop. So what is no
word, mixes signs as no writer does, or is of a shape that is often confused counts as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extract.page import ReadWord
from extract.text.lexicon import MONTHS, PREFIXES, SHORT, frequency, is_english

LOW = 0.6
"""Confidence in a word below which a person should look at its cell."""
LOW_OF_STRANGE = 0.9
"""The same for what is neither an English word nor a number nor printed elsewhere."""
LOW_OF_SHORT = 0.8
"""The same for single letters and digits, which no neighbour confirms."""
LOW_OF_NUMBER = 0.85
BULLET = "•"
AROUND = "()[]'\"‘’“”•-–—,.:;?!&/*"
"""Signs that stand around words."""
ODD = re.compile(r"[\\|~_=¢°©®<>{}^]|(?<!\d)[\"*]|^[.,;:!?](?=\w)|[‘'\"“](?=[\d,.])|--")
"""Signs that hardly any plan prints; dirt and the ends of rules are taken for them."""
MIXED = re.compile(
    r"(?i)^(?!\d+(?:st|nd|rd|th|s|am|pm|k|m|p|a|b|c|d|e|f|g|h)$)\d+[a-z]+$|[a-z]\d[a-z]"
    r"|[a-z]{4}\d\d"
)
"""Digits amid letters, but for ordinals, items and sums."""
RAISED = re.compile(r"^[CIOSVWXZ][a-z]*$")
"""Capitals that look like their small letters."""
SMALL = frozenset(["If", "In", "Is", "It", "Its"])
"""Words that begin with a capital at the head of a sentence only."""
NUMBER = re.compile(r"[£]?\d[\d.,/:-]*%?")
OPENING = "'\"‘“"
CLOSING = "'\"’”"
OWNER = re.compile(r"(.+)['’]s?")
"""Apostrophes make recognisers unsure of the whole word for no reason."""
THOUSANDS = re.compile(r"\d\.\d{3}(?!\d)")
"""A stop where thousands are parted by commas."""


def unsure_of(words: Sequence[ReadWord], used: Mapping[str, int]) -> Iterator[ReadWord]:
    """The doubtful among the words of a cell; `used` is what `used_in` says of its document."""
    if not words:
        return
    following = [*(after.text for _, after in pairwise(words)), ""]
    before = ["", *(word.text for word in words[:-1])]
    for word, last, then in zip(words, before, following, strict=True):
        if word.text == BULLET:
            continue  # told by its shape
        low = _is_low(word, used) or _is_odd(word.text, used)
        raised = not word.settled and _is_raised(word.text, last, then, used)
        if low or raised or _is_colon(word, then):
            yield word
        elif not then and word.text.endswith(","):
            yield word  # no cell ends so
        elif word.text[0] in OPENING and not _is_closed(word, words):
            yield word


def used_in(words: Iterable[ReadWord]) -> Counter[str]:
    """How often a document prints each word: in small letters, and those with a capital as well."""
    bare = [word.text.strip(AROUND) for word in words]
    lower = Counter(text.lower() for text in bare)
    return lower + Counter(text for text in bare if RAISED.match(text))


def _is_low(word: ReadWord, used: Mapping[str, int]) -> bool:
    owner = OWNER.fullmatch(word.text.strip(AROUND))
    if owner and _is_known(owner[1].lower(), used):
        return False
    if word.confidence < LOW:
        return True
    plain = word.text.strip(AROUND)
    if len(plain) == 1 and plain not in "aAI":
        return word.confidence < LOW_OF_SHORT
    if NUMBER.fullmatch(plain):
        return word.confidence < LOW_OF_NUMBER
    return word.confidence < LOW_OF_STRANGE and not _is_known(plain.lower(), used)


def _is_known(plain: str, used: Mapping[str, int]) -> bool:
    if not plain or plain.isdigit() or used.get(plain, 0) > 1:
        return True
    parts = plain.split("-")
    if len(parts) > 1:
        return all(part in PREFIXES or _is_known(part, used) for part in parts)
    return is_english(plain) if len(plain) > 3 else plain in SHORT or frequency(plain) > 2000


def _is_odd(text: str, used: Mapping[str, int]) -> bool:
    plain = text.strip(AROUND)
    if ODD.search(text) or THOUSANDS.search(text):
        return True
    if used.get(plain.lower(), 0) > 1:
        return False
    short = (
        1 < len(plain) < 4 and plain.isalpha() and plain.islower() and not _is_known(plain, used)
    )
    return short or bool(MIXED.search(plain))


def _is_raised(text: str, before: str, after: str, used: Mapping[str, int]) -> bool:
    """Whether a word has a capital that its neighbours make unlikely: 'what was Offered by'."""
    plain = text.strip(AROUND)
    if not before[-1:].islower() or not RAISED.match(plain):
        return False
    if plain in SMALL:
        return True
    if plain.lower() in MONTHS:
        return False
    goes_on = after[:1].islower() or (not after and text.endswith("."))
    return goes_on and used.get(plain, 0) < 2 and is_english(plain.lower())


def _is_closed(word: ReadWord, words: Sequence[ReadWord]) -> bool:
    """Whether a quotation that a word opens is closed in its cell."""
    quoted = words[words.index(word) :]
    return any(sign in other.text[1:] for other in quoted for sign in CLOSING)


def _is_colon(word: ReadWord, after: str) -> bool:
    """Whether a stop inside a sentence may be the other: 'trained: confidence', for a semicolon."""
    return word.text.endswith(":") and not word.settled and after[:1].islower()
