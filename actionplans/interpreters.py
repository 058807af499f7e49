"""Reads single wordings for the command line: by which function, and what is handed on of it.

A reading may hold more than others rely on, such as how sure it is; only what is named here is
printed, so that the readers stay free to change the rest.
"""

import json
from importlib import import_module
from typing import Any, NamedTuple

Keys = dict[str, Any]

DATE_KEYS = {"date", "earliest", "latest", "precision", "qualifier", "recurrence", "label"}


class Interpreter(NamedTuple):
    """Where a kind of wording is read, imported when needed, and the keys of what is printed."""

    module: str
    function: str
    keys: Keys


INTERPRETERS = {
    "heading": Interpreter(
        "extract.headings.reading", "read_heading", {"text": True, "field": True}
    ),
    "status": Interpreter(
        "normalise.statuses.reading", "read_status", {"text": True, "status": True}
    ),
    "date": Interpreter(
        "normalise.dates.reading",
        "read_dates",
        {"text": True, "dates": {"__all__": DATE_KEYS}, "issues": True},
    ),
    "agency": Interpreter(
        "normalise.agencies.reading",
        "read_agency",
        dict.fromkeys(("text", "agency_name", "agency_kind", "agency_code"), True),
    ),
}


def interpret(kind: str, text: str) -> str:
    """Read one wording and give what was found as a line of JSON."""
    from export.clean import clean

    module, function, keys = INTERPRETERS[kind]
    reading = getattr(import_module(module), function)(clean(text))
    found = reading.model_dump(include=keys)
    if kind == "date":
        found |= _parted(found["dates"])
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _parted(dates: list[Keys]) -> Keys:
    """Part what repeats without a day ('Quarterly') from dates; an open end of a date is null.

    An entry without any day would be counted as a date by whoever compares lists of days.
    """
    dated = [date for date in dates if date["earliest"] or date["latest"]]
    ends = ("earliest", "latest")
    return {
        "dates": [{k: v or None if k in ends else v for k, v in d.items()} for d in dated],
        "recurrences": [d["recurrence"] for d in dates if d not in dated],
    }
