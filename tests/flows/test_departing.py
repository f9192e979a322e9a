"""Somebody changes department, leaves, moves or is removed: what hangs on it ends or moves at once,
and what was learned stays."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from data.reports.shown import SqlCourseReports
from learning.account.asks import ConfirmMove, Leave, ShowDefaults
from learning.account.model import Actor, EnrolmentCode, Organisation, Role
from learning.announcements.asks import BeginAnnouncement, OfferSending
from learning.lessons.asks import BeginCourse
from learning.needs.asks import KeepForMyself, LaunchRound, PlanRound, SendAnswers
from learning.needs.model import Mode
from learning.organisations.asks import (
    GiveRole,
    OfferDepartments,
    OfferRemoval,
    RemoveMember,
)
from tests.flows.learner import Learner
from tests.flows.phone import Phone
from tests.flows.respondent import Respondent
from tests.flows.staff import asked, member_with, town
from tests.flows.test_events import opened, registered
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "Nobody answers the blue telephone"
EVENING, MORNING = timedelta(hours=13), timedelta(hours=26)  # in Athens nine, and ten the next day
LANGUAGES = ("en", "el", "es")


@dataclass(frozen=True)
class Place:
    """Eleni learns and mentors here, and everything that can hang on that does."""

    world: World
    here: Organisation
    elsewhere: Organisation
    coordinator: Phone
    eleni: Phone
    waiting: Phone  # waits for the one seat that Eleni has

    async def code(self, text: str, organisation: Organisation, department: str) -> str:
        await self.world.app.database.organisations.add_code(
            EnrolmentCode(text, organisation, department, Role.LEARNER, None, 1, None, False)
        )
        return text

    async def actor(self) -> Actor:
        async with self.world.app.database.unit() as unit:
            return await unit.people.actor(self.eleni.id)

    async def learned(self) -> int:
        person = (await self.actor()).person
        assert person is not None
        async with self.world.app.database.unit() as unit:
            return len(await unit.completions.of(person.id))

    async def holds_a_seat(self, phone: Phone) -> bool:
        return any(bubble.document == "event.ics" for bubble in await phone.from_bot())

    async def counted(self) -> dict[str | None, int]:
        """Learners by department, as the coordinator's report counts them before it groups."""
        async with self.world.app.database.engine.reading() as session:
            counts = await SqlCourseReports(session).counts(self.here.id, await self.world.now())
        assert counts is not None
        found: dict[str | None, int] = {}
        for (department, _), people in counts.by_department.items():
            found[department] = found.get(department, 0) + people
        return found


async def entangled(world: World, language: str) -> Place:
    here, elsewhere = await town(world, "Here"), await town(world, "Elsewhere")
    coordinator = await member_with(world, here, "boss", Role.COORDINATOR)
    place = Place(
        world,
        here,
        elsewhere,
        coordinator,
        await world.phone(language=language),
        await world.phone(),
    )
    for phone, name in ((place.eleni, "eleni"), (place.waiting, "waiting")):
        await phone.start(await place.code(f"{here.id}-{name}", here, "Desk"))
        await phone.tap(ShowDefaults)
        await phone.tap(BeginCourse)
    await Learner(world, place.eleni).finish()
    await coordinator.send(f"/code {here.id}-eleni")
    await coordinator.tap(GiveRole, role=Role.MENTOR)
    await opened(coordinator, start="4.3. 10:00", seats=1)
    await registered(place.eleni)
    await registered(place.waiting)
    await coordinator.send("/rounds")
    await coordinator.tap(PlanRound, mode=Mode.CONFIDENTIAL)
    await coordinator.tap(LaunchRound)
    await world.settled()
    await Respondent(world, place.eleni).begin()
    await Respondent(world, place.eleni).answer_all()
    await asked(world, place.eleni, SECRET)
    await place.eleni.send("/problem")  # and a second one that is only begun
    return place


async def spoken_to_all(place: Place) -> None:
    """In the evening; it goes out when the organisation's hours begin."""
    await place.world.jump(MONDAY + EVENING)
    await place.coordinator.send("/broadcast")
    await place.coordinator.tap(BeginAnnouncement)
    await place.coordinator.send("The lift is repaired")
    await place.coordinator.tap(OfferSending)
    await place.coordinator.send("3")
    await place.world.settled()


async def leaves(place: Place) -> None:
    await place.eleni.send("/leave")
    await place.eleni.tap(Leave)


async def is_removed(place: Place) -> None:
    await place.coordinator.send(f"/code {place.here.id}-eleni")
    await place.coordinator.tap(OfferRemoval)
    await place.coordinator.tap(RemoveMember)


async def moves_elsewhere(place: Place) -> None:
    await place.eleni.start(await place.code("elsewhere-1", place.elsewhere, "Care"))
    await place.eleni.tap(ConfirmMove)


@pytest.mark.parametrize(
    ("goes", "language"), list(zip((leaves, is_removed, moves_elsewhere), LANGUAGES, strict=True))
)
async def test_who_goes_takes_what_was_learned_and_nothing_else(
    town: World, goes: Callable[[Place], Awaitable[None]], language: str
) -> None:
    place = await entangled(town, language)
    await spoken_to_all(place)
    before, learned = await place.counted(), await place.learned()
    review = next(b for b in await place.eleni.from_bot() if b.offers(SendAnswers))
    await goes(place)
    actor = await place.actor()
    moved = goes is moves_elsewhere
    assert [each.name for each in [actor.organisation] if each] == ["Elsewhere"] * moved
    assert actor.roles == (frozenset({Role.LEARNER}) if moved else frozenset())
    assert await place.counted() == {**before, "Desk": before["Desk"] - 1}
    assert SECRET not in (await place.coordinator.send("/messages")).text
    over = await place.eleni.tap(SendAnswers, of=review)
    assert over.offers(KeepForMyself), "the round no longer asks; the answers are still one's own"
    seen = len(await place.eleni.from_bot())
    await town.jump(MONDAY + MORNING)
    assert await place.holds_a_seat(place.waiting)
    said = "".join(b.text for b in (await place.eleni.from_bot())[seen:])
    assert "The lift is repaired" not in said
    assert "The lift is repaired" in "".join(b.text for b in await place.waiting.from_bot())
    await town.jump(MONDAY + timedelta(days=3, hours=3, minutes=50))
    assert "Plain words" not in "".join(b.text for b in (await place.eleni.from_bot())[seen:])
    assert await place.learned() == learned > 0
    assert (await place.eleni.send("/progress")).has_photo


async def by_a_second_code(place: Place) -> None:
    await place.eleni.start(await place.code("schools-1", place.here, "Schools"))
    await place.eleni.tap(ConfirmMove)


async def by_the_coordinator(place: Place) -> None:
    await place.code("schools-2", place.here, "Schools")
    await place.coordinator.send(f"/code {place.here.id}-eleni")
    shown = await place.coordinator.tap(OfferDepartments)
    schools = shown.labels.index("Schools")
    await place.coordinator.press_data(shown.data[schools], shown.id)


@pytest.mark.parametrize("changes", [by_a_second_code, by_the_coordinator])
async def test_who_changes_department_takes_everything_along(
    town: World, changes: Callable[[Place], Awaitable[None]]
) -> None:
    place = await entangled(town, "en")
    await spoken_to_all(place)
    before, learned = await place.counted(), await place.learned()
    await changes(place)
    actor = await place.actor()
    assert actor.roles == {Role.LEARNER, Role.MENTOR}
    assert {member.department for member in actor.memberships} == {"Schools"}
    assert await place.counted() == {"Desk": before["Desk"] - 1, "Schools": 1}
    await place.coordinator.send("/messages")
    await town.jump(MONDAY + MORNING)
    said = "".join(b.text for b in await place.eleni.from_bot())
    assert "The lift is repaired" in said
    assert not await place.holds_a_seat(place.waiting)
    assert await place.learned() == learned > 0
    person = actor.person
    assert person is not None
    async with town.app.database.unit() as unit:
        assert [each.id for each in await unit.tickets.of_person(person.id)]
        assert await unit.drafts.of(person.id) is not None
