"""Takes from the name of a body what its heading says before it: 'For …', 'Owner: …'."""

import re

from extract.headings.agency_names import agency_kind_of, without_label

HEADED = re.compile(
    r"^(?:(?:(?:imr|(?:single|individual|lead)[ -]agency|agency)\s+)?"
    r"(?:(?:recommendations?|action plans?)\s*(?:[:–—-]|\bfor\b|\bfrom\b)"
    r"|(?:action plan )?(?:owner|agency|organi[sz]ation)(?: no\.?)?\s*\d{0,2}\s*[.:–—-]\s)"
    r")\s*",
    re.IGNORECASE,
)
"""What a heading says before the name: 'Owner: …', 'Agency 1: …'."""
FOR = re.compile(r"^[Ff](?:or|OR)\s+(?=(?:the\s+)?[A-Z])")
CHARITIES = frozenset({"", "charity", "charity_service"})
"""A charity may be called 'For …', and so may what is of no known kind."""


def without_heading(text: str) -> str:
    """Drop what a heading says beside the name; a text of such words alone stays as it is.

    >>> without_heading("IMR recommendations: Kent Police"), without_heading("Agency 1: NSPCC")
    ('Kent Police', 'NSPCC')
    """
    named = HEADED.sub("", without_label(text)) or text
    body = FOR.sub("", named)
    told = body.startswith("the ") or agency_kind_of(body) not in CHARITIES
    return without_label(body if told else named)
