"""What holds for a whole batch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from actionplans.inputs import Taken
from actionplans.limits import USUAL, Limits
from actionplans.orders import Order
from extract.ocr.choice import Ocr
from normalise.agencies.registers import Agency
from normalise.records import Correction


@dataclass(frozen=True)
class Settings:
    """What the user chose. `answers` is where finished documents wait for the rest.

    `pictures` is where pages are drawn, if at all; `corrections` stand by content of document;
    `agencies` are those of the user's own register; `redact` is whether names are replaced.
    """

    answers: Path
    as_at: date | None = None
    keep: Path | None = None
    jobs: int = 1
    limits: Limits = USUAL
    pictures: Path | None = None
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    ocr: Ocr = "auto"
    scheduler: str | None = None
    agencies: tuple[Agency, ...] = ()
    redact: bool = False

    def order(self, taken: Taken) -> Order:
        """Say what is wanted of a document."""
        return Order(
            as_at=self.as_at,
            keep=self.keep is not None,
            pictures=self.pictures is not None,
            corrections=self.corrections.get(taken.sha256, ()),
            ocr=self.ocr,
            agencies=self.agencies,
            redact=self.redact,
            limits=self.limits,
        )
