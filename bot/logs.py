"""Logs: one line an event, no text of people, and an id for each failure."""

import logging
import traceback
from uuid import uuid4

import structlog


def configure(level: int = logging.INFO) -> None:
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.LogfmtRenderer(
                key_order=["timestamp", "level", "event"], bool_as_flag=False
            ),
        ],
    )


def log_failure(
    event: str, error: BaseException, *, level: int = logging.ERROR, **values: object
) -> str:
    """Logs where an error came from and gives its id.

    The error's own text is left out: it may quote what somebody wrote.
    """
    error_id = uuid4().hex[:8]
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in reversed(frames))
    structlog.get_logger().log(
        level, event, error_id=error_id, kind=type(error).__name__, where=where, **values
    )
    return error_id
