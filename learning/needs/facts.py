"""What is known already, shown for confirmation: sector, hour and language of the settings."""

from dataclasses import replace
from datetime import datetime, time

from learning.account.languages import LANGUAGES
from learning.account.model import Actor
from learning.account.ports import Enrolments, People
from learning.account.settings import ANY_SECTOR, is_language, learner, read_time
from learning.course.curriculum import Curriculum
from learning.lessons.grading import fold
from learning.needs.outcomes import Facts
from learning.needs.questionnaire import Fact
from learning.needs.reading import named
from learning.rhythm.next_due import rescheduled
from learning.rhythm.window import window_of

_LANGUAGE_WORDS = {
    "en": ("en", "english", "αγγλικά", "inglés"),
    "el": ("el", "greek", "ελληνικά", "griego"),
    "es": ("es", "spanish", "ισπανικά", "español", "castellano"),
}


def facts_of(actor: Actor) -> Facts:
    person, enrolment = learner(actor)
    window = window_of(person, enrolment, actor.organisation)
    hours = (time(hour) for hour in range(24))
    return Facts(
        sector=enrolment.sector,
        lesson_time=window.at,
        language=person.language,
        times=tuple(at for at in hours if window.opens <= at <= window.closes),
    )


def choices(fact: Fact, facts: Facts, curriculum: Curriculum) -> tuple[str, ...]:
    """What a button may choose, in the order shown."""
    match fact:
        case Fact.SECTOR:
            return (*curriculum.course.sectors, ANY_SECTOR)
        case Fact.HOUR:
            return tuple(f"{at:%H%M}" for at in facts.times)
        case Fact.LANGUAGE:
            return LANGUAGES


def choice_in(text: str, fact: Fact, facts: Facts, curriculum: Curriculum) -> str | None:
    """The choice that a typed text names."""
    match fact:
        case Fact.SECTOR:
            return named(text, list(curriculum.course.sectors.items()), counted=True)
        case Fact.HOUR:
            digits = "".join(each for each in text if each.isdigit())
            value = digits.zfill(2) + "00" if 0 < len(digits) <= 2 else digits.zfill(4)
            return value if value in choices(fact, facts, curriculum) else None
        case Fact.LANGUAGE:
            words = {fold(word): code for code, every in _LANGUAGE_WORDS.items() for word in every}
            return words.get(fold(text))


async def set_fact(
    fact: Fact,
    value: str,
    actor: Actor,
    now: datetime,
    people: People,
    enrolments: Enrolments,
) -> Actor:
    """The setting itself, as /settings shows it; `value` is one of `choices`."""
    person, enrolment = learner(actor)
    at = read_time(value)
    if fact is Fact.LANGUAGE and is_language(value):
        person = replace(person, language=value)
        await people.put(person)
        return replace(actor, person=person)
    if fact is Fact.SECTOR:
        sector = None if value == ANY_SECTOR else value
        enrolment = replace(enrolment, sector=sector, revision=enrolment.revision + 1)
    elif fact is Fact.HOUR and at is not None:
        moved = replace(enrolment, lesson_time=at)
        enrolment = rescheduled(person, moved, actor.organisation, now)
    await enrolments.put(enrolment)
    return replace(actor, enrolment=enrolment)
