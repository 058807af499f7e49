"""The same documents give the same bytes, however and wherever they are written."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.formats import FORMATS, export, left_over
from normalise.records import ActionPlan
from tests.export.made_plans import BATCHES, THREE, UNTIMED, made

WRITE = """
import sys
from pathlib import Path
from export.formats import export
from normalise.records import ActionPlan

sources = [Path(name).read_bytes() for name in sys.argv[2:]]
export([ActionPlan.model_validate_json(source) for source in sources], Path(sys.argv[1]))
"""


def written(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@UNTIMED
@given(BATCHES, st.integers())
def test_the_order_of_the_inputs_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, batch: list[ActionPlan], seed: int
) -> None:
    """Rows stand by file name and content, not by who came first, repeats among them."""
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    twice = batch + batch[:1]
    export(twice, first)
    shuffled = list(twice)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    export(shuffled, second)
    assert written(first) == written(second)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Kathmandu", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "3"},
    ],
)
def test_place_and_language_do_not_matter(tmp_path: Path, surroundings: dict[str, str]) -> None:
    """A process with another clock, language and hash seed writes what this one writes."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    sources = [tmp_path / f"{number}.json" for number in range(len(THREE))]
    for source, plan in zip(sources, THREE, strict=True):
        source.write_text(plan.model_dump_json(), encoding="utf-8")
    export(THREE, here)
    subprocess.run(  # noqa: S603 - our own interpreter and files
        [sys.executable, "-c", WRITE, str(there), *map(str, reversed(sources))],
        env={**os.environ, **surroundings},
        check=True,
    )
    assert written(here) == written(there)


def test_writing_again_replaces_every_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    """The second run's folder is the first run's folder."""
    export([made("old.pdf", "0" * 64)], tmp_path)
    export(THREE, tmp_path)
    before = written(tmp_path)
    files = export(THREE, tmp_path)
    assert written(tmp_path) == before
    assert sorted(before) == sorted(file.name for file in files)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_can_be_written_alone(tmp_path: Path, name: str) -> None:
    """And writes the files that it says it wrote."""
    files = export(THREE, tmp_path, [name])
    assert sorted(files) == sorted(tmp_path.iterdir())
    assert {*FORMATS[name].files} <= {file.name for file in files}


def test_files_of_formats_that_are_not_written_again_are_named(tmp_path: Path) -> None:
    """A description of the CSV files comes with them, and what is not ours is not named."""
    export(THREE, tmp_path)
    (tmp_path / "notes.txt").touch()
    assert left_over(tmp_path, tuple(FORMATS)) == []
    beside = ["actions.json", "actions.schema.json", "actions.sqlite", "metadata.yaml"]
    assert left_over(tmp_path, ["datapackage"]) == [*beside, "actions.xlsx", "report.html"]
    (tmp_path / "actions.xlsx").unlink()
    assert left_over(tmp_path, ["datapackage"]) == [*beside, "report.html"]
