"""What the words around a status word make of it: not, to be, once, almost, 2 of 3.

`not yet completed`, `to be completed by March`, `once completed` and `80% complete` hold the same
word; only what stands beside it tells them apart.
"""

import re
from typing import NamedTuple

from normalise.statuses.claims import DOUBTED, FAR, NOT_JUDGED
from normalise.statuses.quantities import ALL_BUT, MONTH, NUMBER, SOME_BEFORE

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_IDLE_WORDS = (
    r"(?:yet|been|be|being|fully|entirely|wholly|currently|now|still|as|is|are|was|were|has|have|had"
    r"|formally|quite|properly|officially|successfully|to|date|so|far|all|ever|previously|the|this"
    r"|these|those|any|of|our|it|its|actions?|tasks?|recommendations?|work|very|well|completely"
    r"|possible|able|due|expected|planned|also|both|then|only|and|ready|just|considered|totally|longer"
    r"|sufficiently|adequately|satisfactorily|consistently|uniformly|remotely|necessarily|routinely)"
)
_NOT = (
    r"(?:not|never|cannot|\w+n't|(?:has|have|is|was|are|were|did|does)nt|yet to|without|no|none"
    r"|neither|nor|nothing|unable to|failed to|fails to|failure to|remains? to|remaining to"
    r"|still to|still needs? to)"
)
CONDITION = re.compile(
    r"\b(?:once|when|if|until|till|unless|whether|where|as soon as|by the time|subject to|provided"
    r"|assuming|depend\w+ (?:up)?on|in the event|how|who|ensur\w+|numbers? of|percentage of"
    r"|proportion of|so that|evidence (?:of|(?:\w+ ){0,2}that)"
    r"|(?:check\w*|records?|demonstrat\w+) that"
    # 'No confirmation that this has been completed'; 'confirmed that it is' is a statement
    r"|(?:no|not|unable to|cannot|awaiting|to|please) (?:confirm\w*|verif\w+|assurance|proof)"
    r"(?: that)?"
    r")(?: [^\s,]+){0,8} $"
)
_NOT_FULLY = re.compile(
    rf"\b(?:not|yet to|\w+n't)(?: {_IDLE_WORDS}){{0,4}}?"
    rf" (?:fully|entirely|wholly|all|totally|completely|every)(?: {_IDLE_WORDS}){{0,4}} $"
)
NEGATION = re.compile(rf"\b{_NOT}(?: {_IDLE_WORDS}){{0,6}} $")
_EXPECTED = re.compile(
    r"\b(?:scheduled|expected|anticipated|estimated|projected|forecast|due"
    r"|on (?:track|target|course)|aim|aims|aiming|hope|hoped|hoping|planned"
    r"|intended|envisaged|working|looking|likely)"
    r"(?: (?:to|for|towards?|be|been|fully|have|at))+ $"
)
# 'Considered to be complete' speaks of now.
_SAID = "".join(
    rf"(?<!{verb} )" for verb in ("considered", "deemed", "reported", "confirmed", "agreed", "said")
)
_FUTURE = re.compile(
    rf"{_SAID}\b(?:to|will|shall|needs?|still requires|requires)"
    r"(?: (?:be|been|have|then|now|also|to|fully|only|being|all|get|getting))* $"
)
_WISH = re.compile(
    r"\b(?:should|must|would|can|could|may|might|ought to)"
    r"(?: (?:be|been|have|then|now|also|only|fully|all|not))* $"
)
_NOW = re.compile(r"\b(?:being|getting|is in the process of being)(?: (?:fully|now|also))* $")
_NEAR = re.compile(
    r"\b(?:almost|nearly|nearing|near|close to|approaching|virtually|practically|just about"
    r"|towards?|near to)(?: (?:all|fully|now|full|the|its|to))* $"
)
_PART = re.compile(
    r"\b(?:part|partly|partially|partial|semi|half|mostly|largely|substantially|substantively"
    r"|in part|predominantly|mainly|broadly|some|several|most|many|majority|partway"
    r"|quarters?|thirds?)"
    rf"(?: {_IDLE_WORDS}| \w+s| staff| people){{0,4}} $"
)
_NUMBERED_PART = re.compile(
    r"\b(?:(?:actions?|parts?|points?|items?|steps?|phases?|stages?|elements?|tranches?|cohorts?"
    rf"|milestones?|tasks?|sections?|waves?|years?|sites?) (?:no )?"
    rf"(?:{NUMBER}|[a-h])(?![\w])(?! {MONTH})[\w ,&+-]{{0,30}}?"
    rf"|(?:first|last) {NUMBER} \w+"
    r"|(?:first|initial|second|1st|2nd)"
    r" (?:phase|stage|part|element|tranche|cohort|wave|half|year|action)s?"
    rf"|(?<!to )(?<!\d )\b\d[a-z]? (?:and|to|&) \d[a-z]?)(?: {_IDLE_WORDS})* $"
)
_DRAFT = re.compile(
    r"\b(?:draft|drafting|scoping|initial|interim|pilot|preparatory|preliminary|planning|outline"
    r"|first|consultation|mapping|baseline|specification|recruitment process)"
    rf"(?: {_IDLE_WORDS}| \w+){{0,3}} $"
)
_NAMED_THING = re.compile(r"\b(?:the|a|an|any|each|every|their|our|its|his|her|your|with|of) $")
# 'Audits completed by managers will be sampled': the participle only tells which audits.
_PASSING = re.compile(
    r"by (?:\w+ ){1,4}(?:will|are|is|should|must|to) "
    r"|(?:by|in|on|within|since) (?:\w+ ){1,4}(?:rose|fell|increased|decreased|improved) "
)
# 'Completed forms are reviewed weekly' and 'Completed audits to be presented' tell what becomes of
# papers; 'COMPLETED This will be monitored' and 'COMPLETED Staff are now aware' are sentences.
_PAPERS = (
    r"(?:forms?|referrals?|assessments?|audits?|checklists?|templates?|questionnaires?|records?"
    r"|returns?|surveys?|plans?|reports?|cases?|documents?|paperwork|pro ?formas?|applications?"
    r"|notifications?|tools?|logs?|copies|certificates?|packs?|notes|responses?|actions?|letters?|evaluations?)"
)
_PASSED_ON = re.compile(
    r"(?!(?:and|but|or|as|this|these|it|they|we|all|the|our)\b)(?:"
    r"(?:\w+ ){1,3}(?:are|is|should be|must be|will be) (?:reviewed|audited|checked|sampled|held"
    r"|stored|monitored|returned|sent|filed|signed|uploaded|recorded|submitted|scanned|shared)\b"
    rf"|(?:\w+ ){{0,2}}{_PAPERS} (?:\w+ ){{0,2}}?(?:to be|(?:are|is) (?:to|being)|must|should|can"
    r"|will|need|needs|shall|go|goes)\b)"
)
# 'All completed referrals will be audited': these are some referrals, and not all is completed.
_OF_THOSE = re.compile(r"\b(?:all|any|each|every|these|those|no|with|via|of) $")
_NO_THING = re.compile(
    r"(?:within|without|through|using|prior|last|under|over|during|so|too|yet|also|apart|per|which"
    r"|who|will|successfully|on|well|throughout|using|except\w*|excluding|aside|save|minus|less"
    r"|early|late|pending|however|although|bau|\w+ly|thus|not|or|\d\S*)\b"
)
_PERCENT = re.compile(
    rf"\b(\d+(?:\.\d+)?)%(?: of)?(?: (?:the|all|our|staff|work))*(?: {_IDLE_WORDS})* $"
)
# '12/01/2023 Completed', '04/2023 Done' and '2023/24 complete' are dates; '3/5 actions complete' is
# a share, and '12/23 complete' could be either.
_SHARE = re.compile(
    rf"\b({NUMBER}) (?:of|out of|from) (?:the |our |all )?({NUMBER})(?: \w+){{0,4}} $"
    r"|(?<![\d/.])(?!0)(\d{1,3})/(?!0)(\d{1,3})(?![\d/.])"
    rf"(?:(?: {_IDLE_WORDS}| \w+){{1,3}}|(?<!/1[3-9])(?<!/2\d)(?<!/3\d)) $"
)
_DATE_OR_SHARE = re.compile(r"(?<![\d/.])(?:[1-9]|1[0-2])/[1-3]\d(?![\d/.]) $")
LEADING_SHARE = re.compile(
    r"(?:only |so far |to date |currently |approximately |about |over )?"
    rf"(?:({NUMBER}) (?:of|out of) (?:the |our )?({NUMBER})"
    r"|(\d+)(?:\.\d+)?% of(?: the| our| all)?) [^\W\d]"
)
_AIM_WORDS = (
    r"by (?:the )?(?:end|mid|early|late|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|q\d)"
)
_AIM_BEHIND = re.compile(rf"(?:\w+ ){{1,6}}{_AIM_WORDS}")
_ORDER = re.compile(
    r"(?:the|this|these|a|an|all|your|our|any|each|every|and (?:submit|return|send|sign)) \w"
)
_AIM = re.compile(_AIM_WORDS)
# After these a 'complete' is no verb: 'training complete in May', 'staff complete the training'.
_NO_OBJECT = re.compile(
    r"(?:END|as|in|on|at|by|and|but|with|since|for|from|following|via|to|see|except|subject|apart|save|excluding|excepting|now"
    r"|ongoing|awaiting|other|this|bar|nfa|x|when|once|if|unless|until|due|after|before|(?:jan|feb|mar|apr|may"
    r"|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b"
)
_ORDER_WORDS = 5
_STATED = re.compile(r"\b(?:is|are|was|were|now|be|status|all|fully|actions?|work|\d\S*) $")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|now|been|continues?|takes?|\w+ed)\b")


class Scope(NamedTuple):
    """How a status word is qualified; `start` is where the qualifying words begin."""

    kind: str
    start: int
    value: float = 0.0


def _share(numerator: str, denominator: str) -> float:
    top, bottom = (_NUMBERS.get(word) for word in (numerator, denominator))
    above = float(numerator[:6]) if top is None else float(top)
    below = float(denominator[:6]) if bottom is None else float(bottom)
    return 100 * above / below if below else 100.0


def share_at(match: re.Match[str]) -> float:
    """Return the percentage that a matched '3 of 8' or '90% of' stands for."""
    top, bottom = ([group for group in match.groups() if group] + ["100"])[:2]
    return _share(top, bottom)


_BEFORE = (
    ("condition", CONDITION),
    ("part", _NOT_FULLY),
    ("negation", NEGATION),
    ("negation", NOT_JUDGED),
    ("negation", FAR),
    ("condition", DOUBTED),
    ("near", ALL_BUT),
    ("expected", _EXPECTED),
    ("near", _NEAR),
    ("future", _FUTURE),
    ("wish", _WISH),
    ("under_way", _NOW),
    ("percent", _PERCENT),
    ("share", _SHARE),
    ("condition", _DATE_OR_SHARE),
    ("part", _PART),
    ("part", _NUMBERED_PART),
    ("draft", _DRAFT),
    ("part", SOME_BEFORE),
)


def before(left: str) -> Scope | None:
    """Find the qualification by the words before, in the clause; `left` ends in a space."""
    for kind, pattern in _BEFORE:
        if match := pattern.search(left[-120:] if len(left) > 120 else left):
            start = max(len(left) - 120, 0) + match.start()
            value = float(match[1]) if kind == "percent" else 0.0
            return Scope(kind, start, share_at(match) if kind == "share" else value)
    return None


def _short_order(right: str) -> bool:
    """'Complete training' and nothing else; 'Complete Policy reviewed' tells what was done."""
    return right.endswith("END") and right.count(" ") <= _ORDER_WORDS and not _FINITE.search(right)


# 'Policy superseded the old guidance', 'Merged the two teams', 'The old form has been withdrawn'
_ANOTHER = re.compile(r"(?:the|our|a|an|all|old|existing|previous|former|two|both) \w")
_OLD = re.compile(r"\b(?:old|previous|former|existing|earlier) (?:\w+ ){1,5}$")


def is_of_another(left: str, right: str) -> bool:
    """Whether a word such as 'superseded' is said of something else than the action."""
    return _ANOTHER.match(right) is not None or _OLD.search(left) is not None


def is_no_statement(word: str, left: str, right: str, rest: str) -> bool:
    """Whether the word orders ('complete the form') or describes ('a completed form')."""
    if _NAMED_THING.search(left) and right[:1].isalpha() and not right.startswith("END"):
        return True
    if word != "complete":
        if (
            _OF_THOSE.search(left)
            and right[:1].isalpha()
            and not (_NO_OBJECT.match(right) or _NO_THING.match(right))
        ):
            return True
        passing = _PASSING if left else _PASSED_ON
        return passing.match(right) is not None
    ordered = _ORDER.match(right) and not _FINITE.search(rest)
    has_object = (
        (left or _short_order(right)) and right[:1].isalpha() and not _NO_OBJECT.match(right)
    )
    aimed = _AIM.match(right) or (
        not left and _AIM_BEHIND.match(right) and not _FINITE.search(rest)
    )
    return bool(ordered or aimed or (has_object and not _STATED.search(left)))
