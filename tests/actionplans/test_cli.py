"""The command line as a person meets it: exit codes, and one line for each thing to know."""

import csv
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from actionplans.cli import main
from actionplans.front_door import FrontDoor
from export import csv_files
from tests.actionplans.made_pdfs import make_letter, make_plan


def run(*args: object, given: bytes | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=given)


def rows(out: Path, name: str = "documents") -> list[dict[str, str]]:
    """Read one of the CSV files of an output folder."""
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["shred"],
        ["extract"],
        ["extract", "no-such.pdf", "--out", "out"],
        ["extract", ".", "--out", "out", "--as-at", "31/03/2024"],
        ["extract", ".", "--out", "out", "--as-at", ""],
        ["extract", ".", "--out", "out", "--format", "docx"],
        ["extract", ".", "--out", "out", "--jobs", "0"],
        *(
            ["extract", ".", "--out", "out", "--time-limit", of]
            for of in ("0", "nan", "inf", "1e9")
        ),
        ["interpret", "weather", "rain"],
    ],
)
def test_wrong_usage_ends_in_1(args: list[str]) -> None:
    """And says how it is meant."""
    result = run(*args)
    assert result.exit_code == 1
    assert "Usage:" in result.output


@pytest.mark.parametrize("option", ["--corrections", "--agencies"])
def test_a_table_that_is_no_plain_file_is_wrong_usage(tmp_path: Path, option: str) -> None:
    """A pipe would wait for ever, and a device never ends."""
    plan = make_plan(tmp_path / "plan.pdf")
    os.mkfifo(tmp_path / "pipe.csv")
    for table in (tmp_path / "pipe.csv", Path("/dev/zero")):
        result = run("extract", plan, "--out", tmp_path / "out", option, table)
        assert result.exit_code == 1
        assert "it is no plain file" in result.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["", "--out", "o"], "is empty"),
        ([".", "--out", ""], "is empty"),
        ([".", "--out", "o", "--scheduler", "nonsense"], "no address"),
        ([".", "--out", "o", "--scheduler", ""], "no address"),
    ],
)
def test_what_says_nothing_is_wrong_usage(args: list[str], told: str) -> None:
    """As where a variable of the shell is not set: it is not the current folder."""
    result = run("extract", *args)
    assert result.exit_code == 1
    assert told in result.stderr


@pytest.mark.parametrize("args", [["--help"], ["extract", "--help"], ["interpret", "--help"]])
def test_help_ends_in_0(args: list[str]) -> None:
    """Each command explains itself, with an example."""
    result = run(*args)
    assert result.exit_code == 0
    assert args == ["--help"] or "Example:" in result.output


def test_plans_become_files(tmp_path: Path) -> None:
    """One plan and one letter: both are well, and the letter holds no plan."""
    make_plan(tmp_path / "in" / "plan.pdf")
    make_letter(tmp_path / "in" / "letter.pdf")
    result = run("extract", tmp_path / "in", "--out", tmp_path / "out", "--as-at", "2015-01-01")
    assert result.exit_code == 0, result.output
    outcomes = {row["document"]: row["outcome"] for row in rows(tmp_path / "out")}
    assert outcomes["letter.pdf"] == "no_action_plan_found"
    assert outcomes["plan.pdf"].startswith("converted")
    actions = rows(tmp_path / "out", "actions")
    assert [row["action"] for row in actions] == ["Review the policy 1", "Review the policy 2"]
    assert result.stderr.startswith("documents: 2 (")
    assert len(result.stderr.splitlines()) == 1
    files = ["actions.csv", "actions.json", "actions.schema.json", "actions.sqlite"]
    files += ["actions.xlsx", "datapackage.json", "dates.csv", "documents.csv", "issues.csv"]
    files += ["metadata.yaml", "report.html"]
    assert names(tmp_path / "out") == files


def test_formats_can_be_chosen(tmp_path: Path) -> None:
    """Two of three."""
    plan = make_plan(tmp_path / "plan.pdf")
    chosen = ["--format", "json", "--format", "sqlite"]
    assert run("extract", plan, "--out", tmp_path / "out", *chosen).exit_code == 0
    files = ["actions.json", "actions.schema.json", "actions.sqlite", "metadata.yaml"]
    assert names(tmp_path / "out") == files


def test_one_line_for_each_row_on_request(tmp_path: Path) -> None:
    """Newlines inside cells become a sign; without the option they stay."""
    plan = make_plan(tmp_path / "plan.pdf", "• Review the policy<br/>• Train staff")
    for option in ([], ["--one-line"]):
        run("extract", plan, "--out", tmp_path / "out", "--format", "csv", *option)
        text = (tmp_path / "out" / "actions.csv").read_text(encoding="utf-8-sig")
        assert (" ⏎ • Train" in text) == bool(option)
        assert ("\n• Train" in text) != bool(option)


def test_what_is_no_readable_plan_is_refused_and_the_rest_converted(tmp_path: Path) -> None:
    """Exit code 2, one line for each, and a row in documents.csv."""
    folder = tmp_path / "in"
    make_plan(folder / "plan.pdf")
    (folder / "empty.pdf").touch()
    (folder / "words.pdf").write_text("just words")
    (folder / "link.pdf").symlink_to("plan.pdf")
    os.mkfifo(folder / "pipe.pdf")
    result = run("extract", folder, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert {row["document"]: row["reason"] for row in rows(tmp_path / "out")} == {
        "empty.pdf": "empty",
        "link.pdf": "unsafe_path",
        "pipe.pdf": "unsafe_path",
        "plan.pdf": "",
        "words.pdf": "not_a_pdf",
    }
    assert "refused empty.pdf: empty: the file is empty; download it again\n" in result.stderr
    assert len(result.stderr.splitlines()) == 5
    assert rows(tmp_path / "out", "actions")


def test_documents_of_one_name_or_one_content_all_survive(tmp_path: Path) -> None:
    """Other content under the same name, and the same content twice."""
    make_plan(tmp_path / "in" / "a" / "plan.pdf")
    make_plan(tmp_path / "in" / "b" / "plan.pdf", action="Train the staff")
    make_plan(tmp_path / "in" / "c" / "plan.pdf")
    result = run("extract", tmp_path / "in", "--out", tmp_path / "out", "--jobs", "3")
    assert result.exit_code == 0, result.output
    assert len(rows(tmp_path / "out")) == 3
    assert "; actions: 4; in " in result.stderr
    with closing(sqlite3.connect(tmp_path / "out" / "actions.sqlite")) as file:
        assert file.execute(
            "SELECT count(*), count(DISTINCT action_id) FROM actions"
        ).fetchone() == (
            4,
            4,
        )


def test_odd_names_are_names_like_any_other(tmp_path: Path) -> None:
    """None is taken for an address, an option, a formula or a page, and none leads elsewhere."""
    odd = ["http:a.pdf", "-n.pdf", "=cmd.pdf", "<img src=x>.pdf", "é 😀.pdf", "x" * 251 + ".pdf"]
    for name in odd:
        make_plan(tmp_path / "in" / name, action=f"Review {odd.index(name)}")
    result = run("extract", tmp_path / "in", "--out", tmp_path / "out", "--jobs", "2")
    assert result.exit_code == 0, result.output
    found = [csv_files.unguard(row["document"]) for row in rows(tmp_path / "out")]
    assert found == sorted(odd)
    assert names(tmp_path) == ["in", "out"]
    assert names(tmp_path / "in") == sorted(odd)


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    """The limit is shorter than any process takes to start."""
    plan = make_plan(tmp_path / "plan.pdf")
    result = run("extract", plan, "--out", tmp_path / "out", "--time-limit", "0.01")
    assert result.exit_code == 2
    assert rows(tmp_path / "out")[0]["reason"] == "time_limit"


def test_what_each_stage_found_can_be_kept(tmp_path: Path) -> None:
    """As JSON Lines and a drawing of each plan page, in a folder for each document."""
    plan = make_plan(tmp_path / "plan.pdf")
    assert (
        run("extract", plan, "--out", tmp_path / "out", "--keep", tmp_path / "kept").exit_code == 0
    )
    kept = tmp_path / "kept" / "plan.pdf"
    assert names(kept) == ["extract.jsonl", "normalise.jsonl", "page-001.png"]
    assert (kept / "extract.jsonl").read_text(encoding="utf-8").startswith('{"PrintedPlan":{')


@pytest.mark.parametrize("option", ["--out", "--keep"])
def test_a_folder_that_cannot_be_written_ends_in_4(tmp_path: Path, option: str) -> None:
    """Before any document is read, in one line."""
    plan = make_plan(tmp_path / "plan.pdf")
    (tmp_path / "file").touch()
    folders = {"--out": tmp_path / "out"} | {option: tmp_path / "file" / "results"}
    result = run("extract", plan, *(part for pair in folders.items() for part in pair))
    assert result.exit_code == 4
    assert result.stderr.startswith("cannot write to ")
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_without_pdfs_gives_empty_tables(tmp_path: Path) -> None:
    """Nothing in, nothing out, and that is no error."""
    (tmp_path / "in").mkdir()
    result = run("extract", tmp_path / "in", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr.startswith("no PDF was found")
    assert "documents: 0 (none); actions: 0;" in result.stderr
    assert rows(tmp_path / "out", "actions") == []


def test_a_fault_of_our_own_ends_in_70() -> None:
    """With the lines that a report needs."""

    @click.group(cls=FrontDoor)
    def door() -> None:
        """Stand in front."""

    @door.command()
    def trip() -> int:
        return {"one": 1}["two"]

    result = CliRunner().invoke(door, ["trip"])
    assert result.exit_code == 70
    assert "KeyError" in result.stderr
    assert result.stderr.endswith("please report the lines above\n")
