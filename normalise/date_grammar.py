"""The grammar of printed dates: every rule, in the order in which they apply.

Codes and references are out of the way first. Then come labels and recurrences, so that their
numbers are no days; figures come before words, and single dates before the lists, spans and ranges
that are made of them.
"""

from normalise.date_days import WORDS
from normalise.date_labels import LABELS
from normalise.date_lists import SHARED
from normalise.date_numeric import NUMERIC
from normalise.date_parts import BETWEEN, PARTS
from normalise.date_relative import RELATIVE
from normalise.date_repeats import LISTED, REPEATS
from normalise.date_rules import Rule
from normalise.date_spans import QUARTERS, SPANS
from normalise.date_strays import STRAYS

GRAMMAR: tuple[Rule, ...] = (
    *(STRAYS + LABELS + REPEATS + QUARTERS + NUMERIC + BETWEEN + WORDS + SHARED + SPANS + PARTS),
    *(LISTED + RELATIVE),
)
