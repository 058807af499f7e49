"""Writes report.html: one page that shows every row beside the picture of where it is printed.

The page needs no network and no other file. What comes from PDFs stands in it as data that no
browser runs: the page's own script and style are the only ones that its policy lets through.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import TextIO

from export.arranged import Arranged
from export.atomic import replacing
from export.options import PICTURES, PLAIN, Options
from export.report_data import Picture, pictures, report_data

MOST_PICTURES = 150_000_000
"""So many bytes of pictures, some 3,000 pages, still open in a browser."""

SCRIPTS = (
    "nodes",
    "data",
    "changes",
    "rows",
    "list",
    "sheet",
    "fields",
    "edit",
    "charts",
    "overview",
    "start",
)
"""The page's script, in the order of its parts: each uses only those before it."""


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write report.html into the folder."""
    target = folder / "report.html"
    drawn = list(pictures(found, options.pictures or folder / PICTURES))
    shown = fitting(drawn)
    with replacing(target) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        _write_page(file, report_data(found, shown, len(drawn) - len(shown)), shown)
    return [target]


def fitting(drawn: Sequence[Picture], most: int = MOST_PICTURES) -> list[Picture]:
    """Keep as many pictures, from the first, as a page can hold."""
    sizes = accumulate(picture.path.stat().st_size for picture in drawn)
    return [picture for picture, size in zip(drawn, sizes, strict=True) if size <= most]


def _write_page(file: TextIO, data: Iterable[str], shown: Sequence[Picture]) -> None:
    """Fill in the page, row by row and picture by picture, for all would not fit into memory."""
    style, script = _asset("style.css"), _script()
    head, body, tail = _asset("page.html").split("<!--part-->\n")
    policy = f"script-src {_hash(script)}; style-src {_hash(style)}"
    file.write(head.replace("POLICY", policy))
    file.write(f"<style>{style}</style>\n")
    file.write(body)
    file.write('<script type="application/json" id="data">')
    file.writelines(data)
    file.write("</script>\n")
    file.write(f"<script>{script}</script>\n")
    file.writelines(_picture_lines(shown))
    file.write(tail)


def _picture_lines(shown: Sequence[Picture]) -> Iterator[str]:
    """Give each picture as text, which a browser decodes only when the page is looked at."""
    for picture in shown:
        code = base64.b64encode(picture.path.read_bytes()).decode("ascii")
        yield f'<script type="text/plain" id="picture-{picture.key}">{code}</script>\n'


def _script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def _asset(name: str) -> str:
    text = (files("export") / "report_page" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
