"""Finds a body that is known by name, however its name is shortened or styled."""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from extract.headings.agency_names import agency_kind_of
from normalise.agencies.nhs_bodies import nhs_body
from normalise.agencies.registers import Agency, Register

SHORT_FORM = re.compile(r"\s*\(([A-Za-z&/]{2,10})\)\s*$")
PLURAL = re.compile(r"^([A-Z&]{2,6})s$")
FORCE = re.compile(r"\b(?:police(?: service| force)?|constabulary)$", re.IGNORECASE)
FORCES = ("Police", "Constabulary", "Police Service")


def known_agency(name: str, registers: Sequence[Register]) -> Agency | None:
    """Find a body by name or alias, in the first register that knows one of its wordings."""
    wordings = tuple(_wordings(name))
    for register in registers:
        for wording in wordings:
            if found := register.find(wording):
                kind = found.kind or agency_kind_of(found.name)
                return found.model_copy(update={"kind": kind})
    return next(filter(None, map(nhs_body, wordings)), None)


def _wordings(name: str) -> Iterator[str]:
    """Give the name as printed, then with what is short or left out written out."""
    plural = PLURAL.match(name)
    yield plural[1] if plural else name  # 'LAs' are authorities, 'LAS' is an ambulance service
    without = SHORT_FORM.sub("", name)
    if without and without != name:
        yield without
    full = with_areas(without)
    if full != without:
        yield full
    if FORCE.search(full):
        yield from (FORCE.sub(style, full) for style in FORCES)


def with_areas(name: str) -> str:
    """Write out 'Herts' and 'S Yorks', which no other name holds."""
    return _short_areas().sub(lambda match: _areas()[match[0].casefold()].title(), name)


@cache
def _short_areas() -> re.Pattern[str]:
    longest = sorted(_areas(), key=lambda short: (-len(short), short))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)


@cache
def _areas() -> dict[str, str]:
    table = files("normalise.agencies").joinpath("area_words.csv").read_text(encoding="utf-8")
    return {row["short"]: row["full"] for row in csv.DictReader(table.splitlines())}
