"""A closed round of the small questionnaire, answered by sixty people."""

from dataclasses import replace
from datetime import UTC, datetime

from learning.needs.answers import CONFIRMED, Answers, Response, Responses
from learning.needs.model import Mode
from learning.needs.report.change import publish_change
from learning.needs.report.model import NeedsLook, NeedsReport
from learning.needs.report.publishing import publish
from tests.asked_questions import HASH, QUESTIONNAIRE

DEPARTMENTS = ("Registry <north>", "=Schools", "Care & advice")


def answers_of(at: int) -> Answers:
    met = ("c1", "c6")[at % 2]
    return {
        "known": CONFIRMED,
        "contacts": (met,),
        "channels": ("desk", "phone") if at % 3 else ("desk",),
        "helper": ("yes",) if at % 4 < 2 else ("no",),
        "ability": (str(1 + at % 5),),
        "desk.families.often": (str(2 + at % 4),),
        "desk.families.hard": (str(1 + at // 3 % 5),),
        "desk.papers.often": (str(2 + at % 3),),
        "desk.papers.hard": (str(3 + at % 3),),
        "wish": ("language",) if at % 2 else ("team",),
    }


def responses(people: int = 60) -> Responses:
    every = tuple(
        Response(answers_of(at), HASH, ("en", "el", "es")[at % 3], DEPARTMENTS[at // 4 % 3])
        for at in range(people)
    )
    return Responses(people + 15, people, every)


def again(at: int) -> Answers:
    """Two of three have finished the course, surer than before."""
    return {"ability": (str(min(5, 2 + at % 5)),)} if at % 3 else {}


def counted_again(people: int = 60) -> NeedsReport:
    asked = responses(people)
    report = publish(QUESTIONNAIRE, asked)
    both = [replace(each, again=again(at)) for at, each in enumerate(asked.people)]
    return replace(report, after=publish_change(QUESTIONNAIRE, report, both))


def needs_look(people: int = 60) -> NeedsLook:
    return NeedsLook(
        round=7,
        organisation="Municipality of Egaleo & <friends>",
        zone="Europe/Athens",
        closed_at=datetime(2026, 12, 14, 15, 0, tzinfo=UTC),
        definition=HASH,
        mode=Mode.CONFIDENTIAL,
        report=counted_again(people),
    )
