"""People who answer the needs analysis in ways of their own, and remember what they told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from learning.course.words import Words
from learning.needs.answers import CONFIRMED, OFTEN, SKIPPED, Answer
from learning.needs.asking import Place, find
from learning.needs.asks import GoBack, PickAnswer, ReviseAnswer, SettleAnswer, SkipQuestion
from learning.needs.questionnaire import (
    Grid,
    Known,
    Number,
    Questionnaire,
    Scale,
    Several,
    ShortText,
    Single,
)
from tests.flows.respondent import Respondent

SKIPS, GOES_BACK, TYPES = 0.05, 0.1, 0.6  # how often
SECOND = 2  # the question that is changed at the end decides about no other


class Habit(Enum):
    TAPS = "taps"
    TYPES = "types"
    CHANGES = "changes"  # goes back on the way, and once more before sending
    PAUSES = "pauses"  # stops for the restart, and comes back by /needs
    DROPS_OUT = "drops out"


@dataclass
class Member:
    """`told` is by place what was last said there, as this person knows it. `until` is the number
    of steps after which somebody drops out or pauses."""

    respondent: Respondent
    questionnaire: Questionnaire
    habit: Habit
    department: str
    random: Random
    until: int
    told: dict[str, Answer] = field(default_factory=dict)
    answers: int = 0  # taps and texts that answered something
    sent: bool = False
    paused: bool = False
    revised: bool = False
    went_back: bool = False

    @property
    def language(self) -> str:
        return self.respondent.phone.language

    @property
    def waits(self) -> bool:
        """Nothing more is done, for now or for good."""
        return self.sent or self.paused or self._dropped_out

    @property
    def _dropped_out(self) -> bool:
        return self.habit is Habit.DROPS_OUT and len(self.told) >= self.until

    async def return_(self) -> None:
        self.paused, self.until = False, 10**6
        await self.respondent.phone.send("/needs")

    async def step(self) -> None:
        draft = await self.respondent.draft()
        assert draft is not None
        if draft.at is None:
            await self._at_the_review()
            return
        here = find(self.questionnaire.questions(), draft.answers, draft.at)
        assert here is not None, draft.at
        if self._turns_round():
            self.went_back = True
            await self.respondent.phone.tap(GoBack)
            return
        self.went_back = False
        await self._answer(here)
        self.paused = self.habit is Habit.PAUSES and len(self.told) >= self.until

    def _turns_round(self) -> bool:
        able = self.habit is Habit.CHANGES and len(self.told) > 1 and not self.went_back
        return able and self.random.random() < GOES_BACK

    async def _at_the_review(self) -> None:
        if self.habit is Habit.CHANGES and not self.revised:
            self.revised = True
            await self.respondent.phone.tap(ReviseAnswer, number=SECOND)
            return
        await self.respondent.send()
        self.sent = True

    async def _answer(self, here: Place) -> None:
        phone = self.respondent.phone
        answer = self._chosen(here)
        typed = self._typed(here, answer)
        if answer == SKIPPED:
            await phone.tap(SkipQuestion)
        elif answer == CONFIRMED:
            await phone.tap(SettleAnswer)
        elif typed is not None:
            await phone.send(typed)
        else:
            await self._tick(answer)
        # Several answers wait to be settled, whether they were pressed or typed.
        draft = await self.respondent.draft()
        assert draft is not None
        if draft.at == here.at and (await phone.last()).offers(SettleAnswer):
            await phone.tap(SettleAnswer)
        self.told[here.at] = answer
        self.answers += 1

    async def _tick(self, answer: Answer) -> None:
        """What is ticked from before, and not wanted any more, is unticked."""
        draft = await self.respondent.draft()
        assert draft is not None
        for choice in (*(set(draft.picks) - set(answer)), *(set(answer) - set(draft.picks))):
            await self.respondent.phone.tap(PickAnswer, choice=choice)

    def _chosen(self, here: Place) -> Answer:
        if isinstance(here.question, Known):
            return CONFIRMED
        if self.random.random() < SKIPS:
            return SKIPPED
        ids = [id for id, _ in self._choices(here)]
        if isinstance(here.question, Several):
            picked = set(self.random.sample(ids, self.random.randint(1, 2)))
            return tuple(id for id in ids if id in picked)
        return (self.random.choice(ids),)

    def _typed(self, here: Place, answer: Answer) -> str | None:
        """The answer in one's own language, or a number; None for a press."""
        types = self.habit is Habit.TYPES and self.random.random() < TYPES
        if not types or not answer or isinstance(here.question, Known | ShortText | Several):
            return None
        if isinstance(here.question, Number):
            [least] = [band.least for band in here.question.bands if band.id == answer[0]]
            return str(least)
        texts = dict(self._choices(here))
        return texts[answer[0]].for_reader(self.language)

    def _choices(self, here: Place) -> Sequence[tuple[str, Words]]:
        question = here.question
        match question:
            case Single() | Several():
                return [(each.id, each.text) for each in question.options if not each.alone]
            case Number():
                return [(each.id, each.text) for each in question.bands]
            case ShortText():
                return [(each.id, each.text) for each in question.categories]
            case Scale():
                return [(each.id, each.text) for each in self.questionnaire.scales[question.scale]]
            case Grid():
                scale = question.often if here.column == OFTEN else question.hard
                return [(each.id, each.text) for each in self.questionnaire.scales[scale]]
            case Known():
                return []
