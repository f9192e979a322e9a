"""Outcomes as JSON, so that they can be spoken after a restart.

Every dataclass becomes an object with its "type": two outcomes of the same fields stay apart.
"""

import importlib
import json
import re
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from typing import Any

from pydantic import TypeAdapter

# Only what a use case may answer is ever built from stored text.
_READABLE = re.compile(r"(learning\.(?:\w+\.){1,2}outcomes|learning\.ask|learning\.inbox)\.(\w+)")


class UnknownOutcome(ValueError):
    """The text names no outcome of this version."""


def encode(outcome: object) -> str:
    return _encoder.encode(outcome)


def decode(text: str) -> Any:
    return json.loads(text, object_hook=_revive)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        plain = {name: getattr(value, name) for name in _field_names(kind)}
        return {"type": _name_of(kind), **plain}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    raise TypeError(f"An outcome cannot hold a {type(value).__name__}")


_encoder = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))


def _revive(plain: dict[str, Any]) -> Any:
    """Called for the innermost objects first, so an outer one already holds inner outcomes."""
    name = plain.pop("type", None)
    return plain if name is None else _adapter(name).validate_python(plain)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _name_of(kind: type) -> str:
    name = f"{kind.__module__}.{kind.__qualname__}"
    _adapter(name)
    return name


@cache
def _adapter(name: object) -> TypeAdapter[Any]:
    readable = _READABLE.fullmatch(str(name))
    if readable is None:
        raise UnknownOutcome(f"{name} is not an outcome")
    try:
        kind = getattr(importlib.import_module(readable[1]), readable[2])
    except (ImportError, AttributeError):
        raise UnknownOutcome(f"{name} is not known to this version") from None
    if not is_dataclass(kind):
        raise UnknownOutcome(f"{name} is not an outcome")
    return TypeAdapter(kind)
