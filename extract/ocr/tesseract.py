"""The adapter to Tesseract, a program of the system. It sees only pictures that we drew."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import cv2

from extract.ocr.blocks import Block, BlockWord

MARGIN = 12
"""Pixels of white that it wants around words."""
CELL_LAYOUT, PAGE_LAYOUT = "6", "3"
"""Tesseract's page segmentation: one block of text, and whatever there is."""
MOST_WORK = 30
"""Seconds of processor time for the cells of a page, and again for the rest."""
UNKNOWN_SIGNS = frozenset(("<", ">", "=", "=>", ">=", "<="))
"""What its English model, which knows no '≤' and '≥', makes of them."""
LEAST_CONFIDENCE = 0.3
"""Marks read with less are dirt."""


class Tesseract:
    """Recognises blocks by running the program once for all cells and once for the rest."""

    name = "tesseract"
    seconds_per_page = 90.0

    def read(self, blocks: Sequence[Block], until: float) -> list[list[BlockWord]]:
        """The words of each block. Raises `TimeoutError` past the time `until`."""
        found: list[list[BlockWord]] = [[] for _ in blocks]
        for layout, loose in ((CELL_LAYOUT, False), (PAGE_LAYOUT, True)):
            chosen = [i for i, block in enumerate(blocks) if block.loose == loose]
            if chosen:
                table = _run([blocks[i] for i in chosen], layout, until)
                for at, word in _words(table):
                    found[chosen[at]].append(word)
        return found


def _run(blocks: Sequence[Block], layout: str, until: float) -> str:
    with tempfile.TemporaryDirectory(prefix="actionplans-") as folder:
        files = [Path(folder, f"{number}.pgm") for number in range(len(blocks))]
        for file, block in zip(files, blocks, strict=True):
            around = (MARGIN,) * 4
            padded = cv2.copyMakeBorder(
                block.pixels, *around, cv2.BORDER_CONSTANT, value=(255, 255, 255)
            )
            cv2.imwrite(str(file), padded)
        listed = Path(folder, "list.txt")
        listed.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
        return _output(listed, layout, until)


def _output(listed: Path, layout: str, until: float) -> str:
    program = shutil.which("tesseract") or "tesseract"
    command = [program, str(listed), "stdout", "-l", "eng", "--dpi", "300", "--psm", layout, "tsv"]
    # Its own threads make it slower; pages are read side by side instead.
    settings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(  # noqa: S603 - a fixed program and names that we chose
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=settings,
    ) as running:
        _limit_work(running.pid)
        try:
            output, _ = running.communicate(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired as late:
            running.kill()
            raise TimeoutError from late
    if running.returncode:
        raise TimeoutError
    return output.decode("utf-8", "replace")


def _limit_work(process: int) -> None:
    """Cap the processor time, where the system can: a busy computer is no reason to give up."""
    with suppress(ImportError, AttributeError, OSError):
        import resource

        resource.prlimit(process, resource.RLIMIT_CPU, (MOST_WORK, MOST_WORK))


def _words(table: str) -> list[tuple[int, BlockWord]]:
    """Each word with the number of its block, from lines of tab-separated fields."""
    found = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines()[1:]:
        field = row.split("\t")
        if len(field) < 12 or field[0] != "5" or not field[11].strip():
            continue
        confidence = float(field[10]) / 100
        if field[11].strip() in UNKNOWN_SIGNS:
            confidence = min(confidence, LEAST_CONFIDENCE)
        left, top, width, height = (int(v) for v in field[6:10])
        if confidence < LEAST_CONFIDENCE and not any(c.isalnum() for c in field[11]):
            continue
        line = lines.setdefault(tuple(field[1:5]), len(lines))
        x0, y0 = left - MARGIN, top - MARGIN
        word = BlockWord(field[11].strip(), x0, y0, x0 + width, y0 + height, line, confidence)
        found.append((int(field[1]) - 1, word))
    return found
