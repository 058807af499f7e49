"""The command line. Heavy modules are imported inside the commands, so that help comes at once."""

import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actionplans import interpreters
from actionplans.front_door import CONVERTED, SOME_REFUSED, FrontDoor
from export.formats import FORMATS

if TYPE_CHECKING:
    from normalise.records import ActionPlan

FOLDER = click.Path(path_type=Path)


@click.group(cls=FrontDoor)
@click.version_option(package_name="actionplans")
def main() -> None:
    """Turn the action plans of UK reviews after a death from PDF into data."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=FOLDER)
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Folder for the results.")
@click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day, such as 2024-03-31, against which to say what is overdue.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(tuple(FORMATS)),
    multiple=True,
    help="Format to write; may be given more than once. Default: all.",
)
@click.option("--keep", type=FOLDER, metavar="DIR", help="Keep what each stage found here.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Documents to convert at the same time.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="Time after which a document is given up.",
)
def extract(
    paths: Sequence[Path], out: Path, formats: Sequence[str], as_at: datetime | None, **limits: Any
) -> int:
    """Convert PDFs, and folders of PDFs with all below them.

    \b
    Example:
      actionplans extract plans/ review.pdf --out results --as-at 2024-03-31
    """  # noqa: D301 - click wants the control character itself
    from actionplans.batch import Settings
    from actionplans.pipeline import run

    _check_exist(paths)
    # Being told to end is no different from Ctrl-C: tidy up, and say how to go on.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    day = as_at.date() if as_at else None
    settings = Settings(answers=out / ".unfinished", as_at=day, **limits)
    plans = run(paths, out, settings, formats or tuple(FORMATS), _watch)
    return _report(plans, out)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("kind", type=click.Choice(tuple(interpreters.INTERPRETERS)))
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
def interpret(kind: str, texts: Sequence[str]) -> int:
    """Say how a printed wording is read, as one JSON object a line.

    Without TEXT, each line of standard input is read.

    \b
    Example:
      actionplans interpret date "End of March 2015"
    """  # noqa: D301 - click wants the control character itself
    output = sys.stdout.buffer
    for text in texts or _lines_given():
        output.write(interpreters.interpret(kind, text).encode("utf-8") + b"\n")
        output.flush()
    return CONVERTED


def _lines_given() -> Iterator[str]:
    """Read lines as UTF-8, whatever the system takes for its own encoding."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _check_exist(paths: Sequence[Path]) -> None:
    from actionplans.inputs import is_there

    for path in paths:
        if not is_there(path):
            raise click.BadParameter(f"there is no {path}", param_hint="PATH")


def _watch(plans: Iterator["ActionPlan"], number: int) -> Iterable["ActionPlan"]:
    """Show progress on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield from plans
        return
    with click.progressbar(plans, number, "Converting", file=sys.stderr) as shown:
        yield from shown


def _report(plans: Sequence["ActionPlan"], out: Path) -> int:
    """Say what was refused, and how many ended in which way."""
    refused = [plan for plan in plans if plan.document.outcome == "refused"]
    for plan in sorted(refused, key=lambda plan: plan.document.document):
        document = plan.document
        click.echo(f"refused {document.document}: {document.reason}: {plan.message}", err=True)
    outcomes = Counter(plan.document.outcome for plan in plans)
    counts = ", ".join(f"{outcomes[name]} {name.replace('_', ' ')}" for name in sorted(outcomes))
    rows = sum(len(plan.actions) for plan in plans)
    click.echo(f"documents: {len(plans)} ({counts or 'none'}); actions: {rows}; in {out}", err=True)
    return SOME_REFUSED if refused else CONVERTED
