"""A value typed where buttons offer some: "half past eight" beside the hours to choose from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dialogue.meaning import told
from dialogue.times import read_day, read_time
from learning.account.asks import ChooseSetting, Pause, Snooze
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.mentoring.meeting.asks import AddSlot, ChooseDay, SendProposal
from learning.talk.turns import InView, Listening, Meaning, Talk


def typed_choice(
    text: str, listening: Listening, in_view: Sequence[InView], local: datetime
) -> Meaning | None:
    proposed = _proposed(text, listening.settings.language, in_view, local)
    if proposed is not None:
        return Meaning(proposed, named=True)
    talk = _offered(in_view)
    found = told(talk, text, listening, local) if talk else None
    return replace(found, named=True) if found else None


def _proposed(
    text: str, language: str, in_view: Sequence[InView], local: datetime
) -> Ask[Any] | None:
    """A time for a meeting, or its day alone. An hour alone is one of the day in view."""
    found = [place for button in in_view if (place := _meeting_in(button.ask))]
    if not found:
        return None
    meeting, shown = found[0]
    day = read_day(text, language, local.date())
    at = read_time(text, language)
    if at is not None and (day or shown) is not None:
        return AddSlot(meeting, day or shown or local.date(), at)
    return ChooseDay(meeting, day) if day else None


def _meeting_in(ask: Ask[Any]) -> tuple[int, date | None] | None:
    """The meeting for which times are being chosen, with the day whose hours are in view."""
    match ask:
        case AddSlot(meeting, day):
            return meeting, day
        case ChooseDay(meeting) | SendProposal(meeting):
            return meeting, None
    return None


def _offered(in_view: Sequence[InView]) -> Talk | None:
    """The talk whose question stands above these buttons."""
    for button in in_view:
        match button.ask:
            case ChooseSetting(Field.HOUR) | ChooseSetting(Field.WEEKDAYS):
                return Talk.CHANGE_TIME
            case ChooseSetting(Field.LANGUAGE):
                return Talk.LANGUAGE
            case Pause():
                return Talk.PAUSE
            case Snooze():
                return Talk.SNOOZE
    return None
