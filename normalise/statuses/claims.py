"""Tells what is claimed from what is so: 'marked complete in error', 'completed but reopened'.

A word of completion does not count where the plan itself doubts it, forbids it, asks for it, or
says that it was so once.
"""

import re

_NO = r"(?:not|never|cannot|\w+n't|unable to|failed to|without|nor|neither)"
_JUDGE = (
    r"(?:mark|record|report|show|list|class|classifi|rate|rat|grade|grad|assess|evidence|evidenc"
    r"|regard|deem|count|treat|view|see|judge|judg|confirm|accept|consider|log|flag|declare|declar"
    r"|describe|describ|call)(?:ed|d|s|n|ing)?"
)
_AS = (
    r"(?: (?:it|this|these|them|the|actions?|recommendations?))*(?: off)?(?: as)?"
    r"(?: (?:being|fully))*"
)
# 'Not assessed as complete', 'Cannot be marked complete'
NOT_JUDGED = re.compile(rf"\b{_NO}(?: (?:yet|been|be|being|to|fully|formally))* {_JUDGE}{_AS} $")
_DOUBTING = (
    r"(?:incorrectly|wrongly|mistakenly|erroneously|prematurely|falsely|inaccurately"
    r"|possibly|probably|perhaps|maybe|presumably|arguably|supposedly|allegedly|seemingly|assumed"
    r"|presumed|thought|unclear|unsure|unconfirmed|uncertain|query|queried)"
)
DOUBTED = re.compile(
    rf"\b{_DOUBTING}(?: (?:to|be|have|been|that|this|it|is|was|were|are|all|fully|actions?|if"
    rf"|whether|{_JUDGE}|as|off))* $"
    # 'Insufficient evidence to mark as complete', 'Proposed to mark as complete'
    rf"|\b(?:to|could|can|may|might|should|must|would) (?:be |have been |then )?{_JUDGE}{_AS} $"
    rf"|\b(?:request\w*|propos\w+|recommend\w*|suggest\w*|seek\w*) {_JUDGE}{_AS} $"
    r"|\b(?:insufficient|inadequate|lack of|limited|little|not enough) (?:evidence"
    r"|assurance|information|confirmation|proof|detail|documentation)(?: [^\s,]+){0,6} $"
    # 'Please complete', 'Recommend completed'
    r"|\bplease(?: (?:mark|record|show|close|confirm|ensure|check|also|now|it|this|as|that))* $"
    r"|\b(?:recommend|request|suggest|propose)(?:s|ed)?(?: (?:that|it|this|is|be|as))* $"
    # 'Before completed', 'Prior to being completed'
    r"|\b(?:before|prior to|pending)"
    r"(?: (?:this|it|these|being|is|are|was|all|fully|the|actions?))* $"
)
# 'Far from complete', 'A long way off complete', 'By no means complete', 'Anything but complete'
FAR = re.compile(
    r"\b(?:(?:far|way|some distance|distant) (?:from|off)|short of|by no means|anything bar"
    r"|hardly|barely|scarcely|in no way|no way near|less than)(?: (?:being|fully|yet|all))* $"
)
_BREAK = (
    r"(?:[.,;:(/-]|but|then|however|although|though|yet"
    r"|and(?= (?:has|was|later|then|since|subsequently)))"
)
# A sentence of its own speaks of something else: 'COMPLETED The ward was closed, then reopened'.
_NO_VERB = r"(?!(?:is|are|was|were|has|have|had|will|been|closed|shut)\b)"
_IT = r"(?:this|it|they|which|action|has|have|had|was|were|is|are|been|be|to|since|now|later|then"
_IT += r"|again|subsequently|recently|needs?|requires?)"
# 'Completed – but reopened Jan 2024', 'Closed May 2019, reopened in June', '…; to be reopened'
REOPENED = re.compile(
    rf"(?:{_NO_VERB}[^\s;]+ ){{0,6}}?(?:{_BREAK} )+(?:{_IT} )*"
    r"(?:re ?open(?:ed|ing)?|re ?started|reinstated|re ?activated|open again)\b"
)
# 'Was complete but has lapsed', 'Completed in 2019 but since stopped'
LAPSED = re.compile(
    rf"(?:{_NO_VERB}[^\s;.]+ ){{0,4}}?(?:{_BREAK} )+(?:{_IT} )*"
    r"(?:lapsed|expired|reverted|undone|reversed|stopped|ceased|withdrawn|discontinued|revoked"
    r"|rescinded|fallen (?:away|behind|through)|deteriorated|regressed|slipped back|relapsed)\b"
)
# 'Marked complete in error', 'Closed prematurely', 'Completed??', 'Completed (?)'
MISTAKEN = re.compile(
    r"(?:[(,-] )*(?:in error\b|by mistake\b|prematurely\b|incorrectly\b|too (?:early|soon)\b)"
    r"|(?:\( )?\?(?: [?!])*(?: \))? END"
    # 'Embedded? Audit to test', but 'Completed? Yes, in May'
    r"|\? (?!(?:y|yes|n|no|not|x|in|on|fully|partly|partially|done|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[a-z]*\b)[a-z]"
)
# 'Complete however further work required', 'Completed but needs refreshing', not 'no further work'
MORE_NEEDED = re.compile(
    r"(?:[.,;:(-] |but |however |although |though |and )+(?:there is |it |this )?"
    r"(?:(?:further|more|additional) (?:(?!not?\b)\w+ ){1,3}?(?:is |are )?"
    r"(?:required|needed|necessary)"
    r"|(?:now )?(?:needs?|requires?|has to|have to|must)(?: to)?(?: be)? (?:re\w+|further|more"
    r"|additional|updat\w+)|to be (?:repeated|redone|revisited|re ?done))\b"
)
# 'Completed yet not signed off', 'Complete – yet to be audited', 'Completed but not to standard'
YET_TO = re.compile(
    r"(?:[(,-] )*(?:but )?yet (?:not|to)\b"
    r"|but not (?:to|at|for|in|by|with|yet|all|every\w*) (?!(?:the |its |agreed |original |our )*"
    r"(?:deadline|target|time|timescales?|timeframe|due|date|schedule|plan))"
)
# 'Closed without action', 'Closed due to lack of funding': over, but was it done?
CLOSED_UNDONE = re.compile(
    r"(?:[(,:-] )*(?:without(?! (?:objection|issue|incident|delay|further|exception))|unable"
    r"|insufficient|lack of|cannot|could not|failed|unmet|incomplete|with no(?! further)"
    r"|as (?:not|unable|no)|no (?:evidence|progress|action|update|funding|resources?|capacity"
    r"|response|reply)"
    r"|(?:(?:due|owing) to|because|as the)(?! (?:it |this |action |has |been |is |was )*"
    r"(?:complet|achiev|done)))\b"
)
