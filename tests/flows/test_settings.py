"""Settings: each change takes effect at once, and what can't be chosen changes nothing."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.spelling import encode
from bot.screens import buttons
from bot.screens.speech import Speech
from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults, ShowHelp, ShowSettings
from learning.account.model import Enrolment, Organisation, Person
from learning.account.outcomes import Field, HelpShown, NoticeShown
from learning.lessons.asks import BeginCourse, NextLesson
from tests.flows.learner import Learner
from tests.flows.phone import Bubble, Phone
from tests.flows.test_codes import code
from tests.flows.told import told
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def stored(world: World, phone: Phone) -> tuple[Person, Enrolment]:
    async with world.app.database.unit() as unit:
        actor = await unit.people.actor(phone.id)
    assert actor.person is not None
    assert actor.enrolment is not None
    return actor.person, actor.enrolment


async def choose(phone: Phone, field: Field, value: str) -> Bubble:
    """From /settings through the field's own screen."""
    await phone.send("/settings")
    await phone.tap(ShowChoices, field=field)
    return await phone.tap(ChooseSetting, field=field, value=value)


async def begun(world: World) -> Learner:
    """At the first card of the first lesson, of which the next learning day reminds."""
    learner = Learner(world, await world.phone())
    await learner.enrol()
    return learner


async def test_the_defaults_can_be_changed_before_the_start(here: World) -> None:
    phone = await here.phone()
    await phone.start()
    await phone.tap(ShowDefaults)
    await phone.tap(ShowChoices)
    changed = await phone.tap(ChooseSetting, field=Field.HOUR, value="0730")
    assert "07:30" in changed.text
    assert changed.offers(BeginCourse)
    await phone.tap(BeginCourse)
    _, enrolment = await stored(here, phone)
    assert enrolment.lesson_time == time(7, 30)


async def test_the_lesson_follows_a_new_hour(town: World) -> None:
    learner = await begun(town)
    await choose(learner.phone, Field.HOUR, "1630")
    assert learner.phone.toast
    before = await learner.phone.last()
    await town.jump(athens(1, time(16, 29)))
    assert (await learner.phone.last()).id == before.id
    await town.jump(athens(1, time(16, 30)))
    assert (await learner.phone.last()).offers(NextLesson)


async def test_a_new_zone_moves_the_instant(town: World) -> None:
    learner = await begun(town)
    await choose(learner.phone, Field.ZONE, "Atlantic/Canary")
    before = await learner.phone.last()
    await town.jump(athens(1, time(9, 30)))
    assert (await learner.phone.last()).id == before.id
    await town.jump(athens(1, time(11, 30)))
    assert (await learner.phone.last()).id != before.id


async def test_a_day_taken_away_is_a_day_without_a_message(town: World) -> None:
    learner = await begun(town)
    screen = await choose(learner.phone, Field.WEEKDAYS, "1")
    assert screen.offers(ChooseSetting, field=Field.WEEKDAYS), "one goes on choosing"
    before = await learner.phone.last()
    await town.jump(athens(1, time(20)))
    assert (await learner.phone.last()).id == before.id
    await town.jump(athens(2, time(10)))
    assert (await learner.phone.last()).id != before.id


async def test_the_last_day_stays(here: World) -> None:
    learner = await begun(here)
    for day in "01234":
        await choose(learner.phone, Field.WEEKDAYS, day)
    _, enrolment = await stored(here, learner.phone)
    assert enrolment.weekdays == {4}


async def test_a_field_of_work_is_chosen_and_taken_back(here: World) -> None:
    learner = await begun(here)
    await choose(learner.phone, Field.SECTOR, "education")
    assert (await stored(here, learner.phone))[1].sector == "education"
    await choose(learner.phone, Field.SECTOR, "any")
    assert (await stored(here, learner.phone))[1].sector is None


@pytest.mark.parametrize("language", ["el", "es"])
async def test_a_new_language_is_spoken_from_the_next_message_on(
    here: World, language: str
) -> None:
    learner = await begun(here)
    await choose(learner.phone, Field.LANGUAGE, language)
    help_shown = await learner.phone.send("/help")
    assert help_shown.text == await told(here, learner.phone, HelpShown(frozenset()))
    menu = [button.label for row in buttons.menu(Speech(language)) for button in row]
    assert list(help_shown.labels) == menu
    order, lessons = here.app.core.curriculum.order, here.app.core.curriculum.lessons
    card = await learner.phone.send("/lesson")
    assert lessons[order[0]].title.for_reader(language) in card.text


async def test_the_notice_can_be_read_in_another_language_before_anything_is_begun(
    here: World,
) -> None:
    phone = await here.phone(language="en")
    await phone.start()
    spanish = await phone.tap(ChooseSetting, field=Field.LANGUAGE, value="es")
    assert await told(here, phone, NoticeShown()) in spanish.text
    assert spanish.offers(ShowDefaults)


async def test_an_organisation_bounds_hours_and_days(here: World) -> None:
    office = Organisation(
        0,
        "Office",
        "gr",
        "Europe/Athens",
        "el",
        weekdays=frozenset({0, 2}),
        opens=time(8),
        closes=time(14),
    )
    learner = Learner(here, await here.phone())
    await learner.enrol(await code(here, "office", office))
    phone = learner.phone
    await phone.send("/settings")
    hours = await phone.tap(ShowChoices, field=Field.HOUR)
    offered = [ask.value for ask in hours.asks if isinstance(ask, ChooseSetting)]
    assert (offered[0], offered[-1]) == ("0800", "1400")
    before = await stored(here, phone)
    for field, value in ((Field.HOUR, "1900"), (Field.WEEKDAYS, "1")):
        await phone.press_data(encode(ChooseSetting(field, value)), hours.id)
    assert await stored(here, phone) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.HOUR, "2561"),
        (Field.WEEKDAYS, "7"),
        (Field.SECTOR, "astronomy"),
        (Field.ZONE, "Europe/Atlantis"),
        (Field.ZONE, "etc/passwd"),
        (Field.LANGUAGE, "tlh"),
    ],
)
async def test_a_value_nobody_offered_changes_nothing(
    here: World, field: Field, value: str
) -> None:
    phone = await here.phone()
    shown = await phone.start()
    before = await stored(here, phone)
    answer = await phone.press_data(encode(ChooseSetting(field, value)), shown.id)
    assert phone.toast
    assert answer.offers(ChooseSetting, field=field)
    assert await stored(here, phone) == before


async def test_menu_buttons_lead_where_they_say(here: World) -> None:
    learner = await begun(here)
    help_shown = await learner.phone.send("/help")
    for ask in (ShowSettings, ShowHelp, NextLesson):
        assert help_shown.offers(ask)
        assert await learner.phone.tap(ask, of=help_shown)


def athens(days: int, hour: time) -> datetime:
    day = (MONDAY + timedelta(days=days)).date()
    return datetime.combine(day, hour, ZoneInfo("Europe/Athens")).astimezone(UTC)
