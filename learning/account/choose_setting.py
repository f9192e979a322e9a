"""One setting is looked at or changed."""

from dataclasses import replace
from datetime import datetime

from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults, ShowSettings
from learning.account.model import EVERY_DAY, Actor, Enrolment, Person
from learning.account.outcomes import (
    ChoicesShown,
    DefaultsShown,
    Field,
    SettingChanged,
    SettingRefused,
    SettingsShown,
)
from learning.account.ports import Enrolments, People
from learning.account.settings import (
    ANY_SECTOR,
    is_language,
    is_zone,
    learner,
    read_time,
    settings_of,
)
from learning.course.curriculum import Curriculum
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
from learning.rhythm.streak import remembering_days
from learning.rhythm.window import window_of

MOVE_LESSONS = (Field.HOUR, Field.WEEKDAYS, Field.ZONE)  # the others leave a snooze as it is


async def show_settings(
    ask: ShowDefaults | ShowSettings, actor: Actor, now: datetime
) -> DefaultsShown | SettingsShown:
    settings = settings_of(actor, now)
    return SettingsShown(settings) if settings.begun else DefaultsShown(settings)


async def show_choices(ask: ShowChoices, actor: Actor, now: datetime) -> ChoicesShown:
    return ChoicesShown(ask.field, settings_of(actor, now))


async def choose_setting(
    ask: ChooseSetting,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
    curriculum: Curriculum,
) -> SettingChanged | SettingRefused:
    before_person, before = learner(actor)
    after_person = _with_person(before_person, ask)
    after = _with_enrolment(before, ask, actor, now, curriculum)
    if after_person is None or after is None:
        return SettingRefused(ask.field, settings_of(actor, now))
    if after_person != before_person:
        await people.put(after_person)
    if ask.field in MOVE_LESSONS:
        after = rescheduled(after_person, after, actor.organisation, now)
    else:
        after = replace(after, revision=after.revision + 1)
    await enrolments.put(after)
    actor = replace(actor, person=after_person, enrolment=after)
    return SettingChanged(ask.field, settings_of(actor, now))


def _with_person(person: Person, ask: ChooseSetting) -> Person | None:
    match ask.field:
        case Field.LANGUAGE:
            return replace(person, language=ask.value) if is_language(ask.value) else None
        case Field.ZONE:
            return replace(person, zone=ask.value) if is_zone(ask.value) else None
        case _:
            return person


def _with_enrolment(
    enrolment: Enrolment,
    ask: ChooseSetting,
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
) -> Enrolment | None:
    match ask.field:
        case Field.HOUR:
            return _with_hour(enrolment, ask.value, actor)
        case Field.WEEKDAYS:
            return _with_weekday(enrolment, ask.value, actor, now)
        case Field.SECTOR:
            if ask.value != ANY_SECTOR and ask.value not in curriculum.course.sectors:
                return None
            return replace(enrolment, sector=None if ask.value == ANY_SECTOR else ask.value)
        case _:
            return enrolment


def _with_hour(enrolment: Enrolment, value: str, actor: Actor) -> Enrolment | None:
    person, _ = learner(actor)
    at, window = read_time(value), window_of(person, enrolment, actor.organisation)
    if at is None or not window.opens <= at <= window.closes:
        return None
    return replace(enrolment, lesson_time=at)


def _with_weekday(
    enrolment: Enrolment, value: str, actor: Actor, now: datetime
) -> Enrolment | None:
    """Toggles one day; at least one stays, and none that the organisation does not allow."""
    if value not in tuple("0123456"):
        return None
    person, _ = learner(actor)
    allowed = actor.organisation.weekdays if actor.organisation else EVERY_DAY
    weekdays = window_of(person, enrolment, actor.organisation).weekdays ^ {int(value)}
    if not weekdays or not weekdays <= allowed:
        return None
    before = remembering_days(person, enrolment, actor.organisation, local_day(person, now))
    return replace(before, weekdays=weekdays)
