"""What a person may put in the place of the kind and the code of an agency."""

import csv
import re
from functools import cache
from importlib.resources import files

from extract.headings.agency_names import NO_KIND
from normalise.agencies.nhs_bodies import STYLES
from normalise.agencies.reading import AND
from normalise.agencies.registers import Register

CODE = re.compile(r"[A-Za-z0-9][\w./:-]{0,39}", re.ASCII)
"""Public codes, in whatever register: 'E10000016', 'avon-and-somerset', 'GB-CHC-1089464'."""


def agency_misfit(field: str, value: str, register: Register | None = None) -> str:
    """Say why a kind or a code cannot stand for an agency; nothing where it can.

    What the user's own register holds is always allowed.
    """
    parts = value.split(AND) if value else []
    own = register.agencies if register else ()
    if field == "agency_kind":
        kinds = known_kinds() | {agency.kind for agency in own if agency.kind}
        if not kinds.issuperset(parts):
            return f"a kind of agency is one of {', '.join(sorted(kinds))}, or several with '; '"
    if field == "agency_code":
        codes = {agency.code for agency in own}
        if not all(part in codes or CODE.fullmatch(part) for part in parts):
            return (
                "a code of an agency is letters, digits, dots and dashes without spaces,"
                " or several with '; '"
            )
    return ""


@cache
def known_kinds() -> frozenset[str]:
    """Give all kinds that an agency can be read as, without a register of the user's own."""
    tables = ("extract.headings", "agency_words.csv"), ("normalise.agencies", "agencies.csv")
    rows = [
        row
        for room, name in tables
        for row in csv.DictReader(files(room).joinpath(name).read_text("utf-8").splitlines())
    ]
    listed = {row["kind"] for row in rows} | {kind for _, kind in STYLES.values()}
    return frozenset(listed - NO_KIND - {""})
