"""An example of every outcome about announcements, and of what is read for it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from learning.announcements import outcomes as o
from learning.announcements.model import (
    LONGEST_CAPTION,
    LONGEST_OPTION,
    LONGEST_TEXT,
    MOST_OPTIONS,
    Announcement,
    Audience,
    Dimension,
    File,
    FileKind,
    Form,
    Problem,
    Standing,
    State,
    Timing,
    Version,
)
from learning.announcements.outcomes import CountProblem, Told
from learning.events.model import Event
from learning.pushes.model import PushState, SkipReason
from learning.readings import AnnouncementRead
from learning.written import Mark, Span

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ID = 2**63 - 1
REVISION = 2**31 - 1
PLAIN = Told(57, blocked=3, opted_out=1)
GUARDED = Told(20, at_least=True)
FEW = Told(0, problem=CountProblem.TOO_FEW)
NOBODY = Told(0, problem=CountProblem.NOBODY)
NAME = "Municipality of Egaleo & <friends> " * 5  # two hundred characters are possible

_TEXT = "Come <all> & see: " + "👋" * ((LONGEST_CAPTION - 18) // 2)
_SPANS = tuple(Span(mark, 5, 10, "https://q-ser.org/?a=1&b=2") for mark in Mark)
_OPTIONS = tuple(f"{at}{'o' * (LONGEST_OPTION - 3)}" for at in range(MOST_OPTIONS))
DRAFT = Announcement(
    ID,
    7,
    1,
    NOW,
    versions={"en": Version(_TEXT, _SPANS, _OPTIONS)},
    file=File(FileKind.PHOTO, "x" * 80),
    audience=Audience(
        {Dimension.ROLE: ("learner",), Dimension.PROGRESS: ("0", "1")},
        {
            Dimension.DEPARTMENT: ("4", "5"),
            Dimension.EVENT: ("r4", "a5"),
            Dimension.SECTOR: ("education", "gone"),
        },
    ),
    timing=Timing.AT,
    at=NOW + timedelta(days=3),
    urgent=True,
)
LONG = replace(
    DRAFT,
    versions={
        language: Version(sign * LONGEST_TEXT, _SPANS, _OPTIONS)
        for language, sign in (("en", "<"), ("el", "λ"), ("es", "ñ"))
    },
    file=None,
    audience=Audience(),
    timing=Timing.LESSON_HOUR,
)
EVENT = Event(4, 7, 1, NOW, titles={"en": "A webinar <on> & plain words"}, starts_at=NOW)
DAYS = ((date(2026, 11, 20), 4), (date(2026, 11, 21), 9))
TALLY: dict[tuple[PushState, str | None], int] = {
    (PushState.SENT, None): 120,
    (PushState.DUE, None): 34,
    (PushState.UNCERTAIN, None): 1,
    (PushState.FAILED, "forbidden: bot was blocked by the user"): 2,
    (PushState.FAILED, "forbidden: user is deactivated"): 1,
    (PushState.FAILED, "something else"): 1,
    **{(PushState.SKIPPED, reason.value): 3 for reason in SkipReason},
}
VOTES = dict.fromkeys(range(4), 6)


def read(announcement: Announcement) -> AnnouncementRead:
    departments, events = {4: "Desk <1> & 2"}, {4: EVENT}
    return AnnouncementRead(
        announcement, NAME, "el", "Europe/Athens", TALLY, VOTES, None, departments, events, DAYS
    )


READ: dict[type, Any] = {
    **dict.fromkeys(
        (
            o.DraftShown,
            o.Previewed,
            o.TextAsked,
            o.OptionsAsked,
            o.AudienceShown,
            o.ValuesShown,
            o.TimingShown,
            o.SendingOffered,
            o.NotSendable,
            o.ApprovalWanted,
            o.AnnouncementReported,
        ),
        read(DRAFT),
    ),
    **dict.fromkeys(
        (o.SentToMe, o.AnnouncementArrived, o.AnnouncementEdited, o.Voted, o.BoardShown),
        read(replace(LONG, state=State.RUNNING)),
    ),
    o.AnnouncementsShown: [
        replace(DRAFT, state=state, form=form) for state in State for form in Form
    ],
}


def of_announcements() -> list[object]:
    problems = tuple((problem, "el") for problem in Problem)
    values = ("0", "1"), ("2",), ("3",)
    stages = tuple(tuple(o.ValueChoice(v) for v in group) for group in values)
    languages = tuple((o.ValueChoice(each),) for each in ("en", "el", "es"))
    events = tuple((o.ValueChoice(f"{how}{event}"),) for event in (4, ID) for how in Standing)
    return [
        *(o.AnnouncementsShown(7, second, owner=True) for second in (False, True)),
        o.TextAsked(ID, REVISION, "el"),
        *(o.OptionsAsked(ID, REVISION, "el", unreadable) for unreadable in (False, True)),
        o.FileAsked(ID, REVISION),
        *(o.DraftShown(ID, told, problems) for told in (PLAIN, GUARDED, FEW, NOBODY)),
        o.DraftDropped(),
        o.AnnouncementGone(),
        o.AudienceShown(ID, REVISION, PLAIN),
        o.AudienceShown(ID, REVISION, PLAIN, (Dimension.ROLE, Dimension.LANGUAGE)),
        o.ValuesShown(ID, REVISION, Dimension.PROGRESS, stages, GUARDED),
        o.ValuesShown(ID, REVISION, Dimension.LANGUAGE, languages, FEW),
        o.ValuesShown(ID, REVISION, Dimension.DEPARTMENT, (), NOBODY),
        o.ValuesShown(ID, REVISION, Dimension.EVENT, events, FEW),
        o.SavedShown(ID, REVISION, ((ID, "A" * 60),)),
        o.SavedShown(ID, REVISION, ()),
        o.SavedNameAsked(ID, REVISION),
        *(o.TimingShown(ID, late) for late in (None, 0, 1, 5)),
        *(o.MomentAsked(ID, REVISION, "Europe/Athens", unreadable) for unreadable in (False, True)),
        *(o.Previewed(ID, language) for language in ("en", "el", "es")),
        o.SentToMe(ID),
        o.SendingOffered(ID, REVISION, PLAIN, 2, second=False, mistyped=True),
        o.SendingOffered(ID, REVISION, GUARDED, None, second=True),
        o.NotSendable(ID, FEW, problems),
        o.ApprovalAsked(ID),
        o.SecondNeeded(),
        o.Planned(ID, NOW),
        o.Planned(ID, NOW + timedelta(days=2)),
        o.BoardShown(ID),
        o.AnnouncementReported(ID),
        o.CancelOffered(ID, REVISION),
        o.DeletionOffered(ID, 0, 3),
        o.DeletionOffered(ID, 12, 0),
        o.AnnouncementArrived(ID),
        o.AnnouncementEdited(ID, 5),
        *(o.ApprovalWanted(ID, REVISION, told) for told in (PLAIN, GUARDED)),
        o.AnnouncementsStopped(),
        o.AnnouncementsTaken(),
        *(o.NewsShown(stopped) for stopped in (False, True)),
        o.Voted(ID, 1),
        o.NotSentYet(),
    ]
