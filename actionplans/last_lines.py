"""The last lines on the terminal: what was heeded, what is left over, what was refused, a count."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from actionplans.progress import counted, summary
from actionplans.redactions_file import FILE as REDACTIONS
from export.formats import left_over
from export.in_order import in_order
from normalise.records import ActionPlan, Correction


def tell_corrections(
    plans: Sequence[ActionPlan], wanted: Mapping[str, Sequence[Correction]]
) -> None:
    """Say how many corrections were heeded, and where the others stand."""
    if not wanted:
        return
    read = {plan.document.sha256: plan for plan in plans if plan.document.outcome != "refused"}
    given = sum(len(set(lines)) for sha256, lines in wanted.items() if sha256 in read)
    refused = sum(
        issue.kind == "correction_refused" for plan in read.values() for issue in plan.issues
    )
    elsewhere = sum(len(set(lines)) for sha256, lines in wanted.items() if sha256 not in read)
    click.echo(
        f"corrections: {given - refused} heeded, {refused} refused (see the issues), "
        f"{elsewhere} for documents that were not converted here",
        err=True,
    )


def tell_names(plans: Sequence[ActionPlan]) -> None:
    """Name the files in whose names the name of an officer stays, which every output repeats."""
    staying = {plan.document.document for plan in plans if plan.redactions}
    for document in sorted(staying):
        click.echo(
            f"the name of this file holds a name, which stays in the outputs: {document}; "
            "rename the file, and run again",
            err=True,
        )


def tell_left_over(out: Path, formats: Sequence[str], redact: bool) -> None:
    """Name the files of an earlier run beside those of this one: they may hold other rows.

    They stay, for somebody may have worked in the workbook, or keeps the list of names.
    """
    files = left_over(out, formats)
    if not redact and (out / REDACTIONS).exists():
        files.append(f"{REDACTIONS}, which holds names")
    if files:
        names = "; they may hold the names of officers" if redact else ""
        click.echo(f"left as an earlier run wrote them: {', '.join(files)}{names}", err=True)


def tell_outcomes(plans: Sequence[ActionPlan], out: Path) -> int:
    """Say what was refused, and how many ended in which way; give how many were refused.

    `plans` may be heads alone. Rows are counted as they are written: once, where a file repeats.
    """
    refused = [plan for plan in plans if plan.document.outcome == "refused"]
    for plan in sorted(refused, key=lambda plan: plan.document.document):
        document = plan.document
        click.echo(f"refused {document.document}: {document.reason}: {plan.message}", err=True)
    if sys.stderr.isatty():
        click.echo(summary(plans), err=True)
    counts = ", ".join(counted(Counter(plan.document.outcome for plan in plans)))
    rows = sum(plan.document.actions for plan in in_order(plans))
    if not plans:
        click.echo("no PDF was found: nothing there has a name that ends in .pdf", err=True)
    click.echo(f"documents: {len(plans)} ({counts or 'none'}); actions: {rows}; in {out}", err=True)
    return len(refused)
