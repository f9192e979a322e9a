"""Making a sheet of codes, step by step, and printing it."""

from bot.screens.drawing import CodeSlip, SheetDrawing
from bot.screens.html import Html, bold, paragraphs
from bot.screens.roles import channel_name, department_name, role_name
from bot.screens.screen import Button, Row, Screen, in_rows
from bot.screens.speech import Speech
from bot.screens.times import full_date
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
from learning.readings import PrintedCode, PrintedSheet
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
    return Screen(html, (tuple(numbers), (_anew(view),)), prompt=_waiting(asked.sheet))


def _waiting(sheet: int) -> Shown:
    """A typed reply to this message is a name or a number for the sheet."""
    return Shown(Focus(Prompt.SHEET, sheet), 0)


def days_asked_screen(asked: o.DaysAsked, view: View) -> Screen:
    html = paragraphs(_what(asked, view), view.say("For how long shall they be valid?"))
    days = [
        Button(view.label_n("{n} day", "{n} days", n), MakeSheet(asked.sheet, asked.revision, n))
        for n in DAYS
    ]
    return Screen(html, (tuple(days), (_anew(view),)))


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


def sheet_ready_screen(ready: o.SheetReady, sheet: PrintedSheet | None, view: View) -> Screen:
    """The paper in the organisation's language, the words around it in the coordinator's."""
    rows = ((sheets_button(view), _anew(view)),)
    if sheet is None or not sheet.codes:
        return Screen(view.say("There is no unused code on this sheet any more."), rows)
    if sheet.kind is CodeKind.OPEN:
        hint = view.say("Put it wherever people come by. Whoever uses it learns on their own.")
    else:
        hint = view.say(
            "One code for each person: print, cut, hand out. Keep a list of who got which code "
            "if you may need to change something for a person later; I keep no names. Send "
            "/code with a code to see what became of it."
        )
    count = view.say_n("{n} code is ready.", "{n} codes are ready.", len(sheet.codes))
    return Screen(paragraphs(bold(count), hint), rows, drawing=_drawing(sheet, view))


def _drawing(sheet: PrintedSheet, view: View) -> SheetDrawing:
    speech = Speech(sheet.language)
    valid = None
    if sheet.expires_at is not None:
        valid = speech.label("Valid until {date}", date=full_date(speech, sheet.expires_at.date()))
    return SheetDrawing(
        file_name="q-ser-codes.pdf",
        language=sheet.language,
        title=_title(sheet, speech),
        valid=valid,
        steps=(
            speech.label("1. Scan the code with your phone, or open the link."),
            speech.label("2. In Telegram, press Start."),
        ),
        by_hand=speech.label("Or write to @{bot} in Telegram:", bot=view.bot_username),
        slips=tuple(_slip(sheet, code, view) for code in sheet.codes),
    )


def _title(sheet: PrintedSheet, speech: Speech) -> str:
    if sheet.kind is CodeKind.OPEN:
        return speech.label("Five-minute lessons on your phone")
    if sheet.role is not Role.LEARNER:
        role = role_name(speech, sheet.role)
        return speech.label("Your personal code as {role}", role=role)
    return speech.label("Your personal code for the Q-SER lessons")


def _slip(sheet: PrintedSheet, code: PrintedCode, view: View) -> CodeSlip:
    return CodeSlip(
        organisation=sheet.organisation,
        department=code.department or "",
        command=f"/start {code.code}",
        link=f"https://t.me/{view.bot_username}?start={code.code}",
    )


def sheets_button(view: Speech) -> Button:
    return Button(view.label("My sheets"), ShowSheets())


def _anew(view: Speech) -> Button:
    return Button(view.label("New invitation"), Invite())


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
