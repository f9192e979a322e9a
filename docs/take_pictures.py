"""Takes the README's pictures, of a bot that `make run` started in another terminal:
`.venv/bin/python docs/take_pictures.py`. Begin with an empty `var/`, so that the phones are new.
"""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from playwright.async_api import Page, async_playwright

PAGE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8081"
FOLDER = Path(__file__).parent / "pictures"
PHONES = (("Maria", "en"), ("Νίκος", "el"), ("Lucía", "es"))
PATIENCE = 30.0  # seconds until a button must have come
ONWARD = ("tn", "an", "sp", "pk", "gu")  # how bot/actions spells what leads through a lesson
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


class Phone:
    def __init__(self, http: aiohttp.ClientSession, id: int) -> None:
        self._http, self.id = http, id

    async def start(self, code: str = "") -> None:
        await self._post("start", {"payload": code})

    async def send(self, text: str) -> None:
        await self._post("send", {"chat_id": self.id, "text": text})

    async def press(self, *codes: str) -> None:
        """Presses, one after the other, the first button of each code under the last message."""
        for code in codes:
            await self._press(partial(_asks, code))

    async def press_about(self, code: str, part: str) -> None:
        """The first button of a code that carries this value."""
        await self._press(lambda data: data.startswith(f"1{code}.") and part in data.split("."))

    async def wait_for(self, code: str) -> None:
        await self._found(partial(_asks, code))

    async def _press(self, wanted: Callable[[str], bool]) -> None:
        data = await self._found(wanted)
        message = (await self._messages())[-1]
        body = {"chat_id": self.id, "message_id": message["message_id"], "data": data}
        await self._post("press", body)

    async def _found(self, wanted: Callable[[str], bool]) -> str:
        """Waits for a button, which another person's act may bring."""
        async with asyncio.timeout(PATIENCE):
            while not (found := [d for d in await self._offered() if wanted(d)]):  # noqa: ASYNC110
                await asyncio.sleep(0.5)
        return found[0]

    async def _offered(self) -> list[str]:
        return _data((await self._messages())[-1])

    async def offers(self, code: str) -> bool:
        return any(_asks(code, data) for data in await self._offered())

    async def learn(self) -> None:
        """To the end of the lesson that is open."""
        while offered := await self._offered():
            onward = next((c for c in ONWARD if any(d.startswith(f"1{c}.") for d in offered)), None)
            if onward is None:
                return
            await self.press(onward)

    async def _messages(self) -> list[dict[str, Any]]:
        url = f"/chats/{self.id}/messages?phone={self.id}&after=0"
        async with self._http.get(url) as answer:
            return [m for m in (await answer.json())["messages"] if m["from_bot"]]

    async def _post(self, act: str, body: dict[str, Any]) -> None:
        async with self._http.post(f"/phones/{self.id}/{act}", json=body) as answer:
            answer.raise_for_status()
        await asyncio.sleep(1.0)


def _asks(code: str, data: str) -> bool:
    return data.startswith(f"1{code}")


def _data(message: dict[str, Any]) -> list[str]:
    rows = (message["reply_markup"] or {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


async def new_phone(http: aiohttp.ClientSession, name: str, language: str, code: str = "") -> Phone:
    async with http.post("/phones", json={"first_name": name, "language_code": language}) as made:
        phone = Phone(http, (await made.json())["id"])
    await phone.start(code)
    return phone


def demo_codes() -> dict[tuple[str, str], str]:
    """The code of each role, by country, of the municipalities of `python -m bot demo`."""
    command = [sys.executable, "-m", "bot", "demo"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = [line.split(":") for line in told.splitlines() if ", " in line]
    who = [(place, role.strip(), code.split()[-1]) for place, role, code in map(_parted, lines)]
    return {(place, role): code for place, role, code in who}


def _parted(line: list[str]) -> tuple[str, str, str]:
    place, _, role = line[0].partition(", ")
    return place.partition("(")[2].rstrip(")"), role, line[1]


async def jump_to_monday(http: aiohttp.ClientSession) -> datetime:
    """Nobody is written to at the weekend, whatever day the pictures are taken on."""
    now = datetime.now(UTC)
    monday = now.replace(hour=8) + timedelta(days=7 - now.weekday())
    async with http.post("/clock/jump", json={"to": monday.isoformat()}) as answer:
        answer.raise_for_status()
    return monday


async def enter(phone: Phone, side: str, name: str) -> None:
    """Into the register of mentors, or a wish for one."""
    await phone.send("/mentor")
    await phone.press(f"nwe.{side}", f"nwb.{side}")
    if side == "mentor":
        await phone.press("nwf")
    await phone.press("nwv", "nwf", "nwf", "nwf", "nwf")
    await phone.send(name)
    await phone.press("nwr")


async def pair(coordinator: Phone, mentor: Phone, mentee: Phone) -> None:
    """From the register to an agreement that both confirmed."""
    await enter(mentor, "mentor", "Ρόζα")
    await enter(mentee, "mentee", "Λουκάς")
    await coordinator.send("/matching")
    await coordinator.press("nwo")
    for item in ("responsible", "access", "obstacles"):
        await coordinator.press_about("nwc", item)
    await coordinator.press("nwg", "nwx", "nws", "nwd", "nwy")
    for phone in (mentee, mentor):
        await phone.press("nwa")
    await mentee.press("gc", "gg")
    await mentee.send("Γράμματα που τα καταλαβαίνουν όλοι")
    await mentee.send("Δύο γράμματα την εβδομάδα, ως τον Ιούνιο")
    await mentee.press("gi")
    await mentor.press("gj")
    await mentee.wait_for("gl")


async def invite_to_webinar(coordinator: Phone, day: datetime) -> None:
    """Opened, so that whoever learns there finds it."""
    await coordinator.send("/webinars")
    await coordinator.press("qb")
    await coordinator.send("Escribir cartas que se entienden")
    for field, text in (("start", f"{day:%d.%m.} 9:30"), ("speaker", "Dra. Ana Ruiz")):
        await coordinator.press_about("qi", field)
        await coordinator.send(text)
    await coordinator.press("qo")


async def shoot(page: Page, phone: Phone, name: str) -> None:
    await page.goto(f"{PAGE}/#phone={phone.id}")
    await page.reload()
    await page.wait_for_timeout(1500)
    await page.screenshot(path=FOLDER / f"{name}.png")


async def main() -> None:
    async with aiohttp.ClientSession(PAGE) as http, async_playwright() as playwright:
        monday = await jump_to_monday(http)
        maria, nikos, lucia = [await new_phone(http, *phone) for phone in PHONES]
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        small = await browser.new_page(viewport={"width": 390, "height": 780})
        await nikos.press("df", "be", "tn")
        await shoot(small, nikos, "card-el")
        await maria.press("df", "be")
        while not (await maria.offers("pk")):
            await maria.press("tn")
        await shoot(small, maria, "question-en")
        await maria.press("pk", "an")
        await lucia.press("df", "be")
        await lucia.learn()
        await lucia.send("/progress")
        tall = await browser.new_page(viewport={"width": 390, "height": 1400})
        await shoot(tall, lucia, "progress-es")
        codes = await asyncio.to_thread(demo_codes)
        eleni = await new_phone(http, "Ελένη", "el", codes["Greece", "coordinator"])
        await eleni.send("/home")
        await shoot(small, eleni, "coordinator-el")
        rosa, luis = [
            await new_phone(http, name, "el", codes["Greece", "learner"])
            for name in ("Ρόζα", "Λουκάς")
        ]
        await pair(eleni, rosa, luis)
        await luis.send("/mentoring")
        await shoot(tall, luis, "mentoring-el")
        ana = await new_phone(http, "Ana", "es", codes["Spain", "coordinator"])
        await invite_to_webinar(ana, monday + timedelta(days=10))
        pilar = await new_phone(http, "Pilar", "es", codes["Spain", "learner"])
        await pilar.send("/webinars")
        await pilar.press("qe")
        await shoot(small, pilar, "webinar-es")
        wide = await browser.new_page(viewport={"width": 1400, "height": 860})
        await shoot(wide, maria, "phones")
        await browser.close()


asyncio.run(main())
