"""Rasa's JSON: a conversation as it is seeded, and what comes back. Pure functions."""

from collections.abc import Mapping
from typing import Any

from dialogue.intents import OPENERS
from dialogue.understanding import Entity, FilledTalk, Guess, Understanding
from learning.talk.turns import OpenTalk, Slot, Talk

_TOLD_GUESSES = 2
_LONGEST_TEXT = 300


def plain_text(text: str) -> str:
    """Rasa reads a leading slash as an intent's name, which a person must never send."""
    return " ".join(text.split()).lstrip("/ ")[:_LONGEST_TEXT]


def turn(conversation: str, text: str, talk: OpenTalk | None) -> dict[str, Any]:
    """What the server's channel takes (dialogue/rasa/components/turn_channel.py)."""
    return {"conversation": conversation, "text": text, "events": _seed(talk)}


def _seed(talk: OpenTalk | None) -> list[dict[str, Any]]:
    """The events of a conversation that listens; with a talk, it has asked for what that needs."""
    begun: list[dict[str, Any]] = [
        {"event": "action", "name": "action_session_start"},
        {"event": "session_started"},
        {"event": "action", "name": "action_listen"},
    ]
    if talk is None:
        return begun
    opener = {"intent": {"name": OPENERS[talk.talk], "confidence": 1.0}, "entities": []}
    form = f"{talk.talk}_form"
    return [
        *begun,
        {"event": "user", "text": "", "parse_data": {**opener, "text": ""}},
        {"event": "active_loop", "name": form},
        *({"event": "slot", "name": name, "value": value} for name, value in talk.slots.items()),
        {"event": "slot", "name": "requested_slot", "value": talk.needs},
        {"event": "action", "name": form},
        {"event": "action", "name": "action_listen"},
    ]


def understanding(answer: Mapping[str, Any], before: OpenTalk | None) -> Understanding:
    """Raises LookupError, TypeError or ValueError when the JSON is not what the channel sends."""
    customs: list[Mapping[str, Any]] = answer["answers"]
    told: Mapping[str, Any] = answer["slots"]
    slots = {Slot(n): str(v) for n, v in told.items() if v is not None and n in _SLOTS}
    confirmed = slots.pop(Slot.CONFIRMED, str(True)) == str(True)
    filled = [Talk(custom["talk"]) for custom in customs if custom.get("filled")]
    return Understanding(
        intent=str(answer["intent"]["name"]),
        confidence=float(answer["intent"]["confidence"]),
        guesses=_guesses(answer["ranking"]),
        entities=tuple(Entity(str(e["entity"]), str(e["value"])) for e in answer["entities"]),
        talk=_open_talk(answer["form"], told.get("requested_slot"), slots),
        filled=FilledTalk(filled[0], slots, confirmed) if filled else None,
        left=any(custom["talk"] == "left" for custom in customs if "talk" in custom),
        answered=before is not None and all("ask" not in custom for custom in customs),
    )


_SLOTS = frozenset(Slot)


def _open_talk(form: str | None, needs: str | None, slots: Mapping[Slot, str]) -> OpenTalk | None:
    if not form or not needs:
        return None
    return OpenTalk(Talk(form.removesuffix("_form")), Slot(needs), slots)


def _guesses(ranking: list[Mapping[str, Any]]) -> tuple[Guess, ...]:
    """The likeliest intents, without Rasa's own word for "none"."""
    named = [g for g in ranking if g["name"] != "nlu_fallback"][:_TOLD_GUESSES]
    return tuple(Guess(str(g["name"]), float(g["confidence"])) for g in named)
