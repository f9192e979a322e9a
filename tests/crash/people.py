"""People who talk to the bot whether it lives or not, and remember all they did."""

import asyncio
from collections import Counter
from random import Random
from typing import Any

import aiohttp

from bot.actions.spelling import decode
from learning.account.asks import PressOutdated
from learning.ask import Ask
from learning.lessons import asks as lessons
from learning.scenarios import asks as scenarios

COMMANDS = ("/lesson", "/again", "/review", "/settings", "/help", "/next", "/progress")
TEXTS = ("a", "b", "c", "1", "2", "7", "30", "yes", "Ναι, αμέσως", "👍🏽", "I don't know")
# How much somebody likes a button; what is not named here is pressed seldom.
LIKED: dict[type[Ask[Any]], float] = {
    lessons.BeginCourse: 9,
    lessons.NextLesson: 9,
    lessons.TurnOn: 9,
    lessons.Pick: 6,
    lessons.SettlePicks: 9,
    lessons.AnswerQuestion: 6,
    lessons.GiveUp: 1,
    lessons.ChangeAnswer: 1,
    lessons.TurnBack: 1,
    lessons.ReviewNow: 2,
    scenarios.OpenScenario: 9,
    scenarios.Choose: 6,
    scenarios.GoOn: 9,
    scenarios.Reconsider: 1,
    scenarios.PlayAgain: 2,
}
SELDOM = 0.3


class Talker:
    """One phone. `types`: also answers in words, which carry no revision."""

    def __init__(self, http: aiohttp.ClientSession, phone: int, chance: Random, types: bool):
        self.phone = phone
        self.types = types
        self.pressed: Counter[Ask[Any]] = Counter()
        self.said: Counter[str] = Counter()
        self._http = http
        self._chance = chance
        self._buttons: dict[int, list[str]] = {}
        self._seq = 0

    async def talk(self, code: str, calm: asyncio.Event, enough: asyncio.Event) -> None:
        await self._start(code)
        while not enough.is_set():
            await calm.wait()
            await self._look()
            await self._do_something()

    async def _start(self, code: str) -> None:
        await self._post("start", {"payload": code})
        while not self._buttons:
            await asyncio.sleep(0.1)
            await self._look()

    async def _do_something(self) -> None:
        roll = self._chance.random()
        if roll < 0.06:
            await self._say(self._chance.choice(COMMANDS))
        elif roll < 0.2 and self.types:
            await self._say(self._chance.choice(TEXTS))
        elif roll < 0.28:
            await self._press(self._chance.choice(sorted(self._buttons)), times=1)
        else:
            await self._press(max(self._buttons), times=2 if roll > 0.9 else 1)

    async def _press(self, message_id: int, times: int) -> None:
        """A second press comes before the first is answered, as an impatient finger does it."""
        shown = self._buttons[message_id]
        weights = [LIKED.get(type(decode(data)), SELDOM) for data in shown]
        [data] = self._chance.choices(shown, weights)
        self.pressed[decode(data)] += times
        waits = [0.0] * (times - 1) + [self._chance.uniform(0.2, 1.5)]
        for wait in waits:
            body = {"chat_id": self.phone, "message_id": message_id, "data": data, "wait": wait}
            await self._post("press", body)

    async def _say(self, text: str) -> None:
        self.said[text] += 1
        await self._post("send", {"chat_id": self.phone, "text": text})
        await asyncio.sleep(self._chance.uniform(0.0, 0.3))

    async def _look(self) -> None:
        """Reads what changed in the chat: which messages of the bot have buttons now."""
        url, query = f"/chats/{self.phone}/messages", {"phone": self.phone, "after": self._seq}
        async with self._http.get(url, params=query) as response:
            answer = await response.json()
        self._seq = answer["seq"]
        for message in answer["messages"]:
            self._buttons.pop(message["message_id"], None)
            if message["from_bot"] and (shown := _data(message)):
                self._buttons[message["message_id"]] = shown

    async def _post(self, act: str, body: dict[str, Any]) -> None:
        async with self._http.post(f"/phones/{self.phone}/{act}", json=body) as response:
            assert response.status < 300, await response.text()


def _data(message: dict[str, Any]) -> list[str]:
    rows = (message["reply_markup"] or {}).get("inline_keyboard", [])
    found = [button.get("callback_data", "") for row in rows for button in row]
    return [data for data in found if not isinstance(decode(data), PressOutdated)]


class Repeater:
    """Asks for the last lesson again and again. Every such wish opens one sitting, so what was
    lost or done twice shows as a plain number."""

    def __init__(self, http: aiohttp.ClientSession, phone: int, chance: Random) -> None:
        self.phone = phone
        self.wishes = 0
        self._http = http
        self._chance = chance

    async def talk(self, calm: asyncio.Event, enough: asyncio.Event) -> None:
        url, body = f"/phones/{self.phone}/send", {"chat_id": self.phone, "text": "/again"}
        while not enough.is_set():
            await calm.wait()
            async with self._http.post(url, json=body) as response:
                assert response.status < 300, await response.text()
            self.wishes += 1
            await asyncio.sleep(self._chance.uniform(0.3, 1.5))
