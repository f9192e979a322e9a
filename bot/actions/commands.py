"""What each command asks. /start and /code are read apart, for they carry a code."""

from collections.abc import Callable, Mapping
from typing import Any

from learning.account.asks import (
    OfferLeave,
    OfferPause,
    OfferPhoneMove,
    OfferSnooze,
    Resume,
    ShowAbout,
    ShowChoices,
    ShowHelp,
    ShowSettings,
)
from learning.account.outcomes import Field
from learning.announcements.asks import ShowAnnouncements
from learning.announcements.reading_asks import ShowNews
from learning.ask import Ask
from learning.certificates.asks import CheckCertificate, ShowCertificate
from learning.counts.asks import ShowQuestions, ShowUsefulness
from learning.events.asks import ShowEvents
from learning.glossary.asks import ShowTerms
from learning.lessons.asks import NextLesson, RepeatLesson, ReviewNow
from learning.mentoring.asks import ShowMentoring
from learning.mentoring.evaluating.asks import ShowEvaluations, ShowPractices
from learning.mentoring.matching.asks import ShowHub, ShowMatching
from learning.mentoring.meeting.asks import FindMeeting
from learning.mentoring.pairs.asks import ShowPairs
from learning.needs.asks import ReportNeeds, ShowNeeds, ShowPath, ShowRounds
from learning.needs.report.chapters import Part
from learning.organisations.asks import Invite, ShowAudit, ShowSheets
from learning.progress.asks import ShowProgress
from learning.records.asks import OfferErasure, OfferMyData, ShowKept
from learning.reports.asks import ReportCourse, ReportReach, ShowHome
from learning.reports.model import Form
from learning.resources.asks import FindResources
from learning.tickets.asks import OpenTicket, ShowTickets
from learning.tickets.model import TicketKind

NEEDS = {"needs", "ανάγκεσ", "αναγκών", "necesidades"}  # as casefold leaves them
REACH = {"reach", "απήχηση", "απήχησησ", "alcance"}
COMMANDS: Mapping[str, Ask[Any]] = {
    "lesson": NextLesson(),
    "next": NextLesson(),
    "again": RepeatLesson(),
    "review": ReviewNow(),
    "progress": ShowProgress(),
    "terms": ShowTerms(),
    "certificate": ShowCertificate(),
    "settings": ShowSettings(),
    "pause": OfferPause(),
    "resume": Resume(),
    "snooze": OfferSnooze(),
    "language": ShowChoices(Field.LANGUAGE),
    "needs": ShowNeeds(),
    "path": ShowPath(),
    "rounds": ShowRounds(),
    "mentoring": ShowMentoring(),
    "meeting": FindMeeting(),
    "practices": ShowPractices(),
    "evaluations": ShowEvaluations(),
    "mentor": ShowHub(),
    "matching": ShowMatching(),
    "pairs": ShowPairs(),
    "leave": OfferLeave(),
    "move": OfferPhoneMove(),
    "invite": Invite(),
    "sheets": ShowSheets(),
    "audit": ShowAudit(),
    "messages": ShowTickets(),
    "human": OpenTicket(TicketKind.PERSON),
    "problem": OpenTicket(TicketKind.PROBLEM),
    "help": ShowHelp(),
    "about": ShowAbout(),
    "privacy": ShowKept(),
    "mydata": OfferMyData(),
    "home": ShowHome(),
    "report": ReportCourse(Form.PICTURE),
    "broadcast": ShowAnnouncements(),
    "news": ShowNews(),
    "webinars": ShowEvents(),
    "questions": ShowQuestions(),
    "useful": ShowUsefulness(),
    "delete": OfferErasure(),
}


def _report(words: str) -> Ask[Any]:
    """ "/report needs" or "reach", in any of our languages; alone it is about the course."""
    about = words.casefold().split()
    if set(about) & REACH:
        return ReportReach(Form.PICTURE)
    return ReportNeeds(0, Part.PROFILE) if set(about) & NEEDS else COMMANDS["report"]


# Commands that may be followed by words.
WITH_WORDS: Mapping[str, Callable[[str], Ask[Any]]] = {
    "resources": FindResources,
    "check": CheckCertificate,
    "report": _report,
}
