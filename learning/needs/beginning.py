"""/needs: begins, goes on where it was left, or shows what came of it."""

from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import SKIPPED, Wave
from learning.needs.asking import asked, following
from learning.needs.model import Draft, Mode, Round
from learning.needs.path import path_shown
from learning.needs.ports import Drafts, Rounds, SentAnswers
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
    round = await _waiting_round(actor, now, rounds)
    if round is not None:
        return _offered(actor, curriculum, Wave.BEFORE, round)
    sent = await sent_answers.of(person.id)
    path = path_shown(actor, curriculum, sent, await completions.of(person.id))
    if path.again:
        return _offered(actor, curriculum, Wave.AFTER, None)
    if sent or path.own:
        return path
    return _offered(actor, curriculum, Wave.BEFORE, None)


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
    round = await _waiting_round(actor, now, rounds) if ask.wave is Wave.BEFORE else None
    if ask.round and (round is None or round.id != ask.round):
        return _offered(actor, curriculum, Wave.BEFORE, round)
    round = round if ask.round else None
    definition = round.definition if round else curriculum.needs.today
    questionnaire = curriculum.needs.get(definition or "")
    if definition is None or questionnaire is None:
        return o.NeedsUnavailable()
    new = Draft(
        0, person.id, definition, now, now, _mode(round), round.id if round else None, ask.wave
    )
    first = following(questions_of(new, questionnaire), {}, "")
    draft = await drafts.add(new.moved(first, now, SKIPPED))
    await focuses.put(person.id, Focus(Prompt.NEEDS, draft.id))
    await pushes.add([halfway_reminder(draft, 0, now + REMIND_AFTER)])
    return view(draft, questionnaire, actor)


def halfway_reminder(draft: Draft, put_off: int, due_at: datetime) -> NewPush:
    """Of which one at most is sent; `put_off` counts those that came while it was going on."""
    return NewPush(draft.person_id, PushKind.NEEDS_HALFWAY, f"{draft.id}.{put_off}", due_at)


async def _waiting_round(actor: Actor, now: datetime, rounds: Rounds) -> Round | None:
    """The open round that asks this person and has no answers of theirs."""
    person, _ = learner(actor)
    round = await rounds.open_to(actor, now)
    if round is None or await rounds.has_answered(round.id, person.id):
        return None
    return round


def _mode(round: Round | None) -> Mode:
    return round.mode if round else Mode.OWN


def _offered(
    actor: Actor, curriculum: Curriculum, wave: Wave, round: Round | None
) -> o.NeedsOffered | o.NeedsUnavailable:
    definition = round.definition if round else curriculum.needs.today
    questionnaire = curriculum.needs.get(definition or "")
    if definition is None or questionnaire is None:
        return o.NeedsUnavailable()
    again = wave is Wave.AFTER
    questions = questionnaire.block_again() if again else asked(questionnaire, {})
    return o.NeedsOffered(
        mode=_mode(round),
        wave=wave,
        definition=definition,
        questions=len(questions),
        round=round.id if round else None,
        organisation=actor.organisation.name if round and actor.organisation else None,
        closes_at=round.closes_at if round else None,
    )
