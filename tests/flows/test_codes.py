"""Deep links: an organisation's code opens its hours, its zone and its country's notes."""

from datetime import timedelta

import pytest

from learning.account.asks import ConfirmMove, ShowDefaults
from learning.account.model import Actor, EnrolmentCode, Organisation, Role
from learning.account.outcomes import CodeProblem, Welcomed
from learning.lessons.asks import BeginCourse, NextLesson, TurnOn
from tests.flows.learner import Learner
from tests.flows.phone import Phone
from tests.flows.told import told
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

EGALEO = Organisation(0, "Municipality & Co", "gr", "Europe/Athens", "el")
ALCALA = Organisation(0, "Ayuntamiento", "es", "Europe/Madrid", "es", region="MD")


async def code(
    world: World,
    text: str,
    organisation: Organisation = EGALEO,
    *,
    uses: int | None = None,
    days: int | None = None,
    revoked: bool = False,
) -> str:
    known = world.app.database.organisations
    found = await known.find(organisation.name) or await known.add(organisation)
    expires_at = MONDAY + timedelta(days=days) if days is not None else None
    await known.add_code(
        EnrolmentCode(text, found, "Desk", Role.LEARNER, "poster", uses, expires_at, revoked)
    )
    return text


async def code_for(world: World, text: str, role: Role) -> str:
    known = world.app.database.organisations
    found = await known.find(EGALEO.name) or await known.add(EGALEO)
    await known.add_code(EnrolmentCode(text, found, "Desk", role, None, 1, None, False))
    return text


async def actor(world: World, phone: Phone) -> Actor:
    async with world.app.database.unit() as unit:
        return await unit.people.actor(phone.id)


async def test_a_code_makes_a_member_with_the_organisations_defaults(here: World) -> None:
    phone = await here.phone(language="de")
    welcome = await phone.start(await code(here, "alcala-1", ALCALA, uses=1))
    assert ALCALA.name in welcome.text
    person = await actor(here, phone)
    assert person.person is not None
    assert (person.person.language, person.person.zone) == ("es", "Europe/Madrid")
    assert person.membership is not None
    assert (person.membership.department, person.membership.channel) == ("Desk", "poster")
    defaults = await phone.tap(ShowDefaults)
    assert ALCALA.name in defaults.text


async def test_a_name_with_odd_signs_is_shown_as_it_is(here: World) -> None:
    phone = await here.phone()
    assert EGALEO.name in (await phone.start(await code(here, "egaleo-1"))).text


async def test_the_code_alone_is_enough_in_whatever_capitals(here: World) -> None:
    await code(here, "paper-7khq", uses=1)
    phone = await here.phone()
    await phone.start()
    assert EGALEO.name in (await phone.send("Paper-7KHQ")).text
    assert (await actor(here, phone)).membership is not None
    assert EGALEO.name not in (await phone.send("paper-nobody-made")).text


async def test_a_coordinator_who_types_a_code_alone_asks_what_became_of_it(here: World) -> None:
    await code(here, "paper-8khq", uses=1)
    boss = await here.phone()
    await boss.start(await code_for(here, "boss-1", Role.COORDINATOR))
    assert (await boss.send("paper-8khq")).text == (await boss.send("/code paper-8khq")).text


@pytest.mark.parametrize(
    ("problem", "given"),
    [
        (CodeProblem.EXPIRED, {"days": 0}),
        (CodeProblem.REVOKED, {"revoked": True}),
        (CodeProblem.USED_UP, {"uses": 0}),
    ],
)
@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_code_that_is_no_longer_good_says_what_to_do_and_lets_one_learn(
    here: World, problem: CodeProblem, given: dict[str, int], language: str
) -> None:
    text = await code(here, f"{problem}-{language}", **given)  # type: ignore[arg-type]
    learner = Learner(here, await here.phone(language=language))
    welcome = await learner.phone.start(text)
    assert welcome.text == await told(here, learner.phone, Welcomed(None, problem))
    assert (await actor(here, learner.phone)).membership is None
    await learner.phone.tap(ShowDefaults)
    assert (await learner.phone.tap(BeginCourse)).offers(TurnOn)


async def test_a_code_nobody_knows_is_answered_kindly(here: World) -> None:
    phone = await here.phone()
    welcome = await phone.start("made-up")
    assert welcome.text == await told(here, phone, Welcomed(None, CodeProblem.UNKNOWN))


async def test_a_code_for_one_person_serves_one_person(here: World) -> None:
    text = await code(here, "only-one", uses=1)
    first, second = await here.phone("Ana"), await here.phone("Eleni")
    await second.start()
    assert EGALEO.name in (await first.start(text)).text
    used_up = await told(here, second, Welcomed(None, CodeProblem.USED_UP))
    assert (await second.start(text)).text == used_up
    again = await first.start(text)
    assert EGALEO.name in again.text, "opening one's own link again takes no use and is no error"


async def test_a_code_after_the_start_moves_the_membership_and_keeps_the_progress(
    here: World,
) -> None:
    learner = Learner(here, await here.phone())
    await learner.enrol()
    await learner.finish()
    welcomed = await learner.phone.start(await code(here, "later"))
    assert EGALEO.name in welcomed.text
    assert welcomed.offers(NextLesson)
    offered = await learner.phone.start(await code(here, "elsewhere", ALCALA))
    assert EGALEO.name in offered.text
    moved = await learner.phone.tap(ConfirmMove)
    assert ALCALA.name in moved.text
    now = await actor(here, learner.phone)
    assert now.organisation is not None
    assert now.organisation.name == ALCALA.name
    async with here.app.database.unit() as unit:
        assert now.person is not None
        assert len(await unit.completions.of(now.person.id)) == 1


async def test_a_country_note_is_shown_to_that_countrys_people_only(here: World) -> None:
    lesson, note = next(
        (lesson, card)
        for id in here.app.core.curriculum.order
        if (lesson := here.app.core.curriculum.lessons.get(id))
        for card in lesson.cards
        if card.country == "es"
    )
    learner = Learner(here, await here.phone(language="es"))
    await learner.enrol(await code(here, "notes", ALCALA))
    seen = await cards_of(learner, lesson.id)
    assert f"{lesson.id}.{note.id}" in seen
    assert not any(
        card.country not in (None, "es") and f"{lesson.id}.{card.id}" in seen
        for card in lesson.cards
    )


async def cards_of(learner: Learner, lesson: str) -> list[str]:
    """Learns until that lesson is open; gives the cards it is going to show."""
    while True:
        async with learner.world.app.database.unit() as unit:
            person = (await unit.people.actor(learner.phone.id)).person
            assert person is not None
            sitting = await unit.sittings.open_lesson(person.id)
        assert sitting is not None
        if sitting.lesson_id == lesson:
            return [step.id for step in sitting.steps]
        await learner.finish()
        await learner.phone.tap(NextLesson)
