"""References that their neighbours confirm: 'A4' between 'A3' and 'A5' is no slip."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

TOKEN = re.compile(r"\d+|[A-Za-z]+|[^\w\s]")


def confirmed(references: Sequence[str]) -> list[bool]:
    """Whether each reference of a plan goes on from the one before, or the next from it.

    It must be built as at least half of them are.
    """
    steps = [follows(one, other) for one, other in pairwise(references)]
    around = zip([False, *steps], [*steps, False], strict=True)
    kinds = [_kind(reference) for reference in references]
    usual = {kind for kind, count in Counter(kinds).items() if 2 * count >= len(kinds)}
    following = [any(pair) for pair, _ in zip(around, references, strict=False)]
    return [next_to and kind in usual for next_to, kind in zip(following, kinds, strict=True)]


def follows(one: str, other: str) -> bool:
    """Whether a reference is the next one: '1.2' then '1.3' or '2.1', '4a' then '4b'."""
    before, after = TOKEN.findall(one), TOKEN.findall(other)
    pairs = enumerate(zip(before, after, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), None)
    if at is None or not _is_next(before[at], after[at]):
        return False
    return all(token in ("1", "a", "A") or not token.isalnum() for token in after[at + 1 :])


def _kind(reference: str) -> str:
    """What a reference is built of: '11', '12' among others as '2.1' have lost their stops."""
    return re.sub(r"\d+", "9", re.sub(r"[A-Za-z]+", "a", reference))


def _is_next(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1
