"""An example of what is read for each outcome whose screen gets a second value."""

from datetime import UTC, date, datetime
from typing import Any

from learning.account.outcomes import MoveOffered, PhoneMoveBegun, PhoneMoveOffered
from learning.certificates.model import CertificateKind
from learning.certificates.outcomes import CertificateChecked, CertificateIssued
from learning.certificates.statement import Statement
from learning.counts.outcomes import AnswersShown, QuestionsShown, UsefulnessShown
from learning.needs.outcomes import NeedsReported
from learning.organisations.outcomes import SheetReady
from learning.readings import CertificatePaper, TicketWords
from learning.records.outcomes import MyDataReady
from learning.reports.ladder import ladder_of
from learning.reports.model import CourseCounts, CourseLook, Progress
from learning.reports.outcomes import CourseReported, HomeShown, ReachReported
from learning.reports.publishing import publish
from learning.reports.reach import ReachCounts, last_months, published
from learning.tickets.outcomes import AnswerArrived, TicketArrived, TicketOpened
from tests.answered_rounds import needs_look
from tests.curricula import small
from tests.outcomes_of_announcements import READ as OF_ANNOUNCEMENTS
from tests.outcomes_of_between import READ as OF_BETWEEN
from tests.outcomes_of_concern import READ as OF_CONCERN
from tests.outcomes_of_evaluating import READ as OF_EVALUATING
from tests.outcomes_of_events import READ as OF_EVENTS
from tests.outcomes_of_matching import READ as OF_MATCHING
from tests.outcomes_of_meeting import READ as OF_MEETING
from tests.outcomes_of_mentoring import READ as OF_MENTORING
from tests.outcomes_of_organisations import printed
from tests.outcomes_of_shadowing import READ_BY_TYPE as OF_SHADOWING

NOT_BEGUN, HALF, DONE = Progress(False, False, 0), Progress(True, False, 3), Progress(True, True, 5)
COUNTS = CourseCounts(
    organisation="Municipality of Egaleo & <friends>",
    by_department={
        ("Social services <north>", NOT_BEGUN): 6,
        ("Social services <north>", HALF): 7,
        ("Registry", NOT_BEGUN): 9,
        ("Registry", DONE): 5,
        ("Schools", HALF): 3,
        (None, DONE): 2,
    },
    by_week={
        (None, DONE): 7,
        (date(2026, 11, 9), NOT_BEGUN): 8,
        (date(2026, 11, 16), HALF): 10,
        (date(2026, 11, 23), NOT_BEGUN): 7,
    },
    by_days={(False, 0): 15, (True, 3): 10, (True, 45): 7},
    unreachable=5,
    waiting=2,
)
MANY = CourseCounts(
    organisation="Leganés",
    by_department={
        (department, progress): 5 + more
        for department in ("Social services", "Registry", "Schools", None)
        for more, progress in enumerate((NOT_BEGUN, HALF, DONE))
    },
    by_week={
        (week, progress): 10 + 2 * more
        for week in (date(2026, 11, 9), date(2026, 11, 16))
        for more, progress in enumerate((NOT_BEGUN, HALF, DONE))
    },
    by_days={(False, 0): 20, (True, 3): 24, (True, 12): 28},
    unreachable=0,
)


def _look(counts: CourseCounts) -> CourseLook:
    report = publish(counts, ladder_of(small()))
    return CourseLook(counts.organisation, counts.waiting, date(2026, 11, 23), report)


_LONG = TicketWords("<Ana>", tuple((at % 2 == 1, "<b> & more " * 400) for at in range(9)))
STATEMENT = Statement(
    kind=CertificateKind.COURSE,
    about="small",
    minutes=386,
    completed_on=date(2026, 11, 20),
    version="0123456789ab",
    code="abcdefghjk",
    salt="c2FsdHNhbHRzYWx0c2FsdA",
    mark="m" * 43,
    key="k" * 8,
)
COUNTED = {
    "words": {"useful": 12, "partly": 10},
    **{
        f"{lesson.id}.{question.id}": {"+right": 30, "a": 25, "b": 5, "true": 30}
        for lesson in small().lessons.values()
        for question in lesson.questions
    },
}
_MONTHS = last_months(datetime(2026, 11, 23, tzinfo=UTC), "Europe/Athens")
REACH = published(
    ReachCounts(
        "Municipality of Egaleo & <friends>",
        "gr",
        _MONTHS,
        {(f"Leaflet <{at}>", month): 7 + at for at, month in enumerate((None, *_MONTHS))},
        40,
        {None: 12, _MONTHS[-1]: 140},
    )
)
READ: dict[type, Any] = {
    QuestionsShown: COUNTED,
    AnswersShown: COUNTED,
    UsefulnessShown: COUNTED,
    **OF_ANNOUNCEMENTS,
    CertificateChecked: None,
    CertificateIssued: CertificatePaper(
        "Ana #1 <López>", STATEMENT, f"{STATEMENT.line}.{'s' * 86}", "k" * 43
    ),
    **OF_BETWEEN,
    **OF_CONCERN,
    **OF_EVALUATING,
    **OF_SHADOWING,
    **OF_EVENTS,
    **OF_MEETING,
    **OF_MENTORING,
    **OF_MATCHING,
    TicketOpened: _LONG,
    TicketArrived: TicketWords(None, ((False, "I am lost"),)),
    AnswerArrived: _LONG,
    MoveOffered: "c" * 60,
    PhoneMoveBegun: "mv_abcdefghjk",
    PhoneMoveOffered: "mv_abcdefghjk",
    SheetReady: printed(),
    MyDataReady: {"persons": [{"id": 7, "language": "el"}], "reviews": []},
    NeedsReported: needs_look(),
    HomeShown: _look(COUNTS),
    ReachReported: REACH,
    CourseReported: _look(MANY),
}


def read_for(outcome: object) -> Any:
    """None for an outcome that says everything itself, or whose things are gone by now."""
    return READ.get(type(outcome))
