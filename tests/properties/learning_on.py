"""Somebody who learns: presses whatever leads on, until a lesson or scenario is over."""

from bot.actions.spelling import decode
from learning.account.model import Person
from learning.lessons import asks as lessons
from learning.scenarios import asks as scenarios
from tests.properties import raws
from tests.properties.stage import Stage

# The first of these that a message offers is pressed.
FORWARD = (
    lessons.TurnOn,
    lessons.GiveUp,
    lessons.ReturnAfterAbsence,
    scenarios.Choose,
    scenarios.GoOn,
    scenarios.OpenScenario,
)
MOST = 60


def learn(stage: Stage, person: Person) -> None:
    """Today's lesson or scenario from where the person stands to its end."""
    phone = person.telegram_id
    assert not stage.feed(raws.message(phone, "/lesson"))
    for _ in range(MOST):
        pressed = _forward(stage, person)
        if pressed is None:
            return
        message_id, data = pressed
        assert not stage.feed(raws.press(phone, data, message_id))
    raise AssertionError("a lesson without an end")


def _forward(stage: Stage, person: Person) -> tuple[int, str] | None:
    offered = {type(decode(pair[1])): pair for pair in reversed(_newest(stage, person))}
    return next((offered[ask] for ask in FORWARD if ask in offered), None)


def _newest(stage: Stage, person: Person) -> list[tuple[int, str]]:
    """The buttons under the newest message."""
    messages = stage.simulation.messages.changed_after(person.telegram_id, 0)
    return [pair for pair in stage.buttons(person) if pair[0] == messages[-1].message_id]
