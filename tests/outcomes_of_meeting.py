"""An example of every outcome about meetings, and of what is read for it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.model import Side
from learning.mentoring.reading import TurnRead
from tests.outcomes_of_mentoring import ID, ME, NOW, OTHER, READ_TURN, REVISION, TODAY, TURN

SLOTS = tuple(NOW + timedelta(days=days, hours=2) for days in (1, 3, 9))
NOTHING = Meeting(ID, ID, OTHER, ME, revision=REVISION)
PLANNED = replace(NOTHING, starts_at=SLOTS[0])
PLACED = replace(
    READ_TURN,
    meeting=PLANNED,
    place="Room <3>, " * 29,
    partner_zone="Atlantic/Canary",
    topics=("adaptation", "gone"),
)


def meetings() -> list[TurnRead]:
    """A meeting at every stage, from both sides, with one clock and with two."""
    proposed = [
        replace(meeting, by=by, slots=slots, sent=sent)
        for meeting in (NOTHING, PLANNED)
        for by in Side
        for slots in ((), SLOTS, (NOW,))
        for sent in (False, True)
    ]
    stages = [NOTHING, PLANNED, replace(PLANNED, off=True), *proposed]
    return [
        replace(PLACED, meeting=None),
        *(replace(PLACED, meeting=meeting) for meeting in stages),
        *(replace(PLACED, meeting=meeting, side=Side.MENTOR) for meeting in stages),
        replace(PLACED, partner=None, place=None, partner_zone="Europe/Athens"),
        replace(PLACED, place="https://meet.example.org/a", partner_zone=None, topics=()),
        replace(PLACED, turn=replace(TURN, ended_at=NOW, next_on=None)),
    ]


def of_meeting() -> list[Any]:
    return [
        o.MeetingShown(ID, ME),
        *(o.DaysOffered(ID, ME, ID, (TODAY,), refusal) for refusal in (None, *o.Refusal)),
        o.DaysOffered(ID, ME, ID, ()),
        o.HoursOffered(ID, ME, ID, TODAY, tuple(range(7, 20))),
        o.MeetingTold(ID, ME),
        o.MeetingOffOffered(ID, ME),
        o.PlaceAsked(ID, ME, ID, REVISION),
        o.MeetingsReminded(ME, SLOTS[0].date()),
        o.MeetingSoon(ID, ME),
        o.MetAsked(ID, ME, ID),
        o.MetNoted(ID, ME, ID, met=True, asks_fit=True),
        *(o.MetNoted(ID, ME, ID, met=met, asks_fit=False) for met in (True, False)),
        *(o.MeetingFitNoted(ID, poor) for poor in (True, False)),
        o.MeetingsWanted(ME, (ID,)),
        o.TopicsOffered(ID, ME, ("adaptation",)),
        o.TopicsOffered(ID, ME, ()),
    ]


_OF_ONE = (
    o.MeetingShown,
    o.DaysOffered,
    o.HoursOffered,
    o.MeetingTold,
    o.MeetingOffOffered,
    o.PlaceAsked,
    o.MeetingSoon,
    o.MetAsked,
    o.MetNoted,
    o.TopicsOffered,
)
READ: dict[type, Any] = {
    **dict.fromkeys(_OF_ONE, PLACED),
    o.MeetingsReminded: (PLACED, replace(PLACED, side=Side.MENTOR)),
    o.MeetingsWanted: (PLACED,),
}
