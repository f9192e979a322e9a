"""What follows from what was understood. Pure: values in, a Meaning out."""

import re
from datetime import datetime
from typing import Any

from dialogue.intents import (
    ASIDES,
    ASKS,
    NOT_UNDERSTOOD,
    OPENED_BY,
    OUT_OF_SCOPE,
    anew,
    deed_of,
    hour_and_days,
    question_of,
)
from dialogue.naming import words_of
from dialogue.sayings import agrees
from dialogue.talks import asks_for_days, completed, settled, valued
from dialogue.understanding import FilledTalk, Understanding
from learning.account.asks import ShowChoices
from learning.account.outcomes import Field
from learning.account.settings import can_come
from learning.ask import Ask
from learning.talk.asks import LeaveTalk
from learning.talk.turns import Listening, Meaning, OpenTalk, Slot, Talk

# In the middle of a question or a talk a text is rather an answer than a wish.
_SURE_ENOUGH = 0.6
_CONFIRMED = (Talk.CHANGE_TIME, Talk.PAUSE)  # asked once more before they are done
_CHAT = ("affirm", "deny")
_PLEASANTRIES = (*_CHAT, "greet", "thanks", "goodbye")  # "till tomorrow" may be a goodbye


def lacks_meaning(text: str) -> bool:
    """No letter and no digit."""
    return not words_of(text)


def says_too_little(text: str) -> bool:
    """One letter, however long it is pressed, or a number: out of a talk it could be anything."""
    words = words_of(text)
    return len(words) <= 1 or words.isdigit()


def meaning_of(said: Understanding, text: str, listening: Listening, local: datetime) -> Meaning:
    before, language = listening.talk, listening.settings.language
    said = settled(said, text, language, local, listening.settings.weekdays)
    if before is not None and said.left:
        # "At nine, but not on Fridays" refuses a day, not the talk.
        return told(before.talk, text, listening, local) or Meaning(LeaveTalk(), turn=True)
    if before is not None and not said.answered:
        return _interrupted(said, text, before, listening, local)
    if said.filled is not None:
        return _filled(said.filled, text, listening, local, turn=before is not None)
    if said.talk is not None and said.talk != before:
        if before is not None or not said.talk.slots:  # no entity was seen in it, or a part of it
            found = told(said.talk.talk, text, listening, local)
            if found is not None:
                return found
        return _turned(said.talk, listening, text, turn=before is not None)
    if before is not None:
        return told(before.talk, text, listening, local) or Meaning(turn=True, talk=before)
    return _wished(said, listening)


def without_understander(text: str, listening: Listening, local: datetime) -> Meaning:
    """A value or a yes that an open talk waits for can be read all the same."""
    if listening.talk is None:
        return Meaning(heard=False)
    if listening.talk.needs is Slot.CONFIRMED and agrees(text):
        return Meaning(deed_of(listening.talk.talk, listening.talk.slots), turn=True)
    found = told(listening.talk.talk, text, listening, local)
    return found or Meaning(talk=listening.talk, heard=False, turn=True)


def _wished(said: Understanding, listening: Listening) -> Meaning:
    guesses = tuple(guess.intent for guess in said.guesses)
    ask = ASKS.get(said.intent)
    if listening.waiting and (said.confidence < _SURE_ENOUGH or said.intent in _CHAT):
        ask = None
    return Meaning(ask, guesses=guesses, aside=said.intent in ASIDES)


def _interrupted(
    said: Understanding, text: str, before: OpenTalk, listening: Listening, local: datetime
) -> Meaning:
    """Another wish in the middle of a talk, unless it can be read as what the talk waits for. A
    wish that opens a talk, this one or another, begins it anew, with the value that came along."""
    unsure = said.intent in (NOT_UNDERSTOOD, OUT_OF_SCOPE) or said.confidence < _SURE_ENOUGH
    chatty = unsure or said.intent in _PLEASANTRIES
    found = told(before.talk, text, listening, local) if chatty else None
    if found is not None:
        return found
    if before.needs is Slot.CONFIRMED and agrees(_first_clause(text)):
        return Meaning(deed_of(before.talk, before.slots), turn=True)
    if not unsure and (opened := OPENED_BY.get(said.intent)) is not None:
        found = told(opened, text, listening, local)
        return found or _turned(anew(opened), listening, text, turn=True)
    ask = None if unsure else ASKS.get(said.intent)
    if ask is None:
        return Meaning(turn=True, talk=before)
    return Meaning(ask, turn=True, aside=said.intent in ASIDES)


def _first_clause(text: str) -> str:
    """ "Yes" of "yes, thank you so much"."""
    return re.split(r"[,.;!]", text, maxsplit=1)[0]


def _filled(
    filled: FilledTalk, text: str, listening: Listening, local: datetime, *, turn: bool
) -> Meaning:
    if filled.confirmed:
        return Meaning(deed_of(filled.talk, filled.slots), turn=turn)
    again = anew(filled.talk)
    found = told(filled.talk, text, listening, local)  # "no, at nine"
    return found or _turned(again, listening, text, turn=turn)


def _turned(talk: OpenTalk, listening: Listening, text: str, *, turn: bool) -> Meaning:
    """The next question of the talk; what cannot be is answered, and asked for again."""
    question = _question(talk, text)
    if not _is_possible(talk, listening):
        talk = anew(talk.talk)
    return Meaning(question, talk, turn=turn)


def _question(talk: OpenTalk, text: str) -> Ask[Any]:
    question = question_of(talk)
    if question == ShowChoices(Field.HOUR) and asks_for_days(text):
        return ShowChoices(Field.WEEKDAYS)
    return question


def _is_possible(talk: OpenTalk, listening: Listening) -> bool:
    if talk.talk is not Talk.CHANGE_TIME or Slot.WHEN not in talk.slots:
        return True
    return can_come(listening.settings, *hour_and_days(talk.slots[Slot.WHEN]))


def told(talk: Talk, text: str, listening: Listening, local: datetime) -> Meaning | None:
    """The text as the value that this talk begins with; None when it cannot be read as one.

    "No, at nine" keeps the days that are proposed; "not today" is a pause, not a snooze.
    """
    settings, first = listening.settings, anew(talk)
    proposed = _proposed(talk, listening)
    days = hour_and_days(proposed)[1] or settings.weekdays
    value = valued(first.needs, text, settings.language, local, days)
    if value is None:
        return told(Talk.PAUSE, text, listening, local) if talk is Talk.SNOOZE else None
    if proposed:
        value = completed(value, proposed)
    slots, turn = {first.needs: value}, listening.talk is not None
    if talk in _CONFIRMED:
        return _turned(OpenTalk(talk, Slot.CONFIRMED, slots), listening, text, turn=turn)
    return Meaning(deed_of(talk, slots), turn=turn)


def _proposed(talk: Talk, listening: Listening) -> str:
    """The hour and days that wait for a yes."""
    open_ = listening.talk
    return open_.told if talk is Talk.CHANGE_TIME and open_ and open_.talk is talk else ""
