"""A set of files takes the place of an older one as a whole."""

import threading
from pathlib import Path

import pytest

from export.atomic import CannotWrite
from export.whole_set import DECIDED, finish, publish

NAMES = ("actions.csv", "actions.json", "documents.csv", "report.html")


def written(folder: Path, text: str, names: tuple[str, ...] = NAMES) -> Path:
    """Write a set of files, each with the same words."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(text)
    return folder


def texts(folder: Path) -> set[str]:
    """Give what the files of the set say: one thing, if it is whole."""
    return {(folder / name).read_text() for name in NAMES}


def test_the_new_set_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """What else is in the folder stays, and nothing is left aside."""
    out = written(tmp_path / "out", "old")
    written(out, "mine", ("notes.txt", "actions.sqlite"))
    written(out / ".state", "mine")
    publish(written(out / "aside" / "drafts", "new"), out)
    assert texts(out) == {"new"}
    assert (out / "notes.txt").read_text() == (out / "actions.sqlite").read_text() == "mine"
    assert texts(out / ".state") == {"mine"}
    assert not list((out / "aside").iterdir())
    assert not (out / DECIDED).exists()


@pytest.mark.parametrize("moved", range(len(NAMES) + 1))
def test_what_was_decided_is_finished(tmp_path: Path, moved: int) -> None:
    """However many files had been moved when the program was killed."""
    out = written(tmp_path / "out", "old")
    written(out / DECIDED, "new", NAMES[moved:])
    written(out, "new", NAMES[:moved])
    finish(out)
    assert texts(out) == {"new"}
    assert not (out / DECIDED).exists()
    finish(out)
    assert texts(out) == {"new"}


def test_what_was_decided_is_finished_before_the_next_set(tmp_path: Path) -> None:
    """Which may have fewer files."""
    out = written(tmp_path / "out", "old")
    written(out / DECIDED, "decided")
    publish(written(out / "drafts", "new", NAMES[:2]), out)
    assert [(out / name).read_text() for name in NAMES] == ["new", "new", "decided", "decided"]


def test_where_something_is_in_the_way_nothing_moves(tmp_path: Path) -> None:
    """Seen before anything is decided; one line says which file."""
    out = written(tmp_path / "out", "old", NAMES[:-1])
    written(out / NAMES[-1], "in the way")
    drafts = written(out / "drafts", "new")
    with pytest.raises(CannotWrite, match=r"report\.html: it is a folder; move it away"):
        publish(drafts, out)
    assert {(out / name).read_text() for name in NAMES[:-1]} == {"old"}
    assert texts(drafts) == {"new"}


def test_what_stops_the_moves_says_where_the_rest_is(tmp_path: Path) -> None:
    """Somebody made a folder of that name after the decision; without it the moves go on."""
    out = written(tmp_path / "out", "old", NAMES[:-1])
    written(out / NAMES[-1], "in the way")
    written(out / DECIDED, "new")
    with pytest.raises(CannotWrite, match=rf"cannot write all files .*{DECIDED}"):
        finish(out)
    (out / NAMES[-1]).rename(tmp_path / "away")
    finish(out)
    assert texts(out) == {"new"}


def test_a_link_of_that_name_is_not_followed(tmp_path: Path) -> None:
    """What is elsewhere stays there."""
    out = written(tmp_path / "out", "old")
    written(tmp_path / "elsewhere", "theirs")
    (out / DECIDED).symlink_to(tmp_path / "elsewhere")
    finish(out)
    assert texts(out) == {"old"}
    assert texts(tmp_path / "elsewhere") == {"theirs"}


def test_who_reads_as_the_docs_say_sees_one_set(tmp_path: Path) -> None:
    """While sets follow each other: nothing was being moved, and no file changed meanwhile."""
    out = written(tmp_path / "out", "0")
    ended = threading.Event()

    def write() -> None:
        for number in range(1, 200):
            publish(written(out / "drafts", str(number)), out)
        ended.set()

    writer = threading.Thread(target=write)
    writer.start()
    whole = 0
    while not ended.is_set():
        before = _state(out)
        found = texts(out)
        if before and before == _state(out):
            whole += 1
            assert len(found) == 1
    writer.join()
    assert texts(out) == {"199"}
    assert whole


def _state(out: Path) -> list[tuple[int, int]]:
    """Which files are there; none while they are being moved."""
    files = [(out / name).stat() for name in NAMES]
    return [] if (out / DECIDED).exists() else [(file.st_ino, file.st_mtime_ns) for file in files]
