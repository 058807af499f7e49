"""Makes scans of the samples: `python -m samples.scan FOLDER [NAME...]`.

Each page is drawn as a picture and spoilt as scanners and offices spoil it, with a fixed seed.
`NAME@KIND.pdf` must yield what `NAME.expected.json` says.
"""

import io
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Pixels = NDArray[Any]
SAMPLES = Path(__file__).parent
FAINT = 200
"""Lightness of faint rules, of which 255 is white: between those of paper and grey headings."""
MISREAD = "aeinorstl1."


@dataclass(frozen=True)
class Scan:
    """How a scanner spoils a page: `skew` in degrees, `noise` in levels, `quality` of the JPEG.

    `paper` is how white the paper comes out; `stamp` marks sheets as received; `faint` draws all
    rules in a light grey; `turn` is how many quarters the sheets lay askew, anticlockwise. `layer`
    puts the text behind the picture as recognisers do, with that share of its letters misread.
    """

    dpi: int = 200
    skew: float = 0.6
    noise: float = 5.0
    quality: int = 75
    paper: int = 246
    stamp: bool = False
    faint: bool = False
    turn: int = 0
    layer: float | None = None


SCANS = {
    "150dpi": Scan(dpi=150),
    "200dpi": Scan(),
    "300dpi": Scan(dpi=300),
    "skewed": Scan(skew=2.0),
    "noisy": Scan(noise=14.0, quality=45, paper=228),
    "stamped": Scan(stamp=True),
    "faint": Scan(faint=True),
    "upside_down": Scan(turn=2),
    "layer": Scan(layer=0.0),
    "poor_layer": Scan(layer=0.12),
}
CHOSEN = (
    "agency_band_rows",
    "agency_title_rows",
    "merged_recommendations",
    "rag_by_fill_with_key",
    "rows_broken_over_pages",
    "two_plans_with_other_columns",
)
"""Samples of different layouts that are enough to measure by."""


def scan_samples(folder: Path, names: Sequence[str] = CHOSEN) -> Iterator[Path]:
    """Scan samples in every way."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        for kind, how in SCANS.items():
            target = folder / f"{name}@{kind}.pdf"
            scan(SAMPLES / f"{name}.pdf", target, how)
            yield target


def scan(source: Path, target: Path, how: Scan) -> None:
    """Write a PDF of pictures of another one's pages; equal input gives equal bytes."""
    chance = np.random.default_rng(zlib.crc32(target.stem.encode()))
    canvas = Canvas(str(target), invariant=True, pageCompression=0)
    document = pdfium.PdfDocument(source)
    for number in range(len(document)):
        page = document[number]
        if how.layer is not None:
            print_unseen(canvas, page, how.layer, chance)
        width, height = page.get_size()
        if how.turn % 2:
            width, height = height, width
        canvas.setPageSize((width, height))
        picture = spoilt(drawn(page, how), how, (-1) ** number, chance)
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()


def print_unseen(canvas: Canvas, page: Any, misread: float, chance: np.random.Generator) -> None:
    """Put each word where it stands, without ink."""
    text = canvas.beginText()
    text.setTextRenderMode(3)
    textpage = page.get_textpage()
    for word in re.finditer(r"\S+", textpage.get_text_range()):
        boxes = [textpage.get_charbox(at, loose=True) for at in range(*word.span())]
        size = max(boxes[0][3] - boxes[0][1], 4.0)
        letters = "".join(
            MISREAD[chance.integers(len(MISREAD))] if chance.random() < misread else letter
            for letter in word.group()
        )
        width = canvas.stringWidth(letters, "Helvetica", size) or 1.0
        text.setFont("Helvetica", size)
        text.setHorizScale(100 * (boxes[-1][2] - boxes[0][0]) / width)
        text.setTextOrigin(boxes[0][0], boxes[0][1])
        text.textOut(letters + " ")
    canvas.drawText(text)


def drawn(page: Any, how: Scan) -> Pixels:
    """A page as it lies on the glass."""
    if how.faint:
        for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
            make_faint(item)
    pixels: Pixels = page.render(scale=how.dpi / 72).to_numpy()[:, :, :3].copy()
    if how.stamp:
        stamp(pixels, how.dpi / 72)
    return pixels


def make_faint(item: Any) -> None:
    """Draw a rule, stroked or filled, in light grey."""
    left, bottom, right, top = item.get_bounds()
    raw.FPDFPageObj_SetStrokeColor(item.raw, FAINT, FAINT, FAINT, 255)
    if min(right - left, top - bottom) < 3:
        raw.FPDFPageObj_SetFillColor(item.raw, FAINT, FAINT, FAINT, 255)


def stamp(pixels: Pixels, scale: float) -> None:
    """A round date stamp on the print, in violet ink that lets the words show through."""
    height, width = pixels.shape[:2]
    centre, radius = (int(width * 0.7), int(height * 0.45)), int(45 * scale)
    inked = pixels.copy()
    cv2.circle(inked, centre, radius, (150, 60, 120), max(2, round(1.5 * scale)), cv2.LINE_AA)
    place = (centre[0] - int(36 * scale), centre[1] + int(4 * scale))
    cv2.putText(inked, "RECEIVED", place, cv2.FONT_HERSHEY_DUPLEX, 0.45 * scale,
                (150, 60, 120), max(1, round(0.6 * scale)), cv2.LINE_AA)  # fmt: skip
    np.minimum(pixels, cv2.addWeighted(inked, 0.7, np.full_like(inked, 255), 0.3, 0), out=pixels)


def spoilt(pixels: Pixels, how: Scan, side: int, chance: np.random.Generator) -> bytes:
    """The page as it comes out of the scanner: tilted to one side, grey, grainy, as JPEG."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), side * how.skew, 1.0)
    tilted = cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255, 255, 255))
    blurred = cv2.GaussianBlur(tilted, (0, 0), how.dpi / 400).astype(np.float32)
    grain = chance.normal(0.0, how.noise, (height, width, 1))
    inked = blurred * (how.paper / 255) + 8 * (1 - blurred / 255) + grain
    grainy = np.ascontiguousarray(np.rot90(np.clip(inked, 0, 255).astype(np.uint8), how.turn))
    _, data = cv2.imencode(".jpg", grainy, [cv2.IMWRITE_JPEG_QUALITY, how.quality])
    return data.tobytes()


if __name__ == "__main__":
    for made in scan_samples(Path(sys.argv[1]), sys.argv[2:] or CHOSEN):
        sys.stdout.write(f"{made}\n")
