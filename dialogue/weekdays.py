"""Which weekdays a text wants, 0 is Monday."""

from collections.abc import Sequence

from dialogue.entries import Kind
from dialogue.tokens import Token

Days = frozenset[int]
_NONE: Days = frozenset()


def weekdays_in(words: Sequence[Token], now: Days) -> Days | None:
    """What is named; `now` without what is refused; None when no day, or none of them, is left."""
    wanted, refused = _NONE, _NONE
    for clause in _clauses(words):
        named, denied = _sides(clause)
        wanted, refused = wanted | named, refused | denied
    if not wanted and not refused:
        return None
    if any(word.has(Kind.ALSO) for word in words):
        wanted |= now
    return ((wanted or now) - refused) or None


def _clauses(words: Sequence[Token]) -> list[list[Token]]:
    """A "no" reaches as far as the next comma, "but" or "only"."""
    clauses: list[list[Token]] = [[]]
    for at, word in enumerate(words):
        if word.word == "," or (word.has(Kind.BUT) and not _is_except(words, at)):
            clauses.append([])
        clauses[-1].append(word)
    return clauses


def _is_except(words: Sequence[Token], at: int) -> bool:
    """ "Any day but Friday" is all but one; in "every day, but only at nine" it is not."""
    around = [*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]]
    return words[at].word == "but" and len(around) == 2 and all(w.has(Kind.DAYS) for w in around)


def _sides(clause: Sequence[Token]) -> tuple[Days, Days]:
    """The days wanted and the days refused in one clause."""
    nots = [at for at, word in enumerate(clause) if word.has(Kind.NOT) or _is_except(clause, at)]
    if not nots:
        return _days(clause), _NONE
    before, after = _days(clause[: nots[0]]), _days(clause[nots[0] :])
    return (before, after) if after else (_NONE, before)


def _days(words: Sequence[Token]) -> Days:
    days, last = _NONE, None
    for at, word in enumerate(words):
        value = word.meanings.get(Kind.DAYS)
        if not isinstance(value, frozenset) or _only_begins(words, at):
            continue
        if last is not None and at - last == 2 and words[at - 1].has(Kind.TO):
            days |= _span(min(_single(words[last])), min(value))
        days, last = days | value, at
    return days


def _only_begins(words: Sequence[Token], at: int) -> bool:
    """ "At nine from Monday" names no day for all weeks; "from Monday to Thursday" does."""
    spans = at + 1 < len(words) and words[at + 1].has(Kind.TO)
    return at > 0 and words[at - 1].has(Kind.FROM) and not spans


def _single(word: Token) -> Days:
    value = word.meanings[Kind.DAYS]
    return value if isinstance(value, frozenset) else _NONE


def _span(first: int, last: int) -> Days:
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))
