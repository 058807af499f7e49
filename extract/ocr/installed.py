"""Which recognisers are installed, found out without loading any of them."""

import shutil
from importlib.util import find_spec
from typing import Literal

EngineName = Literal["rapidocr", "tesseract"]


def engines_installed() -> tuple[EngineName, ...]:
    """The recognisers that can be used, the best first; they all need OpenCV."""
    if find_spec("cv2") is None:
        return ()
    found: list[EngineName] = []
    if shutil.which("tesseract"):
        found.append("tesseract")
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        found.append("rapidocr")
    return tuple(found)
