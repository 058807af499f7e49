"""How far words look like the heading of a column rather than like the text of a cell below it."""

import re
from collections.abc import Sequence

from extract.headings.words import Word
from extract.records import Field

LONG = 14
MOST_WORDS = 24
ASKS = (
    r"(?:so |by )?(?:how|what|whose|who|when|where|which|why|is|are|has|have|was|were|do|did|will|"
    r"(?:should|does|can) (?:this|the|it))\b"
)
PROSE = re.compile(
    r"\b(?:should|must|shall|ensure|ensuring|therefore|however|because|its|their|he|she)\b"
    r"|^(?:to|i|they|there|these|those|not|in|on|no) (?!be|do|complete by|of|&|and)"
    r"|[a-z]{5,}[.;] [a-z]"
    r"|^[•·▪\uf0b7-]"
)
COMMAND = re.compile(
    r"^(?!follow up)[a-z]+ (?:the|all|a|an|our|any|up|this(?! (?:quarter|period|month|year)))\b"
)
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|needs? to|can|may)\b")
NOUN_FIRST = re.compile(
    r"^(?:the )?\w+ (?:this|it|that|we|you) "
    r"(?:will|would|has|have|want|need|are|plan|can|must|relates?)\b"
)
"""A noun and what is said of it without 'that': 'Change we will make'."""
RELATIVE = re.compile(
    r"\bwe (?:will|have|need|can|must|are|plan)\b|\blooks? like\b|^success will\b"
)
TO_BE = re.compile(r"\bto be\b")
SAYS_TO_BE = re.compile(
    r"\b(?:actions?|dates?|tasks?|steps?|work|evidence|items?|lessons?|outcomes?|changes?|when|"
    r"recommendations?|measures?|milestones?|issues?|resources?|concerns?|improvements?|by|how)\b"
    r".*\bto be\b"
    r"|^(?:objectives?|aims?|expected|due|scheduled|planned)\b.*\bto be\b|^to be\b"
)
ENDS_AS_SENTENCE = re.compile(r"(?:\S+\s+){3,}[^\s.]{3,}[.;]\s*$")
CLAUSE = re.compile(r" (?:that|which|who|it|-) ")
CLAIMS = frozenset({"officer", "lead", "agency"})
SURE_PERSONS = frozenset(
    {"officer", "officers", "person", "persons", "who", "whom", "individual", "holder"}
)
PLAIN = frozenset({"ask", "body", "filler", "and", "role", "link"})
COLOURS = frozenset({"red", "amber", "green", "blue"})
SCOPE_WORDS = frozenset({"scope", "level", "levels"})
COMMON = 0.6


def is_sentence(text: str) -> bool:
    """Tell by its length or its full stop that a text is a sentence."""
    return len(text.split()) > MOST_WORDS or bool(ENDS_AS_SENTENCE.search(text))


def is_prose(bare: str) -> bool:
    """Tell a statement, a bullet or a command from a heading, by its words made plain."""
    if re.match(ASKS, bare) and len(bare.split()) <= MOST_WORDS:
        return False
    if PROSE.search(bare) or len(bare.split()) > LONG:
        return True
    if NOUN_FIRST.match(bare):
        return False
    if COMMAND.search(bare) or (TO_BE.search(bare) and not SAYS_TO_BE.search(bare)):
        return True
    if RELATIVE.search(bare):
        return False
    subject = CLAUSE.split(bare)[0]
    return bool(FINITE.search(subject)) and not subject.startswith("date ")


def trust_in(words: Sequence[Word], field: Field) -> float:
    """Give less to words that stand in cells as often as above them."""
    texts = {word.text for word in words}
    concepts = {word.concept for word in words}
    trust = 1.0
    if any(word.text.isdigit() for word in words) or {"number", "of"} <= texts:
        trust *= 0.4
    if field == "extra" and not concepts & {"other", "date", "deadline"}:
        return 0.0
    if field == "rag" and len(texts) < 3 and concepts == {"rag"} and texts & COLOURS:
        return 0.0
    if field in CLAIMS and not _names_a_duty(texts, concepts):
        trust *= COMMON
    if field == "scope" and not texts & SCOPE_WORDS and not {"or", "/"} & texts:
        trust *= COMMON
    return trust


def _names_a_duty(texts: set[str], concepts: set[str]) -> bool:
    """'Service manager' and 'Housing team' stand in cells; 'Lead manager' above them."""
    return "lead" in concepts or bool(texts & SURE_PERSONS) or concepts <= PLAIN
