"""One request a turn: the talk as it stands and a text in, what was understood out."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, Request, Sanic, response
from sanic.response import HTTPResponse

from dialogue.rasa.components.on_demand import OnDemandRunner

Heard = Callable[[UserMessage], Awaitable[Any]]


class TurnChannel(InputChannel):
    """POST /webhooks/turn with {"conversation", "events", "text"}: `events` are what the tracker
    has seen before the text. Rasa's REST channel tells the answers alone; to seed, to read and to
    empty the tracker beside it took three more requests."""

    @classmethod
    def name(cls) -> str:
        return "turn"

    def blueprint(self, on_new_message: Heard) -> Blueprint:
        turns = Blueprint("turns")
        turns.listener(_without_scheduler, "after_server_start")

        @turns.post("/")
        async def take(request: Request) -> HTTPResponse:
            agent: Agent | None = request.app.ctx.agent
            if agent is None or not agent.is_ready():
                return response.empty(503)
            return response.json(await _taken(agent, on_new_message, request.json))

        return turns


async def _without_scheduler(app: Sanic, *_: Any) -> None:
    agent: Agent | None = app.ctx.agent
    if agent is not None and agent.processor is not None:
        agent.processor.graph_runner = OnDemandRunner(agent.processor.graph_runner)


async def _taken(agent: Agent, on_new_message: Heard, turn: dict[str, Any]) -> dict[str, Any]:
    """Nothing that was said outlives the request: the conversation is emptied in any case."""
    conversation, slots = turn["conversation"], agent.domain.slots
    before = DialogueStateTracker.from_dict(conversation, turn["events"], slots)
    answers = CollectingOutputChannel()
    try:
        await agent.tracker_store.save(before)
        await on_new_message(UserMessage(turn["text"], answers, conversation))
        return _told(await agent.tracker_store.retrieve(conversation), answers)
    finally:
        await agent.tracker_store.save(DialogueStateTracker(conversation, slots))


def _told(tracker: DialogueStateTracker, answers: CollectingOutputChannel) -> dict[str, Any]:
    parsed = tracker.latest_message.parse_data
    return {
        "intent": parsed["intent"],
        "ranking": parsed.get("intent_ranking", []),
        "entities": [{"entity": e["entity"], "value": e["value"]} for e in parsed["entities"]],
        "form": tracker.active_loop_name,
        "slots": tracker.current_slot_values(),
        "answers": [answer["custom"] for answer in answers.messages if "custom" in answer],
    }
