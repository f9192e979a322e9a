"""A small round, answered in many ways; then its report, on the coordinator's phone."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from learning.needs.asks import ReportNeeds
from learning.needs.report.chapters import Part
from tests.flows.phone import Phone
from tests.flows.world import World
from tests.survey.story import Plan, surveyed

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_nothing_told_is_lost_and_the_report_is_the_sum_of_it(
    town: World, tmp_path: Path
) -> None:
    told, boss = await surveyed(town, Plan(tmp_path, people=12, batch=12))
    assert told.lost == []
    assert told.differences == []
    assert told.restarts == 1
    assert told.sent == 10
    assert told.tables >= 2
    await _reads_the_report(boss)


async def _reads_the_report(boss: Phone) -> None:
    shown = await boss.send("/report needs")
    assert shown.has_photo
    assert "10 people" in shown.text
    for part in (Part.ABILITIES, Part.SITUATIONS, Part.PRIORITIES):
        assert (await boss.tap(ReportNeeds, part=part)).text
    paper = await boss.tap(ReportNeeds, part=Part.PDF)
    assert (await boss.download(paper)).startswith(b"%PDF")
    book = await boss.tap(ReportNeeds, part=Part.XLSX)
    assert (await boss.download(book)).startswith(b"PK")
    files = await boss.download(await boss.tap(ReportNeeds, part=Part.CSV))
    with ZipFile(BytesIO(files)) as archive:
        tables, codebook = (
            list(csv.DictReader(StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in ("tables.csv", "codebook.csv")
        )
    assert all(int(row["people"]) == 0 or int(row["people"]) >= 5 for row in tables)
    assert {row["variable"] for row in tables} <= {row["variable"] for row in codebook}


async def test_only_a_coordinator_reads_it(town: World) -> None:
    learner = await town.phone()
    await learner.start()
    refused = await learner.send("/report needs")
    assert not refused.offers(ReportNeeds)
    assert not refused.has_photo
