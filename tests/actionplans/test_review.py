"""The review page from the command line: where it is, and what comes back from it."""

import csv
import subprocess
import webbrowser
from pathlib import Path

import pytest

from actionplans.corrections_file import NotCorrections, read_corrections
from normalise.correctable import row_digest
from normalise.records import Action
from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import rows, run
from tests.actionplans.test_processes import COMMAND, finished, wait_for
from tests.export.reading import read_json, read_sqlite, read_xlsx

COLUMNS = ("sha256", "document", "action_id", "field", "extracted", "corrected", "checked")


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    """Convert a plan of two rows."""
    make_plan(tmp_path / "in" / "plan.pdf")
    assert run("extract", tmp_path / "in", "--out", tmp_path / "out").exit_code == 0
    return tmp_path


def correct(folder: Path, *lines: tuple[str, str, str], checked: str = "") -> Path:
    """Write corrections of the first row, as a spreadsheet would save them."""
    action = rows(folder / "out", "actions")[0]
    sha256 = rows(folder / "out")[0]["sha256"]
    target = folder / "corrections.csv"
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for line in lines:
            writer.writerow([sha256, "plan.pdf", action["action_id"], *line, checked])
    return target


def test_the_page_is_named(converted: Path) -> None:
    """By its full path, so that it can be handed to any program."""
    result = run("review", converted / "out", "--no-open")
    assert result.exit_code == 0
    assert Path(result.stdout.strip()) == (converted / "out" / "report.html").resolve()


def test_the_page_is_the_one_that_counts(converted: Path) -> None:
    """A run that was killed after its decision had not yet moved it."""
    (converted / "out" / ".publishing").mkdir()
    (converted / "out" / ".publishing" / "report.html").write_text("newer")
    page = Path(run("review", converted / "out", "--no-open").stdout.strip())
    assert page == (converted / "out" / "report.html").resolve()
    assert page.read_text() == "newer"


@pytest.mark.parametrize(("there", "said"), [(True, ""), (False, "no browser was found")])
def test_the_page_is_opened(
    converted: Path, monkeypatch: pytest.MonkeyPatch, there: bool, said: str
) -> None:
    """In whatever browser the system has; without one, the path still helps."""
    opened: list[str] = []

    def take_note(uri: str) -> bool:
        opened.append(uri)
        return there

    monkeypatch.setattr(webbrowser, "open", take_note)
    result = run("review", converted / "out")
    assert result.exit_code == 0
    assert opened == [(converted / "out" / "report.html").resolve().as_uri()]
    assert said in result.stderr


def test_a_folder_without_a_page_is_wrong_usage(tmp_path: Path) -> None:
    """The message says how to get one."""
    result = run("review", tmp_path, "--no-open")
    assert result.exit_code == 1
    assert "actionplans extract" in result.stderr


def test_pictures_are_in_the_page_unless_told_otherwise(converted: Path) -> None:
    """They are what makes the page large; nothing else of them is left."""
    page = (converted / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count('id="picture-') == 1
    assert not (converted / "out" / ".unfinished").exists()
    run("extract", converted / "in", "--out", converted / "bare", "--no-pictures")
    bare = (converted / "bare" / "report.html").read_text(encoding="utf-8")
    assert 'id="picture-' not in bare
    assert len(bare) < len(page)


def test_the_page_is_the_same_in_every_run(converted: Path) -> None:
    """Byte by byte: it holds no times and no paths."""
    run("extract", converted / "in", "--out", converted / "again")
    first, second = (converted / name / "report.html" for name in ("out", "again"))
    assert first.read_bytes() == second.read_bytes()


def test_a_killed_run_goes_on_with_the_pictures_that_it_had_drawn(tmp_path: Path) -> None:
    """The page is the one that an unbroken run gives."""
    for letter in "abc":
        make_plan(tmp_path / "in" / f"{letter}.pdf", action=f"Review policy {letter}")
    command = [*COMMAND, "extract", str(tmp_path / "in"), "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours
        wait_for(finished(tmp_path / "out"))
        process.kill()
    for out in ("out", "unbroken"):
        assert run("extract", tmp_path / "in", "--out", tmp_path / out).exit_code == 0
    pages = [(tmp_path / out / "report.html").read_bytes() for out in ("out", "unbroken")]
    assert pages[0].count(b'id="picture-') == 3
    assert pages[0] == pages[1]


def test_corrections_are_heeded_in_every_output(converted: Path) -> None:
    """The words, what follows from them, and the mark that says so."""
    file = correct(
        converted,
        ("target_date_text", "June 2014", "July 2015"),
        ("action", "Review the policy 1", "'=Review"),
        checked="TRUE",
    )
    result = run("extract", converted / "in", "--out", converted / "new", "--corrections", file)
    assert result.exit_code == 0, result.output
    assert "corrections: 2 heeded, 0 refused" in result.stderr
    first, second = rows(converted / "new", "actions")
    assert (first["target_date"], first["action"]) == ("2015-07", "'=Review")
    assert (first["corrected"], first["checked"]) == ("action target_date_text", "true")
    assert (second["corrected"], second["checked"]) == ("", "")
    for read in (read_json, read_sqlite, read_xlsx):
        others = read(converted / "new")["actions"]
        assert [row["corrected"] for row in others] == ["action target_date_text", ""]
        assert [row["checked"] for row in others] == ["true", ""]
        assert [row["action"] for row in others] == ["=Review", second["action"]]
    page = (converted / "new" / "report.html").read_text(encoding="utf-8")
    assert '"b":{"action":"Review the policy 1","target_date_text":"June 2014"}' in page


def test_corrections_that_no_longer_fit_become_issues(converted: Path) -> None:
    """And those of another document are counted."""
    file = correct(converted, ("action", "Something else", "x"))
    with file.open("a", encoding="utf-8", newline="") as more:
        more.write(f"{'0' * 64},other.pdf,000000000000-01-001,action,a,b,false\r\n,,,,,,\r\n")
    result = run("extract", converted / "in", "--out", converted / "new", "--corrections", file)
    assert result.exit_code == 0
    assert "0 heeded, 1 refused (see the issues), 1 for documents" in result.stderr
    (issue,) = rows(converted / "new", "issues")
    assert (issue["kind"], issue["field"]) == ("correction_refused", "action")


def test_a_row_can_be_marked_as_checked(converted: Path) -> None:
    """By the digest that the page knows it by."""
    action = Action.model_validate(
        {name: value or "" for name, value in rows(converted / "out", "actions")[0].items()}
    )
    file = correct(converted, ("row", row_digest(dict(action)), ""), checked="true")
    run("extract", converted / "in", "--out", converted / "new", "--corrections", file)
    assert [row["checked"] for row in rows(converted / "new", "actions")] == ["true", ""]


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'sha256,"'])
def test_a_file_that_is_no_table_of_corrections_is_wrong_usage(
    converted: Path, content: bytes
) -> None:
    """Said before hours of work."""
    file = converted / "corrections.csv"
    file.write_bytes(content)
    result = run("extract", converted / "in", "--out", converted / "new", "--corrections", file)
    assert result.exit_code == 1
    assert "--corrections" in result.stderr
    assert not (converted / "new").exists()


@pytest.mark.parametrize("sign", [";", "\t"])
def test_corrections_may_be_saved_as_spreadsheets_of_other_countries_do(
    tmp_path: Path, sign: str
) -> None:
    """With another sign between columns, and headings as people write them."""
    file = tmp_path / "corrections.csv"
    heading = sign.join(("SHA256", " Action ID", "Field ", "extracted", "Corrected", "note"))
    line = sign.join(("AB", "ab-01-001", "action", '"a, b; c"', '"a,\r\nb"', "by me"))
    file.write_bytes(f"{heading}\r\n{line}\r\n".encode())
    ((correction,),) = read_corrections(file).values()
    assert (correction.sha256, correction.action_id) == ("ab", "ab-01-001")
    assert (correction.extracted, correction.corrected) == ("a, b; c", "a,\nb")
    assert not correction.checked


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        ("sha256,Änderung\r\n".encode("cp1252"), "save it as 'CSV UTF-8'"),
        ("sha256,field\r\n".encode("utf-16"), "save it as 'CSV UTF-8'"),
        (b"sha256,action_id,field,extracted,corrected,Field\r\n", "has two columns 'field'"),
        (b"sha256|field\r\n", "with commas between"),
        (b"sha256;field;extracted;corrected\r\n", "has no column 'action_id'; the first line"),
    ],
)
def test_a_file_that_was_saved_otherwise_is_refused_with_advice(
    tmp_path: Path, content: bytes, advice: str
) -> None:
    """Letters are not guessed: a wrong one would be put into the words of a row."""
    file = tmp_path / "corrections.csv"
    file.write_bytes(content)
    with pytest.raises(NotCorrections, match=advice):
        read_corrections(file)


def test_what_an_earlier_run_wrote_is_left_and_said(converted: Path) -> None:
    """An old workbook beside new CSV files would mislead, and may hold somebody's notes."""
    before = (converted / "out" / "actions.xlsx").read_bytes()
    result = run("extract", converted / "in", "--out", converted / "out", "--format", "csv")
    assert "left as an earlier run wrote them: actions.json, " in result.stderr
    assert "actions.xlsx" in result.stderr
    assert (converted / "out" / "actions.xlsx").read_bytes() == before
    again = run("extract", converted / "in", "--out", converted / "out")
    assert "left as" not in again.stderr
