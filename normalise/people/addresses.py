"""Finds names in e-mail addresses: 'jane.smith@', 'j_smith@', but not 'safeguarding.team@'."""

import re
from collections.abc import Iterator

from extract.text.lexicon import is_english
from normalise.people.lexicon import is_common, is_given, stands_for

ADDRESS = re.compile(r"(?<![\w.])([\w.'+-]+)(?=@[\w-]+\.)")
PARTS = re.compile(r"[._]")


def names_of_addresses(text: str) -> Iterator[str]:
    """Give what stands before the @ of each address that is a person's."""
    for match in ADDRESS.finditer(text):
        if _is_name([part for part in PARTS.split(match[1].strip("._")) if part]):
            yield match[1]


def _is_name(parts: list[str]) -> bool:
    """A given name, alone or with another word; an initial and a word; two words of no English."""
    named = [part for part in parts if _given(part)]
    if len(parts) == 1:
        return bool(named)
    if any(stands_for(part) not in ("", "place", "rank", "title") for part in parts):
        return False
    initial = len(parts[0]) == 1 and len(parts[-1]) > 2 and parts[-1].isalpha()
    strange = not any(all(map(is_english, re.split(r"[-\d]+", part))) for part in parts)
    return bool(named) or strange or (initial and parts[0] != "e")


def _given(part: str) -> bool:
    name = part.rstrip("0123456789").capitalize()
    return is_given(name) and not is_common(name)
