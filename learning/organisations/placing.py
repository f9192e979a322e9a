"""A member's roles and department, changed by their coordinator."""

from datetime import datetime

from learning.account import belonging
from learning.account.model import Actor, Role
from learning.account.ports import Enrolments, Memberships, People
from learning.audit import Audit, Deed, Entry
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.codes import Found, find, look, recorded, roles_given_by, shown
from learning.organisations.own import NOT_YOURS, own_organisation
from learning.organisations.ports import Departments, Sheets
from learning.organisations.telling import told_of_role
from learning.pushes.ports import Pushes
from learning.tickets.handing_on import hand_on
from learning.tickets.ports import Tickets


async def change_role(
    ask: asks.GiveRole | asks.WithdrawRole,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
    audit: Audit,
    tickets: Tickets,
    pushes: Pushes,
) -> o.RoleChanged | asks.AboutCode:
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    if ask.role not in roles_given_by(actor):
        return NOT_YOURS
    given = isinstance(ask, asks.GiveRole)
    if not found.stands(ask.standing, actor) or given is (ask.role in found.member.roles):
        return shown(actor, found, now)
    change = belonging.give_role if given else belonging.withdraw_role
    await change(found.member, ask.role, now, enrolments=enrolments, memberships=memberships)
    deed = Deed.GAVE_ROLE if given else Deed.WITHDREW_ROLE
    await audit.record(recorded(actor, found, deed, now, ask.role))
    if found.member.telegram_id != actor.telegram_id:
        await pushes.add(told_of_role(found.member, ask.role, given, now))
    await hand_on(found.code.organisation, now, tickets=tickets, pushes=pushes)
    seen = await look(actor, ask.code, now, sheets, people, memberships)
    return o.RoleChanged(ask.role, given, seen) if isinstance(seen, o.CodeShown) else seen


async def offer_departments(
    ask: asks.OfferDepartments,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
    people: People,
    memberships: Memberships,
) -> o.NewDepartmentAsked | asks.AboutCode:
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    seen = shown(actor, found, now)
    if not found.may_be_changed_by(actor):
        return seen
    known = await departments.in_use(own_organisation(actor).id)
    return o.NewDepartmentAsked(
        seen, tuple(o.DepartmentChoice(each.id, each.name) for each in known)
    )


async def change_department(
    ask: asks.ChangeDepartment,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
    audit: Audit,
) -> o.DepartmentChanged | asks.AboutCode:
    found = await find(actor, ask.code, sheets, people, memberships)
    if not isinstance(found, Found):
        return found
    if not found.stands(ask.standing, actor):
        return shown(actor, found, now)
    name = None
    if ask.department is not None:
        department = await departments.get(own_organisation(actor).id, ask.department)
        if department is None:
            return NOT_YOURS
        name = department.name
    await belonging.change_department(
        found.member, name, now, enrolments=enrolments, memberships=memberships
    )
    await audit.record(recorded(actor, found, Deed.CHANGED_DEPARTMENT, now))
    seen = await look(actor, ask.code, now, sheets, people, memberships)
    return o.DepartmentChanged(seen) if isinstance(seen, o.CodeShown) else seen


async def change_role_by_operator(
    organisation_id: int,
    code: str,
    role: Role,
    given: bool,
    now: datetime,
    *,
    sheets: Sheets,
    people: People,
    enrolments: Enrolments,
    memberships: Memberships,
    audit: Audit,
    tickets: Tickets,
    pushes: Pushes,
) -> bool:
    """From the command line; False when not exactly one person belongs there by this code."""
    known = await sheets.find_code(organisation_id, code)
    ids = await memberships.with_code(known.id) if known else ()
    if known is None or len(ids) != 1:
        return False
    member = await people.by_id(ids[0])
    if given is not (role in member.roles):
        change = belonging.give_role if given else belonging.withdraw_role
        await change(member, role, now, enrolments=enrolments, memberships=memberships)
        deed = Deed.GAVE_ROLE if given else Deed.WITHDREW_ROLE
        await audit.record(
            Entry(organisation_id, deed, now, None, about=ids[0], thing=known.id, role=role)
        )
        await pushes.add(told_of_role(member, role, given, now))
        await hand_on(known.organisation, now, tickets=tickets, pushes=pushes)
    return True
