"""One tap at the end of a part; a trainer who looks at questions, and sees groups alone."""

from dataclasses import replace

import pytest

from learning.account.model import EnrolmentCode, Role
from learning.counts.asks import ShowAnswers
from learning.counts.model import Usefulness
from learning.scenarios.asks import RateSubunit
from tests.contract.people import ATHENS
from tests.flows.finishing import through
from tests.flows.phone import Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def owner_of(town: World) -> tuple[Phone, int]:
    organisations = town.app.database.organisations
    place = await organisations.add(replace(ATHENS, id=0))
    await organisations.add_code(
        EnrolmentCode("own", place, None, Role.OWNER, None, 1, None, False)
    )
    await organisations.add_code(
        EnrolmentCode("learn", place, None, Role.LEARNER, None, None, None, False)
    )
    phone = await town.phone()
    await phone.start("own")
    return phone, place.id


async def test_how_useful_a_part_was_is_asked_once_and_kept_with_nobody(town: World) -> None:
    owner, place = await owner_of(town)
    learner, ending = await through(town, payload="learn")
    phone = learner.phone
    rated = await phone.tap(RateSubunit, of=ending, usefulness=Usefulness.PARTLY)
    assert phone.toast is not None
    assert not rated.offers(RateSubunit)
    assert rated.text.startswith(ending.text.splitlines()[0]), "the rule stays readable"
    data = ending.ask(RateSubunit, usefulness=Usefulness.USEFUL)
    assert data is not None
    await phone.press_data(data, rated.id)
    assert "Nothing can be told yet" in (await owner.send("/useful")).text
    async with town.app.database.unit() as unit:
        for _ in range(9):
            await unit.counts.note(place, "trust-and-teamwork", ("partly",), 10)
    assert "Partly: about 100%" in (await owner.send("/useful")).text


async def test_a_trainer_sees_how_a_question_is_answered_and_which_tell_nothing(
    town: World,
) -> None:
    owner, place = await owner_of(town)
    question = next(
        f"{lesson.id}.{q.id}"
        for lesson in town.app.core.curriculum.lessons.values()
        for q in lesson.questions
        if q.kind == "single"
    )
    part = town.app.core.curriculum.subunit_of(question.partition(".")[0])
    assert part is not None
    async with town.app.database.unit() as unit:
        for _ in range(20):
            await unit.counts.note(place, question, ("+right",), 5)
    overview = await owner.send("/questions")
    assert "(almost) everybody is right" in overview.text
    shown = await owner.tap(ShowAnswers, subunit=part.id)
    assert "Right: about 100%" in shown.text
    learner, _ = await through(town, payload="learn")
    assert not (await learner.phone.send("/questions")).offers(ShowAnswers)
