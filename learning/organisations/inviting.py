"""/invite: for whom, how many, for how long; then the sheet is there."""

from datetime import datetime, timedelta

from learning.account.model import Actor, CodeKind
from learning.account.settings import learner
from learning.ask import Refused
from learning.audit import Audit, Deed, Entry
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.department_names import Spellings, tidy
from learning.organisations.model import CHANNELS, INVITED, MOST_CODES, Sheet
from learning.organisations.own import NOT_YOURS, facts_of, own_organisation, own_sheet
from learning.organisations.ports import Departments, Sheets
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses

MOST_DAYS = 365
LONGEST_NAME = 100


async def invite(
    ask: asks.Invite,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
    focuses: Focuses,
) -> o.DepartmentAsked:
    """What was begun and never made is begun anew."""
    sheet = await fresh_draft(actor, sheets)
    person, _ = learner(actor)
    await focuses.put(person.id, Focus(Prompt.SHEET, sheet.id))
    return await _ask_department(actor, sheet, departments)


async def choose_department(
    ask: asks.ChooseDepartment,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
    focuses: Focuses,
) -> asks.Inviting:
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    department = None
    if ask.department is not None:
        department = await departments.get(draft.organisation_id, ask.department)
        if department is None:
            return NOT_YOURS
    draft = _emptied(draft).changed(department=department)
    await sheets.put(draft)
    person, _ = learner(actor)
    await focuses.put(person.id, Focus(Prompt.SHEET, draft.id))
    return o.NumberAsked(draft.id, department.name if department else None)


async def choose_role(
    ask: asks.ChooseRole, actor: Actor, now: datetime, *, sheets: Sheets
) -> asks.Inviting:
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    if ask.role not in INVITED:
        return NOT_YOURS
    return await _ask_days(_emptied(draft).changed(role=ask.role, number=1), sheets)


async def choose_channel(
    ask: asks.ChooseChannel, actor: Actor, now: datetime, *, sheets: Sheets
) -> asks.Inviting:
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    if ask.channel not in CHANNELS:
        return NOT_YOURS
    open_to_all = _emptied(draft).changed(kind=CodeKind.OPEN, channel=ask.channel, number=1)
    return await _ask_days(open_to_all, sheets)


async def choose_number(
    ask: asks.ChooseNumber, actor: Actor, now: datetime, *, sheets: Sheets
) -> asks.Inviting:
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    return await _with_number(draft, ask.number, sheets)


async def answer_invitation(
    ask: asks.AnswerInvitation,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
) -> asks.Inviting:
    """The focus is on a draft that waits for a department's name, or for a number."""
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    text = tidy(ask.text)
    if text.isdecimal() and len(text) <= 4:
        return await _with_number(draft, int(text), sheets)
    if draft.department is not None or draft.number is not None:
        return o.NumberAsked(draft.id, _name(draft), unreadable=True)
    if not 0 < len(text) <= LONGEST_NAME:
        return await _ask_department(actor, draft, departments)
    spellings = Spellings(each.name for each in await departments.in_use(draft.organisation_id))
    department = await departments.named(draft.organisation_id, spellings.first(text))
    await sheets.put(draft.changed(department=department))
    return o.NumberAsked(draft.id, department.name)


async def make_sheet(
    ask: asks.MakeSheet,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    focuses: Focuses,
    audit: Audit,
) -> asks.Inviting:
    draft = await _draft(actor, ask.sheet, sheets)
    if not isinstance(draft, Sheet):
        return draft
    if draft.number is None:
        return o.NumberAsked(draft.id, _name(draft))
    if draft.revision != ask.revision or not 0 < ask.days <= MOST_DAYS:
        return _days_asked(draft, draft.number)
    made = draft.changed(made_at=now, expires_at=now + timedelta(days=ask.days))
    await sheets.put(made)
    await sheets.make_codes(made)
    person, _ = learner(actor)
    await focuses.clear(person.id, Focus(Prompt.SHEET, made.id))
    await audit.record(entry_about(made, Deed.MADE_SHEET, actor, now))
    return o.SheetReady(made.id)


async def fresh_draft(actor: Actor, sheets: Sheets) -> Sheet:
    """The one draft of this coordinator, empty."""
    person, organisation = learner(actor)[0], own_organisation(actor)
    draft = await sheets.draft(person.id, organisation.id)
    if draft is None:
        return await sheets.add(Sheet(0, organisation.id, made_by=person.id))
    await sheets.drop_codes(draft.id)
    emptied = _emptied(draft).changed(roster=False)
    await sheets.put(emptied)
    return emptied


def entry_about(sheet: Sheet, deed: Deed, actor: Actor, now: datetime) -> Entry:
    person, _ = learner(actor)
    return Entry(sheet.organisation_id, deed, now, person.id, thing=sheet.id, role=sheet.role)


def _emptied(draft: Sheet) -> Sheet:
    """As it was begun: another choice replaces all that was chosen before."""
    return Sheet(
        draft.id,
        draft.organisation_id,
        made_by=draft.made_by,
        roster=draft.roster,
        revision=draft.revision,
    )


async def _draft(actor: Actor, id: int, sheets: Sheets) -> Sheet | o.SheetShown | Refused:
    """The draft to go on with; what was made already is shown, whatever button was pressed."""
    found = await own_sheet(actor, id, sheets)
    if found is None:
        return NOT_YOURS
    if found.sheet.made_at is not None:
        return o.SheetShown(facts_of(found))
    return NOT_YOURS if found.sheet.roster else found.sheet


async def _ask_department(
    actor: Actor, sheet: Sheet, departments: Departments
) -> o.DepartmentAsked:
    known = await departments.in_use(sheet.organisation_id)
    return o.DepartmentAsked(
        sheet.id,
        own_organisation(actor).name,
        tuple(o.DepartmentChoice(each.id, each.name) for each in known),
    )


async def _with_number(draft: Sheet, number: int, sheets: Sheets) -> asks.Inviting:
    if not 0 < number <= MOST_CODES:
        return o.NumberAsked(draft.id, _name(draft), unreadable=True)
    return await _ask_days(draft.changed(number=number), sheets)


async def _ask_days(draft: Sheet, sheets: Sheets) -> o.DaysAsked:
    await sheets.put(draft)
    return _days_asked(draft, draft.number or 0)


def _days_asked(draft: Sheet, number: int) -> o.DaysAsked:
    return o.DaysAsked(
        draft.id, draft.revision, draft.kind, draft.role, _name(draft), draft.channel, number
    )


def _name(draft: Sheet) -> str | None:
    return draft.department.name if draft.department else None
