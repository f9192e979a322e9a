"""Roles, departments and channels in words."""

from typing import assert_never

from bot.screens.html import Html
from bot.screens.speech import Speech
from learning.account.model import Role


def role_name(speech: Speech, role: Role) -> str:
    """The role, as it stands inside a sentence or on a button."""
    match role:
        case Role.LEARNER:
            return speech.label("learner")
        case Role.MENTOR:
            return speech.label("mentor")
        case Role.COORDINATOR:
            return speech.label("coordinator")
        case Role.TRAINER:
            return speech.label("trainer")
        case Role.OWNER:
            return speech.label("owner")
        case _:
            assert_never(role)


def role_names(speech: Speech, roles: frozenset[Role]) -> str:
    return speech.all_of([role_name(speech, role) for role in Role if role in roles])


def department_name(speech: Speech, department: str | None) -> str:
    """None stands for the organisation as a whole."""
    return department or speech.label("the whole organisation")


def channel_name(speech: Speech, channel: str | None) -> str:
    names = {
        "leaflet": speech.label("Leaflet"),
        "poster": speech.label("Poster"),
        "seminar": speech.label("Seminar"),
        "website": speech.label("Website"),
    }
    return names.get(channel or "", channel or "")


def person_number(speech: Speech, person: int | None) -> Html:
    """No names are kept: people are told apart by a number."""
    if person is None:
        return speech.say("somebody who is no longer here")
    return speech.say("person {number}", number=person)
