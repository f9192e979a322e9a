"""A real learner's answer, whole: polled, stored, graded, scheduled, committed, shown.

Each press says how sure a learner is of an open question: the answer is graded and its review
scheduled. The database is SQLite with synchronous=FULL, so every answer is on the disk before
it is shown.
"""

import asyncio
import contextlib
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

from pydantic import SecretStr

from benchmarks import echo, stub
from benchmarks.curriculum import curriculum
from bot.actions.spelling import encode
from bot.app import joined
from bot.running import running
from bot.settings import Settings
from data.engine import Database, open_database
from data.migrate import upgrade
from data.readers import SqlReaders
from data.sealing import new_key
from learning.account.model import WORKING_DAYS, Enrolment
from learning.course.questions import SingleChoice
from learning.lessons.asks import AnswerQuestion
from learning.lessons.model import Draft, Phase, SittingKind, Step, StepKind
from learning.reader import LiveMessage
from learning.reviews.model import Confidence

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def open_questions(database: Database, people: int, each: int) -> list[AnswerQuestion]:
    """`each` sittings for every person, all waiting to hear how sure the person is."""
    singles = [
        f"{lesson.id}.{question.id}"
        for lesson in curriculum().lessons.values()
        for question in lesson.questions
        if isinstance(question, SingleChoice)
    ]
    asks: dict[tuple[int, int], AnswerQuestion] = {}
    for start in range(0, people, 100):
        async with database.unit() as unit:
            for number in range(start, min(start + 100, people)):
                person = await unit.people.add(number + 1, "en", "Europe/Athens", BEGUN)
                await unit.enrolments.add(
                    Enrolment(person.id, time(9), WORKING_DAYS, begun_at=BEGUN)
                )
                for turn in range(each):
                    name = singles[turn % len(singles)]
                    steps = (Step(StepKind.QUESTION, name), Step(StepKind.CLOSE, ""))
                    sitting = await unit.sittings.add(
                        person.id, SittingKind.REVIEW, None, steps, BEGUN
                    )
                    sitting = sitting.drafted(Draft(picks=("a",)), Phase.CONFIDENCE)
                    await unit.sittings.put(sitting)
                    asks[turn, number] = AnswerQuestion(
                        sitting.id, sitting.revision, Confidence.SURE
                    )
    await SqlReaders(database.engine).shown([(n + 1, LiveMessage(1)) for n in range(people)])
    return [asks[key] for key in sorted(asks)]


def presses(asks: list[AnswerQuestion], people: int) -> list[stub.Update]:
    updates = stub.presses(people, len(asks), "")
    for update, ask in zip(updates, asks, strict=True):
        update["callback_query"]["data"] = encode(ask)
    return updates


async def measure(people: int, each: int) -> echo.Speed:
    with tempfile.TemporaryDirectory() as folder, stub.running() as root:
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(stub.TOKEN),
            telegram_api_url=root,
            secret_key=SecretStr(new_key()),
            send_rate=1_000_000,
            web_port=0,
            var=Path(folder),
        )
        url = f"sqlite:///{folder}/42.sqlite3"
        await asyncio.to_thread(upgrade, url)
        database = await open_database(url, [new_key()])
        asks = await open_questions(database, people, each)
        await database.close()

        async def poll(root: str) -> None:
            async with joined(settings) as app, running(app) as end:
                await end

        return await echo.speed(poll, root, presses(asks, people), "editMessageText")


def main() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        result = asyncio.run(measure(echo.USERS, echo.UPDATES // echo.USERS))
        print(result.told("Q-SER answer"))


if __name__ == "__main__":
    main()
