"""The needs analysis, from the notice to lessons in one's own order."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from learning.account.asks import ShowDefaults
from learning.account.model import CodeKind, Enrolment, EnrolmentCode, Organisation, Role
from learning.lessons.asks import BeginCourse
from learning.needs.answers import CONFIRMED, Answer, Wave
from learning.needs.asks import (
    BeginNeeds,
    ChangeFact,
    CloseRound,
    DropAnswers,
    GoBack,
    KeepForMyself,
    LaunchRound,
    OfferClosing,
    PickAnswer,
    PlanRound,
    PutFirst,
    RemindRound,
    ReviseAnswer,
    SendAnswers,
    SettleAnswer,
    ShowNeeds,
    ShowPath,
    ShowRound,
    TakeMyPath,
    TakeStandardPath,
)
from learning.needs.model import Mode
from learning.needs.questionnaire import Fact
from tests.contract.people import ATHENS
from tests.flows.phone import Bubble, Phone
from tests.flows.respondent import Respondent
from tests.flows.world import MONDAY, World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

DAY = timedelta(days=1)
ABILITIES = (
    *("cultures", "self", "interacting", "adapting", "organising"),
    *("talking", "asking", "trust", "commitment"),
)
UNSURE_IN_TALKING: dict[str, Answer] = {
    "known": CONFIRMED,
    "years": ("y6",),
    "contacts": ("c21",),
    "channels": ("desk", "phone"),
    **dict.fromkeys(ABILITIES, ("4",)),
    "talking": ("2",),
    "trust": ("2",),
    "desk.language.often": ("4",),
    "desk.language.hard": ("4",),
    "desk.families.often": ("1",),
    "wish": ("language",),
}


def database_files(town: World) -> list[Path]:
    """The bot's own, its log beside it; the simulator's keep what a phone shows."""
    every = Path(town.settings.var).glob("*sqlite3*")
    return [file for file in every if "simulator" not in file.name]


async def learner_of(town: World, code: str = "", language: str = "en") -> Phone:
    phone = await town.phone(language=language)
    await phone.start(code)
    await phone.tap(ShowDefaults)
    await phone.tap(BeginCourse)
    return phone


async def enrolment_of(town: World, phone: Phone) -> Enrolment:
    async with town.app.database.unit() as unit:
        enrolment = (await unit.people.actor(phone.id)).enrolment
    assert enrolment is not None
    return enrolment


async def code_for(
    town: World, place: Organisation, text: str, role: Role = Role.LEARNER, uses: int | None = None
) -> str:
    await town.app.database.organisations.add_code(
        EnrolmentCode(text, place, "Desk", role, None, uses, None, False, CodeKind.STAFF)
    )
    return text


@pytest.mark.parametrize("language", ["el", "es"])
async def test_a_visitor_answers_and_gets_lessons_in_their_own_order(
    town: World, language: str
) -> None:
    phone = await learner_of(town, language=language)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    first = await maria.begin()
    assert "1" in first.text
    assert "24" in first.text
    review = await maria.answer_all()
    assert review.offers(SendAnswers)
    lines = review.text.splitlines()
    assert len({line.partition(". ")[2] for line in lines if line[:1].isdigit()}) > 15
    for competence in town.app.core.curriculum.course.competences.values():
        assert competence.for_reader(language)[:40] in review.text
    sent = await maria.send()
    assert sent.has_photo
    assert "2" in sent.text
    course = town.app.core.curriculum.course
    titles = {unit.id: unit.title.for_reader(language) for unit in course.subunits()}
    assert titles["interpreters"] in sent.text
    path = await phone.tap(ShowPath)
    order = (await enrolment_of(town, phone)).path
    assert len(order) == 18
    assert order[0] in ("interpreters", "plain-language")
    shown = [path.text.index(titles[unit]) for unit in order]
    assert shown == sorted(shown)
    lesson = await phone.send("/lesson")  # the one that was open before stays open
    assert lesson.text
    assert await maria.draft() is None


async def test_lessons_come_in_the_order_of_the_path(town: World) -> None:
    phone = await town.phone()
    await phone.start()
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    await maria.answer_all()
    await maria.send()
    await phone.send("/lesson")
    await phone.tap(ShowDefaults)
    await phone.tap(BeginCourse)
    curriculum = town.app.core.curriculum
    unit = (await enrolment_of(town, phone)).path[0]
    [first] = [each for each in curriculum.course.subunits() if each.id == unit]
    card = curriculum.lessons[first.lessons[0]].cards[0]
    assert card.text.for_reader("en")[:20] in (await phone.last()).text


async def test_reasons_are_told_in_words(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    await maria.answer_all()
    sent = await maria.send()
    assert (
        "because you meet people who need an interpreter or very plain words every week and said "
        "2 of 5 for “Intercultural communication”" in sent.text
    )


async def test_the_path_can_be_reordered_and_left(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    await maria.answer_all()
    await maria.send()
    own = (await enrolment_of(town, phone)).path
    path = await phone.tap(ShowPath)
    await phone.tap(PutFirst, unit=own[4])
    assert (await enrolment_of(town, phone)).path == (own[4], *own[:4], *own[5:])
    again = await phone.tap(PutFirst, of=path, unit=own[3])  # an old button shows what is the case
    assert (await enrolment_of(town, phone)).path[0] == own[4]
    standard = await phone.tap(TakeStandardPath, of=again)
    assert (await enrolment_of(town, phone)).path == ()
    assert "because" not in standard.text, "the standard path is not ordered by answers"
    mine = await phone.tap(TakeMyPath)
    assert (await enrolment_of(town, phone)).path == own
    assert "because" in mine.text
    assert not mine.offers(TakeMyPath), "it stands so already"


async def test_typed_answers_in_any_language_and_near_spellings(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone)
    await maria.begin()
    typed = {
        "known": "ναι",
        "years": "7",
        "education": "a universty degree",
        "training": "Λίγες ώρες",
        "contacts": "about 30",
        "channels": "at the desk, 2",
        "tasks": "1 and 3",
        "bridge": "an app or a website",
        "cultures": "4",
        "self": "poca seguridad",
        "interacting": "skip",
    }
    for text in typed.values():
        await phone.send(text)
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers == {
        "known": CONFIRMED,
        "years": ("y6",),
        "education": ("degree",),
        "training": ("hours",),
        "contacts": ("c21",),
        "channels": ("desk", "phone"),
        "tasks": ("inform", "decide"),
        "bridge": ("app",),
        "cultures": ("4",),
        "self": ("2",),
        "interacting": (),
    }
    assert draft.at == "adapting"
    for turn in range(1, 6):  # something else is offered in between, and the question stays open
        odd = await phone.send("purple elephants")
        assert ("I did not quite get that" in odd.text) == (turn != 3)
        assert ("12 of 24" in odd.text) == (turn != 3)
    await phone.send("back")
    draft = await maria.draft()
    assert draft is not None
    assert draft.at == "interacting"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "seven years"), ("el", "επτά χρόνια"), ("es", "siete años")]
)
async def test_a_number_is_told_in_words_and_a_slip_is_asked_again(
    town: World, language: str, said: str
) -> None:
    maria = Respondent(town, await learner_of(town, language=language), {"known": CONFIRMED})
    await maria.begin()
    await maria.answer_one()
    assert "70" in (await maria.phone.send("200")).text
    await maria.phone.send(said)
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers["years"] == ("y6",)


async def test_who_never_answered_is_led_from_the_standard_path_to_the_questions(
    town: World,
) -> None:
    path = await (await learner_of(town)).send("/path")
    assert path.offers(ShowNeeds)
    assert not path.offers(BeginNeeds)


async def test_a_short_text_becomes_categories_and_is_not_kept(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    for _ in range(60):
        draft = await maria.draft()
        assert draft is not None
        if draft.at == "wish":
            break
        await maria.answer_one()
    secret = "Zanzibar colleagues and the law"
    shown = await phone.send(secret)
    assert "✓ Rights and procedures" in shown.labels
    assert "✓ Working together" in shown.labels
    await phone.tap(PickAnswer, choice="rights")
    await phone.tap(SettleAnswer)
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers["wish"] == ("team",)
    await town.app.answered.flush()
    await town.app.database.engine.empty_log()  # as every minute
    assert not [file.name for file in database_files(town) if b"Zanzibar" in file.read_bytes()]


async def test_one_goes_on_weeks_later_at_the_same_question_after_a_restart(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    for _ in range(6):
        await maria.answer_one()
    before = await maria.draft()
    await town.restart()
    await town.jump(await town.now() + 25 * DAY)
    await phone.send("/lesson")
    shown = await phone.send("/needs")
    assert "7 of 24" in shown.text
    assert await maria.draft() == before
    await phone.tap(PickAnswer)


async def test_what_was_asked_before_can_be_changed(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    for _ in range(3):
        await maria.answer_one()
    await phone.tap(GoBack)
    await phone.tap(GoBack)
    await phone.tap(PickAnswer, choice="y21")
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers["years"] == ("y21",)
    assert draft.at == "training"
    await maria.answer_all()
    await phone.tap(ReviseAnswer, number=5)
    await phone.tap(PickAnswer, choice="c0")
    review = await phone.last()
    assert review.offers(SendAnswers)
    await maria.send()
    async with town.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        [sent] = await unit.sent_answers.of(person.id)
    assert sent.answers["contacts"] == ("c0",)
    assert "channels" not in sent.answers


async def test_what_is_known_is_shown_and_changed_in_place(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone)
    shown = await maria.begin()
    assert "9:" in shown.text or "09:" in shown.text
    await phone.tap(ChangeFact, fact=Fact.SECTOR)
    shown = await phone.tap(PickAnswer, choice="education")
    assert "Education" in shown.text
    assert (await enrolment_of(town, phone)).sector == "education"
    await phone.tap(ChangeFact, fact=Fact.LANGUAGE)
    await phone.send("back")
    assert (await phone.send("4")).offers(PickAnswer, choice="el")
    shown = await phone.send("ελληνικά")
    assert "Ελληνικά" in shown.text
    await phone.tap(SettleAnswer)
    assert "2 από 24" in (await phone.last()).text


async def test_two_devices_at_once_double_nothing(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone)
    await maria.begin()
    asked = await phone.tap(SettleAnswer)
    one, other = asked.ask(PickAnswer, choice="y0"), asked.ask(PickAnswer, choice="y21")
    assert one
    assert other
    for data in (one, other):
        body = {"chat_id": phone.id, "message_id": asked.id, "data": data, "wait": 0}
        await phone.post("press", body)
    await town.answered()
    draft = await maria.draft()
    assert draft is not None
    assert draft.answers["years"] == ("y0",)
    assert draft.at == "education"


async def test_one_reminder_when_it_is_left_and_then_silence(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    await maria.answer_one()
    await town.jump(MONDAY + 2 * DAY)
    await phone.send("/needs")
    await maria.answer_one()
    reminders = []
    for day in range(3, 20):
        await town.jump(MONDAY + day * DAY)
        texts = [bubble.text for bubble in await phone.from_bot()]
        reminders = [text for text in texts if "You stopped at question 3 of 24" in text]
    assert len(reminders) == 1


async def test_after_the_course_the_abilities_are_asked_again(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone, UNSURE_IN_TALKING)
    await maria.begin()
    await maria.answer_all()
    await maria.send()
    async with town.app.database.unit() as unit:
        enrolment = (await unit.people.actor(phone.id)).enrolment
        assert enrolment is not None
        done = replace(enrolment, finished_at=await town.now(), revision=enrolment.revision + 1)
        await unit.enrolments.put(done)
    offered = await phone.send("/needs")
    assert "9 questions" in offered.text
    await phone.tap(BeginNeeds)
    maria.answers = dict.fromkeys(ABILITIES, ("5",))
    await maria.answer_all()
    both = await maria.send()
    assert both.has_photo
    assert "2/5 → 5/5 Intercultural communication" in both.text
    assert "9 abilities" in both.text
    path = await phone.send("/needs")
    assert not path.offers(BeginNeeds, wave=Wave.AFTER)


async def test_what_is_thrown_away_is_gone(town: World) -> None:
    phone = await learner_of(town)
    maria = Respondent(town, phone)
    await maria.begin()
    await maria.answer_all()
    await phone.tap(DropAnswers)
    assert await maria.draft() is None
    offered = await phone.send("/needs")
    assert offered.offers(BeginNeeds)


async def launch(town: World, coordinator: Phone, mode: Mode) -> Bubble:
    await coordinator.send("/rounds")
    await coordinator.tap(PlanRound, mode=mode)
    launched = await coordinator.tap(LaunchRound)
    await town.settled()
    return launched


async def test_a_coordinator_opens_watches_and_closes_a_round(tmp_path: Path) -> None:
    async with world(tmp_path) as town:
        place = await an_organisation(town)
        boss = await town.phone("Boss")
        await boss.start(await code_for(town, place, "boss", Role.COORDINATOR))
        code = await code_for(town, place, "team")
        people = [await learner_of(town, code) for _ in range(11)]
        launched = await launch(town, boss, Mode.CONFIDENTIAL)
        assert "11" in launched.text
        heard = await people[0].last()
        assert heard.offers(ShowNeeds)
        for phone in people[:2]:
            person = Respondent(town, phone, UNSURE_IN_TALKING)
            await person.begin()
            await person.answer_all()
            await person.send()
        await boss.send("/rounds")
        watched = await boss.tap(ShowRound)
        assert "2 of 11" in watched.text
        await boss.tap(RemindRound)
        await town.settled()
        assert "still open" in (await people[5].last()).text
        assert "still open" not in (await people[0].last()).text
        await boss.send("/rounds")
        await boss.tap(ShowRound)
        half = Respondent(town, people[3])
        await half.begin()
        await half.answer_all()
        await boss.tap(OfferClosing)
        await boss.tap(CloseRound)
        late = await half.send()
        assert late.offers(KeepForMyself)
        await people[3].tap(KeepForMyself)
        [round] = await rounds_of(town, place)
        async with town.app.database.unit() as unit:
            found = await unit.sent_answers.responses(round)
        assert found.answered == 2
        assert found.invited == 11
        assert {each.department for each in found.people} == {"Desk"}


async def rounds_of(town: World, place: Organisation) -> Any:
    async with town.app.database.unit() as unit:
        return await unit.rounds.of_organisation(place.id, 10)


async def an_organisation(town: World) -> Organisation:
    everyday = frozenset(range(7))
    return await town.app.database.organisations.add(
        replace(ATHENS, id=0, language="en", weekdays=everyday, own_days_off=frozenset())
    )
