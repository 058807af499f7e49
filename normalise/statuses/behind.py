"""What the words behind a status word make of it: '(80%)', '? No', 'pending sign off', 'but …'.

`completed, awaiting sign-off` and `complete, but the training is outstanding` take back what they
began with; `completed and ongoing` does not.
"""

import re

from normalise.statuses.claims import CLOSED_UNDONE, LAPSED, MISTAKEN, MORE_NEEDED, REOPENED, YET_TO
from normalise.statuses.quantities import (
    ALL,
    COMPLEMENT,
    EXCEPTION_BEHIND,
    ONLY,
    REST_BEHIND,
    SHARE_BEHIND,
    SO_FAR,
    SOME_BEHIND,
)
from normalise.statuses.scope import Scope, share_at

_AND = r"(?:[(:;,.-] |but |and )*"
_PART = re.compile(
    r"(?:[(:,-] )*(?:in part\b|(?:partially|partly)"
    # 'Completed – partly funded by the board' tells how, and not how much.
    r"(?! (?:funded|financed|paid|due|owing|because|thanks)\b)|except|apart from|bar |other than"
    r"|with (?:the )?exceptions? (?:of|for)\b)"
    r"|(?:[(:,-] )*(?:parts?|phases?|stages?|steps?|tranche|cohort) (?:\d|one|two|three|[a-d]\b)"
)
# 'Not completed on time', 'Not met by the target date'
_LATE = re.compile(
    r"(?:[(:,-] )*(?:(?:on|in) time\b|(?:by|within|before|to) (?:the |its |their )?"
    r"(?:original |agreed |set )?(?:target|deadline|due|timescales?|timeframe|timeline))"
)
_IN_FULL = re.compile(r"in (?:full|its entirety|their entirety)\b")
_PERCENT = re.compile(r"(?:[(:,-] )*(?:to |at )?(\d+(?:\.\d+)?)%(?: \))?(?: \.)? END")
_SHARE = re.compile(
    r"(?:by|for|in|at|to|with|across) (?:approximately |about |only )?(\d+(?:\.\d+)?)%(?: of | END)"
)
# 'Draft completed, awaiting sign off', 'Complete subject to ratification'
_APPROVAL = re.compile(
    rf"{_AND}(?:subject to|pending|awaiting|awaits|ready for) (?:\w+ ){{0,4}}?"
    r"(?:sign|signing|signoff|approval|ratification|agreement|validation|verification|authorisation"
    r"|clearance|endorsement|publication|ratifying"
    r"|confirmation(?! of (?:the )?(?:exact )?dates?))\b"
)
# 'Complete (draft)', 'Completed – draft only'
_IS_DRAFT = re.compile(
    r"[(:,-] (?:in |as )?(?:a )?(?:\w+ )?draft(?: only| form)?(?: \))?(?: \.)? END"
)
# 'Completed TBC', 'Completed – to be confirmed', but 'Completed – date to be confirmed'
_UNSURE = re.compile(
    r"(?:[(:,;.-] )*(?:(?:is|this is|still) )?"
    r"(?:tb[ac]|to be (?:confirmed|verified|checked|validated))"
    r"(?: (?:by|with) (?:\w+ ){1,4}?)?(?: ?\))?(?: \.)? ?END"
)
# 'New policy not required' and 'no outstanding issues' leave nothing to do.
_NEEDLESS = (
    r"(?!(?:required|needed|necessary|applicable|relevant|expected|anticipated|identified"
    r"|planned)\b)"
)
_LEFT_WORDS = r"(?:(?!(?:no|nothing|none|nil|zero|without)\b)\w+ )"
# 'Complete, but training is outstanding': said of a part, behind a 'but'.
_BUT_LEFT = re.compile(
    r"(?:[(:;,.-] )*(?:but|however|although|though|except|apart from|with)(?: [,:])? "
    rf"{_LEFT_WORDS}{{0,5}}?"
    rf"(?:outstanding|incomplete|not (?:yet )?{_NEEDLESS}\w+(?:ed|en|ne)\b|not yet|yet to"
    r"|still (?:to|needs?|being|requires?)|(?:remains?|needs?|is|are) to be"
    r"|to be (?:com|deliv|implem|disse|circ|train|roll|fin|sign|share)\w+)"
)
# 'Policy complete, training to follow'; 'Completed for adults; children still outstanding';
# 'Completed the scoping, commissioning to follow', but not 'Complete – nothing outstanding'
_LEFT = re.compile(
    r"(?:(?:for|in|by|at|within|the|a|our|this) (?:\w+ ){1,3})?"
    # 'New policy not required, training outstanding': what needs no doing is passed over.
    r"(?:[,;-] (?:[^\W\d][\w']* ){1,4}?not (?:required|needed|necessary) (?=[,;-]|but|and))?"
    r"(?:[,;-]|(?<=required )(?:but|and)|(?<=necessary )(?:but|and)|(?<=needed )(?:but|and)) "
    r"(?!updates?\b|evidence\b|no\b|none\b|nothing\b|(?:exact )?dates?\b)"
    r"(?:[^\W\d][\w']* ){1,3}?(?:is |are |still |remains? )*"
    r"(?:outstanding|to follow|(?<!continue )(?<!continues )to be (?:\w+ed|done)"
    rf"|not (?:yet )?{_NEEDLESS}\w+|incomplete|awaited)"
    r"(?: [.;)]| END)"
)
# 'Training complete. Policy outstanding.'; 'Completed x2, outstanding x1'
_REST = re.compile(
    r"\. (?!updates?\b|evidence\b|no\b|none\b|nothing\b)(?:[^\W\d][\w']* ){1,2}(?:is |are |still )*"
    r"(?:outstanding|incomplete|not (?:yet )?started)(?: [.;)]| END)"
    r"|(?:x?\d+ )?[,;] (?:outstanding|incomplete|remaining) x?\d"
)
# 'Reported complete but no evidence seen'
_UNPROVEN = re.compile(
    r"(?:[(:;,.-] )*(?:but|however|although)(?: [,:])? (?:there is )?no (?:\w+ )?"
    r"(?:evidence|assurance|confirmation|proof)\b"
)
_AGAIN = re.compile(r"(?:annually|yearly|quarterly|monthly|weekly|daily|every|each)\b")
_NO = re.compile(r"(?:(?:[?:(-] )+(?:no|n|not yet|false|x)(?: \))?|no?)(?: \.)? END")
# 'Completed? Y/N', 'Completed:', 'Completed by' head empty fields.
_OPEN = re.compile(
    r"\? END|(?:[?:(-] )*(?:y|yes) / (?:n|no)\b"
    r"|(?:\( )?(?:when|once|if|unless|until|subject to)\b|/ n\b"
    r"|: (?:END|_|\.)|(?:by|on)(?: whom?| when)?(?: [:?])? END"
)
# 'Starts April 2019', 'Moved to June 2019'
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* "
_DATED = re.compile(
    r"(?:(?:on|in|from|by|at|for|the|end|of|early|mid|late) )*"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|\d+[/.]\d|20\d\d\b|q\d|next|new year"
    rf"|spring|summer|autumn|winter|{_MONTH})"
)
# 'Completed first draft of strategy', 'Completed to draft stage', 'Completed the scoping'; what has
# a verb of its own is a sentence: 'COMPLETED Initial training has been rolled out'
_TO_DRAFT = re.compile(
    r"(?:(?:to|as|at|in) )?(?:(?:a|an|the|our|its|first|second|final|initial|early|working) )*"
    r"(?:drafts?|drafting|scoping|mapping|pilot|piloting|baseline|outline|preliminary|preparatory"
    r"|interim|(?<=initial )\w+|(?<=first )(?!aid)\w+)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|now|been|continues?|takes?|held|sent|met|made|given"
    r"|done|took|written|shared|\w{3,}ed)\b"
)
_KINDS = (
    ("reopened", REOPENED),
    ("condition", LAPSED),
    ("condition", MISTAKEN),
    ("draft", _APPROVAL),
    ("draft", _IS_DRAFT),
    ("condition", _UNSURE),
    ("condition", _UNPROVEN),
    ("left_over", _BUT_LEFT),
    ("left_over", _LEFT),
    ("left_over", _REST),
    ("left_over", MORE_NEEDED),
    ("left_over", YET_TO),
    ("part", _PART),
    ("part", EXCEPTION_BEHIND),
    ("part", REST_BEHIND),
    ("negation", _NO),
    ("condition", _OPEN),
)
# 'Initially completed in January 2024, however the panel asked for further evidence'
_ONCE = re.compile(
    r"\b(?:initially|originally|previously|formerly|first)(?: (?:was|were|been|marked|as))* $"
)
_TURN = re.compile(r"\b(?:but|however|although|though|yet|now|since)\b")
# 'Completed Y/N: Y' is a field that was filled in.
_ANSWERED = re.compile(
    r"(?:[?:(-] )*(?:y|yes) / (?:n|no)(?: \))?(?: [?:-])* (y|yes|n|no)(?: \))?(?: \.)? END"
)


def after(left: str, right: str, meaning: str = "done") -> Scope | None:
    """Find the qualification by the words after, in `right`, which ends in END with the text.

    `meaning` is that of the status word: what was closed need not have been done.
    """
    start = len(left)
    if left.endswith(("is ", "are ")) and _AGAIN.match(right):
        return Scope("under_way", start)  # 'Audits are completed quarterly'
    if match := _PERCENT.match(right) or _SHARE.match(right):
        return Scope("percent", start, float(match[1]))
    if _ONCE.search(left) and _TURN.search(right):
        return Scope("unsettled", start)
    if match := _ANSWERED.match(right):
        return None if match[1].startswith("y") else Scope("negation", start)
    match = SHARE_BEHIND.match(right)
    if match and not _is_sentence(right):
        return Scope("share", start, share_at(match))
    if meaning == "closed":
        if CLOSED_UNDONE.match(right):
            return Scope("unsettled", start)
    elif _only_some(left, right) or (_TO_DRAFT.match(right) and not _VERB.search(right)):
        return Scope("part" if _only_some(left, right) else "draft", start)
    some = SO_FAR.match(right) if not ALL.search(left) else None
    if some or (SOME_BEHIND.match(right) and not _is_sentence(right)):
        return Scope("part", start)
    return next((Scope(kind, start) for kind, pattern in _KINDS if pattern.match(right)), None)


def _is_sentence(right: str) -> bool:
    """Whether a sentence of its own follows, as in 'COMPLETED Several sessions were held'."""
    return COMPLEMENT.match(right) is None and _VERB.search(right) is not None


def _only_some(left: str, right: str) -> bool:
    """'Only completed for adults' restricts; 'only completed in May' tells when."""
    return ONLY.search(left) is not None and SOME_BEHIND.match(f"only {right}") is not None


def dated(right: str, start: int) -> Scope | None:
    """Find a date right behind the word, which tells a plan from a word in passing."""
    return Scope("dated", start) if _DATED.match(right) else None


def undone(scope: Scope, right: str) -> Scope:
    """Say of what kind a 'not' is: 'not met in full' is a part, 'not completed on time' is late."""
    if scope.kind == "negation" and _IN_FULL.match(right):
        return scope._replace(kind="part")
    if scope.kind == "negation" and _LATE.match(right):
        return scope._replace(kind="late")
    return scope
