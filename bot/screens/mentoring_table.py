"""Which screen words which outcome about mentoring."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import (
    between_table,
    concern_table,
    matching_table,
    meeting_table,
    mentoring,
    mentoring_agreement,
    mentoring_check_in,
    mentoring_going_on,
    shadowing_table,
)
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring import outcomes as o
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    **concern_table.SCREENS,
    **matching_table.SCREENS,
    **meeting_table.SCREENS,
    o.NoTurn: mentoring.no_turn_screen,
    o.TurnGone: mentoring.turn_gone_screen,
    o.TurnBegun: mentoring_going_on.turn_begun_screen,
    o.GoalAsked: mentoring_agreement.goal_asked_screen,
    o.DestroyingOffered: mentoring_going_on.destroying_offered_screen,
    o.TextsDestroyed: mentoring_going_on.texts_destroyed_screen,
}
_OF_ONE: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.TurnShown: mentoring.turn_screen,
    o.MoreOfTurnShown: mentoring.more_of_turn_screen,
    o.TalkKitShown: mentoring.talk_kit_screen,
    o.AgreementShown: mentoring_agreement.agreement_screen,
    o.AgreementProposed: mentoring_agreement.agreement_proposed_screen,
    o.AgreementMade: mentoring_agreement.agreement_made_screen,
    o.AgreementPrinted: mentoring_agreement.agreement_printed_screen,
    o.TermOffered: mentoring_agreement.term_offered_screen,
    o.CheckInShown: mentoring_check_in.check_in_screen,
    o.TurnEndOffered: mentoring_going_on.end_offered_screen,
    o.RestOffered: mentoring_going_on.rest_offered_screen,
    o.PhaseTold: mentoring_going_on.phase_told_screen,
    o.SilenceAsked: mentoring_going_on.silence_asked_screen,
    o.TurnOver: mentoring_going_on.turn_over_screen,
    o.TextsGoing: mentoring_going_on.texts_going_screen,
    o.TalkInvited: mentoring_going_on.talk_invited_screen,
    o.TextsShown: mentoring_going_on.texts_screen,
    o.TextsGiven: mentoring_going_on.texts_given_screen,
}
_OF_ALL: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.TurnsShown: mentoring.turns_screen,
    o.CheckInsWaiting: mentoring_check_in.check_ins_waiting_screen,
    o.WaitingReminded: mentoring_check_in.waiting_reminded_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    **between_table.SCREENS_OF_READ,
    **concern_table.SCREENS_OF_READ,
    **matching_table.SCREENS_OF_READ,
    **shadowing_table.SCREENS_OF_READ,
    **meeting_table.SCREENS_OF_READ,
    **_OF_ONE,
    **_OF_ALL,
    o.PairSilent: mentoring_going_on.pair_silent_screen,
}


async def _one(readings: Readings, outcome: Any) -> Any:
    return await readings.turn(outcome.turn, outcome.person)


async def _all(readings: Readings, outcome: Any) -> Any:
    return await readings.turns(outcome.person)


async def _pair(readings: Readings, outcome: o.PairSilent) -> Any:
    return await readings.pair(outcome.turn)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **between_table.READ,
    **concern_table.READ,
    **matching_table.READ,
    **shadowing_table.READ,
    **meeting_table.READ,
    **dict.fromkeys(_OF_ONE, _one),
    **dict.fromkeys(_OF_ALL, _all),
    o.PairSilent: _pair,
}
