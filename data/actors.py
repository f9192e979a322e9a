"""Everything about one who asks, in one query: person, enrolment, memberships, organisations."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL, Row, Select, and_, select

from data.tables.open_prompts import conversations
from data.tables.organisations import departments, organisations
from data.tables.people import enrolments, memberships, persons
from learning.account.model import (
    Actor,
    Enrolment,
    Membership,
    Offer,
    Organisation,
    PastDays,
    Pause,
    Person,
    Role,
)

PAUSES = TypeAdapter(tuple[Pause, ...])
PAST_DAYS = TypeAdapter(tuple[PastDays, ...])

_current = and_(memberships.c.person_id == persons.c.id, memberships.c.until.is_(None))


def actors() -> Select[Any]:
    """One row per current membership of a person, the latest begun last; at least one row."""
    tables = (
        persons.outerjoin(enrolments, enrolments.c.person_id == persons.c.id)
        .outerjoin(memberships, _current)
        .outerjoin(organisations, organisations.c.id == memberships.c.organisation_id)
        .outerjoin(departments, departments.c.id == memberships.c.department_id)
        .outerjoin(conversations, conversations.c.person_id == persons.c.id)
    )
    return (
        select(
            *(persons, enrolments, memberships, organisations),
            *(departments.c.name, conversations.c.revision),
        )
        .select_from(tables)
        .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        .order_by(persons.c.id, memberships.c.id)
    )


def former_memberships() -> Select[Any]:
    """Ended ones, the latest first."""
    tables = memberships.join(
        organisations, organisations.c.id == memberships.c.organisation_id
    ).outerjoin(departments, departments.c.id == memberships.c.department_id)
    return (
        select(memberships, organisations, departments.c.name)
        .select_from(tables)
        .where(memberships.c.until.is_not(None))
        .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
        .order_by(memberships.c.until.desc(), memberships.c.id.desc())
        .limit(1)
    )


def read_actors(rows: Sequence[Row[Any]]) -> list[Actor]:
    """The actors of rows in the order of `actors()`."""
    by_person = groupby(rows, key=lambda row: row.persons_id)
    return [read_actor(list(of_person)) for _, of_person in by_person]


def read_actor(rows: Sequence[Row[Any]]) -> Actor:
    row = rows[0]
    members = [read_membership(row) for row in rows if row.memberships_id is not None]
    return Actor(
        telegram_id=row.persons_telegram_id,
        person=_person(row),
        enrolment=_enrolment(row) if row.enrolments_person_id is not None else None,
        membership=_learning_one(members),
        memberships=tuple(members),
        conversing=row.conversations_revision is not None,
    )


def _learning_one(members: Sequence[Membership]) -> Membership | None:
    """The latest as a learner, else the latest of all."""
    as_learner = [member for member in members if member.role is Role.LEARNER]
    return next(reversed(as_learner or members), None)


def _person(row: Row[Any]) -> Person:
    return Person(
        id=row.persons_id,
        telegram_id=row.persons_telegram_id,
        language=row.persons_language,
        zone=row.persons_zone,
        reachable=row.persons_reachable,
    )


def _enrolment(row: Row[Any]) -> Enrolment:
    return Enrolment(
        person_id=row.enrolments_person_id,
        lesson_time=row.enrolments_lesson_time,
        weekdays=row.enrolments_weekdays,
        sector=row.enrolments_sector,
        begun_at=row.enrolments_begun_at,
        finished_at=row.enrolments_finished_at,
        offer=_offer(row),
        pauses=PAUSES.validate_python(row.enrolments_pauses),
        past_days=PAST_DAYS.validate_python(row.enrolments_past_days),
        last_day=row.enrolments_last_day,
        next_due_at=row.enrolments_next_due_at,
        standing=row.enrolments_standing,
        path=tuple(row.enrolments_path or ()),
        revision=row.enrolments_revision,
    )


def _offer(row: Row[Any]) -> Offer | None:
    if row.enrolments_offer_content is None:
        return None
    return Offer(
        content_id=row.enrolments_offer_content,
        day=row.enrolments_offer_day,
        reminders=row.enrolments_offer_reminders,
    )


def read_membership(row: Row[Any]) -> Membership:
    return Membership(
        id=row.memberships_id,
        person_id=row.memberships_person_id,
        organisation=read_organisation(row),
        department=row.departments_name,
        role=Role(row.memberships_role),
        channel=row.memberships_channel,
        code=row.memberships_code_id,
    )


def read_organisation(row: Row[Any]) -> Organisation:
    return Organisation(
        id=row.organisations_id,
        name=row.organisations_name,
        country=row.organisations_country,
        zone=row.organisations_zone,
        language=row.organisations_language,
        region=row.organisations_region,
        weekdays=row.organisations_weekdays,
        opens=row.organisations_opens,
        closes=row.organisations_closes,
        lesson_hour=row.organisations_lesson_hour,
        own_days_off=frozenset(map(date.fromisoformat, row.organisations_own_days_off)),
        daily_budget=row.organisations_daily_budget,
    )
