"""What the bot says when it did not understand, and when nothing was asked for."""

from dataclasses import replace
from datetime import date, time
from typing import Any, assert_never

from bot.screens import buttons
from bot.screens.html import Html, bold, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import at_moment, clock, days_of_week, full_date
from bot.screens.view import View
from bot.screens.wishes import a_person, guessed
from learning.account.asks import ChangeTime, PauseUntil
from learning.account.model import PauseScope
from learning.ask import Ask
from learning.talk import outcomes as o
from learning.talk.asks import LeaveTalk
from learning.talk.model import SmallTalk
from learning.talk.turns import Slot

OFFERS_A_PERSON = 3  # texts not understood, one after the other


def not_understood_screen(missed: o.NotUnderstood, view: View) -> Screen:
    """Never the same twice running: a guess, an example, a person."""
    if missed.needs is not None:
        return _value_missing_screen(missed, missed.needs, view)
    guesses = guessed(view, missed.guesses)
    if _offers_a_person(missed.misses):
        text = view.say(
            "I still do not understand, and I am sorry. Would you rather write to a person? "
            "Everything else is here, too:"
        )
        return Screen(text, ((a_person(view),), *buttons.menu(view)))
    if missed.misses % 2 == 0:
        text = view.say(
            "That is beyond me as well. I understand short wishes best, such as “next lesson” or "
            "“lessons at half past eight”."
        )
    elif guesses:
        text = view.say("I am not sure that I understood you. Did you mean one of these?")
    else:
        text = view.say("I did not understand that. What would you like to do?")
    shown = {button.ask for button in guesses}
    return Screen(text, (*in_rows(guesses, 2), *_menu_without(view, shown)))


def only_buttons_screen(outcome: o.OnlyButtons, view: View) -> Screen:
    if outcome.misses % 2:
        text = view.say(
            "Just now I understand only buttons and commands. What would you like to do?"
        )
    else:
        text = view.say(
            "I still cannot read free text. Buttons and commands work as always; /help lists them."
        )
    return Screen(text, buttons.menu(view))


def client_case_screen(outcome: o.ClientCase, view: View) -> Screen:
    text = paragraphs(
        view.say(
            "That sounds like somebody you serve. Please do not share such details here: this "
            "chat is no place for a case, and Telegram keeps its own copy."
        ),
        view.say("I have not kept your text. You can delete the message in this chat."),
        view.say("For a case, turn to your colleagues in person. What else can I do for you?"),
    )
    return Screen(text, buttons.menu(view))


def aside_screen(aside: o.Aside, answer: Screen, view: View) -> Screen:
    """The answer, and then the talk goes on where it was; its buttons come first."""
    back = paragraphs(
        view.say("And back to what we were at:"),
        _told(aside.told, view),
        _still_asked(aside.needs, view),
    )
    rows = (*_settling(aside.told, view), *answer.rows)
    return replace(answer, html=paragraphs(answer.html, back), rows=rows)


def talk_left_screen(outcome: o.TalkLeft, view: View) -> Screen:
    text = view.say("All right, everything stays as it is. What would you like to do?")
    return Screen(text, buttons.menu(view))


def small_talk_screen(made: o.SmallTalkMade, view: View) -> Screen:
    match made.kind:
        case SmallTalk.GREETING:
            text = view.say("Hello! Good to hear from you. What would you like to do?")
        case SmallTalk.THANKS:
            text = view.say("You are welcome! I am here whenever you like.")
        case SmallTalk.GOODBYE:
            text = paragraphs(view.say("Goodbye, and take care."), _next_lesson(made, view))
        case SmallTalk.YES:
            text = view.say("Good! What would you like to do?")
        case SmallTalk.NO:
            text = view.say("All right. If you would like something else, here it is:")
        case SmallTalk.STOP:
            text = view.say(
                "We can stop here. Nothing is lost, and you can go on at any time. If I write too "
                "often, a pause helps."
            )
            return Screen(text, ((buttons.go_on(view), buttons.pause(view)),))
        case SmallTalk.MACHINE:
            text = view.say(
                "I am a programme, not a person: I bring the lessons, and I understand short "
                "wishes. To write to a person, there is /human."
            )
        case _:
            assert_never(made.kind)
    return Screen(text, buttons.menu(view))


def _next_lesson(made: o.SmallTalkMade, view: View) -> Html | None:
    if made.next_at is None:
        return None
    return view.say("The next lesson comes {moment}.", moment=at_moment(view, made.next_at))


def _value_missing_screen(missed: o.NotUnderstood, needs: Slot, view: View) -> Screen:
    text = paragraphs(
        view.say("I did not catch that."), _told(missed.told, view), _still_asked(needs, view)
    )
    person = a_person(view) if _offers_a_person(missed.misses) else None
    return Screen(text, (*_settling(missed.told, view), *one_a_row(person)))


def _settling(told: str, view: View) -> tuple[Row, ...]:
    """Yes to what waits for one, and the way out."""
    yes = Button(view.label("Yes, that is right"), _deed(told)) if told else None
    return one_a_row(yes, Button(view.label("Leave it as it is"), LeaveTalk()))


def _deed(told: str) -> Ask[Any]:
    if "-" in told:
        return PauseUntil(PauseScope.LESSONS, date.fromisoformat(told))
    return ChangeTime(*_hour_and_days(told))


def _hour_and_days(told: str) -> tuple[time | None, frozenset[int] | None]:
    hour, _, days = told.partition(" ")
    return _hour(hour), frozenset(map(int, days)) or None


def _hour(hour: str) -> time | None:
    return time(int(hour[:2]), int(hour[2:])) if hour else None


def _told(told: str, view: View) -> Html | None:
    """ "0830 0123" or "2026-12-03" as people say it, for the yes is to that."""
    if not told:
        return None
    if "-" in told:
        return bold(view.say("Until {day}", day=full_date(view, date.fromisoformat(told))))
    hour, days = _hour_and_days(told)
    parts = (clock(view, hour) if hour else "", days_of_week(view, days) if days else "")
    return bold(" · ".join(part for part in parts if part))


def _still_asked(needs: Slot, view: View) -> Html:
    match needs:
        case Slot.WHEN:
            return view.say(
                "At what hour, and on which days? For example: “half past eight, but not on "
                "Fridays”."
            )
        case Slot.UNTIL:
            return view.say("Until when shall I pause? For example: “until Monday” or “2 weeks”.")
        case Slot.DELAY:
            return view.say("When shall I come back? For example: “in an hour” or “at 5”.")
        case Slot.LANGUAGE:
            return view.say("Which language would you like: English, Greek or Spanish?")
        case Slot.CONFIRMED:
            return view.say("Was that right? Please answer yes or no.")
        case _:
            assert_never(needs)


def _offers_a_person(misses: int) -> bool:
    return misses >= OFFERS_A_PERSON and misses % 2 == 1


def _menu_without(view: View, shown: set[Any]) -> tuple[Row, ...]:
    rows = (tuple(b for b in row if b.ask not in shown) for row in buttons.menu(view))
    return tuple(row for row in rows if row)
