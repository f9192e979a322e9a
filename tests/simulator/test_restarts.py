"""What a restart keeps, after a clean stop and after a kill."""

import asyncio
import signal
import sys
from pathlib import Path

import httpx
import pytest

from simulator.server import PortInUse, serve
from simulator.store import StateInUse
from tests.simulator.world import TOKEN, World, open_world, options

ROOT = Path(__file__).parents[2]


async def say(world: World, phone: int, text: str) -> None:
    await world.tell(f"/phones/{phone}/send", {"chat_id": phone, "text": text})


async def test_ids_go_on_rising_after_a_restart(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)) as before:
        phone = await before.started()
        await say(before, phone, "a")
        (first,) = await before.bot.get_updates()
        await before.bot.get_updates(offset=first.update_id + 1)
        sent = await before.bot.send_message(phone, "b")
        seq = (await before.messages(phone))[-1]["seq"]
        query = before.simulation.callbacks.ask()
    async with open_world(options(tmp_path)) as after:
        await say(after, phone, "c")
        (second,) = await after.bot.get_updates()
        assert second.update_id > first.update_id
        assert (await after.bot.send_message(phone, "d")).message_id > sent.message_id
        assert min(message["seq"] for message in await after.messages(phone, after=seq)) > seq
        assert after.simulation.callbacks.ask() > query
        assert await after.phone() > phone


async def test_what_was_said_set_voted_and_sent_is_still_there(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)) as before:
        phone = await before.started("Ana", "es")
        poll = await before.bot.send_poll(phone, "Which?", ["a", "b"])
        vote = {"chat_id": phone, "message_id": poll.message_id, "options": [1]}
        await before.tell(f"/phones/{phone}/vote", vote)
        await before.bot.send_document(phone, b"file", filename="a.txt")
        await before.bot.set_my_commands([("go", "Go on")])
        shown = await before.messages(phone)
        waiting = await before.updates()
    async with open_world(options(tmp_path)) as after:
        assert await after.messages(phone) == shown
        assert await after.updates() == waiting
        assert (await after.bot.get_my_commands())[0].command == "go"
        (kept,) = await after.ask("/phones")
        assert (kept["first_name"], kept["language_code"], kept["started"]) == ("Ana", "es", True)


async def test_one_state_file_serves_one_simulator(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)):
        with pytest.raises(StateInUse):
            async with open_world(options(tmp_path)):
                pass


async def test_a_used_port_is_told_by_its_number(tmp_path: Path) -> None:
    async with open_world(options(tmp_path)) as opened:
        port = int(opened.served.url.rpartition(":")[2])
        with pytest.raises(PortInUse, match=f"port {port}: Address already in use"):
            async with serve(options(tmp_path / "other"), port):
                pass


async def start(state: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", "--state", str(state),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    return line.partition(": ")[2].strip().rstrip("/")


async def test_a_kill_loses_nothing_and_a_stop_is_quick_and_quiet(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite3"
    killed = await start(state)
    async with httpx.AsyncClient(base_url=await address(killed), verify=False) as page:
        body = {"first_name": "Ana", "language_code": "en"}
        phone = (await page.post("/phones", json=body)).json()["id"]
        await page.post(f"/phones/{phone}/start", json={})
    killed.send_signal(signal.SIGKILL)
    await killed.wait()
    stopped = await start(state)
    async with httpx.AsyncClient(base_url=await address(stopped), verify=False) as page:
        (update,) = (await page.post(f"/bot{TOKEN}/getUpdates")).json()["result"]
        assert update["message"]["text"] == "/start"
        polling = asyncio.create_task(page.get(f"/bot{TOKEN}/getUpdates?offset=-1&timeout=30"))
        stopped.send_signal(signal.SIGTERM)
        async with asyncio.timeout(3):
            _, errors = await stopped.communicate()
        assert (stopped.returncode, errors) == (0, b"")
        await asyncio.gather(polling, return_exceptions=True)
