"""What docs/outputs.md shows can be done as shown."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from export.data_package import package
from export.formats import FORMATS, export
from export.sqlite_views import VIEWS
from normalise.records import ActionPlan

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
def test_the_recipes_for_pandas_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_plans: list[ActionPlan], code: str
) -> None:
    """Where pandas is installed, which this project does not need."""
    pytest.importorskip("pandas")
    (tmp_path / "out").mkdir()
    export(sample_plans, tmp_path / "out", ["sqlite", "csv"])
    monkeypatch.chdir(tmp_path)
    found: dict[str, object] = {}
    exec(code, found)  # noqa: S102 - our own documentation
    actions = found["actions"]
    assert len(actions) == sum(len(plan.actions) for plan in sample_plans)  # type: ignore[arg-type]


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
