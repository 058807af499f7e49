"""Tells names of bodies from words for their sort: 'the Police', 'District Councils'.

Such words tell the kind of a body; which one is meant nobody can say, and no name is given.
"""

import csv
import re
from functools import cache
from importlib.resources import files

from extract.headings.agency_names import is_short_form

SORTS = frozenset(
    {
        "police",
        "council",
        "nhs_trust",
        "nhs_national",
        "gp",
        "ambulance",
        "fire",
        "housing",
        "education",
        "supplier",
        "prison",
        "charity",
        "charity_service",
        "health_provider",
        "national_department",
    }
)
"""Kinds of which each body has a name of its own; teams and boards may be named by their task."""
ALL = frozenset({"all", "health", "partners", "agencies", "commissioners", "providers"})
"""Words for a group that name no one in it."""


def is_generic(name: str, kind: str) -> bool:
    """Say whether a name holds no word that tells this body from others of its kind.

    >>> is_generic("District Councils", "council"), is_generic("Kent Police", "police")
    (True, False)
    """
    if is_short_form(name):
        return True
    words = re.findall(r"[\w']+", name.casefold())
    if kind == "group":
        return len(words) == 1 and words[0] in ALL
    return kind in SORTS and all(word in _words() for word in words)


@cache
def _words() -> frozenset[str]:
    table = files("normalise.agencies").joinpath("generic_words.csv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(table.splitlines()))
