"""The home of a pair: what the phase asks for at a glance, and everything else one tap further."""

from dataclasses import replace

import pytest

from bot.screens import mentoring
from bot.screens.mentoring_ways import ways_of
from bot.screens.screen import Row
from learning.ask import Ask
from learning.mentoring import outcomes as o
from learning.mentoring.asks import (
    MovePhase,
    OfferRest,
    OfferTurnEnd,
    OpenAgreement,
    OpenCheckIn,
    ResumeTurn,
    ShowMoreOfTurn,
    ShowTalkKit,
    ShowTexts,
    ShowTurn,
)
from learning.mentoring.between.asks import OpenMessage
from learning.mentoring.concern.asks import RaiseConcern
from learning.mentoring.cycle import Step
from learning.mentoring.evaluating.asks import OpenEvaluation
from learning.mentoring.meeting.asks import OfferTopics, ProposeMeeting
from learning.mentoring.model import Rest, Side
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing.asks import ShowShadowing
from tests.circles import CIRCLE
from tests.outcomes_of_mentoring import ID, ME, NOW, READ_TURN, TODAY, TURN, faces
from tests.unit.test_screens_every_outcome import view

EVERY_FACE = [replace(face, side=side) for face in faces() for side in Side]
RUNNING = [face for face in EVERY_FACE if face.turn.running and face.turn.definition != "gone"]
ALWAYS = {OpenMessage, OpenAgreement, ShowTexts, RaiseConcern, OfferTurnEnd}


def asked(rows: tuple[Row, ...]) -> list[type[Ask[object]]]:
    return [type(button.ask) for row in rows for button in row if button.ask]


def home(read: TurnRead) -> list[type[Ask[object]]]:
    return asked(ways_of(read, CIRCLE, view("en")).home)


@pytest.mark.parametrize("face", RUNNING)
def test_a_home_has_five_rows_at_the_most_and_nothing_is_lost(face: TurnRead) -> None:
    ways = ways_of(face, CIRCLE, view("en"))
    here, further = asked(ways.home), asked(ways.further)
    assert len(ways.home) <= 5
    assert here[-1] is ShowMoreOfTurn
    assert set(here) | set(further) >= ALWAYS
    assert not set(here) & set(further), "one wish stands in one place"
    assert (OfferTopics in further) is (face.side is Side.MENTEE)


@pytest.mark.parametrize("face", RUNNING)
def test_what_the_home_leaves_out_has_a_way_back(face: TurnRead) -> None:
    screen = mentoring.more_of_turn_screen(o.MoreOfTurnShown(ID, ME), face, view("en"))
    assert asked(screen.rows)[-1] is ShowTurn


def test_what_is_awaited_stands_first() -> None:
    first = replace(READ_TURN, turn=replace(TURN, step=Step.MATCHING, phase=None), agreement=None)
    resting = replace(READ_TURN, turn=replace(TURN, rests=(Rest(TODAY, TODAY.replace(day=30)),)))
    last = replace(TURN, step=Step.EVALUATION, phase=None, next_on=None)
    assert home(READ_TURN)[0] is OpenCheckIn
    assert home(first)[0] is OpenAgreement
    assert home(resting)[0] is ResumeTurn
    assert OfferRest not in asked(ways_of(resting, CIRCLE, view("en")).further)
    assert home(replace(READ_TURN, turn=last))[0] is OpenEvaluation


def test_who_has_checked_in_goes_on() -> None:
    turn = replace(TURN, asked_on=None)
    done = replace(READ_TURN, side=Side.MENTOR, turn=turn)
    assert home(done) == [ProposeMeeting, ShowShadowing, MovePhase, OpenMessage, ShowMoreOfTurn]
    assert ShowTalkKit in asked(ways_of(done, CIRCLE, view("en")).further)


def test_who_looks_back_reads_nothing_of_meetings() -> None:
    turn = replace(TURN, step=Step.EVALUATION, phase=None, next_on=None)
    looking_back = replace(READ_TURN, turn=turn)
    screen = mentoring.turn_screen(o.TurnShown(ID, ME), looking_back, view("en"))
    assert "meeting" not in screen.html
    assert ProposeMeeting not in home(looking_back)
    assert ProposeMeeting in asked(ways_of(looking_back, CIRCLE, view("en")).further)


@pytest.mark.parametrize("side", Side)
def test_a_turn_that_is_over_is_told_as_over(side: Side) -> None:
    over = replace(READ_TURN, side=side, turn=replace(TURN, ended_at=NOW, next_on=None))
    html = mentoring.turn_screen(o.TurnShown(ID, ME), over, view("en")).html
    assert "You were" in html
    assert "You are" not in html
