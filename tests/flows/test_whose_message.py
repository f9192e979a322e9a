"""Two things wait for a text: the bot asks, a reply says, and nothing reaches the wrong one."""

import pytest

from learning.account.model import EnrolmentCode, Organisation, Role
from learning.lessons.asks import AnswerQuestion, Pick, TurnOn
from learning.talk.asks import ForgetText, GiveTextTo
from learning.talk.model import Prompt
from learning.tickets.asks import StayNameless
from tests.flows.learner import Learner
from tests.flows.phone import Bubble, Phone
from tests.flows.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def arrive(world: World, name: str) -> Phone:
    """Somebody at the first question of the course, in a town with a coordinator."""
    known = world.app.database.organisations
    town = await known.add(Organisation(0, name, "gr", "Europe/Athens", "el"))
    for role in (Role.COORDINATOR, Role.LEARNER):
        code = EnrolmentCode(f"{name}-{role}", town, None, role, None, 1, None, False)
        await known.add_code(code)
    await (await world.phone()).start(f"{name}-coordinator")
    phone = await world.phone()
    await Learner(world, phone).enrol(f"{name}-learner")
    while not (await phone.last()).offers(Pick):
        await phone.tap(TurnOn)
    return phone


async def reply(phone: Phone, to: Bubble, text: str) -> Bubble:
    await phone._act("send", {"chat_id": phone.id, "text": text, "reply_to": to.id})
    return await phone.last()


async def test_what_fits_a_question_and_a_ticket_is_asked_about(here: World) -> None:
    phone = await arrive(here, "both")
    await phone.send("/human")
    asked = await phone.send("A")
    assert asked.offers(GiveTextTo, prompt=Prompt.SITTING)
    assert asked.offers(GiveTextTo, prompt=Prompt.TICKET)
    answered = await phone.tap(GiveTextTo, prompt=Prompt.SITTING)
    assert answered.offers(AnswerQuestion)
    assert "no longer open" in (await phone.press_data(asked.data[0], asked.id)).text


async def test_what_was_meant_for_neither_is_forgotten(here: World) -> None:
    phone = await arrive(here, "neither")
    await phone.send("/human")
    await phone.send("A")
    assert "forgotten" in (await phone.tap(ForgetText)).text


async def test_what_fits_one_of_them_needs_no_asking(here: World) -> None:
    phone = await arrive(here, "one")
    await phone.send("/human")
    assert (await phone.send("My colleague is ill, whom do I ask?")).offers(StayNameless)


async def test_a_reply_says_what_it_is_for(here: World) -> None:
    phone = await arrive(here, "reply")
    question = await phone.last()
    ticket = await phone.send("/human")
    assert (await reply(phone, ticket, "A")).offers(StayNameless)
    assert (await reply(phone, question, "A")).offers(AnswerQuestion)
    assert "no longer open" in (await reply(phone, question, "B")).text
    assert "no longer open" in (await reply(phone, ticket, "B")).text
