"""Delivery to a webhook: in order within a lane, lanes side by side, retried until a 2xx."""

import asyncio
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

import aiohttp

from simulator.clock import MachineNow
from simulator.errors import bad_request
from simulator.faults import Faults, first
from simulator.store import Json, Store
from simulator.updates import Update, Updates

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_PAUSE = 64.0
ANSWER_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Target:
    url: str
    secret: str = ""
    max_connections: int = 40


def check_url(url: str) -> None:
    """Only this machine is ever written to, so plain HTTP is taken. Raises ApiError 400."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("bad webhook: an HTTPS URL must be provided for webhook")
    if parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: this simulator delivers to 127.0.0.1 only")


class Webhook:
    """``retry_seconds`` is the first pause after a failure; it doubles up to about a minute."""

    def __init__(
        self,
        store: Store,
        updates: Updates,
        faults: Faults,
        machine: MachineNow,
        retry_seconds: float,
    ) -> None:
        self._store = store
        self._updates = updates
        self._faults = faults
        self._machine = machine
        self._retry_seconds = retry_seconds
        self._last_error: Json = {}
        self._delivery: asyncio.Task[None] | None = None
        kept = store.setting("webhook")
        self.target = Target(**kept) if kept else None

    def set(self, target: Target | None) -> None:
        """Deliver there from now on; None stops."""
        self.stop()
        self.target = target
        self._last_error = {}
        self._store.save_setting("webhook", asdict(target) if target else None)
        self.start()

    def start(self) -> None:
        if self.target:
            self._delivery = asyncio.create_task(self._deliver(self.target))

    def stop(self) -> None:
        if self._delivery:
            self._delivery.cancel()
            self._delivery = None

    def info(self) -> Json:
        """The Bot API's WebhookInfo."""
        shape: Json = {
            "url": self.target.url if self.target else "",
            "has_custom_certificate": False,
            "pending_update_count": self._updates.count(),
            **self._last_error,
        }
        if self.target:
            shape["max_connections"] = self.target.max_connections
        if self._updates.allowed:
            shape["allowed_updates"] = self._updates.allowed
        return shape

    async def _deliver(self, target: Target) -> None:
        lanes: dict[str, asyncio.Task[None]] = {}
        slots = asyncio.Semaphore(target.max_connections)
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as sending:
            while True:
                changed = self._updates.changed
                lanes = {name: task for name, task in lanes.items() if not task.done()}
                for update in self._updates.heads():
                    if update.lane not in lanes:
                        send = self._send(session, target, update, slots)
                        lanes[update.lane] = sending.create_task(send)
                await changed.wait()

    async def _send(
        self,
        session: aiohttp.ClientSession,
        target: Target,
        update: Update,
        slots: asyncio.Semaphore,
    ) -> None:
        pause = self._retry_seconds
        async with slots:
            delivered = await self._post(session, target, update)
        while not delivered:
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            async with slots:
                delivered = await self._post(session, target, update)
        if first(self._faults.firing("webhook", None), "duplicate_updates"):
            await self._post(session, target, update)
        self._updates.confirm(update.update_id)
        # The lane is free only once this task is done.
        asyncio.get_running_loop().call_soon(self._updates.wake)

    async def _post(self, session: aiohttp.ClientSession, target: Target, update: Update) -> bool:
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        try:
            async with session.post(
                target.url, json=update.shape(), headers=headers, timeout=timeout
            ) as answer:
                if 200 <= answer.status < 300:
                    return True
                problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"Connection failed: {error}"
        self._last_error = {
            "last_error_date": int(self._machine()),
            "last_error_message": problem,
        }
        return False
