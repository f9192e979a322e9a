"""What each command asks. /start is read apart, for it may carry an enrolment code."""

from collections.abc import Mapping
from typing import Any

from learning.account.asks import (
    OfferPause,
    OfferSnooze,
    Resume,
    ShowAbout,
    ShowChoices,
    ShowHelp,
    ShowSettings,
)
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.lessons.asks import NextLesson, RepeatLesson, ReviewNow
from learning.progress.asks import ShowProgress
from learning.records.asks import OfferErasure, OfferMyData, ShowKept

COMMANDS: Mapping[str, Ask[Any]] = {
    "lesson": NextLesson(),
    "next": NextLesson(),
    "again": RepeatLesson(),
    "review": ReviewNow(),
    "progress": ShowProgress(),
    "settings": ShowSettings(),
    "pause": OfferPause(),
    "resume": Resume(),
    "snooze": OfferSnooze(),
    "language": ShowChoices(Field.LANGUAGE),
    "help": ShowHelp(),
    "about": ShowAbout(),
    "privacy": ShowKept(),
    "mydata": OfferMyData(),
    "delete": OfferErasure(),
}
