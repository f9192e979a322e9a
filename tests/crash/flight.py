"""What was half-way at the moment of a kill."""

from collections import Counter
from dataclasses import asdict, dataclass

from sqlalchemy import func, select, update

from data.engine import Database
from data.tables.pushes import is_being_sent, is_due, pushes
from data.tables.talk import inbox, is_applied, is_taken


@dataclass(frozen=True)
class Flight:
    stored: int  # updates between store and apply
    applied: int  # updates between apply and answer
    claimed: int  # pushes held by the dead process
    sending: int  # pushes whose send had begun

    @property
    def is_empty(self) -> bool:
        return not any(asdict(self).values())


async def in_flight(database: Database) -> Flight:
    async with database.engine.reading() as session:

        async def count(table: object, *where: object) -> int:
            statement = select(func.count()).select_from(table).where(*where)  # type: ignore[arg-type]
            return int((await session.one(statement))[0])

        return Flight(
            stored=await count(inbox, is_taken),
            applied=await count(inbox, is_applied),
            claimed=await count(pushes, is_due, pushes.c.lease_until > 0),
            sending=await count(pushes, is_being_sent),
        )


async def let_leases_end(database: Database) -> None:
    """As if a minute of machine time had passed: a dead process renews nothing."""
    statement = update(pushes).where(is_due, pushes.c.lease_until > 0).values(lease_until=0)
    async with database.engine.writing() as session:
        await session.run(statement)


def told(flights: list[Flight]) -> str:
    """One line: how many kills interrupted something, and what."""
    kinds = Counter(kind for flight in flights for kind, n in asdict(flight).items() if n)
    busy = sum(not flight.is_empty for flight in flights)
    return (
        f"{len(flights)} kills, {busy} of them with something in flight: "
        f"{kinds['stored']} between store and apply, {kinds['applied']} between apply and answer, "
        f"{kinds['claimed']} with pushes claimed, {kinds['sending']} in a send"
    )
