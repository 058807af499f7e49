"""The words of a heading: what was printed, cleaned, cut into words, and what each word is about.

Narrow columns break words anywhere and scans misspell them; both are mended here, word by word,
against the words that headings are made of (`heading_words.csv`).
"""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
WHOLE_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
YEAR = r"(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?"
DATE = (
    rf"\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:20)?\d\d"
    rf"|(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?\s+)?{MONTH}[\s'-]*(?:{YEAR}|\d\d)\b"
    rf"|\b{WHOLE_MONTH}$|(?:q|qtr|quarter)\s?[1-4](?:\s*{YEAR})?|{YEAR}"
)
QUALIFIERS = re.compile(
    r"\b(?:\d\d?|three|six|nine|twelve)[ -]?month(?:s|ly)?\b"
    r"|\([^)]*\)?|\[[^\]]*\]?|\b(?:i\.\s?e\b|e\.\s?g\b|ie\b|eg\b)\.?.*"
    rf"|\b(?:as\s+(?:at|of)|up\s+to|to\s+end\s+of|at\s+end\s+of|at|for|in|by)?\s*\b(?:{DATE})",
    re.DOTALL,
)
KEPT = re.compile(
    r"\(((?:if )?revised|agency|whom|planned|target(?: date)?|expected|"
    r"original|estimated|due|name|%)\)"
    r"|(?<=status )\((rag|red)[^)]*\)"
    r"|(?:(?<=completed )|(?<=achieved )|(?<=closed )|(?<=off )"
    r"|(?<=delivered )|(?<=implemented )|(?<=finished ))\((date)\)"
)
YES_OR_NO = re.compile(r"[(\[]?\by(?:es)?\s*(?:/|or)\s*no?\b[)\]]?")
QUOTES = str.maketrans("‘’‛′“”„–—―−‐‑|", "''''\"\"\"-------", "\u00ad\u200b\u200c\u200d\ufeff")
LONGEST_JOIN = 4
FAR_TOO_LONG = 40
LONGEST_WORD = 16
NEAR = 81


class Word(NamedTuple):
    """A word of a heading, what it is about, and whether it stands as printed.

    `concept` is empty for a word that headings are not made of.
    """

    text: str
    concept: str
    mended: bool = False


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Give lower case, plain quotes and dashes, single spaces, no hyphens of line ends."""
    plain = unicodedata.normalize("NFKC", text[:400]).translate(QUOTES).casefold()
    plain = re.sub(r"(?<=[a-z])-\s+(?=[a-z])", "", plain)
    return " ".join(plain.split()).strip(" :?*.;,-/")


@lru_cache(maxsize=4096)
def without_qualifiers(cleaned: str) -> str:
    """Drop what stands beside the heading proper: brackets, dates, 'i.e. …'."""
    rest = KEPT.sub(r" \1\2\3 ", YES_OR_NO.sub(" y ", cleaned))
    rest = re.sub(r"^(?:\(?[a-z0-9]{1,2}[.)]\s+)(?=[a-z])", "", rest)
    rest = " ".join(QUALIFIERS.sub(" ", rest).split())
    return rest.strip(" :?*.;,-/") or cleaned


@cache
def concepts() -> dict[str, str]:
    """Words that headings are made of, with what each is about."""
    table = files("extract.headings").joinpath("words.csv").read_text(encoding="utf-8")
    return {
        word: row["concept"]
        for row in csv.DictReader(table.splitlines())
        for word in row["words"].split()
    }


def words_of(cleaned: str) -> list[Word]:
    """Cut a cleaned heading into words, mending those that were broken or misspelt."""
    tokens = re.findall(r"[a-z0-9']+|[%#]|[/&+,]|(?<=\s)-(?=\s)", cleaned)[:FAR_TOO_LONG]
    words: list[Word] = []
    while tokens:
        used, found = _next_words(tokens)
        words += found
        del tokens[:used]
    return [_verb(word, later) for word, later in zip_longest(words, words[1:])]


def _verb(word: Word, later: Word | None) -> Word:
    """'Actions we need to take' asks for no needs."""
    needs = word.text in {"need", "needs"} and later is not None and later.text == "to"
    return word._replace(concept="ask") if needs else word


def _next_words(tokens: list[str]) -> tuple[int, list[Word]]:
    known = concepts()
    for size in range(min(LONGEST_JOIN, len(tokens)), 1, -1):
        joined = "".join(tokens[:size])
        broken = any(token not in known for token in tokens[:size])
        if broken and len(joined) > 2 and joined in known:
            return size, [Word(joined, known[joined], mended=True)]
    return 1, _read_token(tokens[0])


def _read_token(word: str) -> list[Word]:
    if word in "/&+,-":
        return [Word(word, "and")]
    if word in "%#":
        return [Word(word, "status" if word == "%" else "reference")]
    word = word.removesuffix("'s")
    concept = concepts().get(word, "")
    if concept or len(word) < 4:
        return [Word(word, concept)]
    return _run_together(word) or [_misspelt(word)]


def _run_together(word: str) -> list[Word]:
    """Find the fewest known words that make up a word printed without its spaces."""
    known = concepts()
    fewest: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before = fewest[start]
            if before is None or word[start:end] not in known:
                continue
            if fewest[end] is None or len(before) + 1 < len(fewest[end] or ()):
                fewest[end] = [*before, word[start:end]]
    parts = fewest[-1] or []
    return [Word(p, known[p], mended=True) for p in parts] if len(parts) * 3 <= len(word) else []


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> Word:
    from rapidfuzz import fuzz, process  # here, because a run without misspelt words needs it not

    pool = [known for known in concepts() if len(known) > 3]
    near = process.extractOne(word, pool, scorer=fuzz.ratio, score_cutoff=NEAR)
    return Word(near[0], concepts()[near[0]], mended=True) if near else Word(word, "")
