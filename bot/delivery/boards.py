"""One message for each sending says how it stands, and is edited while that changes."""

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.answered import Answered
from bot.delivery.replying import seconds
from bot.delivery.showing import Showing
from bot.delivery.turns import Turns
from bot.delivery.wording import Wording
from bot.logs import log_failure
from bot.screens.screen import Screen
from learning.announcements.boards import Board, Boards
from learning.announcements.outcomes import BoardShown


class KeepBoards:
    """An edit is a send of the bot's budget, so each looks only every few seconds."""

    def __init__(
        self,
        boards: Boards,
        showing: Showing,
        turns: Turns,
        wording: Wording,
        answered: Answered,
        clock: Clock,
    ) -> None:
        self._boards = boards
        self._showing = showing
        self._turns = turns
        self._wording = wording
        self._answered = answered
        self._clock = clock
        self._says: dict[int, Screen] = {}  # by announcement, what its message says

    async def run(self) -> None:
        boards = await self._boards.shown()
        self._says = {b.announcement: s for b in boards if (s := self._says.get(b.announcement))}
        for board in boards:
            try:
                await self._keep(board)
            except RetryAfter as error:
                await self._turns.pause(seconds(error))
            except TelegramError as error:  # the next look tries again
                log_failure("board_failed", error, announcement=board.announcement)

    async def _keep(self, board: Board) -> None:
        reader = await self._answered.reader(board.chat_id)
        if reader is None:
            await self._boards.told(board.announcement)
            return
        now = await self._clock.now()
        screen = await self._wording.screen(BoardShown(board.announcement), reader, now)
        if self._says.get(board.announcement) != screen:
            await self._turns.push(board.chat_id)
            try:
                await self._showing.edit(board.chat_id, board.message_id, screen)
            except (Forbidden, ChatMigrated, BadRequest):  # the coordinator has no use for it
                await self._boards.told(board.announcement)
                return
            self._says[board.announcement] = screen
        if board.over:
            await self._boards.told(board.announcement)
