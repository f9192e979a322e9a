"""The buttons that several rooms show, so that one wish always has one name."""

from bot.screens.screen import Button, Row
from bot.screens.speech import Speech
from learning.account.asks import OfferPause, OfferSnooze, Resume, ShowHelp, ShowSettings
from learning.certificates.asks import ShowCertificate
from learning.lessons.asks import NextLesson, RepeatLesson, ReviewNow
from learning.mentoring.matching.asks import ShowHub
from learning.needs.asks import ShowNeeds
from learning.progress.asks import ShowProgress
from learning.resources.asks import ShowResources
from learning.tickets.asks import ReportMistake, ShowTickets


def next_lesson(speech: Speech) -> Button:
    return Button(speech.label("Next lesson"), NextLesson())


def go_on(speech: Speech) -> Button:
    return Button(speech.label("Go on"), NextLesson())


def back_to_lesson(speech: Speech) -> Button:
    """To the card or question where it was left."""
    return Button(speech.label("Back to the lesson"), NextLesson())


def repeat(speech: Speech) -> Button:
    return Button(speech.label("Last lesson again"), RepeatLesson())


def how_sure_now(speech: Speech) -> Button:
    """At the end of the course: the abilities once more."""
    return Button(speech.label("How sure am I now?"), ShowNeeds())


def review(speech: Speech) -> Button:
    return Button(speech.label("Practise"), ReviewNow())


def progress(speech: Speech) -> Button:
    return Button(speech.label("My progress"), ShowProgress())


def certificate(speech: Speech) -> Button:
    return Button(speech.label("My certificate"), ShowCertificate())


def resources(speech: Speech) -> Button:
    return Button(speech.label("Papers to print"), ShowResources())


def settings(speech: Speech) -> Button:
    return Button(speech.label("Settings"), ShowSettings())


def pause(speech: Speech) -> Button:
    return Button(speech.label("Pause"), OfferPause())


def later_today(speech: Speech) -> Button:
    return Button(speech.label("Later today"), OfferSnooze())


def resume(speech: Speech) -> Button:
    return Button(speech.label("Resume lessons"), Resume())


def help_me(speech: Speech) -> Button:
    return Button(speech.label("Help"), ShowHelp())


def report_mistake(speech: Speech, content_id: str) -> Button:
    """`content_id` is "<lesson>.<card>" or "<lesson>.<question>"."""
    lesson, _, part = content_id.partition(".")
    return Button(speech.label("Report a mistake"), ReportMistake(lesson, part))


def find_mentor(speech: Speech) -> Button:
    return Button(speech.label("Find a mentor, or be one"), ShowHub())


def tickets(speech: Speech) -> Button:
    return Button(speech.label("Messages to answer"), ShowTickets())


def menu(speech: Speech) -> tuple[Row, ...]:
    """Where one can go from anywhere."""
    return (
        (next_lesson(speech),),
        (review(speech), progress(speech)),
        (settings(speech), help_me(speech)),
    )
