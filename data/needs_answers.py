"""Sent answers: those that stay with their person, sealed, and those that nothing leads from."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Row, and_, bindparam, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.author_keys import AuthorSeals
from data.needs_rounds import SqlRounds
from data.sealing import Sealer
from data.session import Session
from data.tables.needs import needs_answered, needs_answers, needs_unlinked
from data.tables.organisations import departments
from data.tables.people import enrolments, memberships, persons
from learning.account.model import Role
from learning.needs.answers import Answers, Response, Responses, Wave
from learning.needs.model import Mode, Round, Sent

T = TypeVar("T")

_OF = select(needs_answers).where(needs_answers.c.person_id == bindparam("of_person"))
_put = insert_or(needs_answers)
_PUT = _put.on_conflict_do_update(
    index_elements=["person_id", "wave"],
    set_={
        name: _put.excluded[name]
        for name in ("round_id", "mode", "definition", "sealed", "sent_at")
    },
)
_UNLINKED = select(needs_unlinked.c.answers).where(
    needs_unlinked.c.round_id == bindparam("this_round")
)
_EMPTY = delete(needs_unlinked).where(needs_unlinked.c.round_id == bindparam("this_round"))
_ADD = insert(needs_unlinked)
_ANSWERED = select(func.count().label("number")).where(
    needs_answered.c.round_id == bindparam("this_round")
)
_department = (
    select(func.max(departments.c.name))
    .join(memberships, memberships.c.department_id == departments.c.id)
    .where(memberships.c.person_id == needs_answers.c.person_id)
    .where(memberships.c.organisation_id == bindparam("of_organisation"))
    .where(memberships.c.until.is_(None), memberships.c.role == Role.LEARNER.value)
    .scalar_subquery()
)
_again = needs_answers.alias("again")
_same_questions = and_(
    _again.c.person_id == needs_answers.c.person_id,
    _again.c.wave == Wave.AFTER.value,
    _again.c.round_id == needs_answers.c.round_id,
    _again.c.definition == needs_answers.c.definition,
)
_RESPONSES = (
    select(
        needs_answers,
        _again.c.sealed.label("again"),
        persons.c.language,
        enrolments.c.sector,
        _department.label("department"),
    )
    .join(persons, persons.c.id == needs_answers.c.person_id)
    .join(enrolments, enrolments.c.person_id == needs_answers.c.person_id)
    .outerjoin(_again, _same_questions)
    .where(needs_answers.c.round_id == bindparam("this_round"))
    .where(needs_answers.c.wave == Wave.BEFORE.value)
)


@dataclass(frozen=True, slots=True)
class SqlSentAnswers:
    session: Session
    sealer: Sealer

    @property
    def _seals(self) -> AuthorSeals:
        return AuthorSeals(self.session, self.sealer)

    async def of(self, person_id: int) -> Sequence[Sent]:
        rows = await self.session.rows(_OF, {"of_person": person_id})
        opened = [(row, await self._open(person_id, row.sealed)) for row in rows]
        return [_sent(row, answers) for row, answers in opened if answers is not None]

    async def put(self, sent: Sent) -> None:
        sealed = await self._seals.seal(sent.person_id, json.dumps(dict(sent.answers)))
        values = {
            "person_id": sent.person_id,
            "wave": sent.wave,
            "round_id": sent.round_id,
            "mode": sent.mode,
            "definition": sent.definition,
            "sealed": sealed,
            "sent_at": sent.sent_at,
        }
        await self.session.run(_PUT, values)

    async def unlink(self, round: Round, answers: Answers) -> None:
        # All of them each time: so neither the order of the rows nor the transaction that wrote
        # one (PostgreSQL keeps its number in every row) goes together with a mark of who answered.
        await self._rewrite(round.id, [*await self._unlinked(round.id), answers])

    async def shuffle(self, round: Round) -> None:
        await self._rewrite(round.id, await self._unlinked(round.id))

    async def responses(self, round: Round) -> Responses:
        invited = sum(each.asked for each in await SqlRounds(self.session).turnout(round))
        answered = (await self.session.one(_ANSWERED, {"this_round": round.id})).number
        if round.mode is Mode.UNLINKED:
            unlinked = await self._unlinked(round.id)
            people = tuple(Response(answers, round.definition) for answers in unlinked)
            return Responses(max(invited, answered), answered, people)
        return Responses(max(invited, answered), answered, tuple(await self._linked(round)))

    async def _linked(self, round: Round) -> list[Response]:
        wish = {"this_round": round.id, "of_organisation": round.organisation_id}
        rows = await self.session.rows(_RESPONSES, wish)
        found = [await self._response(row) for row in rows]
        return [response for response in found if response]

    async def _response(self, row: Row[Any]) -> Response | None:
        answers = await self._open(row.person_id, row.sealed)
        again = await self._open(row.person_id, row.again) or {}
        return None if answers is None else _response(row, answers, again)

    async def _open(self, person_id: int, sealed: str | None) -> Answers | None:
        said = await self._seals.open(person_id, sealed) if sealed else None
        return None if said is None else _answers(json.loads(said))

    async def _unlinked(self, round_id: int) -> list[Answers]:
        rows = await self.session.rows(_UNLINKED, {"this_round": round_id})
        return [_answers(row.answers) for row in rows]

    async def _rewrite(self, round_id: int, every: Sequence[Answers]) -> None:
        await self.session.run(_EMPTY, {"this_round": round_id})
        rows = [
            {"round_id": round_id, "key": secrets.token_hex(16), "answers": dict(answers)}
            for answers in secrets.SystemRandom().sample(every, len(every))
        ]
        if rows:
            await self.session.run(_ADD, rows)


class ByChance:
    """Lots that nobody can foretell."""

    async def draw(self, things: Sequence[T], number: int) -> list[T]:
        return secrets.SystemRandom().sample(things, min(number, len(things)))


def _answers(plain: dict[str, list[str]]) -> Answers:
    return {at: tuple(picks) for at, picks in plain.items()}


def _sent(row: Row[Any], answers: Answers) -> Sent:
    return Sent(
        person_id=row.person_id,
        wave=Wave(row.wave),
        mode=Mode(row.mode),
        definition=row.definition,
        answers=answers,
        sent_at=row.sent_at,
        round_id=row.round_id,
    )


def _response(row: Row[Any], answers: Answers, again: Answers) -> Response:
    return Response(
        answers=answers,
        definition=row.definition,
        language=row.language,
        department=row.department,
        sector=row.sector,
        again=again,
    )
