"""Writes the ledger of the samples: what each file is, how it is made, what is hard about it."""

from collections.abc import Sequence

from samples.source import Sample

OPENING = """\
# Samples

Action plans of reviews after a death as councils print them. Every place, body, person and event
in them is invented.

`python -m samples.make` makes each `NAME.pdf` and `NAME.expected.json`, and this page, from the
contents and layouts in `source/`: one file of contents may be printed in several layouts. Edit the
source, make, and look at the pages. Expectations come from the source alone, never from what the
pipeline reads. Equal sources give equal bytes.

A new layout is a `[[samples]]` entry with the options that `plan.py` describes; a new plan is a new
file beside the others. `before` and `after` hold print that is no plan.

| file | source | what is hard about it | actions |
| --- | --- | --- | ---: |
"""


def ledger(samples: Sequence[Sample]) -> str:
    """Return the page as Markdown."""
    return OPENING + "".join(f"{entry(sample)}\n" for sample in samples)


def entry(sample: Sample) -> str:
    """One line of the table."""
    actions = sum(part.size for part in sample.plan.plans)
    cells = (f"`{sample.name}.pdf`", f"`source/{sample.source}`", sample.hard, str(actions))
    return f"| {' | '.join(cells)} |"
