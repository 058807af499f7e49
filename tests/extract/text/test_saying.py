"""A page whose letters cannot be what it shows is told by counting them."""

import pytest

from extract.text.saying import says_nothing

ENGLISH = "The review found that agencies did not share what they knew of the family in time. " * 3
WELSH = "Mae pob plentyn yn haeddu cael ei gadw yn ddiogel, a dylai pob asiantaeth weithio gyda'i "
SHIFTED = "".join(chr(ord(sign) + 3) for sign in ENGLISH)


@pytest.mark.parametrize(
    ("printed", "nothing"),
    [
        (ENGLISH, False),
        ("\0" * 40 + ENGLISH.upper(), False),
        (WELSH * 3, False),
        ("1,204 2,377 £14.50 31/03/2014 " * 9, False),
        ("Отчёт о мерах, принятых по рекомендациям " * 9, False),
        ("• " * 90 + ENGLISH, False),
        ("Page 1 of 3", False),
        ("kqzw jvbx", False),
        (SHIFTED, True),
        (SHIFTED.replace(" ", ""), True),
        ("A" * 200, True),
        ("\ufffd" * 200, True),
        ("\ufffe" * 200, True),
        ("\uf041\uf042" * 100, True),
        (" " * 200 + "Page 1 of 3", False),
        ("7" + "\0\r\n" * 200, True),
    ],
)
def test_a_page_says_something_or_nothing(printed: str, nothing: bool) -> None:
    """Whatever its language, and with figures alone; what is too short is never judged."""
    assert says_nothing(printed) is nothing
