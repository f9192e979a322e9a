"""Certificates, their keys, and the one moment in which a name meets them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from data.engine import Database, open_database
from data.readings import SqlReadings
from data.resealing import reseal
from data.sealing import new_key
from data.signing import is_signed, public_keys, signing_key
from data.tables.certificates import certificates
from learning.ask import Conflict
from learning.certificates.issuing import ended
from learning.certificates.model import Certificate, CertificateKind, Ended
from learning.certificates.statement import read_line
from tests.contract.people import KEYS, NOW, Store, add_learner

COURSE = CertificateKind.COURSE
NEW = Certificate(0, "", 0, COURSE, "qser", "0123456789ab", 386, date(2026, 11, 20), NOW)


async def test_a_certificate_is_found_by_code_and_the_latest_that_has_not_ended(
    store: Store,
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        first = await unit.certificates.add(replace(NEW, person_id=person.id))
        second = await unit.certificates.add(replace(NEW, person_id=person.id))
        assert first.code != second.code
        assert await unit.certificates.by_code(first.code) == first
        assert await unit.certificates.get(second.id) == second
        assert await unit.certificates.valid(person.id, COURSE, "qser") == second
        await unit.certificates.put(ended(second, Ended.REVOKED))
        assert await unit.certificates.valid(person.id, COURSE, "qser") == first
        assert await unit.certificates.valid(person.id, COURSE, "another") is None
        attendance = CertificateKind.ATTENDANCE
        assert await unit.certificates.valid(person.id, attendance, "qser") is None
        assert await unit.certificates.by_code("nothing") is None
        with pytest.raises(Conflict):
            await unit.certificates.put(ended(second, Ended.REVOKED))


async def test_erasure_takes_the_person_from_a_certificate_and_leaves_it_checkable(
    store: Store,
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        made = await unit.certificates.add(replace(NEW, person_id=person.id))
        await unit.records.erase(person, NOW)
        assert await unit.certificates.by_code(made.code) == replace(made, person_id=None)


async def test_the_name_is_read_once_and_signed_but_not_kept(sql: Database) -> None:
    async with sql.unit() as unit:
        person = await add_learner(unit, 7)
        made = await unit.certificates.add(replace(NEW, person_id=person.id))
        held = await unit.held_texts.hold(person.id, "Ana  Pérez", NOW)
    readings = SqlReadings(sql.engine, sql.sealer)
    assert await readings.certificate_paper(made.id, held + 1) is None
    paper = await readings.certificate_paper(made.id, held)
    assert paper is not None
    statement, line, signature = read_line(f"a link # {paper.line} and more")
    assert is_signed(paper.public_key, line, signature)
    assert statement == paper.statement
    assert statement.is_of("Ana Pérez")
    assert not statement.is_of("Ana Perez")
    assert await readings.certificate_paper(made.id, held) is None
    assert (await readings.certificate(made.code)) == made
    async with sql.engine.reading() as session:
        assert "Pérez" not in repr(await session.rows(select(certificates)))


async def test_a_key_lives_on_under_a_new_secret_and_is_made_anew_without_the_old(
    sql: Database, sql_url: str
) -> None:
    async with sql.engine.writing() as session:
        first = (await signing_key(session, sql.sealer)).public
    newer = new_key()
    rotated = await open_database(sql_url, [newer, *KEYS])
    assert await reseal(rotated) == 1
    await rotated.close()
    alone = await open_database(sql_url, [newer])
    async with alone.engine.writing() as session:
        assert (await signing_key(session, alone.sealer)).public == first
    await alone.close()
    lost = await open_database(sql_url, [new_key()])
    async with lost.engine.writing() as session:
        second = (await signing_key(session, lost.sealer)).public
        assert await public_keys(session) == [second, first]
    await lost.close()
