"""Which ask an intent is. An intent whose feature is not there yet is None."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogue.understanding import FilledTalk, OpenTalk, Slot, Talk
from learning.account.asks import (
    ChooseSetting,
    OfferPause,
    OfferSnooze,
    Pause,
    Resume,
    ShowChoices,
    ShowHelp,
    ShowNotice,
    Snooze,
)
from learning.account.model import PauseScope
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.certificates.asks import ShowCertificate
from learning.lessons.asks import NextLesson, RepeatLesson, ReviewNow
from learning.progress.asks import ShowProgress
from learning.resources.asks import ShowResources

NOT_UNDERSTOOD = "nlu_fallback"

ASKS: Mapping[str, Ask[Any] | None] = {
    "next_lesson": NextLesson(),
    "repeat_lesson": RepeatLesson(),
    "review_now": ReviewNow(),
    "show_progress": ShowProgress(),
    "pause_lessons": OfferPause(),
    "resume_lessons": Resume(),
    "snooze": OfferSnooze(),
    "change_time": ShowChoices(Field.HOUR),
    "change_language": ShowChoices(Field.LANGUAGE),
    "start_needs_analysis": None,
    "my_mentoring": None,
    "checkin_done": None,
    "checkin_not_done": None,
    "checkin_need_help": None,
    "ask_mentor": None,
    "job_shadowing": None,
    "list_webinars": None,
    "register_webinar": None,
    "cancel_registration": None,
    "resources": ShowResources(),
    "certificate": ShowCertificate(),
    "explain_term": None,
    "privacy": ShowNotice(),
    "export_my_data": None,
    "delete_my_data": None,
    "human": None,
    "problem": None,
    "help": ShowHelp(),
    "greet": None,
    "thanks": None,
    "goodbye": None,
    "affirm": None,
    "deny": None,
    "out_of_scope": None,
    NOT_UNDERSTOOD: None,
}

_CHOICES: Mapping[Talk, Ask[Any]] = {
    Talk.CHANGE_TIME: ShowChoices(Field.HOUR),
    Talk.PAUSE: OfferPause(),
    Talk.SNOOZE: OfferSnooze(),
    Talk.LANGUAGE: ShowChoices(Field.LANGUAGE),
}


def choices_for(talk: OpenTalk) -> Ask[Any]:
    """The same question with buttons, beside which the answer may also be typed."""
    return _CHOICES[talk.talk]


def asks_of(filled: FilledTalk, today: date, weekdays: frozenset[int]) -> tuple[Ask[Any], ...]:
    """What a settled talk (dialogue/talks.py) comes to; nothing when the person said no.

    `today` is local; `weekdays` are the person's days now, as days are toggled one by one.
    """
    if not filled.confirmed:
        return ()
    match filled.talk:
        case Talk.CHANGE_TIME:
            return _new_time(filled.slots[Slot.WHEN], weekdays)
        case Talk.PAUSE:
            until = date.fromisoformat(filled.slots[Slot.UNTIL])
            return (Pause(PauseScope.LESSONS, (until - today).days),)
        case Talk.SNOOZE:
            return (Snooze(int(filled.slots[Slot.DELAY])),)
        case Talk.LANGUAGE:
            return (ChooseSetting(Field.LANGUAGE, filled.slots[Slot.LANGUAGE]),)


def _new_time(when: str, weekdays: frozenset[int]) -> tuple[Ask[Any], ...]:
    """New days are added before old ones go, so that at no moment none is left."""
    hour, _, days = when.partition(" ")
    wanted = frozenset(map(int, days)) or weekdays
    toggled = [*sorted(wanted - weekdays), *sorted(weekdays - wanted)]
    asks = [ChooseSetting(Field.WEEKDAYS, str(day)) for day in toggled]
    return (*([ChooseSetting(Field.HOUR, hour)] if hour else []), *asks)
