"""Every call to Telegram passes here: no send or edit goes while its second is full.

PTB asks it for each request, so second tries, uploads and edits count like everything else.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.delivery.pacing import Pace

_COUNTED = ("send", "edit", "copy", "forward")
_NOT_COUNTED = frozenset({"sendChatAction"})


class Gate(BaseRateLimiter[None]):
    def __init__(self, pace: Pace) -> None:
        self.pace = pace

    async def initialize(self) -> None:
        """It has nothing to prepare."""

    async def shutdown(self) -> None:
        """It holds nothing."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        if not endpoint.startswith(_COUNTED) or endpoint in _NOT_COUNTED:
            return await callback(*args, **kwargs)
        await waited(self.pace.opening)
        began = machine()
        self.pace.begin()
        taken = False
        try:
            answer = await callback(*args, **kwargs)
            taken = True
        finally:
            self.pace.end(began, machine(), taken=taken)
        return answer


async def waited(ask: Callable[[float], float]) -> None:
    """Until `ask` says of an instant that it is the right one."""
    while (instant := ask(now := machine())) > now:  # noqa: ASYNC110 - others may come between
        await asyncio.sleep(instant - now)


def machine() -> float:
    return asyncio.get_running_loop().time()
