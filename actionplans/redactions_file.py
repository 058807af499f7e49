"""Writes redactions.csv: which names were replaced, and where, for a person to review."""

import csv
from collections.abc import Iterable
from pathlib import Path

from export.atomic import replacing
from export.csv_files import guard
from normalise.records import ActionPlan, Redaction

FILE = "redactions.csv"


def write_redactions(plans: Iterable[ActionPlan], folder: Path) -> Path:
    """Write a line for each name in each cell. It holds the names: it is not to be published."""
    found = sorted(
        {redaction for plan in plans for redaction in plan.redactions},
        key=lambda one: (one.document, one.action_id, one.page, one.field, one.printed),
    )
    target = folder / FILE
    with replacing(target) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(Redaction.model_fields)
        writer.writerows([guard(value) for _, value in redaction] for redaction in found)
    return target
