"""Takes the README's pictures, of a bot that `make run` started in another terminal:
`.venv/bin/python docs/take_pictures.py`. Begin with an empty `var/`, so that the phones are new.
"""

import asyncio
import shutil
import sys
from pathlib import Path
from typing import Any

import aiohttp
from playwright.async_api import Page, async_playwright

PAGE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8081"
FOLDER = Path(__file__).parent / "pictures"
PHONES = (("Maria", "en"), ("Νίκος", "el"), ("Lucía", "es"))
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


class Phone:
    def __init__(self, http: aiohttp.ClientSession, id: int) -> None:
        self._http, self.id = http, id

    async def start(self) -> None:
        await self._post("start", {"payload": ""})

    async def send(self, text: str) -> None:
        await self._post("send", {"chat_id": self.id, "text": text})

    async def press(self, *indexes: int) -> None:
        """Presses, one after the other, the buttons at these places under the last message."""
        for index in indexes:
            message = (await self._messages())[-1]
            buttons = [b for row in message["reply_markup"]["inline_keyboard"] for b in row]
            body = {"chat_id": self.id, "message_id": message["message_id"]}
            await self._post("press", {**body, "data": buttons[index]["callback_data"]})

    async def _messages(self) -> list[dict[str, Any]]:
        url = f"/chats/{self.id}/messages?phone={self.id}&after=0"
        async with self._http.get(url) as answer:
            return [m for m in (await answer.json())["messages"] if m["from_bot"]]

    async def _post(self, act: str, body: dict[str, Any]) -> None:
        async with self._http.post(f"/phones/{self.id}/{act}", json=body) as answer:
            answer.raise_for_status()
        await asyncio.sleep(1.0)


async def new_phone(http: aiohttp.ClientSession, name: str, language: str) -> Phone:
    async with http.post("/phones", json={"first_name": name, "language_code": language}) as made:
        phone = Phone(http, (await made.json())["id"])
    await phone.start()
    return phone


async def shoot(page: Page, phone: Phone, name: str) -> None:
    await page.goto(f"{PAGE}/#phone={phone.id}")
    await page.reload()
    await page.wait_for_timeout(1500)
    await page.screenshot(path=FOLDER / f"{name}.png")


async def main() -> None:
    async with aiohttp.ClientSession(PAGE) as http, async_playwright() as playwright:
        maria, nikos, lucia = [await new_phone(http, *phone) for phone in PHONES]
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        small = await browser.new_page(viewport={"width": 390, "height": 780})
        await nikos.press(0, 0)
        await shoot(small, nikos, "card-el")
        await maria.press(0, 0, -1, -1, -1)
        await maria.press(1)
        await shoot(small, maria, "question-en")
        await maria.press(0)
        await maria.press(0)
        await lucia.press(0, 0)
        await lucia.send("/progress")
        await shoot(small, lucia, "progress-es")
        wide = await browser.new_page(viewport={"width": 1400, "height": 860})
        await shoot(wide, maria, "phones")
        await browser.close()


asyncio.run(main())
