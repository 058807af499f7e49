"""How many rows of a plan a tool got right, by what the plan must yield."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FIELDS = (  # noqa: SIM905 - fifteen names read better as words
    "reference theme recommendation scope action lead officer milestones evidence target_date_text "
    "revised_target_date_text completed_date_text progress status_text resources"
).split()


def wanted(path: Path) -> list[frozenset[str]] | None:
    """The printed cells of each action of a file, or None where nobody wrote them down."""
    for suffix in (".expected.json", ".truth.json"):
        file = path.with_suffix(suffix)
        if file.exists():
            actions = json.loads(file.read_text(encoding="utf-8"))["actions"]
            return [frozenset(_cells(action)) for action in actions]
    return None


def right(path: Path, rows: Sequence[Sequence[str]]) -> int:
    """Actions of which all printed cells stand, letter for letter, in one row; white space apart.

    A row stands for one action only.
    """
    found = Counter(frozenset(filter(None, map(_bare, row))) for row in rows)
    count = 0
    for action in wanted(path) or ():
        home = next((row for row, left in found.items() if left and action <= row), None)
        if home is not None:
            found[home] -= 1
            count += 1
    return count


def _cells(action: dict[str, Any]) -> list[str]:
    return [bare for field in FIELDS if (bare := _bare(str(action.get(field) or "")))]


def _bare(text: str) -> str:
    return "".join(text.removeprefix("'").split())
