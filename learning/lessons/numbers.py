"""Numbers as people type them, in digits or in words of any language of the bot. Pure."""

import re

from learning.lessons.grading import fold

LONGEST_NUMBER = 12
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,'])\d{3}(\1\d{3})*(?!\1)([.,]\d+)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)", re.ASCII)

_AND = {"and", "και", "y"}
# Zero to nineteen, then the tens to a hundred; spellings of one number are divided by a bar.
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred",
    "μηδέν ένα|ένας|μία|μια δύο τρία|τρεις τέσσερα|τέσσερις πέντε έξι επτά|εφτά οκτώ|οχτώ "
    "εννέα|εννιά δέκα έντεκα|ένδεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι|δεκάξι "
    "δεκαεπτά|δεκαεφτά δεκαοκτώ|δεκαοχτώ δεκαεννέα|δεκαεννιά είκοσι τριάντα σαράντα πενήντα "
    "εξήντα εβδομήντα ογδόντα ενενήντα εκατό",
    "cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta "
    "setenta ochenta noventa cien",
)
_IN_ONE_WORD = "veintiuno|veintiún veintidós veintitrés veinticuatro veinticinco veintiséis " \
    "veintisiete veintiocho veintinueve"  # fmt: skip
_VALUES = (*range(20), *range(20, 101, 10))


def _words() -> dict[str, int]:
    named = [pair for row in _COUNTED for pair in zip(row.split(), _VALUES, strict=True)]
    named += zip(_IN_ONE_WORD.split(), range(21, 30), strict=True)
    return {fold(word): value for words, value in named for word in words.split("|")}


_WORDS = _words()


def read_number(text: str) -> float | None:
    """A number as people type it: "3,5", "3.5", "1 000", "1.000.000", "47 %", "twenty-five";
    None for others.

    Three digits after a point or comma are thousands: few people type three decimals.
    """
    plain = "".join(text.split()).rstrip("%").replace("\u2212", "-").replace("\u2019", "'")
    if grouped := _THOUSANDS.fullmatch(plain):
        plain = plain.replace(grouped[1], "")
    if len(plain) > LONGEST_NUMBER or not _NUMBER.fullmatch(plain):
        words = fold(text).split()
        return (
            spelled_number(words) if all(each in _WORDS.keys() | _AND for each in words) else None
        )
    return float(plain.replace(",", "."))


def spelled_number(words: list[str]) -> float | None:
    """The one number among `words`, which are folded; None when there is none, or several."""
    values = [_WORDS[each] for each in words if each in _WORDS]
    match values:
        case [alone]:
            return float(alone)
        case [tens, ones] if tens in range(20, 100, 10) and 0 < ones < 10:
            return float(tens + ones)
        case _:
            return None
