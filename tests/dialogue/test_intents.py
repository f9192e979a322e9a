"""Every intent leads somewhere, and every guess has the button of its wish."""

import pytest
import yaml

from bot.screens.speech import Speech
from bot.screens.table import SCREENS, SCREENS_OF_READ
from bot.screens.wishes import WISHES
from dialogue.installing import HOME
from dialogue.intents import ASIDES, ASKS, NOT_UNDERSTOOD, OUT_OF_SCOPE
from learning.ask import Ask
from learning.table import USE_CASES
from tests.unit.test_architecture import outcomes_of

DOMAIN = yaml.safe_load((HOME / "domain.yml").read_text(encoding="utf-8"))


def test_every_intent_of_rasa_has_its_line() -> None:
    assert set(ASKS) == set(DOMAIN["intents"])


@pytest.mark.parametrize("intent", sorted(set(ASKS) - {NOT_UNDERSTOOD, OUT_OF_SCOPE}))
def test_every_intent_asks_for_something_that_is_worded(intent: str) -> None:
    ask = ASKS[intent]
    assert isinstance(ask, Ask)
    assert type(ask) in USE_CASES
    assert outcomes_of(type(ask)) <= {*SCREENS, *SCREENS_OF_READ}


def test_nothing_else_asks_for_anything() -> None:
    assert [ASKS[intent] for intent in (NOT_UNDERSTOOD, OUT_OF_SCOPE)] == [None, None]
    assert set(ASKS) >= ASIDES


# A guess about another ask of the same matter has the button of that matter.
_NEAREST = {"ask_mentor": "human", "checkin_need_help": "human"}


@pytest.mark.parametrize("intent", sorted(WISHES))
def test_a_guess_bears_the_button_of_its_wish(intent: str) -> None:
    assert WISHES[intent](Speech("en")).ask == ASKS[_NEAREST.get(intent, intent)]
