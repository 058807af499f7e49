"""A register that the user brings, and names that are taken out, on the whole way of a document."""

import csv
from pathlib import Path

from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import rows, run


def test_a_register_of_the_users_own_is_heeded(tmp_path: Path) -> None:
    """Its codes stand beside the printed name; another register reads an unfinished plan anew."""
    make_plan(tmp_path / "plan.pdf")
    run("extract", tmp_path, "--out", tmp_path / "plain", "--format", "csv")
    (before, *_) = rows(tmp_path / "plain", "actions")
    register = tmp_path / "register.csv"
    line = ("Own Name", "X1", "charity", before["agency"])
    with register.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("name", "code", "kind", "alias"), line])
    args = ("--out", tmp_path / "out", "--format", "csv", "--agencies", register)
    assert run("extract", tmp_path, *args).exit_code == 0
    (after, *_) = rows(tmp_path / "out", "actions")
    assert after["agency"] == before["agency"]
    assert [after[f"agency_{of}"] for of in ("name", "kind", "code")] == [*line[:1], *line[2:0:-1]]


def test_a_bad_register_ends_in_1_with_one_line(tmp_path: Path) -> None:
    """Before any document is touched."""
    make_plan(tmp_path / "plan.pdf")
    bad = tmp_path / "bad.csv"
    bad.write_text("title,code\nKent Police,kent\n", encoding="utf-8")
    result = run("extract", tmp_path, "--out", tmp_path / "out", "--agencies", bad)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"Error: --agencies {bad}: has no column 'name'; the first line must")
    assert not (tmp_path / "out").exists()


def test_names_are_taken_out_of_everything_and_listed(tmp_path: Path) -> None:
    """Off by default; with it the list is the one file that holds them, and no page is shown."""
    make_plan(tmp_path / "plan.pdf", action="DI Kate Brown reviews the policy")
    run("extract", tmp_path, "--out", tmp_path / "plain")
    assert not (tmp_path / "plain/redactions.csv").exists()
    assert "Kate Brown" in (tmp_path / "plain/actions.csv").read_text(encoding="utf-8-sig")
    out = tmp_path / "out"
    kept = ("--keep", tmp_path / "kept")
    assert run("extract", tmp_path, "--out", out, "--redact", "names", *kept).exit_code == 0
    assert not list((tmp_path / "kept").rglob("*.png"))
    (listed,) = {line["printed"] for line in rows(out, "redactions")}
    assert listed == "Kate Brown"
    holding = [file.name for file in out.rglob("*") if b"Kate Brown" in file.read_bytes()]
    assert holding == ["redactions.csv"]
    assert "DI [officer] reviews" in (out / "actions.csv").read_text(encoding="utf-8-sig")
    shown, bare = (folder / "report.html" for folder in (tmp_path / "plain", out))
    assert bare.stat().st_size < shown.stat().st_size


def test_a_name_in_a_column_of_leads_is_in_no_output(tmp_path: Path) -> None:
    """Turned round there, elsewhere as an address and as an initial; the body and the role stay."""
    text = "Write to maeve.o'dowd@northmere.example; M. O'Dowd and the Head of Housing agree"
    make_plan(tmp_path / "plan.pdf", text, lead="O'Dowd, Maeve (Northmere Council)")
    out = tmp_path / "out"
    assert run("extract", tmp_path, "--out", out, "--redact", "names").exit_code == 0
    holding = [file.name for file in out.rglob("*") if b"dowd" in file.read_bytes().lower()]
    assert holding == ["redactions.csv"]
    (action, *_) = rows(out, "actions")
    assert action["lead"] == "[officer] (Northmere Council)"
    assert "[officer] and the Head of Housing agree" in action["action"]


def test_pages_that_an_earlier_run_kept_are_removed(tmp_path: Path) -> None:
    """They show the names that this run takes out; so do those under a name shared since."""
    make_plan(tmp_path / "in" / "plan.pdf", action="DI Kate Brown reviews the policy")
    kept = tmp_path / "kept"
    to = ("--out", tmp_path / "out", "--format", "csv", "--keep", kept)
    run("extract", tmp_path / "in", *to)
    assert len(list(kept.rglob("*.png"))) == 1
    (kept / "plan.pdf" / "notes.txt").write_text("mine")
    make_plan(tmp_path / "in" / "more" / "plan.pdf", action="DI Kate Brown trains the staff")
    assert run("extract", tmp_path / "in", *to, "--redact", "names").exit_code == 0
    assert [file.name for file in (kept / "plan.pdf").iterdir()] == ["notes.txt"]
    assert len(list(kept.rglob("extract.jsonl"))) == 2
    assert not list(kept.rglob("*.png"))
    (tmp_path / "in" / "plan.pdf").write_bytes(b"no plan any more")
    (tmp_path / "in" / "more" / "plan.pdf").unlink()
    run("extract", tmp_path / "in" / "plan.pdf", *to)
    assert [file.name for file in (kept / "plan.pdf").iterdir()] == ["notes.txt"]


def test_a_list_of_names_that_an_earlier_run_wrote_is_said(tmp_path: Path) -> None:
    """It may be of other documents than the files beside it."""
    plan = make_plan(tmp_path / "plan.pdf", action="DI Kate Brown reviews the policy")
    to = ("--out", tmp_path / "out", "--format", "csv")
    assert "left as" not in run("extract", plan, *to, "--redact", "names").stderr
    assert "left as" not in run("extract", plan, *to, "--redact", "names").stderr
    said = run("extract", plan, *to).stderr
    assert "left as an earlier run wrote them: redactions.csv, which holds names\n" in said


def test_a_name_in_the_name_of_a_file_is_said_and_listed(tmp_path: Path) -> None:
    """It stays, for documents are found by it."""
    action = "DI Kate Brown reviews the policy"
    make_plan(tmp_path / "in" / "kate-brown_plan.pdf", action=action)
    make_plan(tmp_path / "in" / "plan.pdf", action=action, rows=3)
    result = run("extract", tmp_path / "in", "--out", tmp_path / "out", "--redact", "names")
    assert result.exit_code == 0
    (line,) = (line for line in result.stderr.splitlines() if "holds a name" in line)
    assert "kate-brown_plan.pdf; rename the file" in line
    (stays,) = (one for one in rows(tmp_path / "out", "redactions") if not one["replaced_by"])
    assert (stays["document"], stays["rule"]) == ("kate-brown_plan.pdf", "file_name")
