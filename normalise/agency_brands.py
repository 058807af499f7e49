"""Bodies by wordings that look like those of others: commissioners, boards and trusts.

'Kent Police and Crime Commissioner' is not Kent Police, 'NHS Sussex' is the brand of a board and no
trust, and 'Avon and Wiltshire Partnership' is a trust and no partnership.
"""

import re

from normalise.councils import is_council_area
from normalise.nhs_bodies import is_board_area, trust_of_core
from normalise.registers import Agency

COMMISSIONER = re.compile(
    r"(?:the )?(?:office of the )?(?:(?P<area>(?:(?!police\b)[\w&'’-]+,? )+))?"
    r"police(?:,? fire)?,? (?:(?:and|&) )?crime commissioner(?:['’]?s)?(?: office)?"
    r"(?: (?:for|of) (?P<of>[\w ,&'’-]+))?",
    re.IGNORECASE,
)
NHS = re.compile(r"NHS (?P<area>[\w ,&'’-]+)")
PARTNERSHIP = re.compile(r"(?P<area>[A-Z][\w ,&'’-]+) Partnership")


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
    return None
