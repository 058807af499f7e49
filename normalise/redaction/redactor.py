"""Replaces the names of officers in a plan as printed, and lists what was replaced, for review.

It is done before anything is judged, so that no output can hold what was taken out here. A help,
not a guarantee: `normalise.redaction.names` says which names it can tell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from extract.records import Cell, PrintedPlan, Row, Section
from normalise.correctable import EXTRA
from normalise.people.lexicon import is_common
from normalise.people.titles import titled_names
from normalise.records import Correction, Redaction
from normalise.redaction.names import Name, names_in
from normalise.redaction.surnames import surnames_in, surnames_of

OFFICER = "[officer]"
NO_ID = "[no action_id]"
"""Stands where a correction has something else than the id of a row."""
OF_PEOPLE = frozenset({"lead", "officer"})
"""Columns that hold persons or roles."""
OF_BODIES = frozenset({"lead"})
"""Columns that hold bodies as well."""

# Words that people print; every other text of a plan names one of a closed set, or a file.
_WORDS = frozenset({"text", "printed", "heading", "meaning", "title", "message", "abbreviations"})
_LINE_END = r"(?:[-\u00ad]?[ \t]*\n[ \t]*)?"
_NOTHING = re.compile(r"(?!)")
_ID = re.compile(r"[0-9a-f]{12}-\d{2,}-\d{3,}")
_APART = re.compile(r"[\W_]+")


class Printed(NamedTuple):
    """Words of a plan, and where they stand; `action_id` is empty for what belongs to no row."""

    action_id: str
    field: str
    page: int
    text: str


class Found(NamedTuple):
    """A name in a text, and the rule by which it is one."""

    start: int
    end: int
    rule: str


def redact_names(
    plan: PrintedPlan, corrections: Iterable[Correction] = ()
) -> tuple[PrintedPlan, tuple[Correction, ...], tuple[Redaction, ...]]:
    """Give the plan, and what people said of it, without the names of officers.

    With it come the places where one stood. A correction is read as the plan is, or it would no
    longer fit what it corrects, and would bring a name back.
    """
    wanted = tuple(corrections)
    said = [words for correction in wanted for words in _said(correction)]
    names = _names(_texts(plan)) | _names(said)
    redactor = Redactor(
        {w: n for w, n in names.items() if not _is_of_the_case(n, plan)}, plan.title
    )
    everything = (*_texts(plan), *_other_texts(plan), *said)
    found = tuple(_redactions(plan.document, everything, redactor))
    plain = redactor.without(plan.model_dump()) if found else plan
    staying = _in_name_of_file(plan.document, redactor)
    corrected = tuple(map(redactor.of_correction, wanted))
    return PrintedPlan.model_validate(plain), corrected, (*found, *staying)


class Redactor:
    """Replaces the names that one document gives to officers, wherever they stand in it."""

    def __init__(self, names: Mapping[str, Name], title: str = "") -> None:
        """Take the names; who is named with a role in one place is only named in others.

        `title` is that of the review, whose names are those of the case.
        """
        self._surnames = surnames_of(names.values(), title)
        self._rules = {name.words: name.rule for name in names.values()}
        forms = [form for name in names.values() for form in _forms(name)]
        self._pattern = _either(forms)
        self._whole = re.compile(_either(f for f in forms if " " in f).pattern, re.IGNORECASE)

    def find(self, text: str) -> list[Found]:
        """Find each name in a text, in order; none overlaps another."""
        found = [Found(m.start("name"), m.end("name"), "title") for m in titled_names(text)]
        for match in self._pattern.finditer(text):
            rule = self._rules.get(" ".join(match[0].split()), "elsewhere")
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Found(match.start(), match.end(), rule))
        for start, end in surnames_in(text, self._surnames):
            if all(end <= one.start or one.end <= start for one in found):
                found.append(Found(start, end, "elsewhere"))
        return sorted(found)

    def find_loosely(self, words: str) -> list[str]:
        """Find names of several words however they are capitalised, and those with a title."""
        found = [match[0] for match in self._whole.finditer(words)]
        return found or [match["name"] for match in titled_names(words)]

    def replace(self, text: str) -> str:
        """Put a sign in the place of each name."""
        for start, end, _ in reversed(self.find(text)):
            text = text[:start] + OFFICER + text[end:]
        return text

    def without(self, value: Any, key: str = "") -> Any:
        """Replace names in all printed words of a dumped record, and in nothing else."""
        if isinstance(value, dict):
            value = self._lines_like_text(value)
            return {name: self.without(item, name) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.without(item, key) for item in value]
        return self.replace(value) if isinstance(value, str) and key in _WORDS else value

    def of_correction(self, correction: Correction) -> Correction:
        """Replace names in what a person corrected and in what was read before.

        Its field may be a printed heading; an id that is none may be any words, and is quoted
        where the correction is refused.
        """
        names = ("field", "extracted", "corrected")
        words = {name: self.replace(getattr(correction, name)) for name in names}
        if not _ID.fullmatch(correction.action_id):
            words["action_id"] = NO_ID
        return correction.model_copy(update=words)

    def _lines_like_text(self, cell: dict[str, Any]) -> dict[str, Any]:
        """Replace in the lines of a cell what its text holds: there a name may break anywhere."""
        text, lines = cell.get("text"), cell.get("printed")
        if not text or not lines:
            return cell
        words = {text[start:end] for start, end, _ in self.find(text)}
        return cell | {"printed": _either(words).sub(OFFICER, lines)}


def _is_of_the_case(name: Name, plan: PrintedPlan) -> bool:
    """A given name alone that the title holds is that of the person whom the review is about."""
    return name.rule == "alone" and " " not in name.words and name.words in plan.title


def _said(correction: Correction) -> Iterator[Printed]:
    """Give what a person wrote of a field, and its heading where it is one that is printed."""
    action_id, field = correction.action_id, correction.field
    heading = field.removeprefix(EXTRA) if field.startswith(EXTRA) else ""
    of = action_id if _ID.fullmatch(action_id) else ""
    yield Printed(of, "extra" if heading else field, 0, correction.corrected)
    yield Printed(of, "extra", 0, heading)


def _names(texts: Iterable[Printed]) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for printed in texts:
        of_people, of_bodies = printed.field in OF_PEOPLE, printed.field in OF_BODIES
        for name in names_in(printed.text, of_people, of_bodies):
            found.setdefault(name.words, name)
    return found


def _redactions(document: str, texts: Iterable[Printed], redactor: Redactor) -> Iterator[Redaction]:
    for action_id, field, page, text in texts:
        places = {
            " ".join(text[start:end].split()): rule for start, end, rule in redactor.find(text)
        }
        for words, rule in places.items():
            yield Redaction(
                document=document,
                action_id=action_id,
                page=page,
                field=field,
                printed=words,
                replaced_by=OFFICER,
                rule=rule,
            )


def _in_name_of_file(document: str, redactor: Redactor) -> Iterator[Redaction]:
    """List the names that stay, for without the name of its file nobody finds a document again."""
    for words in redactor.find_loosely(_APART.sub(" ", document)):
        yield Redaction(
            document=document,
            action_id="",
            page=0,
            field="document",
            printed=words,
            replaced_by="",
            rule="file_name",
        )


def _texts(plan: PrintedPlan) -> Iterator[Printed]:
    """Give the words in which names are looked for."""
    yield Printed("", "review", 0, plan.title)
    for section in plan.sections:
        if section.agency is not None:
            yield Printed("", "agency", _page(section.agency, 0), section.agency.text)
        for row in section.rows:
            action_id = f"{plan.sha256[:12]}-{section.number:02d}-{row.number:03d}"
            for field, cell in _cells(section, row):
                yield Printed(action_id, field, _page(cell, row.first_page), cell.text)


def _other_texts(plan: PrintedPlan) -> Iterator[Printed]:
    """Give all other words of which an output may hold some."""
    for section in plan.sections:
        for column in section.columns:
            yield Printed("", column.field, 0, column.heading)
    for entry in plan.legend:
        yield Printed("", "", entry.place.page, entry.meaning)
    for text in plan.other_text:
        yield Printed("", "", text.place.page, text.text)
    for doubt in plan.doubts:
        yield from (Printed("", doubt.field, doubt.page, t) for t in (doubt.printed, doubt.message))
    for pair in plan.abbreviations:
        yield from (Printed("", "", 0, words) for words in pair)


def _cells(section: Section, row: Row) -> Iterator[tuple[str, Cell]]:
    fields = [str(column.field) for column in section.columns]
    bands = (("recommendation", row.recommendation), ("theme", row.theme))
    for field, cell in (*zip(fields, row.cells, strict=True), *bands):
        if cell is not None:
            yield field, cell


def _page(cell: Cell, otherwise: int) -> int:
    return cell.places[0].page if cell.places else otherwise


def _forms(name: Name) -> Iterator[str]:
    """'Jane Smith' also stands as 'J Smith', 'Smith, Jane' and 'jsmith'; 'JS' as it is."""
    last, turned, first = name.words.partition(", ")
    if not turned:
        first, _, last = name.words.partition(" ")
    if last and first:
        surname = last.split()[-1]
        yield name.words
        if len(first.strip(".")) > 1:
            yield from (f"{first[0]} {surname}", f"{first[0]}. {surname}", f"{surname}, {first}")
            yield from (f"{first} {surname}", f"{first} {surname}".upper())
            if not is_common(first):  # 'will young' is no name
                yield f"{first} {surname}".lower()
            yield from (f"{first}.{surname}".lower(), f"{first[0]}{surname}".lower())
    elif name.rule != "title":
        yield name.words


def _either(forms: Iterable[str]) -> re.Pattern[str]:
    """Match each of these words, longest first, however their lines end."""
    longest = sorted(set(forms), key=lambda form: (-len(form), form))
    words = [r"\s+".join(_LINE_END.join(map(re.escape, w)) for w in f.split()) for f in longest]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(words)})(?!\w)") if words else _NOTHING
