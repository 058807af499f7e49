"""Makes text safe to write down: the same characters are replaced for every format.

Some of what PDFs hold cannot be written everywhere: a NUL ends a text early in SQLite, other
controls break a workbook, half a surrogate pair cannot be encoded at all. One rule for all
formats keeps them equal.
"""

import json
import re

_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_END = re.compile("\r\n?")


def clean(text: str) -> str:
    """Replace what cannot be written by U+FFFD, and every kind of line end by a newline."""
    if is_clean(text):
        return text
    return _UNWRITABLE.sub("\ufffd", _LINE_END.sub("\n", text))


def is_clean(text: str) -> bool:
    """Say whether a text is surely clean, much quicker than it could be cleaned."""
    return text.replace("\n", "").isprintable()


def clean_json(text: str) -> str:
    """Clean the names and values of a JSON object, where escapes hide them from `clean`."""
    if not text:
        return ""
    values = {clean(name): clean(value) for name, value in json.loads(text).items()}
    return json.dumps(values, ensure_ascii=False) if values else ""
