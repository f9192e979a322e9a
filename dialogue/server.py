"""The Rasa server beside the bot: installed, trained, started, and started again if it dies."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from dialogue.installing import HOME, NotInstalled, environment, install, rasa
from dialogue.one_at_a_time import one_at_a_time
from dialogue.parent import ends_with_parent
from dialogue.progress import Say
from dialogue.stages import Stage
from dialogue.training import NotTrained, train

_LOCK = HOME / ".preparing"
_PATIENCE = 600.0  # seconds to answer after the start: on a busy machine it took 149
_WARM_UP = "hello"


class RasaServer:
    """A child process on loopback. `url` is fixed from the start, so a client can be made early."""

    def __init__(self, var: Path, say: Say) -> None:
        self._models = var.resolve() / "rasa"
        self._say = say
        self._port = _free_port()
        self._process: asyncio.subprocess.Process | None = None
        self._stage = Stage.INSTALLING

    @property
    def stage(self) -> Stage:
        """What was reached last; whether the server answers now, its client knows."""
        return self._stage

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        """Of the server that runs now."""
        if self._process is None:
            raise AssertionError("it was not started")
        return self._process.pid

    async def prepare(self) -> Path | None:
        """Installs and trains where needed; None, after one line that says why, if it cannot."""
        try:
            async with one_at_a_time(_LOCK, self._say):
                await install(self._say)
                self._stage = Stage.TRAINING
                return await train(self._models, self._say)
        except (NotInstalled, NotTrained) as problem:
            self._say(str(problem))
            self._stage = Stage.OFF
            return None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Prepares and serves in the background until the block ends."""
        work = asyncio.create_task(self.run())
        try:
            yield
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await self.stop()

    async def run(self) -> None:
        """Serves until cancelled; a server that dies is started again."""
        model = await self.prepare()
        while model is not None:
            await self.start(model)
            if self._process is not None:
                await self._process.wait()
            await asyncio.sleep(1)

    async def start(self, model: Path) -> None:
        """Returns when the server has answered a first message, or has died."""
        began = time.monotonic()
        self._stage = Stage.STARTING
        self._process = await asyncio.create_subprocess_exec(
            *rasa(
                *("run", "--enable-api", "--interface", "127.0.0.1", "--port", str(self._port)),
                *("--model", model, "--endpoints", HOME / "endpoints.yml"),
                *("--credentials", HOME / "credentials.yml"),
            ),
            cwd=self._models,
            env=environment(),
            # Rasa quotes messages in its errors, so nothing it prints is kept.
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=ends_with_parent(),
        )
        if await self._answers():
            self._stage = Stage.READY
            self._say(f"Free text is understood (ready in {time.monotonic() - began:.0f} s).")

    async def stop(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(5):
                await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()

    async def _answers(self) -> bool:
        """Whether the server answers in time; its first parse is slow, so it happens here."""
        deadline = time.monotonic() + _PATIENCE
        async with aiohttp.ClientSession(trust_env=False) as session:
            while self._process and self._process.returncode is None:
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    body = {"text": _WARM_UP}
                    async with session.post(f"{self.url}/model/parse", json=body) as response:
                        if response.status == 200:
                            return True
                if time.monotonic() > deadline:
                    return False
                await asyncio.sleep(0.2)
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
