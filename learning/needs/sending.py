"""Send: the draft goes, the answers count, and the path is made of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import Answers, Wave
from learning.needs.asking import kept
from learning.needs.model import Draft, Mode, Round, Sent
from learning.needs.path import path_revision, path_shown
from learning.needs.ports import Drafts, Lots, Rounds, SentAnswers
from learning.needs.scoring import Step, confidences, path
from learning.needs.standing import Standing, standing_at
from learning.needs.views import questions_of
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses

LOOK_AFTER = timedelta(days=28)  # whether the course is done, to ask the competences again
FIRST, AMONG, TICKETS = 3, 6, 4
"""Of an unlinked round three units come first, by lot: each of the six that matter most has four
tickets, every other one. So any three can come of any answers; the whole order would tell the
answers that it was made of (docs/decisions/0008)."""


async def send_answers(
    ask: asks.SendAnswers,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    rounds: Rounds,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
    focuses: Focuses,
    pushes: Pushes,
    lots: Lots,
) -> o.AnswersSent | o.RoundOver | o.NeedsAlreadyThere | o.NeedsGone:
    """In one transaction. Of an unlinked round nothing that is written here holds both the person
    and an answer."""
    found = await standing_at(ask, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    draft = found.draft
    if draft.at is not None:
        return o.NeedsAlreadyThere(found.shown())
    round = await rounds.get(draft.round_id) if draft.round_id is not None else None
    if round is None or draft.wave is Wave.AFTER:
        await _end(draft, drafts, focuses)
        return await _keep(
            found, actor, now, curriculum, sent_answers, completions, enrolments, pushes
        )
    if not round.is_open(now) or not round.asks(actor):
        return o.RoundOver(draft.id, draft.revision)
    await _end(draft, drafts, focuses)
    answered = await rounds.has_answered(round.id, draft.person_id)
    if round.mode is Mode.UNLINKED or not answered:
        await rounds.mark_answered(round.id, draft.person_id)
    if round.mode is Mode.UNLINKED:
        return await _unlink(round, found, actor, curriculum, sent_answers, enrolments, lots)
    return await _keep(found, actor, now, curriculum, sent_answers, completions, enrolments, pushes)


async def keep_for_myself(
    ask: asks.KeepForMyself,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
    focuses: Focuses,
    pushes: Pushes,
) -> o.AnswersSent | o.NeedsAlreadyThere | o.NeedsGone:
    found = await standing_at(ask, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    if found.draft.at is not None:
        return o.NeedsAlreadyThere(found.shown())
    await _end(found.draft, drafts, focuses)
    own = replace(found, draft=replace(found.draft, mode=Mode.OWN, round_id=None))
    return await _keep(own, actor, now, curriculum, sent_answers, completions, enrolments, pushes)


async def drop_answers(
    ask: asks.DropAnswers,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    focuses: Focuses,
) -> o.NeedsDropped | o.NeedsAlreadyThere | o.NeedsGone:
    found = await standing_at(ask, actor, curriculum, drafts)
    if not isinstance(found, Standing):
        return found
    await _end(found.draft, drafts, focuses)
    return o.NeedsDropped()


async def _end(draft: Draft, drafts: Drafts, focuses: Focuses) -> None:
    await drafts.drop(draft.id)
    await focuses.clear(draft.person_id, Focus(Prompt.NEEDS, draft.id))


def _answers(found: Standing) -> Answers:
    return kept(questions_of(found.draft, found.questionnaire), found.draft.answers)


async def _keep(
    found: Standing,
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    completions: Completions,
    enrolments: Enrolments,
    pushes: Pushes,
) -> o.AnswersSent:
    """The answers stay with their person."""
    draft = found.draft
    answers = _answers(found)
    await sent_answers.put(
        Sent(
            draft.person_id, draft.wave, draft.mode, draft.definition, answers, now, draft.round_id
        )
    )
    if draft.wave is Wave.BEFORE:
        steps = path(curriculum.course, found.questionnaire, answers)
        actor = await _with_path(actor, [step.unit for step in steps], enrolments)
        again = f"{draft.id}.0"
        await pushes.add([NewPush(draft.person_id, PushKind.NEEDS_AGAIN, again, now + LOOK_AFTER)])
    sent = await sent_answers.of(draft.person_id)
    shown = path_shown(actor, curriculum, sent, await completions.of(draft.person_id))
    return o.AnswersSent(
        mode=draft.mode,
        wave=draft.wave,
        definition=draft.definition,
        abilities=shown.abilities,
        steps=shown.steps,
        revision=shown.revision,
    )


async def _unlink(
    round: Round,
    found: Standing,
    actor: Actor,
    curriculum: Curriculum,
    sent_answers: SentAnswers,
    enrolments: Enrolments,
    lots: Lots,
) -> o.AnswersSent:
    """Nothing but three units stays with the person; the reasons are told now and forgotten."""
    answers = _answers(found)
    await sent_answers.unlink(round, answers)
    steps = path(curriculum.course, found.questionnaire, answers)
    stays = await _drawn(steps, curriculum, lots)
    await _with_path(actor, stays, enrolments)
    said = confidences(found.questionnaire, answers)
    return o.AnswersSent(
        mode=Mode.UNLINKED,
        wave=Wave.BEFORE,
        definition=round.definition,
        abilities=tuple(o.Ability(id, said.get(id)) for id in curriculum.course.competences),
        steps=tuple(o.PathStep(step.unit, False, step.reason) for step in steps[:FIRST]),
        revision=path_revision(stays),
        kept=tuple(stays),
    )


async def _drawn(steps: Sequence[Step], curriculum: Curriculum, lots: Lots) -> list[str]:
    """Units in the order of the course."""
    tickets = tickets_of([step.unit for step in steps])
    drawn = list(dict.fromkeys(await lots.draw(tickets, len(tickets))))[:FIRST]
    return [unit.id for unit in curriculum.units() if unit.id in drawn]


def tickets_of(units: Sequence[str]) -> list[str]:
    """`units` in the order of what matters most."""
    return [unit for unit in units[:AMONG] for _ in range(TICKETS)] + list(units[AMONG:])


async def _with_path(actor: Actor, units: Sequence[str], enrolments: Enrolments) -> Actor:
    _, enrolment = learner(actor)
    enrolment = replace(enrolment, path=tuple(units), revision=enrolment.revision + 1)
    await enrolments.put(enrolment)
    return replace(actor, enrolment=enrolment)
