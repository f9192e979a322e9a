"""A wish that was guessed, as a button."""

from collections.abc import Callable, Mapping

from bot.screens import buttons
from bot.screens.screen import Button
from bot.screens.speech import Speech
from learning.account.asks import ShowChoices
from learning.account.outcomes import Field
from learning.records.asks import OfferErasure, OfferMyData, ShowKept
from learning.tickets.asks import OpenTicket
from learning.tickets.model import TicketKind


def other_hour(speech: Speech) -> Button:
    return Button(speech.label("Another hour"), ShowChoices(Field.HOUR))


def _language(speech: Speech) -> Button:
    return Button(speech.label("Change the language"), ShowChoices(Field.LANGUAGE))


def _kept(speech: Speech) -> Button:
    return Button(speech.label("What is kept, and who sees it"), ShowKept())


def _my_data(speech: Speech) -> Button:
    return Button(speech.label("A copy of my data"), OfferMyData())


def _erasure(speech: Speech) -> Button:
    return Button(speech.label("Erase my data"), OfferErasure())


def a_person(speech: Speech) -> Button:
    return Button(speech.label("Write to a person"), OpenTicket(TicketKind.PERSON))


def _problem(speech: Speech) -> Button:
    return Button(speech.label("Something is wrong"), OpenTicket(TicketKind.PROBLEM))


# By intent. One without a button is never offered as a guess.
WISHES: Mapping[str, Callable[[Speech], Button]] = {
    "next_lesson": buttons.next_lesson,
    "repeat_lesson": buttons.repeat,
    "review_now": buttons.review,
    "show_progress": buttons.progress,
    "pause_lessons": buttons.pause,
    "resume_lessons": buttons.resume,
    "snooze": buttons.later_today,
    "change_time": other_hour,
    "change_language": _language,
    "privacy": _kept,
    "export_my_data": _my_data,
    "delete_my_data": _erasure,
    "human": a_person,
    "ask_mentor": a_person,
    "checkin_need_help": a_person,
    "problem": _problem,
    "help": buttons.help_me,
}


def guessed(speech: Speech, intents: tuple[str, ...]) -> list[Button]:
    """A button for each guess that has one, the likeliest first, none twice."""
    found = [WISHES[intent](speech) for intent in intents if intent in WISHES]
    return list({button.ask: button for button in found}.values())
