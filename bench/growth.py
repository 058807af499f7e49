"""How time and memory grow with pages: documents that are made of a sample, again and again."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.runs import least, run

PAGES = (10, 100, 300, 1000)
NARRATIVE_PAGES = 1000
LINES, WORDS = 46, 14
TALE = (  # noqa: SIM905 - a tale reads better as a sentence
    "the panel heard that staff had seen him twice in the spring and that nobody had asked what "
    "happened at home although the records held at least three notes about it from earlier years"
).split()


class Growth(NamedTuple):
    """What one document took."""

    what: str
    pages: int
    seconds: float
    megabytes: float


def grown(python: Path, plan: Path, folder: Path, times: int) -> Iterator[Growth]:
    """Measure longer and longer plans, and a long tale with a plan at its end."""
    for count in PAGES:
        path = longer(plan, count, folder)
        yield _measured(python, "a plan", count, path, times)
    tale = with_tale(plan, NARRATIVE_PAGES, folder)
    with pikepdf.open(tale) as document:
        pages = len(document.pages)
    yield _measured(python, "narrative, a plan at the end", pages, tale, times)


def longer(plan: Path, pages: int, folder: Path) -> Path:
    """A document of so many pages, made of those of a plan in turn."""
    path = folder / f"plan-{pages}.pdf"
    with pikepdf.open(plan) as source, pikepdf.new() as made:
        for number in range(pages):
            made.pages.append(source.pages[number % len(source.pages)])
        made.save(path)
    return path


def with_tale(plan: Path, pages: int, folder: Path) -> Path:
    """A plan behind so many pages of running text."""
    tale, path = folder / "tale.pdf", folder / "tale-and-plan.pdf"
    canvas = Canvas(str(tale), pagesize=A4, pageCompression=1)
    for page in range(pages):
        text = canvas.beginText(72, 770)
        text.setFont("Helvetica", 11)
        text.setLeading(15)
        for line in range(LINES):
            start = (page * LINES + line) * WORDS
            text.textLine(" ".join(TALE[(start + i * 5) % len(TALE)] for i in range(WORDS)))
        canvas.drawText(text)
        canvas.drawCentredString(297, 30, f"Page {page + 1}")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(tale) as made, pikepdf.open(plan) as source:
        made.pages.extend(source.pages)
        made.save(path)
    return path


def _measured(python: Path, what: str, pages: int, path: Path, times: int) -> Growth:
    best = least([run(python, "actionplans", [path]) for _ in range(times)])
    return Growth(what, pages, best.seconds, best.megabytes)
