"""People of an organisation, each with a code of their own, and what they ask each other."""

from itertools import count

from learning.account.model import EnrolmentCode, Organisation, Role
from learning.tickets.asks import StayNameless
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

SECRET = "My door key does not open the shelter"


async def town(world: World, name: str) -> Organisation:
    known = world.app.database.organisations
    return await known.add(Organisation(0, name, "gr", "Europe/Athens", "el"))


NUMBERS = count()


async def member(
    world: World, town: Organisation, role: Role = Role.LEARNER, username: str = ""
) -> Phone:
    return await member_with(world, town, f"{role}-{next(NUMBERS)}", role, username)


async def member_with(
    world: World, town: Organisation, code: str, role: Role, username: str = ""
) -> Phone:
    await world.app.database.organisations.add_code(
        EnrolmentCode(f"{town.id}-{code}", town, "Desk", role, None, 1, None, False)
    )
    phone = await world.phone(username=username)
    await phone.start(f"{town.id}-{code}")
    return phone


async def asked(world: World, asker: Phone, text: str = SECRET) -> Bubble:
    """The whole way from the wish to the sent message, without a name."""
    await asker.send("/human")
    await asker.send(text)
    sent = await asker.tap(StayNameless)
    await world.settled()
    return sent
