"""A turn of mentoring: where the two are, and what comes next."""

from bot.screens.html import bold, paragraphs
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring import outcomes as o
from learning.mentoring.model import Side


def turn_begun_screen(begun: o.TurnBegun, view: View) -> Screen:
    mentor = view.say("You are the mentor of a new pair.")
    mentee = view.say("You have a mentor now.")
    html = paragraphs(
        bold(mentor if begun.side is Side.MENTOR else mentee),
        view.say(
            "Both of you said yes. The first thing is to agree how you want to work together: "
            "your goals, how often you meet, and how either of you can end it."
        ),
    )
    return Screen(html)
