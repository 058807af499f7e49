"""Headings that say by their verb what is meant: changes to make, changes made, changes hoped for.

'Change', 'improvement' and 'measure' alone say nothing of time, and no noun need be there at all:
'We will', 'Things to do', 'Response received'.
"""

from collections.abc import Sequence
from itertools import pairwise

from extract.headings.words import Word
from extract.records import Field

CHANGES = frozenset({"change", "changes", "improvement", "improvements"})
MEASURES = frozenset({"measure", "measures"})
SHOWN = frozenset({"success", "successful", "outcome", "outcomes", "impact", "performance"})
"""Words beside which a measure measures something."""
WANTED = frozenset({"want", "wanted", "see", "seen", "hope", "hoped", "expect", "expected"})
AHEAD = frozenset(
    {"will", "planned", "proposed", "required", "needed", "need", "needs", "being", "are", "must"}
)
MADE = frozenset({"made", "achieved", "introduced", "taken", "implemented", "delivered", "put"})
ANSWERS = frozenset(
    {"response", "responses", "reply", "replies", "information", "assurance", "assurances"}
)
PROMISES = frozenset(
    {
        "will",
        "promise",
        "pledge",
        "agree",
        "agreed",
        "commit",
        "committed",
        "plan",
        "need",
        "intend",
    }
)
LONGEST = 5
"""Words of a heading that only begins a sentence: 'We are committed to'."""
TIMES = frozenset({"target", "targets", "date", "dates", "deadline", "deadlines", "timescale"})
PLAIN = frozenset({"filler", "target", "open", ""})
"""What may stand before the change itself: 'Planned change', 'The practice change'."""
RISKS = frozenset({"risk", "risks"})


FOUND = frozenset({"found", "learned", "learnt"})
ASKED = frozenset({"has", "have", "is", "are", "was", "were"})


def by_deed(words: Sequence[Word]) -> Field | None:
    """Read what is changed, promised, answered or put at risk."""
    texts = [word.text for word in words]
    if texts[0] in RISKS and texts[1:2] in (["to"], ["of"]) and words[-1].concept == "completion":
        return "extra"
    if texts[-2:] == ["way", "forward"]:
        return "action"
    if texts[0] in ANSWERS and texts[-1] in {"received", "given", "provided"}:
        return "progress"
    if texts[-2:] == ["to", "do"] and words[0].concept not in {"person", "ask", "deadline"}:
        return "action"
    return _of_us(texts) or _changed(words, texts)


def _of_us(texts: Sequence[str]) -> Field | None:
    """'We will', 'We are going to' and 'We did' begin what their cells go on with."""
    if texts[0] == "we" and texts[-1] == "when":
        return "evidence"
    if texts[0] != "we" or len(texts) > LONGEST:
        return None
    if texts[-1] in FOUND:
        return "theme"
    if texts[-1] in {"did", "done", "have"}:
        return "progress"
    begun = texts[-1] == "will" or (texts[-1] == "to" and PROMISES | {"going"} & set(texts))
    return "action" if begun else None


def _changed(words: Sequence[Word], texts: Sequence[str]) -> Field | None:
    """Tell by their verb changes and measures that are to be made from those that were made."""
    at = next((i for i, text in enumerate(texts) if text in CHANGES | MEASURES), None)
    if at is None or texts[0] in ASKED or any(word.concept not in PLAIN for word in words[:at]):
        return None
    told, measured = set(texts[at + 1 :]) | set(texts[:at]), texts[at] in MEASURES
    if told & TIMES or (measured and (told & SHOWN or not told & MADE)):
        return None
    if told & WANTED:
        return "evidence"
    if told & AHEAD or {("to", "be"), ("to", "make")} & set(pairwise(texts)):
        return "action"
    return "progress" if told & MADE else None
