"""How much a document may hold, measured before the costly step, so that a bomb goes off nowhere.

A page of a real plan holds up to about 5,000 characters and 1,700 rules and fills.
"""

MOST_PAGES = 2_000
MOST_CHARACTERS = 50_000
"""Of one page."""
MOST_EDGES = 10_000
"""Rules and filled boxes of one page."""
MOST_OBJECTS = 100_000
"""Drawing operations of one page, in all its forms, and the points of its curves."""
MOST_UNPACKED = 75_000_000
"""Bytes of one stream, unpacked by any of its filters."""
MOST_PIXELS = 40_000_000
"""Of one picture, as it says of itself; it is unpacked whole to be shown."""


class PageUnreadable(Exception):  # noqa: N818 - reads as the situation that it names
    """A page that is left out: `reason` is one of those that a file is refused for."""

    def __init__(self, reason: str, what: str) -> None:
        self.reason, self.what = reason, what
        super().__init__(what)


def check(count: int, most: int, what: str) -> None:
    """Leave out a page that holds too much of something."""
    if count > most:
        raise PageUnreadable("too_large", f"it holds more than {most:,} {what}")
