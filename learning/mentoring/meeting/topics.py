"""The mentee lets the mentor know what they find difficult: each topic only if they tick it."""

from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring.matching.from_needs import least_sure
from learning.mentoring.meeting import asks
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import topic_head
from learning.mentoring.meeting.own import running_turn, shown
from learning.mentoring.model import Side, TextKind
from learning.mentoring.own import TURN_GONE, Own
from learning.mentoring.ports import Turns, TurnTexts
from learning.needs.ports import SentAnswers

MOST_TOPICS = 4


async def offer_topics(
    ask: asks.OfferTopics,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> o.TopicsOffered | asks.Looking:
    """Nothing is ticked beforehand. Answers of an unlinked round are nobody's."""
    own = await running_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.side is not Side.MENTEE:
        return shown(own)
    return await _offered(own, sent_answers, curriculum)


async def turn_topic(
    ask: asks.TurnTopic,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    sent_answers: SentAnswers,
    curriculum: Curriculum,
) -> o.TopicsOffered | asks.Looking:
    own = await running_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.side is not Side.MENTEE:
        return shown(own)
    if await _is_ticked(own, ask.topic, turn_texts):
        await turn_texts.drop(own.turn.id, own.person, TextKind.TOPIC, ask.topic)
    elif ask.topic in curriculum.course.competences:
        await turn_texts.write(topic_head(own.turn, own.person, ask.topic, now), ask.topic)
    return await _offered(own, sent_answers, curriculum)


async def _is_ticked(own: Own, topic: str, turn_texts: TurnTexts) -> bool:
    this = (TextKind.TOPIC, topic)
    return any((head.kind, head.about) == this for head in await turn_texts.heads(own.turn.id))


async def _offered(own: Own, sent_answers: SentAnswers, curriculum: Curriculum) -> o.TopicsOffered:
    every = await sent_answers.of(own.person)
    topics = least_sure(every, curriculum, MOST_TOPICS)
    return o.TopicsOffered(own.turn.id, own.person, topics)
