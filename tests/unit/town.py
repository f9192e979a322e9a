"""A town of learners over the in-memory store, with the clock in the test's hand.

Memory never waits, so its coroutines run to their end at once and no event loop is needed.
"""

from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from learning.account.asks import Arrive
from learning.account.model import Enrolment, EnrolmentCode, Organisation, Person, Role
from learning.ask import CLOCK, Ask, Caller, Refused
from learning.course.curriculum import Curriculum
from learning.course.questions import (
    Match,
    NumberQuestion,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.lessons import outcomes as o
from learning.lessons.asks import (
    AnswerQuestion,
    BeginCourse,
    NextLesson,
    Pick,
    Recalls,
    ReturnAfterAbsence,
    SettlePicks,
    TurnOn,
)
from learning.lessons.grading import FALSE, TRUE
from learning.perform import Core
from learning.pushes.asks import PreparePush, WakeLearners
from learning.pushes.model import NewPush, PushState
from learning.reviews.model import Confidence
from learning.scenarios import outcomes as of_scenarios
from learning.scenarios.asks import Choose, GoOn, OpenScenario
from learning.table import USE_CASES
from learning.talk.asks import GiveTextTo, SayInWords
from learning.talk.outcomes import AnswerInDoubt, NotUnderstood
from tests.contract.memory.database import MemoryDatabase
from tests.contract.memory.state import State
from tests.curricula import small

T = TypeVar("T")

ANNA, BLAS = 1001, 1002
ATHENS = ZoneInfo("Europe/Athens")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ATHENS)  # no Greek holiday before Christmas
NINE = time(9)
DAY = timedelta(days=1)
EGALEO = Organisation(id=0, name="Egaleo", country="gr", zone="Europe/Athens", language="el")


def now_done(coroutine: Coroutine[Any, Any, T]) -> T:
    try:
        coroutine.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    raise AssertionError("memory had to wait")


class Town:
    def __init__(self, curriculum: Curriculum | None = None) -> None:
        self.database = MemoryDatabase()
        self.now = MONDAY.astimezone(UTC)
        self.publish(curriculum or small())

    def publish(self, curriculum: Curriculum) -> None:
        """The course as it is from now on."""
        self.core = Core(self.database, curriculum, USE_CASES)

    @property
    def curriculum(self) -> Curriculum:
        return self.core.curriculum

    @property
    def state(self) -> State:
        return self.database.transactions.state

    def go_to(self, days: float = 0, at: time = NINE, zone: ZoneInfo = ATHENS) -> None:
        """`days` after the first Monday, at a local time."""
        day = (MONDAY + timedelta(days=days)).date()
        self.now = datetime.combine(day, at, zone).astimezone(UTC)

    def ask(self, ask: Ask[Any], who: int = ANNA) -> Any:
        return now_done(self.core.perform(ask, Caller(who), self.now))

    def organisation(self, organisation: Organisation = EGALEO) -> Organisation:
        return now_done(self.database.organisations.add(organisation))

    def code(self, organisation: Organisation, code: str = "open-door", **fields: Any) -> str:
        plain = EnrolmentCode(code, organisation, None, Role.LEARNER, None, None, None, False)
        now_done(self.database.organisations.add_code(replace(plain, **fields)))
        return code

    def organisations_of(self, who: int = ANNA) -> list[str]:
        """Where somebody belongs now, one name a role."""
        of_person = self.person(who).id
        members = self.state.memberships.values()
        return [m.organisation.name for m in members if m.person_id == of_person]

    def person(self, who: int = ANNA) -> Person:
        return next(p for p in self.state.persons.values() if p.telegram_id == who)

    def enrolment(self, who: int = ANNA) -> Enrolment:
        return self.state.enrolments[self.person(who).id]

    def arrange(self, who: int = ANNA, **fields: Any) -> None:
        """What would take many steps to become the case."""
        before = self.enrolment(who)
        self.state.enrolments[before.person_id] = replace(before, **fields)

    def arrive(self, who: int = ANNA, code: str | None = None, language: str = "en") -> Any:
        return self.ask(Arrive(code, language), who)

    def begin(self, who: int = ANNA) -> Any:
        """A public learner at nine on weekdays; returns the first card."""
        self.arrive(who)
        self.arrange(who, lesson_time=NINE)
        return self.ask(BeginCourse(), who)

    def wake(self) -> Any:
        return now_done(self.core.perform(WakeLearners(), CLOCK, self.now))

    def prepare(self, who: int = ANNA) -> Any:
        return now_done(self.core.perform(PreparePush(who), CLOCK, self.now))

    def sent(self) -> None:
        """What was due has gone out."""
        rows = self.state.pushes
        rows.update({id: replace(row, state=PushState.SENT) for id, row in rows.items()})

    def ledger(self) -> list[NewPush]:
        return [row.new for row in self.state.pushes.values()]

    def live(self, days: int, who: int = ANNA) -> list[tuple[int, Any]]:
        """Lets the clock run hour by hour; (day, what was sent), with nobody at the phone."""
        sent = []
        for _ in range(24 * days):
            self.now += timedelta(hours=1)
            if self.wake().learners:
                outcome = self.prepare(who)
                sent.append(((self.now.astimezone(ATHENS).date() - MONDAY.date()).days, outcome))
        return sent

    def finish(
        self,
        shown: Any,
        who: int = ANNA,
        right: bool = True,
        confidence: Confidence = Confidence.SURE,
    ) -> Any:
        """Reads and answers on from `shown` until nothing is left to turn or to decide."""
        while (ask := next_act(self.curriculum, shown, right, confidence)) is not None:
            shown = self.ask(ask, who)
            assert not isinstance(shown, Refused | o.AlreadyMoved | NotUnderstood), shown
        return shown

    def finish_next(self, who: int = ANNA, **how: Any) -> Any:
        """Today's lesson or scenario from beginning to end."""
        shown = self.ask(NextLesson(), who)
        if isinstance(shown, o.WelcomeBack):
            shown = self.ask(ReturnAfterAbsence(Recalls.NONE), who)
        if isinstance(shown, o.ScenarioNext):
            shown = self.ask(OpenScenario(shown.scenario), who)
        ended = self.finish(shown, who, **how)
        if isinstance(ended, o.ReviewClosed) and ended.scenario:
            ended = self.finish(self.ask(OpenScenario(ended.scenario), who), who, **how)
        return ended

    def finish_course(self, who: int = ANNA) -> Any:
        closed = self.finish(self.begin(who), who)
        while not closed.course_finished:
            closed = self.finish_next(who)
        return closed


def next_act(
    curriculum: Curriculum, shown: Any, right: bool, confidence: Confidence
) -> Ask[Any] | None:
    match shown:
        case o.CardShown() | o.AnswerGraded():
            return TurnOn(shown.sitting, shown.revision)
        case o.QuestionAsked():
            return answer_act(curriculum, shown, right)
        case o.ConfidenceAsked():
            return AnswerQuestion(shown.sitting, shown.revision, confidence)
        case AnswerInDoubt(held, candidate):
            return GiveTextTo(held, candidate.prompt, candidate.id, candidate.revision)
        case of_scenarios.DecisionShown():
            return Choose(shown.run, shown.revision, shown.choices[0])
        case of_scenarios.ConsequenceShown() | of_scenarios.CoachingShown():
            return GoOn(shown.run, shown.revision)
        case _:
            return None


def answer_act(curriculum: Curriculum, asked: o.QuestionAsked, right: bool) -> Ask[Any]:
    """The next tap, or the typed text, of somebody who knows the answer or does not."""
    question = curriculum.question(asked.question)
    assert question is not None
    if isinstance(question, NumberQuestion):
        return SayInWords(str(question.answer if right else question.answer + 100))
    if isinstance(question, ShortText):
        return SayInWords(question.accepted.for_reader("en").split("|")[0] if right else "no idea")
    wanted = picks_of(question, right)
    if len(asked.picks) == len(wanted):
        return SettlePicks(asked.sitting, asked.revision)
    return Pick(asked.sitting, asked.revision, wanted[len(asked.picks)])


def picks_of(question: Question, right: bool) -> tuple[str, ...]:
    match question:
        case SingleChoice() | SeveralChoice():
            return tuple(option.id for option in question.options if option.right is right)
        case TrueOrFalse():
            return (TRUE if question.answer is right else FALSE,)
        case PutInOrder():
            ids = tuple(item.id for item in question.items)
        case Match():
            ids = tuple(pair.id for pair in question.pairs)
        case _:
            return ()
    return ids if right else ids[::-1]
