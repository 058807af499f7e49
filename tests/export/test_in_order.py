"""An archive that lies on disk is looked at one plan at a time."""

import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import overload

import pytest

from export.formats import FORMATS, export
from export.in_order import KeepsHeads, in_order
from normalise.records import ActionPlan
from tests.export.made_plans import THREE, made


class OnDisk(Sequence[ActionPlan]):
    """Plans that are read when somebody asks for one, and forgotten when nobody holds it."""

    def __init__(self, plans: Sequence[ActionPlan]) -> None:
        self._texts = [plan.model_dump_json() for plan in plans]
        self.heads = [ActionPlan(document=plan.document, message=plan.message) for plan in plans]
        self.reads: list[int] = []
        self.most_at_once = 0
        self._held: weakref.WeakSet[ActionPlan] = weakref.WeakSet()

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> ActionPlan: ...
    @overload
    def __getitem__(self, at: slice) -> list[ActionPlan]: ...
    def __getitem__(self, at: int | slice) -> ActionPlan | list[ActionPlan]:
        if isinstance(at, slice):
            raise NotImplementedError
        plan = ActionPlan.model_validate_json(self._texts[at])
        self._held.add(plan)
        self.reads.append(at)
        self.most_at_once = max(self.most_at_once, len(self._held))
        return plan


def test_each_plan_is_read_once_for_all_formats_and_then_let_go(tmp_path: Path) -> None:
    """Beside the one that is looked at, only the one before may not be forgotten yet."""
    archive = OnDisk([made(f"{number:02}.pdf", f"{number:02}" * 32) for number in range(20)])
    export(archive, tmp_path, tuple(FORMATS))
    assert sorted(archive.reads) == list(range(20))
    assert archive.most_at_once <= 2


@pytest.mark.parametrize("name", FORMATS)
def test_from_disk_or_memory_the_files_are_the_same(tmp_path: Path, name: str) -> None:
    """Byte by byte."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    files = export(THREE, here, [name])
    for file, other in zip(files, export(OnDisk(THREE), there, [name]), strict=True):
        assert file.read_bytes() == other.read_bytes()


def test_a_copy_is_told_by_its_head_and_need_not_be_read() -> None:
    """Its rows stand under the name that comes first."""
    archive = OnDisk([made("z.pdf", "a" * 64), made("b.pdf", "a" * 64)])
    assert isinstance(archive, KeepsHeads)
    first, copy = in_order(archive)
    assert (first.document.document, len(first.actions)) == ("b.pdf", 1)
    assert (copy.document.document, len(copy.actions)) == ("z.pdf", 0)
    assert archive.reads == [1]
