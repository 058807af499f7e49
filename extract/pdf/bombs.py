"""What a stream would unpack to, and whether that is too much; pictures, too large ones."""

import re
from collections.abc import Sequence

from extract.pdf.caps import MOST_PIXELS, MOST_UNPACKED
from extract.pdf.unpacking import most_unpacked, unpacks_to_more

TOO_MUCH = f"a stream unpacks to more than {MOST_UNPACKED // 10**6} MB"
TOO_LARGE = f"a picture has more than {MOST_PIXELS:,} dots"
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_SIDES = [re.compile(rb"/%s\s+(\d{1,9})\b" % side) for side in (b"Width", b"Height")]


def bomb_in(head: bytes, filters: Sequence[bytes], packed: bytes) -> str:
    """What is wrong with a stream that must not be unpacked, or nothing.

    Unpacking stops at the limit and keeps nothing. A picture is measured by what it says of itself.
    """
    if is_picture(head):
        sides = [pattern.search(head) for pattern in _SIDES]
        pixels = int(sides[0][1]) * int(sides[1][1]) if sides[0] and sides[1] else 0
        return TOO_LARGE if pixels > MOST_PIXELS else ""
    if most_unpacked(filters, len(packed)) <= MOST_UNPACKED:
        return ""
    return TOO_MUCH if unpacks_to_more(filters, packed, MOST_UNPACKED) else ""


def is_picture(head: bytes) -> bool:
    """Whether a stream with this dictionary holds dots."""
    return bool(_PICTURE.search(head))
