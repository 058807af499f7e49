"""The public (ONS) codes of the principal councils of the United Kingdom, by their area."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from normalise.agencies.registers import name_key

STYLE = re.compile(
    r"^(?:(?:london|royal|metropolitan)? ?borough (?:council )?of|council of|lb(?: of)?"
    r"|city and county of|"
    r"city of|county of)(?: the)? "
    r"| (?:(?:county|city|district|borough|metropolitan|london|unitary|royal|corporation|authority|"
    r"and|mbc|cbc|bc|cc|dc|council) ?)+$"
)
SHORT_STYLE = re.compile(r" (?:CC|DC|BC|MBC|CBC|Corporation)$")
COUNTY = re.compile(r"\bcounty council\b")
PART_OF_COUNTY = re.compile(r"\b(?:district|borough|city) council\b")


class Council(NamedTuple):
    """A council's code, and whether it is styled 'county council': always, sometimes or never."""

    code: str
    county_council: str


def council_code(name: str) -> str:
    """Find the ONS code of a council as printed; '' where the style is that of another council.

    >>> council_code("Warwick District Council"), council_code("Warwickshire County Council")
    ('E07000222', 'E10000031')
    """
    key = name_key(name)
    area = STYLE.sub("", STYLE.sub("", key)).strip()
    council = _councils().get(key.removesuffix(" corporation")) or _councils().get(area)
    return council.code if council and _style_agrees(key, council) else ""


def is_council_area(area: str) -> bool:
    """Say whether a council has its name from that area."""
    return name_key(area) in _councils()


def is_short_council(name: str) -> bool:
    """Say whether a name is that of a known area and a short style: 'Kent CC', 'Bridgend CBC'."""
    return bool(SHORT_STYLE.search(name)) and bool(council_code(name))


def _style_agrees(key: str, council: Council) -> bool:
    """'Buckinghamshire County Council' was another body than 'Buckinghamshire Council' is."""
    if council.county_council == "always":
        return not PART_OF_COUNTY.search(key)
    return council.county_council == "sometimes" or not COUNTY.search(key)


@cache
def _councils() -> dict[str, Council]:
    table = files("normalise.agencies").joinpath("councils.csv").read_text(encoding="utf-8")
    return {
        name_key(row["area"]): Council(row["code"], row["county_council"])
        for row in csv.DictReader(table.splitlines())
    }
