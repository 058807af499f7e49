"""Shows how far a batch has come: a bar on a terminal, and elsewhere a line now and then."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from actionplans.queue import Finished
    from normalise.records import ActionPlan

SECONDS_BETWEEN_LINES = 60.0


class Tally:
    """How many documents ended in which way, and how fast they come."""

    def __init__(self, number: int) -> None:
        self._number, self._started = number, time.monotonic()
        self._outcomes = Counter[str]()

    def count(self, outcome: str) -> None:
        """Count one more."""
        self._outcomes[outcome] += 1

    def __str__(self) -> str:
        """Say how fast, and how many of which."""
        minutes = max(time.monotonic() - self._started, 0.001) / 60
        rate = f"{self._outcomes.total() / minutes:,.0f} a minute"
        return "; ".join((rate, *counted(self._outcomes)))

    def line(self) -> str:
        """Say all of it where there is no bar."""
        done = self._outcomes.total()
        spent = time.monotonic() - self._started
        left = spent / max(done, 1) * (self._number - done)
        return f"{done:,} of {self._number:,} documents; {left / 60:,.0f} minutes left; {self}"


def counted(outcomes: Counter[str]) -> Iterator[str]:
    """Name each outcome with its number."""
    return (f"{outcomes[name]:,} {name.replace('_', ' ')}" for name in sorted(outcomes))


def watch(finished: "Iterator[Finished]", number: int) -> "Iterator[Finished]":
    """Pass documents on as they come, and show how many there were."""
    tally = Tally(number)
    shown = _bar if sys.stderr.isatty() else _lines
    yield from shown(_counting(finished, tally), number, tally)


def summary(plans: "Sequence[ActionPlan]") -> str:
    """Draw a table of the outcomes, and of the reasons of what was refused."""
    documents = [plan.document for plan in plans]
    counts = Counter(d.outcome.replace("_", " ") for d in documents)
    reasons = Counter(f"  {d.reason.replace('_', ' ')}" for d in documents if d.reason)
    rows = [*sorted(counts.items()), *sorted(reasons.items()), ("documents", len(documents))]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {number:>9,}" for name, number in rows)


def _counting(finished: "Iterator[Finished]", tally: Tally) -> "Iterator[Finished]":
    for one in finished:
        tally.count(one.plan.document.outcome)
        yield one


def _bar(finished: "Iterator[Finished]", number: int, tally: Tally) -> "Iterator[Finished]":
    with click.progressbar(
        finished,
        number,
        "Converting",
        file=sys.stderr,
        item_show_func=lambda one: str(tally) if one else None,
        width=20,
    ) as shown:
        yield from shown


def _lines(finished: "Iterator[Finished]", number: int, tally: Tally) -> "Iterator[Finished]":
    told = time.monotonic()
    for one in finished:
        if time.monotonic() - told >= SECONDS_BETWEEN_LINES:
            click.echo(tally.line(), err=True)
            told = time.monotonic()
        yield one
