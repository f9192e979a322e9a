"""Whatever people choose and however time goes: a push comes within the window, once a day."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions.spelling import encode
from learning.account.asks import ChooseSetting, Pause, Resume
from learning.account.model import EVERY_DAY, Organisation, PauseScope, Person
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.rhythm.window import GRACE
from tests.properties import raws
from tests.properties.effort import examples, patient
from tests.properties.learning_on import learn
from tests.properties.stage import Stage

ZONES = ("Europe/Athens", "Europe/Madrid", "Atlantic/Canary", "America/New_York", "Asia/Tokyo")
HOURS = ("0700", "0900", "1330", "1900", "2100", "0230")

waits = st.one_of(
    st.timedeltas(timedelta(minutes=1), timedelta(hours=6)),
    st.timedeltas(timedelta(hours=6), timedelta(days=12)),
)
wishes: st.SearchStrategy[Ask[Any]] = st.one_of(
    st.builds(ChooseSetting, st.just(Field.HOUR), st.sampled_from(HOURS)),
    st.builds(ChooseSetting, st.just(Field.WEEKDAYS), st.sampled_from("0123456")),
    st.builds(ChooseSetting, st.just(Field.ZONE), st.sampled_from(ZONES)),
    st.builds(Pause, st.sampled_from(PauseScope), st.sampled_from([None, 1, 7])),
    st.just(Resume()),
)
LEARN = "learn"
moves = st.one_of(waits, waits, wishes, st.just(LEARN))


class Watch:
    """What the ledger says was sent, held against the calendar on the wall."""

    def __init__(self, stage: Stage, person: Person, town: Organisation | None) -> None:
        self._stage = stage
        self._person = person
        self._town = town
        self._seen: set[int] = set()
        self._zone, self._days = person.zone, set[date]()

    def look(self) -> None:
        """Right after each jump, while the settings are those of the sending."""
        rows = self._stage.of(self._person)
        [person], [enrolment] = rows["persons"], rows["enrolments"]
        if person.zone != self._zone:
            # Somebody who travels may live the same date twice.
            self._zone, self._days = person.zone, set()
        for push in rows["pushes"]:
            if push.state == "sent" and push.id not in self._seen:
                self._seen.add(push.id)
                local = push.settled_at.astimezone(ZoneInfo(person.zone))
                assert self._is_allowed(local, enrolment), f"sent at {local}"
                assert local.date() not in self._days, f"two pushes on {local.date()}"
                self._days.add(local.date())

    def _is_allowed(self, local: datetime, enrolment: Any) -> bool:
        day, town = local.date(), self._town
        opens, closes = (town.opens, town.closes) if town else (time(7), time(21))
        allowed = town.weekdays if town else EVERY_DAY
        weekdays = enrolment.weekdays & allowed or allowed
        is_holiday = town is not None and day in holidays.country_holidays(town.country.upper())
        paused = any(
            pause["since"] <= day.isoformat() and day.isoformat() < (pause["until"] or "9999")
            for pause in enrolment.pauses
        )
        return (
            _on(local, opens) <= local <= _on(local, closes) + GRACE
            and day.weekday() in weekdays
            and not is_holiday
            and not paused
        )


def _on(local: datetime, at: time) -> datetime:
    return datetime.combine(local, at, local.tzinfo)


@pytest.fixture(scope="module")
def town(stage: Stage) -> Organisation:
    town = Organisation(
        *(0, "Piraeus", "gr", "Europe/Athens", "el"), opens=time(8), closes=time(15, 30)
    )
    return stage.do(stage.database.organisations.add(town))


@patient
@given(
    belongs=st.booleans(),
    zone=st.sampled_from(ZONES),
    moves=st.lists(moves, min_size=4, max_size=14),
)
@settings(max_examples=examples(20))
def test_a_push_comes_within_the_window_and_at_most_once_a_day(
    stage: Stage, town: Organisation, belongs: bool, zone: str, moves: list[Any]
) -> None:
    stage.silence_everybody()
    person = stage.meet(town if belongs else None, zone)
    watch = Watch(stage, person, town if belongs else None)
    assert not stage.feed(raws.press(person.telegram_id, encode(Resume())))
    learn(stage, person)
    for move in moves:
        if isinstance(move, timedelta):
            stage.forget_pace()
            assert not stage.jump(stage.do(stage.world.now()) + move)
            watch.look()
        elif move == LEARN:
            learn(stage, person)
        else:
            assert not stage.feed(raws.press(person.telegram_id, encode(move)))
    assert not stage.unanswered()
