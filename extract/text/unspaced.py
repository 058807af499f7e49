"""Dates, numbers, web and mail addresses, which hold no space wherever a line cuts them."""

import re

DATE_START = re.compile(r"\b\d{1,2}([./-])\d{1,2}\1\d{1,3}$")
SHORT_START = re.compile(r"(?<![\d/.-])\d{1,2}[./-]\d?$")
WHOLE_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CODE_START = re.compile(r"[A-Z]{1,3}\d{1,3}\.")
"""A number of a recommendation of which the letter follows: 'R6.|b'."""
CODE_IN_LIST = re.compile(r"\b([A-Z]{1,4})\d+,\s?(?:\1\d+,\s?)*\1$")
"""A list of codes, cut inside of one: 'WP1,WP2,WP|3'."""
FRACTION, LETTER, DOT = re.compile(r"/\d"), re.compile(r"[a-z]"), re.compile(r"[a-z\d]\.$")
SCHEME_START = re.compile(r"(?:^|[(<])h?t{0,2}p?s?:?/?$|^www?$", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
DOMAIN = re.compile(
    r"(?:[a-z\d-]+\.)*(?:gov|org|com|net|co|ac|nhs|police|sch|edu|info|eu|uk|wales|scot)\b"
    r"(?=$|[./?#,;:)]|\.[a-z])"
)
"""The rest of a web address from one of its dots on."""


def is_cut(tail: str, head: str) -> bool:
    """Whether a line's last token and the next line's first one are one."""
    if tail.isalpha() and "@" not in head:
        return False
    return (
        _is_cut_date(tail, head)
        or _is_cut_mail(tail, head)
        or _is_cut_domain(tail, head)
        or bool(tail[-1:].isdecimal() and FRACTION.match(head))
        or bool(CODE_IN_LIST.search(tail) and head[:1].isdigit())
        or bool(CODE_START.fullmatch(tail) and LETTER.fullmatch(head))
    )


def _is_cut_mail(tail: str, head: str) -> bool:
    """Whether two tokens make a mail address that neither is."""
    if "@" not in tail + head or (MAIL.search(tail) and not tail.endswith((".", "-", "_"))):
        return False
    bare = head.rstrip(".,;)")
    whole = MAIL.search(tail + bare)
    if whole is None or (not head[:1].isalnum() and head[:1] not in "@._-"):
        return False
    if MAIL.match(bare) and tail[-1:] not in "._-":
        return False  # a word before an address
    return whole.start() < len(tail) and whole.end() == len(tail + bare)


def _is_cut_domain(tail: str, head: str) -> bool:
    """Whether a web address goes on behind its dot: no sentence begins with 'gov.uk'."""
    return bool(DOT.search(tail) and DOMAIN.match(head))


def _is_cut_date(tail: str, head: str) -> bool:
    if not head[:1].isdigit():
        return False
    start = SHORT_START.search(tail)
    if start:
        whole = WHOLE_DATE.match(start.group() + head)
        if whole and whole.end() > len(start.group()):
            return True
    match = DATE_START.search(tail)
    if not match:
        return False
    year = tail.rsplit(match.group(1), 1)[1] + re.match(r"\d+", head).group()  # type: ignore[union-attr]
    return len(year) == 4 and year[:2] in ("19", "20")


def is_scheme(tail: str, head: str) -> bool:
    """Whether a web address is cut in its first letters."""
    return bool(SCHEME_START.search(tail) and ADDRESS.match(tail.lstrip("(<") + head))
