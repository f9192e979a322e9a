"""How long, and until when."""

from collections.abc import Sequence
from datetime import date, timedelta

from dialogue.easter import easter
from dialogue.entries import Kind
from dialogue.tokens import Token

_FURTHEST = timedelta(days=366)
_MOST_HOURS = 8  # in "2h"
_LONGEST_BEGINNING = 3  # words from "from" to a day: "from Monday the 8th of March"


def duration_in(words: Sequence[Token]) -> timedelta | None:
    """None for none, for several, and for "a few days"."""
    found, at = list[timedelta](), 0
    while at < len(words):
        hit = _duration_at(words, at)
        if hit is not None:
            found.append(hit[1])
        at = hit[0] if hit else at + 1
    return found[0] if len(found) == 1 else None


def _duration_at(words: Sequence[Token], at: int) -> tuple[int, timedelta] | None:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.has(Kind.QUARTER) and not (after and after.has(Kind.NUMBER)):
        return at + 1, timedelta(minutes=word.size(Kind.QUARTER))
    if word.has(Kind.HALF) and after is not None and after.has(Kind.MINUTES):
        return at + 2, timedelta(minutes=after.size(Kind.MINUTES) // 2)
    if (length := _written_together(words, at)) is not None:
        return at + 1, length
    number, half = _count(word)
    if number is None and not word.has(Kind.MINUTES, Kind.DAY_UNIT):
        return None
    unit_at = at if number is None else at + 1
    unit = words[unit_at] if unit_at < len(words) else None
    if unit is None or not unit.has(Kind.MINUTES, Kind.DAY_UNIT):
        return None
    if number is None and ((at and words[at - 1].has(Kind.PLURAL)) or not _is_singular(unit)):
        return None
    return _with_half(words, unit_at, 1 if number is None else number, half=half)


def _written_together(words: Sequence[Token], at: int) -> timedelta | None:
    """2h and 1h30; "at 20h" and "20h" are times of day."""
    pair = words[at].pair(Kind.CLOCK)
    if pair is None or "h" not in words[at].word or pair[0] > _MOST_HOURS:
        return None
    if at and words[at - 1].has(Kind.AT):
        return None
    return timedelta(hours=pair[0], minutes=pair[1])


def _count(word: Token) -> tuple[int | None, bool]:
    """How many, and whether half of one more: "ενάμιση"."""
    pair = word.pair(Kind.NUMBER)
    return (pair[0], True) if pair else (word.number(), False)


def _with_half(
    words: Sequence[Token], unit_at: int, number: int, *, half: bool
) -> tuple[int, timedelta]:
    """Two hours; two hours and a half. Half of a week is four days."""
    unit, end = words[unit_at], unit_at + 1
    rest = words[end : end + 2]
    if len(rest) == 2 and rest[0].has(Kind.AND) and rest[1].has(Kind.HALF):
        half, end = True, unit_at + 3
    if unit.has(Kind.MINUTES):
        size = unit.size(Kind.MINUTES)
        return end, timedelta(minutes=number * size + (size // 2 if half else 0))
    size = unit.size(Kind.DAY_UNIT)
    return end, timedelta(days=number * size + ((size + 1) // 2 if half else 0))


def _is_singular(unit: Token) -> bool:
    """Units without a number before them count as one: "for a week", "εβδομάδα", "mes"."""
    return not unit.word.endswith("s") or unit.word == "mes"


def until_in(words: Sequence[Token], today: date) -> date | None:
    """The first day after, later than `today` and within a year; a duration counts from today,
    or from the day from which somebody is away."""
    named = {at: day for at in range(len(words)) if (day := _day_at(words, at, today))}
    begins = {named.pop(at) for at in [*named] if _is_beginning(words, at)}
    found = set(named.values())
    if not found:
        length = duration_in(words)
        start = max(begins, default=today)
        found = {start + length} if length and length >= timedelta(days=1) else set()
    day = found.pop() if len(found) == 1 else None
    if day and any(word.has(Kind.INCLUDED) for word in words):
        day += timedelta(days=1)
    return day if day and today < day <= today + _FURTHEST else None


def _is_beginning(words: Sequence[Token], at: int) -> bool:
    """ "From Monday": the day on which something stops, not the one on which it goes on."""
    before = words[max(at - _LONGEST_BEGINNING, 0) : at]
    for word in reversed(before):
        if word.has(Kind.FROM):
            return True
        if word.has(Kind.UNTIL, Kind.TO):
            return False
    return False


def day_in(words: Sequence[Token], today: date) -> date | None:
    """The day named, today or within a year; a date goes before the weekday beside it."""
    if any(word.has(Kind.TODAY) for word in words):
        return today
    dates = (Kind.MONTH, Kind.SLASHED)
    at_dates = [at for at, word in enumerate(words) if word.has(*dates)]
    found = {_day_at(words, at, today) for at in at_dates or range(len(words))} - {None}
    day = found.pop() if len(found) == 1 else None
    return day if day and today < day <= today + _FURTHEST else None


def _day_at(words: Sequence[Token], at: int, today: date) -> date | None:
    word = words[at]
    if (pair := word.pair(Kind.SLASHED)) is not None and not _is_clock(words, at):
        return None if _month_follows(words, at) else _next_date(today, *pair)
    if word.has(Kind.MONTH):
        return _with_month(words, at, today)
    if word.has(Kind.AHEAD):
        return today + timedelta(days=word.size(Kind.AHEAD))
    if word.has(Kind.WEEK_END):
        return today + timedelta(days=7 - today.weekday())
    if word.has(Kind.MONTH_END):
        return _next_day_of_month(today.replace(day=1) + timedelta(days=31), 1, today)
    if word.has(Kind.WEEK_AHEAD, Kind.MONTH_AHEAD):
        return _after_the_next(words, at, today)
    if word.has(Kind.DAYS):
        return _weekday(words, at, today)
    if word.has(Kind.EASTER):
        return _after_easter(words, at, today)
    return _day_of_month(words, at, today)


def _month_follows(words: Sequence[Token], at: int) -> bool:
    """ "8-15 March" is no 8th of the 15th month."""
    return any(word.has(Kind.MONTH) for word in words[at + 1 : at + 2])


def _after_easter(words: Sequence[Token], at: int, today: date) -> date | None:
    """Easter Monday. Whether "until Easter" is before or after the feast, nobody can be sure."""
    if not any(word.has(Kind.AFTER) for word in words[max(at - 2, 0) : at]):
        return None
    church = str(words[at].meanings[Kind.EASTER])
    days = (easter(today.year + n, church) + timedelta(days=1) for n in (0, 1))
    return next(day for day in days if day > today)


def _after_the_next(words: Sequence[Token], at: int, today: date) -> date:
    """ "Until next week" ends as it begins; whoever is "away next week" is back after it."""
    begins = at > 0 and words[at - 1].has(Kind.UNTIL)
    if words[at].has(Kind.WEEK_AHEAD):
        return today + timedelta(days=(7 if begins else 14) - today.weekday())
    first = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return first if begins else (first + timedelta(days=31)).replace(day=1)


def _is_clock(words: Sequence[Token], at: int) -> bool:
    """ "at 12.30" is a time although "until 12.09" is a date."""
    return words[at].has(Kind.CLOCK) and not (at and words[at - 1].has(Kind.UNTIL, Kind.DATE))


def _with_month(words: Sequence[Token], at: int, today: date) -> date | None:
    """15 August, August 15, 15 de agosto; a month alone is its first day."""
    near = [*reversed(words[max(at - 2, 0) : at]), *words[at + 1 : at + 2]]
    if at and words[at - 1].has(Kind.END):
        return _next_date(today, 1, words[at].size(Kind.MONTH) % 12 + 1)
    for word in near:
        pair = word.pair(Kind.SLASHED)
        day = pair[1] if pair else word.meanings.get(Kind.ORDINAL, word.number())
        if isinstance(day, int) and word.word not in ("a", "an"):
            return _next_date(today, day, words[at].size(Kind.MONTH))
    if (at and words[at - 1].has(Kind.UNTIL, Kind.TO, Kind.NEXT)) or len(words) == 1:
        return _next_date(today, 1, words[at].size(Kind.MONTH))
    return None


def _weekday(words: Sequence[Token], at: int, today: date) -> date | None:
    """The next one; "next Friday" is never in this week."""
    value = words[at].meanings[Kind.DAYS]
    if not isinstance(value, frozenset) or len(value) != 1:
        return None
    day = today + timedelta(days=(min(value) - today.weekday() - 1) % 7 + 1)
    told = any(w.has(Kind.NEXT) for w in (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))
    monday = today + timedelta(days=7 - today.weekday())
    return day + timedelta(days=7) if told and day < monday else day


def _day_of_month(words: Sequence[Token], at: int, today: date) -> date | None:
    """The 3rd. A number alone counts only after "until the" and where no unit follows."""
    word = words[at]
    day = word.meanings.get(Kind.ORDINAL)
    told = at > 0 and words[at - 1].has(Kind.DATE)
    after = words[at + 1 : at + 2]
    if after and after[0].has(Kind.MINUTES, Kind.DAY_UNIT, Kind.MONTH, Kind.PART, Kind.OCLOCK):
        return None
    if any(next_word.has(Kind.MONTH) for next_word in words[at + 1 : at + 3]):
        return None
    if day is None and told and word.word.isdigit():
        day = word.number()
    return _next_day_of_month(today, day, today) if isinstance(day, int) else None


def _next_day_of_month(start: date, day: int, today: date) -> date | None:
    """The first month from `start` on in which `day` exists and is later than `today`."""
    first = start.replace(day=1)
    for _ in range(12):
        found = _date(first.year, first.month, day)
        if found and found > today:
            return found
        first = (first + timedelta(days=31)).replace(day=1)
    return None


def _next_date(today: date, day: int, month: int) -> date | None:
    this_year = _date(today.year, month, day)
    if this_year and this_year > today:
        return this_year
    return _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
