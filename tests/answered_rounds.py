"""A closed round of the small questionnaire, answered by sixty people."""

from datetime import UTC, datetime

from learning.needs.answers import CONFIRMED, Answers, Response, Responses
from learning.needs.report.model import NeedsLook
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
    before = tuple(
        Response(answers_of(at), HASH, ("en", "el", "es")[at % 3], DEPARTMENTS[at // 4 % 3], None)
        for at in range(people)
    )
    return Responses(people + 15, people, before)


def needs_look(people: int = 60) -> NeedsLook:
    return NeedsLook(
        round=7,
        organisation="Municipality of Egaleo & <friends>",
        zone="Europe/Athens",
        closed_at=datetime(2026, 12, 14, 15, 0, tzinfo=UTC),
        definition=HASH,
        report=publish(QUESTIONNAIRE, responses(people)),
    )
