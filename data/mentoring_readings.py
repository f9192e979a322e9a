"""A turn as one of its two people may see it, read at the moment of speaking."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, select

from data.author_keys import AuthorSeals
from data.mentoring_agreements import SqlAgreements
from data.mentoring_check_ins import SqlCheckIns
from data.mentoring_meetings import SqlMeetings
from data.mentoring_shadowing import SqlShadowingDays, SqlShadowingNotes
from data.mentoring_texts import SqlTurnTexts
from data.mentoring_turns import SqlTurns
from data.sealing import Sealer
from data.session import Engine, Session
from data.tables.people import persons
from data.tables.tickets import display_names
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.model import TextHead, TextKind, Turn
from learning.mentoring.reading import TurnRead
from learning.readings import PairRead

_NAMES = select(display_names).where(
    display_names.c.person_id.in_(bindparam("people", expanding=True))
)
_ZONE = select(persons.c.zone).where(persons.c.id == bindparam("this_id"))


async def read_turn(engine: Engine, sealer: Sealer, id: int, person: int) -> TurnRead | None:
    """None for who is not one of the two."""
    async with engine.reading() as session:
        turn = await SqlTurns(session).get(id)
        return await _read(session, sealer, turn, person) if turn else None


async def read_turns(engine: Engine, sealer: Sealer, person: int) -> tuple[TurnRead, ...]:
    """All of one person's, the running ones first."""
    async with engine.reading() as session:
        turns = await SqlTurns(session).of_person(person)
        found = [await _read(session, sealer, turn, person) for turn in turns]
    return tuple(read for read in found if read)


async def read_pair(engine: Engine, sealer: Sealer, id: int) -> PairRead | None:
    async with engine.reading() as session:
        turn = await SqlTurns(session).get(id)
        if turn is None:
            return None
        mentor, mentee = turn.mentor.person_id, turn.mentee.person_id
        names = await names_of(session, sealer, {it for it in (mentor, mentee) if it})
    return PairRead(turn, names.get(mentor or 0), names.get(mentee or 0))


async def names_of(session: Session, sealer: Sealer, people: set[int]) -> Mapping[int, str]:
    """The names that they gave for others to see."""
    seals = AuthorSeals(session, sealer)
    rows = await session.rows(_NAMES, {"people": sorted(people)}) if people else ()
    sealed = {row.person_id: row.sealed for row in rows if row.sealed}
    opened = {id: await seals.open(id, text) for id, text in sealed.items()}
    return {id: name for id, name in opened.items() if name}


async def _read(session: Session, sealer: Sealer, turn: Turn, person: int) -> TurnRead | None:
    """Texts only as they were released to this person."""
    side = turn.side_of(person)
    if side is None:
        return None
    agreements, texts = SqlAgreements(session, sealer), SqlTurnTexts(session, sealer)
    partner = turn.party(side.other).person_id
    names = await names_of(session, sealer, {partner} if partner else set())
    written = await texts.read(turn.id)
    released = [(head, text) for head, text in written if head.is_for(person, turn)]
    hidden = [head for head, _ in written if not head.is_for(person, turn)]
    meeting = await SqlMeetings(session).latest(turn.id)
    zone = await session.row(_ZONE, {"this_id": partner}) if partner else None
    day = await SqlShadowingDays(session).latest(turn.id)
    return TurnRead(
        turn=turn,
        side=side,
        partner=names.get(partner or 0),
        agreement=await agreements.in_force(turn.id),
        proposal=await agreements.open_of(turn.id),
        check_ins=tuple(await SqlCheckIns(session).history(turn.id, person)),
        texts=tuple((head, text) for head, text in released if _is_said(head)),
        answered=tuple(it for it in hidden if it.is_known_to(person, turn) and _is_said(it)),
        meeting=meeting,
        place=_place(meeting, released),
        partner_zone=zone.zone if zone else None,
        topics=tuple(head.about for head, _ in released if not _is_said(head)),
        shadowing=day,
        notes=tuple(await SqlShadowingNotes(session).of(day.id, person)) if day else (),
    )


def _is_said(head: TextHead) -> bool:
    """A topic is no text: its head alone tells what is difficult."""
    return head.kind is not TextKind.TOPIC


def _place(meeting: Meeting | None, released: Sequence[tuple[TextHead, str]]) -> str | None:
    about = str(meeting.id) if meeting else None
    found = (text for head, text in released if (head.kind, head.about) == (TextKind.PLACE, about))
    return next(found, None)
