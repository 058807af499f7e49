"""A page whose letters cannot be what it shows is told by counting them."""

import pytest

from extract.text.saying import says_nothing

ENGLISH = "The review found that agencies did not share what they knew of the family in time. " * 3
WELSH = "Mae pob plentyn yn haeddu cael ei gadw yn ddiogel, a dylai pob asiantaeth weithio gyda'i "
SHIFTED = "".join(chr(ord(sign) + 3) for sign in ENGLISH)


@pytest.mark.parametrize(
    ("printed", "silent", "nothing"),
    [
        (ENGLISH, 0, False),
        (ENGLISH.upper(), 40, False),
        (WELSH * 3, 0, False),
        ("1,204 2,377 £14.50 31/03/2014 " * 9, 0, False),
        ("Отчёт о мерах, принятых по рекомендациям " * 9, 0, False),
        ("• " * 90 + ENGLISH, 0, False),
        ("Page 1 of 3", 0, False),
        ("kqzw jvbx", 0, False),
        (SHIFTED, 0, True),
        (SHIFTED.replace(" ", ""), 0, True),
        ("A" * 200, 0, True),
        ("\ufffd" * 200, 0, True),
        ("\ufffe" * 200, 0, True),
        ("\uf041\uf042" * 100, 0, True),
        (" " * 200 + "Page 1 of 3", 0, False),
        ("7", 200, True),
    ],
)
def test_a_page_says_something_or_nothing(printed: str, silent: int, nothing: bool) -> None:
    """Whatever its language, and with figures alone; what is too short is never judged."""
    assert says_nothing(printed, silent) is nothing
