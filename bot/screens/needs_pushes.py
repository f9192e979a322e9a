"""What the needs analysis sends unasked: short, without pressure, easy to leave."""

from bot.screens import buttons
from bot.screens.html import bold, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.asks import ShowNeeds


def round_called_screen(called: o.RoundCalled, view: View) -> Screen:
    organisation = bold(called.organisation)
    if called.reminded:
        text = view.say(
            "The questions of {organisation} about your work are still open. If you like, six to "
            "eight minutes are enough; if not, that is fine too.",
            organisation=organisation,
        )
    else:
        text = view.say(
            "{organisation} asks what you need for your work. It takes six to eight minutes, is "
            "voluntary, and makes your own path through the course.",
            organisation=organisation,
        )
    until = None
    if called.closes_at is not None:
        until = view.say("It is open until {date}.", date=short_date(view, called.closes_at))
    look = Button(view.label("Have a look"), ShowNeeds())
    return Screen(paragraphs(text, until), ((look,), (buttons.pause(view),)))


def needs_reminded_screen(reminded: o.NeedsReminded, view: View) -> Screen:
    text = view.say(
        "You stopped at question {number} of {of} about what you need. It waits there for you; I "
        "will not remind you again.",
        number=view.number(reminded.number),
        of=view.number(reminded.of),
    )
    return Screen(text, one_a_row(Button(view.label("Go on"), ShowNeeds()), buttons.pause(view)))


def needs_again_screen(again: o.NeedsAgain, view: View) -> Screen:
    text = view.say(
        "You have done the course. Would you like to see what has changed? Nine questions, about "
        "two minutes: the same as at the beginning."
    )
    return Screen(
        text, one_a_row(Button(view.label("Have a look"), ShowNeeds()), buttons.pause(view))
    )
