"""From outcome to screen: who reads, in which language, from which course."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.screens.drawing import ProgressDrawing
from bot.screens.screen import Picture, Screen
from bot.screens.table import word
from bot.screens.view import View
from learning.course.curriculum import Curriculum
from learning.reader import Reader

Draw = Callable[[ProgressDrawing], Picture]


class Wording:
    """`draw` makes pictures of what a screen wants drawn."""

    def __init__(self, curriculum: Callable[[], Curriculum], draw: Draw) -> None:
        self._curriculum = curriculum
        self._draw = draw

    def view(self, reader: Reader, now: datetime) -> View:
        fallback = reader.organisation_language
        return View(
            language=reader.language,
            zone=reader.zone,
            now=now,
            curriculum=self._curriculum(),
            country=reader.country,
            fallbacks=(fallback,) if fallback else (),
        )

    def screen(self, outcome: Any, reader: Reader, now: datetime) -> Screen:
        screen = word(outcome, self.view(reader, now))
        if screen.drawing is None:
            return screen
        return replace(screen, picture=self._draw(screen.drawing), drawing=None)
