"""What one row of a plan yields."""

from typing import NamedTuple

from normalise.records import Action, ActionDate, CellPlace, Correction, Issue


class RowData(NamedTuple):
    """An action with its dates, issues and places, and the corrections that it heeds."""

    action: Action
    dates: tuple[ActionDate, ...]
    issues: tuple[Issue, ...]
    cells: tuple[CellPlace, ...]
    corrections: tuple[Correction, ...] = ()
