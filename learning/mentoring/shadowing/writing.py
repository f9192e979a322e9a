"""What was seen that day is written down: first who will see it, then the words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Choice
from learning.mentoring.own import TURN_GONE, tell_phase
from learning.mentoring.ports import Turns, TurnTexts
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import DEBRIEF, LONGEST_NOTE, Plan
from learning.mentoring.shadowing.note import (
    WEEKS,
    Note,
    answered,
    may_write,
    question_of,
    questions,
)
from learning.mentoring.shadowing.own import OwnDay, own_day, working_hours
from learning.mentoring.shadowing.planned import reminder_to_try
from learning.mentoring.shadowing.ports import ShadowingDays, ShadowingNotes
from learning.mentoring.turning import heard, moved_on
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses


@dataclass(frozen=True, slots=True)
class Begun:
    """The actor's own note; `plan` is that of the day."""

    found: OwnDay
    plan: Plan
    note: Note

    @property
    def shown(self) -> o.NoteShown:
        return o.NoteShown(self.found.own.turn.id, self.note.person_id, self.note.id)

    @property
    def asked(self) -> tuple[Choice, ...]:
        found = self.found
        return questions(self.note.part, found.own.side, self.plan, found.shadowing)

    @property
    def question(self) -> Choice | None:
        found = self.found
        return question_of(self.note, found.own.side, self.plan, found.shadowing)


async def begin(
    found: OwnDay, part: str, now: datetime, shadowing_notes: ShadowingNotes
) -> Note | None:
    """The one of that part, begun before or now; None where there is nothing to write yet."""
    person = found.own.person
    written = await shadowing_notes.of(found.day.id, person)
    note = next((each for each in written if each.part == part), None)
    if note is None and may_write(found.day, part, found.own.side, now):
        note = await shadowing_notes.add(Note(0, found.day.id, found.own.turn.id, person, part))
    return note


async def open_note(
    ask: asks.OpenNote,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    curriculum: Curriculum,
) -> asks.Writing:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    note = await begin(found, ask.part, now, shadowing_notes)
    return o.NoteShown(found.own.turn.id, found.own.person, note.id) if note else found.shown


async def choose_reader(
    ask: asks.ChooseNoteReader,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Writing:
    """Before anything is written; until then it may be chosen anew."""
    begun = await _begun(actor, ask.note, turns, shadowing_days, shadowing_notes, curriculum)
    if begun is None:
        return TURN_GONE
    if begun.note.revision == ask.revision and begun.question:
        await shadowing_notes.put(begun.note.changed(seen=ask.seen))
        await focuses.put(begun.note.person_id, Focus(Prompt.DAY_NOTE, begun.note.id))
    return begun.shown


async def type_note(
    ask: asks.TypeNote,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Writing:
    begun = await _begun(actor, ask.note, turns, shadowing_days, shadowing_notes, curriculum)
    if begun is None:
        return TURN_GONE
    text, question = ask.text.strip(), begun.question
    head = begun.note.head(question, now) if question else None
    if head is None or not 0 < len(text) <= LONGEST_NOTE:
        return begun.shown
    await turn_texts.write(head, text)
    note = answered(begun.note, begun.asked, written=True, now=now)
    await _put(begun, note, actor, now, turns, shadowing_notes, focuses, pushes)
    return begun.shown


async def skip_text(
    ask: asks.SkipNoteText,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Writing:
    begun = await _begun(actor, ask.note, turns, shadowing_days, shadowing_notes, curriculum)
    if begun is None:
        return TURN_GONE
    if begun.note.revision == ask.revision and begun.question:
        note = answered(begun.note, begun.asked, written=False, now=now)
        await _put(begun, note, actor, now, turns, shadowing_notes, focuses, pushes)
    return begun.shown


async def say_by_when(
    ask: asks.SayByWhen,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    focuses: Focuses,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Writing:
    begun = await _begun(actor, ask.note, turns, shadowing_days, shadowing_notes, curriculum)
    if begun is None:
        return TURN_GONE
    open_still = begun.note.tries and begun.note.done_at is None
    if begun.note.revision == ask.revision and open_still and ask.weeks in (0, *WEEKS):
        today = local_day(learner(actor)[0], now)
        until = today + timedelta(weeks=ask.weeks) if ask.weeks else None
        note = begun.note.changed(by_when=until, done_at=now)
        if until is not None:
            await pushes.add([reminder_to_try(note, until, working_hours(actor))])
        await _put(begun, note, actor, now, turns, shadowing_notes, focuses, pushes)
    return begun.shown


async def note_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    curriculum: Curriculum,
) -> Readiness | None:
    begun = await _begun(actor, id, turns, shadowing_days, shadowing_notes, curriculum)
    if begun is None or begun.question is None or begun.note.seen is None:
        return None
    return Readiness(begun.note.revision, 0 < len(text.strip()) <= LONGEST_NOTE)


async def _put(
    begun: Begun,
    note: Note,
    actor: Actor,
    now: datetime,
    turns: Turns,
    shadowing_notes: ShadowingNotes,
    focuses: Focuses,
    pushes: Pushes,
) -> None:
    """A text opens the next question; when all are behind, nothing waits for a text any more. The
    first debrief brings a pair on its way."""
    await shadowing_notes.put(note)
    if note.answered >= len(begun.asked):
        await focuses.clear(note.person_id, Focus(Prompt.DAY_NOTE, note.id))
    own = begun.found.own
    today = local_day(learner(actor)[0], now)
    turn = heard(own.turn, own.side, today)
    if note.part == DEBRIEF and note.done_at is not None and _goes_on(begun):
        turn = moved_on(turn, own.cycle, today)
        await tell_phase(own, turn.changed(), now, pushes)
    await turns.put(turn.changed())


def _goes_on(begun: Begun) -> bool:
    """Whether the circle has the pair in a phase that such a day ends."""
    turn, shadowing = begun.found.own.turn, begun.found.shadowing
    if turn.phase is None or turn.phase not in shadowing.phases:
        return False
    return begun.found.own.cycle.after(turn.phase) == shadowing.then


async def _begun(
    actor: Actor,
    id: int,
    turns: Turns,
    shadowing_days: ShadowingDays,
    shadowing_notes: ShadowingNotes,
    curriculum: Curriculum,
) -> Begun | None:
    """One of the actor's own, in a running turn."""
    note = await shadowing_notes.get(id)
    if note is None or note.person_id != learner(actor)[0].id:
        return None
    found = await own_day(actor, note.day_id, shadowing_days, turns, curriculum)
    plan = found.day.agreed if found else None
    return Begun(found, plan, note) if found and plan and not found.day.is_off else None
