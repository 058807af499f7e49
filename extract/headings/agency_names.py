"""Tells whether printed words look like the name of a public body, and of which kind.

Names are read by how such names are built ('… Constabulary', 'NHS … Integrated Care Board'); the
words that they are built with stand in `agency_words.csv`, the surest first.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

MOST_WORDS = 16
SHORT = 3
NO_KIND = frozenset({"none", "keep"})
LABEL = re.compile(
    r"^(?:\(?\d{1,2}(?:[.)]\d*)*\s+|appendix\s+\w{1,3}\s*[:–—-]\s*|(?:single|lead)\s+agency\s*[:–—-]\s*"
    r"|agency\s*:\s*|actions\s+for\s+|(?:(?:single|individual)\s+agency\s+|imr\s+)?"
    r"(?:action\s+plans?|recommendations?)\s*(?:for|from|of|[:–—-])\s*(?:the\s+)?)"
    r"|\s*(?:[:–—-]\s*)?(?:(?:single|individual)\s+agency\s+|imr\s+)?(?:action\s+plan|recommendations?)\s*$",
    re.IGNORECASE,
)
RECOMMENDS = frozenset(
    {"partnership", "group", "regulator", "national_body", "team", "nhs_national"}
)
DASH = re.compile(r"\s+[-–—|]\s*|\s*[–—|]\s+|:\s+")
BODIES = re.compile(r"\s+(?:and|&)\s+|\s*/\s*|,\s+|\s*;\s*")
BRACKETS = re.compile(r"\(([^)]*)\)?")
PROSE = re.compile(
    r"\b(?:should|must|shall|will|has|have|had|is|are|was|were|be|been|that|this|when|where|how|why|"
    r"not|to|their|its|it|there|who|which|if|than)\b|\.\s+\S|[?!]|^\W*$"
)
INITIALS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"[A-Z]{{1,5}}&?[A-Z]{{0,3}}(?:{ends})"), kind)
    for ends, kind in (
        ("SAB|SAPB|ASPB|LSCB|SCB|SCP|CSP|MASH|MARAC", "partnership"),
        ("CCG", "ccg"),
        ("ICB", "icb"),
        ("CRC", "probation"),
        ("FRS", "fire"),
        ("UHB|[PHSCU]FT", "nhs_trust"),
    )
)
"""Short forms that tell their kind, though not whose they are: 'NSAB', 'BCUHB', 'CPFT'."""
GROUP = re.compile(
    r"(?:all|each|every|both|other|any|joint|individual|relevant|single|whole|(?:all )?partner)"
    r"(?: [\w'&/-]+){0,3} (?:agenc(?:y|ies)|partners?|partnership|organi[sz]ations?|bodies|"
    r"providers?|trusts|services|schools|practices|boards|departments|staff|professionals|"
    r"practitioners|teams|members|forces|councils|authorities|authors|gps|ccgs|icbs)(?:/\w+)?"
    r"(?: (?:involved|concerned)|"
    r" (?:in|on|of|represented|involved|within|across|named|via)(?: [\w'&/-]+){1,4})?",
    re.IGNORECASE,
)
DEPARTMENT = re.compile(
    r"(?:[A-Z][\w'-]+ ){0,2}(?:Child(?:ren)?'?s?|Adults?'?|Education|Early (?:Help|Years)|"
    r"ASC|CSC|Public Health|SEND|Revenues|School Improvement|Legal|Democratic)'?,?"
    r"(?: (?:and|&|[A-Z][\w']+),?)*"
    r" (?:Services?|Team|Directorate|Department|Division|Families|Care|Work|Operations|"
    r"Commissioning|Commissioners|Nursing|Wellbeing)"
)
UNIT = re.compile(r" (?:[Tt]eam|[Uu]nit|[Ss]ervices?|[Dd]epartment|[Dd]ivision|[Ee]xecutive)$")
WITH_UNITS = frozenset({"council_department", "nhs_trust", "partnership", "police", "ccg", "icb"})
MANY = re.compile(r"[A-Z&]{2,6}s")
SCHOOL = re.compile(r"(?:[A-Z]\w+ )?(?:School|College|Academy) [A-Z0-9]")
WORDINGS = ((DEPARTMENT, "council_department"), (SCHOOL, "education"))
COUNCIL = re.compile(
    r"\bcouncil\b|^local authority\b|^LA\b|^(?:LB|London Borough)\b|\bMBC\b", re.IGNORECASE
)
LINKS = frozenset(
    {
        "of",
        "and",
        "the",
        "for",
        "in",
        "on",
        "with",
        "upon",
        "to",
        "de",
        "y",
        "by",
        "&",
        "le",
        "under",
        "a",
    }
)
OWN_KIND = frozenset(
    {"council", "police", "nhs_trust", "nhs_national", "health_provider", "probation"}
)


Place = Literal["whole", "start", "end", "any"]


class Pattern(NamedTuple):
    """Words that names of one kind are built with, and where in the name they stand."""

    kind: str
    where: Place
    phrase: str


def agency_kind_of(text: str) -> str:
    """Name the kind of body that these words are the name of; '' where they are no such name.

    >>> agency_kind_of("Warwickshire Police"), agency_kind_of("Information sharing")
    ('police', '')
    """
    return _kind_of(
        " ".join(
            unicodedata.normalize("NFKC", text).replace("’", "'").replace("Dept.", "Dept").split()
        )
    )


def without_label(text: str) -> str:
    """Drop what a heading says beside the name: 'Agency:', '2.', 'Recommendations for'."""
    return " ".join(LABEL.sub("", LABEL.sub("", text)).split())


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> str:
    bare = without_label(text)
    outside = " ".join(BRACKETS.sub(" ", bare).split()).strip(" .:–-")
    if _is_no_name(outside, text):
        return ""
    inside = BRACKETS.findall(bare) if _has_capitals(outside, frozenset()) else []
    kind = _of_both(_kind_of_name(outside), [kind for kind in map(_kind_of_name, inside) if kind])
    # the recommendations of an inspectorate or of the partnership itself are a title, not a section
    titled = re.search(r"recommendation|action plan", text, re.IGNORECASE)
    return "" if kind in RECOMMENDS and titled else kind


def _is_no_name(outside: str, text: str) -> bool:
    words = len(text.split())
    if not outside or words > MOST_WORDS or PROSE.search(outside.casefold()):
        return True
    return (words > SHORT and text.endswith(".")) or _is_title(outside.casefold())


def _is_title(lower: str) -> bool:
    """Titles, themes, commands and roles hold words that names of bodies do not."""
    lower = lower.replace(",", " ")
    kept = any(_keeps(p, lower) for p in _patterns() if p.kind == "keep")
    titles = (p for p in _patterns() if p.kind == "none" and not (kept and p.where == "any"))
    return any(_fits(p, lower) for p in titles)


def _keeps(pattern: Pattern, lower: str) -> bool:
    """'Action for Children' and 'Training Sub-Group' are names whatever words they hold."""
    return _fits(pattern, lower) if pattern.where == "end" else pattern.phrase in lower


def _of_both(kind: str, inside: list[str]) -> str:
    """Brackets may say what a name means, name its department, or list who a group is."""
    if not inside or kind not in {"", "group", "council"}:
        return kind
    if kind == "council":
        return "council_department" if "council_department" in inside else kind
    return inside[0]


def _kind_of_name(text: str) -> str:
    """Take a body with its department as one, and of several bodies the first that is known."""
    parts = [part.strip() for part in DASH.split(text) if part.strip()]
    kinds = [kind for part in parts if (kind := _kind_of_part(part))]
    if len(parts) > 1 and kinds:
        return _of_body_and_department(parts, kinds)
    return kinds[0] if kinds else ""


def _of_body_and_department(parts: list[str], kinds: list[str]) -> str:
    if "council" in kinds:
        return "council_department"
    named = [kind for kind in kinds if kind != "group"] or kinds  # 'Health - CCG'
    return next((kind for kind in named if kind in OWN_KIND), named[0])


def _kind_of_part(part: str) -> str:
    if GROUP.fullmatch(part):
        return "group"
    if MANY.fullmatch(part):
        return _kind_of_part(part[:-1])  # 'LAs' are authorities, 'LAS' is an ambulance service
    bodies = [_match(body.strip()) for body in BODIES.split(part) if body.strip()]
    kinds = [found.kind for found in bodies if found and _stands_alone(found)]
    if len(bodies) > 1 and len(kinds) == len(bodies):
        return "council_department" if {"council", "council_department"} == set(kinds) else kinds[0]
    whole = _match(part)
    kind = _within_council(whole.kind, part) if whole else ""
    if kind in {"", "team"}:
        told = _kind_of_wording(part) or _kind_of_unit(part) or kind
        return told or _kind_of_initials(part) or _kind_of_many(part)
    return kind


def _kind_of_wording(name: str) -> str:
    """Name what is told by the whole wording: 'School B', 'Children's Social Work Team'."""
    return next((kind for pattern, kind in WORDINGS if pattern.fullmatch(name)), "")


def _kind_of_unit(name: str) -> str:
    """Read 'Environmental Health Team' and 'MARAC Team' as what the unit belongs to."""
    whole = UNIT.sub("", name)
    found = _match(whole) if whole and whole != name else None
    return found.kind if found and found.kind in WITH_UNITS and found.where != "start" else ""


def _kind_of_many(name: str) -> str:
    """Read 'Prisons' and 'Family Courts' as one of them."""
    single = _match(name[:-1]) if name.endswith("s") and len(name) > SHORT else None
    return single.kind if single and single.where != "start" else ""


def is_short_form(name: str) -> bool:
    """Say whether a name is initials that tell no more than the kind of a body: 'WSCB'."""
    return any(pattern.fullmatch(name) for pattern, _ in INITIALS)


def _kind_of_initials(name: str) -> str:
    return next((kind for pattern, kind in INITIALS if pattern.fullmatch(name)), "")


def _stands_alone(pattern: Pattern) -> bool:
    """Half of 'NHS Kent and Medway ICB' or of 'Health and Wellbeing Board' is no body."""
    return pattern.where != "start" and pattern.kind != "group"


def _within_council(kind: str, part: str) -> str:
    inside = bool(COUNCIL.search(part)) and kind in {"housing", "team", "partnership"}
    return "council_department" if inside else kind


def _match(name: str) -> Pattern | None:
    lower = name.casefold().removeprefix("the ").replace(" & ", " and ")
    pattern = next((p for p in _patterns() if p.kind not in NO_KIND and _fits(p, lower)), None)
    return pattern if pattern and _printed_as_name(lower, name, pattern) else None


def _fits(pattern: Pattern, lower: str) -> bool:
    if pattern.phrase not in lower:
        return False
    if pattern.where == "whole":
        return lower == pattern.phrase
    padded, phrase = f" {lower} ", f" {pattern.phrase} "
    if pattern.where == "any":
        return phrase in padded or phrase in padded.replace("/", " ")
    return padded.endswith(phrase) if pattern.where == "end" else padded.startswith(phrase)


def _printed_as_name(lower: str, name: str, pattern: Pattern) -> bool:
    """Names have capitals; only link words and those of the pattern itself may go without."""
    if name.islower():
        return len(set(lower.replace(pattern.phrase, " ", 1).split()) - LINKS) < SHORT
    return _has_capitals(name, frozenset(pattern.phrase.split()))


def _has_capitals(name: str, may_go_without: frozenset[str]) -> bool:
    small = [word for word in name.split() if word[0].islower()]
    return all(word.casefold() in LINKS | may_go_without for word in small)


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(sorted(_read_patterns(), key=lambda pattern: pattern.where != "whole"))


def _read_patterns() -> Iterator[Pattern]:
    table = files("extract.headings").joinpath("agency_words.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        for phrase in row["phrases"].split(";"):
            yield Pattern(row["kind"], cast(Place, row["where"]), phrase)
