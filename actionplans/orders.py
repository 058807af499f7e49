"""What a process that converts one document is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from actionplans.limits import USUAL, Limits
from extract.ocr.choice import Ocr
from extract.page import PageTrouble
from normalise.agencies.registers import Agency
from normalise.records import Correction

ANSWER, KEPT, PICTURES = "answer.json", "kept", "pictures"
"""Names of what a process leaves in its own folder; everything else there is litter."""


@dataclass(frozen=True)
class Order:
    """What is wanted of a document beside its conversion, and the limits for it."""

    as_at: date | None = None
    keep: bool = False
    pictures: bool = False
    corrections: tuple[Correction, ...] = ()
    ocr: Ocr = "auto"
    limits: Limits = USUAL
    agencies: tuple[Agency, ...] = ()
    redact: bool = False
    skip: Mapping[int, PageTrouble] = field(default_factory=dict)
