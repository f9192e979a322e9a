"""One time of day in a text, or None: when there is none, several, or it cannot be sure."""

from collections.abc import Sequence
from datetime import time

from dialogue.entries import Kind
from dialogue.tokens import Token

_UNITS = (Kind.MINUTES, Kind.DAY_UNIT, Kind.MONTH)
_EARLIEST_BARE = 7  # lessons come by day: "at three" without more is in the afternoon
_LAST_NIGHT_HOUR = 4  # "at 2 at night" is after midnight, "at 8 at night" is before

Found = tuple[int, int, time]  # where it begins, where it ends, what it is


def time_in(words: Sequence[Token]) -> time | None:
    found = _all_times(words)
    if len(found) > 1:
        found = [f for f in found if not (f[0] and words[f[0] - 1].has(Kind.INSTEAD))]
    if len(found) > 1 and _is_unsuited(words, found[0]):
        found = found[1:]
    if len(found) != 1 or _is_unsuited(words, found[0]):
        return None
    return found[0][2]


def without_times(words: Sequence[Token]) -> list[Token]:
    """The rest of a text that says a day and an hour: "on the 4th" without its "at ten"."""
    inside = {at for begin, end, _ in _all_times(words) for at in range(begin, end)}
    before = {begin - 1 for begin, _, _ in _all_times(words)}
    gone = inside | {at for at in before if at >= 0 and words[at].has(Kind.AT)}
    return [word for at, word in enumerate(words) if at not in gone]


def _is_unsuited(words: Sequence[Token], found: Found) -> bool:
    """ "9 is too early" names the time that shall not be."""
    ahead = words[found[1] : found[1] + 5]
    for word in ahead:
        if word.has(Kind.NUMBER, Kind.CLOCK, Kind.NOON) or word.word == ",":
            return False
        if word.has(Kind.UNSUITED):
            return True
    return False


def _all_times(words: Sequence[Token]) -> list[Found]:
    found, at = list[Found](), 0
    while at < len(words):
        hit = _time_at(words, at)
        if hit is None:
            at += 1
        else:
            found.append((at, *hit))
            at = hit[0]
    return found


def _time_at(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    """The end and the value of a time that begins exactly at `at`."""
    for read in (_clock, _minutes_and_hour, _hour_and_minutes, _sole_hour, _noon):
        hit = read(words, at)
        if hit is not None:
            return hit
    return None


def _clock(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    pair = words[at].pair(Kind.CLOCK) or words[at].pair(Kind.NUMBER)
    if pair is None or (words[at].has(Kind.SLASHED) and _follows(words, at, Kind.UNTIL)):
        return None
    if words[at].has(Kind.NUMBER) and _unit_follows(words, at):
        return None  # "μιάμιση ώρα" is a duration
    return _settled(words, at + 1, *pair, bare=words[at].has(Kind.NUMBER))


def _minutes_and_hour(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    """Half past eight, ten to nine, half eight."""
    minutes = _minutes(words[at])
    if minutes is None or at + 1 >= len(words):
        return None
    turn = words[at + 1]
    hour_at = at + 2 if turn.has(Kind.PAST, Kind.TO) else at + 1
    if hour_at == at + 1 and not words[at].has(Kind.HALF):
        return None
    hour = words[hour_at].number() if hour_at < len(words) else None
    if hour is None or not 1 <= hour <= 12 or _unit_follows(words, hour_at):
        return None
    past = minutes if not turn.has(Kind.TO) else -minutes
    return _settled(words, hour_at + 1, *divmod(hour * 60 + past, 60), bare=True)


def _hour_and_minutes(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    """Eight and a half, nine minus a quarter (el, es); eight thirty (en)."""
    hour = words[at].number()
    if hour is None or at + 1 >= len(words):
        return None
    sign = words[at + 1]
    minutes_at = at + 2 if sign.has(Kind.AND, Kind.MINUS) else at + 1
    minutes = _minutes(words[minutes_at]) if minutes_at < len(words) else None
    if minutes is None or not 1 <= hour <= 24 or _unit_follows(words, minutes_at):
        return None
    if minutes_at == at + 1 and minutes < 10:
        return None
    past = -minutes if sign.has(Kind.MINUS) else minutes
    return _settled(words, minutes_at + 1, *divmod(hour * 60 + past, 60), bare=True)


def _sole_hour(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    """An hour alone counts only where something says that it is one."""
    hour = words[at].number()
    if hour is None or _unit_follows(words, at) or words[at].word in ("a", "an"):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    told = _follows(words, at, Kind.AT) or (
        after is not None and after.has(Kind.OCLOCK, Kind.PART, Kind.NOON)
    )
    if not told and len(words) > 1:
        return None
    return _settled(words, at + 1, hour, 0, bare=True)


def _noon(words: Sequence[Token], at: int) -> tuple[int, time] | None:
    if words[at].has(Kind.NOON):
        return at + 1, time(12)
    return (at + 1, time(0)) if words[at].has(Kind.MIDNIGHT) else None


def _settled(
    words: Sequence[Token], end: int, hour: int, minute: int, *, bare: bool
) -> tuple[int, time] | None:
    """On the 24-hour clock, by the part of the day that follows, or by day where none does."""
    while end < len(words) and words[end].has(Kind.OCLOCK):
        end += 1
    part = words[end] if end < len(words) else None
    if part is not None and part.has(Kind.PART, Kind.NOON):
        hour = _in_part(hour, str(part.meanings.get(Kind.PART, "noon")))
        end += 1
    elif bare and 1 <= hour < _EARLIEST_BARE:
        hour += 12
    return (end, time(hour, minute)) if 0 <= hour < 24 and 0 <= minute < 60 else None


def _in_part(hour: int, part: str) -> int:
    if part == "am":
        return 0 if hour == 12 else hour
    if part == "night" and (hour == 12 or hour <= _LAST_NIGHT_HOUR):
        return hour % 12
    return hour + 12 if hour < 12 and not (part == "noon" and hour > _LAST_NIGHT_HOUR) else hour


def _minutes(word: Token) -> int | None:
    for kind in (Kind.HALF, Kind.QUARTER):
        if word.has(kind):
            return word.size(kind)
    number = word.number()
    return number if number is not None and number < 60 else None


def _follows(words: Sequence[Token], at: int, kind: Kind) -> bool:
    return at > 0 and words[at - 1].has(kind)


def _unit_follows(words: Sequence[Token], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].has(*_UNITS)
