"""Says where the rows that the pipeline read differ from those that a document must yield."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from normalise.records import Action
from samples.expected import FIELDS

BULLET = re.compile(r"(?:(?<=\s)|^)[•·●▪‣◦](?=\s|$)")
Wanted = Mapping[str, Any]


def differences(actions: Sequence[Action], wanted: Sequence[Wanted]) -> list[str]:
    """Compare rows in order, cell by cell; an empty list where all are equal."""
    if len(actions) != len(wanted):
        return [f"{len(actions)} rows in place of {len(wanted)}: {_opening_words(actions)}"]
    pairs = enumerate(zip(actions, wanted, strict=True), start=1)
    return [text for number, (got, want) in pairs for text in _in_row(number, got, want)]


def squeezed(text: object) -> str:
    """Return a text on one line, its bullets of one form."""
    return " ".join(BULLET.sub("•", str(text or "")).split())


def _opening_words(actions: Sequence[Action]) -> list[str]:
    return [squeezed(f"{a.reference} {a.action or a.recommendation}")[:24] for a in actions]


def _in_row(number: int, got: Action, want: Wanted) -> Iterator[str]:
    for name, wanted, found in _pairs(got, want):
        if squeezed(wanted) != squeezed(found):
            yield f"row {number}, {name}: {squeezed(found)!r} in place of {squeezed(wanted)!r}"


def _pairs(got: Action, want: Wanted) -> Iterator[tuple[str, object, object]]:
    """Yield each value that the expectation names, beside the one that was read."""
    for name in FIELDS:
        yield name, want[name], getattr(got, name)
    if want["agency"] is not None:
        yield "agency", want["agency"], got.agency
    found = json.loads(got.extra or "{}")
    for heading in {**want["extra"], **found}:
        yield f"extra {heading}", want["extra"].get(heading), found.get(heading)
    for name, value in want["expect"].items():
        yield name, value, getattr(got, name)
    if "pages" in want:
        yield "pages", want["pages"], [got.first_page, got.last_page]
