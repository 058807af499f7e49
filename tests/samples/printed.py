"""Reads back what a PDF prints, without the pipeline."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from samples.plan import RenderOptions, SamplePlan


def squeezed(text: str) -> str:
    """Return the text without white space and hyphens, which line breaks add and take away."""
    return re.sub(r"[\s\-\u00ad\ufffe\x02]+", "", text)


def printed_text(path: Path) -> str:
    """Return all words of a document, squeezed."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return squeezed("".join(pages))


def missing_words(plan: SamplePlan, options: RenderOptions, path: Path) -> list[str]:
    """Return the words of the plan that the document does not print."""
    text = printed_text(path)
    return [word for word in plan_words(plan, options) if squeezed(word) not in text]


def plan_words(plan: SamplePlan, options: RenderOptions) -> Iterator[str]:
    """Yield every word that the options let the document print."""
    for part in plan.plans:
        yield from part_words(part, options)


def part_words(plan: SamplePlan, options: RenderOptions) -> Iterator[str]:
    """Yield the words of one plan."""
    shown = {column.key for column in plan.columns}
    for section in plan.sections:
        yield from section.agency.split() if options.agency != "none" else ()
        for row in section.rows:
            for key in shown - {"rag"}:
                yield from row.cells.get(key, "").split()
