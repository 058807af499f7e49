"""What a heading is about by the grammar of its words, for wordings that nobody listed.

The head of an English heading is the last noun before the first preposition or 'and':
'Evidence of completion' is about evidence, 'Target completion date' about a date.
"""

from collections.abc import Sequence
from itertools import pairwise

from extract.headings.dates import OPEN_DATE, date_field, of_first_date
from extract.headings.deeds import by_deed
from extract.headings.pairs import after_and, counted, joined, of_another
from extract.headings.words import Word
from extract.records import Field

HEADS: dict[str, Field] = {
    "recommendation": "recommendation",
    "milestone": "milestones",
    "progress": "progress",
    "status": "status_text",
    "rag": "rag",
    "evidence": "evidence",
    "theme": "theme",
    "reference": "reference",
    "scope": "scope",
    "resources": "resources",
    "other": "extra",
}
NOUNS = HEADS.keys() | {"action", "plan", "lead", "body", "person", "role", "date", "deadline"}
ENDS_CHUNK = NOUNS | {"completion"}
NO_NOUNS = {"revised", "target", "link", "done", "completion", "filler"}
WHO = {"lead", "body", "person", "role"}
MONITORS = {"monitor", "monitoring", "oversight", "reporting"}
COLOURED = {"update", "position", "indicator", "score", "grading", "marking"}
LABELS = {"title", "name", "names", "initials", "named"}
OUTCOMES = {"outcome", "outcomes"}
WHOLE_BODIES = {"agency", "agencies", "organisation", "organisations", "partner", "body"}
SECTION_BODIES = {"agency", "organisation", "organization", "org"}
NAME_OF = {"name", "names", "of", "the"}
QUESTIONS: tuple[tuple[set[str], set[str], Field], ...] = (
    ({"resources"}, set(), "resources"),
    (
        {"evidence"},
        {"know", "look", "looks", "different", "worked", "want", "trying", "assured"}
        | {"show", "shown", "prove", "check", "checked"},
        "evidence",
    ),
    ({"deadline", "date"}, set(), "target_date_text"),
    ({"progress"}, {"happened", "happening"}, "progress"),
    (
        {"theme"},
        {"learn", "learned", "learnt", "find", "found", "wrong", "review", "told", "worried"},
        "theme",
    ),
    (set(), {"monitored", "monitor", "monitoring", "reviewed"}, "extra"),
)
INTENDS = {"aim", "plan", "intend", "hope"}
HINDERS = {"way", "stopping", "stopped", "prevented", "hindered"}
"""What a question asks that looks for what went against a deed."""
IMPROVEMENTS = {"improvement", "improvements"}
FULFILLED = {"completed", "achieved", "implemented", "closed", "met", "finished"}
SO_FAR = (["to", "date"], ["so", "far"])
PAST = {"has", "have", "did", "was", "been", "we've"}


def field_by_grammar(words: Sequence[Word]) -> Field:
    """Name the column that these words are about; `extra` where they name none."""
    if not words:
        return "extra"
    last = [word.text for word in words[-2:]]
    if last in SO_FAR and len(words) > 2 and words[0].concept != "revised":
        return _so_far(field_by_grammar(words[:-2]), words)
    asked = (
        of_another(words)
        or by_deed(words)
        or counted(words)
        or _question(words)
        or _whom_or_when(words)
        or joined(words)
    )
    if asked:
        return asked
    chunk = _first_chunk(words := _before_clause(words))
    head = next((word for word in reversed(chunk) if word.concept in NOUNS), None)
    if head is None:
        return _without_noun(words)
    about = {word.concept for word in words}
    if "date" in {word.concept for word in chunk} and head.concept != "reference":
        return date_field(of_first_date(words))
    field = _by_head(head, chunk, words, about)
    rest = after_and(words) if field == "extra" else ()
    return field_by_grammar(rest) if rest and rest[0].concept not in {"plan", "date"} else field


def _so_far(field: Field, words: Sequence[Word]) -> Field:
    """'Outcomes to date' and 'Performance to date' tell of progress, unlike 'Evidence to date'."""
    shown = (
        field in {"evidence", "status_text", "rag", "milestones", "resources"}
        and words[0].concept != "done"
    )
    kept = shown and words[-1].text == "date" and words[-3].text not in OUTCOMES
    return field if kept else "progress"


def _whom_or_when(words: Sequence[Word]) -> Field | None:
    """Read 'Action by whom', 'Action by', 'Recommendation to' and 'Action by when'.

    Of 'Action / by whom / by when' only what comes first counts.
    """
    first = words[: next((i for i, w in enumerate(words) if i and w.concept == "and"), None)]
    texts, concepts = [word.text for word in first], {word.concept for word in first}
    if "who" in texts and first[0].concept == "body":
        return "lead"
    if {"whom", "who"} & set(texts) or texts[-2:] == ["by", "name"]:
        return "extra" if "other" in concepts else "officer"
    if texts[-2:] in (["actioned", "by"], ["taken", "by"]) and "date" not in concepts:
        return "officer"
    if texts[-1] == "when" or (concepts <= {"action", "target", "link"} and "due" in texts):
        return "target_date_text"
    if texts[-1] == "by" and ("to", "be") in pairwise(texts):
        return "target_date_text"
    if concepts <= {"action", "link"} and texts[-1] in {"by", "for"}:
        return "officer"
    asked = concepts <= {"recommendation", "link", "filler"} and texts[-1] in {"to", "for"}
    return "lead" if asked else None


def _before_clause(words: Sequence[Word]) -> Sequence[Word]:
    """'Evidence that action has been completed' is about evidence."""
    return words[: next((i for i, word in enumerate(words) if i and word.text == "that"), None)]


def _by_head(head: Word, chunk: Sequence[Word], words: Sequence[Word], about: set[str]) -> Field:
    concept = head.concept
    if concept in {"date", "deadline"}:
        return date_field(of_first_date(words))
    if concept in WHO:
        return "resources" if chunk[0].concept == "resources" else _who(words)
    if concept in {"action", "plan"}:
        if chunk[-1].concept == "completion":
            return date_field(words)
        return "evidence" if chunk[0].text == "evidence" else _action(chunk, words)
    ahead = ("to", "be") in pairwise(word.text for word in words)
    if concept == "recommendation" and any(w.concept == "done" for w in words) and not ahead:
        return "status_text"
    if _coloured(head, chunk, about):
        return "rag"
    if concept == "scope" and "other" in {word.concept for word in chunk}:
        return "extra"  # 'Assurance level'
    return _outcome(head, words) if concept == "evidence" else HEADS[concept]


def _coloured(head: Word, chunk: Sequence[Word], about: set[str]) -> bool:
    """'RAG status', 'Status / RAG' and 'RAG update' hold a colour; 'RAG comments' hold words."""
    if head.concept == "status":
        return "rag" in about
    return head.text in COLOURED and any(word.concept == "rag" for word in chunk)


def _first_chunk(words: Sequence[Word]) -> list[Word]:
    """Words up to the first preposition or 'and' that follows a noun."""
    chunk: list[Word] = []
    for word in words:
        if word.concept in {"link", "and"} and any(w.concept in ENDS_CHUNK for w in chunk):
            break
        chunk.append(word)
    return chunk


def _without_noun(words: Sequence[Word]) -> Field:
    about = {word.concept for word in words}
    texts = {word.text for word in words}
    if "revised" in about and about <= NO_NOUNS:
        return "revised_target_date_text"
    ahead = texts >= {"to", "be"} or "by" in texts
    if "review" in about:
        return "extra"
    if words[-1].text in IMPROVEMENTS:
        return "action"
    if "target" in about or (ahead and "done" in about):
        return "target_date_text"
    if "completion" in about:
        return "target_date_text" if texts & {*OPEN_DATE, "by"} else "completed_date_text"
    if "done" in about:
        return "completed_date_text" if "on" in texts else "status_text"
    return "extra"


def _who(words: Sequence[Word]) -> Field:
    about = {word.concept for word in words}
    bodies = [word.text for word in words if word.concept == "body"]
    if MONITORS & {word.text for word in words} or ("other" in about and "lead" not in about):
        return "extra"
    if words[-1].text in LABELS and not about & {"lead", "person", "body"}:
        return "extra"
    if not bodies:
        if {w.text for w in words} & {"led"} and "person" not in about:
            return "lead"
        alone = "person" not in about and [w.text for w in _first_chunk(words)]
        return "lead" if alone in (["lead"], ["leads"]) else "officer"
    plain = {word.text for word in words if word.concept != "and"} <= SECTION_BODIES | NAME_OF
    if plain and bodies[0] in SECTION_BODIES:
        return "agency"
    return _lead_or_officer(words, about)


def _lead_or_officer(words: Sequence[Word], about: set[str]) -> Field:
    """'Team manager' and 'Lead officer in each agency' are persons although they name a body."""
    last = _first_chunk(words)[-1]
    bodies = [word.text for word in words if word.concept == "body"]
    if last.text == "lead" and last is words[-1] and bodies[-1] not in WHOLE_BODIES:
        return "officer"
    asked = words[0].text in {"who", "whom", "by"}
    return "officer" if last.concept == "person" and "and" not in about and not asked else "lead"


def _action(chunk: Sequence[Word], words: Sequence[Word]) -> Field:
    """Tell 'Action taken', which is progress, from 'Action to be taken'."""
    texts = [word.text for word in words]
    if texts[-1] in {"opened", "raised", "logged"}:
        return "extra"
    ahead = any(pair in (("to", "be"), ("will", "be")) for pair in pairwise(texts))
    if any(word.concept == "done" for word in words) and not ahead:
        if texts[-1] == "on":
            return "completed_date_text"
        if len(texts) == 2 and texts[0] == "action" and texts[1] in FULFILLED:
            return "status_text"
        asks = {"complete", "y", "yes", "open", "closed"} & set(texts)
        return "status_text" if asks else "progress"
    return "action"


def _outcome(head: Word, words: Sequence[Word]) -> Field:
    """Tell 'Outcomes achieved', which is progress, from outcomes that are hoped for."""
    texts = [word.text for word in words]
    achieved = texts[-1] == "achieved" and texts[-2] != "be"
    return "progress" if achieved and head.text in OUTCOMES else "evidence"


def _question(words: Sequence[Word]) -> Field | None:
    start = 1 if words[0].text in {"by", "so", "and", "for", "to"} and len(words) > 1 else 0
    first = words[start].text
    if first in {"who", "whom", "whose"} and MONITORS & {word.text for word in words}:
        return "extra"
    if first in {"who", "whom", "whose"}:
        return "lead" if any(word.concept == "body" for word in words) else "officer"
    if first == "when":
        return date_field(words)
    if first == "which":
        return _which(words)
    if first in {"what", "how", "where", "why"} and len(words) > 1:
        return _what_or_how(first, words)
    if first in {"is", "are", "has", "have", "was", "were", "should", "does", "can"}:
        about = {word.concept for word in words}
        if {"key", "steps"} <= {word.text for word in words}:
            return "milestones"
        return next((HEADS[c] for c in ("scope", "resources") if c in about), "status_text")
    return None


def _which(words: Sequence[Word]) -> Field:
    noun = next((word for word in words if word.concept in NOUNS), None)
    if noun is None:
        return "extra"
    return "lead" if noun.concept == "body" else _by_head(noun, [noun], [noun], {noun.concept})


def _what_or_how(first: str, words: Sequence[Word]) -> Field:
    texts = {word.text for word in words}
    about = {word.concept for word in words if not word.text.startswith("need")}
    if first == "what" and "recommendation" in about and "action" not in about:
        return "recommendation"
    if texts & INTENDS and [word.text for word in words[-2:]] in (["to", "do"], ["do", "to"]):
        return "action"
    if texts & {"soon", "long"} and first == "how":
        return "target_date_text"
    if {"will", "tell"} <= texts:
        return "evidence"
    if texts & HINDERS or "said" in texts:
        return "extra"
    for concepts, asks, field in QUESTIONS:
        if about & concepts or texts & asks:
            return field
    if first == "why":
        return "theme"
    return "progress" if first == "where" or _looks_back(first, words, about) else "action"


def _looks_back(first: str, words: Sequence[Word], about: set[str]) -> bool:
    """'How is it going?' and 'What has been done?', but not 'How are we going to do it?'."""
    texts = [word.text for word in words]
    if {"did", "do"} <= set(texts):
        return True
    going = ("going", "to") not in pairwise(texts) and {"far", "going", "doing"} & set(texts)
    done = ("done" in about and bool(PAST & set(texts))) or "changed" in texts
    return done or (first == "how" and bool(going))
