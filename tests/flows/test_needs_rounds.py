"""Rounds over weeks: opened and closed by the clock, reminded, left half-way, answered twice."""

from datetime import timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from bot.course import ROOT, compiled_course
from learning.account.model import Organisation, Role
from learning.needs.answers import Responses
from learning.needs.asks import (
    BeginNeeds,
    KeepForMyself,
    LaunchRound,
    PickAnswer,
    PlanRound,
    RemindRound,
    ReportNeeds,
    SendAnswers,
    SetClosing,
    SetOpening,
    SettleAnswer,
    ShowNeeds,
    ShowRound,
    SkipQuestion,
)
from learning.needs.model import Mode, Round
from scheduler.jobs import CloseRounds
from tests.flows.phone import Phone
from tests.flows.respondent import Respondent
from tests.flows.test_needs import (
    UNSURE_IN_TALKING,
    an_organisation,
    code_for,
    launch,
    learner_of,
    rounds_of,
)
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
MODES = (Mode.CONFIDENTIAL, Mode.UNLINKED)


async def a_town(town: World, learners: int) -> tuple[Organisation, Phone, list[Phone]]:
    place = await an_organisation(town)
    boss = await town.phone("Boss")
    await boss.start(await code_for(town, place, "boss", Role.COORDINATOR))
    code = await code_for(town, place, "team")
    return place, boss, [await learner_of(town, code) for _ in range(learners)]


async def sends(town: World, phone: Phone) -> None:
    """The notice and one answer; the rest is skipped."""
    somebody = Respondent(town, phone, {"years": ("y6",)})
    await somebody.begin()
    await somebody.answer_all()
    await somebody.send()


async def the_round(town: World, place: Organisation) -> Round:
    [round] = await rounds_of(town, place)
    assert isinstance(round, Round)
    return round


async def responses(town: World, place: Organisation) -> Responses:
    round = await the_round(town, place)
    async with town.app.database.unit() as unit:
        return await unit.sent_answers.responses(round)


async def look_at_the_clock(town: World) -> None:
    """As every ten seconds."""
    await CloseRounds(town.app.core, town.app.clock.now).run()


async def test_a_round_opens_on_its_day_and_closes_by_the_clock(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        place, boss, [early, late] = await a_town(town, 2)
        await boss.send("/rounds")
        await boss.tap(PlanRound, mode=Mode.CONFIDENTIAL)
        await boss.tap(SetOpening, days=7)
        await boss.tap(SetClosing, days=14)
        await boss.tap(LaunchRound)
        await town.settled()
        assert not (await early.last()).offers(ShowNeeds)
        assert (await early.send("/needs")).offers(BeginNeeds, round=0)
        await town.restart()
        await town.jump(await town.now() + WEEK + DAY)
        texts = [bubble.text for bubble in await early.from_bot()]
        assert any("asks what you need for your work" in text for text in texts)
        assert not (await early.send("/needs")).offers(BeginNeeds, round=0)
        await sends(town, early)
        half = Respondent(town, late)
        await half.begin()
        await half.answer_all()
        await town.jump(await town.now() + 2 * WEEK)
        await look_at_the_clock(town)
        assert (await the_round(town, place)).closed_at is not None
        assert (await responses(town, place)).answered == 1
        await late.send("/needs")
        assert (await half.send()).offers(KeepForMyself)
        assert (await boss.send("/report needs")).text
        assert not (await boss.last()).offers(ReportNeeds)  # one answer is nobody's group


@pytest.mark.parametrize("mode", MODES)
async def test_only_who_has_not_answered_is_reminded_and_not_again_at_once(
    tmp_path: Path, mode: Mode
) -> None:
    async with world(tmp_path) as town:
        _, boss, [done, silent] = await a_town(town, 2)
        await launch(town, boss, mode)
        await sends(town, done)
        await boss.send("/rounds")
        await boss.tap(ShowRound)
        reminded = await boss.tap(RemindRound)
        assert "1 person" in reminded.text
        await town.settled()
        assert "still open" in (await silent.last()).text
        assert not any("still open" in bubble.text for bubble in await done.from_bot())
        await boss.tap(ShowRound)
        assert not (await boss.last()).offers(RemindRound)


@pytest.mark.parametrize("mode", MODES)
async def test_two_devices_that_send_at_once_count_once(tmp_path: Path, mode: Mode) -> None:
    async with world(tmp_path) as town:
        place, boss, [phone] = await a_town(town, 1)
        await launch(town, boss, mode)
        maria = Respondent(town, phone, UNSURE_IN_TALKING)
        await maria.begin()
        review = await maria.answer_all()
        body = {"chat_id": phone.id, "message_id": review.id, "data": review.ask(SendAnswers)}
        for _ in range(2):
            await phone.post("press", {**body, "wait": 0})
        await town.answered()
        found = await responses(town, place)
        assert (found.answered, len(found.people)) == (1, 1)


async def test_a_button_and_a_text_at_once_give_one_answer_each_at_most(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone)
    await maria.begin()
    asked = await phone.tap(SettleAnswer)
    pressed = {"chat_id": phone.id, "message_id": asked.id, "wait": 0}
    await phone.post("press", {**pressed, "data": asked.ask(PickAnswer, choice="y0")})
    await phone.post("press", {**pressed, "data": asked.ask(SkipQuestion)})
    await phone.post("send", {"chat_id": phone.id, "text": "school"})
    await town.answered()
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers == {"known": ("confirmed",), "years": ("y0",), "education": ("school",)}


async def test_a_draft_of_weeks_finishes_on_its_edition_whatever_is_asked_by_then(
    town: World, tmp_path: Path
) -> None:
    older = copytree(ROOT, tmp_path / "older", ignore=ignore_patterns("*.py", "__pycache__"))
    file = older / "needs" / "questionnaire.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("      - id: wish\n")], encoding="utf-8")
    today = town.app.core.curriculum
    town.app.core.curriculum = await compiled_course(town.app.database.definitions, older)
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    assert "23" in (await maria.begin()).text
    for _ in range(5):
        await maria.answer_one()
    await town.restart()  # with the questionnaire that has 24 questions
    assert town.app.core.curriculum.needs.today == today.needs.today
    await town.jump(await town.now() + 5 * WEEK)
    assert "6 of 23" in (await phone.send("/needs")).text
    await maria.answer_all()
    assert (await maria.send()).has_photo
    other = await learner_of(town)
    assert "of 24" in (await Respondent(town, other).begin()).text


async def test_who_changes_their_mind_while_the_round_is_open_stays_in_it(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        place, boss, [phone] = await a_town(town, 1)
        await launch(town, boss, Mode.CONFIDENTIAL)
        await sends(town, phone)
        await phone.send("/path")
        await phone.tap(BeginNeeds, round=0)
        again = Respondent(town, phone, {"years": ("y21",)})
        await again.answer_all()
        await again.send()
        found = await responses(town, place)
        assert found.answered == 1
        assert [who.answers["years"] for who in found.people] == [("y21",)]
