"""Turns of the circle: two people, where they are in it, and what is awaited of whom.

What the rooms beside this one may lean on:

- `Turn` is one pair's way through the circle, from the acceptance of both to its end. A pair has
  no id of its own: it is the two people of a turn. Ids are never given twice.
- `turn.side_of(person_id)` says who somebody is in it; `running`, `step` and `phase` where it
  stands; a change is put back as `turn.changed(...)`, guarded by its revision.
- Rules of the clock and of every act are in `learning.mentoring.turning`, pure.
- `begin_turn` (learning.mentoring.beginning) begins one; `part` (learning.mentoring.parting) ends
  all turns of somebody who leaves.
- Words go through `TurnTexts`: sealed under a key per author and turn, each with a `Seen` that
  was said before it was written. Nothing else of a turn is text.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from learning.mentoring.cycle import Step


class Side(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def other(self) -> "Side":
        return Side.MENTEE if self is Side.MENTOR else Side.MENTOR


class Ending(StrEnum):
    """How a turn ended. No one is told whose wish it was."""

    CIRCLE = "circle"  # went all the way
    WISH = "wish"  # one of the two wished so; no reason is asked
    LEFT = "left"  # one of the two left, or was removed or erased
    SILENCE = "silence"


class Nudge(StrEnum):
    """How far the silence of one side was taken up."""

    NONE = "none"
    REMINDED = "reminded"
    TOLD = "told"  # the coordinator knows that the pair is silent
    OFFERED = "offered"  # an end or a new start


# Of a side at these the coordinators know that the pair is silent, and nothing more.
KNOWN_AS_SILENT = frozenset({Nudge.TOLD, Nudge.OFFERED})


class Seen(StrEnum):
    """Who sees a text, said before it is written."""

    ME = "me"  # the author alone; nobody learns that it is there
    PARTNER = "partner"
    ANSWERED = "answered"  # the other one learns only that there is an answer


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a turn; `person_id` is None once the person was erased.

    `waits_since` (local day of the mentor): since when something of theirs is awaited.
    `answered_on` is the due day of the last check-in that they answered. `shares`: the other one
    may see their username, once both say so.
    """

    person_id: int | None
    organisation_id: int
    waits_since: date | None = None
    nudge: Nudge = Nudge.NONE
    answered_on: date | None = None
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """The pair's own pause: from `since` until the day before `until`."""

    since: date
    until: date

    def covers(self, day: date) -> bool:
        return self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class Turn:
    """Days are local days of the mentor, whose several turns so share one digest.

    `definition` is the hash of the cycle that it finishes on; `language` the pair's own.
    `predecessor` is the turn in which this mentor was mentee; `generation` counts from 1.
    `asked_on` is the due day of the latest check-in, `next_on` of the coming one, every `weeks`.
    `look_at` is when the clock next looks, and after the end when the texts are destroyed; None
    after that. `looked_on` is the day it last did.
    """

    id: int
    mentor: Party
    mentee: Party
    language: str
    definition: str
    begun_at: datetime
    generation: int = 1
    predecessor: int | None = None
    step: Step = Step.MATCHING
    phase: str | None = None
    phase_since: date | None = None
    weeks: int | None = None
    asked_on: date | None = None
    next_on: date | None = None
    rests: tuple[Rest, ...] = ()
    look_at: datetime | None = None
    looked_on: date | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    revision: int = 0

    @property
    def running(self) -> bool:
        return self.ended_at is None

    @property
    def known_as_silent(self) -> bool:
        return any(self.party(side).nudge in KNOWN_AS_SILENT for side in Side)

    @property
    def both_share(self) -> bool:
        """Whether each may see the other's username; not after the end."""
        return self.running and self.mentor.shares and self.mentee.shares

    def party(self, side: Side) -> Party:
        return self.mentor if side is Side.MENTOR else self.mentee

    def side_of(self, person_id: int) -> Side | None:
        if self.mentor.person_id == person_id:
            return Side.MENTOR
        return Side.MENTEE if self.mentee.person_id == person_id else None

    def partner_of(self, person_id: int) -> int | None:
        """The other one's id; None for an erased one, and for who is not of this pair."""
        side = self.side_of(person_id)
        return self.party(side.other).person_id if side else None

    def rest_on(self, day: date) -> Rest | None:
        return next((rest for rest in self.rests if rest.covers(day)), None)

    def awaits_check_in(self, side: Side) -> bool:
        open_now = self.running and self.step is Step.MENTORING and self.asked_on is not None
        return open_now and self.party(side).answered_on != self.asked_on

    def changed(self, **fields: Any) -> "Turn":
        return replace(self, revision=self.revision + 1, **fields)


def is_silent(turn: Turn, person_id: int) -> bool:
    """Whether this person was, or is to be, reminded of something in the turn."""
    side = turn.side_of(person_id)
    if side is None or not turn.running:
        return False
    party = turn.party(side)
    return party.waits_since is not None and party.nudge is not Nudge.NONE


class TextKind(StrEnum):
    """What a text of a turn is. `about` beside it names which one, such as a check-in's day."""

    SAID = "said"  # a check-in: how it went
    QUESTION = "question"  # a check-in: the answer to its question
    NEXT = "next"  # a check-in: what next, by when
    LOOKING_BACK = "looking_back"  # an evaluation: what one wants to say at the end
    MESSAGE = "message"  # from one to the other
    PLACE = "place"  # where the two meet; `about` is the meeting's id
    TOPIC = "topic"  # what the mentee finds difficult and ticked; `about` is a competence
    CONCERN = "concern"  # kept for its author alone
    CARD = "card"  # a part of a good-practice card, while it is its author's alone
    DAY_GOAL = "day_goal"  # what somebody wants to see on a day of job shadowing
    OBSERVATION = "observation"  # at the end of a slot of that day
    DEBRIEF = "debrief"  # after that day


@dataclass(frozen=True, slots=True)
class TextHead:
    """A text without its words: whose it is and who may see it."""

    turn_id: int
    author_id: int
    kind: TextKind
    about: str
    seen: Seen
    at: datetime

    def is_for(self, person_id: int, turn: Turn) -> bool:
        """Whether the words may be shown to this person."""
        if person_id == self.author_id:
            return True
        return self.seen is Seen.PARTNER and turn.partner_of(self.author_id) == person_id

    def is_known_to(self, person_id: int, turn: Turn) -> bool:
        """Whether this person may learn that the text is there."""
        if self.seen is Seen.ME:
            return person_id == self.author_id
        return person_id == self.author_id or turn.partner_of(self.author_id) == person_id
