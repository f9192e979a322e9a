"""How a sheet that is being made stands to a typed text: a department's name, or how many."""

from learning.account.model import Actor, Role
from learning.organisations.own import own_sheet
from learning.organisations.ports import Sheets
from learning.talk.model import Readiness


async def readiness(id: int, text: str, actor: Actor, *, sheets: Sheets) -> Readiness | None:
    if actor.acting_as(Role.COORDINATOR) is None:
        return None
    found = await own_sheet(actor, id, sheets)
    if found is None or found.sheet.made_at is not None or found.sheet.roster:
        return None
    draft, said = found.sheet, text.strip()
    named = draft.department is not None or draft.number is not None
    return Readiness(0, said.isdecimal() or (bool(said) and not named))
