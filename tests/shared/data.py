"""Where the measuring data lies, and how a set of documents is converted and scored."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from export.formats import export
from extract.errors import Refusal
from extract.plan import read_plan
from normalise.plan import normalise_plan
from normalise.records import ActionPlan

SHARED = Path(__file__).parents[3] / "shared"
SCANS = frozenset({"eastholme_child_r"})
"""Documents without letters, which are measured with the recognition of text."""


def documents(name: str) -> list[Path]:
    """Return the documents of a set that have letters; none where the data is absent."""
    found = sorted((SHARED / name).glob("*.pdf"))
    return [path for path in found if path.stem not in SCANS]


def converted(paths: Iterable[Path]) -> list[ActionPlan]:
    """Convert documents in this process; those that are refused yield nothing."""
    plans = []
    for path in paths:
        try:
            plans.append(normalise_plan(read_plan(path)))
        except Refusal:
            continue
    return plans


def scored(name: str, folder: Path) -> dict[str, Any]:
    """Convert a set and compare it with its truth, as the measuring script does."""
    paths = documents(name)
    export(converted(paths), folder, ["csv"])
    script, truth = SHARED / "score.py", SHARED / name
    command = [sys.executable, str(script), str(truth), str(folder / "actions.csv"), "--json"]
    command += ["--only", *(path.stem for path in paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own script
    report: dict[str, Any] = json.loads(done.stdout)
    return report
