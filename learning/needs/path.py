"""My path: the order of the units, each with its reason; its owner may change it."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.course.model import Subunit
from learning.lessons.ports import Completions
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.model import Sent
from learning.needs.ports import SentAnswers
from learning.needs.scope import may_say_again, of_wave
from learning.needs.scoring import confidences
from learning.needs.scoring import path as scored


async def show_path(
    ask: asks.ShowPath,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
) -> o.PathShown:
    person, _ = learner(actor)
    sent = await sent_answers.of(person.id)
    return path_shown(actor, curriculum, sent, await completions.of(person.id))


async def put_first(
    ask: asks.PutFirst,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
) -> o.PathShown:
    _, enrolment = learner(actor)
    order = [unit.id for unit in curriculum.units(enrolment.way)]
    wanted = tuple(dict.fromkeys((ask.unit, *order))) if ask.unit in order else ()
    return await _take(
        wanted, ask.revision, actor, curriculum, sent_answers, completions, enrolments, ask.unit
    )


async def take_standard_path(
    ask: asks.TakeStandardPath,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
) -> o.PathShown:
    return await _take((), ask.revision, actor, curriculum, sent_answers, completions, enrolments)


async def take_my_path(
    ask: asks.TakeMyPath,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
) -> o.PathShown:
    person, enrolment = learner(actor)
    before = of_wave(await sent_answers.of(person.id), Wave.BEFORE)
    wanted = _by_answers(curriculum, before) or enrolment.path
    return await _take(
        wanted, ask.revision, actor, curriculum, sent_answers, completions, enrolments
    )


async def _take(
    path: tuple[str, ...],
    revision: int,
    actor: Actor,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
    moved: str | None = None,
) -> o.PathShown:
    """An old button changes nothing and shows the path as it is now."""
    person, enrolment = learner(actor)
    if path != enrolment.path and path_revision(enrolment.path) == revision:
        enrolment = replace(enrolment, path=path, revision=enrolment.revision + 1)
        await enrolments.put(enrolment)
        actor = replace(actor, enrolment=enrolment)
    else:
        moved = None
    sent = await sent_answers.of(person.id)
    shown = path_shown(actor, curriculum, sent, await completions.of(person.id))
    return replace(shown, moved=moved)


def path_shown(
    actor: Actor, curriculum: Curriculum, sent: Sequence[Sent], done: Set[str]
) -> o.PathShown:
    _, enrolment = learner(actor)
    before, after = of_wave(sent, Wave.BEFORE), of_wave(sent, Wave.AFTER)
    if before and after and after.sent_at < before.sent_at:
        after = None  # the questions were answered anew since
    return o.PathShown(
        definition=before.definition if before else None,
        abilities=_abilities(curriculum, before, after),
        steps=steps_of(curriculum.units(enrolment.way), curriculum, before, done),
        own=bool(enrolment.path),
        mine=_by_answers(curriculum, before) not in ((), enrolment.path),
        again=may_say_again(actor, sent),
        revision=path_revision(enrolment.path),
    )


def _by_answers(curriculum: Curriculum, before: Sent | None) -> tuple[str, ...]:
    """The units as the answers order them; none without answers."""
    questionnaire = curriculum.needs.get(before.definition) if before else None
    if before is None or questionnaire is None:
        return ()
    return tuple(step.unit for step in scored(curriculum.course, questionnaire, before.answers))


def path_revision(path: Sequence[str]) -> int:
    """A number for buttons, other for every other path."""
    seen = 0
    for letter in "/".join(path):
        seen = (seen * 131 + ord(letter)) % (2**31 - 1)
    return seen


def steps_of(
    units: Sequence[Subunit], curriculum: Curriculum, before: Sent | None, done: Set[str]
) -> tuple[o.PathStep, ...]:
    questionnaire = curriculum.needs.get(before.definition) if before else None
    reasons = {}
    if before is not None and questionnaire is not None:
        steps = scored(curriculum.course, questionnaire, before.answers)
        reasons = {step.unit: step.reason for step in steps}
    return tuple(
        o.PathStep(unit.id, {*unit.lessons, unit.scenario} <= done, reasons.get(unit.id))
        for unit in units
    )


def _abilities(
    curriculum: Curriculum, before: Sent | None, after: Sent | None
) -> tuple[o.Ability, ...]:
    """All competences of the course, once something was said of any."""
    then, now = _said(curriculum, before), _said(curriculum, after)
    if not then and not now:
        return ()
    return tuple(
        o.Ability(competence, then.get(competence), now.get(competence))
        for competence in curriculum.course.competences
    )


def _said(curriculum: Curriculum, sent: Sent | None) -> dict[str, int]:
    questionnaire = curriculum.needs.get(sent.definition) if sent else None
    return dict(confidences(questionnaire, sent.answers)) if sent and questionnaire else {}
