"""/needs: begins, goes on where it was left, or shows what came of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import SKIPPED, Wave
from learning.needs.asking import asked, following
from learning.needs.model import Draft, Sent
from learning.needs.path import path_shown
from learning.needs.ports import Drafts, Rounds, SentAnswers
from learning.needs.scope import Scope, afterwards, anew, waiting
from learning.needs.views import questions_of, view
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses

REMIND_AFTER = timedelta(days=3)


async def show_needs(
    ask: asks.ShowNeeds,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    rounds: Rounds,
    sent_answers: SentAnswers,
    completions: Completions,
    focuses: Focuses,
) -> asks.Shown:
    person, _ = learner(actor)
    draft = await drafts.of(person.id)
    questionnaire = curriculum.needs.get(draft.definition) if draft else None
    if draft is not None and questionnaire is not None:
        await focuses.put(person.id, Focus(Prompt.NEEDS, draft.id))
        return view(draft, questionnaire, actor)
    sent = await sent_answers.of(person.id)
    scope = await waiting(actor, now, sent, rounds)
    path = path_shown(actor, curriculum, sent, await completions.of(person.id))
    scope = scope or await afterwards(actor, sent, rounds)
    if scope is None and (sent or path.own):
        return path
    return _offered(actor, curriculum, scope or await anew(now, sent, rounds, curriculum))


async def begin_needs(
    ask: asks.BeginNeeds,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    drafts: Drafts,
    rounds: Rounds,
    sent_answers: SentAnswers,
    completions: Completions,
    focuses: Focuses,
    pushes: Pushes,
) -> asks.Shown:
    """What the notice spoke of and is no longer so is told anew instead."""
    person, _ = learner(actor)
    if await drafts.of(person.id) is not None:
        again = asks.ShowNeeds()
        return await show_needs(
            again,
            actor,
            now,
            curriculum=curriculum,
            drafts=drafts,
            rounds=rounds,
            sent_answers=sent_answers,
            completions=completions,
            focuses=focuses,
        )
    sent = await sent_answers.of(person.id)
    scope = await _wanted(ask, actor, now, sent, rounds, curriculum)
    if scope is None or not _as_told(ask, scope):
        return _offered(actor, curriculum, scope or await anew(now, sent, rounds, curriculum))
    questionnaire = curriculum.needs.get(scope.definition)
    if questionnaire is None:
        return o.NeedsUnavailable()
    new = Draft(
        0,
        person.id,
        scope.definition,
        now,
        now,
        scope.mode,
        scope.round_id,
        scope.wave,
    )
    first = following(questions_of(new, questionnaire), {}, "")
    draft = await drafts.add(new.moved(first, now, SKIPPED))
    await focuses.put(person.id, Focus(Prompt.NEEDS, draft.id))
    await pushes.add([halfway_reminder(draft, 0, now + REMIND_AFTER)])
    return view(draft, questionnaire, actor)


def halfway_reminder(draft: Draft, put_off: int, due_at: datetime) -> NewPush:
    """Of which one at most is sent; `put_off` counts those that came while it was going on."""
    return NewPush(draft.person_id, PushKind.NEEDS_HALFWAY, f"{draft.id}.{put_off}", due_at)


async def _wanted(
    ask: asks.BeginNeeds,
    actor: Actor,
    now: datetime,
    sent: Sequence[Sent],
    rounds: Rounds,
    curriculum: Curriculum,
) -> Scope | None:
    if ask.wave is Wave.AFTER:
        return await afterwards(actor, sent, rounds)
    if ask.round:
        return await waiting(actor, now, sent, rounds)
    return await anew(now, sent, rounds, curriculum)


def _as_told(ask: asks.BeginNeeds, scope: Scope) -> bool:
    """Whether the notice spoke of this; who answers anew has read it before."""
    again = ask.wave is Wave.BEFORE and not ask.round
    return again or scope.round_id == (ask.round or None)


def _offered(
    actor: Actor, curriculum: Curriculum, scope: Scope | None
) -> o.NeedsOffered | o.NeedsUnavailable:
    questionnaire = curriculum.needs.get(scope.definition) if scope else None
    if scope is None or questionnaire is None:
        return o.NeedsUnavailable()
    again = scope.wave is Wave.AFTER
    questions = questionnaire.block_again() if again else asked(questionnaire, {})
    round = scope.round
    return o.NeedsOffered(
        mode=scope.mode,
        wave=scope.wave,
        definition=scope.definition,
        questions=len(questions),
        round=scope.round_id,
        organisation=actor.organisation.name if round and actor.organisation else None,
        closes_at=round.closes_at if round and not again else None,
    )
