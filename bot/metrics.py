"""What operators watch. Numbers only; no metric carries a person or a text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from learning.ask import Ask, Right

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "qser_updates_total", "Updates by what became of them", ["fate"], registry=self.registry
        )
        self.handling = Histogram(
            "qser_handling_seconds",
            "From performing an update to its reply",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.texts = Counter(
            "qser_texts_total",
            "Texts that somebody had to understand, by what became of them",
            ["fate"],
            registry=self.registry,
        )
        self.understanding = Histogram(
            "qser_understanding_seconds",
            "From asking what a text means to the answer",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.free_text = Gauge(
            "qser_free_text", "1 while free text is understood", registry=self.registry
        )
        self.refused = Counter(
            "qser_refused_total",
            "Asks that their actor had no right to",
            ["ask", "right"],
            registry=self.registry,
        )
        self.woken = Counter(
            "qser_woken_total", "Learners woken by the clock", registry=self.registry
        )
        self.wake_delay = Gauge(
            "qser_wake_delay_seconds",
            "How late the oldest learner of the last tick was woken",
            registry=self.registry,
        )
        self.pushes_due = Gauge(
            "qser_pushes_due", "Ledger rows waiting to be sent", registry=self.registry
        )
        self.push_delay = Gauge(
            "qser_push_delay_seconds", "Age of the oldest push due", registry=self.registry
        )

    def note_refused(self, ask: type[Ask[Any]], right: Right) -> None:
        """Somebody asked for what is not theirs: counted and logged, without a word of theirs."""
        self.refused.labels(ask.__name__, right).inc()
        structlog.get_logger().warning("refused", ask=ask.__name__, right=str(right))

    @contextmanager
    def performing(self) -> Iterator[None]:
        """Counts one update that is performed and answered, or fails, and how long it took."""
        with self.handling.time():
            try:
                yield
            except Exception:
                self.updates.labels("failed").inc()
                raise
        self.updates.labels("answered").inc()

    def note_woken(self, learners: int, late: float) -> None:
        self.woken.inc(learners)
        self.wake_delay.set(late)

    def page(self) -> bytes:
        """The Prometheus text format."""
        return generate_latest(self.registry)
