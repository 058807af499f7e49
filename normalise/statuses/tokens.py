"""Cuts a printed wording into words and clauses, and mends misspelt status words.

Every token keeps its place in the text, so that a reading can quote the words as printed.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from normalise.unreadable import marked

# No printed cell is longer; the cap bounds the time spent on a broken one.
LONGEST = 6_000
# The first words and the rest of a cell are read one after the other, of few cells at a time.
_KEPT = 100
# Misspellings are mended near the start only: prose further on is no status word.
MENDED_WORDS = 12

_TOKEN = re.compile(
    r"(?P<na>(?<!\w)n\s?[/\\]\s?a(?!\w)|(?<!\w)n\.a\.)"
    r"|(?P<number>\d+(?:[.,/:]\d+)*(?:\s?%|\s?per\s?cent\b|(?!\w)))"
    r"|(?P<spaced>(?<!\w)(?:[^\W\d_]\s){4,}[^\W\d_](?!\w))"
    r"|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
    r"|(?P<range>(?<=\d)[-‐‑–](?=\d))"
    r"|(?P<hyphen>(?<=[^\W\d_])[-‐‑](?=\w)|(?<=\bon)\s?[-‐‑–]\s?(?=going\b))"
    r"|(?P<mark>[^\s\w'\"‘’“”*])",
    re.IGNORECASE,
)
# A line of fewer words may be a wrapped one.
_PROSE_SPACES = 2
_PER_CENT = re.compile(r"\s?(?:%|per\s?cent)$")
# Marks that say nothing at the edge of a cell.
EDGES = " -–•·.,;:!"
_LABEL = re.compile(r"[a-h]|\d{1,2}[a-h]?")
_COMMAS = frozenset(",&+")
_DASHES = frozenset("-‐‑‒–—―−")
_WHOLE = frozenset({"all", "any", "anything", "everything", "everyone", "nothing", "none"})
_COUNTED = frozenset({"one", "two", "three", "four", "five", "1", "2", "3", "4", "5"})
_TURNS = frozenset({"but", "however", "although", "though", "whilst"})


class Token(NamedTuple):
    """A word, number or mark in lower case, where it stands, and whether its line ends there."""

    text: str
    start: int
    end: int
    ends_line: bool = False


Clause = tuple[Token, ...]


def collapse(text: str) -> str:
    """Put one space for every run of white space, and cut at the longest length read."""
    return " ".join(marked(text[:LONGEST]).split())


@lru_cache(_KEPT)
def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens, placed in its collapsed form; hyphens part words silently."""
    flat, line_ends = collapse(text), _line_ends(text)
    found = [token for match in _TOKEN.finditer(flat) if (token := _token(match, line_ends))]
    found = [token for i, token in enumerate(found) if not _closes_label(found, i)]
    found = [t._replace(text="bar") if _excepts(found, i) else t for i, t in enumerate(found)]
    head = [token._replace(text=mend(token.text)) for token in found[:MENDED_WORDS]]
    return (*head, *found[MENDED_WORDS:])


def _line_ends(text: str) -> frozenset[int]:
    """Find where lines end in the collapsed text, if a line of prose follows.

    'OVERDUE' on a line of its own is a status; in 'overdue assessments' it is an adjective.
    """
    kept = marked(text[:LONGEST]).split("\n")
    lines = [" ".join(words) for line in kept if (words := line.split())]
    lengths = accumulate(len(line) + 1 for line in lines)
    below = [line.count(" ") >= _PROSE_SPACES for line in lines[1:]]
    return frozenset(length - 1 for length, prose in zip(lengths, below, strict=False) if prose)


def _token(match: re.Match[str], line_ends: frozenset[int]) -> Token | None:
    kind = match.lastgroup
    text = match.group().lower()
    if kind == "hyphen":
        return None
    if kind == "na":
        text = "na"
    elif kind == "spaced":
        text = text.replace(" ", "")
    elif kind == "range":
        text = "to"
    elif kind == "number":
        text = _PER_CENT.sub("%", text)
    elif kind == "word":
        text = text.replace("’", "'")
    elif text in _DASHES:
        text = "-"
    return Token(text, match.start(), match.end(), match.end() in line_ends)


def _excepts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a 'but' leaves out and does not turn: 'all but one', 'anything but complete'."""
    if tokens[i].text != "but" or not i:
        return False
    counted = i + 1 < len(tokens) and tokens[i + 1].text in _COUNTED
    whole = any(token.text in ("all", "every") for token in tokens[max(0, i - 4) : i])
    return tokens[i - 1].text in _WHOLE or (counted and whole)


def _closes_label(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bracket only closes a label: 'Actions a) and b) complete' is one clause."""
    return (
        tokens[i].text == ")"
        and i > 0
        and _LABEL.fullmatch(tokens[i - 1].text) is not None
        and (i == 1 or tokens[i - 2].text != "(")
    )


def trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out bullets before the first word and full stops after the last."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in EDGES:
        first += 1
    while last > first and tokens[last - 1].text in EDGES:
        last -= 1
    return tokens[first:last]


def is_break(token: Token) -> bool:
    """Whether the token parts two clauses."""
    text = token.text
    return text in _TURNS or not (text[0].isalnum() or text in _COMMAS)


def clauses(tokens: Iterable[Token]) -> Iterator[Clause]:
    """Yield the runs of tokens between full stops, dashes, slashes, brackets and 'but'."""
    run: list[Token] = []
    for token in tokens:
        if not is_break(token):
            run.append(token)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


@cache
def _spellings() -> tuple[dict[str, int], frozenset[str]]:
    path = Path(__file__).with_name("spellings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        edits = {row["word"]: int(row["edits"]) for row in csv.DictReader(file)}
    return {word: most for word, most in edits.items() if most}, frozenset(edits)


@cache
def _nearest(word: str) -> str:
    for known, most in _spellings()[0].items():
        if word[0] == known[0] and OSA.distance(word, known, score_cutoff=most) <= most:
            return known
    return word


def mend(word: str) -> str:
    """Return the status word that a misspelling stands for, or the word itself."""
    if not 6 <= len(word) <= 16 or word in _spellings()[1]:
        return word
    return _nearest(word) if word.isalpha() else word
