"""sendPoll and stopPoll."""

import secrets
from typing import Any

from simulator.call import Call
from simulator.errors import bad_request
from simulator.keyboards import read_markup
from simulator.limits import (
    POLL_EXPLANATION,
    POLL_EXPLANATION_LINES,
    POLL_OPEN_SECONDS,
    POLL_OPTION,
    POLL_OPTIONS,
    POLL_QUESTION,
)
from simulator.methods.sending import send
from simulator.simulation import Simulation
from simulator.store import Json
from simulator.texts import formatted, read_text

KINDS = ("regular", "quiz")


def send_poll(simulation: Simulation, call: Call) -> Json:
    chat = simulation.chats.writable(call.integer("chat_id"))
    poll_id = str(secrets.randbits(62))
    body = {"id": poll_id, **_question(call), **_rules(simulation, call)}
    with simulation.store.transaction():
        simulation.polls.add(poll_id, chat.id, 0, body)
        message = send(simulation, call, chat, {"poll": poll_id})
        simulation.store.execute(
            "UPDATE polls SET message_id = ? WHERE id = ?", message["message_id"], poll_id
        )
    return message


def stop_poll(simulation: Simulation, call: Call) -> Json:
    chat = simulation.chats.writable(call.integer("chat_id"))
    message = simulation.messages.find(chat.id, call.integer("message_id"))
    if message is None or message.sender_id != simulation.bot_id or "poll" not in message.content:
        raise bad_request("message with poll to stop not found")
    poll = simulation.polls.get(message.content["poll"])
    if poll.closed_at(simulation.clock.now()):
        raise bad_request("poll has already been closed")
    markup = read_markup(call, inline_only=True)
    simulation.polls.close(poll)
    changed = simulation.messages.change(message, message.content, markup, message.edit_date)
    simulation.announce(chat.id, changed.seq)
    return simulation.polls.shape(simulation.polls.get(poll.id), simulation.clock.now())


def _question(call: Call) -> Json:
    question, entities = read_text(
        call,
        "question",
        POLL_QUESTION,
        f"poll question length must not exceed {POLL_QUESTION}",
        mode="question_parse_mode",
    )
    if not question:
        raise bad_request("poll question must be non-empty")
    shape: Json = {"question": question, "options": _options(call.nested("options"))}
    return shape | ({"question_entities": entities} if entities else {})


def _options(raw: Any) -> list[Json]:
    if not isinstance(raw, list):
        raise bad_request("can't parse options JSON object: expected an Array")
    if len(raw) < 2:
        raise bad_request("poll must have at least 2 options")
    if len(raw) > POLL_OPTIONS:
        raise bad_request(f"poll can't have more than {POLL_OPTIONS} options")
    return [_option(number, option) for number, option in enumerate(raw)]


def _option(number: int, raw: Any) -> Json:
    given = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise bad_request("can't parse InputPollOption")
    too_long = f"poll options length must not exceed {POLL_OPTION}"
    mode, named = given.get("text_parse_mode") or "", given.get("text_entities")
    text, entities = formatted(given["text"], mode, named, POLL_OPTION, too_long)
    if not text:
        raise bad_request("poll options must be non-empty")
    option: Json = {"persistent_id": str(number), "text": text}
    return option | ({"text_entities": entities} if entities else {})


def _rules(simulation: Simulation, call: Call) -> Json:
    kind = call.text("type") or "regular"
    if kind not in KINDS:
        raise bad_request("unsupported poll type specified")
    quiz = kind == "quiz"
    several = call.flag("allows_multiple_answers")
    rules: Json = {
        "type": kind,
        "is_anonymous": call.flag("is_anonymous", default=True),
        "is_closed": call.flag("is_closed"),
        "allows_multiple_answers": several,
        "allows_revoting": call.flag("allows_revoting", default=not quiz),
        "members_only": call.flag("members_only"),
    }
    if quiz:
        rules |= {"correct_option_ids": _correct(call, several), **_explanation(call)}
    return rules | _period(simulation, call)


def _correct(call: Call, several: bool) -> list[int]:
    raw = call.nested("correct_option_ids")
    if raw is None and call.integer("correct_option_id") is not None:
        raw = [call.integer("correct_option_id")]
    if not isinstance(raw, list) or not raw or not all(type(each) is int for each in raw):
        raise bad_request("wrong correct option ID specified")
    count = len(call.nested("options"))
    if raw != sorted(set(raw)) or not all(0 <= number < count for number in raw):
        raise bad_request("wrong correct option ID specified")
    if len(raw) > 1 and not several:
        raise bad_request("a quiz without multiple answers has exactly one correct option")
    return raw


def _explanation(call: Call) -> Json:
    text, entities = read_text(
        call,
        "explanation",
        POLL_EXPLANATION,
        "message is too long",
        mode="explanation_parse_mode",
    )
    if text.count("\n") > POLL_EXPLANATION_LINES:
        raise bad_request("too many line feeds in the poll explanation")
    shape: Json = {"explanation": text} if text else {}
    return shape | ({"explanation_entities": entities} if entities else {})


def _period(simulation: Simulation, call: Call) -> Json:
    seconds, close_date = call.integer("open_period"), call.integer("close_date")
    if seconds is None and close_date is None:
        return {}
    now = simulation.today()
    period = seconds if seconds is not None else (close_date or 0) - now
    shortest, longest = POLL_OPEN_SECONDS
    if not shortest <= period <= longest:
        raise bad_request("wrong poll close date or open period specified")
    shape: Json = {"close_date": now + period}
    return shape | ({"open_period": seconds} if seconds is not None else {})
