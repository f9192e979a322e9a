"""Which screen words which outcome about looking back, and what it reads."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import evaluating, evaluating_card, evaluating_practices
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.evaluating import outcomes as o
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.PracticeGone: evaluating_practices.practice_gone_screen,
    o.NoneWaiting: evaluating_practices.none_waiting_screen,
    o.NotYetOver: evaluating.not_yet_over_screen,
    o.PracticeDecided: evaluating_card.practice_decided_screen,
    o.EvaluationsShown: evaluating_practices.evaluations_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.PracticesShown: evaluating_practices.practices_screen,
    o.PracticeShown: evaluating_practices.practice_screen,
    o.PracticeToReview: evaluating_practices.review_screen,
    o.EvaluationShown: evaluating.evaluation_screen,
    o.CardShown: evaluating_card.card_screen,
}


async def _look_back(readings: Readings, outcome: Any) -> Any:
    return await readings.look_back(outcome.turn, outcome.person)


async def _practice(readings: Readings, outcome: Any) -> Any:
    return next(iter(await readings.practices([outcome.practice])), None)


async def _hub(readings: Readings, shown: o.PracticesShown) -> Any:
    turns = [await readings.look_back(turn, shown.person) for turn in shown.turns]
    return [turn for turn in turns if turn], await readings.practices(shown.practices)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    o.PracticesShown: _hub,
    o.PracticeShown: _practice,
    o.PracticeToReview: _practice,
    o.EvaluationShown: _look_back,
    o.CardShown: _look_back,
}
