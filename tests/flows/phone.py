"""A person's phone on the simulator's page API: what they read, type and press."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.actions.spelling import decode
from learning.ask import Ask

PATIENCE_SECONDS = 10.0


@dataclass(frozen=True)
class Bubble:
    """One message as the phone shows it. `data` is empty for a button that opens a link."""

    id: int
    text: str
    labels: tuple[str, ...]
    data: tuple[str, ...]
    has_photo: bool
    from_bot: bool
    document: str | None = None  # the name of the file it carries
    document_url: str | None = None

    @property
    def asks(self) -> list[Ask[Any]]:
        return [decode(data) for data in self.data if data]

    def ask(self, kind: type[Ask[Any]], **fields: Any) -> str | None:
        """The callback data of the first button that asks this; None when there is none."""
        for data in self.data:
            ask = decode(data)
            if isinstance(ask, kind) and all(getattr(ask, k) == v for k, v in fields.items()):
                return data
        return None

    def offers(self, kind: type[Ask[Any]], **fields: Any) -> bool:
        return self.ask(kind, **fields) is not None


class Phone:
    """After each act it waits until the bot has answered and is idle."""

    def __init__(
        self,
        http: aiohttp.ClientSession,
        shown: dict[str, Any],
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        self._http = http
        self.id: int = shown["id"]
        self.language: str = shown["language_code"]
        self._settled = settled
        self.acknowledged = False  # whether the last press was answered in time
        self.toast: str | None = None

    async def start(self, payload: str = "") -> Bubble:
        await self._act("start", {"payload": payload})
        return await self.last()

    async def send(self, text: str) -> Bubble:
        await self._act("send", {"chat_id": self.id, "text": text})
        return await self.last()

    async def tap(self, kind: type[Ask[Any]], of: Bubble | None = None, **fields: Any) -> Bubble:
        """Presses the button that asks `kind` with these fields, under `of` or the last message."""
        bubble = of or await self.last()
        data = bubble.ask(kind, **fields)
        assert data, f"no {kind.__name__} {fields} among {bubble.asks} under: {bubble.text}"
        return await self.press_data(data, bubble.id)

    async def press_data(self, data: str, message_id: int) -> Bubble:
        """What a hostile client can do as well: any data on any message."""
        body = {"chat_id": self.id, "message_id": message_id, "data": data}
        answer = await self._act("press", body)
        self.acknowledged = answer["answer"] is not None
        self.toast = (answer["answer"] or {}).get("text")
        return await self.last()

    async def edit(self, message_id: int, text: str) -> Bubble:
        await self._act("edit", {"chat_id": self.id, "message_id": message_id, "text": text})
        return await self.last()

    async def block(self) -> None:
        await self._act("block", {})

    async def unblock(self) -> None:
        await self._act("unblock", {})

    async def post(self, act: str, body: dict[str, Any]) -> Any:
        """An act without waiting for what the bot does about it."""
        async with self._http.post(f"/phones/{self.id}/{act}", json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def upload(
        self, kind: str, content: bytes = b"bytes", name: str = "file.bin", caption: str = ""
    ) -> Bubble:
        form = aiohttp.FormData({"chat_id": str(self.id), "kind": kind, "caption": caption})
        form.add_field("file", content, filename=name)
        async with self._http.post(f"/phones/{self.id}/upload", data=form) as response:
            assert response.status < 300, await response.text()
        await self._settled()
        return await self.last()

    async def bubbles(self, chat_id: int | None = None) -> list[Bubble]:
        """What this phone's chat with the bot shows now, or one of its groups."""
        url = f"/chats/{chat_id or self.id}/messages"
        async with self._http.get(url, params={"phone": self.id, "after": 0}) as response:
            body = await response.json()
        shown = [message for message in body["messages"] if not message["deleted"]]
        return [_bubble(message) for message in sorted(shown, key=lambda m: m["message_id"])]

    async def from_bot(self) -> list[Bubble]:
        return [bubble for bubble in await self.bubbles() if bubble.from_bot]

    async def last(self) -> Bubble:
        """The newest message of the bot."""
        bubbles = await self.from_bot()
        assert bubbles, "the bot has said nothing"
        return bubbles[-1]

    async def download(self, bubble: Bubble) -> bytes:
        """The file that a message carries."""
        assert bubble.document_url, f"no file under: {bubble.text}"
        async with self._http.get(bubble.document_url) as response:
            assert response.status < 300
            return await response.read()

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
        document=(message.get("document") or {}).get("file_name"),
        document_url=(message.get("document") or {}).get("url"),
    )


async def patiently(
    condition: Callable[[], Awaitable[bool]], seconds: float = PATIENCE_SECONDS
) -> None:
    """Waits until the condition holds; fails loudly when it never does."""
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - the other side of a socket decides
            await asyncio.sleep(0.005)
