"""What an operator says about an organisation on the command line, in a database of its own."""

import asyncio
from datetime import date

import pytest

from bot.cli.commands import app
from bot.cli.database import opened
from bot.settings import Settings
from learning.account.model import WORKING_DAYS, Organisation

CHRISTMAS_EVE = date(2026, 12, 24)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder of its own, and nothing of this machine's settings."""
    home = tmp_path_factory.mktemp("operator")
    monkeypatch.chdir(home)
    monkeypatch.setenv("VAR", str(home))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def say(*words: str) -> None:
    app(words, result_action="return_value")


def kept() -> Organisation:
    async def find() -> Organisation | None:
        async with opened(Settings()) as database:
            return await database.organisations.find("Athens")

    found = asyncio.run(find())
    assert found is not None
    return found


def add(*options: str) -> None:
    say("organisation", "Athens", "--country", "GR", *options)


@pytest.mark.parametrize(
    ("told", "days"), [("mon,wed,Fri", {0, 2, 4}), ("sat, sun", {5, 6}), ("tue", {1})]
)
def test_an_organisation_works_on_the_weekdays_that_its_operator_names(
    told: str, days: set[int]
) -> None:
    add("--weekdays", told)
    assert kept().weekdays == days


def test_an_organisation_works_from_monday_to_friday_where_nothing_else_is_said() -> None:
    add()
    assert kept().weekdays == WORKING_DAYS
    assert kept().own_days_off == frozenset()


def test_days_off_are_those_that_were_named_last() -> None:
    add()
    say("days-off", "Athens", "2026-12-24", "2026-10-12")
    say("days-off", "Athens", "2026-12-24", "2026-12-31")
    assert kept().own_days_off == {CHRISTMAS_EVE, date(2026, 12, 31)}
    say("days-off", "Athens")
    assert kept().own_days_off == frozenset()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("organisation", "Sparta", "--country", "GR", "--weekdays", "mon-fri"),
            "Give the weekdays as some of mon,tue,wed,thu,fri,sat,sun.",
        ),
        (("days-off", "Sparta", "2026-12-24"), "There is no organisation called Sparta."),
        (("budget", "Athens", "11"), "Messages a day are from 1 to 10."),
        (("organisation", "Athens", "--country", "GR"), "There is an organisation called Athens"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    words: tuple[str, ...], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add()
    with pytest.raises(SystemExit) as left:
        say(*words)
    assert left.value.code == 1
    told = capsys.readouterr().err
    assert told.startswith(line)
    assert told.count("\n") == 1
