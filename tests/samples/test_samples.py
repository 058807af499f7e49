"""The samples are what their sources say, and the ledger lists them all."""

import json
from pathlib import Path

import pytest

from samples.expected import expected
from samples.make import make
from samples.plan import SamplePlan
from samples.source import Sample, all_samples
from tests.samples.printed import missing_words

FOLDER = Path(__file__).parents[2] / "samples"
SAMPLES = all_samples()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make all samples anew."""
    folder = tmp_path_factory.mktemp("samples")
    make(folder)
    return folder


@each_sample
@pytest.mark.parametrize("ending", ["pdf", "expected.json"])
def test_committed_file_is_what_the_script_makes(sample: Sample, ending: str, made: Path) -> None:
    """Making a sample again gives the committed bytes."""
    name = f"{sample.name}.{ending}"
    assert (made / name).read_bytes() == (FOLDER / name).read_bytes()


def test_ledger_is_what_the_script_makes(made: Path) -> None:
    """The committed ledger is up to date."""
    assert (made / "README.md").read_bytes() == (FOLDER / "README.md").read_bytes()


def test_no_file_without_a_source() -> None:
    """Every PDF and every expectation comes from a source."""
    names = {sample.name for sample in SAMPLES}
    assert {path.stem for path in FOLDER.glob("*.pdf")} == names
    assert {path.name.split(".")[0] for path in FOLDER.glob("*.expected.json")} == names


def test_names_are_unique() -> None:
    """No two sources make the same file."""
    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES)


@each_sample
def test_ledger_lists_the_sample(sample: Sample) -> None:
    """The ledger names each file and says what is hard about it."""
    ledger = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"`{sample.name}.pdf`" in ledger
    assert sample.hard in ledger


@each_sample
def test_expectation_holds_one_action_for_each_row(sample: Sample) -> None:
    """What a sample must yield is its source, row by row."""
    path = FOLDER / f"{sample.name}.expected.json"
    actions = json.loads(path.read_text(encoding="utf-8"))["actions"]
    assert len(actions) == sum(plan.size for plan in sample.plan.plans)
    assert all(action["pages"][0] <= action["pages"][1] for action in actions)
    plain = [{k: v for k, v in action.items() if k != "pages"} for action in actions]
    assert plain == expected(sample.plan, sample.options)["actions"]


@each_sample
def test_every_word_is_printed(sample: Sample) -> None:
    """The PDF prints every word of every cell."""
    assert missing_words(sample.plan, sample.options, FOLDER / f"{sample.name}.pdf") == []


@each_sample
def test_cells_stand_under_a_column(sample: Sample) -> None:
    """A cell that has no column would be expected but never printed."""
    assert [stray_cells(plan) for plan in sample.plan.plans if stray_cells(plan)] == []


def stray_cells(plan: SamplePlan) -> set[str]:
    """Return the names of cells for which the plan has no column."""
    columns = {column.key for column in plan.columns}
    return {key for section in plan.sections for row in section.rows for key in row.cells} - columns
