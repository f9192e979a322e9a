"""What a round brought is frozen when it closes, and read ever after."""

from dataclasses import replace

from data.engine import Database
from data.readings import SqlReadings
from learning.needs.report.model import EVERYBODY, NeedsLook, NeedsReport, Table
from tests.contract.needs import add_round
from tests.contract.people import ATHENS, NOW, Store

REPORT = NeedsReport(
    invited=None,
    answered=61,
    attribute="department",
    before=(
        Table("years", (("y0", "y2"), ("-",)), ((51, 10),), 5),
        Table("talking", (("1", "2"), ("3",)), ((20, 11), (20, 10)), 10, "department", (("Ä",),)),
    ),
    after=(Table("talking", (("5", "-"),), ((12,),), 10, None, EVERYBODY),),
)


async def test_a_frozen_report_is_read_as_it_was_put(store: Store) -> None:
    athens = await store.organisations.add(ATHENS)
    async with store.unit() as unit:
        round = await add_round(unit, athens.id)
        assert await unit.needs_reports.of(round.id) is None
        await unit.needs_reports.add(round.id, REPORT)
    async with store.unit() as unit:
        assert await unit.needs_reports.of(round.id) == REPORT
        later = replace(REPORT, after=(*REPORT.after, *REPORT.after))
        await unit.needs_reports.put(round.id, later)
        assert await unit.needs_reports.of(round.id) == later


async def test_the_look_says_whose_round_it_was_and_when_it_ended(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        round = await add_round(unit, athens.id)
        await unit.rounds.put(round.changed(closed_at=NOW))
        await unit.needs_reports.add(round.id, REPORT)
    readings = SqlReadings(sql.engine, sql.sealer)
    look = NeedsLook(round.id, ATHENS.name, ATHENS.zone, NOW, round.definition, round.mode, REPORT)
    assert await readings.needs_look(round.id) == look
    assert await readings.needs_look(round.id + 1) is None
