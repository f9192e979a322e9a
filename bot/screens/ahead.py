"""What somebody asks for without being where it is: what is so, and the nearest thing."""

from typing import assert_never

from bot.screens import buttons
from bot.screens.html import paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.view import View
from bot.screens.wishes import a_person
from learning.resources.asks import GiveResource
from learning.talk.model import Feature
from learning.talk.outcomes import NotThereYet

PAPER = "job-shadowing"


def not_there_screen(asked: NotThereYet, view: View) -> Screen:
    match asked.feature:
        case Feature.JOB_SHADOWING:
            return _job_shadowing(view)
        case _:
            assert_never(asked.feature)


def _job_shadowing(view: View) -> Screen:
    on_paper = PAPER in view.curriculum.resources
    html = paragraphs(
        view.say(
            "The two of a mentoring pair plan a day of job shadowing here together. You are in no "
            "pair at the moment."
        ),
        view.say("What helps already: the guidelines and the plan for the day, as a PDF.")
        if on_paper
        else None,
        view.say("A person of your organisation can help: shall I pass a message on?"),
    )
    paper = Button(view.label("Guidelines and day plan (PDF)"), GiveResource(PAPER))
    return Screen(
        html,
        one_a_row(
            buttons.find_mentor(view),
            paper if on_paper else None,
            a_person(view),
            buttons.help_me(view),
        ),
    )
