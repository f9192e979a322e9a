"""A roster sent as a file: read, shown with its counts, and valid once it is confirmed."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from learning.account.model import Actor, Role
from learning.ask import Refused
from learning.audit import Audit, Deed
from learning.organisations import asks
from learning.organisations import outcomes as o
from learning.organisations.department_names import Spellings
from learning.organisations.inviting import entry_about, fresh_draft
from learning.organisations.model import Department, NewCode
from learning.organisations.own import NOT_YOURS, facts_of, own_organisation, own_sheet
from learning.organisations.ports import Departments, Sheets
from learning.organisations.roster import Roster, read_roster

SHOWN_PROBLEMS = 20
VALID_DAYS = 365


async def welcome_file(
    ask: asks.OfferFile, actor: Actor, now: datetime
) -> o.FileWanted | o.FileNotWanted:
    return o.FileWanted() if actor.acting_as(Role.COORDINATOR) else o.FileNotWanted()


async def read(
    ask: asks.ReadRoster,
    actor: Actor,
    now: datetime,
    *,
    sheets: Sheets,
    departments: Departments,
) -> o.RosterRead | o.RosterRefused:
    """The file itself is not kept; its codes wait on a draft."""
    roster = read_roster(ask.content)
    if isinstance(roster, o.FileProblem):
        return o.RosterRefused(roster)
    taken = await sheets.taken([new.code for new in roster.codes])
    problems = _problems(roster, taken)
    good = [new for new in roster.codes if new.code not in taken]
    if not good:
        return o.RosterRefused(o.FileProblem.NOTHING_GOOD, problems[:SHOWN_PROBLEMS])
    draft = (await fresh_draft(actor, sheets)).changed(roster=True, number=len(good))
    await sheets.put(draft)
    codes = _placed(good, await departments.in_use(draft.organisation_id))
    await sheets.add_codes(draft, codes)
    counts = Counter(new.department for new in codes)
    return o.RosterRead(
        sheet=draft.id,
        revision=draft.revision,
        organisation=own_organisation(actor).name,
        codes=len(codes),
        departments=tuple(o.DepartmentCount(name, n) for name, n in counts.most_common()),
        problems=problems[:SHOWN_PROBLEMS],
        more_problems=max(0, len(problems) - SHOWN_PROBLEMS),
    )


def _placed(codes: Sequence[NewCode], known: Sequence[Department]) -> list[NewCode]:
    """Each in the department that is there already, or that another line of the list began."""
    spellings = Spellings(each.name for each in known)
    return [
        replace(new, department=spellings.first(new.department)) if new.department else new
        for new in codes
    ]


def _problems(roster: Roster, taken: Set[str]) -> tuple[o.RosterLine, ...]:
    """In the order of the file."""
    lines = zip(roster.lines, roster.codes, strict=True)
    known = [o.RosterLine(at, o.RosterProblem.TAKEN) for at, new in lines if new.code in taken]
    return tuple(sorted([*roster.problems, *known], key=lambda problem: problem.line))


async def confirm(
    ask: asks.ConfirmRoster, actor: Actor, now: datetime, *, sheets: Sheets, audit: Audit
) -> o.SheetReady | o.SheetShown | o.RosterDropped | Refused:
    found = await own_sheet(actor, ask.sheet, sheets)
    if found is None:
        return NOT_YOURS
    if found.sheet.made_at is not None:
        return o.SheetShown(facts_of(found))
    if not found.sheet.roster or found.sheet.revision != ask.revision:
        return o.RosterDropped()
    made = found.sheet.changed(made_at=now, expires_at=now + timedelta(days=VALID_DAYS))
    await sheets.put(made)
    await audit.record(entry_about(made, Deed.IMPORTED_ROSTER, actor, now))
    return o.SheetReady(made.id)


async def drop(
    ask: asks.DropRoster, actor: Actor, now: datetime, *, sheets: Sheets
) -> o.RosterDropped | o.SheetShown | Refused:
    found = await own_sheet(actor, ask.sheet, sheets)
    if found is None:
        return NOT_YOURS
    if found.sheet.made_at is not None:
        return o.SheetShown(facts_of(found))
    await fresh_draft(actor, sheets)
    return o.RosterDropped()
