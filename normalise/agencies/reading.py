"""Reads the name of an agency: which body it is, of what kind, and under which public code."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from itertools import takewhile

from extract.headings.agency_names import agency_kind_of
from extract.records import Record
from extract.text.abbreviations import abbreviations_in
from normalise.agencies.brands import branded, unexplained
from normalise.agencies.councils import council_code, is_short_council
from normalise.agencies.generic import is_generic
from normalise.agencies.headed import without_heading
from normalise.agencies.known import known_agency, with_areas
from normalise.agencies.persons import without_persons
from normalise.agencies.registers import Agency, Register, load_register

__all__ = ["AgencyReading", "Register", "abbreviations_in", "load_register", "read_agency"]

PARTS = re.compile(r"\s+[-–—|]\s*|\s*[–—|]\s+|:\s+")
LISTED = re.compile(r",\s+")
EXPLAINED = re.compile(r"\s*\((?:[A-Za-z&/]{2,10}|[a-z][^()]*)\)\s*$")
BRACKETED = re.compile(r"^(.+?)\s*\(([A-Z][^()]+)\)$")
SEPARATED = re.compile(r"(\s+[-–—|]\s*|\s*[–—|]\s+|:\s+|,\s+|\s+and\s+|\s*/\s*)")
IN_BRACKETS = re.compile(r"\(([A-Za-z&/]{2,10})\)")
PERSON = re.compile(
    r"\b(?:head|director|manager|officer|lead|leads|nurse|worker|chair|chief|inspector|adviser|"
    r"advisor|ceo|co-?ordinator|commissioner|doctor|gp|matron|executive|superintendent|leader)\b",
    re.IGNORECASE,
)
DEPARTMENTS = frozenset({"council_department", "team", "housing"})
NO_UNITS = frozenset({"service", "group", "council_department", "team"})
SHORT_KINDS = frozenset(
    {"ccg", "icb", "probation", "partnership", "national_body", "supplier", "regulator"}
)
"""Bodies whose initials stand before a region or a unit of theirs."""
APART_FROM_COUNCILS = frozenset({"police", "nhs_trust", "icb", "ccg", "probation", "fire"})
SMALL = frozenset({"and", "of", "&", "for", "team", "unit", "service", "services", "department"})
NO_BODIES = frozenset({"team", "group", "service"})
APART = re.compile(r"\s*[/;+]\s*|,\s+(?:and\s+)?", re.IGNORECASE)
JOINTLY = re.compile(r"\s+(?:and|&|with)\s+", re.IGNORECASE)
DEPT = re.compile(r"^[Dd]ep(?:t\b\.?|'t)")
MOST_WORDS = 24
"""No name is longer, nor are several bodies that share a section."""
INSIDE = re.compile(r"^[\w' ]+\((.+)\)$")
AND = "; "
"""Stands between the names, and between the kinds, of bodies that share a section."""


class AgencyReading(Record):
    """What a printed agency is; `successor` says what has become of it, beside its own name.

    Where a section stands for several bodies, the name holds all of them with '; ' between, so
    does the kind where they differ, and the code is left empty unless each has one.
    """

    text: str
    agency_name: str = ""
    agency_kind: str = ""
    agency_code: str = ""
    successor: str = ""


def read_agency(
    text: str, abbreviations: Mapping[str, str] | None = None, register: Register | None = None
) -> AgencyReading:
    """Read one printed agency, first by the document's own abbreviations, then by the registers.

    >>> read_agency("The Met").agency_name
    'Metropolitan Police Service'
    """
    registers = [known for known in (register, _own_register()) if known is not None]
    plain = DEPT.sub("Department", without_heading(text).strip(" .:;"))
    name = _spelt_out(plain, abbreviations or {})
    agency = known_agency(name, registers) or _unlisted(without_persons(name), registers)
    if agency is None:
        return AgencyReading(text=text)
    return AgencyReading(
        text=text,
        agency_name=agency.name,
        agency_kind=agency.kind,
        agency_code=agency.code,
        successor=agency.successor or _successor(agency.name),
    )


def _unlisted(name: str, registers: list[Register]) -> Agency | None:
    """Read what is in no register as it is printed; persons have been taken out of the name."""
    return (
        known_agency(name, registers)
        or branded(name)
        or _joint(name, registers)
        or _unit_of_body(name, registers)
        or _single(name, registers)
    )


def _single(name: str, registers: list[Register]) -> Agency | None:
    return _of_parts(name, registers) or _by_pattern(name)


def _unit_of_body(name: str, registers: list[Register]) -> Agency | None:
    """Read 'Kent Police Domestic Abuse Team': a body that is known, and a unit of its own."""
    words = name.split() if len(name.split()) <= MOST_WORDS and not PARTS.search(name) else []
    for end in range(len(words) - 1, 0, -1):
        first = " ".join(words[:end]).removesuffix("'s").removesuffix("’s")
        body = known_agency(first, registers) or _known_council(first)
        if body and (end > 1 or _is_known_short(first, body)):
            return _with_unit(body, words[end:])
    return None


def _known_council(name: str) -> Agency | None:
    body = _by_pattern(name)
    return body if body and body.kind == "council" and body.code else None


def _is_known_short(first: str, body: Agency) -> bool:
    """'CCG Safeguarding Team' and 'CPS East' begin with initials that stand for a body."""
    return first.isupper() and len(first) >= 3 and bool(body.name) and body.kind not in NO_UNITS


def _with_unit(body: Agency, unit: list[str]) -> Agency | None:
    """Name a body with its unit; roles and regions behind it are left to the printed text."""
    text = " ".join(unit)
    if body.kind in APART_FROM_COUNCILS and (other := _known_council(text)):
        return _both([body, other])  # 'Kent Police Medway Council': two bodies, no unit
    if PERSON.search(text):
        return body if body.code else None
    if body.kind == "nhs_national":
        return body
    capitals = all(word[0].isupper() or word in SMALL for word in unit)
    if not capitals or unit[0] in {"and", "&", "/"}:
        return None
    if body.kind == "police" or (body.code and _is_unit(text)) or body.kind in SHORT_KINDS:
        kind = "council_department" if body.kind == "council" else body.kind
        return body.model_copy(update={"name": f"{body.name}: {text}", "kind": kind})
    return None


def _is_unit(text: str) -> bool:
    return agency_kind_of(text) in DEPARTMENTS


def _joint(name: str, registers: list[Register]) -> Agency | None:
    """Read a section of several bodies: 'Kent Police and Medway Council', 'Health (CCG / NHSE)'."""
    if len(name.split()) > MOST_WORDS:
        return None
    inside = INSIDE.match(name)
    for text in (name, inside[1] if inside else ""):
        parts = [piece for part in APART.split(text) for piece in _beside_initials(part)]
        found = [_bodies(part, registers) for part in parts]
        if text == name and any(found):
            found = [f or unexplained(part) for f, part in zip(found, parts, strict=True)]
        if all(found) and sum(map(len, found)) > 1 and _are_apart([b for f in found for b in f]):
            every = {(body.name, body.kind): body for part in found for body in part}
            return _both(list(every.values()))
    return None


def _beside_initials(part: str) -> list[str]:
    """'Kent Police and KCC' are two; other names may hold an 'and'."""
    pieces = JOINTLY.split(part)
    return pieces if any(map(unexplained, pieces)) else [part]


def _are_apart(bodies: list[Agency]) -> bool:
    """A department is a body of its own beside a force or a trust, not beside its council."""
    kinds = {body.kind for body in bodies}
    return "council_department" not in kinds or bool(kinds - {"council", "council_department"})


def _bodies(part: str, registers: list[Register]) -> list[Agency]:
    """Read a part as one body, or as two joined by one of its 'and's; nothing where it is none."""
    known = known_agency(part, registers)
    for link in () if known else JOINTLY.finditer(part):
        first = _body(part[: link.start()], registers)
        others = _bodies(part[link.end() :], registers) if first else []
        if first and others:
            return [first, *others]
    body = _body(part, registers)
    return [body] if body else []


def _body(part: str, registers: list[Register]) -> Agency | None:
    """Read a part that is a body by itself: no team, nor the half of 'NHS X and Y ICB'."""
    found = known_agency(part, registers) or branded(part)
    if part.count("(") != part.count(")"):
        return None
    if found is None and _names_one(part):
        found = _single(part, registers)
    if found is None or not found.kind or found.kind in NO_BODIES:
        return None
    return None if found.kind == "housing" and not found.name else found


def _names_one(part: str) -> bool:
    return bool(agency_kind_of(part.removeprefix("NHS ")) or is_short_council(with_areas(part)))


def _both(bodies: list[Agency]) -> Agency:
    """Give several bodies as one entry; a list of names or codes with a gap would mislead."""
    names, codes, kinds = zip(*((body.name, body.code, body.kind) for body in bodies), strict=True)
    successors = [body.successor or _successor(body.name) for body in bodies]
    return Agency(
        name=AND.join(names) if all(names) else "",
        kind=AND.join(dict.fromkeys(kinds)) if all(kinds) else "",
        code=AND.join(codes) if all(codes) else "",
        successor=AND.join(dict.fromkeys(filter(None, successors))),
    )


def _spelt_out(name: str, abbreviations: Mapping[str, str]) -> str:
    """Write out each part of the name that the document abbreviates."""
    pieces = SEPARATED.split(name)
    spelt = "".join(abbreviations.get(piece, piece) for piece in pieces)
    return IN_BRACKETS.sub(lambda match: _bracket(match[1], spelt, abbreviations), spelt).strip()


def _bracket(short: str, spelt: str, abbreviations: Mapping[str, str]) -> str:
    """Write out 'Housing (WCC)', but not the short form that repeats the name before it."""
    full = abbreviations.get(short, short)
    return "" if full != short and full in spelt else f"({full})"


def _of_parts(name: str, registers: list[Register]) -> Agency | None:
    """Find a body with its department, in either order, or with a person of its own."""
    parts = _parts(name)
    known = [known_agency(part, registers) or _by_pattern(part) for part in parts]
    bodies = [body for body in known if body and body.kind not in DEPARTMENTS]
    if len(parts) < 2 or len(bodies) > 1:
        return None  # two bodies share the section: neither's name or code stands for it
    if not bodies:
        return next((part for part in known if part), None)
    at = known.index(bodies[0])
    return _with_department(bodies[0], parts[at + 1 :] or parts[:at])


def _with_department(body: Agency, others: list[str]) -> Agency:
    """Name the body's department; persons and regions are left to the printed text."""
    departments = list(takewhile(lambda part: _is_department(part, body), others))
    if not departments:
        return body
    kind = "council_department" if body.kind == "council" else body.kind
    return body.model_copy(update={"name": f"{body.name}: {', '.join(departments)}", "kind": kind})


def _is_department(part: str, body: Agency) -> bool:
    if agency_kind_of(part) in DEPARTMENTS:
        return True
    return body.kind == "council" and part[:1].isupper() and not PERSON.search(part)


def _parts(name: str) -> list[str]:
    parts = [part.strip() for part in PARTS.split(name) if part.strip()]
    if len(parts) > 1:
        return parts
    listed = LISTED.split(name)
    if len(listed) > 1 and sum(map(_is_within_a_body, listed)) == len(listed) - 1:
        return listed
    bracketed = None if abbreviations_in(name) else BRACKETED.match(name)
    return [bracketed[1], bracketed[2]] if bracketed else [name]


def _is_within_a_body(part: str) -> bool:
    """Tell a department or a person from a piece of a name, as in 'Swindon, Bath and Wiltshire'."""
    return agency_kind_of(part) in DEPARTMENTS or bool(PERSON.search(part))


def _by_pattern(name: str) -> Agency | None:
    plain = EXPLAINED.sub("", name) or name
    full = with_areas(plain)
    kind = agency_kind_of(name) or ("council" if is_short_council(full) else "")
    if not kind:
        return None
    if others := _other_sorts(plain, kind):
        return Agency(name="", kind=AND.join(others))
    code = council_code(full) if kind == "council" else ""
    return Agency(name="" if is_generic(plain, kind) else plain, kind=kind, code=code)


def _other_sorts(name: str, kind: str) -> list[str]:
    """'Police, Health and Social Care' are several sorts of body, and the name of none."""
    first = APART.split(name)[0].strip()
    sort = agency_kind_of(first) if first != name and is_generic(first, "police") else ""
    return [sort, kind] if sort and sort != kind else []


def _successor(name: str) -> str:
    """Say what became of bodies of a sort that no longer exists, such as probation trusts."""
    ended = _own_register().find_ending(name.split(": ")[0])
    return ended.successor if ended else ""


@cache
def _own_register() -> Register:
    with as_file(files("normalise.agencies").joinpath("agencies.csv")) as path:
        return load_register(path)
