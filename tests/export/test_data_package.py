"""The data package describes the CSV files as they are."""

from pathlib import Path

from frictionless import validate

from export.csv_files import FILES
from export.data_package import package
from export.formats import export
from export.options import Options
from normalise.records import ActionPlan
from tests.export.made_plans import NASTY, with_actions


def errors(folder: Path) -> list[object]:
    """Validate a folder, and list what is wrong in it."""
    report = validate(str(folder / "datapackage.json"))
    return list(report.flatten(["type", "fieldName"]))


def test_the_csv_files_of_samples_are_valid(tmp_path: Path, sample_plans: list[ActionPlan]) -> None:
    """Types, closed sets of words, keys, and that every key leads somewhere."""
    export(sample_plans, tmp_path, ["datapackage"])
    assert errors(tmp_path) == []


def test_hostile_texts_are_valid_too(tmp_path: Path) -> None:
    """On many lines and on one."""
    plan = with_actions(*({"action": text, "agency": text} for text in NASTY))
    for options in (Options(), Options(one_line=True)):
        export([plan], tmp_path, ["datapackage"], options)
        assert errors(tmp_path) == []


def test_no_documents_are_valid(tmp_path: Path) -> None:
    """Four files with a heading row each."""
    export([], tmp_path, ["datapackage"])
    assert errors(tmp_path) == []


def test_a_broken_file_is_found_out(tmp_path: Path) -> None:
    """Or the checks above would prove nothing."""
    export([with_actions({"target_date_latest": "soon"}, {})], tmp_path, ["datapackage"])
    text = (tmp_path / "actions.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "actions.csv").write_text(text.replace(",unknown,", ",fine,", 1), "utf-8")
    found = errors(tmp_path)
    assert ["type-error", "target_date_latest"] in found
    assert ["constraint-error", "status"] in found


def test_the_package_comes_with_what_it_describes(tmp_path: Path) -> None:
    """Also where nothing else was asked for."""
    export([], tmp_path, ["datapackage"])
    names = {resource["path"] for resource in package()["resources"]}
    assert {file.name for file in tmp_path.iterdir()} == names | {"datapackage.json"}
    assert names == {f"{name}.csv" for name in FILES}
