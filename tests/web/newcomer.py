"""Somebody who has never seen the page and uses it by clicks, reading what the buttons say."""

import re
from dataclasses import dataclass, field

from playwright.async_api import Locator, Page

from bot.screens.speech import Speech
from learning.course.questions import NumberQuestion, Question, ShortText
from tests.flows.learner import typed
from tests.flows.world import World

MOST_STEPS = 60
# Beside the answers: whoever reads on presses none of them.
ASIDE = ("Back", "Report a mistake", "Start again", "I don't know", "Choose differently")
ENDS = ("My progress", "Play again")
ONWARD = ("To the scenario", "Play the scenario")
CHANGED = """([screen, before]) => !screen.querySelector(".toast, [aria-busy='true']")
    && screen.querySelector(".messages").innerText !== before"""


@dataclass
class Newcomer:
    """`screen` is the newcomer's phone; `kinds` fills with the kinds of question that were met."""

    world: World
    page: Page
    screen: Locator
    language: str
    kinds: set[str] = field(default_factory=set)

    def word(self, msgid: str) -> str:
        return Speech(self.language).label(msgid)

    @property
    def newest(self) -> Locator:
        return self.screen.locator(".message.theirs").last

    async def labels(self) -> list[str]:
        return [text.strip() for text in await self.newest.locator(".key").all_inner_texts()]

    async def tap(self, msgid: str) -> None:
        """The button that says so under the newest message."""
        await self.press(self.word(msgid))

    async def press(self, label: str) -> None:
        before = await self._messages()
        await self.newest.get_by_role("button", name=label, exact=True).first.click()
        await self._until_answered(before)

    async def write(self, text: str) -> None:
        theirs = await self.screen.locator(".message.theirs").count()
        await self.screen.locator("textarea").fill(text)
        await self.screen.locator("textarea").press("Enter")
        await self.screen.locator(".message.theirs").nth(theirs).wait_for()

    async def read_on(self) -> None:
        """Until the message asks for nothing more than what to do next."""
        for _ in range(MOST_STEPS):
            labels = await self.labels()
            if self._says(ENDS, labels) and not self._says(ONWARD, labels):
                return
            await self._step(labels)
        raise AssertionError("a lesson without an end")

    async def _step(self, labels: list[str]) -> None:
        if self.word("I don't know") in labels:
            question = await self._question()
            self.kinds.add(question.kind)
            if isinstance(question, NumberQuestion | ShortText):
                return await self.write(typed(question, self.language, True))
        if self.word("Done") in labels:
            return await self.tap("Done")
        return await self.press(next(label for label in labels if not self._says(ASIDE, [label])))

    def _says(self, msgids: tuple[str, ...], labels: list[str]) -> bool:
        return any(self.word(msgid) in labels for msgid in msgids)

    async def _question(self) -> Question:
        """The one whose prompt stands there."""
        shown = letters(await self.newest.inner_text())
        lessons = self.world.app.core.curriculum.lessons.values()
        return next(
            question
            for lesson in lessons
            for question in lesson.questions
            if letters(question.prompt.for_reader(self.language)) in shown
        )

    async def _messages(self) -> str:
        return await self.screen.locator(".messages:visible").inner_text()

    async def _until_answered(self, before: str) -> None:
        screen = await self.screen.element_handle()
        await self.page.wait_for_function(CHANGED, arg=[screen, before], polling=20)


def letters(text: str) -> str:
    """Without what marks a word as bold, and without line breaks."""
    return "".join(filter(str.isalpha, re.sub("<[^>]*>", "", text)))
