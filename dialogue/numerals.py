"""Names of numbers, as a row of words that are counted: "one two three", others after a slash."""

from collections.abc import Iterable

_TENS = (20, 30, 40, 50)
Named = tuple[str, int]


def counted(names: str, first: int = 1) -> list[Named]:
    """Each name with its number, from `first` on."""
    return _named(enumerate(names.split(), start=first))


def up_to_59(upto_19: str, tens: str, joints: tuple[str, ...]) -> list[Named]:
    """`tens` are the names of 20, 30, 40 and 50; `joints` stand between "twenty" and "five"."""
    ones = counted(upto_19)
    whole = _named(zip(_TENS, tens.split(), strict=True))
    joined = [
        (f"{ten}{joint}{one}", tenfold + unit)
        for ten, tenfold in whole
        for one, unit in ones
        for joint in joints
        if unit < 10
    ]
    return [*ones, *whole, *joined]


def _named(numbers: Iterable[tuple[int, str]]) -> list[Named]:
    return [(name, number) for number, names in numbers for name in names.split("/")]
