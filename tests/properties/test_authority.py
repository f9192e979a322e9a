"""Ten thousand forged, replayed and foreign asks across two organisations change nothing there.

Every ask there is takes part, with ids, codes and revisions that really exist as well as made-up
ones: a new ask whose fields nobody here can make up fails loudly.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from itertools import count
from random import Random
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from bot.actions.parts import NotSpelled
from bot.actions.spelling import decode, encode
from learning.account import asks as account
from learning.account.model import CodeKind, Role
from learning.announcements import asks as announcements
from learning.ask import Ask, Conflict, Refused, Right
from learning.audit import Deed, Entry
from learning.events import asks as events
from learning.events.model import Event, Field
from learning.organisations import asks
from learning.records.asks import EraseMe
from learning.table import USE_CASES
from learning.talk.asks import SayInWords
from tests.contract.memory.state import State
from tests.unit.town import EGALEO, Town

SEEDS = range(20)
EACH = 500  # asks a seed: ten thousand in all
OLGA, CLEO, ANNA = 1, 2, 3  # owner, coordinator and learner of Egaleo
INSIDER, MENTOR, TRAINER = 4, 5, 6  # of Egaleo, and try what a coordinator may
INSIDERS = (INSIDER, MENTOR, TRAINER)
BORIS, BELLA, PASSER, STRANGER = 11, 12, 21, 99  # coordinator and learner elsewhere; poster; nobody
OUTSIDERS = (BORIS, BELLA, PASSER, STRANGER)
FIRST_ID = 1_000_001  # so that an id is mistaken for no other number
EVERY_ASK = sorted(USE_CASES, key=lambda ask: f"{ask.__module__}.{ask.__qualname__}")
OF_COORDINATORS = [ask for ask in EVERY_ASK if ask.right in (Right.COORDINATOR, Right.OWNER)]


class Worlds:
    """Two organisations with all that can be there, and what an attacker may have got hold of."""

    def __init__(self) -> None:
        self.town = Town()
        self.town.state.ids = count(FIRST_ID)
        egaleo = self.town.organisation()
        leganes = self.town.organisation(replace(EGALEO, name="Leganés"))
        self.egaleo = egaleo.id
        for who, role, place in (
            (OLGA, Role.OWNER, egaleo),
            (CLEO, Role.COORDINATOR, egaleo),
            (ANNA, Role.LEARNER, egaleo),
            (INSIDER, Role.LEARNER, egaleo),
            (MENTOR, Role.MENTOR, egaleo),
            (TRAINER, Role.TRAINER, egaleo),
            (BORIS, Role.COORDINATOR, leganes),
            (BELLA, Role.LEARNER, leganes),
        ):
            self.town.begin(who)
            code = self.town.code(place, f"came-with-{who}", role=role, uses_left=1)
            self.town.arrive(who, code)
        self.town.arrive(PASSER, self.town.code(egaleo, "poster-of-egaleo", kind=CodeKind.OPEN))
        self.history: list[Ask[Any]] = []
        for who in (CLEO, BORIS):
            self._live(who)

    def _live(self, who: int) -> None:
        """What a coordinator does in a while; of Cleo's, every ask is remembered."""

        def do(ask: Ask[Any]) -> Any:
            outcome = self.town.ask(ask, who)
            assert not isinstance(outcome, Refused), ask
            if who == CLEO:
                self.history.append(ask)
            return outcome

        sheet = do(asks.Invite()).sheet
        self.town.ask(SayInWords(f"Department of {who}"), who)
        do(asks.MakeSheet(sheet, do(asks.ChooseNumber(sheet, 3)).revision, 30))
        sheet = do(asks.Invite()).sheet
        do(asks.MakeSheet(sheet, do(asks.ChooseRole(sheet, Role.TRAINER)).revision, 30))
        do(asks.RevokeSheet(sheet))
        sheet = do(asks.Invite()).sheet
        do(asks.MakeSheet(sheet, do(asks.ChooseChannel(sheet, "poster")).revision, 30))
        read = do(asks.ReadRoster(f"code\nroster-of-{who}-1\nroster-of-{who}-2".encode()))
        do(asks.ConfirmRoster(read.sheet, read.revision))
        of_learner = f"came-with-{ANNA if who == CLEO else BELLA}"
        for kind in (asks.GiveRole, asks.WithdrawRole, asks.GiveRole):
            shown = do(asks.LookUpCode(of_learner))
            do(kind(shown.code, shown.standing, Role.MENTOR))
        read = do(asks.ReadRoster(f"code\ndropped-by-{who}".encode()))
        do(asks.DropRoster(read.sheet))
        do(asks.Invite())
        said = do(announcements.BeginAnnouncement())
        do(announcements.AnswerDraft(said.announcement, f"Announcement of {who}"))
        do(announcements.OfferSending(said.announcement))
        event = do(events.BeginEvent()).event
        for field, text in ((Field.TITLE, f"Event of {who}"), (Field.START, "24.12.2027 9:00")):
            do(events.AskField(event, field, "en"))
            do(events.AnswerField(event, text))
        do(events.OpenEvent(event))

    def secrets_of_egaleo(self) -> frozenset[str]:
        """Its departments and its codes that are nobody's yet. Its name stands on its posters."""
        codes = (c for c in self.town.state.codes.values() if c.organisation.id == self.egaleo)
        unused = (c.code for c in codes if c.kind is CodeKind.STAFF and c.uses_left)
        return frozenset({f"Department of {CLEO}", *unused})

    def codes_known_to(self, who: int) -> list[str]:
        """Not the unused codes of Egaleo: they are secrets, and who has one may use it."""
        return [
            code.code
            for code in self.town.state.codes.values()
            if code.organisation.id != self.egaleo
            or code.uses_left == 0
            or code.revoked
            or code.kind is CodeKind.OPEN
        ]


def words_of(outcome: Any) -> set[Any]:
    """Every text in an outcome, and every id with the field that holds it."""
    if not is_dataclass(outcome) or isinstance(outcome, type):
        return {outcome} if isinstance(outcome, str) else set()
    found: set[Any] = set()
    for field in fields(outcome):
        value = getattr(outcome, field.name)
        for each in value if isinstance(value, tuple | frozenset) else (value,):
            found |= words_of(each)
    return found


def about(state: State, organisation: int, people: set[int], me: int | None) -> dict[str, Any]:
    """All that is remembered of the organisation and of these people, without what is `me`'s."""
    kept: dict[str, Any] = {}
    for name, rows in vars(state).items():
        if isinstance(rows, dict):
            of_it = {
                key: unwrapped(value)
                for key, value in rows.items()
                if concerns(key, value, organisation, people) and not is_of(key, value, me)
            }
            kept[name] = of_it
    return kept


def unwrapped(value: Any) -> Any:
    """How many came by a poster, or have a seat, changes whenever somebody comes or registers."""
    if isinstance(value, Event):
        return replace(value, taken=0, revision=0)
    if getattr(value, "kind", None) is CodeKind.OPEN and hasattr(value, "uses_left"):
        return replace(value, used=0)
    return value


def concerns(key: Any, value: Any, organisation: int, people: set[int]) -> bool:
    place = getattr(value, "organisation_id", getattr(getattr(value, "organisation", 0), "id", 0))
    if place == organisation:
        return True
    return person_of(key, value) in people


def person_of(key: Any, value: Any) -> Any:
    if isinstance(value, Entry):
        return value.by
    first = key[0] if isinstance(key, tuple) else None
    of_push = getattr(getattr(value, "new", None), "person_id", first)
    return getattr(value, "person_id", of_push)


def is_of(key: Any, value: Any, me: int | None) -> bool:
    return me is not None and person_of(key, value) == me


Make = Callable[[Random], Any]


def forged(kind: Any, random: Random, pools: dict[type, Make]) -> Any:
    """A value for a field of this type."""
    if get_origin(kind) in (Union, UnionType):
        return forged(random.choice(get_args(kind)), random, pools)
    if kind is NoneType:
        return None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return random.choice(list(kind))
    if get_origin(kind) in (tuple, frozenset):
        return get_origin(kind)()
    if get_origin(kind) is Mapping:
        return {}
    if get_origin(kind) is Ask:
        return account.ShowHelp()
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{f.name: forged(hints[f.name], random, pools) for f in fields(kind)})
    return pools[kind](random)


def forged_asks(worlds: Worlds, who: int, random: Random) -> Iterator[Ask[Any]]:
    known, state = worlds.codes_known_to(who), worlds.town.state
    ids = [*state.sheets, *state.persons, *(code.id for code in state.codes.values())]
    ids += [*state.sheets, *state.announcements, *state.events] * 3
    pools: dict[type, Make] = {
        int: lambda r: r.choice((r.choice(ids), r.choice(ids), r.randrange(8), r.randrange(2**31))),
        str: lambda r: r.choice((*known, "mv_forged", "Registry", "12", "09:30", "x", "")),
        bytes: lambda r: f"department,code\nCare,forged-{r.randrange(10**9)}\n".encode(),
        bool: lambda r: r.random() < 0.5,
        date: lambda r: date(2026, 11, 23),
        time: lambda r: time(r.randrange(24), 30),
    }
    while True:
        match random.randrange(5):
            case 0:
                ask = random.choice(worlds.history)
            case 1:
                ask = forged(random.choice(EVERY_ASK), random, pools)
            case _:
                ask = forged(random.choice(OF_COORDINATORS), random, pools)
        yield as_pressed(ask)


def as_pressed(ask: Ask[Any]) -> Ask[Any]:
    """What a button can carry goes through a button."""
    try:
        return decode(encode(ask))
    except NotSpelled:
        return ask


def people_of(worlds: Worlds, *telegram_ids: int) -> set[int]:
    persons = worlds.town.state.persons.values()
    return {person.id for person in persons if person.telegram_id in telegram_ids}


def places_of(state: State, person: int | None) -> set[tuple[int, Role]]:
    members = state.memberships.values()
    return {(m.organisation.id, m.role) for m in members if m.person_id == person}


def try_everything(worlds: Worlds, who: int, random: Random, number: int) -> None:
    """Nothing of Egaleo, and of nobody else there, changes."""
    people = people_of(worlds, OLGA, CLEO, ANNA, *INSIDERS) - people_of(worlds, who)
    me = next(iter(people_of(worlds, who)), None)
    before = about(worlds.town.state, worlds.egaleo, people, me)
    attempts = forged_asks(worlds, who, random)
    begun = worlds.town.state
    secrets = frozenset() if who in INSIDERS else worlds.secrets_of_egaleo()
    for ask, _ in zip(attempts, range(number), strict=False):
        try:
            outcome = worlds.town.ask(ask, who)
        except Conflict:  # a revision that no talk has: nothing was done
            continue
        assert not secrets & words_of(outcome), f"{ask} showed {outcome}"
        after = about(worlds.town.state, worlds.egaleo, people, me)
        assert after == before, ask
        if places_of(worlds.town.state, me) != places_of(begun, me):
            # Who has left, or erased themselves, would be refused whatever they ask.
            worlds.town.database.transactions.state = begun


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_from_outside_changes_anything_of_an_organisation(seed: int) -> None:
    worlds, random = Worlds(), Random(seed)
    for who in OUTSIDERS:
        try_everything(worlds, who, random, EACH // (len(OUTSIDERS) + 1))


@pytest.mark.parametrize("who", INSIDERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_member_who_coordinates_nothing_changes_only_what_is_their_own(
    seed: int, who: int
) -> None:
    try_everything(Worlds(), who, Random(seed), EACH // (len(OUTSIDERS) + 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_coordinators_old_buttons_do_nothing_twice(seed: int) -> None:
    worlds, random = Worlds(), Random(seed)
    before = in_force(worlds.town.state)
    for _ in range(EACH // 5):
        worlds.town.ask(as_pressed(random.choice(worlds.history)), CLEO)
        assert in_force(worlds.town.state) == before


def in_force(state: State) -> dict[str, Any]:
    """Members with their roles, made sheets, the codes that open something, and what was done, but
    for what is typed into an event: typed once more, it is changed once more."""
    made = {sheet.id for sheet in state.sheets.values() if sheet.made_at is not None}
    codes = [code for code in state.codes.values() if code.sheet is None or code.sheet in made]
    return {
        "memberships": dict(state.memberships),
        "sheets": {id: state.sheets[id] for id in made},
        "codes": {code.code: code for code in codes},
        "audit": {
            id: done for id, done in state.audit.items() if done.deed is not Deed.CHANGED_EVENT
        },
    }


def test_ten_thousand_are_tried() -> None:
    assert len(SEEDS) * (len(OUTSIDERS) + 2) * (EACH // 5) >= 10_000


def test_the_watch_sees_what_is_shown_to_the_right_people() -> None:
    worlds = Worlds()
    asked = worlds.town.ask(asks.Invite(), CLEO)
    assert worlds.secrets_of_egaleo() & words_of(asked)


def test_the_watch_sees_what_the_right_people_do() -> None:
    """The property would be worth nothing if `about` were blind."""
    worlds = Worlds()
    people = people_of(worlds, OLGA, CLEO, ANNA)
    for ask, who in (
        (asks.Invite(), CLEO),
        (account.Leave(worlds.town.enrolment(ANNA).standing), ANNA),
        (EraseMe(0), OLGA),
    ):
        before = about(worlds.town.state, worlds.egaleo, people, None)
        worlds.town.ask(ask, who)
        changed = about(worlds.town.state, worlds.egaleo, people, None) != before
        assert changed or isinstance(ask, EraseMe)
