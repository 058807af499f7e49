"""The JSON Schema describes actions.json as it is."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from export.formats import export
from export.json_schema import schema
from export.tables import RECORDS
from normalise.records import ActionPlan
from tests.export.made_plans import BATCHES, THREE, UNTIMED
from tests.export.reading import all_rows

STRICT = Draft202012Validator(schema(), format_checker=FormatChecker(["date"]))


def written(plans: list[ActionPlan], folder: Path) -> Any:
    """Write actions.json and load it."""
    return json.loads(export(plans, folder, ["json"])[0].read_bytes())


def test_samples_are_valid(tmp_path: Path, sample_plans: list[ActionPlan]) -> None:
    """Days are days, words come from closed sets, and there is nothing else."""
    Draft202012Validator.check_schema(schema())
    STRICT.validate(written(sample_plans, tmp_path))


@pytest.mark.parametrize(
    "change", [{"status": "fine"}, {"target_date_latest": "soon"}, {"mood": "good"}, {"extra": ""}]
)
def test_a_wrong_row_is_found_out(tmp_path: Path, change: dict[str, str]) -> None:
    """Or the check above would prove nothing."""
    data = written(THREE, tmp_path)
    data["actions"][0] |= change
    with pytest.raises(ValidationError):
        STRICT.validate(data)


@UNTIMED
@given(BATCHES)
def test_the_schema_names_every_column_in_its_order(batch: list[ActionPlan]) -> None:
    """Whatever rows there are."""
    lists = schema()["properties"]
    for name in RECORDS:
        for row in all_rows(batch, name):
            assert list(row) == lists[name]["items"]["required"]


def test_the_schema_stands_beside_the_file(tmp_path: Path) -> None:
    """Of the same version as what wrote it."""
    export(THREE, tmp_path, ["json"])
    assert json.loads((tmp_path / "actions.schema.json").read_bytes()) == schema()
