"""Which ask an intent is. A feature joins the talk by its line here."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from learning.account.asks import (
    ChangeTime,
    ChooseSetting,
    OfferPause,
    OfferPauseEnd,
    OfferPauseUntil,
    OfferSnooze,
    OfferTime,
    PauseUntil,
    Resume,
    ShowChoices,
    ShowHelp,
    Snooze,
)
from learning.account.model import PauseScope
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.certificates.asks import ShowCertificate
from learning.events.asks import FindMine, FindSeat, ShowEvents
from learning.glossary.asks import ExplainTerm, OfferTerms
from learning.lessons.asks import NextLesson, RepeatLesson, ReviewNow
from learning.mentoring.asks import SayHowItWent, ShowMentoring
from learning.mentoring.check_in import Result
from learning.mentoring.shadowing.asks import FindShadowing
from learning.needs.asks import ShowNeeds
from learning.progress.asks import ShowProgress
from learning.records.asks import OfferErasure, OfferMyData, ShowKept
from learning.resources.asks import ShowResources
from learning.talk.asks import MakeSmallTalk
from learning.talk.model import SmallTalk
from learning.talk.turns import OpenTalk, Slot, Talk
from learning.tickets.asks import OpenTicket
from learning.tickets.model import TicketKind

NOT_UNDERSTOOD = "nlu_fallback"
OUT_OF_SCOPE = "out_of_scope"

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
    "start_needs_analysis": ShowNeeds(),
    "my_mentoring": ShowMentoring(),
    "checkin_done": SayHowItWent(Result.DONE),
    "checkin_not_done": SayHowItWent(Result.NOT_YET),
    "checkin_need_help": SayHowItWent(Result.HELP),
    "ask_mentor": ShowMentoring(),
    "job_shadowing": FindShadowing(),
    "list_webinars": ShowEvents(),
    "register_webinar": FindSeat(),
    "cancel_registration": FindMine(),
    "resources": ShowResources(),
    "certificate": ShowCertificate(),
    "explain_term": OfferTerms(()),
    "privacy": ShowKept(),
    "export_my_data": OfferMyData(),
    "delete_my_data": OfferErasure(),
    "human": OpenTicket(TicketKind.PERSON),
    "problem": OpenTicket(TicketKind.PROBLEM),
    "help": ShowHelp(),
    "greet": MakeSmallTalk(SmallTalk.GREETING),
    "thanks": MakeSmallTalk(SmallTalk.THANKS),
    "goodbye": MakeSmallTalk(SmallTalk.GOODBYE),
    "affirm": MakeSmallTalk(SmallTalk.YES),
    "deny": MakeSmallTalk(SmallTalk.NO),
    OUT_OF_SCOPE: None,
    NOT_UNDERSTOOD: None,
}

# They only ask for information: a talk that is open goes on after the answer.
ASIDES = frozenset(
    {
        *("show_progress", "explain_term", "privacy", "help", "certificate", "resources"),
        *("list_webinars", "job_shadowing", "my_mentoring", "greet", "thanks", "affirm"),
    }
)

OPENERS: Mapping[Talk, str] = {
    Talk.CHANGE_TIME: "change_time",
    Talk.PAUSE: "pause_lessons",
    Talk.SNOOZE: "snooze",
    Talk.LANGUAGE: "change_language",
}
OPENED_BY = {intent: talk for talk, intent in OPENERS.items()}

_FIRST: Mapping[Talk, Slot] = {
    Talk.CHANGE_TIME: Slot.WHEN,
    Talk.PAUSE: Slot.UNTIL,
    Talk.SNOOZE: Slot.DELAY,
    Talk.LANGUAGE: Slot.LANGUAGE,
}


def explained(terms: tuple[str, ...]) -> Ask[Any]:
    """The one term, or the choice between several."""
    return ExplainTerm(terms[0]) if len(terms) == 1 else OfferTerms(terms)


def anew(talk: Talk) -> OpenTalk:
    """The talk at its beginning."""
    return OpenTalk(talk, _FIRST[talk])


def question_of(talk: OpenTalk) -> Ask[Any]:
    """What is asked next, with buttons beside which the answer may be typed."""
    match talk.talk:
        case Talk.CHANGE_TIME if talk.needs is Slot.CONFIRMED:
            return OfferTime(*hour_and_days(talk.slots[Slot.WHEN]))
        case Talk.CHANGE_TIME:
            return ShowChoices(Field.HOUR)
        case Talk.PAUSE if talk.needs is Slot.CONFIRMED:
            return OfferPauseUntil(date.fromisoformat(talk.slots[Slot.UNTIL]))
        case Talk.PAUSE:
            return OfferPauseEnd(PauseScope.LESSONS)
        case Talk.SNOOZE:
            return OfferSnooze()
        case Talk.LANGUAGE:
            return ShowChoices(Field.LANGUAGE)


def deed_of(talk: Talk, slots: Mapping[Slot, str]) -> Ask[Any]:
    """What a talk comes to once it is settled (dialogue/talks.py) and the person said yes."""
    match talk:
        case Talk.CHANGE_TIME:
            return ChangeTime(*hour_and_days(slots[Slot.WHEN]))
        case Talk.PAUSE:
            return PauseUntil(PauseScope.LESSONS, date.fromisoformat(slots[Slot.UNTIL]))
        case Talk.SNOOZE:
            return Snooze(int(slots[Slot.DELAY]))
        case Talk.LANGUAGE:
            return ChooseSetting(Field.LANGUAGE, slots[Slot.LANGUAGE])


def hour_and_days(when: str) -> tuple[time | None, frozenset[int] | None]:
    """ "0830 0123" → 8:30, Monday to Thursday; either part may be missing."""
    hour, _, days = when.partition(" ")
    at = time(int(hour[:2]), int(hour[2:])) if hour else None
    return at, frozenset(map(int, days)) or None
