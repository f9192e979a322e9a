"""Hour and days as somebody said them: echoed, changed, or not possible."""

from datetime import time

from bot.screens.html import bold, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import at_moment, clock, days_of_week
from bot.screens.view import View
from bot.screens.wishes import other_hour
from learning.account import outcomes as o
from learning.account.asks import ChangeTime, ShowChoices
from learning.talk.asks import LeaveTalk


def time_offered_screen(offered: o.TimeOffered, view: View) -> Screen:
    html = paragraphs(bold(_when(offered.at, offered.weekdays, view)), view.say("Is that right?"))
    rows = one_a_row(
        Button(view.label("Yes, that is right"), ChangeTime(offered.at, offered.weekdays)),
        other_hour(view),
        _other_days(view),
        Button(view.label("Leave it as it is"), LeaveTalk()),
    )
    return Screen(html, rows)


def time_changed_screen(changed: o.TimeChanged, view: View) -> Screen:
    settings = changed.settings
    moment = settings.next_at and at_moment(view, settings.next_at)
    html = paragraphs(
        view.say("Saved. Your lessons come like this:"),
        bold(_when(settings.lesson_time, settings.weekdays, view)),
        view.say("The next lesson comes {moment}.", moment=moment) if moment else None,
    )
    return Screen(html, ((other_hour(view), _other_days(view)),))


def time_refused_screen(refused: o.TimeRefused, view: View) -> Screen:
    """What is possible, so that the next answer can be one of it."""
    settings = refused.settings
    html = paragraphs(
        view.say("I am sorry, lessons cannot come then."),
        view.say(
            "They may come from {opens} to {closes}, on these days: {days}.",
            opens=clock(view, settings.opens),
            closes=clock(view, settings.closes),
            days=days_of_week(view, settings.allowed),
        ),
        view.say("Which hour and which days suit you?"),
    )
    leave = Button(view.label("Leave it as it is"), LeaveTalk())
    return Screen(html, ((other_hour(view), _other_days(view)), (leave,)))


def _when(at: time, weekdays: frozenset[int], view: View) -> str:
    return f"{clock(view, at)} · {days_of_week(view, weekdays)}"


def _other_days(view: View) -> Button:
    return Button(view.label("Other days"), ShowChoices(o.Field.WEEKDAYS))
