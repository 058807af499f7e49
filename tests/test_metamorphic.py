"""One content gives the same rows, however it is printed."""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from extract.plan import read_plan
from normalise.plan import normalise_plan
from samples.expected import expected
from samples.plan import RenderOptions
from samples.render import render
from samples.source import plan_of
from tests.differences import differences
from tests.layouts import LAYOUTS, NOT_YET
from tests.random_layouts import TROUBLE, layouts

SOURCE = Path(__file__).parent / "source" / "hartlemoor.toml"
PLAN = plan_of(tomllib.loads(SOURCE.read_text(encoding="utf-8")))


def each_layout() -> list[Any]:
    """Return every layout of the list, those that are not read yet marked as such."""
    return [
        pytest.param(options, id=name, marks=excused(NOT_YET.get(name)))
        for name, options in LAYOUTS.items()
    ]


def excused(why: str | None) -> list[pytest.MarkDecorator]:
    """Return the mark of what is known to fail, if there is a reason for it."""
    return [pytest.mark.xfail(strict=True, reason=why)] if why else []


@pytest.mark.parametrize("options", each_layout())
def test_a_layout_gives_the_same_rows(options: RenderOptions, tmp_path: Path) -> None:
    """Every cell, agency, status, date and page, and no character lost."""
    assert wrong_with(options, tmp_path) == []


# Not made smaller when it fails: that takes minutes, and any mixture can be looked at as it is.
@settings(derandomize=True, max_examples=30, deadline=None, phases=[Phase.generate])
@given(layouts)
def test_any_mixture_gives_the_same_rows(options: RenderOptions) -> None:
    """Layouts that nobody thought of, the same ones on every run."""
    with tempfile.TemporaryDirectory() as folder:
        assert wrong_with(options, Path(folder)) == []


def test_layouts_not_read_yet_are_in_the_list() -> None:
    """A reason for a layout that is gone would excuse nothing, nor one for what is mended."""
    assert set(NOT_YET) <= set(LAYOUTS)
    assert set(TROUBLE) <= set(NOT_YET)


def wrong_with(options: RenderOptions, folder: Path) -> list[str]:
    """Print the content, read it, and say what is wrong."""
    printed = render(PLAN, options, folder / "plan.pdf")
    plan = normalise_plan(read_plan(folder / "plan.pdf"))
    wanted = expected(PLAN, options, printed.action_pages)["actions"]
    lost = plan.document.unplaced_characters
    found = differences(plan.actions, wanted)
    return [*found, f"{lost} characters lost"] if lost else found
