from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from data.engine import Database
from data.readings import SqlReadings
from data.retention import SqlRetention
from data.role_menus import SqlRoleMenus
from data.tables.people import phone_moves
from data.unit import SqlUnit
from learning.account.model import PHONE_MOVE, CodeKind, EnrolmentCode, Organisation, Role
from learning.ask import Conflict
from learning.audit import Deed, Entry
from learning.organisations.model import Department, NewCode, Sheet, SheetUse
from learning.reader import RoleMenu
from learning.readings import PrintedCode
from tests.contract.people import ATHENS, DAY, HOUR, NOW, Store, Unit, add_learner


async def made_sheet(unit: Unit, organisation: Organisation, **fields: object) -> Sheet:
    """Two codes for Care, in force."""
    person = await add_learner(unit, 9001)
    care = await unit.departments.named(organisation.id, "Care")
    draft = await unit.sheets.add(
        Sheet(0, organisation.id, department=care, number=2, made_by=person.id)
    )
    made = draft.changed(made_at=NOW, expires_at=NOW + DAY, **fields)
    await unit.sheets.put(made)
    await unit.sheets.make_codes(made)
    return made


async def codes_on(unit: Unit, sheet: Sheet) -> list[EnrolmentCode]:
    found = [await unit.sheets.code(sheet.organisation_id, id) for id in range(1, 100)]
    return [code for code in found if code and code.sheet == sheet.id]


async def test_a_sheet_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens, channel="letter", roster=True)
    async with store.unit() as unit:
        assert await unit.sheets.get(sheet.id) == SheetUse(sheet, 2, 0, 0)
        assert await unit.sheets.get(sheet.id + 1) is None


async def test_two_who_change_a_sheet_do_not_overwrite_each_other(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.sheets.put(replace(sheet, revoked=True))


async def test_a_draft_is_found_until_it_is_made(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        draft = await unit.sheets.add(Sheet(0, athens.id, made_by=person.id))
        assert await unit.sheets.draft(person.id, athens.id) == draft
        assert await unit.sheets.draft(person.id, athens.id + 1) is None
        await unit.sheets.put(draft.changed(made_at=NOW))
        assert await unit.sheets.draft(person.id, athens.id) is None


async def test_codes_of_a_draft_open_nothing(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        draft = await unit.sheets.add(Sheet(0, athens.id, made_by=person.id))
        await unit.sheets.add_codes(draft, [NewCode("abcd-0001", "Care"), NewCode("x-1", None)])
        assert await unit.codes.find("abcd-0001") is None
        assert await unit.sheets.find_code(athens.id, "abcd-0001") is None
        made = draft.changed(made_at=NOW, expires_at=NOW + DAY)
        await unit.sheets.put(made)
        code = await unit.codes.find("abcd-0001")
    assert code is not None
    assert (code.department, code.uses_left, code.sheet) == ("Care", 1, draft.id)
    assert code.expires_at == NOW + DAY, "the sheet's own end holds for every code"


async def test_dropped_codes_are_free_again(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        draft = await unit.sheets.add(Sheet(0, athens.id, made_by=person.id))
        await unit.sheets.add_codes(draft, [NewCode("abcd-0001", None)])
        assert await unit.sheets.taken(["abcd-0001", "abcd-0002"]) == {"abcd-0001"}
        await unit.sheets.drop_codes(draft.id)
        assert await unit.sheets.taken(["abcd-0001"]) == set()


async def test_a_code_that_exists_is_a_conflict(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens)
        await unit.sheets.add_codes(sheet, [NewCode("abcd-0001", None)])
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.sheets.add_codes(sheet, [NewCode("abcd-0001", None)])


async def test_a_sheet_counts_the_codes_used_and_the_people(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens)
        first, _ = await codes_on(unit, sheet)
        assert await unit.codes.use(first.code)
        assert not await unit.codes.use(first.code)
        assert await unit.sheets.get(sheet.id) == SheetUse(sheet, 2, 1, 1)


async def test_an_open_code_counts_each_person_once(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens, kind=CodeKind.OPEN, channel="poster")
        code, _ = await codes_on(unit, sheet)
        assert code.uses_left is None
        ann, bob = await add_learner(unit, 1), await add_learner(unit, 2)
        for person in (ann, bob, ann):
            await unit.codes.reach(code.id, person.id, NOW)
        assert await unit.sheets.get(sheet.id) == SheetUse(sheet, 2, 1, 2)


async def test_revoking_reaches_every_code_of_a_sheet_or_one_alone(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        sheet = await made_sheet(unit, athens)
        first, second = await codes_on(unit, sheet)
        await unit.sheets.revoke_code(first.id)
        assert [code.revoked for code in await codes_on(unit, sheet)] == [True, False]
        await unit.sheets.revoke(sheet.id)
        found = await unit.codes.find(second.code)
        assert found is not None
        assert found.revoked


async def test_a_code_of_another_organisation_is_not_found(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(ATHENS, name="Other"))
    async with store.unit() as unit:
        code, _ = await codes_on(unit, await made_sheet(unit, athens))
        assert await unit.sheets.code(athens.id, code.id) == code
        assert await unit.sheets.code(other.id, code.id) is None
        assert await unit.sheets.find_code(other.id, code.code) is None
        assert await unit.sheets.find_code(athens.id, code.code) == code


async def test_pages_of_sheets_come_newest_first_and_without_drafts(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
        plain = Sheet(0, athens.id, made_by=person.id, made_at=NOW)
        first, second, third = [await unit.sheets.add(plain) for _ in range(3)]
        await unit.sheets.add(replace(plain, made_at=None))
        newest = await unit.sheets.page(athens.id, None, 2)
        assert [use.sheet.id for use in newest] == [third.id, second.id]
        rest = await unit.sheets.page(athens.id, second.id, 2)
        assert [use.sheet.id for use in rest] == [first.id]


async def test_departments_in_use_are_an_organisations_own(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(ATHENS, name="Other"))
    async with store.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, "Registry", Role.LEARNER, None, NOW)
        await made_sheet(unit, athens)
        unused = await unit.departments.named(athens.id, "Typo")
        names = [each.name for each in await unit.departments.in_use(athens.id)]
        assert names == ["Care", "Registry"]
        assert await unit.departments.in_use(other.id) == []
        assert await unit.departments.named(athens.id, "Typo") == unused
        assert await unit.departments.get(athens.id, unused.id) == Department(unused.id, "Typo")
        assert await unit.departments.get(other.id, unused.id) is None


async def test_who_came_with_a_code_is_found_while_they_belong(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        code, _ = await codes_on(unit, await made_sheet(unit, athens))
        person = await add_learner(unit)
        for role in (Role.LEARNER, Role.MENTOR):
            await unit.memberships.begin(person.id, athens.id, None, role, None, NOW, code.id)
        assert list(await unit.memberships.with_code(code.id)) == [person.id]
        actor = await unit.people.by_id(person.id)
        assert {member.code for member in actor.memberships} == {code.id}
        mentor = next(m for m in actor.memberships if m.role is Role.MENTOR)
        await unit.memberships.end(mentor.id, NOW)
        assert (await unit.people.by_id(person.id)).roles == {Role.LEARNER}
        await unit.memberships.end_all(person.id, NOW)
        assert list(await unit.memberships.with_code(code.id)) == []
        assert (await unit.people.by_id(person.id + 100)).person is None


async def test_a_person_moves_to_another_account_once(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 1001)
        await unit.phone_moves.begin(person.id, NOW)
        await unit.phone_moves.begin(person.id, NOW + HOUR)
    async with store.unit() as unit:
        code = await code_of(unit, person.id)
        move = await unit.phone_moves.find(code)
        assert move is not None
        assert (move.person_id, move.expires_at) == (person.id, NOW + HOUR)
        assert not await unit.phone_moves.take(person.id, "mv_other", 2002)
        assert await unit.phone_moves.take(person.id, code, 2002)
        assert not await unit.phone_moves.take(person.id, code, 2003)
        assert (await unit.people.actor(2002)).person == replace(person, telegram_id=2002)
        assert (await unit.people.actor(1001)).person is None


async def code_of(unit: Unit, person_id: int) -> str:
    """Secrets are shown by readings alone; here they are looked up where they lie."""
    if not isinstance(unit, SqlUnit):
        return unit.phone_moves.state.phone_moves[person_id].code
    mine = phone_moves.c.person_id == person_id
    return str((await unit.session.one(select(phone_moves).where(mine))).code)


async def test_a_newcomer_is_forgotten_whole(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 1001)
        await unit.people.forget_newcomer(person.id)
        assert (await unit.people.actor(1001)).person is None
        assert (await add_learner(unit, 1001)).telegram_id == 1001


async def test_the_audit_log_comes_in_pages_of_one_organisation(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(ATHENS, name="Other"))
    async with store.unit() as unit:
        person = await add_learner(unit)
        full = Entry(athens.id, Deed.GAVE_ROLE, NOW, person.id, person.id, 7, Role.TRAINER)
        bare = Entry(athens.id, Deed.MADE_CODES, NOW + HOUR, None)
        for entry in (full, bare, replace(bare, organisation_id=other.id)):
            await unit.audit.record(entry)
        newest, oldest = await unit.audit.page(athens.id, None, 5)
        assert replace(newest, id=0) == bare
        assert replace(oldest, id=0) == full
        assert list(await unit.audit.page(athens.id, newest.id, 5)) == [oldest]
        assert list(await unit.audit.page(athens.id, oldest.id, 5)) == []
        for who in (newest.by, newest.about, oldest.by, oldest.about):
            of_one = [each for each in (newest, oldest) if who in (each.by, each.about)]
            assert list(await unit.audit.page(athens.id, None, 5, who)) == (
                of_one if who else [newest, oldest]
            )
        assert list(await unit.audit.page(athens.id, None, 5, 2**40)) == []


async def test_standing_is_kept(store: Store) -> None:
    async with store.unit() as unit:
        await add_learner(unit)
        enrolment = (await unit.people.actor(1001)).enrolment
        assert enrolment is not None
        await unit.enrolments.put(replace(enrolment, standing=3, revision=1))
        assert (await unit.people.actor(1001)).standing == 3


async def test_a_sheet_is_printed_with_every_code_that_was_not_revoked(
    sql: Database,
) -> None:
    athens = await sql.organisations.add(ATHENS)
    readings = SqlReadings(sql.engine, sql.sealer)
    async with sql.unit() as unit:
        sheet = await made_sheet(unit, athens)
        first, second = await codes_on(unit, sheet)
        assert await unit.codes.use(first.code)
    printed = await readings.printed_sheet(sheet.id)
    assert printed is not None
    assert (printed.organisation, printed.language) == (ATHENS.name, "el")
    both = (PrintedCode(first.code, "Care"), PrintedCode(second.code, "Care"))
    assert printed.codes == both, "a used code that is missing would tell who came"
    async with sql.unit() as unit:
        await unit.sheets.revoke_code(first.id)
    printed = await readings.printed_sheet(sheet.id)
    assert printed is not None
    assert printed.codes == both[1:]
    assert await readings.printed_sheet(sheet.id + 1) is None
    assert await readings.code(second.id) == second.code
    assert await readings.code(10_000) is None


async def test_a_move_is_read_where_it_is_shown(sql: Database) -> None:
    async with sql.unit() as unit:
        person = await add_learner(unit)
        await unit.phone_moves.begin(person.id, NOW)
    code = await SqlReadings(sql.engine, sql.sealer).phone_move(person.id)
    assert code is not None
    assert code.startswith(PHONE_MOVE)
    assert await SqlReadings(sql.engine, sql.sealer).phone_move(person.id + 1) is None


async def test_a_menu_is_told_when_roles_or_language_change(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    menus = SqlRoleMenus(sql.engine)
    async with sql.unit() as unit:
        person = await add_learner(unit)
        await unit.memberships.begin(person.id, athens.id, None, Role.LEARNER, None, NOW)
        await add_learner(unit, 1002)
    assert await menus.untold() == []
    async with sql.unit() as unit:
        for role in (Role.OWNER, Role.COORDINATOR):
            await unit.memberships.begin(person.id, athens.id, None, role, None, NOW)
    menu = RoleMenu(1001, "el", frozenset({Role.OWNER, Role.COORDINATOR}))
    assert await menus.untold() == [menu]
    await menus.told(menu)
    assert await menus.untold() == []
    async with sql.unit() as unit:
        await unit.people.put(replace(person, language="es"))
    assert await menus.untold() == [replace(menu, language="es")]
    async with sql.unit() as unit:
        await unit.memberships.end_all(person.id, NOW)
    (gone,) = await menus.untold()
    assert (gone.chat_id, gone.roles) == (1001, frozenset())
    await menus.told(gone)
    assert await menus.untold() == []


async def test_who_made_a_sheet_is_forgotten_after_thirteen_months(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        sheet = await made_sheet(unit, athens)
        await unit.audit.record(Entry(athens.id, Deed.MADE_SHEET, NOW, sheet.made_by))
    await SqlRetention(sql.engine).carry_out(NOW + timedelta(days=395))
    async with sql.unit() as unit:
        found = await unit.sheets.get(sheet.id)
        assert found is not None
        assert found.sheet.made_by == sheet.made_by
        assert len(await unit.audit.page(athens.id, None, 5)) == 1
    await SqlRetention(sql.engine).carry_out(NOW + timedelta(days=397))
    async with sql.unit() as unit:
        found = await unit.sheets.get(sheet.id)
        assert found is not None
        assert found.sheet.made_by is None
        assert len(await unit.audit.page(athens.id, None, 5)) == 0
