"""A mentor, a mentee and a coordinator of one organisation, from the acceptance of both on."""

from dataclasses import dataclass, replace
from datetime import timedelta

from learning.account.model import Organisation, Role
from learning.mentoring.agreement import Term
from learning.mentoring.asks import (
    AskGoal,
    ChooseTerm,
    ConfirmAgreement,
    OfferTerm,
    OpenAgreement,
    ProposeAgreement,
)
from learning.mentoring.beginning import begin_turn
from learning.mentoring.model import Turn
from tests.flows.phone import Bubble, Phone
from tests.flows.staff import member, town
from tests.flows.world import MONDAY, World


@dataclass
class Circle:
    world: World
    here: Organisation
    mentor: Phone
    mentee: Phone
    coordinator: Phone

    async def after(self, days: int) -> None:
        """At half past nine in Athens, so many days after the beginning."""
        await self.world.jump(MONDAY + timedelta(days=days, minutes=90))

    async def turn(self) -> Turn:
        async with self.world.app.database.unit() as unit:
            person = (await unit.people.actor(self.mentee.id)).person
            assert person is not None
            return (await unit.turns.of_person(person.id))[0]


async def person_of(world: World, phone: Phone, name: str) -> int:
    async with world.app.database.unit() as unit:
        person = (await unit.people.actor(phone.id)).person
        assert person is not None
        await unit.names.settle(person.id, name)
        return person.id


async def begun(world: World, mentor: Phone, mentee: Phone) -> None:
    """Both have accepted: as the matching does it."""
    await person_of(world, mentor, "Eleni")
    await person_of(world, mentee, "Luis")
    async with world.app.database.unit() as unit:
        await begin_turn(
            await unit.people.actor(mentor.id),
            await unit.people.actor(mentee.id),
            "en",
            MONDAY,
            turns=unit.turns,
            pushes=unit.pushes,
            curriculum=world.app.core.curriculum,
        )
    await world.settled()


async def circle(world: World, language: str, place: str = "Egaleo") -> Circle:
    here = await town(world, place)
    people = [
        await member(world, here, Role.MENTOR, "eleni_desk"),
        await member(world, here, Role.LEARNER, "luis_desk"),
    ]
    coordinator = await member(world, here, Role.COORDINATOR)
    for phone in (*people, coordinator):
        async with world.app.database.unit() as unit:
            actor = await unit.people.actor(phone.id)
            assert actor.person is not None
            await unit.people.put(replace(actor.person, language=language))
    await begun(world, people[0], people[1])
    return Circle(world, here, people[0], people[1], coordinator)


async def agreed(made: Circle) -> Bubble:
    """The mentee writes, the mentor confirms; a check-in every two weeks."""
    await made.mentee.tap(OpenAgreement)
    await made.mentee.tap(AskGoal)
    await made.mentee.send("Write letters that people understand")
    await made.mentee.send("Two letters a week, tried with a colleague, by June")
    await made.mentee.tap(OfferTerm, term=Term.WEEKS)
    await made.mentee.tap(ChooseTerm, value="2")
    await made.mentee.tap(ProposeAgreement)
    await made.world.settled()
    shown = await made.mentor.last()
    assert "Write letters" in shown.text
    confirmed = await made.mentor.tap(ConfirmAgreement)
    await made.world.settled()
    return confirmed
