"""How long, and until when."""

from collections.abc import Sequence
from datetime import date, timedelta

from dialogue.tokens import Token
from dialogue.vocabulary import Kind

_FURTHEST = timedelta(days=366)


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
        return at + 1, timedelta(minutes=15)
    if word.has(Kind.HALF) and after is not None and after.has(Kind.MINUTES):
        return at + 2, timedelta(minutes=after.size(Kind.MINUTES) // 2)
    number = word.number()
    if number is None and not word.has(Kind.MINUTES, Kind.DAY_UNIT):
        return None
    unit_at = at if number is None else at + 1
    unit = words[unit_at] if unit_at < len(words) else None
    if unit is None or not unit.has(Kind.MINUTES, Kind.DAY_UNIT):
        return None
    if number is None and ((at and words[at - 1].has(Kind.PLURAL)) or not _is_singular(unit)):
        return None
    return _with_half(words, unit_at, 1 if number is None else number)


def _with_half(words: Sequence[Token], unit_at: int, number: int) -> tuple[int, timedelta]:
    """Two hours; two hours and a half."""
    unit = words[unit_at]
    rest = words[unit_at + 1 : unit_at + 3]
    half = len(rest) == 2 and rest[0].has(Kind.AND) and rest[1].has(Kind.HALF)
    end = unit_at + 3 if half else unit_at + 1
    if unit.has(Kind.MINUTES):
        size = unit.size(Kind.MINUTES)
        return end, timedelta(minutes=number * size + (size // 2 if half else 0))
    return end, timedelta(days=number * unit.size(Kind.DAY_UNIT))


def _is_singular(unit: Token) -> bool:
    """Units without a number before them count as one: "for a week", "εβδομάδα", "semana"."""
    return not unit.word.endswith("s")


def until_in(words: Sequence[Token], today: date) -> date | None:
    """The first day after, later than `today` and within a year; a duration counts from today."""
    found = {day for at in range(len(words)) if (day := _day_at(words, at, today))}
    if not found:
        length = duration_in(words)
        found = {today + length} if length and length >= timedelta(days=1) else set()
    day = found.pop() if len(found) == 1 else None
    return day if day and today < day <= today + _FURTHEST else None


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
        return _next_date(today, *pair)
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
    return _day_of_month(words, at, today)


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
    for word in near:
        day = word.meanings.get(Kind.ORDINAL, word.number())
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
