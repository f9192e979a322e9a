"""A value typed where buttons offer some: "half past eight" beside the hours to choose from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogue.meaning import told
from learning.account.asks import ChooseSetting, Pause, Snooze
from learning.account.outcomes import Field
from learning.talk.turns import InView, Listening, Meaning, Talk


def typed_choice(
    text: str, listening: Listening, in_view: Sequence[InView], local: datetime
) -> Meaning | None:
    talk = _offered(in_view)
    found = told(talk, text, listening, local) if talk else None
    return replace(found, named=True) if found else None


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
