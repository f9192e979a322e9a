"""A coordinator sees groups of people, and nobody in them; everybody else sees nothing of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.actions.spelling import encode
from bot.screens.menu import role_commands
from bot.screens.speech import Speech
from learning.account.model import EnrolmentCode, Organisation, Role
from learning.ask import Refused, Right
from learning.needs.asks import ShowRounds
from learning.organisations.asks import Invite
from learning.reports.asks import ReportCourse, ShowHome
from learning.reports.model import Form
from tests.flows.learner import Learner
from tests.flows.phone import Phone
from tests.flows.told import told
from tests.flows.world import MONDAY, World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

EGALEO = Organisation(0, "Municipality of Egaleo", "gr", "Europe/Athens", "en")
LEGANES = replace(EGALEO, name="Leganés", country="es", zone="Europe/Madrid")
DEPARTMENTS = {"Care": 6, "Desk": 5, "Schools": 1}


@dataclass(frozen=True)
class Pilot:
    """Twelve learners in three departments of Egaleo, of whom those of Care have begun; two in
    Leganés."""

    world: World
    coordinator: Phone
    elsewhere: Phone
    learner: Phone


async def member(
    world: World, organisation: Organisation, department: str | None, role: Role = Role.LEARNER
) -> Learner:
    """Somebody new with a code of their own."""
    known = world.app.database.organisations
    found = await known.find(organisation.name) or await known.add(organisation)
    phone = await world.phone()
    code = EnrolmentCode(f"c-{phone.id}", found, department, role, None, 1, None, False)
    await known.add_code(code)
    await phone.start(code.code)
    return Learner(world, phone)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def pilot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pilot]:
    folder: Path = tmp_path_factory.mktemp("pilot")
    async with world(folder) as made:
        for department, people in DEPARTMENTS.items():
            for _ in range(people):
                learner = await member(made, EGALEO, department)
                if department == "Care":
                    await learner.enrol()
        for _ in range(2):
            await member(made, LEGANES, "Registro")
        here = await member(made, EGALEO, None, Role.COORDINATOR)
        elsewhere = await member(made, LEGANES, None, Role.COORDINATOR)
        yield Pilot(made, here.phone, elsewhere.phone, learner.phone)


async def test_the_home_shows_groups_and_where_to_go_from_there(pilot: Pilot) -> None:
    home = await pilot.coordinator.send("/home")
    assert home.has_photo
    assert EGALEO.name in home.text
    assert "12 people have joined." in home.text
    rows = [line for line in home.text.splitlines() if line.startswith("•")]
    assert rows == ["• Care: 6", "• Others together: 6", "• Not begun: 6", "• Begun – Finished: 6"]
    assert "Schools" not in home.text, "one person works there"
    assert home.offers(Invite)
    assert home.offers(ReportCourse)
    assert home.offers(ShowRounds)


@pytest.mark.parametrize("form", Form)
async def test_the_report_comes_in_every_form(pilot: Pilot, form: Form) -> None:
    report = await pilot.coordinator.send("/report course")
    assert report.has_photo
    assert "• Care: 6" in report.text
    if form is not Form.PICTURE:
        report = await pilot.coordinator.tap(ReportCourse, form=form)
        assert report.document == f"q-ser-course.{form.value}"
    assert (await pilot.coordinator.tap(ShowHome)).has_photo


async def test_another_coordinator_sees_only_their_own(pilot: Pilot) -> None:
    home = await pilot.elsewhere.send("/home")
    assert LEGANES.name in home.text
    assert EGALEO.name not in home.text
    assert not home.has_photo, "two people are too few to be shown"
    assert not any(line.startswith("•") for line in home.text.splitlines())


@pytest.mark.parametrize("command", ["/home", "/report course"])
async def test_a_learner_who_asks_is_refused_kindly(pilot: Pilot, command: str) -> None:
    answer = await pilot.learner.send(command)
    assert answer.text == await told(pilot.world, pilot.learner, Refused(Right.COORDINATOR))


@pytest.mark.parametrize("ask", [ShowHome(), *map(ReportCourse, Form)], ids=str)
async def test_a_forged_button_is_refused_kindly(pilot: Pilot, ask: ShowHome) -> None:
    bubble = await pilot.learner.last()
    answer = await pilot.learner.press_data(encode(ask), bubble.id)
    assert answer.text == await told(pilot.world, pilot.learner, Refused(Right.COORDINATOR))
    assert not answer.has_photo
    assert answer.document is None


async def test_the_home_is_in_the_coordinators_menu_alone() -> None:
    def names(*roles: Role) -> set[str]:
        return {name for name, _ in role_commands(Speech("en"), frozenset(roles))}

    assert {"home", "report"} <= names(Role.COORDINATOR)
    assert not {"home", "report"} & names(Role.LEARNER, Role.MENTOR, Role.TRAINER)


async def test_one_who_joins_later_is_not_seen_by_the_difference(pilot: Pilot) -> None:
    before = await pilot.coordinator.send("/home")
    await member(pilot.world, EGALEO, "Desk")
    assert (await pilot.coordinator.send("/home")).text == before.text
    for day in (1, 2):
        await pilot.world.jump(MONDAY + timedelta(days=day, minutes=1))
        later = await pilot.coordinator.send("/home")
        assert "12 people have joined." in later.text
        assert "1 March 2027" in later.text
    for _ in range(4):
        await member(pilot.world, EGALEO, "Desk")
    await pilot.world.jump(MONDAY + timedelta(days=3, minutes=1))
    assert "17 people have joined." in (await pilot.coordinator.send("/home")).text
