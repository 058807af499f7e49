"""Whether the letters of a page can be what it shows, by how often they come.

A PDF says for each sign of a font which letter it stands for, and may say nothing, or rubbish.
Counting is cheap: most pages are passed after nine counts.
"""

import re

LEAST = 100
"""Signs from which a page is judged."""
COMMON = "etaoinshr"
MUCH, LITTLE = 0.5, 0.45
"""Share of the common letters; it is about 0.7 in English, 0.55 in Welsh, 0.3 where letters are
taken for others."""
MOST_OF_ONE = 0.4
MOSTLY = 0.5
_SILENT = re.compile("[\0\ufffd\ufffe\ue000-\uf8ff]")
_LETTER = re.compile("[a-z]")


def says_nothing(printed: str) -> bool:
    """Whether a page cannot be what its text says, which is NUL for a sign without a letter."""
    text = printed.casefold()
    counts = [text.count(letter) for letter in COMMON]
    common = sum(counts)
    signs = len(text) - text.count(" ") - text.count("\r") - text.count("\n")
    if signs < LEAST:
        return False
    if common >= MUCH * signs and max(counts) <= MOST_OF_ONE * signs:
        return False
    if len(_SILENT.findall(text)) > MOSTLY * signs:
        return True
    letters = _LETTER.findall(text)
    if len(letters) < LEAST or len(letters) < MOSTLY * signs:
        return False
    most = max(map(text.count, set(letters)))
    return common < LITTLE * len(letters) or most > MOST_OF_ONE * len(letters)
