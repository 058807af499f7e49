"""Says where the rows that the pipeline read differ from those that a document must yield."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from normalise.records import Action
from samples.expected import FIELDS

BULLET = re.compile(r"(?:(?<=\s)|^)[•·●▪‣◦](?=\s|$)")
Wanted = Mapping[str, Any]
Pair = tuple[str, object, object]
"""A name, what must be and what was found."""


def differences(actions: Sequence[Action], wanted: Sequence[Wanted]) -> list[str]:
    """Compare rows in order, cell by cell; an empty list where all are equal."""
    return printed_differences(actions, wanted) or meant_differences(actions, wanted)


def printed_differences(actions: Sequence[Action], wanted: Sequence[Wanted]) -> list[str]:
    """Compare the number of rows, and the words, agency and pages of each."""
    if len(actions) != len(wanted):
        return [f"{len(actions)} rows in place of {len(wanted)}: {_opening_words(actions)}"]
    return _unequal(actions, wanted, _printed)


def meant_differences(actions: Sequence[Action], wanted: Sequence[Wanted]) -> list[str]:
    """Compare the statuses and dates of which a careful reader would be sure."""
    return _unequal(actions, wanted, _meant)


def line_differences(actions: Sequence[Action], wanted: Sequence[Wanted]) -> list[str]:
    """Compare where lines end in cells whose words are right."""
    return [
        f"{name}: {getattr(got, name)!r} in place of {want[name]!r}"
        for got, want in zip(actions, wanted, strict=False)
        for name in FIELDS
        if squeezed(want[name]) == squeezed(getattr(got, name))
        and _lines(want[name]) != _lines(getattr(got, name))
    ]


def _lines(text: str | None) -> list[str]:
    return [squeezed(line) for line in (text or "").split("\n")]


def squeezed(text: object) -> str:
    """Return a text on one line, its bullets of one form."""
    return " ".join(BULLET.sub("•", str(text or "")).split())


def _opening_words(actions: Sequence[Action]) -> list[str]:
    return [squeezed(f"{a.reference} {a.action or a.recommendation}")[:24] for a in actions]


def _unequal(
    actions: Sequence[Action], wanted: Sequence[Wanted], of_row: Callable[..., Iterator[Pair]]
) -> list[str]:
    return [
        f"row {number}, {name}: {squeezed(found)!r} in place of {squeezed(wish)!r}"
        for number, (got, want) in enumerate(zip(actions, wanted, strict=False), start=1)
        for name, wish, found in of_row(got, want)
        if squeezed(wish) != squeezed(found)
    ]


def _printed(got: Action, want: Wanted) -> Iterator[Pair]:
    """Yield each cell that the expectation names, beside the one that was read."""
    for name in FIELDS:
        yield name, want[name], getattr(got, name)
    if want["agency"] is not None:
        yield "agency", want["agency"], got.agency
    found = json.loads(got.extra or "{}")
    for heading in {**want["extra"], **found}:
        yield f"extra {heading}", want["extra"].get(heading), found.get(heading)
    if "pages" in want:
        yield "pages", want["pages"], [got.first_page, got.last_page]


def _meant(got: Action, want: Wanted) -> Iterator[Pair]:
    for name, value in want["expect"].items():
        yield name, value, getattr(got, name)
