"""What the words around a date say of it: qualifiers, recurrences, and what is no year."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.dates import periods
from normalise.dates.doubts import NO_YEAR
from normalise.dates.periods import Doubts
from normalise.dates.rules import DATED
from normalise.dates.words import Token

_BARE_PAIR: Doubts = (("date_ambiguous", "Two numbers, read as a financial year."),)
_SPAN_BESIDE: Doubts = (("date_relative", "A span of time stands beside the date."),)
_SHORT = 12
_NO_YEAR_AFTER = frozenset(("citation", "count", "number", "figure", "slash", "dot"))
_COUNTED = frozenset(
    [
        "staff",
        "people",
        "children",
        "adults",
        "cases",
        "referrals",
        "families",
        "patients",
        "officers",
        "practitioners",
        "professionals",
        "visits",
        "calls",
        "hours",
        "leaflets",
        "copies",
        "records",
        "incidents",
        "responses",
        "survivors",
        "attendees",
        "delegates",
        "homes",
        "victims",
        "employees",
        "assessments",
        "women",
        "men",
        "users",
        "x",
    ]
)
PAST = frozenset({"agreed", "added", "updated", "opened", "raised"})
"""Words that tell the day of something in the past of the plan, and qualify no target."""
# Between a qualifier and its date: 'Overdue – by: (the) 1 June 2015'.
_LEADS = frozenset(("of", "dash", "comma", "colon", "open", "qualifier", "to", "amp", "part"))
_TRAILS = frozenset(("dash", "comma", "open", "of", "amp", "silence"))
_BEHIND_TOO = frozenset(
    ("not before", "revised", "provisional", "completed", "originally", "expected", "circa")
)
_SELDOM_MONTHS = frozenset(("may", "march", "mar"))
_PART_WORDS = frozenset(("end of", "early", "mid", "late", "week commencing", "week ending"))


def with_bare_years(read: Sequence[Token]) -> list[Token]:
    """'2016' is a year in a date cell; in 'Care Act 2014' or '2000 referrals' it is not."""
    out = list(read)
    for i, token in enumerate(read):
        if token.kind == "year" and _is_bare_year(read, i):
            out[i] = token._replace(kind="period", period=periods.year(token.number))
        elif token.kind == "shortpair" and len(read) == 1:
            whole = periods.financial_year(token.number)
            out[i] = token._replace(kind="period", period=whole, doubts=_BARE_PAIR)
    return out


def _is_bare_year(read: Sequence[Token], i: int) -> bool:
    before = read[i - 1].kind if i else ""
    priced = i > 0 and read[i - 1].word in ("£", "$", "€")
    cited = priced or (before == "open" and i > 1 and read[i - 2].kind in ("word", "citation"))
    if not 1990 <= read[i].number <= 2069 or before in _NO_YEAR_AFTER or cited:
        return False
    if [t.kind for t in read[i + 1 : i + 3]] in (["slash", "figure"], ["dash", "figure"]):
        return False  # 'Ref: 2018/0045'
    counted = i + 1 < len(read) and read[i + 1].word in _COUNTED
    return not counted or before in ("of", "qualifier")


def leading(read: Sequence[Token], i: int) -> tuple[list[str], int]:
    """Give the qualifiers in front of a date, and where the first of them starts."""
    words: list[str] = []
    start = read[i].start
    for token in reversed(read[max(0, i - 6) : i]):
        if token.kind not in _LEADS:
            break
        if token.kind == "qualifier" and token.value in PAST:
            continue
        if token.kind == "qualifier":
            words.insert(0, token.value)
            start = token.start
        elif token.kind == "part":
            words.insert(0, "from" if token.value == "early" else "by")
            start = token.start
    if read[i].value in _PART_WORDS:
        words.append(read[i].value)
    return list(dict.fromkeys(words)), start


def trailing(read: Sequence[Token], i: int) -> list[str]:
    """Give the qualifiers behind a date: 'June 2014 (revised)', 'September 2020 - ongoing'."""
    words: list[str] = []
    for k in range(i + 1, min(len(read), i + 5)):
        token = read[k]
        if token.kind in ("onwards", "latest") or (
            token.kind == "qualifier" and token.value in _BEHIND_TOO and _closes(read, k)
        ):
            words.append(token.value)
        elif token.kind not in _TRAILS:
            break
    return words


def _closes(read: Sequence[Token], k: int) -> bool:
    """Whether nothing follows that the qualifier could belong to."""
    return k + 1 == len(read) or read[k + 1].kind in ("close", "semi", "dot")


def label_of_each(read: Sequence[Token]) -> dict[int, Token]:
    """Which label each date or recurrence (its index) has: '1a) June 2014', 'June 2014 (1a)'."""
    if behind := _labels_behind(read):
        return behind
    found, label = {}, None
    for i, token in enumerate(read):
        label = token if token.kind == "label" else label
        if label is not None:
            found[i] = label
    return found


def _labels_behind(read: Sequence[Token]) -> dict[int, Token]:
    """'31/03/2024 (1a) and Sept 2024 (1b)': bracketed labels, each behind its date, none before."""
    run = [i for i, t in enumerate(read) if t.kind == "label" or t.kind in DATED]
    places = [i for i in run if read[i].kind == "label"]
    if not places or run[0] == places[0]:
        return {}
    closed = run[-1] == places[-1] or all(read[i + 1].kind not in DATED for i in places)
    found = {date: read[i] for date, i in pairwise(run) if read[i].kind == "label"}
    bracketed = all(_in_brackets(read, date, i) for date, i in pairwise(run) if i in places)
    return found if closed and bracketed else {}


def _in_brackets(read: Sequence[Token], date: int, label: int) -> bool:
    """Whether the label stands in brackets right behind the date."""
    opened = read[label].word == "(" or (label == date + 2 and read[date + 1].kind == "open")
    return read[date].kind in DATED and opened and label - date <= 2


def repeat_of_each(read: Sequence[Token]) -> dict[int, int]:
    """Which date (its index) each recurrence belongs to; a recurrence with none is left out."""
    dated = [i for i, t in enumerate(read) if t.kind in DATED]
    repeats = [i for i, t in enumerate(read) if t.kind == "recurrence"]
    if len(dated) == len(repeats) == 1:
        return {repeats[0]: dated[0]}
    found = {}
    for i in repeats:
        k = i + 1
        while k < len(read) and read[k].kind in _LEADS:
            k += 1
        if k < len(read) and read[k].kind in DATED:
            found[i] = k
    return found


def doubtful(read: Sequence[Token]) -> Iterator[tuple[Token, Doubts]]:
    """Give the tokens that are unsure or unfinished, and why."""
    for i, token in enumerate(read):
        if token.doubts:
            yield token, token.doubts
        elif (
            token.kind == "duration" and len(read) <= _SHORT and any(t.kind in DATED for t in read)
        ):
            yield token, _SPAN_BESIDE  # 'Inquest 3 June 2024; 6 months'
        elif token.kind in ("daymonth", "quarterno", "feast") or (
            token.kind == "month" and _is_month(read, i)
        ):
            yield token, NO_YEAR


def _is_month(read: Sequence[Token], i: int) -> bool:
    """'may' and 'march' are months only where a preposition or an empty cell says so."""
    led = i > 0 and read[i - 1].kind in ("of", "qualifier", "part", "to", "every")
    alone = len(read) <= 2
    return led or alone or read[i].word not in _SELDOM_MONTHS


def counts_from_an_event(read: Sequence[Token]) -> bool:
    """'Following conclusion of inquest', 'Once in post', 'After publication'."""
    return any(t.kind == "duration" for t in read) or any(
        t.kind == "relative"
        or t.word == "once"
        or (t.kind == "qualifier" and t.value in ("after", "before"))
        for t in read[:3]
    )


def says_nothing_of_dates(read: Sequence[Token]) -> bool:
    """Known words such as 'TBC', 'Ongoing' or 'As above', or no words at all."""
    silent = ("silence", "onwards", "qualifier")
    words = any(t.word[:1].isalnum() for t in read)
    return not words or any(
        t.kind in silent and (t.kind != "qualifier" or t.value == "completed") for t in read
    )
