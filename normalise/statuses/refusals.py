"""Tells 'will not be done' from 'will not be done by then': a refusal from a date that is missed.

`Will not be implemented` rejects an action; `will not be completed by March` says that it is late,
and `will not be progressed until funding is agreed` neither.
"""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_THEN = (
    rf"(?:\d|{_MONTH}|q[1-4]\b|spring|summer|autumn|winter|easter|christmas|new year|then\b|now\b"
    r"|(?:the |its |our |this |that |their )?(?:(?:very |original|agreed|initial|set|stated|planned"
    r"|proposed|current|next|end of|start of|beginning of|middle of|early|mid|late|financial"
    r"|calendar|academic|new|latter) ?)*"
    r"(?:target|deadline|due date|dates?\b|timescales?|timeframe|timeline|time\b|end\b|year|quarter"
    r"|month|week|term|review|spring|summer|autumn|winter|\d|q[1-4]\b"
    rf"|{_MONTH}))"
)
_PERIOD = (
    r"(?:this|the current|next) (?:financial |calendar |academic |school |fiscal )?"
    r"(?:year|quarter|month|term|week|period)\b"
)
_IN_HOW = r"(?:(?:in full|fully|now|either|forward)\b ?,? ?)*"
MISSED = re.compile(
    rf"{_IN_HOW}(?:(?:on|in|to) time\b|on (?:schedule|target)\b|to (?:schedule|timescale|plan)\b"
    rf"|(?:by|before|within|until|till|in|for|on) {_THEN}"
    rf"|(?:in |during |within )?{_PERIOD}|this side of\b"
    r"|as (?:originally )?(?:planned|expected|intended|scheduled)\b)"
)
# An event ('until funding agreed'), 'at present': not now, and no more is said.
UNSETTLED = re.compile(
    rf"{_IN_HOW}(?:(?:until|till|unless|before|pending|without|because of delay)\b"
    r"|(?:at|for) (?:this time|present|the moment|the time being|now)\b|yet\b|currently\b)"
)
_NOT = re.compile(r"\b(?:not|won't|cannot|unable)\b")
# Of what is to come a time tells when; 'Decision not to proceed in May' was taken then.
_TO_COME = re.compile(r"\b(?:will|shall|would|won't|going|cannot|unable)\b")
_ACCEPTING = re.compile(r"\b(?:accept|agree|support|approv|endors|adopt|uph[eo]ld)")
_WILL_NOT = re.compile(
    r"\b(?:(?:will|shall|would) not|won't|not going to|unlikely to)(?: \w+){0,4} $"
)


def of_refusal(words: str, right: str) -> str:
    """Say what a 'will not be done' means before the words in `right`, in the lexicon's meanings.

    'rejected' unless a time stands there: then 'late', or '' where it tells no status.
    `words` are those of the refusal; what was not agreed until May was agreed then.
    """
    until = right.startswith(("until ", "till "))
    if not _NOT.search(words) or not (until or _TO_COME.search(words)):
        return "rejected"  # 'Declined in March'
    if _ACCEPTING.search(words):
        return "" if until else "rejected"
    if MISSED.match(right):
        return "late"
    return "" if UNSETTLED.match(right) else "rejected"


def will_be_missed(left: str, right: str) -> bool:
    """Whether 'will not now be' stands before a word of completion, and a time behind it."""
    return _WILL_NOT.search(left) is not None and MISSED.match(right) is not None
