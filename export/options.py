"""What a user may choose about the files of an output folder."""

from dataclasses import dataclass
from pathlib import Path

PICTURES = ".unfinished/pictures"
"""Where pictures of pages wait, below the output folder, until they are put into the page."""


@dataclass(frozen=True)
class Options:
    """Choices that are handed to every exporter; each heeds those that concern it.

    `pictures` is where the pictures of pages wait, if not in their place below the output folder.
    """

    one_line: bool = False
    pictures: Path | None = None


PLAIN = Options()
"""Nothing chosen."""
