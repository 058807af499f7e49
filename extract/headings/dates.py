"""Which date a heading asks for: 'Target completion date' is a target all the same."""

from collections.abc import Sequence
from itertools import pairwise

from extract.headings.words import Word
from extract.records import Field

OPEN_DATE = {"to", "for", "will", "should"}
"""Words by which a date lies ahead."""
SAID = {"agreed", "made", "raised", "identified", "entered", "set", "sent"} | {
    "seen",
    "provided",
    "submitted",
}
"""What is done with an action or recommendation before it is carried out."""
ANEW = {"latest", "change", "changes", "changed"}
"""Words by which a target is not the first one."""


def date_field(words: Sequence[Word]) -> Field:
    """Tell target, revised target and completion apart; `extra` is a date of something else."""
    about = {word.concept for word in words}
    texts = {word.text for word in words}
    if "revised" in about or _updated_target(words) or (texts & ANEW and "target" in about):
        return "revised_target_date_text"
    if "review" in about and not texts & {"end", "finish"}:
        return "extra"
    done = about & {"done", "completion"} and not _is_ahead(words)
    if "target" in about or "deadline" in about or _agreed_before(words):
        return "completed_date_text" if done and "when" in texts else "target_date_text"
    if done or ("off" in texts and texts & {"sign", "signed"}):
        return "completed_date_text"
    unfit = about & {"progress", "other"} or _of_something_else(words)
    return "extra" if unfit else "target_date_text"


def of_first_date(words: Sequence[Word]) -> Sequence[Word]:
    """'Timescale & review' asks for the first of its two dates."""
    at = next((i for i, word in enumerate(words) if i and word.concept == "and"), len(words))
    dated = any(word.concept in {"date", "deadline"} for word in words[:at])
    revised = any(word.concept == "revised" for word in words[at:])
    return words[:at] if dated and not revised else words


def _is_ahead(words: Sequence[Word]) -> bool:
    """'Date to be completed by' lies ahead, 'Date closed by Board' does not."""
    after = {word.text: later.concept for word, later in pairwise(words)}
    texts = {word.text for word in words}
    return bool(texts & OPEN_DATE) or ("by" in texts and after.get("by") not in {"body", "person"})


def _agreed_before(words: Sequence[Word]) -> bool:
    """'Agreed implementation date' is a target; 'Date agreed' tells when it was set."""
    return words[0].text == "agreed" and words[-1].concept == "date"


def _of_something_else(words: Sequence[Word]) -> bool:
    """'Date of audit' and 'Date identified' are no target, 'Date of action' is."""
    after = words[next((i for i, word in enumerate(words) if word.concept == "date"), 0) + 1 :]
    if not after or any(word.concept in {"done", "completion"} for word in after):
        return False
    if after[-1].concept in {"filler", "", "open"} and after[-1].text in SAID:
        return True
    if any(word.concept == "action" for word in after):
        return False
    return after[0].text == "of" or (
        after[0].concept in {"filler", "", "lead"} and after[0].text.endswith("ed")
    )


def _updated_target(words: Sequence[Word]) -> bool:
    """Tell a revised date, 'Updated target date', from an edit, 'Date updated'."""
    return words[0].text == "updated" and any(
        word.concept in {"date", "deadline", "target"} for word in words[1:]
    )
