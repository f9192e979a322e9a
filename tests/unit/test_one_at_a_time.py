"""Two terminals in one checkout: `make run` in one, `make test` in the other."""

import asyncio
from pathlib import Path

import pytest

from dialogue.one_at_a_time import one_at_a_time


async def test_the_second_waits_until_the_first_is_done_and_says_so(tmp_path: Path) -> None:
    lines: list[str] = []
    done: list[str] = []
    said = asyncio.Event()

    def say(line: str) -> None:
        lines.append(line)
        said.set()

    async def second() -> None:
        async with one_at_a_time(tmp_path / "lock", say):
            done.append("second")

    async with one_at_a_time(tmp_path / "lock", say):
        waiting = asyncio.create_task(second())
        await said.wait()
        done.append("first")
    await waiting
    assert done == ["first", "second"]
    assert len(lines) == 1


async def test_who_fails_inside_lets_the_next_one_in(tmp_path: Path) -> None:
    lines: list[str] = []
    with pytest.raises(OSError, match="disk"):
        async with one_at_a_time(tmp_path / "lock", lines.append):
            raise OSError("the disk is full")
    async with one_at_a_time(tmp_path / "lock", lines.append):
        pass
    assert not lines
