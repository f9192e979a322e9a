"""From the last scenario to a certificate that anybody can check; its name is kept nowhere."""

import sqlite3
from pathlib import Path

import pytest

from bot.cli.certificates import verify
from data.signing import public_keys
from learning.account.model import EnrolmentCode, Organisation, Role
from learning.certificates.asks import (
    AskCertificateName,
    OfferCertificateRevocation,
    RevokeCertificate,
    ShowCertificate,
)
from learning.certificates.outcomes import CertificateUnknown
from learning.lessons.asks import NextLesson
from tests.flows.finishing import nearly_through, through
from tests.flows.phone import Bubble, Phone
from tests.flows.test_operators import operators_url
from tests.flows.told import told
from tests.flows.world import World, world
from tests.reading_pdf import square_on, words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMES = {"en": "Zoë Quillfeather", "el": "Ξανθίππη Ωραιοπούλου", "es": "Íñigo Zúñiga d’Ávila"}


async def keys(town: World) -> list[str]:
    async with town.app.database.engine.reading() as session:
        return await public_keys(session)


async def certified(town: World, language: str = "en", payload: str = "") -> tuple[Phone, Bubble]:
    learner, _ = await through(town, language, payload)
    await learner.phone.tap(ShowCertificate)
    return learner.phone, await learner.phone.send(NAMES[language])


async def paper_of(phone: Phone, bubble: Bubble) -> tuple[bytes, str, str]:
    """The PDF, what its square holds, and the code."""
    pdf = await phone.download(bubble)
    square = square_on(pdf)
    code = bubble.document.removeprefix("q-ser-certificate-").removesuffix(".pdf")  # type: ignore[union-attr]
    return pdf, square, code


def traces(folder: Path, name: str) -> list[str]:
    """Every table and file of the bot in which a part of the name stands."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith("simulator.sqlite3"):
            content = path.read_bytes()
            found += [path.name for part in name.split() if part.encode() in content]
    with sqlite3.connect(folder / "100001.sqlite3") as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()
            found += [table for part in name.split() if part in repr(rows)]
    return found


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_the_paper_carries_the_name_and_proves_it_and_the_name_is_kept_nowhere(
    town: World, language: str
) -> None:
    phone, answer = await certified(town, language)
    pdf, square, _ = await paper_of(phone, answer)
    name = NAMES[language]
    assert name in words_of(pdf)
    assert verify(square, await keys(town), name)[0]
    assert not verify(square, await keys(town), "Somebody Else")[0]
    assert not verify(square.replace(".course.", ".attendance."), await keys(town), name)[0]
    assert not verify(square, ["A" * 43], name)[0]
    await town.stop()
    assert traces(town.settings.var, name) == []
    await town.start()


async def test_what_is_missing_is_said_and_so_is_the_rule(here: World) -> None:
    learner = await nearly_through(here)
    told = await learner.phone.send("/certificate")
    assert "1 scenario still to play, of 18" in told.text
    assert "every lesson done" in told.text
    assert told.offers(NextLesson)
    assert "every lesson done" in (await learner.phone.send("/progress")).text


async def test_what_is_no_name_is_asked_again(here: World) -> None:
    learner, ending = await through(here)
    await learner.phone.tap(ShowCertificate, of=ending)
    for text in ("42", "?", "x", "a" * 90, "Ana\nMaria"):
        assert (await learner.phone.send(text)).document is None
    assert (await learner.phone.send("Ana Pérez")).document


async def test_another_paper_ends_the_one_before(here: World) -> None:
    phone, first = await certified(here)
    _, _, old = await paper_of(phone, first)
    there = await phone.send("/certificate")
    assert there.document is None
    await phone.tap(AskCertificateName)
    second = await phone.send("Zoe Quillfeather")
    _, _, new = await paper_of(phone, second)
    assert "is valid" in (await phone.send(f"/check {new[:5].upper()}-{new[5:]}")).text
    assert "Not valid any more" in (await phone.send(f"/check {old}")).text


async def test_a_stranger_can_check_and_cannot_revoke(here: World) -> None:
    phone, answer = await certified(here)
    _, _, code = await paper_of(phone, answer)
    stranger = await here.phone()
    seen = await stranger.send(f"/check {code}")
    assert "is valid" in seen.text
    assert not any(part in seen.text for part in NAMES["en"].split())
    assert not seen.offers(OfferCertificateRevocation)
    await stranger.start()
    data = (await phone.send(f"/check {code}")).ask(OfferCertificateRevocation)
    assert data is not None
    refused = await stranger.press_data(data, (await stranger.last()).id)
    assert "There is no certificate" in refused.text


async def test_its_holder_revokes_it_and_everybody_reads_so(here: World) -> None:
    phone, answer = await certified(here)
    _, _, code = await paper_of(phone, answer)
    await phone.send("/certificate")
    await phone.tap(OfferCertificateRevocation)
    await phone.tap(RevokeCertificate)
    assert "it was revoked" in (await phone.send(f"/check {code}")).text


async def test_the_web_page_says_the_same_and_no_name(tmp_path: Path) -> None:
    async with world(tmp_path, public_url="https://learn.example.org") as town:
        phone, answer = await certified(town, "es")
        _, square, code = await paper_of(phone, answer)
        assert square.startswith(f"https://learn.example.org/certificates/{code}#QSER1.")
        status, page = await page_of(town, code, "el-GR,el;q=0.9")
        assert (status, "ισχύει" in page) == (200, True)
        assert not any(part in page for part in NAMES["es"].split())
        await phone.send("/certificate")
        await phone.tap(OfferCertificateRevocation)
        await phone.tap(RevokeCertificate)
        assert "revocado" in (await page_of(town, code, "es"))[1]
        assert (await page_of(town, "<script>", "en"))[0] == 404


async def page_of(town: World, code: str, language: str) -> tuple[int, str]:
    url = f"{await operators_url(town)}/certificates/{code}"
    async with town.http.get(url, headers={"Accept-Language": language}) as response:
        return response.status, await response.text()


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_the_coordinator_of_its_holder_revokes_it_and_nobody_elses_does(
    here: World, language: str
) -> None:
    place = await town_of(here, f"Here {language}")
    elsewhere = await town_of(here, f"Elsewhere {language}")
    coordinator = await member(here, place, Role.COORDINATOR, language)
    stranger = await member(here, elsewhere, Role.COORDINATOR, language)
    owner = await member(here, place, Role.OWNER, language)
    phone, answer = await certified(here, language, await code_of(here, place, Role.LEARNER))
    _, _, code = await paper_of(phone, answer)
    assert not (await stranger.send(f"/check {code}")).offers(OfferCertificateRevocation)
    seen = await coordinator.send(f"/check {code}")
    assert not any(part in seen.text for part in NAMES[language].split())
    offered = await coordinator.tap(OfferCertificateRevocation)
    last = await stranger.last()
    foreign = await stranger.press_data(offered.ask(RevokeCertificate) or "", last.id)
    assert foreign.text == await told(here, stranger, CertificateUnknown())
    assert (await stranger.send(f"/check {code}")).text == seen.text, "it is valid still"
    await coordinator.tap(RevokeCertificate, of=offered)
    revoked = (await stranger.send(f"/check {code}")).text
    assert revoked != seen.text
    assert (await phone.send(f"/check {code}")).text == revoked
    assert (await coordinator.tap(RevokeCertificate, of=offered)).text != seen.text, "only once"
    number = await number_of(here, code)
    audit = (await owner.send("/audit")).text
    assert audit.count(REVOKED[language].format(number=number)) == 1


REVOKED = {
    "en": "revoked certificate {number}",
    "el": "ανακάλεσε τη βεβαίωση {number}",
    "es": "revocó el certificado {number}",
}


async def town_of(world: World, name: str) -> Organisation:
    known = world.app.database.organisations
    return await known.add(Organisation(0, name, "gr", "Europe/Athens", "el"))


async def code_of(world: World, place: Organisation, role: Role) -> str:
    code = f"{place.id}-{role}"
    await world.app.database.organisations.add_code(
        EnrolmentCode(code, place, None, role, None, 1, None, False)
    )
    return code


async def member(world: World, place: Organisation, role: Role, language: str) -> Phone:
    phone = await world.phone(language=language)
    await phone.start(await code_of(world, place, role))
    return phone


async def number_of(world: World, code: str) -> int:
    async with world.app.database.unit() as unit:
        found = await unit.certificates.by_code(code)
    assert found is not None
    return found.id
