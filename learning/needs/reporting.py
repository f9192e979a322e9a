"""A closed round is counted once, and what was counted is read ever after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.ask import Refused
from learning.audit import Audit, Deed
from learning.course.curriculum import Curriculum
from learning.needs import asks
from learning.needs import outcomes as o
from learning.needs.answers import Response
from learning.needs.model import Round
from learning.needs.ports import NeedsReports, Rounds, SentAnswers
from learning.needs.report.change import publish_change
from learning.needs.report.chapters import Part
from learning.needs.report.publishing import publish
from learning.needs.round_views import entry_about, own_round
from learning.organisations.own import own_organisation

LATEST = 0
MOST_SOUGHT = 50


async def freeze(
    closed: Round, curriculum: Curriculum, sent_answers: SentAnswers, needs_reports: NeedsReports
) -> None:
    """In the transaction that closes the round: what comes later changes no number."""
    questionnaire = curriculum.needs.get(closed.definition)
    if questionnaire is None:
        return
    found = await sent_answers.responses(closed)
    told = replace(found, people=_of(closed, found.people))
    await needs_reports.add(closed.id, publish(questionnaire, told))


def _of(round: Round, people: Sequence[Response]) -> tuple[Response, ...]:
    """Answers to the questionnaire of the round; an id may mean something else in another."""
    return tuple(each for each in people if each.definition == round.definition)


async def count_again(
    ask: asks.CountAgain,
    actor: Actor,
    now: datetime,
    *,
    rounds: Rounds,
    sent_answers: SentAnswers,
    needs_reports: NeedsReports,
    curriculum: Curriculum,
    audit: Audit,
) -> o.NeedsReported | o.TooFewAgain | o.NoNeedsReport | Refused:
    """Once: two counts could be subtracted from each other."""
    found = await own_round(ask.round, actor, rounds)
    if not isinstance(found, Round):
        return found
    report = await needs_reports.of(found.id)
    questionnaire = curriculum.needs.get(found.definition)
    if report is None or questionnaire is None:
        return o.NoNeedsReport()
    if report.after:
        return o.NeedsReported(found.id, Part.CHANGE)
    people = _of(found, (await sent_answers.responses(found)).people)
    after = publish_change(questionnaire, report, people)
    if not after:
        return o.TooFewAgain(found.id)
    await rounds.put(found.changed())  # of two who count at once, one begins again
    await needs_reports.put(found.id, replace(report, after=after))
    await audit.record(entry_about(found, Deed.COUNTED_AGAIN, actor, now))
    return o.NeedsReported(found.id, Part.CHANGE)


async def report_needs(
    ask: asks.ReportNeeds, actor: Actor, now: datetime, *, rounds: Rounds
) -> o.NeedsReported | o.NoNeedsReport | Refused:
    if ask.round != LATEST:
        found = await own_round(ask.round, actor, rounds)
        if not isinstance(found, Round):
            return found
        closed = [found] if found.closed_at else []
    else:
        every = await rounds.of_organisation(own_organisation(actor).id, MOST_SOUGHT)
        closed = sorted((it for it in every if it.closed_at), key=_closed_at, reverse=True)
    return o.NeedsReported(closed[0].id, ask.part) if closed else o.NoNeedsReport()


def _closed_at(round: Round) -> datetime:
    if round.closed_at is None:
        raise AssertionError("only closed rounds are sorted")
    return round.closed_at
