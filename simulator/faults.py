"""Faults on request: rules that make matching calls fail.

A rule is a JSON object; every key but ``do`` is optional:
``method``      a Bot API method; ``webhook`` is the delivery to a webhook; default: any method
``chat_id``     only calls for this chat
``every``       only each nth matching call (default 1: each)
``times``       at most this often (default: without end)
``do``          ``retry_after`` (429) · ``blocked`` (403) · ``deactivated`` (403) · ``error``
                · ``timeout_before`` (hang, then drop; nothing done) · ``timeout_after`` (do it,
                then hang, then drop) · ``duplicate_updates`` (each delivered twice,
                by ``getUpdates`` unless the rule names ``webhook``)
                · ``malformed_update`` (one is put into the queue; the call goes on)
``retry_after`` seconds for 429 (default 3; null leaves it out of the answer)
``status``      for ``error`` (default 502), with ``description`` and ``parameters`` if wanted
``hang``        seconds before the connection is dropped (default 30)
``update``      the body of a malformed update
Rules live in memory: a restart is a simulator without faults.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from simulator.errors import ApiError, too_many_requests
from simulator.store import Json

DEEDS = {
    "retry_after", "blocked", "deactivated", "error", "timeout_before", "timeout_after",
    "duplicate_updates", "malformed_update",
}  # fmt: skip
MALFORMED: Json = {"message": {"message_id": "not a number", "date": "yesterday", "chat": 0}}


@dataclass
class Rule:
    do: str
    method: str | None = None
    chat_id: int | None = None
    every: int = 1
    times: int | None = None
    retry_after: int | None = 3
    status: int = 502
    description: str = "Internal Server Error"
    parameters: Json = field(default_factory=dict)
    hang: float = 30.0
    update: Json = field(default_factory=lambda: dict(MALFORMED))
    matched: int = 0
    fired: int = 0

    def fires(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is one that the rule spoils; counts it."""
        # A webhook delivery is no call of a method: only a rule that names it may touch it.
        named = self.method is None and method != "webhook"
        if not (named or (self.method or "").lower() == method.lower()):
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.times is not None and self.fired >= self.times:
            return False
        self.matched += 1
        if self.matched % self.every:
            return False
        self.fired += 1
        return True

    def refusal(self) -> ApiError | None:
        """The answer that this rule gives instead of the method's own."""
        if self.do == "retry_after":
            if self.retry_after is None:
                return ApiError(429, "Too Many Requests")
            return too_many_requests(self.retry_after)
        if self.do == "blocked":
            return ApiError(403, "bot was blocked by the user")
        if self.do == "deactivated":
            return ApiError(403, "user is deactivated")
        if self.do == "error":
            return ApiError(self.status, self.description, **self.parameters)
        return None


SETTABLE = {each.name for each in fields(Rule)} - {"matched", "fired"}


class Faults:
    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def add(self, raw: Any) -> None:
        """Add rules. Raises ValueError naming what is wrong; then none is added."""
        if not isinstance(raw, list):
            raise ValueError("expected a list of rules")
        self._rules.extend([_rule(each) for each in raw])

    def clear(self) -> None:
        self._rules.clear()

    def state(self) -> list[Json]:
        return [asdict(rule) for rule in self._rules]

    def firing(self, method: str, chat_id: int | None) -> list[Rule]:
        """The rules that spoil this call."""
        if not self._rules:
            return []
        return [rule for rule in self._rules if rule.fires(method, chat_id)]


def first(rules: Iterable[Rule], deed: str) -> Rule | None:
    return next((rule for rule in rules if rule.do == deed), None)


def _rule(raw: Any) -> Rule:
    if not isinstance(raw, dict) or raw.get("do") not in DEEDS:
        raise ValueError(f'a rule needs "do": one of {", ".join(sorted(DEEDS))}')
    if unknown := raw.keys() - SETTABLE:
        raise ValueError(f"unknown key {min(unknown)} in a rule")
    if raw["do"] == "duplicate_updates":
        raw = {"method": "getUpdates", **raw}
    rule = Rule(**raw)
    if rule.every < 1:
        raise ValueError("every must be 1 or more")
    return rule
