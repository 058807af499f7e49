"""Which strings of letters are words: those of the document itself, then those of English.

The one adapter to pyspellchecker, whose list is American; British spellings are derived from it.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from extract.text.words import Line, Word

RARE = 60
"""Words used no more often than this are mostly slips, and count as none."""
COMMON = 20_000
"""How often a word of two or three letters must be used to count: many are ends of others."""
BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("mme", "m"),
    ("lling", "ling"),
    ("lled", "led"),
    ("ence", "ense"),
    ("aem", "em"),
    ("ogue", "og"),
)
SHORT = frozenset(
    word
    for line in (
        "a i am an as at be by do go he if in is it me my no of on or so to up us we all and any",
        "are but can day did due for get had has her him his how its may new nor not now off old",
        "one our out own per she the two use via was way who why yes you",
    )
    for word in line.split()
)
"""Words of one to three letters; most other short strings are ends of words."""
PREFIXES = frozenset(["multi", "non", "self", "cross", "anti", "ex", "mid"])
"""First parts that keep their hyphen wherever a line ends."""
RARE_PREFIXES = frozenset(
    ["co", "pre", "re", "de", "sub", "inter", "intra", "semi", "bi", "tri", "e"]
)
"""First parts that are no words and keep it where the document parts no words."""
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
LEAST_CUT, CUT = 4, 0.05
"""Lines, and share of those of several words, that must end inside of a word to make it a habit."""
TAIL = re.compile(r"[^\W\d_]+$")
LINE_END = re.compile(r"([^\W\d_]+)-$")
DASH = re.compile(r"[a-z]{3}-$")
TIED = re.compile(r"([^\W\d_]{1,4}\.)\d")
CODE = re.compile(r"[a-z]{1,4}\d{1,3}(?!\w)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Lexicon:
    """The words of one document and its habits at line ends, and English behind them.

    `prints_spaces`: a space is drawn where a line was wrapped, so its absence tells of a cut word.
    `tied`: abbreviations that it prints without a space before a number, such as 's.' in 's.42'.
    `codes`: letters and numbers that it prints as one, such as 'SO5'.
    `dashes`: how often a hyphen that follows a word stands before a space, inside of a line.
    `hyphenates`: words are parted at line ends with a plain hyphen that is not the writer's.
    `cuts_anywhere`: lines of several words end in the middle of words, wherever they are full.
    """

    def __init__(self, texts: Iterable[Sequence[Line]], prose: Iterable[str] = ()) -> None:
        """Take up the words that stand inside lines, where nothing can be cut off them."""
        self.words: Counter[str] = Counter()
        self.compounds: Counter[str] = Counter()
        self.tied: set[str] = set()
        self.codes: set[str] = set()
        self.dashes = 0
        pairs: list[tuple[Word, Word]] = []
        wrapped: list[tuple[Word, Word]] = []
        inside: Counter[str] = Counter()
        for lines in texts:
            for line in lines:
                inside.update(_inside([word.text for word in line.words]))
            pairs += [(a.words[-1], b.words[0]) for a, b in itertools.pairwise(lines)]
            wrapped += [
                (a.words[-1], b.words[0]) for a, b in itertools.pairwise(lines) if len(a.words) > 1
            ]
        for text in prose:
            inside.update(_inside(text.split()))
        for token, count in inside.items():
            self._take_up(token, count)
        spaced = sum(1 for before, _ in pairs if before.spaced)
        self.prints_spaces = 2 * spaced > len(pairs)
        self.hyphenates = self._parts_words(pairs)
        cut = sum(1 for before, after in wrapped if self._is_cut_through(before, after))
        self.cuts_anywhere = cut >= max(LEAST_CUT, CUT * len(wrapped))

    def _take_up(self, token: str, count: int) -> None:
        if tied := TIED.match(token):
            self.tied.add(tied.group(1).lower())
        self.dashes += count * bool(DASH.search(token))
        bare = token.strip(".,;:()[]‘’'\"“”?!").lower()
        if "-" in bare:
            self.compounds[bare] += count
        elif WORD.fullmatch(bare):
            self.words[bare] += count
        else:
            self.codes.update(CODE.findall(bare))

    def _parts_words(self, pairs: Iterable[tuple[Word, Word]]) -> bool:
        """Whether hyphens at line ends stand where no writer would put them."""
        parted = kept = 0
        for before, after in pairs:
            match = LINE_END.search(before.text)
            if match and after.text[:1].islower():
                rest = WORD.match(after.text)
                left = match.group(1).lower()
                whole = left + (rest.group() if rest else "")
                stub = left not in PREFIXES | RARE_PREFIXES and not self.knows(left)
                if stub and self.knows(whole):
                    parted += 1
                else:
                    kept += 1
        return parted >= 2 and 4 * parted > kept

    def _is_cut_through(self, before: Word, after: Word) -> bool:
        """Whether what two lines end and begin with is one word, and neither part is."""
        left, right = TAIL.search(before.text), WORD.match(after.text)
        if before.spaced or not left or not right or not right.group()[0].islower():
            return False
        halves = self.knows(left.group()) or self.knows(right.group())
        return not halves and self.knows(left.group() + right.group())

    def knows(self, token: str) -> bool:
        """Whether a string of letters is a word of the document or of English."""
        token = token.lower().replace("’", "'").removesuffix("'s").strip("'")
        if token.isdigit():
            return True
        if len(token) < 4:
            return token in SHORT or frequency(token) > COMMON
        return token in self.words or is_english(token)

    def frequent(self, token: str) -> bool:
        """Whether a word is a common one of English, or stands in the document itself."""
        token = token.lower()
        return token in self.words or frequency(token) >= 2000


def _inside(words: Sequence[str]) -> Sequence[str]:
    """The words of a line but for its last, and in a short line its first."""
    return words[0 if len(words) > 3 else 1 : -1]


@cache
def _english() -> dict[str, int]:
    """How often each word is used that is not so rare that nobody asks for it.

    Read from the list itself: pyspellchecker's own way to it takes twice the time.
    """
    import gzip
    import json

    packed = files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return {word: count for word, count in counts.items() if count > RARE}


def _spellings(token: str) -> list[str]:
    found = [token]
    found += [token.replace(uk, us) for uk, us in BRITISH if uk in token]
    found += [token[:-1]] if token.endswith("s") else []
    return found + [s[:-1] for s in found[1:] if s.endswith("s")]


@lru_cache(20_000)
def frequency(token: str) -> int:
    """How often English books and films use a word; 0 for rare ones."""
    table = _english()
    return max([table.get(s.lower(), 0) for s in _spellings(token)])


def is_english(token: str) -> bool:
    """Whether a word, in British or American spelling, is in the list of English."""
    return frequency(token) > 0
