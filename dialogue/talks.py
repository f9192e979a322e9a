"""What was said in a talk, as values: a talk keeps no person's words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from dialogue.folding import fold
from dialogue.languages import read_language
from dialogue.naming import words_of
from dialogue.times import read_day, read_duration, read_time, read_until, read_weekdays
from dialogue.understanding import Understanding
from learning.talk.turns import OpenTalk, Slot

STOP = "/deny"  # Rasa's own spelling of an intent without words
_STOPS = {
    "en": "stop, stop it, stop this, enough, quit, exit, cancel",
    "el": "στοπ, σταμάτα, σταμάτα το, τέλος, αρκετά, φτάνει, άκυρο, stop, έξοδος",
    "es": "para, stop, basta, ya basta, fin, salir, cancelar, detente",
}
_DROPS = """
never mind, nevermind, nothing, forget it, forget about it, drop it, leave it, leave it as it is
ξέχνα το, xexna to, ξέχνα, άστο, άσ' το, άσε το, άσε, δεν πειράζει, άφησέ το, τίποτα, όχι τίποτα
olvídalo, olvídelo, déjalo, déjelo, déjalo así, déjalo como está, no importa, nada
"""
_DAYS = "day, days, weekday, weekdays, μέρα, μέρες, ημέρα, ημέρες, ημερών, día, días"
_HOURS = "time, times, hour, hours, ώρα, ώρες, ώρας, hora, horas"
_DAY = timedelta(days=1)


def stops(text: str, language: str) -> bool:
    """Whether a text can only mean: enough of this, in a talk or not."""
    return _said_in(text, _STOPS[language])


def leaves(text: str, language: str) -> bool:
    """Whether a text in the middle of a talk can only mean: out of here."""
    return stops(text, language) or _said_in(text, _DROPS.strip().replace("\n", ","))


def asks_for_days(text: str) -> bool:
    """Whether a wish for other times names days and no hour: "change my days"."""
    words = set(words_of(text).split())
    return bool(words & _folded(_DAYS)) and not words & _folded(_HOURS)


def _said_in(text: str, known: str) -> bool:
    return fold(" ".join(text.split()).strip(" .!")) in _folded(known)


def _folded(words: str) -> set[str]:
    return {fold(word.strip()) for word in words.split(",")}


def settled(
    said: Understanding, text: str, language: str, local: datetime, weekdays: frozenset[int]
) -> Understanding:
    """`said` with the slot that `text` filled as a value; asks again for what cannot be read.

    Values: when "0830", "0830 0123" or " 0123" (hour, days; 0 is Monday), until an ISO date,
    delay minutes, language a code. `local` is the person's own time, `weekdays` their days now.
    """
    slots = said.talk.slots if said.talk else said.filled.slots if said.filled else {}
    values: dict[Slot, str] = {}
    for slot, words in slots.items():
        value = words if _is_value(slot, words) else valued(slot, text, language, local, weekdays)
        if value is None:
            return _asking_again(said, slot, slots)
        values[slot] = value
    if said.talk:
        return replace(said, talk=replace(said.talk, slots=values))
    return replace(said, filled=said.filled and replace(said.filled, slots=values))


def _asking_again(said: Understanding, slot: Slot, slots: Mapping[Slot, str]) -> Understanding:
    talk = said.talk.talk if said.talk else said.filled.talk if said.filled else None
    if talk is None:
        return said
    kept = {name: words for name, words in slots.items() if name != slot}
    return replace(said, talk=OpenTalk(talk, slot, kept), filled=None)


def _is_value(slot: Slot, words: str) -> bool:
    """Whether an earlier turn has read it already."""
    match slot:
        case Slot.WHEN:
            hour, _, days = words.partition(" ")
            return (hour + days).isdigit() and len(hour) in (0, 4) and set(days) <= set("0123456")
        case Slot.UNTIL:
            return len(words) == len("2026-01-31") and words[4] == words[7] == "-"
        case Slot.DELAY:
            return words.isdigit()
        case _:
            return words in ("en", "el", "es")


def valued(
    slot: Slot, text: str, language: str, local: datetime, weekdays: frozenset[int]
) -> str | None:
    """The text as a value of this slot; None when it cannot be read as one."""
    match slot:
        case Slot.WHEN:
            return _when(text, language, weekdays)
        case Slot.UNTIL:
            until = read_until(text, language, local.date())
            return until.isoformat() if until else None
        case Slot.DELAY:
            return _delay(text, language, local)
        case _:
            return read_language(text)


def completed(value: str, before: str) -> str:
    """Hour and days "0830 0123"; the part that `value` leaves out stays as it was before."""
    hour, _, days = value.partition(" ")
    old_hour, _, old_days = before.partition(" ")
    return f"{hour or old_hour} {days or old_days}".rstrip()


def _when(text: str, language: str, weekdays: frozenset[int]) -> str | None:
    at = read_time(text, language)
    days = read_weekdays(text, language, weekdays)
    if at is None and days is None:
        return None
    hour = at.strftime("%H%M") if at else ""
    return f"{hour} {''.join(map(str, sorted(days)))}" if days else hour


def _delay(text: str, language: str, local: datetime) -> str | None:
    """Minutes from now, none too few: a duration below a day, or a time later today."""
    day = read_day(text, language, local.date())
    if day is not None and day != local.date():
        return None  # "tomorrow at nine" is not today at nine
    length = read_duration(text, language)
    if length is None:
        at = read_time(text, language)
        later = at and datetime.combine(local.date(), at, local.tzinfo) - local
        length = later if later and later > timedelta() else None
    if length is None or length >= _DAY:
        return None
    return str(ceil(length / timedelta(minutes=1)))
