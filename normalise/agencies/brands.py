"""Bodies by wordings that look like those of others: commissioners, boards and trusts.

'Kent Police and Crime Commissioner' is not Kent Police, 'NHS Sussex' is the brand of a board and no
trust, and 'Avon and Wiltshire Partnership' is a trust and no partnership.
"""

import re

from normalise.agencies.councils import is_council_area
from normalise.agencies.nhs_bodies import is_board_area, trust_of_core
from normalise.agencies.registers import Agency

COMMISSIONER = re.compile(
    r"(?:the )?(?:office of the )?(?:(?P<area>(?:(?!police\b)[\w&'’-]+,? )+))?"
    r"police(?:,? fire)?,? (?:(?:and|&) )?crime commissioner(?:['’]?s)?(?: office)?"
    r"(?: (?:for|of) (?P<of>[\w ,&'’-]+))?",
    re.IGNORECASE,
)
NHS = re.compile(r"NHS (?P<area>[\w ,&'’-]+)")
PARTNERSHIP = re.compile(r"(?P<area>[A-Z][\w ,&'’-]+) Partnership")


TWO_AREAS = re.compile(r"(?P<one>[A-Z][\w'’-]+) (?:and|&) (?P<other>[A-Z][\w'’-]+) Partnership")
HEALTH_AND_CARE = re.compile(r"(?P<area>[A-Z][\w ,&'’-]+) Health (?:and|&) Social Care")
INITIALS = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z&]{2,6}")
UNIT = re.compile(r"[A-Z]+U|CID|MASH|MARAC|MAPPA|FCR|PVP")
"""Initials of units and meetings, which stand behind the body whose they are."""


def unexplained(part: str) -> list[Agency]:
    """Take initials that nothing explains for a body of its own whose kind is not known.

    >>> [body.name for body in unexplained("KCC")], unexplained("PPU")
    (['KCC'], [])
    """
    is_body = INITIALS.fullmatch(part) and not UNIT.fullmatch(part)
    return [Agency(name=part)] if is_body else []


def _may_be_several(name: str) -> bool:
    """'Avon and Wiltshire Partnership' and 'Kent Health and Social Care': trusts, or others."""
    if found := TWO_AREAS.fullmatch(name):
        return is_council_area(found["one"]) or is_council_area(found["other"])
    cared = HEALTH_AND_CARE.fullmatch(name)
    return cared is not None and is_council_area(cared["area"])


def branded(name: str) -> Agency | None:
    """Read a name that its words alone would give to another body.

    >>> branded("NHS Sussex").kind, branded("Kent Police and Crime Commissioner").code
    ('icb', '')
    """
    commissioner = COMMISSIONER.fullmatch(name)
    if commissioner and (commissioner["area"] or commissioner["of"]):
        return Agency(name=name, kind="police")
    if (board := NHS.fullmatch(name)) and is_board_area(board["area"]):
        return Agency(name=name, kind="icb")
    if found := PARTNERSHIP.fullmatch(name):
        trust = trust_of_core(name)
        if trust:
            # 'Lincolnshire Partnership' may be a partnership of the county.
            return Agency(name=name) if is_council_area(found["area"]) else trust
    return Agency(name=name) if _may_be_several(name) else None
