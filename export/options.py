"""What a user may choose about the files of an output folder."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Choices that are handed to every exporter; each heeds those that concern it."""

    one_line: bool = False


PLAIN = Options()
"""Nothing chosen."""
