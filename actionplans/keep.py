"""Keeps what a stage handed on, so that a person can see where a reading went wrong."""

from collections.abc import Iterator
from pathlib import Path

import pydantic_core

from extract.records import Record


def keep(record: Record, folder: Path | None, stage: str) -> None:
    """Write a stage's records as JSON Lines, where a folder to keep them in is given."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{line}\n" for line in _lines(record))
    (folder / f"{stage}.jsonl").write_text(text, encoding="utf-8", newline="\n")


def _lines(record: Record) -> Iterator[str]:
    """Give one line for each item of each list, named by the list; first the rest on one line."""
    values = dict(record)
    lists = {name: value for name, value in values.items() if isinstance(value, tuple)}
    rest = {name: value for name, value in values.items() if name not in lists}
    yield _line(type(record).__name__, rest)
    for name, items in lists.items():
        yield from (_line(name, item) for item in items)


def _line(name: str, value: object) -> str:
    return pydantic_core.to_json({name: value}).decode("utf-8")
