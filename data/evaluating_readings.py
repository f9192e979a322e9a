"""What looking back shows, read at the moment of speaking."""

from collections.abc import Sequence
from dataclasses import replace

from data.display_names import names_of
from data.mentoring_evaluations import SqlEvaluations
from data.mentoring_practices import SqlPractices
from data.mentoring_texts import SqlTurnTexts
from data.mentoring_turns import SqlTurns
from data.sealing import Sealer
from data.session import Engine
from learning.mentoring.evaluating.reading import LookBack, PracticeRead
from learning.mentoring.model import TextKind


async def read_look_back(engine: Engine, sealer: Sealer, id: int, person: int) -> LookBack | None:
    """None for who is not one of the two."""
    async with engine.reading() as session:
        turn = await SqlTurns(session).get(id)
        side = turn.side_of(person) if turn else None
        if turn is None or side is None:
            return None
        practices = SqlPractices(session, sealer)
        partner = turn.party(side.other).person_id
        texts = await SqlTurnTexts(session, sealer).read(id)
        said = (
            text
            for head, text in texts
            if head.kind is TextKind.LOOKING_BACK
            and head.author_id == partner
            and head.is_for(person, turn)
        )
        found = LookBack(
            turn=turn,
            side=side,
            partner=None,
            evaluation=await SqlEvaluations(session).of(id, person),
            card=await practices.card(id, person),
            practice=await practices.of(id, person),
            said=next(said, None),
        )
    return replace(found, partner=await _name(engine, sealer, partner))


async def read_practices(
    engine: Engine, sealer: Sealer, ids: Sequence[int]
) -> tuple[PracticeRead, ...]:
    """In the order of `ids`; those that were taken back meanwhile are left out."""
    async with engine.reading() as session:
        practices = SqlPractices(session, sealer)
        found = [PracticeRead(id, await practices.words(id)) for id in ids]
    return tuple(read for read in found if read.words)


async def _name(engine: Engine, sealer: Sealer, person: int | None) -> str | None:
    return (await names_of(engine, sealer, [person])).get(person) if person else None
