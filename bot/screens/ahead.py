"""Features that are not there yet: what is so, and the nearest thing."""

from typing import assert_never

from bot.screens import buttons
from bot.screens.html import Html, paragraphs
from bot.screens.screen import Button, Screen
from bot.screens.view import View
from bot.screens.wishes import a_person
from learning.talk.model import Feature
from learning.talk.outcomes import NotThereYet


def not_there_screen(asked: NotThereYet, view: View) -> Screen:
    html = paragraphs(_what(asked.feature, view), _nearest(asked.feature, view))
    return Screen(html, ((_button(asked.feature, view),), (buttons.help_me(view),)))


def _what(feature: Feature, view: View) -> Html:
    match feature:
        case Feature.MENTOR:
            return view.say("Mentors cannot be reached through me yet.")
        case Feature.JOB_SHADOWING:
            return view.say("I cannot plan days of job shadowing yet.")
        case _:
            assert_never(feature)


def _nearest(feature: Feature, view: View) -> Html:
    match feature:
        case _:
            return view.say("A person of your organisation can help: shall I pass a message on?")


def _button(feature: Feature, view: View) -> Button:
    match feature:
        case _:
            return a_person(view)
