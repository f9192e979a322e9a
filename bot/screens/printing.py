"""What is printed of a sheet: a poster or leaflet of an open code, slips of codes for one each.

The paper is in the organisation's language, the words around it in the coordinator's.
"""

from bot.screens.drawing import CodeSlip, PosterDrawing, SheetDrawing
from bot.screens.html import bold, paragraphs
from bot.screens.inviting import anew, sheets_button
from bot.screens.roles import role_name
from bot.screens.screen import Screen
from bot.screens.speech import Speech
from bot.screens.times import full_date
from bot.screens.view import View
from learning.account.model import CodeKind, Role
from learning.organisations import outcomes as o
from learning.readings import PrintedCode, PrintedSheet

LEAFLET = "leaflet"  # of learning.organisations.model.CHANNELS; the others hang on a wall


def sheet_ready_screen(ready: o.SheetReady, sheet: PrintedSheet | None, view: View) -> Screen:
    rows = ((sheets_button(view), anew(view)),)
    if sheet is None or not sheet.codes:
        return Screen(view.say("Every code of this sheet was revoked."), rows)
    if sheet.kind is CodeKind.OPEN:
        title = view.say("Ready to print, on one page.")
        hint = view.say("Put it wherever people come by. Whoever uses it learns on their own.")
        return Screen(paragraphs(bold(title), hint), rows, drawing=_poster(sheet, view))
    count = view.say_n("{n} code is ready.", "{n} codes are ready.", len(sheet.codes))
    hint = view.say(
        "This is the whole sheet once more. Used codes stand on it too, so that it tells on "
        "nobody; each still works for one person only."
    )
    if not ready.again:
        hint = view.say(
            "One code for each person: print, cut, hand out. Keep a list of who got which code "
            "if you may need to change something for a person later; I keep no names. Send "
            "/code with a code to see what became of it."
        )
    return Screen(paragraphs(bold(count), hint), rows, drawing=_slips(sheet, view))


def _poster(sheet: PrintedSheet, view: View) -> PosterDrawing:
    speech = Speech(sheet.language)
    code = sheet.codes[0]
    small = sheet.channel == LEAFLET
    return PosterDrawing(
        file_name="q-ser-leaflet.pdf" if small else "q-ser-poster.pdf",
        paper="a5" if small else "a4",
        language=sheet.language,
        organisation=sheet.organisation,
        title=speech.label("Five-minute lessons on your phone"),
        audience=speech.label("For everybody who serves emigrants and refugees in a municipality"),
        gains=(
            speech.label("A short lesson on working days, at the hour you choose"),
            speech.label("Questions and small scenarios from real desks"),
            speech.label("In English, Greek and Spanish, free of charge"),
            speech.label("Nobody sees your answers, and you can stop at any time"),
        ),
        steps=_steps(speech),
        by_hand=_by_hand(speech, view),
        command=_command(code),
        link=_link(code, view),
        valid=_valid(sheet, speech),
    )


def _slips(sheet: PrintedSheet, view: View) -> SheetDrawing:
    speech = Speech(sheet.language)
    return SheetDrawing(
        file_name="q-ser-codes.pdf",
        language=sheet.language,
        title=_title(sheet, speech),
        valid=_valid(sheet, speech),
        steps=_steps(speech),
        by_hand=_by_hand(speech, view),
        slips=tuple(
            CodeSlip(sheet.organisation, code.department or "", _command(code), _link(code, view))
            for code in sheet.codes
        ),
    )


def _title(sheet: PrintedSheet, speech: Speech) -> str:
    if sheet.role is not Role.LEARNER:
        role = role_name(speech, sheet.role)
        return speech.label("Your personal code as {role}", role=role)
    return speech.label("Your personal code for the Q-SER lessons")


def _steps(speech: Speech) -> tuple[str, ...]:
    return (
        speech.label("1. Scan the code with your phone, or open the link."),
        speech.label("2. In Telegram, press Start."),
    )


def _by_hand(speech: Speech, view: View) -> str:
    return speech.label("Or write to @{bot} in Telegram:", bot=view.bot_username)


def _valid(sheet: PrintedSheet, speech: Speech) -> str | None:
    if sheet.expires_at is None:
        return None
    return speech.label("Valid until {date}", date=full_date(speech, sheet.expires_at.date()))


def _command(code: PrintedCode) -> str:
    return f"/start {code.code}"


def _link(code: PrintedCode, view: View) -> str:
    return f"https://t.me/{view.bot_username}?start={code.code}"
