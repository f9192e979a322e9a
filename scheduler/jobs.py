"""What is done when the machine wakes."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from learning.announcements.outcomes import Spread
from learning.announcements.reading_asks import SpreadAnnouncements
from learning.ask import CLOCK, Refused
from learning.facts.asks import TellExpired
from learning.inbox import Inbox
from learning.mentoring.clock_asks import WakeTurns
from learning.mentoring.matching.asks import SettleProposals
from learning.mentoring.matching.outcomes import ProposalsSettled
from learning.mentoring.outcomes import TurnsWoken
from learning.needs.asks import TurnRounds
from learning.perform import Core
from learning.pushes.asks import WakeLearners

BATCH = 1000
KEEP_ANSWERED_HOURS = 48.0


class WakeDue:
    """Wakes whoever is due, a thousand at a time, and says so to `woken`."""

    def __init__(
        self,
        core: Core,
        now: Callable[[], Awaitable[datetime]],
        woken: Callable[[int, float], None],
    ) -> None:
        self._core = core
        self._now = now
        self._woken = woken

    async def run(self) -> None:
        """`woken` hears how many there were and how late, in seconds, the oldest was."""
        while True:
            now = await self._now()
            outcome = await self._core.perform(WakeLearners(BATCH), CLOCK, now)
            if isinstance(outcome, Refused):
                raise AssertionError("the clock has every right it needs")
            late = (now - outcome.oldest).total_seconds() if outcome.oldest else 0.0
            self._woken(outcome.learners, late)
            if outcome.learners < BATCH:
                break
        await self._wake_turns()
        await self._spread()
        await self._settle()

    async def _wake_turns(self) -> None:
        """Check-ins, reminders and endings of mentoring, a thousand turns at a time."""
        while True:
            outcome = await self._core.perform(WakeTurns(BATCH), CLOCK, await self._now())
            if not isinstance(outcome, TurnsWoken) or outcome.turns < BATCH:
                return

    async def _spread(self) -> None:
        """Announcements that are due reach the ledger, a thousand people at a time."""
        while True:
            outcome = await self._core.perform(SpreadAnnouncements(BATCH), CLOCK, await self._now())
            if not isinstance(outcome, Spread) or not outcome.more:
                return

    async def _settle(self) -> None:
        """Proposals for pairs whose time to answer is over."""
        while True:
            outcome = await self._core.perform(SettleProposals(BATCH), CLOCK, await self._now())
            if not isinstance(outcome, ProposalsSettled) or outcome.number < BATCH:
                return


class CloseRounds:
    """Rounds of the needs analysis that came to their end are closed."""

    def __init__(self, core: Core, now: Callable[[], Awaitable[datetime]]) -> None:
        self._core = core
        self._now = now

    async def run(self) -> None:
        await self._core.perform(TurnRounds(), CLOCK, await self._now())


class TellExpiredFacts:
    """Trainers hear of facts of the course that have expired."""

    def __init__(self, core: Core, now: Callable[[], Awaitable[datetime]]) -> None:
        self._core = core
        self._now = now

    async def run(self) -> None:
        await self._core.perform(TellExpired(), CLOCK, await self._now())


class CarryOutRetention:
    """What has had its time is removed once a day."""

    def __init__(
        self,
        carry_out: Callable[[datetime], Awaitable[int]],
        now: Callable[[], Awaitable[datetime]],
    ) -> None:
        self._carry_out = carry_out
        self._now = now

    async def run(self) -> None:
        await self._carry_out(await self._now())


class PruneInbox:
    """Answered updates are kept two days, so that a repeated one is known again."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def run(self) -> None:
        await self._inbox.prune(KEEP_ANSWERED_HOURS)
