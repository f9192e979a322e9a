"""Rasa's JSON: a conversation as it is seeded, and what comes back. Pure functions."""

from collections.abc import Mapping
from typing import Any

from dialogue.understanding import Entity, FilledTalk, Guess, Understanding
from learning.talk.turns import OpenTalk, Slot, Talk

_OPENERS = {
    Talk.CHANGE_TIME: "change_time",
    Talk.PAUSE: "pause_lessons",
    Talk.SNOOZE: "snooze",
    Talk.LANGUAGE: "change_language",
}
_TOLD_GUESSES = 2
_LONGEST_TEXT = 300


def plain_text(text: str) -> str:
    """Rasa reads a leading slash as an intent's name, which a person must never send."""
    return " ".join(text.split()).lstrip("/ ")[:_LONGEST_TEXT]


def seed(talk: OpenTalk) -> list[dict[str, Any]]:
    """The events of a conversation in which `talk` has just asked for what it needs."""
    opener = {"intent": {"name": _OPENERS[talk.talk], "confidence": 1.0}, "entities": []}
    form = f"{talk.talk}_form"
    return [
        {"event": "action", "name": "action_session_start"},
        {"event": "session_started"},
        {"event": "action", "name": "action_listen"},
        {"event": "user", "text": "", "parse_data": {**opener, "text": ""}},
        {"event": "active_loop", "name": form},
        *({"event": "slot", "name": name, "value": value} for name, value in talk.slots.items()),
        {"event": "slot", "name": "requested_slot", "value": talk.needs},
        {"event": "action", "name": form},
        {"event": "action", "name": "action_listen"},
    ]


def understanding(
    tracker: Mapping[str, Any], answers: list[Mapping[str, Any]], before: OpenTalk | None
) -> Understanding:
    """Raises LookupError, TypeError or ValueError when the JSON is not what Rasa sends."""
    said = [event for event in tracker["events"] if event["event"] == "user"][-1]["parse_data"]
    customs = [answer["custom"] for answer in answers]
    slots = {Slot(n): str(v) for n, v in tracker["slots"].items() if v is not None and n in _SLOTS}
    confirmed = slots.pop(Slot.CONFIRMED, str(True)) == str(True)
    filled = [Talk(custom["talk"]) for custom in customs if custom.get("filled")]
    return Understanding(
        intent=str(said["intent"]["name"]),
        confidence=float(said["intent"]["confidence"]),
        guesses=_guesses(said.get("intent_ranking", [])),
        entities=tuple(Entity(str(e["entity"]), str(e["value"])) for e in said["entities"]),
        talk=_open_talk(tracker, slots),
        filled=FilledTalk(filled[0], slots, confirmed) if filled else None,
        left=any(custom["talk"] == "left" for custom in customs if "talk" in custom),
        answered=before is not None and all("ask" not in custom for custom in customs),
    )


_SLOTS = frozenset(Slot)


def _open_talk(tracker: Mapping[str, Any], slots: Mapping[Slot, str]) -> OpenTalk | None:
    form, needs = tracker["active_loop"].get("name"), tracker["slots"].get("requested_slot")
    if not form or not needs:
        return None
    return OpenTalk(Talk(form.removesuffix("_form")), Slot(needs), slots)


def _guesses(ranking: list[Mapping[str, Any]]) -> tuple[Guess, ...]:
    """The likeliest intents, without Rasa's own word for "none"."""
    named = [g for g in ranking if g["name"] != "nlu_fallback"][:_TOLD_GUESSES]
    return tuple(Guess(str(g["name"]), float(g["confidence"])) for g in named)
