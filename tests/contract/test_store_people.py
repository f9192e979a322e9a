from dataclasses import replace
from datetime import date, timedelta

import pytest

from learning.account.model import Actor, EnrolmentCode, Organisation, Role
from learning.ask import Conflict
from tests.contract.people import DAY, NOW, Store, add_learner, add_person, learner_of


async def test_a_stranger_is_an_actor_without_a_person(store: Store) -> None:
    async with store.unit() as unit:
        assert await unit.people.actor(404) == Actor(telegram_id=404)


async def test_a_person_who_arrived_is_known_again(store: Store) -> None:
    async with store.unit() as unit:
        added = await add_person(unit)
    async with store.unit() as unit:
        actor = await unit.people.actor(1001)
    assert actor == Actor(telegram_id=1001, person=added)
    assert (added.language, added.zone, added.reachable) == ("el", "Europe/Athens", True)


async def test_a_changed_person_is_kept(store: Store) -> None:
    person = await learner_of(store)
    changed = replace(person, language="es", zone="Europe/Madrid", reachable=False)
    async with store.unit() as unit:
        await unit.people.put(changed)
    async with store.unit() as unit:
        assert (await unit.people.actor(1001)).person == changed


async def test_the_same_person_cannot_arrive_twice(store: Store) -> None:
    await learner_of(store)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await add_person(unit)


async def test_an_actor_carries_enrolment_membership_and_organisation(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, "Registry", Role.LEARNER, "poster", NOW)
        actor = await unit.people.actor(1001)
    assert actor.enrolment is not None
    assert actor.enrolment.weekdays == {0, 1, 4}
    assert actor.membership is not None
    assert actor.membership.organisation == athens
    assert (actor.membership.department, actor.membership.channel) == ("Registry", "poster")
    assert actor.roles == {Role.LEARNER}
    assert await store.organisations.departments(athens.id) == ["Registry"]


async def test_the_learning_membership_is_the_latest_as_a_learner(
    store: Store, athens: Organisation
) -> None:
    elsewhere = await store.organisations.add(replace(athens, name="Elsewhere"))
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, elsewhere.id, None, Role.LEARNER, None, NOW)
        await unit.memberships.begin(person.id, athens.id, None, Role.LEARNER, None, NOW)
        await unit.memberships.begin(person.id, elsewhere.id, None, Role.MENTOR, None, NOW)
        actor = await unit.people.actor(1001)
    assert actor.organisation == athens
    assert actor.roles == {Role.LEARNER, Role.MENTOR}


async def test_a_mentor_alone_belongs_where_they_mentor(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, None, Role.MENTOR, None, NOW)
        actor = await unit.people.actor(1001)
    assert actor.organisation == athens


async def test_ended_memberships_give_nothing(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, None, Role.OWNER, None, NOW)
        await unit.memberships.end_all(person.id, NOW + DAY)
        actor = await unit.people.actor(1001)
    assert (actor.membership, actor.roles) == (None, frozenset())


async def test_new_days_off_reach_the_members(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, None, Role.LEARNER, None, NOW)
    await store.organisations.set_days_off(athens.id, {date(2027, 2, 3)})
    async with store.unit() as unit:
        actor = await unit.people.actor(1001)
    assert actor.organisation is not None
    assert actor.organisation.own_days_off == {date(2027, 2, 3)}


async def test_who_has_a_role_now_is_found_wherever_they_belong(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        people = [await add_person(unit, number) for number in (1, 2, 3)]
        for person, role in zip(people, (Role.TRAINER, Role.LEARNER, Role.TRAINER), strict=True):
            await unit.memberships.begin(person.id, athens.id, None, role, None, NOW)
        await unit.memberships.end_all(people[2].id, NOW)
        assert await unit.memberships.holding(Role.TRAINER) == [people[0].id]


async def test_a_code_opens_what_it_was_made_for(store: Store, athens: Organisation) -> None:
    code = EnrolmentCode(
        code="ath-2026",
        organisation=athens,
        department="Registry",
        role=Role.COORDINATOR,
        channel="letter",
        uses_left=3,
        expires_at=NOW + timedelta(days=30, microseconds=5),
        revoked=False,
    )
    await store.organisations.add_code(code)
    async with store.unit() as unit:
        assert await unit.codes.find("ath-2026") == code
        assert await unit.codes.find("nobody-made-this") is None


async def test_a_code_is_found_whatever_its_capitals_and_as_spelled_first(
    store: Store, athens: Organisation
) -> None:
    for text in ("KEP-0001", "kep-0001", "only-small"):
        await store.organisations.add_code(
            EnrolmentCode(text, athens, None, Role.LEARNER, None, 1, None, False)
        )
    typed = {
        "KEP-0001": "KEP-0001",
        "kep-0001": "kep-0001",
        "ONLY-SMALL": "only-small",
    }
    async with store.unit() as unit:
        for text, meant in typed.items():
            found = await unit.codes.find(text)
            own = await unit.sheets.find_code(athens.id, text)
            assert (found and found.code, own and own.code) == (meant, meant)


@pytest.mark.parametrize(("uses", "taken"), [(None, 4), (0, 0), (1, 1), (3, 3)])
async def test_a_code_is_used_as_often_as_it_may_be(
    store: Store, athens: Organisation, uses: int | None, taken: int
) -> None:
    await store.organisations.add_code(
        EnrolmentCode("ath", athens, None, Role.LEARNER, None, uses, None, False)
    )
    async with store.unit() as unit:
        assert [await unit.codes.use("ath") for _ in range(4)].count(True) == taken
        assert not await unit.codes.use("nobody-made-this")


async def test_a_revoked_code_says_so(store: Store, athens: Organisation) -> None:
    code = EnrolmentCode("ath", athens, None, Role.LEARNER, None, None, None, False)
    await store.organisations.add_code(code)
    assert await store.organisations.revoke_code("ath")
    assert not await store.organisations.revoke_code("other")
    async with store.unit() as unit:
        assert await unit.codes.find("ath") == replace(code, revoked=True)
