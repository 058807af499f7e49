"""What docs/outputs.md shows can be done as shown."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from export.data_package import package
from export.formats import FORMATS, export
from export.sqlite_views import VIEWS
from extract.records import Box
from normalise.records import ActionPlan
from tests.export.reading import read_json

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "outputs.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Give the code of one language on the page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize("query", blocks("sql"))
def test_every_query_finds_something_in_the_samples(
    tmp_path: Path, sample_plans: list[ActionPlan], query: str
) -> None:
    """A query that runs but finds nothing would be a bad example."""
    database, _ = export(sample_plans, tmp_path, ["sqlite"])
    with closing(sqlite3.connect(database)) as file:
        assert file.execute(query).fetchall()


@pytest.mark.parametrize("code", blocks("python"))
def test_the_recipes_in_python_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_plans: list[ActionPlan], code: str
) -> None:
    """In pandas, which this project does not need, or without it."""
    if "pandas" in code:
        pytest.importorskip("pandas")
    (tmp_path / "out").mkdir()
    export(sample_plans, tmp_path / "out", ["sqlite", "csv", "json"])
    monkeypatch.chdir(tmp_path)
    found: dict[str, object] = {}
    exec(code, found)  # noqa: S102 - our own documentation
    actions = found["actions"]
    assert len(actions) == sum(len(plan.actions) for plan in sample_plans)  # type: ignore[arg-type]


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("code", blocks("r"))
def test_the_recipes_for_r_run(
    tmp_path: Path, sample_plans: list[ActionPlan], code: str, locale: str
) -> None:
    """Where R is installed, with the packages that a recipe asks for."""
    program = shutil.which("Rscript")
    if not program:
        pytest.skip("needs R")
    for names in re.findall(r"(\w+)::|library\((\w+)\)", code):
        asked = [program, "-e", f"library({''.join(names)})"]
        if subprocess.run(asked, capture_output=True, check=False).returncode:  # noqa: S603 - named on our own page
            pytest.skip(f"needs {''.join(names)} for R")
    (tmp_path / "out").mkdir()
    export(sample_plans, tmp_path / "out", ["sqlite", "csv"])
    count = "cat(nrow(actions), sum(nchar(actions$action)), 'action_id' %in% names(actions))"
    (tmp_path / "recipe.R").write_text(f"{code}\n{count}\n", encoding="utf-8")
    said = subprocess.run(  # noqa: S603 - our own documentation
        [program, "--vanilla", "recipe.R"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": locale},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    actions = [action for plan in sample_plans for action in plan.actions]
    letters = sum(len(action.action) for action in actions)
    assert said.splitlines()[-1] == f"{len(actions)} {letters} TRUE"


def test_the_rows_that_the_page_shows_are_rows_of_a_sample(
    tmp_path: Path, sample_plans: list[ActionPlan]
) -> None:
    """To the letter in CSV; in JSON but for where on the page a cell stands."""
    export(sample_plans, tmp_path, ["csv", "json"])
    (shown,) = blocks("csv")
    dates = (tmp_path / "dates.csv").read_text(encoding="utf-8-sig").splitlines()
    assert set(shown.splitlines()) <= set(dates)
    (objects,) = blocks("json")
    written = read_json(tmp_path)
    for one in map(json.loads, objects.splitlines()):
        table = written["cells" if "x0" in one else "dates"]
        assert _without_place(one) in [_without_place(row) for row in table]


def _without_place(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in Box.model_fields}


def test_the_page_names_every_format_and_view() -> None:
    """And the files that come of them."""
    for name in FORMATS:
        assert f"--format {name}`" in PAGE
    for view in VIEWS:
        assert f"`{view.name}`" in PAGE
    for resource in package()["resources"]:
        assert f"`{resource['path']}`" in PAGE


def test_every_picture_and_page_it_points_to_is_there() -> None:
    """Links within the documentation lead somewhere."""
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert len(links) >= 4
    for link in links:
        assert (DOCS / link).is_file(), link
