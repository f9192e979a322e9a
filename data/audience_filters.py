"""Whom a filter of an audience finds, as a condition on a person joined with the enrolment."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, true

from data.tables.events import event_registrations, events
from data.tables.lessons import completions
from data.tables.mentoring import mentoring_turns
from data.tables.people import enrolments, memberships, persons
from data.tables.pushes import pushes
from learning.account.model import Role
from learning.announcements.model import Audience, Dimension, Standing, event_of
from learning.events.model import Seat
from learning.mentoring.cycle import PAIRED, Step
from learning.pushes.model import PushKind, PushState
from learning.reports.model import Stage

_DONE = (
    select(func.count())
    .select_from(completions)
    .where(completions.c.person_id == persons.c.id)
    .correlate(persons)
    .scalar_subquery()
)
_MESSAGES = (PushKind.ANNOUNCEMENT, PushKind.ANNOUNCEMENT_URGENT)


def is_in(
    organisation_id: int, audience: Audience, half: int, after: int = 0, upto: int | None = None
) -> ColumnElement[bool]:
    """Whether a person, joined with the enrolment, is in the audience; of those alone whose id is
    above `after` and not above `upto`."""
    ids = select(memberships.c.person_id).where(is_current(organisation_id, after))
    if upto is not None:
        ids = ids.where(memberships.c.person_id <= upto)
    # A list, and not "is there one?" of each person: others' people are never looked at.
    return and_(persons.c.id.in_(ids), fits_all(organisation_id, audience, half))


def is_current(organisation_id: int, after: int = 0) -> ColumnElement[bool]:
    """Of a membership: it is one of here and now, of somebody whose id is above `after`."""
    here, until = memberships.c.organisation_id, memberships.c.until
    return and_(here == organisation_id, until.is_(None), memberships.c.person_id > after)


def fits_all(organisation_id: int, audience: Audience, half: int) -> ColumnElement[bool]:
    """Whether a member, joined with the enrolment, is in the audience."""
    conditions: list[ColumnElement[bool]] = [true()]
    for dimension, values in audience.wanted.items():
        conditions.append(fits(organisation_id, dimension, values, half))
    for dimension, values in audience.unwanted.items():
        conditions.append(~fits(organisation_id, dimension, values, half))
    if audience.got is not None:
        conditions.append(
            exists().where(
                pushes.c.person_id == persons.c.id,
                pushes.c.kind.in_(_MESSAGES),
                pushes.c.occasion == str(audience.got),
                pushes.c.state == PushState.SENT,
            )
        )
    return and_(*conditions)


def _is_member(organisation_id: int, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    """Also of somebody who is looked at by another of their memberships."""
    ours = exists().where(
        memberships.c.person_id == persons.c.id,
        memberships.c.organisation_id == organisation_id,
        memberships.c.until.is_(None),
        *more,
    )
    return ours.correlate(persons)


def fits(
    organisation_id: int, dimension: Dimension, values: Sequence[str], half: int
) -> ColumnElement[bool]:
    match dimension:
        case Dimension.ROLE:
            return _is_member(organisation_id, memberships.c.role.in_(values))
        case Dimension.DEPARTMENT:
            ids = [int(value) for value in values]
            return _is_member(organisation_id, memberships.c.department_id.in_(ids))
        case Dimension.SECTOR:
            return func.coalesce(enrolments.c.sector, "").in_(values)
        case Dimension.LANGUAGE:
            return persons.c.language.in_(values)
        case Dimension.PROGRESS:
            learns = _is_member(organisation_id, memberships.c.role == Role.LEARNER)
            return and_(learns, stage(half).in_([int(value) for value in values]))
        case Dimension.EVENT:
            return or_(*(_stands(organisation_id, *event_of(value)) for value in values))
        case Dimension.MENTORING:
            wanted = [PAIRED.index(Step(value)) for value in values]
            return _furthest_step(organisation_id).in_(wanted)


def _furthest_step(organisation_id: int) -> ColumnElement[int]:
    """Its place in PAIRED, of all the pairs that somebody is in here."""
    steps = {step.value: place for place, step in enumerate(PAIRED)}
    turns = mentoring_turns.c
    return (
        select(func.max(case(steps, value=turns.step, else_=-1)))
        .where(
            turns.ended_at.is_(None),
            or_(
                and_(
                    turns.mentor_id == persons.c.id,
                    turns.mentor_organisation_id == organisation_id,
                ),
                and_(
                    turns.mentee_id == persons.c.id,
                    turns.mentee_organisation_id == organisation_id,
                ),
            ),
        )
        .correlate(persons)
        .scalar_subquery()
    )


def _stands(organisation_id: int, how: Standing, event: int) -> ColumnElement[bool]:
    ours = event_registrations.join(events, events.c.id == event_registrations.c.event_id)
    found = (
        select(event_registrations.c.person_id)
        .select_from(ours)
        .where(
            event_registrations.c.person_id == persons.c.id,
            event_registrations.c.event_id == event,
            event_registrations.c.seat == Seat.REGISTERED,
            events.c.organisation_id == organisation_id,
        )
        .correlate(persons)
    )
    if how is Standing.ATTENDED:
        found = found.where(event_registrations.c.attended_at.is_not(None))
    return found.exists()


def stage(half: int) -> ColumnElement[int]:
    return case(
        (enrolments.c.finished_at.is_not(None), int(Stage.FINISHED)),
        (enrolments.c.begun_at.is_(None), int(Stage.NOT_BEGUN)),
        (half <= _DONE, int(Stage.HALF)),
        else_=int(Stage.BEGUN),
    )
