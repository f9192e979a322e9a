"""One's own data as a paper to read: what a field holds in words, its days and hours as people
write them. What only the program needs is counted; the file for other programs has all of it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from babel import Locale

from bot.screens.drawing import RecordsPaper, RecordsSection
from bot.screens.roles import role_name
from bot.screens.speech import Speech
from bot.screens.times import clock, days_of_week, exactly, full_date, place, to_the_second
from bot.screens.view import View
from learning.account.model import Role

Entry = Mapping[str, Any]


def section(name: str, purpose: str, entries: Sequence[Entry], view: View) -> RecordsSection:
    read = [line for entry in entries if (line := _line(entry, view))]
    others = len(entries) - len(read)
    if others:
        read.append(
            view.label_n(
                "{n} entry that only the program needs; the file (JSON) shows it.",
                "{n} entries that only the program needs; the file (JSON) shows them.",
                others,
            )
        )
    return RecordsSection(name, purpose, tuple(read))


def paper(sections: Sequence[RecordsSection], view: View) -> RecordsPaper:
    return RecordsPaper(
        language=view.language,
        title=view.label("What is kept about you"),
        made=exactly(view, view.now),
        file_name="q-ser-my-data.pdf",
        sections=tuple(sections),
        nothing=view.label("Nothing."),
    )


def _line(entry: Entry, view: View) -> str:
    words, moments = {**_who(view), **_what(view)}, _when(view)
    told = [
        f"{label}: {_value(name, value, view)}"
        for name, value in entry.items()
        if (label := words.get(name)) and value is not None and value != []
    ]
    # A position in a lesson is called "at", too; a moment is never a whole number.
    told += [
        f"{label}: {_moment(value, view)}"
        for name, value in entry.items()
        if (label := moments.get(name)) and isinstance(value, str | float)
    ]
    return "; ".join(told)


def _value(name: str, value: Any, view: View) -> str:
    match value:
        case bool():
            return view.label("yes") if value else view.label("no")
        case list() if name == "weekdays":
            return days_of_week(view, frozenset(value))
        case str():
            return _text(name, value, view)
    return str(value)


def _text(name: str, value: str, view: View) -> str:
    match name:
        case "language":
            return Locale.parse(value).get_display_name(view.locale) or value
        case "role":
            return role_name(view, Role(value))
        case "zone":
            return place(view, value)
        case "lesson_time":
            return clock(view, time.fromisoformat(value))
    return value


def _moment(value: str | float, view: View) -> str:
    if isinstance(value, float):
        return to_the_second(view, datetime.fromtimestamp(value, UTC))
    if len(value) == len("2027-03-01"):
        return full_date(view, date.fromisoformat(value))
    return to_the_second(view, datetime.fromisoformat(value))


def _who(speech: Speech) -> Mapping[str, str]:
    return {
        "telegram_id": speech.label("Telegram number"),
        "reachable": speech.label("Messages reach you"),
        "language": speech.label("Language"),
        "zone": speech.label("Time zone"),
        "organisation": speech.label("Organisation"),
        "department": speech.label("Department"),
        "role": speech.label("Role"),
        "lesson_time": speech.label("Hour"),
        "weekdays": speech.label("Days"),
        "sector": speech.label("Field of work"),
    }


def _what(speech: Speech) -> Mapping[str, str]:
    content = speech.label("Lesson or scenario")
    return {
        "lesson_id": content,
        "content_id": content,
        "scenario_id": content,
        "subunit": speech.label("Part of the course"),
        "question": speech.label("Question"),
        "answered": speech.label("Answered"),
        "rights": speech.label("Right answers"),
        "confidence": speech.label("How sure you were"),
        "rating": speech.label("How it went"),
        "code": speech.label("The code"),
        "by_staff": speech.label("From the other side"),
        "sealed": speech.label("In words"),
        "minutes": speech.label("Number of minutes"),
        "option": speech.label("Chosen"),
        "weeks": speech.label("Weeks between meetings"),
    }


def _when(speech: Speech) -> Mapping[str, str]:
    begun, ended = speech.label("Began"), speech.label("Ended")
    on = speech.label("Moment")
    return {
        **dict.fromkeys(("arrived_at", "opened_at", "begun_at", "since", "first_at"), begun),
        **dict.fromkeys(("closed_at", "finished_at", "ended_at", "until"), ended),
        **dict.fromkeys(("at", "day", "taken_at", "made_at", "sent_at", "issued_at"), on),
        **dict.fromkeys(("answered_at", "agreed_at", "released_at", "entered_at"), on),
        "last_at": speech.label("Last time"),
        "due_at": speech.label("Due"),
        "due_on": speech.label("Due"),
        "next_due_at": speech.label("Next message"),
        "settled_at": speech.label("Settled"),
        "completed_on": speech.label("Completed"),
        "attended_at": speech.label("Attended"),
        "expires_at": speech.label("Valid until"),
    }
