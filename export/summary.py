"""Counts how the actions of each agency stand."""

from collections import Counter, defaultdict
from collections.abc import Sequence
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


def by_agency(actions: Sequence[Row]) -> list[AgencyCounts]:
    """Count the rows of each agency, the largest first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in actions:
        groups[str(row["agency_name"] or row["agency"] or "(none printed)")].append(row)
    counts = [counted(agency, rows) for agency, rows in groups.items()]
    return sorted(counts, key=lambda count: (-count.actions, count.agency))


def counted(agency: str, rows: Sequence[Row]) -> AgencyCounts:
    """Count some rows under one name."""
    judged = [row["overdue"] for row in rows if row["overdue"]]
    return AgencyCounts(
        agency=agency,
        statuses=Counter(str(row["status"]) for row in rows),
        without_target=sum(
            not row["target_date"] and not row["revised_target_date"] for row in rows
        ),
        overdue=judged.count("true") if judged else None,
    )
