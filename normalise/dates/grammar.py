"""The grammar of printed dates: every rule, in the order in which they apply.

Codes and references are out of the way first. Then come labels and recurrences, so that their
numbers are no days; figures come before words, and single dates before the lists, spans and ranges
that are made of them.
"""

from normalise.dates.days import WORDS
from normalise.dates.labels import LABELS
from normalise.dates.lists import SHARED
from normalise.dates.numeric import NUMERIC
from normalise.dates.parts import BETWEEN, PARTS
from normalise.dates.relative import RELATIVE
from normalise.dates.repeats import LISTED, REPEATS
from normalise.dates.rules import Rule
from normalise.dates.spans import QUARTERS, SPANS
from normalise.dates.strays import STRAYS

GRAMMAR: tuple[Rule, ...] = (
    *(STRAYS + LABELS + REPEATS + QUARTERS + NUMERIC + BETWEEN + WORDS + SHARED + SPANS + PARTS),
    *(LISTED + RELATIVE),
)
