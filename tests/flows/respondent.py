"""Somebody who answers the needs analysis, by buttons or in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.needs.answers import Answer
from learning.needs.asks import (
    BeginNeeds,
    PickAnswer,
    SendAnswers,
    SettleAnswer,
    SkipQuestion,
)
from learning.needs.model import Draft
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

MOST_STEPS = 60


@dataclass
class Respondent:
    """`answers` by place; whatever is not among them is skipped."""

    world: World
    phone: Phone
    answers: Mapping[str, Answer] = field(default_factory=dict)

    async def begin(self) -> Bubble:
        await self.phone.send("/needs")
        return await self.phone.tap(BeginNeeds)

    async def draft(self) -> Draft | None:
        async with self.world.app.database.unit() as unit:
            person = (await unit.people.actor(self.phone.id)).person
            assert person is not None
            return await unit.drafts.of(person.id)

    async def answer_one(self) -> bool:
        """The question that is open now; False at the review."""
        draft = await self.draft()
        assert draft is not None
        if draft.at is None:
            return False
        wanted = self.answers.get(draft.at)
        bubble = await self.phone.last()
        if wanted is None:
            await self.phone.tap(SkipQuestion)
        elif bubble.offers(SettleAnswer) and wanted == ("confirmed",):
            await self.phone.tap(SettleAnswer)
        else:
            for choice in wanted:
                await self.phone.tap(PickAnswer, choice=choice)
            if (await self.phone.last()).offers(SettleAnswer):
                await self.phone.tap(SettleAnswer)
        return True

    async def answer_all(self) -> Bubble:
        for _ in range(MOST_STEPS):
            if not await self.answer_one():
                return await self.phone.last()
        raise AssertionError("a questionnaire without an end")

    async def send(self) -> Bubble:
        return await self.phone.tap(SendAnswers)
