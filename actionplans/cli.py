"""The command line. Heavy modules are imported inside the commands, so that help comes at once."""

import re
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actionplans import interpreters
from actionplans.front_door import CONVERTED, SOME_REFUSED, FrontDoor
from actionplans.progress import Progress
from export.formats import FORMATS
from export.options import PICTURES, Options

if TYPE_CHECKING:
    from normalise.agencies.registers import Agency
    from normalise.records import Correction

_SCHEDULER = re.compile(r"[a-z]+://[^\s/]+|[\w.-]+:\d+")


class _Place(click.Path):
    """A path; an empty one, as of a variable that is not set, is no name of the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Take a path that says something."""
        if value == "":
            self.fail("is empty; write . for the current folder", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = _Place(path_type=Path)


@click.group(cls=FrontDoor)
@click.version_option(package_name="actionplans")
def main() -> None:
    """Turn the action plans of UK reviews after a death from PDF into data."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=FOLDER)
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Folder for the results.")
@click.option(
    "--as-at",
    callback=lambda _context, _option, text: _day(text),
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
@click.option("--one-line", is_flag=True, help="Show newlines inside CSV cells as ⏎.")
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
    type=click.FloatRange(min=0, min_open=True, max=1_000_000),
    callback=lambda _context, _option, seconds: _a_number(seconds),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="Time after which a document is given up; long ones and scans get more.",
)
@click.option(
    "--ocr",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Recognise pages that are pictures, all pages, or none.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Convert on the Dask cluster whose scheduler is there, such as tcp://host:8786.",
)
@click.option(
    "--corrections",
    type=FOLDER,
    metavar="FILE",
    help="Heed what was corrected in the review page: the corrections.csv that it hands out.",
)
@click.option(
    "--agencies",
    type=FOLDER,
    metavar="FILE",
    help="Know agencies by your own register first: a CSV of name, code, kind, alias.",
)
@click.option(
    "--redact",
    type=click.Choice(("names",)),
    help="Replace the names of officers, and list them in redactions.csv: a help, no guarantee. "
    "No pages are shown then.",
)
@click.option(
    "--pictures/--no-pictures",
    default=True,
    show_default=True,
    help="Show the pages in the review page; without them it is much smaller.",
)
def extract(
    paths: Sequence[Path],
    out: Path,
    formats: Sequence[str],
    as_at: date | None,
    corrections: Path | None,
    agencies: Path | None,
    redact: str | None,
    pictures: bool,
    one_line: bool,
    time_limit: float,
    **settled: Any,
) -> int:
    """Convert PDFs, and folders of PDFs with all below them.

    \b
    Example:
      actionplans extract plans/ review.pdf --out results --as-at 2024-03-31
    """  # noqa: D301 - click wants the control character itself
    from actionplans.archive import convert_archive
    from actionplans.last_lines import (
        tell_corrections,
        tell_left_over,
        tell_names,
        tell_outcomes,
    )
    from actionplans.limits import Limits
    from actionplans.settings import Settings

    _check_exist(paths)
    # Being told to end is no different from Ctrl-C: tidy up, and say how to go on.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _check_scheduler(settled.get("scheduler"))
    settings = Settings(
        answers=out / ".unfinished",
        as_at=as_at,
        corrections=_corrections(corrections),
        agencies=_agencies(agencies),
        redact=redact is not None,
        pictures=_place_for_pictures(out, formats) if pictures and not redact else None,
        limits=Limits(document=time_limit),
        **settled,
    )
    progress = Progress(terminal=sys.stderr.isatty())
    plans = convert_archive(
        paths, out, settings, formats or tuple(FORMATS), progress, Options(one_line)
    )
    tell_corrections(plans, settings.corrections)
    tell_names(plans)
    tell_left_over(out, formats or tuple(FORMATS), settings.redact)
    return SOME_REFUSED if tell_outcomes(plans, out) else CONVERTED


@main.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--open/--no-open", "opens", default=True, help="Only say where the page is.")
def review(folder: Path, opens: bool) -> int:
    """Open the review page of an output folder.

    \b
    Example:
      actionplans review results
    """  # noqa: D301 - click wants the control character itself
    from actionplans.review import NoReviewPage, find_page, open_page

    try:
        page = find_page(folder)
    except NoReviewPage as error:
        raise click.BadParameter(str(error), param_hint="DIR") from error
    click.echo(page)
    if opens and not open_page(page):
        click.echo("no browser was found; open this file in one", err=True)
    return CONVERTED


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


def _day(text: str | None) -> date | None:
    """Give the day that an option names, in the one notation that nobody reads in two ways."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(
            f"{text or 'An empty text'} is no day; write year, month and day, such as 2024-03-31"
        ) from error


def _a_number(seconds: float) -> float:
    """Refuse what is called a number and is none: it is neither less nor more than any bound."""
    if isnan(seconds):
        raise click.BadParameter("nan is no number of seconds")
    return seconds


def _check_scheduler(address: str | None) -> None:
    if address is not None and not _SCHEDULER.fullmatch(address):
        raise click.BadParameter(
            f"{address!r} is no address of a scheduler; write one such as tcp://host:8786",
            param_hint="--scheduler",
        )
    if address and find_spec("distributed") is None:
        raise click.BadParameter(
            "clusters need Dask; install it: pip install 'actionplans[dask]'",
            param_hint="--scheduler",
        )


def _check_exist(paths: Sequence[Path]) -> None:
    from actionplans.inputs import is_there

    for path in paths:
        if not is_there(path):
            raise click.BadParameter(f"there is no {path}", param_hint="PATH")


def _corrections(file: Path | None) -> dict[str, tuple["Correction", ...]]:
    """Read the file of corrections before hours of work depend on it."""
    from actionplans.corrections_file import NotCorrections, read_corrections

    try:
        return read_corrections(file) if file else {}
    except NotCorrections as error:
        raise click.BadParameter(str(error), param_hint="--corrections") from error


def _agencies(file: Path | None) -> tuple["Agency", ...]:
    """Read the user's register before hours of work depend on it."""
    from normalise.agencies.registers import load_register

    try:
        return load_register(file).agencies if file else ()
    except ValueError as error:
        raise click.ClickException(f"--agencies {error}") from error


def _place_for_pictures(out: Path, formats: Sequence[str]) -> Path | None:
    """Say where pages are drawn, if anything that is written shows them."""
    return out / PICTURES if not formats or "report" in formats else None
