"""People who find a mentor, or are one, on their phones; and the coordinator who matches them."""

from itertools import count

from learning.account.model import EnrolmentCode, Organisation, Role
from learning.mentoring.matching.asks import (
    AskField,
    BeginEntry,
    BeginRound,
    Enter,
    OpenRound,
    Propose,
    ShowEntry,
    TurnCheck,
    TurnValue,
)
from learning.mentoring.matching.model import YES
from learning.mentoring.matching.outcomes import Field
from learning.mentoring.model import Side
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

NUMBERS = count()
PUBLISHED = ("responsible", "access", "obstacles")


async def code_of(world: World, town: Organisation, role: Role = Role.LEARNER) -> str:
    """A code for one person."""
    code = f"{town.id}-{role}-m{next(NUMBERS)}"
    await world.app.database.organisations.add_code(
        EnrolmentCode(code, town, "Desk", role, None, 1, None, False)
    )
    return code


async def member(
    world: World, town: Organisation, role: Role = Role.LEARNER, language: str = "en"
) -> Phone:
    phone = await world.phone(language=language)
    await phone.start(await code_of(world, town, role))
    return phone


async def enter(
    phone: Phone, side: Side, name: str, *, elsewhere: bool = False, ability: str = "communication"
) -> Bubble:
    """From the wish to take part to the last tap; languages stand as they are."""
    await phone.send("/mentor")
    await phone.tap(ShowEntry, side=side)
    await phone.tap(BeginEntry)
    if side is Side.MENTOR:
        await phone.tap(AskField, field=Field.COMPETENCES)
    await phone.tap(TurnValue, field=Field.COMPETENCES, value=ability)
    for field in (Field.LANGUAGES, Field.SECTORS, Field.ELSEWHERE):
        await phone.tap(AskField, field=field)
    if elsewhere:
        await phone.tap(TurnValue, field=Field.ELSEWHERE, value=YES)
    await phone.tap(AskField, field=Field.NAME)
    await phone.send(name)
    return await phone.tap(Enter)


async def open_matching(phone: Phone) -> Bubble:
    """The checklist first, then the board of an open matching."""
    await phone.send("/matching")
    await phone.tap(BeginRound)
    for item in PUBLISHED:
        await phone.tap(TurnCheck, item=item)
    return await phone.tap(OpenRound)


async def propose(phone: Phone) -> Bubble:
    await open_matching(phone)
    return await phone.tap(Propose)
