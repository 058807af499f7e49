"""What a caption's own label says that it names: 'Recommendation 2', 'Theme 1 – Voice'."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from extract.headings.reading import read_headings

Named = Literal["recommendation", "theme", "none"]
NUMBER = r"\d{1,3}[a-z]?|[ivx]{1,4}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten"
LABEL = re.compile(
    r"^(?P<label>[a-z][a-z'/-]*(?: [a-z'/-]+){0,3}?)"
    rf"(?:(?:\s+|(?=\d))(?:no\.?\s*)?(?P<number>{NUMBER})\b(?!['’])|\s*:|\s[–—-]\s)"
    r"(?P<mark>\s*[^\w\s])?\W*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
ASKING = frozenset({"objective", "priority", "area for improvement"})
"""Labels of what may be asked for at length; a few words after them are a theme."""
SURE = 0.9
MODAL = re.compile(r"\b(?:should|must|shall|needs? to|will|ensures?|to be)\b")


class Told(NamedTuple):
    """What a label names, and whether a number follows it."""

    kind: Named
    numbered: bool


@lru_cache(maxsize=4096)
def told_by_label(text: str) -> Told | None:
    """What the label in front of a caption's text names; None where there is no such label.

    >>> told_by_label("Finding 2 – Nobody visited"), told_by_label("Kent Police: Adults")
    (Told(kind='theme', numbered=True), None)
    """
    found = LABEL.match(" ".join(text.split()))
    if not found:
        return None
    label, numbered = found["label"].casefold(), bool(found["number"])
    if numbered and found["mark"] is None and found["rest"][:1].islower():
        return None  # 'Action 4 was split in two' is a sentence about it
    if label in ("recommendation", "action"):
        named = numbered or (label == "recommendation" and found["rest"])
        return Told("recommendation", numbered) if named else None
    if label == "priority" or (label in ASKING and numbered):
        return Told("recommendation" if is_sentence(found["rest"]) else "theme", numbered)
    read = read_headings([label])[0]
    sure = read.field == "theme" and read.score >= SURE and bool(found["rest"] or numbered)
    return Told("theme", numbered) if sure else None


def is_sentence(text: str) -> bool:
    """Whether a text says what should be done, or is a whole sentence."""
    words = text.split()
    return len(words) > 5 and (text.rstrip().endswith(".") or bool(MODAL.search(text)))


def is_bare(text: str) -> bool:
    """Whether a caption is the number of a recommendation, whose words stand elsewhere."""
    found = LABEL.match(" ".join(text.split()))
    told = told_by_label(text)
    numbered = told is not None and told.numbered and told.kind == "recommendation"
    return bool(numbered and found and not found["rest"])


def is_numbered(text: str) -> bool:
    """Whether a caption is one of a numbered run: 'Recommendation 2', 'Theme 1 – Voice'."""
    told = told_by_label(text)
    return told is not None and told.numbered
