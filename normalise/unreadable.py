"""Characters that stand on the page and that nobody can read: the PDF gives no letter for them.

A reader hands such a glyph out as a control or as the sign U+FFFD. What it stands for may turn the
meaning of the words around, so that nothing is read from those: 'N\ufffdt completed'.
"""

import re

from normalise.correctable import LEFT_OUT

SIGN = "\ufffd"
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
_PARTED = re.compile(r"[\n;]|[.!?]\s")
_NEAR_WORDS = 3
_AROUND = 60


def marked(text: str) -> str:
    """Put the sign in the place of each character that cannot be read; the length stays."""
    plain = text.replace("\n", " ").isprintable() and SIGN not in text
    return text if plain else LEFT_OUT.sub(SIGN, text)


def broken_words(text: str) -> list[tuple[int, int]]:
    """Find words of which some character cannot be read; one that stands alone may be a bullet."""
    shown = marked(text)
    if SIGN not in shown:
        return []
    words = (word for word in _WORD.finditer(shown) if SIGN in word[0])
    return [word.span() for word in words if len(word[0].strip(".,:;-()")) > 1]


def is_near(text: str, span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of a text stand in one sentence with hardly a word between them."""
    between = text[min(span[1], other[1]) : max(span[0], other[0])]
    return len(between.split()) <= _NEAR_WORDS and not _PARTED.search(between)


def in_sentence(flat: str, start: int, end: int) -> bool:
    """Whether a character that cannot be read stands in the sentence of these words."""
    if SIGN not in flat:
        return False
    before = [match.end() for match in _SENTENCE_END.finditer(flat, 0, start)]
    after = _SENTENCE_END.search(flat, end)
    return SIGN in flat[before[-1] if before else 0 : after.start() if after else len(flat)]


def told(text: str) -> tuple[str, str] | None:
    """Give the words around the first character that cannot be read, and what is to be said."""
    shown = " ".join(marked(text).split())
    at = shown.find(SIGN)
    if at < 0:
        return None
    count = shown.count(SIGN)
    letters = "a character" if count == 1 else f"{count} characters"
    words = shown[max(0, at - _AROUND // 2) : at + _AROUND].strip()
    return words, f"The page shows {letters} here for which the PDF names no letter."
