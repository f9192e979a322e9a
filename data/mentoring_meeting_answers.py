"""What each of the two says after a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Select, Table, and_, bindparam, or_, select, union_all
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.meeting import mentoring_meeting_answers as answers
from data.tables.meeting import mentoring_meetings as meetings
from data.tables.mentoring import mentoring_check_ins as check_ins
from data.tables.mentoring import mentoring_turns as turns
from learning.mentoring.meeting.model import Answer, Met

_add = insert_or(answers)
_PUT = _add.on_conflict_do_update(
    index_elements=["meeting_id", "person_id"],
    set_={name: _add.excluded[name] for name in ("met", "fit", "at")},
)
_OF = select(answers).where(
    answers.c.meeting_id == bindparam("of_meeting"), answers.c.person_id == bindparam("of_person")
)
_SAID_FIT = (
    select(answers.c.meeting_id)
    .join(meetings, meetings.c.id == answers.c.meeting_id)
    .where(meetings.c.turn_id == bindparam("of_turn"))
    .where(answers.c.person_id == bindparam("of_person"), answers.c.fit.is_not(None))
    .limit(1)
)
_here: BindParameter[int] = bindparam("here")


def _belongs(said: Table) -> Select[tuple[str]]:
    """What people of this organisation said, with when."""
    at = said.c.at if "at" in said.c else said.c.answered_at
    return select(said.c.fit, at.label("said_at"), said.c.person_id).where(
        said.c.fit.is_not(None),
        or_(
            and_(turns.c.mentor_organisation_id == _here, turns.c.mentor_id == said.c.person_id),
            and_(turns.c.mentee_organisation_id == _here, turns.c.mentee_id == said.c.person_id),
        ),
    )


_every = union_all(
    _belongs(answers)
    .join(meetings, meetings.c.id == answers.c.meeting_id)
    .join(turns, turns.c.id == meetings.c.turn_id),
    _belongs(check_ins).join(turns, turns.c.id == check_ins.c.turn_id),
).subquery()
_FITS = select(_every.c.fit).order_by(_every.c.said_at, _every.c.person_id)


@dataclass(frozen=True, slots=True)
class SqlMeetingAnswers:
    session: Session

    async def put(self, answer: Answer) -> None:
        names = ("meeting_id", "person_id", "met", "fit", "at")
        await self.session.run(_PUT, {name: getattr(answer, name) for name in names})

    async def of(self, meeting_id: int, person_id: int) -> Answer | None:
        row = await self.session.row(_OF, {"of_meeting": meeting_id, "of_person": person_id})
        return Answer(row.meeting_id, row.person_id, Met(row.met), row.at, row.fit) if row else None

    async def said_fit(self, turn_id: int, person_id: int) -> bool:
        wanted = {"of_turn": turn_id, "of_person": person_id}
        return await self.session.row(_SAID_FIT, wanted) is not None

    async def fits(self, organisation_id: int) -> Sequence[str]:
        return [row.fit for row in await self.session.rows(_FITS, {"here": organisation_id})]
