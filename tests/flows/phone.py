"""A person's phone on the simulator's page API: what they read, type and press."""

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp

PATIENCE_SECONDS = 10.0


@dataclass(frozen=True)
class Bubble:
    """One message as the phone shows it."""

    id: int
    text: str
    labels: tuple[str, ...]
    data: tuple[str, ...]
    has_photo: bool
    from_bot: bool

    def button(self, label: str) -> str:
        """The callback data of the one button whose label contains `label`."""
        found = [d for shown, d in zip(self.labels, self.data, strict=True) if label in shown]
        assert found, f"no button {label!r} among {self.labels} under: {self.text}"
        return found[0]


class Phone:
    """`talk` waits after each act until the bot has answered and is idle."""

    def __init__(self, http: aiohttp.ClientSession, shown: dict[str, Any], settled: Any) -> None:
        self._http = http
        self.id: int = shown["id"]
        self._settled = settled
        self.toast: str | None = None

    async def start(self, payload: str = "") -> Bubble:
        await self._act("start", {"payload": payload})
        return await self.last()

    async def send(self, text: str) -> Bubble:
        await self._act("send", {"chat_id": self.id, "text": text})
        return await self.last()

    async def press(self, label: str, of: Bubble | None = None) -> Bubble:
        bubble = of or await self.last()
        return await self.press_data(bubble.button(label), bubble.id)

    async def press_data(self, data: str, message_id: int) -> Bubble:
        """What a hostile client can do as well: any data on any message."""
        answer = await self._act(
            "press", {"chat_id": self.id, "message_id": message_id, "data": data}
        )
        shown = answer.get("answer") or {}
        self.toast = shown.get("text")
        return await self.last()

    async def post(self, act: str, body: dict[str, Any]) -> Any:
        """An act without waiting for an answer."""
        url = f"/phones/{self.id}/{act}"
        async with self._http.post(url, json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json() if response.content_length else {}

    async def upload(self, kind: str) -> Bubble:
        form = aiohttp.FormData({"chat_id": str(self.id), "kind": kind})
        form.add_field("file", b"bytes", filename="file.bin")
        async with self._http.post(f"/phones/{self.id}/upload", data=form) as response:
            assert response.status < 300, await response.text()
        await self._settled()
        return await self.last()

    async def bubbles(self) -> list[Bubble]:
        url = f"/chats/{self.id}/messages"
        async with self._http.get(url, params={"phone": self.id, "after": 0}) as response:
            body = await response.json()
        return [_bubble(message) for message in body["messages"] if not message["deleted"]]

    async def from_bot(self) -> list[Bubble]:
        return [bubble for bubble in await self.bubbles() if bubble.from_bot]

    async def last(self) -> Bubble:
        """The newest message of the bot."""
        bubbles = await self.from_bot()
        assert bubbles, "the bot has said nothing"
        return bubbles[-1]

    async def _act(self, act: str, body: dict[str, Any]) -> Any:
        answer = await self.post(act, body)
        await self._settled()
        return answer


def _bubble(message: dict[str, Any]) -> Bubble:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    return Bubble(
        id=message["message_id"],
        text=message.get("text") or message.get("caption") or "",
        labels=tuple(button["text"] for button in buttons),
        data=tuple(button.get("callback_data", "") for button in buttons),
        has_photo=bool(message.get("photo_url")),
        from_bot=message["from_bot"],
    )


async def patiently(condition: Any) -> None:
    """Waits until the async condition holds; fails loudly when it never does."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await condition():  # noqa: ASYNC110 - another process decides
            await asyncio.sleep(0.005)
