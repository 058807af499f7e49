"""Labels in front of dates, so that their numbers are no days: '1a) June 2014'."""

import re

from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_OFTEN = frozenset(("recur", "annual", "every", "article"))
_ROMAN = re.compile(r"[ivx]{1,4}|[a-z]")


def _bracketed(match: Match) -> list[Token] | None:
    """'1a)', '(b)', '2)', 'iv)'."""
    inner = [t for t in match.tokens if t.kind not in ("open", "close", "dot")]
    letters = inner[-1].word
    if len(inner) == 1 and inner[0].kind != "number" and not _ROMAN.fullmatch(letters):
        return None
    if len(inner) == 2 and (len(letters) > 1 or inner[1].spaced):
        return None
    plain = match.tokens[0].kind == "open" or match.tokens[0].opens_line or match.tokens[0].spaced
    return match.made("label") if plain else None


def _numbered_letter(match: Match) -> list[Token] | None:
    """'1a June 2014', '1b: July 2014'."""
    letter = match.tokens[1]
    if letter.kind == "timesword" and match.after is not None and match.after.kind in _OFTEN:
        return None  # '2x yearly'
    return match.made("label") if len(letter.word) == 1 and not letter.spaced else None


def _named_part(match: Match) -> list[Token] | None:
    """Read 'Action 3 -', 'Phase 1:', 'Actions 1 & 2', 'Year 2'."""
    if match.tokens[0].kind == "calendar" and len(match.of("number", "cardinal")[0].word) > 1:
        return None
    return match.made("label")


def _run_of_parts(match: Match) -> list[Token] | None:
    _, first, dash, last = match.tokens[:4]
    run = not dash.spaced and not last.spaced and first.number < last.number
    return match.made("label") if run and match.tokens[0].word.endswith("s") else None


def _lettered(match: Match) -> list[Token] | None:
    letter, after = match.tokens[0], match.after
    if letter.word == "c" and match.before is None:
        return match.made("qualifier", value="circa")
    apart = after is not None and after.spaced and (letter.spaced or letter.opens_line)
    return match.made("label") if apart and len(letter.word) == 1 else None


def _short_code(match: Match) -> list[Token] | None:
    """'R1: June 2015', 'KPI3 - July 2015'; but '2016-17 (Q1)' is a quarter."""
    word, number = match.tokens[:2]
    opened = match.before is not None and match.before.kind == "open"
    yearly = match.after is not None and match.after.kind in ("year", "fy")  # 'Q1: 2018/19'
    if word.kind == "quarter" and (opened or yearly):
        return None
    return match.made("label") if len(word.word) <= 4 and not number.spaced else None


def _list_number(match: Match) -> list[Token] | None:
    """'1. 28 February 2020 2. 31 October 2020': a number, a dot, and a gap."""
    number, after = match.tokens[0], match.after
    stands_apart = after is not None and (after.spaced or after.kind == "month")
    stands_apart = stands_apart and not match.tokens[1].spaced
    heads = number.opens_line or (number.spaced and match.before is not None)
    return match.made("label") if stands_apart and heads and 1 <= number.number <= 20 else None


def _dashed_number(match: Match) -> list[Token] | None:
    """'1 - May 2014, 2 - June 2014': a gap on both sides of the dash; '1-June' is a day."""
    number, dash = match.tokens[0], match.tokens[-1]
    apart = dash.spaced and match.after is not None and match.after.spaced
    listed = match.before is not None and match.before.kind in ("comma", "semi", "amp", "year")
    return match.made("label") if apart and (number.opens_line or listed) else None


def _reference(match: Match) -> list[Token] | None:
    """'1.1 30/06/2015', '2.3) June 2015', '1.1 May 2016 1.2 June 2016'."""
    first, dot, second = match.tokens[:3]
    follows = match.before is not None and (
        match.before.kind == "year" or first.number == second.number - 1
    )
    listed = follows and first.spaced
    listed = listed and match.after is not None and match.after.kind == "month"
    closed = (first.opens_line or listed) and not dot.spaced and not second.spaced
    apart = match.after is not None and (match.after.spaced or match.of("close"))
    return match.made("label") if closed and apart else None


def _words_and_colon(match: Match) -> list[Token] | None:
    """'Training: June 2015'."""
    before = match.before
    heads = match.tokens[0].opens_line or before is None or before.kind == "semi"
    return match.made("label") if heads else None


# A number that goes on as a date is no part of a label: 'Action 3 - 15 June 2015'.
_NO_DATE = "(?! suffix|of? month|[slash dot] number|dash number [slash dash])"

_LETTER = "[word article half quarter citation timesword unit academic]"

LABELS: tuple[Rule, ...] = (
    # 'Action 2.1 – Oct 2017'
    rule("labelword number dot number [close dash colon]{0,2} (?! [dot slash dash] number)",
         _named_part),
    rule("labelword number dash number close?", _run_of_parts),  # 'Actions 1-3 June 2014'
    rule(f"(?:labelword|calendar) (?:number|cardinal) word? "
         f"(?: (?:amp|comma) number {_NO_DATE}| dash number {_NO_DATE} (?! of? month)){{0,5}} "
         f"(?! [slash dot] number) [close dash colon dot]{{0,2}}", _named_part),
    rule(f"(?<![month slash dash dot tick comma part to]) open? number {_LETTER}? close dot?",
         _bracketed),
    rule("open? [word article citation timesword] close", _bracketed),
    rule(f"(?<![slash dash dot]) number {_LETTER} [colon dash dot close]?", _numbered_letter),
    rule("(?:word|quarter) number [colon close]", _short_code),
    rule("number dot (?! number [dot slash dash])", _list_number),
    rule("number (?: [comma amp]{1,2} number){0,6} dash (?= month (?! dash) "
         "|number [slash dot] number [slash dot])", _dashed_number),
    rule("[word article] dot (?= month|number)", _lettered),  # 'a. June 2014'
    rule("number dot number [close colon]? (?! [dot slash dash suffix])", _reference),
    rule("[word article]{1,5} colon", _words_and_colon),
)  # fmt: skip
