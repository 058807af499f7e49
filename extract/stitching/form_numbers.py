"""The numbers of forms: what 'Recommendation 3' over a form, or as its first label, counts."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from extract.headings.reading import read_heading
from extract.records import Field
from extract.stitching.building import Piece
from extract.stitching.styles import Caption
from extract.text.words import Line, lines_of

KNOWN = 0.75
COUNTED: frozenset[Field] = frozenset({"recommendation", "action", "theme", "reference"})
"""What forms are counted by."""
ENDS_IN_NUMBER = re.compile(
    r"(?P<label>[^\d:]+?)\s*(?:\bno\b\.?|\bnumber\b|#|:)?\s+[(\[]?"
    r"(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[a-z]{1,4}\d{1,3})[)\]:.]*",
    re.IGNORECASE,
)


class Numbered(NamedTuple):
    """A label without its number, what it stands for, and the number as printed there."""

    label: str
    field: Field
    number: Piece


def numbered(page: int, lines: Sequence[Line]) -> Numbered | None:
    """Read lines that say no more than what is counted and its number; None where they are none."""
    words = [word for line in lines for word in line.words]
    text = " ".join(word.text for word in words)
    label = without_number(text)
    if label == text:
        return None
    last = words[-1]._replace(text=words[-1].text.strip("()[]:."))
    box = (last.x0, last.top, last.x1, last.bottom)
    number = Piece(page, box, tuple(lines_of([last])), "", (last.x0, last.x1))
    return Numbered(label, read_heading(label).field, number)


def without_number(text: str) -> str:
    """A label without the number that it counts with: 'Action' of 'Action 2'; else as it is."""
    match = ENDS_IN_NUMBER.fullmatch(text)
    reading = read_heading(match["label"]) if match else None
    counts = reading is not None and reading.score >= KNOWN and reading.field in COUNTED
    return match["label"] if match and counts else text


def counting(
    captions: Sequence[Caption], fields: Collection[Field]
) -> tuple[Piece | None, list[Caption]]:
    """The number that captions give to the form below, and the captions that give none.

    `fields` are those of the form. Where it has no recommendation of its own, 'Recommendation 3'
    is that; where it has a reference, forms are counted by that.
    """
    number: Piece | None = None
    rest: list[Caption] = []
    for caption in captions:
        piece = caption.cell.last
        found = numbered(piece.page, piece.lines)
        itself = found and found.field == "recommendation" and found.field not in fields
        if found is None or itself or "reference" in fields:
            rest.append(caption)
        else:
            number = found.number
    return number, rest
