"""What stands in a file outside of its streams, and in those that hold nothing but objects.

That is little of most files, and yet all that says how many pages and layers there are.
"""

import re
from mmap import mmap

from extract.pdf.raw_streams import Stream
from extract.pdf.unpacking import Pieces, undone

_FILE = re.compile(rb"%PDF-\d")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_LAYERS = re.compile(rb"/OCProperties\b")


class Plain:
    """Counts pages and files, and looks for layers, while the streams of a file pass by."""

    def __init__(self, data: mmap) -> None:
        """Begin at the front of a file."""
        self._data, self._at = data, 0
        self.pages = self.files = 0
        self.layers = False

    def passes(self, stream: Stream, *, holds_objects: bool) -> None:
        """Look at what stands before a stream; and into it, if it holds objects."""
        start, end = stream.span
        if end:
            self._look_at(self._data, self._at, start)
            self._at = end
        if holds_objects and stream.filters is not None:
            pieces: Pieces = [stream.packed]
            for name in stream.filters:
                pieces = undone(name, pieces)
            objects = b"".join(pieces)
            self._look_at(objects, 0, len(objects))

    def ends(self) -> None:
        """Look at what stands behind the last stream."""
        self._look_at(self._data, self._at, len(self._data))

    def _look_at(self, data: bytes | mmap, start: int, end: int) -> None:
        self.pages += sum(1 for _ in _PAGE.finditer(data, start, end))
        self.files += sum(1 for _ in _FILE.finditer(data, start, end))
        self.layers = self.layers or bool(_LAYERS.search(data, start, end))
