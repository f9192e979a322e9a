"""An example of every outcome, on the small course: what screens must be able to word."""

from datetime import UTC, date, datetime, time

from learning.account import outcomes as account
from learning.account.model import PauseScope, Role
from learning.ask import Refused, Right
from learning.certificates import outcomes as certificates
from learning.certificates.model import CertificateKind, Ended
from learning.counts import outcomes as counts
from learning.facts import outcomes as facts
from learning.glossary import outcomes as glossary
from learning.inbox import SetAside
from learning.lessons import outcomes as lessons
from learning.lessons.grading import choices
from learning.progress.outcomes import ModuleProgress, ProgressShown, SubunitProgress
from learning.pushes import outcomes as pushes
from learning.records import outcomes as records
from learning.records.model import Category, Copy
from learning.reports import outcomes as reports
from learning.reports.model import Form
from learning.resources import outcomes as resources
from learning.reviews.model import Confidence
from learning.scenarios import outcomes as scenarios
from learning.talk import outcomes as talk
from learning.talk.model import Feature, Prompt, SmallTalk
from learning.talk.turns import Slot
from learning.tickets import outcomes as tickets
from learning.tickets.model import Side, TicketKind, TicketState
from tests.curricula import small
from tests.outcomes_of_announcements import of_announcements
from tests.outcomes_of_between import of_between
from tests.outcomes_of_concern import of_concern
from tests.outcomes_of_evaluating import of_evaluating
from tests.outcomes_of_events import of_events
from tests.outcomes_of_matching import of_matching
from tests.outcomes_of_meeting import of_meeting
from tests.outcomes_of_mentoring import of_mentoring
from tests.outcomes_of_needs import of_needs
from tests.outcomes_of_organisations import of_moving, of_organisations
from tests.outcomes_of_shadowing import of_shadowing

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # a Monday, 9:00 in Athens
TOMORROW = datetime(2026, 11, 24, 7, 10, tzinfo=UTC)
LONGEST_ID = 2**63 - 1
AT = (LONGEST_ID, 2**31 - 1)

SETTINGS = account.Settings(
    language="en",
    zone="Europe/Athens",
    lesson_time=time(9, 10),
    weekdays=frozenset({0, 1, 2, 3}),
    sector="education",
    organisation="Municipality of Egaleo & <friends>",
    opens=time(7),
    closes=time(20),
    allowed=frozenset(range(5)),
    begun=True,
    paused=None,
    paused_until=None,
    next_at=TOMORROW,
)
NEW = account.Settings(
    language="el",
    zone="America/Argentina/ComodRivadavia",
    lesson_time=time(9),
    weekdays=frozenset(range(5)),
    sector=None,
    organisation=None,
    opens=time(7),
    closes=time(21),
    allowed=frozenset(range(7)),
    begun=False,
    paused=None,
    paused_until=None,
    next_at=None,
)
PAUSED = account.Settings(
    language="es",
    zone="Atlantic/Canary",
    lesson_time=time(9),
    weekdays=frozenset({4}),
    sector=None,
    organisation=None,
    opens=time(7),
    closes=time(21),
    allowed=frozenset(range(7)),
    begun=True,
    paused=PauseScope.LESSONS,
    paused_until=date(2026, 12, 24),
    next_at=None,
)


def of_account() -> list[object]:
    problems = (None, *account.CodeProblem)
    changes = (account.ChoicesShown, account.SettingChanged, account.SettingRefused)
    return [
        *(account.Welcomed("Municipality of Egaleo", problem) for problem in problems),
        *(account.WelcomedAgain("<Leganés>", problem, True) for problem in problems),
        account.WelcomedAgain(None, None, False),
        account.DefaultsShown(NEW),
        account.SettingsShown(SETTINGS),
        account.SettingsShown(PAUSED),
        *(
            kind(field, settings)
            for kind in changes
            for field in account.Field
            for settings in (SETTINGS, NEW, PAUSED)
        ),
        account.TimeOffered(time(8, 30), frozenset({0, 1, 2, 3})),
        account.TimeChanged(SETTINGS),
        account.TimeChanged(NEW),
        account.TimeRefused(time(5), None, SETTINGS),
        account.PauseUntilOffered(date(2026, 12, 3), date(2026, 12, 4)),
        account.PauseOffered(SETTINGS),
        account.PauseOffered(PAUSED),
        account.PauseEndOffered(PauseScope.LESSONS),
        account.PauseEndOffered(PauseScope.EVERYTHING),
        account.Paused(PauseScope.LESSONS, None),
        account.Paused(PauseScope.EVERYTHING, date(2026, 12, 1)),
        account.Resumed(True, TOMORROW),
        account.Resumed(False, None),
        account.SnoozeOffered(),
        account.Snoozed(NOW.replace(hour=9)),
        account.HelpShown(frozenset(Role)),
        account.AboutShown(),
        account.NoticeShown(),
        account.OnlyText(),
        account.EditSeen(),
        account.PrivateOnly(),
        account.ButtonOutdated(),
        Refused(Right.PERSON),
        Refused(Right.CLOCK),
        SetAside("e-42"),
    ]


ANSWERS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "first-words.single": (("a",), None),
    "all-kinds.several": (("pause", "loud"), None),
    "all-kinds.truth": (("true",), None),
    "all-kinds.order": (("link", "look", "listen"), None),
    "all-kinds.match": (("asy", "mig", "ref"), None),
    "all-kinds.number": ((), 39.5),
    "all-kinds.text": ((), None),
}


def shown_choices(name: str) -> tuple[str, ...]:
    question = small().question(name)
    assert question is not None
    return choices(question, "7:3")


def asked(name: str, picks: tuple[str, ...], recall: bool = False) -> lessons.QuestionAsked:
    return lessons.QuestionAsked(*AT, name, shown_choices(name), picks, recall, 2, 3, back=recall)


def graded(name: str, confidence: Confidence | None, right: bool) -> lessons.AnswerGraded:
    picks, given = ANSWERS[name] if confidence else ((), None)
    due = date(2026, 11, 25) if confidence else date(2026, 11, 24)
    return lessons.AnswerGraded(
        *AT, name, shown_choices(name), picks, given, right, confidence, due
    )


def of_questions() -> list[object]:
    shown: list[object] = []
    for name, (picks, given) in ANSWERS.items():
        every = shown_choices(name)
        shown += [asked(name, ()), asked(name, picks[:1], recall=True)]
        shown += [lessons.ConfidenceAsked(*AT, name, every, picks, given)]
        shown += [graded(name, Confidence.SURE, right) for right in (True, False)]
        shown += [graded(name, None, False)]
        shown += [lessons.AnswerNotReadable(asked(name, ()), name == "all-kinds.number")]
    return shown


def of_lessons() -> list[object]:
    card = lessons.CardShown(*AT, "first-words", "first-words.c1", 1, 3, back=False)
    closed = lessons.LessonClosed
    return [
        card,
        lessons.CardShown(*AT, "first-words", "first-words.note", 3, 4, back=True),
        *of_questions(),
        closed(*AT, "first-words", 1, 1, None, False, TOMORROW),
        closed(*AT, "all-kinds", 4, 6, "at-the-desk", False, TOMORROW),
        closed(*AT, "all-kinds", 0, 2, "at-the-desk", False, None),
        closed(*AT, "on-the-way", 0, 0, None, False, None),
        closed(*AT, "on-the-way", 2, 2, None, True, None),
        lessons.ReviewClosed(*AT, 1, 2, 1),
        lessons.ReviewClosed(*AT, 3, 3, 0),
        lessons.AlreadyMoved(card),
        lessons.SittingGone(),
        lessons.NotBegun(),
        lessons.NothingToReview(date(2026, 11, 28)),
        lessons.NothingToReview(None),
        lessons.CourseDone(72, 4),
        lessons.CourseDone(1, 0),
        lessons.ScenarioNext("at-the-desk"),
        lessons.NothingToRepeat(),
        lessons.WelcomeBack(1),
        lessons.WelcomeBack(12),
        lessons.CardShown(*AT, "first-words", "first-words.gone", 1, 3, back=False),
        lessons.ScenarioNext("gone"),
    ]


def of_scenarios() -> list[object]:
    desk = (*AT, "hash-desk")
    decision = scenarios.DecisionShown(*desk, "d1", ("wait", "ask"), 1)
    return [
        decision,
        scenarios.ConsequenceShown(*desk, "d1", "wait"),
        scenarios.CoachingShown(*desk, "d2", "ask"),
        scenarios.EndingReached(*desk, "good", 2, False),
        scenarios.EndingReached(*AT, "hash-road", "end", 1, True),
        scenarios.EndingReached(*AT, "hash-road", "end", 1, True, rating_asked=True),
        scenarios.SubunitRated(scenarios.EndingReached(*AT, "hash-road", "end", 1, True)),
        scenarios.AlreadyThere(decision),
        scenarios.RunGone(),
        scenarios.CoachingShown(*AT, "hash-gone", "d2", "ask"),
    ]


def of_progress() -> list[object]:
    begun = ModuleProgress(
        "m1", (SubunitProgress("words", 2, 2, True), SubunitProgress("journey", 0, 1, False))
    )
    return [
        ProgressShown((begun,), 3, 2, 7, 0.834, 2, TOMORROW, False),
        ProgressShown((begun,), 0, 0, 0, None, 0, None, False),
        ProgressShown((begun,), 3, 2, 7, 1.0, 0, None, True),
    ]


def of_pushes() -> list[object]:
    return [
        pushes.LessonOffered("first-words", 2),
        pushes.LessonOffered("at-the-desk", 0),
        pushes.LessonReminded("all-kinds"),
        pushes.RefresherOffered(1),
        pushes.RefresherOffered(3),
    ]


def of_records() -> list[object]:
    return [
        records.KeptShown(tuple(Category)),
        records.MyDataOffered(),
        records.MyDataReady(7, Copy.JSON),
        records.MyDataReady(7, Copy.PDF),
        records.ErasureOffered(29_000_000),
        records.Erased("0123456789ab-202611230900", TOMORROW),
    ]


def of_talk() -> list[object]:
    question = talk.Candidate(Prompt.SITTING, *AT, "all-kinds.number")
    gone = talk.Candidate(Prompt.SITTING, *AT, "gone.q1")
    others = [talk.Candidate(prompt, *AT, None) for prompt in Prompt if prompt != Prompt.SITTING]
    return [
        talk.NotUnderstood((), 1, None),
        *(talk.NotUnderstood(("change_time", "human"), misses, None) for misses in (1, 2, 3)),
        *(talk.NotUnderstood((), misses, slot) for slot in Slot for misses in (1, 3)),
        talk.NotUnderstood((), 1, Slot.CONFIRMED, "0830 0123"),
        *(talk.OnlyButtons(misses) for misses in (1, 2)),
        talk.ClientCase(),
        *(talk.Aside(account.HelpShown(frozenset()), slot) for slot in Slot),
        talk.Aside(records.KeptShown(tuple(Category)), Slot.WHEN),
        talk.Aside(records.KeptShown(tuple(Category)), Slot.CONFIRMED, "2026-12-03"),
        talk.TalkLeft(),
        *(talk.SmallTalkMade(kind, TOMORROW) for kind in SmallTalk),
        talk.SmallTalkMade(SmallTalk.GOODBYE, None),
        *(talk.NotThereYet(feature) for feature in Feature),
        talk.AnswerInDoubt(LONGEST_ID, question),
        talk.PromptOver(),
        talk.WhichPrompt(LONGEST_ID, (question, gone, *others)),
        talk.TextForgotten(),
    ]


def of_reports() -> list[object]:
    return [
        reports.HomeShown(7),
        *(reports.CourseReported(7, form) for form in Form),
        *(reports.ReachReported(7, form, NOW) for form in Form),
    ]


def of_certificates() -> list[object]:
    facts = {
        CertificateKind.COURSE: ("small", "0123456789ab", date(2026, 11, 20)),
        CertificateKind.ATTENDANCE: ("12", "webinar", date(2026, 11, 20)),
    }
    code = "abcdefghjk"
    return [
        certificates.CourseNotFinished(1, 72, 3, 18),
        certificates.CourseNotFinished(0, 72, 1, 18),
        certificates.CertificateThere(LONGEST_ID, code, date(2026, 11, 20)),
        *(certificates.CertificateNameAsked(2**31 - 1, odd) for odd in (False, True)),
        certificates.CertificateNameAsked(0),
        certificates.CertificateIssued(7, 8),
        certificates.NotAttended(LONGEST_ID),
        certificates.CertificateThere(LONGEST_ID, code, date(2026, 11, 20), LONGEST_ID),
        certificates.CertificateNameAsked(0, event=LONGEST_ID),
        certificates.CertificateIssued(7, 8, LONGEST_ID),
        *(
            certificates.CertificateChecked(code, kind, *facts[kind], ended, LONGEST_ID)
            for kind in CertificateKind
            for ended in (None, *Ended)
        ),
        *(certificates.CertificateUnknown(asked) for asked in (False, True)),
        certificates.CertificateRevocationOffered(LONGEST_ID, code),
        certificates.CertificateRevoked(code),
    ]


def of_counts() -> list[object]:
    return [counts.QuestionsShown(1), counts.AnswersShown(1, "words"), counts.UsefulnessShown(1)]


def of_facts() -> list[object]:
    return [facts.FactsShown(), facts.FactsExpired(date(2026, 1, 1))]


def of_resources() -> list[object]:
    everything = ("agreement", "interpreter-list", "gone"), ("m1",)
    return [
        *(resources.ResourcesShown(*everything, gone) for gone in (False, True)),
        resources.SummariesShown("m1", ("words", "gone")),
        resources.SummariesShown("gone", ()),
        resources.ResourcesFound(("words", "agreement")),
        resources.ResourcesFound(()),
        *(resources.ResourceReady(id) for id in ("agreement", "words", "gone")),
    ]


def of_glossary() -> list[object]:
    return [
        *(glossary.TermExplained(id) for id in ("refugee", "permit", "gone")),
        glossary.TermExplained("refugee", lesson_is_next=True),
        glossary.TermsOffered(("refugee", "permit", "gone")),
        glossary.TermsOffered(()),
        *(glossary.TermsShown(page, gone) for page in (0, 1, 99) for gone in (False, True)),
    ]


def of_tickets() -> list[object]:
    here = ("Municipality of Egaleo & <friends>", Role.COORDINATOR)
    kinds = TicketKind
    return [
        *(tickets.TicketAsked(LONGEST_ID, kind, *here) for kind in kinds),
        tickets.TicketAsked(7, kinds.MISTAKE, "Leganés", Role.TRAINER),
        *(tickets.NobodyThere(kind) for kind in kinds),
        *(tickets.NameAsked(LONGEST_ID, *here, unreadable) for unreadable in (False, True)),
        *(tickets.NameAsked(LONGEST_ID, *here, odd, chosen=True) for odd in (False, True)),
        *(tickets.TicketSent(LONGEST_ID, *here, chosen) for chosen in (False, True)),
        tickets.TicketDropped(),
        tickets.TicketGone(),
        *(tickets.TicketOpened(LONGEST_ID, side) for side in Side),
        tickets.TicketWritten(LONGEST_ID, Side.STAFF),
        *(tickets.TicketClosed(side) for side in Side),
        tickets.TicketEnded(LONGEST_ID, nobody=True),
        tickets.TicketsShown(None, (), None),
        tickets.TicketsShown(here[0], (), None),
        tickets.TicketsShown(
            here[0],
            tuple(
                tickets.TicketFacts(LONGEST_ID, kind, state, NOW)
                for kind in kinds
                for state in (TicketState.OPEN, TicketState.ANSWERED)
            ),
            LONGEST_ID,
        ),
        tickets.ReportedShown(LONGEST_ID, "first-words.c1"),
        tickets.ReportedShown(LONGEST_ID, "gone.c1"),
        *(tickets.ReportedShown(LONGEST_ID, name) for name in ANSWERS),
        *(tickets.TicketArrived(LONGEST_ID, kind, None, False) for kind in kinds),
        tickets.TicketArrived(LONGEST_ID, kinds.MISTAKE, "first-words.c1", True),
        tickets.TicketArrived(LONGEST_ID, kinds.MISTAKE, "gone.c1", True),
        tickets.AnswerArrived(LONGEST_ID),
        tickets.TicketEnded(LONGEST_ID),
    ]


def every() -> list[object]:
    """At least one of each class that a person is told about, and of each of its faces."""
    return [
        *of_account(),
        *of_announcements(),
        *of_between(),
        *of_concern(),
        *of_evaluating(),
        *of_meeting(),
        *of_events(),
        *of_matching(),
        *of_mentoring(),
        *of_moving(),
        *of_needs(),
        *of_organisations(),
        *of_shadowing(),
        *of_certificates(),
        *of_counts(),
        *of_facts(),
        *of_lessons(),
        *of_scenarios(),
        *of_progress(),
        *of_pushes(),
        *of_records(),
        *of_reports(),
        *of_glossary(),
        *of_resources(),
        *of_talk(),
        *of_tickets(),
    ]
