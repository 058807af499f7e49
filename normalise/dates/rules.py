"""The engine of the date grammar: rules that rewrite runs of tokens into larger tokens.

A rule is a regular expression over kinds of tokens, written with their names, and a pure function
that makes new tokens of the matched ones, or declines. Rules are applied one after another.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from normalise.dates.periods import Doubts, Period
from normalise.dates.words import Token

_KINDS = (  # noqa: SIM905 - forty names read better as words
    # as printed
    "word mark number year cut figure dash slash dot comma tick amp colon semi open close star "
    "month weekday season term halfterm quarter half fy academic calendar cardinal rank suffix "
    "unit weekstart weekend part of to qualifier onwards latest relative recur birecur annual "
    "every article times timesword basis feast labelword citation count silence "
    # as made by rules
    "day monthyear period yearpair shortpair daymonth quarterno broken label recurrence duration"
).split()
_SIGN = {name: chr(0x4E00 + i) for i, name in enumerate(_KINDS)}
_NAME = re.compile(r"[a-z]+")

DATED = ("day", "monthyear", "period")
"""The kinds that hold a finished period."""


class Match(NamedTuple):
    """The tokens that a rule matched, and their neighbours."""

    tokens: Sequence[Token]
    before: Token | None
    after: Token | None

    def of(self, *kinds: str) -> list[Token]:
        """Give the matched tokens of these kinds."""
        return [t for t in self.tokens if t.kind in kinds]

    def made(
        self,
        kind: str,
        period: Period | None = None,
        doubts: Doubts = (),
        *,
        value: str = "",
        number: int = 0,
        recurrence: str = "",
    ) -> list[Token]:
        """One token in place of all matched ones."""
        first, last = self.tokens[0], self.tokens[-1]
        carried = tuple(d for t in self.tokens for d in t.doubts)
        return [
            Token(
                kind,
                first.start,
                last.end,
                first.word,
                value,
                number,
                first.spaced,
                first.opens_line,
                period,
                tuple(dict.fromkeys(carried + doubts)),
                recurrence,
            )
        ]


Build = Callable[[Match], list[Token] | None]


class Rule(NamedTuple):
    """A pattern over kinds and what to make of a match."""

    pattern: re.Pattern[str]
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    """Compile a pattern that is written with the names of kinds."""
    signs = _NAME.sub(lambda m: _SIGN[m[0]], pattern)
    return Rule(re.compile(signs.replace(" ", "")), build)


def rewrite(tokens: Sequence[Token], rules: Iterable[Rule]) -> Sequence[Token]:
    """Apply each rule to the whole run of tokens, in order."""
    signs = _signs(tokens)
    for one in rules:
        # Most rules find nothing in most texts; the search alone is quick.
        if one.pattern.search(signs) and (changed := _apply(one, tokens, signs)) is not None:
            tokens, signs = changed, _signs(changed)
    return tokens


def _signs(tokens: Sequence[Token]) -> str:
    return "".join([_SIGN[t.kind] for t in tokens])


def _apply(one: Rule, tokens: Sequence[Token], signs: str) -> list[Token] | None:
    out: list[Token] = []
    done = at = 0
    while match := one.pattern.search(signs, at):
        start, end = match.span()
        before = tokens[start - 1] if start else None
        after = tokens[end] if end < len(tokens) else None
        made = one.build(Match(tokens[start:end], before, after))
        if made is None:
            at = start + 1
            continue
        out.extend(tokens[done:start])
        out.extend(made)
        done = at = end
    return [*out, *tokens[done:]] if done else None
