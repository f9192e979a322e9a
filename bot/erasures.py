"""Erasures are noted beside the database, so that no restored backup brings anybody back."""

from pathlib import Path

import structlog

from bot.settings import Settings
from data.engine import Database
from data.erased_again import erase_again, note_erasures


class Erasures:
    def __init__(self, settings: Settings, bot_id: int, database: Database) -> None:
        self._file: Path = settings.var / f"{bot_id}.erased"
        self._database = database

    async def repeat(self) -> None:
        """At a start: who came back with an older backup is erased again."""
        if again := await erase_again(self._database, self._file):
            structlog.get_logger().info("erased_again", people=again)

    async def run(self) -> None:
        await note_erasures(self._database, self._file)
