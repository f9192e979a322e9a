"""The commands that come with roles, while Telegram can't be reached."""

import asyncio
from collections.abc import Sequence
from typing import Any

from structlog.testing import capture_logs
from telegram.error import NetworkError

from bot.menus import TellRoles
from learning.account.model import Role
from learning.reader import RoleMenu


class Silent:
    """A bot whose network is down; counts what was tried."""

    tried = 0

    async def set_my_commands(self, *_: Any) -> None:
        self.tried += 1
        raise NetworkError("down")


class OneUntold:
    async def untold(self) -> Sequence[RoleMenu]:
        return [RoleMenu(7, "en", frozenset({Role.OWNER}))]

    async def told(self, menu: RoleMenu) -> None:
        raise AssertionError("it could not be told")


def test_one_line_is_logged_and_the_next_rounds_wait() -> None:
    bot = Silent()
    tell = TellRoles(bot, OneUntold())  # type: ignore[arg-type]
    with capture_logs() as log:
        for _ in range(50):
            asyncio.run(tell.run())
        assert bot.tried == 1
        for _ in range(3):
            tell._not_before = 0.0
            asyncio.run(tell.run())
    assert bot.tried == 4
    assert [entry["event"] for entry in log] == ["role_menu_failed"]
