"""Takes from the name of a body what its heading says before it: 'For …', 'Owner: …'."""

import re

from extract.agency_names import without_label

HEADED = re.compile(
    r"^(?:(?:(?:imr|(?:single|individual|lead)[ -]agency|agency)\s+)?"
    r"(?:(?:recommendations?|action plans?)\s*(?:[:–—-]|\bfor\b|\bfrom\b)"
    r"|(?:action plan )?(?:owner|agency|organi[sz]ation)(?: no\.?)?\s*\d{0,2}\s*[.:–—-]\s)"
    r"|for\s+(?=(?:the\s+)?(?-i:[A-Z])))\s*",
    re.IGNORECASE,
)
"""What a heading says before the name: 'For …', 'Owner: …', 'Agency 1: …'."""


def without_heading(text: str) -> str:
    """Drop what a heading says beside the name; a text of such words alone stays as it is.

    >>> without_heading("IMR recommendations: Kent Police"), without_heading("Agency 1: NSPCC")
    ('Kent Police', 'NSPCC')
    """
    return without_label(HEADED.sub("", without_label(text)) or text)
