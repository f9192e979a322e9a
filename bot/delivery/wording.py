"""From outcome to screen: who reads, in which language, from which course."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.screens.screen import Screen
from bot.screens.table import read_for, word
from bot.screens.view import View
from learning.course.curriculum import Curriculum
from learning.reader import Reader
from learning.readings import Readings

Draw = Callable[[Screen], Screen]


class Wording:
    """`draw` makes the picture or paper of a screen that wants one, in a thread.

    `bot_username` is what links to the bot carry; `contact` is where the operator is reached;
    `public_url` is where certificates are checked.
    """

    def __init__(
        self,
        curriculum: Callable[[], Curriculum],
        draw: Draw,
        readings: Readings,
        bot_username: str = "",
        contact: str | None = None,
        send_rate: float = 27.0,
        public_url: str | None = None,
    ) -> None:
        self._curriculum = curriculum
        self._draw = draw
        self._readings = readings
        self._bot_username = bot_username
        self._contact = contact
        self._send_rate = send_rate
        self._public_url = public_url

    def view(self, reader: Reader, now: datetime) -> View:
        fallback = reader.organisation_language
        return View(
            language=reader.language,
            zone=reader.zone,
            now=now,
            curriculum=self._curriculum(),
            country=reader.country,
            fallbacks=(fallback,) if fallback else (),
            bot_username=self._bot_username,
            contact=self._contact,
            send_rate=self._send_rate,
            public_url=self._public_url,
        )

    async def screen(self, outcome: Any, reader: Reader, now: datetime) -> Screen:
        """What an outcome may not hold is read now, at the moment of speaking."""
        seen = await read_for(self._readings, outcome)
        screen = word(outcome, self.view(reader, now), seen)
        return screen if screen.drawing is None else await asyncio.to_thread(self._draw, screen)
