"""Pausing, resuming and putting a lesson off."""

from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, in_rows, one_a_row
from bot.screens.times import at_moment, full_date, on_day
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import OfferPauseEnd, Pause, PauseUntil, Snooze
from learning.account.model import PauseScope
from learning.talk.asks import LeaveTalk


def pause_offered_screen(offered: o.PauseOffered, view: View) -> Screen:
    running = offered.settings.paused is not None
    html = paragraphs(
        bold(view.say("A pause")),
        paused_until(view, offered.settings),
        view.say("What shall I pause?"),
        lines(
            view.say("• <b>Lessons:</b> no lessons and no reminders."),
            view.say("• <b>Everything:</b> I do not write by myself at all."),
        ),
        view.say("You can learn at any time all the same."),
    )
    rows = one_a_row(
        buttons.resume(view) if running else None,
        Button(view.label("Only the lessons"), OfferPauseEnd(PauseScope.LESSONS)),
        Button(view.label("Everything"), OfferPauseEnd(PauseScope.EVERYTHING)),
    )
    return Screen(html, rows)


def pause_end_screen(offered: o.PauseEndOffered, view: View) -> Screen:
    def button(label: str, days: int | None) -> Button:
        return Button(label, Pause(offered.scope, days))

    buttons_ = [
        button(view.label("Only today"), 1),
        button(view.label("3 days"), 3),
        button(view.label("1 week"), 7),
        button(view.label("2 weeks"), 14),
        button(view.label("30 days"), 30),
        button(view.label("Until I resume"), None),
    ]
    return Screen(view.say("For how long?"), in_rows(buttons_, 2))


def pause_until_screen(offered: o.PauseUntilOffered, view: View) -> Screen:
    text = paragraphs(
        bold(view.say("A pause")),
        view.say(
            "From today on no lessons; they begin again {day}.", day=on_day(view, offered.again)
        ),
        view.say("Is that right?"),
    )
    rows = one_a_row(
        Button(view.label("Yes, that is right"), PauseUntil(PauseScope.LESSONS, offered.until)),
        Button(view.label("Pause everything"), PauseUntil(PauseScope.EVERYTHING, offered.until)),
        Button(view.label("Another day"), OfferPauseEnd(PauseScope.LESSONS)),
        Button(view.label("Leave it as it is"), LeaveTalk()),
    )
    return Screen(text, rows)


def paused_screen(paused: o.Paused, view: View) -> Screen:
    if paused.scope is PauseScope.LESSONS:
        what = view.say("Your lessons are paused.")
    else:
        what = view.say("Everything is paused: I will not write by myself.")
    if paused.until is None:
        until = view.say("Lessons begin again when you say so.")
    else:
        until = view.say("Lessons begin again {day}.", day=on_day(view, paused.until))
    return Screen(paragraphs(what, until), ((buttons.resume(view),),))


def resumed_screen(resumed: o.Resumed, view: View) -> Screen:
    if resumed.was_paused:
        text = view.say("Welcome back! Your lessons come again.")
    else:
        text = view.say("Nothing was paused.")
    next_at = resumed.next_at
    moment = None
    if next_at is not None:
        moment = view.say("The next lesson comes {moment}.", moment=at_moment(view, next_at))
    return Screen(paragraphs(text, moment), ((buttons.next_lesson(view),),))


def snooze_offered_screen(offered: o.SnoozeOffered, view: View) -> Screen:
    snoozes = [
        Button(view.label("In 30 minutes"), Snooze(30)),
        Button(view.label("In 1 hour"), Snooze(60)),
        Button(view.label("In 2 hours"), Snooze(120)),
        Button(view.label("In 4 hours"), Snooze(240)),
    ]
    return Screen(view.say("Of course. When shall I come back?"), in_rows(snoozes, 2))


def snoozed_screen(snoozed: o.Snoozed, view: View) -> Screen:
    text = view.say("Good. I will come back {moment}.", moment=at_moment(view, snoozed.until))
    return Screen(text, ((Button(view.label("Begin now"), buttons.next_lesson(view).ask),),))


def paused_until(view: View, settings: o.Settings) -> Html | None:
    """Until when a pause runs; None when there is none."""
    if settings.paused is None:
        return None
    if settings.paused_until is None:
        return view.say("Paused until you resume.")
    return view.say("Paused until {date}.", date=full_date(view, settings.paused_until))
