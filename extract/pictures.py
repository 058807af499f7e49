"""Draws pages for people to look at, small enough to send and sharp enough to read."""

import io
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.pdf.reader import open_document
from extract.records import PagePicture, PrintedPlan
from extract.watch import NOBODY, Watch

WIDTH = 1200
"""Pixels across a page: small print of a landscape table can still be read."""
MOST_PIXELS = 4_000_000
LONGEST_SIDE = 12_000
"""WebP holds no picture with a longer side than 16,383 pixels."""
ENOUGH_BYTES = 110_000
"""Above this a picture is a scan or a photograph, and is drawn less exactly."""
MOST_BYTES = 140_000
"""Three hundred of these still make a file that can be sent and opened."""
SMALLEST_WIDTH = 600
PALETTE = 24


def draw_pages(
    source: Path, plan: PrintedPlan, folder: Path, watch: Watch = NOBODY
) -> tuple[PagePicture, ...]:
    """Draw the pages of a plan into a folder; files are named by the PDF's content and the page.

    A page that cannot be drawn goes without a picture: what was read from it still counts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    document = open_document(source)
    try:
        return tuple(_drawn(document, plan, folder, watch))
    finally:
        document.close()


def _drawn(document: Any, plan: PrintedPlan, folder: Path, watch: Watch) -> Iterator[PagePicture]:
    for number in plan.plan_pages:
        watch.page(number)
        file = f"{plan.sha256}-{number}.webp"
        try:
            page = document[number - 1]
            width, height = page.get_size()
            _write_whole(folder / file, _encoded(_image(page, width, height)))
        except (RuntimeError, MemoryError, OSError, ValueError, ArithmeticError):
            continue
        yield PagePicture(page=number, width=round(width, 2), height=round(height, 2), file=file)


def _image(page: Any, width: float, height: float) -> Any:
    """Render a page as displayed, coarser where it is a strange size."""
    fits = math.sqrt(MOST_PIXELS / (width * height))
    scale = min(WIDTH / width, fits, LONGEST_SIDE / height)
    bitmap = page.render(scale=scale)
    try:
        return bitmap.to_pil().convert("RGB")
    finally:
        bitmap.close()
        page.close()


def _encoded(image: Any) -> bytes:
    """Give the pixels exactly where that is small; else fewer colours, or only about right."""
    from PIL import Image

    exact = _webp(image, lossless=True, quality=60)
    if len(exact) <= ENOUGH_BYTES:
        return exact
    few = image.quantize(PALETTE, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    plain = _webp(few.convert("RGB"), lossless=True, quality=80)
    if len(plain) <= ENOUGH_BYTES:
        return plain
    return min(plain, _rough(image), key=len)


def _rough(image: Any) -> bytes:
    """Give the pixels about right, and fewer of them until they are small."""
    rough = _webp(image, quality=40)
    while len(rough) > MOST_BYTES and image.width * 3 // 4 >= SMALLEST_WIDTH:
        image = image.resize((image.width * 3 // 4, image.height * 3 // 4))
        rough = _webp(image, quality=40)
    return rough


def _webp(image: Any, **how: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", method=4, **how)
    return buffer.getvalue()


def _write_whole(target: Path, data: bytes) -> None:
    """Write a file in one step: two documents of one content may be drawn at the same time."""
    draft = target.with_suffix(f".{os.getpid()}.part")
    draft.write_bytes(data)
    draft.replace(target)
