"""What an operator sets up, in memory: organisations, codes, definitions, the bot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.definitions import StoredDefinition
from data.installation import WrongBot
from learning.account.model import EnrolmentCode, Organisation
from learning.ask import Conflict
from tests.contract.memory.transactions import Transactions


@dataclass(frozen=True)
class MemoryOrganisations:
    transactions: Transactions

    async def add(self, organisation: Organisation) -> Organisation:
        async with self.transactions.begin() as state:
            if any(each.name == organisation.name for each in state.organisations.values()):
                raise Conflict
            stored = replace(organisation, id=next(state.ids))
            state.organisations[stored.id] = stored
            return stored

    async def find(self, name: str) -> Organisation | None:
        return next((each for each in await self.all() if each.name == name), None)

    async def all(self) -> Sequence[Organisation]:
        stored = self.transactions.state.organisations.values()
        return sorted(stored, key=lambda organisation: organisation.name)

    async def set_days_off(self, organisation_id: int, days: Iterable[date]) -> None:
        async with self.transactions.begin() as state:
            before = state.organisations[organisation_id]
            after = replace(before, own_days_off=frozenset(days))
            state.organisations[organisation_id] = after

    async def departments(self, organisation_id: int) -> Sequence[str]:
        stored = self.transactions.state.departments
        return sorted(name for of, name in stored if of == organisation_id)

    async def add_code(self, code: EnrolmentCode) -> None:
        async with self.transactions.begin() as state:
            if code.code in state.codes:
                raise Conflict
            state.codes[code.code] = replace(code, id=next(state.ids))
            if code.department is not None:
                state.departments[code.organisation.id, code.department] = None

    async def revoke_code(self, code: str) -> bool:
        async with self.transactions.begin() as state:
            if code not in state.codes:
                return False
            state.codes[code] = replace(state.codes[code], revoked=True)
            return True


@dataclass(frozen=True)
class MemoryInstallation:
    transactions: Transactions

    async def claim(self, bot_id: int) -> None:
        async with self.transactions.begin() as state:
            state.bot_id = state.bot_id or bot_id
            if state.bot_id != bot_id:
                raise WrongBot(f"This database belongs to bot {state.bot_id}, not to bot {bot_id}.")

    async def bot_id(self) -> int | None:
        return self.transactions.state.bot_id


@dataclass(frozen=True)
class MemoryDefinitions:
    transactions: Transactions

    async def store(self, new: Sequence[StoredDefinition]) -> None:
        async with self.transactions.begin() as state:
            for one in new:
                state.definitions.setdefault(one.hash, one.body)

    async def bodies(self, hashes: Iterable[str]) -> Mapping[str, str]:
        stored = self.transactions.state.definitions
        return {hash: stored[hash] for hash in hashes if hash in stored}

    async def hashes_of_runs(self) -> frozenset[str]:
        return frozenset(run.definition for run in self.transactions.state.runs.values())
