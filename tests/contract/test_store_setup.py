from dataclasses import replace

import pytest

from data.definitions import StoredDefinition
from data.installation import WrongBot
from learning.account.model import EnrolmentCode, Organisation, Role
from learning.ask import Conflict
from tests.contract.people import ATHENS, Store


async def test_a_database_serves_one_bot(store: Store) -> None:
    assert await store.installation.bot_id() is None
    await store.installation.claim(4_000_000_000)
    await store.installation.claim(4_000_000_000)
    with pytest.raises(WrongBot, match="belongs to bot 4000000000, not to bot 2"):
        await store.installation.claim(2)
    assert await store.installation.bot_id() == 4_000_000_000


async def test_an_organisation_is_found_by_its_name(store: Store, athens: Organisation) -> None:
    other = await store.organisations.add(replace(ATHENS, name="Another", region=None))
    assert athens == replace(ATHENS, id=athens.id)
    assert await store.organisations.find(ATHENS.name) == athens
    assert await store.organisations.find("Nowhere") is None
    assert await store.organisations.all() == [other, athens]


async def test_names_of_organisations_are_unique(store: Store, athens: Organisation) -> None:
    with pytest.raises(Conflict):
        await store.organisations.add(athens)


async def test_departments_are_added_once(store: Store, athens: Organisation) -> None:
    for code, name in (("a", "Registry"), ("b", "Care"), ("c", "Registry")):
        made = EnrolmentCode(code, athens, name, Role.LEARNER, None, None, None, False)
        await store.organisations.add_code(made)
    assert await store.organisations.departments(athens.id) == ["Care", "Registry"]


async def test_codes_are_unique_and_bring_their_department(
    store: Store, athens: Organisation
) -> None:
    code = EnrolmentCode("ath", athens, "Care", Role.LEARNER, None, None, None, False)
    await store.organisations.add_code(code)
    with pytest.raises(Conflict):
        await store.organisations.add_code(code)
    assert await store.organisations.departments(athens.id) == ["Care"]


async def test_an_edition_is_kept_as_it_was_first_stored(store: Store) -> None:
    first = StoredDefinition("h1", "lesson", "1.1.a", '{"words": "Καλημέρα"}')
    other = StoredDefinition("h2", "scenario", "1.1.s", "{}")
    await store.definitions.store([first, other])
    await store.definitions.store([replace(first, body="changed")])
    await store.definitions.store([])
    assert await store.definitions.bodies(["h1", "h3"]) == {"h1": first.body}
    assert await store.definitions.bodies([]) == {}
