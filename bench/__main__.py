"""Measures this project and its peers in one run, prints a table and writes it into the docs.

python -m bench OWN_PYTHON PEERS_PYTHON RUNS PATH...
"""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pikepdf

from bench.growth import Growth, grown
from bench.peer import TOOLS
from bench.rows import right, wanted
from bench.runs import Run, least, run

HOUSE = Path(__file__).parent.parent
PAGE = HOUSE / "docs" / "benchmarks.md"
SAMPLES = HOUSE / "samples"
LONG_PLAN = SAMPLES / "ten_page_plan.pdf"
MARKS = "<!-- begin of what make bench measured -->", "<!-- end of it -->"
NAMES = {
    "actionplans": "**actionplans**, PDF to CSV, JSON and data package",
    "pypdfium2": "pypdfium2, characters and paths only",
    "pdfplumber": "pdfplumber, `extract_tables`",
    "camelot_vector": "camelot, lattice, engine vector",
    "camelot_lattice": "camelot, lattice, default",
}
VERSIONS = ("actionplans", "pypdfium2", "pdfplumber", "camelot-py")


def main(own: Path, peers: Path, times: int, paths: Sequence[Path]) -> None:
    """Measure and report."""
    files = [
        f for path in paths for f in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])
    ]
    best = {
        tool: least(
            [run(own if tool == "actionplans" else peers, tool, files) for _ in range(times)]
        )
        for tool in TOOLS
    }
    report = [*_machine(own, peers), "", *_table(files, best)]
    if SAMPLES in [path.resolve() for path in paths]:
        with tempfile.TemporaryDirectory() as folder:
            report += ["", *_growth(grown(own, LONG_PLAN, Path(folder), times))]
        _write(report)
    print("\n".join(report))


def _table(files: Sequence[Path], best: dict[str, Run]) -> Iterator[str]:
    """A line for each tool."""
    pages = sum(_pages(file) for file in files)
    rows = sum(len(wanted(file) or ()) for file in files)
    yield f"{len(files)} documents, {pages} pages, {rows} rows."
    yield ""
    yield "| tool | CPU ms a page | ratio to ours | peak MB | rows right |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for tool, one in best.items():
        found = sum(right(file, one.rows.get(file.name, ())) for file in files)
        share = f"{found} of {rows}" if rows and one.rows else "-"
        per_page = f"{1000 * one.seconds / pages:.1f}"
        ratio = f"{one.seconds / best['actionplans'].seconds:.2f}"
        yield f"| {NAMES[tool]} | {per_page} | {ratio} | {one.megabytes:.0f} | {share} |"


def _growth(found: Iterator[Growth]) -> Iterator[str]:
    yield "| one document | pages | CPU s | ms a page | peak MB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for what, pages, seconds, megabytes in found:
        per_page = 1000 * seconds / pages
        yield f"| {what} | {pages} | {seconds:.2f} | {per_page:.1f} | {megabytes:.0f} |"


def _machine(own: Path, peers: Path) -> Iterator[str]:
    code = (
        "import importlib.metadata as m, sys\n"
        "for n in sys.argv[1:]:\n"
        "    try: print(n, m.version(n))\n"
        "    except m.PackageNotFoundError: pass"
    )
    lines = {
        line
        for python in (own, peers)
        for line in subprocess.run(  # noqa: S603
            [str(python), "-c", code, *VERSIONS], capture_output=True, text=True, check=True
        ).stdout.splitlines()
    }
    day = datetime.now(UTC).date()
    yield f"Measured on {day} with {', '.join(sorted(lines))}; Python {platform.python_version()}"
    yield f"on {platform.system()} {platform.machine()}, {os.cpu_count()} processors."


def _pages(path: Path) -> int:
    with pikepdf.open(path) as document:
        return len(document.pages)


def _write(report: Sequence[str]) -> None:
    """Put the figures between their marks, and leave the words around them."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    text = "\n".join([before + MARKS[0], *report, MARKS[1] + after])
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), [Path(p) for p in sys.argv[4:]])
