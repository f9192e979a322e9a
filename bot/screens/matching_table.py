"""Which screen words which outcome about matching and pairs, and whose names it reads."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from bot.screens import (
    matching,
    matching_board,
    matching_entry,
    matching_proposals,
    pairs,
    proposed,
)
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.matching import outcomes as o
from learning.mentoring.pairs import outcomes as of_pairs
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.NoOrganisation: matching.no_organisation_screen,
    o.HubShown: matching.hub_screen,
    o.EntryOffered: matching.entry_offered_screen,
    o.EntryDropped: matching.entry_dropped_screen,
    o.BoardShown: matching_board.board_screen,
    o.ChecklistShown: matching_board.checklist_screen,
    o.OwnPair: matching_proposals.own_pair_screen,
    o.MatchingGone: matching_proposals.gone_screen,
    o.AnswerNoted: proposed.answer_noted_screen,
    o.ProposalOver: proposed.proposal_over_screen,
    o.MentorInvited: matching.mentor_invited_screen,
    o.InvitationDeclined: matching.invitation_declined_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.FieldAsked: matching_entry.field_screen,
    o.EntryShown: matching_entry.entry_screen,
    o.CandidatesShown: matching_board.candidates_screen,
    o.ProposalsShown: matching_proposals.proposals_screen,
    o.ProposalShown: matching_proposals.proposal_screen,
    o.MentorsOffered: matching_proposals.mentors_screen,
    o.ProposedShown: proposed.proposed_screen,
    o.Paired: proposed.paired_screen,
    of_pairs.PairsShown: pairs.pairs_screen,
    of_pairs.GenerationsShown: pairs.generations_screen,
}


# Whose names a screen may say; None stands for somebody who was erased.
_PEOPLE: dict[type, Callable[[Any], Iterable[int | None]]] = {
    o.FieldAsked: lambda asked: (asked.person,),
    o.EntryShown: lambda shown: (shown.person,),
    o.CandidatesShown: lambda shown: (each.person for each in shown.found),
    o.ProposalsShown: lambda shown: (
        id for each in shown.proposals for id in (each.mentor, each.mentee)
    ),
    o.ProposalShown: lambda shown: (shown.mentor, shown.mentee),
    o.MentorsOffered: lambda offered: (
        offered.person,
        *(each.person for each in offered.mentors),
    ),
    o.ProposedShown: lambda shown: (shown.partner,),
    o.Paired: lambda paired: (paired.partner,),
    of_pairs.PairsShown: lambda shown: (
        seen.person for pair in shown.pairs for seen in (pair.mentor, pair.mentee)
    ),
    of_pairs.GenerationsShown: lambda shown: (
        id for each in shown.handed for id in (each.mentor, each.between, each.mentee)
    ),
}


async def _names(readings: Readings, outcome: Any) -> Any:
    people = _PEOPLE[type(outcome)](outcome)
    return await readings.names([id for id in dict.fromkeys(people) if id is not None])


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = dict.fromkeys(_PEOPLE, _names)
