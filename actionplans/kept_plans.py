"""The plans of a batch, left on disk until somebody looks at one: an archive fits no memory.

In memory stands one number for each document. Its head, which says what became of it, is in a
file without a name, and its plan where the answer is kept.
"""

import tempfile
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from actionplans.queue import Finished
from export.atomic import CannotWrite
from normalise.records import ActionPlan


class Heads(Sequence[ActionPlan]):
    """Of each plan, in the order in which they were finished, what tells how it ended."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._starts = array("Q", [0])
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - open as long as this is

    def add(self, finished: Finished) -> None:
        """Note the head of a plan, and the name of the file that the rest is in."""
        name = finished.file.name if finished.file else ""
        line = f"{name}\n{_head(finished.plan).model_dump_json()}".encode()
        try:
            self._file.seek(self._starts[-1])
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise CannotWrite(f"cannot write to {self._folder}: {error.strerror}") from error
        self._starts.append(self._starts[-1] + len(line))

    def named(self, at: int) -> tuple[str, ActionPlan]:
        """Give the name of the file of a plan, or nothing where there is none, and its head."""
        start, end = self._starts[at], self._starts[at + 1]
        self._file.seek(start)
        name, _, head = self._file.read(end - start).partition(b"\n")
        return name.decode(), ActionPlan.model_validate_json(head)

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> ActionPlan: ...
    @overload
    def __getitem__(self, at: slice) -> list[ActionPlan]: ...
    def __getitem__(self, at: int | slice) -> ActionPlan | list[ActionPlan]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return self.named(range(len(self))[at])[1]


class KeptPlans(Sequence[ActionPlan]):
    """Plans in the order in which they were finished, each loaded anew whenever it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.heads = Heads(folder)

    def add(self, finished: Finished) -> None:
        """Take up a plan. One that is kept nowhere is a refusal, of which the head is all."""
        self.heads.add(finished)

    def __len__(self) -> int:
        return len(self.heads)

    @overload
    def __getitem__(self, at: int) -> ActionPlan: ...
    @overload
    def __getitem__(self, at: slice) -> list[ActionPlan]: ...
    def __getitem__(self, at: int | slice) -> ActionPlan | list[ActionPlan]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        name, head = self.heads.named(range(len(self))[at])
        if not name:
            return head
        return ActionPlan.model_validate_json((self._folder / name).read_bytes())

    def __iter__(self) -> Iterator[ActionPlan]:
        return (self[at] for at in range(len(self)))


def _head(plan: ActionPlan) -> ActionPlan:
    """Keep of a plan what the last lines on the terminal tell."""
    told = tuple(issue for issue in plan.issues if issue.kind == "correction_refused")
    staying = tuple(name for name in plan.redactions if not name.replaced_by)
    return ActionPlan(document=plan.document, message=plan.message, issues=told, redactions=staying)
