"""Shows how far a batch has come: a bar on a terminal, and elsewhere a line now and then."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from actionplans.queue import Finished
    from normalise.records import ActionPlan

SECONDS_BETWEEN_LINES = 60.0
SECONDS_BETWEEN_PAGES = 0.2


class Tally:
    """How many documents ended in which way, how fast they come, and the pages on the way."""

    def __init__(self, number: int) -> None:
        self._number, self._started = number, time.monotonic()
        self._outcomes = Counter[str]()
        self.pages = self.of = 0

    def count(self, outcome: str) -> None:
        """Count one more."""
        self._outcomes[outcome] += 1

    def __str__(self) -> str:
        """Say how fast, how many of which, and where the documents are that are being read."""
        minutes = max(time.monotonic() - self._started, 0.001) / 60
        rate = f"{self._outcomes.total() / minutes:,.0f} a minute"
        pages = [f"page {self.pages:,} of {self.of:,}"] if self.of else []
        return "; ".join((rate, *counted(self._outcomes), *pages))

    def line(self) -> str:
        """Say all of it where there is no bar."""
        done = self._outcomes.total()
        spent = time.monotonic() - self._started
        left = f"{spent / done * (self._number - done) / 60:,.0f} minutes left; " if done else ""
        return f"{done:,} of {self._number:,} documents; {left}{self}"


class Progress:
    """Looks on while documents come by, and passes each on."""

    def __init__(self, *, terminal: bool, seconds: float = SECONDS_BETWEEN_LINES) -> None:
        self._terminal = terminal
        self._seconds = SECONDS_BETWEEN_PAGES if terminal else seconds
        self._tally = Tally(0)
        self._bar: Any = None
        self._told = 0.0

    def over(self, finished: "Iterator[Finished]", number: int) -> "Iterator[Finished]":
        """Pass documents on as they come, of which there will be so many."""
        self._tally, self._told = Tally(number), time.monotonic()
        counting = self._counting(finished)
        return self._under_bar(counting, number) if self._terminal else counting

    def reading(self, pages: int, of: int) -> None:
        """Hear how many pages are read of the documents that are being read: scans take long."""
        self._tally.pages, self._tally.of = pages, of
        self._tell()

    def _counting(self, finished: "Iterator[Finished]") -> "Iterator[Finished]":
        for one in finished:
            self._tally.count(one.plan.document.outcome)
            self._tell()
            yield one

    def _tell(self) -> None:
        if time.monotonic() - self._told < self._seconds:
            return
        self._told = time.monotonic()
        if self._bar:
            self._bar.render_progress()
        elif not self._terminal:
            click.echo(self._tally.line(), err=True)

    def _under_bar(self, finished: "Iterator[Finished]", number: int) -> "Iterator[Finished]":
        with click.progressbar(
            finished,
            number,
            "Converting",
            file=sys.stderr,
            item_show_func=lambda _: str(self._tally),
            width=20,
        ) as self._bar:
            yield from self._bar


def counted(outcomes: Counter[str]) -> Iterator[str]:
    """Name each outcome with its number."""
    return (f"{outcomes[name]:,} {name.replace('_', ' ')}" for name in sorted(outcomes))


def summary(plans: "Sequence[ActionPlan]") -> str:
    """Draw a table of the outcomes, and of the reasons of what was refused."""
    documents = [plan.document for plan in plans]
    counts = Counter(d.outcome.replace("_", " ") for d in documents)
    reasons = Counter(f"  {d.reason.replace('_', ' ')}" for d in documents if d.reason)
    rows = [*sorted(counts.items()), *sorted(reasons.items()), ("documents", len(documents))]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {number:>9,}" for name, number in rows)
