"""Reads the name of an agency: which body it is, of what kind, and under which public code."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from itertools import takewhile

from extract.abbreviations import abbreviations_in
from extract.agency_names import agency_kind_of, without_label
from extract.records import Record
from normalise.councils import council_code
from normalise.registers import Agency, Register, load_register

__all__ = ["AgencyReading", "Register", "abbreviations_in", "load_register", "read_agency"]

PARTS = re.compile(r"\s+[-–—|]\s*|\s*[–—|]\s+|:\s+")
LISTED = re.compile(r",\s+")
SHORT_FORM = re.compile(r"\s*\(([A-Za-z&/]{2,10})\)\s*$")
EXPLAINED = re.compile(r"\s*\((?:[A-Za-z&/]{2,10}|[a-z][^()]*)\)\s*$")
BRACKETED = re.compile(r"^(.+?)\s*\(([A-Z][^()]+)\)$")
SEPARATED = re.compile(r"(\s+[-–—|]\s*|\s*[–—|]\s+|:\s+|,\s+|\s+and\s+|\s*/\s*)")
IN_BRACKETS = re.compile(r"\(([A-Za-z&/]{2,10})\)")
PERSON = re.compile(
    r"\b(?:head|director|manager|officer|lead|leads|nurse|worker|chair|chief|inspector|adviser|"
    r"advisor|co-?ordinator|commissioner|doctor|gp|matron|executive|superintendent|leader)\b",
    re.IGNORECASE,
)
DEPARTMENTS = frozenset({"council_department", "team", "housing"})
NO_BODIES = DEPARTMENTS | {"group", "service"}
APART = re.compile(r"\s*[/;+]\s*|,\s+(?:and\s+)?", re.IGNORECASE)
JOINTLY = re.compile(r"\s+(?:and|&|with)\s+", re.IGNORECASE)
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
    name = _spelt_out(without_label(text).strip(" .:;"), abbreviations or {})
    agency = (
        _known(name, registers)
        or _joint(name, registers)
        or _unit_of_force(name, registers)
        or _single(name, registers)
    )
    if agency is None:
        return AgencyReading(text=text)
    return AgencyReading(
        text=text,
        agency_name=agency.name,
        agency_kind=agency.kind,
        agency_code=agency.code,
        successor=agency.successor or _successor(agency.name),
    )


def _single(name: str, registers: list[Register]) -> Agency | None:
    return _of_parts(name, registers) or _by_pattern(name)


def _unit_of_force(name: str, registers: list[Register]) -> Agency | None:
    """Read 'Kent Police Domestic Abuse Team': a force that is known, and a unit of its own."""
    words = name.split()
    for end in range(len(words) - 1, 1, -1) if len(words) <= MOST_WORDS else ():
        force, unit = _known(" ".join(words[:end]), registers), words[end:]
        if force and force.kind == "police" and force.code and all(w[0].isupper() for w in unit):
            return force.model_copy(update={"name": f"{force.name}: {' '.join(unit)}"})
    return None


def _joint(name: str, registers: list[Register]) -> Agency | None:
    """Read a section of several bodies: 'Kent Police and Medway Council', 'Health (CCG / NHSE)'."""
    if len(name.split()) > MOST_WORDS:
        return None
    inside = INSIDE.match(name)
    for text in (name, inside[1] if inside else ""):
        found = [_bodies(part, registers) for part in APART.split(text)]
        if all(found) and sum(map(len, found)) > 1:
            return _both(list({body.name: body for part in found for body in part}.values()))
    return None


def _bodies(part: str, registers: list[Register]) -> list[Agency]:
    """Read a part as one body, or as two joined by one of its 'and's; nothing where it is none."""
    known = _known(part, registers)
    for link in () if known else JOINTLY.finditer(part):
        first = _body(part[: link.start()], registers)
        others = _bodies(part[link.end() :], registers) if first else []
        if first and others:
            return [first, *others]
    body = _body(part, registers)
    return [body] if body else []


def _body(part: str, registers: list[Register]) -> Agency | None:
    """Read a part that is a body by itself: no department, nor the half of 'NHS X and Y ICB'."""
    found = _known(part, registers)
    if part.count("(") != part.count(")"):
        return None
    if found is None and agency_kind_of(part.removeprefix("NHS ")):
        found = _single(part, registers)
    return found if found and found.kind and found.kind not in NO_BODIES else None


def _both(bodies: list[Agency]) -> Agency:
    """Give several bodies as one entry; a list of codes with a gap would mislead."""
    codes = [body.code for body in bodies]
    successors = [body.successor or _successor(body.name) for body in bodies]
    return Agency(
        name=AND.join(body.name for body in bodies),
        kind=AND.join(dict.fromkeys(body.kind for body in bodies)),
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


def _known(name: str, registers: list[Register]) -> Agency | None:
    without = SHORT_FORM.sub("", name)
    for register in registers:
        found = register.find(name) or (register.find(without) if without else None)
        if found and found.kind:
            return found
        if found:
            return found.model_copy(update={"kind": agency_kind_of(found.name)})
    return None


def _of_parts(name: str, registers: list[Register]) -> Agency | None:
    """Find a body with its department, in either order, or with a person of its own."""
    parts = _parts(name)
    known = [_known(part, registers) or _by_pattern(part) for part in parts]
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
    kind = agency_kind_of(name)
    if not kind:
        return None
    plain = EXPLAINED.sub("", name) or name
    return Agency(name=plain, kind=kind, code=council_code(plain) if kind == "council" else "")


def _successor(name: str) -> str:
    """Say what became of bodies of a sort that no longer exists, such as probation trusts."""
    ended = _own_register().find_ending(name.split(": ")[0])
    return ended.successor if ended else ""


@cache
def _own_register() -> Register:
    with as_file(files("normalise").joinpath("agencies.csv")) as path:
        return load_register(path)
