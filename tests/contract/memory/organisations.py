"""Sheets, departments and the audit log in memory."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from learning.account.model import CodeKind, EnrolmentCode
from learning.ask import Conflict
from learning.audit import Entry
from learning.organisations.model import Department, NewCode, Sheet, SheetUse
from tests.contract.memory.account import as_typed, opening
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemorySheets:
    state: State

    async def add(self, sheet: Sheet) -> Sheet:
        stored = replace(sheet, id=next(self.state.ids))
        self.state.sheets[stored.id] = stored
        return stored

    async def put(self, sheet: Sheet) -> None:
        before = self.state.sheets.get(sheet.id)
        if before is None or before.revision != sheet.revision - 1:
            raise Conflict
        self.state.sheets[sheet.id] = sheet
        for code in self._codes(sheet.id):
            self.state.codes[code.code] = replace(code, expires_at=sheet.expires_at)

    async def get(self, id: int) -> SheetUse | None:
        sheet = self.state.sheets.get(id)
        if sheet is None:
            return None
        codes = self._codes(id)
        used = sum(code.used > 0 for code in codes)
        return SheetUse(sheet, len(codes), used, sum(code.used for code in codes))

    async def draft(self, person_id: int, organisation_id: int) -> Sheet | None:
        return next(
            (
                sheet
                for sheet in self.state.sheets.values()
                if sheet.made_by == person_id
                and sheet.organisation_id == organisation_id
                and sheet.made_at is None
            ),
            None,
        )

    async def page(self, organisation_id: int, before: int | None, limit: int) -> list[SheetUse]:
        ids = [
            sheet.id
            for sheet in self.state.sheets.values()
            if sheet.organisation_id == organisation_id
            and sheet.made_at is not None
            and (before is None or sheet.id < before)
        ]
        found = [await self.get(id) for id in sorted(ids, reverse=True)[:limit]]
        return [use for use in found if use]

    async def make_codes(self, sheet: Sheet) -> None:
        name = sheet.department.name if sheet.department else None
        for _ in range(sheet.number or 0):
            self._add(sheet, f"made-{next(self.state.ids):010}", name)

    async def add_codes(self, sheet: Sheet, codes: Sequence[NewCode]) -> None:
        for new in codes:
            if new.code in self.state.codes:
                raise Conflict
            if new.department is not None:
                await MemoryDepartments(self.state).named(sheet.organisation_id, new.department)
            self._add(sheet, new.code, new.department)

    def _add(self, sheet: Sheet, code: str, department: str | None) -> None:
        self.state.codes[code] = EnrolmentCode(
            code=code,
            organisation=self.state.organisations[sheet.organisation_id],
            department=department,
            role=sheet.role,
            channel=sheet.channel,
            uses_left=None if sheet.kind is CodeKind.OPEN else 1,
            expires_at=sheet.expires_at,
            revoked=False,
            kind=sheet.kind,
            sheet=sheet.id,
            id=next(self.state.ids),
        )

    async def drop_codes(self, sheet_id: int) -> None:
        for code in self._codes(sheet_id):
            del self.state.codes[code.code]

    async def revoke(self, sheet_id: int) -> None:
        for code in self._codes(sheet_id):
            self.state.codes[code.code] = replace(code, revoked=True)

    async def taken(self, codes: Sequence[str]) -> Set[str]:
        return set(codes) & set(self.state.codes)

    async def find_code(self, organisation_id: int, code: str) -> EnrolmentCode | None:
        found = as_typed(self.state, code)
        if found is None or found.organisation.id != organisation_id:
            return None
        return opening(self.state, found)

    async def code(self, organisation_id: int, id: int) -> EnrolmentCode | None:
        codes = (each.code for each in self.state.codes.values() if each.id == id)
        return await self.find_code(organisation_id, next(codes, ""))

    async def revoke_code(self, id: int) -> None:
        code = next(code for code in self.state.codes.values() if code.id == id)
        self.state.codes[code.code] = replace(code, revoked=True)

    def _codes(self, sheet_id: int) -> list[EnrolmentCode]:
        return [code for code in self.state.codes.values() if code.sheet == sheet_id]


@dataclass(frozen=True)
class MemoryDepartments:
    state: State

    async def in_use(self, organisation_id: int) -> Sequence[Department]:
        codes = ((c.organisation.id, c.department) for c in self.state.codes.values())
        members = [*self.state.memberships.values(), *self.state.past_memberships.values()]
        known = {*codes, *((m.organisation.id, m.department) for m in members)}
        names = sorted(name for of, name in known if of == organisation_id and name is not None)
        return [await self.named(organisation_id, name) for name in names]

    async def get(self, organisation_id: int, id: int) -> Department | None:
        for (of, name), known in self.state.department_ids.items():
            if of == organisation_id and known == id:
                return Department(id, name)
        return None

    async def named(self, organisation_id: int, name: str) -> Department:
        key = (organisation_id, name)
        self.state.departments[key] = None
        if key not in self.state.department_ids:
            self.state.department_ids[key] = next(self.state.ids)
        return Department(self.state.department_ids[key], name)


@dataclass(frozen=True)
class MemoryAudit:
    state: State

    async def record(self, entry: Entry) -> None:
        id = next(self.state.ids)
        self.state.audit[id] = replace(entry, id=id)

    async def page(
        self, organisation_id: int, before: int | None, limit: int, person_id: int | None = None
    ) -> Sequence[Entry]:
        found = [
            entry
            for entry in self.state.audit.values()
            if entry.organisation_id == organisation_id
            and (before is None or entry.id < before)
            and (person_id is None or person_id in (entry.by, entry.about))
        ]
        return sorted(found, key=lambda entry: entry.id, reverse=True)[:limit]
