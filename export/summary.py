"""Counts how the actions of each agency stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from export.tables import Row


@dataclass(frozen=True)
class AgencyCounts:
    """The actions of one agency. `overdue` is None where none of them could be judged."""

    agency: str
    statuses: Counter[str]
    without_target: int
    overdue: int | None

    @property
    def actions(self) -> int:
        """How many there are."""
        return self.statuses.total()


def by_agency(actions: Iterable[Row]) -> list[AgencyCounts]:
    """Count the rows of each agency, the largest first."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for row in actions:
        agency = str(row["agency_name"] or row["agency"] or "(none printed)")
        groups[agency].update(_marks(row))
    counts = [_counts(agency, marks) for agency, marks in groups.items()]
    return sorted(counts, key=lambda count: (-count.actions, count.agency))


def together(name: str, counts: Sequence[AgencyCounts]) -> AgencyCounts:
    """Count all agencies as one."""
    judged = [count.overdue for count in counts if count.overdue is not None]
    return AgencyCounts(
        agency=name,
        statuses=sum((count.statuses for count in counts), Counter()),
        without_target=sum(count.without_target for count in counts),
        overdue=sum(judged) if judged else None,
    )


def _marks(row: Row) -> Iterator[str]:
    """Say what a row counts as; a status bears the mark of one."""
    yield f"status:{row['status']}"
    if not row["target_date"] and not row["revised_target_date"]:
        yield "without_target"
    if row["overdue"]:
        yield "judged"
        if row["overdue"] == "true":
            yield "overdue"


def _counts(agency: str, marks: Counter[str]) -> AgencyCounts:
    statuses = {mark: count for mark, count in marks.items() if mark.startswith("status:")}
    return AgencyCounts(
        agency=agency,
        statuses=Counter({m.removeprefix("status:"): count for m, count in statuses.items()}),
        without_target=marks["without_target"],
        overdue=marks["overdue"] if marks["judged"] else None,
    )
