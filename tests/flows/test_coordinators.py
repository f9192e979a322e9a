"""A coordinator without a shell, two staff of different organisations, and a passer-by."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.actions.spelling import encode
from bot.screens.menu import commands, role_commands
from bot.screens.speech import Speech
from data.readings import SqlReadings
from learning.account.asks import ConfirmMove, Leave, MovePhone, ShowDefaults
from learning.account.model import CodeKind, EnrolmentCode, Organisation, Role
from learning.account.outcomes import CodeProblem, Welcomed
from learning.ask import Refused, Right
from learning.lessons.asks import BeginCourse
from learning.organisations.asks import (
    ChangeDepartment,
    ChooseChannel,
    ChooseDepartment,
    ChooseNumber,
    ConfirmRoster,
    GiveRole,
    Invite,
    MakeSheet,
    OfferDepartments,
    OfferRemoval,
    OfferSheetRevocation,
    PrintSheet,
    RemoveMember,
    RevokeSheet,
    ShowSheet,
    WithdrawRole,
)
from learning.organisations.outcomes import FileProblem, RosterRefused
from tests.flows.phone import Bubble, Phone
from tests.flows.told import told
from tests.flows.world import MONDAY, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

LANGUAGES = ("en", "el", "es")
PDF_NAME = "q-ser-codes.pdf"


@dataclass(frozen=True)
class Egaleo:
    """Maria coordinates it; another organisation, Alcalá, has a coordinator of its own."""

    world: World
    organisation: Organisation
    other: Organisation
    maria: Phone
    other_coordinator: Phone

    async def code(
        self, text: str, role: Role = Role.LEARNER, organisation: Organisation | None = None
    ) -> str:
        place = organisation or self.organisation
        await self.world.app.database.organisations.add_code(
            EnrolmentCode(text, place, "Desk", role, None, 1, None, False)
        )
        return text

    @property
    def readings(self) -> SqlReadings:
        database = self.world.app.database
        return SqlReadings(database.engine, database.sealer)

    async def codes_of(self, sheet: int) -> list[str]:
        printed = await self.readings.printed_sheet(sheet)
        assert printed is not None
        return [code.code for code in printed.codes]

    async def sheet(self, number: int = 10) -> tuple[Bubble, list[str]]:
        """A new sheet for the Registry, made by taps and one typed name."""
        await self.maria.send("/invite")
        asked = await self.maria.send("Registry")
        bubble = await self.maria.tap(ChooseNumber, of=asked, number=number)
        (make,) = [ask for ask in bubble.asks if isinstance(ask, MakeSheet) and ask.days == 90]
        return await self.maria.tap(MakeSheet, days=90), await self.codes_of(make.sheet)


@pytest_asyncio.fixture(loop_scope="module", params=LANGUAGES, scope="module")
async def egaleo(request: pytest.FixtureRequest, here: World) -> AsyncIterator[Egaleo]:
    language = request.param
    known = here.app.database.organisations
    organisation = await known.add(
        Organisation(0, f"Egaleo & {language}", "gr", "Europe/Athens", language)
    )
    other = await known.add(
        Organisation(0, f"Alcalá {language}", "es", "Europe/Madrid", language, region="MD")
    )
    maria, ana = await here.phone("Maria", language), await here.phone("Ana", language)
    made = Egaleo(here, organisation, other, maria, ana)
    await maria.start(await made.code(f"maria-{language}", Role.COORDINATOR))
    await ana.start(await made.code(f"ana-{language}", Role.COORDINATOR, other))
    yield made


async def learner(egaleo: Egaleo, code: str = "") -> Phone:
    phone = await egaleo.world.phone(language=egaleo.maria.language)
    await phone.start(code)
    await phone.tap(ShowDefaults)
    await phone.tap(BeginCourse)
    return phone


async def place_of(world: World, phone: Phone) -> tuple[str | None, frozenset[Role]]:
    async with world.app.database.unit() as unit:
        actor = await unit.people.actor(phone.id)
    return actor.organisation.name if actor.organisation else None, actor.roles


async def test_a_sheet_is_made_by_taps_and_comes_as_a_paper(egaleo: Egaleo) -> None:
    paper, codes = await egaleo.sheet(number=25)
    assert paper.document == PDF_NAME
    assert len(set(codes)) == 25
    assert (await content_of(egaleo, paper)).startswith(b"%PDF")
    first = codes[0]
    staff = await learner(egaleo, first)
    assert await place_of(egaleo.world, staff) == (
        egaleo.organisation.name,
        frozenset({Role.LEARNER}),
    )
    too_late = await egaleo.world.phone(language=egaleo.maria.language)
    await too_late.start()
    used_up = await told(egaleo.world, too_late, Welcomed(None, CodeProblem.USED_UP))
    assert (await too_late.start(first)).text == used_up
    await egaleo.maria.send("/sheets")
    shown = await egaleo.maria.tap(ShowSheet)
    assert "Registry" in shown.text
    again = await egaleo.maria.tap(PrintSheet, of=shown)
    assert again.document == PDF_NAME
    assert await egaleo.codes_of(shown_sheet(shown)) == codes, "a paper tells nothing of who came"


def shown_sheet(bubble: Bubble) -> int:
    return next(ask.sheet for ask in bubble.asks if isinstance(ask, PrintSheet))


async def content_of(egaleo: Egaleo, bubble: Bubble) -> bytes:
    """The file under a message of the bot."""
    chat = egaleo.maria.id
    shown = await egaleo.world.get(f"/chats/{chat}/messages?phone={chat}&after=0")
    (found,) = [m for m in shown["messages"] if m["message_id"] == bubble.id]
    async with egaleo.world.http.get(found["document"]["url"]) as response:
        return await response.read()


async def test_a_revoked_sheet_lets_nobody_in(egaleo: Egaleo) -> None:
    _, codes = await egaleo.sheet()
    await egaleo.maria.send("/sheets")
    await egaleo.maria.tap(ShowSheet)
    await egaleo.maria.tap(OfferSheetRevocation)
    revoked = await egaleo.maria.tap(RevokeSheet)
    assert not revoked.offers(PrintSheet)
    phone = await egaleo.world.phone(language=egaleo.maria.language)
    welcome = await phone.start(codes[0])
    assert welcome.text == await told(egaleo.world, phone, Welcomed(None, CodeProblem.REVOKED))


async def test_a_known_department_is_a_button(egaleo: Egaleo) -> None:
    await egaleo.sheet()
    asked = await egaleo.maria.send("/invite")
    assert "Registry" in asked.labels
    await egaleo.maria.tap(ChooseDepartment, department=None)
    assert (await egaleo.maria.send("7")).offers(MakeSheet, days=30)


async def test_a_list_comes_as_a_file(egaleo: Egaleo) -> None:
    mark = egaleo.maria.language
    content = f"Department;Code\nCare;list-{mark}-01\nCare;list-{mark}-02\nCare;short\n"
    preview = await egaleo.maria.upload("document", content.encode("cp1252"), "staff.csv")
    assert "Care" in preview.text
    assert "4" in preview.text, "the line that was not understood"
    phone = await egaleo.world.phone(language=mark)
    await phone.start(f"list-{mark}-01")
    assert await place_of(egaleo.world, phone) == (None, frozenset())
    assert (await egaleo.maria.tap(ConfirmRoster, of=preview)).document == PDF_NAME
    await phone.start(f"list-{mark}-01")
    assert (await place_of(egaleo.world, phone))[0] == egaleo.organisation.name
    assert rows_with(egaleo.world, "staff.csv") == 0, "not even the file's name is kept"


def rows_with(world: World, text: str) -> int:
    return (world.settings.var / "100001.sqlite3").read_bytes().count(text.encode())


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04\x00 a workbook", FileProblem.NOT_A_TABLE),
        (b"x" * 200_001, FileProblem.TOO_LARGE),
        (b"a,b,c\n1,2,3\n", FileProblem.NO_COLUMNS),
    ],
)
async def test_a_file_that_is_no_list_is_answered_kindly(
    egaleo: Egaleo, content: bytes, problem: FileProblem
) -> None:
    answer = await egaleo.maria.upload("document", content, "list.csv")
    assert answer.text == await told(egaleo.world, egaleo.maria, RosterRefused(problem))


async def test_a_learners_file_is_not_even_fetched(egaleo: Egaleo) -> None:
    phone = await learner(egaleo)
    before = await fetches(egaleo.world)
    await phone.upload("document", b"department,code\nCare,forged-0001\n", "forged.csv")
    assert await fetches(egaleo.world) == before


async def fetches(world: World) -> int:
    return sum(call["method"] == "getFile" for call in await world.get("/calls"))


async def test_a_poster_counts_who_came_and_makes_nobody_a_member(egaleo: Egaleo) -> None:
    await egaleo.maria.send("/invite")
    bubble = await egaleo.maria.tap(ChooseChannel, channel="poster")
    (make,) = [ask for ask in bubble.asks if isinstance(ask, MakeSheet) and ask.days == 365]
    assert (await egaleo.maria.tap(MakeSheet, days=365)).document == "q-ser-poster.pdf"
    (code,) = await egaleo.codes_of(make.sheet)
    passer_by = await learner(egaleo, code)
    await passer_by.start(code)
    assert await place_of(egaleo.world, passer_by) == (None, frozenset())
    async with egaleo.world.app.database.unit() as unit:
        use = await unit.sheets.get(make.sheet)
    assert use is not None
    assert (use.sheet.kind, use.people) == (CodeKind.OPEN, 1)


async def test_a_code_from_elsewhere_offers_a_move(egaleo: Egaleo) -> None:
    mark = egaleo.maria.language
    phone = await learner(egaleo, await egaleo.code(f"here-{mark}"))
    offered = await phone.start(await egaleo.code(f"there-{mark}", organisation=egaleo.other))
    assert egaleo.organisation.name in offered.text
    assert egaleo.other.name in offered.text
    assert (await place_of(egaleo.world, phone))[0] == egaleo.organisation.name
    await phone.tap(ConfirmMove, of=offered)
    assert (await place_of(egaleo.world, phone))[0] == egaleo.other.name
    assert "/start" not in (await phone.send("/lesson")).text, "what was learned came along"


async def test_leaving_is_asked_once_more(egaleo: Egaleo) -> None:
    phone = await learner(egaleo, await egaleo.code(f"leaves-{egaleo.maria.language}"))
    offered = await phone.send("/leave")
    assert (await place_of(egaleo.world, phone))[0] == egaleo.organisation.name
    await phone.tap(Leave, of=offered)
    assert await place_of(egaleo.world, phone) == (None, frozenset())
    await phone.tap(Leave, of=offered)
    assert (await phone.send("/lesson")).text


async def test_roles_come_and_go_at_once_with_their_commands(egaleo: Egaleo) -> None:
    world, mark = egaleo.world, egaleo.maria.language
    phone = await learner(egaleo, await egaleo.code(f"role-{mark}"))
    refused = (await phone.send("/invite")).text
    assert refused == await told(world, phone, Refused(Right.COORDINATOR))
    await egaleo.maria.send(f"/code role-{mark}")
    await egaleo.maria.tap(GiveRole, role=Role.COORDINATOR)
    assert (await phone.send("/invite")).offers(ChooseDepartment)
    await world.app.tell_roles.run()
    assert await menu_of(world, phone) == [
        *role_commands(Speech(mark), frozenset({Role.COORDINATOR})),
        *commands(Speech(mark)),
    ]
    await egaleo.maria.tap(WithdrawRole, role=Role.COORDINATOR)
    assert (await phone.send("/sheets")).text == refused
    await world.app.tell_roles.run()
    assert await menu_of(world, phone) == list(commands(Speech(mark)))


async def menu_of(world: World, phone: Phone) -> list[tuple[str, str]]:
    shown = await world.get(f"/commands?phone={phone.id}")
    return [(each["command"], each["description"]) for each in shown]


async def test_a_member_is_placed_elsewhere_and_removed_by_their_code(egaleo: Egaleo) -> None:
    text = await egaleo.code(f"remove-{egaleo.maria.language}")
    phone = await learner(egaleo, text)
    await egaleo.maria.send(f"/code {text}")
    await egaleo.maria.tap(OfferDepartments)
    await egaleo.maria.tap(ChangeDepartment, department=None)
    await egaleo.maria.tap(OfferRemoval)
    await egaleo.maria.tap(RemoveMember)
    assert await place_of(egaleo.world, phone) == (None, frozenset())
    assert (await phone.send("/lesson")).text, "one goes on learning on one's own"


async def test_a_foreign_coordinator_sees_and_does_nothing(egaleo: Egaleo) -> None:
    world, text = egaleo.world, await egaleo.code(f"mine-{egaleo.maria.language}")
    phone = await learner(egaleo, text)
    mine = await egaleo.maria.send(f"/code {text}")
    (remove,) = [ask for ask in mine.asks if isinstance(ask, OfferRemoval)]
    foreign = egaleo.other_coordinator
    unknown = await foreign.send(f"/code {text}")
    assert not unknown.offers(OfferRemoval)
    before = (await world.app.metrics_page()).decode()
    answer = await foreign.press_data(encode(remove), unknown.id)
    assert answer.text == await told(world, foreign, Refused(Right.COORDINATOR))
    assert refusals((await world.app.metrics_page()).decode()) == refusals(before) + 1
    assert (await place_of(world, phone))[0] == egaleo.organisation.name


def refusals(page: str) -> float:
    lines = (line for line in page.splitlines() if line.startswith("qser_refused_total{"))
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines)


async def test_a_person_goes_on_under_a_new_account(egaleo: Egaleo) -> None:
    world = egaleo.world
    old = await learner(egaleo, await egaleo.code(f"moves-{egaleo.maria.language}"))
    begun = await old.send("/move")
    code = begun.text.split("/start ")[1].split()[0]
    new = await world.phone(language=old.language)
    offered = await new.start(code)
    await new.tap(MovePhone, of=offered)
    assert (await place_of(world, new))[0] == egaleo.organisation.name
    stranger = await told_stranger(world, old)
    assert (await old.send("/settings")).text == stranger
    assert not (await new.start(code)).offers(MovePhone)


async def told_stranger(world: World, phone: Phone) -> str:
    """What somebody reads who never wrote before, in the same language."""
    other = await world.phone(language=phone.language)
    return (await other.send("/settings")).text


async def test_the_owner_reads_the_audit_log(egaleo: Egaleo) -> None:
    owner = await egaleo.world.phone(language=egaleo.maria.language)
    await owner.start(await egaleo.code(f"owner-{owner.language}", Role.OWNER))
    await egaleo.sheet()
    shown = await owner.send("/audit")
    assert egaleo.organisation.name in shown.text
    refused = await told(egaleo.world, egaleo.maria, Refused(Right.OWNER))
    assert (await egaleo.maria.send("/audit")).text == refused
    assert (await owner.send("/invite")).offers(ChooseDepartment), "an owner may all of it"


async def test_a_second_press_on_the_last_step_makes_no_second_sheet(egaleo: Egaleo) -> None:
    await egaleo.maria.send("/invite")
    await egaleo.maria.tap(ChooseDepartment, department=None)
    asked = await egaleo.maria.tap(ChooseNumber, number=10)
    for _ in range(2):
        answer = await egaleo.maria.tap(MakeSheet, of=asked, days=30)
    assert answer.offers(OfferSheetRevocation)
    assert answer.document is None


async def test_a_talk_goes_on_after_a_restart(town: World) -> None:
    organisation = await town.app.database.organisations.add(
        Organisation(0, "Egaleo", "gr", "Europe/Athens", "en")
    )
    other = Organisation(0, "Alcalá", "es", "Europe/Madrid", "es")
    maria = await town.phone()
    made = Egaleo(town, organisation, other, maria, maria)
    await maria.start(await made.code("maria", Role.COORDINATOR))
    await maria.send("/invite")
    await town.restart()
    await maria.send("Registry")
    await town.restart()
    asked = await maria.send("3")
    await town.restart()
    assert (await maria.tap(MakeSheet, of=asked, days=30)).document == PDF_NAME
    await town.jump(MONDAY + timedelta(days=31))
    assert (await maria.send("/sheets")).offers(Invite)
