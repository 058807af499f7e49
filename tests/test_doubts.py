"""A row that is read wrongly says so: measured on plans that no careful council would print.

Every layout of the list is printed, damaged in one of several ways, and read.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from rapidfuzz import fuzz

from extract.plan import read_plan
from extract.records import DoubtKind
from normalise.plan import normalise_plan
from normalise.records import Action
from samples.expected import FIELDS, expected
from samples.plan import RenderOptions
from samples.render import render
from samples.source import plan_of
from tests.damaged import DAMAGE, damaged
from tests.differences import squeezed
from tests.layouts import LAYOUTS

SOURCE = Path(__file__).parent / "source" / "hartlemoor.toml"
PLAN = plan_of(tomllib.loads(SOURCE.read_text(encoding="utf-8")))
READING = frozenset(get_args(DoubtKind))
SAME_ROW = 40
"""Likeness, of 100, of what is to be done, from which two rows are one."""


def test_nine_of_ten_wrong_rows_are_doubted_and_nine_of_ten_right_ones_are_not(
    tmp_path: Path,
) -> None:
    """By kinds of doubt about the reading; those about the meaning of words do not count."""
    found: Counter[tuple[bool, bool]] = Counter()
    for at, options in enumerate(LAYOUTS.values()):
        found += judged(options, sorted(DAMAGE)[at % len(DAMAGE)], tmp_path)
    wrong = found[False, True] + found[False, False]
    right = found[True, True] + found[True, False]
    assert wrong > 300, "the plans are not hard enough to tell anything"
    assert found[False, True] >= 0.9 * wrong, f"{found[False, True]} of {wrong} wrong rows"
    assert found[True, True] <= 0.1 * right, f"{found[True, True]} of {right} right rows"


def judged(options: RenderOptions, kind: str, folder: Path) -> Counter[tuple[bool, bool]]:
    """Count the rows of a damaged plan, by whether each is right and whether it is doubted."""
    render(PLAN, options, folder / "plan.pdf")
    damaged(folder / "plan.pdf", folder / "damaged.pdf", kind, seed=7)
    plan = normalise_plan(read_plan(folder / "damaged.pdf"))
    wanted = expected(PLAN, options)["actions"]
    found: Counter[tuple[bool, bool]] = Counter()
    for action, want in zip(plan.actions, matched(plan.actions, wanted), strict=True):
        doubted = bool(READING & set(action.issues.split()))
        found[want is not None and is_right(action, want), doubted] += 1
    return found


def matched(
    actions: Sequence[Action], wanted: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any] | None]:
    """Find for each row the one that it should be, if any; none is found twice."""
    left = list(wanted)
    found: list[Mapping[str, Any] | None] = []
    for action in actions:
        text = f"{action.action} {action.recommendation}"
        likeness = [fuzz.ratio(text, f"{w['action']} {w['recommendation']}") for w in left]
        best = max(range(len(left)), key=likeness.__getitem__, default=None)
        same = best is not None and likeness[best] >= SAME_ROW
        found.append(left.pop(best) if best is not None and same else None)
    return found


def is_right(action: Action, want: Mapping[str, Any]) -> bool:
    """Say whether every cell and the agency are as printed."""
    cells = all(squeezed(want[name]) == squeezed(getattr(action, name)) for name in FIELDS)
    return cells and want["agency"] in (None, action.agency)
