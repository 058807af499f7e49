"""Reads the editable sources: the contents of a document and the samples printed from it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samples.plan import ActionRow, Block, Column, RenderOptions, SamplePlan, Section

SOURCES = Path(__file__).parent / "source"


@dataclass(frozen=True)
class Sample:
    """A file to make: its name, what is hard about it, what it says and how it is printed."""

    name: str
    hard: str
    source: str
    plan: SamplePlan
    options: RenderOptions


def all_samples() -> list[Sample]:
    """Every sample of every source, by name."""
    samples = [s for path in sorted(SOURCES.glob("*.toml")) for s in samples_of(path)]
    return sorted(samples, key=lambda sample: sample.name)


def samples_of(path: Path) -> list[Sample]:
    """Return the samples that one source file asks for."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    plan = plan_of(data)
    return [
        Sample(s["name"], s["hard"], path.name, plan, options_of(s.get("options", {})))
        for s in data["samples"]
    ]


def plan_of(data: Mapping[str, Any]) -> SamplePlan:
    """Return the contents that a source describes."""
    return SamplePlan(
        title=data["title"],
        review_ref=data.get("review_ref", ""),
        publisher=data.get("publisher", ""),
        intro=tuple(data.get("intro", ())),
        key=tuple((hue, meaning) for hue, meaning in data.get("key", {}).items()),
        columns=tuple(Column(**column) for column in data.get("columns", ())),
        sections=tuple(section_of(section) for section in data.get("sections", ())),
        before=tuple(block_of(block) for block in data.get("before", ())),
        after=tuple(block_of(block) for block in data.get("after", ())),
        further=tuple(plan_of(plan) for plan in data.get("further", ())),
    )


def section_of(data: Mapping[str, Any]) -> Section:
    """Return an agency and its rows; `expect` stands among the cells."""
    return Section(data.get("agency", ""), tuple(row_of(row) for row in data["rows"]))


def row_of(data: Mapping[str, Any]) -> ActionRow:
    """One action."""
    cells = {key: text.strip() for key, text in data.items() if key != "expect"}
    return ActionRow(cells, data.get("expect", {}))


def block_of(data: Mapping[str, Any]) -> Block:
    """Print that is no plan."""
    return Block(
        kind=data["kind"],
        text=data.get("text", ""),
        rows=tuple(tuple(row) for row in data.get("rows", ())),
        widths=tuple(data.get("widths", ())),
    )


def options_of(data: Mapping[str, Any]) -> RenderOptions:
    """Options by name; a list becomes a tuple."""
    named: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return RenderOptions(**named)
