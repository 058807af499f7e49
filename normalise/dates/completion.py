"""Which date is the date of completion: the one that stands with a word of completion.

'Completed 14/06/2021' and 'Complete - adopted on 8 December 2021' say so; 'to be completed by March
2016', 'first audit completed' and dates later in the story do not.
"""

import re
from collections.abc import Iterator

_FINISHED = re.compile(
    r"\b(?:completed?|achieved|done|finished|implemented|actioned|delivered|concluded|finalised"
    r"|closed|held|took\s+place|taken\s+place|signed\s+off|in\s+place|launched|went\s+live)\b",
    re.IGNORECASE,
)
# Words before that make it no completion, or not of the whole.
_UNDONE = re.compile(
    r"\b(?:not|to be|yet|once|until|when|if|will|would|should|must|can|could|being|partially|partly"
    r"|part|first|initial|draft|due|expected|planned|scheduled|awaiting|before|unless|never|nearly"
    r"|almost|target|needs?|aim|for|further|another|additional|second|(?:actions?|phases?|stages?|parts?|recs?)[\s\d,&()a-h]*and?"
    r"|(?:actions?|phases?|stages?|recs?)\s+\d[\d\s,&]*|\d+\s?%)[\s\w-]{0,30}$",
    re.IGNORECASE,
)
# Words between that speak of another day than that of completion.
_OTHER_DAY = re.compile(
    r"\b(?:to be|will|would|should|not|next|reviewed?|due|planned|scheduled|expected|until|ongoing"
    r"|on-going|awaiting|remain\w*|started|begun|began|commenced|opened|raised|added|\w+\s+dated|target|revised\s+(?:date|target|to)|further|then|aim\w*|by(?=\s*$))\b",
    re.IGNORECASE,
)
_LEADS_TO_DAY = re.compile(
    r"(?:\b(?:on|from|since|in|dated|date|during|live|place|sent|\w{3,}ed|held|done)\b|[:(])[\s:(-]*$",
    re.IGNORECASE,
)
# 'Signed off by the Board 3 May 2019': who did it may stand between.
_BY_WHOM = re.compile(r"\s+by\s+(?:the\s+)?[^\W\d]+(?:\s+[^\W\d]+){0,2}[\s,(–-]*", re.IGNORECASE)
_DATED = re.compile(r"\bdated\s*$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:start|commenc|began|begun|open)\w*", re.IGNORECASE)
_FORWARD = frozenset(["by", "due", "review", "until", "expected", "before", "revised", "between"])
_BEGINNING = frozenset(["from", "after", "since", "not"])
# 'Yes – 5 May 2024' under 'Date completed'
_ANSWER = re.compile(r"\W*(?:(?:yes|y)\b)?\W*", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.;!?]\s|\n")
_REACH = 160


def finishes(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word that says that something was completed, and is not undone."""
    for word in _FINISHED.finditer(text):
        before = text[max(0, word.start() - 60) : word.start()]
        if not _UNDONE.search(SENTENCE_END.split(before)[-1]):
            yield word.span()


def dates_completion(text: str, word: tuple[int, int], date: tuple[int, int], said: str) -> bool:
    """Whether the date is that of the word; `said` holds the qualifiers printed with the date."""
    if _FORWARD & set(said.split()) or _BEGUN.match(text, date[0]):
        return False
    if date[1] <= word[0]:
        dated = _DATED.search(text[: date[0]]) is not None  # 'Policy dated 12/01/2023 completed'
        return (
            said in ("", "completed")
            and not dated
            and not text[date[1] : word[0]].strip(" \t-–—:,(")
        )
    gap = text[word[1] : max(date[0], word[1])]
    if not any(letter.isalnum() for letter in gap):
        return "*" not in gap
    told = len(SENTENCE_END.findall(gap)) <= 1 and "\n" not in gap and len(gap) <= _REACH
    leads = said != "" or _LEADS_TO_DAY.search(gap) or _BY_WHOM.fullmatch(gap)
    return told and bool(leads) and not _OTHER_DAY.search(gap)


def heads_cell(text: str, start: int, said: str) -> bool:
    """Whether only marks or a 'yes' stand before the date, and nothing says that it lies ahead."""
    if (_FORWARD | _BEGINNING) & set(said.split()):
        return False
    return _ANSWER.fullmatch(text[:start]) is not None and not _OTHER_DAY.search(text[start:])
