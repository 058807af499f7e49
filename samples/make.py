"""Makes every sample from its source: `python -m samples.make [FOLDER]`."""

import json
import sys
from pathlib import Path
from typing import Any

from samples.expected import expected
from samples.ledger import ledger
from samples.render import render
from samples.source import Sample, all_samples


def make(folder: Path) -> None:
    """Write each sample, what it must yield, and the ledger of them all."""
    samples = all_samples()
    for sample in samples:
        yields = make_sample(sample, folder)
        text = json.dumps(yields, ensure_ascii=False, indent=1)
        write(folder / f"{sample.name}.expected.json", text + "\n")
    write(folder / "README.md", ledger(samples))


def make_sample(sample: Sample, folder: Path) -> dict[str, Any]:
    """Print one sample; returns what it must yield."""
    printed = render(sample.plan, sample.options, folder / f"{sample.name}.pdf")
    return expected(sample.plan, sample.options, printed.action_pages)


def write(path: Path, text: str) -> None:
    """Write text the same on every platform."""
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
