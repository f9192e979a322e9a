"""What a failed call says about its effect.

Telegram has no idempotency key, so whoever sends must know whether a failed call may
have taken effect. Both answers keep the classes that python-telegram-bot expects of a
transport: a `NetworkError`, and `TimedOut` where time ran out.
"""

from telegram.error import NetworkError, TimedOut


class NotSent(NetworkError):
    """The request never reached Telegram whole: it had no effect and may be repeated."""


class NotSentInTime(NotSent, TimedOut):
    """As `NotSent`: time ran out waiting for a free connection, a new one, or the upload."""


class AnswerLost(TimedOut):
    """The request left and no answer came: whether it took effect is unknown."""
