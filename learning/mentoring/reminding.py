"""What a push about mentoring says, decided at the moment of sending."""

from datetime import date, datetime

from learning.account.model import Actor, Role
from learning.account.ports import People
from learning.course.curriculum import Curriculum
from learning.mentoring import clock_asks
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import AgreementState
from learning.mentoring.checking_in import begin, waiting_of
from learning.mentoring.meeting.ports import MeetingAnswers
from learning.mentoring.model import Side, Turn, is_silent
from learning.mentoring.ports import Agreements, CheckIns, Turns, TurnTexts
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def prepare_begun(
    ask: clock_asks.PrepareTurnBegun, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.TurnBegun | NotWanted:
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    if found is None or not found[0].running:
        return NOTHING
    turn, person = found
    return o.TurnBegun(turn.id, turn.side_of(person) or Side.MENTEE)


async def prepare_agreement(
    ask: clock_asks.PrepareAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    agreements: Agreements,
) -> o.AgreementProposed | o.AgreementMade | NotWanted:
    """Only what still is as it was when it was said."""
    id, _, revision = ask.occasion.partition(".")
    agreement = await agreements.get(int(id))
    if agreement is None or agreement.revision != int(revision):
        return NOTHING
    found = await _own(ask.telegram_id, str(agreement.turn_id), turns, people)
    if found is None or not found[0].running:
        return NOTHING
    where = (agreement.turn_id, found[1], agreement.id)
    if agreement.state is AgreementState.AGREED:
        return o.AgreementMade(*where)
    return o.AgreementProposed(*where)


async def prepare_phase(
    ask: clock_asks.PreparePhase, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.PhaseTold | NotWanted:
    """Only where the two still are."""
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    if found is None or not found[0].running:
        return NOTHING
    turn, person = found
    *_, came_to = ask.occasion.split(".", 2)
    # An occasion of before names no place but ends with the revision.
    still = came_to.isdigit() or came_to == (turn.phase or turn.step)
    return o.PhaseTold(turn.id, person) if still else NOTHING


async def prepare_silence_offer(
    ask: clock_asks.PrepareSilenceOffer,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
) -> o.SilenceAsked | NotWanted:
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    if found is None or not _still_silent(found[0], ask.occasion):
        return NOTHING
    return o.SilenceAsked(found[0].id, found[1])


async def prepare_pair_silent(
    ask: clock_asks.PreparePairSilent, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.PairSilent | NotWanted:
    """Also judged again: a pair that has spoken since is not reported."""
    turn = await turns.get(int(ask.occasion.partition(".")[0]))
    reader = await people.actor(ask.telegram_id)
    if turn is None or reader.person is None or turn.side_of(reader.person.id) is not None:
        return NOTHING
    here = {turn.party(side).organisation_id for side in Side}
    looks_after = any(
        member.organisation.id in here and member.role in (Role.COORDINATOR, Role.OWNER)
        for member in reader.memberships
    )
    still = looks_after and _still_silent(turn, ask.occasion)
    return o.PairSilent(turn.id) if still else NOTHING


async def prepare_over(
    ask: clock_asks.PrepareTurnOver, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.TurnOver | NotWanted:
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    return NOTHING if found is None or found[0].running else o.TurnOver(found[0].id, found[1])


def _still_silent(turn: Turn, occasion: str) -> bool:
    """Whether the silence that began then still lasts."""
    since = date.fromisoformat(occasion.partition(".")[2])
    waits = [turn.party(side).waits_since for side in Side]
    return turn.running and any(wait is not None and wait <= since for wait in waits)


async def _own(
    telegram_id: int, occasion: str, turns: Turns, people: People
) -> tuple[Turn, int] | None:
    """The turn and the reader's id; None for who is not in it any more."""
    turn = await turns.get(int(occasion.partition(".")[0]))
    reader = (await people.actor(telegram_id)).person
    return (turn, reader.id) if turn and reader and turn.side_of(reader.id) else None


async def prepare_check_ins(
    ask: clock_asks.PrepareCheckIns,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    check_ins: CheckIns,
    meeting_answers: MeetingAnswers,
    curriculum: Curriculum,
) -> o.CheckInShown | o.CheckInsWaiting | NotWanted:
    """All that are due, in one message: who mentors several people is written to once."""
    reader = (await people.actor(ask.telegram_id)).person
    if reader is None:
        return NOTHING
    waiting = waiting_of(await turns.of_person(reader.id), reader.id, curriculum)
    if len(waiting) > 1:
        return o.CheckInsWaiting(reader.id)
    check_in = await begin(waiting[0], check_ins, meeting_answers) if waiting else None
    return o.CheckInShown(check_in.turn_id, reader.id, check_in.id) if check_in else NOTHING


async def prepare_waiting(
    ask: clock_asks.PrepareWaiting, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.WaitingReminded | NotWanted:
    reader = (await people.actor(ask.telegram_id)).person
    every = await turns.of_person(reader.id) if reader else ()
    if reader is None or not any(is_silent(turn, reader.id) for turn in every):
        return NOTHING
    return o.WaitingReminded(reader.id)


async def prepare_talk(
    ask: clock_asks.PrepareTalk, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.TalkInvited | NotWanted:
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    return o.TalkInvited(found[0].id, found[1]) if found and found[0].running else NOTHING


async def prepare_texts_going(
    ask: clock_asks.PrepareTextsGoing,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    turn_texts: TurnTexts,
) -> o.TextsGoing | NotWanted:
    """Not who has destroyed them meanwhile."""
    found = await _own(ask.telegram_id, ask.occasion, turns, people)
    if found is None or found[0].running:
        return NOTHING
    turn, person = found
    own = any(head.author_id == person for head in await turn_texts.heads(turn.id))
    return o.TextsGoing(turn.id, person) if own else NOTHING
