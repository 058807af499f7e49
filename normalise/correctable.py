"""What of a row can be corrected, and how a reading of it is known again."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import get_args

from extract.records import Field

PRINTED = tuple(name for name in get_args(Field) if name != "extra")
"""Columns of printed words: what else the row says is judged anew from their corrected words."""
DATES = ("target_date", "revised_target_date", "completed_date")
JUDGED = ("agency_name", "agency_kind", "agency_code", "status", *DATES)
"""Columns of meanings: a corrected one stands, whatever the words say."""
RATINGS = ("red", "amber", "green", "blue", "")
EXTRA = "extra/"
ROW = "row"

# Outputs replace what cannot be written down; that alone makes no other reading.
LEFT_OUT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffd"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_END = re.compile("\r\n?")


def row_digest(row: Mapping[str, object]) -> str:
    """Tell one reading of a row from another, by all that can be corrected in it."""
    values = [plain(str(row[name])) for name in (*PRINTED, *JUDGED)]
    parts = json.dumps([*values, _extra(str(row["extra"]))])
    return f"read {hashlib.sha256(parts.encode()).hexdigest()[:12]}"


def plain(text: str) -> str:
    """Leave out what outputs replace, for no reading differs by that."""
    if text.isprintable() and "\ufffd" not in text:
        return text
    return LEFT_OUT.sub("", _LINE_END.sub("\n", text))


def _extra(text: str) -> list[list[str]]:
    """List the other columns of a row, however their object is written."""
    values = json.loads(text) if text else {}
    return sorted([plain(heading), plain(value)] for heading, value in values.items())
