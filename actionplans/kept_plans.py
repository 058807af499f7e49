"""The plans of a batch, left on disk until somebody looks at one: an archive fits no memory."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from actionplans.queue import Finished
from normalise.records import ActionPlan


class KeptPlans(Sequence[ActionPlan]):
    """Plans in the order in which they were finished; those without a file are refusals."""

    def __init__(self) -> None:
        self._places: list[Path | ActionPlan] = []
        self.heads: list[ActionPlan] = []

    def add(self, finished: Finished) -> None:
        """Take up a plan: its head stays at hand, the rest where it is kept."""
        self.heads.append(_head(finished.plan))
        self._places.append(finished.file or finished.plan)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> ActionPlan: ...
    @overload
    def __getitem__(self, at: slice) -> list[ActionPlan]: ...
    def __getitem__(self, at: int | slice) -> ActionPlan | list[ActionPlan]:
        if isinstance(at, slice):
            return [_loaded(place) for place in self._places[at]]
        return _loaded(self._places[at])

    def __iter__(self) -> Iterator[ActionPlan]:
        return map(_loaded, self._places)


def _loaded(place: Path | ActionPlan) -> ActionPlan:
    if isinstance(place, ActionPlan):
        return place
    return ActionPlan.model_validate_json(place.read_bytes())


def _head(plan: ActionPlan) -> ActionPlan:
    """Keep of a plan what the last lines on the terminal tell."""
    told = tuple(issue for issue in plan.issues if issue.kind == "correction_refused")
    return ActionPlan(document=plan.document, message=plan.message, issues=told)
