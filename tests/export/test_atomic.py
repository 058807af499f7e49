"""A reader sees the whole old file or the whole new one."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from export.atomic import CannotWrite, make_folder, replacing
from export.formats import FORMATS, export
from tests.export.made_plans import THREE, with_actions


def test_until_all_is_written_the_old_file_stands(tmp_path: Path) -> None:
    """And afterwards nothing but the new one."""
    target = tmp_path / "file"
    target.write_text("old")
    with replacing(target) as draft:
        draft.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    """Whatever went wrong while writing."""
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), replacing(target) as draft:
        draft.write_text("half \ud800", encoding="utf-8")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_that_is_a_file_takes_no_files(tmp_path: Path, name: str) -> None:
    """One line says which folder, why, and what to do."""
    folder = tmp_path / "file"
    folder.write_text("in the way")
    with pytest.raises(CannotWrite, match=r"cannot write to .*file: .*; choose another"):
        export(THREE, folder, [name])
    assert folder.read_text() == "in the way"


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_taken_by_a_folder_cannot_be_written(tmp_path: Path, name: str) -> None:
    """And no draft stays behind."""
    (tmp_path / "elsewhere").mkdir()
    for file in export(THREE, tmp_path / "elsewhere", [name]):
        (tmp_path / "here" / file.name / "in the way").mkdir(parents=True)
    with pytest.raises(CannotWrite):
        export(THREE, tmp_path / "here", [name])
    assert not list((tmp_path / "here").glob(".*"))


def test_a_folder_is_proved_before_work_depends_on_it(tmp_path: Path) -> None:
    """Folders are made as deep as needed, unless a file is in the way."""
    make_folder(tmp_path / "a" / "b")
    assert not list((tmp_path / "a" / "b").iterdir())
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        make_folder(tmp_path / "file" / "b")


@pytest.fixture
def little_room() -> Iterator[None]:
    """Let no file grow beyond 64 KiB, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("little_room")
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"datapackage"}))
def test_where_the_disk_is_full_the_old_file_stays(tmp_path: Path, name: str) -> None:
    """One line says so; no draft and no part of a new file is left."""
    letters = random.Random(1)  # noqa: S311 - no secret
    texts = [f"{letters.getrandbits(160_000):x}" for _ in range(9)]
    for file in FORMATS[name].files:
        (tmp_path / file).write_text("old")
    with pytest.raises(CannotWrite, match=r"cannot write to .*; choose another folder"):
        export([with_actions(*({"action": text} for text in texts))], tmp_path, [name])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMATS[name].files)
    assert (tmp_path / FORMATS[name].files[0]).read_text() == "old"
