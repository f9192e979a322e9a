"""Making a sheet of codes, step by step."""

from bot.screens.html import Html, bold, paragraphs
from bot.screens.roles import channel_name, department_name, role_name
from bot.screens.screen import Button, Row, Screen, in_rows
from bot.screens.speech import Speech
from bot.screens.view import View
from learning.account.model import CodeKind, Role
from learning.organisations import outcomes as o
from learning.organisations.asks import (
    ChooseChannel,
    ChooseDepartment,
    ChooseNumber,
    ChooseRole,
    Invite,
    MakeSheet,
    ShowSheets,
)
from learning.organisations.model import CHANNELS, INVITED, MOST_CODES
from learning.talk.model import Focus, Prompt, Shown

NUMBERS = (10, 25, 50, 100)
DAYS = (30, 90, 365)
MOST_BUTTONS = 40
LONGEST_LABEL = 36


def department_asked_screen(asked: o.DepartmentAsked, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Invite people of {organisation}", organisation=asked.organisation)),
        view.say(
            "For which department are the codes? Tap one, or write a new name. I then make a "
            "sheet to print: one code for each person, with no names on it."
        ),
        view.say(
            "Have you a list already? Send it here as a CSV file with two columns, department "
            "and code. Please no names."
        ),
    )
    known = [
        Button(shortened(each.name), ChooseDepartment(asked.sheet, each.id))
        for each in asked.departments[:MOST_BUTTONS]
    ]
    whole = Button(view.label("The whole organisation"), ChooseDepartment(asked.sheet, None))
    rows: tuple[Row, ...] = (*in_rows(known, 2), (whole,), *_special(asked.sheet, view))
    rows = (*rows, (sheets_button(view),))
    return Screen(html, rows, prompt=_waiting(asked.sheet))


def _special(sheet: int, view: View) -> tuple[Row, ...]:
    """One code for somebody with a role, and codes for everybody."""
    roles = [
        Button(view.label("Invite: {role}", role=role_name(view, role)), ChooseRole(sheet, role))
        for role in INVITED
    ]
    channels = [
        Button(
            view.label("Code for all: {channel}", channel=channel_name(view, channel)),
            ChooseChannel(sheet, channel),
        )
        for channel in CHANNELS
    ]
    return (*in_rows(roles, 2), *in_rows(channels, 2))


def number_asked_screen(asked: o.NumberAsked, view: View) -> Screen:
    wrong = None
    if asked.unreadable:
        wrong = view.say(
            "Please write a number from 1 to {most}, in digits.", most=view.number(MOST_CODES)
        )
    html = paragraphs(
        view.say(
            "Codes for: {department}", department=bold(department_name(view, asked.department))
        ),
        wrong,
        view.say("How many do you need? Tap, or write another number."),
    )
    numbers = [Button(view.number(n), ChooseNumber(asked.sheet, n)) for n in NUMBERS]
    return Screen(html, (tuple(numbers), (anew(view),)), prompt=_waiting(asked.sheet))


def _waiting(sheet: int) -> Shown:
    """A typed reply to this message is a name or a number for the sheet."""
    return Shown(Focus(Prompt.SHEET, sheet), 0)


def days_asked_screen(asked: o.DaysAsked, view: View) -> Screen:
    html = paragraphs(_what(asked, view), view.say("For how long shall they be valid?"))
    days = [
        Button(view.label_n("{n} day", "{n} days", n), MakeSheet(asked.sheet, asked.revision, n))
        for n in DAYS
    ]
    return Screen(html, (tuple(days), (anew(view),)))


def _what(asked: o.DaysAsked, view: View) -> Html:
    if asked.kind is CodeKind.OPEN:
        return view.say(
            "A code for everybody ({channel}). It counts how many came by it; it makes nobody a "
            "member of your organisation.",
            channel=bold(channel_name(view, asked.channel)),
        )
    if asked.role is not Role.LEARNER:
        return view.say(
            "One code for one person, with the role: {role}.",
            role=bold(role_name(view, asked.role)),
        )
    return view.say_n(
        "{n} code for: {department}",
        "{n} codes for: {department}",
        asked.number,
        department=bold(department_name(view, asked.department)),
    )


def sheets_button(view: Speech) -> Button:
    return Button(view.label("My sheets"), ShowSheets())


def anew(view: Speech) -> Button:
    return Button(view.label("New invitation"), Invite())


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
