"""What each kind of push says is decided by an ask of the room it comes from."""

from collections.abc import Callable, Mapping
from typing import Any

from learning.ask import Ask
from learning.pushes.model import PushKind

# (telegram id, occasion) → the ask that words the push, or says that it is not wanted any more.
Preparations = Mapping[PushKind, Callable[[int, str], Ask[Any]]]
